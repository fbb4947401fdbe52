#!/usr/bin/python3
"""The bundled data is the same wherever it is built: also where the last bits of sines, exponentials and
the like are others, as they are from one kind of processor to the next."""

import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

try:
    import numpy
    import scipy  # noqa: F401
    import shapely  # noqa: F401
except ImportError as error:
    print(f"SKIPPED: {error}; scripts/setup data installs it")
    sys.exit(0)

INEXACT = ("sin", "cos", "arcsin", "arctan2", "exp", "log")
ULPS = 4  # as far as numpy's vectorised functions may be from the exact value


def disturb(function, noise):
    def disturbed(*arguments, **options):
        value = function(*arguments, **options)
        return value * (1 + noise.integers(-ULPS, ULPS + 1, numpy.shape(value)) * numpy.finfo(float).eps)

    return disturbed


class BuildBihar(unittest.TestCase):
    def test_last_bits_decide_nothing(self):
        noise = numpy.random.default_rng(1)
        for name in INEXACT:
            setattr(numpy, name, disturb(getattr(numpy, name), noise))
        from bihar.build import build  # its constants are disturbed too
        from bihar.facts import read_facts

        folder = ROOT / "data/bihar"
        files = build(read_facts(folder / "facts"))
        self.assertIn("settlements.csv", files)
        self.assertEqual([], [name for name, text in files.items()
                              if text != (folder / name).read_text(encoding="utf-8")])


if __name__ == "__main__":
    unittest.main()
