# One-sample t tests with R 4.2.2, from the folder of the golden data.
#
#     Rscript one_sample.R > one_sample.csv
#
# g is the formula written out, with the exact correction by the gamma function. The limits of d invert pt with ncp by uniroot.
cat("dataset,column,value_against,statistic,value\n")
put <- function(d, c, m, s, v) cat(paste(d, c, m, s, format(v, digits = 17), sep = ","), "\n", sep = "")
sets <- list(c("sleep", "extra", 0), c("mtcars", "mpg", 20), c("airquality", "Ozone", 42), c("iris", "Sepal.Width", 3),
  c("prepost", "pre", 1), c("PlantGrowth", "weight", 5.5))
for (one in sets) { x <- read.csv(paste0("data/", one[1], ".csv"), check.names = FALSE)[[one[2]]]; x <- x[!is.na(x)]; m <- as.numeric(one[3])
  n <- length(x); df <- n - 1; d <- (mean(x) - m) / sd(x)
  put(one[1], one[2], m, "t", t.test(x, mu = m)$statistic); put(one[1], one[2], m, "p", t.test(x, mu = m)$p.value)
  put(one[1], one[2], m, "p_greater", t.test(x, mu = m, alternative = "greater")$p.value)
  put(one[1], one[2], m, "p_less", t.test(x, mu = m, alternative = "less")$p.value)
  put(one[1], one[2], m, "lower", t.test(x, mu = m)$conf.int[1]); put(one[1], one[2], m, "upper", t.test(x, mu = m)$conf.int[2])
  put(one[1], one[2], m, "d", d); put(one[1], one[2], m, "g", d * exp(lgamma(df / 2) - lgamma((df - 1) / 2) - log(df / 2) / 2))
  te <- t.test(x, mu = m)$statistic; limit <- function(p) uniroot(function(l) suppressWarnings(pt(te, df, l)) - p, c(te - 8, te + 8), tol = 1e-14)$root / sqrt(n)
  put(one[1], one[2], m, "d_lower", limit(.975)); put(one[1], one[2], m, "d_upper", limit(.025)) }
