"""A batch that mpirun shares among ranks comes to the same bytes as one process, also when a rank is
killed on the way; commands whose work is not shared refuse mpirun."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from batch_results import Batches

PROGRAM = sys.argv[1]
os.environ.update(OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1")


def mpirun(n):
    return ["mpirun", "--oversubscribe", "-n", str(n)]


def skip_where_there_is_no_mpi():
    if not shutil.which("mpirun"):
        print("SKIPPED: mpirun is not installed: scripts/setup cluster")
        sys.exit(0)
    try:
        said = subprocess.run([*mpirun(2), PROGRAM, "--version"], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        print("SKIPPED: mpirun does not start programs here")
        sys.exit(0)
    tried = subprocess.run([PROGRAM, "batch", "--data", "nowhere"], stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, text=True, check=False,
                           env={**os.environ, "OMPI_COMM_WORLD_SIZE": "2"}, timeout=60)
    if said.returncode != 0 or "built without MPI" in tried.stdout:
        print("SKIPPED: the program was built without MPI, or mpirun does not run here")
        sys.exit(0)


def ranks_of(running):
    """Ids of the programs that this mpirun has started."""
    listed = subprocess.run(["ps", "-o", "pid=,comm=", "--ppid", str(running.pid)],
                            stdout=subprocess.PIPE, text=True, check=False).stdout
    return [int(line.split()[0]) for line in listed.splitlines() if "pahunch" in line]


def kill_one_on_the_way(batches):
    """Of three ranks, as soon as some of the work is kept."""
    running = subprocess.Popen([*mpirun(3), *batches.words("--threads", "1")],
                               cwd=batches.folder, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    least = 5_000  # bytes; all of it is some 100 000
    while running.poll() is None and sum(batches.kept().values()) < least:
        time.sleep(0.01)
    ranks = ranks_of(running)
    assert len(ranks) == 3, f"the batch was over too soon, or has {len(ranks)} ranks"
    os.kill(ranks[-1], signal.SIGKILL)
    assert running.wait(timeout=60) != 0
    assert not (batches.folder / "b").exists()
    return sum(batches.kept().values())


def main():
    skip_where_there_is_no_mpi()
    with tempfile.TemporaryDirectory() as folder:
        batches = Batches(PROGRAM, folder)
        batches.expect_those_of_one_process()
        for n in (1, 2, 4):
            done = batches.run([*mpirun(n), *batches.words("--threads", "1")])
            assert done.returncode == 0, done.stdout
            batches.check(f"{n} ranks")
            batches.forget()

        kept = kill_one_on_the_way(batches)
        done = batches.run([*mpirun(2), *batches.words("--threads", "1")])
        assert done.returncode == 0, done.stdout
        batches.check(f"2 ranks after one of 3 was killed and left {kept} bytes")

        done = batches.run([*mpirun(2), PROGRAM, "coverage", "--data", "d"])
        assert done.returncode == 2 and "is not shared among processes" in done.stdout, done.stdout


main()
