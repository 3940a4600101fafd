#!/usr/bin/env python3
"""Score the actors and places of articles against a list made by reading them.

    score.py BINARY GOLD.tsv ARTICLES [--misses]

GOLD has a line for each person, organization, state, group and place that an article names: the article (the beginning of its file's
name), the kind ("?" after it: neither missed nor wrong), and the forms of the name with "|" between. The articles are built into
a scratch site. An actor is right whose name or a form that the article has of it is in the list with its kind; media, military and governments
are organizations. What the list lacks, or has as a place, is junk; a second actor for one line is a double. A place is listed if it is among
the locations, read if its mention is at least labelled as a place. Unnamed people are not scored, bodies without their full name are.
"""
import sys, pathlib, subprocess, tempfile, shutil, json, unicodedata
from collections import defaultdict

CLASSES = {"person": "person", "state": "state", "group": "group", "anonymous": "anonymous"}

def fold(text):
    text = unicodedata.normalize("NFKD", text.replace("’", "'")).lower()
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).split())

def read_gold(path):
    gold = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"): continue
        article, kind, forms = line.split("\t")
        kind, optional = kind.rstrip("?"), kind.endswith("?")
        kind = "organization" if kind == "government" else kind
        gold[article].append({"kind": kind, "optional": optional, "forms": {fold(f) for f in forms.split("|")}, "name": forms.split("|")[0]})
    return gold

def build(binary, folder, names):
    work = pathlib.Path(tempfile.mkdtemp())
    (work / "seeds").mkdir()
    for path in sorted(folder.glob("*.txt")):
        if any(path.stem.startswith(n) for n in names): shutil.copy(path, work / "seeds")
    command = [binary, "build", "--articles", str(work / "seeds"), "--site", str(work / "site"), "--no-cache", "--quiet",
               "--templates", str(pathlib.Path.cwd() / "Templates")]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode: sys.exit(run.stderr[-800:])
    model = json.loads((work / "site/data/dossier.json").read_text(encoding="utf-8"))
    mentions = {a["id"]: json.loads((work / f"site/data/articles/{a['id']}.json").read_text(encoding="utf-8"))["mentions"] for a in model["articles"]}
    files = {a["id"]: pathlib.PurePosixPath(a["file"]).stem for a in model["articles"]}
    shutil.rmtree(work)
    return model, {files[ident]: found for ident, found in mentions.items()}

def f1(t, p, n): return 2 * t / (2 * t + p + n) if t else 0.0

def main(binary, gold_path, folder, misses):
    gold = read_gold(pathlib.Path(gold_path))
    model, by_article = build(binary, pathlib.Path(folder), list(gold))
    actors = {a["id"]: a for a in model["actors"]}
    places = {l["id"]: l for l in model["locations"]}
    count = defaultdict(lambda: [0, 0, 0])
    junk = doubles = junk_places = 0
    for article, wanted in gold.items():
        stem = next((s for s in by_article if s.startswith(article)), None)
        if stem is None:
            print(f"{article}: no such article in {folder}")
            continue
        mentions = by_article[stem]
        forms = defaultdict(set)
        for m in mentions:
            if m["actor"]: forms["A", m["actor"]].add(fold(m["exact"]))
            if m["location"]: forms["L", m["location"]].add(fold(m["exact"]))
        read = {fold(m["exact"]) for m in mentions if m["label"] == "place"}
        found, taken = set(), set()
        for (what, ident), seen in sorted(forms.items()):
            entry = (actors if what == "A" else places)[ident]
            names = seen | {fold(entry["name"])}
            if what == "L":
                hit = [g for g in wanted if g["kind"] == "place" and g["forms"] & names]
                for g in hit: found.add(id(g))
                if not hit:
                    junk_places += 1
                    if misses: print(article, "no place:", entry["name"])
                elif not any(g["optional"] for g in hit): count["place listed"][0] += 1
                continue
            kind = CLASSES.get(entry["kind"], "organization")
            hit = [g for g in wanted if g["kind"] != "place" and g["forms"] & names]
            if kind == "anonymous": hit = [g for g in hit if g["kind"] == "organization"]
            if kind == "anonymous" and not hit: continue
            right = [g for g in hit if g["kind"] == kind or kind == "anonymous"]
            if right and any(id(g) in taken for g in right):
                doubles += 1
                if misses: print(article, "double:", entry["name"], kind)
            elif right:
                g = right[0]
                taken.add(id(g)); found.add(id(g))
                if not g["optional"]: count[g["kind"]][0] += 1
            elif any(g["optional"] for g in hit): continue
            else:
                junk += 1
                count[kind][1] += 1
                if misses: print(article, "junk:", entry["name"], entry["kind"])
        for g in wanted:
            if g["kind"] == "place" and not g["optional"]:
                count["place read"][0 if g["forms"] & read or id(g) in found else 2] += 1
            if g["optional"] or id(g) in found: continue
            count["place listed" if g["kind"] == "place" else g["kind"]][2] += 1
            if misses: print(article, "missed:", g["kind"], g["name"], "(read)" if g["kind"] == "place" and g["forms"] & read else "")
    count["place listed"][1] = junk_places
    for kind in ("person", "organization", "state", "group"):
        t, p, n = count[kind]
        print(f"{kind}: {t} right, {p} junk, {n} missed, F1 {f1(t, p, n):.3f}")
    t, p, n = count["place listed"]
    print(f"place: {t} listed, {p} that are none, {n} not listed, F1 {f1(t, p, n):.3f}; read as places {count['place read'][0]} of {count['place read'][0] + count['place read'][2]}")
    t, p, n = (sum(count[k][i] for k in ("person", "organization", "state", "group")) for i in range(3))
    print(f"actors: F1 {f1(t, p, n):.3f}; junk {junk / len(gold):.2f} and doubles {doubles / len(gold):.2f} an article")

if __name__ == "__main__":
    if len(sys.argv) < 4: sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3], "--misses" in sys.argv)
