"""The csv files that notebooks leave in the output folder."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path


def written(output: Path, since: float) -> list[Path]:
    """The tables that were written at that time or later: one of an earlier run is no result of this one."""
    return sorted(path for path in output.glob("*.csv") if path.stat().st_mtime >= since)


def describe(path: Path) -> str:
    """How many rows a table has, and how many of each verdict when it is a ledger."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    verdicts = Counter(row["verdict"] for row in rows if row.get("verdict"))
    counts = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items(), key=lambda item: -item[1]))
    size = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    return f"{size}: {counts}" if counts else size
