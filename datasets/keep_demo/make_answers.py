"""Writes the made-up answers of datasets/keep_demo: what each person types, a line for each prompt.

Nobody gave these answers. Each person has a score on each part, drawn with a correlation of 0.5
between parts; an item's answer is 0.7 of that score (0.55 for an item that is read the other way
round) plus noise, cut into five. People who are not in contact now score lower on relationships
(0.9 of a standard deviation), priorities (0.8), medication (0.7), practical help (0.6), openness (0.8)
and the whole of life (0.3), and alike on wanting help. Some items are skipped, some refused.
The same seed gives the same files.

    python3 make_answers.py
"""

import pathlib
import random

SEED = 20261122
IN_CONTACT, NOT_IN_CONTACT = 24, 16
# Items of each part in the order asked; R marks those that are read the other way round.
PARTS = {
    "rel": "    RR", "prio": "    RR", "prac": "    R", "whole": "    R", "areas": None,
    "want": "    R", "med": "   RR", "hosp": " R R ", "open": "   R",
}
SHIFT = {"rel": 0.9, "prio": 0.8, "med": 0.7, "prac": 0.6, "open": 0.8, "whole": 0.3, "hosp": -0.2}
CUTS = {
    "rel": (-1.9, -1.1, -0.3, 0.8), "want": (-1.9, -1.1, -0.3, 0.8),
    "hosp": (-1.9, -1.1, -0.3, 0.8), "whole": (-0.8, 0.3, 1.0, 1.8),
}
MIDDLE = (-1.3, -0.45, 0.45, 1.3)


def item(draw, score, is_reversed, cuts):
    """The number typed for one item, or a reason."""
    chance = draw.random()
    if chance < 0.015:
        return "n"
    if chance < 0.03:
        return "s"
    if chance < 0.04:
        return "skip"
    loading = 0.55 if is_reversed else 0.70
    value = loading * score + (1 - loading**2) ** 0.5 * draw.gauss(0, 1)
    code = 1 + sum(value > cut for cut in cuts)
    return str(6 - code if is_reversed else code)


def person(draw, in_contact):
    common = draw.gauss(0, 1)
    score = {
        part: 0.5**0.5 * common + 0.5**0.5 * draw.gauss(0, 1)
        - (0 if in_contact else SHIFT.get(part, 0))
        for part in PARTS
    }
    lines = ["", str(draw.randint(1, 4)), "", "1", "1", ""]
    for part, keys in PARTS.items():
        if part == "areas":
            lines += ["1"] + [str(draw.choice([0, 1, 2, 3])) for _ in range(9)] + ["1"]
            continue
        if part == "med":
            lines.append("1")
        if part == "hosp":
            takes_part = draw.random() < 0.6
            lines.append("1" if takes_part else "2")
            if not takes_part:
                continue
        lines += [item(draw, score[part], key == "R", CUTS.get(part, MIDDLE)) for key in keys]
        if part in ("med", "hosp"):
            lines.append("1")
    # Words of their own: skipped, and the skip confirmed.
    lines += ["", "skip", "2", "skip", "2"]
    if in_contact:
        lines.append(draw.choice(["1", "1", "2", "3"]))
    else:
        lines += ["4", draw.choice(["1", "2", "3", "4", "skip"])]
    lines += [str(draw.randint(1, 5)), str(draw.randint(1, 4))]
    # The review page, how it was, and no copy.
    lines += ["", str(draw.randint(1, 4)), "2"]
    return lines


def main():
    draw = random.Random(SEED)
    folder = pathlib.Path(__file__).parent / "answers"
    folder.mkdir(exist_ok=True)
    groups = [True] * IN_CONTACT + [False] * NOT_IN_CONTACT
    draw.shuffle(groups)
    for number, in_contact in enumerate(groups, start=1):
        path = folder / f"made_up_{number:02}.txt"
        path.write_text("\n".join(person(draw, in_contact)) + "\n")


main()
