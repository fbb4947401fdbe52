#!/usr/bin/python3
"""scripts/fetch-data against a mirror: checksums, resume, what it says offline.

usage: fetch_data_test.py SHARED_DIR
"""

import hashlib
import pathlib
import subprocess
import sys
import tempfile
import unittest

from served_folder import serve

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(sys.argv.pop(1)) / "networks"
FILE = "porto-alegre.osm.pbf"


class FetchData(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        self.out = self.path / "out"
        self.content = (SHARED / FILE).read_bytes()
        self.write_sources()

    def write_sources(self, url="http://127.0.0.1:9/none", sha256=None, size=""):
        sha256 = hashlib.sha256(self.content).hexdigest() if sha256 is None else sha256
        (self.path / "states.csv").write_text("state,title,zone\nporto,Porto,x\nbihar,Bihar,y\n")
        (self.path / "sources.csv").write_text(
            "state,layer,file,url,bytes,sha256,licence,options\n"
            f"porto,roads,{FILE},{url},{size},{sha256},ODbL,--name {{state}}\n")

    def fetch(self, *arguments, state="porto"):
        done = subprocess.run([ROOT / "scripts/fetch-data", state, "-o", self.out, "--sources",
                               self.path / "sources.csv", *arguments],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def test_a_folder_is_a_mirror(self):
        code, output, errors = self.fetch("--mirror", SHARED)
        self.assertEqual(code, 0, errors)
        self.assertEqual((self.out / FILE).read_bytes(), self.content)
        self.assertIn(f"pahunch import {self.out / FILE} --name porto -o", output)
        self.assertFalse((self.out / (FILE + ".part")).exists())

    def test_a_file_that_is_there_and_right_is_not_fetched_again(self):
        self.fetch("--mirror", SHARED)
        code, _, errors = self.fetch("--mirror", self.path / "no mirror at all")
        self.assertEqual(code, 0)
        self.assertIn("is there already", errors)

    def test_a_download_goes_on_where_it_stopped(self):
        self.out.mkdir()
        (self.out / (FILE + ".part")).write_bytes(self.content[:300000])
        code, _, errors = self.fetch("--mirror", SHARED)
        self.assertEqual(code, 0, errors)
        self.assertEqual((self.out / FILE).read_bytes(), self.content)

    def test_a_part_of_something_else_is_thrown_away(self):
        self.out.mkdir()
        (self.out / (FILE + ".part")).write_bytes(b"x" * 1000)
        code, _, errors = self.fetch("--mirror", SHARED)
        self.assertEqual(code, 0, errors)
        self.assertEqual((self.out / FILE).read_bytes(), self.content)

    def test_a_server_without_ranges_is_asked_from_the_start(self):
        self.out.mkdir()
        (self.out / (FILE + ".part")).write_bytes(self.content[:300000])
        code, _, errors = self.fetch("--mirror", serve(self, SHARED))
        self.assertEqual(code, 0, errors)
        self.assertEqual((self.out / FILE).read_bytes(), self.content)

    def test_a_wrong_checksum_or_size_keeps_nothing(self):
        self.write_sources(sha256="0" * 64)
        code, _, errors = self.fetch("--mirror", SHARED)
        self.assertEqual(code, 1)
        self.assertIn("its checksum differs from the list", errors)
        self.assertEqual([p.name for p in self.out.glob(FILE + "*")], [])
        self.write_sources(size="5")
        self.assertIn("bytes, not 5", self.fetch("--mirror", SHARED)[2])

    def test_the_first_download_of_a_changing_origin_is_remembered(self):
        mirror = self.path / "mirror"
        mirror.mkdir()
        (mirror / FILE).write_bytes(b"first")
        self.write_sources(sha256="")
        self.assertEqual(self.fetch("--mirror", mirror)[0], 0)
        (self.out / FILE).unlink()
        (mirror / FILE).write_bytes(b"second")
        code, _, errors = self.fetch("--mirror", mirror)
        self.assertEqual(code, 1)
        self.assertIn("its checksum differs from the first download", errors)
        self.assertEqual(self.fetch("--mirror", mirror, "--update")[0], 0)
        self.assertEqual((self.out / FILE).read_bytes(), b"second")

    def test_offline_is_said_clearly(self):
        code, _, errors = self.fetch()
        self.assertEqual(code, 1)
        self.assertIn("this machine seems to be offline", errors)
        self.assertIn("--mirror DIR", errors)

    def test_what_is_missing_is_named(self):
        code, _, errors = self.fetch("--mirror", self.path)
        self.assertEqual(code, 1)
        self.assertIn(f"the mirror has no file {FILE}", errors)
        code, _, errors = self.fetch(state="bihr")
        self.assertEqual(code, 1)
        self.assertIn("did you mean 'bihar'?", errors)
        code, _, errors = self.fetch("--mirror", serve(self, self.path))
        self.assertEqual(code, 1)
        self.assertIn("cannot fetch", errors)

    def test_the_real_list_has_every_layer_of_bihar(self):
        done = subprocess.run([ROOT / "scripts/fetch-data", "--list"], capture_output=True,
                              text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        for word in ("roads: ", "area: ", "population: ", "eastern-zone", "ODbL", "CC BY"):
            self.assertIn(word, done.stdout)


if __name__ == "__main__":
    if not (SHARED / FILE).exists():
        print(f"SKIPPED: needs shared/networks/{FILE}")
        sys.exit(0)
    unittest.main()
