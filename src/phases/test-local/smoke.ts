/** What is asked of a distribution that was installed: its imports, the user's commands, the frameworks. */

import type { FrameworkTest } from '../../plan/plan.ts';
import type { CheckResult } from '../../ports/checks.ts';
import type { Environment } from '../../ports/environments.ts';
import type { CommandResult } from '../../ports/toolchain.ts';
import { stop } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
import frameworkScript from './framework-test.py';
import importScript from './imports.py';

export interface Questions {
  /** What is installed, for a fault's title. */
  readonly subject: string;
  /** Top-level modules to import. */
  readonly modules: readonly string[];
  /** Command lines of the user's. */
  readonly commands: readonly string[];
  readonly frameworks: readonly FrameworkTest[];
}

/**
 * Asks an installed distribution everything.
 *
 * @throws Stopped `smoke-failed` at the first that fails, with the child's last lines and the environment's packages
 */
export async function smoke(environment: Environment, questions: Questions): Promise<readonly CheckResult[]> {
  const { modules, commands, frameworks } = questions;
  const results: CheckResult[] = [];
  if (modules.length > 0) {
    const imported = await environment.python(importScript, modules);
    results.push(
      await passed(environment, questions, {
        id: 'import',
        title: `import ${modules.join(', ')}`,
        result: imported,
      }),
    );
  }
  for (const command of commands) {
    results.push(
      await passed(environment, questions, {
        id: 'smoke',
        title: command,
        result: await environment.command(command),
      }),
    );
  }
  for (const { framework, module, callable } of frameworks) {
    const result = await environment.python(frameworkScript, [framework, module, callable]);
    results.push(
      await passed(environment, questions, {
        id: 'framework',
        title: `${framework}=${module}:${callable}`,
        result,
      }),
    );
  }
  return results;
}

interface Answer {
  readonly id: CheckResult['id'];
  readonly title: string;
  readonly result: CommandResult;
}

async function passed(
  environment: Environment,
  { subject }: Questions,
  { id, title, result }: Answer,
): Promise<CheckResult> {
  if (result.exitCode === 0) return { id, outcome: 'passed', evidence: title, details: result.output };
  const installed = (await environment.packages()).join(', ');
  stop('smoke-failed', {
    what: `${title} with ${subject}`,
    tail: `${lastLines(result.output, 4)} (exit code ${result.exitCode}; installed: ${installed})`,
  });
}
