"""The supplement described as an RO-Crate 1.1: what each file is, where it comes from, and with what it was made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from . import archive

NAME = "ro-crate-metadata.json"
SPECIFICATION = "https://w3id.org/ro/crate/1.1"
# Version 1.1 knows no checksums; schema.org's term is added.
CONTEXT = [f"{SPECIFICATION}/context", {"sha256": "http://schema.org/sha256"}]
FORMATS = {
    ".cff": "application/yaml", ".csv": "text/csv", ".css": "text/css", ".geojson": "application/geo+json", ".gz": "application/gzip", ".html": "text/html",
    ".ipynb": "application/x-ipynb+json", ".js": "text/javascript", ".json": "application/json", ".mat": "application/x-matlab-data", ".md": "text/markdown",
    ".parquet": "application/vnd.apache.parquet", ".pdf": "application/pdf", ".svg": "image/svg+xml", ".tif": "image/tiff",
    ".txt": "text/plain", ".xlsb": "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".zip": "application/zip", "": "text/plain",
}  # fmt: skip

Entity = dict[str, Any]


def identifier(path: str) -> str:
    """The path as a crate names it."""
    return quote(path)


def describe(folder: Path, root: Entity, known: dict[str, Entity], contextual: list[Entity]) -> str:
    """The metadata of all files below the folder.

    known has what is to be said of files and folders (with a slash at the end) beyond what can be seen of them; contextual are entities
    that are no files: people, licences, software, publications, actions.
    """
    names = [name for name in archive.files_of(folder) if name not in (NAME, archive.SUMS)]
    parts: dict[str, list[str]] = {}
    for name in [*names, archive.SUMS]:
        for below in [name, *(f"{parent}/" for parent in PurePosixPath(name).parents if str(parent) != ".")]:
            inside = PurePosixPath(below).parent.as_posix()
            parts.setdefault("./" if inside == "." else f"{inside}/", []).append(below)
    has: Callable[[str], list[Entity]] = lambda name: [{"@id": identifier(part)} for part in sorted(set(parts[name]))]  # noqa: E731

    descriptor = {"@id": NAME, "@type": "CreativeWork", "conformsTo": {"@id": SPECIFICATION}, "about": {"@id": "./"}}
    crate = {"@id": "./", "@type": "Dataset", **root, "hasPart": has("./")}
    folders = [
        {"@id": identifier(name), "@type": "Dataset", "name": name.rstrip("/"), **known.get(name, {}), "hasPart": has(name)}
        for name in sorted(parts) if name != "./"
    ]  # fmt: skip
    files = [_file(folder, name, known.get(name, {})) for name in names]
    sums = {"@id": archive.SUMS, "@type": "File", "name": "Checksums", "encodingFormat": "text/plain", **known.get(archive.SUMS, {})}
    graph = [descriptor, crate, *folders, *files, sums, *contextual]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _file(folder: Path, name: str, known: Entity) -> Entity:
    path = folder / name
    return {
        "@id": identifier(name),
        "@type": "File",
        "name": PurePosixPath(name).name,
        **known,
        "encodingFormat": FORMATS[path.suffix],
        "contentSize": str(path.stat().st_size),
        "sha256": archive.sha256(path),
    }
