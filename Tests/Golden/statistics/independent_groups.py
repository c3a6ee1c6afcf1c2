"""Yuen's test and d for Welch by scipy 1.17.1, Dunnett's distribution by panels in NumPy.

    python3 independent_groups.py > independent_groups_python.csv
"""
import csv, math, os
import numpy
from scipy import optimize, special, stats

here = os.path.dirname(os.path.abspath(__file__))
print("data,model,statistic,row,value")


def column(dataset, score, group):
    with open(f"{here}/data/{dataset}.csv") as file:
        rows = [r for r in csv.DictReader(file) if r[score] not in ("", "NA")]
    names = sorted({r[group] for r in rows})
    return names, [numpy.array([float(r[score]) for r in rows if r[group] == n]) for n in names]


def put(*cells):
    print(",".join(c if isinstance(c, str) else f"{c:.17g}" for c in cells))


def noncentrality(p, t, df):
    return optimize.brentq(lambda d: stats.nct.cdf(t, df, d) - p, t - 6, t + 6, xtol=1e-13, rtol=1e-14)


for dataset, score, group in [("ToothGrowth", "len", "supp"), ("sleep", "extra", "group"), ("prepost", "post", "group"), ("ties_two_groups", "y", "g")]:
    names, (x, y) = column(dataset, score, group)
    model = f"{score} ~ {group}"
    for trim in (0.1, 0.2):
        r = stats.ttest_ind(x, y, equal_var=False, trim=trim)
        put(dataset, model, f"yuen{trim}_t", "", float(r.statistic)); put(dataset, model, f"yuen{trim}_df", "", float(r.df)); put(dataset, model, f"yuen{trim}_p", "", float(r.pvalue))
    n1, n2, v1, v2 = len(x), len(y), x.var(ddof=1), y.var(ddof=1)
    df = (n1 - 1) * (n2 - 1) * (v1 + v2) ** 2 / ((n2 - 1) * v1**2 + (n1 - 1) * v2**2)
    d = (x.mean() - y.mean()) / math.sqrt((v1 + v2) / 2)
    j = math.exp(math.lgamma(df / 2) - math.lgamma((df - 1) / 2)) / math.sqrt(df / 2)
    t, unit = (x.mean() - y.mean()) / math.sqrt(v1 / n1 + v2 / n2), math.sqrt((v1 / n1 + v2 / n2) / ((v1 + v2) / 2))
    low, high = noncentrality(0.975, t, df) * unit, noncentrality(0.025, t, df) * unit
    put(dataset, model, "d_welch", "", d); put(dataset, model, "g_welch", "", j * d)
    put(dataset, model, "d_welch_low", "", low); put(dataset, model, "d_welch_high", "", high)

# The range of both integrals in panels of 0.1 and less with 12 points each: far more than smooth integrands need.
x, w = numpy.polynomial.legendre.leggauss(12)


def panels(low, high, count):
    edges = numpy.linspace(low, high, count + 1)
    half = numpy.diff(edges)[:, None] / 2
    return (edges[:-1, None] + half * (x + 1)).ravel(), (half * w).ravel()


def dunnett(t, loadings, df):
    """P(max |T| > t), with small tails kept apart from 1."""
    z, wz = panels(-50, 50, 1000)
    s, ws = panels(0, 1 + 14 / math.sqrt(df), 200)
    phi = stats.norm.pdf(z) * wz
    inner = []
    for value in t * s:
        logs = sum(numpy.log1p(-(special.ndtr((l * z - value) / math.sqrt(1 - l * l)) + special.ndtr((-l * z - value) / math.sqrt(1 - l * l)))) for l in loadings)
        inner.append((phi * -numpy.expm1(logs)).sum())
    density = numpy.exp(math.log(2) + df / 2 * math.log(df / 2) - math.lgamma(df / 2) + (df - 1) * numpy.log(s) - df * s * s / 2)
    return (ws * density * inner).sum()


for t, sizes, df in [(1.5, (10, 10, 10), 27), (2.7, (6, 4, 5), 11), (4.1, (10, 10, 10, 10), 36), (9.0, (8, 12, 9), 26), (0.3, (5, 5), 8), (6.5, (20, 7, 11, 15, 9), 57)]:
    loadings = [math.sqrt(n / (n + sizes[0])) for n in sizes[1:]]
    put("inline", f"t={t};n={' '.join(map(str, sizes))};df={df}", "dunnett_tail", "", float(dunnett(t, loadings, df)))
