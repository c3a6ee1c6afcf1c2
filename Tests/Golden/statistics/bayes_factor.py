"""JZS Bayes factors of t, as logarithms, with mpmath 1.3.0.

    python3 bayes_factor.py > bayes_factor.csv

Two ways of different descent: `over g`, the integral of Rouder et al. (2009) over the prior's variance, and
`over delta`, the noncentral t density at t against the central one, integrated over the Cauchy prior itself (its half
above 0 for `greater`). Each checks the other; where df is too large for the second, the first stands alone.
"""
from mpmath import mp, mpf, exp, log, sqrt, pi, loggamma, hyp1f1, quad

mp.dps = 30


def over_g(t, n, df, r):
    def integrand(u):
        a = n * r * r * exp(u)
        shrunk = (1 + t * t / ((1 + a) * df)) / (1 + t * t / df)
        return exp(-(df + 1) / 2 * log(shrunk) - log(1 + a) / 2 - u / 2 - exp(-u) / 2)
    top = max(mpf(0), -log(n * r * r), log(max(t * t, 1) / (n * r * r))) + 80
    points = [mpf(-8) + (top + 8) * k / 50 for k in range(51)]
    return log(quad(integrand, points, method='gauss-legendre', maxdegree=5) / sqrt(2 * pi))


def over_delta(t, n, df, r, half):
    ratio = sqrt(2) * exp(loggamma(df / 2 + 1) - loggamma((df + 1) / 2)) / sqrt(df + t * t)
    share = t * t / (df + t * t)

    def integrand(delta):
        ncp = delta * sqrt(n)
        z = share * ncp * ncp / 2
        # Kummer's transformation would cancel; both terms have one sign where ncp * t > 0.
        with mp.workdps(40 + int(abs(z) / 2)):
            density = exp(-ncp * ncp / 2) * (hyp1f1((df + 1) / 2, mpf(1) / 2, z)
                                             + ratio * ncp * t * hyp1f1(df / 2 + 1, mpf(3) / 2, z))
        return density / (pi * r * (1 + (delta / r) ** 2))
    # Beyond, the density is below exp(-80) of the central one.
    reach = sqrt(160 / (1 - share) / n)
    points = [reach * k / 24 for k in range(25)]
    up = quad(integrand, points, method="gauss-legendre", maxdegree=5)
    if half:
        return log(2 * up)
    return log(up + quad(lambda delta: integrand(-delta), points, method="gauss-legendre", maxdegree=5))


half_scale = mpf(2) ** mpf("0.5") / 2
default = mpf(float(half_scale))
print("t,effective_count,df,scale,alternative,way,log_bf")


def row(t, n, df, r, alternative, way, value):
    print(f"{float(t)!r},{float(n)!r},{float(df)!r},{float(r)!r},{alternative},{way},{mp.nstr(value, 17)}", flush=True)


sizes = [(mpf(2), 1), (mpf(1), 2), (mpf(3), 2), (mpf(10), 9), (mpf(10), 18), (mpf(float(5 * 7 / 12)), 10),
         (mpf(80), 79), (mpf(float(900 * 1000 / 1900)), 1898), (mpf(10000), 9999)]
for n, df in sizes:
    for t in ["0", "0.3", "2.25", "-40", "300"]:
        for r in [default] + ([mpf("1")] if t == "2.25" else []) + ([mpf(2) ** -6] if t == "300" else []):
            row(t, n, df, r, "two-sided", "over g", over_g(mpf(t), n, mpf(df), r))
for n, df in [(mpf(5e5), 1999998), (mpf(1e8), 99999999)]:
    for t in ["0", "1.5", "-5", "40", "1000"]:
        row(t, n, df, default, "two-sided", "over g", over_g(mpf(t), n, mpf(df), default))
row("1e6", mpf(2), 1, default, "two-sided", "over g", over_g(mpf(1e6), mpf(2), mpf(1), default))
mp.dps = 25
for n, df in [(mpf(2), 1), (mpf(10), 9), (mpf(10), 18), (mpf(80), 79)]:
    for t in ["0", "0.3", "2.25", "-1", "-2.25"]:
        row(t, n, df, default, "two-sided", "over delta", over_delta(mpf(t), n, mpf(df), default, False))
        row(t, n, df, default, "greater", "over delta", over_delta(mpf(t), n, mpf(df), default, True))
