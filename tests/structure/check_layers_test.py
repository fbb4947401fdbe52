#!/usr/bin/python3
"""The layer check finds what it must find."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).with_name("check_layers.py")


def check(files):
    """Runs the check over a tree of {path: content}; returns (exit code, output)."""
    with tempfile.TemporaryDirectory() as root:
        for name, content in files.items():
            path = pathlib.Path(root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        done = subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True)
        return done.returncode, done.stdout


class LayerCheck(unittest.TestCase):
    def test_an_include_that_points_down_is_fine(self):
        self.assertEqual(check({"sim/a.cpp": '#include "geo/base/id.h"\n'}), (0, ""))

    def test_an_include_that_points_up_is_found(self):
        code, output = check({"geo/base/a.h": '\n#include "geo/model/area.h"\n'})
        self.assertEqual(code, 1)
        self.assertIn("geo/base/a.h:2: includes geo/model/area.h", output)

    def test_input_and_network_do_not_know_each_other(self):
        self.assertEqual(check({"geo/io/a.cpp": '#include "geo/network/network.h"\n'})[0], 1)
        self.assertEqual(check({"geo/network/a.cpp": '#include "geo/io/table.h"\n'})[0], 1)

    def test_siting_knows_no_dataset_and_the_solver_stays_in_it(self):
        self.assertEqual(check({"planner/siting/a.cpp": '#include "geo/io/table.h"\n'})[0], 1)
        self.assertEqual(check({"planner/siting/a.cpp": "#include <CbcModel.hpp>\n"})[0], 0)
        self.assertEqual(check({"planner/run/a.cpp": "#include <CbcModel.hpp>\n"})[0], 1)
        self.assertEqual(check({"planner/run/a.cpp": '#include "planner/siting/mip.h"\n'})[0], 0)

    def test_gdal_outside_input_and_output_is_found(self):
        self.assertEqual(check({"sim/a.cpp": "#include <ogrsf_frmts.h>\n"})[0], 1)
        self.assertEqual(check({"geo/io/a.cpp": "#include <ogrsf_frmts.h>\n"})[0], 0)

    def test_a_source_that_does_not_begin_with_its_own_header_is_found(self):
        header = {"sim/a.h": ""}
        self.assertEqual(check(header | {"sim/a.cpp": '#include "sim/a.h"\n#include <map>\n'}), (0, ""))
        code, output = check(header | {"sim/a.cpp": '#include <map>\n#include "sim/a.h"\n'})
        self.assertEqual(code, 1)
        self.assertIn("sim/a.cpp:1: includes map: sim/a.h must come first", output)


if __name__ == "__main__":
    unittest.main()
