"""Checksums of a folder, and the folder as a zip that is the same whenever it is made from the same files."""

from __future__ import annotations

import hashlib
import os
import zipfile
from datetime import datetime
from pathlib import Path

SUMS = "SHA256SUMS"


def files_of(folder: Path) -> list[str]:
    """The paths of all files below a folder, in one order on every machine."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_sums(folder: Path) -> None:
    """A line a file, as sha256sum writes and checks them."""
    lines = [f"{sha256(folder / name)}  {name}\n" for name in files_of(folder) if name != SUMS]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def write_zip(folder: Path, target: Path, time: datetime) -> None:
    """All files of the folder, each with the same time and rights."""
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(partial, "w") as archive:
            for name in files_of(folder):
                entry = zipfile.ZipInfo(name, time.timetuple()[:6])
                entry.create_system, entry.external_attr, entry.compress_type = 3, 0o100644 << 16, zipfile.ZIP_DEFLATED
                archive.writestr(entry, (folder / name).read_bytes(), compresslevel=9)
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)
