"""diurna query: rows of a stored graph, as tables, JSON and CSV."""

import json
import pathlib
import unittest

from support import CommandTest

GRAPH = str(pathlib.Path(__file__).parents[2] / "examples" / "graphs" / "shipyard.json")
ARRESTS = "MATCH (e:justice_detain)-[r:patient]->(p) RETURN p.name AS who, e.n_documents AS n, e.missing AS none"


class Query(CommandTest):
    def rows(self, *arguments, **options):
        return self.diurna("query", GRAPH, *arguments, **options)[0]

    def test_a_table_without_colours_where_there_is_no_terminal(self):
        self.assertEqual(self.rows(ARRESTS), "who        n  none\nMara Lind  2  null\n(1 row)\n")

    def test_formats(self):
        row = {"who": "Mara Lind", "n": 2, "none": None}
        self.assertEqual(json.loads(self.rows(ARRESTS, "--format", "json")), [row])
        self.assertEqual(json.loads(self.rows(ARRESTS, "--format", "jsonl")), row)
        out = self.run_diurna("query", GRAPH, ARRESTS, "--format", "csv").stdout
        self.assertEqual(out, b"who,n,none\r\nMara Lind,2,\r\n")

    def test_the_ending_of_the_output_tells_the_format(self):
        self.rows(ARRESTS, "-o", "rows.json")
        self.assertEqual(json.loads(self.read("rows.json"))[0]["n"], 2)

    def test_nodes_relationships_and_paths_in_json(self):
        query = "MATCH path = (e:justice_detain)-[r:patient]->(p) RETURN p, r, path"
        (row,) = json.loads(self.rows(query, "--format", "json"))
        self.assertEqual(row["p"]["properties"]["name"], "Mara Lind")
        self.assertEqual((row["r"]["type"], row["r"]["target"]), ("patient", "e:mara_lind"))
        self.assertEqual(len(row["path"]["nodes"]), 2)

    def test_parameters_are_json_or_text(self):
        query = "RETURN $a AS a, $b AS b, $c AS c"
        out = self.rows(query, "--param", "a=3", "-p", 'b=["x", null]', "--param", "c=Mara Lind", "--format", "jsonl")
        self.assertEqual(json.loads(out), {"a": 3, "b": ["x", None], "c": "Mara Lind"})

    def test_the_query_comes_from_a_file_or_standard_input(self):
        self.write("q.cypher", "MATCH (p:PERSON)\nRETURN count(*) AS n")
        self.assertIn("2", self.rows("--file", "q.cypher"))
        self.assertEqual(self.rows("-", input=b"RETURN 1 AS x"), "x\n1\n(1 row)\n")

    def test_explain_prints_the_plan(self):
        plan = self.rows("MATCH (p:PERSON {name: 'Jon Aro'}) RETURN p", "--explain")
        self.assertRegex(plan, r"(?m)PropertySeek  \(p:PERSON\)")

    def test_bad_queries_end_with_status_2_and_a_caret(self):
        err = self.diurna("query", GRAPH, "MATCH (p:PERSON) RETURN q", status=2)[1]
        self.assertIn("query:1:25: error: there is no variable 'q' here [query.undefined-variable]", err)
        self.assertIn("\n    " + " " * 24 + "^", err)
        self.diurna("query", GRAPH, "CREATE (n)", status=2)
        self.diurna("query", GRAPH, "RETURN $missing", status=2)

    def test_wrong_usage(self):
        self.diurna("query", GRAPH, status=2)
        self.diurna("query", GRAPH, "RETURN 1", "--param", "nothing", status=2)
        self.diurna("query", GRAPH, "RETURN 1", "--format", "xml", status=2)
        self.diurna("query", "nowhere.json", "RETURN 1", status=1)


if __name__ == "__main__":
    unittest.main()
