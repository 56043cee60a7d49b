/** Entry of the action: compose, perform, report, exit code. No decision is made here. */

import { run } from './action/run.ts';

process.exitCode = await run({ variables: process.env, directory: process.cwd(), signals: process });
