#!/usr/bin/env python3
"""Check that pages in Markdown say what is true.

usage: check_documents.py PROJECT DIURNA

- A block behind "<!-- from FILE -->" equals that file.
- In a ```console block, each "$ diurna …" prints what stands below it.
- Links to files of the project lead somewhere.

With DIURNA_UPDATE_GOLDEN=1 the blocks are written anew; that is refused where CI is set.
"""
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys

FROM = re.compile(r"(<!-- from (?P<file>\S+) -->\n```\w*\n)(?P<body>.*?)(?=^```$)", re.M | re.S)
CONSOLE = re.compile(r"(```console\n)(?P<body>.*?)(?=^```$)", re.M | re.S)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")


def transcript(project, program, body):
    lines = []
    for command in re.findall(r"^\$ (diurna .*)$", body, re.M):
        words = [str(program), *shlex.split(command)[1:]]
        done = subprocess.run(words, cwd=project, capture_output=True, text=True, encoding="utf-8")
        lines += [f"$ {command}", done.stdout.rstrip("\n")]
    return "\n".join(lines) + "\n"


def renewed(project, program, text):
    text = FROM.sub(lambda m: m[1] + (project / m["file"]).read_text(encoding="utf-8"), text)
    return CONSOLE.sub(lambda m: m[1] + transcript(project, program, m["body"]), text)


def dead_links(project, page, text):
    for target in LINK.findall(text):
        if not (page.parent / target).exists():
            yield f"{page.relative_to(project)}: the link to {target} leads nowhere"


def main():
    project, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    update = os.environ.get("DIURNA_UPDATE_GOLDEN") == "1"
    if update and os.environ.get("CI"):
        sys.exit("DIURNA_UPDATE_GOLDEN is refused in CI")
    complaints = []
    for page in [*sorted(project.glob("*.md")), *sorted((project / "docs").rglob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        complaints += dead_links(project, page, text)
        now = renewed(project, program, text)
        if update:
            page.write_text(now, encoding="utf-8")
        elif now != text:
            complaints += difflib.unified_diff(text.splitlines(), now.splitlines(), str(page), "now", lineterm="")
    print("\n".join(complaints) if complaints else "the pages are true")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
