import unittest

from nbformat import v4
from samples import code, markdown

from report import notebook


def of(*cells):
    return v4.new_notebook(cells=list(cells))


class NotebookText(unittest.TestCase):
    def test_title_is_the_first_heading(self):
        self.assertEqual("Sinks: 碳汇", notebook.title(of(code("1"), markdown("text\n\n## Sinks: 碳汇 ##\nmore")), "x"))

    def test_title_falls_back_to_the_name(self):
        self.assertEqual("05-flow", notebook.title(of(markdown("no heading here")), "05-flow"))

    def test_first_paragraph_skips_headings_lists_formulas_and_pictures(self):
        cells = of(markdown("# A\n\n- one\n- two\n\n$$x$$\n\n![p](p.png)"), markdown("Who pays\nwhom?\n\nLater."))
        self.assertEqual("Who pays whom?", notebook.first_paragraph(cells))

    def test_first_paragraph_may_stand_right_below_its_heading(self):
        self.assertEqual("Who pays?", notebook.first_paragraph(of(markdown("# A\nWho pays?"))))

    def test_blank_code_is_no_cell_that_runs(self):
        self.assertEqual(1, len(notebook.code_cells(of(code(" \n"), code("1"), markdown("x")))))

    def test_solutions_are_the_folded_code_in_order(self):
        fold = "<details><summary>Solution</summary>\n\nText.\n\n```csharp\n{}\n```\n\n</details>"
        cells = of(markdown("```csharp\nshown()\n```\n\n" + fold.format("one()\ntwo()")), code("0"), markdown(fold.format("three()")))
        self.assertEqual(["one()\ntwo()", "three()"], notebook.solutions(cells))
        self.assertEqual([], notebook.solutions(of(markdown("<details>no code</details>"))))
