"""Stratified alpha, and the reliability of the mean of the scales' means, written out.

    python3 composite_reliability.py          (numpy 2.4.6)
"""
import csv, os
import numpy

here = os.path.dirname(os.path.abspath(__file__))
composites = [
    ("likert_clean", "A1 -A2 A3 A4 -A5 A6|B1 B2 B3 -B4 B5 B6", "1-5"),
    ("likert_missing", "A1 -A2 A3 A4 -A5 A6|B1 B2 B3 -B4 B5 B6", "1-5"),
    ("bifactor", "V1 V2 V3 V4|V5 V6 V7 V8|V9 V10 V11 V12", "1-5"),
    ("bifactor", "V1 V2|V3 V4 V5 V6 V7|V8 V9 V10 V11 V12", "1-5"),
]


def alpha(covariance):
    k = len(covariance)
    return k / (k - 1) * (1 - numpy.trace(covariance) / covariance.sum())


with open(f"{here}/../composite_reliability.csv", "w") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["dataset", "keys", "range", "statistic", "row", "value"])
    for dataset, keys, bounds in composites:
        with open(f"{here}/../data/{dataset}.csv") as data:
            rows = list(csv.DictReader(data))
        low, high = map(float, bounds.split("-"))
        names = keys.replace("|", " ").split()
        cells = [[row[name.lstrip("-")] for name in names] for row in rows]
        complete = [row for row in cells if not {"", "NA"} & set(row)]
        scores = numpy.array([[low + high - float(v) if n.startswith("-") else float(v) for n, v in zip(names, row)] for row in complete])
        parts, start = [], 0
        for part in keys.split("|"):
            parts.append(scores[:, start:start + len(part.split())])
            start += len(part.split())
        alphas = [alpha(numpy.cov(part.T)) for part in parts]
        sums = [part.sum(axis=1).var(ddof=1) for part in parts]
        means = [part.mean(axis=1).var(ddof=1) for part in parts]
        stratified = 1 - sum(v * (1 - a) for v, a in zip(sums, alphas)) / scores.sum(axis=1).var(ddof=1)
        composite = 1 - sum(v * (1 - a) for v, a in zip(means, alphas)) / sum(part.mean(axis=1) for part in parts).var(ddof=1)
        correlations = numpy.corrcoef(numpy.array([part.sum(axis=1) for part in parts]))
        values = [("n", "", len(scores)), ("stratified_alpha", "", stratified), ("composite", "", composite), ("alpha", "", alpha(numpy.cov(scores.T)))]
        values += [("alpha_part", str(i + 1), a) for i, a in enumerate(alphas)] + [("variance_part", str(i + 1), v) for i, v in enumerate(sums)]
        values += [("correlation", f"{i + 1},{j + 1}", correlations[i, j]) for i in range(len(parts)) for j in range(i)]
        for statistic, row, value in values:
            writer.writerow([dataset, keys, bounds, statistic, row, f"{value:.17g}"])
