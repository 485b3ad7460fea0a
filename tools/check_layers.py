#!/usr/bin/env python3
"""Check that modules include each other in one direction only, and third-party libraries only where they are fenced in.

usage: check_layers.py [PROJECT]        exit status 1 and one line a violation when the rule is broken
"""
import pathlib
import re
import sys

# A module may include itself and what stands to its left.
ORDER = ["core", "text", "linguistics", "mentions", "events", "graph", "pipeline", "query", "io"]
STRANGERS = {("pipeline", "query"), ("query", "pipeline")}  # neighbours in that order that do not see each other
CONSUMERS = {"cli", "tools", "examples", "bindings", "benchmarks", "tests"}
FENCES = {  # header prefix: places that may include it
    "boost/": ("src/graph/", "include/diurna/graph/bgl.hpp", "examples/", "tests/graph/", "benchmarks/"),
    "expat.h": ("src/io/graphml",),
    "nlohmann/": ("src/core/json", "src/io/", "src/cli/", "tools/", "tests/", "benchmarks/"),
    "tao/pegtl": ("src/query/",),
    "serd/": ("src/io/rdf/",),
    "re2/": ("src/core/regex",),
    "utf8proc.h": ("src/text/unicode",),
    "xxhash.h": ("src/core/hash",),
    "CLI/": ("src/cli/", "tools/"),
    "pybind11/": ("bindings/",),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def module_of(path):
    parts = path.parts
    if parts[0] == "include":
        return parts[2] if len(parts) > 3 else None
    return parts[1] if parts[0] == "src" and len(parts) > 2 else parts[0]


def violations(root):
    for path in sorted(p for folder in ("include", "src", "tools", "examples", "bindings", "benchmarks", "tests")
                       for p in (root / folder).rglob("*") if p.suffix in (".hpp", ".cpp", ".in")):
        name = path.relative_to(root)
        here = module_of(name)
        for header in INCLUDE.findall(path.read_text(encoding="utf-8")):
            for prefix, places in FENCES.items():
                if header.startswith(prefix) and not str(name).startswith(places):
                    yield f"{name}: <{header}> may be included only in {', '.join(places)}"
            if here not in ORDER:
                continue
            there = header.removeprefix("diurna/").split("/")[0]
            private = not header.startswith("diurna/")
            if there in CONSUMERS or (there in ORDER and ORDER.index(there) > ORDER.index(here)) \
                    or (here, there) in STRANGERS:
                yield f"{name}: {here} may not include {header}"
            elif private and there in ORDER and there not in (here, "core"):
                yield f"{name}: {header} is private to {there}"


def main():
    found = list(violations(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
    print("\n".join(found) if found else "layers: in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
