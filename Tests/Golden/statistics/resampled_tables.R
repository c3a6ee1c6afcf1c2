# Effect sizes of tables on the same resamples, and their intervals, with R 4.2.2, boot 1.3-28.1 and
# effectsize 0.8.3; from the folder of the golden data.
#
#     Rscript resampled_tables.R
#
# writes resampled_tables.csv and data/boot_indices_40.csv, the rows of 999 resamples of 40 people. Of
# each table people stand row by row, and within a row column by column. A row or column that nobody of a
# resample is in is none of its table's. boot.ci finds the intervals; where it has to take the first or the
# last of all resamples for a limit, and says so, there is "extreme" instead of BCa's limits.
library(boot)
set.seed(59)
n <- 40
R <- 999
plan <- t(sapply(1:R, function(i) sample.int(n, replace = TRUE)))
write.table(plan, "data/boot_indices_40.csv", sep = ",", row.names = FALSE, col.names = FALSE)

tables <- list(
  # Three people in the second row: 45 of 999 resamples are without it.
  nominal = rbind(c(9, 3, 1), c(0, 1, 2), c(2, 8, 4), c(1, 2, 7)),
  ordered = rbind(c(6, 4, 1, 0), c(3, 5, 4, 2), c(1, 2, 5, 7)),
  # No cell of any of the 999 resamples is empty: boot.ci leaves infinite ratios out.
  fourfold = rbind(c(12, 7), c(8, 13)))

# boot counts the estimates below the estimate: those that rounding alone puts there are it.
same <- function(values) signif(values, 13)

out <- data.frame()
put <- function(...) out[nrow(out) + 1, c("table", "effect", "statistic", "value")] <<- list(...)
for (name in names(tables)) {
  counts <- tables[[name]]
  stopifnot(sum(counts) == n)
  cells <- expand.grid(y = seq_len(ncol(counts)), x = seq_len(nrow(counts)))
  people <- cells[rep(seq_len(nrow(cells)), times = as.vector(t(counts))), ]
  x <- people$x; y <- people$y

  # Percentile and BCa intervals, at 90 %, of a statistic of rows, over the plan.
  intervals <- function(effect, f) {
    t0 <- same(f(seq_len(n)))
    t <- same(apply(plan, 1, f))
    stopifnot(is.finite(t))
    without <- sapply(seq_len(n), function(i) f(seq_len(n)[-i]))
    b <- list(t0 = t0, t = matrix(t), R = R, data = x, seed = NULL, statistic = NULL, sim = "ordinary",
      call = quote(boot()), stype = "i", strata = rep(1, n), weights = NULL)
    class(b) <- "boot"
    extreme <- FALSE
    ci <- withCallingHandlers(
      boot.ci(b, conf = 0.9, type = c("perc", "bca"), L = mean(without) - without),
      warning = function(w) {
        if (grepl("extreme order statistics", conditionMessage(w))) extreme <<- TRUE
        invokeRestart("muffleWarning")
      })
    say <- function(statistic, value) put(name, effect, statistic, format(value, digits = 17))
    say("estimate", t0)
    for (i in c(1, 500, 999)) say(paste0("resample_", i), t[i])
    say("percentile_lower", ci$percent[4]); say("percentile_upper", ci$percent[5])
    for (i in 1:2) {
      put(name, effect, c("bca_lower", "bca_upper")[i], if (extreme) "extreme" else format(ci$bca[3 + i], digits = 17))
    }
  }
  # Each pair of people, and whether they stand the same way round.
  around <- function(v) outer(v, v, function(a, b) sign(a - b))

  intervals("Cram\u00e9r's V", function(rows) {
    t <- table(x[rows], y[rows])
    chi <- suppressWarnings(chisq.test(t, correct = FALSE))$statistic
    unname(sqrt(chi / (length(rows) * (min(dim(t)) - 1))))
  })
  intervals("bias-corrected V", function(rows) {
    t <- table(x[rows], y[rows])
    suppressWarnings(effectsize::cramers_v(matrix(t, nrow(t)), adjust = TRUE, ci = NULL))[[1]]
  })
  if (name != "nominal") {
    intervals("gamma", function(rows) { s <- around(x[rows]) * around(y[rows]); sum(s) / sum(abs(s)) })
  }
  if (name == "ordered") {
    intervals("tau-b", function(rows) cor(x[rows], y[rows], method = "kendall"))
    intervals("Somers' d of the columns", function(rows) {
      s <- around(x[rows]); sum(s * around(y[rows])) / sum(abs(s))
    })
    intervals("Somers' d of the rows", function(rows) {
      s <- around(y[rows]); sum(s * around(x[rows])) / sum(abs(s))
    })
  }
  if (name == "fourfold") {
    p <- function(rows, group) mean(y[rows][x[rows] == group] == 1)
    intervals("phi", function(rows) cor(x[rows], y[rows]))
    intervals("difference of proportions", function(rows) p(rows, 1) - p(rows, 2))
    intervals("ratio of proportions", function(rows) p(rows, 1) / p(rows, 2))
    intervals("odds ratio", function(rows) exp(qlogis(p(rows, 1)) - qlogis(p(rows, 2))))
  }
}
write.csv(out, "resampled_tables.csv", row.names = FALSE, quote = FALSE)
