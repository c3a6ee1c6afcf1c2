"""Looks for anything alive in exported files: formulas, markup, control bytes, code.

usage: inert.py FOLDER
Needs nothing but Python. Prints what it finds, a line each, and ends with 1 where there is any.
"""

import ast
import csv
import html.parser
import json
import pathlib
import re
import sys
import xml.etree.ElementTree
import zipfile

csv.field_size_limit(1 << 30)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
NUMBER = re.compile(r"-?[0-9.]+(e[+-]?[0-9]+)?")
HTML_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "h1", "p", "div", "table",
             "caption", "thead", "tbody", "tr", "th", "td"}
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
            if name not in ("lang", "charset", "name", "content", "class", "tabindex", "role",
                            "aria-label", "scope", "dir"):
                self.faults.append(f"attribute {name}")


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


def in_text(path, text):
    if CONTROL.search(text):
        yield "control bytes"
    if path.suffix == ".csv":
        for row in csv.reader(text.splitlines(keepends=True)):
            for cell in row:
                if re.match(r"[=+\-@\t\r]", cell) and not NUMBER.fullmatch(cell):
                    yield f"a formula {cell[:30]!r}"
    elif path.suffix == ".html":
        tags = Tags()
        tags.feed(text)
        yield from tags.faults
    elif path.suffix == ".md":
        if re.search(r"(?<!\\)<[A-Za-z/!?]", text):
            yield "markup"
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
