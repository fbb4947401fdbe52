#!/usr/bin/python3
"""A layer on a web server has no file to take a checksum of: what was read of it counts. Where it changes,
a batch computes anew what it had kept, and says so.

usage: remote_source_test.py PROGRAM
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from served_folder import serve

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
TINY = pathlib.Path(__file__).resolve().parents[2] / "tests/data/tiny"
BATCH = ["batch", "--data", "d", "-o", "b", "--overwrite", "--no-simulation", "--one-out", "C2",
         "--allow-network"]


class RemoteSource(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)
        self.web = self.path / "web"
        self.web.mkdir()
        shutil.copytree(TINY, self.path / "d")
        shutil.move(self.path / "d/settlements.csv", self.web)
        toml = self.path / "d/dataset.toml"
        toml.write_text(toml.read_text().replace(
            'source = "settlements.csv"', f'source = "/vsicurl/{serve(self, self.web)}/settlements.csv"'))

    def batch(self):
        """The words of the program, and the women of the base."""
        done = subprocess.run([PROGRAM, *BATCH], cwd=self.path, capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        table = json.loads((self.path / "b/batch.json").read_text())
        return done.stderr, table["scenarios"][0]["figures"]["ledger"]["total"]["women"]

    def test_what_changed_on_the_server_is_computed_anew(self):
        _, before = self.batch()
        words, same = self.batch()
        self.assertEqual(same, before)
        self.assertNotIn("has changed", words)
        people = self.web / "settlements.csv"
        people.write_text(people.read_text().replace("1000,1000", "1001,1000", 1))
        words, after = self.batch()
        self.assertEqual(after, before + 1)
        self.assertIn("has changed since the last call", words)


if __name__ == "__main__":
    unittest.main()
