"""Reads back, with the programs that people use, what attune export wrote, and compares every cell.

usage: check.py FOLDER [--require] [--store BEGINNING]
FOLDER holds what `attune export ... --format all` wrote, of BEGINNINGresponses.csv. What is not
installed is skipped and said, unless --require is given.
"""

import csv
import datetime
import json
import math
import pathlib
import re
import subprocess
import sys

import inert

FOLDER = pathlib.Path(sys.argv[1])
REQUIRE = "--require" in sys.argv
CODES = {"skipped": -99, "prefer_not_to_say": -98, "not_sure": -97, "does_not_apply": -96,
         "not_shown": -95, "not_reached": -94, "not_chosen": -93}
failures = []
checked = []
csv.field_size_limit(1 << 30)


def expect(truth, what):
    if not truth:
        failures.append(what)


def plain(text):
    return re.sub(r"^'('*[=+\-@\t\r])", r"\1", text)


def read(name):
    with open(FOLDER / name, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return rows[0], [[plain(cell) for cell in row] for row in rows[1:]]


header, answers = read("responses.csv")
_, reasons = read("reasons.csv")
package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
fields = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}
# Those of the scores, behind the answers, and those with how many questions were answered.
scores = [name for name in header if fields[name].get("description", "").startswith("Scores")]


if "--store" in sys.argv:
    # What was given to be exported, cell by cell: numbers as numbers, all else as text.
    store = sys.argv[sys.argv.index("--store") + 1]
    for name, rows in (("responses.csv", answers), ("reasons.csv", reasons)):
        with open(store + name, newline="", encoding="utf-8") as file:
            given = list(csv.reader(file))
        expect(given[0] == header[:len(header) - len(scores)] and len(given) - 1 == len(rows),
               f"{name}: not the store's shape")
        for wanted, found in zip(given[1:], rows):
            for column, before, after in zip(header, map(plain, wanted), found):
                same = before == after or (
                    fields[column]["type"] in ("number", "integer") and before and after
                    and float(before) == float(after))
                expect(same, f"{name}: {column}: {after!r} for {before!r}")


def variables():
    """The columns as a statistical file should have them: name, kind, values."""
    for place, name in enumerate(header):
        field = fields[name]
        cells = [row[place] for row in answers]
        why = [row[place] for row in reasons]
        choices = [choice["value"] for choice in field.get("choices", [])]
        if choices and "enum" not in field.get("constraints", {}):
            for choice in choices:
                yield f"{name}_{choice}", "number", [
                    (1.0 if choice in cell.split(";") else 0.0) if cell else CODES.get(reason)
                    for cell, reason in zip(cells, why)]
        elif name in scores and field["type"] == "number":
            yield name, "number", [float(cell) if cell else None for cell in cells]
            yield name + "_absent", "text", why
        elif choices:
            named = field["type"] == "string"
            code = {v: float(i + 1 if named else v) for i, v in enumerate(choices)}
            yield name, "number", [code[cell] if cell else CODES.get(reason)
                                   for cell, reason in zip(cells, why)]
        elif field["type"] in ("number", "integer"):
            yield name, "number", [float(cell) if cell else CODES.get(reason)
                                   for cell, reason in zip(cells, why)]
        elif field["type"] == "date":
            yield name, "day", [datetime.date.fromisoformat(cell) if cell else CODES.get(reason)
                                for cell, reason in zip(cells, why)]
        else:
            yield name, "text", cells


def tool(name):
    def wrap(check):
        try:
            checked.append(f"{name}: {check()}")
        except (ImportError, FileNotFoundError) as problem:
            if REQUIRE:
                failures.append(f"{name}: {problem}")
            else:
                checked.append(f"{name}: not installed, not checked")
        return check
    return wrap


@tool("zip, XML, JSON and Python by themselves")
def _():
    for fault in inert.faults(FOLDER):
        expect(False, fault)
    return "no formula, no markup, no control byte, no code"


def same_number(found, wanted):
    if wanted is None:
        return found is None or (isinstance(found, float) and math.isnan(found))
    return found == wanted


@tool("pyreadstat reads the .sav")
def _():
    import pyreadstat
    frame, meta = pyreadstat.read_sav(str(FOLDER / "responses.sav"), user_missing=True,
                                      disable_datetime_conversion=True)
    wanted = list(variables())
    expect(len(meta.column_names) == len(wanted), ".sav: number of variables")
    expect(len(frame) == len(answers), ".sav: number of rows")
    expect(len({name.lower() for name in meta.column_names}) == len(wanted), ".sav: doubled names")
    cells = 0
    start = datetime.date(1582, 10, 14)
    for name, (logical, kind, values) in zip(meta.column_names, wanted):
        for row, (found, value) in enumerate(zip(frame[name].tolist(), values)):
            cells += 1
            if kind == "text":
                ok = (found or "") == value.rstrip(" ")
            elif kind == "day" and isinstance(value, datetime.date):
                ok = found == (value - start).days * 86400.0
            else:
                ok = same_number(found, value) or (
                    logical == "cold" and same_number(found, None) and value in CODES.values())
            expect(ok, f".sav: {name}, row {row + 1}: {found!r} for {value!r}")
        if kind != "text" and logical in fields and logical not in [
                "person", "simulated", "practice", "minutes", "cold"] + scores:
            expect(meta.missing_ranges.get(name) == [{"lo": -99.0, "hi": -93.0}],
                   f".sav: {name}: user-missing {meta.missing_ranges.get(name)}")
            labels = meta.variable_value_labels.get(name, {})
            for reason, code in CODES.items():
                expect(labels.get(float(code)) == reason.replace("_", " "),
                       f".sav: {name}: label of {code}")
        if logical in fields:
            label = meta.column_names_to_labels[name]
            full = fields[logical]["title"]
            if logical in scores and fields[logical]["type"] == "number":
                full += fields[logical]["description"].removeprefix("Scores.")
            expect(label == full or (label.endswith("\u2026") and full.startswith(label[:-1])
                                     and len(full.encode()) > 255),
                   f".sav: {name}: label {label!r}")
            for choice in fields[logical].get("choices", []):
                if kind == "number":
                    texts = [t for t in meta.variable_value_labels[name].values()]
                    expect(any(t == choice["label"] or (
                        t.endswith("\u2026") and choice["label"].startswith(t[:-1])) for t in texts),
                        f".sav: {name}: no label {choice['label']!r}")
    return f"{cells} cells of {len(wanted)} variables"


@tool("PSPP reads the .sav")
def _():
    target = FOLDER / "pspp.csv"
    program = FOLDER / "pspp.sps"
    source = (FOLDER / "responses.sav").resolve()
    program.write_text(
        f"GET FILE='{source}'.\n"
        f"SAVE TRANSLATE /OUTFILE='{target.resolve()}' /TYPE=CSV /FIELDNAMES /CELLS=VALUES"
        " /REPLACE.\n", encoding="utf-8")
    done = subprocess.run(["pspp", str(program)], capture_output=True, text=True,
                          env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    expect(done.returncode == 0, f"PSPP: {done.stdout[-300:]}{done.stderr[-300:]}")
    with open(target, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    wanted = list(variables())
    expect(len(rows[0]) == len(wanted), f"PSPP: {len(rows[0])} variables for {len(wanted)}")
    expect(len(rows) - 1 == len(answers), "PSPP: number of rows")
    cells = 0
    for place, (logical, kind, values) in enumerate(wanted):
        for row, value in zip(rows[1:], values):
            found = row[place]
            cells += 1
            if kind == "text":
                ok = found.rstrip(" ") == value.rstrip(" ")
            elif kind == "day":
                ok = not isinstance(value, datetime.date) or found == value.strftime("%m/%d/%Y")
            elif value is None:
                ok = found.strip() == ""
            elif logical == "cold" and found.strip() == "":
                ok = value in CODES.values()
            else:
                ok = abs(float(found) - value) <= 1e-9 * max(1, abs(value))
            expect(ok, f"PSPP: {logical}: {found!r} for {value!r}")
    target.unlink(), program.unlink()
    return f"{cells} cells"


@tool("pyreadstat reads the .dta")
def _():
    import pyreadstat
    frame, meta = pyreadstat.read_dta(str(FOLDER / "responses.dta"), user_missing=True,
                                      disable_datetime_conversion=True)
    wanted = list(variables())
    expect(len(meta.column_names) == len(wanted), ".dta: number of variables")
    cells = 0
    for name, (logical, kind, values) in zip(meta.column_names, wanted):
        for found, value in zip(frame[name].tolist(), values):
            cells += 1
            if kind == "text":
                ok = (found or "") == value
            elif isinstance(value, datetime.date):
                ok = found == (value - datetime.date(1960, 1, 1)).days
            elif value in CODES.values() and isinstance(found, str):
                ok = found == "abcdefg"[int(value) + 99]
            else:
                ok = same_number(found, value)
            expect(ok, f".dta: {name}: {found!r} for {value!r}")
    return f"{cells} cells of {len(wanted)} variables"


@tool("pandas reads the .dta")
def _():
    import pandas
    frame = pandas.read_stata(FOLDER / "responses.dta", convert_categoricals=False)
    expect(len(frame) == len(answers), "pandas: rows of the .dta")
    return f"{frame.size} cells"


def compare_sheets(path, what, margin=0):
    import openpyxl
    book = openpyxl.load_workbook(path)
    expect(book.sheetnames[:3] == ["responses", "reasons", "codebook"], f"{what}: sheets")
    cells = 0
    for sheet, rows in (("responses", answers), ("reasons", reasons)):
        table = list(book[sheet].iter_rows())
        expect([cell.value for cell in table[0]] == header, f"{what}: header of {sheet}")
        expect(len(table) - 1 == len(rows), f"{what}: rows of {sheet}")
        for found, wanted in zip(table[1:], rows):
            for cell, text in zip(found, wanted):
                cells += 1
                value = cell.value
                # openpyxl gives what stands in the file; a reader takes the escape away.
                if isinstance(value, str):
                    value = value.replace("_x005F_x", "_x")
                expect(cell.data_type != "f", f"{what}: a formula in {sheet}")
                if value is None:
                    ok = text == ""
                elif isinstance(value, str):
                    ok = value == text
                else:
                    held = float(f"{float(text):.16G}")
                    ok = abs(value - held) <= margin * abs(held)
                expect(ok, f"{what}: {sheet} {cell.coordinate}: {value!r} for {text!r}")
    return f"{cells} cells"


@tool("openpyxl reads the .xlsx")
def _():
    return compare_sheets(FOLDER / "responses.xlsx", ".xlsx")


@tool("LibreOffice opens the .xlsx and saves it again")
def _():
    where = FOLDER / "libreoffice"
    done = subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{where.resolve()}/profile",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(where),
         str(FOLDER / "responses.xlsx")], capture_output=True, text=True)
    expect(done.returncode == 0, f"LibreOffice: {done.stderr[-300:]}")
    # LibreOffice itself saves fifteen digits, the last of them rounded in its own way.
    return compare_sheets(where / "responses.xlsx", "LibreOffice", margin=1e-14)


@tool("frictionless checks the Data Package")
def _():
    import frictionless
    report = frictionless.validate(str(FOLDER / "datapackage.json"))
    expect(report.valid, f"Data Package: {report.flatten(['fieldName', 'message'])[:5]}")
    return "valid"


@tool("R runs its script")
def _():
    script = FOLDER / "compare.R"
    script.write_text(
        'source(commandArgs(TRUE)[1], chdir = TRUE)\n'
        'out <- responses[, seq_len(as.integer(commandArgs(TRUE)[2]))]\n'
        'out[] <- lapply(out, function(x) if (is.factor(x)) as.integer(x)\n'
        '  else if (is.double(x) && !inherits(x, "Date")) ifelse(is.na(x), NA, sprintf("%.17g", x))\n'
        '  else x)\n'
        'stopifnot(all(vapply(responses, function(x) !is.null(attr(x, "label")), NA)))\n'
        'write.csv(out, commandArgs(TRUE)[3], row.names = FALSE, na = "", fileEncoding = "UTF-8")\n')
    target = FOLDER / "from_r.csv"
    done = subprocess.run(
        ["Rscript", str(script.resolve()), str((FOLDER / "responses.R").resolve()), str(len(header)),
         str(target.resolve())], capture_output=True, text=True, cwd=FOLDER,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/tmp"})
    expect(done.returncode == 0, f"R: {done.stderr[-500:]}")
    with open(target, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    cells = 0
    for place, name in enumerate(header):
        field = fields[name]
        named = "enum" in field.get("constraints", {}) and field["type"] == "string"
        for found, wanted in zip(rows[1:], answers):
            cells += 1
            text = wanted[place]
            if named and text:
                text = str(field["constraints"]["enum"].index(text) + 1)
            if field["type"] in ("number", "integer") and text:
                ok = float(found[place]) == float(text)
            else:
                ok = found[place] == text
            expect(ok, f"R: {name}: {found[place]!r} for {text!r}")
    script.unlink(), target.unlink()
    return f"{cells} cells"


@tool("Python runs its script")
def _():
    import pandas
    space = {"__file__": str((FOLDER / "responses.py").resolve())}
    exec(compile((FOLDER / "responses.py").read_text(encoding="utf-8"), "responses.py", "exec"),
         space)
    frame = space["responses"]
    expect(len(set(frame.columns)) == len(header) + sum(
        len(field["choices"]) for field in fields.values()
        if "choices" in field and "enum" not in field.get("constraints", {})),
        "Python: columns of several choices")
    cells = 0
    for place, name in enumerate(header):
        for found, wanted in zip(frame[name].tolist(), answers):
            cells += 1
            text = wanted[place]
            if pandas.isna(found):
                ok = text == ""
            elif isinstance(found, str):
                ok = found == text
            elif isinstance(found, pandas.Timestamp):
                ok = found.date().isoformat() == text
            else:
                ok = float(found) == float(text)
            expect(ok, f"Python: {name}: {found!r} for {text!r}")
    return f"{cells} cells"


@tool("Python scores the answers by the rule that the codebook tells")
def _():
    cells = 0
    place = {name: index for index, name in enumerate(header)}
    for name in scores:
        rule = re.search(r"(Mean|Sum|Mean times number) of (\d+) items, (?:all|at least (\d+)) answered\."
                         r" From (.*)\.$", fields[name].get("description", ""))
        if not rule:
            # How many were answered, and what is made in another way.
            continue
        items = [(item.removesuffix(" (reversed)"), item.endswith(" (reversed)"))
                 for item in rule[4].split(", ")]
        for row, why in zip(answers, reasons):
            values = []
            for item, turned in items:
                codes = fields[item].get("constraints", {}).get("enum", [])
                if row[place[item]]:
                    value = float(row[place[item]])
                    values.append(min(codes) + max(codes) - value if turned else value)
            found = row[place[name]]
            cells += 1
            expect(int(row[place[name + "_n"]]) == len(values), f"score: {name}_n")
            if row[place["form"]] != "full" or "index" in rule[0]:
                continue
            if len(values) < int(rule[3] or rule[2]):
                expect(found == "" and why[place[name]].startswith(f"{len(values)} of at least"),
                       f"score: {name}: {found!r}, {why[place[name]]!r}")
            else:
                wanted = sum(values) / (len(values) if rule[1] != "Sum" else 1)
                wanted *= len(items) if rule[1] == "Mean times number" else 1
                expect(found and abs(float(found) - wanted) < 1e-12, f"score: {name}: {found!r}")
                expect(why[place[name]] == "", f"score: {name}: a reason beside a score")
    return f"{cells} scores"


@tool("fhir.resources checks the Questionnaire and the responses against R4B")
def _():
    from fhir.resources.R4B.bundle import Bundle
    from fhir.resources.R4B.questionnaire import Questionnaire
    from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
    Questionnaire.model_validate_json((FOLDER / "questionnaire.fhir.json").read_text("utf-8"))
    text = (FOLDER / "responses.fhir.json").read_text("utf-8")
    Bundle.model_validate_json(text)
    for entry in json.loads(text).get("entry", []):
        QuestionnaireResponse.model_validate_json(json.dumps(entry["resource"]))
    return "valid"


@tool("the FHIR responses say what people said")
def _():
    bundle = json.loads((FOLDER / "responses.fhir.json").read_text("utf-8"))
    cells = 0
    entries = bundle.get("entry", [])
    expect(len(entries) == len(answers), "FHIR: number of responses")
    for entry, row, why in zip(entries, answers, reasons):
        resource = entry["resource"]
        if "simulated" in header or "practice" in header:
            expect(any(tag["code"] == "HTEST" for tag in resource["meta"]["tag"]), "FHIR: no stamp")
        found = {}
        for group in resource["item"]:
            for item in group["item"]:
                texts, words, reason = [], "", ""
                for answer in item["answer"]:
                    for key, value in answer.items():
                        if key == "item":
                            words = value[0]["answer"][0]["valueString"]
                        elif isinstance(value, dict) and "code" not in value:
                            reason = value["extension"][1]["valueCode"]
                        elif isinstance(value, dict):
                            texts.append(value["code"])
                        else:
                            texts.append(str(value))
                found[item["linkId"]] = (";".join(texts), reason)
                found[item["linkId"] + "_words"] = (words, "")
        for place, name in enumerate(header):
            if name not in found:
                continue
            cells += 1
            text, reason = found[name]
            same = text == row[place] or (fields[name]["type"] == "number" and text and row[place]
                                          and float(text) == float(row[place]))
            expect(same, f"FHIR: {name}: {text!r} for {row[place]!r}")
            if not name.endswith("_words"):
                expect(reason == why[place], f"FHIR: {name}: {reason!r} for {why[place]!r}")
    return f"{cells} answers"


@tool("pyxform converts the XLSForm")
def _():
    from pyxform.xls2xform import convert
    result = convert(str(FOLDER / "xlsform.xlsx"))
    expect("<h:html" in result.xform, "XLSForm: no form came of it")
    return f"{len(result.xform)} characters of XForm; {len(result.warnings)} warnings"


@tool("libxml2 validates the DDI codebook")
def _():
    from lxml import etree
    grammar = etree.RelaxNG(file=str(pathlib.Path(__file__).with_name("ddi.rng")))
    document = etree.parse(str(FOLDER / "ddi.xml"))
    expect(grammar.validate(document), f"DDI: {grammar.error_log.last_error}")
    space = "{ddi:codebook:2_5}"
    variables = list(document.iter(space + "var"))
    expect([v.get("name") for v in variables] == header, "DDI: variables")
    ids = [element.get("ID") for element in document.iter() if element.get("ID")]
    expect(len(set(ids)) == len(ids), "DDI: doubled IDs")
    for element in document.iter():
        for name in ("files", "var"):
            expect(set(element.get(name, "").split()) <= set(ids), f"DDI: {name} of nothing")
    return f"valid, {len(variables)} variables"


@tool("the REDCap dictionary by its columns")
def _():
    with open(FOLDER / "redcap.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    kinds = {"text", "notes", "radio", "checkbox", "slider"}
    expect(rows[0]["Variable / Field Name"] == "record_id", "REDCap: first field")
    for row in rows:
        expect(len(row) == 18 and row["Field Type"] in kinds, f"REDCap: {row}")
        choices = row["Choices, Calculations, OR Slider Labels"]
        if row["Field Type"] in ("radio", "checkbox"):
            expect(all(re.match(r"[A-Za-z0-9_-]+, .", c.strip()) for c in choices.split("|")),
                   f"REDCap: choices {choices!r}")
    return f"{len(rows)} fields"


print(f"{FOLDER}: {len(answers)} rows, {len(header)} columns")
for line in checked:
    print(f"  {line}")
for line in failures[:20]:
    print(f"FAILED {line}")
if len(failures) > 20:
    print(f"... and {len(failures) - 20} more")
sys.exit(1 if failures else 0)
