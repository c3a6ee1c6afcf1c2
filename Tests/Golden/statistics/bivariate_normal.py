"""The bivariate normal distribution to 17 digits, with mpmath 1.3.0.

    python3 bivariate_normal.py > bivariate_normal.csv

The arguments are the doubles nearest to those shown. P(X <= h, Y <= k) is found by another way than the Swift code takes: 40 digits, one integral over x of
phi(x) * Phi((k - r x) / sqrt(1 - r^2)), cut where the step of a high correlation lies.
"""
from mpmath import mp, mpf, quad, exp, sqrt, pi, erfc, ncdf, inf

mp.dps = 40


def lower(h, k, r):
    s = sqrt((1 - r) * (1 + r))
    density = lambda x: exp(-x * x / 2) / sqrt(2 * pi) * ncdf((k - r * x) / s)
    step = k / r if r else mpf(0)
    width = s / abs(r) if r else mpf(1)
    cuts = {mpf(x) for x in range(-14, 15)} | {step + w * width for w in (-12, -6, -3, -1, 0, 1, 3, 6, 12)}
    cuts = sorted(c for c in cuts if -38 < c < h)
    return quad(density, [mpf(-38)] + cuts + [h], maxdegree=10)


print("h,k,r,lower")
places = ["-4.5", "-2", "-0.6", "0", "0.3", "1.1", "3.2"]
for r in ["-0.999999", "-0.99", "-0.93", "-0.92", "-0.5", "0", "0.1", "0.65", "0.924", "0.926", "0.97", "0.9999", "0.99999999"]:
    for i, h in enumerate(places):
        for k in places[i:]:
            print(f"{h},{k},{r},{mp.nstr(lower(*(mpf(float(x)) for x in (h, k, r))), 17)}")
