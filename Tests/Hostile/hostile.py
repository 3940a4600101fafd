#!/usr/bin/python3
"""Builds dossiers from hostile input and looks whether any of it came to life.

    hostile.py BINARY [--without-browser] [--texts N] [--quick]

1. Some thousands of texts that try to become code, in articles, titles, names of files, front matter and the
   editor's file: the site must hold no script, handler, style or live link of theirs, and Chromium, with the pages'
   Content-Security-Policy taken out, must run none.
2. Input that is made to take memory or time beyond measure: refused with a message, or done in bounded time and memory.
Exit status 0: all holds.
"""

import argparse
import html.parser
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Browser")]
from payloads import payloads

FAULTS = []


def fault(words):
    FAULTS.append(words)
    if len(FAULTS) <= 40:
        print("FAULT", words)


def build(binary, articles, site, seconds, megabytes=1500):
    """The exit status, the messages and the seconds of a build that may take so much and no more."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    start = time.monotonic()
    process = subprocess.Popen(
        ["/usr/bin/env", "SWIFT_BACKTRACE=enable=no", str(binary), "build", "--articles", str(articles), "--site", str(site), "--no-cache", "--quiet"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=limit)
    peak, told = 0, b""
    os.set_blocking(process.stderr.fileno(), False)
    while process.poll() is None:
        told += process.stderr.read() or b""
        try:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            peak = max(peak, int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024)
        except (OSError, TypeError):
            pass
        if time.monotonic() - start > seconds:
            process.kill()
            process.wait()
            return "killed", told.decode(errors="replace"), time.monotonic() - start, peak
        time.sleep(0.02)
    told += process.stderr.read() or b""
    taken = time.monotonic() - start
    if peak > megabytes:
        fault(f"{articles}: {peak} MB of memory")
    return process.returncode, told.decode(errors="replace"), taken, peak


# Payloads

SENTENCES = (
    "Il ministro {p} ha detto: «{p}».", "“{p}”, ha dichiarato il presidente Mario {p} lunedì.",
    "L’esercito {p} ha attaccato {p} il 3 maggio 2024, uccidendo 12 civili.", "{p}", "Secondo {p}, a Gaza sono morte {p} persone.",
    "Il portavoce di {p} ha negato che {p} abbia bombardato Kherson.", "- {p}\n- «{p}»", "# {p}", "> «{p}», ha aggiunto.", "1. {p}",
)


def write_payload_articles(folder, texts):
    folder.mkdir(parents=True)
    def quoted(text):
        return json.dumps(text.replace("\x7f", ""), ensure_ascii=True)
    for number in range(0, len(texts), 40):
        part = texts[number:number + 40]
        prose = "\n\n".join(SENTENCES[i % len(SENTENCES)].replace("{p}", text) for i, text in enumerate(part))
        prose = prose.replace("\x00", "")
        (folder / f"a{number:05}.txt").write_text("AgenPress – " + prose + "\n", newline="")
        head = "---\n" + "".join(
            f"{key}: {quoted(part[i % len(part)])}\n" for i, key in enumerate(("title", "publisher", "author"))) + "published: 2024-05-04\n---\n"
        (folder / f"m{number:05}.md").write_text(head + prose + "\n", newline="")
    for i, text in enumerate(texts[::37]):
        name = text.replace("/", "∕").replace("\x00", "")[:60]
        if name.strip(". ") and len(name.encode()) < 240:
            (folder / f"{name} {i}.txt").write_text(f"Il file {i}: «Una frase», ha detto Mario Rossi.\n")
    lines = [f"title: {quoted(texts[0])}", "actors:"]
    for i, text in enumerate(texts[3:300:11]):
        alias = " ".join(text.split()) or "x"
        lines.append(f"  - {{name: {quoted('Nome ' + alias)}, aliases: [{quoted('Alias ' + alias)}], kind: person, note: {quoted(text)}}}")
    lines.append("locations:")
    for i, text in enumerate(texts[5:300:17]):
        lines.append(f"  - {{name: {quoted('Luogo ' + ' '.join(text.split()))}, kind: settlement, latitude: {i}, longitude: {i}, statusNote: {quoted(text)}}}")
    lines.append("events:")
    for i, text in enumerate(texts[7:300:13]):
        lines.append(
            f"  - {{title: {quoted('Titolo ' + ' '.join(text.split()))}, type: shelling, status: alleged, date: 2024-05-{i % 28 + 1:02}, "
            f"evidence: [{{article: a00000.txt, exact: AgenPress}}], note: {quoted(text)}}}")
    (folder / "dossier.yml").write_text("\n".join(lines) + "\n")


class Page(html.parser.HTMLParser):
    """What could come to life in a page."""

    SCHEMES = ("http:", "https:", "mailto:", "data:image/")

    def __init__(self, file, scripts):
        super().__init__(convert_charrefs=True)
        self.file, self.scripts = file, scripts

    def handle_starttag(self, tag, attributes):
        if tag in ("iframe", "object", "embed", "base", "applet", "frame", "isindex"):
            fault(f"{self.file}: an element {tag}")
        for key, value in attributes:
            value = value or ""
            if key.startswith("on"):
                fault(f"{self.file}: the handler {key} of {tag}")
            if key == "style" or key == "srcdoc":
                fault(f"{self.file}: {key} of {tag}")
            if key in ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "content"):
                if key == "content" and not dict(attributes).get("http-equiv"):
                    continue
                scheme = re.match(r"[\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.-]*:)", value)
                if key != "content" and scheme and not value.startswith(self.SCHEMES):
                    fault(f"{self.file}: {tag} leads to {value[:80]!r}")
                if key != "content" and value.startswith(("//", "\\")):
                    fault(f"{self.file}: {tag} leads to {value[:80]!r}")
        if tag == "script" and not dict(attributes).get("src"):
            if dict(attributes).get("type") != "application/ld+json":
                fault(f"{self.file}: a script in the page")


def check_static(site):
    pages = sorted(site.rglob("*.html"))
    scripts = {path.name for path in site.rglob("*.js")}
    for path in pages:
        page = Page(path.relative_to(site), scripts)
        page.feed(path.read_text())
    return pages


def check_alive(site, pages, work):
    """Opens the pages without their policy; whatever calls alert, confirm or prompt has come to life."""
    from browser import Browser
    bare = work / "bare"
    shutil.copytree(site, bare)
    for path in pages:
        copy = bare / path.relative_to(site)
        copy.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", copy.read_text()))
    browser = Browser(bare)
    try:
        browser.command("Page.addScriptToEvaluateOnNewDocument", source=(
            "window.cameToLife = [];"
            "for (const name of ['alert', 'confirm', 'prompt']) window[name] = x => { window.cameToLife.push(name + ' ' + x); };"))
        # The counter must work, or nothing that is found means anything.
        canary = bare / "canary.html"
        canary.write_text("<!doctype html><title>x</title><img src=x onerror=alert(1)>")
        browser.open("canary.html")
        browser.wait(lambda: browser.run("return window.cameToLife.length") == 1, "the canary was not counted")
        canary.unlink()
        for path in pages:
            name = str(path.relative_to(site))
            browser.open(name)
            alive = browser.run(
                "for (const e of document.querySelectorAll('details')) e.open = true;"
                "for (const e of document.querySelectorAll('[tabindex],a,button,input,select')) { try { e.focus() } catch (x) {} }"
                "return window.cameToLife")
            if alive:
                fault(f"{name}: {alive}")
        return len(pages)
    finally:
        browser.close()


# Bombs

def bombs():
    """Names, and what makes the folder; what is beyond measure may be refused, but with a message."""
    sentence = "Il ministro ha detto che l’esercito ha attaccato la città di Kherson. "
    yield "long-line", {"a.txt": sentence * 140_000}  # 10 MB
    yield "marks", {"a.txt": "«" * 50_000 + "»" * 50_000}
    yield "mixed-marks", {"a.txt": "\"«“‘„" * 20_000}
    yield "quoted-words", {"a.txt": "“a” " * 50_000}
    yield "brackets", {"a.txt": "[" * 20_000, "b.md": "[" * 20_000}
    yield "links", {"b.md": "[a](" * 20_000}
    yield "images", {"b.md": "![" * 20_000}
    yield "stars", {"b.md": "*a **a " * 20_000, "c.md": "_" * 40_000 + "a" + "*" * 40_000}
    yield "quotes-nested", {"b.md": ">" * 10_000 + "a"}
    yield "lists-nested", {"b.md": "\n".join(" " * i + "- a" for i in range(2_000))}
    yield "backticks", {"b.md": " ".join("`" * i for i in range(1, 700))}
    yield "table", {"b.md": "|" + "a|" * 10_000 + "\n|" + "-|" * 10_000 + "\n", "a.txt": "|" + "a|" * 10_000 + "\n|" + "-|" * 10_000 + "\n" + "|x\n" * 5000}
    yield "references", {"b.md": "[a]: " + "x" * 50_000 + "\n\n" + "[a]" * 50_000}
    yield "entities", {"b.md": "&amp;" * 100_000 + "&" * 100_000}
    yield "declarations", {"b.md": "<!A " * 30_000, "c.md": "<?" * 30_000, "d.md": "<![CDATA[" * 20_000}
    yield "footnotes", {"b.md": "[^a]" * 20_000 + "\n[^a]: " + "x" * 1000}
    yield "numbers", {"a.txt": "1." * 100_000 + " morti " + "9" * 100_000 + " feriti"}
    yield "dates", {"a.txt": "dal 1 al 2 gennaio " * 20_000}
    yield "names", {"a.txt": "Anna Maria " * 50_000}
    yield "commas", {"a.txt": "Mosca, Kiev e " * 30_000 + "ha detto."}
    yield "che", {"a.txt": "ha detto che " * 50_000}
    yield "says", {"a.txt": "ha detto " * 50_000 + "«x»"}
    yield "combining", {"a.txt": "e" + "\u0301" * 200_000 + " «x», ha detto."}
    yield "emoji", {"a.txt": "👨‍👩‍👧‍👦" * 50_000}
    yield "bidi", {"a.txt": "\u202e\u2066" * 50_000 + "«x», ha detto Rossi."}
    yield "blank-lines", {"a.txt": "\n" * 1_000_000 + "a"}
    yield "spaces", {"a.txt": " " * 5_000_000 + "a"}
    yield "one-word", {"a.txt": "a" * 5_000_000}
    yield "capitals", {"a.txt": "A" * 1_000_000 + " " + "ONU " * 50_000}
    yield "paragraphs", {"a.txt": "«Sì», disse.\n\n" * 30_000}
    yield "apostrophes", {"a.txt": "l’" * 100_000 + "'" * 100_000}
    yield "colons", {"a.txt": "Rossi: " * 50_000}
    yield "dashes", {"a.txt": "– a – " * 50_000 + "— " * 50_000}
    yield "hundred-megabytes", {"a.txt": "Una frase. " * 9_500_000}
    yield "yaml-deep", {"a.txt": "a b", "dossier.yml": "title: " + "[" * 10_000}
    yield "yaml-maps", {"a.txt": "a b", "dossier.yml": "a: {" * 10_000}
    yield "yaml-anchors", {"a.txt": "a b", "dossier.yml": "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" if i else "b: &b [x]\n" for i in range(9))}
    yield "yaml-long", {"a.txt": "a b", "dossier.yml": "title: " + "x" * 5_000_000}
    yield "front-matter", {"a.md": "---\ntitle: " + "[" * 10_000 + "\n---\na", "b.md": "---\n" + "a: 1\n" * 100_000, "c.md": "---\n" * 50_000}
    yield "names-of-files", {
        "CON.txt": "«A», ha detto Rossi.", "nul.md": "a b", "x" * 240 + ".txt": "a b", "😀.txt": "a b", "\u202etxt.exe.txt": "a b", "A.txt": "a b", "a.txt": "a b",
        "e\u0301.txt": "a b", "\u00e9.txt": "a b", " .txt": "a b", "..txt": "a b", "-.txt": "a b", "%2e%2e%2fx.txt": "a b", "index.txt": "a b", "x\ny.txt": "a b",
        "a/b/../c.txt": "a b" if False else None, "sub/index.md": "a b", "sub/a.txt": "a b"}
    yield "binary", {"a.txt": bytes(range(256)) * 40}
    yield "surrogates", {"a.txt": b"\xed\xa0\x80\xed\xb0\x80 abc"}
    yield "overlong", {"a.txt": b"\xc0\xaf\xe0\x80\xaf"}
    yield "separators", {"a.txt": "a\u2028b\u2029c\x85d\x0be\x0cf «x\u2028y», ha detto Rossi. ]]> </script> <!--"}


def check_bombs(binary, work, only, largest):
    slowest = (0, "")
    for name, files in bombs():
        if only and only not in name:
            continue
        if largest and sum(len(text or "") for text in files.values()) > largest:
            continue
        folder, site = work / "bombs" / name, work / "bombs" / (name + "-site")
        for file, text in files.items():
            if text is None:
                continue
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        status, told, seconds, peak = build(binary, folder, site, seconds=120, megabytes=1200 + 20 * size // 1_000_000)
        slowest = max(slowest, (seconds, name))
        print(f"{name}: {status}, {seconds:.1f} s, {peak} MB, {size / 1e6:.1f} MB of input")
        if status not in (0, 1):
            fault(f"{name}: exit status {status}: {told[-400:]}")
        elif status == 1 and not re.search(r"error: .+\[[a-z0-9-]+\]", told):
            fault(f"{name}: refused without a message: {told[-300:]!r}")
        elif status == 0:
            check_static(site)
        elif site.exists():
            fault(f"{name}: refused, but there is a site")
        shutil.rmtree(folder)
        shutil.rmtree(site, ignore_errors=True)
    print(f"slowest: {slowest[1]}, {slowest[0]:.1f} s")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("binary", type=pathlib.Path)
    arguments.add_argument("--without-browser", action="store_true")
    arguments.add_argument("--texts", type=int, help="only so many of the texts, spread over all of them")
    arguments.add_argument("--only", help="only the bombs of this name")
    arguments.add_argument("--quick", action="store_true", help="leave out the bombs of more than a megabyte")
    options = arguments.parse_args()
    binary = options.binary.resolve()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        if not options.only:
            texts = payloads()
            if options.texts:
                texts = texts[::max(1, len(texts) // options.texts)]
            print(f"{len(texts)} texts that try to become code")
            write_payload_articles(work / "articles", texts)
            status, told, seconds, peak = build(binary, work / "articles", work / "site", seconds=300)
            if status != 0:
                fault(f"the build of the texts ended with {status}: {told[-2000:]}")
            else:
                pages = check_static(work / "site")
                print(f"{len(pages)} pages read, {seconds:.1f} s, {peak} MB")
                if not options.without_browser:
                    print(f"{check_alive(work / 'site', pages, work)} pages opened without their policy")
        check_bombs(binary, work, options.only, 1_000_000 if options.quick else None)
    print(f"{len(FAULTS)} faults")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
