"""Where a centre could stand: every sub-division headquarters, and every block headquarters at a
place of its own.
"""
from .centres import TownSizes, strip_notes
from .facts import find_point


UNRESOLVED = "UNRESOLVED"


def name_seat(row):
    """Name and note of a sub-division's headquarters; the sub-division's where its seat is not known."""
    if not row["hq_town"].startswith(UNRESOLVED):
        return strip_notes(row["hq_town"]), ""
    which = row["hq_town"].removeprefix(UNRESOLVED).strip(" ()")
    return row["name"], f"seat not resolved: {which}"


def list_subdivision_sites(facts, sizes):
    for row in facts.subdivisions:
        (place, note), is_districts = name_seat(row), row["hq_is_district_hq"] == "1"
        yield {
            "id": f"S-{row['subdivision_id']}", "name": place,
            "kind": "district headquarters" if is_districts else "sub-division headquarters",
            "district": row["district_code"], "point": find_point(row, "hq_lon", "hq_lat"),
            "location_error_km": sizes.get_radius_km(row["district_code"], place),
            "note": note, "source": "subdivisions.csv",
        }


def list_block_sites(facts, sizes):
    for block in facts.blocks:
        yield {
            "id": f"B-{block['block_code']}", "name": block["name"], "kind": "block headquarters",
            "district": block["district_code"], "point": tuple(block["hq"]),
            "location_error_km": sizes.get_radius_km(block["district_code"], block["name"]),
            "note": "place modelled" if block["hq_modelled"] else "", "source": "blocks.csv",
        }


def list_candidates(facts):
    """One a point: the higher headquarters where two stand at one."""
    sizes, sites = TownSizes(facts), {}
    for site in [*list_subdivision_sites(facts, sizes), *list_block_sites(facts, sizes)]:
        sites.setdefault(tuple(round(degrees, 5) for degrees in site["point"]), site)
    return sorted(sites.values(), key=lambda site: site["id"])
