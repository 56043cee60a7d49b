/** Builds the distributions of a release, by the packages' back ends or by the user's own command. */

import type { Plan } from '../../plan/plan.ts';
import type { BuildRequest } from '../../ports/builder.ts';
import type { CommandResult } from '../../ports/toolchain.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, step } from '../../release/event.ts';
import type { Project } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
import { hasSeveral } from '../../release/packages.ts';
import { distributionsIn } from '../../release/record.ts';

type Compiling = Pick<World, 'builder' | 'files'> & Pick<BuildRequest, 'epoch' | 'variables'>;

/** The user's own build makes everything at once; otherwise one package after the other, since one may be needed to build the next. */
export async function compileAll(
  project: Project,
  plan: Plan,
  compiling: Compiling,
  emit: Emit,
): Promise<void> {
  const { epoch, variables } = compiling;
  const { build: command, configSettings } = plan.commands;
  const request: BuildRequest = { packages: plan.packages, epoch, variables, configSettings };
  if (command !== undefined) return compile(`Run ${command}`, request, plan, compiling, emit);
  const several = hasSeveral(project);
  for (const [place, { name, directory }] of project.packages.entries()) {
    const title = several
      ? `Build ${name}: the sdist, then the wheel from it`
      : 'Build the sdist, then the wheel from it';
    await compile(title, { ...request, directory, hasSiblings: place > 0 }, plan, compiling, emit);
  }
}

async function compile(
  title: string,
  request: BuildRequest,
  plan: Plan,
  { builder, files }: Compiling,
  emit: Emit,
): Promise<void> {
  const command = plan.commands.build;
  await step(emit, title, async () => {
    const result =
      command === undefined ? await builder.build(request) : await builder.command(command, request);
    if (result.exitCode !== 0) {
      emit({ kind: 'output', title, text: result.output });
      failBuild(title, result);
    }
    if ((await distributionsIn(files, plan.packages)).length > 0) return;
    const found = (await files.list(plan.packages)) ?? [];
    stop('build-empty', { command: title, directory: plan.packages, found: found.join(', ') || 'nothing' });
  });
}

function failBuild(what: string, { exitCode, output }: CommandResult): never {
  const remedy =
    'The log has all that the build printed. The build sees an allow-listed environment: name what it needs in the env input.';
  stop('tool-failed', { tool: 'The build', what, exitCode, tail: lastLines(output, 4), remedy });
}
