# Tests and measures of tables of counts, with R 4.2.2, MASS 7.3-58.2.
#
#     Rscript contingency_tables.R > contingency_tables.csv
#
# Tables are written row by row, as in "3 1|1 3".
cat("table,statistic,row,column,value,fn\n")
tables <- c("3 1|1 3", "12 5|7 20", "0 8|6 3", "10 0|0 7", "30 12|25 44", "1 9|0 14", "5 3 2|1 4 6", "2 0 1|0 3 1|1 1 4",
            "1 2 3 4|4 3 2 1|2 2 2 2", "8 0 0|0 5 1|0 1 4|2 2 2", "4 1 0 2 3|1 5 2 0 1", "12 7 3|4 9 11|6 6 6", "120 90|80 140", "6 2 9 4|1 8 3 7|5 5 5 0",
            "20 11 4 2|13 17 9 6|5 8 14 21", "2 2|2 2", "0 4 1|3 0 2|1 3 0|2 2 2|4 0 1")
put <- function(t, s, v, fn, row = "", column = "") cat(paste(t, s, row, column, format(v, digits = 17), fn, sep = ","), "\n", sep = "")
for (t in tables) {
  x <- do.call(rbind, lapply(strsplit(t, "|", fixed = TRUE)[[1]], function(r) as.numeric(strsplit(r, " ")[[1]])))
  c2 <- suppressWarnings(chisq.test(x, correct = FALSE))
  put(t, "chi_square", c2$statistic, "chisq.test"); put(t, "chi_square_p", c2$p.value, "chisq.test")
  for (i in seq_len(nrow(x))) for (j in seq_len(ncol(x))) put(t, "adjusted_residual", c2$stdres[i, j], "chisq.test", i, j)
  put(t, "fisher_p", fisher.test(x, workspace = 2e7)$p.value, "fisher.test")
  if (all(dim(x) == 2)) {
    y <- suppressWarnings(chisq.test(x, correct = TRUE)); put(t, "yates", y$statistic, "chisq.test"); put(t, "yates_p", y$p.value, "chisq.test")
    for (a in c("less", "greater")) put(t, paste0("fisher_p_", a), fisher.test(x, alternative = a)$p.value, "fisher.test")
    for (r in 1:2) { w <- suppressWarnings(prop.test(x[r, 1], sum(x[r, ]), correct = FALSE))$conf.int; put(t, "wilson_lower", w[1], "prop.test", r); put(t, "wilson_upper", w[2], "prop.test", r) }
  }
  if (nrow(x) == 2 || ncol(x) == 2) {
    y <- if (ncol(x) == 2) x else t(x); a <- suppressWarnings(prop.trend.test(y[, 1], rowSums(y)))
    if (nrow(y) > 1) { put(t, "trend_chi_square", a$statistic, "prop.trend.test"); put(t, "trend_p", a$p.value, "prop.trend.test") }
  }
}
# Proportional odds: the columns are the ordered answer, the first row is what others are compared with.
suppressMessages(library(MASS))
for (t in c("1 2 3 4|4 3 2 1|2 2 2 2", "12 7 3|4 9 11|6 6 6", "20 11 4 2|13 17 9 6|5 8 14 21", "5 3 2|1 4 6", "4 1 3 2 3|1 5 2 4 1")) {
  x <- do.call(rbind, lapply(strsplit(t, "|", fixed = TRUE)[[1]], function(r) as.numeric(strsplit(r, " ")[[1]])))
  d <- data.frame(row = factor(rep(row(x), x)), col = factor(rep(col(x), x), ordered = TRUE))
  f <- polr(col ~ row, d, Hess = TRUE, control = list(reltol = 1e-16, maxit = 1000)); z <- polr(col ~ 1, d, Hess = TRUE, control = list(reltol = 1e-16, maxit = 1000))
  v <- sqrt(diag(vcov(f)))
  for (i in seq_along(coef(f))) { put(t, "polr_coefficient", coef(f)[[i]], "polr", i + 1); put(t, "polr_se", v[[i]], "polr", i + 1) }
  for (i in seq_along(f$zeta)) put(t, "polr_threshold", f$zeta[[i]], "polr", i)
  put(t, "polr_log_likelihood", as.numeric(logLik(f)), "polr"); put(t, "polr_lr", 2 * as.numeric(logLik(f) - logLik(z)), "polr")
}
