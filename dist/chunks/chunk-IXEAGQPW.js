import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  vn
} from "./chunk-Q7TYERKF.js";
import {
  UV_VERSION,
  UV_WHEELS
} from "./chunk-MBWH6A5W.js";
import {
  SOURCE_FILES,
  TOKEN_USER,
  WHOLE_FILE,
  cfgReader,
  chosenMembers,
  createFiles,
  credentialFor,
  descendants,
  edited,
  handoverPlan,
  handsOn,
  isArtifactName,
  kill,
  killTree,
  list,
  parsedPyproject,
  parsedToml,
  placesReader,
  projectSource,
  pushedVersion,
  pythonModule,
  requiredName,
  selectedPhases,
  setupPy,
  tagFor,
  tagStyle,
  valueAt,
  versionInTag,
  versionTags,
  versionVariables
} from "./chunk-GNJG4C4Y.js";
import {
  require_semver
} from "./chunk-OBTIDVET.js";
import {
  check_tools_default
} from "./chunk-TQKYC3OL.js";
import {
  distributionsIn,
  isOf,
  parsedFileName,
  readRecord,
  sha256Hex
} from "./chunk-DHUFBJZK.js";
import {
  exec
} from "./chunk-CP2THCTF.js";
import {
  Stopped,
  bumpedVersion,
  compareVersions,
  fault,
  fileNameStem,
  hasLocal,
  indexAddresses,
  indexOfDomain,
  isVersion,
  normalizedName,
  normalizedVersion,
  requiredParts,
  sameVersion,
  stop,
  versionParts,
  versionText
} from "./chunk-7ERXJTPL.js";
import {
  require_tar_stream,
  unzipSync
} from "./chunk-GXMKYYJY.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/phases/setup/project.ts
import path10 from "node:path";

// src/phases/build/distributions.ts
import path from "node:path";

// src/packaging/archive.ts
import { posix } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
var import_tar_stream = __toESM(require_tar_stream(), 1);
async function openArchive(filename, bytes) {
  const reader = READERS.find(({ suffix }) => filename.endsWith(suffix));
  if (reader === void 0) throw new Error(`"${filename}" is neither a .whl nor a .tar.gz file`);
  try {
    return archiveOf(await reader.entries(bytes));
  } catch (cause) {
    const { message } = cause;
    throw new Error(`"${filename}" is not a whole ${reader.container} archive: ${message}`, { cause });
  }
}
var READERS = [
  { suffix: ".whl", container: "zip", entries: zipEntries },
  { suffix: ".tar.gz", container: "gzipped tar", entries: tarEntries }
];
async function zipEntries(bytes) {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/"));
  return { files: new Map(files), links: /* @__PURE__ */ new Map() };
}
async function tarEntries(bytes) {
  const [files, links] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
  const tar = (0, import_tar_stream.extract)();
  tar.end(await promisify(gunzip)(bytes));
  for await (const entry of tar) {
    const chunks = [];
    for await (const chunk of entry) chunks.push(chunk);
    const member = posix.normalize(entry.header.name);
    const target = linkTarget(entry.header, member);
    if (target !== void 0) links.set(member, target);
    else if (entry.header.type !== "directory") files.set(member, Buffer.concat(chunks));
  }
  return { files, links };
}
function linkTarget({ type, linkname }, member) {
  if (type !== "link" && type !== "symlink") return void 0;
  const base = type === "link" ? "." : posix.dirname(member);
  return posix.join(base, linkname);
}
function archiveOf({ files, links }) {
  const read2 = (member) => files.get(member) ?? files.get(links.get(member) ?? "");
  return {
    members: [...files.keys(), ...links.keys()],
    read: read2,
    text(member) {
      const bytes = read2(member);
      return bytes && new TextDecoder().decode(bytes);
    }
  };
}

// src/packaging/core-metadata.ts
var SINGLE = {
  summary: "summary",
  descriptionContentType: "description-content-type",
  requiresPython: "requires-python",
  license: "license",
  licenseExpression: "license-expression",
  homePage: "home-page",
  downloadUrl: "download-url",
  author: "author",
  authorEmail: "author-email",
  maintainer: "maintainer",
  maintainerEmail: "maintainer-email",
  keywords: "keywords"
};
var MULTIPLE = {
  licenseFiles: "license-file",
  classifiers: "classifier",
  requiresDist: "requires-dist",
  providesExtra: "provides-extra",
  importNames: "import-name",
  importNamespaces: "import-namespace",
  platforms: "platform",
  supportedPlatforms: "supported-platform",
  dynamic: "dynamic",
  requiresExternal: "requires-external",
  providesDist: "provides-dist",
  obsoletesDist: "obsoletes-dist"
};
var MULTI_LINE = /* @__PURE__ */ new Set(["description", "license", "author", "maintainer"]);
function parsedCoreMetadata(text) {
  const { headers, body } = messageIn(text);
  const all = (header) => headers.get(header) ?? [];
  const one = (header) => all(header).find((value) => value !== "" && value !== "UNKNOWN");
  return {
    metadataVersion: one("metadata-version") ?? "",
    name: one("name") ?? "",
    version: one("version") ?? "",
    description: body.trim() === "" ? one("description") ?? "" : body,
    projectUrls: all("project-url").map(labelled),
    ...given(SINGLE, one),
    ...mapped(MULTIPLE, all)
  };
}
function mapped(names, value) {
  const entries = Object.entries(names).map(([field, header]) => [field, value(header)]);
  return Object.fromEntries(entries);
}
function given(names, value) {
  const present = Object.entries(mapped(names, value)).filter(([, text]) => text !== void 0);
  return Object.fromEntries(present);
}
function labelled(value) {
  const comma = value.indexOf(",");
  return comma < 0 ? ["", value] : [value.slice(0, comma).trim(), value.slice(comma + 1).trim()];
}
function messageIn(text) {
  const lines2 = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const headers = /* @__PURE__ */ new Map();
  let at = 0;
  for (let header = HEADER.exec(lines2[at] ?? ""); header; header = HEADER.exec(lines2[at] ?? "")) {
    const [, name = "", first = ""] = header;
    const end = lines2.findIndex((line, index) => index > at && !/^[ \t]/.test(line));
    const folded = lines2.slice(at + 1, end < 0 ? lines2.length : end);
    const key = name.toLowerCase();
    headers.set(key, [...headers.get(key) ?? [], unfolded(key, first, folded)]);
    at += 1 + folded.length;
  }
  const body = lines2.slice(lines2[at] === "" ? at + 1 : at);
  return { headers, body: body.join("\n") };
}
var HEADER = /^([!-9;-~]+):[ \t]*(.*?)[ \t]*$/;
function unfolded(key, first, folded) {
  const lines2 = [first, ...folded.map((line) => line.replace(/^(?: {7}\||[ \t]{1,8})/, ""))];
  return MULTI_LINE.has(key) ? lines2.join("\n").trim() : lines2.map((line) => line.trim()).join(" ").trim();
}
function metadataOf(archive, distributionName) {
  const { kind, name } = distributionName;
  const pattern = kind === "wheel" ? /^([^/]+)\.dist-info\/METADATA$/ : /^([^/]+)\/PKG-INFO$/;
  const found2 = archive.members.filter((member) => pattern.test(member));
  const own2 = found2.find((member) => normalizedName(member).startsWith(`${name}-`));
  const text = archive.text(own2 ?? (found2.length === 1 ? found2[0] ?? "" : ""));
  return text === void 0 ? void 0 : parsedCoreMetadata(text);
}

// src/release/packages.ts
function shares({ packages, version }, distributions) {
  const isAlone2 = packages.length === 1;
  return packages.map((each) => ({
    project: { ...each, version },
    distributions: distributions.filter(({ name }) => isAlone2 || name === each.normalizedName)
  }));
}
function strangers({ packages }, distributions) {
  if (!hasSeveral({ packages })) return [];
  const all = packages.map(({ name }) => name).join(", ");
  return distributions.filter(({ name }) => !packages.some(({ normalizedName: normalizedName2 }) => normalizedName2 === name)).map(
    ({ filename }) => fault("distribution-unfit", {
      filename,
      problem: `it is of none of the packages of this release (${all}).`,
      remedy: "Take it out of packages-dir, or name its package in the members input."
    })
  );
}
function hasSeveral({ packages }) {
  return packages.length > 1;
}

// src/phases/build/distributions.ts
var LARGEST = 100 * 1024 * 1024;
var SECRET_FILES = /(^|\/)(\.env|\.pypirc|\.netrc|id_rsa|id_ed25519)$/;
var KEY_FILES = /\.(pem|key)$/;
var RULES = [
  ({ metadata, name }) => metadata === void 0 ? {
    problem: `it has no ${name.kind === "wheel" ? "METADATA" : "PKG-INFO"}.`,
    remedy: "Build it with a PEP 517 back end."
  } : void 0,
  ({ metadata }, project) => metadata !== void 0 && normalizedName(metadata.name) !== project.normalizedName ? {
    problem: `its metadata names ${metadata.name}; the project is ${project.name}.`,
    remedy: "Give the project’s own directory and packages-dir."
  } : void 0,
  ({ metadata, name }, project) => {
    const versions = [name.version, metadata?.version ?? name.version];
    const other = versions.find((version) => !sameVersion(version, project.version));
    return other === void 0 ? void 0 : {
      problem: `it is of version ${other}; this release is ${project.version}.`,
      remedy: "A back end that computes the version needs the tag and the full history (fetch-depth: 0) before the build."
    };
  },
  ({ name }) => hasLocal(name.version) ? { problem: "a local version cannot be published.", remedy: "Release a version without a + part." } : void 0,
  ({ metadata }) => {
    const direct = metadata?.requiresDist.find((requirement2) => /^[^;]*@\s*\S+:/.test(requirement2));
    return direct === void 0 ? void 0 : {
      problem: `it depends on an address (${direct}), which the index refuses.`,
      remedy: "Depend on a released version by name."
    };
  },
  ({ metadata }) => metadata?.classifiers.some((classifier) => classifier.startsWith("Private ::")) ? {
    problem: 'its classifier "Private ::" says that it must not be published.',
    remedy: "Remove the classifier, or do not release it."
  } : void 0,
  ({ name }) => name.platform?.split(".").some((platform) => platform.startsWith("linux_") && !/^linux_armv[67]l$/.test(platform)) ? {
    problem: `its platform tag ${name.platform} is refused by the index.`,
    remedy: "Build Linux wheels as manylinux or musllinux, with cibuildwheel or auditwheel, and hand them on in packages-dir."
  } : void 0,
  ({ name }, _project, sdists) => name.kind === "sdist" && sdists.length > 1 ? {
    problem: "there is more than one sdist, and a release takes one.",
    remedy: "Leave one .tar.gz in packages-dir."
  } : void 0,
  ({ distribution }) => distribution.size > LARGEST ? {
    problem: `it has ${distribution.size} bytes; the index takes ${LARGEST}.`,
    remedy: "Leave data out of it, or ask the index for a higher limit."
  } : void 0,
  ({ archive }) => {
    const secret = archive.members.find(
      (member) => SECRET_FILES.test(member) || KEY_FILES.test(member) && /PRIVATE KEY/.test(archive.text(member) ?? "")
    );
    return secret === void 0 ? void 0 : {
      problem: `it holds ${secret}, which looks like a secret.`,
      remedy: "Keep it out of the distribution (and change the secret if it was ever published)."
    };
  },
  ({ archive }) => {
    const bytecode = archive.members.find((member) => /\.py[co]$/.test(member));
    return bytecode === void 0 ? void 0 : { problem: `it holds bytecode (${bytecode}).`, remedy: "Leave __pycache__ out of the distribution." };
  },
  ({ archive, name }, _project, [sdist]) => {
    if (name.kind !== "wheel" || sdist === void 0) return void 0;
    const lost = lostMarkers(archive, sdist.archive)[0];
    return lost === void 0 ? void 0 : {
      problem: `it lacks ${lost}, which the sdist has: its users would lose the type hints.`,
      remedy: "Declare py.typed as package data."
    };
  }
];
async function inspected(project, plan, files) {
  const distributions = await distributionsIn(files, plan.packages);
  const sdists = await Promise.all(
    distributions.filter(({ kind }) => kind === "sdist").map((each) => open(each, plan.packages, files))
  );
  const faults = [...strangers(project, distributions), ...unbuilt(project, plan, distributions)];
  const judge = (each) => faults.push(...findings(each, ownerOf(each, project), siblingsOf(each, sdists)));
  for (const wheel of distributions.filter(({ kind }) => kind === "wheel"))
    judge(await open(wheel, plan.packages, files));
  sdists.forEach(judge);
  if (faults.length > 0) throw new Stopped(faults);
  return distributions;
}
async function open(distribution, packages, files) {
  const bytes = await files.bytes(path.join(packages, distribution.filename));
  if (bytes === void 0) throw new Error(`${distribution.filename} has gone while it was looked at`);
  return opened(distribution, bytes);
}
async function opened(distribution, bytes) {
  const { filename } = distribution;
  const name = parsedFileName(filename);
  if (name === void 0) throw new RangeError(`"${filename}" is not the name of a distribution`);
  try {
    const archive = await openArchive(filename, bytes);
    return { distribution, name, archive, metadata: metadataOf(archive, name) };
  } catch (error) {
    const problem = `it cannot be opened: ${error instanceof Error ? error.message : String(error)}.`;
    throw new Stopped([fault("distribution-unfit", { filename, problem, remedy: "Build it again." })], {
      cause: error
    });
  }
}
function ownerOf({ name }, { packages, ...project }) {
  const owner = packages.find(({ normalizedName: each }) => each === name.name);
  return { ...project, directory: ".", ...packages.length === 1 ? packages[0] : owner };
}
function siblingsOf({ name }, all) {
  return all.filter((other) => other.name.name === name.name);
}
function unbuilt(project, { packages: directory }, found2) {
  const missing2 = shares(project, found2).filter(({ distributions }) => distributions.length === 0);
  if (!hasSeveral(project) || missing2.length === 0) return [];
  const packages = missing2.map(({ project: { name } }) => name);
  return [fault("package-unbuilt", { directory, found: found2.map(({ filename }) => filename), packages })];
}
function findings(found2, project, sdists) {
  return RULES.flatMap((rule) => {
    const finding = rule(found2, project, sdists);
    return finding === void 0 ? [] : [fault("distribution-unfit", { filename: found2.distribution.filename, ...finding })];
  });
}
function lostMarkers(wheel, sdist) {
  return sdist.members.filter((member) => member.endsWith("/py.typed")).map((member) => member.split("/").slice(-2).join("/")).filter(
    (marker) => wheel.members.includes(marker.replace("py.typed", "__init__.py")) && !wheel.members.includes(marker)
  );
}

// src/phases/build/handed-version.ts
async function handedVersion(plan, files, project) {
  if (plan.phases.includes("build")) return void 0;
  const record = await recordHere(plan, files);
  if (record !== void 0 && isNamed(project, record)) return record.project.version;
  const versions = (await files.list(plan.packages) ?? []).flatMap((filename) => {
    const parsed = parsedFileName(filename);
    return parsed?.name === normalizedName(project) ? [parsed.version] : [];
  });
  const [version, ...others] = new Set(versions);
  return others.length === 0 ? version : void 0;
}
async function handedName(plan, files) {
  if (plan.phases.includes("build")) return void 0;
  const [first, ...others] = await distributionsIn(files, plan.packages);
  if (first === void 0 || others.some(({ name }) => name !== first.name)) return void 0;
  const record = await recordHere(plan, files);
  if (record !== void 0 && isNamed(first.name, record)) return record.project.name;
  return (await open(first, plan.packages, files)).metadata?.name || first.name;
}
async function recordHere({ packages, forge }, files) {
  const record = await readRecord(files, packages);
  return record !== void 0 && isOf(record, forge.commit) ? record : void 0;
}
function isNamed(name, { project }) {
  return normalizedName(project.name) === normalizedName(name);
}

// src/phases/setup/changelog-file.ts
import path3 from "node:path";

// src/packaging/changelog-heading.ts
var UNRELEASED_WORD = /\b(?:unreleased|not yet released|not released yet|in development|TBD|TBA|dev|(?:20\d\d|xxxx|yyyy)-(?:xx-xx|mm-dd|\?\?-\?\?))(?:\b|(?<=\?))/i;
var UNRELEASED_HEADING = /^\W*(?:unreleased(?: changes)?|not yet released|in development|development version|dev|latest changes|next(?: release| version)?|upcoming(?: release)?)\W*(?:$|\s[-–—:(,])/i;
var VERSION_HEADING = /^\W*(?:(?:version|release)\s+)?(?<name>[a-z][\w.-]*(?:\s+|[-@/]))?v?\.?(?<version>[0-9][\w.!+-]*)(?<rest>(?:$|[\s:,(|/–—]).*)/i;
function headingSays(plain) {
  const text = plain.replace(/\{[:#][^}]*\}|:\w+:/g, "").replace(/[[\]*`]/g, " ").replace(/\s+/g, " ");
  if (UNRELEASED_HEADING.test(text)) return { unreleased: true, certain: true };
  const { name, version = "", rest = "" } = VERSION_HEADING.exec(text)?.groups ?? {};
  const spelled = version.replace(/[.-]+$/, "");
  if (!isVersion(spelled)) return void 0;
  const date = dateIn(rest);
  const isDev = date === void 0 && versionParts(spelled)?.dev !== void 0;
  const unreleased = isDev || UNRELEASED_WORD.test(rest);
  const dated = date !== void 0 || unreleased;
  if (name !== void 0 && !dated) return void 0;
  const certain = dated || /^\W*(?:yanked)?\W*$/i.test(rest);
  return { version: spelled, ...date && { date }, unreleased, certain };
}
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
var MONTH = `(?<month>${MONTHS.join("|")})[a-z]*\\.?`;
var DAY = "(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";
var YEAR = "(?<year>[0-9]{4})";
var DATES = [
  apart(`(?<year>[0-9]{4})(?<divider>[-/.])(?<month>[0-9]{1,2})\\k<divider>(?<day>[0-9]{1,2})`),
  apart(`${DAY}[ -](?:of )?${MONTH},?[ -]${YEAR}`),
  apart(`${MONTH} ${DAY},? ${YEAR}`)
];
function apart(date) {
  return new RegExp(`(?<![a-z0-9])${date}(?![a-z0-9])`, "i");
}
function dateIn(text) {
  const match = DATES.map((pattern) => pattern.exec(text)).find((found2) => found2 !== null);
  const { year = "", month = "", day = "" } = match?.groups ?? {};
  const ordinal = /^[0-9]+$/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  if (match === void 0 || ordinal < 1 || ordinal > 12 || Number(day) < 1 || Number(day) > 31)
    return void 0;
  const iso = [year, String(ordinal).padStart(2, "0"), day.padStart(2, "0")].join("-");
  return { written: match[0], iso };
}
function dateLine(line) {
  const date = dateIn(line);
  const unreleased = date === void 0 && UNRELEASED_WORD.test(line);
  if (date === void 0 && !unreleased) return void 0;
  const others = line.replace(date?.written ?? UNRELEASED_WORD, "").replace(/(?<![a-z0-9])(?:released?|date|on)(?![a-z0-9])/gi, "");
  return /^[\s*_().,:`>-]*$/.test(others) ? { ...date && { date }, unreleased } : void 0;
}

// src/packaging/outline.ts
function markdownOutline(text) {
  const headings = [];
  const definitions = [];
  const source2 = sameLength(text);
  let cursor = 0;
  for (const token of vn(source2)) {
    const start = source2.indexOf(token.raw, cursor);
    if (start < 0) continue;
    cursor = start + token.raw.length;
    const span = { start, end: start + token.raw.trimEnd().length };
    if (isHeading(token)) headings.push({ ...span, ...headingOf(token) });
    if (token.type === "def") definitions.push({ ...span, label: String(token.tag) });
  }
  return { headings, definitions };
}
function sameLength(text) {
  return text.replace(/^\uFEFF/, " ").replaceAll("\r\n", " \n").replaceAll("\r", "\n");
}
function isHeading(token) {
  return token.type === "heading";
}
function headingOf({ depth, text, tokens }) {
  return { depth, source: text, plain: plainText(tokens) };
}
function plainText(tokens) {
  return tokens.map(tokenText).join("");
}
function tokenText(token) {
  if (token.type === "html" || token.type === "image") return "";
  if ("tokens" in token && token.tokens) return plainText(token.tokens);
  return "text" in token ? String(token.text) : "";
}

// src/packaging/markdown.ts
var markdown = {
  name: "Markdown",
  outline: markdownOutline,
  /** A Setext underline as long as the old text gets as long as the new one. */
  retitled(heading, source2, title) {
    const rewritten = heading.replace(source2, () => title);
    return rewritten.replace(
      /(?<=\n)(=+|-+)$/,
      (line) => line.length === source2.length ? line.charAt(0).repeat(title.length) : line
    );
  },
  releaseTitle(unreleased, { version, date }) {
    const bracketed = /^\[[^\]]+\](?!\()/.test(unreleased);
    return `${bracketed ? `[${version}]` : version} - ${date}`;
  },
  labelIn: (title) => /\[([^\]]+)\]/.exec(title)?.[1],
  // Brackets without a definition are shown as they are.
  unlinked: (title) => title,
  definition: (label, address) => `[${label}]: ${address}`,
  refersTo: (text, label) => text.toLowerCase().includes(`[${label}]`)
};

// src/packaging/rst-plain-text.ts
var INLINE = [
  [/``(.+?)``/g, "$1"],
  [/(?::[\w:.+-]+:)?`([^`]*?)\s*<[^`>]*>`_{0,2}/g, "$1"],
  [/(?::[\w:.+-]+:)?`([^`]*)`_{0,2}/g, "$1"],
  [/(?<!\\)\*\*(.+?)\*\*/g, "$1"],
  [/(?<!\\)\*(.+?)\*/g, "$1"],
  [/\|([^|]+)\|_{0,2}/g, "$1"],
  [/(\w)__?(?!\w)/g, "$1"],
  [/\\\s/g, ""],
  [/\\(.)/g, "$1"]
];
function rstPlainText(source2) {
  return INLINE.reduce((text, [markup, plain]) => text.replace(markup, plain), source2);
}

// src/packaging/rst-outline.ts
var READERS2 = [
  indented,
  listItem,
  doctest,
  explicitMarkup,
  overlinedTitle,
  underlinedTitle,
  strongLine
];
function rstOutline(text) {
  const headings = [];
  const strong = [];
  const definitions = [];
  const styles = [];
  const lines2 = linesOf(text);
  for (let at = 0; at < lines2.length; ) {
    const { title, definition, next } = blockAt(lines2, at);
    if (title !== void 0) {
      const { style, ...heading } = title;
      if (style !== STRONG && !styles.includes(style)) styles.push(style);
      const plain = rstPlainText(heading.source);
      const depth = style === STRONG ? DEEPEST : styles.indexOf(style) + 1;
      (style === STRONG ? strong : headings).push({ ...heading, depth, plain });
    }
    if (definition !== void 0) definitions.push(definition);
    at = next;
  }
  const releases = strong.filter(({ plain }) => headingSays(plain) !== void 0);
  return { headings: headings.length > 1 ? headings : [...headings, ...releases], definitions };
}
var STRONG = "strong";
var DEEPEST = Number.MAX_SAFE_INTEGER;
function linesOf(text) {
  return [...text.matchAll(/(?<line>[^\r\n]*)(?:\r\n|\n|\r|$)/g)].map(({ index, groups }) => {
    const whole = groups?.line ?? "";
    const mark = index === 0 && whole.startsWith("\uFEFF") ? 1 : 0;
    const line = whole.slice(mark).trimEnd();
    return { text: line, start: index + mark, end: index + mark + line.length };
  });
}
function blockAt(lines2, at) {
  for (const read2 of READERS2) {
    const block = read2(lines2, at);
    if (block !== void 0) return block;
  }
  return paragraph(lines2, at);
}
function indented(lines2, at) {
  return /^(?:\s|$)/.test(textAt(lines2, at)) ? { next: at + 1 } : void 0;
}
function listItem(lines2, at) {
  return /^(?:[-+*•‣⁃|](?:\s|$)|:(?![: ])(?:[^:\\]|\\.)*:(?:\s|$))/.test(textAt(lines2, at)) ? { next: at + 1 } : void 0;
}
function doctest(lines2, at) {
  return /^>>>(?:\s|$)/.test(textAt(lines2, at)) ? { next: endOf(lines2, at, (line) => line !== "") } : void 0;
}
function explicitMarkup(lines2, at) {
  if (!/^(?:\.\.|__)(?:\s|$)/.test(textAt(lines2, at))) return void 0;
  const next = endOf(lines2, at + 1, (line) => /^(?:\s|$)/.test(line));
  const own2 = lines2.slice(at, next).filter(({ text }) => text !== "");
  const label = labelIn(own2.map(({ text }) => text.trim()).join(" "));
  const [start, end] = [own2[0]?.start, own2.at(-1)?.end];
  return label === void 0 || start === void 0 || end === void 0 ? { next } : { next, definition: { start, end, label } };
}
var TARGET = /^\.\. _(?!_)(?:`(?<quoted>[^`]+)`|(?<bare>(?:\\.|[^:\\]|:(?=\S))+)): +\S/;
var SUBSTITUTION = /^\.\. (?<bars>\|[^|]+\|) +\S/;
function labelIn(markup) {
  const { quoted: quoted2, bare } = TARGET.exec(markup)?.groups ?? {};
  const { bars } = SUBSTITUTION.exec(markup)?.groups ?? {};
  const label = quoted2 ?? bare ?? bars;
  return label?.replace(/\\(.)/g, "$1").replace(/\s+/g, " ").toLowerCase();
}
function overlinedTitle(lines2, at) {
  const [over, titled, under] = [lines2[at], lines2[at + 1], lines2[at + 2]];
  if (over === void 0 || titled === void 0 || under === void 0 || !isAdornment(over.text))
    return void 0;
  const isTitle = titled.text !== "" && !isAdornment(titled.text) && under.text === over.text;
  if (!isTitle || !reaches(over.text, titled.text)) return void 0;
  const style = over.text.slice(0, 1).repeat(2);
  return { next: at + 3, title: { start: over.start, end: under.end, source: titled.text.trim(), style } };
}
function underlinedTitle(lines2, at) {
  const [titled, under] = [lines2[at], lines2[at + 1]];
  if (titled === void 0 || under === void 0 || isAdornment(titled.text)) return void 0;
  if (!isAdornment(under.text) || !reaches(under.text, titled.text)) return void 0;
  const style = under.text.slice(0, 1);
  return { next: at + 2, title: { start: titled.start, end: under.end, source: titled.text, style } };
}
function strongLine(lines2, at) {
  const line = lines2[at];
  const source2 = /^\*\*(?<source>[^*]+)\*\*$/.exec(line?.text ?? "")?.groups?.source;
  if (line === void 0 || source2 === void 0 || textAt(lines2, at + 1) !== "") return void 0;
  return { next: at + 1, title: { start: line.start, end: line.end, source: source2, style: STRONG } };
}
function isAdornment(line) {
  return /^([!-/:-@[-`{-~])\1*$/.test(line);
}
function reaches(adornment, title) {
  return adornment.length >= 4 || adornment.length >= title.length;
}
function paragraph(lines2, at) {
  if (isAdornment(textAt(lines2, at)) && textAt(lines2, at) !== "::") return { next: at + 1 };
  const next = endOf(lines2, at + 1, (line) => /^\S/.test(line));
  if (!textAt(lines2, next - 1).endsWith("::")) return { next };
  const below = endOf(lines2, next, (line) => line === "");
  const quote = textAt(lines2, below).slice(0, 1);
  const isQuoted = isAdornment(quote) && !isAdornment(textAt(lines2, below));
  return { next: isQuoted ? endOf(lines2, below, (line) => line.startsWith(quote)) : next };
}
function endOf(lines2, at, isOne) {
  let end = at;
  while (end < lines2.length && isOne(textAt(lines2, end))) end += 1;
  return end;
}
function textAt(lines2, at) {
  return lines2[at]?.text ?? "";
}

// src/packaging/restructured-text.ts
var restructuredText = {
  name: "reStructuredText",
  outline: rstOutline,
  retitled(heading, source2, title) {
    const lines2 = heading.split("\n");
    const titled = lines2.find((line) => line.includes(source2))?.trimEnd() ?? source2;
    const retitled = titled.replace(source2, () => title);
    return lines2.map(
      (line) => line.includes(source2) ? line.replace(source2, () => title) : fitted(line, titled, retitled)
    ).join("\n");
  },
  releaseTitle(unreleased, { version, date }) {
    return REFERENCE.test(unreleased) ? `\`${version}\`_ - ${date}` : `${version} (${date})`;
  },
  labelIn(title) {
    const { quoted: quoted2, bare } = REFERENCE.exec(title)?.groups ?? {};
    return quoted2 ?? bare;
  },
  // A reference without its target is an error of the document, and one that keeps a README from being rendered.
  unlinked: rstPlainText,
  definition: (label, address) => `.. _${label}: ${address}`,
  refersTo(text, label) {
    const lower = text.toLowerCase().replace(/\s+/g, " ");
    return label.startsWith("|") ? lower.includes(label) : [`\`${label}\`_`, `<${label}_>`].some((form) => lower.includes(form)) || bareReference(lower, label);
  }
};
var REFERENCE = /`(?<quoted>[^`<]+)`_(?!\w)|(?<![\w`.])(?<bare>\w(?:[\w.+-]*\w)?)_(?!\w)/;
function bareReference(text, label) {
  const at = text.split(`${label}_`);
  return at.some((before, place) => {
    const after = at[place + 1];
    return after !== void 0 && !/[\w`]$/.test(before) && !/^\w/.test(after);
  });
}
function fitted(adornment, { length: old }, { length: wanted }) {
  const { length } = adornment.trimEnd();
  const ending = adornment.slice(length);
  const kept = length > old && length < wanted ? length - old : 0;
  const fit = length > old && length >= wanted ? length : wanted + kept;
  return adornment.charAt(0).repeat(fit) + ending;
}

// src/packaging/markup.ts
var ENDINGS = [
  { ending: /\.(?:rst|rest)$/i, markup: restructuredText },
  { ending: /\.(?:md|mkd|markdown)$/i, markup: markdown }
];
var MARKDOWN_HEADING = /^#{1,6}[ \t]+\S/m;
function markupNamed(file) {
  return ENDINGS.find(({ ending }) => ending.test(file))?.markup;
}
function markupOf({ file, text }) {
  return markupNamed(file) ?? (MARKDOWN_HEADING.test(text) ? markdown : restructuredText);
}

// src/packaging/changelog-sections.ts
function changelogIn(source2) {
  const { text } = source2;
  const markup = markupOf(source2);
  const outline = markup.outline(text);
  return { ...outline, text, markup, sections: sectionsIn(outline.headings, text) };
}
function openSection({ sections }) {
  const isAtEnd = (place) => place === 0 || place === sections.length - 1;
  return sections.find(
    ({ says }, place) => says.unreleased && (says.version === void 0 || isAtEnd(place))
  );
}
function sectionsIn(headings, text) {
  const told3 = headings.map((at) => ({ at, says: headingSays(at.plain) })).filter(({ says }) => says);
  const certain = told3.filter(({ says }) => says?.certain);
  const level = Math.min(...(certain.length > 0 ? certain : told3).map(({ at }) => at.depth));
  const heads = told3.filter(({ at, says }) => says?.certain || at.depth === level);
  const starts = new Set(heads.map(({ at }) => at));
  return heads.flatMap(({ at, says }) => {
    const next = headings.find(
      (other) => other.start > at.start && (other.depth <= at.depth || starts.has(other))
    );
    const end = next?.start ?? text.length;
    return says ? [withLineBelow({ at, says, end }, text)] : [];
  });
}
function withLineBelow({ at, says, end }, text) {
  const isOpen = says.version !== void 0 && says.date === void 0 && !says.unreleased;
  const { gap = "", line = "" } = FIRST_LINE.exec(text.slice(at.end, end))?.groups ?? {};
  const told3 = isOpen ? dateLine(line) : void 0;
  if (told3 === void 0) return { at, says, end, below: void 0 };
  const start = at.end + gap.length;
  return {
    at,
    says: { ...says, unreleased: told3.unreleased },
    end,
    below: { ...told3, start, end: start + line.length }
  };
}
var FIRST_LINE = /^(?<gap>(?:[ \t]*(?:\r\n|\n|\r))+)(?<line>[^\r\n]*)/;

// src/packaging/changelog.ts
var CHANGELOG_NAMES = [
  ...["CHANGELOG.md", "CHANGES.md", "HISTORY.md", "NEWS.md", "RELEASE_NOTES.md", "RELEASE-NOTES.md"],
  ...["CHANGELOG.rst", "CHANGES.rst", "HISTORY.rst", "NEWS.rst", "RELEASE_NOTES.rst", "RELEASE-NOTES.rst"],
  ...["CHANGELOG", "CHANGES", "HISTORY", "NEWS"],
  ...["docs/CHANGELOG.md", "docs/CHANGES.md", "docs/HISTORY.md", "docs/NEWS.md", "docs/release-notes.md"],
  ...[
    "docs/CHANGELOG.rst",
    "docs/CHANGES.rst",
    "docs/HISTORY.rst",
    "docs/NEWS.rst",
    "docs/release-notes.rst"
  ],
  ...["docs/versionhistory.rst", "docs/versions.rst"],
  ...["CHANGELOG.txt", "CHANGES.txt", "HISTORY.txt", "NEWS.txt"]
];
function changelogSections(source2) {
  const changelog = changelogIn(source2);
  return changelog.sections.map((section) => sectionIn(changelog, section));
}
function sectionOf(source2, version) {
  return changelogSections(source2).find(
    (section) => section.version && sameVersion(section.version, version)
  );
}
function linkedBody(source2, { body }) {
  const { text, markup, definitions } = changelogIn(source2);
  const elsewhere = definitions.filter(({ label }) => markup.refersTo(body, label)).map(({ start, end }) => text.slice(start, end)).filter((definition) => !body.includes(definition));
  return elsewhere.length === 0 ? body : [body, "", ...elsewhere].join("\n");
}
function sectionIn({ text, definitions, sections }, { at, says, end, below }) {
  const ours = definitions.filter((definition) => definition.start > at.start && definition.start < end);
  const labels = /* @__PURE__ */ new Set(["unreleased", ...sections.map((each) => each.says.version?.toLowerCase())]);
  const dropped = ours.filter(({ label }) => labels.has(label.replace(/^v/, "")));
  const edits = dropped.map((definition) => {
    const ending = /^\r?\n/.exec(text.slice(definition.end))?.[0] ?? "";
    return { start: definition.start - at.end, end: definition.end - at.end + ending.length, text: "" };
  });
  const body = edited(text.slice(at.end, end), edits).replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
  const date = says.date ?? below?.date;
  return {
    heading: at.source,
    ...says.version !== void 0 && { version: says.version },
    ...date && { date: date.iso },
    body
  };
}

// src/packaging/towncrier.ts
function towncrierSettings({ pyproject: pyproject2, towncrier }) {
  const document = parsedToml(towncrier ?? pyproject2 ?? "");
  const settings = valueAt(document, ["tool", "towncrier"]);
  if (typeof settings !== "object" && towncrier === void 0) return void 0;
  const filename = valueAt(settings, ["filename"]);
  return { changelog: typeof filename === "string" ? filename : "NEWS.rst" };
}
function towncrierChangelog({ changelog }, release) {
  return changelog.replace(/\{(name|version)\}/g, (_, field) => release[field]);
}

// src/phases/setup/read-towncrier.ts
import path2 from "node:path";
async function readTowncrier({ directory }, files) {
  const [pyproject2, towncrier] = await Promise.all(
    ["pyproject.toml", "towncrier.toml"].map((name) => files.text(path2.join(directory, name)))
  );
  try {
    return towncrierSettings({ pyproject: pyproject2, towncrier });
  } catch (error) {
    if (error instanceof SyntaxError) return fault("towncrier-invalid", { problem: error.message });
    throw error;
  }
}

// src/phases/setup/changelog-file.ts
async function changelogFile(plan, files, known) {
  const isThere = async (file) => await files.text(path3.join(plan.directory, file)) !== void 0;
  if (plan.changelog !== "auto")
    return await isThere(plan.changelog) ? plan.changelog : fault("changelog-missing", { file: plan.changelog });
  const towncrier = await readTowncrier(plan, files);
  if (towncrier !== void 0 && "code" in towncrier) return towncrier;
  if (towncrier !== void 0 && known.version !== void 0) {
    const file = towncrierChangelog(towncrier, { name: known.name, version: known.version });
    const isToBeMade = plan.version.kind === "given" || plan.version.kind === "bump";
    if (isToBeMade || await isThere(file)) return file;
  }
  return usualFile(plan, files, known);
}
async function usualFile({ directory }, files, { name: project, entries }) {
  const folders = await Promise.all(
    ["docs", "docs/history"].map(
      async (folder) => (await files.list(path3.join(directory, folder)) ?? []).map((entry) => `${folder}/${entry}`)
    )
  );
  const names = [...entries, ...folders.flat()];
  const own2 = ["md", "rst"].map((ending) => `docs/history/${normalizedName(project)}.${ending}`);
  const candidates2 = [...CHANGELOG_NAMES, ...own2].flatMap(
    (name) => names.filter((entry) => entry.toLowerCase() === name.toLowerCase())
  );
  const isFile = async (entry) => await files.list(path3.join(directory, entry)) === void 0;
  const kinds = await Promise.all(candidates2.map(isFile));
  return candidates2.find((_, place) => kinds[place]);
}

// src/phases/setup/settled-version.ts
async function settledVersion(plan, known) {
  const wanted = await wantedVersion(plan, known).catch(refusals);
  if ("faults" in wanted) return wanted.faults;
  if ("code" in wanted) return [wanted];
  const faults = [
    ...hasLocal(wanted.version) ? [fault("version-local", { version: wanted.version })] : [],
    ...plan.version.kind === "source" ? unfinished(wanted) : [],
    ...disagreements(plan, known, wanted)
  ];
  return faults.length > 0 ? faults : { ...wanted, version: normalizedVersion(wanted.version) };
}
function refusals(error) {
  if (error instanceof Stopped) return error;
  throw error;
}
async function wantedVersion({ version, commands }, known) {
  switch (version.kind) {
    case "tag":
      return { version: known.pushed ?? version.tag, from: "the tag" };
    case "given": {
      const given2 = { version: version.version, from: "the version input" };
      return asHanded(given2, known) ?? writable(given2, known, commands);
    }
    case "bump": {
      const built = handedOver(known);
      if (built !== void 0) return valid(built);
      if (known.recorded !== void 0) return { version: known.recorded, from: "an earlier phase" };
      if (known.isFromTags) return bumpedTag(known, version.bump);
      const base = valid(await source(known));
      const raised2 = "code" in base ? base : bumped(base, version.bump);
      return "code" in raised2 ? raised2 : writable(raised2, known, commands);
    }
    case "source":
      return valid(handedOver(known) ?? (known.isFromTags ? tagOnHead(known) : await source(known)));
  }
}
async function source({ places, told: told3 }) {
  const [place] = places;
  if (place !== void 0) return { version: place.version, from: place.file };
  return { version: await told3(), from: "the back end" };
}
var HANDED = "the distributions that are handed over";
function handedOver({ places, handed }) {
  return places.length > 0 || handed === void 0 ? void 0 : { version: handed, from: HANDED };
}
function asHanded(given2, known) {
  const built = handedOver(known);
  if (built === void 0) return void 0;
  const places = [given2, built].map(({ version, from }) => ({ where: from, version }));
  return sameVersion(built.version, given2.version) ? given2 : fault("version-disagrees", { places });
}
function valid(found2) {
  if ("code" in found2 || isVersion(found2.version)) return found2;
  return fault("version-invalid", { where: found2.from, value: found2.version });
}
function tagOnHead({ name, tags }) {
  const [newest] = tags.onHead;
  if (newest !== void 0) return { version: newest.version, from: `tag ${newest.tag}` };
  return tags.shallow ? fault("clone-shallow", { project: name, tag: void 0 }) : fault("version-untagged", { project: name });
}
function bumpedTag({ name, tags }, bump) {
  if (tags.shallow) return fault("clone-shallow", { project: name, tag: void 0 });
  const [newest, before] = tags.inHistory.map(({ tag, version }) => ({ version, from: `tag ${tag}` }));
  if (newest === void 0) return fault("version-missing", { project: name });
  const isOnHead = tags.onHead.some(({ version }) => version === newest.version);
  const again = isOnHead && before !== void 0 ? bumped(before, bump) : void 0;
  const isMade = again !== void 0 && !("code" in again) && sameVersion(again.version, newest.version);
  return isMade ? newest : bumped(newest, bump);
}
function bumped({ version, from }, bump) {
  try {
    return { version: bumpedVersion(version, bump), from: `${from}, raised by bump: ${bump}` };
  } catch (error) {
    if (error instanceof RangeError)
      return fault("bump-impossible", { bump, version, problem: error.message });
    throw error;
  }
}
async function writable(wanted, { name, places, isFromTags, told: told3 }, commands) {
  if (places.length > 0 || isFromTags || commands.build !== void 0) return wanted;
  const computed = await told3();
  return sameVersion(computed, wanted.version) ? wanted : fault("version-computed", { project: name, version: wanted.version, computed });
}
function unfinished({ version, from }) {
  const { dev, post, ...parts } = requiredParts(version);
  if (dev === void 0 && post === void 0) return [];
  const { local: _, ...stable } = parts;
  const remedied = dev === void 0 ? void 0 : versionText({ epoch: stable.epoch, release: stable.release });
  return [fault("version-unfinished", { version, where: from, stable: remedied })];
}
function disagreements({ version }, { places }, wanted) {
  const told3 = places.map(({ file, version: said }) => ({ where: file, version: said }));
  const expected = version.kind === "tag" ? wanted.version : places[0]?.version;
  if (expected === void 0 || told3.every((place) => sameVersion(place.version, expected))) return [];
  const tag = version.kind === "tag" ? [{ where: `tag ${version.tag}`, version: wanted.version }] : [];
  return [fault("version-disagrees", { places: [...tag, ...told3] })];
}

// src/phases/setup/tagging.ts
var USUAL = "v{version}";
function taggingOf(plan, tags, owner) {
  const { version, tagFormat } = plan;
  if (version.kind !== "tag") return { ...formFor(tagFormat, tags, owner), pushed: void 0 };
  const pushed = ownTag(version.tag, plan, tags, owner);
  if (pushed !== void 0) return { format: `${pushed.prefix}{version}`, reason: "as pushed", pushed };
  const allowed = [USUAL, "{version}", `${owner.name}-v{version}`, `${owner.name}/v{version}`];
  const format = tagFormat === "auto" ? `auto (such as ${allowed.join(", ")})` : tagFormat;
  return fault("tag-unfit", { tag: version.tag, format });
}
function taggingAs(lead, { version }) {
  const pushed = version.kind === "tag" ? taggedAs(lead) : void 0;
  return { format: lead.tagFormat, reason: "that of the whole release", pushed };
}
function taggedAs({ tag, tagFormat, version }) {
  return { tag, prefix: tagFormat.replace(/\{version\}.*$/, ""), version };
}
function formFor(format, tags, owner) {
  if (format !== "auto") return { format, reason: "by tag-format" };
  const style = tagStyle(tags, owner);
  if (style === void 0) return { format: USUAL, reason: "the usual form, as there is none to copy" };
  return { format: style.format, reason: `in the form of ${style.like}` };
}
function ownTag(tag, { tagFormat }, tags, owner) {
  return tagFormat === "auto" ? pushedVersion(tag, tags, owner) : byFormat(tag, tagFormat);
}
function byFormat(tag, format) {
  const version = versionInTag(tag, format);
  return version === void 0 ? void 0 : { tag, prefix: format.replace(/\{version\}.*$/, ""), version };
}
function tagsOfProject(tags, { tagFormat }, owner) {
  if (tagFormat === "auto") return versionTags(tags, owner);
  return tags.map((tag) => byFormat(tag, tagFormat)).filter((tag) => tag !== void 0).toSorted((one, other) => compareVersions(other.version, one.version));
}
function tagOf(version, { pushed, format }) {
  return pushed?.tag ?? tagFor(version, format);
}

// src/phases/setup/together.ts
import path8 from "node:path";

// src/packaging/version-places/cargo-version.ts
var STAGES = { a: "alpha", b: "beta", rc: "rc" };
function cargoVersion(version) {
  const { epoch, release, pre, post, dev, local } = requiredParts(version);
  const beyond = release.slice(3).some((number) => number !== 0);
  if (epoch !== 0 || beyond || post !== void 0 || dev !== void 0 || local !== void 0)
    return void 0;
  const [major = 0, minor = 0, patch = 0] = release;
  return `${major}.${minor}.${patch}${pre ? `-${STAGES[pre.stage]}.${pre.number}` : ""}`;
}
function cargoSpelling(from, to) {
  return sameVersion(from, to) ? from : cargoVersion(to);
}

// src/packaging/version-places/toml.ts
import { isDeepStrictEqual } from "node:util";
function tomlReader(...places) {
  return {
    version(text) {
      const document = parsedToml(text);
      return places.map((keys) => valueAt(document, keys)).find((value) => typeof value === "string");
    },
    rewritten(text, from, to) {
      const document = parsedToml(text);
      const stale = places.filter((keys) => valueAt(document, keys) === from);
      return stale.reduce(
        (done, keys) => done === void 0 ? done : rewrittenValue(done, keys, [from, to]),
        stale.length === 0 ? void 0 : text
      );
    }
  };
}
function rewrittenValue(text, keys, [from, to]) {
  const wanted = withValueAt(parsedToml(text), keys, to);
  return [(value) => JSON.stringify(value), (value) => `'${value}'`].flatMap(
    (spelled) => [...text.matchAll(literally(spelled(from)))].map(
      ({ 0: { length }, index }) => edited(text, [{ start: index, end: index + length, text: spelled(to) }])
    )
  ).find((candidate) => isDeepStrictEqual(parsedToml(candidate), wanted));
}
function literally(text) {
  return new RegExp(text.replace(/[^\w"']/g, "\\$&"), "g");
}
function withValueAt(value, [key, ...rest], leaf) {
  if (key === void 0) return leaf;
  const inner = withValueAt(valueAt(value, [key]), rest, leaf);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return Object.assign(/* @__PURE__ */ Object.create(null), value, { [key]: inner });
}

// src/packaging/version-places/cargo-toml.ts
function cargoToml(table) {
  const { version, rewritten } = tomlReader([...table.split("."), "version"]);
  return {
    version,
    rewritten(text, from, to) {
      const spelled = cargoSpelling(from, to);
      return spelled === void 0 ? void 0 : rewritten(text, from, spelled);
    }
  };
}

// src/packaging/version-places/lines.ts
function linesReader(pattern) {
  const fits = expression(pattern);
  if (fits === void 0) return void 0;
  return {
    version: () => void 0,
    rewritten(text, from, to) {
      const version = new RegExp(`(?<![0-9.])${literal(from)}(?![0-9]|\\.[0-9]|[a-z.]+[0-9])`, "g");
      const written = text.replace(
        /[^\r\n]+/g,
        (line) => fits.test(line) ? line.replace(version, () => to) : line
      );
      return written === text ? void 0 : written;
    }
  };
}
function expression(pattern) {
  try {
    return new RegExp(pattern.replaceAll("(?P<", "(?<"));
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function literal(text) {
  return text.replace(/[^\w]/g, "\\$&");
}

// src/packaging/version-places/lock-file.ts
function lockFile(name, isOwn, spelled = (_from, to) => to) {
  const reader = tomlReader(["package", "0", "version"]);
  const ownIn = (text) => stretches(text).find(({ content }) => {
    const entry = content.includes(`"${name}"`) ? valueAt(parsedToml(content), ["package", "0"]) : void 0;
    return valueAt(entry, ["name"]) === name && isOwn(entry);
  });
  return {
    version(text) {
      const own2 = ownIn(text);
      return own2 === void 0 ? void 0 : reader.version(own2.content);
    },
    rewritten(text, from, to) {
      const [own2, version] = [ownIn(text), spelled(from, to)];
      if (own2 === void 0 || version === void 0) return void 0;
      const content = reader.rewritten(own2.content, from, version);
      return content === void 0 ? void 0 : `${text.slice(0, own2.start)}${content}${text.slice(own2.start + own2.content.length)}`;
    }
  };
}
function stretches(text) {
  const starts = [...text.matchAll(/^\[\[package\]\]/gm)].map(({ index }) => index);
  return starts.map((start, place) => ({ start, content: text.slice(start, starts[place + 1]) }));
}

// src/packaging/version-places/meson-build.ts
var PROJECT = /^(?:\s|#[^\n]*\n)*project\s*\((?:[^()'#]|'(?:\\.|[^'\\])*'|#[^\n]*|\([^()]*\))*?[\s,(](?<before>version\s*:\s*')(?<version>[^'\\]+)'/d;
var mesonBuild = placesReader((text) => {
  const found2 = PROJECT.exec(text);
  const [start, end] = found2?.indices?.groups?.version ?? [];
  const version = found2?.groups?.version;
  return version === void 0 || start === void 0 || end === void 0 ? [] : [{ version, start, end }];
});

// src/packaging/version-places/requirement-pins.ts
function requirementPins(name) {
  return {
    version: (text) => pinsIn(parsedToml(text), name)[0]?.version,
    rewritten(text, from, to) {
      const stale = pinsIn(parsedToml(text), name).filter(({ version }) => version === from);
      return stale.reduce(
        (done, { keys, before, after }) => done === void 0 ? done : rewrittenValue(done, keys, [`${before}${from}${after}`, `${before}${to}${after}`]),
        stale.length === 0 ? void 0 : text
      );
    }
  };
}
var PIN = /^(?<before>[^;@]*?(?<!=)==\s*)(?<version>(?!=)[^\s,;()=*]+)(?<after>(?:[\s,;)].*)?)$/s;
function pinsIn(document, name) {
  return [...requirementsIn(document, name), ...poetryPins(document, name)];
}
function poetryPins(document, name) {
  const poetry2 = ["tool", "poetry"];
  const groups = Object.keys(valueAt(document, [...poetry2, "group"]) ?? {});
  const tables = [
    [...poetry2, "dependencies"],
    [...poetry2, "dev-dependencies"],
    ...groups.map((group) => [...poetry2, "group", group, "dependencies"])
  ];
  const entries = tables.flatMap(
    (table) => Object.keys(valueAt(document, table) ?? {}).filter((key) => normalizedName(key) === name).map((key) => [...table, key])
  );
  return entries.flatMap((keys) => [keys, [...keys, "version"]]).flatMap((keys) => {
    const constraint = valueAt(document, keys);
    if (typeof constraint !== "string") return [];
    const { before, version } = POETRY_PIN.exec(constraint)?.groups ?? {};
    return before === void 0 || version === void 0 ? [] : [{ keys, before, version, after: "" }];
  });
}
var POETRY_PIN = /^(?<before>={0,2}\s*)(?<version>\d[^\s,|*<>=^~!]*)$/;
function requirementsIn(document, name) {
  return requirementLists(document).flatMap(
    (keys) => list(valueAt(document, keys)).flatMap((requirement2, place) => {
      if (typeof requirement2 !== "string" || requiredName(requirement2) !== name) return [];
      const { before, version, after = "" } = PIN.exec(requirement2)?.groups ?? {};
      if (before === void 0 || version === void 0) return [];
      return [{ keys: [...keys, String(place)], before, version, after }];
    })
  );
}
function requirementLists(document) {
  const tables = [["project", "optional-dependencies"], ["dependency-groups"]];
  return [
    ["project", "dependencies"],
    ...tables.flatMap((keys) => Object.keys(valueAt(document, keys) ?? {}).map((key) => [...keys, key])),
    ["build-system", "requires"]
  ];
}

// src/packaging/version-places/whole-file.ts
var wholeFile = placesReader((text) => {
  const version = text.trim();
  const start = text.indexOf(version);
  return isVersion(version) ? [{ version, start, end: start + version.length }] : [];
});

// src/packaging/version-places.ts
function isStale({ file, version }, to) {
  return /(?:^|[/\\])Cargo\.(?:toml|lock)$/.test(file) ? !sameVersion(version, to) : version !== to;
}
function placeReader({ file, entry = "" }) {
  if (entry === WHOLE_FILE) return wholeFile;
  if (entry.startsWith(LINES)) return linesReader(entry.slice(LINES.length));
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return FORMATS.find(({ names }) => names.test(name))?.reader(entry);
}
var BUMPVERSION = "bumpversion";
function pinsOf(name) {
  return `${PINS}${name}`;
}
var PINS = "pins of ";
function lockedMember(name, directory) {
  return directory === "." ? name : `${name}${IN}${directory}`;
}
var IN = " in ";
var COMMITIZEN = "commitizen";
var LINES = "lines: ";
var pyproject = tomlReader(["project", "version"], ["tool", "poetry", "version"]);
var setupCfg = cfgReader("metadata", "version");
var bumpversionToml = tomlReader(["tool", "bumpversion", "current_version"]);
var commitizenToml = tomlReader(["tool", "commitizen", "version"]);
var bumpversionCfg = cfgReader("bumpversion", "current_version");
var FORMATS = [
  { names: /^pyproject\.toml$/, reader: pyprojectReader },
  { names: /^\.?cz\.toml$/, reader: () => commitizenToml },
  { names: /^setup\.cfg$/, reader: (entry) => entry === BUMPVERSION ? bumpversionCfg : setupCfg },
  { names: /^setup\.py$/, reader: () => setupPy },
  { names: /\.py$/, reader: () => pythonModule },
  { names: /^meson\.build$/, reader: () => mesonBuild },
  { names: /^Cargo\.toml$/, reader: cargoToml },
  { names: /^Cargo\.lock$/, reader: (crate) => lockFile(crate, hasNoSource, cargoSpelling) },
  { names: /^uv\.lock$/, reader: uvLock },
  { names: /^poetry\.lock$/, reader: (project) => lockFile(project, isHereForPoetry) },
  { names: /^\.bumpversion\.toml$/, reader: () => bumpversionToml },
  { names: /^\.bumpversion\.cfg$/, reader: () => bumpversionCfg }
];
function pyprojectReader(entry) {
  if (entry.startsWith(PINS)) return requirementPins(entry.slice(PINS.length));
  return { [BUMPVERSION]: bumpversionToml, [COMMITIZEN]: commitizenToml }[entry] ?? pyproject;
}
function hasNoSource(entry) {
  return valueAt(entry, ["source"]) === void 0;
}
function uvLock(entry) {
  const [project = "", directory = "."] = entry.split(IN);
  return lockFile(
    project,
    (locked) => ["editable", "virtual", "directory"].some((kind) => valueAt(locked, ["source", kind]) === directory)
  );
}
function isHereForPoetry(entry) {
  return valueAt(entry, ["source", "type"]) === "directory" && valueAt(entry, ["source", "url"]) === ".";
}

// src/phases/setup/version-places.ts
import path7 from "node:path";

// src/packaging/commitizen.ts
var COMMITIZEN_FILES = ["pyproject.toml", ".cz.toml", "cz.toml"];
function commitizenFiles(text) {
  return list(valueAt(parsedToml(text), ["tool", "commitizen", "version_files"])).flatMap((entry) => {
    if (typeof entry !== "string") return [];
    const colon = entry.indexOf(":");
    return colon < 0 ? [{ glob: entry, pattern: "" }] : [{ glob: entry.slice(0, colon), pattern: entry.slice(colon + 1) }];
  });
}

// src/phases/setup/cargo-places.ts
import path5 from "node:path";

// src/packaging/cargo-manifest.ts
function parsedCargoManifest(text) {
  const document = parsedToml(text);
  const [name, root] = [valueAt(document, ["package", "name"]), valueAt(document, ["package", "workspace"])];
  const members2 = valueAt(document, ["workspace", "members"]);
  return {
    crate: typeof name === "string" ? {
      name,
      inheritsVersion: valueAt(document, ["package", "version", "workspace"]) === true,
      root: typeof root === "string" ? root : void 0
    } : void 0,
    workspace: "workspace" in document ? { members: Array.isArray(members2) ? members2.filter(isText) : [] } : void 0
  };
}
function isText(value) {
  return typeof value === "string";
}

// src/phases/setup/directories-above.ts
import path4 from "node:path";
function directoriesAbove(own2, { workspace, directory }) {
  const below = path4.join(path4.relative(workspace, directory), own2);
  const levels = path4.normalize(below).split(path4.sep).filter((part2) => part2 !== ".").length;
  return Array.from({ length: levels }, (_, level) => path4.posix.join(own2, "../".repeat(level + 1)));
}

// src/phases/setup/cargo-places.ts
async function cargoPlaces(plan, files, { buildBackend, maturinManifest }) {
  if (buildBackend !== "maturin") return void 0;
  const read2 = manifestReader(plan, files);
  const names = maturinManifest === void 0 ? ["Cargo.toml", "rust/Cargo.toml"] : [maturinManifest];
  for (const name of names.map((each) => path5.posix.normalize(each))) {
    const manifest = await read2(name);
    const crate = manifest?.crate;
    if (manifest !== void 0 && crate !== void 0)
      return placesOf({ name, manifest, crate }, plan, { files, read: read2 });
  }
  return void 0;
}
async function placesOf({ name, manifest, crate }, plan, world) {
  const root = manifest.workspace === void 0 ? await rootOf(name, crate, plan, world) : { name, manifest };
  const inherited = crate.inheritsVersion ? root : void 0;
  const others = inherited === void 0 ? [] : await inheriting(inherited, plan, world);
  const crates = [.../* @__PURE__ */ new Set([crate.name, ...others])];
  const directories = [...new Set([name, root?.name ?? name].map(path5.posix.dirname))].filter(isBelow);
  return {
    manifest: inherited === void 0 ? { file: name, entry: "package" } : { file: inherited.name, entry: "workspace.package" },
    locked: directories.flatMap(
      (directory) => crates.map((entry) => ({ file: path5.posix.join(directory, "Cargo.lock"), entry }))
    )
  };
}
function manifestReader({ directory }, files) {
  return async (name) => {
    const text = await files.text(path5.join(directory, name));
    if (text === void 0) return void 0;
    try {
      return parsedCargoManifest(text);
    } catch (error) {
      if (error instanceof SyntaxError) throw new SyntaxError(`${name}, ${error.message}`, { cause: error });
      throw error;
    }
  };
}
async function rootOf(name, { root }, plan, { read: read2 }) {
  const own2 = path5.posix.dirname(name);
  const above2 = root === void 0 ? directoriesAbove(own2, plan) : [path5.posix.join(own2, root)];
  for (const directory of above2) {
    const file = path5.posix.join(directory, "Cargo.toml");
    const manifest = await read2(file);
    if (manifest?.workspace !== void 0) return { name: file, manifest };
  }
  return void 0;
}
async function inheriting({ name, manifest }, { directory }, { files, read: read2 }) {
  const top = path5.posix.dirname(name);
  const patterns = (manifest.workspace?.members ?? []).map(
    (member) => path5.posix.join(top, member, "Cargo.toml")
  );
  const found2 = await Promise.all(patterns.map((pattern) => files.glob(directory, pattern)));
  const members2 = await Promise.all([name, ...found2.flat()].map(read2));
  return members2.flatMap((member) => member?.crate?.inheritsVersion === true ? [member.crate.name] : []);
}
function isBelow(directory) {
  return directory.split("/")[0] !== "..";
}

// src/phases/setup/commitizen-places.ts
import path6 from "node:path";
async function commitizenPlaces(version, { directory }, files) {
  const texts = await Promise.all(COMMITIZEN_FILES.map((file) => files.text(path6.join(directory, file))));
  const named2 = texts.flatMap((text) => soundFiles(text ?? ""));
  const found2 = await Promise.all(
    named2.map(async ({ glob, pattern }) => {
      const names = await files.glob(directory, path6.posix.normalize(glob));
      return names.map((file) => ({ file: file.replaceAll("\\", "/"), entry: `${LINES}${pattern}` }));
    })
  );
  const all = found2.flat();
  const says = await Promise.all(
    all.map(async (place) => {
      const text = await files.text(path6.join(directory, place.file));
      return placeReader(place)?.rewritten(text ?? "", version, `${version}x`) !== void 0;
    })
  );
  return {
    places: all.filter((_, index) => says[index]).map((place) => ({ ...place, version })),
    unreadable: all.filter((place) => placeReader(place) === void 0).map(({ file }) => file)
  };
}
function soundFiles(text) {
  try {
    return commitizenFiles(text);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

// src/phases/setup/version-places.ts
async function findVersionPlaces(plan, files, source2) {
  const cargo = await cargoPlaces(plan, files, source2);
  const { version } = source2;
  const declared = version === void 0 ? await named(plan, files, source2) : [{ file: "pyproject.toml", version }];
  const told3 = declared[0]?.version;
  const rust = cargo === void 0 ? [] : await read(cargo.manifest, plan, files);
  const guessed = (await inPython(plan, files, { source: source2, told: told3 })).filter(
    ({ file }) => !declared.some((place) => place.file === file)
  );
  const places = [...declared, ...rust.filter((place) => agrees(place, told3)), ...guessed];
  const followers = await followersOf(places[0]?.version, plan, files, {
    name: normalizedName(source2.name ?? ""),
    locked: cargo?.locked ?? []
  });
  return { places, followers };
}
async function named(plan, files, { backEnd, tagTool }) {
  if (tagTool !== void 0) return [];
  const found2 = await Promise.all(backEnd.versionFiles.map((file) => saidIn(file, plan, files)));
  return found2.flat().slice(0, 1);
}
async function followersOf(source2, plan, files, { name, locked }) {
  if (source2 === void 0) return [];
  const candidates2 = [
    { file: "uv.lock", entry: name },
    { file: "poetry.lock", entry: name },
    ...locked,
    ...["pyproject.toml", "setup.cfg", ".bumpversion.toml", ".bumpversion.cfg"].map((file) => ({
      file,
      entry: BUMPVERSION
    })),
    ...COMMITIZEN_FILES.map((file) => ({ file, entry: COMMITIZEN }))
  ];
  const said = await Promise.all(candidates2.map((candidate) => saidIn(candidate, plan, files)));
  const followers = said.flat().filter(({ version }) => sameVersion(version, source2));
  return [...followers, ...(await commitizenPlaces(source2, plan, files)).places];
}
function agrees(place, told3) {
  return told3 === void 0 || sameVersion(place.version, told3);
}
async function read(place, { directory }, files) {
  const text = await files.text(path7.join(directory, place.file));
  const version = text === void 0 ? void 0 : placeReader(place)?.version(text);
  return version === void 0 ? [] : [{ ...place, version }];
}
async function saidIn(place, plan, files) {
  try {
    return await read(place, plan, files);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
async function inPython(plan, files, { source: source2, told: told3 }) {
  const stem = fileNameStem(source2.name ?? "");
  const modules = ["__init__.py", "_version.py", "__version__.py", "__about__.py"];
  const patterns = [
    `src/*/{${modules}}`,
    `{${stem},${stem.toLowerCase()}}/{${modules}}`,
    `{${stem}.py,setup.cfg,setup.py}`
  ];
  const found2 = await Promise.all(patterns.map((pattern) => files.glob(plan.directory, pattern)));
  const candidates2 = [...new Set(found2.flat())].map((file) => file.replaceAll("\\", "/"));
  const places = await Promise.all(candidates2.map((file) => read({ file }, plan, files)));
  const packages = new Set(
    candidates2.filter((file) => file.startsWith("src/")).map((file) => path7.posix.dirname(file))
  );
  const isOurs = (file) => file.startsWith("src/") ? packages.size === 1 || normalizedName(file.split("/")[1] ?? "") === normalizedName(source2.name ?? "") : !SETUP.test(file);
  return places.flat().filter(({ version }) => version !== source2.placeholder).filter(({ file }) => source2.tagTool === void 0 || SETUP.test(file)).filter((place) => isOurs(place.file) || agrees(place, told3));
}
var SETUP = /^setup\.(?:cfg|py)$/;

// src/phases/setup/together.ts
async function projectTogether({ members: members2, neighbours }, plan, world, readOne) {
  const { files } = world;
  const lead = leadOf(members2, plan);
  const leader = await readOne(planOf(lead, plan), world);
  const readings = await Promise.allSettled(
    members2.map(
      (each) => each === lead ? leader : readOne(planOf(each, plan, leader.version), world, leader)
    )
  );
  const faults = readings.flatMap(faultsOf);
  const projects = readings.flatMap((reading) => reading.status === "fulfilled" ? reading.value : []);
  const changelog = await changelogOf(lead, leader, plan, files);
  if (typeof changelog === "object") faults.push(changelog);
  if (faults.length === 0) faults.push(...disagreement(projects, plan));
  if (typeof changelog === "object" || faults.length > 0) throw new Stopped(faults);
  const found2 = members2.flatMap((member, at) => {
    const project = projects[at];
    return project === void 0 ? [] : [{ member, project }];
  });
  const { extras: wanted } = plan.toolchain;
  const isAskedFor = (extra) => wanted === "all" || wanted.includes(extra);
  return {
    ...leader,
    packages: found2.flatMap(
      ({ member: { directory }, project: { packages } }) => packages.map(({ extras, ...each }) => ({ ...each, directory, extras: extras.filter(isAskedFor) }))
    ),
    extras: leader.extras.filter(isAskedFor),
    versionFromTags: projects.some(({ versionFromTags }) => versionFromTags),
    versionVariables: Object.assign({}, ...projects.map(({ versionVariables: versionVariables2 }) => versionVariables2)),
    versionPlaces: await placesOf2({ found: found2, lead, neighbours }, plan, files),
    changelog,
    coverageFloor: await coverageFloor(plan, files)
  };
}
function faultsOf(reading) {
  if (reading.status === "fulfilled") return [];
  if (reading.reason instanceof Stopped) return reading.reason.faults;
  throw reading.reason;
}
function leadOf(members2, { workspace, directory, forge }) {
  const titles = [path8.basename(path8.resolve(workspace, directory)), path8.posix.basename(forge.repository)];
  return members2.find((each) => each.directory === ".") ?? members2.find(({ name }) => titles.map(normalizedName).includes(name)) ?? members2[0];
}
function planOf({ directory }, plan, settled3) {
  const bumped2 = plan.version.kind === "bump" && settled3 !== void 0;
  return {
    ...plan,
    members: "auto",
    toolchain: { ...plan.toolchain, extras: "all" },
    directory: path8.join(plan.directory, directory),
    changelog: directory === "." ? plan.changelog : "auto",
    version: bumped2 ? { kind: "given", version: settled3 } : plan.version
  };
}
async function changelogOf({ directory }, { name, version, changelog }, plan, files) {
  const entries = await files.list(plan.directory) ?? [];
  const shared = await changelogFile(plan, files, { name, version, entries });
  return shared ?? (changelog === void 0 ? void 0 : path8.posix.join(directory, changelog));
}
function disagreement(all, { version }) {
  if (version.kind === "given" || version.kind === "tag") return [];
  const said = all.flatMap(({ name, sourceVersion, version: settled3 }) => {
    const own2 = version.kind === "bump" ? sourceVersion : settled3;
    return own2 === void 0 ? [] : [{ name, version: own2 }];
  });
  const [first] = said;
  const agree = said.every((each) => first === void 0 || sameVersion(each.version, first.version));
  return agree ? [] : [fault("members-disagree", { packages: said })];
}
async function placesOf2({ found: found2, lead, neighbours }, plan, files) {
  const leading = found2.filter(({ member }) => member === lead);
  const places = [...leading, ...found2.filter(({ member }) => member !== lead)].flatMap(
    ({ member, project }) => project.versionPlaces.map((place) => ({
      ...place,
      file: path8.posix.join(member.directory, place.file)
    }))
  );
  const followers = found2.map(async ({ member: { name, directory: own2 }, project: { sourceVersion } }) => {
    const candidates2 = [
      { file: "uv.lock", entry: lockedMember(name, own2) },
      { file: "poetry.lock", entry: name },
      ...neighbours.map((directory) => ({
        file: path8.posix.join(directory, "pyproject.toml"),
        entry: pinsOf(name)
      }))
    ];
    const said = await Promise.all(candidates2.map((candidate) => saidIn(candidate, plan, files)));
    return said.flat().filter(({ version }) => sourceVersion !== void 0 && sameVersion(version, sourceVersion));
  });
  const all = [...places, ...(await Promise.all(followers)).flat()];
  const key = ({ file, entry = "" }) => `${file}\0${entry}`;
  const keys = all.map(key);
  return all.filter((each, at) => keys.indexOf(key(each)) === at);
}
async function coverageFloor({ directory }, files) {
  const text = await files.text(path8.join(directory, "pyproject.toml"));
  try {
    return text === void 0 ? void 0 : parsedPyproject(text).coverageFloor;
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}

// src/phases/setup/unwritten-places.ts
import path9 from "node:path";
async function unwrittenPlaces(writing, plan, files) {
  const { version, places } = writing;
  const isWritten = plan.version.kind === "given" || plan.version.kind === "bump";
  const source2 = places[0]?.version;
  if (!isWritten || source2 !== void 0 && sameVersion(source2, version)) return [];
  return [...above(writing), ...unspellable(writing), ...await ofCommitizen(writing, plan, files)];
}
function above({ places, version }) {
  const outside = places.map(({ file }) => file).filter((file) => file.startsWith("../"));
  if (outside.length === 0) return [];
  const why = "above the working directory";
  return [fault("version-unwritten", { version, files: outside, why })];
}
function unspellable({ places, version }) {
  const manifest = places.find(({ file }) => path9.posix.basename(file) === "Cargo.toml");
  return manifest === void 0 || cargoVersion(version) !== void 0 ? [] : [fault("version-unspellable", { version, file: manifest.file })];
}
async function ofCommitizen({ places: [source2], version }, plan, files) {
  if (source2 === void 0) return [];
  const { unreadable } = await commitizenPlaces(source2.version, plan, files);
  const why = "commitizen writes there, by a pattern that this action cannot read";
  return unreadable.length === 0 ? [] : [fault("version-unwritten", { version, files: unreadable, why })];
}

// src/phases/setup/project.ts
async function readProject(plan, world) {
  try {
    return { project: await requireProject(plan, world), faults: [] };
  } catch (error) {
    if (error instanceof Stopped) return { project: void 0, faults: error.faults };
    throw error;
  }
}
async function requireProject(plan, world) {
  const chosen2 = await chosenMembers(plan, world.files);
  const project = await (chosen2 === void 0 ? projectIn(plan, world) : projectTogether(chosen2, plan, world, projectIn));
  const { version, versionPlaces: places } = project;
  const unwritten = await unwrittenPlaces({ version, places }, plan, world.files);
  if (unwritten.length > 0) throw new Stopped(unwritten);
  return project;
}
async function projectIn(plan, world, lead) {
  const { source: source2, entries } = await readSource(plan, world.files);
  const { name, from: nameFrom } = await namedAs(source2, plan, world);
  const found2 = await foundPlaces(plan, world.files, { ...source2, name });
  const tags = await world.tags.read();
  const owner = { name, isBelowTop: plan.directory !== plan.workspace };
  const tagging = lead === void 0 ? sound(taggingOf(plan, tags.all, owner)) : taggingAs(lead, plan);
  const read2 = { source: source2, name, nameFrom, entries, found: found2, tags, owner, tagging, lead };
  const { settled: settled3, changelog } = await settle(plan, world, read2);
  const versionPlaces = [...found2.places, ...found2.followers];
  return { ...projectOf(plan, read2, settled3), versionPlaces, changelog };
}
function projectOf(plan, { source: source2, name, nameFrom, found: found2, tags, owner, tagging }, { version, from }) {
  const tag = tagOf(version, tagging);
  const previous = tagsOfProject(tags.all, plan, owner).find(
    (each) => compareVersions(each.version, version) < 0
  );
  const isFromTags = source2.tagTool !== void 0 && found2.places.length === 0;
  const extras = plan.toolchain.extras === "all" ? source2.extras : plan.toolchain.extras;
  const identity = { name, normalizedName: normalizedName(name), extras };
  return {
    packages: [{ ...identity, directory: "." }],
    ...identity,
    version,
    sourceVersion: found2.places[0]?.version,
    readFrom: {
      name: nameFrom,
      version: from,
      tagFormat: tagging.reason
    },
    backEnd: source2.backEnd.isInTree ? `${source2.backEnd.name}, in the tree` : source2.backEnd.name,
    versionFromTags: isFromTags,
    versionVariables: isFromTags ? versionVariables(source2.tagTool, { name, version }) : {},
    tag,
    tagFormat: tagging.format,
    previousTag: previous?.tag,
    coverageFloor: source2.coverageFloor
  };
}
async function settle(plan, world, read2) {
  const { source: source2, name, entries, found: found2, tags, owner, tagging, lead } = read2;
  const ofProject = (all) => tagsOfProject(all, plan, owner);
  const settled3 = await settledVersion(plan, {
    name,
    places: found2.places,
    isFromTags: source2.tagTool !== void 0 && found2.places.length === 0,
    tags: {
      shallow: tags.shallow,
      onHead: lead === void 0 ? ofProject(tags.onHead) : [taggedAs(lead)],
      inHistory: ofProject(tags.inHistory)
    },
    pushed: tagging.pushed?.version,
    recorded: await recordedVersion(plan, world.files, read2),
    handed: await handedVersion(plan, world.files, name),
    told: async () => (await world.backEnd.metadata(plan.directory)).version
  });
  const version = "version" in settled3 ? settled3.version : void 0;
  const changelog = await changelogFile(plan, world.files, { name, version, entries });
  const faults = [
    ..."version" in settled3 ? [] : settled3,
    ...typeof changelog === "object" ? [changelog] : []
  ];
  if (!("version" in settled3) || typeof changelog === "object") throw new Stopped(faults);
  return { settled: settled3, changelog };
}
async function readSource(plan, files) {
  const { directory } = plan;
  const entries = await files.list(directory);
  if (entries === void 0) return stop("directory-missing", { directory: told(plan) });
  const texts = Object.fromEntries(
    await Promise.all(
      SOURCE_FILES.map(async (file) => [file, await files.text(path10.join(directory, file))])
    )
  );
  if (Object.values(texts).every((text) => text === void 0))
    stop("pyproject-missing", { directory: told(plan) });
  try {
    return { source: projectSource(texts), entries };
  } catch (error) {
    if (error instanceof SyntaxError) stop("pyproject-invalid", { problem: error.message });
    throw error;
  }
}
async function namedAs(source2, plan, { files, backEnd }) {
  const { name: said, nameFile } = source2;
  if (said !== void 0 && nameFile !== void 0) return { name: said, from: nameFile };
  const handed = await handedName(plan, files);
  if (handed !== void 0) return { name: handed, from: HANDED };
  const { name } = await backEnd.metadata(plan.directory);
  return name === "" || name === "UNKNOWN" ? stop("project-name-missing", { directory: told(plan) }) : { name, from: "the back end" };
}
function told({ workspace, directory }) {
  return path10.relative(workspace, directory) || ".";
}
async function foundPlaces(plan, files, source2) {
  try {
    return await findVersionPlaces(plan, files, source2);
  } catch (error) {
    if (error instanceof SyntaxError) stop("cargo-invalid", { problem: error.message });
    throw error;
  }
}
async function recordedVersion(plan, files, { name, found: found2 }) {
  const record = await readRecord(files, plan.packages);
  if (record === void 0 || record.commit !== plan.forge.commit || record.project.name !== name)
    return void 0;
  const [source2] = found2.places;
  return source2 !== void 0 && sameVersion(source2.version, record.project.version) ? record.project.version : void 0;
}
function sound(value) {
  if ("code" in value) throw new Stopped([value]);
  return value;
}

// src/release/converge.ts
var LASTING = [
  "index-maintenance",
  "registration-closed",
  "trusted-publishing-disabled",
  "identity-refused",
  "cancelled",
  "bug"
];
async function converge(target, wanted, { mode, clock, emit, pauses = [1e3, 4e3, 1e4] }) {
  for (let tries = 0; ; tries += 1) {
    const decision = target.decide(wanted, await target.observe(wanted));
    const { evidence } = decision;
    if (decision.kind === "conflict") {
      emit({ kind: "decided", target: target.name, decision: "conflict", evidence });
      throw new Stopped([decision.fault]);
    }
    if (decision.kind === "satisfied") {
      if (tries === 0) emit({ kind: "decided", target: target.name, decision: "satisfied", evidence });
      return tries === 0 ? "satisfied" : "act";
    }
    if (mode === "dry-run") {
      emit({ kind: "decided", target: target.name, decision: "would-act", evidence });
      return "would-act";
    }
    if (tries === 0) emit({ kind: "decided", target: target.name, decision: "act", evidence });
    const failure = await outcomeOf(target.act(decision.change, tries + 1));
    if (failure === void 0) return "act";
    if (!(failure instanceof Stopped)) throw failure;
    const pause = pauses[tries];
    if (pause === void 0 || !mayPass(failure)) return settled(target, wanted, failure);
    await clock.sleep(Math.max(failure.patience, jittered(pause)));
  }
}
async function settled(target, wanted, failure) {
  const seen = await lookedAt(target, wanted);
  if (seen !== void 0 && target.decide(wanted, seen.value).kind === "satisfied") return "act";
  throw failure;
}
async function lookedAt(target, wanted) {
  try {
    return { value: await target.observe(wanted) };
  } catch (error) {
    if (error instanceof Stopped) return void 0;
    throw error;
  }
}
async function outcomeOf(work) {
  try {
    await work;
    return void 0;
  } catch (error) {
    return error;
  }
}
function mayPass({ faults }) {
  return faults.every(({ blame, code }) => blame === "world" && !LASTING.includes(code));
}
function jittered(pause) {
  return Math.round(pause * (0.5 + Math.random() / 2));
}

// src/release/event.ts
async function step(emit, title, work, says = () => "") {
  emit({ kind: "step-started", step: title });
  try {
    const result = await work();
    emit({ kind: "step-ended", step: title, outcome: "passed", says: says(result) });
    return result;
  } catch (error) {
    emit({ kind: "step-ended", step: title, outcome: "failed", says: firstLine(error) });
    throw error;
  }
}
function skipped(emit, title, reason) {
  emit({ kind: "step-ended", step: title, outcome: "skipped", says: reason });
}
function firstLine(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}

// src/phases/build/changed-files.ts
import path11 from "node:path";
async function changedFiles(names, { directory }, { files, checkout }) {
  const read2 = names.map(async (name) => {
    const bytes = await files.bytes(path11.join(directory, name));
    const committed = bytes?.includes(CARRIAGE_RETURN) ? await checkout.committed(name) ?? bytes : bytes;
    const content = committed === void 0 ? null : Buffer.from(committed).toString("base64");
    return { file: name.replaceAll("\\", "/"), content };
  });
  return Promise.all(read2);
}
var CARRIAGE_RETURN = 13;
function changedNames(changed) {
  return changed.map(({ file }) => file).join(", ");
}
function bytesOf({ content }) {
  return content === null ? null : new Uint8Array(Buffer.from(content, "base64"));
}
async function settleTree(changed, { directory }, files) {
  for (const each of changed) {
    const target = path11.join(directory, each.file);
    const [wanted, present] = [bytesOf(each), await files.bytes(target)];
    if (wanted === null) await files.remove(target);
    else if (present === void 0 || Buffer.compare(present, wanted) !== 0)
      await files.write(target, wanted);
  }
}

// src/phases/journal/release-commit.ts
function releaseMessage({ tag }) {
  return `Release ${tag}`;
}
function proposalBranch({ tag }) {
  return `pypi-release/${tag}`;
}
function isReleaseCommit(commit, { forge }, project) {
  return commit?.parents[0] === forge.commit && commit.message === releaseMessage(project);
}
async function releasedCommit({ build, project }, recorded, plan, world, emit) {
  const { commit } = plan.forge;
  if (recorded !== void 0) return recorded;
  if (!hasReleaseCommit(plan, build)) return commit;
  if (plan.mode === "dry-run") {
    emit({
      kind: "decided",
      target: "release commit",
      decision: "would-act",
      evidence: `${changedNames(build.changed)} changed`
    });
    return commit;
  }
  const message = releaseMessage(project);
  return step(
    emit,
    "Make the release commit",
    async () => await earlierCommit(world.forge, plan, project) ?? world.forge.commits.create({ parent: commit, message, files: await contents(build, world) }),
    (made) => `${made.slice(0, 12)} on ${commit.slice(0, 12)}: ${changedNames(build.changed)}`
  );
}
function hasReleaseCommit({ version }, { changed }) {
  return changed.length > 0 && version.kind !== "tag";
}
async function bringToBranch(sha, { project, build }, plan, world, emit) {
  const { commit, branch, commitPolicy } = plan.forge;
  if (branch === void 0 || plan.mode === "dry-run" || !hasReleaseCommit(plan, build)) return;
  await HAND_ON[commitPolicy]({ branch, sha, base: commit, project }, plan, world, emit);
}
async function earlierCommit({ refs, commits }, plan, project) {
  const branches = plan.forge.branch === void 0 ? [] : [plan.forge.branch, proposalBranch(project)];
  const places = [await refs.tag(project.tag), ...await Promise.all(branches.map(refs.branch))];
  for (const sha of places) {
    const commit = sha === void 0 ? void 0 : await commits.read(sha);
    if (isReleaseCommit(commit, plan, project)) return sha;
  }
  return void 0;
}
async function contents({ changed }, { checkout }) {
  const prefix = await checkout.prefix();
  return Object.fromEntries(changed.map((each) => [`${prefix}${each.file}`, bytesOf(each)]));
}
var UNPUSHABLE = ["branch-moved", "rules-forbid"];
var push = async (commit, plan, world, emit) => {
  const { forge, clock } = world;
  try {
    return await converge(branchTarget(forge, commit.branch), commit, { mode: plan.mode, clock, emit });
  } catch (error) {
    const code = error instanceof Stopped ? error.faults[0]?.code : void 0;
    if (code === void 0 || !UNPUSHABLE.includes(code)) throw error;
    const tip = await forge.refs.branch(commit.branch);
    if (code === "branch-moved" && (tip === commit.base || tip === commit.sha)) throw error;
    return proposeIfAllowed(commit, plan, world, emit);
  }
};
var proposeIfAllowed = async (commit, plan, world, emit) => {
  try {
    return await propose(commit, plan, world, emit);
  } catch (error) {
    if (!(error instanceof Stopped) || error.faults.some(({ blame }) => blame === "world")) throw error;
    emit({
      kind: "noticed",
      level: "warning",
      title: `The release commit is not on ${commit.branch}`,
      says: `${error.faults.map(({ finding }) => finding).join(" ")} Merge ${commit.project.tag}, which is on it, by hand.`
    });
    return "satisfied";
  }
};
var propose = async ({ branch, sha, project }, _plan, { forge }, emit) => {
  const url = await forge.commits.propose({
    branch: proposalBranch(project),
    base: branch,
    commit: sha,
    title: releaseMessage(project),
    body: "The version and changelog of the release."
  });
  emit({ kind: "noticed", level: "notice", title: "The release commit waits in a pull request", says: url });
  return "act";
};
var HAND_ON = {
  auto: push,
  push,
  "pull-request": propose,
  none: async () => "satisfied"
};
function branchTarget({ refs, commits }, branch) {
  return {
    name: `branch ${branch}`,
    async observe({ sha, base }) {
      const tip = await refs.branch(branch);
      const isElsewhere = tip !== void 0 && tip !== sha && tip !== base;
      return { tip, holds: isElsewhere ? await commits.isAncestor(sha, tip) : tip === sha };
    },
    decide(wanted, { tip, holds }) {
      const { sha, base } = wanted;
      if (holds) return { kind: "satisfied", evidence: `it has ${sha}` };
      if (tip === base)
        return { kind: "act", change: wanted, evidence: `it is at ${base}, where the release began` };
      const moved = fault("branch-moved", { branch, tip: tip ?? "gone", base });
      return { kind: "conflict", fault: moved, evidence: `it is at ${tip ?? "no commit"}` };
    },
    act: ({ sha }) => refs.advanceBranch(branch, sha)
  };
}

// src/phases/pypi/checklist.ts
var passed = (evidence) => ({ verdict: "passed", evidence, cure: "" });
var failed = (evidence, cure) => ({ verdict: "failed", evidence, cure });
var advisory = (evidence, cure) => ({ verdict: "advisory", evidence, cure });
var unchecked = (evidence) => ({ verdict: "not-checked", evidence, cure: "" });
var MEGABYTE = 1024 * 1024;
var ROWS = {
  tests: (seen) => checked(seen, "tests", "Mend the tests."),
  format: (seen) => checked(seen, "format", "Run ruff format."),
  lint: (seen) => checked(seen, "lint", "Run ruff check --fix."),
  build: ({ build }) => build === void 0 ? unchecked("nothing is built yet") : passed(
    `${build.distributions.map(({ filename }) => filename).join(", ")}: metadata, contents and digests verified`
  ),
  version: ({ project, published }) => {
    if (published === void 0) return passed(`${project.version}; PyPI is not asked`);
    const isTaken = ({ normalizedName: normalizedName2 }) => (published[normalizedName2] ?? []).some((version) => sameVersion(version, project.version));
    const taken = project.packages.filter(isTaken);
    const free = project.packages.filter((each) => !taken.includes(each));
    const told3 = [
      ...taken.length > 0 ? [`${namesFor(project, taken)}on PyPI already with some files`] : [],
      ...free.length > 0 ? [`${namesFor(project, free)}not on PyPI yet`] : []
    ];
    return passed(`${project.version}, ${told3.join("; ")}`);
  },
  changelog: ({ project, changelog }) => {
    if (project.changelog === void 0)
      return advisory("there is no changelog", "Keep a CHANGELOG.md (keepachangelog.com).");
    const section = changelog === void 0 ? void 0 : sectionOf({ file: project.changelog, text: changelog }, project.version);
    if (section === void 0)
      return advisory(
        `${project.changelog} has no section for ${project.version}`,
        `Add one before the release; the notes are generated by the forge instead.`
      );
    return passed(
      `${project.changelog} has ${project.version}${section.date === void 0 ? "" : `, dated ${section.date}`}`
    );
  },
  committed: ({ plan, build, changes, commit, tagged, project }) => {
    const own2 = new Set(build?.changed.map(({ file }) => file));
    const dirty = changes.filter((file) => !own2.has(file));
    if (dirty.length > 0)
      return failed(
        `not committed: ${dirty.join(", ")}`,
        "Commit or remove these files: what is released must be what is on the forge."
      );
    if (commit === null)
      return failed(`the forge does not have commit ${plan.forge.commit}`, "Push the commit first.");
    if (typeof tagged === "string" && tagged !== plan.forge.commit && own2.size === 0) {
      return failed(
        `tag ${project.tag} is on ${tagged}`,
        "Release a new version: a published tag is never moved."
      );
    }
    const isOnTop = plan.version.kind !== "tag" && commit?.message !== releaseMessage(project);
    if (tagged === plan.forge.commit && own2.size > 0 && isOnTop) {
      return failed(
        `tag ${project.tag} is on ${tagged}, and the release is of a commit on top of that`,
        "Release a new version: a published tag is never moved."
      );
    }
    const rides = own2.size > 0 ? `; ${[...own2].join(", ")} ride in the release commit` : "";
    return passed(
      `clean tree at ${plan.forge.commit.slice(0, 12)}${tagged === null ? ", tag free" : ""}${rides}`
    );
  },
  readme: ({ project, metadata }) => {
    if (metadata.length === 0) return unchecked("nothing is built yet");
    const empty = metadata.filter(({ description }) => description.trim() === "");
    if (empty.length > 0)
      return advisory(
        `${namesFor(project, empty)}the project page will be empty`,
        "Name a readme in pyproject.toml."
      );
    const told3 = metadata.map(
      (each) => `${namesFor(project, [each])}${each.descriptionContentType ?? "text/x-rst (by default)"}, ${each.description.length} characters`
    );
    return passed(`${told3.join("; ")}, rendered by twine check`);
  },
  links: () => unchecked("links are not asked"),
  size: ({ build }) => {
    if (build === void 0) return unchecked("nothing is built yet");
    const large = build.distributions.filter(({ size }) => size > MEGABYTE);
    const sizes = build.distributions.map(({ filename, size }) => `${filename} ${Math.ceil(size / 1024)} KiB`).join(", ");
    return large.length > 0 ? advisory(sizes, "Over 1 MiB: see whether data or tests got in.") : passed(sizes);
  },
  coverage: ({ checks, project }) => {
    const coverage = checks?.results.find(({ id }) => id === "tests")?.coverage;
    if (checks === void 0 || coverage === void 0) return unchecked("the tests measured no coverage");
    const floor = project.coverageFloor;
    if (floor === void 0)
      return advisory(
        `${coverage} %, and the project sets no floor`,
        "Set [tool.coverage.report] fail_under."
      );
    return coverage >= floor ? passed(`${coverage} %, floor ${floor} %`) : failed(`${coverage} %, floor ${floor} %`, "Test what is not tested yet.");
  },
  credentials: ({ plan }) => {
    const planned = ["testpypi", "pypi"].filter((name) => plan.phases.includes(name));
    const kinds = planned.map((name) => `${name}: ${plan.indexes[name].credential.kind.replace("-", " ")}`);
    const missing2 = planned.filter(
      (name) => plan.indexes[name].required && plan.indexes[name].credential.kind === "none"
    );
    return missing2.length > 0 ? failed(kinds.join(", "), "Give a token, or id-token: write.") : passed(kinds.join(", ") || "no upload is planned");
  },
  permission: ({ commit, plan }) => {
    if (commit === void 0) return unchecked("the forge is not asked");
    return plan.mode === "dry-run" ? unchecked("a dry run does not ask for anything that needs write permission") : passed("the token may write contents: the forge let it draw up notes");
  },
  publisher: ({ plan: { indexes, forge } }) => {
    const { kind } = indexes.pypi.credential;
    if (kind !== "trusted-publishing")
      return unchecked(kind === "token" ? "PyPI gets a token" : "there is no credential");
    const [owner = "", name = ""] = forge.repository.split("/");
    return passed(
      `this run presents owner ${owner}, repository ${name}, workflow ${forge.workflow ?? "unknown"}, and the job’s environment`
    );
  }
};
function namesFor(project, packages) {
  return hasSeveral(project) ? `${packages.map(({ name }) => name).join(", ")}: ` : "";
}
function checklist(evidence) {
  return Object.entries(ROWS).map(([name, judge]) => {
    const id = name;
    const row = judge(evidence);
    return {
      id,
      ...row,
      verdict: row.verdict === "failed" && evidence.plan.allow.includes(id) ? "allowed" : row.verdict
    };
  });
}
function checked({ plan, checks }, id, cure) {
  const result = checks?.results.find((each) => each.id === id);
  if (checks === void 0) return unchecked(`not checked (path ${plan.path})`);
  if (result === void 0)
    return unchecked(`not checked (${id === "tests" ? "test-command: false" : "left out"})`);
  if (result.outcome === "not-applicable") return unchecked(result.evidence);
  if (result.outcome === "passed") return passed(result.evidence);
  const unfixable = id !== "tests" && plan.commands.fix && plan.version.kind === "tag";
  return unfixable ? advisory(result.evidence, cure) : failed(result.evidence, cure);
}

// src/adapters/node/clock.ts
function createClock() {
  return {
    now: () => /* @__PURE__ */ new Date(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  };
}

// src/adapters/actions/process.ts
import { channel } from "node:diagnostics_channel";
import { StringDecoder } from "node:string_decoder";

// src/adapters/node/which.ts
import path12 from "node:path";
async function programFile(name, search) {
  if (name.includes("/") || name.includes(path12.sep)) return name;
  const { executable } = createFiles();
  for (const directory of search.directories.split(path12.delimiter).filter(path12.isAbsolute)) {
    for (const extension of extensions(name, search)) {
      const file = path12.join(directory, `${name}${extension}`);
      if (await executable(file)) return file;
    }
  }
  return void 0;
}
function extensions(name, search) {
  if (path12.delimiter === ":" || path12.extname(name) !== "") return [""];
  return (search.extensions ?? ".COM;.EXE;.BAT;.CMD").split(";");
}

// src/adapters/actions/running-children.ts
import { AsyncLocalStorage } from "node:async_hooks";

// src/adapters/node/time-limit.ts
var TimeOver = class extends Error {
  constructor(milliseconds) {
    super(`no answer within ${milliseconds / 1e3} s`);
    this.name = "TimeOver";
  }
};
async function within(milliseconds, work) {
  let timer;
  const over = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeOver(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

// src/adapters/actions/running-children.ts
function createRunningChildren(starts, clock) {
  const running = /* @__PURE__ */ new Set();
  const work = new AsyncLocalStorage();
  starts.subscribe((message) => {
    const { process: child } = message;
    running.add(child);
    work.getStore()?.push(child);
    child.once("exit", () => running.delete(child));
    child.once("spawn", () => child.stdin?.on("error", () => void 0));
  });
  return {
    async limited(milliseconds, doing) {
      const children = [];
      const value = work.run(children, doing);
      try {
        return { value: await within(milliseconds, value), overran: false };
      } catch (error) {
        if (!(error instanceof TimeOver)) throw error;
        await Promise.all(children.map(({ pid }) => pid === void 0 ? void 0 : killTree(pid)));
        return { value: await value, overran: true };
      }
    },
    async stop(grace) {
      const started = await descendants(numbersOf(running));
      for (const child of running) child.kill("SIGTERM");
      const until = clock.now().getTime() + grace;
      while (running.size > 0 && clock.now().getTime() < until) await clock.sleep(50);
      await Promise.all(numbersOf(running).map(killTree));
      for (const child of running) child.kill("SIGKILL");
      kill(started);
    }
  };
}
function numbersOf(children) {
  return [...children].flatMap(({ pid }) => pid ?? []);
}

// src/adapters/actions/process.ts
var OUTPUT_LIMIT = 64 * 1024;
var STREAM_LIMIT = 8 * 1024 * 1024;
function createProcesses(options) {
  const clock = createClock();
  const children = createRunningChildren(channel("child_process"), clock);
  return {
    async run(command, args, run) {
      const started = clock.now().getTime();
      const environment = { ...options.environment, ...run.environment };
      const work = () => runToEnd(command, args, { ...run, environment });
      const completed = run.limit === void 0 ? await work() : overrun(await children.limited(run.limit, work));
      options.onSpan?.({ command: [command, ...args].join(" "), started, ended: clock.now().getTime() });
      return completed;
    },
    stop: children.stop
  };
}
function overrun({ value, overran }) {
  return { ...value, overran };
}
async function runToEnd(command, args, options) {
  const file = await programFile(command, searchPath(options.environment));
  if (file === void 0) return notStarted(`${command} was not found on PATH.`);
  const [combined, stdout, stderr] = [tailOf(OUTPUT_LIMIT), tailOf(STREAM_LIMIT), tailOf(STREAM_LIMIT)];
  const into = (stream) => {
    const decoder = new StringDecoder(options.encoding ?? "utf8");
    return (data) => {
      const text = decoder.write(data);
      stream.add(text);
      combined.add(text);
    };
  };
  try {
    const exitCode = await exec(quoted(file), [...args], {
      cwd: options.directory,
      env: { ...options.environment },
      silent: true,
      ignoreReturnCode: true,
      // Also where there is nothing to read: a child that asks would wait for ever on an open pipe.
      input: Buffer.from(options.input ?? ""),
      listeners: { stdout: into(stdout), stderr: into(stderr) }
    });
    if (exitCode === null) combined.add(`
${command} was ended by a signal.
`);
    return {
      exitCode: exitCode ?? 128,
      output: combined.text(),
      stdout: stdout.text(),
      stderr: stderr.text()
    };
  } catch (error) {
    return notStarted(
      `${command} could not be started: ${error instanceof Error ? error.message : String(error)}`
    );
  }
}
function notStarted(output) {
  return { exitCode: 127, output, stdout: "", stderr: output };
}
function searchPath(environment) {
  const value = (name) => Object.entries(environment).find(([key]) => key.toUpperCase() === name)?.[1];
  return { directories: value("PATH") ?? "", extensions: value("PATHEXT") };
}
function quoted(file) {
  return `"${file.replaceAll('"', '\\"')}"`;
}
function tailOf(limit) {
  let parts = [];
  let length = 0;
  const text = () => parts.join("").slice(-limit);
  return {
    add(part2) {
      parts.push(part2);
      length += part2.length;
      if (length < 2 * limit) return;
      parts = [text()];
      length = limit;
    },
    text
  };
}

// src/adapters/git/git.ts
var SETTINGS = ["-c", "safe.directory=*", "-c", "core.quotePath=false"];
var QUIET = { GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
var AS_US = ["-c", "user.name=pypi-release", "-c", "user.email=pypi-release@localhost"];
function createGit(processes, directory) {
  const run = async (args, { variables = {}, encoding = "utf8" } = {}) => {
    const options = { directory, environment: { ...QUIET, ...variables }, encoding };
    const completed = await processes.run("git", [...SETTINGS, ...args], options);
    if (completed.exitCode === 127) stop("tool-failed", withoutGit(args, completed));
    return completed;
  };
  const line = async (...args) => {
    const { exitCode, stdout } = await run(args);
    return exitCode === 0 ? stdout.trimEnd() : void 0;
  };
  return {
    run,
    line,
    lines: async (...args) => (await line(...args) ?? "").split("\n").filter((each) => each !== ""),
    async change(args, options) {
      const completed = await run(args, options);
      if (completed.exitCode !== 0) stop("tool-failed", refusedByGit(args, completed));
    }
  };
}
function withoutGit(args, { exitCode, output }) {
  const remedy = "Install git on the runner: the commit, its time and its changes are read through it.";
  return { tool: "git", what: `git ${args.join(" ")}`, exitCode, tail: output, remedy };
}
function refusedByGit(args, { exitCode, output }) {
  const remedy = "The log has what git says; the checkout must be one that can be written to.";
  return { tool: "git", what: `git ${args.join(" ")}`, exitCode, tail: output.trim(), remedy };
}

// src/adapters/git/checkout.ts
function createCheckout(processes, directory) {
  const { run, line, change } = createGit(processes, directory);
  const prefix = async () => await line("rev-parse", "--show-prefix") ?? "";
  return {
    async head() {
      const commit = await line("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
      if (commit === void 0) return void 0;
      const time = await line("log", "-1", "--format=%ct", commit);
      const shallow = await line("rev-parse", "--is-shallow-repository");
      return { commit, time: Number(time), shallow: shallow === "true" };
    },
    async changes() {
      const status = await run(STATUS);
      if (status.exitCode !== 0) return [];
      const top = await prefix();
      const entries = status.stdout.split("\0").filter((entry) => entry !== "");
      return entries.map((entry) => entry.slice("XY ".length + top.length));
    },
    async tracked(files) {
      const asked = await Promise.all(
        files.map((file) => run(["--literal-pathspecs", "ls-files", "--stage", "--", file]))
      );
      return files.filter((_, place) => TRACKED_FILE.test(asked[place]?.stdout ?? ""));
    },
    async committed(file) {
      const name = `HEAD:./${file}`;
      const [entry, size] = [await line("ls-tree", "HEAD", `./${file}`), await line("cat-file", "-s", name)];
      if (entry === void 0 || !TRACKED_PLAIN.test(entry)) return void 0;
      const shown = await run(["cat-file", "blob", name], { encoding: "latin1" });
      return shown.stdout.length === Number(size) ? Buffer.from(shown.stdout, "latin1") : void 0;
    },
    prefix,
    async commit(files, message) {
      const time = await line("log", "-1", "--format=%cI");
      const dates = { GIT_AUTHOR_DATE: time ?? "", GIT_COMMITTER_DATE: time ?? "" };
      const known = (await run(["ls-files", "-z", "--cached", "--others", "--", ...files])).stdout;
      if (known !== "") await change(["add", "--all", "--", ...new Set(known.split("\0").filter(Boolean))]);
      const staged = (await run([...STAGED, "--", ...files])).stdout.split("\0").filter(Boolean);
      if (staged.length > 0)
        await change([...AS_US, ...COMMIT, message, "--", ...staged], { variables: dates });
      return staged;
    }
  };
}
var STATUS = ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "."];
var COMMIT = ["commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message"];
var STAGED = ["diff", "--cached", "--name-only", "--relative", "--no-renames", "-z", "HEAD"];
var TRACKED_PLAIN = /^100\d{3} /;
var TRACKED_FILE = /^1[02]\d{4} /m;

// src/adapters/python/once.ts
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

// src/adapters/git/tags.ts
function createTags(processes, directory) {
  const git = createGit(processes, directory);
  const remote = once(() => remoteTags(git));
  return {
    async read() {
      const [local, onHead, inHistory, isShallow] = await Promise.all([
        git.lines("tag", "--list"),
        git.lines("tag", "--points-at", "HEAD"),
        git.lines("tag", "--merged", "HEAD"),
        git.line("rev-parse", "--is-shallow-repository")
      ]);
      const shallow = isShallow === "true";
      const all = shallow ? [.../* @__PURE__ */ new Set([...local, ...await remote()])] : local;
      return { all, local, onHead, inHistory, shallow };
    },
    async during(tag, work) {
      const present = await git.line("rev-parse", "--verify", "--quiet", `refs/tags/${tag}`);
      if (present !== void 0) return work();
      await git.change([...AS_US, "tag", "--annotate", "--no-sign", "--message", tag, tag, "HEAD"]);
      try {
        return await work();
      } finally {
        await git.run(["tag", "--delete", tag]);
      }
    }
  };
}
var BRIEFLY = ["-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=10"];
var WITHOUT_ASKING = { GIT_SSH_COMMAND: "ssh -o BatchMode=yes -o ConnectTimeout=10" };
async function remoteTags(git) {
  const args = [...BRIEFLY, "ls-remote", "--tags", "--refs", "origin"];
  const { exitCode, stdout } = await git.run(args, { variables: WITHOUT_ASKING });
  if (exitCode !== 0) return [];
  return [...stdout.matchAll(/\trefs\/tags\/(\S+)$/gm)].map(([, tag = ""]) => tag);
}

// src/adapters/node/address.ts
import { BlockList, isIP } from "node:net";
var LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");
function asAddress(url) {
  if (!URL.canParse(url)) throw new Error(`"${url}" is not an address`);
  const address = new URL(url);
  const secure = address.protocol === "https:" || address.protocol === "http:" && isLoopback(address.hostname);
  if (!secure) throw new Error(`${withoutCredentials(address)} is neither https nor on this machine`);
  return address;
}
function withoutCredentials({ protocol, host, pathname }) {
  return `${protocol}//${host}${pathname}`;
}
function isLoopback(hostname) {
  const bare = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(bare);
  return family === 0 ? bare === "localhost" : LOOPBACK.check(bare, family === 6 ? "ipv6" : "ipv4");
}

// src/adapters/node/retry.ts
var PASSING = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);
var FIRST_DELAY = 500;
var LONGEST_DELAY = 3e4;
var LONGEST_ADVICE = 6e4;
function isPassing(status) {
  return PASSING.has(status);
}
function delayBefore(attempt, advice, now) {
  const advised = advice === void 0 ? Number.NaN : advisedDelay(advice, now);
  if (Number.isFinite(advised)) return Math.min(Math.max(advised, 0), LONGEST_ADVICE);
  const longest = Math.min(FIRST_DELAY * 2 ** (attempt - 1), LONGEST_DELAY);
  return Math.round(longest * (0.5 + Math.random() / 2));
}
function advisedDelay(advice, now) {
  return /^\d+$/.test(advice) ? Number(advice) * 1e3 : Date.parse(advice) - now.getTime();
}

// src/adapters/node/http.ts
var HttpTrouble = class extends Error {
  attempts;
  /** What happened at the last try. */
  last;
  constructor(attempts, last, options) {
    super(`no answer after ${attempts} ${attempts === 1 ? "try" : "tries"}: ${last}`, options);
    this.name = "HttpTrouble";
    this.attempts = attempts;
    this.last = last;
  }
};
function createHttp(options) {
  return {
    async request(url, given2 = {}) {
      const request = settled2(given2, options.userAgent);
      const address = asAddress(url);
      for (let attempt = 1; ; attempt += 1) {
        const last = attempt > request.retries;
        const tried = await timedTry(address, request, options);
        const answer = tried.response && readable(tried.response, attempt);
        if (answer !== void 0 && (last || !(isPassing(answer.status) || !request.sound(answer))))
          return answer;
        if (last) throw new HttpTrouble(attempt, tried.trouble, { cause: tried.cause });
        const advice = tried.response?.headers.get("retry-after") ?? void 0;
        await options.clock.sleep(delayBefore(attempt, advice, options.clock.now()));
      }
    }
  };
}
function settled2(given2, userAgent) {
  const method = (given2.method ?? "GET").toUpperCase();
  const harmless = method === "GET" || method === "HEAD";
  const accept = given2.expect === "json" ? { accept: "application/json" } : {};
  const named2 = Object.entries(given2.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method,
    headers: sendable({ "user-agent": userAgent, ...accept, ...Object.fromEntries(named2) }),
    body: given2.body,
    timeout: given2.timeout ?? 3e4,
    retries: given2.retries ?? (harmless ? 4 : 0),
    sound: given2.sound ?? (() => true),
    follow: (given2.redirect ?? (harmless ? "follow" : "manual")) === "follow"
  };
}
function sendable(headers) {
  for (const [name, value] of Object.entries(headers)) {
    try {
      new Headers([[name, value]]);
    } catch {
      throw new Error(`the value of the header ${name} has a character that no header may hold`);
    }
  }
  return headers;
}
async function timedTry(address, request, options) {
  const started = options.clock.now().getTime();
  const tried = await oneTry(address, request);
  const ended = options.clock.now().getTime();
  const url = `${address.origin}${address.pathname}`;
  options.onSpan?.({ method: request.method, url, status: tried.response?.status, started, ended });
  return tried;
}
async function oneTry(address, request) {
  const signal = AbortSignal.timeout(request.timeout);
  try {
    return { response: await answerOf(address, request, signal), trouble: "" };
  } catch (cause) {
    if (cause instanceof RefusedRedirect) throw new Error(cause.message, { cause });
    return { trouble: sentenceOf(cause, request.timeout), cause };
  }
}
var MOST_REDIRECTS = 20;
var RefusedRedirect = class extends Error {
};
async function answerOf(first, request, signal) {
  let [address, asked] = [first, request];
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await fetch(address, { ...fetchOptions(asked), signal });
    const location = response.headers.get("location");
    if (!asked.follow || location === null || !REDIRECTS.has(response.status)) {
      const body = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, url: address.href, body };
    }
    await response.body?.cancel();
    const next = redirectTarget(location, address);
    asked = redirected(asked, response.status, next.origin === address.origin);
    address = next;
  }
  throw new RefusedRedirect(`${withoutCredentials(first)} redirects without end`);
}
var REDIRECTS = /* @__PURE__ */ new Set([301, 302, 303, 307, 308]);
function fetchOptions({ method, headers, body }) {
  return { method, headers: { ...headers }, redirect: "manual", ...body === void 0 ? {} : { body } };
}
function redirectTarget(location, from) {
  try {
    return asAddress(new URL(location, from).href);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RefusedRedirect(`${withoutCredentials(from)} redirects to where we do not go: ${reason}`, {
      cause
    });
  }
}
function redirected(request, status, sameOrigin) {
  const keeps = status === 307 || status === 308 || request.method === "HEAD";
  const bound = ["authorization", "cookie", "proxy-authorization"];
  const headers = Object.entries(request.headers).filter(([name]) => sameOrigin || !bound.includes(name));
  return {
    ...request,
    headers: Object.fromEntries(headers),
    ...keeps ? {} : { method: "GET", body: void 0 }
  };
}
function sentenceOf(thrown, timeout) {
  if (thrown.name === "TimeoutError") return `no answer within ${timeout / 1e3} s`;
  const reason = thrown.cause ?? thrown;
  return reason.message || reason.code || reason.name || String(thrown);
}
function readable(answer, attempts) {
  const text = () => new TextDecoder().decode(answer.body);
  return { ...answer, attempts, text, json: () => JSON.parse(text()) };
}

// src/adapters/python/back-end.ts
import path15 from "node:path";

// src/adapters/python/back_end.py
var back_end_default = `"""Prints the core metadata that a project's build back end gives (PEP 517), asked in a copy of the checkout.

Arguments: the top of the checkout, the project's directory below it, an empty directory for the copy,
then settings for the back end, \`key=value\`.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import build
from build.env import DefaultIsolatedEnv
from pyproject_hooks import quiet_subprocess_runner


def passed_over(directory, names):
    """Other tools' environments are no part of a project, and may be very large."""
    return [
        name
        for name in names
        if name == "node_modules" or os.path.exists(os.path.join(directory, name, "pyvenv.cfg"))
    ]


def told_settings(lines):
    """As front ends give them to a back end: a key that comes again has a list of values."""
    settings = {}
    for key, value in (line.split("=", 1) for line in lines):
        settings.setdefault(key, []).append(value)
    return {key: values if len(values) > 1 else values[0] for key, values in settings.items()}


def metadata_of_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA")))


def main(top, project, scratch, *lines):
    settings = told_settings(lines)
    copy = Path(scratch) / "copy"
    shutil.copytree(top, copy, symlinks=True, ignore=passed_over)
    with DefaultIsolatedEnv(installer="uv") as environment:
        builder = build.ProjectBuilder.from_isolated_env(
            environment, copy / project, runner=quiet_subprocess_runner
        )
        environment.install(builder.build_system_requires)
        environment.install(builder.get_requires_for_build("wheel", settings))
        # A back end without the hook for metadata has its wheel built, and the metadata read from that.
        directory = builder.prepare("wheel", Path(scratch) / "metadata", settings)
        if directory is None:
            metadata = metadata_of_wheel(builder.build("wheel", Path(scratch) / "metadata", settings))
        else:
            metadata = (Path(directory) / "METADATA").read_bytes()
    sys.stdout.buffer.write(metadata)


def told(error):
    """What the child printed, which says more than that it failed."""
    cause = error
    while cause is not None:
        if isinstance(cause, subprocess.CalledProcessError):
            output = (cause.stdout or b"") + (cause.stderr or b"")
            return output.decode(errors="replace") or str(cause)
        cause = cause.__cause__ or cause.__context__
    return f"{type(error).__name__}: {error}"


try:
    main(*sys.argv[1:])
except (build.BuildException, build.BuildBackendException, subprocess.CalledProcessError, OSError, shutil.Error) as error:
    sys.exit(told(error))
`;

// src/adapters/python/child-environment.ts
import path14 from "node:path";

// src/adapters/python/layout.ts
import path13 from "node:path";
function environmentLayout(directory, { os }) {
  const scripts = path13.join(directory, os === "win32" ? "Scripts" : "bin");
  const program = (name) => path13.join(scripts, programName(name, os));
  return { directory, scripts, python: program("python"), program };
}
function programName(name, os) {
  return os === "win32" ? `${name}.exe` : name;
}
function pathWith(directories, searchPath2) {
  return [...directories, searchPath2].join(path13.delimiter);
}

// src/adapters/python/child-environment.ts
async function activated([first, ...others], uv, { searchPath: searchPath2 }) {
  const { program } = await uv.provide();
  const directories = [first, ...others].map(({ scripts }) => scripts);
  return {
    PATH: pathWith([...directories, path14.dirname(program)], searchPath2),
    VIRTUAL_ENV: first.directory
  };
}
function cleanVariables({ directory }) {
  return { UV_PROJECT_ENVIRONMENT: directory, UV_NO_SYNC: "1", PYTHONDONTWRITEBYTECODE: "1" };
}

// src/adapters/python/tool-failure.ts
var SHOWN_LINES = 15;
function lastLines(output) {
  return output.trimEnd().split("\n").slice(-SHOWN_LINES).join("\n");
}
function succeeded(completed, what, remedy) {
  if (completed.exitCode === 0) return completed;
  const [tool = what] = what.split(" ");
  return stop("tool-failed", {
    tool,
    what,
    exitCode: completed.exitCode,
    tail: lastLines(completed.output),
    remedy
  });
}

// src/adapters/python/back-end.ts
var REMEDY = "Name and version do not stand in pyproject.toml, setup.cfg or setup.py, so the build back end is asked for them. Run `python -m build` to see the same, or give them in a [project] table.";
function createBackEnd({
  options,
  uv,
  checkTools
}) {
  const { files, processes } = options;
  const asked = /* @__PURE__ */ new Map();
  const ask = async (directory, scratch) => {
    await checkTools.provide();
    await files.makeDirectory(scratch);
    const prefix = await createCheckout(processes, directory).prefix();
    const top = path15.join(directory, prefix.replace(/[^/]+/g, ".."));
    const run = { directory: scratch, environment: await activated([checkTools.layout], uv, options) };
    try {
      const args = ["-I", "-c", back_end_default, top, prefix, scratch, ...options.configSettings];
      const completed = await processes.run(checkTools.layout.python, args, run);
      return parsedCoreMetadata(succeeded(completed, "build (metadata of the wheel)", REMEDY).stdout);
    } finally {
      await files.remove(scratch);
    }
  };
  return {
    async metadata(directory) {
      const scratch = path15.join(options.scratch, `back-end-${asked.size + 1}`);
      const answer = asked.get(directory) ?? once(() => ask(directory, scratch));
      asked.set(directory, answer);
      return answer();
    }
  };
}

// src/adapters/python/builder.ts
import path18 from "node:path";

// src/adapters/python/clean-tree.ts
import path17 from "node:path";

// src/adapters/git/levels.ts
import path16 from "node:path";
async function levelsAbove(processes, directory) {
  const prefix = await createCheckout(processes, directory).prefix();
  const levels = prefix.split("/").length;
  return Array.from({ length: levels }, (_, level) => path16.join(directory, "../".repeat(level)));
}

// src/adapters/git/tracked-files.ts
var SAFE = ["-c", "safe.directory=*"];
async function trackedFiles(processes, directory) {
  const entries = await listedFiles(processes, directory, ["--cached", "--stage"]);
  return entries?.filter((entry) => entry.startsWith("100")).map((entry) => entry.slice(entry.indexOf("	") + 1));
}
async function sourceFiles(processes, directory) {
  return listedFiles(processes, directory, ["--cached", "--others", "--exclude-standard", "--deduplicate"]);
}
async function modifiedFiles(processes, directory) {
  return await listedFiles(processes, directory, ["--modified", "--deduplicate"]) ?? [];
}
async function restoreFiles(processes, directory, files) {
  if (files.length === 0) return;
  const args = [...SAFE, "--literal-pathspecs", "checkout", "--quiet", "--", ...files];
  await processes.run("git", args, { directory });
}
async function absentSubmodules(processes, directory) {
  const { exitCode, stdout } = await processes.run("git", [...SAFE, "submodule", "status", "--", "."], {
    directory
  });
  return exitCode === 0 ? [...stdout.matchAll(/^-\S+ (.+)$/gm)].map(([, file = ""]) => file) : [];
}
async function listedFiles(processes, directory, options) {
  const args = [...SAFE, "ls-files", "-z", ...options];
  const { exitCode, stdout } = await processes.run("git", args, { directory });
  const isWhole = exitCode === 0 && stdout.length < STREAM_LIMIT;
  return isWhole ? stdout.split("\0").filter((entry) => entry !== "") : void 0;
}

// src/adapters/git/untracked.ts
async function untrackedFiles(processes, directory) {
  return listedFiles(processes, directory, ["--others", "--exclude-standard"]);
}
async function remembered(processes, directory) {
  const known = await listedFiles(processes, directory, ["--cached", "--others", "--exclude-standard"]);
  const ignored = await listedFiles(processes, directory, [
    ...["--others", "--ignored", "--exclude-standard", "--directory"]
  ]);
  if (known === void 0 || ignored === void 0) return void 0;
  const old = /* @__PURE__ */ new Set([...known, ...wholly(ignored)]);
  return (entry) => !old.has(entry) && !levelsOf(entry).some((level) => old.has(level)) && !(entry.endsWith("/") && [...known, ...ignored].some((each) => each.startsWith(entry)));
}
function wholly(ignored) {
  const sorted = [...ignored].sort();
  return sorted.filter((entry, place) => !entry.endsWith("/") || !sorted[place + 1]?.startsWith(entry));
}
function levelsOf(entry) {
  return [...entry.matchAll(/\//g)].map(({ index }) => entry.slice(0, index + 1));
}

// src/adapters/python/clean-tree.ts
var eggInfo = (file) => /(^|\/)[^/]+\.egg-info\//.test(file);
var buildLeftovers = (file) => eggInfo(file) || /^(build|\.eggs)\/|(^|\/)__pycache__\//.test(file);
var commandLeftovers = (file) => eggInfo(file) || /^build\/(lib|temp|bdist|scripts)\b[^/]*\/|^\.eggs\/|(^|\/)__pycache__\//.test(file);
async function restoring(litter, { directory, processes }, work) {
  const before = await modifiedFiles(processes, directory);
  try {
    return await work();
  } finally {
    const after = await modifiedFiles(processes, directory);
    const changed = after.filter((file) => litter(file) && !before.includes(file));
    await restoreFiles(processes, directory, changed);
  }
}
var anything = () => true;
async function leavingNo(litter, options, work) {
  return (await tidied(litter, options, work)).value;
}
async function tidied(litter, { directory, processes, files }, work) {
  const isNew = await remembered(processes, directory);
  const tidy = async () => {
    const after = isNew === void 0 ? [] : await untrackedFiles(processes, directory) ?? [];
    const left = after.filter((file) => isNew?.(file) && litter(file));
    for (const file of left) await removeWithDirectory(path17.join(directory, file), directory, files);
    return left;
  };
  const value = await work().catch(async (error) => {
    await tidy();
    throw error;
  });
  return { value, left: await tidy() };
}
async function removeWithDirectory(file, top, files) {
  await files.remove(file);
  const above2 = path17.dirname(file);
  if (above2 !== top && (await files.list(above2))?.length === 0) await removeWithDirectory(above2, top, files);
}
async function leavingNoLock({ directory, processes, files }, work) {
  const locks = (await levelsAbove(processes, directory)).map((level) => path17.join(level, "uv.lock"));
  const before = await Promise.all(locks.map(files.bytes));
  try {
    return await work();
  } finally {
    await Promise.all(locks.map((file, place) => putBack(file, before[place], files)));
  }
}
async function putBack(file, before, files) {
  if (before === void 0) return files.remove(file);
  const after = await files.bytes(file);
  if (after === void 0 || Buffer.compare(before, after) !== 0) await files.write(file, before);
}

// src/adapters/python/shell.ts
var SHELLS = [
  // Node's pipes are sockets, and over a socket bash takes itself for a remote shell and reads .bashrc.
  ["bash", "--noprofile", "--norc", "-e", "-c"],
  ["sh", "-e", "-c"],
  ["cmd", "/d", "/s", "/c"]
];
async function runLine(line, { searchPath: searchPath2, processes }, run) {
  for (const [name, ...args] of SHELLS) {
    const program = await programFile(name, { directories: searchPath2 });
    if (program === void 0) continue;
    const { exitCode, output, overran } = await processes.run(program, [...args, line], run);
    return { exitCode, output, ...overran === void 0 ? {} : { overran } };
  }
  return { exitCode: 127, output: "There is neither bash nor sh on PATH." };
}

// src/adapters/python/builder.ts
function createBuilder(workshop) {
  const { options, uv, checkTools, project } = workshop;
  const cleanly = (leftovers, { packages }, work) => {
    const kept = `${path18.relative(options.directory, packages).replaceAll(path18.sep, "/")}/`;
    const litter = (file) => leftovers(file) && !file.startsWith(kept);
    return leavingNo(litter, options, () => restoring(litter, options, work));
  };
  return {
    async prepare() {
      await checkTools.provide();
    },
    async build(request) {
      const python = options.python === void 0 ? [] : ["--python", options.python];
      const siblings = request.hasSiblings ? ["--find-links", request.packages] : [];
      const settings = (request.configSettings ?? []).map((setting) => `--config-setting=${setting}`);
      const args = ["build", "--out-dir", request.packages, ...siblings, ...python, ...settings];
      const directory = path18.join(options.directory, request.directory ?? ".");
      const run = { directory, environment: variablesOf(request) };
      const work = async () => resultOf(await uv.run(args, run));
      return leavingNoIgnoreFile(request.packages, options, () => cleanly(buildLeftovers, request, work));
    },
    async command(line, request) {
      await checkTools.provide();
      const environment = await activated(await commandLayouts(workshop), uv, options);
      const work = () => runLine(line, options, {
        directory: options.directory,
        environment: { ...environment, ...cleanVariables(project.layout), ...variablesOf(request) }
      });
      return cleanly(commandLeftovers, request, work);
    },
    async check(files) {
      await checkTools.provide();
      const twine = checkTools.layout.program("twine");
      const args = ["--no-color", "check", "--strict", ...files];
      return resultOf(await options.processes.run(twine, args, { directory: options.scratch }));
    }
  };
}
async function commandLayouts({ project, checkTools }) {
  if (!await project.exists()) return [checkTools.layout];
  const builds = (await project.installed()).some(({ name }) => name === "build");
  return builds ? [project.layout, checkTools.layout] : [checkTools.layout, project.layout];
}
function variablesOf({ epoch, variables }) {
  return { ...variables, ...epoch === void 0 ? {} : { SOURCE_DATE_EPOCH: String(epoch) } };
}
async function leavingNoIgnoreFile(packages, { files }, work) {
  const ignoreFile = path18.join(packages, ".gitignore");
  const before = await files.bytes(ignoreFile);
  try {
    return await work();
  } finally {
    if (before === void 0) await files.remove(ignoreFile);
  }
}
function resultOf({ exitCode, output }) {
  return { exitCode, output };
}

// src/adapters/python/check-tools.ts
import path19 from "node:path";

// src/adapters/python/installed.ts
async function installedIn(uv, { python }, directory) {
  const listed = await uv.run(["pip", "list", "--python", python, "--format", "json"], { directory });
  const { stdout } = succeeded(listed, "uv pip list", "Run again; the environment cannot be read.");
  return JSON.parse(stdout).map(({ name, version }) => ({ name, version }));
}

// src/adapters/python/tool-python.ts
function toolPython(requested) {
  const minor = /^3\.(\d+)/.exec(requested ?? "")?.[1];
  return requested !== void 0 && (minor === void 0 || Number(minor) >= 10) ? requested : ">=3.10";
}

// src/adapters/python/check-tools.ts
var TOOLS = ["build", "ruff", "twine"];
var REMEDY2 = "Run again if the network failed. The tools come from the package index that the runner is set up for.";
function createCheckTools(options, uv) {
  const { scratch, files } = options;
  const layout = environmentLayout(path19.join(scratch, "check-tools"), options.platform);
  const uvIn = async (args) => succeeded(await uv.run(args, { directory: scratch }), `uv ${args.slice(0, 2).join(" ")}`, REMEDY2);
  const provide = once(async () => {
    const lockFile2 = path19.join(scratch, "check-tools.txt");
    await files.write(lockFile2, check_tools_default);
    await uvIn(["venv", "--clear", "--python", toolPython(options.python), layout.directory]);
    await uvIn(["pip", "sync", "--python", layout.python, "--require-hashes", lockFile2]);
    const installed = await installedIn(uv, layout, scratch);
    return installed.filter(({ name }) => TOOLS.includes(name));
  });
  return { layout, provide };
}

// src/adapters/python/ruff.ts
var import_semver = __toESM(require_semver(), 1);

// src/adapters/python/ruff/choice.ts
async function chosenRuff(workshop, wishes) {
  for (const candidate of await candidates(workshop, wishes)) {
    if (!candidate.fits) continue;
    const { exitCode, stdout: stdout2 } = await candidate.run(["--version"]);
    const version2 = /\d+\.\d+\.\d+\S*/.exec(stdout2)?.[0];
    if (exitCode === 0 && version2 !== void 0) return { ...candidate, version: version2 };
  }
  await workshop.checkTools.provide();
  const run = runner(workshop, workshop.checkTools.layout.program("ruff"));
  const { stdout } = await run(["--version"]);
  const version = /\d+\.\d+\.\d+\S*/.exec(stdout)?.[0] ?? "";
  return { version, origin: "pinned by pypi-release", isChosen: false, run };
}
async function candidates(workshop, { hook, settings: { present, requiredVersion }, declared }) {
  const { options, project } = workshop;
  const { resolution } = await project.ensure();
  const program = project.layout.program("ruff");
  const isThere = await options.files.executable(program);
  const own2 = { origin: "the project’s own", isChosen: true, run: runner(workshop, program) };
  const exact = /^(?:==\s*)?(\d[\w.]*)$/.exec(requiredVersion ?? "")?.[1];
  const required = exact === void 0 ? requiredVersion : `==${exact}`;
  const isConfigured = present || hook !== void 0;
  const asked = declared === "pinned" || declared === "in range" && isConfigured;
  return [
    { ...own2, fits: isThere && resolution === "lock" },
    {
      ...fetched(workshop, `==${hook?.version}`),
      origin: "of its pre-commit hooks",
      isChosen: true,
      fits: hook?.version !== void 0
    },
    { ...own2, isChosen: asked || exact !== void 0, fits: isThere },
    {
      ...fetched(workshop, required ?? ""),
      origin: "as its settings require",
      isChosen: exact !== void 0,
      fits: required !== void 0
    }
  ];
}
function runner({ options }, program) {
  const run = { directory: options.directory, environment: { NO_COLOR: "1" } };
  return (args) => options.processes.run(program, args, run);
}
function fetched({ options, uv }, specifier2) {
  const run = { directory: options.directory, environment: { NO_COLOR: "1" } };
  const tool = ["tool", "run", "--python", toolPython(options.python), "--from", `ruff${specifier2}`, "ruff"];
  return { run: (args) => uv.run([...tool, ...args], run) };
}

// src/adapters/python/ruff/declared.ts
import path21 from "node:path";

// src/adapters/python/environment/project-form.ts
import path20 from "node:path";
async function pyprojectOf({ files, directory }) {
  const text = await files.text(path20.join(directory, "pyproject.toml"));
  try {
    return { text, document: parsedToml(text ?? "") };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    return stop("pyproject-invalid", { problem }, { cause });
  }
}
async function projectForm(options) {
  const { text, document } = await pyprojectOf(options);
  const root = parsedPyproject(text ?? "");
  const packages = await options.packages();
  const below = await Promise.all(
    packages.filter((each) => each !== ".").map((directory) => packageIn(directory, options))
  );
  const names = [...packages.includes(".") ? [root] : [], ...below].map(({ name }) => name);
  return {
    names: names.includes(void 0) ? void 0 : names.filter((name) => name !== void 0),
    unfitForSync: below.length > 0 ? unfitForSyncOfAll(document) : unfitForSync(text, document),
    hasLock: await hasLock(options),
    packages,
    extras: root.extras,
    groups: root.groups,
    packageGroups: below.flatMap(({ directory, groups }) => groups.map((name) => ({ directory, name }))),
    canBeEditable: ![root, ...below].some(rebuildsOnImport)
  };
}
async function packageIn(directory, { files, directory: top }) {
  const { text } = await pyprojectOf({ files, directory: path20.join(top, directory) });
  return { directory, ...parsedPyproject(text ?? "") };
}
function rebuildsOnImport({ buildBackend }) {
  return buildBackend !== void 0 && REBUILDS_ON_IMPORT.includes(buildBackend);
}
var REBUILDS_ON_IMPORT = ["mesonpy"];
function unfitForSyncOfAll(document) {
  const isWorkspace = valueAt(document, ["tool", "uv", "workspace"]) !== void 0;
  return isWorkspace ? void 0 : "the packages are of no uv workspace";
}
function unfitForSync(text, document) {
  if (text === void 0) return "there is no pyproject.toml";
  if (valueAt(document, ["project"]) === void 0) return "pyproject.toml has no [project] table";
  const isPackage = valueAt(document, ["build-system"]) !== void 0 || valueAt(document, ["tool", "uv", "package"]) === true;
  return isPackage ? void 0 : "pyproject.toml has no [build-system] table";
}
async function hasLock({ files, processes, directory }) {
  const [own2 = directory, ...above2] = await levelsAbove(processes, directory);
  if (await files.bytes(path20.join(own2, "uv.lock")) !== void 0) return true;
  for (const level of above2) {
    const text = await files.text(path20.join(level, "uv.lock"));
    const member = path20.relative(level, directory).replaceAll(path20.sep, "/");
    if (text?.includes(`{ editable = "${member}" }`) || text?.includes(`{ virtual = "${member}" }`))
      return true;
    if (text !== void 0 && await isMember({ files, directory: level }, member)) return true;
  }
  return false;
}
async function isMember(top, member) {
  const { document } = await pyprojectOf(top);
  const taken = async (key) => {
    const patterns = list(valueAt(document, ["tool", "uv", "workspace", key])).map(String);
    const found2 = await Promise.all(
      patterns.map((pattern) => top.files.glob(top.directory, `${pattern}/pyproject.toml`))
    );
    return found2.flat().includes(`${member}/pyproject.toml`);
  };
  return await taken("members") && !await taken("exclude");
}

// src/adapters/python/requirements/source.ts
function requirement(text) {
  return { what: text, arguments: [text] };
}
function found(origin, entries) {
  const requirements = entries.filter((entry) => "arguments" in entry);
  const leftOut = entries.filter((entry) => "why" in entry);
  return entries.length === 0 ? void 0 : { origin, requirements, leftOut };
}

// src/adapters/python/requirements/files.ts
var REQUIREMENTS_FILES = [
  "requirements-test.txt",
  "requirements-tests.txt",
  "test-requirements.txt",
  "tests/requirements.txt",
  "test/requirements.txt",
  "requirements/test.txt",
  "requirements/tests.txt",
  "requirements/testing.txt",
  "requirements/test.in",
  "requirements/tests.in",
  "requirements-dev.txt",
  "dev-requirements.txt",
  "requirements_dev.txt",
  "requirements/dev.txt",
  "requirements/dev.in"
];
var requirementsFiles = async ({ text }) => {
  for (const file of REQUIREMENTS_FILES)
    if (await text(file) !== void 0) return found(file, [{ what: file, arguments: ["-r", file] }]);
  return void 0;
};
var plainRequirements = async ({ text }) => {
  const file = "requirements.txt";
  const asks = /^pytest\b/m.test(await text(file) ?? "");
  return asks ? found(file, [{ what: file, arguments: ["-r", file] }]) : void 0;
};

// src/adapters/python/ruff/declared.ts
var FILES = [...REQUIREMENTS_FILES, "requirements.txt", "tox.ini", "setup.cfg", "setup.py"];
var REQUIREMENT = /^\s*ruff\s*(\[[^\]]*\]\s*)?(?<specifier>[<>=!~][^;#"',]*)?([;#"',].*)?$/im;
var IN_FILE = /(^|["'])\s*ruff\s*(?<specifier>[<>=!~][^;#"',\n]*)?\s*([;#"',].*)?$/im;
async function declaredRuff(options) {
  const { document } = await pyprojectOf(options);
  const { project, "dependency-groups": groups, tool } = document;
  const { ruff: _settings, ...tools } = tool ?? {};
  const inToml = [...specifiersIn(project), ...specifiersIn(groups), ...specifiersIn(tools)];
  const texts = await Promise.all(
    FILES.map((file) => options.files.text(path21.join(options.directory, file)))
  );
  const inFiles = texts.flatMap((text) => {
    const found2 = IN_FILE.exec(text ?? "");
    return found2 === null ? [] : [found2.groups?.specifier ?? ""];
  });
  const all = [...inToml, ...inFiles];
  if (all.length === 0) return void 0;
  return all.some((specifier2) => EXACT.test(specifier2)) ? "pinned" : "in range";
}
var EXACT = /^\s*(={2,3}\s*)?\d[\d.]*\w*\s*$/;
function specifiersIn(value) {
  if (Array.isArray(value)) return value.flatMap((entry) => specifiersOf(entry));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([key, inner]) => key === "ruff" ? [typeof inner === "string" ? inner : versionOf(inner)] : specifiersIn(inner)
  );
}
function specifiersOf(entry) {
  if (typeof entry !== "string") return specifiersIn(entry);
  const found2 = REQUIREMENT.exec(entry);
  return found2 === null ? [] : [found2.groups?.specifier ?? ""];
}
function versionOf(value) {
  return typeof value === "object" && value !== null && "version" in value ? String(value.version) : "";
}

// src/adapters/python/ruff/hook-arguments.ts
var OURS = /^--((no-)?(fix|fix-only|cache|unsafe-fixes|show-fixes|force-exclude)|add-noqa|check|diff|watch|exit-non-zero-on-(fix|format)|quiet|silent|statistics)(=.*)?$|^-[qsw]+$/;
var OURS_WITH_VALUE = /^(--(output-format|format|output-file|cache-dir)|-o)(=.*)?$/;
function projectArguments(args) {
  return args.filter((arg, place) => {
    const before = args[place - 1] ?? "";
    const isValue = OURS_WITH_VALUE.test(before) && !before.includes("=");
    return !isValue && !OURS.test(arg) && !OURS_WITH_VALUE.test(arg);
  });
}
var SHELL = /["'`;&|<>$()\\]/;
function entryArguments(entry, afterCheck) {
  return SHELL.test(entry) ? void 0 : afterCheck.split(/\s+/).filter((word) => word !== "");
}

// src/adapters/python/ruff/hook_files.py
var hook_files_default = '"""Prints, as a JSON list, which of the files that are given as JSON a hook of pre-commit is given, by its regular expressions."""\n\nimport json\nimport re\nimport sys\n\ngiven = json.load(sys.stdin)\nfiles = [re.compile(pattern) for pattern in given["files"]]\nexclude = [re.compile(pattern) for pattern in given["exclude"]]\n\n\ndef is_given(name):\n    """Names count from the top of the checkout, whatever directory the project lies in."""\n    whole = given["prefix"] + name\n    return all(pattern.search(whole) for pattern in files) and not any(pattern.search(whole) for pattern in exclude)\n\n\nprint(json.dumps([name for name in given["names"] if is_given(name)]))\n';

// src/adapters/python/ruff/hook-files.ts
async function hookFiles({ options, project }, { extensions: extensions2, files, exclude }) {
  const { processes, directory, scratch } = options;
  const tracked = await trackedFiles(processes, directory);
  const names = tracked?.filter((name) => extensions2.some((extension) => name.endsWith(extension)));
  if (names === void 0 || files.length + exclude.length === 0) return names;
  const prefix = await createCheckout(processes, directory).prefix();
  const run = { directory: scratch, input: JSON.stringify({ prefix, names, files, exclude }) };
  const chosen2 = await processes.run(project.layout.python, ["-I", "-c", hook_files_default], run);
  return JSON.parse(succeeded(chosen2, "python", REMEDY3).stdout);
}
var REMEDY3 = "Mend `files` and `exclude` of .pre-commit-config.yaml: they are regular expressions of Python’s.";

// src/adapters/python/ruff/pre-commit.ts
import path22 from "node:path";
var FILE = ".pre-commit-config.yaml";
var FORMATTERS = ["black", "black-jupyter", "yapf", "autopep8", "blue"];
async function preCommit({
  files,
  directory,
  processes
}) {
  const top = (await levelsAbove(processes, directory)).at(-1) ?? directory;
  const text = await files.text(path22.join(top, FILE));
  if (text === void 0) return void 0;
  const { yamlDocument } = await import("./yaml-document-V3YCQ4NW.js");
  const document = yamlDocument(text);
  if (document === void 0) return void 0;
  const config = document.toJS();
  const hooks = list(valueAt(config, ["repos"])).flatMap((repository, place) => {
    const frozen2 = frozenVersion(document.getIn(["repos", place, "rev"], true));
    return list(valueAt(repository, ["hooks"])).map((hook) => ({ repository, hook, frozen: frozen2 }));
  });
  const ids = hooks.map(({ hook }) => text_(valueAt(hook, ["id"])));
  return {
    hooks: hooks.filter(isUsual).flatMap((hook) => ruffHook(hook, config)),
    otherFormatter: FORMATTERS.find((name) => ids.includes(name))
  };
}
function frozenVersion(node) {
  const comment = valueAt(node, ["comment"]);
  return typeof comment === "string" ? /frozen:\s*(\S+)/.exec(comment)?.[1] : void 0;
}
function isUsual({ hook }) {
  const stages = list(valueAt(hook, ["stages"]));
  return stages.length === 0 || stages.some((stage) => stage !== "manual");
}
var CHECKS = {
  ruff: "lint",
  "ruff-check": "lint",
  "ruff-format": "format"
};
var OFFERED = ["python", "pyi", "jupyter"];
var PYTHON = ["python", "pyi"];
function ruffHook({ repository, hook, frozen: frozen2 }, config) {
  const id = text_(valueAt(hook, ["id"])) ?? "";
  const args = list(valueAt(hook, ["args"])).map(String);
  if (/\/ruff-pre-commit(\.git)?$/.test(text_(valueAt(repository, ["repo"])) ?? "")) {
    const check2 = CHECKS[id];
    const rev = frozen2 ?? text_(valueAt(repository, ["rev"])) ?? "";
    const version = /^v?(\d+\.\d+\.\d+)$/.exec(rev)?.[1];
    return check2 === void 0 ? [] : [{ check: check2, version, args, scope: scopeOf(hook, config, OFFERED) }];
  }
  const entry = text_(valueAt(hook, ["entry"])) ?? "";
  const found2 = /\bruff\s+(check|format)\b(.*)$/s.exec(entry);
  if (found2 === null) return [];
  const check = found2[1] === "check" ? "lint" : "format";
  const own2 = entryArguments(entry, found2[2] ?? "");
  if (own2 === void 0) return [{ check, version: void 0, args: ["."], scope: void 0 }];
  const scope = valueAt(hook, ["pass_filenames"]) === false ? void 0 : scopeOf(hook, config, PYTHON);
  return [{ check, version: void 0, args: [...own2, ...args], scope }];
}
var TAGS = {
  ".py": ["file", "text", "python"],
  ".pyi": ["file", "text", "pyi"],
  ".ipynb": ["file", "text", "json", "jupyter"]
};
var KNOWN = new Set(Object.values(TAGS).flat());
function scopeOf(hook, config, usual) {
  const patterns = (key) => [valueAt(hook, [key]), valueAt(config, [key])].filter((value) => typeof value === "string");
  const tags = (key) => list(valueAt(hook, [key])).map(String);
  const [all, none] = [tags("types").filter((tag) => KNOWN.has(tag)), tags("exclude_types")];
  const any = tags("types_or").length > 0 ? tags("types_or") : all.length > 0 && usual === PYTHON ? [] : usual;
  const extensions2 = Object.entries(TAGS).filter(([, own2]) => all.every((tag) => own2.includes(tag)) && !own2.some((tag) => none.includes(tag))).filter(([, own2]) => any.length === 0 || own2.some((tag) => any.includes(tag))).map(([extension]) => extension);
  return { extensions: extensions2, files: patterns("files"), exclude: patterns("exclude") };
}
function text_(value) {
  return typeof value === "string" ? value : void 0;
}

// src/adapters/python/ruff/scripts.ts
import path23 from "node:path";
var PLACES = [
  "{tox.ini,tox.toml,setup.cfg,pyproject.toml,noxfile.py,tasks.py,dodo.py}",
  "{Makefile,makefile,GNUmakefile,justfile,Justfile,.justfile,Taskfile.yml,Taskfile.yaml}",
  "{scripts,script,bin,tools}/*",
  ".github/workflows/*.{yml,yaml}",
  "{.gitlab-ci.yml,.circleci/config.yml,azure-pipelines.yml,.travis.yml}"
];
var RUNS = {
  // nox takes the words apart: session.run("ruff", "format").
  lint: /\bruff["',\s]+check\b/,
  format: /\bruff["',\s]+format\b/
};
async function scriptWith(check, { files, directory, processes }) {
  const levels = await levelsAbove(processes, directory);
  for (const level of /* @__PURE__ */ new Set([directory, levels.at(-1) ?? directory])) {
    const names = await Promise.all(PLACES.map((pattern) => files.glob(level, pattern)));
    for (const name of names.flat()) {
      const text = await files.text(path23.join(level, name)) ?? "";
      if (text.split("\n").some((line) => !/^\s*[#;]/.test(line) && RUNS[check].test(line))) return name;
    }
  }
  return void 0;
}

// src/adapters/python/ruff/settings.ts
import path24 from "node:path";
async function ruffSettings(options) {
  for (const directory of await levelsAbove(options.processes, options.directory)) {
    const settings = await settingsIn({ ...options, directory });
    if (settings.present) return settings;
  }
  return settingsIn(options);
}
async function settingsIn(options) {
  const { document } = await pyprojectOf(options);
  const own2 = await Promise.all(
    [".ruff.toml", "ruff.toml"].map((name) => options.files.text(path24.join(options.directory, name)))
  );
  const text = own2.find((one) => one !== void 0);
  const settings = text === void 0 ? valueAt(document, ["tool", "ruff"]) : readable2(text);
  const required = valueAt(settings, ["required-version"]);
  return {
    present: settings !== void 0,
    forFormat: valueAt(settings, ["format"]) !== void 0,
    requiredVersion: typeof required === "string" ? required : void 0,
    otherFormatter: ["black", "yapf", "autopep8", "blue"].find(
      (name) => valueAt(document, ["tool", name]) !== void 0
    )
  };
}
function readable2(text) {
  try {
    return parsedToml(text);
  } catch {
    return {};
  }
}

// src/adapters/python/ruff.ts
async function ruffResult(id, fix, workshop) {
  const { options, project } = workshop;
  await project.ensure();
  const [settings, configured] = [await ruffSettings(options), await preCommit(options)];
  const [declared, script] = [await declaredRuff(options), await scriptWith(id, options)];
  const reason = reasonAgainst(id, { settings, configured, declared, script });
  if (reason !== void 0) return { id, outcome: "not-applicable", evidence: reason, details: "" };
  const own2 = configured?.hooks.filter(({ check }) => check === id) ?? [];
  const ruff = await chosenRuff(workshop, { hook: own2[0], settings, declared });
  const args = argumentsOf(id, fix, ruff);
  const runs = own2.length === 0 ? await overAll(workshop, ruff, args) : await overHooks(workshop, ruff, { args, hooks: own2 });
  return judged(id, ruff, runs);
}
function argumentsOf(id, fix, { version }) {
  if (id === "format") return ["format", "--no-cache", ...fix ? [] : ["--check"]];
  const concise = (0, import_semver.gte)(version, "0.5.0") ? ["--output-format", "concise"] : [];
  return ["check", "--no-cache", ...concise, fix ? "--fix" : "--no-fix", "--no-fix-only"];
}
async function overAll({ options }, ruff, args) {
  const all = await ruff.run([...args, "."]);
  const stumbled = all.exitCode >= 2 || /\bE902\b/.test(all.stdout);
  const tracked = stumbled ? await trackedFiles(options.processes, options.directory) : void 0;
  const code = tracked?.filter((file) => /\.pyi?$/.test(file)) ?? [];
  return code.length === 0 ? [all] : overFiles(ruff, args, code);
}
async function overHooks(workshop, ruff, { args, hooks }) {
  const runs = [];
  for (const hook of hooks) {
    const all = [...args, ...projectArguments(hook.args)];
    const files = hook.scope === void 0 ? void 0 : await hookFiles(workshop, hook.scope);
    runs.push(
      ...files === void 0 ? [await ruff.run(hook.scope === void 0 ? all : [...all, "."])] : await overFiles(ruff, all, files)
    );
  }
  return runs;
}
var LONGEST = 25e3;
async function overFiles(ruff, args, files) {
  const runs = [];
  for (const some2 of batches(files)) runs.push(await ruff.run([...args, "--force-exclude", "--", ...some2]));
  return runs;
}
function batches(files) {
  const all = [];
  let length = LONGEST;
  for (const file of files) {
    length += file.length + 3;
    if (length > LONGEST) {
      all.push([]);
      length = 0;
    }
    all.at(-1)?.push(file);
  }
  return all;
}
function judged(id, { version, origin, isChosen }, runs) {
  const exitCode = Math.max(0, ...runs.map((one) => one.exitCode));
  const output = runs.map((one) => one.output).join("");
  const error = output.split("\n").find((line) => line.startsWith("error:")) ?? lastLines(output);
  const figures2 = exitCode < 2 ? figuresIn(id, runs, exitCode) : "";
  const said = figures2 || (exitCode === 0 ? "no findings" : `ruff itself failed, exit code ${exitCode}: ${error}`);
  const evidence = `ruff ${version} (${origin}): ${said}`;
  if (exitCode === 0) return { id, outcome: "passed", evidence, details: "" };
  if (isChosen) return { id, outcome: "failed", evidence, details: output };
  const warning = `${evidence} The project names no version of ruff, so that this stops nothing: lock or pin ruff to have it judged.`;
  return { id, outcome: "not-applicable", evidence: warning, details: output, warning };
}
var FIGURES = {
  format: /^\d+ files? (would be|already|re|left).*$/m,
  lint: /^(Found \d+ errors?.*|All checks passed!)$/m
};
function figuresIn(id, runs, exitCode) {
  const telling = runs.filter((one) => one.exitCode === exitCode);
  return [...new Set(telling.flatMap(({ stdout }) => FIGURES[id].exec(stdout)?.[0] ?? []))].join(", ");
}
function reasonAgainst(id, signs) {
  const { settings, configured, declared, script } = signs;
  const hooks = configured?.hooks ?? [];
  if (hooks.length > 0)
    return hooks.some(({ check }) => check === id) ? void 0 : `Of ruff’s hooks the project has only the other: .pre-commit-config.yaml does not have ruff ${VERBS[id]}.`;
  if (script !== void 0) return void 0;
  if (id === "lint") return settings.present ? void 0 : UNCONFIGURED;
  if (settings.forFormat) return void 0;
  return otherFormatter(signs) ?? (declared === void 0 || !settings.present ? UNSAID : void 0);
}
var UNCONFIGURED = "The project has neither settings for ruff nor a hook or a script that runs it: rules that nobody chose judge nothing.";
var UNSAID = "Nothing says that the project is formatted by ruff: no settings for its formatter, no hook and no script that runs it.";
function otherFormatter({ settings, configured }) {
  if (settings.otherFormatter !== void 0)
    return `The project is formatted by ${settings.otherFormatter}, as its pyproject.toml says, not by ruff.`;
  return configured?.otherFormatter === void 0 ? void 0 : `The project is formatted by ${configured.otherFormatter}, as its .pre-commit-config.yaml says, not by ruff.`;
}
var VERBS = { lint: "check the code", format: "format it" };

// src/adapters/python/tests.ts
import { randomUUID } from "node:crypto";
import path32 from "node:path";

// src/adapters/python/pytest-evidence.ts
function pytestEvidence(tool, report) {
  const { passed: passed2, failed: failed2, errors, skipped: skipped2, seconds } = report;
  const figures2 = [
    [passed2, "passed"],
    [failed2, "failed"],
    [errors, errors === 1 ? "error" : "errors"],
    [skipped2, "skipped"]
  ];
  const named2 = figures2.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  const sentence = `${tool}: ${named2.length === 0 ? "no tests" : named2.join(", ")} in ${seconds.toFixed(1)} s`;
  return [sentence, ...mainReason(report.troubles)].join("; ");
}
function mainReason(troubles) {
  const keyOf = ({ kind, reason }) => `${kind} ${isFixture(reason) ? "fixture" : reason}`;
  const groups = [...new Set(troubles.map(keyOf))].map((key) => troubles.filter((one) => keyOf(one) === key));
  const [largest] = groups.sort((one, other) => other.length - one.length);
  if (largest?.[0] === void 0) return [];
  const count = `${largest.length} ${largest[0].kind}${largest.length === 1 ? "" : "s"}`;
  return [`${count}: ${sharedReason([...new Set(largest.map(({ reason }) => reason))])}`];
}
function isFixture(reason) {
  return reason.startsWith("fixture '");
}
function sharedReason(reasons) {
  const [only = ""] = reasons;
  if (reasons.length <= 1) return only;
  const names = reasons.map((reason) => /'([^']*)'/.exec(reason)?.[0] ?? reason).sort();
  return `fixtures ${names.join(", ")} not found`;
}

// src/adapters/python/tests/hints.ts
import { userInfo } from "node:os";
import path26 from "node:path";

// src/adapters/python/environment/test-requirements.ts
import path25 from "node:path";

// src/adapters/python/ini.py
var ini_default = '"""Reads INI texts, given as a JSON object of names on standard input, and prints their sections; what is no INI is left out."""\n\nimport configparser\nimport json\nimport sys\n\nsections = {}\nfor name, text in json.load(sys.stdin).items():\n    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)\n    try:\n        parser.read_string(text)\n    except configparser.Error:\n        continue\n    sections[name] = {section: {key: value or "" for key, value in parser[section].items()} for section in parser.sections()}\nprint(json.dumps(sections))\n';

// src/adapters/python/ini.ts
async function readIni({ processes, scratch }, { python }, texts) {
  if (Object.keys(texts).length === 0) return {};
  const run = { directory: scratch, input: JSON.stringify(texts) };
  const read2 = await processes.run(python, ["-I", "-c", ini_default], run);
  return JSON.parse(
    succeeded(read2, "python", "Run again; the environment’s Python does not work.").stdout
  );
}

// src/adapters/python/environment/test-names.ts
var TEST_NAMES = ["test", "tests", "testing", "dev", "ci"];
function isForTests(name) {
  return TEST_NAMES.includes(name.toLowerCase());
}

// src/adapters/python/requirements/hatch.ts
var ENVIRONMENTS = ["hatch-test", ...TEST_NAMES, "default"];
var hatch = async ({ pyproject: pyproject2 }) => {
  const environments = ENVIRONMENTS.map((name) => ({
    name,
    texts: ["dependencies", "extra-dependencies"].flatMap((key) => list(valueAt(pyproject2, ["tool", "hatch", "envs", name, key]))).filter((entry) => typeof entry === "string")
  })).filter(({ texts }) => texts.length > 0);
  const entries = environments.flatMap(({ texts }) => texts).map(
    (text) => (
      // "Context formatting": fields such as {root:uri} mean something to Hatch alone.
      text.includes("{") ? { what: text, why: "it has a field of Hatch’s own" } : requirement(text)
    )
  );
  return found(`Hatch’s environment ${environments.map(({ name }) => name).join(", ")}`, entries);
};

// src/adapters/python/requirements/pdm.ts
var pdm = async ({ pyproject: pyproject2 }) => {
  const groups = TEST_NAMES.map((name) => ({
    name,
    texts: list(valueAt(pyproject2, ["tool", "pdm", "dev-dependencies", name])).filter(
      (entry) => typeof entry === "string"
    )
  })).filter(({ texts }) => texts.length > 0);
  const entries = groups.flatMap(({ texts }) => texts).map(
    (text) => text.startsWith("-") ? { what: text, why: "it is an editable install of PDM’s" } : requirement(text)
  );
  return found(`PDM’s group ${groups.map(({ name }) => name).join(", ")}`, entries);
};

// src/packaging/poetry-requirement.ts
function requirementOfPoetry(name, value) {
  if (typeof value === "string") return specified(name, value);
  if (typeof value !== "object" || value === null)
    return { problem: "it is neither a constraint nor a table" };
  if (Array.isArray(value)) return { problem: "it has several constraints" };
  const table = value;
  const other = ["git", "path", "file", "url"].find((key) => key in table);
  if (other !== void 0) return { problem: `it comes by ${other}` };
  if ("python" in table) return { problem: "it is for some Pythons only" };
  const { version, markers } = table;
  if (typeof version !== "string") return { problem: "it has no version" };
  const extras = list(table.extras).join(",");
  return specified(
    extras === "" ? name : `${name}[${extras}]`,
    version,
    typeof markers === "string" ? ` ; ${markers}` : ""
  );
}
function specified(name, constraint, marker = "") {
  const clauses = constraint.split(",").map((clause) => clause.trim()).filter((clause) => clause !== "" && clause !== "*");
  const specifiers = clauses.map(specifier);
  const lost = clauses.find((_, place) => specifiers[place] === void 0);
  return lost === void 0 ? { requirement: `${name}${specifiers.join(",")}${marker}` } : { problem: `its constraint ${lost} has no like in PEP 440` };
}
var RELEASE = String.raw`\d+(?:\.\d+)*`;
var PRERELEASE = String.raw`(?:(?:a|b|rc|\.?dev|\.?post|-?alpha\.?|-?beta\.?|-?rc\.?)\d*)?`;
var CARET = new RegExp(`^\\^\\s*(${RELEASE})(${PRERELEASE})$`);
var TILDE = new RegExp(`^~\\s*(${RELEASE})(${PRERELEASE})$`);
var EXACT2 = new RegExp(`^=?\\s*(${RELEASE}${PRERELEASE}|${RELEASE}\\.\\*)$`);
var COMPARISON = new RegExp(`^(~=|===?|!=|<=?|>=?)\\s*(${RELEASE}(?:\\.\\*)?${PRERELEASE})$`);
function specifier(clause) {
  const caret = CARET.exec(clause);
  if (caret !== null) return bounded(caret, upToCaret);
  const tilde = TILDE.exec(clause);
  if (tilde !== null) return bounded(tilde, upToTilde);
  const exact = EXACT2.exec(clause)?.[1];
  if (exact !== void 0) return `==${exact}`;
  const comparison = COMPARISON.exec(clause);
  return comparison === null ? void 0 : `${comparison[1]}${comparison[2]}`;
}
function bounded([, release = "", prerelease = ""], upper) {
  return `>=${release}${prerelease},<${upper(release.split(".").map(Number))}`;
}
function upToCaret(numbers) {
  const first = numbers.findIndex((number) => number !== 0);
  return raised(numbers, first === -1 ? numbers.length - 1 : first);
}
function upToTilde(numbers) {
  return raised(numbers, Math.min(1, numbers.length - 1));
}
function raised(numbers, place) {
  return [...numbers.slice(0, place), (numbers[place] ?? 0) + 1].join(".");
}

// src/adapters/python/requirements/poetry.ts
var poetry = async ({ pyproject: pyproject2 }) => {
  const tables = [
    ...TEST_NAMES.map((name) => ({ name, keys: ["group", name, "dependencies"] })),
    { name: "dev", keys: ["dev-dependencies"] }
  ].flatMap(({ name, keys }) => {
    const value = valueAt(pyproject2, ["tool", "poetry", ...keys]);
    return typeof value === "object" && value !== null ? [{ name, entries: Object.entries(value) }] : [];
  });
  const names = [...new Set(tables.map(({ name }) => name))];
  const entries = tables.flatMap((table) => table.entries).map(([name, constraint]) => {
    const read2 = requirementOfPoetry(name, constraint);
    return "problem" in read2 ? { what: name, why: read2.problem } : requirement(read2.requirement);
  });
  return found(`Poetry’s group ${names.join(", ")}`, entries);
};

// src/adapters/python/requirements/tox.ts
var tox = async (project) => await ofToml(project) ?? await ofIni(project);
var TOX_TOML = "tox.toml";
async function ofToml(project) {
  const place = (await tomlPlaces(project, "deps")).find(({ value }) => list(value).length > 0);
  return place === void 0 ? void 0 : found(place.origin, list(place.value).flatMap(tomlEntry));
}
async function toxCommand(project) {
  const toml = (await tomlPlaces(project, "commands")).find(({ value }) => list(value).length > 0);
  if (toml !== void 0)
    return { origin: toml.origin, command: list(list(toml.value)[0]).map(String).join(" ") };
  const [origin, sections] = (await iniPlaces(project)).find(([, { testenv }]) => testenv?.commands !== void 0) ?? [];
  const command = sections?.testenv?.commands?.trim().split("\n")[0];
  return origin === void 0 || command === void 0 || command === "" ? void 0 : { origin, command };
}
async function tomlPlaces(project, key) {
  const [ownFile, inPyproject] = [
    toxToml(await project.text(TOX_TOML)),
    valueAt(project.pyproject, ["tool", "tox"])
  ];
  return [
    { origin: TOX_TOML, value: valueAt(ownFile, ["env_run_base", key]) },
    { origin: "[tool.tox] of pyproject.toml", value: valueAt(inPyproject, ["env_run_base", key]) }
  ];
}
function toxToml(text) {
  try {
    return parsedToml(text ?? "");
  } catch {
    return {};
  }
}
function tomlEntry(entry) {
  return typeof entry === "string" ? [dependency(entry)] : [{ what: JSON.stringify(entry), why: "it is a reference of tox’s" }];
}
async function ofIni(project) {
  const [origin, sections] = (await iniPlaces(project)).find(([, { testenv }]) => testenv?.deps !== void 0) ?? [];
  if (origin === void 0 || sections === void 0) return void 0;
  return found(`[testenv] of ${origin}`, lines("testenv", sections).map(iniEntry));
}
async function iniPlaces(project) {
  const legacy = valueAt(project.pyproject, ["tool", "tox", "legacy_tox_ini"]);
  const texts = {
    "tox.ini": await project.text("tox.ini"),
    "setup.cfg": await project.text("setup.cfg"),
    "legacy_tox_ini of pyproject.toml": typeof legacy === "string" ? legacy : void 0
  };
  const given2 = Object.entries(texts).filter((entry) => entry[1] !== void 0);
  return Object.entries(await project.ini(Object.fromEntries(given2)));
}
var DEEPEST2 = 5;
function lines(section, sections, depth = 0) {
  const own2 = (sections[section]?.deps ?? "").split("\n").map((line) => line.replace(/(^|\s)#.*$/, "").trim());
  return own2.filter((line) => line !== "").flatMap((line) => {
    const other = /^\{\[([^\]]+)\]deps\}$/.exec(line)?.[1];
    return other === void 0 || depth === DEEPEST2 ? [line] : lines(other, sections, depth + 1);
  });
}
function iniEntry(line) {
  if (/^[\w{}.!,-]+:\s+/.test(line)) return { what: line, why: "it is for some of tox’s environments only" };
  return dependency(line.replace(/\{(toxinidir|tox_root)\}\/?/g, "").replaceAll("{/}", "/"));
}
function dependency(line) {
  if (line.includes("{")) return { what: line, why: "it has a substitution of tox’s" };
  const file = /^(-r|-c|--requirement|--constraint)[\s=]*(.+)$/.exec(line);
  if (file !== null) return { what: line, arguments: [file[1] ?? "", file[2] ?? ""] };
  return line.startsWith("-") ? { what: line, why: "it is an option of pip’s" } : requirement(line);
}

// src/adapters/python/environment/uv-reason.ts
var CAUSE = /^\s*(?:cause:|[╰├]─▶)\s*(.+)$/m;
var ERROR = /^\s*(?:error:|×)\s*(.+)$/m;
function uvReason(output) {
  const reason = CAUSE.exec(output)?.[1] ?? ERROR.exec(output)?.[1] ?? output.trim().split("\n").at(-1) ?? "";
  return reason.trim().replace(/[.:]$/, "");
}

// src/adapters/python/environment/widest.ts
async function widest(parts, install) {
  const [kept, leftOut] = [[], []];
  if (parts.length === 0) return { kept, leftOut };
  if (parts.length > 1 && (await install(parts)).exitCode === 0) return { kept: parts, leftOut };
  for (const part2 of parts) {
    const { exitCode, output } = await install([...kept, part2]);
    if (exitCode === 0) kept.push(part2);
    else leftOut.push({ what: part2.what, why: uvReason(output) });
  }
  return { kept, leftOut };
}

// src/adapters/python/environment/test-requirements.ts
var SOURCES = [poetry, hatch, pdm, tox, requirementsFiles, plainRequirements];
async function addTestRequirements(work, { parts, resolution }) {
  const { options, uv, layout } = work;
  const hasPytest = async () => (await installedIn(uv, layout, options.scratch)).some(({ name }) => name === "pytest");
  let satisfied = (resolution === "lock" || parts.some(isForTests)) && await hasPytest();
  const project = await projectTexts(options, layout);
  const [origins, leftOut] = [[], []];
  for (const source2 of SOURCES) {
    if (satisfied) break;
    const found2 = await source2(project);
    if (found2 === void 0) continue;
    const run = { directory: options.directory };
    const base = ["pip", "install", "--python", layout.python];
    const got = await widest(
      found2.requirements,
      (some2) => uv.run([...base, ...some2.flatMap((one) => one.arguments)], run)
    );
    origins.push(found2.origin);
    leftOut.push(...found2.leftOut, ...got.leftOut);
    satisfied = await hasPytest();
  }
  return origins.length === 0 ? void 0 : { origin: origins.join(", "), leftOut };
}
async function projectTexts(options, layout) {
  const { document } = await pyprojectOf(options);
  return {
    pyproject: document,
    text: (file) => options.files.text(path25.join(options.directory, file)),
    ini: (texts) => readIni(options, layout, texts)
  };
}

// src/adapters/python/tests/hints.ts
var ABOUT_ROOT = /(?<!\/)root(?!dir|\/)|permission/i;
async function failureHints({ options }, output) {
  const isRoot = userInfo().uid === 0 && ABOUT_ROOT.test(output);
  return [
    ...await submoduleHint(options),
    ...isRoot ? ["they ran as root, which some suites do not bear"] : []
  ];
}
async function absenceHints({ options, project }) {
  const { processes, directory, files } = options;
  const tox2 = await toxCommand(await projectTexts(options, project.layout));
  const [, ...above2] = await levelsAbove(processes, directory);
  const top = above2.at(-1);
  const hasTestsAbove = top !== void 0 && await files.list(path26.join(top, "tests")) !== void 0;
  return [
    ...await submoduleHint(options),
    ...tox2 === void 0 ? [] : [`${tox2.origin} runs \`${tox2.command}\``],
    ...hasTestsAbove ? ["the checkout has tests at its top: name those of this project by test-command"] : []
  ];
}
async function submoduleHint({ processes, directory }) {
  const absent = await absentSubmodules(processes, directory);
  if (absent.length === 0) return [];
  return [
    `git submodule ${absent.join(", ")} is not checked out: give actions/checkout \`submodules: true\``
  ];
}

// src/adapters/python/tests/partial-run.ts
var COUNTED_FROM = 5;
var LEAST_PART = 0.1;
function partialRun({ files }, { report, meaning }) {
  if (meaning !== "passed" && meaning !== "no tests") return void 0;
  const tests = report?.tests ?? [];
  if (tests.length > 0 && tests.every(({ name }) => name === "test_suite"))
    return "what ran is the function test_suite alone, which builds the suite for another runner: give the project’s own command as test-command";
  const seen = meaning === "no tests" ? /* @__PURE__ */ new Set() : new Set(tests.map(({ file }) => file.replaceAll("\\", "/")));
  const missed = files.filter((file) => ![...seen].some((one) => endsAlike(one, file)));
  const met = files.length - missed.length;
  const isEnough = files.length < COUNTED_FROM || met >= LEAST_PART * files.length;
  if (missed.length === 0 || isEnough && (met > 0 || meaning === "passed")) return void 0;
  const example = missed[0] ?? "";
  return `${missed.length} of ${files.length} files that define tests were not run (such as ${example}), so that this is not the suite: give the project’s own command as test-command`;
}
function endsAlike(one, other) {
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}

// src/adapters/python/tests/pytest.ts
import path27 from "node:path";

// src/adapters/python/junit.ts
function readJunit(xml) {
  const suite = /<testsuite\b[^>]*>/.exec(xml)?.[0];
  if (suite === void 0) return void 0;
  const figure = (name) => Number(new RegExp(`\\b${name}="([\\d.]+)"`).exec(suite)?.[1] ?? 0);
  const [failed2, errors, skipped2] = [figure("failures"), figure("errors"), figure("skipped")];
  const passed2 = Math.max(0, figure("tests") - failed2 - errors - skipped2);
  const figures2 = { passed: passed2, failed: failed2, errors, skipped: skipped2, seconds: figure("time") };
  return { ...figures2, troubles: troublesIn(xml), tests: testsIn(xml) };
}
function testsIn(xml) {
  return [...xml.matchAll(/<testcase\b[^>]*>/g)].map(([element]) => {
    const given2 = (key) => unescaped(new RegExp(`\\b${key}="([^"]*)"`).exec(element)?.[1] ?? "");
    const name = given2("name");
    return { name, file: given2("file") || `${(given2("classname") || name).replaceAll(".", "/")}.py` };
  });
}
var TROUBLE = /<(failure|error) message="([^"]*)"[^>]*>([^<]*)</g;
function troublesIn(xml) {
  return [...xml.matchAll(TROUBLE)].map(([, kind, message = "", text = ""]) => ({
    kind: kind === "failure" ? "failure" : "error",
    reason: reasonIn(unescaped(message), unescaped(text))
  }));
}
function reasonIn(message, text) {
  const fixture = /fixture '[^']*' not found/.exec(text);
  if (fixture !== null) return fixture[0];
  const [first = ""] = message.split("\n");
  if (!/^(failed on (setup|teardown)|collection failure)/.test(first)) return first;
  const marked = text.split("\n").filter((line) => /^E\s+\S/.test(line));
  return marked.at(-1)?.replace(/^E\s+/, "") ?? first;
}
var ENTITIES = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
function unescaped(escaped) {
  return escaped.replace(
    /&(?:#(\d+)|(\w+));/g,
    (whole, code, name) => code === void 0 ? ENTITIES[name ?? ""] ?? whole : String.fromCodePoint(Number(code))
  );
}

// src/adapters/python/tests/pytest.ts
var PYTEST = "pytest<=9.2.0";
async function runPytest(workshop, request) {
  const { options, project } = workshop;
  const tool = await provided(workshop);
  const { reports, paths, limit } = request;
  const file = path27.join(reports, "junit.xml");
  const args = [
    ...["-m", "pytest", "-o", `cache_dir=${path27.join(reports, "cache")}`, `--junitxml=${file}`],
    ...["-o", "junit_family=xunit1", "-o", "junit_logging=no", ...paths]
  ];
  const run = { directory: options.directory, environment: await suiteVariables(workshop, reports), limit };
  const completed = await options.processes.run(project.layout.python, args, run);
  const xml = await options.files.text(file);
  const report = xml === void 0 ? void 0 : readJunit(xml);
  return {
    tool,
    completed,
    report,
    meaning: MEANINGS[completed.exitCode] ?? `stopped: exit code ${completed.exitCode}`
  };
}
var MEANINGS = {
  0: "passed",
  1: "failed",
  2: "stopped: interrupted",
  3: "stopped: internal error",
  4: "stopped: usage error",
  5: "no tests"
};
async function provided({ project }) {
  const { testRequirements } = await project.ensure();
  const own2 = await versionIn(project);
  const origin = testRequirements === void 0 ? "" : ` (${testRequirements})`;
  if (own2 !== void 0) return `pytest ${own2}${origin}`;
  succeeded(
    await project.add(PYTEST),
    `uv pip install "${PYTEST}"`,
    "Add pytest to the project’s test dependencies, or give test-command."
  );
  return `pytest ${await versionIn(project)} (added, for the project asks for none)`;
}
async function versionIn(project) {
  return (await project.installed()).find(({ name }) => name === "pytest")?.version;
}
async function suiteVariables({ options, uv, project }, reports) {
  const active = await activated([project.layout], uv, options);
  return { ...active, PYTHONDONTWRITEBYTECODE: "1", COVERAGE_FILE: path27.join(reports, "coverage") };
}

// src/adapters/python/tests/suite.ts
import path29 from "node:path";

// src/adapters/python/tests/pytest-settings.ts
import path28 from "node:path";
var OWN_FILES = ["pytest.toml", ".pytest.toml", "pytest.ini", ".pytest.ini"];
var SHARED_FILES = [
  { file: "tox.ini", section: "pytest" },
  { file: "setup.cfg", section: "tool:pytest" }
];
async function pytestSettings({ options, project }) {
  const { document } = await pyprojectOf(options);
  const names = [...OWN_FILES, ...SHARED_FILES.map(({ file }) => file)];
  const texts = await Promise.all(
    names.map(async (name) => [name, await options.files.text(path28.join(options.directory, name))])
  );
  const given2 = Object.fromEntries(
    texts.filter((entry) => entry[1] !== void 0)
  );
  const own2 = OWN_FILES.find((name) => given2[name] !== void 0);
  const ini = await readIni(options, project.layout, given2);
  if (own2 !== void 0) return { paths: words(ini[own2]?.pytest?.testpaths) };
  const table = valueAt(document, ["tool", "pytest"]);
  if (table !== void 0) {
    const paths = valueAt(table, ["ini_options", "testpaths"]) ?? valueAt(table, ["testpaths"]);
    return { paths: Array.isArray(paths) ? paths.map(String) : words(paths) };
  }
  const shared = SHARED_FILES.map(({ file, section }) => ini[file]?.[section]).find(
    (found2) => found2 !== void 0
  );
  return shared === void 0 ? void 0 : { paths: words(shared.testpaths) };
}
function words(value) {
  return typeof value === "string" ? value.match(/[^\s"',[\]]+/g) ?? [] : [];
}

// src/adapters/python/tests/suite.ts
var TEST_FILE = /(^|\/)(test_[^/]*|[^/]*_tests?|tests?)\.py$/;
var DEFINES_TESTS = /^\s*(async\s+)?def\s+(test|load_tests\b)|^\s*class\s+\w*Test/m;
var DIRECTORIES = ["tests", "test"];
async function suiteOf(workshop) {
  const { options, project } = workshop;
  const all = await sourceFiles(options.processes, options.directory) ?? await options.files.glob(options.directory, "**/*.py");
  const files = await testFiles(workshop, all);
  const names = files.map(({ file }) => file);
  const settings = await pytestSettings(workshop);
  const paths = settings?.paths ?? [];
  if (paths.length > 0)
    return { runner: "pytest", paths: [], files: names.filter((file) => liesIn(file, paths)) };
  const hasPytest = (await project.installed()).some(({ name }) => name === "pytest");
  const signs = settings !== void 0 || hasPytest || all.some((file) => path29.posix.basename(file) === "conftest.py");
  const runner2 = signs ? "pytest" : files.length === 0 ? void 0 : runnerByImports(files);
  return { runner: runner2, paths: usualDirectory(names), files: names };
}
async function testFiles({ options }, all) {
  const named2 = all.filter((file) => TEST_FILE.test(file));
  const texts = await Promise.all(
    named2.map(async (file) => ({
      file,
      text: await options.files.text(path29.join(options.directory, file)) ?? ""
    }))
  );
  return texts.filter(({ text }) => DEFINES_TESTS.test(text));
}
function liesIn(file, paths) {
  const plain = paths.map((one) => path29.posix.normalize(one).replace(/\/$/, ""));
  return plain.some((one) => one === "." || file === one || file.startsWith(`${one}/`));
}
function usualDirectory(files) {
  const within2 = (directory) => files.filter((file) => file.startsWith(`${directory}/`)).length;
  return DIRECTORIES.filter((directory) => 2 * within2(directory) > files.length);
}
function runnerByImports(files) {
  const imports = (module) => files.some(({ text }) => new RegExp(`^\\s*(import|from)\\s+${module}\\b`, "m").test(text));
  return imports("unittest") && !imports("pytest") ? "unittest" : "pytest";
}

// src/adapters/python/tests/unittest.ts
import path30 from "node:path";

// src/adapters/python/tests/run_unittest.py
var run_unittest_default = '"""Runs `unittest discover` with the arguments given, and writes what came of it, as JSON, to the file that is the first of them."""\n\nimport json\nimport sys\nimport time\nimport unittest\n\nreport, *arguments = sys.argv[1:]\nstarted = time.monotonic()\nresult = unittest.main(module=None, argv=["python -m unittest", "discover", *arguments], exit=False).result\n\n\ndef troubles(kind, found):\n    return [{"kind": kind, "reason": (text.strip().splitlines() or [""])[-1]} for _, text in found]\n\n\nfailed = len(result.failures) + len(result.unexpectedSuccesses)\nfound = {\n    "passed": max(0, result.testsRun - failed - len(result.errors) - len(result.skipped)),\n    "failed": failed,\n    "errors": len(result.errors),\n    "skipped": len(result.skipped),\n    "seconds": time.monotonic() - started,\n    "troubles": troubles("failure", result.failures) + troubles("error", result.errors),\n    "tests": [{"name": module.__name__, "file": module.__file__} for module in list(sys.modules.values()) if getattr(module, "__file__", None)],\n}\nwith open(report, "w", encoding="utf-8") as file:\n    json.dump(found, file)\nsys.exit(0 if result.wasSuccessful() else 1)\n';

// src/adapters/python/tests/unittest.ts
async function runUnittest(workshop, { files }, request) {
  const { options, project } = workshop;
  const { processes, directory } = options;
  const { reports, limit } = request;
  await options.files.makeDirectory(reports);
  const file = path30.join(reports, "unittest.json");
  const args = ["-c", run_unittest_default, file, ...await discovery(options, files)];
  const completed = await processes.run(project.layout.python, args, {
    directory,
    environment: await suiteVariables(workshop, reports),
    limit
  });
  const text = await options.files.text(file);
  if (text === void 0)
    return {
      tool: "unittest",
      completed,
      report: void 0,
      meaning: `stopped: exit code ${completed.exitCode}`
    };
  const report = JSON.parse(text);
  const ran = report.passed + report.failed + report.errors + report.skipped;
  return {
    tool: "unittest",
    completed,
    report,
    meaning: ran === 0 ? "no tests" : completed.exitCode === 0 ? "passed" : "failed"
  };
}
async function discovery({ files, directory }, tests) {
  const start = commonDirectory(tests);
  const isPackage = async (place) => await files.bytes(path30.join(directory, place, "__init__.py")) !== void 0;
  let top = start;
  while (top !== "." && await isPackage(top)) top = path30.posix.dirname(top);
  const suffixed = tests.filter((file) => /_tests?\.py$/.test(file));
  const pattern = 2 * suffixed.length > tests.length ? ["-p", "*_test*.py"] : [];
  return ["-s", start, "-t", top, ...pattern];
}
function commonDirectory(files) {
  const [first = [], ...others] = files.map((file) => file.split("/").slice(0, -1));
  const differs = (name, place) => others.some((parts) => parts[place] !== name);
  const end = first.findIndex(differs);
  return (end === -1 ? first : first.slice(0, end)).join("/") || ".";
}

// src/adapters/python/tests/watched.ts
import path31 from "node:path";
async function watched(options, work, news = "remove") {
  const before = await modified(options);
  const done = await tidied(news === "remove" ? anything : () => false, options, work);
  const after = await modified(options);
  const names = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort();
  return { ...done, changed: names.filter((name) => before.get(name) !== after.get(name)) };
}
async function modified({
  processes,
  directory,
  files
}) {
  const names = await modifiedFiles(processes, directory);
  const entries = names.map(async (name) => {
    const bytes = await files.bytes(path31.join(directory, name));
    return [name, bytes === void 0 ? "gone" : sha256Hex(bytes)];
  });
  return new Map(await Promise.all(entries));
}

// src/adapters/python/environment/python-at-hand.ts
async function findPython({ directory, python }, uv) {
  return uv.run(["python", "find", ...python === void 0 ? [] : [python]], { directory });
}
async function pythonAtHand(options, uv) {
  const { exitCode, stdout } = await findPython(options, uv);
  return exitCode === 0 ? stdout.trim() : options.python;
}

// src/adapters/python/toolchain.ts
function createToolchain(workshop) {
  const { options, uv, checkTools, project } = workshop;
  return {
    async provide() {
      const { version, origin } = await uv.provide();
      return { uv: version, origin, python: await pythonVersion(options, uv) };
    },
    provideCheckTools: checkTools.provide,
    sync: project.sync,
    async command(line) {
      const { exitCode, output } = await commandInProject(workshop, line);
      return { exitCode, output };
    }
  };
}
async function commandInProject({ options, uv, checkTools, project }, line, limit) {
  await project.ensure();
  const environment = await activated([project.layout, checkTools.layout], uv, options);
  return runLine(line, options, {
    directory: options.directory,
    environment: { ...environment, ...cleanVariables(project.layout) },
    ...limit === void 0 ? {} : { limit }
  });
}
var PYTHON_REMEDY = "Install that Python before this step (actions/setup-python), or ask for another python-version.";
async function pythonVersion(options, uv) {
  const { directory, python } = options;
  const request = python === void 0 ? [] : [python];
  const find = () => findPython(options, uv);
  let found2 = await find();
  if (found2.exitCode !== 0) {
    const install = ["python", "install", ...request];
    succeeded(await uv.run(install, { directory }), `uv ${install.join(" ")}`, PYTHON_REMEDY);
    found2 = await find();
  }
  const program = succeeded(found2, "uv python find", PYTHON_REMEDY).stdout.trim();
  const code = "import platform; print(platform.python_version())";
  const told3 = await options.processes.run(program, ["-I", "-c", code], { directory });
  return succeeded(told3, "python", PYTHON_REMEDY).stdout.trim();
}

// src/adapters/python/tests.ts
async function suiteResult(workshop, minutes) {
  const { options, project } = workshop;
  await project.ensure();
  const suite = await suiteOf(workshop);
  if (suite.runner === void 0) return without(await absenceHints(workshop));
  const reports = path32.join(options.scratch, `tests-${randomUUID()}`);
  const request = { paths: suite.paths, reports, limit: minutes * MINUTE };
  const run = async () => {
    const ran = suite.runner === "unittest" ? await runUnittest(workshop, suite, request) : void 0;
    return ran === void 0 || ran.meaning === "no tests" ? runPytest(workshop, request) : ran;
  };
  const done = await watched(options, run);
  await options.files.remove(reports);
  return judged2(workshop, suite, done, minutes);
}
var MINUTE = 6e4;
async function commandResult(workshop, line, minutes) {
  const { value, changed } = await watched(
    workshop.options,
    () => commandInProject(workshop, line, minutes * MINUTE),
    "keep"
  );
  const { exitCode, output, overran } = value;
  const figures2 = /^.*\b\d+ (passed|failed|errors?|tests?)\b.*$/gm;
  const summary = [...output.matchAll(figures2)].at(-1)?.[0].replace(/^[=\s]+|[=\s]+$/g, "");
  const ended = overran === true ? tooLong(minutes) : `ended with exit code ${exitCode}`;
  const evidence = [
    `\`${line}\` ${ended}${summary === void 0 ? "" : `: ${summary}`}`,
    ...toldChanges(changed)
  ];
  const outcome = exitCode === 0 && overran !== true && changed.length === 0 ? "passed" : "failed";
  return { id: "tests", outcome, evidence: evidence.join("; "), details: output, ...coverageIn(output) };
}
async function judged2(workshop, suite, { value: ran, left, changed }, minutes) {
  const { output, overran } = ran.completed;
  const partial = partialRun(suite, ran);
  const outcome = overran === true || changed.length > 0 || partial !== void 0 ? "failed" : nothingTried(ran) ? "not-applicable" : OUTCOMES[ran.meaning] ?? "failed";
  const sentence = overran === true ? `${ran.tool} ${tooLong(minutes)}` : figures(ran);
  const isAbsent = partial !== void 0 || ran.meaning === "no tests";
  const hints = isAbsent ? await absenceHints(workshop) : outcome !== "failed" ? [] : await failureHints(workshop, output);
  const evidence = [
    sentence,
    ...partial === void 0 ? [] : [partial],
    ...nothingTried(ran) ? ["every test was skipped, so that nothing was tested"] : [],
    ...toldChanges(changed),
    ...left.length === 0 ? [] : [`removed what it left: ${some(left)}`],
    ...hints
  ];
  const details = outcome === "passed" ? "" : output;
  return { id: "tests", outcome, evidence: evidence.join("; "), details, ...coverageIn(output) };
}
function without(reasons) {
  const evidence = [
    "neither settings for pytest nor a file that is named like tests: no tests found",
    ...reasons
  ];
  return { id: "tests", outcome: "not-applicable", evidence: evidence.join("; "), details: "" };
}
var OUTCOMES = {
  passed: "passed",
  "no tests": "not-applicable"
};
function nothingTried({ meaning, report }) {
  return meaning === "passed" && report !== void 0 && report.passed === 0 && report.skipped > 0;
}
function figures({ tool, report, meaning, completed }) {
  const counted = (report?.passed ?? 0) + (report?.skipped ?? 0) + (report?.troubles.length ?? 0);
  if (report !== void 0 && meaning !== "no tests" && counted > 0) return pytestEvidence(tool, report);
  if (meaning === "no tests") return `${tool}: no tests found`;
  return `${tool}: ${meaning.replace(/^stopped: /, "")}${lastError(completed)}`;
}
function lastError({ exitCode, output }) {
  if (exitCode === 0) return "";
  return `; ${output.split("\n").find((line) => /^(ERROR|ImportError|INTERNALERROR)/.test(line)) ?? lastLines(output)}`;
}
function tooLong(minutes) {
  return `was stopped after ${minutes} minutes: raise test-timeout where the suite needs longer`;
}
function toldChanges(changed) {
  return changed.length === 0 ? [] : [`the tests changed ${some(changed)}, which git tracks`];
}
function some(names) {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
function coverageIn(output) {
  const percent = [...output.matchAll(/^TOTAL\s.*?(\d+(?:\.\d+)?)%/gm)].at(-1)?.[1];
  return percent === void 0 ? {} : { coverage: Number(percent) };
}

// src/adapters/python/checks.ts
function createChecks(workshop) {
  const inTurn = queue();
  const ruff = (id, fix) => {
    const run = () => ruffResult(id, fix, workshop);
    return fix ? inTurn(run) : run();
  };
  return {
    async install(variables) {
      await workshop.project.ensure(variables);
    },
    format: (fix) => ruff("format", fix),
    lint: (fix) => ruff("lint", fix),
    tests: (line, minutes) => line === "auto" ? suiteResult(workshop, minutes) : commandResult(workshop, line, minutes)
  };
}
function queue() {
  let last = Promise.resolve();
  return (run) => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
}

// src/adapters/python/environments.ts
import path33 from "node:path";
function createEnvironments(workshop) {
  const { options, uv } = workshop;
  const all = path33.join(options.scratch, "environments");
  let made = 0;
  return {
    async create(name) {
      made += 1;
      const plain = name.replace(/[^A-Za-z0-9._-]+/g, "-");
      const home = path33.join(all, `${made}-${plain}`);
      await options.files.makeDirectory(path33.join(home, "empty"));
      const python = options.python === void 0 ? [] : ["--python", options.python];
      const args = ["venv", "--clear", ...python, path33.join(home, "env")];
      succeeded(await uv.run(args, { directory: options.directory }), "uv venv", REMEDY4);
      return environmentIn(home, workshop);
    },
    removeAll: () => options.files.remove(all)
  };
}
var REMEDY4 = "Ask for a python-version that the runner has, or can be had.";
function environmentIn(home, { options, uv }) {
  const directory = path33.join(home, "empty");
  const layout = environmentLayout(path33.join(home, "env"), options.platform);
  return {
    async install(requirements, { index, constraints = [], configSettings } = {}) {
      const from = index === void 0 ? [] : ["--index", index, "--refresh"];
      const file = path33.join(home, "constraints.txt");
      const bound = constraints.length === 0 ? [] : ["--constraints", file];
      if (bound.length > 0) await options.files.write(file, constraints.map((each) => `${each}
`).join(""));
      const chosen2 = [...from, ...bound, ...settingOptions(configSettings)];
      const args = ["pip", "install", "--python", layout.python, ...chosen2, "--", ...requirements];
      const { exitCode, output } = await uv.run(args, { directory });
      return { exitCode, output };
    },
    async fits(wheel) {
      const alone = ["--dry-run", "--no-deps", "--no-index"];
      const takes = async (file) => {
        const args = ["pip", "install", "--python", layout.python, ...alone, "--", file];
        return (await uv.run(args, { directory })).exitCode === 0;
      };
      if (await takes(wheel)) return true;
      const [name, version] = path33.basename(wheel).split("-");
      const renamed = path33.join(home, "renamed", path33.basename(wheel));
      const other = path33.join(renamed, `${name}-${version}-py3-none-any.whl`);
      await options.files.write(other, await options.files.bytes(wheel) ?? "");
      const fitsByAnyName = await takes(other);
      await options.files.remove(renamed);
      return !fitsByAnyName;
    },
    async python(code, args) {
      const environment = await activated([layout], uv, options);
      const run = { directory, environment };
      const { exitCode, output } = await options.processes.run(
        layout.python,
        ["-I", "-c", code, ...args],
        run
      );
      return { exitCode, output };
    },
    async command(line) {
      return runLine(line, options, { directory, environment: await activated([layout], uv, options) });
    },
    async packages() {
      return (await installedIn(uv, layout, directory)).map(({ name, version }) => `${name}==${version}`);
    },
    remove: () => options.files.remove(home)
  };
}
function settingOptions(given2) {
  const { projects = [], settings = [] } = given2 ?? {};
  return projects.flatMap(
    (project) => settings.map((setting) => `--config-settings-package=${project}:${setting}`)
  );
}

// src/adapters/python/markdown.py
var markdown_default = `"""Writes the reStructuredText on standard input to standard output, as the forge's Markdown.

Nothing in it stops that: what docutils does not know (Sphinx's roles and directives) and what leads nowhere is shown as its
text. No file is read and nothing raw is taken over.
"""

import re
import sys

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles

SETTINGS = {
    "_disable_config": True,
    "docinfo_xform": False,
    "doctitle_xform": False,
    "file_insertion_enabled": False,
    "halt_level": 5,
    "raw_enabled": False,
    "report_level": 5,
    "syntax_highlight": "none",
}

# The release's own heading is of the second level.
TOP = 3
NUMBERED_ROLES = {"issue", "issues", "pr", "pull", "gh", "gh-issue", "bpo", "bug", "ticket"}
CODE_ROLES = set(
    "any attr class command const data dec envvar exc file func guilabel kbd keyword makevar meth mod module obj option "
    "program property regexp samp setting type".split()
)
SILENT_DIRECTIVES = {"contributors", "currentmodule", "default-domain", "highlight", "index", "module", "toctree"}
VERSION_DIRECTIVES = {
    "deprecated": "Deprecated since version",
    "versionadded": "Added in version",
    "versionchanged": "Changed in version",
    "versionremoved": "Removed in version",
}
# https://docs.github.com/get-started/writing-on-github, "Alerts": there are five.
ALERTS = {
    "attention": "WARNING",
    "caution": "CAUTION",
    "danger": "CAUTION",
    "error": "CAUTION",
    "hint": "TIP",
    "important": "IMPORTANT",
    "note": "NOTE",
    "tip": "TIP",
    "warning": "WARNING",
}
SILENT = (
    nodes.Invisible,
    nodes.meta,
    nodes.decoration,
    nodes.raw,
    nodes.system_message,
)


def unknown_role(name, rawtext, text, lineno, inliner, options=None, content=None):
    """The title of \`title <target>\`, the last part of \`~a.b\`, the text of all else; as code where the role is for code."""
    kind = name.lower().rpartition(":")[2]
    text = nodes.unescape(text)
    titled = re.fullmatch(r"(.+?)\\s*<[^<>]*>", text, re.DOTALL)
    shown = titled[1] if titled else text.lstrip("!")
    if shown.startswith("~"):
        shown = shown[1:].rpartition(".")[2]
    if kind in NUMBERED_ROLES:
        return [nodes.Text(re.sub(r"(?<![\\w#])(?=\\d)", "#", shown))], []
    return [nodes.literal(rawtext, shown) if kind in CODE_ROLES and not titled else nodes.Text(shown)], []


class AnyOption(dict):
    """Converters for whatever options a directive has."""

    def __missing__(self, name):
        return directives.unchanged


class UnknownDirective(Directive):
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption({"class": directives.unchanged})

    def run(self):
        name = self.name.lower().rpartition(":")[2]
        if name in SILENT_DIRECTIVES:
            return []
        body = nodes.container()
        said = " ".join(self.arguments)
        if name in VERSION_DIRECTIVES:
            version, rest = [*said.split(None, 1), "", ""][:2]
            lead = nodes.emphasis("", f"{VERSION_DIRECTIVES[name]} {version}")
            inline, _ = self.state.inline_text(rest, self.lineno)
            body += nodes.paragraph("", "", lead, *([nodes.Text(": "), *inline] if rest else []))
        elif name == "seealso":
            body = nodes.admonition("", nodes.title("", "See also"))
            if said:
                inline, _ = self.state.inline_text(said, self.lineno)
                body += nodes.paragraph("", "", *inline)
        self.state.nested_parse(self.content, self.content_offset, body)
        return [body]


def lenient(find, otherwise):
    def found_or(*args):
        found, messages = find(*args)
        return (otherwise, []) if found is None else (found, messages)

    return found_or


def escaped(text):
    """A text that Markdown shows as it is. An underscore within a word is none of its marks."""
    text = re.sub(r"([\\\\\`*]|(?<![^\\W_])_|_(?![^\\W_])|<(?=[A-Za-z/!?])|~(?=~)|&(?=#?\\w+;))", r"\\\\\\1", text)
    return text.replace("](", "]\\\\(")


def code(text):
    ticks = "\`" * (max(map(len, re.findall("\`+", text)), default=0) + 1)
    pad = " " if text.startswith("\`") or text.endswith("\`") else ""
    return f"{ticks}{pad}{' '.join(text.split())}{pad}{ticks}"


def link(node):
    address, shown = node.get("refuri"), inline(node)
    if not address:
        return shown
    if node.astext() in (address, address.removeprefix("mailto:")):
        return f"<{node.astext()}>"
    return f"[{shown}]({destination(address)})"


def image(node):
    return f"![{escaped(node.get('alt', ''))}]({destination(node['uri'])})"


def destination(address):
    return f"<{address}>" if re.search(r"[()\\s]", address) else address


def dangling(node):
    """A reference that leads nowhere, without its marks."""
    return escaped(re.sub(r"^\`?(.*?)(?:\\s*<[^<>]*>)?\`?_{1,2}$", r"\\1", node.astext(), flags=re.DOTALL))


def marked(mark, end=None):
    return lambda node: f"{mark}{inline(node)}{end or mark}"


def literal(node):
    return code(node.astext())


INLINE = {
    nodes.Text: lambda node: escaped(" ".join(re.split(r"\\s*\\n\\s*", node.astext()))),
    nodes.emphasis: marked("*"),
    nodes.strong: marked("**"),
    nodes.literal: literal,
    nodes.math: literal,
    # Single backticks mean code to whoever writes changelogs.
    nodes.title_reference: literal,
    nodes.superscript: marked("<sup>", "</sup>"),
    nodes.subscript: marked("<sub>", "</sub>"),
    nodes.reference: link,
    nodes.image: image,
    nodes.problematic: dangling,
    nodes.footnote_reference: marked("[", "]"),
    nodes.citation_reference: marked("[", "]"),
}


def inline(node):
    return "".join(
        INLINE.get(type(child), inline)(child) for child in node.children if not isinstance(child, SILENT) or has_text(child)
    )


def has_text(node):
    """An inline target is shown, though docutils counts targets among what is not seen."""
    return isinstance(node, nodes.target) and bool(node.children)


def blocks(node):
    """The blocks of a node, with a blank line between them."""
    written = (block(child) for child in node.children if not isinstance(child, SILENT))
    return "\\n\\n".join(text for text in written if text)


def block(node):
    return BLOCKS[type(node)](node) if type(node) in BLOCKS else inline(node) if is_inline(node) else blocks(node)


def is_inline(node):
    return isinstance(node, (nodes.Text, nodes.Inline, nodes.TextElement))


def paragraph(node):
    """A paragraph of one line, since the forge shows line endings; what would make it another block is escaped."""
    return re.sub(r"^(\\d*)(#{1,6}(?=\\s)|[-+](?=\\s)|>|(?<=\\d)[.)](?=\\s))", r"\\1\\\\\\2", inline(node).strip())


def heading(node):
    """Depth as that of the sections around it."""
    depth, around = 0, node.parent
    while isinstance(around, nodes.section):
        depth, around = depth + 1, around.parent
    return f"{'#' * min(TOP + max(depth - 1, 0), 6)} {inline(node)}"


def indented(text, first, rest=None):
    rest = " " * len(first) if rest is None else rest
    lines = text.split("\\n")
    return "\\n".join([f"{first}{lines[0]}".rstrip(), *(f"{rest}{line}".rstrip() for line in lines[1:])])


def item(node, mark):
    children = [child for child in node.children if not isinstance(child, SILENT)]
    text = ""
    for child in children:
        is_list = isinstance(child, (nodes.bullet_list, nodes.enumerated_list))
        text += ("\\n" if is_list else "\\n\\n") * bool(text) + block(child)
    return indented(text, mark)


def items(node, marks):
    written = [item(child, next(marks)) for child in node.children if isinstance(child, nodes.list_item)]
    simple = all(sum(isinstance(part, nodes.paragraph) for part in child.children) < 2 for child in node.children)
    return ("\\n" if simple else "\\n\\n").join(written)


def bullet_list(node):
    return items(node, iter(lambda: "- ", None))


def enumerated_list(node):
    start = node.get("start", 1)
    return items(node, (f"{start + place}. " for place in range(len(node))))


def definition(node):
    terms = [f"**{inline(child)}**" for child in node.children if isinstance(child, nodes.term)]
    classes = [f"({inline(child)})" for child in node.children if isinstance(child, nodes.classifier)]
    bodies = [blocks(child) for child in node.children if isinstance(child, nodes.definition)]
    return "\\n\\n".join(filter(None, [" ".join(terms + classes), *bodies]))


def field(node):
    name, body = node.children
    return indented(f"**{inline(name)}:** {blocks(body)}", "- ")


def fenced(language=""):
    def write(node):
        text = node.astext()
        fence = "\`" * max(3, max(map(len, re.findall("\`+", text)), default=0) + 1)
        named = [name for name in node.get("classes", []) if re.fullmatch(r"[\\w+#-]+", name) and name != "code"]
        return f"{fence}{language or ''.join(named[:1])}\\n{text}\\n{fence}"

    return write


def admonition(node):
    """An alert at top level, the only place where the forge shows one; elsewhere a quotation."""
    alert = ALERTS.get(node.tagname)
    is_top = isinstance(node.parent, (nodes.document, nodes.section))
    label = f"[!{alert}]\\n" if alert and is_top else f"**{node.tagname.capitalize()}**\\n\\n" if alert else ""
    return indented(label + blocks(node), "> ", "> ")


def block_quote(node):
    """Lists that are merely indented are no quotations, though docutils takes them for some."""
    lists = (nodes.bullet_list, nodes.enumerated_list, nodes.definition_list)
    return blocks(node) if all(isinstance(child, lists) for child in node.children) else indented(blocks(node), "> ", "> ")


def line_block(node):
    return "\\\\\\n".join(line_block(child) if isinstance(child, nodes.line_block) else inline(child) for child in node.children)


def table(node):
    rows = [[cell(entry) for entry in row.children] for row in node.findall(nodes.row)]
    width = max(map(len, rows), default=0)
    full = [row + [""] * (width - len(row)) for row in rows]
    if not any(node.findall(nodes.thead)):
        full.insert(0, [""] * width)
    lines = [f"| {' | '.join(row)} |" for row in [full[0], ["---"] * width, *full[1:]]]
    title = [f"**{inline(child)}**\\n" for child in node.children if isinstance(child, nodes.title)]
    return "\\n".join([*title, *lines])


def cell(entry):
    return re.sub(r"\\n+", "<br>", blocks(entry)).replace("|", "\\\\|")


def footnote(node):
    label = "".join(f"[{child.astext()}] " for child in node.children if isinstance(child, nodes.label))
    rest = nodes.container("", *[child.deepcopy() for child in node.children if not isinstance(child, nodes.label)])
    return label + blocks(rest)


def topic(node):
    return "" if "contents" in node["classes"] else blocks(node)


BLOCKS = {
    nodes.paragraph: paragraph,
    nodes.title: lambda node: heading(node) if isinstance(node.parent, nodes.section) else f"**{inline(node)}**",
    nodes.rubric: lambda node: f"**{inline(node)}**",
    nodes.bullet_list: bullet_list,
    nodes.enumerated_list: enumerated_list,
    nodes.definition_list_item: definition,
    nodes.field_list: lambda node: "\\n".join(map(field, node.children)),
    nodes.option_list: fenced(),
    nodes.literal_block: fenced(),
    nodes.doctest_block: fenced("pycon"),
    nodes.math_block: fenced("math"),
    nodes.block_quote: block_quote,
    nodes.line_block: line_block,
    nodes.table: table,
    nodes.transition: lambda node: "---",
    nodes.footnote: footnote,
    nodes.citation: footnote,
    nodes.topic: topic,
    nodes.image: image,
    nodes.reference: link,
    **{getattr(nodes, name): admonition for name in [*ALERTS, "admonition"]},
}

if __name__ == "__main__":
    roles.role = lenient(roles.role, unknown_role)
    directives.directive = lenient(directives.directive, UnknownDirective)
    source = sys.stdin.buffer.read().decode("utf-8", "replace")
    tree = publish_doctree(source, settings_overrides={**SETTINGS, "input_encoding": "unicode"})
    sys.stdout.buffer.write(f"{blocks(tree)}\\n".encode())
`;

// src/adapters/python/markup-converter.ts
function createMarkupConverter({
  options,
  checkTools
}) {
  return {
    async markdown(restructuredText2) {
      try {
        await checkTools.provide();
      } catch (error) {
        if (error instanceof Stopped)
          return { problem: error.faults.map(({ finding }) => finding).join(" ") };
        throw error;
      }
      const { exitCode, stdout, stderr } = await options.processes.run(
        checkTools.layout.python,
        ["-I", "-c", markdown_default],
        { directory: options.scratch, input: restructuredText2 }
      );
      return exitCode === 0 ? { markdown: stdout.replaceAll("\r\n", "\n").trim() } : { problem: lastLines(stderr).split("\n").at(-1) ?? "" };
    }
  };
}

// src/adapters/python/news-fragments.ts
var PINNED = "towncrier==26.9.0";
var VARIABLES = {
  GIT_CONFIG_COUNT: "1",
  GIT_CONFIG_KEY_0: "safe.directory",
  GIT_CONFIG_VALUE_0: "*",
  PYTHONDONTWRITEBYTECODE: "1"
};
function createNewsFragments({ options, uv, project }) {
  const run = { directory: options.directory, environment: VARIABLES };
  return {
    async collect({ version, date }) {
      const args = ["build", "--yes", "--version", version, "--date", date];
      const own2 = project.layout.program("towncrier");
      const { exitCode, output } = await options.files.executable(own2) ? await options.processes.run(own2, args, run) : await uv.run(
        ["tool", "run", "--python", toolPython(options.python), "--from", PINNED, "towncrier", ...args],
        run
      );
      return { exitCode, output };
    }
  };
}

// src/adapters/python/project-environment.ts
import path34 from "node:path";

// src/adapters/python/environment/local_projects.py
var local_projects_default = '"""Prints, as JSON, the distributions of this environment that were installed from the directory given, or from one below it."""\n\nimport importlib.metadata\nimport json\nimport os\nimport sys\nfrom urllib.parse import urlsplit\nfrom urllib.request import url2pathname\n\ntop = os.path.realpath(sys.argv[1])\nfound = []\nfor distribution in importlib.metadata.distributions():\n    # PEP 610: an installer keeps where a distribution came from that is of no index.\n    origin = json.loads(distribution.read_text("direct_url.json") or "{}")\n    if "dir_info" not in origin:\n        continue\n    place = os.path.realpath(url2pathname(urlsplit(origin["url"]).path))\n    if place == top or place.startswith(os.path.join(top, "")):\n        found.append(\n            {\n                "name": distribution.metadata["Name"],\n                "directory": os.path.relpath(place, top).replace(os.sep, "/"),\n                "extras": distribution.metadata.get_all("Provides-Extra") or [],\n            }\n        )\nprint(json.dumps(found))\n';

// src/adapters/python/environment/local-projects.ts
async function localProjects({ processes, directory, scratch }, { python }) {
  const listed = await processes.run(python, ["-I", "-c", local_projects_default, directory], { directory: scratch });
  const { stdout } = succeeded(listed, "python", "Run again; the environment cannot be read.");
  return JSON.parse(stdout);
}

// src/adapters/python/environment/roads.ts
function part(kind, name, directory = ".") {
  const what = directory === "." ? `${kind} ${name}` : `${kind} ${name} of ${directory}`;
  return { kind, name, what, directory };
}
function syncRoad({ options, uv, layout, form, request, python }, locked) {
  const environment = { UV_PROJECT_ENVIRONMENT: layout.directory };
  const run = { directory: options.directory, environment };
  return ({ parts, editable }) => uv.run(
    [
      "sync",
      ...locked ? ["--locked"] : [],
      ...isAlone(form) ? [] : ["--all-packages"],
      ...parts === "all" ? everything(request) : chosen(parts),
      ...editable ? [] : ["--no-editable", "--refresh"],
      ...pythonOption({ python }),
      ...settingsOptions({ options, form })
    ],
    run
  );
}
function everything({ extras }) {
  const some2 = extras === "all" ? ["--all-extras"] : extras.flatMap((extra) => ["--extra", extra]);
  return [...some2, "--all-groups"];
}
function chosen(parts) {
  return ["--no-default-groups", ...parts.flatMap(({ kind, name }) => [`--${kind}`, name])];
}
function isAlone({ packages }) {
  return packages.every((each) => each === ".");
}
function pipRoad({ options, uv, layout, form }, projects) {
  return (parts, editable) => {
    const wanted = parts.filter(({ kind }) => kind === "extra").map(({ name }) => name);
    const refresh = !editable && parts.length === 0;
    return uv.run(
      [
        ...[
          "pip",
          "install",
          "--python",
          layout.python,
          ...settingsOptions({ options, form }),
          ...refresh ? ["--refresh"] : []
        ],
        ...projects.flatMap((each) => inPlace(withExtras(each, wanted), editable)),
        ...parts.filter(({ kind }) => kind === "group").flatMap((group) => ["--group", fromFile(group)])
      ],
      { directory: options.directory }
    );
  };
}
function inPlace(directory, editable) {
  const place = /^\.(?:$|\[)/.test(directory) ? directory : `./${directory}`;
  return editable ? ["--editable", place] : [place];
}
function withExtras({ directory, extras }, wanted) {
  const own2 = wanted.filter((extra) => hasExtra(extras, extra));
  return own2.length === 0 ? directory : `${directory}[${own2.join(",")}]`;
}
function hasExtra(extras, wanted) {
  return extras.some((each) => normalizedName(each) === normalizedName(wanted));
}
function fromFile({ name, directory }) {
  return directory === "." ? name : `${directory}/pyproject.toml:${name}`;
}
function settingsOptions({ options, form }) {
  return options.configSettings.flatMap(
    (setting) => form.names?.map((name) => `--config-settings-package=${name}:${setting}`) ?? [
      `--config-setting=${setting}`
    ]
  );
}
function pythonOption({ python }) {
  return python === void 0 ? [] : ["--python", python];
}

// src/adapters/python/environment/furnish.ts
async function furnish(work, editable) {
  if (work.form.hasLock) return byLock(work, editable);
  const because = work.form.unfitForSync ?? await refusalOfSync(work, editable);
  if (because === void 0) return { ...everything2(work), resolution: "universal", editable };
  return byPip(work, editable, because);
}
function everything2({ form, request }) {
  const extras = request.extras === "all" ? form.extras : request.extras;
  const groups = [...form.groups, ...form.packageGroups.map(({ name }) => name)];
  return { because: void 0, leftOut: [], parts: [...extras, ...groups] };
}
async function byLock(work, editable) {
  const road = syncRoad(work, true);
  const all = await road({ parts: "all", editable });
  if (all.exitCode === 0) {
    await addProject(work, editable);
    return { ...everything2(work), resolution: "lock", editable };
  }
  const check = ["lock", "--check", ...pythonOption(work)];
  succeeded(await work.uv.run(check, { directory: work.options.directory }), "uv lock --check", STALE);
  const base = await editableOrNot(editable, (mode) => road({ parts: [], editable: mode }));
  succeeded(base.completed, "uv sync --locked", REMEDY5);
  const parts = ordered(partsOf(work, work.form.extras));
  const { kept, leftOut } = await widest(parts, (some2) => road({ parts: some2, editable: base.editable }));
  await addProject(work, base.editable);
  return {
    ...told2(kept, leftOut),
    resolution: "lock",
    because: uvReason(all.output),
    editable: base.editable
  };
}
var STALE = "Run `uv lock` and commit uv.lock, or mend what it says.";
var REMEDY5 = "Run `uv pip install -e .` to see the same, and mend what uv says. What the build needs of the system, such as a compiler, must be on the runner before this step.";
async function refusalOfSync(work, editable) {
  const { exitCode, output } = await syncRoad(work, false)({ parts: "all", editable });
  if (exitCode !== 0) return `uv sync: ${uvReason(output)}`;
  const lacking = await missing(work);
  if (lacking.length === 0) return void 0;
  return isAlone(work.form) ? "uv sync ended well and installed no project" : `uv sync ended well and did not install ${lacking.join(", ")}`;
}
async function byPip(work, editable, because) {
  const { options, uv, layout } = work;
  const venv = await uv.run(["venv", "--clear", ...pythonOption(work), layout.directory], {
    directory: options.directory
  });
  succeeded(venv, "uv venv", "Ask for a python-version that the runner has, or can be had.");
  const { packages, packageGroups } = work.form;
  const bare = pipRoad(
    work,
    packages.map((directory) => ({ directory, extras: [] }))
  );
  const base = await editableOrNot(editable, (mode) => bare([], mode));
  succeeded(base.completed, `uv pip install ${packages.join(" ")}`, REMEDY5);
  const projects = await own(work);
  const offered = [...new Set(projects.flatMap(({ extras }) => extras))];
  const groups = packageGroups.map(({ name, directory }) => part("group", name, directory));
  const parts = ordered([...partsOf(work, offered), ...groups]);
  const isKnown = ({ kind, name }) => kind === "group" || hasExtra(offered, name);
  const road = pipRoad(work, projects);
  const { kept, leftOut } = await widest(parts.filter(isKnown), (some2) => road(some2, base.editable));
  const unknown = parts.filter((one) => !isKnown(one)).map(({ what }) => ({ what, why: "the project has no such extra" }));
  return {
    ...told2(kept, [...unknown, ...leftOut]),
    resolution: "this-python",
    because,
    editable: base.editable
  };
}
async function editableOrNot(editable, install) {
  const completed = await install(editable);
  if (completed.exitCode === 0 || !editable) return { completed, editable };
  return { completed: await install(false), editable: false };
}
async function addProject(work, editable) {
  await putBack2(work, editable);
}
async function putBack2(work, editable) {
  const { options, uv, layout, form } = work;
  const lacking = await missing(work);
  if (lacking.length === 0) return;
  const args = [
    ...["pip", "install", "--python", layout.python],
    ...settingsOptions({ options, form }),
    // What one of several packages depends on need not be in the lock file of the others.
    ...isAlone(form) ? ["--no-deps"] : [],
    ...editable ? [] : ["--refresh"],
    ...lacking.flatMap((directory) => inPlace(directory, editable))
  ];
  succeeded(await uv.run(args, { directory: options.directory }), `uv ${args.join(" ")}`, REMEDY5);
}
async function missing(work) {
  const there = (await own(work)).map(({ directory }) => directory);
  return work.form.packages.filter((each) => !there.includes(each));
}
async function own({ options, layout, form }) {
  const found2 = await localProjects(options, layout);
  return found2.filter(({ directory }) => form.packages.includes(directory));
}
function partsOf({ form, request }, offered) {
  const extras = request.extras === "all" ? offered : request.extras;
  return [...extras.map((name) => part("extra", name)), ...form.groups.map((name) => part("group", name))];
}
function ordered(parts) {
  return [...parts.filter(({ name }) => isForTests(name)), ...parts.filter(({ name }) => !isForTests(name))];
}
function told2(kept, leftOut) {
  return { parts: kept.map(({ name }) => name), leftOut };
}

// src/adapters/python/project-environment.ts
function createProjectEnvironment(options, uv) {
  const layout = environmentLayout(path34.join(options.scratch, "project-env"), options.platform);
  let synced;
  let asked = { extras: options.extras };
  const sync = (request) => {
    asked = request;
    synced = syncedProject(options, uv, layout, request);
    return synced;
  };
  const ensure = (variables) => synced ?? sync(variables === void 0 ? asked : { ...asked, variables });
  return {
    layout,
    sync,
    ensure,
    async add(requirement2) {
      const { editable } = await ensure();
      const args = ["pip", "install", "--python", layout.python, requirement2];
      const completed = await uv.run(args, { directory: options.scratch });
      await keepOwn(await workOf(options, uv, layout, asked), editable);
      return completed;
    },
    exists: async () => await options.files.list(layout.scripts) !== void 0,
    installed: async () => installedIn(uv, layout, options.scratch)
  };
}
async function syncedProject(options, uv, layout, request) {
  const work = await workOf(options, uv, layout, request);
  const furnished = await cleanlyFurnished(work);
  const requirements = await leavingNo(buildLeftovers, options, () => addTestRequirements(work, furnished));
  if (requirements !== void 0) await keepOwn(work, furnished.editable);
  const { resolution, because, editable, leftOut } = furnished;
  return {
    installed: (await installedIn(uv, layout, options.scratch)).length,
    resolution,
    because,
    editable,
    leftOut: [...leftOut, ...requirements?.leftOut ?? []],
    testRequirements: requirements?.origin
  };
}
async function workOf(options, uv, layout, request) {
  const run = (args, given2) => uv.run(args, { ...given2, environment: { ...request.variables, ...given2.environment } });
  return {
    options,
    uv: { ...uv, run },
    layout,
    form: await projectForm(options),
    request,
    python: await pythonAtHand(options, uv)
  };
}
async function cleanlyFurnished(work) {
  const { options, form } = work;
  const attempt = (editable) => tidied(anything, options, () => {
    const install = () => restoring(buildLeftovers, options, () => furnish(work, editable));
    return form.hasLock ? install() : leavingNoLock(options, install);
  });
  const { value, left } = await attempt(form.canBeEditable);
  return value.editable && !left.every(buildLeftovers) ? (await attempt(false)).value : value;
}
async function keepOwn(work, editable) {
  if ((await missing(work)).length === 0) return;
  await leavingNo(
    buildLeftovers,
    work.options,
    () => restoring(buildLeftovers, work.options, () => putBack2(work, editable))
  );
}

// src/adapters/python/uv.ts
var import_semver2 = __toESM(require_semver(), 1);

// src/adapters/python/pinned-uv.ts
import path35 from "node:path";
async function pinnedUv(options, wheels = UV_WHEELS) {
  const { files, toolCache, platform } = options;
  const name = await platformName(options);
  const wheel = wheels[name];
  if (wheel === void 0) return unavailable(options, `there is no pinned wheel for ${name}.`);
  const directory = path35.join(toolCache, "pypi-release", "uv", UV_VERSION, name);
  const program = path35.join(directory, programName("uv", platform.os));
  const kept = await files.bytes(program);
  if (kept === void 0 || sha256Hex(kept) !== wheel.program) {
    await files.write(program, programIn(await download(options, wheel), wheel, platform.os));
  }
  if (!await files.executable(program)) await files.makeExecutable(program);
  return program;
}
async function platformName({ files, platform: { os, arch } }) {
  if (os !== "linux") return `${os}-${arch}`;
  const loaders = await files.list("/lib") ?? [];
  const musl = loaders.some((name) => name.startsWith("ld-musl-"));
  return `${os}-${arch}${musl ? "-musl" : ""}`;
}
function unavailable({ uvRange }, problem, cause) {
  return stop("uv-unavailable", { range: uvRange, problem }, { cause });
}
var SIMPLE_JSON = "application/vnd.pypi.simple.v1+json";
var DOWNLOAD_TIMEOUT = 12e4;
async function download(options, { filename, sha256 }) {
  const page = new URL("uv/", options.toolIndex).href;
  const list2 = await fetched2(options, page);
  const file = filesIn(list2.json()).find((candidate) => candidate.filename === filename);
  if (file === void 0) return unavailable(options, `${page} does not list ${filename}.`);
  const { body } = await fetched2(options, new URL(file.url, list2.url).href);
  const got = sha256Hex(body);
  if (got !== sha256) stop("download-altered", { file: filename, got, wanted: sha256 });
  return body;
}
async function fetched2(options, url) {
  const headers = { accept: `${SIMPLE_JSON}, */*;q=0.1` };
  const request = { headers, timeout: DOWNLOAD_TIMEOUT };
  const response = await options.http.request(url, request).catch((cause) => {
    if (!(cause instanceof HttpTrouble)) throw cause;
    return unavailable(options, `HTTP: ${url} gave ${cause.message}.`, cause);
  });
  if (response.status !== 200) unavailable(options, `HTTP ${response.status} from ${url}.`);
  return response;
}
function filesIn(page) {
  return page.files ?? [];
}
function programIn(wheel, { filename }, os) {
  const member = `uv-${UV_VERSION}.data/scripts/${programName("uv", os)}`;
  const program = unzipSync(wheel, { filter: ({ name }) => name === member })[member];
  if (program === void 0) throw new Error(`${filename} has no ${member}`);
  return program;
}

// src/adapters/python/uv.ts
function createUv(options) {
  const provide = once(async () => await uvOnPath(options) ?? await uvFromIndex(options));
  return {
    provide,
    async run(args, run) {
      const { program } = await provide();
      return options.processes.run(program, args, { ...run, environment: { ...QUIET2, ...run.environment } });
    }
  };
}
var QUIET2 = { UV_NO_PROGRESS: "1" };
async function uvOnPath(options) {
  const program = await programFile("uv", { directories: options.searchPath });
  if (program === void 0) return void 0;
  await options.files.makeDirectory(options.scratch);
  const { exitCode, stdout } = await options.processes.run(program, ["--version"], {
    directory: options.scratch
  });
  const version = (0, import_semver2.parse)(stdout.split(/\s+/)[1] ?? "")?.version;
  if (exitCode !== 0 || version === void 0 || !(0, import_semver2.satisfies)(version, options.uvRange)) return void 0;
  return { version, origin: "PATH", program };
}
async function uvFromIndex(options) {
  if (!(0, import_semver2.satisfies)(UV_VERSION, options.uvRange)) {
    stop("uv-unavailable", { range: options.uvRange, problem: `the pinned version is ${UV_VERSION}.` });
  }
  return { version: UV_VERSION, origin: "index", program: await pinnedUv(options) };
}

// src/adapters/python/version-replacer.ts
import path36 from "node:path";
var PINNED2 = "bump-my-version==1.8.1";
var PROGRAM = "bump-my-version";
var AS_A_WHOLE = ["--parse", "(?P<version>.+)", "--serialize", "{version}"];
var PLAIN = /^\d+\.\d+\.\d+$/;
function createVersionReplacer({ options, uv, project }) {
  return {
    async replace({ configuration, from, to }) {
      const { dir, base } = path36.parse(path36.join(options.directory, configuration));
      const run = { directory: dir, environment: { PYTHONDONTWRITEBYTECODE: "1" } };
      const isPlain = PLAIN.test(from) && PLAIN.test(to);
      const args = [
        ...["replace", "--config-file", base, "--allow-dirty"],
        ...["--current-version", from, "--new-version", to, ...isPlain ? [] : AS_A_WHOLE]
      ];
      const own2 = project.layout.program(PROGRAM);
      const tool = ["tool", "run", "--python", toolPython(options.python), "--from", PINNED2, PROGRAM];
      const { exitCode, output } = await options.files.executable(own2) ? await options.processes.run(own2, args, run) : await uv.run([...tool, ...args], run);
      return { exitCode, output };
    }
  };
}

// src/adapters/python/python.ts
function createPython(options) {
  const uv = createUv(options);
  const checkTools = createCheckTools(options, uv);
  const workshop = { options, uv, checkTools, project: createProjectEnvironment(options, uv) };
  return {
    toolchain: createToolchain(workshop),
    checks: createChecks(workshop),
    backEnd: createBackEnd(workshop),
    builder: createBuilder(workshop),
    environments: createEnvironments(workshop),
    markup: createMarkupConverter(workshop),
    newsFragments: createNewsFragments(workshop),
    versionReplacer: createVersionReplacer(workshop),
    programs: {
      uv: async () => (await uv.provide()).program,
      twine: async () => {
        await checkTools.provide();
        return checkTools.layout.program("twine");
      }
    }
  };
}

// src/action/plan-from.ts
import path37 from "node:path";

// src/packaging/token.ts
var MACAROON_VERSION = 2;
var LOCATION_FIELD = 1;
function tokenHome(token) {
  const body = /^pypi-([A-Za-z0-9_-]+)={0,2}$/.exec(token.trim())?.[1];
  const bytes = Buffer.from(body ?? "", "base64url");
  if (bytes[0] !== MACAROON_VERSION || bytes[1] !== LOCATION_FIELD) return void 0;
  const [low = 0, high = 0] = bytes.subarray(2, 4);
  const start = low < 128 ? 3 : 4;
  const length = low < 128 ? low : low & 127 | high << 7;
  const location = bytes.toString("latin1", start, start + length);
  return location.length === length && /^[a-z0-9.-]+(?::[0-9]+)?$/i.test(location) ? location : void 0;
}
function basicCredential(user, password) {
  return Buffer.from(`${user}:${password}`).toString("base64");
}

// src/plan/cache-policy.ts
function cachePolicy(asked, run) {
  if (asked === false) return { use: false, reason: "cache: false" };
  if (run.onTag || run.event === "release") return { use: false, reason: "never on a tag or a release" };
  if (run.phases.some((phase) => phase === "testpypi" || phase === "pypi")) {
    return { use: false, reason: "never where an upload is planned" };
  }
  return { use: true, reason: asked === true ? "cache: true" : "this run uploads nothing" };
}

// src/plan/home-forge.ts
var HOME = "github.com";
function foreignForge(server) {
  const { host } = new URL(server);
  return host === HOME ? void 0 : host;
}

// src/plan/plan.ts
function frozen(value) {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

// src/action/events.ts
var NO_DETAILS = { action: void 0, deleted: false, head: void 0 };
function eventDetails(payload) {
  const { action, deleted } = members(payload);
  const { full_name: head } = members(members(members(members(payload).pull_request).head).repo);
  return {
    action: typeof action === "string" ? action : void 0,
    deleted: deleted === true,
    head: typeof head === "string" ? head : void 0
  };
}
function members(value) {
  return typeof value === "object" && value !== null ? value : {};
}
var RELEASE_ELSEWHERE = "Release on a tag push (on: push: tags) or by hand (on: workflow_dispatch).";
var REHEARSE = "To try the release here, use the sub-action (uses: org/pypi-release/rehearse), or set dry-run: true. ";
var REHEARSE_ELSEWHERE = "To try what a pull request proposes, use the sub-action (uses: org/pypi-release/rehearse) in a workflow of its own on: pull_request, whose jobs need no rights and get no secrets of a fork.";
var RELEASE_ACTIONS = ["published", "released", "prereleased", "created"];
var may = () => void 0;
function unsupported(reason, remedy = RELEASE_ELSEWHERE) {
  return { code: "event-unsupported", reason, remedy };
}
function untrusted(reason) {
  return { code: "event-untrusted", reason, remedy: `${RELEASE_ELSEWHERE} ${REHEARSE_ELSEWHERE}` };
}
var EVENTS = {
  // Outside a workflow.
  "": may,
  workflow_dispatch: may,
  repository_dispatch: may,
  push: ({ ref, refType, deleted }) => {
    if (deleted) return unsupported(`${ref} was deleted by it, and there is nothing to release`);
    if (refType === "tag") return void 0;
    return unsupported(
      `a push of ${ref}, which is not a tag`,
      `${RELEASE_ELSEWHERE} To try each push of a branch, set dry-run: true.`
    );
  },
  release: ({ action = "published" }) => RELEASE_ACTIONS.includes(action) ? void 0 : unsupported(
    `a release was ${action}, which asks for no new one`,
    "Let the workflow run for published releases alone (on: release: types: [published])."
  ),
  schedule: () => unsupported(
    "on a schedule nobody asks for this very version, and what is uploaded can never be taken back",
    `${RELEASE_ELSEWHERE} To see on a schedule that a release would go well, set dry-run: true.`
  ),
  pull_request: ({ head, repository }) => unsupported(
    head === void 0 || head.toLowerCase() === repository.toLowerCase() ? "what a pull request proposes is not merged yet" : `the pull request comes from ${head}, and a job that runs a fork's code has no identity and no secrets`,
    `${REHEARSE}${RELEASE_ELSEWHERE}`
  ),
  merge_group: () => unsupported("what waits in a merge queue is not merged yet", `${REHEARSE}${RELEASE_ELSEWHERE}`),
  pull_request_target: () => untrusted("it gives a pull request's code, anybody's, the rights and secrets of this repository"),
  workflow_run: () => untrusted(
    "it runs with the rights and secrets of this repository after any run of another workflow, of a pull request from a fork too"
  )
};
var OTHER = () => unsupported("it is none of those that ask for a release");
function eventFault(trigger) {
  const row = Object.hasOwn(EVENTS, trigger.name) ? EVENTS[trigger.name] : void 0;
  const refusal = (row ?? OTHER)(trigger);
  if (refusal === void 0) return void 0;
  const { code, ...details } = refusal;
  return fault(code, { event: trigger.name, ...details });
}

// src/action/plan-from.ts
var LASTING2 = ["testpypi", "pypi", "post-publish"];
function planFrom(inputs, environment, details = NO_DETAILS) {
  const { event, repository } = environment;
  const phases = selectedPhases(inputs.path, inputs.phase) ?? [];
  const onTag = event.refType === "tag";
  const refused = eventFault({ ...event, ...details, repository });
  const isRehearsal = inputs["dry-run"] && refused !== void 0;
  const directory = path37.resolve(environment.workspace, inputs["working-directory"]);
  const plan = {
    path: inputs.path,
    phases,
    mode: inputs["dry-run"] ? "dry-run" : "release",
    workspace: environment.workspace,
    directory,
    members: inputs.members,
    packages: path37.resolve(directory, inputs["packages-dir"]),
    handover: handoverPlan({
      asked: inputs.handover,
      names: inputs.artifact,
      directory: inputs["working-directory"],
      offered: environment.artifacts,
      job: `${environment.job}, leg ${inputs.leg}`
    }),
    scratch: path37.join(environment.temp, "pypi-release"),
    version: versionPlan(inputs, environment),
    tagFormat: inputs["tag-format"],
    changelog: inputs.changelog,
    toolchain: {
      python: inputs["python-version"],
      uv: inputs["uv-version"],
      extras: inputs.extras,
      cache: cachePolicy(inputs.cache, { event: event.name, onTag, phases })
    },
    commands: commandsPlan(inputs),
    indexes: {
      testpypi: indexPlan("testpypi", inputs, { ...environment, isRehearsal }),
      pypi: indexPlan("pypi", inputs, { ...environment, isRehearsal })
    },
    attestations: attestationsPlan(inputs, environment),
    uploader: inputs.uploader,
    uploadConcurrency: inputs["upload-concurrency"],
    preflight: inputs.preflight,
    forge: {
      repository,
      commit: environment.commit,
      workflow: /([^/]+\.ya?ml)@/.exec(environment.workflowRef)?.[1],
      // That of a pull request is a ref of the forge's own (`refs/pull/1/merge`), which no branch has.
      branch: /^refs\/heads\/(.+)$/.exec(event.ref)?.[1],
      server: environment.server,
      commitPolicy: inputs.commit,
      release: inputs.release,
      prerelease: inputs.prerelease,
      latest: inputs.latest,
      notes: inputs.notes,
      assets: inputs.assets,
      discussionCategory: inputs["discussion-category"]
    },
    badges: inputs.badges,
    announce: inputs.announceWebhook !== void 0,
    allow: inputs.allow
  };
  return {
    plan: frozen(plan),
    faults: [
      ...versionFaults(inputs, environment),
      ...tokenFaults(inputs, plan),
      ...userFaults(inputs, plan),
      ...attestationFaults(inputs, plan),
      ...handoverFaults(inputs, plan, environment),
      ...buildFaults(plan)
    ],
    refusals: refused !== void 0 && isRefused(refused, plan) ? [refused] : []
  };
}
function commandsPlan(inputs) {
  return {
    env: inputs.env,
    verify: inputs["verify-command"],
    test: inputs["test-command"],
    testMinutes: inputs["test-timeout"],
    build: inputs["build-command"],
    configSettings: inputs["config-settings"],
    fix: inputs.fix,
    smoke: inputs["smoke-test"],
    framework: inputs["framework-test"]
  };
}
function versionPlan(inputs, { event }) {
  if (event.refType === "tag") return { kind: "tag", tag: event.refName };
  if (inputs.version !== void 0) return { kind: "given", version: inputs.version };
  if (inputs.bump !== void 0) return { kind: "bump", bump: inputs.bump };
  return { kind: "source" };
}
function isRefused({ code }, plan) {
  return code === "event-untrusted" || plan.mode === "release" && isLasting(plan);
}
function isLasting({ phases }) {
  return phases.some((phase) => LASTING2.includes(phase));
}
function isPublishing(phases) {
  return phases.includes("testpypi") || phases.includes("pypi");
}
function attestationsPlan(inputs, { server }) {
  const [fulcio, rekor] = [inputs["fulcio-url"], inputs["rekor-url"]].map((url) => url?.replace(/\/+$/, ""));
  const forge = fulcio === void 0 ? foreignForge(server) : void 0;
  if (inputs.attestations !== void 0 || forge === void 0)
    return { policy: inputs.attestations ?? "required", fulcio, rekor };
  return { policy: "off", reason: `the public Sigstore takes no jobs of ${forge}`, fulcio, rekor };
}
function indexPlan(name, inputs, { server, ...job }) {
  const addresses = indexAddresses(name, inputs[`${name}-url`], inputs[`${name}-simple-url`]);
  const isPublic = indexOfDomain(addresses.domain) !== void 0;
  return {
    name,
    ...addresses,
    credential: credentialFor({
      index: name,
      token: inputs.tokens[name],
      user: inputs[`${name}-user`],
      identity: job.identity,
      isRehearsal: job.isRehearsal,
      foreignForge: isPublic ? foreignForge(server) : void 0
    }),
    required: name === "pypi" || inputs.testpypi === "required"
  };
}
function versionFaults(inputs, { event }) {
  const { version, bump } = inputs;
  if (event.refType === "tag") {
    const asked = Object.entries({ version, bump });
    return asked.flatMap(
      ([input, value]) => value === void 0 ? [] : [fault("bump-on-tag", { input, value, tag: event.refName })]
    );
  }
  return version !== void 0 && bump !== void 0 ? [fault("version-and-bump", { version, bump })] : [];
}
function tokenFaults(inputs, { indexes }) {
  return Object.values(indexes).flatMap(({ name, domain, credential }) => {
    const token = inputs.tokens[name];
    if (token === "" && credential.kind !== "not-needed")
      return [fault("token-empty", { input: `${name}-token` })];
    const isPublic = indexOfDomain(domain) !== void 0;
    if (token === void 0 || token === "" || !isPublic || token.startsWith("pypi-")) return [];
    return [fault("token-malformed", { input: `${name}-token` })];
  });
}
function userFaults(inputs, { indexes, phases }) {
  return Object.values(indexes).flatMap(({ name, domain, credential }) => {
    const [input, value] = [`${name}-user`, inputs[`${name}-user`]];
    if (value === void 0 || value === TOKEN_USER || !phases.includes(name)) return [];
    if (credential.kind === "not-needed") return [];
    if (credential.kind !== "token")
      return [fault("user-without-token", { input, value, token: `${name}-token` })];
    return indexOfDomain(domain) === void 0 ? [] : [fault("user-refused", { index: name, input, value })];
  });
}
function attestationFaults(inputs, { indexes, phases, attestations, forge }) {
  if (inputs.attestations !== "required") return [];
  const foreign = attestations.fulcio === void 0 ? foreignForge(forge.server) : void 0;
  if (foreign !== void 0 && isPublishing(phases))
    return [fault("attestations-foreign-forge", { forge: foreign })];
  return Object.values(indexes).flatMap(
    ({ name, credential }) => phases.includes(name) && credential.kind === "token" ? [fault("attestations-need-trusted-publishing", { index: name, input: `${name}-token` })] : []
  );
}
function buildFaults({ commands: { build, configSettings } }) {
  if (build === void 0 || configSettings.length === 0) return [];
  return [fault("config-settings-unused", { settings: configSettings, command: build })];
}
function handoverFaults({ handover: asked }, { phases, handover }, { artifacts }) {
  const isWhole = phases.includes("build") && !handsOn(phases);
  if (isWhole || handover.kind === "files") return [];
  if (asked === "artifact" && !artifacts) return [fault("handover-impossible", {})];
  const [name = "", ...more] = handover.names;
  return handsOn(phases) && (more.length > 0 || !isArtifactName(name)) ? [fault("artifact-name-unfit", { names: handover.names })] : [];
}
function strayTokens(inputs, { indexes }) {
  return Object.values(indexes).flatMap(({ name, domain }) => {
    const home = indexOfDomain(tokenHome(inputs.tokens[name] ?? "") ?? "");
    return home === void 0 || home === indexOfDomain(domain) || indexOfDomain(domain) === void 0 ? [] : [{ index: name, home }];
  });
}

export {
  basicCredential,
  step,
  skipped,
  converge,
  changedFiles,
  settleTree,
  releaseMessage,
  isReleaseCommit,
  releasedCommit,
  bringToBranch,
  openArchive,
  parsedCoreMetadata,
  shares,
  strangers,
  hasSeveral,
  inspected,
  open,
  opened,
  UNRELEASED_WORD,
  headingSays,
  markupNamed,
  markupOf,
  changelogIn,
  openSection,
  sectionOf,
  linkedBody,
  readTowncrier,
  tagsOfProject,
  isStale,
  placeReader,
  lockedMember,
  directoriesAbove,
  saidIn,
  readProject,
  requireProject,
  checklist,
  createClock,
  within,
  createProcesses,
  createCheckout,
  createTags,
  LONGEST_ADVICE,
  delayBefore,
  HttpTrouble,
  createHttp,
  createPython,
  eventDetails,
  planFrom,
  strayTokens
};
