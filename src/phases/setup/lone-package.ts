import path from 'node:path';
import { SOURCE_FILES } from '../../packaging/project-source.ts';
import { parsedMember } from '../../packaging/workspace-member.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';

/** What tells that a repository holds a project of another language, which a changelog at its top may be of. */
const OTHERS = [
  'package.json',
  'Cargo.toml',
  'go.mod',
  'pom.xml',
  'build.gradle',
  'composer.json',
  'Gemfile',
];

/**
 * Whether the package of the working directory is all that its repository holds: no other package anywhere in it, and no project of
 * another language at its top. What cannot be read counts as another package.
 *
 * @param top of the repository, absolute
 */
export async function isLonePackage({ directory }: Plan, top: string, files: Files): Promise<boolean> {
  const entries = (await files.list(top)) ?? [];
  if (OTHERS.some((name) => entries.includes(name))) return false;
  const own = path.relative(top, directory).replaceAll(path.sep, '/');
  const found = (await files.glob(top, `**/{${SOURCE_FILES}}`)).filter(
    (file) => path.posix.dirname(file) !== own,
  );
  const packages = await Promise.all(found.map((file) => isPackage(path.join(top, file), files)));
  return !packages.includes(true);
}

/** Settings of tools alone make none. */
async function isPackage(file: string, files: Files): Promise<boolean> {
  const text = (await files.text(file)) ?? '';
  switch (path.basename(file)) {
    case 'pyproject.toml':
      return isNamed(text);
    case 'setup.cfg':
      return /^\[metadata\]/m.test(text);
    default:
      return true;
  }
}

function isNamed(pyproject: string): boolean {
  try {
    return parsedMember(pyproject).name !== undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return true;
    throw error;
  }
}
