"""A batch on a Slurm cluster of this machine alone comes to the same bytes as one process: as a job
array of which a task is requeued while it runs, as one of which a task is killed and which is submitted
again, as a job of MPI that is requeued while it runs, and as tasks of srun."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from batch_results import Batches
from skipping import leave_out, skip

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SLURM = pathlib.Path(__file__).resolve().parents[2] / "scripts/slurm"
MOST_S = 240  # that a job may take


def call(*words, **options):
    return subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, text=True,
                          check=True, **options).stdout


@contextlib.contextmanager
def cluster(folder):
    """Stopped in any case."""
    path = os.pathsep.join([os.environ["PATH"], "/usr/sbin", "/sbin"])
    for program in ("slurmctld", "slurmd", "munged", "sbatch"):
        if not shutil.which(program, path=path):
            skip(f"{program} is not installed: scripts/setup cluster")
    if os.geteuid() != 0:
        skip("slurmd needs root")
    script = SLURM / "one-machine-cluster"
    # A pipe would be held open by the daemons.
    if subprocess.run([script, "start", folder], stdout=subprocess.DEVNULL, check=False).returncode:
        skip("no cluster comes up on this machine")
    os.environ.update(SLURM_CONF=str(folder / "slurm.conf"), PAHUNCH=str(PROGRAM),
                      OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1")
    try:
        yield
    finally:
        subprocess.run([script, "stop", folder], check=False)


def submit(batches, *options):
    """The numbers of the jobs."""
    return call(SLURM / "submit", *options, "b", *batches.scenarios, "--quiet",
                cwd=batches.folder).split()


def states(job):
    return call("squeue", "--noheader", "--array", "--format=%T", "--jobs", job).split()


def wait_for(what, is_so):
    end = time.monotonic() + MOST_S
    while not is_so():
        assert time.monotonic() < end, f"{what}: not within {MOST_S} s"
        time.sleep(0.1)


def is_over(job):
    """Slurm forgets jobs some minutes after their end."""
    try:
        return not states(job)
    except subprocess.CalledProcessError:
        return True


def logs(batches):
    return "\n".join(file.read_text() for file in
                     sorted((batches.folder / "b.scenarios").glob("slurm-*.log")))


def wait_until_kept(batches, journal):
    """Until the task has kept something, and is at work on the rest."""
    file = batches.folder / "b.scenarios" / journal
    # The inputs alone are less.
    wait_for(f"{journal} to grow", lambda: file.exists() and file.stat().st_size > 4_000)


def restarts(job):
    words = call("scontrol", "--oneliner", "show", "job", job).split()
    return int(next(word for word in words if word.startswith("Restarts=")).split("=")[1])


def requeue(job):
    """While it runs. It would begin again only after some two minutes, so it is told to at once."""
    call("scontrol", "requeue", job)
    wait_for(f"{job} to be put back", lambda: restarts(job) == 1 and states(job) == ["PENDING"])
    call("scontrol", "update", f"JobId={job}", "StartTime=now")


def process_of(task):
    """Id of the process of a running task, which the batch script has become."""
    job = call("squeue", "--noheader", "--format=%A", "--jobs", task).strip()
    listed = call("scontrol", "listpids", job)
    pids = [int(line.split()[0]) for line in listed.splitlines()[1:]]
    return next(pid for pid in pids
                if pathlib.Path(f"/proc/{pid}/comm").read_text().strip() == PROGRAM.name)


def requeue_a_task(batches):
    array, merge = submit(batches, "--shards", 4)
    wait_until_kept(batches, "shard-2-of-4.journal")
    requeue(f"{array}_2")
    wait_for("the array and the merge", lambda: is_over(merge))
    assert (batches.folder / "b").exists(), logs(batches)
    batches.check("an array of 4, one task requeued on the way")


def kill_a_task(batches):
    array, merge = submit(batches, "--shards", 3)
    wait_until_kept(batches, "shard-1-of-3.journal")
    os.kill(process_of(f"{array}_1"), signal.SIGKILL)
    wait_for("the array and the merge", lambda: is_over(merge))
    assert not (batches.folder / "b").exists()
    assert "scenarios are not finished" in logs(batches), logs(batches)
    before = batches.kept()
    _, merge = submit(batches, "--shards", 3)
    wait_for("the array again", lambda: is_over(merge))
    assert (batches.folder / "b").exists(), logs(batches)
    batches.check("an array of 3, one task killed, submitted again")
    after = batches.kept()
    assert after["shard-1-of-3.journal"] > before["shard-1-of-3.journal"]
    others = ("shard-2-of-3.journal", "shard-3-of-3.journal")
    assert all(after[name] == before[name] for name in others), "finished work was done again"


def requeue_ranks(batches):
    done = batches.run(["mpirun", "-n", "1", "--oversubscribe", "true"]) if shutil.which("mpirun") \
        else None
    if done is None or done.returncode != 0 or is_without_mpi(batches):
        leave_out("no ranks: mpirun is not installed, or the program was built without MPI")
        return
    job, = submit(batches, "--mpi", "--shards", 2)
    wait_until_kept(batches, "shard-2-of-2.journal")
    requeue(job)
    wait_for("the ranks", lambda: is_over(job))
    assert (batches.folder / "b").exists(), logs(batches)
    batches.check("2 ranks, requeued on the way")


def start_ranks_by_srun(batches):
    """Without mpirun; and a program alone, or in a job of several tasks, is one of one."""
    if "pmix" not in call("srun", "--mpi=list", stderr=subprocess.STDOUT) or is_without_mpi(batches):
        print("no ranks of srun: Slurm has no pmix, or the program was built without MPI")
        return
    for n in (2, 1):
        done = batches.run(["srun", "--mpi=pmix", f"--ntasks={n}",
                            *batches.words("--threads", "1")])
        assert done.returncode == 0, done.stdout
        batches.check(f"srun with {n} tasks")
        journals = {f"shard-{i}-of-2.journal" for i in (1, 2)} if n == 2 else set()
        assert set(batches.kept()) == journals | {"scenarios.journal"}, batches.kept()
        batches.forget()


def is_without_mpi(batches):
    tried = batches.run([str(PROGRAM), "batch", "--data", "nowhere"],
                        env={**os.environ, "OMPI_COMM_WORLD_SIZE": "2"})
    return "built without MPI" in tried.stdout


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)  # as munged demands
        with cluster(folder / "cluster"):
            batches = Batches(PROGRAM, folder)
            batches.expect_those_of_one_process()
            for way in (requeue_a_task, kill_a_task, requeue_ranks, start_ranks_by_srun):
                way(batches)
                batches.forget()


main()
