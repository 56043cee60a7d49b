"""Runs `unittest discover` with the arguments given, and writes what came of it, as JSON, to the file that is the first of them."""

import json
import sys
import time
import unittest

report, *arguments = sys.argv[1:]
started = time.monotonic()
result = unittest.main(module=None, argv=["python -m unittest", "discover", *arguments], exit=False).result


def troubles(kind, found):
    return [{"kind": kind, "reason": (text.strip().splitlines() or [""])[-1]} for _, text in found]


failed = len(result.failures) + len(result.unexpectedSuccesses)
found = {
    "passed": max(0, result.testsRun - failed - len(result.errors) - len(result.skipped)),
    "failed": failed,
    "errors": len(result.errors),
    "skipped": len(result.skipped),
    "seconds": time.monotonic() - started,
    "troubles": troubles("failure", result.failures) + troubles("error", result.errors),
    "tests": [{"name": module.__name__, "file": module.__file__} for module in list(sys.modules.values()) if getattr(module, "__file__", None)],
}
with open(report, "w", encoding="utf-8") as file:
    json.dump(found, file)
sys.exit(0 if result.wasSuccessful() else 1)
