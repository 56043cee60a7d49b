"""Says whether a reStructuredText description renders: exit code 0 or 1. The text comes on standard input."""

import sys

import readme_renderer.rst

sys.exit(0 if readme_renderer.rst.render(sys.stdin.buffer.read().decode("utf-8", "replace")) is not None else 1)
