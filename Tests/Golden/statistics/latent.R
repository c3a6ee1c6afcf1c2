# Standard errors of polychoric correlations, and polyserial correlations, with lavaan 0.6-14 in R 4.2.2.
#
#     Rscript latent.R > latent.csv
#
# lavaan estimates thresholds, means and variances first and the correlation given them (Muthen 1984). Its search for
# the correlation stops early: the estimates are within 1e-6 of the maximum.
suppressPackageStartupMessages(library(lavaan))
options(digits = 17)
read <- function(name) read.csv(paste0("data/", name, ".csv"))
cat("dataset,method,first,second,n,estimate,std_error\n")
show <- function(dataset, method, first, second, x, ordered) {
  x <- x[complete.cases(x[, c(first, second)]), c(first, second)]
  if (method == "polyserial") { d <- x[[first]] - mean(x[[first]]); x[[first]] <- d / sqrt(mean(d^2)) }
  fit <- suppressWarnings(lavCor(x, ordered = ordered, output = "fit", se = "standard"))
  # A correlation is the covariance over the score's SD, which is estimated too.
  cov <- fit@SampleStats@cov[[1]][2, 1]; G <- unclass(lavInspect(fit, "gamma")) / nrow(x)
  name <- paste0(first, "~~", second); own <- paste0(first, "~~", first)
  slope <- if (method == "polyserial") c(1, -cov / 2) else 1; at <- if (method == "polyserial") c(name, own) else name
  r <- cov; se <- sqrt(drop(slope %*% G[at, at] %*% slope))
  cat(dataset, method, first, second, nrow(x), format(r, digits = 17), format(se, digits = 17), sep = ","); cat("\n")
}
clean <- read("likert_clean"); clean$B <- rowSums(clean[, c("B1", "B3", "B5", "B6")])
for (pair in list(c("A1", "A3"), c("A1", "A2"), c("B1", "B2"), c("A4", "B6"))) show("likert_clean", "polychoric", pair[1], pair[2], clean, pair)
binary <- read("binary")
for (pair in list(c("T1", "T2"), c("T3", "T5"))) show("binary", "polychoric", pair[1], pair[2], binary, pair)
empty <- read("likert7_emptycat")
for (pair in list(c("S1", "S2"), c("S3", "S4"))) show("likert7_emptycat", "polychoric", pair[1], pair[2], empty, pair)
for (item in c("B2", "B4", "A1")) show("likert_clean", "polyserial", "B", item, clean, item)
cars <- read("mtcars")
for (item in c("cyl", "gear", "am")) show("mtcars", "polyserial", "mpg", item, cars, item)
