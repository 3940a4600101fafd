#!/usr/bin/env python3
"""Write world/borders.tsv: a point on the border of each two countries that lie beside each other.

    python3 make_borders.py              (from anywhere; reads world/gazetteer.bin and world/countries.tsv)

The point stands for the whole line, as the centroid does for a country: the middle of the two nearest
settlements on either side, of all such pairs the one nearest to the mean of them. It is no claim about
where a line runs.
"""
import math, struct
from pathlib import Path

WORLD = Path(__file__).resolve().parent.parent / "world"
NEAR = 80  # kilometres between the settlements of a pair


def settlements():
    data = (WORLD / "gazetteer.bin").read_bytes()
    assert data[:4] == b"DGZ1"
    places, countries, *_ = struct.unpack_from("<7I", data, 4)
    rows = [struct.unpack_from("<IIiiII", data, 32 + 24 * i) for i in range(places)]
    table = 32 + 24 * (places + 1)
    starts = [(data[table + 8 * i : table + 8 * i + 2].decode(), struct.unpack_from("<I", data, table + 8 * i + 4)[0])
              for i in range(countries + 1)]
    return {code: [(r[2] / 1e5, r[3] / 1e5) for r in rows[first:starts[i + 1][1]]]
            for i, (code, first) in enumerate(starts[:-1])}


def km(a, b):
    (la, oa), (lb, ob) = a, b
    p = math.pi / 180
    h = math.sin((lb - la) * p / 2) ** 2 + math.cos(la * p) * math.cos(lb * p) * math.sin((ob - oa) * p / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def cells(points):
    grid = {}
    for point in points:
        grid.setdefault((math.floor(point[0]), math.floor(point[1])), []).append(point)
    return grid


def middle(a, b):
    grid = cells(b)
    pairs = []
    for point in a:
        row, column = math.floor(point[0]), math.floor(point[1])
        near = [q for i in (-1, 0, 1) for j in (-2, -1, 0, 1, 2) for q in grid.get((row + i, column + j), [])]
        if near:
            best = min(near, key=lambda q: km(point, q))
            if km(point, best) <= NEAR:
                pairs.append(((point[0] + best[0]) / 2, (point[1] + best[1]) / 2))
    if not pairs:
        return None
    mean = (sum(p[0] for p in pairs) / len(pairs), sum(p[1] for p in pairs) / len(pairs))
    return min(sorted(pairs), key=lambda p: km(p, mean))


def main():
    places = settlements()
    pairs = set()
    for line in (WORLD / "countries.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("#") or len(fields) < 11 or fields[1] == "historical":
            continue
        pairs |= {tuple(sorted((fields[0], other))) for other in fields[10].split()}
    lines = ["# Points on the borders of neighbouring countries, made by scripts/make_borders.py.",
             "# two codes in order of the alphabet | latitude | longitude"]
    for a, b in sorted(pairs):
        point = middle(places.get(a, []), places.get(b, []))
        if point:
            lines.append(f"{a} {b}\t{point[0]:.2f}\t{point[1]:.2f}")
    (WORLD / "borders.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
