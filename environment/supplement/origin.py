"""Which commit a supplement is made from, and when that was made."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Origin:
    """The commit, and its time, which stands for the time of all that is made from it."""

    commit: str  # followed by -changed where files differ from it
    time: datetime  # UTC
    archive: bytes | None  # the files of the commit as zip; none where the project is no repository

    @property
    def day(self) -> str:
        return self.time.strftime("%Y-%m-%d")

    @property
    def pdf_date(self) -> str:
        return self.time.strftime("D:%Y%m%d%H%M%S+00'00'")


def of(root: Path) -> Origin:
    """From git, or from what git wrote into an archive of the project."""
    if (root / ".git").exists():
        commit, time = _git(root, "log", "-1", "--format=%H %ct").decode().split()
        changed = bool(_git(root, "status", "--porcelain", "--untracked-files=no").strip())
        archive = _git(root, "archive", "--format=zip", "--prefix=carboncomp/", "HEAD")
        return Origin(commit + ("-changed" if changed else ""), _utc(int(time)), archive)
    return _of_archive((_HERE / "commit.txt").read_text(encoding="utf-8"))


def _of_archive(text: str) -> Origin:
    found = re.fullmatch(r"([0-9a-f]{40}) (\d+)\s*", text)
    if not found:
        raise SystemExit("error: this folder is neither a git repository nor an archive that git made; nothing says which version it is")
    return Origin(found.group(1), _utc(int(found.group(2))), None)


def _git(root: Path, *arguments: str) -> bytes:
    # A folder of another user's is read as well. The zip that git writes holds local times.
    command = ["git", "-c", "safe.directory=*", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, env={**os.environ, "TZ": "UTC"}).stdout


def _utc(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, timezone.utc)
