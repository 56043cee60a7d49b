"""Prints what the installed distribution named as an argument is made of, as one line of JSON: its files, and its METADATA."""

import importlib.metadata
import json
import sys

distribution = importlib.metadata.distribution(sys.argv[1])
files = [file.as_posix() for file in distribution.files or []]
print(json.dumps({"files": files, "metadata": distribution.read_text("METADATA") or ""}))
