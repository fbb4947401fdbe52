"""Simulations of the tiny dataset."""

import shutil

from results import Results


class Simulations(Results):
    """Into the folder `s`; `size` says how many years."""

    def __init__(self, program, folder, size):
        super().__init__(program, folder, "s")
        self.size = size

    def words(self, *more):
        return [str(self.program), "simulate", "--data", "d", "-o", "s", *self.size, *more]

    def kept(self):
        """Sizes of the checkpoints, by name."""
        return {file.name: file.stat().st_size for file in self.folder.glob("s*.checkpoint")}

    def forget(self):
        shutil.rmtree(self.target, ignore_errors=True)
        for name in self.kept():
            (self.folder / name).unlink()
