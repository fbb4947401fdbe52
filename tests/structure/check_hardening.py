"""Reads the program that users run and tells which of its protections are missing.

    check_hardening.py PROGRAM

Position-independent (PIE), all addresses bound before the program begins and read-only from then on
(full RELRO), no stack that can be run, stacks and the functions of the C library that copy checked
(-fstack-protector-strong, _FORTIFY_SOURCE), no search path for libraries of its own.
"""
import pathlib
import subprocess
import sys


def read(*arguments):
    return subprocess.run(["readelf", "-W", *arguments], check=True, capture_output=True, text=True).stdout


def find_missing(program):
    header, dynamic, segments = read("-h", program), read("-d", program), read("-l", program)
    symbols = read("--dyn-syms", program)
    stack = [line for line in segments.splitlines() if "GNU_STACK" in line]
    promises = {
        "position-independent code (PIE)": "DYN" in header and "PIE" in dynamic,
        "addresses bound at the start (BIND_NOW)": "BIND_NOW" in dynamic,
        "read-only tables of addresses (GNU_RELRO)": "GNU_RELRO" in segments,
        "a stack that cannot be run (GNU_STACK)": len(stack) == 1 and "RWE" not in stack[0],
        "checked stacks (__stack_chk_fail)": "__stack_chk_fail" in symbols,
        "checked copying (__memcpy_chk)": "__memcpy_chk" in symbols,
        "no search path of its own (RPATH, RUNPATH)": "RPATH" not in dynamic and "RUNPATH" not in dynamic,
    }
    return [promise for promise, kept in promises.items() if not kept]


def main():
    program = pathlib.Path(sys.argv[1])
    if not program.is_file():
        print(f"SKIPPED: needs {program.name} as `scripts/build release` makes it")
        return
    missing = find_missing(program)
    for promise in missing:
        print(f"{program}: lacks {promise}")
    sys.exit(1 if missing else 0)


main()
