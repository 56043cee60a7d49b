import path from 'node:path';
import { levelsAbove } from '../../git/levels.ts';
import type { PythonOptions } from '../options.ts';
import type { RuffCheck } from '../ruff.ts';

/** Where projects write down what they run, here or at the top of the checkout: other tools' files, scripts, jobs. */
const PLACES = [
  '{tox.ini,tox.toml,setup.cfg,pyproject.toml,noxfile.py,tasks.py,dodo.py}',
  '{Makefile,makefile,GNUmakefile,justfile,Justfile,.justfile,Taskfile.yml,Taskfile.yaml}',
  '{scripts,script,bin,tools}/*',
  '.github/workflows/*.{yml,yaml}',
  '{.gitlab-ci.yml,.circleci/config.yml,azure-pipelines.yml,.travis.yml}',
] as const;

const RUNS: Readonly<Record<RuffCheck, RegExp>> = {
  // nox takes the words apart: session.run("ruff", "format").
  lint: /\bruff["',\s]+check\b/,
  format: /\bruff["',\s]+format\b/,
};

/** The file in which the project says that it runs this check of ruff's; undefined where there is none. */
export async function scriptWith(
  check: RuffCheck,
  { files, directory, processes }: Pick<PythonOptions, 'files' | 'directory' | 'processes'>,
): Promise<string | undefined> {
  const levels = await levelsAbove(processes, directory);
  for (const level of new Set([directory, levels.at(-1) ?? directory])) {
    const names = await Promise.all(PLACES.map((pattern) => files.glob(level, pattern)));
    for (const name of names.flat()) {
      const text = (await files.text(path.join(level, name))) ?? '';
      if (text.split('\n').some((line) => !/^\s*[#;]/.test(line) && RUNS[check].test(line))) return name;
    }
  }
  return undefined;
}
