"""diurna eval: scores against annotated articles."""

import json
import unittest

from support import CommandTest

GOLD = {
    "id": "karsa",
    "date": "2026-01-08",
    "sentences": ["Arrest in Karsa", "Police arrested the journalist Ana Vidal in Lisbon on Monday."],
    "entities": [
        {"id": "E1", "type": "GROUP", "names": ["Police"], "nominals": []},
        {"id": "E2", "type": "PERSON", "names": ["Ana Vidal"], "nominals": ["journalist"]},
    ],
    "events": [
        {
            "id": "V1",
            "type": "justice.detain",
            "sentence": 1,
            "trigger": "arrested",
            "factuality": "actual",
            "attribution": None,
            "roles": {"agent": ["E1"], "patient": ["E2"]},
        }
    ],
    "relations": [{"type": "person.occupation", "sentence": 1, "subject": "E2", "object": "journalist"}],
}
TEXT = "Arrest in Karsa\n\nPolice arrested the journalist Ana Vidal in Lisbon on Monday."


class Eval(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("karsa.json", json.dumps(GOLD))
        (self.folder / "gold").mkdir()
        self.write("gold/karsa.json", json.dumps(GOLD))

    def figures(self, *arguments):
        return json.loads(self.diurna("eval", "--format", "json", *arguments)[0])

    def test_the_annotated_texts_are_read_and_scored(self):
        figures = self.figures("--gold", "gold")
        self.assertEqual(figures["event"]["right"], 1)
        self.assertEqual(figures["role"]["missed"], 0)
        self.assertEqual(figures, self.figures("--gold", "gold/karsa.json"))

    def test_inputs_facts_and_the_texts_themselves_give_the_same(self):
        figures = self.figures("--gold", "gold")
        self.write("karsa.txt", TEXT)
        self.assertEqual(figures, self.figures("--gold", "gold", "--date", "2026-01-08", "karsa.txt"))
        self.diurna("extract", "karsa.txt", "--date", "2026-01-08", "--format", "facts", "-o", "facts.jsonl")
        self.assertEqual(figures, self.figures("--gold", "gold", "--facts", "facts.jsonl"))

    def test_the_table_breaks_down_by_type_and_shows_mistakes(self):
        out, _ = self.diurna("eval", "--gold", "gold", "--by-type", "--errors", "2")
        self.assertRegex(out, r"(?m)^event +1\.000|^event +0\.\d{3}")
        self.assertRegex(out, r"(?m)^justice\.detain ")
        self.assertIn("planned and possible as one", out)

    def test_an_article_that_nobody_annotated_is_refused_and_the_rest_is_scored(self):
        self.write("other.txt", TEXT)
        self.write("karsa.txt", TEXT)
        out, err = self.diurna("eval", "--gold", "gold", "other.txt", "karsa.txt", status=1)
        self.assertIn("no annotated article has this id", err)
        self.assertRegex(out, r"(?m)^event ")

    def test_another_text_is_refused(self):
        self.write("karsa.txt", TEXT + " And more.")
        _, err = self.diurna("eval", "--gold", "gold", "karsa.txt", status=1)
        self.assertIn("not the text that was annotated", err)

    def test_wrong_usage(self):
        _, err = self.diurna("eval", status=2)
        self.assertIn("--gold is required", err)
        _, err = self.diurna("eval", "--gold", "gold", "--facts", "f", "a.txt", status=2)
        self.assertIn("leave out the articles", err)

    def test_wrong_gold_names_its_place(self):
        (self.folder / "empty").mkdir()
        _, err = self.diurna("eval", "--gold", "empty", status=1)
        self.assertIn("no annotated article here", err)
        self.write("gold/karsa.json", json.dumps({**GOLD, "sentences": ["One."]}))
        _, err = self.diurna("eval", "--gold", "gold", status=1)
        self.assertIn("karsa.json: /events/0/sentence", err)


if __name__ == "__main__":
    unittest.main()
