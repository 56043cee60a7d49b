"""Reads INI texts, given as a JSON object of names on standard input, and prints their sections; what is no INI is left out."""

import configparser
import json
import sys

sections = {}
for name, text in json.load(sys.stdin).items():
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
    try:
        parser.read_string(text)
    except configparser.Error:
        continue
    sections[name] = {section: {key: value or "" for key, value in parser[section].items()} for section in parser.sections()}
print(json.dumps(sections))
