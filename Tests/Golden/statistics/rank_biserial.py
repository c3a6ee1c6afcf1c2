"""The interval of the rank-biserial correlation of pairs, from the definition: Walsh averages one by one.

    python3 rank_biserial.py        (NumPy 2.4.6, scipy 1.17.1)
"""
import numpy as np
from scipy.stats import t

first = np.array([12, 15, 9, 20, 17, 11, 14, 8, 19, 13, 16, 10])
for second in ([10, 18, 8, 11, 24, 1, 19, 2, 23, 5, 27, -2], [10, 16, 7, 15, 17, 9, 15, 8, 12, 14, 11, 9]):
    d = first - np.array(second)
    d = d[d != 0]
    n = len(d)
    signs = np.sign(d[:, None] + d[None, :])
    r = signs[np.triu_indices(n)].sum() / (n * (n + 1) / 2)
    h = np.array([signs[i, np.arange(n) != i].mean() for i in range(n)])
    error = 2 * np.sqrt(h.var(ddof=1) / n) / (1 - r * r)
    for level in (0.95, 0.9):
        reach = t.ppf((1 + level) / 2, n - 1) * error
        print(level, repr(float(r)), repr(float(np.tanh(np.arctanh(r) - reach))), repr(float(np.tanh(np.arctanh(r) + reach))))
