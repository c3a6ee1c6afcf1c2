"""Power of the t test for two means, and the smallest difference that is found with a power of 0.8.

    python3 t_power.py > t_power.csv

R 4.2.2 pt with ncp, and power.t.test for equal sizes; scipy 1.17.1 nct.
"""
import subprocess
from scipy import stats

sizes = [(33, 15), (40, 40), (73, 51), (34, 31), (150, 75), (220, 150), (302, 143), (2, 3), (5, 400)]


def power(n1, n2, d, alpha):
    df, delta = n1 + n2 - 2, d / (1 / n1 + 1 / n2) ** 0.5
    limit = stats.t.isf(alpha / 2, df)
    return stats.nct.sf(limit, df, delta) + stats.nct.cdf(-limit, df, delta)


print("program,what,n1,n2,d,alpha,value")
for n1, n2 in sizes:
    for alpha in (0.05, 0.0125):
        for d in (0.0, 0.2, 0.5, 0.8):
            print(f"scipy,power,{n1},{n2},{d},{alpha},{power(n1, n2, d, alpha):.15g}")
            call = f"df <- {n1 + n2 - 2}; delta <- {d} / sqrt(1 / {n1} + 1 / {n2}); limit <- qt({alpha} / 2, df, lower.tail = FALSE); cat(sprintf('%.15g', pt(limit, df, delta, lower.tail = FALSE) + pt(-limit, df, delta)))"
            value = subprocess.run(["Rscript", "-e", call], capture_output=True, text=True, check=True).stdout
            print(f"R,power,{n1},{n2},{d},{alpha},{value}")
        if n1 > 2:
            call = f"df <- {n1 + n2 - 2}; limit <- qt({alpha} / 2, df, lower.tail = FALSE); power <- function(d) {{ delta <- d / sqrt(1 / {n1} + 1 / {n2}); pt(limit, df, delta, lower.tail = FALSE) + pt(-limit, df, delta) }}; cat(sprintf('%.15g', uniroot(function(d) power(d) - 0.8, c(0.01, 5), tol = 1e-14)$root))"
            value = subprocess.run(["Rscript", "-e", call], capture_output=True, text=True, check=True).stdout
            print(f"R,smallest,{n1},{n2},,{alpha},{value}")
for n in (10, 40, 64):
    for d in (0.2, 0.5, 0.8):
        call = f"cat(sprintf('%.15g', power.t.test(n={n}, delta={d}, strict=TRUE, tol=1e-14)$power))"
        value = subprocess.run(["Rscript", "-e", call], capture_output=True, text=True, check=True).stdout
        print(f"R,power,{n},{n},{d},0.05,{value}")
