#!/usr/bin/env python3
"""Run the examples of every rule that stands in a page (```rule blocks) or in examples/rules.

usage: check_rules.py PROJECT DIURNA
"""
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```rule\n(.*?)^```$", re.M | re.S)


def check(program, arguments):
    done = subprocess.run([program, "check", *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    print(done.stdout + done.stderr)
    return done.returncode


def main():
    project, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    status = 0
    for page in [*sorted(project.glob("*.md")), *sorted((project / "docs").rglob("*.md"))]:
        blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
        if not blocks:
            continue
        with tempfile.TemporaryDirectory() as folder:
            rules = pathlib.Path(folder) / "page.rule"
            rules.write_text("\n".join(blocks), encoding="utf-8")
            status |= check(program, [rules])
    for ontology in sorted((project / "examples" / "rules").glob("*.ontology.json")):
        rules = ontology.with_name(ontology.name.replace(".ontology.json", ".rule"))
        status |= check(program, [rules, "--ontology", ontology])
    return status


if __name__ == "__main__":
    sys.exit(main())
