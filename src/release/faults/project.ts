import { listed, named, place, quoted, type Row, sentence } from './fault-text.ts';

/** What the project is. */
export const project = {
  'directory-missing': ((d) => ({
    title: 'The project directory does not exist',
    finding: `working-directory is ${quoted(d.directory)}, and there is no such directory in the checkout.`,
    remedy:
      'Check out the repository before this step (actions/checkout), and give the directory relative to its top.',
  })) as Row<{ directory: string }>,
  'repository-missing': ((d) => ({
    title: 'There is no git repository',
    finding: `${d.directory} lies in no git repository.`,
    remedy:
      'A workflow lies at the top of a repository of the forge: run git init there, and commit the project.',
  })) as Row<{ directory: string }>,
  'pyproject-missing': ((d) => ({
    title: 'There is no Python project',
    finding: `There is no pyproject.toml, no setup.cfg and no setup.py in ${place(d.directory)}.`,
    remedy:
      'Give the directory of the Python project as working-directory, or add a pyproject.toml with a [project] table.',
  })) as Row<{ directory: string }>,
  'pyproject-invalid': ((d) => ({
    title: 'pyproject.toml cannot be read',
    finding: sentence(d.problem),
    remedy: 'Mend the file: no TOML reader takes it as it is.',
  })) as Row<{ problem: string }>,
  'cargo-invalid': ((d) => ({
    title: 'Cargo.toml cannot be read',
    finding: sentence(d.problem),
    remedy: 'Mend the file: maturin builds by it, and takes the version from it.',
  })) as Row<{ problem: string }>,
  'project-name-missing': ((d) => ({
    title: 'The project has no name',
    finding: `No file in ${place(d.directory)} says a name, and neither does the build back end.`,
    remedy: 'Add a [project] table with name and version to pyproject.toml.',
  })) as Row<{ directory: string }>,
  'version-missing': ((d) => ({
    title: 'There is no version to raise',
    finding: `The version of ${d.project} is computed from git’s tags, and no tag in the history of this commit names one.`,
    remedy: 'Give the first version as the version input, or push its tag.',
  })) as Row<{ project: string }>,
  'clone-shallow': ((d) => ({
    title: 'The clone is too shallow for the version',
    finding: `The version of ${d.project} is computed from git’s tags, and this shallow clone does not have ${d.tag === undefined ? 'them' : `the tag ${d.tag}`}: the build would get another version.`,
    remedy: 'Give actions/checkout `fetch-depth: 0`.',
  })) as Row<{ project: string; tag: string | undefined }>,
  'version-untagged': ((d) => ({
    title: 'This commit has no version',
    finding: `The version of ${d.project} is computed from git’s tags, and no tag on this commit names one.`,
    remedy: 'Give version or bump, or push a tag: what a tool computes between two tags is not for an index.',
  })) as Row<{ project: string }>,
  'version-computed': ((d) => ({
    title: 'The version is computed, and would not change',
    finding: `The version would be ${d.version}, but the build back end of ${d.project} computes ${d.computed} from a place that this action does not know.`,
    remedy:
      'Commit the version where it stands and release with neither version nor bump, or give [project] a static version.',
  })) as Row<{ project: string; version: string; computed: string }>,
  'version-unfinished': ((d) => ({
    title: 'Nobody asked for this kind of version',
    finding: `${d.where} says ${d.version}, which is a ${d.stable === undefined ? 'post' : 'development'} release.`,
    remedy:
      d.stable === undefined
        ? `Give version: ${d.version} if that is meant, else a bump.`
        : `Give bump: stable to release ${d.stable}, or version: ${d.version} if that is meant.`,
  })) as Row<{ where: string; version: string; stable: string | undefined }>,
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
  'version-unspellable': ((d) => ({
    title: 'Cargo has no spelling for this version',
    finding: `The version would be ${d.version}, and ${d.file} takes X.Y.Z alone or with an alpha, beta or rc (SemVer).`,
    remedy: 'Choose a version of that form, such as 1.2.3 or 1.2.3rc1.',
  })) as Row<{ version: string; file: string }>,
  'version-unwritten': ((d) => ({
    title: 'The version also stands where this action does not write it',
    finding: `${d.version} would not be written to ${listed(d.files)} (${d.why}).`,
    remedy:
      'Raise the version with the tool that the project has for it, commit that, and release what the source then says, with neither version nor bump.',
  })) as Row<{ version: string; files: readonly string[]; why: string }>,
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
  'file-outside': ((d) => ({
    title: 'A file of the release lies outside the repository',
    finding: `${d.what} is ${quoted(d.file)}, which leads out of the repository.`,
    remedy:
      'Keep the file in the repository, itself and not by a link alone: what lies outside is in no commit. Where working-directory is a link, give the directory that it leads to.',
  })) as Row<{ what: string; file: string }>,
  'towncrier-invalid': ((d) => ({
    title: 'The settings of towncrier cannot be read',
    finding: `towncrier.toml: ${sentence(d.problem)}`,
    remedy: 'Mend towncrier.toml: no TOML reader takes it as it is.',
  })) as Row<{ problem: string }>,
  'version-released': ((d) => ({
    title: 'This version is already released',
    finding: `${d.project} ${d.version} was released as tag ${d.tag}, of an earlier commit than this one.`,
    remedy:
      'Raise the version: by bump, or in the source. What was released can be built again from its tag.',
  })) as Row<{ project: string; version: string; tag: string }>,
  'version-taken': ((d) => ({
    title: 'This version is already published',
    finding: `${d.project} ${d.version} is on ${named(d.index)} with ${listed(d.files)}, and no release ${d.tag} of ${d.repository} holds these files.`,
    remedy:
      'Release a new version (bump, or one in the source). If these files were published from this very commit by other means, push the tag: the build is then compared with them.',
  })) as Row<{
    project: string;
    version: string;
    index: string;
    files: readonly string[];
    tag: string;
    repository: string;
  }>,
  'version-behind': ((d) => ({
    title: 'A higher version is already published',
    finding: `The version${d.project === undefined ? '' : ` of ${d.project}`} is ${d.version}, but ${named(d.index)} already has ${d.latest} of that line.`,
    remedy: 'Release a version above it.',
  })) as Row<{ version: string; index: string; latest: string; project?: string }>,
} as const;
