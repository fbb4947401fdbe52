#!/usr/bin/python3
"""scripts/check-report on a run of the tiny dataset, on a comparison and on a batch: they pass, and each
thing that breaks is told.

usage: check_report_test.py PAHUNCH_PROGRAM
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from simulated_run import ROOT, make_data, make_run

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
HOSTILE = "</script><script>document.title='caught'</script><img src=x onerror=alert(1)> \u202eRTL \U0001f9ed"


def name_villages_badly(data):
    file = data / "settlements.csv"
    file.write_text(file.read_text().replace("Gaon Do", f'"{HOSTILE}"'))


def keep_subdivisions(data):
    """Leaves the dataset neither districts nor blocks, only one level of other areas."""
    file = data / "dataset.toml"
    layers = file.read_text().replace("[layers.district]", "[layers.subdivision]").split("\n[layers.")
    file.write_text("\n[layers.".join(layer for layer in layers if not layer.startswith("block")))


def check(run, *more):
    return subprocess.run([ROOT / "scripts/check-report", run, *more], capture_output=True,
                          text=True, check=False)


class CheckReport(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.run_folder = make_run(PROGRAM, pathlib.Path(folder.name), name_villages_badly)

    def broken(self, file, old, new, only):
        """What check-report says of a copy of the run with this changed in one of its files."""
        with tempfile.TemporaryDirectory() as parent:
            copy = pathlib.Path(parent) / "run"
            shutil.copytree(self.run_folder, copy)
            text = (copy / file).read_text()
            self.assertIn(old, text)
            (copy / file).write_text(text.replace(old, new))
            result = check(copy, "--only", only)
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        return result.stdout

    def test_a_run_with_hostile_names_passes(self):
        result = check(self.run_folder)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_a_figure_that_differs_from_its_table_is_told(self):
        said = self.broken("centres.csv", "Paschim", "Uttar", "the data")
        self.assertIn("centres.name, row 1: 'Paschim OSC', its file has 'Uttar OSC'", said)

    def test_a_script_error_is_told(self):
        said = self.broken("report.html", "</body>", "<script>nothing.here</script></body>", "a desktop")
        self.assertIn("script error: nothing is not defined", said)

    def test_a_network_request_is_told(self):
        said = self.broken("report.html", "</body>",
                           '<script src="https://example.org/x.js"></script></body>', "a desktop")
        self.assertIn("example.org", said)

    def test_damaged_data_is_told(self):
        said = self.broken("report.html", 'type="application/octet-stream">',
                           'type="application/octet-stream">AAAA', "a desktop")
        self.assertIn("a desktop", said)

    def test_a_control_that_does_nothing_is_told(self):
        said = self.broken("report.html", '"aria-pressed"', '"aria-gone"', "each control")
        self.assertIn("is not pressed after a click", said)

    def test_a_page_wider_than_a_phone_is_told(self):
        said = self.broken("report.html", "</style>", "#answer{min-width:500px}</style>", "a phone")
        self.assertIn("the page is wider than the screen at section#answer", said)

    def test_text_too_pale_to_read_is_told(self):
        said = self.broken("report.html", "</style>", ".answer{color:#ddd!important}</style>",
                           "disabilities, light")
        self.assertIn("color-contrast", said)

    def test_the_report_of_a_choice_of_sites_shows_what_each_further_one_adds(self):
        with tempfile.TemporaryDirectory() as folder:
            run = pathlib.Path(folder) / "sites"
            subprocess.run([PROGRAM, "optimise", "--data", ROOT / "tests/data/tiny", "--p", "1",
                            "-o", run, "-q"], check=True, capture_output=True)
            result = check(run, "--only", "a desktop")
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
            self.assertEqual(check(run, "--only", "the data").returncode, 0)
            self.assertIn("new_sites", (run / "report.html").with_name("curve.csv").read_text())

    def test_the_page_is_as_its_reference_pictures_and_a_broken_style_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            run = make_run(PROGRAM, pathlib.Path(folder))
            references = ["--only", "the data", "--references", ROOT / "tests/data/report"]
            result = check(run, *references)
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
            page = run / "report.html"
            page.write_text(page.read_text().replace("</style>", ".bar{display:block!important}</style>"))
            broken = check(run, *references)
        self.assertEqual(broken.returncode, 1, broken.stdout + broken.stderr)
        self.assertIn("bars: it is not as", broken.stdout)


def compare(first, second, folder, *more):
    subprocess.run([PROGRAM, "compare", first, second, "-o", folder, "-q", *more], check=True,
                   capture_output=True)
    return folder


class CheckReportOfComparison(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.first = cls.run_tiny("first")
        second = cls.run_tiny("second", "--season", "monsoon", "--set", "centres.close=['C4']", "--set",
                              "centres.move=[{id='C1',lon=85.2,lat=25.45}]", change=name_villages_badly)
        cls.difference = compare(cls.first, second, cls.folder / "difference")

    @classmethod
    def run_tiny(cls, name, *more, change=lambda data: None):
        data = cls.folder / f"{name}-data"
        shutil.copytree(ROOT / "tests/data/tiny", data)
        change(data)
        subprocess.run([PROGRAM, "run", "--data", data, "-o", cls.folder / name, "-q", *more], check=True,
                       capture_output=True)
        return cls.folder / name

    def passes(self, folder, *more):
        result = check(folder, *more)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_a_comparison_with_hostile_names_passes(self):
        self.passes(self.difference)

    def test_one_in_which_nothing_changed_passes(self):
        self.passes(compare(self.first, self.first, self.folder / "same"))

    def test_one_without_districts_and_blocks_passes(self):
        run = self.run_tiny("bare", change=keep_subdivisions)
        self.passes(compare(run, run, self.folder / "bare-sets", "--first-set", "baseline"))

    def test_a_figure_that_differs_from_its_table_is_told(self):
        copy = self.folder / "changed"
        shutil.copytree(self.difference, copy)
        table = copy / "centre_changes.csv"
        table.write_text(table.read_text().replace("Harnaut", "Uttar"))
        result = check(copy, "--only", "the data")
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertIn("its file has 'Uttar OSC'", result.stdout)

    def test_the_page_is_as_its_reference_pictures(self):
        plain = self.run_tiny("plain", "--season", "monsoon", "--set", "centres.close=['C4']")
        difference = compare(self.first, plain, self.folder / "plain-difference")
        self.passes(difference, "--only", "the data", "--references", ROOT / "tests/data/report")


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


class CheckReportOfBatch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.data = make_data(cls.folder)
        # No name may hold a stroke; a value may.
        cls.batch = cls.make_batch("hostile", name=HOSTILE.replace("/", ""), profile=HOSTILE)

    @classmethod
    def make_batch(cls, folder, **texts):
        """The folder of a batch of which the listed scenario fails."""
        sweep = cls.folder / f"{folder}.toml"
        sweep.write_text(SWEEP.format(**{key: json.dumps(text, ensure_ascii=False) for key, text in texts.items()}))
        done = subprocess.run([PROGRAM, "batch", sweep, "--data", cls.data, "-o", cls.folder / folder, "-q"],
                              capture_output=True, text=True, check=False)
        assert done.returncode == 3, done.stderr
        return cls.folder / folder

    def passes(self, folder, *more):
        result = check(folder, *more)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def broken(self, file, old, new, only):
        """What check-report says of a copy of the batch with this changed in one of its files."""
        with tempfile.TemporaryDirectory() as parent:
            copy = pathlib.Path(parent) / "batch"
            shutil.copytree(self.batch, copy)
            text = (copy / file).read_text()
            self.assertIn(old, text)
            (copy / file).write_text(text.replace(old, new))
            result = check(copy, "--only", only)
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        return result.stdout

    def test_one_with_hostile_names_and_a_failed_scenario_passes(self):
        self.passes(self.batch)

    def test_one_of_the_base_alone_passes(self):
        base = self.folder / "base"
        subprocess.run([PROGRAM, "batch", "--data", self.data, "--no-simulation", "--grid", "travel.profile=['buss']",
                        "-o", base, "-q"], capture_output=True, check=False)
        self.passes(base)

    def test_a_figure_that_differs_from_its_table_is_told(self):
        said = self.broken("batch.csv", "grid-1,grid", "grid-one,grid", "the data")
        self.assertIn("'grid-1', its file has 'grid-one'", said)

    def test_a_table_that_cannot_be_sorted_is_told(self):
        said = self.broken("batch.html", '"aria-sort"', '"aria-gone"', "each control")
        self.assertIn("does not sort both ways", said)

    def test_the_page_is_as_its_reference_pictures(self):
        plain = self.make_batch("plain", name="by-air", profile="plane")
        self.passes(plain, "--only", "the data", "--references", ROOT / "tests/data/report")


if __name__ == "__main__":
    first = subprocess.run([ROOT / "scripts/check-report"], capture_output=True, check=False)
    assert first.returncode == 2, "usage"
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser")) or not shutil.which("npm"):
        print("SKIPPED: there is no Chromium or no npm; scripts/setup check installs them")
        sys.exit(0)
    unittest.main(verbosity=2)
