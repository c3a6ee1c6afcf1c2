"""Exact permutation tests of the difference of two means: one-sided by scipy, two-sided written out.

    python3 permutation_test.py          (scipy 1.17, numpy 2.4.6)
"""
import csv, itertools, os
import numpy, scipy.stats

here = os.path.dirname(os.path.abspath(__file__))
with open(f"{here}/../permutation_test.csv", "w") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["dataset", "args", "statistic", "value"])
    for dataset, score, group, first, second in [
        ("sleep", "extra", "group", "1", "2"), ("hollander_permeability", "y", "g", "term", "mid"),
        ("ties_two_groups", "y", "g", "a", "b"), ("zero_variance_group", "y", "g", "a", "b"),
    ]:
        with open(f"{here}/../data/{dataset}.csv") as data:
            rows = list(csv.DictReader(data))
        x, y = (numpy.array([float(row[score]) for row in rows if row[group] == name]) for name in (first, second))
        args = f"y={score};group1={first};group2={second}"
        for alternative in ("less", "greater"):
            result = scipy.stats.permutation_test(
                (x, y), lambda u, v, axis: numpy.mean(u, axis=axis) - numpy.mean(v, axis=axis), n_resamples=numpy.inf, alternative=alternative, vectorized=True)
            writer.writerow([dataset, args, alternative, f"{result.pvalue:.17g}"])
        scores = numpy.concatenate([x, y])
        scores -= scores.mean()
        found = abs(scores[: len(x)].sum())
        sums = [abs(scores[list(chosen)].sum()) for chosen in itertools.combinations(range(len(scores)), len(x))]
        writer.writerow([dataset, args, "two-sided", f"{numpy.mean([s >= found - 1e-9 for s in sums]):.17g}"])
        writer.writerow([dataset, args, "divisions", len(sums)])
