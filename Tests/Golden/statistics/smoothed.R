# Correlations that contradict one another, smoothed with psych 2.2.9 `cor.smooth` in R 4.2.2.
#
#     Rscript smoothed.R > smoothed.csv
options(digits = 17)
cat("set,size,lower,smoothed\n")
sets <- list(three = c(.9, .9, .1), four = c(.8, .7, -.6, .9, .3, .75), fine = c(.3, .2, .5))
for (name in names(sets)) { l <- sets[[name]]; k <- (1 + sqrt(1 + 8 * length(l))) / 2; R <- diag(k); R[upper.tri(R)] <- l; R <- t(R); R[upper.tri(R)] <- t(R)[upper.tri(R)]
  S <- suppressWarnings(psych::cor.smooth(R)); cat(name, k, paste(t(R)[upper.tri(R)], collapse = " "), paste(format(t(S)[upper.tri(S)], digits = 17), collapse = " "), sep = ","); cat("\n") }
