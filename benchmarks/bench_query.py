#!/usr/bin/env python3
"""Ten queries on one made graph: Diurna, Kùzu and loops over networkx, in one run.

usage: bench_query.py build/release/bin/bench_query [--articles 200000] [--networkx-articles 20000]

Needs the packages kuzu and networkx. Against Kùzu a person is given by the id, its primary key; against networkx by the
name, as one knows it, so that the loops have to look for it. networkx does not hold the large graph in memory: its loops
are compared on a smaller one, beside Diurna on the same. Times are medians of up to 30 runs in milliseconds, one thread each. All three
must give the same rows.
"""

import argparse
import collections
import csv
import json
import pathlib
import statistics
import subprocess
import tempfile
import time

PERSON, NAME = "e:person_7", "Person 7"
FROM, TO = "2020-03-01", "2020-03-07"
PARAMETERS = {"person": PERSON, "name": NAME, "first": FROM, "last": TO}

# name, Diurna, Kùzu (where it needs another text)
QUERIES = [
    ("point", "MATCH (p:PERSON {id: $person}) RETURN p.name", "MATCH (p:entity {id: $person}) RETURN p.name"),
    (
        "one hop",
        "MATCH (p:PERSON {id: $person})<-[:agent]-(e:event) RETURN e.type, e.name",
        "MATCH (p:entity {id: $person})<-[:agent]-(e:event) RETURN e.type, e.name",
    ),
    (
        "two hops",
        "MATCH (p:PERSON {id: $person})<-[:agent]-(e:event)-[:place]->(g:GPE) RETURN g.name, count(*)",
        "MATCH (p:entity {id: $person})<-[:agent]-(e:event)-[:place]->(g:entity) RETURN g.name, count(*)",
    ),
    (
        "two hops, distinct",
        "MATCH (p:PERSON {id: $person})<-[:agent]-(e:event)-[:patient]->(q) RETURN DISTINCT q.name",
        "MATCH (p:entity {id: $person})<-[:agent]-(e:event)-[:patient]->(q:entity) RETURN DISTINCT q.name",
    ),
    (
        "timeline",
        "MATCH (p:PERSON {id: $person})<-[:agent]-(e:event)-[:time]->(t:time) "
        "RETURN t.name, e.type, e.id ORDER BY t.name, e.id LIMIT 20",
        "MATCH (p:entity {id: $person})<-[:agent]-(e:event)-[:time]->(t:time) "
        "RETURN t.name, e.type, e.id ORDER BY t.name, e.id LIMIT 20",
    ),
    (
        "four hops, top ten",
        "MATCH (p:PERSON {id: $person})<-[:agent]-(:event)-[:patient]->(q)<-[:agent]-(:event)-[:place]->(g) "
        "RETURN g.id, count(*) AS n ORDER BY n DESC, g.id LIMIT 10",
        "MATCH (p:entity {id: $person})<-[:agent]-(:event)-[:patient]->(q:entity)<-[:agent]-(:event)"
        "-[:place]->(g:entity) RETURN g.id, count(*) AS n ORDER BY n DESC, g.id LIMIT 10",
    ),
    (
        "variable length",
        "MATCH (p:PERSON {id: $person})-[:agent|patient*1..3]-(x) RETURN count(DISTINCT x)",
        "MATCH (p:entity {id: $person})-[:agent|patient* TRAIL 1..3]-(x) RETURN count(DISTINCT x)",
    ),
    (
        "time interval",
        "MATCH (e:event)-[:time]->(t:time) WHERE t.begin >= $first AND t.end <= $last "
        "RETURN e.type, count(*) AS n ORDER BY e.type",
        "MATCH (e:event)-[:time]->(t:time) WHERE t.name >= $first AND t.name <= $last "
        "RETURN e.type, count(*) AS n ORDER BY e.type",
    ),
    (
        "all events by type",
        "MATCH (e:event) RETURN e.type, count(*) AS n ORDER BY e.type",
        "MATCH (e:event) RETURN e.type, count(*) AS n ORDER BY e.type",
    ),
    (
        "busiest places",
        "MATCH (:event)-[:place]->(g:GPE) RETURN g.id, count(*) AS n ORDER BY n DESC, g.id LIMIT 10",
        "MATCH (:event)-[:place]->(g:entity) RETURN g.id, count(*) AS n ORDER BY n DESC, g.id LIMIT 10",
    ),
]


def median_ms(run, budget=3.0):
    times = []
    while len(times) < 30 and (len(times) < 3 or sum(times) < budget):
        start = time.perf_counter()
        rows = run()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3, rows


def used(text):
    return {name: value for name, value in PARAMETERS.items() if "$" + name in text}


def run_diurna(program, articles, folder, person="{id: $person}"):
    texts = [(name, text.replace("{id: $person}", person)) for name, text, _ in QUERIES]
    queries = folder / "queries.tsv"
    queries.write_text("".join(f"{name}\t{text}\t{json.dumps(used(text))}\n" for name, text in texts))
    command = [program, str(articles), str(queries), str(folder)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    head, *results = map(json.loads, lines)
    return head, {result["query"]: result for result in results}


def run_kuzu(folder):
    import kuzu

    database = kuzu.Database(str(folder / "kuzu"))
    connection = kuzu.Connection(database, num_threads=1)
    for kind in ("document", "entity", "event", "time"):
        connection.execute(f"CREATE NODE TABLE {kind}(id STRING, type STRING, name STRING, PRIMARY KEY (id))")
        connection.execute(f'COPY {kind} FROM "{folder}/{kind}.csv" (header=false)')
    for edge, target in {"agent": "entity", "patient": "entity", "place": "entity", "time": "time"}.items():
        name = "at_time" if edge == "time" else edge
        connection.execute(f"CREATE REL TABLE {name}(FROM event TO {target})")
        connection.execute(f'COPY {name} FROM "{folder}/edge_{edge}.csv" (header=false)')
    results = {}
    for name, _, text in QUERIES:
        text = text.replace("[:time]", "[:at_time]")
        parameters = used(text)

        def run(text=text, parameters=parameters):
            return connection.execute(text, parameters).get_all()

        results[name] = median_ms(run)
    return results


def networkx_graph(folder):
    import networkx

    graph = networkx.MultiDiGraph()
    for kind in ("document", "entity", "event", "time"):
        with open(folder / f"{kind}.csv", newline="") as rows:
            for id_, type_, name in csv.reader(rows):
                graph.add_node(id_, kind=kind, type=type_, name=name)
    for edge in ("agent", "patient", "place", "time", "mentioned_in"):
        with open(folder / f"edge_{edge}.csv", newline="") as rows:
            graph.add_edges_from((source, target, {"type": edge}) for source, target in csv.reader(rows))
    return graph


def loops(graph):
    """The ten queries as one writes them over networkx."""
    nodes = graph.nodes

    def reach(node, type_):
        return [source for source, _, data in graph.in_edges(node, data=True) if data["type"] == type_]

    def leave(node, type_):
        return [target for _, target, data in graph.out_edges(node, data=True) if data["type"] == type_]

    def found():
        return next(node for node, data in nodes(data=True) if data["name"] == NAME and data["type"] == "PERSON")

    def four_hops():
        counts, person = collections.Counter(), found()
        for event in reach(person, "agent"):
            for other in leave(event, "patient"):
                for second in reach(other, "agent"):
                    if second != event or other != person:
                        counts.update(leave(second, "place"))
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]

    def chains():
        ends, stack = set(), [(found(), ())]
        while stack:
            node, used_edges = stack.pop()
            if used_edges:
                ends.add(node)
            if len(used_edges) == 3:
                continue
            for source, target, key, data in list(graph.in_edges(node, keys=True, data=True)) + list(
                graph.out_edges(node, keys=True, data=True)
            ):
                if data["type"] in ("agent", "patient") and (source, target, key) not in used_edges:
                    stack.append((source if target == node else target, (*used_edges, (source, target, key))))
        return [(len(ends),)]

    def interval():
        counts = collections.Counter()
        for node, data in nodes(data=True):
            if data["kind"] == "time" and FROM <= data["name"] <= TO:
                counts.update(nodes[event]["type"] for event in reach(node, "time"))
        return sorted(counts.items())

    def places():
        counts = collections.Counter()
        for source, target, data in graph.edges(data=True):
            if data["type"] == "place" and nodes[source]["kind"] == "event" and nodes[target]["type"] == "GPE":
                counts[target] += 1
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]

    def timeline():
        rows = [
            (nodes[day]["name"], nodes[event]["type"], event)
            for event in reach(found(), "agent")
            for day in leave(event, "time")
        ]
        return sorted(rows, key=lambda row: (row[0], row[2]))[:20]

    return {
        "point": lambda: [(nodes[found()]["name"],)],
        "one hop": lambda: [(nodes[e]["type"], nodes[e]["name"]) for e in reach(found(), "agent")],
        "two hops": lambda: list(
            collections.Counter(nodes[g]["name"] for e in reach(found(), "agent") for g in leave(e, "place")).items()
        ),
        "two hops, distinct": lambda: list({nodes[q]["name"] for e in reach(found(), "agent") for q in leave(e, "patient")}),
        "timeline": timeline,
        "four hops, top ten": four_hops,
        "variable length": chains,
        "time interval": interval,
        "all events by type": lambda: sorted(
            collections.Counter(d["type"] for _, d in nodes(data=True) if d["kind"] == "event").items()
        ),
        "busiest places": places,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--networkx-articles", type=int, default=20_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        head, diurna = run_diurna(arguments.program, arguments.articles, folder)
        kuzu = run_kuzu(folder)
    print(f"{arguments.articles} articles: {head['nodes']} nodes, {head['edges']} edges,", end=" ")
    print(f"indexed in {head['index_seconds']:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        small_head, small = run_diurna(arguments.program, arguments.networkx_articles, folder, "{name: $name}")
        graph = networkx_graph(folder)
        looped = {name: median_ms(run) for name, run in loops(graph).items()}
    print(f"{arguments.networkx_articles} articles: {small_head['nodes']} nodes, {small_head['edges']} edges\n")
    print("| query | rows | Diurna | Kùzu | Kùzu / Diurna | Diurna, small | networkx, small | networkx / Diurna |")
    print("|---|---|---|---|---|---|---|---|")
    for name, _, _ in QUERIES:
        ours, (theirs, rows) = diurna[name]["median"], kuzu[name]
        little, (loop, loop_rows) = small[name]["median"], looped[name]
        note = "" if diurna[name]["rows"] == len(rows) and small[name]["rows"] == len(loop_rows) else " (rows differ)"
        print(
            f"| {name}{note} | {diurna[name]['rows']} | {ours:.3f} | {theirs:.2f} | {theirs / ours:.1f} "
            f"| {little:.3f} | {loop:.2f} | {loop / little:.0f} |"
        )


if __name__ == "__main__":
    main()
