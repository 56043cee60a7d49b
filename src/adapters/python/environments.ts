import path from 'node:path';
import type { Environment, Environments, InstallOptions } from '../../ports/environments.ts';
import { createClock } from '../node/clock.ts';
import { activated } from './child-environment.ts';
import { installedIn } from './installed.ts';
import { environmentLayout } from './layout.ts';
import { runLine } from './shell.ts';
import { succeeded } from './tool-failure.ts';
import type { Workshop } from './toolchain.ts';

/** The environments port over `uv venv` and `uv pip`. Raises `tool-failed` where an environment cannot be made or read. */
export function createEnvironments(workshop: Workshop): Environments {
  const { options } = workshop;
  const all = path.join(options.scratch, 'environments');
  let made = 0;
  return {
    async create(name, limit) {
      const work = limit === undefined ? workshop : endingAfter(limit, workshop);
      made += 1;
      const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-');
      const home = path.join(all, `${made}-${plain}`);
      await options.files.makeDirectory(path.join(home, 'empty'));
      const python = options.python === undefined ? [] : ['--python', options.python];
      const args = ['venv', '--clear', ...python, path.join(home, 'env')];
      // In the project's directory its own request for a Python counts.
      succeeded(await work.uv.run(args, { directory: options.directory }), 'uv venv', REMEDY);
      return environmentIn(home, work);
    },
    removeAll: () => options.files.remove(all),
  };
}

/** The same workshop, whose children have so many milliseconds from now, all together. */
function endingAfter(limit: number, workshop: Workshop): Workshop {
  const clock = createClock();
  const until = clock.now().getTime() + limit;
  // A child that has not started yet cannot be ended: each has a second.
  const left = (): { readonly limit: number } => ({ limit: Math.max(1_000, until - clock.now().getTime()) });
  const { options, uv } = workshop;
  const { processes } = options;
  return {
    ...workshop,
    uv: { ...uv, run: (args, run) => uv.run(args, { ...run, ...left() }) },
    options: {
      ...options,
      processes: {
        ...processes,
        run: (command, args, run) => processes.run(command, args, { ...run, ...left() }),
      },
    },
  };
}

const REMEDY = 'Ask for a python-version that the runner has, or can be had.';

/** An environment; what runs in it runs in an empty directory beside it, so that nothing is imported from the checkout. */
function environmentIn(home: string, { options, uv }: Workshop): Environment {
  const directory = path.join(home, 'empty');
  const layout = environmentLayout(path.join(home, 'env'), options.platform);
  return {
    async install(requirements, { index, constraints = [], configSettings } = {}) {
      // uv keeps pages of an index for as long as it allows, and what is asked for came a moment ago.
      const from = index === undefined ? [] : ['--index', index, '--refresh'];
      const file = path.join(home, 'constraints.txt');
      const bound = constraints.length === 0 ? [] : ['--constraints', file];
      if (bound.length > 0) await options.files.write(file, constraints.map((each) => `${each}\n`).join(''));
      const chosen = [...from, ...bound, ...settingOptions(configSettings)];
      const args = ['pip', 'install', '--python', layout.python, ...chosen, '--', ...requirements];
      const { exitCode, output } = await uv.run(args, { directory });
      return { exitCode, output };
    },
    async fits(wheel) {
      // Nothing else can stand in the way of a file without its dependencies.
      const alone = ['--dry-run', '--no-deps', '--no-index'];
      const takes = async (file: string) => {
        const args = ['pip', 'install', '--python', layout.python, ...alone, '--', file];
        return (await uv.run(args, { directory })).exitCode === 0;
      };
      if (await takes(wheel)) return true;
      // Where it is not taken by a name that fits everywhere either, its tags are not what is wrong: to try it shows what is.
      const [name, version] = path.basename(wheel).split('-');
      // A directory for each: wheels that differ in their tags alone are asked for side by side.
      const renamed = path.join(home, 'renamed', path.basename(wheel));
      const other = path.join(renamed, `${name}-${version}-py3-none-any.whl`);
      await options.files.write(other, (await options.files.bytes(wheel)) ?? '');
      const fitsByAnyName = await takes(other);
      await options.files.remove(renamed);
      return !fitsByAnyName;
    },
    async python(code, args) {
      const environment = await activated([layout], uv, options);
      const run = { directory, environment };
      const { exitCode, output } = await options.processes.run(
        layout.python,
        ['-I', '-c', code, ...args],
        run,
      );
      return { exitCode, output };
    },
    async command(line) {
      return runLine(line, options, { directory, environment: await activated([layout], uv, options) });
    },
    async packages() {
      return (await installedIn(uv, layout, directory)).map(({ name, version }) => `${name}==${version}`);
    },
    remove: () => options.files.remove(home),
  };
}

function settingOptions(given: InstallOptions['configSettings']): readonly string[] {
  const { projects = [], settings = [] } = given ?? {};
  return projects.flatMap((project) =>
    settings.map((setting) => `--config-settings-package=${project}:${setting}`),
  );
}
