"""Wrong usage: status 2, and a message that says what to type next. Help and version."""

import re
import unittest

from support import ARREST, CommandTest


class Usage(CommandTest):
    def complaint(self, *arguments):
        out, err = self.diurna(*arguments, status=2)
        self.assertEqual(out, "")
        self.assertIn("--help", err)
        return err

    def test_no_command(self):
        self.assertIn("a command is missing", self.complaint())

    def test_an_unknown_command_suggests_the_nearest(self):
        self.assertIn("unknown command 'extrct'; did you mean 'extract'?", self.complaint("extrct", "a.txt"))

    def test_an_unknown_option_suggests_the_nearest(self):
        self.assertIn("unknown option '--formt'; did you mean '--format'?", self.complaint("extract", "a", "--formt"))

    def test_an_unknown_format_suggests_the_nearest_and_lists_all(self):
        message = self.complaint("extract", "a.txt", "--format", "fact")
        self.assertIn("unknown format 'fact'; did you mean 'facts'?", message)
        self.assertIn("graphml", message)

    def test_an_output_whose_ending_tells_no_format(self):
        self.assertIn("'out.xyz' tells no format; add --format", self.complaint("extract", "a.txt", "-o", "out.xyz"))

    def test_tsv_goes_with_triples_only(self):
        self.assertIn("--tsv goes with --format triples", self.complaint("extract", "a", "--format", "facts", "--tsv"))

    def test_all_goes_with_the_open_layer_only(self):
        self.assertIn("--all goes with --format open", self.complaint("extract", "a", "--format", "facts", "--all"))

    def test_inputs_are_required(self):
        for command in ("extract", "parse", "convert", "merge", "remove", "diff"):
            self.assertIn("is required", self.complaint(command))

    def test_the_number_of_jobs_is_checked(self):
        self.assertIn("--jobs", self.complaint("extract", "a.txt", "--jobs", "many"))
        self.assertIn("--jobs", self.complaint("extract", "a.txt", "--jobs", "100000"))

    def test_articles_are_no_graphs(self):
        self.assertIn("unknown format 'facts'", self.complaint("convert", "a.json", "--format", "facts"))

    def test_nothing_is_written_after_wrong_usage(self):
        self.write("a.txt", ARREST)
        self.complaint("extract", "a.txt", "-o", "out.json", "--format", "nonsense")
        self.assertEqual([path.name for path in self.folder.iterdir()], ["a.txt"])


class Help(CommandTest):
    def test_every_command_has_help_with_examples(self):
        for arguments in ([], ["extract"], ["parse"], ["convert"]):
            out, err = self.diurna(*arguments, "--help")
            self.assertIn("Examples:\n  diurna ", out)
            self.assertEqual(err, "")

    def test_the_help_of_extract_lists_the_formats(self):
        out, _ = self.diurna("extract", "--help")
        for name in ("text", "facts", "triples", "open", "json", "dot", "graphml"):
            self.assertRegex(out, rf"(?m)^  {name} ")

    def test_the_version_names_the_models(self):
        out, _ = self.diurna("--version")
        self.assertTrue(re.fullmatch(r"diurna \d+\.\d+\.\d+ linguistics [0-9a-f]+ extraction [0-9a-f]+\n", out), out)


if __name__ == "__main__":
    unittest.main()
