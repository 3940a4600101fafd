"""Authoring aid: passages with annotations by exact words -> passages/*.txt and events.json (offsets in code points)."""
import json, pathlib, re
PASSAGES, OUT = {}, []
cur = {}
def find(text, key, what):
    exact, _, n = key.partition("#"); n = int(n or 1)
    starts = [m.start() for m in re.finditer(re.escape(exact), text)]
    assert starts, f"{cur['passage']}: {what} {exact!r} not in text"
    assert len(starts) >= n, f"{cur['passage']}: {what} {exact!r} occurs {len(starts)}"
    assert "#" in key or len(starts) == 1, f"{cur['passage']}: {what} {exact!r} occurs {len(starts)} times"
    return {"exact": exact, "occurrence": n, "start": starts[n - 1], "end": starts[n - 1] + len(exact)}
def P(name, published, text, note=None):
    global cur
    text = " ".join(text.strip().split("\n")) if "\n\n" not in text.strip() else "\n\n".join(" ".join(p.split("\n")) for p in text.strip().split("\n\n"))
    assert name not in PASSAGES, name
    assert 230 <= len(text) <= 1300, (name, len(text))
    PASSAGES[name] = text + "\n"
    cur = {"passage": name, "published": published, "events": [], "figures": [], "claims": []}
    if note: cur["note"] = note
    OUT.append(cur)
def names_in(text, names, what):
    for n in names:
        for form in n.split("|"):
            if form.startswith("~"): continue   # a right name that the text does not write
            if form.lower() in text.lower(): break
        else: raise AssertionError(f"{cur['passage']}: {what} {n!r} not written")
clean = lambda n: n.replace("~", "")
def F(metric, low, high, qualifier, span, claimants=(), others=(), otherClaimants=(), optional=False, asOf=None):
    text = PASSAGES[cur["passage"]]
    names_in(text, claimants, "claimant")
    f = {"metric": metric, "low": low, "high": high, "qualifier": qualifier, **find(text, span, "figure"), "claimants": [clean(c) for c in claimants]}
    if others: f["others"] = [list(o) for o in others]
    if otherClaimants: f["otherClaimants"] = [list(o) for o in otherClaimants]
    if asOf: f["asOf"] = asOf
    if optional: f["optional"] = True
    return f
def E(type, trigger, date, places=(), who="", also=(), alsoP=(), trig2=(), status="occurred", dates=(), otherTypes=(), optional=False, figs=()):
    text = PASSAGES[cur["passage"]]
    people = []
    for w in filter(None, (x.strip() for x in who.split(";"))):
        n, _, r = w.rpartition(":"); assert set(r.split("|")) <= {"initiator", "target", "party", "mediator", "host", "victim", "speaker"}, (cur["passage"], w)
        names_in(text, [n], "participant"); people.append({"name": clean(n), "role": r})
    names_in(text, places, "place")
    e = {"type": type, "trigger": find(text, trigger, "trigger"), "alsoTriggers": [find(text, t, "trigger") for t in trig2], "status": status,
         "date": date, "dates": list(dates), "places": [clean(p) for p in places], "alsoPlaces": [clean(p) for p in alsoP], "participants": people, "also": [clean(a) for a in also], "figures": list(figs)}
    if otherTypes: e["otherTypes"] = list(otherTypes)
    if optional: e["optional"] = True
    cur["events"].append(e); return e
def O(type, trigger, **k): return E(type, trigger, k.pop("date", None), optional=True, **k)
def PF(*figs): cur["figures"] += figs
def C(kind, span, claimants):
    text = PASSAGES[cur["passage"]]; names_in(text, claimants, "claimant")
    s = find(text, span, "claim")
    cur["claims"].append({"kind": kind, "start": s["start"], "end": s["end"], "exact": s["exact"], "claimants": [clean(c) for c in claimants]})
def save():
    here = pathlib.Path(__file__).resolve().parent.parent
    (here / "passages").mkdir(exist_ok=True)
    for old in (here / "passages").glob("*.txt"): old.unlink()
    for n, t in PASSAGES.items(): (here / "passages" / f"{n}.txt").write_text(t, encoding="utf-8")
    rows = ",\n".join("  " + json.dumps(o, ensure_ascii=False) for o in sorted(OUT, key=lambda o: o["passage"]))
    (here / "events.json").write_text("[\n" + rows + "\n]\n", encoding="utf-8")
