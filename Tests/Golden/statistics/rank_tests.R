# Exact and approximate tests of rank correlations, and their intervals, with R 4.2.2.
#
#     Rscript rank_tests.R > rank_tests.csv
#
# R's exact Spearman p is by counting all orders up to 9 cases. Intervals are the formulas of Bonett & Wright (2000) and
# Fieller, Hartley & Pearson (1957) written out. The permutation p with ties is counted here over all orders.
cat("id,x,y,statistic,value\n")
put <- function(id, x, y, s, v) cat(id, paste(x, collapse = " "), paste(y, collapse = " "), s, format(v, digits = 17), sep = ",", fill = FALSE, "\n")
put <- function(id, x, y, s, v) cat(paste(id, paste(x, collapse = " "), paste(y, collapse = " "), s, format(v, digits = 17), sep = ","), "\n", sep = "")
orders <- function(v) if (length(v) < 2) matrix(v, 1) else do.call(rbind, lapply(seq_along(v), function(i) cbind(v[i], orders(v[-i]))))
share <- function(x, y) { a <- 2 * rank(x); b <- 2 * rank(y); n <- length(a); P <- orders(seq_len(n)); s <- apply(P, 1, function(p) n * sum(a * b[p]) - sum(a) * sum(b)); mean(abs(s) >= abs(s[1])) }
sets <- list(
  five = list(c(2.1, 3.5, 1.2, 7.7, 5.0), c(10, 9, 8, 3, 12)),
  seven = list(c(4, 1, 7, 2, 9, 5, 3), c(3, 2, 9, 1, 5, 8, 4)),
  eight_ties = list(c(1, 2, 2, 3, 3, 3, 4, 5), c(2, 1, 3, 3, 3, 5, 4, 4)),
  nine = list(c(1.83, .5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3), c(.878, .647, .598, 2.05, 1.06, 1.29, 1.061, 3.14, 1.2)),
  twenty = list(c(12, 3, 18, 7, 1, 20, 15, 9, 5, 11, 14, 2, 19, 8, 4, 16, 6, 13, 10, 17), c(10, 6, 20, 2, 4, 14, 18, 5, 9, 12, 8, 1, 16, 11, 3, 19, 7, 17, 13, 15)),
  twelve_ties = list(c(1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5), c(2, 1, 1, 3, 2, 4, 3, 3, 5, 4, 5, 5)))
for (id in names(sets)) { x <- sets[[id]][[1]]; y <- sets[[id]][[2]]; n <- length(x); ties <- anyDuplicated(x) || anyDuplicated(y)
  rho <- cor(x, y, method = "spearman"); tau <- cor(x, y, method = "kendall")
  put(id, x, y, "rho", rho); put(id, x, y, "tau", tau)
  if (n < 10) put(id, x, y, "rho_p", if (ties) share(x, y) else cor.test(x, y, method = "spearman", exact = TRUE)$p.value)
  else put(id, x, y, "rho_p", 2 * pt(-abs(rho) * sqrt((n - 2) / (1 - rho^2)), n - 2))
  put(id, x, y, "tau_p", suppressWarnings(cor.test(x, y, method = "kendall", exact = !ties))$p.value)
  for (l in c(.9, .95)) { z <- qnorm(1 - (1 - l) / 2)
    if (n > 3) { b <- tanh(atanh(rho) + c(-1, 1) * z * sqrt((1 + rho^2 / 2) / (n - 3))); put(id, x, y, paste0("rho_low", 100 * l), b[1]); put(id, x, y, paste0("rho_high", 100 * l), b[2]) }
    if (n > 4) { b <- tanh(atanh(tau) + c(-1, 1) * z * sqrt(.437 / (n - 4))); put(id, x, y, paste0("tau_low", 100 * l), b[1]); put(id, x, y, paste0("tau_high", 100 * l), b[2]) } } }
