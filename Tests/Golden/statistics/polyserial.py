"""Two-step polyserial correlations and their standard errors, with numpy and scipy 1.17.1.

    python3 polyserial.py > polyserial.csv

The correlation is the root of the slope of the likelihood (Olsson, Drasgow & Dorans 1982), thresholds, mean and
variance (n) first. The standard error is the infinitesimal jackknife by its definition: the whole estimate is found
anew with the weight of each case moved up and down, and the squared changes are summed.
"""
import csv
import numpy as np
from scipy.stats import norm
from scipy.optimize import brentq


def slope(r, z, t, answer):
    s = np.sqrt(1 - r * r)
    high, low = t[answer + 1], t[answer]
    p = norm.cdf((high - r * z) / s) - norm.cdf((low - r * z) / s)
    part = lambda a: np.where(np.isfinite(a), norm.pdf((a - r * z) / s) * (np.where(np.isfinite(a), a, 0) * r - z), 0)
    return (part(high) - part(low)) / s**3 / p


def estimate(x, y, w):
    n = w.sum()
    mean = (w * x).sum() / n
    z = (x - mean) / np.sqrt((w * (x - mean) ** 2).sum() / n)
    kinds = np.unique(y)
    shares = np.cumsum([(w * (y == k)).sum() / n for k in kinds])[:-1]
    t = np.r_[-np.inf, norm.ppf(shares), np.inf]
    answer = np.searchsorted(kinds, y)
    near = np.corrcoef(z, y)[0, 1]
    return brentq(lambda r: (w * slope(r, z, t, answer)).sum(), max(-0.985, near - 0.12), min(0.985, near + 0.15), xtol=1e-15)


print("dataset,first,second,n,estimate,std_error")
for dataset, first, second in [("likert_clean", "B", "B2"), ("likert_clean", "B", "B4"), ("likert_clean", "B", "A1"),
                               ("mtcars", "mpg", "cyl"), ("mtcars", "mpg", "gear"), ("mtcars", "mpg", "am")]:
    with open(f"data/{dataset}.csv") as file:
        rows = list(csv.DictReader(file))
    x = np.array([sum(float(row[k]) for k in ("B1", "B3", "B5", "B6")) if first == "B" else float(row[first]) for row in rows])
    y = np.array([float(row[second]) for row in rows])
    weights, changes, step = np.ones(len(x)), [], 1e-4
    for case in range(len(x)):
        up, down = weights.copy(), weights.copy()
        up[case] += step
        down[case] -= step
        changes.append((estimate(x, y, up) - estimate(x, y, down)) / (2 * step))
    error = np.sqrt((np.array(changes) ** 2).sum())
    print(f"{dataset},{first},{second},{len(x)},{float(estimate(x, y, weights))!r},{float(error)!r}")
