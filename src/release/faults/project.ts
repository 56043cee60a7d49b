import { listed, named, place, quoted, type Row, sentence } from './fault-text.ts';

/** What the project is. */
export const project = {
  'directory-missing': ((d) => ({
    title: 'The project directory does not exist',
    finding: `working-directory is ${quoted(d.directory)}, and there is no such directory in the checkout.`,
    remedy:
      'Check out the repository before this step (actions/checkout), and give the directory relative to its top.',
  })) as Row<{ directory: string }>,
  'pyproject-missing': ((d) => ({
    title: 'There is no pyproject.toml',
    finding: `There is no pyproject.toml in ${place(d.directory)}.`,
    remedy:
      'Give the directory of the Python project as working-directory, or add a pyproject.toml with a [project] table.',
  })) as Row<{ directory: string }>,
  'pyproject-invalid': ((d) => ({
    title: 'pyproject.toml cannot be read',
    finding: sentence(d.problem),
    remedy: 'Mend the file: no TOML reader takes it as it is.',
  })) as Row<{ problem: string }>,
  'project-name-missing': ((d) => ({
    title: 'The project has no name',
    finding: `pyproject.toml in ${place(d.directory)} has no [project] name.`,
    remedy: 'Add a [project] table with name and version.',
  })) as Row<{ directory: string }>,
  'version-missing': ((d) => ({
    title: 'The version is not known before the build',
    finding: `${d.project} has no static version in pyproject.toml.`,
    remedy: 'Release by pushing a tag, or give the version input.',
  })) as Row<{ project: string }>,
  'version-invalid': ((d) => ({
    title: 'This is not a version',
    finding: `${d.where} is ${quoted(d.value)}, which is not a PEP 440 version.`,
    remedy: 'Use a version such as 1.2.3, 1.2.3rc1 or 1.2.3.post1.',
    link: 'https://packaging.python.org/specifications/version-specifiers',
  })) as Row<{ where: string; value: string }>,
  'version-local': ((d) => ({
    title: 'A local version cannot be published',
    finding: `The version is ${d.version}; what follows the + is for local builds only.`,
    remedy:
      'Release a version without a + part. A version computed from git has one where the commit is not the tag.',
  })) as Row<{ version: string }>,
  'version-disagrees': ((d) => ({
    title: 'The versions disagree',
    finding: d.places.map(({ where, version }) => `${where} says ${version}`).join('; ') + '.',
    remedy:
      'Make them equal: commit the version that the tag names, or push the tag of the version in the source.',
  })) as Row<{ places: readonly { where: string; version: string }[] }>,
  'bump-impossible': ((d) => ({
    title: `The version cannot be bumped`,
    finding: `bump is ${quoted(d.bump)} and the version is ${d.version}: ${sentence(d.problem)}`,
    remedy: 'Choose another bump, or give the version outright.',
  })) as Row<{ bump: string; version: string; problem: string }>,
  'tag-unfit': ((d) => ({
    title: 'The tag names no version',
    finding: `The tag is ${quoted(d.tag)} and tag-format is ${quoted(d.format)}.`,
    remedy: 'Let the workflow run only for tags of that form, or set tag-format.',
  })) as Row<{ tag: string; format: string }>,
  'changelog-missing': ((d) => ({
    title: 'The changelog file does not exist',
    finding: `changelog is ${quoted(d.file)}, and there is no such file in the working directory.`,
    remedy: 'Correct the name, or leave the input out to have the usual names looked for.',
  })) as Row<{ file: string }>,
  'towncrier-invalid': ((d) => ({
    title: 'The settings of towncrier cannot be read',
    finding: `towncrier.toml: ${sentence(d.problem)}`,
    remedy: 'Mend towncrier.toml: no TOML reader takes it as it is.',
  })) as Row<{ problem: string }>,
  'changelog-section-missing': ((d) => ({
    title: 'The changelog does not have this version',
    finding: `${d.file} has no section for ${d.version}.`,
    remedy: `Add a section for ${d.version}, or let the action date an Unreleased section (a dispatch with version or bump); notes: generated takes the notes that GitHub writes instead.`,
  })) as Row<{ file: string; version: string }>,
  'version-taken': ((d) => ({
    title: 'This version is already published',
    finding: `${d.project} ${d.version} is on ${named(d.index)} with ${listed(d.files)}, and its bytes are not these.`,
    remedy: 'An index never takes other bytes under a used file name. Release a new version.',
  })) as Row<{ project: string; version: string; index: string; files: readonly string[] }>,
  'version-behind': ((d) => ({
    title: 'A higher version is already published',
    finding: `The version is ${d.version}, but ${named(d.index)} already has ${d.latest} of that line.`,
    remedy: 'Release a version above it.',
  })) as Row<{ version: string; index: string; latest: string }>,
} as const;
