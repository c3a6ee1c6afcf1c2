"""Reads back the tables of a results command in every format, with the programs that people use.

usage: results.py FOLDER [--require]
FOLDER holds results.json, .xlsx, .html, .md, .tex and the .csv and .tsv of every table, all of one
command. What is not installed is skipped and said, unless --require is given.
"""

import csv
import html.parser
import json
import pathlib
import subprocess
import sys

import inert

FOLDER = pathlib.Path(sys.argv[1]).resolve()
REQUIRE = "--require" in sys.argv
failures, checked = [], []
tables = json.loads((FOLDER / "results.json").read_text("utf-8"))["tables"]


def expect(truth, what):
    if not truth:
        failures.append(what)


def tool(name):
    def wrap(check):
        try:
            checked.append(f"{name}: {check()}")
        except (ImportError, FileNotFoundError) as problem:
            (failures if REQUIRE else checked).append(f"{name}: not checked, {problem}")
        return check
    return wrap


def cells():
    """Each table with its columns, and the values of its rows; None for what cannot be had."""
    for table in tables:
        names = [column["name"] for column in table["columns"]]
        rows = [[None if isinstance(row[name], dict) else row[name] for name in names]
                for row in table["rows"]]
        yield table, names, rows


@tool("Python by itself")
def _():
    count = 0
    for fault in inert.faults(FOLDER):
        expect(False, fault)
    for ending, separator in (("csv", ","), ("tsv", "\t")):
        for table, names, rows in cells():
            with open(FOLDER / f"{table['id']}.{ending}", newline="", encoding="utf-8") as file:
                found = list(csv.reader(file, delimiter=separator))
            # Made-up answers have a column that says so before the others.
            stamped = len(found[0]) - len(names)
            expect(found[0][stamped:] == names, f"{table['id']}.{ending}: {found[0]}")
            for wanted, row in zip(rows, found[1:]):
                for value, text in zip(wanted, row[stamped:]):
                    count += 1
                    same = text == "" if value in (None, "") else (
                        float(text) == value if isinstance(value, (int, float)) else
                        text.removeprefix("'") == value.removeprefix("'"))
                    expect(same, f"{table['id']}.{ending}: {text!r} for {value!r}")
    return f"{count} cells"


@tool("openpyxl reads the .xlsx")
def _():
    import openpyxl
    book = openpyxl.load_workbook(FOLDER / "results.xlsx")
    expect(book.sheetnames == [table["id"] for table in tables] + ["about"], f"{book.sheetnames}")
    count = 0
    for table, names, rows in cells():
        sheet = list(book[table["id"]].iter_rows())
        expect(sheet[0][0].value == table["title"], f".xlsx: title of {table['id']}")
        labels = [column["label"] for column in table["columns"]]
        found = [cell.value or "" for cell in sheet[1]][:len(labels) + 1]
        stamped = 0 if found[:len(labels)] == labels else 1
        expect(found[stamped:][:len(labels)] == labels, f".xlsx: headings of {table['id']}: {found}")
        for wanted, row in zip(rows, sheet[2:]):
            for value, cell in zip(wanted, row[stamped:]):
                count += 1
                if value in (None, ""):
                    same = cell.value is None or str(cell.value).startswith("n/a (")
                elif isinstance(value, (int, float)):
                    same = cell.data_type == "n" and cell.value == float(f"{value:.16G}")
                else:
                    same = cell.data_type == "s" and cell.value == value
                expect(same, f".xlsx: {table['id']} {cell.coordinate}: {cell.value!r} for {value!r}")
        words = {cell.value for row in sheet for cell in row}
        expect(set(table["notes"]) <= words, f".xlsx: notes of {table['id']}")
    return f"{count} cells"


class Cells(html.parser.HTMLParser):
    """The texts of the cells of each table."""

    def __init__(self):
        super().__init__()
        self.tables, self.here = [], False

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        self.here = tag in ("td", "th")

    def handle_data(self, data):
        if self.here:
            self.tables[-1][-1][-1] += data

    def handle_endtag(self, tag):
        self.here = False


@tool("HTML and Markdown show the same")
def _():
    page = Cells()
    page.feed((FOLDER / "results.html").read_text("utf-8"))
    expect(len(page.tables) == len(tables), f"HTML: {len(page.tables)} tables for {len(tables)}")
    count = 0
    for (table, names, rows), shown in zip(cells(), page.tables):
        expect(shown[0] == [column["label"] for column in table["columns"]], f"HTML: {shown[0]}")
        expect(len(shown) - 1 == len(rows), f"HTML: rows of {table['id']}")
        count += sum(map(len, shown))
    text = (FOLDER / "results.md").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    expect(len(lines) == sum(len(rows) + 2 for _, _, rows in cells()), "Markdown: rows")
    return f"{count} cells"


@tool("LuaLaTeX sets the tables")
def _():
    (FOLDER / "paper.tex").write_text(
        "\\documentclass{article}\n\\usepackage[a4paper,margin=25mm]{geometry}\n"
        "\\usepackage{array,booktabs,caption,graphicx,longtable}\n\\begin{document}\n"
        "\\input{results.tex}\n\\end{document}\n")
    for _ in range(2):
        done = subprocess.run(["lualatex", "-interaction=nonstopmode", "paper.tex"], cwd=FOLDER,
                              capture_output=True, text=True, errors="replace")
    log = (FOLDER / "paper.log").read_text("utf-8", errors="replace")
    expect(done.returncode == 0, "LaTeX: " + log[-300:])
    for line in log.splitlines():
        expect(not line.startswith(("!", "Overfull \\hbox", "LaTeX Warning: Float too large")), line)
    return "set"


print(f"{FOLDER.name}: {len(tables)} tables")
for line in checked:
    print(f"  {line}")
for line in failures[:20]:
    print(f"FAILED {line}")
if len(failures) > 20:
    print(f"... and {len(failures) - 20} more")
sys.exit(1 if failures else 0)
