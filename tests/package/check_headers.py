#!/usr/bin/env python3
"""Compile every public header alone, and check that it includes no third-party header (graph/bgl.hpp excepted).

usage: check_headers.py COMPILER INCLUDE GENERATED_INCLUDE
"""
import pathlib
import re
import subprocess
import sys

INCLUDE = re.compile(r"^\s*#\s*include\s*<([^>]+)>", re.M)
OPT_IN = "diurna/graph/bgl.hpp"


def complaint(compiler, folders, name, path):
    foreign = [header for header in INCLUDE.findall(path.read_text(encoding="utf-8")) if "/" in header or "." in header]
    if foreign and name != OPT_IN:
        return f"{name} includes {', '.join(foreign)}"
    command = [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-x", "c++", "-"]
    command += [f"-I{folder}" for folder in folders]
    done = subprocess.run(command, input=f'#include "{name}"\n', capture_output=True, text=True)
    return done.stderr if done.returncode != 0 or "warning:" in done.stderr else ""


def main():
    compiler, *folders = sys.argv[1:]
    found = [(str(path.relative_to(folder)), path) for folder in folders for path in pathlib.Path(folder).rglob("*.hpp")]
    complaints = list(filter(None, (complaint(compiler, folders, name, path) for name, path in sorted(found))))
    print("\n".join(complaints) if complaints else f"{len(found)} headers stand alone")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
