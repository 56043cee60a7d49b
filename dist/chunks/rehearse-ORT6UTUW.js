import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UsageError
} from "./chunk-JR27AX2B.js";
import {
  rehearsal
} from "./chunk-TUNRFLRA.js";
import {
  stagedInputFaults
} from "./chunk-XLE4H5UU.js";
import "./chunk-PMJSZJYP.js";
import "./chunk-2LJBBVMU.js";
import {
  sampleProject
} from "./chunk-UUKMP5QY.js";
import "./chunk-ZD43BDC6.js";
import {
  x
} from "./chunk-UWZJFJ6R.js";
import "./chunk-OBTIDVET.js";
import "./chunk-NIL74CMH.js";
import "./chunk-TD4IKDX2.js";
import "./chunk-MBWH6A5W.js";
import {
  Stopped
} from "./chunk-U3DV3KVM.js";
import "./chunk-VKGSPYOT.js";
import "./chunk-VN2YZVVU.js";
import "./chunk-HZDA7MMY.js";
import "./chunk-VX4HL5QL.js";

// src/cli/rehearse.ts
import { writeFile } from "node:fs/promises";

// src/cli/page.ts
var STYLE = `
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1f2328; }
  table { border-collapse: collapse; margin: 1rem 0; } th, td { border: 1px solid #d1d9e0; padding: .3rem .7rem; text-align: left; vertical-align: top; }
  th { background: #f6f8fa; } code { background: #eff1f3; border-radius: 4px; padding: .1em .3em; font-size: .85em; overflow-wrap: anywhere; }
  pre { overflow-x: auto; }
  @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #f0f6fc; } th { background: #151b23; } th, td { border-color: #3d444d; } code { background: #212830; } a { color: #4493f8; } }
`;
async function page(summary) {
  const body = await x.parse(summary, { gfm: true });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Release summary</title><style>${STYLE}</style></head>
<body>
${body}</body>
</html>
`;
}

// src/cli/screen.ts
function createScreen(print) {
  let inGroup = false;
  let told = "";
  const tell2 = (text) => {
    told += `${text}
`;
    print(text);
  };
  return (line2) => {
    switch (line2.kind) {
      case "group":
        inGroup = true;
        tell2(`
${line2.title}`);
        return;
      case "endgroup":
        inGroup = false;
        return;
      case "annotation":
        if (line2.title === "" || !told.includes(line2.title))
          tell2([line2.level, line2.title, line2.text].filter((part) => part !== "").join(": "));
        return;
      case "text":
        tell2(`${inGroup ? "  " : ""}${line2.text}`);
        return;
      case "debug":
        return;
    }
  };
}

// src/cli/world-in-words.ts
function worldInWords(world, released) {
  const releases = world.releases.map(
    ({ tag, draft, assets }) => `${tag} (${draft ? "draft" : "published"}, ${Object.keys(assets).length} files)`
  );
  return [
    "The servers hold:",
    line("TestPyPI", files(world.testpypi)),
    line("PyPI", files(world.pypi)),
    line("tags", tagsInWords(world.tags, released)),
    line("releases", releases)
  ].join("\n");
}
function line(what, values) {
  return `  ${what.padEnd(9)} ${values.length === 0 ? "nothing" : values.join(", ")}`;
}
function files(index) {
  return Object.values(index).flatMap((project) => Object.values(project).flatMap(Object.keys));
}
function tagsInWords(tags, released) {
  const all = Object.entries(tags);
  const named = all.filter(([, commit]) => commit === released);
  const others = all.length - named.length;
  const counted = named.length === 0 ? `${others} that were there` : `and ${others} that were there`;
  return [
    ...named.map(([tag, commit]) => `${tag} on ${commit.slice(0, 12)}`),
    ...others === 0 ? [] : [counted]
  ];
}

// src/cli/rehearse.ts
async function rehearse(options, print) {
  const [staged] = stagedInputFaults(options.inputs);
  if (staged !== void 0) throw new UsageError(`${staged.finding} ${staged.remedy}`);
  const project = options.project ?? sampleProject();
  const told = { show: createScreen(print), note: print };
  const rehearsed = await rehearsal({ ...options, project }, told).catch((error) => {
    if (!(error instanceof Stopped)) throw error;
    for (const { finding, remedy } of error.faults) print(`${finding} ${remedy}`);
    return void 0;
  });
  if (rehearsed === void 0) return 1;
  await tell(options, rehearsed, print);
  return rehearsed.exitCode;
}
async function tell(options, { report, summary, world }, print) {
  print("");
  print(worldInWords(world, report.commit));
  if (options.report !== void 0) {
    await writeFile(options.report, `${JSON.stringify({ ...report, world }, void 0, 2)}
`);
    print(`The report: ${options.report}`);
  }
  if (options.page !== void 0) {
    await writeFile(options.page, await page(summary));
    print(`The summary: ${options.page}`);
  }
}
export {
  rehearse
};
