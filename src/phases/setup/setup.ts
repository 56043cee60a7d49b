import path from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { CommandResult } from '../../ports/toolchain.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Project } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import { allOf } from '../../release/in-parallel.ts';
import { lastLines } from '../../release/last-lines.ts';
import { hasSeveral } from '../../release/packages.ts';
import { definePhase } from '../../release/phase.ts';
import { installedAsTagged } from './as-tagged.ts';
import { readProject, requireProject } from './project.ts';
import { READING } from './reading.ts';
import { toldSync } from './told-sync.ts';

/** Provides the toolchain, installs the project, reads it. */
export const setup = definePhase({
  name: 'setup',
  title: 'Set up the toolchain and the project',
  needs: [],
  wants: [],
  uses: ['toolchain', ...READING],
  yields: 'project',

  async preflight(plan, world) {
    return (await readProject(plan, world)).faults;
  },

  async recall(plan, world) {
    return requireProject(plan, world);
  },

  async run(_given, plan, world, emit) {
    const { toolchain, files } = world;
    const project = await step(emit, 'Read the project', () => requireProject(plan, world), projectSentence);
    await step(
      emit,
      'Provide uv and Python',
      () => toolchain.provide(),
      ({ uv, origin, python }) =>
        `uv ${uv} (${origin === 'PATH' ? 'from PATH' : 'pinned, from the package index'}), Python ${python}`,
    );
    const tools = step(
      emit,
      'Provide the check tools',
      () => toolchain.provideCheckTools(),
      (provided) => provided.map(({ name, version }) => `${name} ${version}`).join(', '),
    );
    const synced = step(
      emit,
      'Install the project with its extras and dependency groups',
      () =>
        installedAsTagged(project, world, (variables) =>
          toolchain.sync({ extras: plan.toolchain.extras, variables }),
        ),
      toldSync,
    );
    await allOf([tools, synced]);
    await verify(plan, { toolchain, files }, emit);
    return project;
  },
});

/** What was read, and where. */
function projectSentence(project: Project): string {
  const { name, version, tag, backEnd, changelog, readFrom, packages } = project;
  return [
    `${name} ${version} (name from ${readFrom.name}, version from ${readFrom.version})`,
    `built by ${backEnd}`,
    changelog === undefined ? 'no changelog' : `changelog ${changelog}`,
    `tag ${tag} (${readFrom.tagFormat})`,
    ...(hasSeveral(project)
      ? [`released together, in this order: ${packages.map((each) => each.name).join(', ')}`]
      : []),
  ].join(', ');
}

async function verify(
  plan: Plan,
  { toolchain, files }: Pick<World, 'toolchain' | 'files'>,
  emit: Emit,
): Promise<void> {
  const command = await verifyCommand(plan, files);
  const title = 'Run the verify command';
  if (command === undefined)
    return skipped(emit, title, 'there is no verify.sh, and no verify-command is given');
  await step(
    emit,
    title,
    async () => {
      const result = await toolchain.command(command);
      if (result.exitCode !== 0) {
        emit({ kind: 'output', title: command, text: result.output });
        failVerify(command, result);
      }
    },
    () => command,
  );
}

async function verifyCommand({ commands, directory }: Plan, files: Files): Promise<string | undefined> {
  if (commands.verify !== 'auto') return commands.verify;
  return (await files.executable(path.join(directory, 'verify.sh'))) ? './verify.sh' : undefined;
}

function failVerify(command: string, { exitCode, output }: CommandResult): never {
  stop('tool-failed', {
    tool: 'The verify command',
    what: command,
    exitCode,
    tail: lastLines(output, 3),
    remedy: 'Run it by hand in the project’s environment; the log has all it printed.',
  });
}
