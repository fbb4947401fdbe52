"""Text of CSV and GeoJSON files: fixed decimals, one feature a line, the same bytes each time."""
import csv
import io
import json

DECIMALS = 4


def format_csv(columns, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return text.getvalue()


def format_degrees(value, decimals=DECIMALS):
    return f"{value:.{decimals}f}"


def format_position(point):
    return f"[{format_degrees(point[0])},{format_degrees(point[1])}]"


def format_line(points):
    return "[" + ",".join(map(format_position, points)) + "]"


def format_polygon(polygon):
    rings = [polygon.exterior, *polygon.interiors]
    return "[" + ",".join(format_line(ring.coords) for ring in rings) + "]"


def format_area(shape):
    """("Polygon" or "MultiPolygon", coordinates)."""
    if shape.geom_type == "Polygon":
        return "Polygon", format_polygon(shape)
    return "MultiPolygon", "[" + ",".join(map(format_polygon, shape.geoms)) + "]"


def format_lines(lines):
    return "MultiLineString", "[" + ",".join(map(format_line, lines)) + "]"


def format_geojson(features):
    """`features`: (properties, (geometry type, coordinates as text))."""
    texts = [
        f'{{"type":"Feature","properties":{json.dumps(properties, ensure_ascii=False)},'
        f'"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}'
        for properties, (kind, coordinates) in features
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(texts) + "\n]}\n"
