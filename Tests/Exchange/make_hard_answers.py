"""Writes responses.csv and reasons.csv of people whose answers to hard.instrument are hard to carry.

usage: make_hard_answers.py FOLDER ROWS
"""

import csv
import pathlib
import sys

folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
TEXTS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''+2", "=HYPERLINK(\"http://x\",\"y\")",
    "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&amp;",
    "</style></td>", "\\input{/etc/passwd}", "$x^2$ %comment", "_x0041_ stays", "_x000D_",
    "{{user}} {name}", "${jndi:ldap://x}", "`id`; $(id)", "'; DROP TABLE x; --", "NULL", "NA", "nan",
    "1,5", "1e5", "007", "TRUE", "2026-01-01", "\"quoted\" and, comma; semicolon | bar",
    "two\nlines", "three\n\nlines\n", "😀👩‍👩‍👧 é ü ñ e\u0301", "مرحبا \u200f(!)\u200f שלום",
    "\u202eabc\u202c", "日本語のテキスト", "x" * 255, "y" * 256, "z" * 2045, "é" * 2046, "w" * 32767,
    "long words " * 2000 + "end", "#REF!", "%00", "\\", "\\n", "''", "'", "http://x.org",
    "mailto:a@b", "file:///etc/passwd", "javascript:alert(1)", "|pipe", "~", "#", "&", "<", ">", "-",
    "=", "+", "@", "--", "==", "0", "-0", "ß", "İ", "\ufeffmark",
]
HEADER = ["person", "form", "simulated", "q1", "q11", "q2", "by_q", "a", "a_b", "which", "which_words",
          "cold", "much", "day", "month", "arabic"]


def guarded(text):
    bare = text.lstrip("'")
    return "'" + text if bare[:1] in ("=", "+", "-", "@", "\t", "\r") and bare else text


def write(name, rows):
    with open(folder / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEADER)
        out.writerows(rows)


responses, reasons = [], []
for n in range(count):
    text = TEXTS[n % len(TEXTS)]
    row = ["skipped"] * 13
    values = [n % 5 + 1, guarded(text), (n + 2) % 5 + 1, n % 5 + 1, "b_c;d" if n % 3 else "d",
              "c" if n % 2 else "none", ["north", "south", "other"][n % 3],
              guarded(TEXTS[(n + 7) % len(TEXTS)][:200]) if n % 3 == 2 else "",
              -95 if n == 1 else n / 8, round(0.1 * (n % 9), 1), f"{1900 + n % 200}-02-28", "2026-03",
              guarded(TEXTS[(n + 20) % len(TEXTS)].replace("\n", " ")[:500].strip())]
    why = [""] * 13
    for place in range(13):
        if (n + place) % 7 == 0 and place != 7:
            values[place] = ""
            why[place] = list(("skipped", "prefer_not_to_say", "not_sure", "does_not_apply",
                               "not_shown", "not_reached", "not_chosen"))[(n + place) // 7 % 7]
    if values[6] == "":
        values[7], why[7] = "", why[6]
    responses.append([n + 1, "full", 1] + values)
    reasons.append([n + 1, "full", 1] + why)
write("responses.csv", responses)
write("reasons.csv", reasons)
