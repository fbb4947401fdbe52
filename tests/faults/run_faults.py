"""run_faults.py PROGRAM COUNT [SEED]: batches that meet faults at random calls, resumed to the same bytes."""

import collections
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "scripts"))

import batch_results
import places
import trial as trials

# 24, a half of them with years.
SCENARIOS = ["--data", "d", "--grid", "underserved.max_minutes=[30,60,90,120]", "--grid",
             'travel.season=["dry","monsoon"]', "--grid", "simulation.in_run=[true,false]",
             "--one-out", "existing", "--one-in", "candidate", "--set",
             "simulation.replicates=6", "--set", "simulation.draws=2"]
# Each as often as another, as the folder of what is finished sees few of all calls.
PLACES = [("write", "b.scenarios/"), ("write", ""), ("read", "")]


def make_trial(program, folder):
    """With the library built, and what one process without faults gives."""
    shim = folder / "faults.so"
    subprocess.run(["cc", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", shim,
                    HERE / "faults.c", "-ldl"], check=True)
    work = folder / "work"
    work.mkdir()
    batches = batch_results.Batches(program, work, SCENARIOS)
    batches.expect_those_of_one_process()
    return trials.Trial(batches, shim, folder / "fault.log")


def count_calls(trial):
    counts = {}
    for calls, below in PLACES:
        trial.batches.forget()
        counts[calls, below] = trial.count(calls, below)
    return counts


def draw_fault(draw, counts):
    calls, below = draw.choice(PLACES)
    kinds = trials.READ_KINDS if calls == "read" else trials.WRITE_KINDS
    return trials.Fault(calls, draw.choice(kinds), draw.randint(1, counts[calls, below]), below)


def run_one(trial, draw, counts, tally):
    """One or two faults in a row, then none."""
    trial.batches.forget()
    had_old = draw.random() < 0.5
    if had_old:
        trial.make_old_results()
    for _ in range(draw.choice((1, 2))):
        fault = draw_fault(draw, counts)
        done, struck = trial.run(fault)
        tally["batches"] += 1
        code = done.returncode if done.returncode >= 0 else 128 - done.returncode
        if struck:
            tally[f"fault {fault.calls} {fault.kind}, exit code {code}"] += 1
        try:
            trial.check_end(done, had_old, struck)
        except AssertionError as error:
            raise AssertionError(f"{fault} struck at '{struck}': {error}") from error
        tally["hidden folders left by kills, gone with the next batch"] += len(trial.left_over())
        had_old = had_old and not ended_well(trial)
        if ended_well(trial):
            break
    trial.resume()
    tally["resumed"] += 1


def ended_well(trial):
    folder = trial.batches.folder / "b"
    return folder.exists() and trial.batches.results() != trials.OLD


def run_all(trial, n, seed):
    draw, tally, failures = random.Random(seed), collections.Counter(), []
    counts = count_calls(trial)
    for number in range(n):
        try:
            run_one(trial, draw, counts, tally)
        except AssertionError as error:
            failures.append(f"trial {number}: {error}")
    return counts, tally, failures


def tell(counts, tally, failures):
    for (calls, below), n in counts.items():
        print(f"{calls} calls of one batch below {below or 'its folder'}: {n}")
    for name, n in sorted(tally.items()):
        print(f"{name}: {n}")
    for failure in failures:
        print(failure)
    print(f"faults injected: {sum(n for name, n in tally.items() if name.startswith('fault'))}, "
          f"runs resumed to the same bytes: {tally['resumed']}, failures: {len(failures)}")


def main():
    program, n = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20260118
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)  # somebody else tries to write into it
        trial = make_trial(program, folder)
        tell(*(outcome := run_all(trial, n, seed)))
        for place in (places.refuse_read_only, places.miss_an_input,
                      places.fail_to_read_the_journal, places.kill_before_the_figures,
                      places.fill_a_disk):
            trial.batches.forget()
            print(f"{place.__name__.replace('_', ' ')}: {place(trial)}")
        # Of every call where a hundred batches are asked for.
        print("kill at each step:", places.kill_at_each_step(
            trial, outcome[0]["write", "b.scenarios/"], max(1, 100 // n)))
        sys.exit(1 if outcome[2] else 0)


main()
