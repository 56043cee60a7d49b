import type { BackEnd } from '../../ports/back-end.ts';
import type { Builder } from '../../ports/builder.ts';
import type { Checks } from '../../ports/checks.ts';
import type { Environments } from '../../ports/environments.ts';
import type { MarkupConverter } from '../../ports/markup-converter.ts';
import type { NewsFragments } from '../../ports/news-fragments.ts';
import type { Toolchain } from '../../ports/toolchain.ts';
import { createBackEnd } from './back-end.ts';
import { createBuilder } from './builder.ts';
import { createCheckTools } from './check-tools.ts';
import { createChecks } from './checks.ts';
import { createEnvironments } from './environments.ts';
import { createMarkupConverter } from './markup-converter.ts';
import { createNewsFragments } from './news-fragments.ts';
import type { PythonOptions } from './options.ts';
import { createProjectEnvironment } from './project-environment.ts';
import { createToolchain } from './toolchain.ts';
import { createUv } from './uv.ts';

/** Everything that the Python toolchain does for a release. */
export interface Python {
  readonly toolchain: Toolchain;
  readonly checks: Checks;
  readonly backEnd: BackEnd;
  readonly builder: Builder;
  readonly environments: Environments;
  readonly markup: MarkupConverter;
  readonly newsFragments: NewsFragments;
  /** Tools for other adapters: each promises the program's file, once it is there. */
  readonly programs: Readonly<Record<'uv' | 'twine', () => Promise<string>>>;
}

/** The Python toolchain of one run; uv and the check tools are provided when first needed, and shared. */
export function createPython(options: PythonOptions): Python {
  const uv = createUv(options);
  const checkTools = createCheckTools(options, uv);
  const workshop = { options, uv, checkTools, project: createProjectEnvironment(options, uv) };
  return {
    toolchain: createToolchain(workshop),
    checks: createChecks(workshop),
    backEnd: createBackEnd(workshop),
    builder: createBuilder(workshop),
    environments: createEnvironments(workshop),
    markup: createMarkupConverter(workshop),
    newsFragments: createNewsFragments(workshop),
    programs: {
      uv: async () => (await uv.provide()).program,
      twine: async () => {
        await checkTools.provide();
        return checkTools.layout.program('twine');
      },
    },
  };
}
