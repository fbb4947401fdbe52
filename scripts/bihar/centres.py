"""The 39 existing and 26 planned centres, each with what is known of its place.

A planner with the official list replaces data/bihar/centres.csv and touches nothing else.
"""
import re

from .facts import find_point
from .plane import great_circle_km
from .settlements import clean_name, get_town_radius_km

STAFF = 13
IDEAL_TENTHS_KM = 400
INFERRED_SITES = 15
PLACE_RADIUS_KM = 1.0  # assumed where no town of the census gives a size
SOURCE_EXISTING = "osc.csv: 39 centres, one a district, two in Patna"


class TownSizes:
    def __init__(self, facts):
        self.persons = {}
        for town in facts.towns:
            key = (town["district_code"], clean_name(town["town"]))
            self.persons[key] = max(int(town["pop"]), self.persons.get(key, 0))

    def get_radius_km(self, district_code, place):
        persons = self.persons.get((district_code, clean_name(place)))
        return round(max(0.5, get_town_radius_km(persons)), 1) if persons else PLACE_RADIUS_KM


def strip_notes(place):
    return re.sub(r"\s*\(.*", "", place)


def make_centre(site, sizes, **known):
    place, district_code, point = site
    return {
        "name": f"One Stop Centre, {place}",
        "district": district_code,
        "lon": point[0],
        "lat": point[1],
        "location_error_km": sizes.get_radius_km(district_code, place),
        "staff": STAFF,
    } | known


def list_existing(facts, sizes):
    for row in facts.districts:
        site = (strip_notes(row["hq_town"]), row["district_code"], find_point(row, "hq_lon", "hq_lat"))
        yield make_centre(
            site, sizes, id=f"E-{row['district_code']}", status="existing", known="place",
            provenance="district headquarters, exact place not published", note="",
            source=SOURCE_EXISTING,
        )
    barh = next(s for s in facts.subdivisions if s["name"] == "Barh")
    yield make_centre(
        ("Barh", barh["district_code"], find_point(barh, "hq_lon", "hq_lat")), sizes,
        id=f"E-{barh['district_code']}-2", status="existing", known="place",
        provenance="second Patna centre, one unconfirmed report",
        note="Patna's second centre: placed at Barh by one undated, unconfirmed report",
        source="osc.csv: indiacitylive.com, undated",
    )


def get_gap_tenths(distance_km):
    """How far from 40 km, in tenths of a kilometre, so that ties are ties."""
    return abs(round(distance_km * 10) - IDEAL_TENTHS_KM)


def find_rule_site(facts, district):
    """(gap, id, place, point) of the sub-division headquarters nearest to 40 km from the district's."""
    found = [
        (get_gap_tenths(float(s["dist_to_district_hq_km"])), s["subdivision_id"],
         strip_notes(s["hq_town"]), find_point(s, "hq_lon", "hq_lat"), s["dist_to_district_hq_km"])
        for s in facts.subdivisions
        if s["district"] == district["name"] and s["hq_is_district_hq"] == "0"
    ]
    return min(found, default=None)


def find_block_site(facts, district):
    """The same among block headquarters, for a district without another sub-division."""
    home = find_point(district, "hq_lon", "hq_lat")
    found = []
    for block in facts.blocks:
        if block["district_code"] == district["district_code"] and not block["hq_modelled"]:
            distance_km = great_circle_km(home, block["hq"])
            found.append((get_gap_tenths(distance_km), block["block_code"], block["name"],
                          block["hq"], f"{distance_km:.1f}"))
    return min(found)


def list_planned(facts, sizes):
    announced = [r["district"] for r in facts.table("osc")
                 if r["kind"].startswith("new") and r["district"] != "UNKNOWN"]
    named = {d["name"]: d for d in facts.districts}
    for name in announced:
        yield make_announced(facts, sizes, named[name])
    others = [
        (site, district)
        for district in facts.districts
        if district["name"] not in announced + ["Patna"]
        and (site := find_rule_site(facts, district))
    ]
    for site, district in sorted(others, key=lambda o: o[0])[:INFERRED_SITES]:
        yield make_planned(
            site, district, sizes, provenance="inferred", known="nothing",
            note=f"one of 15 not announced: sub-division headquarters {site[4]} km from the district's",
        )


def make_planned(site, district, sizes, **known):
    code = district["district_code"]
    return make_centre((site[2], code, site[3]), sizes, id=f"P-{code}", status="planned",
                       source="osc.csv: 11 districts announced, 15 more approved", **known)


def make_announced(facts, sizes, district):
    if district["name"] == "Muzaffarpur":
        block = next(b for b in facts.blocks if b["name"] == "Aurai")
        site = (0, "", "Aurai", block["hq"], "")
        return make_planned(site, district, sizes, provenance="announced", known="place",
                            note="announced for Aurai; placed at the block headquarters")
    site, kind = find_rule_site(facts, district), "sub-division"
    if site is None:
        site, kind = find_block_site(facts, district), "block"
    return make_planned(site, district, sizes, provenance="announced district, inferred site",
                        known="district",
                        note=f"{kind} headquarters {site[4]} km from the district's, nearest to 40 km")


def list_centres(facts):
    sizes = TownSizes(facts)
    return sorted([*list_existing(facts, sizes), *list_planned(facts, sizes)], key=lambda c: c["id"])
