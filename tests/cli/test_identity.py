"""Who is who across articles: what is joined by default, switched off, overruled and listed."""

import json
import unittest

from support import CommandTest

ONE = "Nicolas Bardem, the Venezuelan president, was arrested in Lisbon on Monday.\n"
TWO = "Nicolas Bardem Moros, the Venezuelan president, was arrested in Lisbon on Monday.\n"


class Identity(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("one.txt", ONE)
        self.write("two.txt", TWO)

    def persons(self, *arguments):
        out, _ = self.diurna(*arguments, "--format", "json")
        nodes = json.loads(out)["nodes"]
        return [node for node in nodes if node["type"] == "PERSON" and node["id"].startswith("e:")]

    def extracted(self, *arguments):
        return self.persons("extract", "one.txt", "two.txt", "--date", "2026-01-08", *arguments)

    def test_forms_of_a_name_are_one_node_unless_the_raw_graph_is_asked_for(self):
        (person,) = self.extracted()
        self.assertIn("Nicolas Bardem Moros", [person["name"], *person["aliases"]])
        self.assertEqual(len(self.extracted("--raw")), 2)
        self.assertEqual(len(self.extracted("--no-resolve")), 2)

    def test_order_and_jobs_do_not_matter(self):
        out, _ = self.diurna("extract", "one.txt", "two.txt", "--date", "2026-01-08", "--format", "json")
        other, _ = self.diurna("extract", "two.txt", "one.txt", "--date", "2026-01-08", "--format", "json", "--jobs", "2")
        self.assertEqual(out, other)

    def test_the_user_overrules(self):
        self.write("same.tsv", "# two men\ndifferent\tNicolas Bardem\tNicolas Bardem Moros\n")
        self.assertEqual(len(self.extracted("--same-as", "same.tsv")), 2)
        self.diurna("extract", "one.txt", "two.txt", "--date", "2026-01-08", "--raw", "-o", "raw.json")
        self.assertEqual(len(self.persons("convert", "raw.json")), 2)
        self.assertEqual(len(self.persons("convert", "raw.json", "--resolve")), 1)
        self.assertEqual(len(self.persons("convert", "raw.json", "--same-as", "same.tsv")), 2)
        self.diurna("convert", "raw.json", "--resolve", "-o", "resolved.json")
        self.assertEqual(len(self.persons("convert", "resolved.json")), 1)
        self.diurna("convert", "resolved.json", "--raw", "-o", "again.json")
        self.assertEqual(self.read("again.json"), self.read("raw.json"))

    def test_bad_statements_are_refused_with_their_place(self):
        self.write("bad.tsv", "same\tNicolas Bardem\n")
        _, err = self.diurna("extract", "one.txt", "--format", "json", "--same-as", "bad.tsv", status=1)
        self.assertIn("bad.tsv:1:1", err)
        self.write("conflict.tsv", "same\tNicolas Bardem\tLisbon\ndifferent\tLisbon\tNicolas Bardem\n")
        _, err = self.diurna("extract", "one.txt", "--format", "json", "--same-as", "conflict.tsv", status=1)
        self.assertIn("conflict.tsv:1", err)
        self.assertIn("conflict.tsv:2", err)
        self.write("nobody.tsv", "same\tNicolas Bardem\tNobody\n")
        _, err = self.diurna("extract", "one.txt", "--format", "json", "--same-as", "nobody.tsv")
        self.assertIn("nobody.tsv:1", err)

    def test_joins_are_listed_with_their_reasons_and_can_be_undone(self):
        self.diurna("extract", "one.txt", "two.txt", "--date", "2026-01-08", "-o", "graph.json")
        out, _ = self.diurna("identity", "graph.json")
        self.assertIn("[person.family-name]", out)
        self.assertIn("president VEN", out)
        out, _ = self.diurna("identity", "graph.json", "--name", "Lisbon")
        self.assertNotIn("person.family-name", out)
        out, _ = self.diurna("identity", "graph.json", "--tsv")
        lines = [line for line in out.splitlines() if "e:" in line]
        self.assertEqual(len(lines), 1)
        self.write("undo.tsv", lines[0].replace("same", "different", 1) + "\n")
        self.assertEqual(len(self.persons("convert", "graph.json", "--same-as", "undo.tsv")), 2)
        out, _ = self.diurna("identity", "graph.json", "--same-as", "undo.tsv", "--name", "Nicolas Bardem")
        self.assertIn("the user says that they differ", out)
        _, err = self.diurna("identity", "graph.json", "--name", "Nobody", status=2)
        self.assertIn("'Nobody'", err)


if __name__ == "__main__":
    unittest.main()
