#!/bin/sh
# Checks that the package imports and that every place that states its version agrees.
set -eu
cd "$(dirname "$0")"

python="${PYTHON:-}"
for candidate in .venv/bin/python .venv/Scripts/python.exe; do
    if [ -z "$python" ] && [ -x "$candidate" ]; then
        python="$candidate"
    fi
done

"${python:-python3}" - <<'PYTHON'
import re
import sys
from importlib.metadata import version
from pathlib import Path

import gauge_middleware

declared = re.search(r'^version = "(.+)"$', Path("pyproject.toml").read_text("utf-8"), re.MULTILINE)
found = {
    "pyproject.toml": declared[1] if declared else "none",
    "gauge_middleware.__version__": gauge_middleware.__version__,
    "installed metadata": version("gauge-middleware"),
}
if len(set(found.values())) != 1:
    sys.exit("versions differ: " + ", ".join(f"{place} says {text}" for place, text in found.items()))
if not callable(gauge_middleware.enable_metrics):
    sys.exit("gauge_middleware.enable_metrics cannot be called")
print(f"gauge-middleware {gauge_middleware.__version__}: imports, and its versions agree")
PYTHON
