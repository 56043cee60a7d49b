import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  vn
} from "./chunk-B4EE6Z4Q.js";
import {
  SOURCE_FILES,
  WHOLE_FILE,
  cfgReader,
  chosenMembers,
  edited,
  list,
  metadataOf,
  parsedMember,
  parsedPyproject,
  parsedToml,
  placesReader,
  projectSource,
  pushedVersion,
  pythonModule,
  requiredName,
  setupPy,
  tagFor,
  tagStyle,
  valueAt,
  versionInTag,
  versionTags,
  versionVariables
} from "./chunk-LB26I2IL.js";
import {
  distributionsIn,
  isOf,
  parsedFileName,
  readRecord
} from "./chunk-RWCPJO4W.js";
import {
  Stopped,
  bumpedVersion,
  compareVersions,
  fault,
  fileNameStem,
  hasLocal,
  isPrerelease,
  isVersion,
  normalizedName,
  normalizedVersion,
  requiredParts,
  sameVersion,
  settingOf,
  stop,
  versionParts,
  versionText
} from "./chunk-JBDX7OFF.js";
import {
  require_tar_stream,
  unzipSync
} from "./chunk-VN2YZVVU.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/phases/setup/project.ts
import path12 from "node:path";

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

// src/release/packages.ts
function shares({ packages, version }, distributions) {
  const isAlone = packages.length === 1;
  return packages.map((each) => ({
    project: { ...each, version },
    distributions: distributions.filter(({ name }) => isAlone || name === each.normalizedName)
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

// src/phases/build/index-rules.ts
var METADATA_VERSIONS = ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"];
var LICENSE_FILES_SINCE = METADATA_VERSIONS.indexOf("2.4");
var LONGEST_SUMMARY = 512;
var LONGEST_LABEL = 32;
var CONTENT_TYPE = /^\s*text\/(plain|markdown|x-rst)\s*(;|$)/i;
var WEB_ADDRESS = /^https?:/i;
var PLATFORMS = /^(any|linux_\w+|win32|win_(amd64|arm64|ia64)|manylinux(1|2010|2014)_\w+|(many|musl)linux_\d+_\d+_\w+|macosx_10_\d+_\w+|macosx_(1[1-5]|26)_0_\w+|ios_\d+_\d+_\w+|android_\d+_\w+|pyemscripten_\d+_\d+_wasm32)$/;
var BACK_END = "Build it with a current PEP 517 back end.";
var METADATA_RULES = [
  [
    "Metadata-Version",
    ({ metadataVersion: version }) => METADATA_VERSIONS.includes(version) ? void 0 : `its metadata is of version "${version}"`
  ],
  ["Summary", ({ summary = "" }) => summary.includes("\n") ? "its summary has several lines" : void 0],
  [
    "Summary",
    ({ summary = "" }) => [...summary].length > LONGEST_SUMMARY ? `its summary has ${[...summary].length} characters` : void 0
  ],
  [
    "Description-Content-Type",
    ({ descriptionContentType: type }) => type === void 0 || CONTENT_TYPE.test(type) ? void 0 : `its description is of the type ${type}`
  ],
  [
    "License",
    ({ license, licenseExpression }) => license === void 0 || licenseExpression === void 0 ? void 0 : "it has both License and License-Expression"
  ],
  [
    "Home-Page",
    ({ homePage, downloadUrl }) => {
      const bad = [homePage, downloadUrl].find((url) => url !== void 0 && !WEB_ADDRESS.test(url));
      return bad === void 0 ? void 0 : `its address ${bad} is none of http or https`;
    }
  ],
  [
    "Project-URL",
    ({ projectUrls }) => projectUrls.map(addressTrouble).find((trouble) => trouble !== void 0)
  ],
  ["License-File", missingLicense]
];
function indexFindings(judged) {
  const { metadata } = judged;
  const ofMetadata = METADATA_RULES.flatMap(([field, trouble]) => {
    const found = metadata === void 0 ? void 0 : trouble(metadata, judged);
    return found === void 0 ? [] : [{ problem: `${found}, which the index refuses.`, remedy: `Correct ${settingOf(field)}.` }];
  });
  return [...FILE_RULES.flatMap((rule) => rule(judged) ?? []), ...ofMetadata];
}
var FILE_RULES = [
  ({ distribution: { filename }, name }) => {
    const stem = fileNameStem(name.name);
    const expected = name.kind === "sdist" ? `${stem}-${name.version}.tar.gz` : `${stem}-`;
    const well = name.kind === "sdist" ? filename === expected : filename.startsWith(expected);
    return well ? void 0 : {
      problem: `the index takes only a file name that is ${described(name, expected)}.`,
      remedy: BACK_END
    };
  },
  ({ name: { platform } }) => {
    const refused = platform?.split(".").find((tag) => !PLATFORMS.test(tag));
    return refused === void 0 ? void 0 : {
      problem: `its platform tag ${refused} is refused by the index.`,
      remedy: "Build for a platform that the index knows; from macOS 11 on the minor version is 0."
    };
  },
  ({ name, archive }) => {
    const tops = new Set(archive.members.map((member) => member.split("/")[0] ?? ""));
    return name.kind !== "sdist" || tops.size === 1 ? void 0 : {
      problem: `it has ${tops.size} top directories (${[...tops].sort().join(", ")}); the index takes one.`,
      remedy: BACK_END
    };
  }
];
function described({ kind }, expected) {
  return kind === "sdist" ? expected : `normalised, so that it begins with ${expected}`;
}
function infoFolder(filename) {
  return `${filename.split("-").slice(0, 2).join("-")}.dist-info`;
}
function addressTrouble([label, url]) {
  if (label === "") return `its Project-URL ${url} has no label`;
  if ([...label].length > LONGEST_LABEL) return `its Project-URL label "${label}" is too long`;
  if (url === "") return `its Project-URL "${label}" has no address`;
  return WEB_ADDRESS.test(url) ? void 0 : `its Project-URL ${url} is none of http or https`;
}
function missingLicense({ metadataVersion, licenseFiles }, { distribution: { filename }, name, archive }) {
  if (METADATA_VERSIONS.indexOf(metadataVersion) < LICENSE_FILES_SINCE) return void 0;
  const top = name.kind === "wheel" ? `${infoFolder(filename)}/licenses` : archive.members[0]?.split("/")[0];
  const lost = licenseFiles.find((file) => !archive.members.includes(`${top}/${file}`));
  return lost === void 0 ? void 0 : `it names the licence file ${lost} and has no ${top}/${lost}`;
}

// src/phases/build/distributions.ts
var LARGEST = 100 * 1024 * 1024;
var SECRET_FILES = /(^|\/)(\.env|\.pypirc|\.netrc|id_rsa|id_ed25519)$/;
var KEY_FILES = /\.(pem|key)$/;
var SAMPLES = /(^|\/)(tests?|testing|test_?data|fixtures|examples?|samples?|docs?)\//i;
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
    const direct = metadata?.requiresDist.find((requirement) => /^[^;]*@\s*\S+:/.test(requirement));
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
      (member) => !SAMPLES.test(member) && (SECRET_FILES.test(member) || KEY_FILES.test(member) && /PRIVATE KEY/.test(archive.text(member) ?? ""))
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
function unbuilt(project, { packages: directory }, found) {
  const missing = shares(project, found).filter(({ distributions }) => distributions.length === 0);
  if (!hasSeveral(project) || missing.length === 0) return [];
  const packages = missing.map(({ project: { name } }) => name);
  return [fault("package-unbuilt", { directory, found: found.map(({ filename }) => filename), packages })];
}
function findings(found, project, sdists) {
  const { filename } = found.distribution;
  const own = RULES.flatMap((rule) => rule(found, project, sdists) ?? []);
  return [...own, ...indexFindings(found)].map(
    (finding) => fault("distribution-unfit", { filename, ...finding })
  );
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
import path5 from "node:path";

// src/packaging/changelog-date.ts
var MONTH_NAMES = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"]
];
var MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));
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
  const match = DATES.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  const { year = "", month = "", day = "" } = match?.groups ?? {};
  const ordinal = /^[0-9]+$/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  if (match === void 0 || ordinal < 1 || ordinal > 12 || Number(day) < 1 || Number(day) > 31)
    return void 0;
  const iso = [year, String(ordinal).padStart(2, "0"), day.padStart(2, "0")].join("-");
  return { written: match[0], iso };
}
function dateLike({ written }, iso) {
  const [year = "", month = "", day = ""] = iso.split("-");
  const isNumeric = !/[a-z]{3}/i.test(written);
  const numbers = isNumeric ? [month, day] : [day];
  return written.replace(
    /[0-9]{4}|(?<number>[0-9]{1,2})(?<ordinal>[a-z]{2})?|[a-z]{3,}/gi,
    (token, ...rest) => {
      const { number, ordinal } = rest.at(-1);
      if (/^[0-9]{4}$/.test(token)) return year;
      if (number === void 0) return monthLike(token, Number(month));
      const value = numbers.shift() ?? "";
      const isPadded = isNumeric ? number.length === 2 : number.startsWith("0");
      return `${isPadded ? value : Number(value)}${ordinal === void 0 ? "" : ordinalOf(Number(value))}`;
    }
  );
}
function monthLike(written, month) {
  const full = MONTH_NAMES[month - 1] ?? "";
  const name = MONTH_NAMES.includes(written.toLowerCase()) ? full : full.slice(0, 3);
  if (written === written.toUpperCase()) return name.toUpperCase();
  return written === written.toLowerCase() ? name : `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
function ordinalOf(day) {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

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
  strongLine,
  term
];
function rstOutline(text) {
  const headings = [];
  const others = { [STRONG]: [], [TERM]: [] };
  const definitions = [];
  const styles = [];
  const lines = linesOf(text);
  for (let at = 0; at < lines.length; ) {
    const { title, definition, next } = blockAt(lines, at);
    if (title !== void 0) {
      const { style, ...heading } = title;
      const plain = rstPlainText(heading.source);
      if (style === STRONG || style === TERM) {
        others[style].push({ ...heading, depth: DEEPEST, plain });
      } else {
        if (!styles.includes(style)) styles.push(style);
        headings.push({ ...heading, depth: styles.indexOf(style) + 1, plain });
      }
    }
    if (definition !== void 0) definitions.push(definition);
    at = next;
  }
  if (headings.length > 1) return { headings, definitions };
  const [releases = []] = [others[STRONG], others[TERM]].map((all) => all.filter(({ plain }) => headingSays(plain) !== void 0)).filter((found) => found.length > 0);
  return { headings: [...headings, ...releases], definitions };
}
var STRONG = "strong";
var TERM = "term";
var DEEPEST = Number.MAX_SAFE_INTEGER;
function linesOf(text) {
  return [...text.matchAll(/(?<line>[^\r\n]*)(?:\r\n|\n|\r|$)/g)].map(({ index, groups }) => {
    const whole = groups?.line ?? "";
    const mark = index === 0 && whole.startsWith("\uFEFF") ? 1 : 0;
    const line = whole.slice(mark).trimEnd();
    return { text: line, start: index + mark, end: index + mark + line.length };
  });
}
function blockAt(lines, at) {
  for (const read2 of READERS2) {
    const block = read2(lines, at);
    if (block !== void 0) return block;
  }
  return paragraph(lines, at);
}
function indented(lines, at) {
  return /^(?:\s|$)/.test(textAt(lines, at)) ? { next: at + 1 } : void 0;
}
function listItem(lines, at) {
  return /^(?:[-+*•‣⁃|](?:\s|$)|:(?![: ])(?:[^:\\]|\\.)*:(?:\s|$))/.test(textAt(lines, at)) ? { next: at + 1 } : void 0;
}
function doctest(lines, at) {
  return /^>>>(?:\s|$)/.test(textAt(lines, at)) ? { next: endOf(lines, at, (line) => line !== "") } : void 0;
}
function explicitMarkup(lines, at) {
  if (!/^(?:\.\.|__)(?:\s|$)/.test(textAt(lines, at))) return void 0;
  const next = endOf(lines, at + 1, (line) => /^(?:\s|$)/.test(line));
  const own = lines.slice(at, next).filter(({ text }) => text !== "");
  const label = labelIn(own.map(({ text }) => text.trim()).join(" "));
  const [start, end] = [own[0]?.start, own.at(-1)?.end];
  return label === void 0 || start === void 0 || end === void 0 ? { next } : { next, definition: { start, end, label } };
}
var TARGET = /^\.\. _(?!_)(?:`(?<quoted>[^`]+)`|(?<bare>(?:\\.|[^:\\]|:(?=\S))+)): +\S/;
var SUBSTITUTION = /^\.\. (?<bars>\|[^|]+\|) +\S/;
function labelIn(markup) {
  const { quoted, bare } = TARGET.exec(markup)?.groups ?? {};
  const { bars } = SUBSTITUTION.exec(markup)?.groups ?? {};
  const label = quoted ?? bare ?? bars;
  return label?.replace(/\\(.)/g, "$1").replace(/\s+/g, " ").toLowerCase();
}
function overlinedTitle(lines, at) {
  const [over, titled, under] = [lines[at], lines[at + 1], lines[at + 2]];
  if (over === void 0 || titled === void 0 || under === void 0 || !isAdornment(over.text))
    return void 0;
  const isTitle = titled.text !== "" && !isAdornment(titled.text) && under.text === over.text;
  if (!isTitle || !reaches(over.text, titled.text)) return void 0;
  const style = over.text.slice(0, 1).repeat(2);
  return { next: at + 3, title: { start: over.start, end: under.end, source: titled.text.trim(), style } };
}
function underlinedTitle(lines, at) {
  const [titled, under] = [lines[at], lines[at + 1]];
  if (titled === void 0 || under === void 0 || isAdornment(titled.text)) return void 0;
  if (!isAdornment(under.text) || !reaches(under.text, titled.text)) return void 0;
  const style = under.text.slice(0, 1);
  return { next: at + 2, title: { start: titled.start, end: under.end, source: titled.text, style } };
}
function strongLine(lines, at) {
  const line = lines[at];
  const source2 = /^\*\*(?<source>[^*]+)\*\*$/.exec(line?.text ?? "")?.groups?.source;
  if (line === void 0 || source2 === void 0 || textAt(lines, at + 1) !== "") return void 0;
  return { next: at + 1, title: { start: line.start, end: line.end, source: source2, style: STRONG } };
}
function term(lines, at) {
  const line = lines[at];
  if (line === void 0 || isAdornment(line.text) || !/^\s+\S/.test(textAt(lines, at + 1))) return void 0;
  return { next: at + 1, title: { start: line.start, end: line.end, source: line.text, style: TERM } };
}
function isAdornment(line) {
  return /^([!-/:-@[-`{-~])\1*$/.test(line);
}
function reaches(adornment, title) {
  return adornment.length >= 4 || adornment.length >= title.length;
}
function paragraph(lines, at) {
  if (isAdornment(textAt(lines, at)) && textAt(lines, at) !== "::") return { next: at + 1 };
  const next = endOf(lines, at + 1, (line) => /^\S/.test(line));
  if (!textAt(lines, next - 1).endsWith("::")) return { next };
  const below = endOf(lines, next, (line) => line === "");
  const quote = textAt(lines, below).slice(0, 1);
  const isQuoted = isAdornment(quote) && !isAdornment(textAt(lines, below));
  return { next: isQuoted ? endOf(lines, below, (line) => line.startsWith(quote)) : next };
}
function endOf(lines, at, isOne) {
  let end = at;
  while (end < lines.length && isOne(textAt(lines, end))) end += 1;
  return end;
}
function textAt(lines, at) {
  return lines[at]?.text ?? "";
}

// src/packaging/restructured-text.ts
var restructuredText = {
  name: "reStructuredText",
  outline: rstOutline,
  retitled(heading, source2, title) {
    const lines = heading.split("\n");
    const titled = lines.find((line) => line.includes(source2))?.trimEnd() ?? source2;
    const retitled = titled.replace(source2, () => title);
    return lines.map(
      (line) => line.includes(source2) ? line.replace(source2, () => title) : fitted(line, titled, retitled)
    ).join("\n");
  },
  releaseTitle(unreleased, { version, date }) {
    return REFERENCE.test(unreleased) ? `\`${version}\`_ - ${date}` : `${version} (${date})`;
  },
  labelIn(title) {
    const { quoted, bare } = REFERENCE.exec(title)?.groups ?? {};
    return quoted ?? bare;
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
  const told2 = headings.map((at) => ({ at, says: headingSays(at.plain) })).filter(({ says }) => says);
  const certain = told2.filter(({ says }) => says?.certain);
  const level = Math.min(...(certain.length > 0 ? certain : told2).map(({ at }) => at.depth));
  const heads = told2.filter(({ at, says }) => says?.certain || at.depth === level);
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
  const told2 = isOpen ? dateLine(line) : void 0;
  if (told2 === void 0) return { at, says, end, below: void 0 };
  const start = at.end + gap.length;
  return {
    at,
    says: { ...says, unreleased: told2.unreleased },
    end,
    below: { ...told2, start, end: start + line.length }
  };
}
var FIRST_LINE = /^(?<gap>(?:[ \t]*(?:\r\n|\n|\r))+)(?<line>[^\r\n]*)/;

// src/packaging/changelog.ts
var IN_DOCUMENTATION = [
  ...["CHANGELOG.md", "CHANGES.md", "HISTORY.md", "NEWS.md", "release-notes.md"],
  ...["CHANGELOG.rst", "CHANGES.rst", "HISTORY.rst", "NEWS.rst", "release-notes.rst"],
  ...["versionhistory.rst", "versions.rst"]
];
var CHANGELOG_NAMES = [
  ...["CHANGELOG.md", "CHANGES.md", "HISTORY.md", "NEWS.md", "RELEASE_NOTES.md", "RELEASE-NOTES.md"],
  ...["CHANGELOG.rst", "CHANGES.rst", "HISTORY.rst", "NEWS.rst", "RELEASE_NOTES.rst", "RELEASE-NOTES.rst"],
  ...["CHANGELOG", "CHANGES", "HISTORY", "NEWS"],
  ...["docs", "doc"].flatMap((folder) => IN_DOCUMENTATION.map((name) => `${folder}/${name}`)),
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
function saysNothing({ body }) {
  return /^(?:[-*][ \t]*)?(?:nothing changed yet\.?)?$/i.test(body.trim());
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
  const text = (key) => {
    const value = valueAt(settings, [key]);
    return typeof value === "string" ? value : void 0;
  };
  return {
    changelog: text("filename") ?? "NEWS.rst",
    settingsFile: towncrier === void 0 ? "pyproject.toml" : "towncrier.toml",
    placesFragments: (text("directory") ?? text("package")) !== void 0,
    titleFormat: text("title_format")
  };
}
function titledVersion({ changelog, titleFormat }, newest, version) {
  const isSaidByHand = titleFormat !== void 0 && !/v\{version\}/.test(titleFormat);
  if (!isSaidByHand || changelog.includes("{version}") || !/(?<![\w.])v\d/.test(newest ?? "")) return version;
  return `v${version}`;
}
function towncrierChangelog({ changelog }, release) {
  return changelog.replace(/\{(name|version)\}/g, (_, field) => release[field]);
}

// src/phases/setup/lone-package.ts
import path2 from "node:path";
var OTHERS = [
  "package.json",
  "Cargo.toml",
  "go.mod",
  "pom.xml",
  "build.gradle",
  "composer.json",
  "Gemfile"
];
async function isLonePackage({ directory }, top, files) {
  const entries = await files.list(top) ?? [];
  if (OTHERS.some((name) => entries.includes(name))) return false;
  const own = path2.relative(top, directory).replaceAll(path2.sep, "/");
  const found = (await files.glob(top, `**/{${SOURCE_FILES}}`)).filter(
    (file) => path2.posix.dirname(file) !== own
  );
  const packages = await Promise.all(found.map((file) => isPackage(path2.join(top, file), files)));
  return !packages.includes(true);
}
async function isPackage(file, files) {
  const text = await files.text(file) ?? "";
  switch (path2.basename(file)) {
    case "pyproject.toml":
      return isNamed2(text);
    case "setup.cfg":
      return /^\[metadata\]/m.test(text);
    default:
      return true;
  }
}
function isNamed2(pyproject2) {
  try {
    return parsedMember(pyproject2).name !== void 0;
  } catch (error) {
    if (error instanceof SyntaxError) return true;
    throw error;
  }
}

// src/phases/setup/own-name.ts
import path3 from "node:path";
async function repositoryTop({ workspace, directory }, files) {
  for (let at = path3.resolve(directory); ; at = path3.dirname(at)) {
    if ((await files.list(at))?.includes(".git")) return at;
    if (at === path3.dirname(at)) return workspace;
  }
}
async function ownName(file, plan, files) {
  const top = await repositoryTop(plan, files);
  const named2 = path3.join(plan.directory, file);
  const real = await files.real(named2);
  const [from, base, target] = real === void 0 ? [plan.directory, top, named2] : [await realOf(plan.directory, files), await realOf(top, files), real];
  const parts = path3.relative(base, target).split(path3.sep);
  const isOutside = path3.isAbsolute(path3.relative(base, target)) || ["..", ".git"].includes(parts[0] ?? "");
  return isOutside ? void 0 : path3.relative(from, target).replaceAll(path3.sep, "/");
}
async function realOf(directory, files) {
  return await files.real(directory) ?? directory;
}

// src/phases/setup/read-towncrier.ts
import path4 from "node:path";
async function readTowncrier({ directory }, files) {
  const [pyproject2, towncrier] = await Promise.all(
    ["pyproject.toml", "towncrier.toml"].map((name) => files.text(path4.join(directory, name)))
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
  const named2 = await namedFile(plan, files, known);
  if (typeof named2 !== "string") return named2;
  return await ownName(named2, plan, files) ?? fault("file-outside", { what: "The changelog", file: named2 });
}
async function namedFile(plan, files, known) {
  const isThere = async (file) => await files.text(path5.join(plan.directory, file)) !== void 0;
  if (plan.changelog !== "auto") return askedFor(plan.changelog, plan, files);
  const towncrier = await readTowncrier(plan, files);
  if (towncrier !== void 0 && "code" in towncrier) return towncrier;
  if (towncrier !== void 0 && known.version !== void 0) {
    const file = towncrierChangelog(towncrier, { name: known.name, version: known.version });
    const isToBeMade = plan.version.kind === "given" || plan.version.kind === "bump";
    if (isToBeMade || await isThere(file)) return file;
  }
  return await usualFile(plan.directory, files, [...CHANGELOG_NAMES, ...ownHistory(known)]) ?? fileAbove(plan, files, known);
}
async function askedFor(file, plan, files) {
  if (await ownName(file, plan, files) === void 0)
    return fault("file-outside", { what: "The changelog", file });
  const top = path5.relative(plan.directory, await repositoryTop(plan, files)).replaceAll(path5.sep, "/");
  for (const name of [file, path5.posix.join(top, file)])
    if (await files.text(path5.join(plan.directory, name)) !== void 0) return name;
  return fault("changelog-missing", { file });
}
function ownHistory({ name }) {
  return ["md", "rst"].map((ending) => `docs/history/${normalizedName(name)}.${ending}`);
}
async function fileAbove(plan, files, known) {
  const top = await repositoryTop(plan, files);
  const above = path5.relative(plan.directory, top).replaceAll(path5.sep, "/");
  if (above === "") return void 0;
  const own = await usualFile(top, files, ownHistory(known));
  const shared = own ?? await usualFile(top, files, CHANGELOG_NAMES);
  const isCertain = own !== void 0 || shared !== void 0 && await isLonePackage(plan, top, files);
  return shared === void 0 || !isCertain ? void 0 : path5.posix.join(above, shared);
}
async function usualFile(directory, files, wanted) {
  const listed = await Promise.all(
    ["", "docs/", "docs/history/", "doc/"].map(
      async (folder) => (await files.list(path5.join(directory, folder)) ?? []).map((entry) => `${folder}${entry}`)
    )
  );
  const candidates = wanted.flatMap(
    (name) => listed.flat().filter((entry) => entry.toLowerCase() === name.toLowerCase())
  );
  const isFile = async (entry) => await files.list(path5.join(directory, entry)) === void 0;
  const kinds = await Promise.all(candidates.map(isFile));
  return candidates.find((_, place) => kinds[place]);
}

// src/phases/setup/version-places.ts
import path9 from "node:path";

// src/packaging/commitizen.ts
var COMMITIZEN_FILES = ["pyproject.toml", ".cz.toml", "cz.toml"];
function commitizenFiles(text) {
  return list(valueAt(parsedToml(text), ["tool", "commitizen", "version_files"])).flatMap((entry) => {
    if (typeof entry !== "string") return [];
    const colon = entry.indexOf(":");
    return colon < 0 ? [{ glob: entry, pattern: "" }] : [{ glob: entry.slice(0, colon), pattern: entry.slice(colon + 1) }];
  });
}

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
      const own = ownIn(text);
      return own === void 0 ? void 0 : reader.version(own.content);
    },
    rewritten(text, from, to) {
      const [own, version] = [ownIn(text), spelled(from, to)];
      if (own === void 0 || version === void 0) return void 0;
      const content = reader.rewritten(own.content, from, version);
      return content === void 0 ? void 0 : `${text.slice(0, own.start)}${content}${text.slice(own.start + own.content.length)}`;
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
  const found = PROJECT.exec(text);
  const [start, end] = found?.indices?.groups?.version ?? [];
  const version = found?.groups?.version;
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
  const poetry = ["tool", "poetry"];
  const groups = Object.keys(valueAt(document, [...poetry, "group"]) ?? {});
  const tables = [
    [...poetry, "dependencies"],
    [...poetry, "dev-dependencies"],
    ...groups.map((group) => [...poetry, "group", group, "dependencies"])
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
    (keys) => list(valueAt(document, keys)).flatMap((requirement, place) => {
      if (typeof requirement !== "string" || requiredName(requirement) !== name) return [];
      const { before, version, after = "" } = PIN.exec(requirement)?.groups ?? {};
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
  { names: /^uv\.lock$/, reader: (entry) => memberOfLock(entry, isHereForUv) },
  { names: /^poetry\.lock$/, reader: (entry) => memberOfLock(entry, isHereForPoetry) },
  { names: /^pdm\.lock$/, reader: (entry) => memberOfLock(entry, isHereForPdm) },
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
function memberOfLock(entry, isHere) {
  const [project = "", directory = "."] = entry.split(IN);
  return lockFile(project, (locked) => isHere(locked, directory));
}
var isHereForUv = (locked, directory) => ["editable", "virtual", "directory"].some((kind) => valueAt(locked, ["source", kind]) === directory);
var isHereForPoetry = (locked, directory) => valueAt(locked, ["source", "type"]) === "directory" && valueAt(locked, ["source", "url"]) === directory;
var isHereForPdm = (locked, directory) => [directory, `./${directory}`].includes(String(valueAt(locked, ["path"])));

// src/phases/setup/cargo-places.ts
import path7 from "node:path";

// src/packaging/cargo-manifest.ts
function parsedCargoManifest(text) {
  const document = parsedToml(text);
  const [name, root] = [valueAt(document, ["package", "name"]), valueAt(document, ["package", "workspace"])];
  const members = valueAt(document, ["workspace", "members"]);
  return {
    crate: typeof name === "string" ? {
      name,
      inheritsVersion: valueAt(document, ["package", "version", "workspace"]) === true,
      root: typeof root === "string" ? root : void 0
    } : void 0,
    workspace: "workspace" in document ? { members: Array.isArray(members) ? members.filter(isText) : [] } : void 0
  };
}
function isText(value) {
  return typeof value === "string";
}

// src/phases/setup/directories-above.ts
import path6 from "node:path";
function directoriesAbove(own, { workspace, directory }) {
  const below = path6.join(path6.relative(workspace, directory), own);
  const levels = path6.normalize(below).split(path6.sep).filter((part) => part !== ".").length;
  return Array.from({ length: levels }, (_, level) => path6.posix.join(own, "../".repeat(level + 1)));
}

// src/phases/setup/cargo-places.ts
async function cargoPlaces(plan, files, { buildBackend, maturinManifest }) {
  if (buildBackend !== "maturin") return void 0;
  const read2 = manifestReader(plan, files);
  const names = maturinManifest === void 0 ? ["Cargo.toml", "rust/Cargo.toml"] : [maturinManifest];
  for (const name of names.map((each) => path7.posix.normalize(each))) {
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
  const directories = [...new Set([name, root?.name ?? name].map(path7.posix.dirname))];
  return {
    manifest: inherited === void 0 ? { file: name, entry: "package" } : { file: inherited.name, entry: "workspace.package" },
    locked: directories.flatMap(
      (directory) => crates.map((entry) => ({ file: path7.posix.join(directory, "Cargo.lock"), entry }))
    )
  };
}
function manifestReader({ directory }, files) {
  return async (name) => {
    const text = await files.text(path7.join(directory, name));
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
  const own = path7.posix.dirname(name);
  const above = root === void 0 ? directoriesAbove(own, plan) : [path7.posix.join(own, root)];
  for (const directory of above) {
    const file = path7.posix.join(directory, "Cargo.toml");
    const manifest = await read2(file);
    if (manifest?.workspace !== void 0) return { name: file, manifest };
  }
  return void 0;
}
async function inheriting({ name, manifest }, { directory }, { files, read: read2 }) {
  const top = path7.posix.dirname(name);
  const patterns = (manifest.workspace?.members ?? []).map(
    (member) => path7.posix.join(top, member, "Cargo.toml")
  );
  const found = await Promise.all(patterns.map((pattern) => files.glob(directory, pattern)));
  const members = await Promise.all([name, ...found.flat()].map(read2));
  return members.flatMap((member) => member?.crate?.inheritsVersion === true ? [member.crate.name] : []);
}

// src/phases/setup/commitizen-places.ts
import path8 from "node:path";
async function commitizenPlaces(version, { directory }, files) {
  const texts = await Promise.all(COMMITIZEN_FILES.map((file) => files.text(path8.join(directory, file))));
  const named2 = texts.flatMap((text) => soundFiles(text ?? ""));
  const found = await Promise.all(
    named2.map(async ({ glob, pattern }) => {
      const names = await files.glob(directory, path8.posix.normalize(glob));
      return names.map((file) => ({ file: file.replaceAll("\\", "/"), entry: `${LINES}${pattern}` }));
    })
  );
  const all = found.flat();
  const says = await Promise.all(
    all.map(async (place) => {
      const text = await files.text(path8.join(directory, place.file));
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
  const told2 = declared[0]?.version;
  const rust = cargo === void 0 ? [] : await read(cargo.manifest, plan, files);
  const guessed = (await inPython(plan, files, { source: source2, told: told2 })).filter(
    ({ file }) => !declared.some((place) => place.file === file)
  );
  const places = [...declared, ...rust.filter((place) => agrees(place, told2)), ...guessed];
  const followers = await followersOf(places[0]?.version, plan, files, {
    name: normalizedName(source2.name ?? ""),
    locked: cargo?.locked ?? []
  });
  return { places, followers };
}
async function named(plan, files, { backEnd, tagTool }) {
  if (tagTool !== void 0) return [];
  const found = await Promise.all(backEnd.versionFiles.map((file) => saidIn(file, plan, files)));
  return found.flat().slice(0, 1);
}
async function followersOf(source2, plan, files, { name, locked }) {
  if (source2 === void 0) return [];
  const candidates = [
    ...await lockFiles(name, plan, files),
    ...locked,
    ...["pyproject.toml", "setup.cfg", ".bumpversion.toml", ".bumpversion.cfg"].map((file) => ({
      file,
      entry: BUMPVERSION
    })),
    ...COMMITIZEN_FILES.map((file) => ({ file, entry: COMMITIZEN }))
  ];
  const said = await Promise.all(candidates.map((candidate) => saidIn(candidate, plan, files)));
  const followers = said.flat().filter(({ version }) => sameVersion(version, source2));
  return [...followers, ...(await commitizenPlaces(source2, plan, files)).places];
}
async function lockFiles(name, plan, files) {
  const { directory } = plan;
  const workspace = await repositoryTop(plan, files);
  return [".", ...directoriesAbove(".", { workspace, directory })].flatMap((above) => {
    const own = path9.relative(path9.join(directory, above), directory).replaceAll(path9.sep, "/") || ".";
    return LOCK_FILES.map((file) => ({ file: path9.posix.join(above, file), entry: lockedMember(name, own) }));
  });
}
var LOCK_FILES = ["uv.lock", "poetry.lock", "pdm.lock"];
function agrees(place, told2) {
  return told2 === void 0 || sameVersion(place.version, told2);
}
async function read(place, { directory }, files) {
  const text = await files.text(path9.join(directory, place.file));
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
async function inPython(plan, files, { source: source2, told: told2 }) {
  const stem = fileNameStem(source2.name ?? "");
  const modules = ["__init__.py", "_version.py", "__version__.py", "__about__.py"];
  const patterns = [
    `src/*/{${modules}}`,
    `{${stem},${stem.toLowerCase()}}/{${modules}}`,
    `{${stem}.py,setup.cfg,setup.py}`,
    ...told2 === void 0 ? [] : [`*/{${modules}}`]
  ];
  const found = await Promise.all(patterns.map((pattern) => files.glob(plan.directory, pattern)));
  const isNamedSo = (file) => [stem, stem.toLowerCase(), `${stem}.py`].includes(file.split("/")[0] ?? "");
  const candidates = [...new Set(found.flat().map((file) => file.replaceAll("\\", "/")))].filter(
    (file) => isNamedSo(file) || !OTHERWISE_VERSIONED.test(file)
  );
  const places = await Promise.all(candidates.map((file) => read({ file }, plan, files)));
  const packages = new Set(
    candidates.filter((file) => file.startsWith("src/")).map((file) => path9.posix.dirname(file))
  );
  const isOurs = (file) => file.startsWith("src/") ? packages.size === 1 || normalizedName(file.split("/")[1] ?? "") === normalizedName(source2.name ?? "") : isNamedSo(file);
  return places.flat().filter(({ version }) => version !== source2.placeholder).filter(({ file }) => source2.tagTool === void 0 || SETUP.test(file)).filter((place) => isOurs(place.file) || agrees(place, told2));
}
var OTHERWISE_VERSIONED = /^(?:tests?|docs?|examples?|build|dist)\//;
var SETUP = /^setup\.(?:cfg|py)$/;

// src/phases/setup/computed-places.ts
var FOLDERS = "{*,*/*}";
var MODULES = "{__init__,_version,__version__,__about__,version,about}.py";
var WHOLE_FILES = "{VERSION,VERSION.txt,version.txt}";
var UNKNOWN = { places: [], isFromTags: false };
async function computedPlaces(name, plan, { files, backEnd }) {
  if (plan.version.kind === "tag" || await handedVersion(plan, files, name) !== void 0) return UNKNOWN;
  const told2 = await backEnd.metadata(plan.directory).catch(nothing);
  if (told2 === void 0) return UNKNOWN;
  if (namesCommit(told2.version, plan.forge.commit)) return { places: [], isFromTags: true };
  const candidates = await Promise.all([
    candidatesIn(plan, files, [`${FOLDERS}/${MODULES}`, MODULES]),
    candidatesIn(plan, files, [`${FOLDERS}/${WHOLE_FILES}`, WHOLE_FILES], WHOLE_FILE)
  ]);
  const said = await Promise.all(candidates.flat().map((each) => saidIn(each, plan, files)));
  return {
    places: said.flat().filter(({ version }) => sameVersion(version, told2.version)),
    isFromTags: false
  };
}
function namesCommit(version, commit) {
  const [, local = ""] = version.split("+");
  return local.split(".").map((part) => part.replace(/^g/, "")).some((part) => /^[0-9a-f]{7,}$/.test(part) && commit.startsWith(part));
}
async function candidatesIn({ directory }, files, patterns, entry) {
  const found = await Promise.all(patterns.map((pattern) => files.glob(directory, pattern)));
  return found.flat().map((file) => file.replaceAll("\\", "/")).filter((file) => !OTHERWISE_VERSIONED.test(file)).map((file) => ({ file, ...entry !== void 0 && { entry } }));
}
function nothing(error) {
  if (!(error instanceof Stopped)) throw error;
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
      const given = { version: version.version, from: "the version input" };
      return asHanded(given, known) ?? writable(given, known, commands);
    }
    case "bump": {
      const built = handedOver(known);
      if (built !== void 0) return valid(built);
      if (known.recorded !== void 0) return { version: known.recorded, from: "an earlier phase" };
      if (known.isFromTags) return bumpedTag(known, version.bump);
      const base = valid(await source(known));
      const raised = "code" in base ? base : bumped(base, version.bump);
      return "code" in raised ? raised : writable(raised, known, commands);
    }
    case "source":
      return valid(handedOver(known) ?? (known.isFromTags ? tagOnHead(known) : await source(known)));
  }
}
async function source({ places, told: told2 }) {
  const [place] = places;
  if (place !== void 0) return { version: place.version, from: place.file };
  return { version: await told2(), from: "the back end" };
}
var HANDED = "the distributions that are handed over";
function handedOver({ places, handed }) {
  return places.length > 0 || handed === void 0 ? void 0 : { version: handed, from: HANDED };
}
function asHanded(given, known) {
  const built = handedOver(known);
  if (built === void 0) return void 0;
  const places = [given, built].map(({ version, from }) => ({ where: from, version }));
  return sameVersion(built.version, given.version) ? given : fault("version-disagrees", { places });
}
function valid(found) {
  if ("code" in found || isVersion(found.version)) return found;
  return fault("version-invalid", { where: found.from, value: found.version });
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
async function writable(wanted, { name, places, isFromTags, told: told2 }, commands) {
  if (places.length > 0 || isFromTags || commands.build !== void 0) return wanted;
  const computed = await told2();
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
  const told2 = places.map(({ file, version: said }) => ({ where: file, version: said }));
  const expected = version.kind === "tag" ? wanted.version : places[0]?.version;
  if (expected === void 0 || told2.every((place) => sameVersion(place.version, expected))) return [];
  const tag = version.kind === "tag" ? [{ where: `tag ${version.tag}`, version: wanted.version }] : [];
  return [fault("version-disagrees", { places: [...tag, ...told2] })];
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
import path10 from "node:path";
async function projectTogether({ members, neighbours }, plan, world, readOne) {
  const { files } = world;
  const lead = leadOf(members, plan);
  const leader = await readOne(planOf(lead, plan), world);
  const readings = await Promise.allSettled(
    members.map(
      (each) => each === lead ? leader : readOne(planOf(each, plan, leader.version), world, leader)
    )
  );
  const faults = readings.flatMap(faultsOf);
  const projects = readings.flatMap((reading) => reading.status === "fulfilled" ? reading.value : []);
  const changelog = await changelogOf(lead, leader, plan, files);
  if (typeof changelog === "object") faults.push(changelog);
  if (faults.length === 0) faults.push(...disagreement(projects, plan));
  if (typeof changelog === "object" || faults.length > 0) throw new Stopped(faults);
  const found = members.flatMap((member, at) => {
    const project = projects[at];
    return project === void 0 ? [] : [{ member, project }];
  });
  const { extras: wanted } = plan.toolchain;
  const isAskedFor = (extra) => wanted === "all" || wanted.includes(extra);
  return {
    ...leader,
    packages: found.flatMap(
      ({ member: { directory }, project: { packages } }) => packages.map(({ extras, ...each }) => ({ ...each, directory, extras: extras.filter(isAskedFor) }))
    ),
    extras: leader.extras.filter(isAskedFor),
    versionFromTags: projects.some(({ versionFromTags }) => versionFromTags),
    versionVariables: Object.assign({}, ...projects.map(({ versionVariables: versionVariables2 }) => versionVariables2)),
    versionPlaces: await placesOf2({ found, lead, neighbours }, plan, files),
    changelog,
    coverageFloor: await coverageFloor(plan, files)
  };
}
function faultsOf(reading) {
  if (reading.status === "fulfilled") return [];
  if (reading.reason instanceof Stopped) return reading.reason.faults;
  throw reading.reason;
}
function leadOf(members, { workspace, directory, forge }) {
  const titles = [path10.basename(path10.resolve(workspace, directory)), path10.posix.basename(forge.repository)];
  return members.find((each) => each.directory === ".") ?? members.find(({ name }) => titles.map(normalizedName).includes(name)) ?? members[0];
}
function planOf({ directory }, plan, settled) {
  const bumped2 = plan.version.kind === "bump" && settled !== void 0;
  return {
    ...plan,
    members: "auto",
    toolchain: { ...plan.toolchain, extras: "all" },
    directory: path10.join(plan.directory, directory),
    changelog: directory === "." ? plan.changelog : "auto",
    version: bumped2 ? { kind: "given", version: settled } : plan.version
  };
}
async function changelogOf({ directory }, { name, version, changelog }, plan, files) {
  const shared = await changelogFile(plan, files, { name, version });
  return shared ?? (changelog === void 0 ? void 0 : path10.posix.join(directory, changelog));
}
function disagreement(all, { version }) {
  if (version.kind === "given" || version.kind === "tag") return [];
  const said = all.flatMap(({ name, sourceVersion, version: settled }) => {
    const own = version.kind === "bump" ? sourceVersion : settled;
    return own === void 0 ? [] : [{ name, version: own }];
  });
  const [first] = said;
  const agree = said.every((each) => first === void 0 || sameVersion(each.version, first.version));
  return agree ? [] : [fault("members-disagree", { packages: said })];
}
async function placesOf2({ found, lead, neighbours }, plan, files) {
  const leading = found.filter(({ member }) => member === lead);
  const places = [...leading, ...found.filter(({ member }) => member !== lead)].flatMap(
    ({ member, project }) => project.versionPlaces.map((place) => ({
      ...place,
      file: path10.posix.join(member.directory, place.file)
    }))
  );
  const followers = found.map(async ({ member: { name }, project: { sourceVersion } }) => {
    const candidates = neighbours.map((directory) => ({
      file: path10.posix.join(directory, "pyproject.toml"),
      entry: pinsOf(name)
    }));
    const said = await Promise.all(candidates.map((candidate) => saidIn(candidate, plan, files)));
    return said.flat().filter(({ version }) => sourceVersion !== void 0 && sameVersion(version, sourceVersion));
  });
  const all = [...places, ...(await Promise.all(followers)).flat()];
  const key = ({ file, entry = "" }) => `${file}\0${entry}`;
  const keys = all.map(key);
  return all.filter((each, at) => keys.indexOf(key(each)) === at);
}
async function coverageFloor({ directory }, files) {
  const text = await files.text(path10.join(directory, "pyproject.toml"));
  try {
    return text === void 0 ? void 0 : parsedPyproject(text).coverageFloor;
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}

// src/phases/setup/unwritten-places.ts
import path11 from "node:path";
async function unwrittenPlaces(writing, plan, files) {
  const { version, places } = writing;
  const isWritten = plan.version.kind === "given" || plan.version.kind === "bump";
  const source2 = places[0]?.version;
  if (!isWritten || source2 !== void 0 && sameVersion(source2, version)) return [];
  return [
    ...await outside(writing, plan, files),
    ...unspellable(writing),
    ...await ofCommitizen(writing, plan, files)
  ];
}
async function outside({ places, version }, plan, files) {
  const names = [...new Set(places.map(({ file }) => file))];
  const own = await Promise.all(names.map((name) => ownName(name, plan, files)));
  const lost = names.filter((_, place) => own[place] === void 0);
  if (lost.length === 0) return [];
  const why = "outside the repository, so that no commit holds it";
  return [fault("version-unwritten", { version, files: lost, why })];
}
function unspellable({ places, version }) {
  const manifest = places.find(({ file }) => path11.posix.basename(file) === "Cargo.toml");
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
  const chosen = await chosenMembers(plan, world.files);
  const project = await (chosen === void 0 ? projectIn(plan, world) : projectTogether(chosen, plan, world, projectIn));
  const { version, versionPlaces: places } = project;
  const unwritten = await unwrittenPlaces({ version, places }, plan, world.files);
  if (unwritten.length > 0) throw new Stopped(unwritten);
  return project;
}
async function projectIn(plan, world, lead) {
  const said = await readSource(plan, world.files);
  const { name, from: nameFrom } = await namedAs(said, plan, world);
  const { found, source: source2 } = await foundPlaces(plan, world, { ...said, name });
  const tags = await world.tags.read();
  const owner = { name, isBelowTop: plan.directory !== plan.workspace };
  const tagging = lead === void 0 ? sound(taggingOf(plan, tags.all, owner)) : taggingAs(lead, plan);
  const read2 = { source: source2, name, nameFrom, found, tags, owner, tagging, lead };
  const { settled, changelog } = await settle(plan, world, read2);
  const versionPlaces = [...found.places, ...found.followers];
  return { ...projectOf(plan, read2, settled), versionPlaces, changelog };
}
function projectOf(plan, { source: source2, name, nameFrom, found, tags, owner, tagging }, { version, from }) {
  const tag = tagOf(version, tagging);
  const previous = releaseBefore(version, tagsOfProject(tags.all, plan, owner));
  const isFromTags = source2.tagTool !== void 0 && found.places.length === 0;
  const extras = plan.toolchain.extras === "all" ? source2.extras : plan.toolchain.extras;
  const identity = { name, normalizedName: normalizedName(name), extras };
  return {
    packages: [{ ...identity, directory: "." }],
    ...identity,
    version,
    sourceVersion: found.places[0]?.version,
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
function releaseBefore(version, tags) {
  const below = tags.filter((each) => compareVersions(each.version, version) < 0);
  const finals = isPrerelease(version) ? [] : below.filter((each) => !isPrerelease(each.version));
  return finals[0] ?? below[0];
}
async function settle(plan, world, read2) {
  const { source: source2, name, found, tags, owner, tagging, lead } = read2;
  const ofProject = (all) => tagsOfProject(all, plan, owner);
  const settled = await settledVersion(plan, {
    name,
    places: found.places,
    isFromTags: source2.tagTool !== void 0 && found.places.length === 0,
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
  const version = "version" in settled ? settled.version : void 0;
  const changelog = await changelogFile(plan, world.files, { name, version });
  const faults = [
    ..."version" in settled ? [] : settled,
    ...typeof changelog === "object" ? [changelog] : []
  ];
  if (!("version" in settled) || typeof changelog === "object") throw new Stopped(faults);
  return { settled, changelog };
}
async function readSource(plan, files) {
  const { directory } = plan;
  if (await files.list(directory) === void 0)
    return stop("directory-missing", { directory: told(plan) });
  const texts = Object.fromEntries(
    await Promise.all(
      SOURCE_FILES.map(async (file) => [file, await files.text(path12.join(directory, file))])
    )
  );
  if (Object.values(texts).every((text) => text === void 0))
    stop("pyproject-missing", { directory: told(plan) });
  try {
    return projectSource(texts);
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
  return path12.relative(workspace, directory) || ".";
}
async function foundPlaces(plan, world, source2) {
  try {
    const found = await findVersionPlaces(plan, world.files, source2);
    if (found.places.length > 0 || source2.tagTool !== void 0) return { found, source: source2 };
    const { places, isFromTags } = await computedPlaces(source2.name, plan, world);
    return { found: { ...found, places }, source: isFromTags ? { ...source2, tagTool: OWN_CODE } : source2 };
  } catch (error) {
    if (error instanceof SyntaxError) stop("cargo-invalid", { problem: error.message });
    throw error;
  }
}
var OWN_CODE = "code of its own";
async function recordedVersion(plan, files, { name, found }) {
  const record = await readRecord(files, plan.packages);
  if (record === void 0 || record.commit !== plan.forge.commit || record.project.name !== name)
    return void 0;
  const [source2] = found.places;
  return source2 !== void 0 && sameVersion(source2.version, record.project.version) ? record.project.version : void 0;
}
function sound(value) {
  if ("code" in value) throw new Stopped([value]);
  return value;
}

export {
  openArchive,
  shares,
  strangers,
  hasSeveral,
  inspected,
  open,
  opened,
  dateLike,
  UNRELEASED_WORD,
  headingSays,
  markupNamed,
  markupOf,
  changelogIn,
  openSection,
  changelogSections,
  sectionOf,
  saysNothing,
  linkedBody,
  titledVersion,
  ownName,
  readTowncrier,
  changelogFile,
  isStale,
  placeReader,
  taggingOf,
  tagsOfProject,
  leadOf,
  readProject,
  requireProject,
  readSource,
  namedAs,
  foundPlaces
};
