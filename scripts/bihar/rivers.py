"""River lines, and where they can be crossed.

Only the great rivers are barriers: Ganga, Gandak, Kosi, Son, Ghaghra, whose centre lines are known to
about a kilometre or two. Bagmati and Burhi Gandak are known only through the towns on their banks.
"""
import re
from collections import defaultdict

import numpy as np
from shapely.geometry import LineString, Point
from shapely.ops import nearest_points

from .facts import find_point
from .plane import to_degrees, to_plane
from .settlements import clean_name

GREAT_RIVERS = ("Gandak", "Ganga", "Ghaghra", "Kosi", "Son")
JOIN_KM = 25  # a tributary that ends this near to the Ganga runs on to it
SNAP_KM = 12  # a bridge farther than this from its river line is left out
KOSI_MOUTH = (87.236, 25.44)  # bridge at Kursela; the line below it contradicts the open roads there


def read_rivers(facts):
    """{(river, part): LineString in kilometres}."""
    points = defaultdict(list)
    for row in facts.table("rivers"):
        if row["river"] in GREAT_RIVERS:
            points[row["river"], int(row["part"])].append(find_point(row))
    rivers = {key: LineString(to_plane(p)) for key, p in sorted(points.items()) if len(p) > 3}
    ganga = max((r for key, r in rivers.items() if key[0] == "Ganga"), key=lambda r: r.length)
    for key in rivers:
        if key[0] == "Kosi":
            rivers[key] = cut_after(rivers[key], to_plane(KOSI_MOUTH))
        if key[0] != "Ganga":
            rivers[key] = run_into(rivers[key], ganga)
    return rivers


def cut_after(line, point):
    """The line down to the place nearest to the point; lines run downstream."""
    reach = line.project(Point(point))
    kept = [c for c in line.coords if line.project(Point(c)) < reach]
    return LineString(kept + [line.interpolate(reach).coords[0]])


def run_into(line, ganga):
    coords = list(line.coords)
    for c in list(coords):
        if ganga.distance(Point(coords[-1])) < 1e-9:
            break
        mouth = nearest_points(Point(coords[-1]), ganga)[1]
        if Point(coords[-1]).distance(mouth) > JOIN_KM:
            break
        coords.append(mouth.coords[0])
    return LineString(cut_at_crossing(coords, ganga))


def cut_at_crossing(coords, ganga):
    """Stops where the line first meets the Ganga."""
    for k in range(1, len(coords)):
        step = LineString(coords[k - 1 : k + 1])
        if step.intersects(ganga):
            meeting = nearest_points(Point(coords[k - 1]), step.intersection(ganga))[1]
            return coords[:k] + [meeting.coords[0]]
    return coords


def is_usable(crossing):
    """Open ones, also where light vehicles only may pass; not damaged, planned, rail-only or half open."""
    return crossing["status"].startswith("open") and "border" not in crossing["status"]


def list_names(text):
    """Names in "Sherpur (Patna)" or "Maheshkhunt / Beldaur"."""
    inside = re.findall(r"\((.*?)\)", text)
    return [clean_name(n) for n in re.sub(r"\(.*?\)", "", text).split("/") + inside if clean_name(n)]


def find_end(text, points):
    for name in list_names(text):
        if name in points:
            return points[name]
    return None


def find_meeting(crossing, line, points):
    """Given coordinates, else where the straight line between the end places meets the river."""
    known = find_point(crossing) or find_point(crossing, "approx_lon", "approx_lat")
    if known:
        return to_plane(known)
    ends = [find_end(crossing[k], points) for k in ("place_1", "place_2")]
    if None in ends:
        return None
    meeting = LineString(to_plane(ends)).intersection(line)
    return None if meeting.is_empty else np.array(meeting.representative_point().coords[0])


def place_crossings(facts, rivers, points):
    """Usable crossings on the great rivers as (row, point on the river in kilometres), and rows that
    are left out with the reason. `points`: places by clean name, in degrees."""
    placed, left_out = [], []
    for row in facts.table("river_crossings"):
        lines = [line for (name, _), line in rivers.items() if name == row["river"]]
        if not lines:
            left_out.append((row, "its river is not among the barriers"))
        elif not is_usable(row):
            left_out.append((row, "not open: " + row["status"]))
        else:
            spot = place_one(row, lines, points)
            (placed if spot is not None else left_out).append(
                (row, spot if spot is not None else "no place on the river line follows from its ends")
            )
    return placed, left_out


def place_one(row, lines, points):
    for line in lines:
        meeting = find_meeting(row, line, points)
        if meeting is not None and line.distance(Point(meeting)) <= SNAP_KM:
            return np.array(line.interpolate(line.project(Point(meeting))).coords[0])
    return None
