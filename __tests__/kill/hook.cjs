/**
 * Loaded into the action by NODE_OPTIONS: counts its child processes and the files it puts in place, tells each in the file that KILL_LOG names,
 * and at the point that KILL_AT names (`child:3:after`) ends the whole process group at once, as a machine that goes down would.
 */
const { appendFileSync, promises } = require('node:fs');
const { ChildProcess } = require('node:child_process');
const { syncBuiltinESMExports } = require('node:module');

const { KILL_LOG: log, KILL_AT: chosen } = process.env;
const counts = { child: 0, file: 0 };

function reached(kind, n, side, what) {
  appendFileSync(log, `${JSON.stringify({ kind, n, side, what, at: Date.now() })}\n`);
  if (`${kind}:${n}:${side}` === chosen) process.kill(-process.pid, 'SIGKILL');
}

function next(kind) {
  counts[kind] += 1;
  return counts[kind];
}

if (log !== undefined) {
  const { spawn } = ChildProcess.prototype;
  ChildProcess.prototype.spawn = function (options) {
    const n = next('child');
    const what = options.args.slice(0, 6).join(' ');
    reached('child', n, 'before', what);
    this.prependOnceListener('exit', () => reached('child', n, 'after', what));
    return spawn.call(this, options);
  };
  const { rename } = promises;
  promises.rename = async (from, to) => {
    const n = next('file');
    reached('file', n, 'before', to);
    await rename(from, to);
    reached('file', n, 'after', to);
  };
  syncBuiltinESMExports();
}
