"""What the tests of the command share: running it in an empty folder."""

import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = pathlib.Path(os.environ["DIURNA"])
ARREST = "Police arrested the journalist Ana Vidal in Lisbon on Monday. She was released on Tuesday.\n"
TALKS = "The foreign ministers of Spain and Portugal met in Madrid on Friday. They signed a treaty.\n"


class CommandTest(unittest.TestCase):
    """Runs `diurna` in a folder of its own."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    def read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def run_diurna(self, *arguments, **options):
        environment = {**os.environ, "TERM": "xterm", **options.pop("environment", {})}
        return subprocess.run(
            [PROGRAM, *arguments], cwd=self.folder, env=environment, capture_output=True, timeout=300, **options
        )

    def diurna(self, *arguments, status=0, **options):
        """Standard output and standard error as text, after a check of the exit status."""
        done = self.run_diurna(*arguments, **options)
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, status, f"diurna {arguments}\n{err}")
        return out, err
