"""Prints, as a JSON list, which of the files that are given as JSON a hook of pre-commit is given, by its regular expressions."""

import json
import re
import sys

given = json.load(sys.stdin)
files = [re.compile(pattern) for pattern in given["files"]]
exclude = [re.compile(pattern) for pattern in given["exclude"]]


def is_given(name):
    """Names count from the top of the checkout, whatever directory the project lies in."""
    whole = given["prefix"] + name
    return all(pattern.search(whole) for pattern in files) and not any(pattern.search(whole) for pattern in exclude)


print(json.dumps([name for name in given["names"] if is_given(name)]))
