"""What surrounds the code: type stubs, examples, threads, import without anything else."""

import os
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import ARREST

import diurna

PROJECT = pathlib.Path(__file__).parents[3]
EXAMPLES = PROJECT / "examples"


def test_the_stubs_match_the_module():
    pytest.importorskip("mypy")
    allowlist = pathlib.Path(__file__).with_name("stubtest_allowlist.txt")
    command = [sys.executable, "-m", "mypy.stubtest", "diurna", "--concise", "--ignore-unused-allowlist"]
    done = subprocess.run([*command, "--allowlist", str(allowlist)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name, arguments", [("hello", []), ("prisoners", ["articles/prisoners.txt", "2025-03-12"])])
def test_examples_print_what_their_cpp_twins_print(name, arguments):
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, f"{name}.py", *arguments], cwd=EXAMPLES, env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode() == (EXAMPLES / f"{name}.out").read_text(encoding="utf-8")


def test_one_pipeline_serves_many_threads(nlp):
    with ThreadPoolExecutor(4) as pool:
        results = set(pool.map(lambda _: nlp(ARREST, date="2026-01-08").to_json(), range(40)))
    assert len(results) == 1


def test_every_public_name_exists():
    assert all(hasattr(diurna, name) for name in diurna.__all__)
