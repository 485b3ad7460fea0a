"""Outputs: formats, files that appear whole or not at all, pipes, terminals, conversion."""

import json
import os
import pty
import subprocess
import unittest

from support import ARREST, PROGRAM, TALKS, CommandTest


class Outputs(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("arrest.txt", ARREST)
        self.write("talks.txt", TALKS)

    def test_the_ending_of_the_output_tells_the_format(self):
        for name, start in (("graph.json", "{"), ("graph.graphml", "<?xml"), ("graph.dot", "digraph")):
            out, _ = self.diurna("extract", "arrest.txt", "-o", name)
            self.assertEqual(out, "")
            self.assertTrue(self.read(name).startswith(start), name)

    def test_graph_formats_join_all_inputs(self):
        self.diurna("extract", "arrest.txt", "talks.txt", "-o", "graph.json")
        text = self.read("graph.json")
        self.assertIn("Ana Vidal", text)
        self.assertIn("Madrid", text)

    def test_triples_as_json_lines_and_as_columns(self):
        out, _ = self.diurna("extract", "arrest.txt", "--format", "triples")
        self.assertTrue(all("subject" in json.loads(line) for line in out.splitlines()))
        out, _ = self.diurna("extract", "arrest.txt", "--format", "triples", "--tsv")
        self.assertTrue(out)
        self.assertTrue(all(line.count("\t") == 3 for line in out.splitlines()), out)

    def test_political_codes_as_records_and_as_a_table_with_one_header(self):
        out, _ = self.diurna("extract", "talks.txt", "arrest.txt", "--format", "plover")
        self.assertTrue(all({"id", "date", "actor", "event"} <= json.loads(line).keys() for line in out.splitlines()))
        out, _ = self.diurna("extract", "talks.txt", "arrest.txt", "--format", "cameo")
        header, *rows = out.splitlines()
        self.assertTrue(header.startswith("Event ID\tEvent Date\tSource Name"))
        self.assertTrue(all(row.count("\t") == header.count("\t") and not row.startswith("Event ID") for row in rows))
        _, _ = self.diurna("extract", "talks.txt", "arrest.txt", "-o", "events.cameo.tsv")
        self.assertEqual(self.read("events.cameo.tsv"), out)

    def test_an_output_that_cannot_be_written(self):
        _, err = self.diurna("extract", "arrest.txt", "-o", "no/such/folder/out.json", status=1)
        self.assertIn("no/such/folder/out.json", err)
        self.assertIn("cannot be written", err)
        _, err = self.diurna("extract", "arrest.txt", "--format", "facts", "-o", "/dev/full", status=1)
        self.assertIn("/dev/full", err)

    def test_a_full_device_on_standard_output(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "extract", "arrest.txt", "--format", "facts"], cwd=self.folder, stdout=full,
                                  stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output", done.stderr)

    def test_a_file_is_replaced_whole_and_leaves_no_traces(self):
        self.write("out.json", "old")
        self.diurna("extract", "arrest.txt", "-o", "out.json")
        self.assertTrue(self.read("out.json").startswith("{"))
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"arrest.txt", "talks.txt", "out.json"})

    def test_good_inputs_are_written_even_when_another_fails(self):
        self.diurna("extract", "arrest.txt", "missing.txt", "-o", "out.json", status=1)
        self.assertIn("Ana Vidal", self.read("out.json"))

    def test_a_reader_that_goes_away_ends_the_command_quietly(self):
        self.write("corpus.jsonl", "".join(json.dumps({"id": str(i), "text": ARREST * 20}) + "\n" for i in range(60)))
        command = subprocess.Popen([PROGRAM, "extract", "corpus.jsonl", "--format", "facts"], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        command.stdout.readline()
        command.stdout.close()
        err = command.stderr.read()
        command.stderr.close()
        self.assertEqual((command.wait(timeout=60), err), (0, b""))


class Conversion(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("arrest.txt", ARREST)
        self.write("talks.txt", TALKS)
        self.diurna("extract", "arrest.txt", "-o", "arrest.json")
        self.diurna("extract", "talks.txt", "-o", "talks.json")

    def test_json_to_json_gives_the_same_bytes(self):
        out, _ = self.diurna("convert", "arrest.json")
        self.assertEqual(out, self.read("arrest.json"))

    def test_several_graphs_are_joined_in_any_order(self):
        self.diurna("extract", "arrest.txt", "talks.txt", "-o", "both.json")
        for pair in (("arrest.json", "talks.json"), ("talks.json", "arrest.json")):
            out, _ = self.diurna("convert", *pair)
            self.assertEqual(out, self.read("both.json"))

    def test_standard_input_to_another_format(self):
        out, _ = self.diurna("convert", "-", "--format", "dot", input=self.read("arrest.json").encode())
        self.assertTrue(out.startswith("digraph"))

    def test_tables_go_to_a_folder_or_beside_the_named_file(self):
        self.diurna("convert", "arrest.json", "--format", "csv", "-o", "import")
        self.assertTrue(self.read("import/nodes.csv").startswith("id:ID(Entity),:LABEL,"))
        self.diurna("convert", "arrest.json", "-o", "arrest.csv")
        self.assertEqual(self.read("arrest.relationships.csv"), self.read("import/relationships.csv"))
        out, _ = self.diurna("convert", "arrest.json", "--format", "csv")
        self.assertEqual(out, "".join(f"# {name}\n" + self.read(f"import/{name}")
                                      for name in ("nodes.csv", "relationships.csv")))
        self.diurna("convert", "arrest.json", "--format", "csv", "-o", "talks.json", status=1)

    def test_rdf_is_read_back_whatever_its_base(self):
        for name in ("graph.ttl", "graph.nt", "graph.nq", "graph.trig"):
            self.diurna("convert", "arrest.json", "-o", name, "--base", "https://example.org/news/")
            self.assertIn("https://example.org/news/", self.read(name))
            out, _ = self.diurna("convert", name)
            self.assertEqual(out, self.read("arrest.json"))
        _, err = self.diurna("convert", "arrest.json", "-o", "bad.ttl", "--base", "news", status=1)
        self.assertIn("rdf.base", err)

    def test_a_bad_graph_is_named_and_the_rest_is_done(self):
        self.write("bad.json", '{"format": "something else"}')
        out, err = self.diurna("convert", "bad.json", "missing.json", "arrest.json", status=1)
        self.assertIn("bad.json", err)
        self.assertIn("missing.json", err)
        self.assertEqual(out, self.read("arrest.json"))


class Terminal(CommandTest):
    """The default output on a terminal."""

    def on_terminal(self, *arguments, **environment):
        self.write("arrest.txt", ARREST)
        parent, child = pty.openpty()
        settings = {**os.environ, "TERM": "xterm", **environment}
        command = subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, env=settings, stdout=child, stderr=child)
        os.close(child)
        shown = b""
        try:
            while part := os.read(parent, 4096):
                shown += part
        except OSError:  # Linux's way to tell that the other side has closed
            pass
        os.close(parent)
        self.assertEqual(command.wait(timeout=60), 0)
        return shown.decode()

    def test_facts_for_people_in_colours(self):
        shown = self.on_terminal("extract", "arrest.txt")
        self.assertIn("\033[", shown)
        self.assertIn("Ana Vidal", shown)
        self.assertNotIn('"kind"', shown)

    def test_no_color_and_dumb_terminals_are_respected(self):
        for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            self.assertNotIn("\033[", self.on_terminal("extract", "arrest.txt", **environment))

    def test_no_colours_in_a_pipe_or_file(self):
        self.write("arrest.txt", ARREST)
        out, _ = self.diurna("extract", "arrest.txt", "--format", "text")
        self.assertNotIn("\033", out)
        self.on_terminal("extract", "arrest.txt", "-o", "out.txt")
        self.assertEqual(self.read("out.txt"), out)

    def test_a_corpus_shows_progress_on_a_terminal_only(self):
        self.write("corpus.jsonl", "".join(json.dumps({"id": str(i), "text": ARREST * 30}) + "\n" for i in range(100)))
        self.assertIn("tokens/s", self.on_terminal("extract", "corpus.jsonl", "-o", "out.jsonl"))
        _, err = self.diurna("extract", "corpus.jsonl", "-o", "out.jsonl", "--format", "facts")
        self.assertEqual(err, "")


if __name__ == "__main__":
    unittest.main()
