"""A test, or a part of one, that needs what this machine has not says so and passes; with
PAHUNCH_SKIPS_FAIL=1, as where all of it was installed before, it fails."""

import os
import sys


def leave_out(why):
    print(why)
    if os.environ.get("PAHUNCH_SKIPS_FAIL") == "1":
        sys.exit(1)


def skip(why):
    leave_out(f"SKIPPED: {why}")
    sys.exit(0)
