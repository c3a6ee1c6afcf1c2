"""Opens reports as people do, and says what stands in their way. Pictures are left beside them."""

import pathlib
import re
import shutil
import subprocess
import sys

import axe_playwright_python
import textstat
from playwright.sync_api import sync_playwright

OUT = pathlib.Path(sys.argv[1])
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}

faults: list[str] = []
looked = {"pages": 0, "views": 0, "rules": 0, "papers": 0, "grade": 0.0}


def fault(page, words):
    faults.append(f"{page}: {words}")


def look(context, path, name, asks_axe):
    """One view of one page: what it asks of the network, how wide it is, what axe-core finds."""
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.absolute().as_uri())
    if asked != [path.absolute().as_uri()]:
        fault(name, f"asks for {asked[1:]}")
    if said:
        fault(name, f"the browser complains: {said}")
    wide, room = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    if wide > room:
        fault(name, f"is {wide} wide in {room}")
    if asks_axe:
        axe(page, name)
    looked["views"] += 1
    page.screenshot(path=OUT / "pictures" / f"{name}.png", full_page=True)
    return page


def axe(page, name):
    page.evaluate(AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
    )
    for violation in found["violations"]:
        node = violation["nodes"][0]["html"][:120]
        fault(name, f"{violation['id']}: {violation['help']} ({len(violation['nodes'])}): {node}")
    looked["rules"] = max(looked["rules"], len(found["passes"]))


def without_scripts(browser, path, name):
    """The same words and the same height as with scripts."""
    sizes = []
    for allowed in (True, False):
        context = browser.new_context(viewport=DESK, java_script_enabled=allowed)
        page = context.new_page()
        page.goto(path.absolute().as_uri())
        sizes.append((page.inner_text("body"), page.locator("body").bounding_box()["height"]))
        context.close()
    if sizes[0] != sizes[1]:
        fault(name, "is another page without scripts")


def words_of(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True)
    return " ".join(text.stdout.split())


def html(playwright):
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"]
    )
    for path in sorted(OUT.glob("*.html")):
        looked["pages"] += 1
        for width, size in (("phone", PHONE), ("desk", DESK)):
            for scheme in ("light", "dark"):
                context = browser.new_context(viewport=size, color_scheme=scheme)
                # Either width and either scheme; colours do not depend on the width.
                asks_axe = (width, scheme) in (("phone", "dark"), ("desk", "light"))
                if path.stem.endswith("-team") and not asks_axe:
                    continue
                page = look(context, path, f"{path.stem}-{width}-{scheme}", asks_axe)
                if (width, scheme) == ("desk", "light"):
                    page.pdf(path=OUT / f"{path.stem}-printed.pdf", format="A4")
                context.close()
        without_scripts(browser, path, path.stem)
        printed = words_of(OUT / f"{path.stem}-printed.pdf")
        for heading in re.findall(r"<h2[^>]*>(.*?)</h2>", path.read_text()):
            if " ".join(heading.split()) not in printed:
                fault(path.stem, f"prints without its part: {heading}")
    browser.close()


def latex():
    for path in sorted(OUT.glob("*.tex")):
        looked["papers"] += 1
        for _ in range(2):
            done = subprocess.run(
                ["lualatex", "-interaction=nonstopmode", "-halt-on-error", path.name],
                cwd=OUT, capture_output=True, text=True,
            )
        if done.returncode != 0:
            lines = [line for line in done.stdout.splitlines() if line.startswith("!")]
            fault(path.name, f"does not compile: {lines[:2]}")
            continue
        log = path.with_suffix(".log").read_text(errors="replace")
        for line in sorted(set(re.findall(r"Missing character: .*", log))):
            fault(path.name, line)
        for width in re.findall(r"Overfull \\hbox \(([\d.]+)pt", log):
            if float(width) > 5:
                fault(path.name, f"something sticks out by {width} pt")
        for height in re.findall(r"Overfull \\vbox \(([\d.]+)pt", log):
            if float(height) > 5:
                fault(path.name, f"something is cut off at the foot by {height} pt")


def reading():
    """The summary for participants is read at the age of 9 to 11: grade 6 at most."""
    for path in sorted(OUT.glob("*-summary.md")):
        lines = [re.sub(r"^(#+|-) |[\\*]", "", line.strip()) for line in path.read_text().splitlines()]
        text = " ".join(line if line[-1] in ".?!" else line + "." for line in lines if line)
        grade = textstat.flesch_kincaid_grade(text)
        looked["grade"] = max(looked["grade"], grade)
        if grade > 6:
            fault(path.stem, f"takes grade {grade} to read")


(OUT / "pictures").mkdir(exist_ok=True)
with sync_playwright() as playwright:
    html(playwright)
latex()
reading()
for line in faults:
    print("FAULT", line)
print(
    f"{looked['pages']} pages in {looked['views']} views, {looked['rules']} rules of axe-core met; "
    f"{looked['papers']} LaTeX documents; summaries of grade {looked['grade']:.1f} at most; "
    f"{len(faults)} faults"
)
sys.exit(1 if faults else 0)
