# Brant's test of the proportional-odds assumption with R 4.2.2, its matrices written out.
#
#     Rscript brant.R > brant.csv
#
# At each cut a logistic regression (glm) of answers above it on the groups; the covariance of the
# regressions of two cuts is (X'W1X)^-1 (X'W12X) (X'W2X)^-1 with W12 = p2 - p1 p2 by the fitted shares, as
# in Brant (1990), doi:10.2307/2532457, and in the R package brant.
cat("table,row,statistic,value\n")
put <- function(t, r, s, v) cat(paste(t, r, s, format(v, digits = 17), sep = ","), "\n", sep = "")
for (t in c("12 7 3|4 9 11|6 6 6", "20 11 4 2|13 17 9 6|5 8 14 21", "5 3 2|1 4 6", "4 1 3 2 3|1 5 2 4 1", "30 20 10 5 35|10 25 30 25 10", "3 0 4|2 5 3|6 1 2")) {
  x <- do.call(rbind, lapply(strsplit(t, "|", fixed = TRUE)[[1]], function(r) as.numeric(strsplit(r, " ")[[1]])))
  row <- factor(rep(row(x), x)); col <- rep(col(x), x); J <- ncol(x); K <- nrow(x) - 1
  X <- model.matrix(~ row)
  fits <- lapply(1:(J - 1), function(j) glm((col > j) ~ row, family = binomial, control = list(epsilon = 1e-15, maxit = 100)))
  p <- sapply(fits, fitted)
  b <- unlist(lapply(fits, function(f) coef(f)[-1]))
  V <- matrix(NA, (J - 1) * K, (J - 1) * K); at <- function(j) (j - 1) * K + 1:K
  bread <- function(j) solve(t(X) %*% (X * (p[, j] - p[, j]^2)))
  for (j in 1:(J - 1)) for (l in j:(J - 1)) {
    v <- (bread(j) %*% (t(X) %*% (X * (p[, l] - p[, j] * p[, l]))) %*% bread(l))[-1, -1]
    V[at(j), at(l)] <- v; V[at(l), at(j)] <- t(as.matrix(v))
  }
  wald <- function(D) { d <- D %*% b; q <- as.numeric(t(d) %*% solve(D %*% V %*% t(D)) %*% d); c(q, nrow(D)) }
  D <- do.call(rbind, lapply(2:(J - 1), function(j) { D <- matrix(0, K, (J - 1) * K); D[, at(1)] <- diag(K); D[, at(j)] <- -diag(K); D }))
  all <- wald(D)
  put(t, 0, "chi_square", all[1]); put(t, 0, "df", all[2]); put(t, 0, "p", pchisq(all[1], all[2], lower.tail = FALSE))
  for (k in 1:K) {
    w <- wald(D[seq(k, nrow(D), K), , drop = FALSE])
    put(t, k + 1, "chi_square", w[1]); put(t, k + 1, "df", w[2]); put(t, k + 1, "p", pchisq(w[1], w[2], lower.tail = FALSE))
    for (j in 1:(J - 1)) put(t, k + 1, paste0("log_odds_ratio_", j), coef(fits[[j]])[[k + 1]])
  }
}
