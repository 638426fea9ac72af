"""What a notebook says about itself."""

import re

from nbformat import NotebookNode


def title(notebook: NotebookNode, fallback: str) -> str:
    """The first heading."""
    for block in _blocks(notebook):
        heading = re.match(r"#+\s+(.+)", block)
        if heading:
            return heading.group(1).strip().rstrip("#").strip()
    return fallback


def first_paragraph(notebook: NotebookNode) -> str:
    """The first paragraph of prose, as Markdown; empty when there is none."""
    for block in _blocks(notebook):
        if not re.match(r"#|[-*+>|]\s|\d+\.\s|\$\$|!\[|<|```", block):
            return " ".join(block.split())
    return ""


def code_cells(notebook: NotebookNode) -> list:
    """The cells that run."""
    return [cell for cell in notebook.cells if runs(cell)]


def runs(cell: NotebookNode) -> bool:
    """Whether a cell is code that is not blank."""
    return cell.cell_type == "code" and bool(cell.source.strip())


def solutions(notebook: NotebookNode) -> list[str]:
    """The C# of every folded solution, in the order of the notebook."""
    texts = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    folds = (fold for text in texts for fold in re.findall(r"<details>(.*?)</details>", text, re.DOTALL))
    return [code.strip() for fold in folds for code in re.findall(r"```csharp\n(.*?)```", fold, re.DOTALL)]


def _blocks(notebook: NotebookNode):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for block in re.split(r"\n\s*\n", cell.source):
                # A heading may stand right above its paragraph.
                heading, _, rest = block.strip().partition("\n") if block.strip().startswith("#") else ("", "", block)
                yield from (part.strip() for part in (heading, rest) if part.strip())
