"""Looks for anything alive in exported files: formulas, markup, control bytes, code.

usage: inert.py FOLDER
Needs nothing but Python. Prints what it finds, a line each, and ends with 1 where there is any.
"""

import ast
import csv
import html.parser
import io
import json
import pathlib
import re
import sys
import xml.etree.ElementTree
import zipfile

csv.field_size_limit(1 << 30)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
NUMBER = re.compile(r"-?[0-9.]+(e[+-]?[0-9]+)?")
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
HTML_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "footer", "h1", "h2", "p", "div",
             "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "i"}
HTML_ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "class", "tabindex", "role",
                   "aria-label", "scope", "dir", "data-label", "style"}
# What attune writes itself, and what stands for a character.
TEX_COMMANDS = {"captionsetup", "addtocounter", "setlength", "tabcolsep", "LTcapwidth", "linewidth", "endfirsthead",
                "endhead", "endlastfoot", "medskip", "begin", "end", "raggedright", "caption", "label", "resizebox", "toprule", "midrule", "bottomrule", "par",
                "smallskip", "footnotesize", "paragraph", "item", "textbackslash", "textasciitilde",
                "textasciicircum", "textless", "textgreater", "textbar", "textquotedbl",
                "textasciigrave", "textquotesingle", "textminus"}
TEX_ENVIRONMENTS = {"table", "tabular", "longtable", "itemize"}
PYTHON_CALLS = {"Path", "resolve", "read_csv", "sub", "read_answers", "to_numeric", "astype",
                "Categorical", "list", "array", "isna", "split", "to_datetime", "print"}


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.faults = []

    def handle_starttag(self, tag, attributes):
        if tag not in HTML_TAGS:
            self.faults.append(f"<{tag}>")
        for name, value in attributes:
            if name not in HTML_ATTRIBUTES:
                self.faults.append(f"attribute {name}")
            if name == "style" and not re.fullmatch(r"[a-z0-9 .:;-]*", value):
                self.faults.append(f"style {value!r}")


def in_workbook(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            try:
                root = xml.etree.ElementTree.fromstring(part)
            except xml.etree.ElementTree.ParseError as problem:
                yield f"{name} is no XML: {problem}"
                continue
            if CONTROL.search(part.replace(b"\r\n", b"\n").decode("utf-8")):
                yield f"{name} has control bytes"
            for element in root.iter():
                tag = element.tag.split("}")[-1]
                if tag in ("f", "hyperlink", "oleObject", "externalReference", "definedName"):
                    yield f"{name} has <{tag}>"
                if tag == "c" and element.get("t") not in (None, "s", "n"):
                    yield f"{name} has a cell of the kind {element.get('t')}"
                if tag == "sheet":
                    title = element.get("name")
                    if re.search(r"[\[\]:*?/\\]", title) or not 1 <= len(title) <= 31 \
                            or title[0] in "=+-@'":
                        yield f"a sheet is called {title!r}"


def in_tex(text):
    text = text.removeprefix("% Needs \\usepackage{array,booktabs,caption,graphicx,longtable}.\n")
    bare = text.replace(r"{\ifdim\width>\linewidth\linewidth\else\width\fi}{!}{%", "{}{!}{")
    # A backslash takes the character after it along: \\ begins no command.
    for command, character in re.findall(r"\\([A-Za-z]+)|\\([^A-Za-z])", bare):
        if command and command not in TEX_COMMANDS:
            yield f"\\{command}"
        if character and character not in "\\{}$&#%_":
            yield f"\\{character}"
    for environment in re.findall(r"\\(?:begin|end)\{([^}]*)\}", bare):
        if environment not in TEX_ENVIRONMENTS:
            yield f"the environment {environment!r}"
    rest = re.sub(r"\\([A-Za-z]+|[^A-Za-z])", "", bare)
    for special in "$#%^~_|<>\"`'":
        if special in rest:
            yield f"a raw {special}"
    if rest.count("{") != rest.count("}"):
        yield "braces that do not match"
    for part in re.findall(r"\\begin\{(?:tabular|longtable)\}.*?\n(.*?)\\end\{", bare, re.DOTALL):
        part = re.sub(r"\\(toprule|midrule|bottomrule|endfirsthead|endhead|endlastfoot)\n", "", part)
        rows = [row for row in part.split(" \\\\\n")
                if row.strip() and not row.startswith("\\caption")]
        if len({re.sub(r"\\.", "", row).count("&") for row in rows}) > 1:
            yield "rows of different width"


def in_markdown(text):
    if re.search(r"(?<!\\)<[A-Za-z/!?]", text):
        yield "markup"
    if re.search(r"(?<!\\)\](?:\(|\[|:)", text):
        yield "a link"
    if re.search(r"(?<!\\)`", text):
        yield "code"
    # The rows of each table are of one width.
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        if len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) > 1:
            yield "rows of different width"


def in_text(path, text):
    if CONTROL.search(text):
        yield "control bytes"
    if path.suffix in (".csv", ".tsv"):
        separator = "," if path.suffix == ".csv" else "\t"
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        if len({len(row) for row in rows}) > 1:
            yield "rows of different width"
        for row in rows:
            for cell in row:
                if re.match(r"[=+\-@\t\r]", cell) and not NUMBER.fullmatch(cell):
                    yield f"a formula {cell[:30]!r}"
    elif path.suffix == ".tex":
        yield from in_tex(text)
    elif path.suffix == ".txt":
        if STEERING.search(text):
            yield "what steers a terminal"
    elif path.suffix == ".html":
        tags = Tags()
        tags.feed(text)
        yield from tags.faults
    elif path.suffix == ".md":
        yield from in_markdown(text)
    elif path.suffix == ".json":
        json.loads(text)
        if "<" in text:
            yield "markup"
    elif path.suffix == ".xml":
        root = xml.etree.ElementTree.fromstring(text)
        for element in root.iter():
            if not element.tag.startswith("{ddi:codebook:2_5}"):
                yield f"<{element.tag}>"
    elif path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                function = node.func
                name = function.attr if isinstance(function, ast.Attribute) else function.id
                if name not in PYTHON_CALLS:
                    yield f"a call of {name}"
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names = {alias.name for alias in node.names}
                if not names <= {"pathlib", "re", "pandas"}:
                    yield f"an import of {names}"
    elif path.suffix == ".R":
        # Literals are ASCII between quotation marks; comments and code have none of the payloads.
        bare = re.sub(r'"(\\.|[^"\\])*"', '""', re.sub(r"(?m)^#.*$", "", text))
        if re.search(r"[^\x00-\x7e]|system\(|alert|<script", bare):
            yield "code out of a literal"


def faults(folder):
    for path in sorted(filter(pathlib.Path.is_file, pathlib.Path(folder).iterdir())):
        if path.suffix in (".sav", ".dta"):
            continue
        if path.suffix == ".xlsx":
            found = in_workbook(path)
        else:
            try:
                found = list(in_text(path, path.read_bytes().decode("utf-8")))
            except Exception as problem:
                found = [f"cannot be read: {problem!r}"]
        for fault in found:
            yield f"{path.name}: {fault}"


if __name__ == "__main__":
    found = list(faults(sys.argv[1]))
    print("\n".join(found[:20]))
    sys.exit(1 if found else 0)
