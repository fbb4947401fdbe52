"""Whether the straight line between two points crosses a river, for many pairs at once."""
import numpy as np


def cross(u, w):
    return u[..., 0] * w[..., 1] - u[..., 1] * w[..., 0]


def find_crossings(points, near, targets, lines):
    """points (n, 2); near (n, k): numbers of targets; lines: LineStrings. Returns (n, k) of bool.

    A line crossed an even number of times is not crossed: both ends are on one bank of it.
    """
    crossed = np.zeros(near.shape, bool)
    reach = np.hypot(*np.moveaxis(points[:, None] - targets[near], -1, 0)).max(1)
    for line in lines:
        steps, odd = np.array(line.coords), np.zeros(near.shape, bool)
        for a, b in zip(steps[:-1], steps[1:]):
            gap = np.hypot(*np.moveaxis(points - (a + b) / 2, -1, 0)) - np.hypot(*(b - a)) / 2
            close = np.nonzero(gap <= reach)[0]
            odd[close] ^= meets(points[close][:, None], targets[near[close]], a, b)
        crossed |= odd
    return crossed


def meets(p, q, a, b):
    sides_of_step = cross(b - a, p - a) * cross(b - a, q - a)
    sides_of_pair = cross(q - p, a - p) * cross(q - p, b - p)
    return (sides_of_step < 0) & (sides_of_pair < 0)
