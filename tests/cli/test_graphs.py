"""Graphs as files: merge, remove, diff, snapshots."""

import json
import unittest

from support import ARREST, TALKS, CommandTest


class Graphs(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("arrest.txt", ARREST)
        self.write("talks.txt", TALKS)
        for name in ("arrest", "talks"):
            self.diurna("extract", name + ".txt", "-o", name + ".json")
        self.diurna("extract", "arrest.txt", "talks.txt", "-o", "both.json")

    def test_merging_gives_what_reading_together_gives_in_any_order(self):
        for files in (("arrest.json", "talks.json"), ("talks.json", "arrest.json", "talks.json")):
            out, _ = self.diurna("merge", *files)
            self.assertEqual(out, self.read("both.json"))

    def test_removing_gives_what_the_others_make(self):
        self.diurna("remove", "both.json", "talks", "-o", "rest.json")
        self.assertEqual(self.read("rest.json"), self.read("arrest.json"))

    def test_removing_an_unknown_document_is_told_and_the_rest_done(self):
        out, err = self.diurna("remove", "both.json", "talk", "talks", status=1)
        self.assertEqual(err, "diurna: both.json: there is no document 'talk'; did you mean 'talks'?\n")
        self.assertEqual(out, self.read("arrest.json"))

    def test_a_graph_that_cannot_be_read_ends_a_merge_before_anything_is_written(self):
        self.write("bad.json", "{")
        _, err = self.diurna("merge", "arrest.json", "bad.json", "-o", "out.json", status=1)
        self.assertIn("bad.json:1:2: error: this is not JSON", err)
        self.assertFalse((self.folder / "out.json").exists())

    def test_a_file_may_be_replaced_by_its_own_result(self):
        self.diurna("merge", "arrest.json", "talks.json", "-o", "arrest.json")
        self.assertEqual(self.read("arrest.json"), self.read("both.json"))

    def test_snapshots_hold_everything(self):
        self.diurna("convert", "both.json", "-o", "both.dg")
        out, _ = self.diurna("convert", "both.dg")
        self.assertEqual(out, self.read("both.json"))
        self.diurna("merge", "both.dg", "arrest.json", "-o", "again.dg")
        self.assertEqual((self.folder / "again.dg").read_bytes(), (self.folder / "both.dg").read_bytes())

    def test_a_damaged_snapshot_is_refused_with_the_reason(self):
        self.diurna("convert", "both.json", "-o", "both.dg")
        whole = (self.folder / "both.dg").read_bytes()
        self.write("cut.dg", whole[:1000])
        self.write("hurt.dg", whole[:1000] + b"!" + whole[1001:])
        _, err = self.diurna("convert", "cut.dg", status=1)
        self.assertIn(f"cut.dg: error: the file ends after 1000 of {len(whole)} bytes [snapshot.truncated]", err)
        _, err = self.diurna("convert", "hurt.dg", status=1)
        self.assertIn("hurt.dg: error: the checksum does not fit", err)

    def test_equal_graphs_have_no_difference(self):
        self.diurna("convert", "both.json", "-o", "both.dg")
        out, _ = self.diurna("diff", "both.json", "both.dg")
        self.assertEqual(out, "")

    def test_differences_are_told_with_a_sign(self):
        out, _ = self.diurna("diff", "arrest.json", "both.json", status=1)
        lines = out.splitlines()
        self.assertTrue(any(line.startswith("+ entity e:madrid ") for line in lines), out)
        self.assertFalse(any(line.startswith("-") for line in lines), out)
        out, _ = self.diurna("diff", "both.json", "arrest.json", status=1)
        self.assertTrue(any(line.startswith("- entity e:madrid ") for line in out.splitlines()), out)

    def test_what_changed_in_a_node_is_told(self):
        self.write("edited.json", self.read("arrest.json").replace('"name":"Lisbon"', '"name":"Lisboa"'))
        out, _ = self.diurna("diff", "arrest.json", "edited.json", status=1)
        self.assertIn("    ~ name: Lisbon -> Lisboa\n", out)

    def test_differences_as_json(self):
        out, _ = self.diurna("diff", "arrest.json", "both.json", "--format", "json", status=1)
        difference = json.loads(out)
        self.assertEqual(difference["format"], "diurna-diff")
        self.assertIn("e:madrid", [node["id"] for node in difference["nodes"] if node["change"] == "appeared"])
        self.assertTrue(difference["edges"])

    def test_trouble_is_told_apart_from_difference(self):
        _, err = self.diurna("diff", "arrest.json", "missing.json", status=2)
        self.assertIn("missing.json", err)
        self.diurna("diff", "arrest.json", "both.json", "--format", "xml", status=2)


if __name__ == "__main__":
    unittest.main()
