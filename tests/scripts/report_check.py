"""scripts/check-report called on folders of pages, whole and broken."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from simulated_run import ROOT

HOSTILE = "</script><script>document.title='caught'</script><img src=x onerror=alert(1)> \u202eRTL \U0001f9ed"
REFERENCES = ["--only", "the data", "--references", ROOT / "tests/data/report"]


def name_villages_badly(data):
    file = data / "settlements.csv"
    file.write_text(file.read_text().replace("Gaon Do", f'"{HOSTILE}"'))


def check(folder, *more):
    return subprocess.run([ROOT / "scripts/check-report", folder, *more], capture_output=True,
                          text=True, check=False)


class ReportCase(unittest.TestCase):
    """Makes its pages in `folder`, kept until the last of its tests."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)

    def passes(self, folder, *more):
        result = check(folder, *more)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def opens(self, folder):
        """The checks that its data matters to most: what is the same on all pages is checked on another."""
        for only in ("the data", "a desktop", "each control"):
            self.passes(folder, "--only", only)

    def broken(self, folder, *more, file, old, new):
        """What check-report says of a copy of the folder with this changed in one of its files."""
        with tempfile.TemporaryDirectory() as parent:
            copy = pathlib.Path(parent) / "copy"
            shutil.copytree(folder, copy)
            text = (copy / file).read_text()
            self.assertIn(old, text)
            (copy / file).write_text(text.replace(old, new))
            result = check(copy, *more)
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        return result.stdout


def main():
    """Runs the tests of the calling program, where there is a browser."""
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser")) or not shutil.which("npm"):
        print("SKIPPED: there is no Chromium or no npm; scripts/setup check installs them")
        sys.exit(0)
    unittest.main(verbosity=2)
