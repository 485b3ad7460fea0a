"""diurna check, extract --rules and --ontology, diurna explain."""

import json
import re
import unittest

from support import ARREST, CommandTest

RULE = """
# A ship strands.
rule stranding -> shipping.strand
  example "The ferry stranded near Karsa."  gives shipping.strand(vessel: The ferry)
  trigger strand
  vessel any = >nsubj
"""
ONTOLOGY = """{"format": "diurna-ontology", "version": 1,
  "roles": [{"id": "vessel", "gloss": "the ship", "label": "{}"}],
  "events": [{"id": "shipping.strand", "label": "stranded", "gloss": "a ship strands", "roles": ["vessel"]}]}"""


class RulesTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("own.rule", RULE)
        self.write("own.json", ONTOLOGY)


class Check(RulesTest):
    def test_examples_that_hold(self):
        out, err = self.diurna("check", "own.rule", "--ontology", "own.json")
        self.assertEqual(
            out, 'pass  stranding  "The ferry stranded near Karsa."\n1 rule, 1 example: 1 passed, 0 failed\n'
        )
        self.assertEqual(err, "")

    def test_an_example_that_fails_says_why_and_ends_with_status_1(self):
        self.write("bad.rule", RULE.replace(">nsubj", ">obj").replace("stranding", "bad"))
        out, _ = self.diurna("check", "bad.rule", "--ontology", "own.json", "--quiet", status=1)
        self.assertIn('FAIL  bad  "The ferry stranded near Karsa."\n      bad.rule:4\n', out)
        self.assertIn("expected shipping.strand, found none", out)
        self.assertIn("role vessel stays empty, so the rule gives nothing here", out)
        self.assertIn('>obj leads nowhere from "stranded"', out)

    def test_a_rule_without_example_is_a_warning(self):
        self.write("plain.rule", "rule plain -> life.die\n trigger die\n")
        _, err = self.diurna("check", "plain.rule")
        self.assertIn("plain.rule:1: warning: rule 'plain' has no example", err)

    def test_faults_are_reported_together_with_place_and_hint(self):
        self.write("bad.rule", "rule a -> life.dy\n trigger die\nrule b -> life.die\n agnt = >nsubj\n trigger x\n")
        out, err = self.diurna("check", "bad.rule", status=1)
        self.assertEqual(out, "")
        self.assertIn("bad.rule:1:11: error: unknown event or relation type 'life.dy'; did you mean 'life.die'?", err)
        self.assertIn("bad.rule:4:2: error: unknown role 'agnt' for life.die; did you mean 'agent'?", err)
        self.assertIn("    rule a -> life.dy\n              ^~~~~~~\n", err)

    def test_a_page_of_the_rules(self):
        out, _ = self.diurna("check", "own.rule", "--ontology", "own.json", "--doc")
        self.assertIn("# Rules\n", out)
        self.assertIn("### stranding\n\nA ship strands.\n\nPriority 1; own.rule, line 3.\n", out)
        self.assertIn("| vessel | any | `>nsubj` |", out)

    def test_a_missing_file(self):
        self.assertIn("none.rule", self.diurna("check", "none.rule", status=1)[1])


class Extract(RulesTest):
    def test_rules_and_own_types_in_extract(self):
        self.write("a.txt", "The ferry stranded near Karsa on Monday.")
        arguments = ["extract", "a.txt", "--date", "2026-01-08", "--format", "facts", "--rules", "own.rule"]
        out, _ = self.diurna(*arguments, "--ontology", "own.json")
        events = [fact for fact in map(json.loads, out.splitlines()) if fact["kind"] == "event"]
        self.assertEqual([event["type"] for event in events], ["shipping.strand"])
        self.assertEqual(events[0]["evidence"]["rule"], "rule:stranding")
        self.assertEqual(events[0]["roles"]["time"][0]["value"], "2026-01-05")
        self.assertIn("unknown event or relation type 'shipping.strand'", self.diurna(*arguments, status=1)[1])

    def test_a_bad_ontology_is_refused_with_its_place(self):
        self.write("bad.json", ONTOLOGY.replace('"gloss": "a ship strands"', '"glos": "a ship strands"'))
        _, err = self.diurna("check", "own.rule", "--ontology", "bad.json", status=1)
        self.assertIn("bad.json: events[0]: error: unknown member 'glos' [ontology.unknown-member]", err)
        self.assertIn("did you mean 'gloss'?", err)


class Explain(RulesTest):
    def test_all_facts_of_an_article(self):
        self.write("a.txt", ARREST)
        out, _ = self.diurna("explain", "a.txt", "--date", "2026-01-08")
        self.assertIn('e1  justice.detain  "arrested"\n', out)
        self.assertIn("[arrested]", out)
        self.assertIn("arrested ─nsubj→ Police", out)
        self.assertIn("DATE 2026-01-05, counted from 2026-01-08", out)
        self.assertRegex(out, r'"She" \(.*sieve:pronoun\)')
        self.assertNotIn("\033", out)

    def test_one_event_by_number_or_id_as_json(self):
        self.write("a.txt", ARREST)
        out, _ = self.diurna("explain", "a.txt", "--event", "e2", "--format", "json")
        why = json.loads(out)
        self.assertEqual((why["number"], why["type"]), ("e2", "justice.release"))
        again, _ = self.diurna("explain", "a.txt", "--event", why["id"], "--format", "json")
        self.assertEqual(again, out)

    def test_the_list_of_numbers(self):
        self.write("a.txt", ARREST)
        out, _ = self.diurna("explain", "a.txt", "--list")
        self.assertTrue(re.match(r"e1\tjustice.detain .*\ne2\tjustice.release ", out), out)

    def test_an_event_of_a_rule_names_the_rule(self):
        self.write("a.txt", "The ferry stranded near Karsa.")
        out, _ = self.diurna("explain", "a.txt", "--rules", "own.rule", "--ontology", "own.json", "--event", "e1")
        self.assertIn("rule stranding (own.rule:3)", out)

    def test_a_number_that_is_none(self):
        self.write("a.txt", ARREST)
        self.assertIn("is no number of an event", self.diurna("explain", "a.txt", "--event", "x1", status=2)[1])
        self.assertIn("no article has a fact", self.diurna("explain", "a.txt", "--event", "e99", status=1)[1])


if __name__ == "__main__":
    unittest.main()
