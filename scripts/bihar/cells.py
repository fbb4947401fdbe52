"""Which block each square kilometre belongs to, modelled from headquarters and areas alone.

1. Study area: the 94 163 km2 where the mixture of one Gaussian a block (spread grows with the
   block's area) is densest, without holes.
   Land across a great river from a headquarters counts RIVER_COST less for it, here and below.
2. Each square kilometre is shared among the blocks near it in proportion to Gaussians around their
   headquarters, scaled so that each block's share of the state comes to its known area (entropic
   optimal transport). The scaling enters with half its weight, as areas are rounded knowledge and
   headquarters lie off-centre.
3. From the top down: the district with the largest share, in it the sub-division, in it the block.
4. A block is one piece, the largest; it holds its headquarters wherever those lie in that piece.
"""
from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from .crossing import find_crossings

STEP_KM = 1.0
MARGIN_KM = 45
NEIGHBOURS = 20
OUTLINE_SPREAD = 0.65  # of the square root of the area
SPREADS = (0.50, 0.45, 0.30)  # the same, for district, sub-division, block
SCALING_WEIGHT = 0.5
RIVER_COST = 1.0  # in the exponent of the Gaussian
ROUNDS = 40
ANCHOR_KM = 1.2
OUTSIDE, UNDECIDED = -1, -2


@dataclass
class Raster:
    """labels[row, column] of squares of STEP_KM; corner (0, 0) at `origin` (kilometres)."""

    origin: np.ndarray
    labels: np.ndarray

    def find_square(self, xy):
        column, row = np.moveaxis(np.floor((np.asarray(xy) - self.origin) / STEP_KM).astype(int), -1, 0)
        return row, column

    def centres(self):
        rows, columns = np.indices(self.labels.shape)
        return self.origin + (np.stack([columns, rows], -1) + 0.5) * STEP_KM


def make_blank(points):
    low = np.floor(points.min(0)) - MARGIN_KM
    columns, rows = (np.ceil(points.max(0)) + MARGIN_KM - low).astype(int)
    return Raster(low, np.full((rows, columns), OUTSIDE))


class Near:
    """The blocks near each square of a raster: numbers, squared distance over area, river between."""

    def __init__(self, squares, points, area_km2, rivers):
        distance, self.blocks = cKDTree(points).query(squares, NEIGHBOURS)
        self.spread = distance**2 / (2 * area_km2[self.blocks])
        self.river = RIVER_COST * find_crossings(squares, self.blocks, points, rivers)

    def get_cost(self, spread):
        return self.spread / spread**2 + self.river


def find_study_area(shape, near, total_km2):
    """True for the squares of the state."""
    density = np.exp(-near.get_cost(OUTLINE_SPREAD)).sum(1).reshape(shape)
    lowest = np.sort(density, axis=None)[-int(round(total_km2 / STEP_KM**2))]
    return ndimage.binary_fill_holes(find_largest_piece(density >= lowest))


class Shares:
    """Shares of the blocks in the squares that are `inside`."""

    def __init__(self, near, inside, area_km2):
        self.all_near, self.inside, self.near = near, inside, near.blocks[inside]
        self.target = area_km2 * inside.sum() / area_km2.sum()

    def get_cost(self, spread):
        return self.all_near.get_cost(spread)[self.inside]

    def normalise(self, logs):
        shares = np.exp(logs - logs.max(1, keepdims=True))
        return shares / shares.sum(1, keepdims=True)

    def fit_scaling(self, spread):
        scaling, cost = np.zeros(len(self.target)), self.get_cost(spread)
        for _ in range(ROUNDS):
            shares = self.normalise(scaling[self.near] - cost)
            got = np.bincount(self.near.ravel(), shares.ravel(), len(self.target))
            scaling += np.log(self.target / np.maximum(got, 1e-9))
        return scaling

    def choose(self, groups_by_level):
        """Block of each square; `groups_by_level`: group of each block, coarsest first."""
        allowed = np.ones(self.near.shape, bool)
        for spread, groups in zip(SPREADS, groups_by_level):
            logs = SCALING_WEIGHT * self.fit_scaling(spread)[self.near] - self.get_cost(spread)
            shares = self.normalise(np.where(allowed, logs, -1e9))
            best = find_largest_group(shares, groups[self.near])
            allowed &= groups[self.near] == best[:, None]
        return best


def find_largest_group(shares, groups):
    totals = np.zeros((len(shares), groups.max() + 1))
    for k in range(shares.shape[1]):
        totals[np.arange(len(shares)), groups[:, k]] += shares[:, k]
    return totals.argmax(1)


def anchor(raster, points):
    """A square within ANCHOR_KM of a headquarters belongs to the block of the nearest one."""
    distance, nearest = cKDTree(points).query(raster.centres())
    close = distance <= ANCHOR_KM
    raster.labels[close] = nearest[close]
    rows, columns = raster.find_square(points)
    raster.labels[rows, columns] = np.arange(len(points))


def find_largest_piece(mask):
    pieces, _ = ndimage.label(mask)
    return pieces == np.bincount(pieces.ravel())[1:].argmax() + 1


def join_pieces(raster, n_blocks):
    """Every block its largest piece; stray pieces go to the nearest piece."""
    inside = raster.labels != OUTSIDE
    for _ in range(20):
        kept = np.full(raster.labels.shape, UNDECIDED)
        for block in range(n_blocks):
            kept[find_largest_piece(raster.labels == block)] = block
        if not (inside & (kept == UNDECIDED)).any():
            return
        _, (r, c) = ndimage.distance_transform_edt(kept == UNDECIDED, return_indices=True)
        raster.labels = np.where(inside, kept[r, c], OUTSIDE)
    raise RuntimeError("cells: some blocks do not come together in one piece")


def model_cells(facts, rivers):
    points = np.array([b["hq_xy"] for b in facts.blocks])
    area_km2 = np.array([float(b["area_km2"]) for b in facts.blocks])
    total_km2 = sum(float(d["area_km2"]) for d in facts.districts)
    raster = make_blank(points)
    near = Near(raster.centres().reshape(-1, 2), points, area_km2, rivers)
    inside = find_study_area(raster.labels.shape, near, total_km2)
    shares = Shares(near, inside.ravel(), area_km2)
    raster.labels[inside] = shares.choose(number_groups(facts))
    anchor(raster, points)
    join_pieces(raster, len(points))
    return raster


def number_groups(facts):
    """For district, sub-division and block: the number of each block's own."""
    districts = [d["district_code"] for d in facts.districts]
    subdivisions = [s["subdivision_id"] for s in facts.subdivisions]
    return (
        np.array([districts.index(b["district_code"]) for b in facts.blocks]),
        np.array([subdivisions.index(b["subdivision_id"]) for b in facts.blocks]),
        np.arange(len(facts.blocks)),
    )
