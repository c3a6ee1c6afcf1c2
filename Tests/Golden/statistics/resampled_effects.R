# Effect sizes on the same resamples, and their intervals, with R 4.2.2 and boot 1.3-28.1; from the folder of
# the golden data.
#
#     Rscript resampled_effects.R
#
# writes resampled_effects.csv and data/boot_indices_22_in_4.csv, the rows of 999 resamples of
# ties_four_groups.csv, each group drawn from itself. boot.ci finds the intervals. Of the acceleration of
# groups it takes influence values as given: those of Davison & Hinkley (1997), 5.3.2,
# (n_i - 1) / n_i times the mean of the estimates without one case of group i, less each.
library(boot)
set.seed(56)
d <- read.csv("data/ties_four_groups.csv")
d <- d[order(d$g), ]
g <- factor(d$g); y <- d$y; n <- length(y)
R <- 999
draw <- function(strata) {
  t(sapply(1:R, function(i) unlist(lapply(split(seq_along(strata), strata), function(s) s[sample.int(length(s), replace = TRUE)]))))
}
plan <- draw(g)
write.table(plan, "data/boot_indices_22_in_4.csv", sep = ",", row.names = FALSE, col.names = FALSE)

out <- data.frame()
put <- function(effect, statistic, value) out[nrow(out) + 1, c("effect", "statistic", "value")] <<- list(effect, statistic, format(value, digits = 17))

# Percentile and BCa intervals, at 90 %, of a statistic of rows, over the plan.
intervals <- function(effect, f, plan, strata) {
  t0 <- f(seq_along(strata))
  t <- apply(plan, 1, f)
  without <- sapply(seq_along(strata), function(i) f(seq_along(strata)[-i]))
  L <- ave(without, strata, FUN = function(w) (mean(w) - w) * (length(w) - 1) / length(w))
  b <- list(t0 = t0, t = matrix(t), R = R, data = strata, seed = NULL, statistic = NULL, sim = "ordinary",
    call = quote(boot()), stype = "i", strata = rep(1, length(strata)), weights = NULL)
  class(b) <- "boot"
  ci <- boot.ci(b, conf = 0.9, type = c("perc", "bca"), L = L)
  put(effect, "estimate", t0)
  for (i in c(1, 500, 999)) put(effect, paste0("resample_", i), t[i])
  put(effect, "percentile_lower", ci$percent[4]); put(effect, "percentile_upper", ci$percent[5])
  put(effect, "bca_lower", ci$bca[4]); put(effect, "bca_upper", ci$bca[5])
}

ss <- function(rows) {
  a <- anova(lm(y[rows] ~ g[rows]))
  list(b = a[1, 2], w = a[2, 2], k = a[1, 1], e = a[2, 3])
}
intervals("eta\u00b2", function(rows) { a <- ss(rows); a$b / (a$b + a$w) }, plan, g)
intervals("omega\u00b2", function(rows) { a <- ss(rows); (a$b - a$k * a$e) / (a$b + a$w + a$e) }, plan, g)
intervals("epsilon\u00b2", function(rows) { a <- ss(rows); (a$b - a$k * a$e) / (a$b + a$w) }, plan, g)
intervals("epsilon\u00b2 of ranks", function(rows) {
  unname(kruskal.test(y[rows], g[rows])$statistic) / (length(rows) - 1)
}, plan, g)

# Pairs: the first 22 of prepost.csv, drawn by the same plan, which is as good as any.
p <- read.csv("data/prepost.csv")[1:n, ]
one <- rep(1, n)
dz <- function(rows) { x <- p$pre[rows] - p$post[rows]; mean(x) / sd(x) }
J <- function(df) exp(lgamma(df / 2) - lgamma((df - 1) / 2) - log(df / 2) / 2)
intervals("mean difference", function(rows) mean(p$pre[rows] - p$post[rows]), plan, one)
intervals("dz", dz, plan, one)
intervals("gz", function(rows) J(length(rows) - 1) * dz(rows), plan, one)
intervals("d_av", function(rows) {
  mean(p$pre[rows] - p$post[rows]) / sqrt((var(p$pre[rows]) + var(p$post[rows])) / 2)
}, plan, one)
intervals("rank-biserial r", function(rows) {
  x <- p$pre[rows] - p$post[rows]; x <- x[x != 0]; r <- rank(abs(x)); sum(sign(x) * r) / sum(r)
}, plan, one)
write.csv(out, "resampled_effects.csv", row.names = FALSE, quote = FALSE)
