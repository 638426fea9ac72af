"""What belongs to a study: its notebooks and the data packages that they stand on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

_STUDIES = Path(__file__).resolve().parent.parent / "report" / "studies.json"


@dataclass(frozen=True)
class Study:
    """A part of the site that can be deposited on its own."""

    name: str
    title: str
    text: str
    notebooks: list[Path]
    data: list[Path]
    publication: str | None = None  # DOI of the one whose method it follows


def every() -> list[dict]:
    return json.loads(_STUDIES.read_text(encoding="utf-8"))


def of_name(name: str, notebooks: Path, data: Path) -> Study:
    """A study of studies.json by its name."""
    found = next((study for study in every() if study["name"] == name), None)
    if found is None:
        raise SystemExit(f"error: no study is named {name}; there are {', '.join(study['name'] for study in every())}")
    chosen = [path for path in sorted(notebooks.glob("*.ipynb")) if belongs(found, path.stem)]
    return Study(name, found["title"], found["text"], chosen, [data / package for package in found["data"]], found.get("publication"))


def of_notebooks(wanted: list[str], notebooks: Path, data: Path) -> Study:
    """Notebooks by the beginning of their names, with the data of every study that they belong to; all of them where none is named."""
    paths = sorted(notebooks.glob("*.ipynb"))
    unknown = [name for name in wanted if not any(path.stem.startswith(name) for path in paths)]
    if unknown:
        raise SystemExit(f"error: no notebook is named {', '.join(unknown)}; there are {', '.join(path.stem for path in paths)}")
    chosen = [path for path in paths if not wanted or any(path.stem.startswith(name) for name in wanted)]
    packages = sorted({package for study in every() for package in study["data"] if any(belongs(study, path.stem) for path in chosen)})
    name = "-".join(path.stem.split("-")[0] for path in chosen) if wanted else "all"
    text = "Notebooks " + ", ".join(path.stem for path in chosen) + "."
    return Study(name, "Regional carbon compensation", text, chosen, [data / package for package in packages])


def belongs(study: dict, notebook: str) -> bool:
    number = notebook.split("-")[0]
    return study["from"] <= number <= study["to"] or number in study.get("also", [])
