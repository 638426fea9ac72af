"""What the supplement says of itself: readme, licences, versions, and the entities of its crate."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from report import notebook as text_of

from . import crate
from .origin import Origin
from .studies import Study

Entity = dict[str, Any]
Carried = list[tuple[str, str, str, Path]]
_MIT = "https://spdx.org/licenses/MIT"
_AUTHORS = "#authors"
_RUN = "#run"
_FOLDERS = {
    "notebooks/": ("Executed notebooks and their pages", "Open index.html in a browser; it needs no network."),
    "figures/": ("Figures", "Every figure of the pages as svg and as pdf."),
    "tables/": ("Tables as the pages show them", "Rounded as on the pages; csv and Parquet."),
    "exported/": ("What notebooks export", "At full precision; csv and Parquet, maps as GeoTIFF."),
    "ledgers/": ("Ledgers", "Each number that a publication prints beside the number computed, with a verdict."),
    "data/": ("Data packages", "What the study is computed from, with unit, source and status of every value."),
    "source/": ("Source code", "The project at the commit named in README.md."),
    "licences/": ("Licences of what the pages carry", "One file a library."),
}


def texts(root: Path, study: Study, made: Origin, used: dict[str, dict[str, str]], carried: Carried) -> dict[str, str]:
    """The files at the top of the supplement by their names."""
    codemeta = json.loads((root / "codemeta.json").read_text(encoding="utf-8"))
    codemeta |= {"dateModified": made.day, "identifier": made.commit}
    return {
        "README.md": readme(study, made, used),
        "LICENSE": (root / "LICENSE").read_text(encoding="utf-8"),
        "LICENCES.md": licences(study, carried),
        "CITATION.cff": (root / "CITATION.cff").read_text(encoding="utf-8"),
        "codemeta.json": json.dumps(codemeta, ensure_ascii=False, indent=2) + "\n",
        "versions.json": json.dumps({"commit": made.commit, "committed": made.time.isoformat(), **used}, ensure_ascii=False, indent=2) + "\n",
    }


def readme(study: Study, made: Origin, used: dict[str, dict[str, str]]) -> str:
    only = " ".join(f"--notebook {path.stem.split('-')[0]}" for path in study.notebooks)
    which = only if study.name[0].isdigit() else "" if study.name == "all" else f"--study {study.name}"
    folders = "\n".join(f"- `{name}`: {title}. {text}" for name, (title, text) in _FOLDERS.items())
    return f"""# Supplement: {study.title}

{study.text} Made with CarbonComp {used["project"]["carboncomp"]}, commit {made.commit}, of {made.day}.

To run it again on Linux:

1. Install the .NET SDK {used["system"]["dotnet-sdk"]} or a later one of .NET 10.
2. Unpack `source/carboncomp-{made.commit[:8]}.zip` and go into the folder `carboncomp`.
3. Run `./environment/supplement.sh {which}`: it installs what is missing, executes the notebooks and makes this supplement.
4. Unpack `out/supplement-{study.name}.zip` and, in it, run `sha256sum --check --ignore-missing` on this supplement's `SHA256SUMS`.
5. Where a sum differs, compare `versions.json`: browser, fonts and solvers of another version draw and round differently.

What is in it:

{folders}

`ro-crate-metadata.json` describes each file (RO-Crate 1.1), `SHA256SUMS` has the checksums, `versions.json` the versions of everything used.
Values have a status: statistic, paper (as printed), constructed, illustrative. Nothing constructed or illustrative is an observation.
"""


def licences(study: Study, carried: Carried) -> str:
    rows = "".join(f"| {name} {version} | {licence} | `licences/{name}.txt` |\n" for name, version, licence, _ in carried)
    data = "".join(f"| `{place}` | {name} | {title} |\n" for place, name, title in _data_licences(study))
    return f"""# Licences

The notebooks, pages, figures, tables and the source code are CarbonComp's, under the MIT licence (`LICENSE`).

The pages carry or draw from:

| Library | Licence | Text |
| --- | --- | --- |
{rows}| Jupyter's style of pages (nbconvert, JupyterLab) | BSD-3-Clause | https://github.com/jupyter/nbconvert/blob/main/LICENSE |

The data:

| Package | Licence | Remark |
| --- | --- | --- |
{data}"""


def package(descriptor: dict[str, Any]) -> Entity:
    """A folder of data by its descriptor."""
    entity = {
        "name": descriptor.get("title", descriptor["name"]),
        "description": descriptor.get("description", ""),
        "conformsTo": {"@id": descriptor["$schema"]},
    }
    paths = [licence["path"] for licence in descriptor.get("licenses", []) if "path" in licence]
    return entity | ({"license": [{"@id": path} for path in paths]} if paths else {})


def known(folder: Path, executed: dict[str, NotebookNode]) -> dict[str, Entity]:
    """What is said of folders, notebooks and pages."""
    found: dict[str, Entity] = {name: {"name": title, "description": text} for name, (title, text) in _FOLDERS.items()}
    for name, notebook in executed.items():
        title = text_of.title(notebook, name)
        found[f"notebooks/{name}.ipynb"] = {"name": title, "description": text_of.first_paragraph(notebook), "programmingLanguage": {"@id": "#csharp"}}
        found[f"notebooks/{name}.html"] = {"name": title, "isBasedOn": {"@id": f"notebooks/{name}.ipynb"}}
    for path in folder.rglob("*.parquet"):
        table = path.relative_to(folder).with_suffix(".csv").as_posix()
        found[path.relative_to(folder).as_posix()] = {"isBasedOn": {"@id": crate.identifier(table)}}
    found["notebooks/index.html"] = {"name": "All notebooks"}
    found["source/"] = {**found["source/"], "@type": ["Dataset", "SoftwareSourceCode"], "programmingLanguage": {"@id": "#csharp"}}
    return found


def root(study: Study, made: Origin) -> Entity:
    """The supplement as a whole."""
    cited = {"citation": {"@id": f"https://doi.org/{study.publication}"}} if study.publication else {}
    return {
        "name": f"Supplement: {study.title} (CarbonComp)",
        "description": study.text,
        "datePublished": made.time.isoformat(),
        "version": made.commit,
        "license": {"@id": _MIT},
        "author": {"@id": _AUTHORS},
        "keywords": ["regional carbon compensation", "embodied carbon", "input-output analysis", "carbon sinks"],
        "mentions": {"@id": _RUN},
        **cited,
    }


def contextual(study: Study, made: Origin, used: dict[str, dict[str, str]], folder: Path) -> list[Entity]:
    """People, licences, profiles, software, and the run that made the results."""
    software = [
        {"@id": f"#{origin}-{re.sub(r'[^A-Za-z0-9.-]+', '-', name)}", "@type": "SoftwareApplication", "name": name, "softwareVersion": version}
        for origin, versions in used.items() for name, version in versions.items() if version
    ]  # fmt: skip
    run = {
        "@id": _RUN,
        "@type": "CreateAction",
        "name": "Execution of the notebooks",
        "endTime": made.time.isoformat(),
        "description": "The time is that of the commit, so that the supplement is the same whenever it is made.",
        "instrument": [{"@id": item["@id"]} for item in software],
        "object": [{"@id": crate.identifier(f"data/{package.name}/")} for package in study.data],
        "result": [{"@id": f"{place}/"} for place in ("notebooks", "figures", "tables", "exported", "ledgers") if (folder / place).exists()],
    }
    descriptors = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "data").rglob("datapackage.json"))]
    profiles = [
        {"@id": schema, "@type": "CreativeWork", "name": "Frictionless Data Package"} for schema in sorted({d["$schema"] for d in descriptors})
    ]
    terms = {_MIT: "MIT"} | {item["path"]: item["name"] for d in descriptors for item in d.get("licenses", []) if "path" in item}
    licences = [{"@id": path, "@type": "CreativeWork", "name": name, "description": f"The licence {name}."} for path, name in terms.items()]
    publications = [{"@id": f"https://doi.org/{doi}", "@type": "ScholarlyArticle", "name": f"doi:{doi}"} for doi in (study.publication,) if doi]
    return [
        {"@id": _AUTHORS, "@type": "Organization", "name": "The CarbonComp authors"},
        {"@id": "#csharp", "@type": "ComputerLanguage", "name": "C#"},
        run,
        *software,
        *profiles,
        *licences,
        *publications,
    ]


def _data_licences(study: Study) -> list[tuple[str, str, str]]:
    found = []
    for descriptor in sorted(path for package in study.data for path in package.rglob("datapackage.json")):
        for licence in json.loads(descriptor.read_text(encoding="utf-8")).get("licenses", []):
            place = f"data/{descriptor.parent.relative_to(study.data[0].parent).as_posix()}"
            found.append((place, licence.get("name", ""), licence.get("title", "").replace("|", "/")))
    return found
