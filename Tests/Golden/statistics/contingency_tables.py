"""Exact and ordinal measures of tables of counts, and intervals of 2 x 2 tables.

    python3 contingency_tables.py > contingency_tables_python.csv

Fisher's p and mid-p: every table with the same margins in fractions, ties being exact. The odds ratio given the margins: mpmath 1.3.0
to 30 digits. Intervals of proportions and their differences and ratios: statsmodels 0.15.0. Standard errors of gamma, tau-b and Somers' d:
the delta method with derivatives by mpmath. Proportional odds: statsmodels OrderedModel, and the maximum of the
likelihood by mpmath.
"""
from fractions import Fraction
from math import factorial, prod
import mpmath as mp
import numpy as np
from statsmodels.stats.proportion import proportion_confint, confint_proportions_2indep
from statsmodels.miscmodels.ordinal_model import OrderedModel

mp.mp.dps = 30
tables = [line for line in """3 1|1 3
12 5|7 20
0 8|6 3
10 0|0 7
30 12|25 44
1 9|0 14
5 3 2|1 4 6
2 0 1|0 3 1|1 1 4
1 2 3 4|4 3 2 1|2 2 2 2
8 0 0|0 5 1|0 1 4|2 2 2
4 1 0 2 3|1 5 2 0 1
12 7 3|4 9 11|6 6 6
120 90|80 140
2 2|2 2
0 4 1|3 0 2|1 3 0|2 2 2|4 0 1""".split("\n")]
print("table,statistic,row,value,fn")


def put(t, statistic, value, fn, row=""):
    print(f"{t},{statistic},{row},{mp.nstr(mp.mpf(value), 17) if not isinstance(value, Fraction) else mp.nstr(mp.mpf(value.numerator) / value.denominator, 17)},{fn}")


def columns_of(total, room):
    if len(room) == 1:
        if total <= room[0]:
            yield (total,)
        return
    for count in range(min(total, room[0]) + 1):
        for rest in columns_of(total - count, room[1:]):
            yield (count,) + rest


def all_products(rows, columns):
    """For every table with these margins the product of the factorials of its counts, with how many tables have it."""
    states = {(tuple(rows), 1): 1}
    for total in columns:
        following = {}
        for (room, product), tables in states.items():
            for column in columns_of(total, room):
                key = (tuple(r - c for r, c in zip(room, column)), product * prod(factorial(c) for c in column))
                following[key] = following.get(key, 0) + tables
        states = following
    return {product: tables for (_, product), tables in states.items()}


def fisher(x):
    rows, columns = x.sum(1).tolist(), x.sum(0).tolist()
    shared = Fraction(prod(map(factorial, rows)) * prod(map(factorial, columns)), factorial(int(x.sum())))
    found = shared / prod(factorial(int(c)) for c in x.flat)
    p = sum(tables * shared / product for product, tables in all_products(rows, columns).items() if shared / product <= found)
    return p, found


def conditional(x):
    (a, b), (c, d) = x.tolist()
    m, n, k = a + c, b + d, a + b
    low, high = max(0, k - n), min(k, m)
    weights = {u: mp.binomial(m, u) * mp.binomial(n, k - u) for u in range(low, high + 1)}
    share = lambda theta, keep: sum(w * mp.e ** (theta * u) for u, w in weights.items() if keep(u)) / sum(w * mp.e ** (theta * u) for u, w in weights.items())
    mean = lambda theta: sum(u * w * mp.e ** (theta * u) for u, w in weights.items()) / sum(w * mp.e ** (theta * u) for u, w in weights.items())
    solve = lambda f: mp.e ** mp.findroot(f, (-40, 40), solver="anderson", tol=1e-40, maxsteps=500, verify=False)
    out = {}
    if low < a < high:
        out["conditional_odds_ratio"] = solve(lambda t: mean(t) - a)
    if a > low:
        out["conditional_lower"] = solve(lambda t: share(t, lambda u: u >= a) - mp.mpf("0.025"))
    if a < high:
        out["conditional_upper"] = solve(lambda t: share(t, lambda u: u <= a) - mp.mpf("0.025"))
    return out


def ordinal(p):
    r, c = len(p), len(p[0])
    P = sum(p[i][j] * p[k][l] for i in range(r) for j in range(c) for k in range(i + 1, r) for l in range(j + 1, c))
    Q = sum(p[i][j] * p[k][l] for i in range(r) for j in range(c) for k in range(i + 1, r) for l in range(j))
    row = 1 - sum(sum(p[i]) ** 2 for i in range(r))
    col = 1 - sum(sum(p[i][j] for i in range(r)) ** 2 for j in range(c))
    d = 2 * (P - Q)
    return {"gamma": (P - Q) / (P + Q), "tau_b": d / mp.sqrt(row * col), "somers_column": d / row, "somers_row": d / col}


def delta(x):
    n = int(x.sum())
    shape = x.shape
    share = [mp.mpf(int(v)) / n for v in x.flat]
    as_table = lambda v: [list(v[i * shape[1]:(i + 1) * shape[1]]) for i in range(shape[0])]
    h = mp.mpf(10) ** -10
    for name, value in ordinal(as_table(share)).items():
        slopes = []
        for place in range(len(share)):
            up, down = list(share), list(share)
            up[place] += h
            down[place] -= h
            slopes.append((ordinal(as_table(up))[name] - ordinal(as_table(down))[name]) / (2 * h))
        # All of these have no degree in the shares, so that a common factor does not count.
        mean = sum(s * p for s, p in zip(slopes, share))
        variance = (sum(s * s * p for s, p in zip(slopes, share)) - mean ** 2) / n
        yield name, value, mp.sqrt(variance)


def proportional_odds(x, start):
    """The maximum of the likelihood, to 15 digits and more, from its derivatives by differences of 30 digits."""
    rows, cols = x.shape
    below = np.cumsum(x.sum(0))[:-1]
    cuts = [mp.log(mp.mpf(int(b)) / int(x.sum() - b)) for b in below]
    logistic = lambda v: 1 / (1 + mp.e ** -v)

    def likelihood(*p):
        total = mp.mpf(0)
        for i in range(rows):
            shift = p[cols - 1 + i - 1] if i else mp.mpf(0)
            f = [mp.mpf(0)] + [logistic(p[j] - shift) for j in range(cols - 1)] + [mp.mpf(1)]
            total += sum(int(x[i, j]) * mp.log(f[j + 1] - f[j]) for j in range(cols) if x[i, j])
        return total

    size = cols - 1 + rows - 1
    unit = lambda *places: tuple(places.count(k) for k in range(size))
    p = cuts + [mp.mpf(float(v)) for v in start]
    for _ in range(12):
        gradient = mp.matrix([mp.diff(likelihood, tuple(p), unit(k)) for k in range(size)])
        hessian = mp.matrix(size, size)
        for k in range(size):
            for l in range(k + 1):
                hessian[k, l] = hessian[l, k] = mp.diff(likelihood, tuple(p), unit(k, l))
        step = mp.lu_solve(hessian, -gradient)
        p = [v + d for v, d in zip(p, step)]
        if max(abs(d) for d in step) < mp.mpf(10) ** -18:
            break
    variance = (-hessian) ** -1
    for k in range(size):
        name, place = ("threshold", k + 1) if k < cols - 1 else ("coefficient", k - (cols - 1) + 2)
        yield "mle_" + name, place, p[k]
        if name == "coefficient":
            yield "mle_se", place, mp.sqrt(variance[k, k])


for t in tables:
    x = np.array([[int(v) for v in row.split()] for row in t.split("|")])
    p, point = fisher(x)
    put(t, "fisher_p", p, "all tables in fractions")
    put(t, "fisher_mid_p", p - point / 2, "all tables in fractions")
    put(t, "fisher_point", point, "all tables in fractions")
    if x.min() > 0 or x.size > 4:
        for name, value, error in delta(x):
            put(t, name, value, "delta method, mpmath")
            if error > 1e-12:
                put(t, name + "_se", error, "delta method, mpmath")
    if x.shape == (2, 2):
        for name, value in conditional(x).items():
            put(t, name, value, "mpmath")
        (a, b), (c, d) = x.tolist()
        for row, (count, total) in enumerate([(a, a + b), (c, c + d)], 1):
            for method, name in [("wilson", "wilson"), ("agresti_coull", "agresti_coull")]:
                low, high = proportion_confint(count, total, 0.05, method)
                put(t, name + "_lower", low, "statsmodels proportion_confint", row)
                put(t, name + "_upper", high, "statsmodels proportion_confint", row)
        for compare, method, name in [("diff", "newcomb", "newcombe"), ("diff", "agresti-caffo", "agresti_caffo"), ("diff", "wald", "wald"),
                                      ("ratio", "log", "katz"), ("odds-ratio", "logit", "woolf"), ("odds-ratio", "logit-adjusted", "haldane_anscombe")]:
            if compare != "diff" and method != "logit-adjusted" and x.min() == 0:
                continue
            low, high = confint_proportions_2indep(a, a + b, c, c + d, method=method, compare=compare, alpha=0.05, correction=False)
            put(t, name + "_lower", low, "statsmodels confint_proportions_2indep")
            put(t, name + "_upper", high, "statsmodels confint_proportions_2indep")

for t in ["1 2 3 4|4 3 2 1|2 2 2 2", "12 7 3|4 9 11|6 6 6", "20 11 4 2|13 17 9 6|5 8 14 21", "5 3 2|1 4 6", "4 1 3 2 3|1 5 2 4 1"]:
    x = np.array([[int(v) for v in row.split()] for row in t.split("|")])
    rows = np.repeat(np.indices(x.shape)[0].ravel(), x.ravel())
    cols = np.repeat(np.indices(x.shape)[1].ravel(), x.ravel())
    dummies = np.stack([rows == i for i in range(1, x.shape[0])], 1).astype(float)
    fit = OrderedModel(cols, dummies, distr="logit").fit(method="newton", disp=False, maxiter=200, tol=1e-14)
    for i in range(dummies.shape[1]):
        put(t, "ordered_model_coefficient", fit.params[i], "statsmodels OrderedModel", i + 2)
        put(t, "ordered_model_se", fit.bse[i], "statsmodels OrderedModel", i + 2)
    put(t, "ordered_model_log_likelihood", fit.llf, "statsmodels OrderedModel")
    for name, place, value in proportional_odds(x, fit.params[:dummies.shape[1]]):
        put(t, name, value, "mpmath", place)
