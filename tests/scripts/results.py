"""The results of a command on the tiny dataset, to be held against those of another way to compute them."""

import pathlib
import subprocess

import simulated_run


class Results:
    """In `folder`, which begins with the dataset `d` alone; the results go to `target` below it. What has
    `words` (of the command), `kept` (sizes of what is kept on the way, by name) and `forget` (the results
    and all that is kept) is made of it."""

    def __init__(self, program, folder, target):
        self.program, self.folder = pathlib.Path(program).resolve(), pathlib.Path(folder)
        self.name = target
        if not (self.folder / "d").exists():
            simulated_run.make_data(self.folder)
        self.expected = None

    @property
    def target(self):
        return self.folder / self.name

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
        return {file.name: file.read_bytes() for file in self.target.iterdir()
                if file.name != "timing.json"}

    def check(self, what):
        found = self.results()
        names = {name for name in found.keys() | self.expected.keys()
                 if found.get(name) != self.expected.get(name)}
        assert not names, f"{what}: other than a single process gives: {sorted(names)}"
        print(f"{what}: {len(found)} files are the same bytes")
