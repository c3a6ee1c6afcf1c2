# Effects and models of independent groups, with R 4.2.2, car, effectsize, lme4 and lmerTest.
#
#     Rscript independent_groups.R > independent_groups.csv
#
# The people of sites are simulated here and written to data/sites.csv.
suppressMessages({ library(car); library(effectsize); library(lmerTest) })
options(contrasts = c("contr.sum", "contr.poly"), digits = 17)
cat("data,model,statistic,row,value\n")
put <- function(data, model, statistic, row, value) cat(paste(data, model, statistic, row, format(value, digits = 17), sep = ","), "\n", sep = "")
anova_rows <- function(data, model, fit) for (type in 2:3) {
  a <- Anova(fit, type = type); name <- paste0("type", type)
  for (term in setdiff(rownames(a), c("(Intercept)", "Residuals"))) {
    row <- gsub(":", " x ", term)
    put(data, model, paste0(name, "_ss"), row, a[term, "Sum Sq"]); put(data, model, paste0(name, "_df"), row, a[term, "Df"])
    put(data, model, paste0(name, "_F"), row, a[term, "F value"]); put(data, model, paste0(name, "_p"), row, a[term, "Pr(>F)"]) }
  put(data, model, paste0(name, "_error_ss"), "", a["Residuals", "Sum Sq"])
  for (kind in c("partial", "generalized", "omega")) {
    e <- switch(kind, partial = eta_squared(a, partial = TRUE, ci = NULL), generalized = eta_squared(a, generalized = all.vars(formula(fit))[-1], ci = NULL), omega = omega_squared(a, partial = TRUE, ci = NULL))
    for (i in seq_len(nrow(e))) if (e$Parameter[i] != "(Intercept)") put(data, model, paste0(name, "_", kind), gsub(":", " x ", e$Parameter[i]), e[i, 2]) } }
tooth <- read.csv("data/ToothGrowth.csv"); tooth$dose <- factor(tooth$dose); tooth$supp <- factor(tooth$supp)
anova_rows("ToothGrowth", "len ~ supp * dose", lm(len ~ supp * dose, tooth))
cars <- read.csv("data/mtcars.csv"); cars$am <- factor(cars$am); cars$vs <- factor(cars$vs); cars$cyl <- factor(cars$cyl)
anova_rows("mtcars", "mpg ~ am * vs", lm(mpg ~ am * vs, cars))
anova_rows("mtcars", "mpg ~ wt + am * vs", lm(mpg ~ wt + am * vs, cars))
fit <- lm(mpg ~ wt + cyl, cars); anova_rows("mtcars", "mpg ~ wt + cyl", fit)
for (level in levels(cars$cyl)) { p <- predict(fit, data.frame(wt = mean(cars$wt), cyl = level), se.fit = TRUE); put("mtcars", "mpg ~ wt + cyl", "adjusted_mean", level, p$fit); put("mtcars", "mpg ~ wt + cyl", "adjusted_se", level, p$se.fit) }
# People of 12 sites of different size; the second score has no differences between sites at all.
set.seed(20261128); n <- c(5, 9, 14, 7, 11, 20, 4, 16, 8, 12, 6, 10); site <- rep(seq_along(n), n); N <- sum(n)
group <- c("a", "b", "c")[1 + rbinom(N, 2, .45)]; two <- ifelse(rbinom(N, 1, .5) == 1, "x", "y"); age <- round(rnorm(N, 40, 12))
y <- round(3 + .4 * (group == "b") + .02 * age + rnorm(12, 0, .7)[site] + rnorm(N), 3)
flat <- round(ave(rnorm(N), site, FUN = function(v) v - mean(v)) + .1 * (two == "x"), 4)
sites <- data.frame(site = paste0("s", site), group, two, age, y, flat); write.csv(sites, "data/sites.csv", row.names = FALSE, quote = FALSE)
strict <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.05, rhoend = 1e-11, maxfun = 1e5))
mixed <- function(model, formula, contrast, level) {
  fit <- suppressMessages(lmer(formula, sites, REML = TRUE, control = strict)); v <- as.data.frame(VarCorr(fit))
  put("sites", model, "site_variance", "", v$vcov[1]); put("sites", model, "residual_variance", "", v$vcov[2]); put("sites", model, "deviance", "", REMLcrit(fit))
  for (name in names(contrast)) { k <- contest1D(fit, contrast[[name]], confint = TRUE, level = .95)
    for (s in c("Estimate", "Std. Error", "df", "t value", "lower", "upper", "Pr(>|t|)")) put("sites", model, s, name, k[[s]]) } }
mixed("y ~ two + (1 | site)", y ~ two + (1 | site), list("x y" = c(0, 2)))
mixed("y ~ age + group + (1 | site)", y ~ age + group + (1 | site), list("a b" = c(0, 0, 1, -1), "a c" = c(0, 0, 2, 1), "b c" = c(0, 0, 1, 2)))
mixed("flat ~ two + (1 | site)", flat ~ two + (1 | site), list("x y" = c(0, 2)))
# Glass's delta and its interval.
for (set in list(c("ToothGrowth", "len", "supp", "OJ", "VC"), c("sleep", "extra", "group", "1", "2"), c("prepost", "post", "group", "A", "B"))) {
  d <- read.csv(file.path("data", paste0(set[1], ".csv"))); g <- sort(unique(as.character(d[[set[3]]])))
  x <- d[as.character(d[[set[3]]]) == g[1], set[2]]; z <- d[as.character(d[[set[3]]]) == g[2], set[2]]
  e <- glass_delta(x, z); put(set[1], paste(set[2], "~", set[3]), "glass_delta", "", e$Glass_delta)
  put(set[1], paste(set[2], "~", set[3]), "glass_low", "", e$CI_low); put(set[1], paste(set[2], "~", set[3]), "glass_high", "", e$CI_high) }
