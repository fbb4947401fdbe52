"""Modelled roads: highways and local roads along one planar graph of neighbouring places.

The graph joins two places when no third lies in the circle between them (Gabriel graph, out of the
Delaunay triangulation), never across a great river except at a bridge, which is a place on the river
line. What the rivers leave apart but a longer neighbour link could join is joined by the shortest.
Highways run from place to place along the graph by the path with the least sum of length**WINDING:
1 would be the shortest path, more prefers many short links. It is the one figure that was calibrated.
"""
from collections import defaultdict

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, dijkstra, minimum_spanning_tree
from scipy.spatial import Delaunay
from shapely.geometry import LineString
from shapely.strtree import STRtree

from .settlements import clean_name

WINDING = 1.3
LONGEST_LINK_KM = 20
DRAWN_BACK_KM = 0.05
CLASS_OF = {"NH 4-lane": "trunk", "NH 2-lane": "primary", "SH": "secondary", "MDR": "tertiary"}
RANK = ("trunk", "primary", "secondary", "tertiary", "unclassified")


def list_links(triangulation):
    """Delaunay edges as (a, b), a < b, with the one or two corners opposite to each."""
    opposite = defaultdict(list)
    for triangle in triangulation.simplices:
        for k in range(3):
            a, b = sorted((int(triangle[k]), int(triangle[k - 1])))
            opposite[a, b].append(int(triangle[k - 2]))
    return dict(sorted(opposite.items()))


def is_gabriel(xy, link, corners):
    middle, radius = (xy[link[0]] + xy[link[1]]) / 2, np.hypot(*(xy[link[0]] - xy[link[1]])) / 2
    return all(np.hypot(*(xy[c] - middle)) >= radius for c in corners)


class Rivers:
    """Tells which links cross a river line; touching it at a bridge is not crossing."""

    def __init__(self, lines, bridges):
        steps = [LineString(p) for line in lines for p in zip(line.coords[:-1], line.coords[1:])]
        self.tree, self.bridges = STRtree(steps), set(bridges)

    def block(self, xy, link):
        ends = [xy[i] for i in link]
        if link[0] in self.bridges and link[1] in self.bridges:
            return True
        for k in (0, 1):
            if link[k] in self.bridges:  # drawn back: rounding sets a bridge up to 8 m off the line
                gap = ends[1 - k] - ends[k]
                ends[k] = ends[k] + gap * min(0.5, DRAWN_BACK_KM / np.hypot(*gap))
        line = LineString(ends)
        return any(step.intersects(line) for step in self.tree.query(line))


class RoadGraph:
    """Links (pairs of place numbers) with lengths in kilometres."""

    def __init__(self, xy, river_lines, bridges):
        self.xy = xy
        rivers = Rivers(river_lines, bridges)
        candidates = {
            link: corners
            for link, corners in list_links(Delaunay(xy)).items()
            if self.measure(link) <= LONGEST_LINK_KM and not rivers.block(xy, link)
        }
        kept = {link for link, corners in candidates.items() if is_gabriel(xy, link, corners)}
        self.links = sorted(kept | self.find_joining(candidates))
        self.lengths = np.array([self.measure(link) for link in self.links])

    def measure(self, link):
        return float(np.hypot(*(self.xy[link[0]] - self.xy[link[1]])))

    def find_joining(self, candidates):
        """Links of the shortest tree: it joins whatever the candidates can join."""
        links = list(candidates)
        tree = minimum_spanning_tree(self.fill_matrix(links, [self.measure(l) for l in links])).tocoo()
        return {tuple(sorted((int(a), int(b)))) for a, b in zip(tree.row, tree.col)}

    def fill_matrix(self, links, values):
        a, b = np.array(links).T
        return coo_matrix((values, (a, b)), shape=(len(self.xy),) * 2).tocsr()

    def find_main_part(self):
        """For each place, whether it is in the largest connected part."""
        _, part = connected_components(self.fill_matrix(self.links, self.lengths), directed=False)
        return part == np.bincount(part).argmax()

    def find_paths(self, pairs):
        """Path (list of places) for each pair, or None; least sum of length**WINDING."""
        starts = sorted({a for a, _ in pairs})
        matrix = self.fill_matrix(self.links, self.lengths**WINDING)
        cost, before = dijkstra(matrix, directed=False, indices=starts, return_predecessors=True)
        row = {start: k for k, start in enumerate(starts)}
        return [walk_back(before[row[a]], b) if np.isfinite(cost[row[a], b]) else None for a, b in pairs]


def walk_back(before, end):
    path = [int(end)]
    while before[path[-1]] >= 0:
        path.append(int(before[path[-1]]))
    return path[::-1]


def list_legs(facts, places):
    """Open corridors as ((route, class), place, place), and what had to be left out with the reason.

    A place without coordinates is passed over: the leg joins the places before and after it.
    """
    legs, left_out, last = [], [], None
    for row in facts.table("corridors"):
        key = ("corridor", row["district"], clean_name(row["place"]))
        section = (row["route"], row["section"])
        if row["open"] != "yes":
            left_out.append((row, "not open: " + row["open"]))
            last = None
        elif key not in places.index:
            left_out.append((row, "no coordinates: the road runs straight to the next place"))
        else:
            here = places.index[key]
            if last and last[0] == section and last[1] != here:
                legs.append(((row["route"], row["class"]), last[1], here))
            last = (section, here)
    return legs, left_out


def list_block_pairs(facts, places, river_lines):
    """Neighbouring headquarters of blocks: what a district road would join."""
    numbers = sorted({places.index["block", b["block_code"]] for b in facts.blocks})
    xy = places.xy[numbers]
    rivers = Rivers(river_lines, ())
    return [
        (numbers[a], numbers[b])
        for (a, b), corners in list_links(Delaunay(xy)).items()
        if is_gabriel(xy, (a, b), corners) and not rivers.block(xy, (a, b))
    ]


class RoadBook:
    """Class and name of each link: the best class that any road gives it."""

    def __init__(self):
        self.of_link = {}

    def enter(self, path, road_class, name):
        for a, b in zip(path[:-1], path[1:]):
            link = (min(a, b), max(a, b))
            known = self.of_link.get(link)
            if known is None or RANK.index(road_class) < RANK.index(known[0]):
                self.of_link[link] = (road_class, name)


def model_roads(facts, places, river_lines, n_bridges):
    """The graph, the book of its links, and the corridor rows left out."""
    bridges = range(n_bridges)
    graph = RoadGraph(places.xy, river_lines, bridges)
    book = RoadBook()
    legs, left_out = list_legs(facts, places)
    for ((route, kind), a, b), path in zip(legs, graph.find_paths([leg[1:] for leg in legs])):
        if path is None:
            left_out.append(({"place": route, "district": ""}, "a leg whose ends no bridge joins"))
        else:
            book.enter(path, CLASS_OF[kind], route)
    pairs = list_block_pairs(facts, places, river_lines)
    for path in graph.find_paths(pairs):
        if path:
            book.enter(path, "tertiary", "")
    for link in graph.links:
        book.enter(link, "unclassified", "")
    return graph, book, left_out
