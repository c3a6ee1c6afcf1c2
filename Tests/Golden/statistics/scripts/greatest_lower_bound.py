"""The minimum trace of covariance matrices, by an interior-point solver: greatest lower bounds.

    python3 greatest_lower_bound.py          (cvxpy 1.9.3 with Clarabel, numpy)
"""
import csv, os
import cvxpy, numpy

here = os.path.dirname(os.path.abspath(__file__))
scales = [
    ("likert_clean", "A1 -A2 A3 A4 -A5 A6", "1-5"), ("likert_clean", "B1 B2 B3 -B4 B5 B6", "1-5"),
    ("bifactor", "V1 V2 V3 V4 V5 V6 V7 V8 V9 V10 V11 V12", "1-5"),
    ("attitude", "rating complaints privileges learning raises critical advance", "0-100"),
    ("binary", "T1 T2 T3 T4 T5 T6 T7 T8", "0-1"), ("likert_clean", "A1 -A2", "1-5"), ("likert_clean", "A1 -A2 A3", "1-5"),
]
with open(f"{here}/../greatest_lower_bound.csv", "w") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["dataset", "args", "statistic", "row", "value"])
    for dataset, keys, bounds in scales:
        with open(f"{here}/../data/{dataset}.csv") as data:
            rows = list(csv.DictReader(data))
        low, high = map(float, bounds.split("-"))
        columns = [[(low + high - float(row[key[1:]])) if key.startswith("-") else float(row[key]) for row in rows] for key in keys.split()]
        covariance = numpy.cov(numpy.array(columns))
        unit = numpy.trace(covariance) / len(covariance)
        matrix = covariance / unit
        errors = cvxpy.Variable(len(matrix), nonneg=True)
        problem = cvxpy.Problem(cvxpy.Maximize(cvxpy.sum(errors)), [matrix - cvxpy.diag(errors) >> 0])
        problem.solve(solver="CLARABEL", tol_gap_abs=1e-10, tol_gap_rel=1e-10, tol_feas=1e-10)
        args = f"keys={keys};range={bounds}"
        assert problem.status == "optimal"
        writer.writerow([dataset, args, "glb", "", f"{1 - problem.value / matrix.sum():.17g}"])
        for key, error in zip(keys.split(), errors.value):
            writer.writerow([dataset, args, "error_variance", key.lstrip("-"), f"{error * unit:.17g}"])
        print(dataset, keys, problem.status, 1 - problem.value / matrix.sum())
