"""Counts the tests of the solution's projects, of the environment and of the notebooks, and adds them up.

count.py one NAME FOLDER EXIT_CODE SECONDS
count.py total FOLDER

In continuous integration (CI=true) a test that lacks what it needs has failed, unless what it needs is no part of the
project.
"""

from __future__ import annotations

import json
import os
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

_IS_CI = os.environ.get("CI") == "true"
_ELSEWHERE = "not part of the project"
_TRX = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}


def one(name: str, folder: Path, exit_code: int, seconds: int) -> int:
    """Prints what one part counted; a part that failed without a failed test counts as one."""
    passed, failed, skipped, failures = _read(folder, name)
    if exit_code != 0 and failed == 0:
        failed, failures = 1, [f"{name} ended with code {exit_code}"]
    elif passed + failed == 0:
        failed, failures = 1, [f"{name} executed no test"]
    (folder / f"{name}.counts.json").write_text(json.dumps({"passed": passed, "failed": failed, "skipped": skipped}))
    print(f"{passed} passed, {failed} failed{f', {skipped} skipped' if skipped else ''} ({seconds} s)", flush=True)
    for failure in failures:
        print(f"  FAILED {_shortened(failure)}")
    return 1 if failed else 0


def _shortened(message: str, lines: int = 6, width: int = 300) -> str:
    """The beginning of a message; the log has the rest."""
    kept = [line if len(line) <= width else line[:width] + " …" for line in message.splitlines()]
    return "\n    ".join(kept[:lines] + (["…"] if len(kept) > lines else []))


def total(folder: Path) -> int:
    """Prints the sum over all parts."""
    counts = [json.loads(path.read_text()) for path in sorted(folder.glob("*.counts.json"))]
    passed, failed, skipped = (sum(count[key] for count in counts) for key in ("passed", "failed", "skipped"))
    if skipped:
        print(f"{skipped} skipped: what they need is not on this machine")
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed or not passed else 0


def _read(folder: Path, name: str) -> tuple[int, int, int, list[str]]:
    trx, counts = folder / f"{name}.trx", folder / f"{name}.json"
    if trx.exists():
        return _read_trx(trx)
    if counts.exists():
        values = json.loads(counts.read_text())
        passed, skipped, failures = values["passed"], list(values["skipped"]), list(values["failures"])
        return _counted(passed, failures, skipped)
    return 0, 0, 0, []


def _read_trx(path: Path) -> tuple[int, int, int, list[str]]:
    passed, failures, skipped = 0, [], []
    for result in xml.parse(path).getroot().iterfind("t:Results/t:UnitTestResult", _TRX):
        outcome = result.get("outcome")
        message = result.findtext("t:Output/t:ErrorInfo/t:Message", "", _TRX).strip()
        if outcome == "Passed":
            passed += 1
        else:
            (skipped if outcome == "NotExecuted" else failures).append(f"{result.get('testName')}: {message}")
    return _counted(passed, failures, skipped)


def _counted(passed: int, failures: list[str], skipped: list[str]) -> tuple[int, int, int, list[str]]:
    lacking = [message for message in skipped if _IS_CI and _ELSEWHERE not in message]
    return passed, len(failures) + len(lacking), len(skipped) - len(lacking), failures + lacking


if __name__ == "__main__":
    if sys.argv[1] == "one":
        sys.exit(one(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])))
    sys.exit(total(Path(sys.argv[2])))
