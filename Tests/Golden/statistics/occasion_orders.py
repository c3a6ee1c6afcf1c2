"""The exact p of Friedman's test: all orders of everybody's scores, in whole numbers.

    python3 occasion_orders.py > occasion_orders.csv

Python's fractions and itertools; of small examples every order of every person is gone through, one by one, and of larger ones
the sums of rank vectors are counted, occasion by occasion, without any use of symmetry. Siegel (1956), Table N, prints the p of three and four occasions without ties to three places.
"""
import csv, itertools
from collections import Counter
from fractions import Fraction


def doubled_midranks(scores):
    return [sum(2 if other < score else 1 if other == score else 0 for other in scores) + 1 for score in scores]


def squares(sums):
    return sum(s * s for s in sums)


def one_by_one(people):
    found = squares(map(sum, zip(*people)))
    ways = above = 0
    for orders in itertools.product(*(list(itertools.permutations(person)) for person in people)):
        ways += 1
        above += squares(map(sum, zip(*orders))) >= found
    return Fraction(above, ways)


def counted(people):
    found = squares(map(sum, zip(*people)))
    states = Counter({(0,) * len(people[0]): 1})
    for person in people:
        following = Counter()
        for sums, ways in states.items():
            for order in itertools.permutations(person):
                following[tuple(map(int.__add__, sums, order))] += ways
        states = following
    return Fraction(sum(w for s, w in states.items() if squares(s) >= found), sum(states.values()))


examples = [
    [[1, 2, 3], [1, 2, 3], [1, 2, 3]], [[1, 2, 3], [1, 2, 3], [2, 1, 3]], [[1, 2, 3], [1, 3, 2], [3, 1, 2], [2, 1, 3]],
    [[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 3, 2]], [[1, 2, 2], [3, 1, 1], [1, 2, 3], [2, 2, 5], [1, 4, 5]],
    [[1, 2, 3, 4], [2, 1, 3, 4], [1, 2, 4, 3]], [[4, 4, 1, 2], [3, 3, 3, 1], [2, 5, 1, 1]], [[1, 1, 1], [2, 3, 9], [4, 5, 6]],
    [[0, 1, 1], [0, 0, 1], [0, 1, 1], [1, 0, 1], [0, 0, 1], [1, 1, 1]], [[1, 2], [3, 4], [5, 5], [2, 1], [0, 7]],
    [[1, 2, 3, 4, 5], [2, 1, 3, 5, 4], [1, 3, 2, 4, 5]],
]
print("dataset,columns,scores,p,how")
for people in examples:
    ranks = [doubled_midranks(person) for person in people]
    assert one_by_one(ranks) == counted(ranks)
    print(f",,{';'.join(' '.join(map(str, person)) for person in people)},{float(one_by_one(ranks))!r},one by one")
for name, columns in [("rounding_times", ["round_out", "narrow_angle", "wide_angle"]), ("ratings", ["R1", "R2", "R3"])]:
    with open(f"data/{name}.csv") as file:
        people = [[float(row[c]) for c in columns] for row in csv.DictReader(file)]
    print(f"{name},{' '.join(columns)},,{float(counted([doubled_midranks(person) for person in people]))!r},counted")
