#!/usr/bin/python3
"""scripts/check-report and scripts/check-qgis say how they are used, and what is not there to open.

usage: check_usage_test.py
"""

import pathlib
import subprocess
import tempfile
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "scripts"


def call(script, *arguments):
    return subprocess.run([SCRIPTS / script, *arguments], capture_output=True, text=True, check=False)


class Usage(unittest.TestCase):
    def refuses(self, script, *arguments):
        """The one line with which the script ends at once."""
        result = call(script, *arguments)
        self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        return result.stderr

    def test_help_is_printed(self):
        for script in ("check-report", "check-qgis"):
            for option in ("--help", "-h"):
                with self.subTest(script=script, option=option):
                    result = call(script, option)
                    self.assertEqual((result.returncode, result.stderr), (0, ""))
                    self.assertIn(f"usage: {script}", result.stdout)
                    self.assertIn("--references DIR", result.stdout)
                    self.assertIn("Exit code 0 when all is well", result.stdout)

    def test_no_folder_is_wrong_usage(self):
        self.assertIn("there is no FOLDER", self.refuses("check-report"))
        self.assertIn("required: run_folder", call("check-qgis").stderr)
        self.assertEqual(call("check-qgis").returncode, 2)

    def test_a_folder_that_is_not_there_is_told(self):
        for script in ("check-report", "check-qgis"):
            with self.subTest(script=script):
                said = self.refuses(script, "no/such")
                self.assertIn(f"{script}: there is no folder 'no/such', so there is no", said)
                self.assertIn("give the folder that pahunch run", said)

    def test_a_folder_without_what_is_opened_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            said = self.refuses("check-report", folder)
            self.assertIn(f"'{folder}' holds no report.html, compare.html or batch.html", said)
            self.assertIn("give the folder that pahunch run", said)
            said = self.refuses("check-qgis", folder)
            self.assertIn(f"'{folder}' holds no GeoJSON file and no GeoPackage", said)
            self.assertIn("give the folder that pahunch run", said)

    def test_options_that_are_not_understood_are_told(self):
        self.assertIn("there is no option '--all'", self.refuses("check-report", "--all"))
        self.assertIn("--only lacks its value", self.refuses("check-report", "x", "--only"))
        self.assertIn("'y' is a second folder", self.refuses("check-report", "x", "y"))


if __name__ == "__main__":
    unittest.main()
