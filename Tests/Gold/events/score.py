#!/usr/bin/env python3
"""Score events, figures and claims against the annotated passages beside this file.

    score.py BINARY [--misses] [--bars] [--only PREFIX] [--site DIR]

Builds one site from passages/*.txt, each published on the day that events.json gives, and compares it passage by passage. With --bars
the exit status is 1 when a figure is below its bar. --site reads a site that is built already.

An event is found when one of its evidence spans (600 code points at most) shares words with a trigger and its type is of the same group. Other
events published in a passage are spurious, unless they are annotated as optional (`optional`: a careful reader may or may not make an
event of them). Dates, places, participants and status are compared on the events found. A place or participant counts for a passage if its
evidence lies there; what `alsoPlaces` and `also` name is neither asked for nor wrong; `a|b` in a name are two right answers. Roles:
initiator and party are one in meetings and agreements, target and victim are one. A figure needs its metric, low, high and qualifier
over words that it shares; a claimant all its names and no other. Claims, status and asOf are told, not judged.
"""
import json, pathlib, re, subprocess, sys, tempfile, unicodedata
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
# No build may fall below these.
BARS = {"type and trigger F1": 0.78, "date right": 0.85, "places F1": 0.80, "participants with role F1": 0.68, "figures F1": 0.90, "claimant right": 0.80}
GROUPS = {"violence": "war operation armed-clash shelling air-drone-strike explosive sabotage attack-on-civilians abduction sexual-violence territory-regained territory-overtaken",
          "diplomacy": "talks-mediated meeting phone-call", "agreement": "ceasefire surrender agreement territory-transfer pledge",
          "coercion": "blockade sanction detention threat", "displacement": "displacement return",
          # The five above are those of check/score.py; the types that it leaves out:
          "posture": "mobilization", "help": "aid support cooperation", "speech": "accusation condemnation appeal denial statement", "street": "protest riot"}
GROUP = {code: group for group, codes in GROUPS.items() for code in codes.split()}

FOLDS = str.maketrans({"’": "'", "ə": "e", "Ə": "E", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe"})

def fold(text):
    text = unicodedata.normalize("NFKD", text.translate(FOLDS)).lower()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"\b(?:il|lo|la|i|gli|le|un|una|uno|di|del|dello|della|dei|degli|delle)\b|\b(?:l|d|un|all|dell|nell|sull|dall)'|[^a-z0-9 ]", " ", text).split())

def same(name, entry):
    """Whether one of the forms of `a|b` is the entry's name or an alias."""
    return bool(({fold(n) for n in name.split("|")} - {""}) & {fold(n) for n in [entry["name"], *entry["aliases"]]})

def day(edtf, like):
    """The date without marks of approximation, and without the time where `like` has none."""
    if edtf is None: return None
    edtf = re.sub(r"[~?%]", "", edtf)
    return edtf if like and "T" in like else re.sub(r"T[^/,}\]]*", "", edtf)

def dated(event, gold): return any(day(event["date"]["edtf"], right) == day(right, right) for right in [gold["date"], *gold["dates"]])

def role_right(role, gold, group):
    rights = set(gold["role"].split("|"))
    if group in ("diplomacy", "agreement") and rights & {"initiator", "party"}: rights |= {"initiator", "party"}
    if rights & {"target", "victim"}: rights |= {"target", "victim"}
    return role in rights

def types(gold): return {GROUP[t] for t in [gold["type"], *gold.get("otherTypes", [])]}

def build(binary, passages):
    work = pathlib.Path(tempfile.mkdtemp())
    (work / "articles").mkdir()
    lines = ["title: Passages", "language: it", "articles:"]
    for p in passages:
        name = p["passage"] + ".txt"
        (work / "articles" / name).write_bytes((HERE / "passages" / name).read_bytes())
        lines.append(f"  {name}: {{published: {p['published']}}}")
    (work / "articles/dossier.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    run = subprocess.run([binary, "build", "--articles", str(work / "articles"), "--site", str(work / "site"), "--no-cache"], capture_output=True, text=True)
    if run.returncode: sys.exit(run.stderr[-800:])
    return work / "site"

def main():
    if len(sys.argv) < 2: sys.exit(__doc__)
    option = lambda key: sys.argv[sys.argv.index(key) + 1] if key in sys.argv else None
    misses, only = "--misses" in sys.argv, option("--only") or ""
    passages = [p for p in json.loads((HERE / "events.json").read_text(encoding="utf-8")) if p["passage"].startswith(only)]
    texts = {p["passage"]: (HERE / "passages" / f"{p['passage']}.txt").read_text(encoding="utf-8") for p in passages}
    for p in passages:
        for span in [t for e in p["events"] for t in [e["trigger"], *e["alsoTriggers"], *e["figures"]]] + p["figures"] + p["claims"]:
            if texts[p["passage"]][span["start"]:span["end"]] != span["exact"]: sys.exit(f"{p['passage']}: {span['exact']!r} is not at {span['start']}")
    site = pathlib.Path(option("--site") or build(sys.argv[1], passages))
    data = json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))
    ids = {pathlib.PurePosixPath(a["file"]).stem: a["id"] for a in data["articles"]}
    actors, locations = {a["id"]: a for a in data["actors"]}, {l["id"]: l for l in data["locations"]}
    count, kinds, byKind = Counter(), Counter(), Counter()
    def tell(passage, what):
        if misses: print(f"{passage}: {what}")

    for p in passages:
        name, article, text = p["passage"], ids[p["passage"]], texts[p["passage"]]
        here = lambda x: any(s["article"] == article for s in x["evidence"]) or not x["evidence"]
        def spans(event): return [(s["start"], s["end"]) for s in event["evidence"] if s["article"] == article and s["end"] - s["start"] <= 600]
        def places(event): return [locations[x["location"]] for x in event["locations"] if x["location"] in locations and here(x)]
        def people(event): return [(actors[x["actor"]], x["role"]) for x in event["participants"] if x["actor"] in actors and here(x)]
        def title(event): return f"{event['type']} {event['date']['edtf']} {[text[a:b][:70] for a, b in spans(event)][:2]}"
        published = [e for e in data["events"] if any(s["article"] == article for s in e["evidence"])]

        # Which published event is which annotated one: dates, places and people decide between several in one sentence.
        pairs = []
        for gi, gold in enumerate(p["events"]):
            for e in published:
                if GROUP.get(e["type"]) not in types(gold): continue
                if not any(a < t["end"] and t["start"] < b for a, b in spans(e) for t in [gold["trigger"], *gold["alsoTriggers"]]): continue
                main_trigger = any(a < gold["trigger"]["end"] and gold["trigger"]["start"] < b for a, b in spans(e))
                score = 3 * dated(e, gold) + sum(any(same(n, x) for x in places(e)) for n in gold["places"]) + sum(any(same(w["name"], x) for x, _ in people(e)) for w in gold["participants"])
                pairs.append((not gold.get("optional"), score + (e["type"] == gold["type"]) + main_trigger / 2, gi, e))
        chosen, used = {}, set()
        for _, _, gi, e in sorted(pairs, key=lambda x: (-x[0], -x[1], x[2], x[3]["id"])):
            if gi not in chosen and e["id"] not in used: chosen[gi] = e; used.add(e["id"])
        for e in published:
            if e["id"] not in used:
                count["spurious"] += 1; count["spuriousInEmpty"] += not any(not g.get("optional") for g in p["events"])
                tell(name, f"spurious {title(e)}")
        for gi, gold in enumerate(p["events"]):
            if gold.get("optional"): continue
            count["events"] += 1
            e, what = chosen.get(gi), f"{gold['type']} {gold['trigger']['exact']!r}"
            if e is None:
                tell(name, f"missing {what}"); continue
            count["found"] += 1
            count["type"] += e["type"] in [gold["type"], *gold.get("otherTypes", [])]
            count["dated"] += dated(e, gold)
            if not dated(e, gold): tell(name, f"date of {what}: {e['date']['edtf']} for {[gold['date'], *gold['dates']]}")
            count["status"] += e["status"] == gold["status"]
            if e["status"] != gold["status"]: tell(name, f"status of {what}: {e['status']} for {gold['status']}")
            there = places(e)
            for n in gold["places"]:
                ok = any(same(n, x) for x in there)
                count["placesRight"] += ok; count["placesGold"] += 1
                if not ok: tell(name, f"place of {what}: {n} not in {[x['name'] for x in there]}")
            for x in there:
                if any(same(n, x) for n in gold["places"]): count["placesRightRead"] += 1; count["placesRead"] += 1
                elif not any(same(n, x) for n in gold["alsoPlaces"]): count["placesRead"] += 1; tell(name, f"wrong place of {what}: {x['name']}")
            who, group = people(e), GROUP[gold["type"]]
            for w in gold["participants"]:
                named = [role for x, role in who if same(w["name"], x)]
                ok = any(role_right(role, w, group) for role in named)
                count["peopleGold"] += 1; count["peopleNamed"] += bool(named); count["peopleRight"] += ok
                if not ok: tell(name, f"participant of {what}: {w['name']} {w['role']}, read {[(x['name'], r) for x, r in who]}")
            for x, role in who:
                of = [w for w in gold["participants"] if same(w["name"], x)]
                if of:
                    count["peopleRead"] += 1; count["peopleNamedRead"] += 1; count["peopleRightRead"] += any(role_right(role, w, group) for w in of)
                elif not any(same(n, x) for n in gold["also"]) and not (x["kind"] in ("anonymous", "group") and role == "victim"):
                    count["peopleRead"] += 1; tell(name, f"wrong participant of {what}: {x['name']} {role}")

        # Figures: those of the events and those that no event of the passage carries.
        golds = [f for e in p["events"] for f in e["figures"]] + p["figures"]
        free = [c for c in data["claims"] if c["figure"] and c["article"] == article]
        value = lambda f: (f["low"], f["high"], f["qualifier"])
        for f in sorted(golds, key=lambda f: f.get("optional", False)):
            near = [c for c in free if c["start"] < f["end"] and f["start"] < c["end"]]
            right = [c for c in near if c["figure"]["metric"] == f["metric"] and value(c["figure"]) in {value(f), *map(tuple, f.get("others", []))}]
            right.sort(key=lambda c: (abs(c["start"] - f["start"]), c["id"]))
            if f.get("optional"):
                near = right or [c for c in near if c["figure"]["metric"] == f["metric"]]
                if near: free.remove(near[0])
                continue
            count["figures"] += 1
            if not right:
                tell(name, f"figure {f['metric']} {value(f)} {f['exact']!r}: {[(c['figure']['metric'], *value(c['figure'])) for c in near]}"); continue
            count["figuresRight"] += 1
            free.remove(right[0])
            said = [actors[i] for i in right[0]["claimants"] if i in actors]
            ok = any(len(said) == len(names) and all(any(same(n, s) for s in said) for n in names) for names in [f["claimants"], *f.get("otherClaimants", [])])
            count["claimants"] += ok
            if not ok: tell(name, f"claimant of {f['exact']!r}: {[s['name'] for s in said]} for {f['claimants']}")
            if "asOf" in f: count["asOf"] += 1; count["asOfRight"] += right[0]["asOf"] == f["asOf"]
        count["figuresSpurious"] += len(free)
        for c in free: tell(name, f"spurious figure {c['figure']['metric']} {value(c['figure'])} {c['exact'][:60]!r}")

        for g in p["claims"]:
            kinds[g["kind"]] += 1
            c = [c for c in data["claims"] if not c["figure"] and c["article"] == article and c["kind"] == g["kind"] and c["start"] < g["end"] and g["start"] < c["end"]]
            said = [[actors[i] for i in x["claimants"] if i in actors] for x in c]
            ok = any(not g["claimants"] or len(s) == len(g["claimants"]) and all(any(same(n, x) for x in s) for n in g["claimants"]) for s in said)
            count["claimsFound"] += bool(c); count["claimsRight"] += ok; byKind[g["kind"]] += bool(c)
            if not c: tell(name, f"claim {g['kind']} {g['exact'][:60]!r}")
            elif not ok: tell(name, f"claimant of {g['kind']} {g['exact'][:60]!r}: {[[x['name'] for x in s] for s in said]} for {g['claimants']}")

    share = lambda a, b: count[a] / count[b] if count[b] else 0.0
    f1 = lambda right, gold, rightRead, read: (lambda r, q: 2 * r * q / (r + q) if r + q else 0.0)(right / gold if gold else 0, rightRead / read if read else 0)
    found, spurious = count["found"], count["spurious"]
    figures = {
        "type and trigger F1": f1(found, count["events"], found, found + spurious), "date right": share("dated", "found"),
        "places F1": f1(count["placesRight"], count["placesGold"], count["placesRightRead"], count["placesRead"]),
        "participants with role F1": f1(count["peopleRight"], count["peopleGold"], count["peopleRightRead"], count["peopleRead"]),
        "figures F1": f1(count["figuresRight"], count["figures"], count["figuresRight"], count["figuresRight"] + count["figuresSpurious"]),
        "claimant right": share("claimants", "figuresRight"),
    }
    crossing = [e["id"] for e in data["events"] if e["type"] != "war" and len({s["article"] for s in e["evidence"]}) > 1]
    more = {
        "type and trigger F1": f"found {found}/{count['events']}, spurious {spurious} ({count['spuriousInEmpty']} in passages without event); exact type {share('type', 'found'):.3f}; over several passages {len(crossing)}",
        "date right": f"{count['dated']}/{found}; status {share('status', 'found'):.3f}",
        "places F1": f"{count['placesRight']}/{count['placesGold']}, wrong {count['placesRead'] - count['placesRightRead']}",
        "participants with role F1": f"{count['peopleRight']}/{count['peopleGold']}, named {count['peopleNamed']}, wrong {count['peopleRead'] - count['peopleRightRead']}; without roles {f1(count['peopleNamed'], count['peopleGold'], count['peopleNamedRead'], count['peopleRead']):.3f}",
        "figures F1": f"{count['figuresRight']}/{count['figures']}, spurious {count['figuresSpurious']}; asOf {count['asOfRight']}/{count['asOf']}",
        "claimant right": f"{count['claimants']}/{count['figuresRight']}",
    }
    for e in crossing: tell("several passages", e)
    print(f"{len(passages)} passages, {count['events']} events, {count['figures']} figures, {sum(kinds.values())} claims")
    for key, value in figures.items(): print(f"{key:<26}{value:.3f}   {more[key]}")
    print(f"claims found              {count['claimsFound'] / max(1, sum(kinds.values())):.3f}   with claimant {count['claimsRight']}; " + ", ".join(f"{k} {byKind[k]}/{n}" for k, n in sorted(kinds.items())))
    if "--bars" in sys.argv:
        low = [key for key, bar in BARS.items() if figures[key] < bar]
        for key in low: print(f"below the bar: {key} ({figures[key]:.3f} < {BARS[key]:.2f})")
        sys.exit(bool(low))

if __name__ == "__main__": main()
