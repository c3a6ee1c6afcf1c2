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
put <- function(effect, statistic, value) out[nrow(out) + 1, c("of", "effect", "statistic", "value")] <<- list(of, effect, statistic, format(value, digits = 17))

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
of <- "groups"
intervals("eta\u00b2", function(rows) { a <- ss(rows); a$b / (a$b + a$w) }, plan, g)
intervals("omega\u00b2", function(rows) { a <- ss(rows); (a$b - a$k * a$e) / (a$b + a$w + a$e) }, plan, g)
intervals("epsilon\u00b2", function(rows) { a <- ss(rows); (a$b - a$k * a$e) / (a$b + a$w) }, plan, g)
intervals("epsilon\u00b2 of ranks", function(rows) {
  unname(kruskal.test(y[rows], g[rows])$statistic) / (length(rows) - 1)
}, plan, g)

# Pairs: the first 22 of prepost.csv, drawn by the same plan, which is as good as any.
of <- "pairs"
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

# Occasions: the 22 players of rounding_times.csv, by the same plan. Everybody drawn is a person of their own.
of <- "occasions"
x <- as.matrix(read.csv("data/rounding_times.csv")[, -1])
within <- function(rows) {
  y <- x[rows, ]; long <- data.frame(y = as.vector(y), s = factor(rep(1:nrow(y), ncol(y))), o = factor(rep(1:ncol(y), each = nrow(y))))
  a <- anova(lm(y ~ s + o, long)); list(p = a["s", 2], o = a["o", 2], e = a["Residuals", 2], k = a["o", 1], m = a["Residuals", 3], b = a["s", 3])
}
intervals("partial eta\u00b2", function(rows) { a <- within(rows); a$o / (a$o + a$e) }, plan, one)
intervals("generalised eta\u00b2", function(rows) { a <- within(rows); a$o / (a$o + a$e + a$p) }, plan, one)
# Olejnik & Algina (2003), as effectsize::omega_squared: partial, within people.
intervals("omega\u00b2", function(rows) { a <- within(rows); (a$o - a$k * a$m) / (a$o + a$e + a$p + a$b) }, plan, one)
intervals("Kendall's W", function(rows) unname(friedman.test(x[rows, ])$statistic) / (length(rows) * (ncol(x) - 1)), plan, one)

# Terms: the four groups again, as two by two, and the first column of rounding_times.csv as a covariate. Type II by comparing models.
d$a <- ifelse(g %in% levels(g)[1:2], "a1", "a2"); d$b <- ifelse(g %in% levels(g)[c(1, 3)], "b1", "b2"); d$z <- x[, 1]
rss <- function(formula, rows) deviance(lm(formula, d[rows, ]))
terms_of <- list(z = list(y ~ a * b, y ~ z + a * b), a = list(y ~ z + b, y ~ z + a + b), b = list(y ~ z + a, y ~ z + a + b), "a:b" = list(y ~ z + a + b, y ~ z + a * b))
squares <- function(rows) {
  list(s = sapply(terms_of, function(m) rss(m[[1]], rows) - rss(m[[2]], rows)), e = rss(y ~ z + a * b, rows), m = rss(y ~ z + a * b, rows) / (length(rows) - 5))
}
for (term in c("z", "b", "a:b")) {
  of <- paste("term", term)
  intervals("partial eta\u00b2", function(rows) { q <- squares(rows); q$s[[term]] / (q$s[[term]] + q$e) }, plan, g)
  intervals("generalised eta\u00b2", function(rows) { q <- squares(rows); q$s[[term]] / (sum(q$s) + q$e) }, plan, g)
  intervals("partial omega\u00b2", function(rows) { q <- squares(rows); (q$s[[term]] - q$m) / (q$s[[term]] + (length(rows) - 1) * q$m) }, plan, g)
}
write.csv(out, "resampled_effects.csv", row.names = FALSE, quote = FALSE)
