#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UsageError
} from "./chunks/chunk-JR27AX2B.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/cli.ts
import { parseArgs } from "node:util";
var HELP = `pypi-release: releases a Python package; this command line tries it without leaving the machine.

  rehearse   the whole release of a project against built-in servers
             [--project DIR] [--path A|B|C] [--phase P] [--input name=value]... [--event tag|dispatch]
             [--report FILE] [--page FILE] [--mishap SPEC]... [--keep]
  serve      the same servers, until stopped
             [--json] [--state FILE] [--mishap SPEC]...
  check      the rows of the release checklist that need no server
             [--project DIR]
  init       writes the release workflow of a project, and says what to enter as trusted publisher and environment
             [--project DIR]
  bench      the action against the same release by hand, on the sample
             [--runs N]
`;
var OPTIONS = {
  project: { type: "string" },
  path: { type: "string" },
  phase: { type: "string" },
  input: { type: "string", multiple: true },
  event: { type: "string" },
  report: { type: "string" },
  page: { type: "string" },
  mishap: { type: "string", multiple: true },
  keep: { type: "boolean" },
  json: { type: "boolean" },
  state: { type: "string" },
  runs: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" }
};
var print = (text) => void process.stdout.write(`${text}
`);
var COMMANDS = {
  rehearse: {
    takes: ["project", "path", "phase", "input", "event", "report", "page", "mishap", "keep"],
    async run(values) {
      const { rehearse } = await import("./chunks/rehearse-ORT6UTUW.js");
      const { path, phase } = values;
      const inputs = {
        ...given({ path, phase }),
        ...Object.fromEntries((values.input ?? []).map(namedValue))
      };
      const options = {
        project: values.project,
        inputs,
        event: eventOf(values.event),
        report: values.report,
        page: values.page,
        mishaps: values.mishap ?? [],
        keep: values.keep ?? false
      };
      return rehearse(options, print);
    }
  },
  serve: {
    takes: ["json", "state", "mishap"],
    async run({ json, state, mishap }) {
      const { serve } = await import("./chunks/serve-O7G54DFN.js");
      return serve({ json: json ?? false, state, mishaps: mishap ?? [] }, print);
    }
  },
  bench: {
    takes: ["runs"],
    async run({ runs }) {
      const { bench } = await import("./chunks/bench-G3ZZYS3R.js");
      return bench(Number(runs ?? 5), print);
    }
  },
  check: {
    takes: ["project"],
    async run({ project }) {
      const { check } = await import("./chunks/check-ZXK4FGJC.js");
      return check(project ?? ".", print);
    }
  },
  init: {
    takes: ["project"],
    async run({ project }) {
      const { init } = await import("./chunks/init-5PA4LNCA.js");
      return init(project ?? ".", print);
    }
  }
};
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2));
async function main(args) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.version) return say("1.0.0");
    const [name, ...rest] = positionals;
    const command = COMMANDS[name ?? ""];
    if (values.help || name === void 0) return say(HELP);
    if (command === void 0)
      throw new UsageError(`There is no command ${name}. Commands: ${Object.keys(COMMANDS).join(", ")}.`);
    if (rest.length > 0) throw new UsageError(`${name} takes no ${rest.join(" ")}.`);
    const stray = Object.keys(values).filter(
      (option) => !command.takes.includes(option)
    );
    if (stray.length > 0) throw new UsageError(`${name} takes no --${stray.join(", no --")}.`);
    return await command.run(values);
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof TypeError && "code" in error)) throw error;
    process.stderr.write(`${error.message}

${HELP}`);
    return 2;
  }
}
function say(text) {
  print(text.trimEnd());
  return 0;
}
function eventOf(event) {
  if (event === void 0 || event === "dispatch" || event === "tag") return event ?? "dispatch";
  throw new UsageError(`--event is ${event}. Allowed: tag, dispatch.`);
}
function namedValue(text) {
  const equals = text.indexOf("=");
  if (equals < 1) throw new UsageError(`--input is ${text}. It takes name=value.`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}
function given(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0));
}
