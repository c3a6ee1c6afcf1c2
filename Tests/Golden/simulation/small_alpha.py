# Cronbach's alpha of `resp` (Alongside) for 30 people, by the model of docs/simulation.md written out in NumPy.
#
#     python3 small_alpha.py > small_alpha.csv
#
# Five items cut at the points of the profile `pos`, two of them reversed; 12 of 30 people lie 0.4 higher on the general
# factor, of which `resp` carries 0.80. Nobody misses an answer, stops, or answers without reading. sd_1000 and sd_2000
# say how far a 5th percentile of so many runs varies by chance.
import numpy

generator = numpy.random.default_rng(20221128)
cuts, runs, people, items = numpy.array([-1.9, -1.1, -0.3, 0.8]), 100_000, 30, 5
score = generator.standard_normal((runs, people))
score[:, 18:] += 0.4 * 0.80
method = generator.standard_normal((runs, people))
answers = numpy.empty((runs, people, items))
for item in range(items):
    loading, of_method = (0.55, 0.25) if item >= 3 else (0.70, 0.0)
    rest = numpy.sqrt(1 - loading**2 - of_method**2) * generator.standard_normal((runs, people))
    y = loading * score + of_method * method + rest
    answers[:, :, item] = 1 + (y[:, :, None] > cuts).sum(2)
total = answers.sum(2).var(1, ddof=1)
alpha = items / (items - 1) * (1 - answers.var(1, ddof=1).sum(1) / total)

print("statistic,value")
for name, p in [("p05", 0.05), ("median", 0.5), ("p95", 0.95)]:
    print(f"{name},{numpy.quantile(alpha, p)!r}".replace("np.float64(", "").replace(")", ""))
for count in [1000, 2000]:
    spread = numpy.quantile(alpha.reshape(-1, count), 0.05, axis=1).std(ddof=1)
    print(f"sd_{count},{float(spread)!r}")
