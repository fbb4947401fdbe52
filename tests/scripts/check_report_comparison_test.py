#!/usr/bin/python3
"""scripts/check-report on comparisons of runs of the tiny dataset: they pass, and what breaks is told.

usage: check_report_comparison_test.py PAHUNCH_PROGRAM
"""

import pathlib
import shutil
import subprocess
import sys

import report_check
from simulated_run import ROOT

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()


def keep_subdivisions(data):
    """Leaves the dataset neither districts nor blocks, only one level of other areas."""
    file = data / "dataset.toml"
    layers = file.read_text().replace("[layers.district]", "[layers.subdivision]").split("\n[layers.")
    file.write_text("\n[layers.".join(layer for layer in layers if not layer.startswith("block")))


def compare(first, second, folder, *more):
    subprocess.run([PROGRAM, "compare", first, second, "-o", folder, "-q", *more], check=True,
                   capture_output=True)
    return folder


class CheckReportOfComparison(report_check.ReportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.first = cls.run_tiny("first")
        second = cls.run_tiny("second", "--season", "monsoon", "--set", "centres.close=['C4']", "--set",
                              "centres.move=[{id='C1',lon=85.2,lat=25.45}]", change=report_check.name_villages_badly)
        cls.difference = compare(cls.first, second, cls.folder / "difference")

    @classmethod
    def run_tiny(cls, name, *more, change=lambda data: None):
        data = cls.folder / f"{name}-data"
        shutil.copytree(ROOT / "tests/data/tiny", data)
        change(data)
        subprocess.run([PROGRAM, "run", "--data", data, "-o", cls.folder / name, "-q", *more], check=True,
                       capture_output=True)
        return cls.folder / name

    def test_a_comparison_with_hostile_names_passes(self):
        self.passes(self.difference)

    def test_one_in_which_nothing_changed_opens(self):
        self.opens(compare(self.first, self.first, self.folder / "same"))

    def test_one_without_districts_and_blocks_opens(self):
        run = self.run_tiny("bare", change=keep_subdivisions)
        self.opens(compare(run, run, self.folder / "bare-sets", "--first-set", "baseline"))

    def test_a_figure_that_differs_from_its_table_is_told(self):
        said = self.broken(self.difference, "--only", "the data", file="centre_changes.csv",
                           old="Harnaut", new="Uttar")
        self.assertIn("its file has 'Uttar OSC'", said)

    def test_the_page_is_as_its_reference_pictures(self):
        plain = self.run_tiny("plain", "--season", "monsoon", "--set", "centres.close=['C4']")
        difference = compare(self.first, plain, self.folder / "plain-difference")
        self.passes(difference, *report_check.REFERENCES)


if __name__ == "__main__":
    report_check.main()
