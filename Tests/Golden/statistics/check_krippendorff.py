"""Checks krippendorff.csv: Krippendorff's alpha with the package krippendorff 0.9 and by the coincidence matrix.

    python3 check_krippendorff.py
"""
import csv
import numpy as np
import krippendorff

DISTANCE = {"nominal": lambda c, k, n: float(c != k), "interval": lambda c, k, n: (c - k) ** 2,
            "ratio": lambda c, k, n: 0.0 if c + k == 0 else ((c - k) / (c + k)) ** 2,
            "ordinal": lambda c, k, n: (sum(m for v, m in n.items() if min(c, k) <= v <= max(c, k)) - (n[c] + n[k]) / 2) ** 2}


def read(name):
    with open(f"data/{name}.csv") as file:
        rows = list(csv.DictReader(file))
    number = lambda v: np.nan if v in ("", "NA") else float(v)
    if name == "krippendorff_2011":
        return np.array([[number(row[f"u{i}"]) for i in range(1, 13)] for row in rows])
    columns = ["A1", "A3", "A6"] if name == "likert_missing" else ["R1", "R2", "R3"]
    return np.array([[number(row[c]) for row in rows] for c in columns])


def coincidence(x, metric):
    units = [u[~np.isnan(u)] for u in x.T]
    units = [u for u in units if len(u) > 1]
    n = {}
    for u in units:
        for v in u:
            n[v] = n.get(v, 0) + 1
    total, d = sum(n.values()), DISTANCE[metric]
    observed = sum(d(a, b, n) / (len(u) - 1) for u in units for i, a in enumerate(u) for j, b in enumerate(u) if i != j)
    expected = sum(n[c] * n[k] * d(c, k, n) for c in n for k in n)
    return 1 - (total - 1) * observed / expected


with open("krippendorff.csv") as file:
    for row in csv.DictReader(file):
        x, metric, value = read(row["dataset"]), row["statistic"][6:], float(row["value"])
        package = krippendorff.alpha(reliability_data=x, level_of_measurement=metric)
        print(row["dataset"], metric, value, abs(package - value) < 1e-12, abs(coincidence(x, metric) - value) < 1e-12)
