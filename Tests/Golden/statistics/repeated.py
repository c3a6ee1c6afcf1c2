"""Several scores of the same people, with other programs than R.

    python3 repeated.py > repeated_python.csv

scipy 1.17.1 friedmanchisquare; scikit-posthocs 0.17.1 posthoc_conover_friedman and posthoc_nemenyi_friedman; pingouin 0.7.0
rm_anova, epsilon and sphericity; statsmodels 0.15.0 cochrans_q and mcnemar.
"""
import csv, warnings
import numpy as np, pandas as pd, pingouin as pg, scikit_posthocs as sp
from scipy import stats
from statsmodels.stats.contingency_tables import cochrans_q, mcnemar

warnings.filterwarnings("ignore")
print("dataset,columns,statistic,row,value,fn")


def read(name, columns):
    with open(f"data/{name}.csv") as file:
        rows = [[row[c] for c in columns] for row in csv.DictReader(file)]
    return np.array([[float(v) for v in row] for row in rows if all(v not in ("", "NA") for v in row)])


def put(name, columns, statistic, value, fn, row=""):
    print(f"{name},{' '.join(columns)},{statistic},{row},{float(value)!r},{fn}")


def ranks(name, columns):
    x = read(name, columns)
    found = stats.friedmanchisquare(*x.T)
    put(name, columns, "friedman_chi", found.statistic, "scipy.stats.friedmanchisquare")
    put(name, columns, "friedman_p", found.pvalue, "scipy.stats.friedmanchisquare")
    conover = sp.posthoc_conover_friedman(x).to_numpy()
    nemenyi = sp.posthoc_nemenyi_friedman(x).to_numpy()
    for i in range(len(columns)):
        for j in range(i + 1, len(columns)):
            row = f"{columns[i]}-{columns[j]}"
            put(name, columns, "conover_p", conover[i, j], "scikit_posthocs.posthoc_conover_friedman", row)
            put(name, columns, "nemenyi_p", nemenyi[i, j], "scikit_posthocs.posthoc_nemenyi_friedman", row)


def means(name, columns):
    x = read(name, columns)
    wide = pd.DataFrame(x, columns=columns)
    long = wide.reset_index().melt(id_vars="index")
    options = pg.options.copy()
    pg.options.update({key: None for key in pg.options if key.startswith("round")})
    found = pg.rm_anova(long, dv="value", within="variable", subject="index", correction=True, effsize="ng2", detailed=True).iloc[0]
    get = lambda *names: next(found[n] for n in names if n in found.index)
    put(name, columns, "f", get("F"), "pingouin.rm_anova")
    put(name, columns, "p", get("p_unc", "p-unc"), "pingouin.rm_anova")
    put(name, columns, "eta_generalised", get("ng2"), "pingouin.rm_anova")
    put(name, columns, "epsilon_gg", pg.epsilon(wide, correction="gg"), "pingouin.epsilon")
    put(name, columns, "epsilon_hf", pg.epsilon(wide, correction="hf"), "pingouin.epsilon")
    if len(columns) > 2:
        put(name, columns, "p_gg", get("p_GG_corr", "p-GG-corr"), "pingouin.rm_anova")
        put(name, columns, "mauchly_w", pg.sphericity(wide).W, "pingouin.sphericity")
        put(name, columns, "mauchly_p" if len(columns) == 3 else "mauchly_p_mixed", pg.sphericity(wide).pval, "pingouin.sphericity")


def shares(name, columns):
    found = cochrans_q(read(name, columns))
    put(name, columns, "cochran_q", found.statistic, "statsmodels cochrans_q")
    put(name, columns, "cochran_p", found.pvalue, "statsmodels cochrans_q")


def changes(name, columns, counts=None):
    if counts is None:
        x = read(name, columns).astype(int)
        counts = [np.sum((x[:, 0] == i) & (x[:, 1] == j)) for i, j in ((1, 1), (1, 0), (0, 1), (0, 0))]
    table = np.array(counts).reshape(2, 2)
    put(name, columns, "mcnemar_p_exact", mcnemar(table, exact=True).pvalue, "statsmodels mcnemar")
    for suffix, correction in (("", False), ("_cc", True)):
        found = mcnemar(table, exact=False, correction=correction)
        put(name, columns, "mcnemar_chi" + suffix, found.statistic, "statsmodels mcnemar")
        put(name, columns, "mcnemar_p" + suffix, found.pvalue, "statsmodels mcnemar")


sets = [
    ("rounding_times", ["round_out", "narrow_angle", "wide_angle"]), ("orthodont", ["age_8", "age_10", "age_12", "age_14"]),
    ("likert_clean", ["A1", "A2", "A3", "A4", "A5", "A6"]), ("likert_missing", ["B1", "B2", "B3"]), ("ratings", ["R1", "R2", "R3"]),
]
for name, columns in sets:
    ranks(name, columns)
for name, columns in sets + [("prepost", ["pre", "post"])]:
    means(name, columns)
for columns in (["T1", "T2", "T3"], [f"T{i}" for i in range(1, 9)], ["T1", "T8"]):
    shares("binary", columns)
for columns in (["T1", "T8"], ["T2", "T3"], ["T4", "T5"]):
    changes("binary", columns)
for name, counts in (("mcnemar_counts", [40, 25, 12, 60]), ("bentur_2009", [1, 1, 7, 12]), ("cavo_2012", [59, 6, 16, 80])):
    changes(name, [str(count) for count in counts], counts)
