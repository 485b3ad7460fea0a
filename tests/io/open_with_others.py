#!/usr/bin/env python3
"""Open the golden graph files with the tools that people use: networkx reads GraphML, Graphviz draws DOT.

usage: open_with_others.py GOLDEN        exit status 77 (skipped) when neither is installed
"""
import json
import pathlib
import shutil
import subprocess
import sys
import warnings

SKIPPED = 77


def check_networkx(golden):
    import networkx

    graph = networkx.read_graphml(golden / "graphml.graphml")
    expected = json.loads((golden / "json.json").read_text(encoding="utf-8"))
    assert set(graph.nodes) == {node["id"] for node in expected["nodes"]}
    assert graph.number_of_edges() == len(expected["edges"])
    for node in expected["nodes"]:
        data = graph.nodes[node["id"]]
        assert data["label"] == node["name"] and data["kind"] == node["kind"] and data["type"] == node["type"]
        assert data.get("aliases", "") == " | ".join(node["aliases"])
        for key, value in node["properties"].items():
            assert type(data[key]) is type(value) and data[key] == value, (node["id"], key)
        assert json.loads(data["record"]) == node
    assert {data["weight"] for _, _, data in graph.edges(data=True)} == {1.0}
    assert json.loads(graph.graph["diurna"])["format"] == "diurna-graph"


def check_graphviz(golden):
    done = subprocess.run(["dot", "-Tsvg", golden / "dot.dot"], capture_output=True, check=True, text=True)
    assert not done.stderr, done.stderr
    assert done.stdout.count('class="node"') > 10


def main():
    golden = pathlib.Path(sys.argv[1])
    warnings.simplefilter("error")
    checked = 0
    try:
        import networkx  # noqa: F401
    except ImportError:
        print("networkx is not installed")
    else:
        check_networkx(golden)
        checked += 1
    if shutil.which("dot"):
        check_graphviz(golden)
        checked += 1
    return 0 if checked else SKIPPED


if __name__ == "__main__":
    sys.exit(main())
