"""Inputs of every kind, good and bad: clear messages, status 1 only for what failed, and the rest is done."""

import json
import unittest

from support import ARREST, TALKS, CommandTest


def documents(out):
    return sorted({json.loads(line)["doc"] for line in out.splitlines()})


class Inputs(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("good.txt", ARREST)

    def facts(self, *arguments, status=0, **options):
        out, err = self.diurna("extract", *arguments, "--format", "facts", status=status, **options)
        return [json.loads(line) for line in out.splitlines()], err

    def assert_good_is_done(self, facts):
        self.assertTrue(any(fact["kind"] == "event" and fact["type"] == "justice.detain" for fact in facts), facts)

    def test_a_text_file_is_one_article(self):
        facts, err = self.facts("good.txt", "--date", "2026-01-08")
        self.assertEqual(err, "")
        self.assert_good_is_done(facts)
        self.assertEqual([f["value"] for f in facts if f["kind"] == "time"], ["2026-01-05", "2026-01-06"])

    def test_offsets_are_code_points(self):
        text = "🎉 “Órale!” 🎉\n\n" + ARREST
        self.write("emoji.txt", text)
        facts, _ = self.facts("emoji.txt")
        triggers = [fact["trigger"] for fact in facts if fact["kind"] == "event"]
        self.assertTrue(triggers)
        for trigger in triggers:
            self.assertEqual(text[trigger["start"] : trigger["end"]], trigger["text"])

    def test_standard_input(self):
        facts, _ = self.facts("-", input=ARREST.encode())
        self.assert_good_is_done(facts)

    def test_a_missing_file(self):
        facts, err = self.facts("missing.txt", "good.txt", status=1)
        self.assertIn("missing.txt", err)
        self.assertIn("No such file", err)
        self.assert_good_is_done(facts)

    def test_a_directory(self):
        (self.folder / "folder").mkdir()
        facts, err = self.facts("folder", "good.txt", status=1)
        self.assertIn("folder: error: this is a directory", err)
        self.assert_good_is_done(facts)

    def test_an_empty_file_is_a_warning(self):
        for content in ("", " \n\t\n"):
            self.write("empty.txt", content)
            facts, err = self.facts("empty.txt", "good.txt")
            self.assertIn("empty", err)
            self.assertIn("warning", err)
            self.assert_good_is_done(facts)

    def test_broken_utf8_is_a_warning_and_the_output_is_valid(self):
        self.write("broken.txt", b"Police arrested Ana \xff\xfe Vidal in Lisbon \xc3. \xed\xa0\x80 She was released.\n")
        facts, err = self.facts("broken.txt", "good.txt")
        self.assertIn("utf-8", err.lower())
        self.assert_good_is_done(facts)

    def test_quiet_hides_warnings_but_no_errors(self):
        self.write("empty.txt", "")
        _, err = self.facts("empty.txt", "good.txt", "--quiet")
        self.assertEqual(err, "")
        _, err = self.facts("missing.txt", "good.txt", "--quiet", status=1)
        self.assertIn("missing.txt", err)

    def test_bad_records_of_a_corpus_are_named_by_line_and_the_rest_is_done(self):
        lines = [
            json.dumps({"id": "one", "date": "2026-01-08", "text": ARREST}),
            "{not json",
            json.dumps(["no", "object"]),
            json.dumps({"id": "no text"}),
            "",
            json.dumps({"id": "two", "title": "Talks", "text": TALKS}),
        ]
        self.write("corpus.jsonl", "\n".join(lines) + "\n")
        out, err = self.diurna("extract", "corpus.jsonl", "--format", "facts", status=1)
        self.assertEqual(documents(out), ["one", "two"])
        for line in (2, 3, 4):
            self.assertIn(f"corpus.jsonl:{line}:", err)

    def test_conllu_input_keeps_its_tokens(self):
        words = [("Po-lice", 2, "nsubj"), ("arrested", 0, "root"), ("Ana", 2, "obj"), (".", 2, "punct")]
        rows = [f"{i}\t{word}\t_\t_\t_\t_\t{head}\t{rel}\t_\t_" for i, (word, head, rel) in enumerate(words, 1)]
        self.write("given.conllu", "# sent_id = s1\n# text = Po-lice arrested Ana .\n" + "\n".join(rows) + "\n\n")
        out, _ = self.diurna("parse", "given.conllu")
        columns = [line.split("\t") for line in out.splitlines() if line and not line.startswith("#")]
        self.assertEqual([column[1] for column in columns], [word for word, _, _ in words])
        self.assertIn("# sent_id = s1", out)

    def test_parse_as_json_has_trees_and_offsets(self):
        out, _ = self.diurna("parse", "good.txt", "--format", "json")
        document = json.loads(out)
        for sentence in document["sentences"]:
            self.assertEqual(sum(token["head"] == 0 for token in sentence["tokens"]), 1)
            for token in sentence["tokens"]:
                self.assertEqual(document["text"][token["start"] : token["end"]], token["form"])

    def test_any_number_of_jobs_gives_the_same_bytes(self):
        lines = [json.dumps({"id": f"d{i}", "date": "2026-01-08", "text": (ARREST, TALKS)[i % 2] * (i % 5 + 1)}) for i in range(40)]
        self.write("corpus.jsonl", "\n".join([*lines[:20], "{bad", *lines[20:]]))
        for format in ("facts", "json", "text"):
            one = self.run_diurna("extract", "corpus.jsonl", "missing.txt", "good.txt", "--format", format)
            two = self.run_diurna("extract", "corpus.jsonl", "missing.txt", "good.txt", "--format", format, "--jobs", "2")
            self.assertEqual((one.returncode, one.stdout, one.stderr), (two.returncode, two.stdout, two.stderr))
            self.assertEqual(one.returncode, 1)

    def test_a_foreign_model_is_refused(self):
        _, err = self.diurna("extract", "good.txt", "--model", "good.txt", status=1)
        self.assertIn("[model.", err)
        _, err = self.diurna("parse", "good.txt", "--model", "missing.bin", status=1)
        self.assertIn("missing.bin", err)


if __name__ == "__main__":
    unittest.main()
