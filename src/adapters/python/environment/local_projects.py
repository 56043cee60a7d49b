"""Prints, as JSON, the distributions of this environment that were installed from the directory given, or from one below it."""

import importlib.metadata
import json
import os
import sys
from urllib.parse import urlsplit
from urllib.request import url2pathname

top = os.path.realpath(sys.argv[1])
found = []
for distribution in importlib.metadata.distributions():
    # PEP 610: an installer keeps where a distribution came from that is of no index.
    origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    if "dir_info" not in origin:
        continue
    place = os.path.realpath(url2pathname(urlsplit(origin["url"]).path))
    if place == top or place.startswith(os.path.join(top, "")):
        found.append(
            {
                "name": distribution.metadata["Name"],
                "directory": os.path.relpath(place, top).replace(os.sep, "/"),
                "extras": distribution.metadata.get_all("Provides-Extra") or [],
            }
        )
print(json.dumps(found))
