#!/usr/bin/env python3
"""Score the reading of quotations against the annotation beside this file.

    score.py BINARY [--texts DIR] [--misses] [--bars] [--only PREFIX]

The texts of our own articles are in articles/. Those of the Italian Wikinews documents (wnNNN) are not kept here: only offsets and
labels are; DIR holds the texts as `names.py --texts` rebuilds them, and without it these documents are left out.
With --bars the exit status is 1 when a figure is below its bar.

quotations.tsv    document, start, end (code points), kind, integrity, speakers (spans that name them), basis
documents.tsv     document, marks all|no, indirect all|no, style

A speaker is right when every span that names one leads to a published speaker, and no other speaker is published; a quotation whose
speaker a careful reader cannot tell is right when it has none. Indirect speech is found when intersection over union is at least 0.8.
"""
import json, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
# No build may fall below these; negative ones are upper bounds. The aims are 0.97 for spans and 0.88 for speakers.
BARS = {"spans": 0.95, "non-speech taken": -0.12, "speakers right": 0.80, "speakers wrong": -0.05, "indirect F1": 0.75}

def rows(name):
    for path in sorted(HERE.glob(name)):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"): yield line.split("\t")

def span(text): return tuple(int(n) for n in text.split("-"))

def fold(text): return " ".join(text.replace("’", "'").casefold().split())

def build(binary, texts):
    work = pathlib.Path(tempfile.mkdtemp())
    (work / "articles").mkdir()
    for name, text in texts.items(): (work / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    run = subprocess.run([binary, "build", "--articles", str(work / "articles"), "--site", str(work / "site"), "--no-cache"],
                         capture_output=True, text=True)
    if run.returncode: sys.exit(run.stderr[-800:])
    data = json.loads((work / "site/data/dossier.json").read_text(encoding="utf-8"))
    mentions = {p.stem: json.loads(p.read_text(encoding="utf-8"))["mentions"] for p in (work / "site/data/articles").glob("*.json")}
    return data, mentions

def names(actor, start, end, text, mentions):
    """Whether the gold span names the actor: a mention of it lies there, or one of its forms is written there."""
    if any(m["actor"] == actor["id"] and m["start"] < end and start < m["end"] for m in mentions): return True
    written, forms = fold(text[start:end]), {fold(f) for f in [actor["name"], *actor["aliases"]]}
    if written in forms: return True
    return actor["kind"] == "anonymous" and any(f.startswith(written) or written.startswith(f) for f in forms)

def main():
    if len(sys.argv) < 2: sys.exit(__doc__)
    option = lambda key: sys.argv[sys.argv.index(key) + 1] if key in sys.argv else None
    misses, only, folder = "--misses" in sys.argv, option("--only") or "", option("--texts")
    where = [HERE / "articles"] + ([pathlib.Path(folder)] if folder else [])
    texts, coverage = {}, {}
    for document, marks, indirect, *_ in rows("quotations/*documents.tsv"):
        path = next((d / f"{document}.txt" for d in where if (d / f"{document}.txt").exists()), None)
        if path and document.startswith(only): texts[document], coverage[document] = path.read_text(encoding="utf-8"), (marks == "all", indirect == "all")
    data, mentions = build(sys.argv[1], texts)
    ids = {pathlib.PurePosixPath(a["file"]).stem: a["id"] for a in data["articles"]}
    actors = {a["id"]: a for a in data["actors"]}
    found = {document: [q for q in data["quotations"] if q["article"] == ids[document]] for document in texts}
    gold = {document: [] for document in texts}
    for document, start, end, kind, integrity, speakers, *_ in rows("quotations/*quotations.tsv"):
        if document in gold: gold[document].append((int(start), int(end), kind, integrity, [span(s) for s in speakers.split(";")] if speakers != "-" else []))

    count = dict.fromkeys("marks exact kind damaged flagged none taken spurious right wrong silent wrongNamed indirect reported hit indirectRight indirectWrong".split(), 0)
    def tell(what, document, start, end, more=""):
        if misses: print(f"{document}:{start}-{end} {what}: {texts[document][start:end]!r} {more}")
    def judge(document, quotation, spans):
        speakers = [actors[s] for s in quotation["speakers"]]
        text, seen = texts[document], mentions[ids[document]]
        if not speakers: return "right" if not spans else "silent"
        ok = all(any(names(a, *s, text, seen) for a in speakers) for s in spans) and all(any(names(a, *s, text, seen) for s in spans) for a in speakers)
        return "right" if ok else "wrong"
    for document in texts:
        marks, indirect = coverage[document]
        inMarks = [q for q in found[document] if q["kind"] != "indirect"]
        told = [q for q in found[document] if q["kind"] == "indirect"]
        at = {(q["start"], q["end"]): q for q in inMarks}
        wanted = [g for g in gold[document] if g[2] in ("direct", "mixed")]
        if marks:
            for start, end, kind, integrity, spans in wanted:
                count["marks"] += 1
                quotation = at.get((start, end))
                if integrity == "damaged": count["damaged"] += 1
                if not quotation:
                    tell("missing", document, start, end, f"near {[q['exact'] for q in inMarks if q['start'] < end and start < q['end']]}")
                    count["silent"] += 1
                    continue
                count["exact"] += 1
                count["kind"] += quotation["kind"] == kind
                if quotation["kind"] != kind: tell(f"kind {quotation['kind']} for {kind}", document, start, end)
                count["flagged"] += integrity == "damaged" == quotation["integrity"]
                if integrity != quotation["integrity"]: tell(f"integrity {quotation['integrity']}", document, start, end)
                verdict = judge(document, quotation, spans)
                count[verdict] += 1
                if verdict != "right": tell(f"speaker {verdict}", document, start, end, f"is {[texts[document][a:b] for a, b in spans]}, read {[actors[s]['name'] for s in quotation['speakers']]}")
            for start, end, kind, *_ in gold[document]:
                if kind == "none":
                    count["none"] += 1
                    if any(q["start"] < end and start < q["end"] and not any(g[0] <= start and end <= g[1] for g in wanted) for q in inMarks):
                        count["taken"] += 1
                        tell("no speech", document, start, end)
            for q in inMarks:
                if not any(q["start"] < g[1] and g[0] < q["end"] for g in gold[document]):
                    count["spurious"] += 1
                    tell("spurious", document, q["start"], q["end"])
        if indirect:
            reports = [g for g in gold[document] if g[2] == "indirect"]
            free = list(told)
            count["indirect"] += len(reports)
            missed = 0
            for start, end, _, _, spans in reports:
                overlap = lambda q: (min(end, q["end"]) - max(start, q["start"])) / (max(end, q["end"]) - min(start, q["start"]))
                best = max(free, key=overlap, default=None)
                if not best or overlap(best) < 0.8:
                    missed += 1
                    tell("indirect missing", document, start, end, f"near {[q['exact'] for q in told if overlap(q) > 0]}")
                    continue
                free.remove(best)
                count["hit"] += 1
                verdict = judge(document, best, spans)
                count["indirectRight"] += verdict == "right"
                count["indirectWrong"] += verdict == "wrong"
                if verdict != "right": tell(f"indirect speaker {verdict}", document, start, end, f"is {[texts[document][a:b] for a, b in spans]}, read {[actors[s]['name'] for s in best['speakers']]}")
            # A reported clause around a fragment in marks is annotated by the fragment alone: neither right nor wrong.
            free = [q for q in free if not any(q["start"] <= g[0] and g[1] <= q["end"] for g in wanted)]
            count["reported"] += len(reports) + len(free) - missed
            for q in free: tell("indirect too much", document, q["start"], q["end"])
    share = lambda a, b: count[a] / count[b] if count[b] else 0.0
    figures = {
        "spans": share("exact", "marks"), "non-speech taken": share("taken", "none"), "speakers right": share("right", "marks"),
        "speakers wrong": share("wrong", "marks"), "indirect F1": 2 * count["hit"] / max(1, count["indirect"] + count["reported"]),
    }
    print(f"{len(texts)} documents, {count['marks']} quotations in marks, {count['none']} marks around no speech, {count['indirect']} indirect")
    print(f"spans exact         {figures['spans']:.3f}   kind {share('kind', 'exact'):.3f}   damaged flagged {count['flagged']}/{count['damaged']}   spurious {count['spurious']}")
    print(f"non-speech taken    {figures['non-speech taken']:.3f}   ({count['taken']}/{count['none']})")
    print(f"speakers right      {figures['speakers right']:.3f}   wrong {figures['speakers wrong']:.3f}   unresolved or missing {share('silent', 'marks'):.3f}")
    print(f"indirect F1         {figures['indirect F1']:.3f}   precision {share('hit', 'reported'):.3f} recall {share('hit', 'indirect'):.3f}   speakers right {share('indirectRight', 'hit'):.3f} wrong {share('indirectWrong', 'hit'):.3f}")
    if "--bars" in sys.argv:
        low = [k for k, bar in BARS.items() if (figures[k] < bar if bar > 0 else figures[k] > -bar)]
        for k in low: print(f"below the bar: {k}")
        sys.exit(bool(low))

if __name__ == "__main__": main()
