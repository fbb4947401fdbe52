"""Errors of the modelled layers, measured on what was built."""
import json
import tomllib

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree
from shapely import vectorized
from shapely.geometry import shape

from .facts import read_rows
from .plane import great_circle_km, to_plane
from .settlements import KnownPlaces

LEVELS = ("district_code", "subdivision_id", "block_code")


def find_blocks(cells, points):
    """Number of the cell that holds each point, -1 for none."""
    found = np.full(len(points), -1)
    for number, cell in enumerate(cells):
        west, south, east, north = cell.bounds
        near = np.nonzero(
            (points[:, 0] >= west) & (points[:, 0] <= east)
            & (points[:, 1] >= south) & (points[:, 1] <= north)
        )[0]
        found[near[vectorized.contains(cell, points[near, 0], points[near, 1])]] = number
    return found


def read_habitations(path, blocks):
    """Points, persons and true block number of the habitations with a known block and population."""
    number = {b["pmgsy_block_id"]: i for i, b in enumerate(blocks) if b["pmgsy_block_id"]}
    rows = [r for r in read_rows(path) if r["pmgsy_block_id"] in number and r["population"]]
    points = np.array([(float(r["lon"]), float(r["lat"])) for r in rows])
    persons = np.array([float(r["population"]) for r in rows])
    return points, persons, np.array([number[r["pmgsy_block_id"]] for r in rows])


def measure_shares(facts, cells, habitations, in_half=lambda code: True):
    """Share of people who live in the right district, sub-division, block; and outside of all."""
    points, persons, truth = habitations
    chosen = np.array([in_half(b["district_code"]) for b in facts.blocks])[truth]
    found = find_blocks(cells, points)[chosen]
    truth, persons = truth[chosen], persons[chosen]
    shares = {}
    for level in LEVELS:
        code = np.array([b[level] for b in facts.blocks])
        right = (code[found] == code[truth]) & (found >= 0)
        shares[level] = persons[right].sum() / persons.sum()
    return shares | {"outside": persons[found < 0].sum() / persons.sum()}


class Roads:
    """The roads as a graph of their vertices, as the program sees them."""

    def __init__(self, features, speeds_km_h):
        self.numbers, links = {}, []
        for feature in features:
            speed = speeds_km_h[feature["properties"]["class"]]
            for line in feature["geometry"]["coordinates"]:
                steps = [self.numbers.setdefault(tuple(p), len(self.numbers)) for p in line]
                links += [(a, b, great_circle_km(p, q), speed)
                          for a, b, p, q in zip(steps[:-1], steps[1:], line[:-1], line[1:])]
        a, b, self.km, speed = np.array(links).T
        self.ends = (a.astype(int), b.astype(int))
        self.hours = self.km / speed
        self.points = to_plane(np.array(list(self.numbers)))

    def make_matrix(self, values):
        return coo_matrix((values, self.ends), shape=(len(self.points),) * 2).tocsr()

    def count_parts(self):
        return connected_components(self.make_matrix(self.km), directed=False)

    def find_nearest(self, lonlat):
        return cKDTree(self.points).query(to_plane(np.array(lonlat)))

    def measure_km(self, pairs):
        """Length of the fastest way between each pair of vertices."""
        starts = sorted({a for a, _ in pairs})
        _, before = dijkstra(self.make_matrix(self.hours), directed=False, indices=starts,
                             return_predecessors=True)
        length = self.make_matrix(self.km)
        length = length.maximum(length.T)
        rows = {start: before[k] for k, start in enumerate(starts)}
        return [self.add_up(rows[a], b, length) for a, b in pairs]

    def add_up(self, before, end, length):
        total = 0.0
        while before[end] >= 0:
            total += length[before[end], end]
            end = before[end]
        return total


def read_speeds(profiles, name):
    with open(profiles, "rb") as file:
        profile = next(p for p in tomllib.load(file)["profile"] if p["name"] == name)
    return {s["class"]: s["km_h"] for s in profile["speeds"] if s["season"] == "dry"}


def measure_distances(facts, roads):
    """(from, to, published km, modelled km) of the rows fit for checking, and how many rows have an
    end that is not known."""
    known, rows, unknown = KnownPlaces(facts), [], 0
    for row in facts.table("reference_distances"):
        if row["use_for_validation"] != "1":
            continue
        ends = [known.find(row[f"{k}_district"], row[k]) for k in ("from", "to")]
        if None in ends:
            unknown += 1
        else:
            rows.append((row, ends))
    vertices = roads.find_nearest([end for _, ends in rows for end in ends])[1].reshape(-1, 2)
    lengths = roads.measure_km([tuple(v) for v in vertices])
    return [(r["from"], r["to"], float(r["km"]), km) for (r, _), km in zip(rows, lengths)], unknown


def read_cells(text):
    return [shape(f["geometry"]) for f in json.loads(text)["features"]]
