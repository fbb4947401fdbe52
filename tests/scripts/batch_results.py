"""The results of a batch on the tiny dataset, to be held against those of another way to compute it."""

import pathlib
import shutil
import subprocess

import simulated_run

# Twins by content in different shards, scenarios that share years and some that do not.
SCENARIOS = ["--data", "d", "--grid", "underserved.max_minutes=[30,60,90,120]", "--grid",
             'travel.season=["dry","monsoon"]', "--grid", "underserved.min_probability=[0.7,0.8]",
             "--one-out", "existing", "--one-in", "candidate", "--set",
             "simulation.replicates=30", "--set",
             "simulation.draws=3"]


class Batches:
    """Batches of the scenarios in the folder, each into the folder `b`."""

    def __init__(self, program, folder, scenarios=tuple(SCENARIOS)):
        self.program, self.folder = pathlib.Path(program).resolve(), pathlib.Path(folder)
        self.scenarios = list(scenarios)
        simulated_run.make_data(self.folder)
        self.expected = None

    def words(self, *more):
        return [str(self.program), "batch", *self.scenarios, "-o", "b", "--quiet", *more]

    def run(self, words, **options):
        return subprocess.run(words, cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False, **options)

    def expect_those_of_one_process(self):
        done = self.run(self.words())
        assert done.returncode == 0, done.stdout
        self.expected = self.results()
        self.forget()

    def results(self):
        """All files but timing.json."""
        return {file.name: file.read_bytes() for file in (self.folder / "b").iterdir()
                if file.name != "timing.json"}

    def check(self, what):
        found = self.results()
        names = {name for name in found.keys() | self.expected.keys()
                 if found.get(name) != self.expected.get(name)}
        assert not names, f"{what}: other than a single process gives: {sorted(names)}"
        print(f"{what}: {len(found)} files are the same bytes")

    def kept(self, ending=".journal"):
        """Sizes of what is kept, by name."""
        return {file.name: file.stat().st_size
                for file in (self.folder / "b.scenarios").glob("*" + ending)}

    def forget(self):
        for name in ("b", "b.scenarios"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
