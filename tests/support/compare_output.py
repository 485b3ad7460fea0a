#!/usr/bin/env python3
"""Run a command and compare what it prints with a file.

usage: compare_output.py EXPECTED COMMAND...

With DIURNA_UPDATE_GOLDEN=1 the file is written anew instead; that is refused where CI is set, so that a change of
output is always somebody's decision.
"""
import difflib
import os
import pathlib
import subprocess
import sys


def main():
    expected_path, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        print(f"{command} ended with status {done.returncode}")
        return 1
    actual = done.stdout.decode("utf-8")
    if os.environ.get("DIURNA_UPDATE_GOLDEN") == "1":
        if os.environ.get("CI"):
            print("DIURNA_UPDATE_GOLDEN is refused in CI")
            return 1
        expected_path.write_text(actual, encoding="utf-8")
        print(f"{expected_path} written")
        return 0
    expected = expected_path.read_text(encoding="utf-8") if expected_path.exists() else ""
    if actual == expected:
        return 0
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), actual.splitlines(True), str(expected_path), "now"))
    print("\nIf this is meant, accept it:  DIURNA_UPDATE_GOLDEN=1 ctest -R example")
    return 1


if __name__ == "__main__":
    sys.exit(main())
