/** Entry of the sub-action `rehearse`. */

import { rehearseAction } from './cli/sub-action.ts';

process.exitCode = await rehearseAction(process.env, process.cwd());
