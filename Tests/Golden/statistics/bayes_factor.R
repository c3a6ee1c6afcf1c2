# JZS Bayes factors with R 4.2.2, BayesFactor 0.9.12-4.4, as logarithms.
#
#     Rscript bayes_factor.R > bayes_factor_r.csv
#
# ttest.tstat integrates by R's integrate() and states its error in the column of that name.
suppressMessages(library(BayesFactor))
cat("t,n1,n2,scale,alternative,log_bf,error\n")
sizes <- list(c(2, 0), c(10, 0), c(80, 0), c(5, 7), c(20, 20), c(50, 80), c(1000, 900))
for (s in sizes) for (t in c(0, 0.3, -1, 2.25, 8)) for (r in c(sqrt(2) / 2, 1, sqrt(2))) for (side in c("two-sided", "greater")) {
  b <- ttest.tstat(t, s[1], s[2], nullInterval = if (side == "greater") c(0, Inf) else NULL, rscale = r)
  cat(paste(t, s[1], s[2], format(r, digits = 17), side, format(b$bf, digits = 17), format(b$properror, digits = 3), sep = ","), "\n", sep = "") }
