#!/usr/bin/python3
"""Draws growth.csv, as bench_engine writes it, to an SVG picture.

usage: plot_growth.py growth.csv growth.svg
"""

import csv
import math
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 460, 80, 210, 50, 60

# Column, factor to nanoseconds, name, colour.
LINES = [
    ("preparation_us_a_node", 1000, "preparation", "#7a5195"),
    ("boost_ns_a_node", 1, "a draw by Boost.Graph", "#888888"),
    ("draw_ns_a_node", 1, "a draw by the engine", "#bc5090"),
    ("source_ns_a_node", 1, "a source by the engine", "#003f5c"),
]


def scale(value, low, high, start, end):
    return start + (math.log10(value) - low) / (high - low) * (end - start)


def label_nodes(n):
    return f"{n / 1e6:.2g} million" if n >= 999_000 else f"{round(n / 1000)} thousand"


def draw(rows):
    nodes = [int(row["nodes"]) for row in rows]
    low_x, high_x = math.log10(nodes[0] / 1.2), math.log10(nodes[-1] * 1.2)
    values = [float(row[column]) * to_ns for row in rows for column, to_ns, _, _ in LINES]
    low_y, high_y = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    x = lambda n: scale(n, low_x, high_x, LEFT, WIDTH - RIGHT)
    y = lambda ns: scale(ns, low_y, high_y, HEIGHT - BOTTOM, TOP)
    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="24" font-size="15">Time a node: level lines are linear growth</text>',
        f'<text x="{LEFT}" y="{HEIGHT - 12}">nodes of a road-like network</text>',
        f'<text x="16" y="{TOP - 8}">ns a node</text>',
    ]
    for decade in range(low_y, high_y + 1):
        at = y(10**decade)
        svg.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}" '
                   'stroke="#dddddd"/>')
        svg.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10**decade:g}</text>')
    for i, n in enumerate(nodes):
        svg.append(f'<line x1="{x(n):.1f}" x2="{x(n):.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}" '
                   'stroke="#eeeeee"/>')
        if i % 2 == 0:
            svg.append(f'<text x="{x(n):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">'
                       f'{label_nodes(n)}</text>')
    for column, to_ns, name, colour in LINES:
        points = [(x(int(row["nodes"])), y(float(row[column]) * to_ns)) for row in rows]
        path = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        svg.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        svg += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points]
        svg.append(f'<text x="{points[-1][0] + 12:.1f}" y="{points[-1][1] + 4:.1f}" '
                   f'fill="{colour}">{name}</text>')
    return "\n".join(svg + ["</svg>", ""])


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with open(target, "w", encoding="utf-8") as file:
        file.write(draw(rows))


if __name__ == "__main__":
    main()
