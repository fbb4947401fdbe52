"""Settlement points: towns, and village groups spread evenly over each block's cell.

A block's points carry exactly its rural and urban census figures. Village groups of a block weigh the
same; there are more of them where there are more inhabited villages.
"""
import re
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree
from shapely import vectorized
from shapely.geometry import Point

from .crossing import find_crossings
from .facts import share_out
from .plane import to_degrees, to_plane

VILLAGES_PER_GROUP = 4.6
GROUPS = (6, 32)  # fewest and most in a block
SPREAD_ROUNDS = 12
SAMPLES_PER_GROUP = 60
LEAST_ON_BANK = 0.1
PERSONS_PER_TOWN_KM2 = 10_000  # assumed; makes Patna 7.3 km wide from its middle
WOMEN_PER_TOWN_POINT = 25_000


def make_sequence(count):
    """The R2 low-discrepancy sequence in the unit square."""
    g = 1.32471795724474602596
    return np.mod(0.5 + np.outer(np.arange(1, count + 1), [1 / g, 1 / g**2]), 1)


def keep_on_bank(samples, hq_xy, rivers):
    """Samples on the bank of the headquarters; all where hardly any are."""
    near = np.zeros((len(samples), 1), int)
    same = ~find_crossings(samples, near, np.array([hq_xy]), rivers)[:, 0]
    return samples[same] if same.mean() > LEAST_ON_BANK else samples


@dataclass
class Ground:
    """Where a block's points may stand: its cell (degrees), on the bank of its headquarters."""

    cell: object
    hq_xy: np.ndarray
    rivers: list

    def take_samples(self, tries):
        west, south, east, north = self.cell.bounds
        samples = np.array([west, south]) + make_sequence(tries) * [east - west, north - south]
        inside = vectorized.contains(self.cell, samples[:, 0], samples[:, 1])
        return keep_on_bank(to_plane(samples[inside]), self.hq_xy, self.rivers)


def spread_points(ground, count, fixed=()):
    """`count` points on the ground (degrees), even among themselves and around `fixed`."""
    samples = ground.take_samples(SAMPLES_PER_GROUP * count * 3)
    points, fixed = samples[:count], to_plane(np.reshape(fixed, (-1, 2)))
    for _ in range(SPREAD_ROUNDS):
        _, nearest = cKDTree(np.concatenate([points, fixed])).query(samples)
        points = np.array(
            [samples[nearest == k].mean(0) if (nearest == k).any() else points[k] for k in range(count)]
        )
    _, nearest = cKDTree(samples).query(points)  # back inside, as means may lie outside
    return to_degrees(samples[nearest])


def clean_name(text):
    """"Narkatiaganj (Nagar Parishad)" and "narkatia ganj" to one word."""
    return re.sub("[^a-z]", "", re.sub(r"\(.*|\+.*", "", text).lower())


class KnownPlaces:
    """Points of places by block and name, and by district and name."""

    def __init__(self, facts):
        self.points = {}
        for row in facts.table("corridors"):
            point = (row["lon"], row["lat"]) if row["lon"] else (row["alt_lon"], row["alt_lat"])
            if point[0]:
                self.add(row["district"], row["place"], (float(point[0]), float(point[1])))
        for block in facts.blocks:
            self.add(block["district"], block["name"], block["hq"])
        for row in facts.subdivisions + facts.districts:
            name = row.get("district") or row["name"]
            self.add(name, row["hq_town"], (float(row["hq_lon"]), float(row["hq_lat"])))

    def add(self, district, name, point):
        self.points[district, clean_name(name)] = point

    def find(self, district, name):
        return self.points.get((district, clean_name(name)))


def list_towns(facts, grounds):
    """Towns by block code: (row, point, whether the point is modelled).

    Where the census gives a town twice, with and without its outgrowths, the larger row counts.
    """
    known, towns = KnownPlaces(facts), defaultdict(list)
    blocks = {b["block_code"]: (b, ground) for b, ground in zip(facts.blocks, grounds)}
    for town in {t["town_code"]: t for t in sorted(facts.towns, key=lambda t: int(t["pop"]))}.values():
        block, ground = blocks[town["subdistrict_code"]]
        point = known.find(block["district"], town["town"])
        if point is not None and not ground.cell.contains(Point(point)):
            point = None
        towns[block["block_code"]].append((town, point))
    return {code: place_towns(blocks[code], rows) for code, rows in towns.items()}


def place_towns(block_and_ground, rows):
    """The largest unplaced town stands at the block's headquarters if no town is there yet; the
    others get an even spread."""
    block, ground = block_and_ground
    rows = sorted(rows, key=lambda r: (-int(r[0]["female"]), r[0]["town_code"]))
    if all(point is None for _, point in rows) and ground.cell.contains(Point(block["hq"])):
        rows[0] = (rows[0][0], block["hq"])
        assumed = {rows[0][0]["town_code"]}
    else:
        assumed = set()
    known = [point for _, point in rows if point is not None]
    free = iter(spread_points(ground, max(1, len(rows) - len(known)), known))
    return [
        (town, point if point is not None else tuple(next(free)),
         point is None or town["town_code"] in assumed)
        for town, point in rows
    ]


def add_figures(block, points):
    """The block's urban figures go to its town points, the rural ones to its village groups."""
    for kind, area in (("town", "urban"), ("village group", "rural")):
        group = [p for p in points if p["kind"] == kind]
        women, persons = int(block[f"female_{area}"]), int(block[f"pop_{area}"])
        if not group and persons:
            raise RuntimeError(f"settlements: block {block['name']} has no point for {area} people")
        weights = [p["weight"] for p in group]
        for point, n, w in zip(group, *(share_out(t, weights) if group else () for t in (persons, women))):
            point |= {"population": n, "women": w, "rural_women": w if area == "rural" else 0}


def list_points(block, ground, towns):
    """Rows without figures but the weight of each within its town or among the village groups."""
    code, name = block["block_code"], block["name"]
    for town, point, modelled in towns:
        title = re.sub(r"\s*\(.*", "", town["town"])
        parts = split_town(town, point, ground.cell)
        for k, part in enumerate(parts):
            suffix, part_of = (f"-{k + 1:02}", f", part {k + 1}") if len(parts) > 1 else ("", "")
            yield {"id": f"{code}-T{town['town_code']}{suffix}", "name": title + part_of,
                   "kind": "town", "point": part, "point_modelled": int(modelled or k > 0),
                   "weight": int(town["female"]) / len(parts)}
    n_groups = count_groups(block)
    fixed = [point for _, point, _ in towns] or [block["hq"]]
    for k, point in enumerate(spread_points(ground, n_groups, fixed) if n_groups else ()):
        yield {"id": f"{code}-{k + 1:02}", "name": f"{name}, village group {k + 1}",
               "kind": "village group", "point": tuple(point), "point_modelled": 1, "weight": 1}


def get_town_radius_km(persons):
    return float(np.sqrt(persons / PERSONS_PER_TOWN_KM2 / np.pi))


def split_town(town, point, cell):
    """A large town as several points: a sunflower pattern as wide as the town, inside the cell."""
    count = int(np.ceil(int(town["female"]) / WOMEN_PER_TOWN_POINT))
    turns = np.arange(count) * np.pi * (3 - np.sqrt(5))
    reach = get_town_radius_km(int(town["pop"])) * np.sqrt(np.arange(count) / count)
    around = to_degrees(
        to_plane(point) + np.stack([np.cos(turns), np.sin(turns)], -1) * reach[:, None]
    )
    return [tuple(p) for p in around if cell.contains(Point(p))] or [tuple(point)]


def count_groups(block):
    if int(block["pop_rural"]) == 0:
        return 0
    return int(np.clip(round(int(block["n_inhabited_villages"]) / VILLAGES_PER_GROUP), *GROUPS))


def model_settlements(facts, cells, rivers):
    grounds = [Ground(cell, b["hq_xy"], rivers) for b, cell in zip(facts.blocks, cells)]
    towns, rows = list_towns(facts, grounds), []
    for block, ground in zip(facts.blocks, grounds):
        points = list(list_points(block, ground, towns.get(block["block_code"], [])))
        add_figures(block, points)
        codes = {"block": block["block_code"], "district": block["district_code"]}
        rows += [codes | point for point in points]
    for district in facts.districts:
        add_adults(district, [r for r in rows if r["district"] == district["district_code"]])
    return rows


def add_adults(district, rows):
    """Women of 15 and more: the district's census figures, rural and urban, shared by women."""
    rural = int(district["female_15plus_rural"])
    urban = int(district["female_15plus_total"]) - rural
    towns = [r for r in rows if r["kind"] == "town"]
    villages = [r for r in rows if r["kind"] == "village group"]
    for total, group in ((rural, villages), (urban, towns)):
        shares = share_out(total, [r["women"] for r in group]) if group else ()
        for row, adults in zip(group, shares):
            row["women_15plus"] = min(adults, row["women"])
            row["rural_women_15plus"] = row["women_15plus"] if row["kind"] != "town" else 0
