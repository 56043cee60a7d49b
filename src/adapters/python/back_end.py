"""Prints the core metadata that a project's build back end gives (PEP 517), asked in a copy of the checkout.

Arguments: the top of the checkout, the project's directory below it, an empty directory for the copy,
then settings for the back end, `key=value`.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import build
from build.env import DefaultIsolatedEnv
from pyproject_hooks import quiet_subprocess_runner


def passed_over(directory, names):
    """Other tools' environments are no part of a project, and may be very large."""
    return [
        name
        for name in names
        if name == "node_modules" or os.path.exists(os.path.join(directory, name, "pyvenv.cfg"))
    ]


def told_settings(lines):
    """As front ends give them to a back end: a key that comes again has a list of values."""
    settings = {}
    for key, value in (line.split("=", 1) for line in lines):
        settings.setdefault(key, []).append(value)
    return {key: values if len(values) > 1 else values[0] for key, values in settings.items()}


def metadata_of_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA")))


def main(top, project, scratch, *lines):
    settings = told_settings(lines)
    copy = Path(scratch) / "copy"
    shutil.copytree(top, copy, symlinks=True, ignore=passed_over)
    with DefaultIsolatedEnv(installer="uv") as environment:
        builder = build.ProjectBuilder.from_isolated_env(
            environment, copy / project, runner=quiet_subprocess_runner
        )
        environment.install(builder.build_system_requires)
        environment.install(builder.get_requires_for_build("wheel", settings))
        # A back end without the hook for metadata has its wheel built, and the metadata read from that.
        directory = builder.prepare("wheel", Path(scratch) / "metadata", settings)
        if directory is None:
            metadata = metadata_of_wheel(builder.build("wheel", Path(scratch) / "metadata", settings))
        else:
            metadata = (Path(directory) / "METADATA").read_bytes()
    sys.stdout.buffer.write(metadata)


def told(error):
    """What the child printed, which says more than that it failed."""
    cause = error
    while cause is not None:
        if isinstance(cause, subprocess.CalledProcessError):
            output = (cause.stdout or b"") + (cause.stderr or b"")
            return output.decode(errors="replace") or str(cause)
        cause = cause.__cause__ or cause.__context__
    return f"{type(error).__name__}: {error}"


try:
    main(*sys.argv[1:])
except (build.BuildException, build.BuildBackendException, subprocess.CalledProcessError, OSError, shutil.Error) as error:
    sys.exit(told(error))
