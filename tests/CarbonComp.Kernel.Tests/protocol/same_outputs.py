"""A notebook gives the same outputs through Jupyter (nbclient) and through `carboncomp run`."""
import copy
import os
import re
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
    "for (int i = 0; i < 1500; i++) { Console.Write(i); display(i); }",
    "var bar = display(-1); for (int i = 0; i < 20_000; i++) { bar.Update(i); if (i % 5000 == 0) Console.WriteLine(i); }",
    "for (int i = 0; i < 3000; i++) { Console.Write(i); Console.Error.Write(i); }",
    "int Divide(int a) => 1 / a;\nDivide(0)",
    "nothing",
]


# Which figures bring the library that draws them hangs on the time between them.
DRAWING_LIBRARY = re.compile(r'<script type="text/plain" class="carboncomp-plotly".*?</script>\n?', re.DOTALL)


def joined(outputs):
    """Printed text as a page shows it: where it is cut into pieces hangs on the time too."""
    result = []
    for output in outputs:
        if output["output_type"] == "stream" and result and result[-1].get("name") == output["name"]:
            result[-1]["text"] += output["text"]
        else:
            result.append(dict(output))
    return result


def comparable(notebook):
    """All outputs; ids and times are not among them."""
    outputs = [joined(cell.outputs) for cell in copy.deepcopy(notebook).cells if cell.cell_type == "code"]
    for output in (output for cell in outputs for output in cell):
        if "text/html" in output.get("data", {}):
            output["data"]["text/html"] = DRAWING_LIBRARY.sub("", output["data"]["text/html"])
    return outputs


def differences(jupyter, ours):
    """The code cells, from 0, whose outputs are not the same."""
    pairs = list(zip(comparable(jupyter), comparable(ours), strict=True))
    return [i for i, (theirs, own) in enumerate(pairs) if theirs != own]


def execute_both(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="carboncomp-csharp", allow_errors=True, resources={"metadata": {"path": os.path.dirname(path)}}).execute()
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "out.ipynb")
        subprocess.run([os.environ["CARBONCOMP"], "run", path, "--out", target, "--allow-errors"], check=True)
        return notebook, nbformat.read(target, as_version=4)


class SameOutputsTests(unittest.TestCase):
    maxDiff = 4000

    def test_every_kind_of_output(self):
        notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "carboncomp-csharp", "display_name": "C# (CarbonComp)", "language": "C#"}})
        notebook.cells = [nbformat.v4.new_code_cell(code) for code in CELLS]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "kinds.ipynb")
            nbformat.write(notebook, path)
            jupyter, ours = execute_both(path)
        nbformat.validate(ours)
        for code, theirs, own in zip(CELLS, comparable(jupyter), comparable(ours)):
            with self.subTest(code):
                self.assertEqual(theirs, own)


    @unittest.skipUnless(os.environ.get("NOTEBOOKS"), "The library has not been built to artifacts/lib.")
    def test_notebooks_of_the_project(self):
        for name in ("01-energy-to-emissions.ipynb", "05-service-flow.ipynb", "08-bring-your-own-table.ipynb"):
            with self.subTest(name):
                jupyter, ours = execute_both(os.path.join(os.environ["NOTEBOOKS"], name))
                self.assertTrue(any(comparable(ours)))
                self.assertEqual([], [output["evalue"] for cell in comparable(ours) for output in cell if output["output_type"] == "error"])
                self.assertEqual([], differences(jupyter, ours))


if __name__ == "__main__":
    # Called with notebooks, it compares those instead.
    if len(sys.argv) > 1 and sys.argv[1].endswith(".ipynb"):
        for name in sys.argv[1:]:
            jupyter, ours = execute_both(os.path.abspath(name))
            print(f"{name}: {len(comparable(ours))} code cells, different: {differences(jupyter, ours) or 'none'}", flush=True)
    else:
        unittest.main(verbosity=2)
