"""Runs the environment's tests; leaves their counts in the file named."""

import json
import sys
import unittest
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def main(counts: Path) -> int:
    sys.path[:0] = [str(_HERE.parent), str(_HERE)]
    result = unittest.TextTestRunner(verbosity=2).run(unittest.defaultTestLoader.discover(str(_HERE)))
    problems = result.failures + result.errors
    failures = [f"{test.id()}: {trace.strip().splitlines()[-1]}" for test, trace in problems]
    skipped = [f"{test.id()}: {reason}" for test, reason in result.skipped]
    passed = result.testsRun - len(problems) - len(skipped)
    counts.write_text(json.dumps({"passed": passed, "skipped": skipped, "failures": failures}))
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
