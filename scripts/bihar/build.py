"""All files of data/bihar as {name: text}, from the fact tables alone."""
from collections import defaultdict

import numpy as np

from .candidates import list_candidates
from .cells import model_cells, number_groups
from .centres import list_centres
from .lines import make_trails
from .outlines import draw_blocks, merge
from .places import collect_places, list_corridor_points
from .plane import to_degrees
from .rivers import place_crossings, read_rivers
from .roads import model_roads
from .settlements import clean_name, model_settlements
from .tables import (
    format_area, format_csv, format_degrees, format_geojson, format_line, format_lines,
)

MODELLED = {"modelled": 1}
CASES_SOURCE = "state totals of all centres, as stated; the years' names are inferred"
CASES = (  # year, registered, disposed, months
    ("2023-24", 7517, 6599, 12),
    ("2024-25", 8888, 7185, 12),
    ("2025-26", 7180, 6322, 10),
)


def write_areas(facts, blocks):
    districts, subdivisions, _ = number_groups(facts)
    return {
        "blocks.geojson": write_blocks(facts, blocks),
        "subdivisions.geojson": format_geojson(
            ({"id": row["subdivision_id"], "name": row["name"], "district": row["district_code"],
              **MODELLED}, format_area(shape))
            for row, shape in zip(facts.subdivisions, merge(blocks, subdivisions))
        ),
        "districts.geojson": format_geojson(
            ({"id": row["district_code"], "name": row["name"], "area_km2": float(row["area_km2"]),
              **MODELLED}, format_area(shape))
            for row, shape in zip(facts.districts, merge(blocks, districts))
        ),
    }


def write_blocks(facts, blocks):
    return format_geojson(
        ({"id": row["block_code"], "name": row["name"], "subdivision": row["subdivision_id"],
          "subdivision_confidence": row["subdivision_confidence"],
          "district": row["district_code"], "area_km2": float(row["area_km2"]),
          "hq_modelled": int(row["hq_modelled"]), **MODELLED}, format_area(shape))
        for row, shape in zip(facts.blocks, blocks)
    )


def write_points(rows, columns):
    for row in rows:
        row["lon"], row["lat"] = (format_degrees(v, 5) for v in row.get("point", (row.get("lon"), row.get("lat"))))
    return format_csv(columns, rows)


def write_settlements(rows):
    columns = ("id", "name", "kind", "block", "lon", "lat", "population", "women", "rural_women",
               "women_15plus", "rural_women_15plus", "point_modelled", "modelled")
    return write_points([row | MODELLED for row in rows], columns)


def write_centres(facts):
    columns = ("id", "name", "status", "district", "lon", "lat", "location_error_km", "staff",
               "known", "provenance", "note", "source")
    return write_points(list_centres(facts), columns)


def write_candidates(facts):
    columns = ("id", "name", "kind", "district", "lon", "lat", "location_error_km", "note", "source")
    return write_points(list_candidates(facts), columns)


def list_road_features(facts, places, book):
    """One feature a highway and class, and one a block for district roads and for village roads."""
    groups = defaultdict(list)
    blocks = [b["block_code"] for b in facts.blocks]
    xy, hq = places.xy, np.array([b["hq_xy"] for b in facts.blocks])
    for (a, b), (road_class, name) in sorted(book.of_link.items()):
        nearest = blocks[np.hypot(*((xy[a] + xy[b]) / 2 - hq).T).argmin()]
        groups[road_class, name or nearest, name].append((a, b))
    for (road_class, label, name), links in sorted(groups.items()):
        lines = [[places.lonlat[p] for p in trail] for trail in make_trails(links)]
        yield {"id": f"{road_class}-{label}", "class": road_class, "name": name,
               **MODELLED}, format_lines(lines)


def write_barriers(rivers):
    return format_geojson(
        ({"name": name, "kind": "river", **MODELLED},
         ("LineString", format_line(to_degrees(np.array(line.coords)))))
        for (name, _), line in rivers.items()
    )


def write_flood(facts):
    """The observed table; a block without a row gets the mean of its district's three nearest."""
    rows = {r["block_code"]: r for r in facts.table("flood")}
    months = [k for k in next(iter(rows.values())) if k != "block_code"]
    known = [b for b in facts.blocks if b["block_code"] in rows]
    texts = []
    for block in facts.blocks:
        code = block["block_code"]
        if code in rows:
            values = rows[code] | {"estimated": 0}
        else:
            near = sorted((b for b in known if b["district"] == block["district"]),
                          key=lambda b: np.hypot(*(b["hq_xy"] - block["hq_xy"])))[:3]
            values = {m: f"{np.mean([float(rows[b['block_code']][m]) for b in near]):.4f}" for m in months}
            values["estimated"] = 1
        texts.append(values | {"block_code": code})
    return format_csv(["block_code", *months, "estimated"], texts)


def write_cases():
    columns = ("year", "registered", "disposed", "months", "source")
    return format_csv(columns, [dict(zip(columns, (*row, CASES_SOURCE))) for row in CASES])


def write_crossings(placed):
    rows = []
    for row, spot in placed:
        lon, lat = to_degrees(spot)
        rows.append(row | {"lon": format_degrees(lon), "lat": format_degrees(lat),
                           "point_modelled": int(not row["lon"])})
    columns = ("name", "river", "lon", "lat", "point_modelled", "status", "open_since", "carries",
               "confidence", "source")
    return format_csv(columns, rows)


def write_left_out(crossings, corridors):
    rows = [{"kind": "river crossing", "what": row["name"], "where": row["river"], "reason": reason}
            for row, reason in crossings]
    rows += [{"kind": "corridor place", "what": f"{row.get('route', '')} {row['place']}".strip(),
              "where": row["district"], "reason": reason} for row, reason in corridors]
    rows += [{"kind": "river", "what": name, "where": "", "reason":
              "course known only through towns on its banks (error up to 5 km): no barrier"}
             for name in ("Bagmati", "Burhi Gandak")]
    return format_csv(("kind", "what", "where", "reason"), rows)


def name_points(facts):
    """A point for each place name, for the ends of bridges."""
    points = {clean_name(b["name"]): b["hq"] for b in facts.blocks}
    return points | {name: point for (_, name), point in list_corridor_points(facts).items()}


def build(facts):
    rivers = read_rivers(facts)
    lines = list(rivers.values())
    placed, left_out_crossings = place_crossings(facts, rivers, name_points(facts))
    blocks = draw_blocks(model_cells(facts, lines), len(facts.blocks))
    settlements = model_settlements(facts, blocks, lines)
    places = collect_places(facts, placed, settlements)
    _, book, left_out_corridors = model_roads(facts, places, lines, len(placed))
    return write_areas(facts, blocks) | {
        "settlements.csv": write_settlements(settlements),
        "centres.csv": write_centres(facts),
        "candidates.csv": write_candidates(facts),
        "roads.geojson": format_geojson(list_road_features(facts, places, book)),
        "barriers.geojson": write_barriers(rivers),
        "crossings.csv": write_crossings(placed),
        "flood.csv": write_flood(facts),
        "cases.csv": write_cases(),
        "left_out.csv": write_left_out(left_out_crossings, left_out_corridors),
    }
