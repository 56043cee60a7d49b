import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_semver
} from "./chunk-OBTIDVET.js";
import {
  BUMPS,
  compareVersions,
  fault,
  isVersion,
  normalizedName,
  stop
} from "./chunk-7ERXJTPL.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/adapters/node/files.ts
import { randomUUID } from "node:crypto";
import { chmod, mkdir, readdir as readdir2, readFile, realpath, rename, rm, stat as stat2, writeFile } from "node:fs/promises";
import path2 from "node:path";

// src/adapters/node/glob.ts
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
async function filesFitting(directory, pattern) {
  const found = /* @__PURE__ */ new Set();
  for (const plain of withoutBraces(pattern)) {
    const segments = plain.split("/").filter((segment) => segment !== "" && segment !== ".");
    for (const file of await expanded(directory, "", segments)) found.add(file);
  }
  return [...found].sort();
}
function withoutBraces(pattern) {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces === null) return [pattern];
  const [before, after] = [pattern.slice(0, braces.index), pattern.slice(braces.index + braces[0].length)];
  return (braces[1] ?? "").split(",").flatMap((choice2) => withoutBraces(`${before}${choice2}${after}`));
}
async function expanded(root, below2, segments) {
  const [segment, ...rest] = segments;
  if (segment === void 0) return [];
  if (segment === "**") return expandedAnywhere(root, below2, rest);
  const fits = segmentTest(segment);
  const entries = (await entriesOf(root, below2)).filter(({ name }) => fits.test(name));
  if (rest.length === 0) return entries.filter(({ kind }) => kind === "file").map(({ file }) => file);
  const deeper = entries.filter(({ kind }) => kind !== "file").map(({ file }) => expanded(root, file, rest));
  return (await Promise.all(deeper)).flat();
}
async function expandedAnywhere(root, below2, rest) {
  const directories = (await entriesOf(root, below2)).filter(
    ({ name, kind }) => kind === "directory" && !name.startsWith(".")
  );
  const found = await Promise.all([
    expanded(root, below2, rest.length === 0 ? ["*"] : rest),
    ...directories.map(({ file }) => expandedAnywhere(root, file, rest))
  ]);
  return found.flat();
}
async function entriesOf(root, below2) {
  const directory = path.join(root, below2);
  const entries = await readdir(directory, { withFileTypes: true }).catch(noneWhereAbsent);
  return Promise.all(
    entries.map(async (entry) => {
      const linked = entry.isSymbolicLink() && await isDirectory(path.join(directory, entry.name));
      const kind = linked ? "linked directory" : entry.isDirectory() ? "directory" : "file";
      return { name: entry.name, file: path.posix.join(below2, entry.name), kind };
    })
  );
}
function noneWhereAbsent(error) {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
  throw error;
}
async function isDirectory(file) {
  const seen = await stat(file).catch(() => void 0);
  return seen?.isDirectory() ?? false;
}
var WILD = { "*": "[^/]*", "?": "[^/]" };
function segmentTest(segment) {
  const source = segment.replace(/\[[^\]]+\]|[\s\S]/g, (part) => {
    if (part.length > 1) return part.replace(/^\[!/, "[^").replaceAll("\\", "\\\\");
    return WILD[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/, "\\$&");
  });
  const hidden = segment.startsWith(".") ? "" : "(?!\\.)";
  return new RegExp(`^${hidden}${source}$`, "s");
}

// src/adapters/node/files.ts
function createFiles() {
  return {
    text: async (file) => (await content(file))?.toString("utf8"),
    bytes: content,
    list: async (directory) => (await readdir2(directory).catch(noneWhereAbsent2))?.sort(),
    executable: isExecutable,
    glob: filesFitting,
    write: writeWhole,
    remove: (entry) => rm(entry, { recursive: true, force: true, maxRetries: 3 }),
    makeDirectory: async (directory) => void await mkdir(directory, { recursive: true }),
    makeExecutable: (file) => chmod(file, 493)
  };
}
async function content(file) {
  return readFile(file).catch(noneWhereAbsent2);
}
function noneWhereAbsent2(error) {
  if (["ENOENT", "ENOTDIR", "EISDIR"].includes(error.code ?? "")) return void 0;
  throw error;
}
async function isExecutable(file) {
  const seen = await stat2(file).catch(noneWhereAbsent2);
  return seen?.isFile() === true && (path2.sep === "\\" || (seen.mode & 64) !== 0);
}
async function writeWhole(file, bytes) {
  const target = await realpath(file).catch(noneWhereAbsent2) ?? file;
  const former = await stat2(target).catch(noneWhereAbsent2);
  await mkdir(path2.dirname(target), { recursive: true });
  const beside = path2.join(path2.dirname(target), `.${path2.basename(target)}.${randomUUID()}`);
  try {
    await writeFile(beside, bytes, { flag: "wx" });
    if (former !== void 0) await chmod(beside, former.mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

// src/phases/setup/members.ts
import path3 from "node:path";

// src/packaging/toml-value.ts
function valueAt(document, keys) {
  return keys.reduce((inner, key) => isTable(inner) ? inner[key] : void 0, document);
}
function list(value) {
  return Array.isArray(value) ? value : [];
}
function isTable(value) {
  return typeof value === "object" && value !== null;
}

// src/packaging/back-end.ts
var BACK_ENDS = [
  { name: "setuptools", module: /^setuptools\b/, versionFiles: ofSetuptools },
  {
    name: "hatchling",
    module: /^hatchling\b/,
    versionFiles: (document) => fileAt(document, ["tool", "hatch", "version", "path"])
  },
  { name: "flit-core", module: /^flit_core\b/, versionFiles: ofFlit },
  { name: "flit-scm", module: /^flit_scm\b/ },
  { name: "poetry-core", module: /^poetry\.(?:core\.)?masonry\b/ },
  { name: "poetry-dynamic-versioning", module: /^poetry_dynamic_versioning\b/ },
  {
    name: "pdm-backend",
    module: /^pdm\.(?:backend|pep517)\b/,
    versionFiles: (document) => fileAt(document, ["tool", "pdm", "version", "path"])
  },
  { name: "uv-build", module: /^uv_build\b/ },
  { name: "maturin", module: /^maturin\b/ },
  {
    name: "scikit-build-core",
    module: /^scikit_build_core\b/,
    versionFiles: (document) => fileAt(document, ["tool", "scikit-build", "metadata", "version", "input"])
  },
  { name: "meson-python", module: /^mesonpy\b/, versionFiles: () => [{ file: "meson.build" }] }
];
function backEndOf(document) {
  const module = valueAt(document, ["build-system", "build-backend"]);
  const isInTree = list(valueAt(document, ["build-system", "backend-path"])).length > 0;
  const asked = typeof module === "string" ? module : "setuptools.build_meta:__legacy__";
  const row2 = BACK_ENDS.find((each) => each.module.test(asked));
  return {
    name: row2?.name ?? asked,
    isInTree,
    versionFiles: row2?.versionFiles?.(document) ?? []
  };
}
function fileAt(document, keys) {
  const file = valueAt(document, keys);
  return typeof file === "string" ? [{ file }] : [];
}
function ofSetuptools(document) {
  const version2 = valueAt(document, ["tool", "setuptools", "dynamic", "version"]);
  const [attribute, file] = [valueAt(version2, ["attr"]), valueAt(version2, ["file"])];
  if (typeof attribute === "string") return attributeFiles(attribute);
  const files = Array.isArray(file) ? file : [file];
  return files.flatMap((each) => typeof each === "string" ? [{ file: each, entry: WHOLE_FILE }] : []);
}
function versionFilesInCfg(value) {
  const { kind, told = "" } = /^(?<kind>attr|file):\s*(?<told>\S+)$/.exec(value)?.groups ?? {};
  if (kind === "attr") return attributeFiles(told);
  return kind === "file" ? [{ file: told, entry: WHOLE_FILE }] : [];
}
var WHOLE_FILE = "whole file";
function attributeFiles(attribute) {
  const parts2 = attribute.split(".");
  if (!["__version__", "version", "VERSION"].includes(parts2.at(-1) ?? "")) return [];
  return moduleFiles(parts2.slice(0, -1).join("/"));
}
function ofFlit(document) {
  const module = valueAt(document, ["tool", "flit", "module", "name"]);
  return typeof module === "string" ? moduleFiles(module.replaceAll(".", "/")) : [];
}
function moduleFiles(module) {
  return ["", "src/"].flatMap(
    (folder) => [`${folder}${module}/__init__.py`, `${folder}${module}.py`].map((file) => ({ file }))
  );
}

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string2, ptr) {
  let lines2 = string2.slice(0, ptr).split(/\r?\n/);
  return [lines2.length, lines2.pop().length + 1];
}
function makeCodeBlock(string2, line, column) {
  let lines2 = string2.split(/\r?\n/);
  let codeblock = "";
  let numberLen = (Math.log10(line + 1) | 0) + 1;
  for (let i = line - 1; i <= line + 1; i++) {
    let l = lines2[i - 1];
    if (!l)
      continue;
    codeblock += i.toString().padEnd(numberLen, " ");
    codeblock += ":  ";
    codeblock += l;
    codeblock += "\n";
    if (i === line) {
      codeblock += " ".repeat(numberLen + column + 2);
      codeblock += "^\n";
    }
  }
  return codeblock;
}
var TomlError = class _TomlError extends Error {
  line;
  column;
  codeblock;
  constructor(message, options) {
    const [line, column] = getLineColFromPtr(options.toml, options.ptr);
    const codeblock = makeCodeBlock(options.toml, line, column);
    super(`Invalid TOML document: ${message}

${codeblock}`, options);
    this.line = line;
    this.column = column;
    this.codeblock = codeblock;
  }
  /** @internal */
  static x(message, ctx, ptr) {
    throw new _TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
  }
};

// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
  let startPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p++);
  let first = c;
  let isLiteral = c === 39;
  let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
  if (isMultiline) {
    if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10)
      ctx.p++;
    else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)
      ctx.p += 2;
  }
  let parsed = "";
  let sliceStart = ctx.p;
  let state = 0;
  for (; ctx.p < ctx.s.length; ctx.p++) {
    c = ctx.s.charCodeAt(ctx.p);
    if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) {
      state = state && 3;
    } else if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in strings", ctx);
    } else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
      if (isMultiline) {
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
      }
      if (!state) {
        let s = ctx.s.slice(sliceStart, ctx.p);
        parsed = parsed ? parsed + s : s;
      }
      ctx.p += isMultiline ? 3 : 1;
      return parsed;
    } else if (!state) {
      if (!isLiteral && c === 92) {
        parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
        state = 1;
      }
    } else if (state === 1) {
      if (c === 120 || c === 117 || c === 85) {
        let errPtr = ctx.p++ - 1;
        let value = 0;
        let len = c === 120 ? 2 : c === 117 ? 4 : 8;
        for (let j = 0; j < len; j++, ctx.p++) {
          let hex = ctx.s.charCodeAt(ctx.p);
          let digit = (
            /* 0-9 */
            hex >= 48 && hex <= 57 ? hex - 48 : (
              /* A-F */
              hex >= 65 && hex <= 70 ? hex - 65 + 10 : (
                /* a-f */
                hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1
              )
            )
          );
          if (digit < 0)
            TomlError.x("invalid non-hex character in unicode escape", ctx);
          value = value << 4 | digit;
        }
        if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) {
          TomlError.x("invalid unicode escape", ctx, errPtr);
        }
        parsed += String.fromCodePoint(value);
        sliceStart = ctx.p--;
        state = 0;
      } else if (isMultiline && (c === 32 || c === 9)) {
        state = 2;
      } else {
        if (c === 98)
          parsed += "\b";
        else if (c === 116)
          parsed += "	";
        else if (c === 110)
          parsed += "\n";
        else if (c === 102)
          parsed += "\f";
        else if (c === 114)
          parsed += "\r";
        else if (c === 101)
          parsed += "\x1B";
        else if (c === 34)
          parsed += '"';
        else if (c === 92)
          parsed += "\\";
        else
          TomlError.x("unrecognised escape sequence", ctx);
        sliceStart = ctx.p + 1;
        state = 0;
      }
    } else if (c !== 32 && c !== 9) {
      if (state === 2)
        TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
      state = !isLiteral && c === 92 ? 1 : 0;
      sliceStart = ctx.p;
    }
  }
  TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
var DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class _TomlDate extends Date {
  #hasDate = false;
  #hasTime = false;
  #offset = null;
  constructor(date, fasttype, unsafeDelim) {
    let hasDate = true;
    let hasTime = true;
    let offset = "Z";
    let c;
    if (typeof date === "string") {
      if (fasttype)
        prep: {
          if (fasttype < 3) {
            if (+date.slice(11, 13) > 23) {
              date = "";
              break prep;
            }
            if (fasttype === 2) {
              offset = null;
              date += "Z";
            } else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) {
              offset = date.slice(date.length - 6);
            }
            if (unsafeDelim)
              date = date.slice(0, 10) + "T" + date.slice(11);
          } else if (fasttype === 4) {
            date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
          }
          hasDate = fasttype !== 4;
          hasTime = fasttype !== 3;
        }
      else {
        let match = date.match(DATE_TIME_RE);
        if (match) {
          if (!match[1]) {
            hasDate = false;
            date = `0000-01-01T${date}`;
          }
          hasTime = !!match[2];
          hasTime && date[10] === " " && (date = date.replace(" ", "T"));
          if (match[2] && +match[2] > 23) {
            date = "";
          } else {
            offset = match[3] || null;
            if (!offset && hasTime)
              date += "Z";
          }
        } else {
          date = "";
        }
      }
    }
    super(date);
    if (!isNaN(this.getTime())) {
      this.#hasDate = hasDate;
      this.#hasTime = hasTime;
      this.#offset = offset;
    }
  }
  isDateTime() {
    return this.#hasDate && this.#hasTime;
  }
  isLocal() {
    return !this.#hasDate || !this.#hasTime || !this.#offset;
  }
  isDate() {
    return this.#hasDate && !this.#hasTime;
  }
  isTime() {
    return this.#hasTime && !this.#hasDate;
  }
  isValid() {
    return this.#hasDate || this.#hasTime;
  }
  toISOString() {
    let iso = super.toISOString();
    if (this.isDate())
      return iso.slice(0, 10);
    if (this.isTime())
      return iso.slice(11, 23);
    if (this.#offset === null)
      return iso.slice(0, -1);
    if (this.#offset === "Z" || this.#offset === "z")
      return iso;
    let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
    offset = this.#offset[0] === "-" ? offset : -offset;
    let offsetDate = new Date(this.getTime() - offset * 6e4);
    return offsetDate.toISOString().slice(0, -1) + this.#offset;
  }
  static wrapAsOffsetDateTime(jsDate, offset = "Z") {
    let date = new _TomlDate(jsDate);
    date.#offset = offset;
    return date;
  }
  static wrapAsLocalDateTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#offset = null;
    return date;
  }
  static wrapAsLocalDate(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasTime = false;
    date.#offset = null;
    return date;
  }
  static wrapAsLocalTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasDate = false;
    date.#offset = null;
    return date;
  }
};

// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
  return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
  return char === 32 || char === 9 || char === 10 || char === 13 || // Structure end or next value delimiter
  delim && (char === delim || char === 44) || // Comment
  char === 35;
}
function extractValue(ctx, end) {
  let errPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p);
  if (c === 91 || c === 123) {
    ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
    let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
    ctx.d++;
    return value;
  }
  if (c === 34 || c === 39) {
    return parseString(ctx);
  }
  if (c === 116) {
    if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, true;
  }
  if (c === 102) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, false;
  }
  if (c === 43 || c === 45) {
    return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) {
    return parseDate(ctx, c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 2) === 58) {
    return parseTime(ctx, c, end);
  }
  return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
  let c = startChr;
  let state = 0;
  let hasUnderscores = false;
  if (c === 105) {
    if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, (sign || 1) / 0;
  }
  if (c === 110) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, NaN;
  }
  if (c === 48) {
    if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
      return ctx.bi === true ? 0n : 0;
    if (!sign) {
      if (c === 120)
        return parseIntegerBaseN(ctx, startPtr, 16, endChr);
      else if (c === 98)
        return parseIntegerBaseN(ctx, startPtr, 2, endChr);
      else if (c === 111)
        return parseIntegerBaseN(ctx, startPtr, 8, endChr);
    }
    if (c === 46)
      state = 2;
    else if (c === 101 || c === 69)
      state = 4;
    else
      TomlError.x("illegal leading zero", ctx, startPtr);
  } else if (!isDigit(c))
    TomlError.x("invalid value", ctx, startPtr);
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (!state)
      state = 1;
    if (c === 95) {
      if (!(state & 1))
        TomlError.x("illegal underscore", ctx);
      state += 11;
      hasUnderscores = true;
    } else if (state === 1 && c === 46)
      state = 2;
    else if ((state === 1 || state === 3) && (c === 101 || c === 69))
      state = 4;
    else if (state === 4 && (c === 43 || c === 45)) {
      state = 6;
    } else if (!isDigit(c))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (state > 9)
      state -= 11;
    else if (!(state & 1))
      state++;
  }
  if (!state) {
    let val = (startChr - 48) * (sign || 1);
    return ctx.bi === true ? BigInt(val) : val;
  }
  if (!(state & 1))
    TomlError.x("unfinished numeric value", ctx, startPtr);
  let str = ctx.s.slice(startPtr, ctx.p);
  if (hasUnderscores)
    str = str.replaceAll("_", "");
  return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
  let c, underscore = 1;
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (c === 95) {
      if (underscore & 1)
        TomlError.x("illegal underscore", ctx);
      underscore = 3;
    } else if (!isDigit(c, base))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (underscore & 1)
      underscore--;
  }
  if (underscore & 1)
    TomlError.x("unfinished numeric value", ctx);
  let str = ctx.s.slice(startPtr + 2, ctx.p);
  if (underscore)
    str = str.replaceAll("_", "");
  return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
  if (ctx.bi !== true)
    int: {
      let val = parseInt(str, base);
      if (!Number.isSafeInteger(val)) {
        if (ctx.bi)
          break int;
        TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
      }
      return val;
    }
  return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
  let startPtr = ctx.p++, unsafeSeparator;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) {
    return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
  }
  ctx.p += 5;
  if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
    TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
  if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) {
    let t2 = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t2, 3, false, startPtr);
  }
  if (ctx.s.charCodeAt(ctx.p += 3) !== 58)
    TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
  if (ctx.s.charCodeAt(ctx.p += 3) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  if (c = ctx.s.charCodeAt(ctx.p)) {
    if (c === 90 || c === 122) {
      let t2 = ctx.s.slice(startPtr, ++ctx.p);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, "[+00:00]");
    }
    if (c === 43 || c === 45) {
      let t2 = ctx.s.slice(startPtr, ctx.p += 6);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
    }
  }
  let t = ctx.s.slice(startPtr, ctx.p);
  return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
  let start = ctx.p;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
    return parseNumber(ctx, --ctx.p, c, 0, endChr);
  }
  if (ctx.s.charCodeAt(ctx.p += 4) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  let t = ctx.s.slice(start, ctx.p);
  return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
  if (ctx.ld) {
    let date = new TomlDate(str, type, unsafeDelim);
    if (!date.isValid())
      TomlError.x("invalid date", ctx, errPtr);
    return date;
  }
  try {
    if (temporalSuffix)
      str += temporalSuffix;
    switch (type) {
      case 1:
        return Temporal.ZonedDateTime.from(str);
      case 2:
        return Temporal.PlainDateTime.from(str);
      case 3:
        return Temporal.PlainDate.from(str);
      case 4:
        return Temporal.PlainTime.from(str);
    }
  } catch (e) {
    TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
  }
}

// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
  for (; ctx.p < ctx.s.length; ctx.p++) {
    let c = ctx.s.charCodeAt(ctx.p);
    if (c === 10)
      break;
    if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
      ctx.p++;
      break;
    }
    if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in comments", ctx);
    }
  }
}
function skipVoid(ctx, banNewLines, banComments) {
  let c;
  while (ctx.p < ctx.s.length) {
    while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)))
      ctx.p++;
    if (banComments || c !== 35)
      break;
    skipComment(ctx);
  }
}

// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
  let startPtr;
  let state = 0;
  let parsed = [];
  let sliceStart;
  let c = ctx.s.charCodeAt(startPtr = ctx.p);
  do {
    if (c === end) {
      if (!state)
        TomlError.x("unexpected end of key", ctx);
      if (state === 1)
        parsed.push(ctx.s.slice(sliceStart, ctx.p));
      return ctx.p++, parsed;
    } else if (c === 46) {
      if (!state)
        TomlError.x("illegal empty bare key", ctx);
      if (state === 1)
        parsed.push(ctx.s.slice(sliceStart, ctx.p));
      state = 0;
    } else if (!state && (c === 34 || c === 39)) {
      if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
        TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
      parsed.push(parseString(ctx));
      state = 2;
      ctx.p--;
    } else if (c === 32 || c === 9) {
      if (state === 1) {
        parsed.push(ctx.s.slice(sliceStart, ctx.p));
        state = 2;
      }
    } else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) {
      TomlError.x("illegal character in key", ctx);
    } else if (!state) {
      state = 1;
      sliceStart = ctx.p;
    }
  } while (c = ctx.s.charCodeAt(++ctx.p));
  TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
  let startPtr = ctx.p++;
  let res = /* @__PURE__ */ Object.create(null);
  let seen = /* @__PURE__ */ new Set();
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
      ctx.p++;
      return res;
    }
    let k;
    let t = res;
    let hasOwn = false;
    let errPtr = ctx.p;
    let key = parseKey(ctx);
    for (let i = 0; i < key.length; i++) {
      if (i)
        t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      k = key[i];
      if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) {
        TomlError.x("trying to redefine an already defined value", ctx, errPtr);
      }
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor")) {
        t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
        break;
      }
      if (!hasOwn && unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
      }
    }
    if (hasOwn) {
      TomlError.x("trying to redefine an already defined value", ctx, errPtr);
    }
    skipVoid(ctx, true, true);
    let value = extractValue(
      ctx,
      125
      /* } */
    );
    if (t && typeof (t[k] = value) === "object")
      seen.add(value);
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
  let startPtr = ctx.p++;
  let res = [];
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
      ctx.p++;
      return res;
    }
    res.push(extractValue(
      ctx,
      93
      /* ] */
    ));
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table2, meta, type) {
  let t = table2;
  let m = meta;
  let k;
  let hasOwn = false;
  let state;
  for (let i = 0; i < key.length; i++) {
    if (i) {
      t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      m = (state = m[k]).c;
      if (type === 0 && (state.t === 1 || state.t === 2)) {
        return null;
      }
      if (state.t === 2) {
        let l = t.length - 1;
        t = t[l];
        m = m[l].c;
      }
    }
    k = key[i];
    if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) {
      return null;
    }
    if (!hasOwn) {
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor"))
        return false;
      if (unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
        Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
      }
      m[k] = {
        t: i < key.length - 1 && type === 2 ? 3 : type,
        d: false,
        i: 0,
        c: /* @__PURE__ */ Object.create(null)
      };
    }
  }
  state = m[k];
  if (state.t !== type && !(type === 1 && state.t === 3)) {
    return null;
  }
  if (type === 2) {
    if (!state.d) {
      state.d = true;
      t[k] = [];
    }
    t[k].push(t = /* @__PURE__ */ Object.create(null));
    state.c[state.i++] = state = { t: 1, d: false, i: 0, c: /* @__PURE__ */ Object.create(null) };
  }
  if (state.d) {
    return null;
  }
  state.d = true;
  if (type === 1) {
    t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
  } else if (type === 0 && hasOwn) {
    return null;
  }
  return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
  if (peek === null || ctx.uk === 2)
    TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
  let ctx = {
    s: toml,
    p: 0,
    d: options.maxDepth ?? 1e3,
    bi: options.integersAsBigInt ?? false,
    ld: options.useLegacyDate ?? true,
    uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
  };
  let res = /* @__PURE__ */ Object.create(null);
  let meta = /* @__PURE__ */ Object.create(null);
  let tmp;
  let skipping = false;
  let tbl = res;
  let m = meta;
  if (toml.charCodeAt(0) === 65279)
    ctx.p++;
  skipVoid(ctx);
  while (ctx.p < toml.length) {
    if (toml.charCodeAt(ctx.p) === 91) {
      let isTableArray = toml.charCodeAt(++ctx.p) === 91;
      tmp = ctx.p += +isTableArray;
      skipping = false;
      let k = parseKey(
        ctx,
        93
        /* ] */
      );
      if (isTableArray) {
        if (toml.charCodeAt(ctx.p) !== 93) {
          TomlError.x("expected end of table array declaration", ctx);
        }
        ctx.p++;
      }
      let p = peekTable(
        ctx,
        k,
        res,
        meta,
        isTableArray ? 2 : 1
        /* Type.EXPLICIT */
      );
      if (!p) {
        validateTablePeek(ctx, p, tmp);
        skipping = true;
      } else {
        m = p[2];
        tbl = p[1];
      }
    } else {
      tmp = ctx.p;
      let k = parseKey(ctx);
      let p = peekTable(
        ctx,
        k,
        tbl,
        m,
        0
        /* Type.DOTTED */
      );
      if (!p && !skipping)
        validateTablePeek(ctx, p, tmp);
      skipVoid(ctx, true, true);
      let v = extractValue(ctx, void 0);
      if (p && !skipping)
        p[1][p[0]] = v;
    }
    skipVoid(ctx, true);
    if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) {
      TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
    }
    skipVoid(ctx);
  }
  return res;
}

// node_modules/smol-toml/dist/stringify.js
var HAS_WELLFORMED = !!"".isWellFormed;

// src/packaging/pyproject.ts
function parsedToml(text2) {
  try {
    return parse(text2);
  } catch (cause) {
    const { message, line, column } = cause;
    throw new SyntaxError(`line ${line}, column ${column}: ${message.split("\n", 1)}`, { cause });
  }
}
function parsedPyproject(text2) {
  const document = parsedToml(text2);
  const tool = table(document.tool);
  return {
    ...identityIn(document),
    ...optional("buildBackend", string(table(document["build-system"])["build-backend"])),
    ...optional("maturinManifest", string(table(tool.maturin)["manifest-path"])),
    groups: groupsIn(document),
    settings: table(tool["pypi-release"]),
    ...optional("coverageFloor", number(table(table(tool.coverage).report).fail_under)),
    hasRuff: "ruff" in tool,
    hasPytest: "pytest" in tool
  };
}
function identityIn(document) {
  const project = table(document.project);
  const tool = table(document.tool);
  const poetry = table(tool.poetry);
  const isComputed = table(tool["poetry-dynamic-versioning"]).enable === true;
  return {
    hasProjectTable: "project" in document,
    ...optional("name", string(project.name) ?? string(poetry.name)),
    ...optional(isComputed ? "placeholder" : "version", string(project.version) ?? string(poetry.version)),
    ...optional("requiresPython", string(project["requires-python"])),
    ...optional("readme", readmeIn(project.readme) ?? readmeIn(poetry.readme)),
    extras: Object.keys(table(project["optional-dependencies"] ?? poetry.extras))
  };
}
function readmeIn(value) {
  return string(value) ?? string(table(value).file) ?? string(list(value)[0]);
}
function groupsIn(document) {
  const older = "dev-dependencies" in table(table(document.tool).uv) ? ["dev"] : [];
  return [.../* @__PURE__ */ new Set([...Object.keys(table(document["dependency-groups"])), ...older])];
}
function table(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function string(value) {
  return typeof value === "string" ? value : void 0;
}
function number(value) {
  return typeof value === "number" ? value : void 0;
}
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}

// src/packaging/version-from-tags.ts
var pretended = (project) => `${PRETENDED}_FOR_${normalizedName(project).replaceAll("-", "_").toUpperCase()}`;
var PRETENDED = "SETUPTOOLS_SCM_PRETEND_VERSION";
var TOOLS = [
  { name: "setuptools-scm", variable: pretended },
  { name: "vcs-versioning", variable: pretended },
  // Both ask setuptools-scm without a name (`get_version()`), and then it reads the variable of no name alone.
  { name: "hatch-vcs", variable: () => PRETENDED },
  { name: "flit-scm", variable: () => PRETENDED },
  // pdm-backend, "Dynamic versioning", "Get version from SCM".
  { name: "pdm-backend", variable: () => "PDM_BUILD_SCM_VERSION" },
  { name: "poetry-dynamic-versioning", variable: () => "POETRY_DYNAMIC_VERSIONING_BYPASS" },
  { name: "uv-dynamic-versioning", variable: () => "UV_DYNAMIC_VERSIONING_BYPASS" },
  { name: "pbr", variable: () => "PBR_VERSION" },
  { name: "versioneer" },
  { name: "versioningit" },
  { name: "setuptools-git-versioning" },
  { name: "dunamai" }
];
function tagTool(sources) {
  if (isToldElsewhere(sources)) return void 0;
  return ACTIVE.find(({ isActive }) => isActive(sources))?.name ?? requiredTool(sources);
}
function versionVariables(tool, { name, version: version2 }) {
  const variable = TOOLS.find((each) => each.name === tool)?.variable?.(name);
  return variable === void 0 ? {} : { [variable]: version2 };
}
function isToldElsewhere({ document, setupCfg = "" }) {
  const hatch = valueAt(document, ["tool", "hatch", "version"]);
  const hatchSource = valueAt(hatch, ["source"]);
  return valueAt(document, ["tool", "setuptools", "dynamic", "version"]) !== void 0 || valueAt(hatch, ["path"]) !== void 0 || typeof hatchSource === "string" && !["vcs", "uv-dynamic-versioning", "versioningit"].includes(hatchSource) || /^version[ \t]*[=:][ \t]*(?:attr|file):/m.test(setupCfg);
}
var ACTIVE = [
  {
    name: "pdm-backend",
    isActive: ({ document }) => valueAt(document, ["tool", "pdm", "version", "source"]) === "scm"
  },
  { name: "setuptools-scm", isActive: ({ setupPy: setupPy2 = "" }) => /\buse_scm_version\s*=/.test(setupPy2) },
  {
    name: "versioneer",
    isActive: ({ setupPy: setupPy2 = "" }) => /\bversioneer\s*\.\s*get_version\s*\(/.test(setupPy2)
  },
  { name: "pbr", isActive: ({ setupPy: setupPy2 = "" }) => /\bpbr\s*=\s*True\b/.test(setupPy2) },
  {
    name: "setuptools-git-versioning",
    isActive: ({ setupPy: setupPy2 = "" }) => /\b(?:setuptools_git_versioning|version_config)\s*=/.test(setupPy2)
  }
];
function requiredTool({ document }) {
  const requires = list(valueAt(document, ["build-system", "requires"])).map(
    (requirement) => normalizedName(String(requirement).replace(/[^\w.-].*$/s, ""))
  );
  return TOOLS.find(({ name }) => name !== "pdm-backend" && requires.includes(name))?.name;
}

// src/packaging/text-edit.ts
function edited(text2, edits) {
  return edits.toSorted((a, b) => b.start - a.start).reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text2);
}

// src/packaging/version-places/place-reader.ts
function placesReader(places) {
  return {
    version: (text2) => places(text2)[0]?.version,
    rewritten(text2, from, to) {
      const stale = places(text2).filter(({ version: version2 }) => version2 === from);
      if (stale.length === 0) return void 0;
      return edited(
        text2,
        stale.map(({ start, end }) => ({ start, end, text: to }))
      );
    }
  };
}

// src/packaging/version-places/cfg.ts
function cfgReader(section, key) {
  return placesReader((text2) => placesIn(text2, section, key));
}
function placesIn(text2, wanted, key) {
  const assignment = new RegExp(`^(?<before>${key}[ \\t]*[=:][ \\t]*)(?<version>[^\\s:]+)[ \\t]*$`, "i");
  let section = "";
  return [...text2.matchAll(/^.*$/gm)].flatMap(({ 0: line, index }) => {
    section = /^\[([^\]]+)\]/.exec(line)?.[1] ?? section;
    const { before = "", version: version2 = "" } = assignment.exec(line)?.groups ?? {};
    if (section !== wanted || version2 === "") return [];
    const start = index + before.length;
    return [{ version: version2, start, end: start + version2.length }];
  });
}

// src/packaging/version-places/python-code.ts
var QUIET = /#[^\r\n]*|("""|''')(?:\\[\s\S]|(?!\1)[^\\])*\1|"(?:\\[\s\S]|[^"\\\r\n])*"|'(?:\\[\s\S]|[^'\\\r\n])*'/g;
function pythonCode(source) {
  return source.replace(QUIET, (part) => {
    if (part.startsWith("#")) return part.replace(/./g, " ");
    const quiet = part.replace(/[^\r\n]/g, "_");
    return /^(?:"""|''')/.test(part) ? quiet : `${part[0]}${quiet.slice(1, -1)}${part[0]}`;
  });
}
function outermost(code) {
  let depth = 0;
  let ended = false;
  return code.replace(/[([{]|[)\]}]|[^()[\]{}]+/g, (part) => {
    if (/[)\]}]/.test(part)) depth -= 1;
    ended ||= depth < 0;
    const kept = depth === 0 ? part : part.replace(/[^\r\n]/g, " ");
    if (/[([{]/.test(part)) depth += 1;
    return ended ? "" : kept;
  });
}

// src/packaging/version-places/python-module.ts
var pythonModule = placesReader(
  (text2) => assignedVersions(text2).toSorted((a, b) => Number(isDunder(b)) - Number(isDunder(a)))
);
var ASSIGNMENT = /^(?<targets>(?:(?:__version__|version|VERSION)[ \t]*(?::[ \t]*[\w.[\], ]+?)?[ \t]*=[ \t]*)+)(?<quote>["'])(?<literal>_+)\k<quote>[ \t]*(?:;|$)/gm;
function assignedVersions(text2) {
  return [...outermost(pythonCode(text2)).matchAll(ASSIGNMENT)].flatMap(({ index, groups }) => {
    const { targets = "", literal = "" } = groups ?? {};
    const start = index + targets.length + 1;
    const end = start + literal.length;
    const version2 = text2.slice(start, end);
    if (version2.includes("\\")) return [];
    return [{ version: version2, start, end, targets: targets.match(/\b(?:__version__|version|VERSION)\b/g) ?? [] }];
  });
}
function isDunder({ targets }) {
  return targets.includes("__version__");
}

// src/packaging/version-places/setup-py.ts
var setupPy = placesReader((text2) => {
  const assigned = assignedVersions(text2);
  return keywords(text2, "version").flatMap(
    (keyword2) => "name" in keyword2 ? assigned.filter(({ targets }) => targets.includes(keyword2.name)) : [keyword2]
  );
});
function nameInSetupPy(text2) {
  const [keyword2] = keywords(text2, "name");
  return keyword2 === void 0 || "name" in keyword2 ? void 0 : keyword2.version;
}
var CALL = /(?<![\w.]|\bdef[ \t]+)(?:setuptools\.|distutils\.core\.)?setup[ \t]*\(/g;
function keywords(text2, argument) {
  const code = pythonCode(text2);
  return [...code.matchAll(CALL)].flatMap(
    ({ 0: call, index }) => keywordAt({ text: text2, code, inside: index + call.length }, argument)
  );
}
var KEYWORDS = { name: keyword("name"), version: keyword("version") };
function keyword(argument) {
  return new RegExp(
    `(?<before>(?:^|,)\\s*${argument}\\s*=\\s*)(?:(?<quote>["'])(?<literal>_+)\\k<quote>|(?<name>[A-Za-z_]\\w*))\\s*(?:,|$)`
  );
}
function keywordAt({ text: text2, code, inside }, argument) {
  const found = KEYWORDS[argument].exec(outermost(code.slice(inside)));
  const { before = "", literal = "", name } = found?.groups ?? {};
  if (name !== void 0) return [{ name }];
  const start = inside + (found?.index ?? 0) + before.length + 1;
  const version2 = text2.slice(start, start + literal.length);
  return version2 === "" || version2.includes("\\") ? [] : [{ version: version2, start, end: start + version2.length }];
}

// src/packaging/project-source.ts
var SOURCE_FILES = ["pyproject.toml", "setup.cfg", "setup.py"];
function projectSource(texts) {
  const pyproject = parsedPyproject(texts["pyproject.toml"] ?? "");
  const document = parsedToml(texts["pyproject.toml"] ?? "");
  const setupCfg = texts["setup.cfg"];
  const backEnd = backEndOf(document);
  const found = nameIn(pyproject, texts);
  const tool = tagTool({ document, setupCfg, setupPy: pythonCode(texts["setup.py"] ?? "") });
  return {
    ...pyproject,
    extras: pyproject.extras.length > 0 ? pyproject.extras : extrasInCfg(setupCfg ?? ""),
    backEnd: {
      ...backEnd,
      versionFiles: [...backEnd.versionFiles, ...versionFilesInCfg(declared(setupCfg ?? "") ?? "")]
    },
    ...found,
    ...tool !== void 0 && pyproject.version === void 0 && { tagTool: tool }
  };
}
function nameIn(pyproject, texts) {
  const said = {
    "pyproject.toml": pyproject.name,
    "setup.cfg": cfgReader("metadata", "name").version(texts["setup.cfg"] ?? ""),
    "setup.py": nameInSetupPy(texts["setup.py"] ?? "")
  };
  const nameFile = SOURCE_FILES.find((file) => said[file] !== void 0);
  const name = nameFile && said[nameFile];
  return name === void 0 || nameFile === void 0 ? {} : { name, nameFile };
}
function declared(setupCfg) {
  return /^version[ \t]*[=:][ \t]*(?<value>(?:attr|file):[^\r\n]*?)[ \t]*$/m.exec(setupCfg)?.groups?.value;
}
function extrasInCfg(setupCfg) {
  const section = /^\[options\.extras_require\][^\n]*\n(?<body>(?:(?!\[)[^\n]*(?:\n|$))*)/m.exec(setupCfg);
  return [...(section?.groups?.body ?? "").matchAll(/^(?<key>[A-Za-z0-9][\w.-]*)[ \t]*[=:]/gm)].map(
    ({ groups }) => groups?.key ?? ""
  );
}

// src/packaging/requirement-order.ts
function requirementOrder(items) {
  const left = new Map(items.map((item) => [item.name, item]));
  const order = [];
  while (left.size > 0) {
    const next = [...left.values()].find((item) => missing(item, left).length === 0);
    if (next === void 0) return { circle: circleIn(left) };
    left.delete(next.name);
    order.push(next);
  }
  return { order };
}
function missing({ name, requires }, left) {
  return requires.filter((each) => each !== name && left.has(each));
}
function circleIn(left) {
  const walked = [];
  let [name] = left.keys();
  while (name !== void 0 && !walked.includes(name)) {
    walked.push(name);
    const item = left.get(name);
    name = item === void 0 ? void 0 : missing(item, left)[0];
  }
  return name === void 0 ? walked : [...walked.slice(walked.indexOf(name)), name];
}

// src/packaging/wildcard.ts
var WILD2 = { "*": ".*", "?": "." };
function fitsWildcards(name, pattern) {
  const source = pattern.replace(/[\s\S]/gu, (each) => WILD2[each] ?? each.replace(/[^\w]/u, "\\$&"));
  return new RegExp(`^${source}$`, "s").test(name);
}

// src/packaging/workspace-member.ts
function parsedMember(text2) {
  const document = parsedToml(text2);
  const at = (...keys) => valueAt(document, keys);
  const name = at("project", "name") ?? at("tool", "poetry", "name");
  const extras2 = Object.values(at("project", "optional-dependencies") ?? {}).flatMap(list);
  return {
    ...typeof name === "string" ? { name } : {},
    requires: [
      ...requiredNames(list(at("project", "dependencies"))),
      ...requiredNames(list(at("build-system", "requires"))),
      ...Object.keys(at("tool", "poetry", "dependencies") ?? {}).map(normalizedName),
      ...list(at("project", "dynamic")).includes("dependencies") ? siblings(at("tool", "uv", "sources")) : []
    ],
    mayRequire: requiredNames(extras2),
    isPrivate: isPrivate(at),
    workspace: workspaceIn(at("tool", "uv", "workspace"))
  };
}
function requiredName(requirement) {
  const name = /^\s*(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)/.exec(requirement)?.groups?.name;
  return name === void 0 ? void 0 : normalizedName(name);
}
function requiredNames(requirements) {
  return requirements.flatMap((each) => typeof each === "string" ? requiredName(each) ?? [] : []);
}
function siblings(sources) {
  return Object.entries(sources ?? {}).filter(([, source]) => valueAt(source, ["workspace"]) === true).map(([name]) => normalizedName(name));
}
function isPrivate(at) {
  const classifiers = [...list(at("project", "classifiers")), ...list(at("tool", "poetry", "classifiers"))];
  const isPackage2 = at("tool", "uv", "package") ?? at("build-system") !== void 0;
  return isPackage2 !== true || classifiers.some((each) => String(each).startsWith("Private ::"));
}
function workspaceIn(table2) {
  if (table2 === void 0) return void 0;
  const texts = (key) => list(valueAt(table2, [key])).filter((each) => typeof each === "string");
  return { members: texts("members"), exclude: texts("exclude") };
}

// src/phases/setup/members.ts
async function chosenMembers(plan, files) {
  const root = await rootOf(plan, files);
  if (plan.members === "auto" && (root?.workspace === void 0 || !isVirtual(root))) return void 0;
  const all = await membersBelow(root, plan, files);
  const chosen = await chosenOf(all, plan, files);
  const [first, ...others] = ordered(chosen);
  if (first === void 0 && plan.members === "auto" && root?.name !== void 0) return void 0;
  if (first === void 0) return withoutAny(all, plan);
  if (others.length === 0 && first.directory === ".") return void 0;
  const neighbours = [...new Set([...chosen, ...all].map(({ directory }) => directory))];
  return { members: [first, ...others], neighbours };
}
async function packageDirectories(plan, files) {
  const chosen = await chosenMembers(plan, files);
  return chosen?.members.map(({ directory }) => directory) ?? ["."];
}
function isVirtual({ name, isPrivate: isPrivate2 }) {
  return name === void 0 || isPrivate2;
}
async function rootOf({ directory }, files) {
  const texts = await sourceTexts(directory, files);
  try {
    return memberOf(texts);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
var MANIFEST = "pyproject.toml";
async function membersBelow(root, plan, files) {
  const { members: members2 = [], exclude = [] } = root?.workspace ?? {};
  const [found, excluded] = await Promise.all([
    directoriesFitting(members2, plan, files),
    directoriesFitting(exclude, plan, files)
  ]);
  const directories = found.filter((each) => each !== "." && !excluded.includes(each));
  return membersIn([".", ...directories], plan, files);
}
async function directoriesFitting(globs, { directory }, files) {
  const found = await Promise.all(
    globs.map((glob) => files.glob(directory, path3.posix.join(glob, `{${SOURCE_FILES}}`)))
  );
  return found.flat().map((file) => path3.posix.dirname(file));
}
async function membersIn(directories, plan, files) {
  const read = [...new Set(directories)].map(async (directory) => {
    const texts = await sourceTexts(path3.join(plan.directory, directory), files);
    const manifest = sound(path3.posix.join(directory, MANIFEST), texts);
    const { name: spelling2 } = manifest;
    if (spelling2 !== void 0) return [{ directory, spelling: spelling2, name: normalizedName(spelling2), manifest }];
    if (directory === "." || !isPackage(texts)) return [];
    return stop("member-invalid", { file: directory, problem: "its name is in no file that can be read" });
  });
  return (await Promise.all(read)).flat();
}
async function sourceTexts(directory, files) {
  const texts = SOURCE_FILES.map(
    async (file) => [file, await files.text(path3.join(directory, file))]
  );
  return Object.fromEntries(await Promise.all(texts));
}
function sound(file, texts) {
  try {
    return memberOf(texts);
  } catch (error) {
    if (error instanceof SyntaxError) stop("member-invalid", { file, problem: error.message });
    throw error;
  }
}
function memberOf(texts) {
  const manifest = parsedMember(texts[MANIFEST] ?? "");
  const { name } = projectSource(texts);
  return manifest.name === void 0 && name !== void 0 ? { ...manifest, name, isPrivate: false } : manifest;
}
function isPackage(texts) {
  return texts["setup.py"] !== void 0 || valueAt(parsedToml(texts[MANIFEST] ?? ""), ["build-system"]) !== void 0;
}
async function chosenOf(all, plan, files) {
  const forIndex = all.filter(({ manifest }) => !manifest.isPrivate);
  if (plan.members === "auto" || plan.members === "all") return forIndex;
  const chosen = plan.members.map(async (entry) => {
    const found = entry.includes("/") || entry === "." ? await byDirectory(entry, plan, files) : byName(entry, all);
    return found.length > 0 ? found : stop("member-unknown", { entry, known: all.map(({ spelling: spelling2 }) => spelling2) });
  });
  const members2 = (await Promise.all(chosen)).flat();
  return members2.filter(
    ({ directory }, at) => members2.findIndex((each) => each.directory === directory) === at
  );
}
async function byDirectory(entry, plan, files) {
  const found = await membersIn(await directoriesFitting([entry], plan, files), plan, files);
  return isGlob(entry) ? found.filter(({ manifest }) => !manifest.isPrivate) : found;
}
function byName(entry, all) {
  const pattern = normalizedName(entry);
  return all.filter(
    ({ name, manifest }) => fitsWildcards(name, pattern) && !(isGlob(entry) && manifest.isPrivate)
  );
}
function isGlob(entry) {
  return /[*?[{]/.test(entry);
}
function ordered(members2) {
  const orders = [
    (each) => [...each.manifest.requires, ...each.manifest.mayRequire],
    (each) => each.manifest.requires
  ].map(
    (requires) => requirementOrder(members2.map((member) => ({ member, name: member.name, requires: requires(member) })))
  );
  for (const each of orders) if ("order" in each) return each.order.map(({ member }) => member);
  const circles = orders.flatMap((each) => "circle" in each ? [each.circle] : []);
  return stop("members-circular", { circle: circles.at(-1) ?? [] });
}
function withoutAny(all, { workspace, directory }) {
  const known = all.map(({ spelling: spelling2 }) => spelling2);
  stop("members-private", { directory: path3.relative(workspace, directory) || ".", known });
}

// src/packaging/tag-format.ts
var PLACEHOLDER = "{version}";
var FORBIDDEN = [" ", "~", "^", ":", "?", "*", "[", "\\", "..", "@{", "//"];
function isTagName(name) {
  if (name === "" || name.startsWith("-") || name.endsWith(".")) return false;
  if (FORBIDDEN.some((text2) => name.includes(text2)) || [...name].some(isControl)) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}
function isControl(character) {
  return character < " " || character === "";
}
function isTagFormat(format) {
  const example = format.replace(PLACEHOLDER, "1.0");
  return example !== format && !/[{}]/.test(example) && isTagName(example);
}
function tagFor(version2, format) {
  const [prefix, suffix] = affixes(format);
  return `${prefix}${version2}${suffix}`;
}
function versionInTag(tag, format) {
  const [prefix, suffix] = affixes(format);
  if (!tag.startsWith(prefix) || !tag.endsWith(suffix)) return void 0;
  const version2 = tag.slice(prefix.length, tag.length - suffix.length);
  return /^[0-9]/.test(version2) && isVersion(version2) && isTagName(tag) ? version2 : void 0;
}
function affixes(format) {
  if (!isTagFormat(format)) {
    throw new RangeError(
      `"${format}" is not a tag format: one {version} in a legal tag name, such as v{version}`
    );
  }
  const start = format.indexOf(PLACEHOLDER);
  return [format.slice(0, start), format.slice(start + PLACEHOLDER.length)];
}

// src/plan/paths.ts
var PHASES = [
  "setup",
  "develop",
  "build",
  "test-local",
  "testpypi",
  "pypi",
  "post-publish"
];
var PATHS = {
  A: ["setup", "develop", "build", "test-local", "testpypi", "pypi", "post-publish"],
  B: ["setup", "develop", "build", "pypi", "post-publish"],
  C: ["build", "pypi", "post-publish"]
};
var PATH_SPELLINGS = {
  a: "A",
  full: "A",
  b: "B",
  quick: "B",
  c: "C",
  "ultra-fast": "C"
};
var UPLOADS = ["testpypi", "pypi"];
var PHASE_SELECTORS = `all, prepare, publish, one of ${PHASES.join(", ")}, a comma list of them, or a range such as setup..test-local`;
function selectedPhases(path4, selector2) {
  const all = PATHS[path4];
  const firstUpload = all.findIndex((phase) => UPLOADS.includes(phase));
  const text2 = selector2.trim().toLowerCase();
  if (text2 === "all") return all;
  if (text2 === "prepare") return all.slice(0, firstUpload);
  if (text2 === "publish") return all.slice(firstUpload);
  const picked = text2.includes("..") ? withinRange(all, text2) : namedPhases(text2);
  return picked && picked.length > 0 ? picked : void 0;
}
function withinRange(path4, range) {
  const ends = range.split("..").map((name) => PHASES.indexOf(name.trim()));
  const [first, last] = ends;
  if (ends.length !== 2 || first === void 0 || last === void 0 || first < 0 || last < first)
    return void 0;
  const inRange = PHASES.slice(first, last + 1);
  return path4.filter((phase) => inRange.includes(phase));
}
function namedPhases(list3) {
  const names = list3.split(",").map((name) => name.trim());
  if (!names.every((name) => PHASES.includes(name))) return void 0;
  return PHASES.filter((phase) => names.includes(phase));
}

// src/release/checklist.ts
var CHECKLIST_IDS = [
  "tests",
  "format",
  "lint",
  "build",
  "version",
  "changelog",
  "committed",
  "readme",
  "links",
  "size",
  "coverage",
  "credentials",
  "permission",
  "publisher"
];

// src/action/parsers.ts
var import_semver = __toESM(require_semver(), 1);

// src/plan/handover-policy.ts
function handoverPlan({ asked, names, directory, offered, job }) {
  if (asked === "files") return { kind: "files", reason: "handover: files" };
  if (!offered && asked === "auto")
    return { kind: "files", reason: "the runner has no artifact service for this job" };
  return { kind: "artifact", names: names.length > 0 ? names : [artifactOf(directory)], job };
}
function artifactOf(directory) {
  const parts2 = directory.split(/[/\\]/).filter((part) => part !== "" && part !== ".");
  const name = parts2.map((part) => part.replaceAll(".", "..")).join(".");
  return ["pypi-release", ...name === "" ? [] : [name]].join("-");
}
function handsOn(phases) {
  return phases.includes("build") && !phases.includes("post-publish");
}
var FORBIDDEN2 = /["<>|:\\/\r\n]/;
function isArtifactPattern(text2) {
  return text2 !== "" && !FORBIDDEN2.test(text2);
}
function isArtifactName(text2) {
  return isArtifactPattern(text2) && !/[*?]/.test(text2);
}

// src/action/parsers.ts
function choice(words) {
  return {
    allowed: words.join(", "),
    parse: (text2) => words.find((word) => word.toLowerCase() === text2.toLowerCase())
  };
}
function spelling(spellings, allowed) {
  return {
    allowed,
    parse: (text2) => Object.hasOwn(spellings, text2.toLowerCase()) ? spellings[text2.toLowerCase()] : void 0
  };
}
var flag = spelling({ true: true, false: false }, "true, false");
var flagOrAuto = {
  allowed: "auto, true, false",
  parse: (text2) => text2.toLowerCase() === "auto" ? "auto" : flag.parse(text2)
};
var text = { allowed: "any text", parse: (given) => given };
var relative = {
  allowed: "a name below the working directory, with / between its parts",
  parse: (given) => /^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(given) ? void 0 : given
};
var below = {
  allowed: "a name of a directory below the working directory, and not that itself, with / between its parts",
  parse: (given) => given.split(/[/\\]/).every((part) => part === "." || part === "") ? void 0 : relative.parse(given)
};
var list2 = {
  allowed: "a list, one a line or between commas",
  parse: (given) => parts(given, /[,\n]/)
};
function listOf(words) {
  return {
    allowed: `a list of ${words.join(", ")}`,
    parse: (given) => {
      const found = parts(given, /[,\n]/);
      return found.every((word) => words.includes(word)) ? found : void 0;
    }
  };
}
var lines = {
  allowed: "commands, one a line",
  parse: (given) => parts(given, /\n/)
};
var configSettings = {
  allowed: "lines of key=value; a key may come again",
  parse: (given) => {
    const settings = parts(given, /\n/);
    return settings.every((setting) => /^[^\s=][^=]*=/.test(setting)) ? settings : void 0;
  }
};
var artifacts = {
  allowed: 'names of artifacts, one a line or between commas, without " : < > | \\ and /',
  parse: (given) => {
    const names = parts(given, /[,\n]/);
    return names.every(isArtifactPattern) ? names : void 0;
  }
};
function wholeNumber(least, most) {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    parse: (given) => /^\d+$/.test(given) && Number(given) >= least && Number(given) <= most ? Number(given) : void 0
  };
}
var version = {
  allowed: "a PEP 440 version such as 1.2.3, 1.2.3rc1 or 1.2.3.post1",
  parse: (given) => isVersion(given) ? given : void 0
};
var semverRange = {
  allowed: "a semver range such as >=0.9, 0.9.x or ^0.9.2",
  parse: (given) => import_semver.default.validRange(given) === null ? void 0 : given
};
var userName = {
  allowed: "a user name, without colons and line ends",
  parse: (given) => /[:\p{Cc}]/u.test(given) ? void 0 : given
};
var address = {
  allowed: "an https address without a user name or password in it (plain http for loopback only)",
  parse: (given) => URL.canParse(given) && isSafe(new URL(given)) ? given : void 0
};
function withoutUser(given) {
  return given.replace(/^([a-z]+:\/\/)[^/?#]*@/i, "$1***@");
}
var frameworkTests = {
  allowed: "lines of flask=module:callable or fastapi=module:callable",
  parse: (given) => {
    const tests = parts(given, /\n/).map(frameworkTest);
    return tests.every((test) => test !== void 0) ? tests : void 0;
  }
};
var variableNames = {
  allowed: "names of environment variables, but none that carries a credential of the job (INPUT_*, ACTIONS_*, GITHUB_TOKEN)",
  parse: (given) => {
    const names = parts(given, /[,\n]/);
    const fit = (name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^(INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/i.test(name);
    return names.every(fit) ? names : void 0;
  }
};
function frameworkTest(line) {
  const match = /^(flask|fastapi)\s*=\s*([\w.]+):([\w.]+)$/i.exec(line);
  const [, framework, module, callable] = match ?? [];
  if (framework === void 0 || module === void 0 || callable === void 0) return void 0;
  return { framework: framework.toLowerCase(), module, callable };
}
function isSafe({ protocol, hostname, username, password }) {
  if (username !== "" || password !== "") return false;
  const loopback = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
  return protocol === "https:" || protocol === "http:" && loopback;
}
function parts(given, separator) {
  return given.split(separator).map((part) => part.trim()).filter((part) => part !== "");
}

// src/action/inputs.ts
function row(parser, fallback) {
  return { parser, fallback };
}
function optional2(parser) {
  return { parser, fallback: void 0 };
}
var selector = {
  allowed: PHASE_SELECTORS,
  parse: (given) => selectedPhases("A", given) === void 0 ? void 0 : given
};
var tagFormat = {
  allowed: "auto, or a text with {version} once that makes a legal tag name, such as v{version}",
  parse: (given) => isTagFormat(given) ? given : given.toLowerCase() === "auto" ? "auto" : void 0
};
var commandOrFalse = {
  allowed: "a command, or false",
  parse: (given) => given.toLowerCase() === "false" ? false : given
};
var extras = {
  allowed: "all, or a list of extras",
  parse: (given) => given.toLowerCase() === "all" ? "all" : list2.parse(given)
};
var members = {
  allowed: "auto, all, or a list of names or directories of packages, each as a glob, such as demo-* or packages/*",
  parse: (given) => {
    const word = choice(["auto", "all"]).parse(given);
    if (word !== void 0) return word;
    const entries = list2.parse(given) ?? [];
    return entries.every((entry) => relative.parse(entry) !== void 0) ? entries : void 0;
  }
};
var SETTINGS = {
  path: row(spelling(PATH_SPELLINGS, "A (full), B (quick), C (ultra-fast)"), "A"),
  phase: row(selector, "all"),
  members: row(members, "auto"),
  "packages-dir": row(below, "dist"),
  handover: row(choice(["auto", "artifact", "files"]), "auto"),
  artifact: row(artifacts, []),
  "dry-run": row(flag, false),
  version: optional2(version),
  bump: optional2(choice(BUMPS)),
  "tag-format": row(tagFormat, "auto"),
  changelog: row(relative, "auto"),
  commit: row(choice(["auto", "push", "pull-request", "none"]), "auto"),
  "python-version": optional2(text),
  "uv-version": row(semverRange, ">=0.9"),
  extras: row(extras, "all"),
  cache: row(flagOrAuto, "auto"),
  env: row(variableNames, []),
  "verify-command": row(text, "auto"),
  "test-command": row(commandOrFalse, "auto"),
  "test-timeout": row(wholeNumber(1, 360), 60),
  "build-command": optional2(text),
  "config-settings": row(configSettings, []),
  fix: row(flag, false),
  "smoke-test": row(lines, []),
  "framework-test": row(frameworkTests, []),
  "pypi-url": optional2(address),
  "testpypi-url": optional2(address),
  "pypi-simple-url": optional2(address),
  "testpypi-simple-url": optional2(address),
  "pypi-user": optional2(userName),
  "testpypi-user": optional2(userName),
  testpypi: row(choice(["required", "best-effort"]), "required"),
  "upload-concurrency": row(wholeNumber(1, 16), 4),
  // Left out: required where trusted publishing is planned.
  attestations: optional2(choice(["required", "best-effort", "off"])),
  "fulcio-url": optional2(address),
  "rekor-url": optional2(address),
  uploader: row(choice(["uv", "twine"]), "uv"),
  preflight: row(choice(["static", "mint"]), "static"),
  release: row(choice(["publish", "draft", "none"]), "publish"),
  prerelease: row(flagOrAuto, "auto"),
  latest: row(flagOrAuto, "auto"),
  notes: row(relative, "changelog"),
  assets: row(list2, []),
  "discussion-category": optional2(text),
  badges: row(choice(["check", "update"]), "check"),
  allow: row(listOf(CHECKLIST_IDS), [])
};
var SECRET_NAMES = ["pypi-token", "testpypi-token", "github-token", "announce-webhook"];
var INPUT_NAMES = [
  "working-directory",
  "leg",
  ...Object.keys(SETTINGS),
  ...SECRET_NAMES
];
var NO_TOKEN = "trusted-publishing";
function parsedInputs(raw, settings) {
  const faults = [...unknownSettings(settings)];
  const values = Object.entries(SETTINGS).map(([name, { parser, fallback }]) => {
    const given = raw[name]?.trim() || void 0;
    const source = given === void 0 ? "pyproject.toml" : "workflow";
    const value = given ?? settingText(settings[name]);
    if (value === void 0) return [name, fallback];
    const parsed = parser.parse(value);
    if (parsed === void 0) faults.push(refusal(name, value, { parser, source }));
    return [name, parsed ?? fallback];
  });
  const tokens = { pypi: token(raw["pypi-token"]), testpypi: token(raw["testpypi-token"]) };
  const inputs = {
    ...Object.fromEntries(values),
    "working-directory": workingDirectory(raw, settings, faults),
    leg: raw.leg?.trim() || "0",
    tokens,
    githubToken: raw["github-token"]?.trim() || void 0,
    announceWebhook: secretAddress(raw, "announce-webhook", faults)
  };
  return { inputs, faults };
}
function workingDirectory(raw, settings, faults = []) {
  const asked = raw["working-directory"]?.trim() || void 0;
  const given = asked ?? (settingText(settings["working-directory"]) || ".");
  const parsed = relative.parse(given);
  const source = asked === void 0 ? "pyproject.toml" : "workflow";
  if (parsed === void 0)
    faults.push(refusal("working-directory", given, { parser: relative, source }));
  return parsed ?? ".";
}
function refusal(input, value, { parser, source }) {
  if (parser !== address)
    return fault("input-invalid", { input, value, allowed: parser.allowed, source });
  const shown = withoutUser(value);
  if (shown === value && /^http:/i.test(value)) return fault("address-insecure", { input, value });
  return fault("input-invalid", { input, value: shown, allowed: parser.allowed, source });
}
function token(given) {
  return given === void 0 || given.trim() === NO_TOKEN ? void 0 : given.trim();
}
function secretAddress(raw, input, faults) {
  const given = raw[input]?.trim() || void 0;
  if (given === void 0 || address.parse(given) !== void 0) return given;
  faults.push(
    fault("input-invalid", { input, value: "(hidden)", allowed: address.allowed, source: "workflow" })
  );
  return void 0;
}
function unknownSettings(settings) {
  const allowed = ["working-directory", ...Object.keys(SETTINGS)];
  return Object.keys(settings).filter((key) => !allowed.includes(key)).map(
    (key) => fault("setting-unknown", { key, allowed, secret: SECRET_NAMES.includes(key) })
  );
}
function settingText(value) {
  if (value === void 0) return void 0;
  return Array.isArray(value) ? value.map(String).join("\n") : String(value);
}

// src/plan/credential.ts
var TOKEN_USER = "__token__";
function credentialFor(choice2) {
  const { index, token: token2, user = TOKEN_USER, identity, isRehearsal, foreignForge: forge } = choice2;
  if (isRehearsal && !token2) return { kind: "not-needed" };
  if (token2 !== void 0) return { kind: "token", user };
  if (identity && forge === void 0) return { kind: "trusted-publishing" };
  if (forge !== void 0)
    return {
      kind: "none",
      reason: `${index}-token is not given, and this job is of ${forge}: the index takes identities of jobs on github.com alone.`,
      forge
    };
  return {
    kind: "none",
    reason: `${index}-token is not given, and the job has no identity (no \`id-token: write\`; a pull request from a fork never has it).`
  };
}
function userOf(credential) {
  return credential.kind === "token" ? credential.user : TOKEN_USER;
}

// src/packaging/tag-style.ts
var TAG = /^(?<prefix>(?:(?:[vV]|(?<word>[A-Za-z][\w.-]*?))(?:[-_/@]|==?))?[vV]?)(?<version>[0-9].*)$/;
var COMMON_WORDS = ["release", "releases", "rel", "version", "ver", "stable"];
function readTag(tag) {
  const { prefix = "", word, version: version2 = "" } = TAG.exec(tag)?.groups ?? {};
  return isVersion(version2) && isTagName(tag) ? { tag, prefix, word, version: version2 } : void 0;
}
function whose(word, { name }) {
  if (word !== void 0 && normalizedName(word) === normalizedName(name)) return "own";
  return word === void 0 || COMMON_WORDS.includes(word.toLowerCase()) ? "common" : "foreign";
}
function versionTags(tags, owner) {
  const all = tags.map(readTag).filter((each) => each !== void 0);
  const own = all.filter(({ word }) => whose(word, owner) === "own");
  const common = all.filter(({ word }) => whose(word, owner) === "common");
  const ours = owner.isBelowTop && own.length > 0 ? own : [...own, ...common];
  return ours.toSorted((one, other) => compareVersions(other.version, one.version)).map(({ tag, prefix, version: version2 }) => ({ tag, prefix, version: version2 }));
}
function tagStyle(tags, owner) {
  const [newest] = versionTags(tags, owner);
  if (newest !== void 0) return { format: `${newest.prefix}{version}`, like: newest.tag };
  const [neighbour] = tags.map(readTag).filter((each) => each !== void 0).toSorted((one, other) => compareVersions(other.version, one.version));
  if (neighbour?.word === void 0) return void 0;
  const format = `${owner.name}${neighbour.prefix.slice(neighbour.word.length)}{version}`;
  return isTagName(tagFor("1.0", format)) ? { format, like: neighbour.tag } : void 0;
}
function pushedVersion(tag, others, owner) {
  const found = readTag(tag);
  if (found === void 0) return void 0;
  const { prefix, word, version: version2 } = found;
  if (whose(word, owner) !== "foreign") return { tag, prefix, version: version2 };
  const known = others.filter((other) => other !== tag).map(readTag);
  const isShared = known.some((each) => each?.prefix === prefix);
  const isAnothers = known.some((each) => each !== void 0 && whose(each.word, owner) === "own");
  return isShared && !isAnothers ? { tag, prefix, version: version2 } : void 0;
}

// src/adapters/actions/process-tree.ts
import { execFile as execFile2 } from "node:child_process";
import { promisify as promisify2 } from "node:util";

// src/adapters/actions/process-table.ts
import { execFile } from "node:child_process";
import { promisify } from "node:util";

// src/adapters/node/linux-processes.ts
import { readdir as readdir3, readFile as readFile2 } from "node:fs/promises";
var STAT = /^(\d+) \(.*\) \S (\d+) /s;
async function linuxProcesses() {
  const names = await readdir3("/proc").catch(() => []);
  const stats = names.filter((name) => /^\d+$/.test(name)).map((name) => readFile2(`/proc/${name}/stat`, "utf8").catch(() => ""));
  const rows = (await Promise.all(stats)).map((text2) => STAT.exec(text2)?.slice(1).join(" ") ?? "");
  return rows.filter((row2) => row2 !== "").join("\n");
}

// src/adapters/actions/process-table.ts
var execute = promisify(execFile);
function descendantsOf(root, table2) {
  const rows = table2.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const found = /* @__PURE__ */ new Set([root]);
  for (const parent of found)
    for (const [pid, ppid] of rows) if (pid !== void 0 && ppid === parent) found.add(pid);
  found.delete(root);
  return [...found];
}
async function processTable(ps = "ps") {
  const told = await execute(ps, ["-A", "-o", "pid=,ppid="]).catch(() => void 0);
  return told?.stdout ?? linuxProcesses();
}

// src/adapters/actions/process-tree.ts
var execute2 = promisify2(execFile2);
async function killTree(pid) {
  if (process.platform === "win32") {
    await execute2("taskkill", ["/PID", String(pid), "/T", "/F"]).catch(() => void 0);
    return;
  }
  if (pid <= 1) return;
  kill([-pid, pid, ...descendantsOf(pid, await processTable())]);
}
async function descendants(pids) {
  if (process.platform === "win32" || pids.length === 0) return [];
  const table2 = await processTable();
  return pids.flatMap((pid) => descendantsOf(pid, table2));
}
function kill(pids) {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
    }
  }
}

export {
  createFiles,
  valueAt,
  list,
  parsedToml,
  parsedPyproject,
  WHOLE_FILE,
  versionVariables,
  edited,
  placesReader,
  cfgReader,
  pythonModule,
  setupPy,
  SOURCE_FILES,
  projectSource,
  fitsWildcards,
  requiredName,
  chosenMembers,
  packageDirectories,
  tagFor,
  versionInTag,
  readTag,
  versionTags,
  tagStyle,
  pushedVersion,
  handoverPlan,
  handsOn,
  isArtifactName,
  TOKEN_USER,
  credentialFor,
  userOf,
  PATHS,
  selectedPhases,
  killTree,
  descendants,
  kill,
  choice,
  relative,
  lines,
  SECRET_NAMES,
  INPUT_NAMES,
  NO_TOKEN,
  parsedInputs,
  workingDirectory
};
