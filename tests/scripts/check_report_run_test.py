#!/usr/bin/python3
"""scripts/check-report on a run of the tiny dataset: it passes, and each thing that breaks is told.

usage: check_report_run_test.py PAHUNCH_PROGRAM
"""

import pathlib
import subprocess
import sys

import report_check
from simulated_run import ROOT, make_run

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()


class CheckReport(report_check.ReportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.run_folder = make_run(PROGRAM, cls.folder, report_check.name_villages_badly)

    def broken_page(self, old, new, only):
        return self.broken(self.run_folder, "--only", only, file="report.html", old=old, new=new)

    def test_a_run_with_hostile_names_passes(self):
        self.passes(self.run_folder)

    def test_a_figure_that_differs_from_its_table_is_told(self):
        said = self.broken(self.run_folder, "--only", "the data", file="centres.csv", old="Paschim", new="Uttar")
        self.assertIn("centres.name, row 1: 'Paschim OSC', its file has 'Uttar OSC'", said)

    def test_a_script_error_and_a_network_request_are_told(self):
        said = self.broken_page("</body>", '<script>nothing.here</script>'
                                '<script src="https://example.org/x.js"></script></body>', "a desktop")
        self.assertIn("script error: nothing is not defined", said)
        self.assertIn("example.org", said)

    def test_damaged_data_is_told(self):
        said = self.broken_page('type="application/octet-stream">',
                                'type="application/octet-stream">AAAA', "a desktop")
        self.assertIn("a desktop", said)

    def test_a_control_that_does_nothing_is_told(self):
        said = self.broken_page('"aria-pressed"', '"aria-gone"', "each control")
        self.assertIn("is not pressed after a click", said)

    def test_a_page_wider_than_a_phone_is_told(self):
        said = self.broken_page("</style>", "#answer{min-width:500px}</style>", "a phone")
        self.assertIn("the page is wider than the screen at section#answer", said)

    def test_text_too_pale_to_read_is_told(self):
        said = self.broken_page("</style>", ".answer{color:#ddd!important}</style>", "disabilities, light")
        self.assertIn("color-contrast", said)

    def test_a_map_that_stays_blank_is_told(self):
        said = self.broken_page("</style>", "#map-canvas canvas{visibility:hidden}</style>", "a desktop")
        self.assertIn("the map is blank", said)

    def test_a_check_that_there_is_not_is_told(self):
        result = report_check.check(self.run_folder, "--only", "no such check")
        self.assertEqual(result.returncode, 2, result.stdout + result.stderr)
        self.assertIn("no check has 'no such check' in its name; there are: the data is that", result.stderr)

    def test_the_report_of_a_choice_of_sites_shows_what_each_further_one_adds(self):
        run = self.folder / "sites"
        subprocess.run([PROGRAM, "optimise", "--data", ROOT / "tests/data/tiny", "--p", "1",
                        "-o", run, "-q"], check=True, capture_output=True)
        self.passes(run, "--only", "a desktop")
        self.passes(run, "--only", "the data")
        self.assertIn("new_sites", (run / "curve.csv").read_text())

    def test_the_page_is_as_its_reference_pictures_and_a_broken_style_is_told(self):
        (self.folder / "plain").mkdir()
        run = make_run(PROGRAM, self.folder / "plain")
        self.passes(run, *report_check.REFERENCES)
        said = self.broken(run, *report_check.REFERENCES, file="report.html",
                           old="</style>", new=".bar{display:block!important}</style>")
        self.assertIn("bars: it is not as", said)


if __name__ == "__main__":
    report_check.main()
