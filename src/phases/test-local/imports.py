"""Imports every module named as an argument, and says where each was found."""

import importlib
import sys

for name in sys.argv[1:]:
    module = importlib.import_module(name)
    print(name, getattr(module, "__file__", None) or "(namespace)")
