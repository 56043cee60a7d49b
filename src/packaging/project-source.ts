/** The files that say what a project is, read as one: pyproject.toml, setup.cfg, setup.py. */

import { type BackEnd, backEndOf, versionFilesInCfg } from './back-end.ts';
import { type Pyproject, parsedPyproject, parsedToml } from './pyproject.ts';
import { tagTool } from './version-from-tags.ts';
import { cfgReader } from './version-places/cfg.ts';
import { pythonCode } from './version-places/python-code.ts';
import { nameInSetupPy } from './version-places/setup-py.ts';

/** Their names, in the order in which they are asked for the name. */
export const SOURCE_FILES = ['pyproject.toml', 'setup.cfg', 'setup.py'] as const;

export type SourceFile = (typeof SOURCE_FILES)[number];

/** Their texts; absent where there is no such file. */
export type SourceTexts = { readonly [File in SourceFile]?: string | undefined };

export interface ProjectSource extends Pyproject {
  readonly backEnd: BackEnd;
  /** The file that has the name; absent where only the back end can tell it. */
  readonly nameFile?: SourceFile;
  /** The tool that computes the version from git's tags. */
  readonly tagTool?: string;
}

/** What the files say together. Throws SyntaxError that names line and column where pyproject.toml is no TOML. */
export function projectSource(texts: SourceTexts): ProjectSource {
  const pyproject = parsedPyproject(texts['pyproject.toml'] ?? '');
  const document = parsedToml(texts['pyproject.toml'] ?? '');
  const setupCfg = texts['setup.cfg'];
  const backEnd = backEndOf(document);
  const found = nameIn(pyproject, texts);
  const tool = tagTool({ document, setupCfg, setupPy: pythonCode(texts['setup.py'] ?? '') });
  return {
    ...pyproject,
    extras: pyproject.extras.length > 0 ? pyproject.extras : extrasInCfg(setupCfg ?? ''),
    backEnd: {
      ...backEnd,
      versionFiles: [...backEnd.versionFiles, ...versionFilesInCfg(declared(setupCfg ?? '') ?? '')],
    },
    ...found,
    ...(tool !== undefined && pyproject.version === undefined && { tagTool: tool }),
  };
}

function nameIn(pyproject: Pyproject, texts: SourceTexts): { name?: string; nameFile?: SourceFile } {
  const said: Readonly<Record<SourceFile, string | undefined>> = {
    'pyproject.toml': pyproject.name,
    'setup.cfg': cfgReader('metadata', 'name').version(texts['setup.cfg'] ?? ''),
    'setup.py': nameInSetupPy(texts['setup.py'] ?? ''),
  };
  const nameFile = SOURCE_FILES.find((file) => said[file] !== undefined);
  const name = nameFile && said[nameFile];
  return name === undefined || nameFile === undefined ? {} : { name, nameFile };
}

/** `attr: ...` or `file: ...` of setup.cfg, which no reader takes for a version. */
function declared(setupCfg: string): string | undefined {
  return /^version[ \t]*[=:][ \t]*(?<value>(?:attr|file):[^\r\n]*?)[ \t]*$/m.exec(setupCfg)?.groups?.value;
}

/** Keys of `[options.extras_require]`; their values are indented (configparser). */
function extrasInCfg(setupCfg: string): readonly string[] {
  const section = /^\[options\.extras_require\][^\n]*\n(?<body>(?:(?!\[)[^\n]*(?:\n|$))*)/m.exec(setupCfg);
  return [...(section?.groups?.body ?? '').matchAll(/^(?<key>[A-Za-z0-9][\w.-]*)[ \t]*[=:]/gm)].map(
    ({ groups }) => groups?.key ?? '',
  );
}
