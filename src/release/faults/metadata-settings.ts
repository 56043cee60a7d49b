/** Where in pyproject.toml each field of the core metadata comes from (PyPA specification "pyproject.toml", [project] table). */
const SETTINGS: Readonly<Record<string, string>> = {
  Name: 'name in pyproject.toml',
  Version: 'the version, which PEP 440 gives the form of',
  Summary: 'description in pyproject.toml, which is one line of at most 512 characters',
  'Description-Content-Type': 'readme in pyproject.toml: a .md or .rst file, or its content-type, in UTF-8',
  Keywords: 'keywords in pyproject.toml',
  'Home-Page': 'the addresses under [project.urls] in pyproject.toml',
  'Download-URL': 'the addresses under [project.urls] in pyproject.toml',
  'Project-URL':
    'the addresses under [project.urls] in pyproject.toml: each has a label of at most 32 characters and begins with https:// or http://',
  'Author-Email': 'the email of authors and maintainers in pyproject.toml',
  'Maintainer-Email': 'the email of authors and maintainers in pyproject.toml',
  License: 'license in pyproject.toml: an SPDX expression alone, without the older licence text beside it',
  'License-Expression': 'license in pyproject.toml, which is an SPDX expression such as MIT or Apache-2.0',
  'License-File':
    'license-files in pyproject.toml: patterns below the project, with / between directories and without ..',
  'Requires-Python': 'requires-python in pyproject.toml, for instance >=3.10',
  'Requires-Dist': 'dependencies and optional-dependencies in pyproject.toml',
  'Provides-Extra': 'the names under [project.optional-dependencies] in pyproject.toml',
  Dynamic: 'dynamic in pyproject.toml, or update the build back end that wrote it',
  'Import-Name': 'import-names in pyproject.toml, which are Python identifiers with dots between them',
  'Import-Namespace':
    'import-namespaces in pyproject.toml, which are Python identifiers with dots between them',
};

const ANYWHERE =
  'what the answer names in pyproject.toml, or update the build back end that writes the field';

/** What to correct for a field of the core metadata, to follow "Correct"; a general word where it comes from elsewhere. */
export function settingOf(field: string): string {
  return SETTINGS[field] ?? ANYWHERE;
}
