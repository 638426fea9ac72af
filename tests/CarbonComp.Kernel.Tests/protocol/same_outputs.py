"""A notebook gives the same outputs through Jupyter (nbclient) and through `carboncomp run`."""
import copy
import os
import subprocess
import sys
import tempfile
import unittest

import nbformat
from nbclient import NotebookClient

CELLS = [
    "Console.Write(\"a\"); Console.WriteLine(\"b\"); Console.Error.WriteLine(\"err\"); Console.WriteLine(\"c\");",
    "var shown = display(HTML(\"<b>one</b>\")); 1 + 1",
    "shown.Update(HTML(\"<b>two</b>\")); display(new[] { new { City = \"北京\", Value = 1 / 3.0 } });",
    "display(Markdown(\"# x\")); display(Latex(\"x^2\")); display(JSON(\"{\\\"a\\\": [1, 2]}\")); display(new byte[] { 0x89, 0x50, 0x4e, 0x47 });",
    "Console.Write(\"gone\"); clear_output(); Console.Write(\"stays\");",
    "Console.Write(\"gone\"); clear_output(wait: true); Console.Write(\"stays\");",
    "record P(string Name, double[] Values);\nnew Dictionary<string, P> { [\"k\"] = new(\"n\", new[] { 1.0, 2.5 }) }",
    "for (int i = 0; i < 2000; i++) Console.WriteLine(i);",
    "int Divide(int a) => 1 / a;\nDivide(0)",
    "nothing",
]


def comparable(notebook):
    """All outputs; ids and times are not among them."""
    notebook = copy.deepcopy(notebook)
    return [[dict(output) for output in cell.outputs] for cell in notebook.cells if cell.cell_type == "code"]


def execute_both(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name=".net-csharp", allow_errors=True, resources={"metadata": {"path": os.path.dirname(path)}}).execute()
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "out.ipynb")
        subprocess.run([os.environ["CARBONCOMP"], "run", path, "--out", target, "--allow-errors"], check=True)
        return notebook, nbformat.read(target, as_version=4)


class SameOutputsTests(unittest.TestCase):
    maxDiff = 4000

    def test_every_kind_of_output(self):
        notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"}})
        notebook.cells = [nbformat.v4.new_code_cell(code) for code in CELLS]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "kinds.ipynb")
            nbformat.write(notebook, path)
            jupyter, ours = execute_both(path)
        nbformat.validate(ours)
        for code, theirs, own in zip(CELLS, comparable(jupyter), comparable(ours)):
            with self.subTest(code):
                self.assertEqual(theirs, own)


if __name__ == "__main__":
    # Called with notebooks, it compares those instead.
    if len(sys.argv) > 1 and sys.argv[1].endswith(".ipynb"):
        for name in sys.argv[1:]:
            jupyter, ours = execute_both(os.path.abspath(name))
            pairs = list(zip(comparable(jupyter), comparable(ours)))
            different = [i for i, (theirs, own) in enumerate(pairs) if theirs != own]
            print(f"{name}: {len(pairs)} code cells, different: {different or 'none'}", flush=True)
    else:
        unittest.main(verbosity=2)
