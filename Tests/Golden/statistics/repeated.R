# Several scores of the same people: ranks, means and yes-or-no answers, with R 4.2.2.
#
#     Rscript repeated.R > repeated.csv
#
# friedman.test, mauchly.test, anova.mlm (through manova's sums of squares and products), aov with Error, pairwise.t.test,
# mcnemar.test and binom.test of R; effectsize 0.8.3 for eta and omega squared. Iman & Davenport's F, Kendall's W, Conover's
# comparisons (Conover 1999, p. 371), Cochran's Q, Nemenyi's comparisons (ptukey), mid-p, the limits of partial eta squared
# (uniroot on pf) and the intervals of Newcombe (1998, method 10) and of Agresti & Min (2005) are written out.
# mauchly.test mixes k and k - 1 in the second term of its p (3 * p for 3 * pp), and pingouin does as R does: where there is such
# a term, with more than three occasions, Anderson's (2003, 10.7.4) is written out and theirs are called mauchly_p_mixed.
# rounding_times: the example of ?friedman.test (Hollander & Wolfe 1973, p. 140). orthodont: Potthoff & Roy (1964), from nlme.
suppressMessages(library(effectsize))
cat("dataset,columns,statistic,row,value,fn\n")
put <- function(d, cols, s, v, fn, row = "") cat(paste(d, paste(cols, collapse = " "), s, row, format(v, digits = 17), fn, sep = ","), "\n", sep = "")
read <- function(d, cols) { x <- as.matrix(read.csv(file.path("data", paste0(d, ".csv")))[, cols]); x[complete.cases(x), , drop = FALSE] }
pairs_of <- function(k) { m <- NULL; for (i in 1:(k - 1)) for (j in (i + 1):k) m <- rbind(m, c(i, j)); m }

ranks <- function(d, cols) { x <- read(d, cols); n <- nrow(x); k <- ncol(x)
  f <- friedman.test(x); q <- unname(f$statistic)
  put(d, cols, "friedman_chi", q, "stats::friedman.test"); put(d, cols, "friedman_p", f$p.value, "stats::friedman.test")
  w <- q / (n * (k - 1)); put(d, cols, "kendall_w", w, "formula")
  F <- (n - 1) * q / (n * (k - 1) - q); put(d, cols, "friedman_f", F, "formula")
  put(d, cols, "friedman_f_p", pf(F, k - 1, (k - 1) * (n - 1), lower.tail = FALSE), "formula")
  r <- t(apply(x, 1, rank)); R <- colSums(r); A <- sum(r^2)
  se <- sqrt(2 * (n * A - sum(R^2)) / ((n - 1) * (k - 1))); p <- NULL
  for (m in seq_len(nrow(pairs_of(k)))) { ij <- pairs_of(k)[m, ]; id <- paste(cols[ij], collapse = "-")
    t <- (R[ij[1]] - R[ij[2]]) / se; p[id] <- 2 * pt(-abs(t), (n - 1) * (k - 1))
    put(d, cols, "conover_t", t, "formula", id); put(d, cols, "conover_p", p[id], "formula", id)
    put(d, cols, "nemenyi_p", ptukey(abs(R[ij[1]] - R[ij[2]]) / n / sqrt(k * (k + 1) / (6 * n)) * sqrt(2), k, Inf, lower.tail = FALSE), "formula: stats::ptukey", id) }
  h <- p.adjust(p, "holm"); for (id in names(h)) put(d, cols, "conover_p_holm", h[id], "stats::p.adjust", id) }

means <- function(d, cols) { x <- read(d, cols); n <- nrow(x); k <- ncol(x)
  long <- data.frame(y = as.vector(x), s = factor(rep(1:n, k)), o = factor(rep(1:k, each = n)))
  a <- summary(aov(y ~ o + Error(s / o), long)); w <- a[["Error: s:o"]][[1]]; b <- a[["Error: s"]][[1]]
  F <- w[1, "F value"]; df1 <- k - 1; df2 <- (k - 1) * (n - 1)
  put(d, cols, "f", F, "stats::aov"); put(d, cols, "p", w[1, "Pr(>F)"], "stats::aov")
  put(d, cols, "ss_occasions", w[1, "Sum Sq"], "stats::aov"); put(d, cols, "ss_error", w[2, "Sum Sq"], "stats::aov"); put(d, cols, "ss_people", b[1, "Sum Sq"], "stats::aov")
  fit <- lm(x ~ 1); an <- anova(fit, X = ~1, test = "Spherical")
  eps <- attr(an, "heading"); gg <- as.numeric(sub(".*: *", "", eps[grep("Greenhouse", eps)]))
  S <- estVar(fit); C <- contr.helmert(k); C <- sweep(C, 2, sqrt(colSums(C^2)), "/"); V <- t(C) %*% S %*% C
  e <- sum(diag(V))^2 / (df1 * sum(V^2)); stopifnot(abs(e - gg) < 1e-3)
  h <- (n * df1 * e - 2) / (df1 * (n - 1 - df1 * e)); h1 <- min(1, h)
  put(d, cols, "epsilon_gg", e, "formula"); put(d, cols, "epsilon_hf", h1, "formula")
  put(d, cols, "p_gg", an[1, "G-G Pr"], "stats::anova.mlm"); put(d, cols, "p_hf", pf(F, h1 * df1, h1 * df2, lower.tail = FALSE), "formula: stats::pf")
  if (k > 2 && n >= k) { m <- mauchly.test(fit, X = ~1); put(d, cols, "mauchly_w", unname(m$statistic), "stats::mauchly.test"); 
    q <- k - 1; nu <- n - 1; r <- 1 - (2 * q^2 + q + 2) / (6 * q * nu); z <- -nu * r * log(m$statistic)
    w2 <- (q + 2) * (q - 1) * (q - 2) * (2 * q^3 + 6 * q^2 + 3 * q + 2) / (288 * (nu * q * r)^2); g <- q * (q + 1) / 2 - 1
    t1 <- pchisq(z, g, lower.tail = FALSE); put(d, cols, "mauchly_p", t1 + w2 * (pchisq(z, g + 4, lower.tail = FALSE) - t1), "formula")
    put(d, cols, if (k == 3) "mauchly_p" else "mauchly_p_mixed", m$p.value, "stats::mauchly.test") }
  so <- w[1, 2]; se <- w[2, 2]; sp <- b[1, 2]
  fit2 <- aov(y ~ o + Error(s / o), long)
  put(d, cols, "eta_partial", eta_squared(fit2, partial = TRUE, ci = NULL)$Eta2_partial[1], "effectsize::eta_squared")
  put(d, cols, "eta_generalised", eta_squared(fit2, generalized = TRUE, ci = NULL)$Eta2_generalized[1], "effectsize::eta_squared")
  put(d, cols, "omega_partial", omega_squared(fit2, ci = NULL)$Omega2_partial[1], "effectsize::omega_squared")
  ncp <- function(p) { g <- function(l) pf(F, df1, df2, l) - p; if (g(0) < 0) 0 else uniroot(g, c(0, 10 * F * df1 + 50), tol = 1e-13)$root }
  l <- c(ncp(.95), ncp(.05)); l <- l / (l + n * df1)
  put(d, cols, "eta_partial_low", l[1], "formula: stats::pf"); put(d, cols, "eta_partial_high", l[2], "formula: stats::pf")
  pt <- pairwise.t.test(long$y, long$o, paired = TRUE, p.adjust.method = "holm")$p.value
  for (m in seq_len(nrow(pairs_of(k)))) { ij <- pairs_of(k)[m, ]; id <- paste(cols[ij], collapse = "-")
    t <- t.test(x[, ij[1]], x[, ij[2]], paired = TRUE)
    put(d, cols, "pair_t", unname(t$statistic), "stats::t.test", id); put(d, cols, "pair_low", t$conf.int[1], "stats::t.test", id)
    put(d, cols, "pair_p_holm", pt[ij[2] - 1, ij[1]], "stats::pairwise.t.test", id)
    put(d, cols, "pair_shapiro_p", shapiro.test(x[, ij[1]] - x[, ij[2]])$p.value, "stats::shapiro.test", id) } }

changes <- function(d, cols) { x <- read(d, cols); table4(d, cols, sum(x[, 1] & x[, 2]), sum(x[, 1] & !x[, 2]), sum(!x[, 1] & x[, 2]), sum(!x[, 1] & !x[, 2])) }
table4 <- function(d, cols, a, b, c, e) { n <- a + b + c + e; M <- matrix(c(a, c, b, e), 2); z <- qnorm(.975)
  for (cc in c(FALSE, TRUE)) { m <- mcnemar.test(M, correct = cc); s <- if (cc) "_cc" else ""
    put(d, cols, paste0("mcnemar_chi", s), unname(m$statistic), "stats::mcnemar.test"); put(d, cols, paste0("mcnemar_p", s), m$p.value, "stats::mcnemar.test") }
  bt <- binom.test(b, b + c); put(d, cols, "mcnemar_p_exact", bt$p.value, "stats::binom.test")
  put(d, cols, "mcnemar_p_mid", min(1, 2 * pbinom(min(b, c), b + c, .5) - dbinom(min(b, c), b + c, .5)), "formula")
  ci <- bt$conf.int; put(d, cols, "odds_ratio", b / c, "formula"); put(d, cols, "odds_ratio_low", ci[1] / (1 - ci[1]), "stats::binom.test"); put(d, cols, "odds_ratio_high", ci[2] / (1 - ci[2]), "stats::binom.test")
  p1 <- (a + b) / n; p2 <- (a + c) / n; D <- p1 - p2; put(d, cols, "difference", D, "formula")
  w <- function(x) prop.test(x, n, correct = FALSE)$conf.int; w1 <- w(a + b); w2 <- w(a + c)
  A <- a * e - b * c; f <- if (A > n / 2) A - n / 2 else if (A < 0) A else 0; den <- sqrt((a + b) * (c + e) * (a + c) * (b + e)); f <- if (den > 0) f / den else 0
  put(d, cols, "newcombe_low", D - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2 - 2 * f * (p1 - w1[1]) * (w2[2] - p2)), "formula: stats::prop.test")
  put(d, cols, "newcombe_high", D + sqrt((p2 - w2[1])^2 + (w1[2] - p1)^2 - 2 * f * (p2 - w2[1]) * (w1[2] - p1)), "formula: stats::prop.test")
  B <- b + .5; C <- c + .5; N <- n + 2; S <- z * sqrt((B + C) - (B - C)^2 / N) / N
  put(d, cols, "agresti_min_low", max(-1, (B - C) / N - S), "formula"); put(d, cols, "agresti_min_high", min(1, (B - C) / N + S), "formula") }

shares <- function(d, cols) { x <- read(d, cols); k <- ncol(x); G <- colSums(x); L <- rowSums(x)
  q <- (k - 1) * (k * sum(G^2) - sum(G)^2) / (k * sum(L) - sum(L^2))
  put(d, cols, "cochran_q", q, "formula"); put(d, cols, "cochran_p", pchisq(q, k - 1, lower.tail = FALSE), "formula") }

ranks("rounding_times", c("round_out", "narrow_angle", "wide_angle")); ranks("orthodont", c("age_8", "age_10", "age_12", "age_14"))
ranks("likert_clean", c("A1", "A2", "A3", "A4", "A5", "A6")); ranks("likert_missing", c("B1", "B2", "B3")); ranks("prepost", c("pre", "post"))
ranks("ratings", c("R1", "R2", "R3"))
means("rounding_times", c("round_out", "narrow_angle", "wide_angle")); means("orthodont", c("age_8", "age_10", "age_12", "age_14"))
means("likert_clean", c("A1", "A2", "A3", "A4", "A5", "A6")); means("likert_missing", c("B1", "B2", "B3")); means("prepost", c("pre", "post"))
means("ratings", c("R1", "R2", "R3"))
changes("binary", c("T1", "T8")); changes("binary", c("T2", "T3")); changes("binary", c("T4", "T5"))
table4("mcnemar_counts", c("40", "25", "12", "60"), 40, 25, 12, 60); table4("bentur_2009", c("1", "1", "7", "12"), 1, 1, 7, 12); table4("cavo_2012", c("59", "6", "16", "80"), 59, 6, 16, 80)
shares("binary", c("T1", "T2", "T3")); shares("binary", paste0("T", 1:8)); shares("binary", c("T1", "T8"))
