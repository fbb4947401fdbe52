#!/usr/bin/python3
"""scripts/check-qgis on a run of the tiny dataset: it passes, and each thing that breaks is told.

usage: check_qgis_test.py PAHUNCH_PROGRAM
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

from simulated_run import ROOT, make_run

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
REFERENCES = ROOT / "tests/data/qgis"


def check(run, *more):
    return subprocess.run([ROOT / "scripts/check-qgis", run, *more], capture_output=True,
                          text=True, check=False)


class CheckQgis(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.path = pathlib.Path(folder.name)
        cls.run_folder = make_run(PROGRAM, cls.path)
        cls.difference = cls.path / "difference"
        subprocess.run([PROGRAM, "compare", cls.run_folder, cls.run_folder, "-q", "--first-set",
                        "baseline", "--second-set", "plan", "-o", cls.difference], check=True,
                       stdout=subprocess.DEVNULL)

    def broken(self, old, new, count=-1, folder=None):
        """What check-qgis says of a copy of the run, or of `folder`, with this changed in its project."""
        with tempfile.TemporaryDirectory() as parent:
            copy = pathlib.Path(parent) / "run"
            shutil.copytree(folder or self.run_folder, copy)
            with zipfile.ZipFile(copy / "pahunch.qgz") as archive:
                text = archive.read("pahunch.qgs").decode()
            self.assertIn(old, text)
            with zipfile.ZipFile(copy / "pahunch.qgz", "w") as archive:
                archive.writestr("pahunch.qgs", text.replace(old, new, count))
            result = check(copy, *([] if folder else ["--references", REFERENCES]))
        self.assertEqual(result.returncode, 1, result.stdout)
        return result.stdout

    def test_a_run_opens_and_looks_as_the_reference_pictures(self):
        result = check(self.run_folder, "--references", REFERENCES)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_a_comparison_opens(self):
        result = check(self.difference)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn("changes", result.stdout)

    def test_a_comparison_without_its_theme_or_with_a_broken_style_is_told(self):
        said = self.broken('visibility-preset name="What changed"', 'visibility-preset name="No"',
                           folder=self.difference)
        self.assertIn("there is no theme 'What changed'", said)
        said = self.broken('value="faster"', 'value="quicker"', folder=self.difference)
        self.assertIn("table_changes: the style has no class for the value 'faster'", said)

    def test_a_broken_style_is_told(self):
        said = self.broken("33,102,172,255", "120,190,90,255")
        self.assertIn("theme After the plan.png", said)
        self.assertIn("reference", said)

    def test_a_missing_column_in_a_style_is_told(self):
        said = self.broken('attr="band_plan"', 'attr="band_gone"')
        self.assertIn("settlements_plan: the style uses the column band_gone", said)

    def test_a_missing_column_in_an_expression_is_told(self):
        said = self.broken("coalesce(&quot;rural_women&quot;, 0)", "coalesce(&quot;gone&quot;, 0)")
        self.assertIn("table_underserved: the style uses the column gone", said)

    def test_a_missing_column_in_a_label_is_told(self):
        said = self.broken('fieldName="name"', 'fieldName="gone"', 1)
        self.assertIn("the style uses the column gone", said)

    def test_a_missing_layer_is_told(self):
        said = self.broken("layername=settlements", "layername=hamlets")
        self.assertIn("settlements_plan: QGIS cannot open it", said)

    def test_a_theme_with_an_unknown_layer_is_told(self):
        said = self.broken('<layer id="newly_covered"', '<layer id="gone"')
        self.assertIn("theme 'What the plan changes': it shows gone, which is no layer", said)

    def test_a_theme_that_is_missing_is_told(self):
        said = self.broken('visibility-preset name="Today"', 'visibility-preset name="Yesterday"')
        self.assertIn("there is no theme 'Today'", said)

    def test_a_layout_with_an_unknown_theme_is_told(self):
        said = self.broken('followPresetName="After the plan"', 'followPresetName="Later"')
        self.assertIn("the layout shows the theme 'Later', which is none", said)

    def test_a_path_that_is_not_beside_the_project_is_told(self):
        said = self.broken("./pahunch.gpkg|layername=roads", "../pahunch.gpkg|layername=roads")
        self.assertIn("table_roads: its source is not beside the project", said)


if __name__ == "__main__":
    if subprocess.run(["/usr/bin/python3", "-c", "import qgis.core"], capture_output=True,
                      check=False).returncode:
        print("SKIPPED: needs python3-qgis")
        sys.exit(0)
    unittest.main()
