"""The fact tables: rows of data/bihar/facts as dictionaries, with the few gaps filled by rule."""
import csv
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .plane import to_plane


CONFLICT_KM = 5


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def find_point(row, lon="lon", lat="lat"):
    """(lon, lat) of a row, or None."""
    return (float(row[lon]), float(row[lat])) if row.get(lon) and row.get(lat) else None


@dataclass
class Facts:
    folder: Path
    districts: list = field(default_factory=list)
    subdivisions: list = field(default_factory=list)
    blocks: list = field(default_factory=list)
    towns: list = field(default_factory=list)

    def table(self, name):
        return read_rows(self.folder / f"{name}.csv")


def read_facts(folder):
    facts = Facts(Path(folder))
    facts.districts = sorted(facts.table("districts"), key=lambda r: r["district_code"])
    facts.subdivisions = sorted(facts.table("subdivisions"), key=lambda r: r["subdivision_id"])
    facts.blocks = sorted(facts.table("blocks"), key=lambda r: r["block_code"])
    facts.towns = sorted(facts.table("towns"), key=lambda r: r["town_code"])
    place_headquarters(facts.blocks)
    prefer_subdivision_points(facts)
    for block in facts.blocks:
        block["hq_xy"] = to_plane(block["hq"])
    return facts


def place_headquarters(blocks):
    """Adds `hq` (degrees) and `hq_modelled` to each block.

    Rule for a block without a known headquarters: the mean of those of its sub-division.
    """
    for block in blocks:
        block["hq"] = find_point(block, "hq_lon", "hq_lat")
        block["hq_modelled"] = block["hq"] is None or "CENTROID" in block["hq_coord_source"]
    for block in blocks:
        if block["hq"] is None:
            known = [
                b["hq"]
                for b in blocks
                if b["subdivision_id"] == block["subdivision_id"] and b["hq_lon"]
            ]
            block["hq"] = tuple(np.round(np.mean(known, axis=0), 6))


def prefer_subdivision_points(facts):
    """Where block and sub-division headquarters are the same town but the two points lie more than
    CONFLICT_KM apart, the sub-division's counts (it was checked against the town)."""
    points = {
        (s["subdivision_id"], s["hq_town"]): find_point(s, "hq_lon", "hq_lat")
        for s in facts.subdivisions
    }
    for block in facts.blocks:
        point = points.get((block["subdivision_id"], block["name"]))
        if point and np.hypot(*(to_plane(point) - to_plane(block["hq"]))) > CONFLICT_KM:
            block["hq"], block["hq_modelled"] = point, True


def share_out(total, weights):
    """Whole numbers that add up to `total`, in proportion to `weights` (largest remainder)."""
    weights = np.asarray(weights, float)
    exact = total * weights / weights.sum()
    whole = np.floor(exact).astype(int)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: total - whole.sum()]] += 1
    return whole
