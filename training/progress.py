"""Progress of a long run: to the terminal and to WORK/log.txt."""

import time


class Log:
    def __init__(self, work):
        self.path, self.start = work / "log.txt", time.time()

    def minutes(self):
        return (time.time() - self.start) / 60

    def __call__(self, text):
        line = f"[{time.time() - self.start:6.0f} s] {text}"
        print(line, flush=True)
        with open(self.path, "a", encoding="utf-8") as out:
            out.write(line + "\n")
