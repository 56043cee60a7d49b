/** Entry of the action: compose, perform, report, exit code. No decision is made here. */

import { run } from './action/run.ts';

const { exitCode, abandoned } = await run({
  variables: process.env,
  directory: process.cwd(),
  signals: process,
});
process.exitCode = exitCode;
// A cancelled upload would go on as long as the process does; the runner waits for neither.
if (abandoned) process.stdout.write('', () => process.exit());
