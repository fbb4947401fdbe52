"""batch.json keeps to its published schema, and the examples that scripts can begin with run."""

import json
import pathlib
import subprocess
import sys
import tempfile

import simulated_run

try:
    import jsonschema
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed")
    sys.exit(0)

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "data/schema/batch.schema.json").read_text())


def run_batch(folder, *words):
    done = subprocess.run(
        [PROGRAM, "batch", "--data", folder / "d", "-o", folder / "b", "--overwrite", "--json",
         "--quiet", *words], stdout=subprocess.PIPE, check=False)
    return done.returncode, json.loads(done.stdout)


def check_schema(folder):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    sweep = ["--one-out", "existing", "--one-in", "K1", "--set", "simulation.replicates=12",
             "--set", "simulation.draws=3"]
    code, batch = run_batch(folder, *sweep)
    assert code == 0 and batch["done"] == 4, batch
    jsonschema.validate(batch, SCHEMA)
    assert batch == json.loads((folder / "b/batch.json").read_text())

    code, batch = run_batch(folder, "--no-simulation", "--grid", "travel.profile=['walk','buss']")
    assert code == 3 and batch["failed"] == 1, batch
    jsonschema.validate(batch, SCHEMA)

    # The schema says something: a batch that lacks a figure, or has one more, breaks it.
    for spoil in (lambda f: f.pop("centres"), lambda f: f.update(extra=1)):
        spoilt = json.loads(json.dumps(batch))
        spoil(spoilt["scenarios"][0]["figures"])
        try:
            jsonschema.validate(spoilt, SCHEMA)
        except jsonschema.ValidationError:
            continue
        raise AssertionError("the schema took a spoilt batch")


def check_examples(folder):
    best = subprocess.run([ROOT / "scripts/examples/best-additions.sh", PROGRAM, folder / "best",
                           "3"], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    gains = [int(gain) for gain in best[::2]]
    assert len(gains) == 3 and gains == sorted(gains, reverse=True) and gains[0] > 0, best
    table = subprocess.run([ROOT / "scripts/examples/sweep_table.py", PROGRAM, folder / "table"],
                           stdout=subprocess.PIPE, text=True, check=True).stdout
    assert len(table.splitlines()) == 7 and "monsoon   walk" in table, table


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    simulated_run.make_data(folder)
    check_schema(folder)
    check_examples(folder)
