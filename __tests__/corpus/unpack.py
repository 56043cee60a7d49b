"""Unpacks an sdist (argument 1) into a directory (argument 2), as PEP 721 asks; its one top folder is left out."""

import pathlib
import shutil
import sys
import tarfile
import tempfile

sdist, directory = sys.argv[1], pathlib.Path(sys.argv[2])
directory.parent.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory(dir=directory.parent) as scratch:
    with tarfile.open(sdist) as archive:
        archive.extractall(scratch, filter="data")
    (top,) = pathlib.Path(scratch).iterdir()
    shutil.move(top, directory)
