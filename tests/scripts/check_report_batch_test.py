#!/usr/bin/python3
"""scripts/check-report on batches of scenarios of the tiny dataset: they pass, and what breaks is told.

usage: check_report_batch_test.py PAHUNCH_PROGRAM
"""

import json
import pathlib
import subprocess
import sys

import report_check
from simulated_run import make_data

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()

SWEEP = """set = ["simulation.replicates=12", "simulation.draws=3"]
[grid]
"travel.season" = ["dry", "monsoon"]
"travel.profile" = ["bus", "walk"]
[[list]]
name = {name}
"travel.profile" = {profile}
[one_site]
out = ["existing"]
in = ["K1"]
"""


class CheckReportOfBatch(report_check.ReportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.data = make_data(cls.folder)
        # No name may hold a stroke; a value may.
        cls.batch = cls.make_batch("hostile", name=report_check.HOSTILE.replace("/", ""), profile=report_check.HOSTILE)

    @classmethod
    def make_batch(cls, folder, **texts):
        """The folder of a batch of which the listed scenario fails."""
        sweep = cls.folder / f"{folder}.toml"
        sweep.write_text(SWEEP.format(**{key: json.dumps(text, ensure_ascii=False) for key, text in texts.items()}))
        done = subprocess.run([PROGRAM, "batch", sweep, "--data", cls.data, "-o", cls.folder / folder, "-q"],
                              capture_output=True, text=True, check=False)
        assert done.returncode == 3, done.stderr
        return cls.folder / folder

    def test_one_with_hostile_names_and_a_failed_scenario_passes(self):
        self.passes(self.batch)

    def test_one_of_the_base_alone_opens(self):
        base = self.folder / "base"
        subprocess.run([PROGRAM, "batch", "--data", self.data, "--no-simulation", "--grid", "travel.profile=['buss']",
                        "-o", base, "-q"], capture_output=True, check=False)
        self.opens(base)

    def test_a_figure_that_differs_from_its_table_is_told(self):
        said = self.broken(self.batch, "--only", "the data", file="batch.csv", old="grid-1,grid", new="grid-one,grid")
        self.assertIn("'grid-1', its file has 'grid-one'", said)

    def test_a_table_that_cannot_be_sorted_is_told(self):
        said = self.broken(self.batch, "--only", "each control", file="batch.html", old='"aria-sort"', new='"aria-gone"')
        self.assertIn("does not sort both ways", said)

    def test_the_page_is_as_its_reference_pictures(self):
        plain = self.make_batch("plain", name="by-air", profile="plane")
        self.passes(plain, *report_check.REFERENCES)


if __name__ == "__main__":
    report_check.main()
