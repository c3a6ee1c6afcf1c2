"""Fleiss' kappa, Kendall's W and limits of agreement, with other programs.

    python3 agreement.py > agreement.csv

statsmodels 0.15.0 and irrCAC 0.4.4 (Fleiss' kappa; Gwet's standard error and t interval), scipy 1.17.1 (Friedman's
chi-square, from which W follows; noncentral t; regression). The formulas of Fleiss, Nee & Landis (1979) and Legendre
(2005) are written out. Fleiss's (1971) table is the one printed there, patients sorted within rows.
"""
import csv, warnings
import numpy as np, pandas as pd
from scipy import stats
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa
from irrCAC.raw import CAC

warnings.filterwarnings("ignore")
print("dataset,columns,statistic,category,value,by")


def read(name, columns):
    with open(f"data/{name}.csv") as file:
        rows = [[row[c] for c in columns] for row in csv.DictReader(file)]
    return np.array([[float(v) for v in row] for row in rows if all(v not in ("", "NA") for v in row)])


def put(name, columns, statistic, value, by, category=""):
    print(f"{name},{' '.join(columns)},{statistic},{category},{float(value)!r},{by}")


def fleiss(name, columns):
    x = read(name, columns)
    table, categories = aggregate_raters(x)
    n, m = len(x), len(columns)
    put(name, columns, "fleiss", fleiss_kappa(table), "statsmodels")
    found = CAC(pd.DataFrame(x), digits=15).fleiss()["est"]
    put(name, columns, "fleiss_irrcac", found["coefficient_value"], "irrCAC")
    put(name, columns, "fleiss_se", found["se"], "irrCAC")
    put(name, columns, "fleiss_low", found["confidence_interval"][0], "irrCAC")
    put(name, columns, "fleiss_high", found["confidence_interval"][1], "irrCAC")
    p = table.sum(0) / (n * m)
    q = 1 - p
    s = (p * q).sum()
    put(name, columns, "fleiss_se0", np.sqrt(2 / (n * m * (m - 1)) * (s**2 - (p * q * (q - p)).sum())) / s, "formula")
    for j, c in enumerate(categories):
        other = np.stack([table[:, j], m - table[:, j]], 1)
        put(name, columns, "fleiss_category", fleiss_kappa(other), "statsmodels", f"{c:g}")


def kendall_w(name, columns):
    x = read(name, columns)
    n, m = x.shape
    chi, p = stats.friedmanchisquare(*[x[i] for i in range(n)])
    w = chi / (m * (n - 1))
    put(name, columns, "w", w, "scipy")
    put(name, columns, "w_chi", chi, "scipy")
    put(name, columns, "w_p", p, "scipy")
    f, d = (m - 1) * w / (1 - w), n - 1 - 2 / m
    put(name, columns, "w_f", f, "formula")
    put(name, columns, "w_f_p", stats.f.sf(f, d, (m - 1) * d), "scipy")


def bland_altman(name, columns):
    x = read(name, columns)
    d, mean = x[:, 0] - x[:, 1], x.mean(1)
    n, s = len(d), np.std(d, ddof=1)
    z = stats.norm.ppf(0.975)
    put(name, columns, "bias", d.mean(), "numpy")
    # By F: scipy 1.17.1's own quantile of t is off in the ninth digit (R's qt agrees with this one).
    reach = np.sqrt(stats.f.ppf(0.95, 1, n - 1)) * s / np.sqrt(n)
    put(name, columns, "bias_low", d.mean() - reach, "scipy")
    put(name, columns, "bias_high", d.mean() + reach, "scipy")
    put(name, columns, "upper", d.mean() + z * s, "numpy")
    put(name, columns, "lower", d.mean() - z * s, "numpy")
    inner, outer = stats.nct.ppf([0.025, 0.975], n - 1, z * np.sqrt(n)) * s / np.sqrt(n)
    put(name, columns, "upper_low", d.mean() + inner, "scipy")
    put(name, columns, "upper_high", d.mean() + outer, "scipy")
    put(name, columns, "lower_low", d.mean() - outer, "scipy")
    put(name, columns, "lower_high", d.mean() - inner, "scipy")
    line = stats.linregress(mean, d)
    put(name, columns, "slope", line.slope, "scipy")
    put(name, columns, "slope_se", line.stderr, "scipy")
    put(name, columns, "slope_p", line.pvalue, "scipy")


fleiss("fleiss_1971", [f"r{i}" for i in range(1, 7)])
fleiss("likert_clean", ["A1", "A3", "A4", "A6"])
fleiss("likert_missing", ["B1", "B2", "B3"])
for name, columns in [("shrout_fleiss_1979", ["J1", "J2", "J3", "J4"]), ("ratings", ["R1", "R2", "R3"]),
                      ("attitude", ["rating", "complaints", "privileges"]), ("likert_clean", ["A1", "A3", "A4", "A6"])]:
    kendall_w(name, columns)
for name, columns in [("ratings", ["R1", "R2"]), ("shrout_fleiss_1979", ["J1", "J2"]), ("prepost", ["pre", "post"]),
                      ("attitude", ["rating", "complaints"])]:
    bland_altman(name, columns)
