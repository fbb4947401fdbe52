"""Faults of whole places: a folder that may not be written, an input that is gone, a journal that cannot be
read, a small disk."""

import os
import shutil
import subprocess

from trial import Fault

NOBODY = 65534


def refuse_read_only(trial):
    """Root may write anywhere, so somebody else tries."""
    batches = trial.batches
    as_nobody = ["setpriv", f"--reuid={NOBODY}", "--clear-groups"] if os.geteuid() == 0 else []
    if batches.run([*as_nobody, str(batches.program), "--version"]).returncode != 0:
        return "skipped: nobody else can run the program here"
    batches.folder.chmod(0o555)
    done = batches.run([*as_nobody, *batches.words()])
    batches.folder.chmod(0o755)
    assert done.returncode == 1 and "Permission denied" in done.stdout, done.stdout
    assert "what to try" in done.stdout, done.stdout
    assert not trial.left_over(), trial.left_over()
    trial.resume()
    return "refused with a reason, then done to the same bytes"


def miss_an_input(trial):
    batches = trial.batches
    trial.resume()
    hidden, file = batches.folder.parent / "flood.csv", batches.folder / "d/flood.csv"
    file.rename(hidden)
    done = batches.run(batches.words("--overwrite"))
    assert done.returncode == 1 and "flood.csv" in done.stdout, done.stdout
    assert batches.results() == batches.expected, "results were lost with the input"
    hidden.rename(file)
    trial.resume()
    return "named, results kept, then done to the same bytes"


def fail_to_read_the_journal(trial):
    """What cannot be read is no end of the file: nothing that was finished is cut off."""
    trial.resume()
    file = trial.batches.folder / "b.scenarios/scenarios.journal"
    journal = file.read_bytes()
    for at in range(1, 8):
        done, struck = trial.run(Fault("read", "eio", at, "b.scenarios/"))
        assert struck and done.returncode == 1 and "cannot read" in done.stdout, done.stdout
        assert file.read_bytes() == journal, f"finished work was lost at read {at}"
    trial.resume()
    return "said, and nothing that was finished was lost"


def kill_before_the_figures(trial):
    """The years from which figures are made are there until the journal has these."""
    journal = "b.scenarios/scenarios.journal"
    figures = 5  # it is opened and cut, and the header is written and synced before
    done, struck = trial.run(Fault("write", "kill-before", figures, journal))
    assert struck and done.returncode < 0, f"{struck} {done.returncode}: {done.stdout}"
    years = trial.batches.kept(".checkpoint")
    assert len(years) == 1, f"the years are gone: {years}"
    said = trial.resume(words=[word for word in trial.batches.words() if word != "--quiet"])
    assert "6 years are simulated already" in said, said
    return f"{sum(years.values())} bytes of years were there, and were taken up"


def kill_at_each_step(trial, n_calls, stride):
    """Of writing to the folder of finished work: before and after each call, or each so-and-so-many-th."""
    n_killed, steps = 0, range(1, n_calls + 1, stride)
    for at in steps:
        for kind in ("kill-before", "kill-after"):
            trial.batches.forget()
            done, struck = trial.run(Fault("write", kind, at, "b.scenarios/"))
            assert bool(struck) == (done.returncode < 0), f"{struck} {done.returncode}: {done.stdout}"
            n_killed += bool(struck)
            trial.resume()
    assert n_killed >= 2 * len(steps) - 2, f"only {n_killed} kills at {len(steps)} calls"
    return f"{n_killed} kills at {len(steps)} of {n_calls} calls, each resumed to the same bytes"


def fill_a_disk(trial, sizes_kib=(4, 24, 64, 128, 256)):
    """Of several sizes; then there is room, and it goes on."""
    batches = trial.batches
    here, disk = batches.folder, batches.folder.parent / "disk"
    disk.mkdir()
    outcomes = []
    for size in sizes_kib:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(disk)]
        if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode != 0:
            return "skipped: no file system can be mounted here"
        try:
            (disk / "d").symlink_to(here / "d")
            batches.folder = disk
            outcomes.append(fill_and_resume(trial, disk))
        finally:
            batches.folder = here
            subprocess.run(["umount", str(disk)], check=True)
    return f"full at {', '.join(outcomes)}; then done to the same bytes"


def fill_and_resume(trial, disk):
    size = shutil.disk_usage(disk).total // 1024
    done = trial.batches.run(trial.batches.words())
    trial.check_end(done, had_old=False)
    subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
    trial.resume()
    return f"{size} KiB (exit code {done.returncode})"
