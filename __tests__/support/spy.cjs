/**
 * Loaded into the bundle by NODE_OPTIONS, before it: writes down what the process prints and which children it starts.
 * One JSON line each, in the file that SPY_FILE names: {"printed"} or {"file","args","environment"}.
 */
const { appendFileSync } = require('node:fs');
const { ChildProcess } = require('node:child_process');

const report = (entry) => appendFileSync(process.env.SPY_FILE, `${JSON.stringify(entry)}\n`);

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write;
  stream.write = (chunk, ...rest) => {
    report({ printed: chunk.toString() });
    return write.call(stream, chunk, ...rest);
  };
}

const { spawn } = ChildProcess.prototype;
ChildProcess.prototype.spawn = function (options) {
  report({ file: options.file, args: options.args, environment: options.envPairs });
  return spawn.call(this, options);
};
