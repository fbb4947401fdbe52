"""Each promise of SECURITY.md names the test that holds it, and there is such a test.

    check_promises.py ROOT

A test is named in the second column of a table, in bold as `**its name**`: a test case of the C++
tests, or a test that a CMakeLists.txt adds.
"""
import pathlib
import re
import sys


def list_tests(root):
    names = set()
    for file in (root / "tests").rglob("*.cpp"):
        for pieces in re.findall(r'TEST_CASE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)', file.read_text()):
            names.add("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', pieces)))
    for file in (root / "tests").rglob("CMakeLists.txt"):
        names.update(re.findall(r'add_test\(NAME "([^"]+)"', file.read_text()))
    return names


def read_promises(text):
    """Pairs of a promise and the names of its tests."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 2 and not set(cells[1]) <= set("-: "):
            yield cells[0], re.findall(r"\*\*(.+?)\*\*", cells[1])


def main():
    root = pathlib.Path(sys.argv[1])
    tests = list_tests(root)
    promises = [p for p in read_promises((root / "SECURITY.md").read_text()) if p[0] != "promise"]
    wrong = [] if promises else ["SECURITY.md: there is no promise"]
    for promise, names in promises:
        if not names:
            wrong.append(f"SECURITY.md: no test holds: {promise}")
        wrong += [f"SECURITY.md: there is no test '{name}'" for name in names if name not in tests]
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


main()
