#!/usr/bin/env python3
"""Write world.map: the land of the world, its countries, its disputed areas and lines, for maps of any place.

    apt-get install python3-shapely
    apt-get download qgis-common && dpkg -x qgis-common_*.deb qgis
    /usr/bin/python3 make_map.py qgis/usr/share/qgis/resources/data/world_map.gpkg

Source: Natural Earth 1:10m, cultural vectors, version 4.1.0 (2018), public domain, as QGIS 3.22 packs and generalises
them: the provinces, which share their borders vertex for vertex, and the disputed lines. Countries are the provinces of
one ISO 3166-1 code; the areas of ../disputed-areas.tsv are cut out of them first. Every border is one arc that both of
its sides use, so that whatever is drawn or simplified stays together. The same input gives the same bytes.

Layout; numbers are LEB128, signed ones zigzag; a text is its number of bytes and UTF-8; coordinates are differences, in
1/1000 degree, longitude first:
  "DWM1"
  texts    how many, then the names of the disputed lines
  arcs     how many, then each: kind (0 coast, 1 border, 2 edge of a disputed area, 3 cut of the source at the 180th
           meridian or the pole); then for the three levels of detail the number of points and the points. A level of
           0 points is the one before it.
  areas    how many, then each: kind (0 country, 1 disputed), id (text), number of rings, and of each ring the number of
           arcs and the arcs: 2 n, or 2 n + 1 for arc n backwards. Outer rings run counter-clockwise.
  lines    how many, then each: number of its name, and three levels of points as for arcs
"""
import collections, math, re, sqlite3, struct, sys
from pathlib import Path

from shapely.geometry import LineString, MultiLineString, Point, Polygon, box
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, nearest_points, polygonize, unary_union
from shapely.prepared import prep
from shapely.strtree import STRtree

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent
# The source's vertices agree to 1e-7 degrees; what is written counts in 1e-3, about 100 metres.
FINE, QUANTUM = 10_000_000, 1_000
# Levels of detail: how far a line may move, in degrees of latitude.
TOLERANCES = (0.0015, 0.03, 0.25)
COAST, BORDER, EDGE, SEAM = range(4)
# Provinces without an ISO code that are no disputed area.
CODES = {"ESB": "GB", "WSB": "GB", "KAB": "KZ", "USG": "CU", "CLP": "FR", "CCK": "CC", "CXR": "CX"}


# MARK: Reading

def geometry(blob):
    """The polygons (lists of rings) or lines of a GeoPackage geometry."""
    envelope = (blob[3] >> 1) & 7
    return wkb(blob, 8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[envelope])[0]


def wkb(blob, at):
    order = "<" if blob[at] == 1 else ">"
    kind = struct.unpack_from(order + "I", blob, at + 1)[0] % 1000
    at += 5

    def points(at):
        count = struct.unpack_from(order + "I", blob, at)[0]
        values = struct.unpack_from(f"{order}{2 * count}d", blob, at + 4)
        return list(zip(values[::2], values[1::2])), at + 4 + 16 * count

    if kind == 2:
        return points(at)
    count = struct.unpack_from(order + "I", blob, at)[0]
    at += 4
    parts = []
    for _ in range(count):
        part, at = points(at) if kind == 3 else wkb(blob, at)
        parts.append(part)
    return parts, at


def table(name):
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def snapped(point):
    """The source is cut at 179.9 and -89.9 degrees, which leaves gaps."""
    x, y = point
    if abs(x) >= 179.85:
        x = math.copysign(180, x)
    return (x, -90.0 if y <= -89.85 else y)


class Province:
    """A province or a piece of one: the code of its country in the source, its name, and its unit,
    (0, ISO code) or (1, id of a disputed area)."""

    def __init__(self, a3, name, unit, polygons):
        self.a3, self.name, self.unit, self.polygons = a3, name, unit, polygons


def provinces(source):
    result = []
    rows = source.execute(
        "select adm0_a3, gu_a3, name, iso_a2, geom from states_provinces order by fid")
    for a3, gu, name, iso, blob in rows:
        code = iso if re.fullmatch("[A-Z]{2}", iso) else CODES.get(gu, CODES.get(a3, "?" + a3))
        polygons = [
            [[snapped(p) for p in ring] for ring in polygon] for polygon in geometry(blob)]
        if a3 == "CHN" and gu == "PFA":
            name = "Paracel Islands"
        result.append(Province(a3, name or "", (0, code), polygons))
    return result


# MARK: Cutting

def cut_lines(steps, lines):
    """The lines along which areas are cut, by the text that names them."""
    result = {}
    for _, step in steps:
        words = step.split(" ")
        if words[0] != "flood":
            continue
        text = " ".join(words[2:-2])
        if text.startswith("line:"):
            result[text] = [[tuple(map(float, p.split())) for p in text[5:].split(",")]]
        else:
            result[text] = [part for number in text.split("+") for part in lines[int(number)][1]]
    return result


def extended(parts, land):
    """`parts` with their loose ends drawn on to the nearest other part or edge of the country."""
    merged = linemerge(MultiLineString(parts)) if len(parts) > 1 else LineString(parts[0])
    pieces = list(merged.geoms) if merged.geom_type == "MultiLineString" else [merged]
    ends = collections.Counter(p for piece in pieces for p in (piece.coords[0], piece.coords[-1]))
    result = []
    for number, piece in enumerate(pieces):
        coords = list(piece.coords)
        others = unary_union([land] + pieces[:number] + pieces[number + 1:])
        for last in (0, -1):
            end = coords[last]
            if ends[end] != 1 or coords[0] == coords[-1]:
                continue
            near = nearest_points(others, Point(end))[0]
            gap = near.distance(Point(end))
            if 0 < gap < 0.25:
                over = 1 + 0.002 / gap
                far = (end[0] + (near.x - end[0]) * over, end[1] + (near.y - end[1]) * over)
                coords.insert(0, far) if last == 0 else coords.append(far)
        result.append(coords)
    return result


def cut(all_provinces, steps, lines):
    """Divides the provinces that cutting lines cross and gives the areas theirs."""
    cuts = cut_lines(steps, lines)
    boxes = [box(*MultiLineString(parts).bounds).buffer(0.3) for parts in cuts.values()]
    local, rest = [], []
    for province in all_provinces:
        outline = [Polygon(rings[0]) for rings in province.polygons]
        near = any(b.intersects(p.envelope) for b in boxes for p in outline)
        (local if near else rest).append(province)
    boundaries = {}
    for province in local:
        boundaries.setdefault(province.a3, []).extend(
            LineString(ring) for rings in province.polygons for ring in rings)
    drawn = {}
    for area, step in steps:
        words = step.split(" ")
        if words[0] == "flood":
            text = " ".join(words[2:-2])
            drawn[text] = extended(cuts[text], unary_union(boundaries[words[1]]))
    knives = [LineString(part) for parts in drawn.values() for part in parts]
    network = unary_union([l for ls in boundaries.values() for l in ls] + knives)
    faces = list(polygonize(network))
    owners = [[Polygon(r[0], r[1:]) for r in p.polygons] for p in local]
    flat = [(polygon, i) for i, polygons in enumerate(owners) for polygon in polygons]
    tree = STRtree([p for p, _ in flat])
    index = {id(p): i for p, i in flat}
    pieces = []
    for face in faces:
        inner = face.representative_point()
        for polygon in tree.query(inner):
            if polygon.contains(inner):
                pieces.append((face, local[index[id(polygon)]]))
                break
    # Faces are neighbours where they share an edge that no knife drew.
    sharp = prep(unary_union(knives).buffer(1e-7))
    sides = collections.defaultdict(list)
    for number, (face, _) in enumerate(pieces):
        for ring in [face.exterior, *face.interiors]:
            for a, b in zip(ring.coords, ring.coords[1:]):
                sides[min((a, b), (b, a))].append(number)
    neighbours = collections.defaultdict(set)
    for edge, numbers in sides.items():
        if len(numbers) == 2:
            middle = Point((edge[0][0] + edge[1][0]) / 2, (edge[0][1] + edge[1][1]) / 2)
            if not sharp.contains(middle):
                neighbours[numbers[0]].add(numbers[1])
                neighbours[numbers[1]].add(numbers[0])
    result = []
    for face, province in pieces:
        piece = Province(province.a3, province.name, province.unit, [
            [list(r.coords) for r in [face.exterior, *face.interiors]]])
        result.append(piece)
    for area, step in steps:
        words = step.split(" ")
        if words[0] != "flood":
            continue
        seed = Point(float(words[-2]), float(words[-1]))
        start = [n for n, (face, p) in enumerate(pieces) if face.contains(seed)]
        assert len(start) == 1 and pieces[start[0]][1].a3 == words[1], (area, step, start)
        reached, pending = set(start), list(start)
        while pending:
            for other in neighbours[pending.pop()]:
                owner = pieces[other][1]
                if other not in reached and owner.a3 == words[1] and owner.unit[0] == 0:
                    reached.add(other)
                    pending.append(other)
        share = sum(pieces[n][0].area for n in reached)
        whole = sum(Polygon(r[0]).area for p in all_provinces if p.a3 == words[1]
                    for r in p.polygons)
        print(f"{area}: {share:.3f} square degrees, {share / whole:.1%} of {words[1]}")
        assert share < 0.5 * whole, f"{area} leaks"
        for n in reached:
            result[n].unit = (1, area)
    return rest + result


def named(all_provinces, steps):
    """Gives the areas the provinces and parts of provinces that the table names."""
    for area, step in steps:
        kind, a3, *words = step.split(" ")
        found = 0
        if kind == "country":
            hits = [p for p in all_provinces if p.a3 == a3]
        elif kind == "province":
            hits = [p for p in all_provinces if p.a3 == a3 and p.name == " ".join(words)]
        elif kind == "parts":
            *name, x1, y1, x2, y2 = words
            frame, hits = box(float(x1), float(y1), float(x2), float(y2)), []
            for p in [p for p in all_provinces if p.a3 == a3 and p.name == " ".join(name)]:
                inside = [r for r in p.polygons if frame.contains(Polygon(r[0]).centroid)]
                if inside:
                    p.polygons = [r for r in p.polygons if r not in inside]
                    hits.append(Province(a3, p.name, p.unit, inside))
                    all_provinces.append(hits[-1])
        else:
            continue
        assert hits, (area, step)
        for p in hits:
            p.unit = (1, area)


# MARK: Topology

def key(point):
    return (round(point[0] * FINE), round(point[1] * FINE))


def directed_edges(all_provinces):
    """By unit: the edges with the unit on their left and something else on their right."""
    counts = collections.defaultdict(collections.Counter)
    for province in all_provinces:
        own = counts[province.unit]
        for rings in province.polygons:
            polygon = orient(Polygon(rings[0], rings[1:]))
            for ring in [polygon.exterior, *polygon.interiors]:
                points = [key(p) for p in ring.coords]
                for a, b in zip(points, points[1:]):
                    if a != b:
                        # Counted, since a sliver may pass an edge in both directions.
                        own[a, b] += 1
                        own[b, a] -= 1
    return {unit: {e for e, n in own.items() if n > 0} for unit, own in counts.items()}


def is_seam(a, b):
    east, south = 180 * FINE, -90 * FINE
    return (a[0] == b[0] and abs(a[0]) == east) or (a[1] == b[1] == south)


def arcs_of(edges):
    """The arcs between nodes, as lists of points, with their kinds, and by unit the directed arcs."""
    left = {}
    for unit in sorted(edges):
        for edge in edges[unit]:
            left.setdefault(edge, unit)
    sides = {}
    for (a, b), unit in left.items():
        pair = (a, b) if a < b else (b, a)
        units = (left.get(pair), left.get((pair[1], pair[0])))
        sides[pair] = (units, is_seam(*pair))
    around = collections.defaultdict(list)
    for pair in sides:
        around[pair[0]].append(pair)
        around[pair[1]].append(pair)

    def same(p, q, at):
        (u, s), (v, t) = sides[p], sides[q]
        if s != t:
            return False
        # The two run on in one direction if one comes to the point and the other leaves it.
        return (u == v) if (p[1] == at) == (q[0] == at) else (u == (v[1], v[0]))

    nodes = {p for p, pairs in around.items()
             if len(pairs) != 2 or not same(pairs[0], pairs[1], p)}
    used, arcs = set(), []

    def walk(start, pair):
        points = [start]
        while True:
            used.add(pair)
            at = pair[1] if points[-1] == pair[0] else pair[0]
            points.append(at)
            if at in nodes or at == start:
                return points
            pair = next(p for p in around[at] if p not in used)

    for node in sorted(nodes):
        for pair in sorted(around[node]):
            if pair not in used:
                arcs.append(walk(node, pair))
    for pair in sorted(sides):
        if pair not in used:
            arcs.append(walk(pair[0], pair))
    kinds = []
    for points in arcs:
        a, b = points[0], points[1]
        units, seam = sides[min((a, b), (b, a))]
        if seam:
            kinds.append(SEAM)
        elif None in units:
            kinds.append(COAST)
        else:
            kinds.append(EDGE if any(u[0] == 1 for u in units) else BORDER)
    return arcs, kinds, left


def rings_of(arcs, left):
    """By unit: its rings, as lists of (arc, is backwards)."""
    leaving = collections.defaultdict(lambda: collections.defaultdict(list))
    for number, points in enumerate(arcs):
        for backwards in (False, True):
            way = points[::-1] if backwards else points
            unit = left.get((way[0], way[1]))
            if unit is not None:
                leaving[unit][way[0]].append((number, backwards, way))
    result = {}
    for unit in sorted(leaving):
        ways, rings = leaving[unit], []
        while ways:
            start = min(ways)
            ring, at, incoming = [], start, None
            while True:
                options = ways[at]
                # Where rings touch in a point the sharpest turn to the left keeps them apart.
                best = max(options, key=lambda o: turn(incoming, o[2])) if incoming else options[0]
                options.remove(best)
                if not options:
                    del ways[at]
                ring.append(best[:2])
                incoming, at = best[2], best[2][-1]
                if at == start:
                    break
            rings.append(ring)
        result[unit] = rings
    return result


def turn(incoming, outgoing):
    (ax, ay), (bx, by), (cx, cy) = incoming[-2], incoming[-1], outgoing[1]
    back = math.atan2(by - ay, bx - ax)
    angle = math.atan2(cy - by, cx - bx) - back
    while angle <= -math.pi:
        angle += 2 * math.pi
    while angle > math.pi:
        angle -= 2 * math.pi
    return angle


# MARK: Simplifying

def simplified(points, tolerance):
    """Douglas and Peucker's points of a line in degrees; the ends stay, and of a ring its far point."""
    if len(points) < 3:
        return points
    stretch = math.cos(math.radians(sum(y for _, y in points) / len(points)))
    flat = [(x * stretch, y) for x, y in points]
    keep = {0, len(points) - 1}
    pending = [(0, len(points) - 1)]
    if points[0] == points[-1]:
        far = max(range(len(points)), key=lambda i: (math.dist(flat[0], flat[i]), -i))
        if math.dist(flat[0], flat[far]) < tolerance:
            return []
        keep.add(far)
        pending = [(0, far), (far, len(points) - 1)]
    while pending:
        a, b = pending.pop()
        (ax, ay), (bx, by) = flat[a], flat[b]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, at = -1.0, None
        for i in range(a + 1, b):
            px, py = flat[i][0] - ax, flat[i][1] - ay
            t = 0 if length == 0 else min(1, max(0, (px * dx + py * dy) / length))
            d = (px - t * dx) ** 2 + (py - t * dy) ** 2
            if d > worst:
                worst, at = d, i
        if at is not None and worst > tolerance * tolerance:
            keep.add(at)
            pending += [(a, at), (at, b)]
    return [points[i] for i in sorted(keep)]


def levels(points):
    """The points of a line in quanta at each level; one that is the level before is `None`."""
    result, previous = [], None
    for tolerance in TOLERANCES:
        line = [(round(x * QUANTUM), round(y * QUANTUM)) for x, y in simplified(points, tolerance)]
        line = [p for i, p in enumerate(line) if i == 0 or p != line[i - 1]]
        if len(line) < 2:
            line = []
        result.append(None if line == previous else line)
        previous = line
    return result


# MARK: Writing

def number(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value):
    return number(value * 2 if value >= 0 else -value * 2 - 1)


def text(value):
    data = value.encode()
    return number(len(data)) + data


def line_bytes(all_levels):
    out = bytearray()
    for line in all_levels:
        if line is None:
            out += number(0)
            continue
        # One more, since 0 stands for the level before; a line that is too small has no points.
        out += number(len(line) + 1)
        x = y = 0
        for px, py in line:
            out += signed(px - x) + signed(py - y)
            x, y = px, py
    return bytes(out)


def main(path):
    source = sqlite3.connect(path)
    lines = {fid: (name, geometry(blob)) for fid, name, blob in source.execute(
        "select fid, name, geom from disputed_borders order by fid")}
    steps = [(row[0], step.strip()) for row in table("disputed-areas.tsv")
             for step in row[4].split(";")]
    everything = provinces(source)
    named(everything, steps)
    everything = cut(everything, steps, lines)
    left_over = sorted({p.unit[1] for p in everything if p.unit[1].startswith("?")})
    assert not left_over, left_over
    arcs, kinds, left = arcs_of(directed_edges(everything))
    rings = rings_of(arcs, left)
    degrees = [[(x / FINE, y / FINE) for x, y in points] for points in arcs]

    # Of the disputed lines what is not the edge of an area already.
    edges = unary_union([LineString(p) for p, k in zip(degrees, kinds) if k == EDGE])
    near = edges.buffer(0.025)
    names = [row[0] for row in table("disputed-lines.tsv")]
    drawn = []
    for fid, (name, parts) in lines.items():
        merged = linemerge(MultiLineString(parts)) if len(parts) > 1 else LineString(parts[0])
        other = merged.difference(near)
        for piece in getattr(other, "geoms", [other]):
            if piece.length > 0.05:
                drawn.append((names.index(name), list(piece.coords)))

    out = bytearray(b"DWM1")
    out += number(len(names)) + b"".join(map(text, names))
    out += number(len(arcs))
    for points, kind in zip(degrees, kinds):
        out += number(kind) + line_bytes(levels(points))
    out += number(len(rings))
    for (kind, name), own in sorted(rings.items()):
        out += number(kind) + text(name) + number(len(own))
        for ring in own:
            out += number(len(ring))
            for arc, backwards in ring:
                out += number(2 * arc + backwards)
    out += number(len(drawn))
    for name, points in drawn:
        out += number(name) + line_bytes(levels(points))
    (FOLDER / "world.map").write_bytes(out)
    print(f"{len(rings)} areas, {len(arcs)} arcs, {collections.Counter(kinds)}, "
          f"{sum(map(len, arcs))} points, {len(drawn)} lines, {len(out)} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
