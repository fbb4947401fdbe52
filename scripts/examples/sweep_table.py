#!/usr/bin/env python3
"""scripts/examples/sweep_table.py PAHUNCH OUT: a sweep from Python, read back as JSON.

Tries both seasons against three ways of travel, coverage alone, and prints rural women within the
headline limit as a table. Standard library only.
"""
import json
import subprocess
import sys

SWEEP = [
    "--grid", 'travel.season=["dry", "monsoon"]',
    "--grid", 'travel.profile=["walk", "shared-auto", "bus"]',
    "--no-simulation",
]


def run_batch(pahunch, out):
    """batch.json as a dictionary; a scenario that failed is in it with its reason."""
    command = [pahunch, "batch", *SWEEP, "-o", out, "--json", "--quiet"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode not in (0, 3):
        sys.exit(done.returncode)
    return json.loads(done.stdout)


def text_of(toml):
    """A text in TOML's double quotes, without them; TOML writes texts as JSON does."""
    return json.loads(toml)


def main():
    pahunch, out = sys.argv[1:]
    batch = run_batch(pahunch, out)
    print(f"{'season':<10}{'profile':<14}{'rural women':>14}{'less base':>14}")
    for scenario in batch["scenarios"]:
        if scenario["origin"] != "grid" or scenario["status"] != "done":
            continue
        parameters, figures = scenario["parameters"], scenario["figures"]
        print(f"{text_of(parameters['travel.season']):<10}"
              f"{text_of(parameters['travel.profile']):<14}"
              f"{figures['within_limit']['rural_women']:>14,}"
              f"{figures['within_limit_less_base']['rural_women']:>+14,}")


if __name__ == "__main__":
    main()
