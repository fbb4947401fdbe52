"""Batches on the tiny dataset."""

import shutil

from results import Results

# Twins by content in different shards, scenarios that share years and some that do not.
SCENARIOS = ["--data", "d", "--grid", "underserved.max_minutes=[30,60,90,120]", "--grid",
             'travel.season=["dry","monsoon"]', "--grid", "underserved.min_probability=[0.7,0.8]",
             "--one-out", "existing", "--one-in", "candidate", "--set",
             "simulation.replicates=30", "--set",
             "simulation.draws=3"]


class Batches(Results):
    """Batches of the scenarios in the folder, each into the folder `b`."""

    def __init__(self, program, folder, scenarios=tuple(SCENARIOS)):
        super().__init__(program, folder, "b")
        self.scenarios = list(scenarios)

    def words(self, *more):
        return [str(self.program), "batch", *self.scenarios, "-o", "b", "--quiet", *more]

    def kept(self, ending=".journal"):
        """Sizes of what is kept, by name."""
        return {file.name: file.stat().st_size
                for file in (self.folder / "b.scenarios").glob("*" + ending)}

    def forget(self):
        for name in ("b", "b.scenarios"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
