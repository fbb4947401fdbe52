"""From a raster of labels to polygons that share their borders vertex by vertex.

Borders are traced between junctions (corners where three or more labels meet), smoothed and thinned
once, and used by the cells on both sides: no gaps, no overlaps, unions exact.
"""
from collections import defaultdict

import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import polygonize, unary_union

from .cells import OUTSIDE, STEP_KM
from .plane import to_degrees

SMOOTHING_ROUNDS = 6
THIN_KM = 0.12
DECIMALS = 4  # of a degree: 11 m


def list_segments(labels):
    """Unit borders as ((corner, corner), labels on both sides); a corner is (row, column)."""
    padded = np.pad(labels, 1, constant_values=OUTSIDE)
    for row, column in zip(*np.nonzero(padded[:, 1:] != padded[:, :-1])):
        yield ((row - 1, column), (row, column)), (padded[row, column], padded[row, column + 1])
    for row, column in zip(*np.nonzero(padded[1:] != padded[:-1])):
        yield ((row, column - 1), (row, column)), (padded[row, column], padded[row + 1, column])


def trace_arcs(labels):
    """Chains of corners between junctions, with the two labels that each divides."""
    sides, ways = {}, defaultdict(list)
    for (a, b), pair in list_segments(labels):
        sides[a, b] = sides[b, a] = frozenset(map(int, pair))
        ways[a].append(b)
        ways[b].append(a)
    junctions = sorted(c for c in ways if len(ways[c]) != 2)
    done, arcs = set(), []
    for start in junctions + sorted(ways):
        for second in sorted(ways[start]):
            if (start, second) not in done:
                arcs.append(follow(start, second, ways, done) + (sides[start, second],))
    return arcs


def follow(start, second, ways, done):
    chain = [start, second]
    done.update({(start, second), (second, start)})
    while len(ways[chain[-1]]) == 2 and chain[-1] != start:
        a, b = ways[chain[-1]]
        chain.append(b if a == chain[-2] else a)
        done.update({(chain[-2], chain[-1]), (chain[-1], chain[-2])})
    return (chain,)


def smooth(points):
    """Rounds off the steps; the ends stay."""
    for _ in range(SMOOTHING_ROUNDS):
        points[1:-1] = (points[:-2] + 2 * points[1:-1] + points[2:]) / 4
    return points


def draw_arc(chain, origin):
    """The arc in rounded degrees."""
    corners = np.array(chain, float)[:, ::-1]
    line = LineString(smooth(origin + corners * STEP_KM))
    thinned = np.array(line.simplify(THIN_KM).coords)
    if len(thinned) < 4 and chain[0] == chain[-1]:
        thinned = np.array(line.coords)
    return LineString(np.round(to_degrees(thinned), DECIMALS))


def draw_blocks(raster, n_blocks):
    """One polygon a block, in degrees, in the order of their numbers."""
    arcs_of = defaultdict(list)
    for chain, pair in trace_arcs(raster.labels):
        arc = draw_arc(chain, raster.origin)
        for label in pair - {OUTSIDE}:
            arcs_of[label].append(arc)
    return [close_ring(arcs_of[block], block) for block in range(n_blocks)]


def close_ring(arcs, block):
    """The largest face of the arcs; smaller ones are the cells that this one surrounds."""
    faces = sorted(polygonize(arcs), key=lambda face: -Polygon(face.exterior).area)
    if not faces:
        raise RuntimeError(f"outlines: the borders of block number {block} do not close")
    return orient(faces[0])


def merge(polygons, groups):
    """Union of the polygons of each group, ordered by group number."""
    groups = np.asarray(groups)
    return [
        orient_all(unary_union([polygons[i] for i in np.nonzero(groups == g)[0]]))
        for g in range(groups.max() + 1)
    ]


def orient_all(shape):
    if shape.geom_type == "Polygon":
        return orient(shape)
    return type(shape)([orient(part) for part in sorted(shape.geoms, key=lambda p: -p.area)])
