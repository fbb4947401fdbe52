"""A batch and a simulation that mpirun shares among ranks come to the same bytes as one process, also
when a rank is killed on the way; commands whose work is not shared refuse mpirun."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from batch_results import Batches
from simulated_results import Simulations
from skipping import skip

PROGRAM = sys.argv[1]
os.environ.update(OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1")


def mpirun(n):
    return ["mpirun", "--oversubscribe", "-n", str(n)]


def skip_where_there_is_no_mpi():
    if not shutil.which("mpirun"):
        skip("mpirun is not installed: scripts/setup cluster")
    try:
        said = subprocess.run([*mpirun(2), PROGRAM, "--version"], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        skip("mpirun does not start programs here")
    tried = subprocess.run([PROGRAM, "batch", "--data", "nowhere"], stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, text=True, check=False,
                           env={**os.environ, "OMPI_COMM_WORLD_SIZE": "2"}, timeout=60)
    if said.returncode != 0 or "built without MPI" in tried.stdout:
        skip("the program was built without MPI, or mpirun does not run here")


def ranks_of(running):
    """Ids of the programs that this mpirun has started."""
    listed = subprocess.run(["ps", "-o", "pid=,comm=", "--ppid", str(running.pid)],
                            stdout=subprocess.PIPE, text=True, check=False).stdout
    return [int(line.split()[0]) for line in listed.splitlines() if "pahunch" in line]


def kill_one_on_the_way(works, least):
    """Of three ranks, as soon as so many bytes of the work are kept."""
    running = subprocess.Popen([*mpirun(3), *works.words("--threads", "1")], cwd=works.folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while running.poll() is None and sum(works.kept().values()) < least:
        time.sleep(0.01)
    ranks = ranks_of(running)
    assert len(ranks) == 3, f"the work was over too soon, or has {len(ranks)} ranks"
    os.kill(ranks[-1], signal.SIGKILL)
    assert running.wait(timeout=60) != 0
    assert not works.target.exists()
    return sum(works.kept().values())


def compute(works, start, what):
    """Started so, to the bytes of one process; what it said."""
    done = works.run([*start, *works.words("--threads", "1")])
    assert done.returncode == 0, done.stdout
    works.check(what)
    return done.stdout


def share_a_batch(folder):
    batches = Batches(PROGRAM, folder)
    batches.expect_those_of_one_process()
    for n in (1, 2, 4):
        compute(batches, mpirun(n), f"a batch on {n} ranks")
        batches.forget()
    kept = kill_one_on_the_way(batches, least=5_000)  # of some 100 000
    compute(batches, mpirun(2), f"a batch on 2 ranks after one of 3 was killed and left {kept} bytes")


def share_a_simulation(folder):
    for what, size in (("a simulation", ["--replicates", "24", "--draws", "6"]),
                       ("one up to a look", ["--replicates", "400", "--draws", "4",
                                             "--until", "1e6"])):
        simulations = Simulations(PROGRAM, folder, size)
        simulations.expect_those_of_one_process()
        for n in (2, 4):
            compute(simulations, mpirun(n), f"{what} on {n} ranks")
            assert not simulations.kept(), "years are left of a simulation that is done"
            simulations.forget()


def kill_a_rank_of_a_simulation(folder):
    """Then one process, or two ranks, go on with what all three have kept."""
    simulations = Simulations(PROGRAM, folder, ["--replicates", "480", "--draws", "48"])
    simulations.expect_those_of_one_process()
    for start, words in (([], "one process"), (mpirun(2), "2 ranks")):
        kept = kill_one_on_the_way(simulations, least=20_000)
        assert any(".rank-" in name for name in simulations.kept()), simulations.kept()
        said = compute(simulations, start,
                       f"a simulation on {words} after one of 3 ranks was killed and left {kept} "
                       "bytes")
        assert "years are simulated already" in said, said
        assert not simulations.kept(), "years are left of a simulation that is done"
        simulations.forget()


def refuse_what_is_not_shared(folder):
    done = subprocess.run([*mpirun(2), PROGRAM, "coverage", "--data", "d"], cwd=folder,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 2 and "is not shared among processes" in done.stdout, done.stdout


def tell_ranks_from_one_alone(folder):
    """By what the starters of MPI leave in the environment; here there is none to join."""
    Batches(PROGRAM, folder)
    for words, n in (({"OMPI_COMM_WORLD_SIZE": "2"}, 2), ({"PMI_SIZE": "2"}, 2),
                     ({"PMIX_RANK": "0", "SLURM_STEP_NUM_TASKS": "2"}, 2),
                     ({"PMIX_RANK": "0", "SLURM_STEP_NUM_TASKS": "1", "SLURM_NTASKS": "2"}, 1),
                     ({"SLURM_STEP_NUM_TASKS": "2", "SLURM_NTASKS": "2"}, 1),
                     # mpirun in a job of Slurm
                     ({"OMPI_COMM_WORLD_SIZE": "1", "PMIX_RANK": "0",
                       "SLURM_STEP_NUM_TASKS": "2"}, 1)):
        done = subprocess.run([PROGRAM, "coverage", "--data", "d"], cwd=folder,
                              env={**os.environ, **words}, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        assert done.returncode == (0 if n == 1 else 2), f"{words}: {done.stdout}"
        assert n == 1 or "MPI does not join them" in done.stdout, f"{words}: {done.stdout}"


def main():
    skip_where_there_is_no_mpi()
    for share in (share_a_batch, share_a_simulation, kill_a_rank_of_a_simulation,
                  refuse_what_is_not_shared, tell_ranks_from_one_alone):
        with tempfile.TemporaryDirectory() as folder:
            share(folder)


main()
