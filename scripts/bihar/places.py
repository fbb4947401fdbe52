"""The points that roads join, in order of importance; a lesser one that nearly coincides is the same."""
import numpy as np

from .facts import find_point
from .plane import to_degrees, to_plane
from .settlements import clean_name

SAME_KM = 0.25
DECIMALS = 4


class Places:
    """Points in rounded degrees (`lonlat`) and kilometres (`xy`); `index` finds one by its key."""

    def __init__(self):
        self.lonlat, self.index, self._kept = [], {}, {}

    def add(self, key, lonlat):
        self.index[key] = self._find_same(lonlat)

    def _find_same(self, lonlat):
        x, y = to_plane(lonlat)
        box = (int(np.floor(x / SAME_KM)), int(np.floor(y / SAME_KM)))
        for i in range(-1, 2):
            for j in range(-1, 2):
                for (px, py), number in self._kept.get((box[0] + i, box[1] + j), ()):
                    if np.hypot(px - x, py - y) < SAME_KM:
                        return number
        self._kept.setdefault(box, []).append(((x, y), len(self.lonlat)))
        self.lonlat.append(tuple(np.round(lonlat, DECIMALS)))
        return len(self.lonlat) - 1

    @property
    def xy(self):
        return to_plane(np.array(self.lonlat))


def list_corridor_points(facts):
    """Point of each corridor place with coordinates, by (district, clean name)."""
    points = {}
    for row in facts.table("corridors"):
        point = find_point(row) or find_point(row, "alt_lon", "alt_lat")
        if point:
            points.setdefault((row["district"], clean_name(row["place"])), point)
    return points


def collect_places(facts, crossings, settlements):
    places = Places()
    for number, (_, spot) in enumerate(crossings):
        places.add(("bridge", number), to_degrees(spot))
    for district in facts.districts:
        places.add(("district", district["district_code"]), find_point(district, "hq_lon", "hq_lat"))
    for row in facts.subdivisions:
        places.add(("subdivision", row["subdivision_id"]), find_point(row, "hq_lon", "hq_lat"))
    for block in facts.blocks:
        places.add(("block", block["block_code"]), block["hq"])
    for key, point in list_corridor_points(facts).items():
        places.add(("corridor",) + key, point)
    for row in settlements:
        places.add(("settlement", row["id"]), row["point"])
    return places


