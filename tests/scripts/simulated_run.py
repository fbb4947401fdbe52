"""A run of the tiny dataset with a simulation: all maps and parts that a run can have."""

import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLOOD = """block,2021-07,2021-08,2022-08,2022-09,2023-08,2024-08
B1,0.2,0.5,0.1,0.0,0.05,0.3
B2,0.1,0.3,0.0,0.0,0.02,0.2
B3,0.0,0.1,0.0,0.01,0.0,0.05
B4,0.3,0.6,0.2,0.1,0.1,0.4
"""
CASES = """year,registered,disposed,months,source
2023-24,300,250,12,made up
2024-25,320,300,12,made up
"""
LAYERS = """
[layers.hazard]
source = "flood.csv"
fields = { block = "block" }
[layers.cases]
source = "cases.csv"
[layers.cases.fields]
year = "year"
registered = "registered"
disposed = "disposed"
months = "months"
source = "source"
"""


def make_data(folder):
    """The dataset in the folder `d` of `folder`."""
    data = folder / "d"
    shutil.copytree(ROOT / "tests/data/tiny", data)
    (data / "flood.csv").write_text(FLOOD)
    (data / "cases.csv").write_text(CASES)
    with (data / "dataset.toml").open("a") as dataset:
        dataset.write(LAYERS)
    return data


def make_run(program, folder, change=lambda data: None):
    """The folder of the run in `folder`; `change` is called with the dataset before."""
    data = make_data(folder)
    change(data)
    subprocess.run([program, "run", "--data", data, "-o", folder / "run", "-q", "--set",
                    "simulation.replicates=12", "--set", "simulation.draws=3"], check=True)
    return folder / "run"
