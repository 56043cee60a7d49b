#!/bin/sh
# Builds the sdist and the wheel from a clean tree and checks both as the index will.
set -eu
cd "$(dirname "$0")"
python="${PYTHON:-python3}"

rm -rf build dist src/*.egg-info
"$python" -m build
"$python" -m twine check --strict dist/*
