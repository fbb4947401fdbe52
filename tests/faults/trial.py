"""One batch that meets a fault at a chosen call, and what is right of it afterwards."""

import dataclasses
import os
import signal

WRITE_KINDS = ("enospc", "eio", "eintr", "short", "full", "kill-before", "kill-after")
READ_KINDS = ("eio", "eintr", "short")
KILLED = -signal.SIGKILL
OLD = {"manifest.json": b"{}", "notes.txt": b"of an older batch"}


@dataclasses.dataclass(frozen=True)
class Fault:
    calls: str  # "write" or "read"
    kind: str
    at: int  # number of the call
    below: str  # folder below that of the batches, or ""


class Trial:
    """Runs and checks in the folder of the batches; `shim` is the library of faults.c."""

    def __init__(self, batches, shim, log):
        self.batches, self.shim, self.log = batches, shim, log

    def run(self, fault):
        """What came of it, and the line of the log: where it struck, "" where it did not."""
        self.log.unlink(missing_ok=True)
        folder = os.path.join(os.path.realpath(self.batches.folder), fault.below)
        done = self.batches.run(self.batches.words("--overwrite"), env={
            **os.environ, "LD_PRELOAD": str(self.shim), "FAULT_FOLDER": folder,
            "FAULT_CALLS": fault.calls, "FAULT_KIND": fault.kind, "FAULT_AT": str(fault.at),
            "FAULT_LOG": str(self.log)})
        return done, self.log.read_text().strip() if self.log.exists() else ""

    def count(self, calls, below):
        """Such calls of a batch that meets no fault."""
        done, line = self.run(Fault(calls, "eio", 0, below))
        assert done.returncode == 0, done.stdout
        return int(line.split()[0])

    def make_old_results(self):
        (self.batches.folder / "b").mkdir()
        for name, content in OLD.items():
            (self.batches.folder / "b" / name).write_bytes(content)

    def check_end(self, done, had_old, struck=""):
        """After a fault, `struck` its line of the log: all went well all the same, or it is said what
        went wrong; the results are whole, or as before. Only an input that cannot be read is a
        scenario that failed."""
        codes = (0, 1, KILLED, *([3] if "/d/" in struck else []))
        assert done.returncode in codes, f"exit code {done.returncode}: {done.stdout}"
        if done.returncode == 1:
            assert "pahunch: " in done.stdout and "\n  w" in done.stdout, done.stdout
        found = self.batches.results() if (self.batches.folder / "b").exists() else {}
        if done.returncode == 0:
            assert found == self.batches.expected, "said to be done, but other bytes"
        elif done.returncode == 1:
            assert found == (OLD if had_old else {}), "the results are not as before"
        elif done.returncode == KILLED:
            assert found in ({}, OLD, self.batches.expected), "a part of the results"

    def left_over(self):
        """What is neither input nor results nor in the folder of what is finished."""
        names = {file.name for file in self.batches.folder.iterdir()}
        return sorted(names - {"d", "b", "b.scenarios"})

    def resume(self, words=None):
        """Without faults; what it said."""
        done = self.batches.run([*(words or self.batches.words()), "--overwrite"])
        assert done.returncode == 0, f"cannot be resumed: {done.stdout}"
        assert self.batches.results() == self.batches.expected, "other bytes after it was resumed"
        assert not self.left_over(), f"left after it was resumed: {self.left_over()}"
        years = self.batches.kept(".checkpoint")
        assert not years, f"years of finished scenarios are left: {sorted(years)}"
        return done.stdout
