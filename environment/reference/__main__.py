"""Prepares docfx's folder, and finishes its pages.

reference prepare ROOT FOLDER
reference finish ROOT PAGES OUTPUT
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

from . import symbols
from .members import LIBRARIES, citing

_TEXTS = ("methods", "glossary", "sources")
# In place of docfx's own.
_LOGO = """<svg xmlns="http://www.w3.org/2000/svg" width="120" height="50" viewBox="0 0 120 50"><title>CarbonComp</title>
<text x="4" y="31" font-family="sans-serif" font-size="18" font-weight="bold" fill="#fff">CarbonComp</text></svg>
"""
_ABOUT = {
    "CarbonComp": "the library: quantities, tables, input–output analysis, sinks, budgets, zones, money",
    "CarbonComp.Formats": "tables, inventories, outlines and rasters as publishers have them",
    "CarbonComp.Studies": "the four publications: cases, printed numbers, ledgers",
    "CarbonComp.Uncertainty": "distributions, sampling, intervals, sensitivity",
    "CarbonComp.Charts": "figures",
    "CarbonComp.Interactive": "frames of Deedle and Microsoft.Data.Analysis",
    "CarbonComp.PlotlyNet": "figures to and from Plotly.NET",
    "CarbonComp.Glpk": "linear programs by GLPK",
    "CarbonComp.OrTools": "linear programs by OR-Tools",
}


def prepare(root: Path, folder: Path) -> None:
    """Writes what docfx reads: its settings, the index of symbols and the texts that doc comments cite."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    texts = {name: (root / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in _TEXTS}
    texts["symbols"] = symbols.page(texts["glossary"], texts["methods"], citing(root / "artifacts" / "lib", root / "src"))
    texts["index"] = _index()
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    entries = [("Reference", "index.md"), ("Symbols", "symbols.md"), ("Methods", "methods.md"), ("Glossary", "glossary.md"), ("Sources", "sources.md")]
    toc = "".join(f"- name: {name}\n  href: {file}\n" for name, file in [*entries, ("Types", "api/")])
    (folder / "toc.yml").write_text(toc, encoding="utf-8")
    (folder / "docfx.json").write_text(json.dumps(_settings(root / "artifacts" / "lib"), indent=2), encoding="utf-8")


def finish(root: Path, pages: Path, output: Path) -> None:
    """Turns citations of docs/methods.md into links, and puts the pages in place of earlier ones."""
    anchors = {a for places, _ in symbols.anchors_of((root / "docs" / "methods.md").read_text(encoding="utf-8")) for a in places}

    def link(match: re.Match) -> str:
        anchor = match.group(1)
        return f'<a href="{up}methods.html#{anchor}">{match.group(0)}</a>' if anchor in anchors else match.group(0)

    for path in sorted(pages.rglob("*.html")):
        up = "../" * (len(path.relative_to(pages).parts) - 1)
        text = path.read_text(encoding="utf-8")
        linked = re.sub(r"<code>(?:docs/methods\.md)?#([a-z0-9-]+)</code>", link, text)
        path.write_text(linked, encoding="utf-8")
    (pages / "logo.svg").write_text(_LOGO, encoding="utf-8")
    styles = pages / "styles"
    styles.mkdir(exist_ok=True)
    shutil.copyfile(Path(__file__).with_name("main.css"), styles / "main.css")
    for path in styles.glob("*.map"):
        path.unlink()
    partial = output.with_name(f"{output.name}.new")
    shutil.rmtree(partial, ignore_errors=True)
    shutil.copytree(pages, partial)
    shutil.rmtree(output, ignore_errors=True)
    partial.rename(output)


def _index() -> str:
    lines = "".join(f"- [{name}](xref:{name}): {about}\n" for name, about in _ABOUT.items())
    return f"""# CarbonComp reference

Every public type and member, with its formula, shapes, units and source. The [index of symbols](symbols.md) leads from ECC, CSSF or an
equation's number to the functions; [methods](methods.md) has the equations, the [glossary](glossary.md) the terms in English and Chinese.
<a href="../index.html">The notebooks</a> show how all of it is used.

{lines}"""


def _settings(assemblies: Path) -> dict:
    files = [f"{name}.dll" for name in LIBRARIES]
    return {
        "metadata": [{"src": [{"src": str(assemblies), "files": files}], "dest": "api", "namespaceLayout": "flattened", "memberLayout": "samePage"}],
        "build": {
            "content": [{"files": ["api/**.yml", "*.md", "toc.yml"]}],
            "dest": "pages",
            # Tables of contents are in the pages: they are read without a server.
            "template": ["statictoc"],
            "globalMetadata": {"_appTitle": "CarbonComp", "_appFooter": "CarbonComp", "_disableContribution": True, "_lang": "en"},
        },
    }


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["prepare", root, folder]:
            prepare(Path(root), Path(folder))
        case ["finish", root, pages, output]:
            finish(Path(root), Path(pages), Path(output))
        case _:
            sys.exit(__doc__)
