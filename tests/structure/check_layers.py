#!/usr/bin/python3
"""Fails when an include points up a layer, a third-party header strays from its layer, or a source does not
begin with its own header, so that the header is not seen to stand alone where the source is compiled.

usage: check_layers.py ROOT        exit code 1 and one line an offence; 0 and silence when clean
"""

import pathlib
import re
import sys

MAY_USE = {
    "geo/base": set(),
    "geo/model": {"geo/base"},
    "geo/io": {"geo/base", "geo/model"},
    "geo/network": {"geo/base", "geo/model"},
    "geo/coverage": {"geo/base", "geo/model", "geo/network"},
    "sim/random": {"geo/base"},
    "sim": {"sim/random", "geo/base", "geo/model", "geo/io", "geo/network", "geo/coverage"},
    "planner/siting": {"sim/random", "geo/base"},
    "planner": {
        "planner/siting", "sim/random", "sim",
        "geo/base", "geo/model", "geo/io", "geo/network", "geo/coverage",
    },
}

# Third-party headers, by the start of their path, and the layers that may include them.
THIRD_PARTY = {
    r"(gdal|ogr|cpl_)": {"geo/io"},
    r"(proj|geodesic)\b": {"geo/io"},
    r"osmium/": {"geo/io"},
    r"toml\+\+": {"geo/io", "planner"},
    r"openssl/": {"geo/io"},
    r"zlib\.h": {"geo/io"},
    r"geos": {"geo/model", "geo/network"},
    r"boost/(?!math/|random/)": {"geo/network"},
    r"boost/(math|random)/": {"sim/random", "sim"},
    r"hwy/": {"geo/network"},
    r"Eigen/": {"geo/model", "geo/network", "geo/coverage", "sim/random", "sim"},
    r"Random123/": {"sim/random"},
    r"(Cbc|Cgl|Clp|Coin|Osi)": {"planner/siting"},
    r"(CLI|spdlog|nlohmann)/": {"planner"},
    r"(tbb|oneapi)/": {"geo/base", "geo/network", "planner"},
    r"fmt/": set(MAY_USE),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def layer_of(path):
    """The layer a repository path lies in, or None."""
    return next((layer for layer in MAY_USE if path.startswith(layer + "/")), None)


def offence(layer, header):
    """Why a file of `layer` may not include `header`; None where it may."""
    target = layer_of(header)
    if target is not None:
        allowed = target == layer or target in MAY_USE[layer]
        return None if allowed else f"{layer} may not use {target}"
    for pattern, layers in THIRD_PARTY.items():
        if re.match(pattern, header) and layer not in layers:
            return f"{layer} may not include this library"
    return None


def offences(root):
    """(file, line number, header, why) of every forbidden include below `root`."""
    for folder in ("geo", "sim", "planner"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            name = path.relative_to(root).as_posix()
            first = True
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                why = offence(layer_of(name), match.group(1))
                if first and path.suffix == ".cpp" and path.with_suffix(".h").exists():
                    own = name.removesuffix(".cpp") + ".h"
                    why = why or (None if match.group(1) == own else f"{own} must come first")
                first = False
                if why:
                    yield name, number, match.group(1), why


def main():
    found = list(offences(pathlib.Path(sys.argv[1])))
    for name, number, header, why in found:
        print(f"{name}:{number}: includes {header}: {why}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
