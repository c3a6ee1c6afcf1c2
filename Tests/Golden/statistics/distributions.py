"""Tails and quantiles of the distributions in AttuneNumerics, to 17 digits, with mpmath 1.3.0.

    python3 distributions.py > distributions.csv

Every value is found by another way than the Swift code takes: incomplete beta and gamma functions
in 60 digits, the noncentral t by its Poisson series in 150 digits, quantiles by bisection.
"""
from mpmath import mp, mpf, betainc, gammainc, erfc, gamma, exp, sqrt, factorial

mp.dps = 60


def normal(x):
    return erfc(-x / sqrt(2)) / 2, erfc(x / sqrt(2)) / 2


def chi2(x, df):
    return (gammainc(df / 2, 0, x / 2, regularized=True), gammainc(df / 2, x / 2, regularized=True))


def f(x, d1, d2):
    y = d1 * x / (d1 * x + d2)
    z = d2 / (d1 * x + d2)
    return betainc(d1 / 2, d2 / 2, 0, y, regularized=True), betainc(d2 / 2, d1 / 2, 0, z, regularized=True)


def large_f(x, d1, d2):
    """The density integrated over the peak, out to 60 standard deviations."""
    a, b = d1 / 2, d2 / 2
    mean, sd = a / (a + b), sqrt(a * b / (a + b) ** 3)
    norm = mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b)
    density = lambda y: exp(norm + (a - 1) * mp.log(y) + (b - 1) * mp.log(1 - y))
    y = d1 * x / (d1 * x + d2)
    steps = [mpf(step) for step in (0.25, 0.5, 1, 2, 3, 5, 8, 12, 20, 40, 60)]
    return (mp.quad(density, [y - step * sd for step in reversed(steps)] + [y]),
            mp.quad(density, [y] + [y + step * sd for step in steps]))


def t(x, df):
    small = betainc(df / 2, mpf(1) / 2, 0, df / (df + x * x), regularized=True) / 2
    return (small, 1 - small) if x < 0 else (1 - small, small)


def nct(x, df, d):
    mp.dps = 150
    lower = nct_lower(x, df, d)
    upper = 1 - lower
    mp.dps = 60
    return lower, upper


def nct_lower(x, df, d):
    if x < 0:
        return 1 - nct_lower(-x, df, -d)
    y = x * x / (x * x + df)
    m = d * d / 2
    total = mpf(0)
    j = 0
    p = exp(-m)
    q = d * exp(-m) / (sqrt(2) * gamma(mpf(3) / 2))
    while True:
        term = p * betainc(j + mpf(1) / 2, df / 2, 0, y, regularized=True) if y > 0 else mpf(0)
        term += q * betainc(j + 1, df / 2, 0, y, regularized=True) if y > 0 else mpf(0)
        total += term
        j += 1
        p *= m / j
        q *= m / (j + mpf(1) / 2)
        if j > m and abs(p) + abs(q) < mpf(10) ** -130:
            break
    return erfc(d / sqrt(2)) / 2 + total / 2


def nct_far(x, df, d):
    """For a large noncentrality: quadrature over s, the estimated over the true standard deviation."""
    mp.dps = 40
    norm = mp.log(2) + df / 2 * mp.log(df / 2) - mp.loggamma(df / 2)
    density = lambda s: exp(norm + (df - 1) * mp.log(s) - df * s * s / 2)
    jump, width, top = d / x, 1 / abs(x), 1 + 20 / sqrt(df)
    inner = [jump + step * width for step in (-40, -20, -10, -5, -2, 0, 2, 5, 10, 20, 40)]
    outer = [top * step / 24 for step in range(25)]
    points = sorted({max(mpf(0), min(top, point)) for point in inner + outer})
    lower = mp.quad(lambda s: density(s) * normal(x * s - d)[0], points)
    upper = mp.quad(lambda s: density(s) * normal(x * s - d)[1], points)
    mp.dps = 60
    return lower, upper


def quantile(tails, p, upper, low, high):
    """Widens the bracket until it holds the answer, then bisects to 22 digits."""
    while low < 0 and (tails(low)[1 if upper else 0] < p) == upper:
        low *= 2
    while (tails(high)[1 if upper else 0] < p) != upper:
        high *= 2
    for _ in range(300):
        middle = (low + high) / 2
        value = tails(middle)[1 if upper else 0]
        if (value < p) != upper:
            low = middle
        else:
            high = middle
        if abs(high - low) < abs(middle) * mpf(10) ** -22:
            break
    return (low + high) / 2


def show(value):
    return mp.nstr(value, 17, min_fixed=0, max_fixed=0)


def tails_row(family, arguments, x, tails):
    names = ";".join(f"{name}={value}" for name, value in arguments)
    print(f"{family},{names},x={x},lower,{show(tails[0])}")
    print(f"{family},{names},x={x},upper,{show(tails[1])}")


def quantile_row(family, arguments, p, tails, low, high):
    names = ";".join(f"{name}={value}" for name, value in arguments)
    print(f"{family},{names},p={p},quantile,{show(quantile(tails, mpf(p), False, low, high))}")
    print(f"{family},{names},p={p},upper_quantile,{show(quantile(tails, mpf(p), True, low, high))}")


# Arguments are binary64 values, so that both programs mean the same number.
print("family,parameters,argument,statistic,value")
for x in [0.0, 0.5, -1.0, 1.959963984540054, 4.0, -8.5, 12.0, -30.0]:
    tails_row("normal", [], x, normal(mpf(x)))
for p in [0.025, 0.25, 1e-10, 1e-100]:
    quantile_row("normal", [], p, normal, mpf(-1), mpf(1))

for df in [1.0, 2.5, 5.0, 31.0, 198.0, 100000.0]:
    for x in [0.0, 0.1, -1.5, 2.0, 8.0, 15.0, -40.0]:
        tails_row("t", [("df", df)], x, t(mpf(x), mpf(df)))
    for p in [0.025, 0.25, 1e-10]:
        quantile_row("t", [("df", df)], p, lambda x: t(x, mpf(df)), mpf(-1), mpf(1))

for d1, d2 in [(1.0, 5.0), (7.0, 21.0), (29.0, 174.0), (1999.0, 9995.0), (2.0, 0.5)]:
    for x in [0.01, 0.5, 1.0, 1.5, 10.0, 200.0]:
        tails_row("f", [("df1", d1), ("df2", d2)], x, f(mpf(x), mpf(d1), mpf(d2)))
    for p in [0.025, 0.25, 1e-8]:
        quantile_row("f", [("df1", d1), ("df2", d2)], p, lambda x: f(x, mpf(d1), mpf(d2)), mpf(0), mpf(1))

# Feldt's interval of a million cases and fifty items; mpmath's own beta function gives up here.
for x in [0.998, 1.0, 1.002]:
    tails_row("f", [("df1", 999999.0), ("df2", 48999951.0)], x, large_f(mpf(x), mpf(999999), mpf(48999951)))

for df in [1.0, 3.0, 10.0, 265.0, 5000.0]:
    for x in [0.01, 1.0, 10.0, 300.0, 5200.0]:
        tails_row("chi2", [("df", df)], x, chi2(mpf(x), mpf(df)))
    for p in [0.025, 0.25, 1e-10]:
        quantile_row("chi2", [("df", df)], p, lambda x: chi2(x, mpf(df)), mpf(0), mpf(1))

for x, df, d in [
    (0.0, 5.0, 1.0), (1.5, 8.0, 0.0), (2.0, 10.0, 1.0), (-1.0, 7.0, 0.5), (3.0, 4.0, -1.0), (10.0, 18.0, 9.0),
    (2.5, 198.0, 2.0), (1.0, 3.0, -3.0), (-4.1, 8.0, 7.0), (0.1, 2798.0, -1.9), (-8.0, 12.0, 3.0), (12.0, 12.0, -3.0),
    (25.0, 60.0, 22.0), (-30.0, 20.0, -28.0), (1.0, 1.0, 1.0), (0.3, 2.0, 12.0), (40.0, 1.0, 0.5), (5.0, 500.0, 9.0),
]:
    tails_row("nct", [("df", df), ("ncp", d)], x, nct(mpf(x), mpf(df), mpf(d)))

for x, df, d in [(220.0, 4.0, 200.0), (120.0, 4.0, 200.0), (1000.0, 2.0, 200.0), (-1100.0, 100.0, -1020.0),
                 (-5000.0, 30.0, -9000.0), (1.0e6, 9.0, 1.1e6)]:
    tails_row("nct", [("df", df), ("ncp", d)], x, nct_far(mpf(x), mpf(df), mpf(d)))

# Tails down to 1e-300, where p-values are exported at full precision.
for x in [20.0, -36.5, 37.0]:
    tails_row("normal", [], x, normal(mpf(x)))
for df, x in [(2.0, 1e120), (5.0, -3e58), (31.0, 1e9), (31.0, 60000.0), (198.0, 400.0), (5000.0, -38.6), (100000.0, 37.1)]:
    tails_row("t", [("df", df)], x, t(mpf(x), mpf(df)))
for d1, d2, x in [(1.0, 5.0, 1e115), (7.0, 21.0, 1e28), (3.0, 200.0, 3e4), (29.0, 174.0, 2000.0), (2.0, 2000.0, 900.0),
                  (60.0, 30.0, 1e-10), (10.0, 400.0, 1e-55)]:
    tails_row("f", [("df1", d1), ("df2", d2)], x, f(mpf(x), mpf(d1), mpf(d2)))
for df, x in [(1.0, 1360.0), (3.0, 1380.0), (40.0, 1500.0), (265.0, 2000.0), (5000.0, 9000.0), (10.0, 1e-58), (265.0, 1.5)]:
    tails_row("chi2", [("df", df)], x, chi2(mpf(x), mpf(df)))
