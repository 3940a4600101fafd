import src_a, src_b, src_f, src_g, src_h, dsl
dsl.save()
req = [e for p in dsl.OUT for e in p["events"] if not e.get("optional")]
figs = [f for p in dsl.OUT for f in p["figures"] + [f for e in p["events"] for f in e["figures"]] if not f.get("optional")]
print(len(dsl.OUT), "passages;", sum(not any(not e.get("optional") for e in p["events"]) for p in dsl.OUT), "without event;", len(req), "events;", sum(len(e["participants"]) for e in req), "participants;", sum(len(e["places"]) for e in req), "places;", len(figs), "figures;", sum(len(p["claims"]) for p in dsl.OUT), "claims")
from collections import Counter
print(Counter(e["type"] for e in req)); print(Counter(e["status"] for e in req)); print(Counter(c["kind"] for p in dsl.OUT for c in p["claims"]))
