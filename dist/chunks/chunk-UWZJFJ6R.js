import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_semver
} from "./chunk-OBTIDVET.js";
import {
  check_tools_default,
  render_default
} from "./chunk-TD4IKDX2.js";
import {
  UV_VERSION,
  UV_WHEELS
} from "./chunk-MBWH6A5W.js";
import {
  BUMPS,
  Stopped,
  bumpedVersion,
  compareVersions,
  distributionsIn,
  fault,
  fileNameStem,
  findingsOf,
  hasLocal,
  indexAddresses,
  indexOfDomain,
  isOf,
  isVersion,
  normalizedName,
  normalizedVersion,
  parsedFileName,
  readRecord,
  requiredParts,
  sameVersion,
  sha256Hex,
  statisticsOf,
  stop,
  triesInPublic,
  uploadOrder,
  versionParts,
  versionText
} from "./chunk-U3DV3KVM.js";
import {
  exec
} from "./chunk-VKGSPYOT.js";
import {
  require_tar_stream,
  unzipSync
} from "./chunk-VN2YZVVU.js";
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
  const found2 = /* @__PURE__ */ new Set();
  for (const plain of withoutBraces(pattern)) {
    const segments = plain.split("/").filter((segment) => segment !== "" && segment !== ".");
    for (const file of await expanded(directory, "", segments)) found2.add(file);
  }
  return [...found2].sort();
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
  const found2 = await Promise.all([
    expanded(root, below2, rest.length === 0 ? ["*"] : rest),
    ...directories.map(({ file }) => expandedAnywhere(root, file, rest))
  ]);
  return found2.flat();
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
  const source2 = segment.replace(/\[[^\]]+\]|[\s\S]/g, (part2) => {
    if (part2.length > 1) return part2.replace(/^\[!/, "[^").replaceAll("\\", "\\\\");
    return WILD[part2] ?? part2.replace(/[\\^$.*+?()[\]{}|]/, "\\$&");
  });
  const hidden = segment.startsWith(".") ? "" : "(?!\\.)";
  return new RegExp(`^${hidden}${source2}$`, "s");
}

// src/adapters/node/files.ts
function createFiles() {
  return {
    text: async (file) => (await content(file))?.toString("utf8"),
    bytes: content,
    list: async (directory) => (await readdir2(directory).catch(noneWhereAbsent2))?.sort(),
    real: async (entry) => realpath(entry).catch(noneWhereAbsent2),
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

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string2, ptr) {
  let lines3 = string2.slice(0, ptr).split(/\r?\n/);
  return [lines3.length, lines3.pop().length + 1];
}
function makeCodeBlock(string2, line, column) {
  let lines3 = string2.split(/\r?\n/);
  let codeblock = "";
  let numberLen = (Math.log10(line + 1) | 0) + 1;
  for (let i = line - 1; i <= line + 1; i++) {
    let l3 = lines3[i - 1];
    if (!l3)
      continue;
    codeblock += i.toString().padEnd(numberLen, " ");
    codeblock += ":  ";
    codeblock += l3;
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
        let l3 = t.length - 1;
        t = t[l3];
        m = m[l3].c;
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
      let v2 = extractValue(ctx, void 0);
      if (p && !skipping)
        p[1][p[0]] = v2;
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
  const poetry2 = table(tool.poetry);
  const isComputed = table(tool["poetry-dynamic-versioning"]).enable === true;
  return {
    hasProjectTable: "project" in document,
    ...optional("name", string(project.name) ?? string(poetry2.name)),
    ...optional(isComputed ? "placeholder" : "version", string(project.version) ?? string(poetry2.version)),
    ...optional("requiresPython", string(project["requires-python"])),
    ...optional("readme", readmeIn(project.readme) ?? readmeIn(poetry2.readme)),
    extras: Object.keys(table(project["optional-dependencies"] ?? poetry2.extras))
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

// src/packaging/token.ts
var MACAROON_VERSION = 2;
var LOCATION_FIELD = 1;
function tokenHome(token2) {
  const body = /^pypi-([A-Za-z0-9_-]+)={0,2}$/.exec(token2.trim())?.[1];
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
function isToldElsewhere({ document, setupCfg: setupCfg2 = "" }) {
  const hatch2 = valueAt(document, ["tool", "hatch", "version"]);
  const hatchSource = valueAt(hatch2, ["source"]);
  return valueAt(document, ["tool", "setuptools", "dynamic", "version"]) !== void 0 || valueAt(hatch2, ["path"]) !== void 0 || typeof hatchSource === "string" && !["vcs", "uv-dynamic-versioning", "versioningit"].includes(hatchSource) || /^version[ \t]*[=:][ \t]*(?:attr|file):/m.test(setupCfg2);
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
    (requirement2) => normalizedName(String(requirement2).replace(/[^\w.-].*$/s, ""))
  );
  return TOOLS.find(({ name }) => name !== "pdm-backend" && requires.includes(name))?.name;
}

// src/release/packages.ts
function shares({ packages, version: version2 }, distributions) {
  const isAlone2 = packages.length === 1;
  return packages.map((each) => ({
    project: { ...each, version: version2 },
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

// src/phases/opened-distribution.ts
import path3 from "node:path";

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
function parsedCoreMetadata(text2) {
  const { headers, body } = messageIn(text2);
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
  const present = Object.entries(mapped(names, value)).filter(([, text2]) => text2 !== void 0);
  return Object.fromEntries(present);
}
function labelled(value) {
  const comma = value.indexOf(",");
  return comma < 0 ? ["", value] : [value.slice(0, comma).trim(), value.slice(comma + 1).trim()];
}
function messageIn(text2) {
  const lines3 = text2.replace(/^\uFEFF/, "").split(/\r?\n/);
  const headers = /* @__PURE__ */ new Map();
  let at2 = 0;
  for (let header = HEADER.exec(lines3[at2] ?? ""); header; header = HEADER.exec(lines3[at2] ?? "")) {
    const [, name = "", first = ""] = header;
    const end = lines3.findIndex((line, index) => index > at2 && !/^[ \t]/.test(line));
    const folded = lines3.slice(at2 + 1, end < 0 ? lines3.length : end);
    const key = name.toLowerCase();
    headers.set(key, [...headers.get(key) ?? [], unfolded(key, first, folded)]);
    at2 += 1 + folded.length;
  }
  const body = lines3.slice(lines3[at2] === "" ? at2 + 1 : at2);
  return { headers, body: body.join("\n") };
}
var HEADER = /^([!-9;-~]+):[ \t]*(.*?)[ \t]*$/;
function unfolded(key, first, folded) {
  const lines3 = [first, ...folded.map((line) => line.replace(/^(?: {7}\||[ \t]{1,8})/, ""))];
  return MULTI_LINE.has(key) ? lines3.join("\n").trim() : lines3.map((line) => line.trim()).join(" ").trim();
}
function metadataOf(archive, distributionName) {
  const { kind, name } = distributionName;
  const pattern = kind === "wheel" ? /^([^/]+)\.dist-info\/METADATA$/ : /^([^/]+)\/PKG-INFO$/;
  const found2 = archive.members.filter((member) => pattern.test(member));
  const own2 = found2.find((member) => normalizedName(member).startsWith(`${name}-`));
  const text2 = archive.text(own2 ?? (found2.length === 1 ? found2[0] ?? "" : ""));
  return text2 === void 0 ? void 0 : parsedCoreMetadata(text2);
}

// src/phases/opened-distribution.ts
async function open(distribution, packages, files) {
  const bytes = await files.bytes(path3.join(packages, distribution.filename));
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
async function builtMetadata(project, distributions, { packages }, files) {
  const read2 = shares(project, distributions).map(async ({ distributions: own2 }) => {
    const [first] = uploadOrder(own2);
    const bytes = first && await files.bytes(path3.join(packages, first.filename));
    return bytes && (await opened(first, bytes)).metadata;
  });
  return Promise.all(read2);
}

// src/phases/handover/handed-version.ts
async function handedVersion(plan, files, project) {
  if (plan.phases.includes("build")) return void 0;
  const record = await recordHere(plan, files);
  if (record !== void 0 && isNamed(project, record)) return record.project.version;
  const versions = (await files.list(plan.packages) ?? []).flatMap((filename) => {
    const parsed = parsedFileName(filename);
    return parsed?.name === normalizedName(project) ? [parsed.version] : [];
  });
  const [version2, ...others] = new Set(versions);
  return others.length === 0 ? version2 : void 0;
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

// node_modules/marked/lib/marked.esm.js
function G() {
  return { async: false, breaks: false, extensions: null, gfm: true, hooks: null, pedantic: false, renderer: null, silent: false, tokenizer: null, walkTokens: null };
}
var S = G();
function ue(l3) {
  S = l3;
}
var q = { exec: () => null };
function D(l3) {
  let e = [];
  return (t) => {
    let n = Math.max(0, Math.min(3, t - 1)), r = e[n];
    return r || (r = l3(n), e[n] = r), r;
  };
}
function g(l3, e = "") {
  let t = typeof l3 == "string" ? l3 : l3.source, n = { replace: (r, s) => {
    let o = typeof s == "string" ? s : s.source;
    return o = o.replace(O.caret, "$1"), t = t.replace(r, o), n;
  }, getRegex: () => new RegExp(t, e) };
  return n;
}
var _e = ((l3 = "") => {
  try {
    return !!new RegExp("(?<=1)(?<!1)" + l3);
  } catch {
    return false;
  }
})();
var O = { codeRemoveIndent: /^(?: {0,3}\t| {1,4})/gm, listInterruptsParagraph: /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/, outputLinkReplace: /\\([\[\]])/g, indentCodeCompensation: /^(\s+)(?:```)/, beginningSpace: /^\s+/, endingHash: /#$/, startingSpaceChar: /^ /, endingSpaceChar: / $/, endingSpaceTabChar: /[ \t]$/, nonSpaceChar: /[^ ]/, newLineCharGlobal: /\n/g, tabCharGlobal: /\t/g, leadingSpaceTab: /^[ \t]+/, multipleSpaceGlobal: /\s+/g, blankLine: /^[ \t]*$/, doubleBlankLine: /\n[ \t]*\n[ \t]*$/, blockquoteStart: /^ {0,3}>/, blockquoteSetextReplace: /\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g, blockquoteSetextReplace2: /^ {0,3}>[ \t]?/gm, blockquoteMarkerWhitespace: /^( {0,3}>)(\t[ \t]*)/gm, nestedBlockMarker: /^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/, listReplaceNesting: /^ {1,4}(?=( {4})*[^ ])/g, listIsTask: /^\[[ xX]\][ \t]+\S/, listReplaceTask: /^\[[ xX]\][ \t]+/, listTaskCheckbox: /\[[ xX]\]/, anyLine: /\n.*\n/, hrefBrackets: /^<(.*)>$/, tableDelimiter: /[:|]/, tableAlignChars: /^\||\| *$/g, tableRowBlankLine: /\n[ \t]*$/, tableAlignRight: /^ *-+: *$/, tableAlignCenter: /^ *:-+: *$/, tableAlignLeft: /^ *:-+ *$/, startATag: /^<a /i, endATag: /^<\/a>/i, startPreScriptTag: /^<(pre|code|kbd|script)(\s|>)/i, endPreScriptTag: /^<\/(pre|code|kbd|script)(\s|>)/i, startAngleBracket: /^</, endAngleBracket: />$/, pedanticHrefTitle: /^([^'"]*[^\s])\s+(['"])(.*)\2/, unicodeAlphaNumeric: /[\p{L}\p{N}]/u, numericCharacterReference: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/, numericCharacterReferenceOrAmpersand: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, escapeTest: /[&<>"']/, escapeReplace: /[&<>"']/g, escapeTestNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/, escapeReplaceNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, caret: /(^|[^\[])\^/g, percentDecode: /%25/g, findPipe: /\|/g, splitPipe: / \|/, slashPipe: /\\\|/g, carriageReturn: /\r\n|\r/g, spaceLine: /^ +$/gm, notSpaceStart: /^\S*/, endingNewline: /\n$/, listItemRegex: (l3) => new RegExp(`^( {0,3}${l3})((?:[	 ][^\\n]*)?(?:\\n|$))`), nextBulletRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)), hrRegex: D((l3) => new RegExp(`^ {0,${l3}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)), fencesBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:\`\`\`|~~~)`)), headingBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}#{1,6}(?:\\s|$)`)), pedanticHeadingBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}#`)), htmlBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:</?(?:${he})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`, "i")), blockquoteBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}>`)), nestedContainerMarkers: /^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/ };
var Ge = /^(?:[ \t]*(?:\n|$))+/;
var Ne = /^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/;
var Fe = /^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/;
var V = /^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/;
var Qe = /^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/;
var ce = / {0,3}(?:[*+-]|\d{1,9}[.)])/;
var he = "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
var J = g(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag", he).getRegex();
var $e = /^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/;
var Le = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g, "").replace(/html/g, J).getRegex();
var We = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g, / {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g, J).getRegex();
var de = /^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/;
var Ue = /^[^\n]+/;
var ge = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/;
var Ke = g(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label", ge).replace("title", /(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex();
var Xe = g(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g, ce).getRegex();
var ke = /<!--(?:-?>|[\s\S]*?(?:-->|$))/;
var Ve = g("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))", "i").replace("comment", ke).replace("tag", he).replace("attribute", /[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex();
var Ce = (l3) => g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("|table", "").replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", l3).replace("html", J).getRegex();
var Je = Ce(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/);
var Ye = Ce(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/);
var et = g(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph", Ye).getRegex();
var fe = { blockquote: et, code: Ne, def: Ke, fences: Fe, heading: Qe, hr: V, html: Ve, lheading: Le, list: Xe, newline: Ge, paragraph: Je, table: q, text: Ue };
var Pe = g("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("blockquote", " {0,3}>").replace("code", "(?: {4}| {0,3}	)[^\\n]").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html", J).getRegex();
var tt = { ...fe, lheading: We, table: Pe, paragraph: g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("table", Pe).replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html", J).getRegex() };
var nt = { ...fe, html: g(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment", ke).replace(/tag/g, "(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(), def: /^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/, heading: /^(#{1,6})(.*)(?:\n+|$)/, fences: q, lheading: /^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/, paragraph: g(de).replace("hr", V).replace("heading", ` *#{1,6} *[^
]`).replace("|table", "").replace("blockquote", " {0,3}>").replace("|fences", "").replace("|list", "").replace("|html", "").replace("|tag", "").replace("lheading", Le).getRegex() };
var rt = /^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/;
var st = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/;
var Ie = /^( {2,}|\\)\n(?!\s*$)[ \t]*/;
var it = /^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/;
var L = /[\p{P}\p{S}]/u;
var N = /[\s\p{P}\p{S}]/u;
var Y = /[^\s\p{P}\p{S}]/u;
var ot = g(/^((?![*_])punctSpace)/, "u").replace(/punctSpace/g, N).getRegex();
var at = /[\p{Pi}\p{Ps}"']/u;
var Ae = /(?!~)[\p{P}\p{S}]/u;
var lt = /(?!~)[\s\p{P}\p{S}]/u;
var ut = /(?:[^\s\p{P}\p{S}]|~)/u;
var pt = g(/link|precode-code|html/, "g").replace("link", /\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-", _e ? "(?<!`)()" : "(^^|[^`])").replace("code", /(?<b>`+)[^`]+\k<b>(?!`)/).replace("html", /<(?! )[^<>]*?>/).getRegex();
var Ee = /^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/;
var ct = g(Ee, "u").replace(/punct/g, L).getRegex();
var ht = g(Ee, "u").replace(/punct/g, Ae).getRegex();
var dt = /^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/;
var gt = g(dt, "u").replace(/openQuote/g, at).replace(/punct/g, L).getRegex();
var ze = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)";
var kt = g(ze, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var ft = g(ze, "gu").replace(/notPunctSpace/g, ut).replace(/punctSpace/g, lt).replace(/punct/g, Ae).getRegex();
var mt = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)";
var xt = g(mt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var bt = g("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)", "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Rt = "^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)";
var Tt = g(Rt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Ot = g(/^~~?(?:((?!~)punct)|[^\s~])/, "u").replace(/punct/g, L).getRegex();
var wt = "^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)";
var Pt = g(wt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var yt = g(/\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var St = g(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var _t = g(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme", /[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email", /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex();
var $t = g(ke).replace("(?:-->|$)", "-->").getRegex();
var Lt = g("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment", $t).replace("attribute", /\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex();
var Me = /\[(?:\\[\s\S]|[^\[\]\\])*\]/;
var ie = g(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets", Me).getRegex();
var Ct = g(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label", ie).replace("href", /<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title", /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex();
var It = g(/^!?\[(label)\]\[(ref)\]/).replace("label", ie).replace("ref", ge).getRegex();
var At = g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ge).getRegex();
var ye = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/;
var Et = g(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets", Me).getRegex();
var zt = g("reflink|nolink(?!\\()", "g").replace("reflink", g(/^!?\[(label)\]\[(ref)\]/).replace("label", Et).replace("ref", ye).getRegex()).replace("nolink", g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ye).getRegex()).getRegex();
var Se = /[hH][tT][tT][pP][sS]?|[fF][tT][pP]/;
var Mt = /[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/;
var Bt = g(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g, Mt).getRegex();
var me = { _backpedal: q, anyPunctuation: yt, anyPunctuationOutsideCode: St, autolink: _t, blockSkip: pt, br: Ie, code: st, del: q, delLDelim: q, delRDelim: q, emStrongLDelim: ct, emStrongRDelimAst: kt, emStrongRDelimUnd: bt, escape: rt, link: Ct, nolink: At, punctuation: ot, reflink: It, reflinkSearch: zt, tag: Lt, text: it, url: q };
var Dt = { ...me, emStrongLDelim: gt, emStrongRDelimAst: xt, emStrongRDelimUnd: Tt, link: g(/^!?\[(label)\]\((.*?)\)/).replace("label", ie).getRegex(), reflink: g(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label", ie).getRegex() };
var pe = { ...me, emStrongRDelimAst: ft, emStrongLDelim: ht, delLDelim: Ot, delRDelim: Pt, url: g(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol", Bt).replace("protocol", Se).replace("email", /[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(), _backpedal: /(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/, del: /^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/, text: g(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol", Se).replace(/emailProtocol/g, /(?:mailto|xmpp):/).replace("wwwStart", _e ? "(?<![^\\s*_~(])www\\." : "www\\.").getRegex() };
var qt = { ...pe, br: g(Ie).replace("{2,}", "*").getRegex(), text: g(pe.text).replace("\\b_", "\\b_| {2,}\\n").replace(/\{2,\}/g, "*").getRegex() };
var ee = { normal: fe, gfm: tt, pedantic: nt };
var F = { normal: me, gfm: pe, breaks: qt, pedantic: Dt };
var vt = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
var Be = (l3) => vt[l3];
function y(l3, e) {
  if (e) {
    if (O.escapeTest.test(l3)) return l3.replace(O.escapeReplace, Be);
  } else if (O.escapeTestNoEncode.test(l3)) return l3.replace(O.escapeReplaceNoEncode, Be);
  return l3;
}
function De(l3) {
  return O.numericCharacterReference.test(l3) ? l3.replace(O.numericCharacterReferenceOrAmpersand, (e, t, n) => {
    if (t === void 0 && n === void 0) return "&amp;";
    let r = t === void 0 ? Number.parseInt(n, 16) : Number.parseInt(t, 10);
    return r === 0 || r > 1114111 || r >= 55296 && r <= 57343 ? "�" : r === 38 ? "&amp;" : String.fromCodePoint(r);
  }) : l3;
}
function xe(l3) {
  try {
    l3 = encodeURI(l3).replace(O.percentDecode, "%");
  } catch {
    return null;
  }
  return l3;
}
function be(l3, e) {
  let t = l3.replace(O.findPipe, (s, o, i) => {
    let a = false, c = o;
    for (; --c >= 0 && i[c] === "\\"; ) a = !a;
    return a ? "|" : " |";
  }), n = t.split(O.splitPipe), r = 0;
  if (n[0].trim() || n.shift(), n.length > 0 && !n.at(-1)?.trim() && n.pop(), e) if (n.length > e) n.splice(e);
  else for (; n.length < e; ) n.push("");
  for (; r < n.length; r++) n[r] = n[r].trim().replace(O.slashPipe, "|");
  return n;
}
function C(l3, e, t) {
  let n = l3.length;
  if (n === 0) return "";
  let r = 0;
  for (; r < n; ) {
    let s = l3.charAt(n - r - 1);
    if (s === e && !t) r++;
    else if (s !== e && t) r++;
    else break;
  }
  return l3.slice(0, n - r);
}
function Re(l3) {
  let e = l3.split(`
`), t = e.length - 1;
  for (; t >= 0 && O.blankLine.test(e[t]); ) t--;
  return e.length - t <= 2 ? l3 : e.slice(0, t + 1).join(`
`);
}
function W(l3) {
  return l3.trim().replace(O.multipleSpaceGlobal, " ").toLowerCase().toUpperCase().toLowerCase();
}
function Te(l3, e) {
  if (l3.indexOf(e[0]) === -1 && l3.indexOf(e[1]) === -1) return -1;
  let t = 0;
  for (let n = 0; n < l3.length; n++) if (l3[n] === "\\") n++;
  else if (l3[n] === e[0]) t++;
  else if (l3[n] === e[1] && (t--, t < 0)) return n;
  return t > 0 ? -2 : -1;
}
var Q = /* @__PURE__ */ new WeakMap();
function Oe(l3) {
  let e = { "*": -1, _: -1 }, t = -1, n = l3.length;
  for (let r = 0; r < n; r++) {
    let s = l3[r];
    if (s !== "*" && s !== "_" && s !== "~") continue;
    let o = r === 0 ? `
` : l3[r - 1], i = r + 1;
    for (; i < n && l3[i] === s; ) i++;
    o !== " " && o !== "	" && o !== `
` && o !== "\r" && o !== "\f" && (s === "~" ? t = r : e[s] = r), r = i - 1;
  }
  return { maskedSrc: l3, lastPossibleEmStrongCloserIndex: e, lastPossibleDelCloserIndex: t };
}
function qe(l3, e) {
  let t = Oe(e), n = Q.get(l3);
  n ? n.push(t) : Q.set(l3, [t]);
}
function ve(l3) {
  let e = Q.get(l3);
  e && (e.pop(), e.length === 0 && Q.delete(l3));
}
function oe(l3, e, t) {
  let n = Q.get(l3)?.at(-1);
  return n && n.maskedSrc === e ? n.lastPossibleEmStrongCloserIndex[t] : Oe(e).lastPossibleEmStrongCloserIndex[t];
}
function ae(l3, e) {
  let t = Q.get(l3)?.at(-1);
  return t && t.maskedSrc === e ? t.lastPossibleDelCloserIndex : Oe(e).lastPossibleDelCloserIndex;
}
function te(l3, e = 0) {
  let t = e, n = "";
  for (let r of l3) if (r === "	") {
    let s = 4 - t % 4;
    n += " ".repeat(s), t += s;
  } else n += r, t++;
  return n;
}
function Ht(l3, e) {
  let t = "";
  for (let n = 0; n < l3.length; n++) {
    if (l3[n] === "`") {
      let r = e.inline.code.exec(l3.slice(n));
      if (r) {
        t += r[0], n += r[0].length - 1;
        continue;
      }
    }
    if (l3[n] === "\\" && (l3[n + 1] === "[" || l3[n + 1] === "]")) {
      t += l3[n + 1], n++;
      continue;
    }
    t += l3[n];
  }
  return t;
}
function He(l3, e, t, n, r) {
  let s = e.href, o = e.title || null, i = Ht(l3[1], r), a = l3[0].charAt(0) === "!", c = n.state.inLink, u = n.state.linkEmitted, d = n.state.inRawBlock;
  n.state.inLink = true, n.state.linkEmitted = false;
  let h = n.inlineTokens(i), p = n.state.linkEmitted;
  if (n.state.linkEmitted = u, n.state.inLink = c, !a) {
    if (p) {
      n.state.inRawBlock = d;
      return;
    }
    n.state.linkEmitted = true;
  }
  return { type: a ? "image" : "link", raw: t, href: s, title: o, text: i, tokens: h };
}
function Zt(l3, e, t) {
  let n = l3.match(t.other.indentCodeCompensation);
  if (n === null) return e;
  let r = n[1];
  return e.split(`
`).map((s) => {
    let o = s.match(t.other.beginningSpace);
    if (o === null) return s;
    let [i] = o;
    return s.slice(Math.min(i.length, r.length));
  }).join(`
`);
}
function Ze(l3, e, t, n) {
  if (!e.includes("<")) return false;
  for (let r = 0; r < e.length; r++) {
    if (e[r] === "\\") {
      r++;
      continue;
    }
    if (e[r] === "`") {
      let i = n.inline.code.exec(e.slice(r));
      if (i) {
        r += i[0].length - 1;
        continue;
      }
    }
    if (e[r] !== "<") continue;
    let s = l3.slice(t + r), o = n.inline.tag.exec(s) || n.inline.autolink.exec(s);
    if (o) {
      if (o[0].length > e.length - r) return true;
      r += o[0].length - 1;
    }
  }
  return false;
}
var _ = class {
  options;
  rules;
  lexer;
  constructor(e) {
    this.options = e || S;
  }
  space(e) {
    let t = this.rules.block.newline.exec(e);
    if (t && t[0].length > 0) return { type: "space", raw: t[0] };
  }
  code(e) {
    let t = this.rules.block.code.exec(e);
    if (t) {
      let n = this.options.pedantic ? t[0] : Re(t[0]), r = n.replace(this.rules.other.codeRemoveIndent, "");
      return { type: "code", raw: n, codeBlockStyle: "indented", text: r };
    }
  }
  fences(e) {
    let t = this.rules.block.fences.exec(e);
    if (t) {
      let n = t[0], r = Zt(n, t[3] || "", this.rules);
      return t[3] !== void 0 && (r === "" || r.endsWith(`
`)) && (r += `
`), { type: "code", raw: n, lang: t[2] ? t[2].trim().replace(this.rules.inline.anyPunctuation, "$1") : t[2], text: r };
    }
  }
  heading(e) {
    let t = this.rules.block.heading.exec(e);
    if (t) {
      let n = t[2].trim();
      if (this.rules.other.endingHash.test(n)) {
        let r = C(n, "#");
        (this.options.pedantic || !r || this.rules.other.endingSpaceTabChar.test(r)) && (n = r.trim());
      }
      return { type: "heading", raw: C(t[0], `
`), depth: t[1].length, text: n, tokens: this.lexer.inline(n) };
    }
  }
  hr(e) {
    let t = this.rules.block.hr.exec(e);
    if (t) return { type: "hr", raw: C(t[0], `
`) };
  }
  blockquote(e) {
    let t = this.rules.block.blockquote.exec(e);
    if (t) {
      let n = C(t[0], `
`).split(`
`), r = "", s = "", o = [];
      for (; n.length > 0; ) {
        let i = false, a = [], c;
        for (c = 0; c < n.length; c++) if (this.rules.other.blockquoteStart.test(n[c])) a.push(n[c]), i = true;
        else if (!i) a.push(n[c]);
        else break;
        n = n.slice(c);
        let u = a.join(`
`), d = u.replace(this.rules.other.blockquoteMarkerWhitespace, (k, m, b) => b.startsWith(" ") ? m + " " + b.slice(1) : m + te(b, m.length)).replace(this.rules.other.blockquoteSetextReplace, `
    $1`).replace(this.rules.other.blockquoteSetextReplace2, "");
        r = r ? `${r}
${u}` : u, s = s ? `${s}
${d}` : d;
        let h = this.lexer.state.top;
        if (this.lexer.state.top = true, this.lexer.blockTokens(d, o, true), this.lexer.state.top = h, n.length === 0) break;
        let p = o.at(-1);
        if (p?.type === "code" || p?.type === "heading" || p?.type === "hr" || p?.type === "html" || p?.type === "table") break;
        if (p?.type === "blockquote") {
          let k = p, m = n.join(`
`), b = k.raw + `
` + m.replace(this.rules.other.blockquoteSetextReplace2, ""), f = this.blockquote(b);
          o[o.length - 1] = f;
          let R = b.substring(f.raw.length).replace(/^\n/, ""), E = R ? R.split(`
`).length : 0, T = E ? n.slice(0, -E) : n;
          if (T.length > 0 && (r = `${r}
${T.join(`
`)}`), s = s.substring(0, s.length - k.text.length) + f.text, n = n.slice(T.length), n.length > 0 && this.rules.other.blockquoteStart.test(n[0])) continue;
          break;
        } else if (p?.type === "list") {
          let k = p, m = k.raw + `
` + n.join(`
`), b = this.list(m);
          o[o.length - 1] = b;
          let f = b.raw.length > k.raw.length ? m.slice(k.raw.length + 1, b.raw.length).split(`
`).length : 0;
          if (f > 0) {
            let R = n.slice(0, f).join(`
`);
            r = `${r}
${R}`, s = `${s}
${R}`;
          }
          if (n = n.slice(f), n.length > 0 && !this.rules.other.blockquoteStart.test(n[0])) break;
          continue;
        }
      }
      return { type: "blockquote", raw: r, tokens: o, text: s };
    }
  }
  list(e) {
    let t = this.rules.block.list.exec(e);
    if (t) {
      if (!this.options.pedantic && this.lexer.state.lastToken?.type === "text" && !this.rules.other.listInterruptsParagraph.test(e)) return;
      let n = e, r = () => n.length - e.length, s = t[1].trim(), o = s.length > 1, i = { type: "list", raw: "", ordered: o, start: o ? +s.slice(0, -1) : "", loose: false, items: [] };
      s = o ? `\\d{1,9}\\${s.slice(-1)}` : `\\${s}`, this.options.pedantic && (s = o ? s : "[*+-]");
      let a = this.rules.other.listItemRegex(s), c = false;
      for (; e; ) {
        let h = false, p = "";
        if (!(t = a.exec(e)) || this.rules.block.hr.test(e)) break;
        let k = r();
        e = e.substring(t[0].length);
        let m = t[2].split(`
`, 1)[0], b = t[1].length, f = this.options.pedantic ? te(m, b) : m.replace(this.rules.other.leadingSpaceTab, (H) => te(H, b)), R = e.split(`
`, 1)[0], E = !f.trim(), T = 0;
        if (this.options.pedantic ? (T = 2, p = f.trimStart()) : E ? T = b + 1 : (T = f.search(this.rules.other.nonSpaceChar), T = T > 4 ? 1 : T, p = f.slice(T), T += b), E && this.rules.other.blankLine.test(R) && (e = e.substring(R.length + 1), h = true), !h) {
          let H = this.rules.other.nextBulletRegex(T), K = this.rules.other.hrRegex(T), re = this.rules.other.fencesBeginRegex(T), B = this.options.pedantic ? this.rules.other.pedanticHeadingBeginRegex(T) : this.rules.other.headingBeginRegex(T), X = this.rules.other.htmlBeginRegex(T), se = this.rules.other.blockquoteBeginRegex(T), le = false;
          for (; e; ) {
            let we = e.split(`
`, 1)[0], Z;
            if (R = we, this.options.pedantic ? (R = R.replace(this.rules.other.listReplaceNesting, "  "), Z = R) : Z = R.replace(this.rules.other.leadingSpaceTab, ($) => te($)), re.test(R) || B.test(R) || X.test(R) || se.test(R) || H.test(R) || K.test(R)) break;
            if (Z.search(this.rules.other.nonSpaceChar) >= T || !R.trim()) p += `
` + Z.slice(T), le = false;
            else {
              if (E) break;
              let $ = f;
              if (!this.options.pedantic && !p.includes(`
`) && !f.includes("	")) {
                let j;
                for (; !K.test($) && (j = this.rules.other.nestedBlockMarker.exec($)); ) $ = $.slice(j[0].length);
                if (!$.trim()) break;
              }
              if ($.replace(this.rules.other.tabCharGlobal, "    ").search(this.rules.other.nonSpaceChar) >= 4 || re.test($) || B.test($) || X.test($) || K.test($)) break;
              if (!this.options.pedantic && !le) {
                let j = f.replace(this.rules.other.nestedContainerMarkers, "");
                if (this.rules.block.fences.test(j) || this.rules.block.heading.test(j) || this.rules.block.hr.test(j)) break;
              }
              let je = !this.options.pedantic && /^ {0,3}(?:=+|-+) *$/.test(R) && this.rules.block.lheading.test(`${f}
${R}`) ? `    ${Z.replace(/^ {0,3}/, "")}` : R;
              p += `
` + je, le = true;
            }
            E = !R.trim(), e = e.substring(we.length + 1), f = Z.slice(T);
          }
        }
        let U = n.slice(k, r());
        i.loose || (c ? i.loose = true : this.rules.other.doubleBlankLine.test(U) && (c = true)), i.items.push({ type: "list_item", raw: U, task: !!this.options.gfm && this.rules.other.listIsTask.test(p), loose: false, text: p, tokens: [] });
      }
      let u = i.items.at(-1);
      if (u) u.raw = u.raw.trimEnd(), u.text = u.text.trimEnd();
      else return;
      i.raw = n.slice(0, r()).trimEnd();
      let d = [];
      for (let h of i.items) if (this.lexer.state.top = false, d.push(this.lexer.inlineQueue.length), h.tokens = this.lexer.blockTokens(h.text, []), !i.loose) {
        let p = h.tokens.filter((m) => m.type === "space"), k = p.length > 0 && p.some((m) => this.rules.other.anyLine.test(m.raw));
        i.loose = k;
      }
      for (let h = 0; h < i.items.length; h++) {
        let p = i.items[h], k = p.tokens[0];
        if (p.task && (k?.type === "text" || k?.type === "paragraph")) {
          p.text = p.text.replace(this.rules.other.listReplaceTask, ""), k.raw = k.raw.replace(this.rules.other.listReplaceTask, ""), k.text = k.text.replace(this.rules.other.listReplaceTask, "");
          let m = this.lexer.inlineQueue;
          for (let f = d[h]; f < m.length; f++) if (m[f].tokens === k.tokens) {
            m[f].src = m[f].src.replace(this.rules.other.listReplaceTask, "");
            break;
          }
          let b = this.rules.other.listTaskCheckbox.exec(p.raw);
          if (b) {
            let f = { type: "checkbox", raw: b[0] + " ", checked: b[0] !== "[ ]" };
            p.checked = f.checked, i.loose ? p.tokens[0] && ["paragraph", "text"].includes(p.tokens[0].type) && "tokens" in p.tokens[0] && p.tokens[0].tokens ? (p.tokens[0].raw = f.raw + p.tokens[0].raw, p.tokens[0].text = f.raw + p.tokens[0].text, p.tokens[0].tokens.unshift(f)) : p.tokens.unshift({ type: "paragraph", raw: f.raw, text: f.raw, tokens: [f] }) : p.tokens.unshift(f);
          }
        } else p.task && (p.task = false);
      }
      if (i.loose) for (let h of i.items) {
        h.loose = true;
        for (let p of h.tokens) p.type === "text" && (p.type = "paragraph");
      }
      return i;
    }
  }
  html(e) {
    let t = this.rules.block.html.exec(e);
    if (t) {
      if (this.lexer.state.lastToken?.type === "paragraph" && !this.rules.other.htmlBeginRegex(4).test(e)) return;
      let n = Re(t[0]);
      return { type: "html", block: true, raw: n, pre: t[1] === "pre" || t[1] === "script" || t[1] === "style", text: n };
    }
  }
  def(e) {
    let t = this.rules.block.def.exec(e);
    if (t) {
      if (!this.rules.other.startAngleBracket.test(t[2]) && Te(t[2], "()") !== -1) return;
      let n = W(t[1]), r = t[2] ? t[2].replace(this.rules.other.hrefBrackets, "$1").replace(this.rules.inline.anyPunctuation, "$1") : "", s = t[3] ? t[3].substring(1, t[3].length - 1).replace(this.rules.inline.anyPunctuation, "$1") : t[3];
      return { type: "def", tag: n, raw: C(t[0], `
`), href: r, title: s };
    }
  }
  table(e) {
    let t = this.rules.block.table.exec(e);
    if (!t || !this.rules.other.tableDelimiter.test(t[2])) return;
    let n = be(t[1]), r = t[2].replace(this.rules.other.tableAlignChars, "").split("|"), s = t[3]?.trim() ? t[3].replace(this.rules.other.tableRowBlankLine, "").split(`
`) : [], o = { type: "table", raw: C(t[0], `
`), header: [], align: [], rows: [] };
    if (n.length === r.length) {
      for (let i of r) this.rules.other.tableAlignRight.test(i) ? o.align.push("right") : this.rules.other.tableAlignCenter.test(i) ? o.align.push("center") : this.rules.other.tableAlignLeft.test(i) ? o.align.push("left") : o.align.push(null);
      for (let i = 0; i < n.length; i++) o.header.push({ text: n[i], tokens: this.lexer.inline(n[i]), header: true, align: o.align[i] });
      for (let i of s) o.rows.push(be(i, o.header.length).map((a, c) => ({ text: a, tokens: this.lexer.inline(a), header: false, align: o.align[c] })));
      return o;
    }
  }
  lheading(e) {
    let t = this.rules.block.lheading.exec(e);
    if (t) {
      let n = t[1].trim();
      return { type: "heading", raw: C(t[0], `
`), depth: t[2].charAt(0) === "=" ? 1 : 2, text: n, tokens: this.lexer.inline(n) };
    }
  }
  paragraph(e) {
    let t = this.rules.block.paragraph.exec(e);
    if (t) {
      let n = t[1].charAt(t[1].length - 1) === `
` ? t[1].slice(0, -1) : t[1];
      return { type: "paragraph", raw: t[0], text: n, tokens: this.lexer.inline(n) };
    }
  }
  text(e) {
    let t = this.rules.block.text.exec(e);
    if (t) return { type: "text", raw: t[0], text: t[0], tokens: this.lexer.inline(t[0]) };
  }
  escape(e) {
    if (e.charCodeAt(0) !== 92) return;
    let t = this.rules.inline.escape.exec(e);
    if (t) return { type: "escape", raw: t[0], text: t[1] };
  }
  tag(e) {
    if (e.charCodeAt(0) !== 60) return;
    let t = this.rules.inline.tag.exec(e);
    if (t) return !this.lexer.state.inLink && this.rules.other.startATag.test(t[0]) ? this.lexer.state.inLink = true : this.lexer.state.inLink && this.rules.other.endATag.test(t[0]) && (this.lexer.state.inLink = false), !this.lexer.state.inRawBlock && this.rules.other.startPreScriptTag.test(t[0]) ? this.lexer.state.inRawBlock = true : this.lexer.state.inRawBlock && this.rules.other.endPreScriptTag.test(t[0]) && (this.lexer.state.inRawBlock = false), { type: "html", raw: t[0], inLink: this.lexer.state.inLink, inRawBlock: this.lexer.state.inRawBlock, block: false, text: t[0] };
  }
  link(e) {
    if (this.lexer.state.linkParenPossible === false) return;
    let t = e.charCodeAt(0);
    if (t !== 91 && t !== 33) return;
    let n = this.rules.inline.link.exec(e);
    if (n) {
      let r = n[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e, n[1], r, this.rules)) return;
      let s = n[2].trim();
      if (!this.options.pedantic && this.rules.other.startAngleBracket.test(s)) {
        if (!this.rules.other.endAngleBracket.test(s)) return;
        let c = C(s.slice(0, -1), "\\");
        if ((s.length - c.length) % 2 === 0) return;
      } else {
        let c = Te(n[2], "()");
        if (c === -2) return;
        if (c > -1) {
          let d = (n[0].indexOf("!") === 0 ? 5 : 4) + n[1].length + c;
          n[2] = n[2].substring(0, c), n[0] = n[0].substring(0, d).trim(), n[3] = "";
        }
      }
      let o = C(n[0].slice(0, -1), "\\");
      if ((n[0].length - o.length) % 2 === 0) return;
      let i = n[2], a = "";
      if (this.options.pedantic) {
        let c = this.rules.other.pedanticHrefTitle.exec(i);
        c && (i = c[1], a = c[3]);
      } else a = n[3] ? n[3].slice(1, -1) : "";
      return i = i.trim(), this.rules.other.startAngleBracket.test(i) && (this.options.pedantic && !this.rules.other.endAngleBracket.test(s) ? i = i.slice(1) : i = i.slice(1, -1)), He(n, { href: i && i.replace(this.rules.inline.anyPunctuation, "$1"), title: a && a.replace(this.rules.inline.anyPunctuation, "$1") }, n[0], this.lexer, this.rules);
    }
  }
  reflink(e, t) {
    let n = e.charCodeAt(0);
    if (n !== 91 && n !== 33) return;
    let r;
    if ((r = this.rules.inline.reflink.exec(e)) || (r = this.rules.inline.nolink.exec(e))) {
      let s = r[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e, r[1], s, this.rules)) return;
      let o = t[W(r[2] || r[1])];
      if (!o) {
        let i = r[0].charAt(0);
        return { type: "text", raw: i, text: i };
      }
      return He(r, o, r[0], this.lexer, this.rules);
    }
  }
  emStrong(e, t, n = "") {
    let r = this.rules.inline.emStrongLDelim.exec(e);
    if (!r || !r[1] && !r[2] && !r[3] && !r[4]) return;
    let s = r[0][0], o = n === s, i = t.length - e.length, a = i;
    for (; !this.options.pedantic && a > 0 && t[a - 1] === s; ) a--;
    let c = [...t.slice(Math.max(0, a - 2), a)].at(-1) ?? "", u = c === "*" || c === "_" || !!this.rules.inline.punctuation.exec(c);
    a < i && (n = c);
    let d = a < i ? u : n === "*" || n === "_" || !!this.rules.inline.punctuation.exec(n);
    if (r[4] && n.match(this.rules.other.unicodeAlphaNumeric)) return;
    let h = r[1] || r[3] || "";
    if (!h || !n || d) {
      let p = [...r[0]].length - 1, k, m, b = p, f = 0, R = i - a + p, E = !this.options.pedantic && !!c.trim() && (!!h || s === "*" && !u);
      if (s !== "*" && s !== "_") return;
      let T = s === "*" ? this.rules.inline.emStrongRDelimAst : this.rules.inline.emStrongRDelimUnd, U = oe(this, t, s), H = t.length - e.length + p;
      if (U < H) return;
      t = t.slice(-1 * e.length + p);
      let K = U - H;
      for (T.lastIndex = 0; (r = T.exec(t)) !== null && !(r.index > K); ) {
        if (k = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !k) continue;
        if (m = [...k].length, r[3] || r[4]) {
          b += m;
          continue;
        } else if ((r[5] || r[6] || E) && R % 3 && !((R + m) % 3)) {
          if (o && (r[5] || r[6])) break;
          f += m;
          continue;
        }
        if (b -= m, b > 0) continue;
        m = Math.min(m, m + b + f);
        let re = [...r[0]][0].length, B = e.slice(0, p + r.index + re + m);
        if (Math.min(p, m) % 2) {
          let se = B.slice(1, -1);
          return { type: "em", raw: B, text: se, tokens: this.lexer.inlineTokens(se) };
        }
        let X = B.slice(2, -2);
        return { type: "strong", raw: B, text: X, tokens: this.lexer.inlineTokens(X) };
      }
    }
  }
  codespan(e) {
    if (e.charCodeAt(0) !== 96) return;
    let t = this.rules.inline.code.exec(e);
    if (t) {
      let n = t[2].replace(this.rules.other.newLineCharGlobal, " "), r = this.rules.other.nonSpaceChar.test(n), s = this.rules.other.startingSpaceChar.test(n) && this.rules.other.endingSpaceChar.test(n);
      return r && s && (n = n.substring(1, n.length - 1)), { type: "codespan", raw: t[0], text: n };
    }
  }
  br(e) {
    let t = e.charCodeAt(0);
    if (t !== 32 && t !== 92 && t !== 10) return;
    let n = this.rules.inline.br.exec(e);
    if (n) return { type: "br", raw: n[0] };
  }
  del(e, t, n = "") {
    if (e.charCodeAt(0) !== 126) return;
    let r = this.rules.inline.delLDelim.exec(e);
    if (!r) return;
    if (!(r[1] || "") || !n || this.rules.inline.punctuation.exec(n)) {
      let o = [...r[0]].length - 1, i, a, c = o, u = this.rules.inline.delRDelim, d = ae(this, t), h = t.length - e.length + o;
      if (d < h) return;
      t = t.slice(-1 * e.length + o);
      let p = d - h;
      for (u.lastIndex = 0; (r = u.exec(t)) !== null && !(r.index > p); ) {
        if (i = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !i || (a = [...i].length, a !== o)) continue;
        if (r[3] || r[4]) {
          c += a;
          continue;
        }
        if (c -= a, c > 0) continue;
        a = Math.min(a, a + c);
        let k = [...r[0]][0].length, m = e.slice(0, o + r.index + k + a), b = m.slice(o, -o);
        return { type: "del", raw: m, text: b, tokens: this.lexer.inlineTokens(b) };
      }
    }
  }
  autolink(e) {
    if (e.charCodeAt(0) !== 60) return;
    let t = this.rules.inline.autolink.exec(e);
    if (t) {
      let n, r;
      return t[2] === "@" ? (n = t[1], r = "mailto:" + n) : (n = t[1], r = n), { type: "link", raw: t[0], text: n, href: r, autolink: true, tokens: [{ type: "text", raw: n, text: n }] };
    }
  }
  url(e) {
    let t;
    if (t = this.rules.inline.url.exec(e)) {
      let n, r;
      if (t[2] === "@") n = t[0], r = "mailto:" + n;
      else {
        let s;
        do
          s = t[0], t[0] = this.rules.inline._backpedal.exec(t[0])?.[0] ?? "";
        while (s !== t[0]);
        n = t[0], t[1] === "www." ? r = "http://" + t[0] : r = t[0];
      }
      return { type: "link", raw: t[0], text: n, href: r, autolink: true, tokens: [{ type: "text", raw: n, text: n }] };
    }
  }
  inlineText(e) {
    let t = this.rules.inline.text.exec(e);
    if (t) {
      let n = this.lexer.state.inRawBlock;
      return { type: "text", raw: t[0], text: n ? t[0] : De(t[0]), escaped: n };
    }
  }
};
var w = class l {
  tokens;
  options;
  state;
  inlineQueue;
  tokenizer;
  constructor(e) {
    this.tokens = [], this.tokens.links = /* @__PURE__ */ Object.create(null), this.options = e || S, this.options.tokenizer = this.options.tokenizer || new _(), this.tokenizer = this.options.tokenizer, this.tokenizer.options = this.options, this.tokenizer.lexer = this, this.inlineQueue = [], this.state = { inLink: false, inRawBlock: false, linkEmitted: false, linkParenPossible: true, top: true };
    let t = { other: O, block: ee.normal, inline: F.normal };
    this.options.pedantic ? (t.block = ee.pedantic, t.inline = F.pedantic) : this.options.gfm && (t.block = ee.gfm, this.options.breaks ? t.inline = F.breaks : t.inline = F.gfm), this.tokenizer.rules = t;
  }
  static get rules() {
    return { block: ee, inline: F };
  }
  static lex(e, t) {
    return new l(t).lex(e);
  }
  static lexInline(e, t) {
    return new l(t).inlineTokens(e);
  }
  lex(e) {
    e = e.replace(O.carriageReturn, `
`), this.blockTokens(e, this.tokens);
    for (let t = 0; t < this.inlineQueue.length; t++) {
      let n = this.inlineQueue[t];
      this.state.inRawBlock = false, this.inlineTokens(n.src, n.tokens);
    }
    return this.inlineQueue = [], this.tokens;
  }
  blockTokens(e, t = [], n = false) {
    this.tokenizer.lexer = this;
    let r = this.state.lastToken;
    this.options.pedantic && (e = e.replace(O.tabCharGlobal, "    ").replace(O.spaceLine, ""));
    let s = 1 / 0, o, i = this.options.gfm && !this.options.pedantic && this.tokenizer.paragraph === _.prototype.paragraph;
    for (; e; ) {
      if (e.length < s) s = e.length;
      else {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
      this.state.lastToken = t.at(-1);
      let a;
      if (this.options.extensions?.block?.some((u) => (a = u.call({ lexer: this }, e, t)) ? (e = e.substring(a.raw.length), t.push(a), true) : false)) continue;
      if (a = this.tokenizer.space(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        a.raw.length === 1 && u !== void 0 ? u.raw += `
` : t.push(a);
        continue;
      }
      if (a = this.tokenizer.code(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.at(-1).src = u.text) : t.push(a);
        continue;
      }
      if (a = this.tokenizer.fences(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.heading(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.hr(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.blockquote(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.list(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.html(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.def(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.raw, this.inlineQueue.at(-1).src = u.text) : (this.tokens.links[a.tag] || (this.tokens.links[a.tag] = { href: a.href, title: a.title }), t.push(a));
        continue;
      }
      if (a = this.tokenizer.table(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.lheading(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      let c = e;
      if (this.options.extensions?.startBlock) {
        let u = 1 / 0, d = e.slice(1), h;
        this.options.extensions.startBlock.forEach((p) => {
          h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
        }), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
      }
      if (this.state.top && (a = this.tokenizer.paragraph(c))) {
        let u = t.at(-1);
        (n || u === o && i) && u?.type === "paragraph" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text, o = u) : (t.push(a), o = a), n = c.length !== e.length, e = e.substring(a.raw.length);
        continue;
      }
      if (a = this.tokenizer.text(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text) : t.push(a);
        continue;
      }
      if (e) {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
    }
    return this.state.top = true, this.state.lastToken = r, t;
  }
  inline(e, t = []) {
    return this.inlineQueue.push({ src: e, tokens: t }), t;
  }
  linkInText(e) {
    if (!e.includes("[")) return false;
    let t = this.tokenizer.rules.inline.link;
    for (let n of e.matchAll(this.tokenizer.rules.inline.blockSkip)) if (t.test(n[0]) && e.charAt(n.index - 1) !== "!") return true;
    for (let n of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)) {
      let r = n[0], s = r.lastIndexOf("[");
      if (!(r.charAt(0) === "!" || !Object.hasOwn(this.tokens.links, W(r.slice(s + 1, -1)))) && !(s > 1 && this.linkInText(r.slice(1, s - 1)))) return true;
    }
    return false;
  }
  inlineTokens(e, t = []) {
    this.tokenizer.lexer = this;
    let n = this.state.linkParenPossible;
    this.state.linkParenPossible = e.includes(")");
    try {
      return this.#t(e, t);
    } finally {
      this.state.linkParenPossible = n;
    }
  }
  #t(e, t) {
    let n = e.includes("*") || e.includes("_") || e.includes("~"), r = n || this.options.hooks?.emStrongMask || this.tokenizer.emStrong !== _.prototype.emStrong || this.tokenizer.del !== _.prototype.del ? this.#r(e) : e;
    if (!n) return this.#e(e, r, t);
    qe(this.tokenizer, r);
    try {
      return this.#e(e, r, t);
    } finally {
      ve(this.tokenizer);
    }
  }
  #e(e, t, n) {
    let r = false, s = "", o = 1 / 0;
    for (; e; ) {
      if (e.length < o) o = e.length;
      else {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
      r || (s = ""), r = false;
      let i;
      if (this.options.extensions?.inline?.some((u) => (i = u.call({ lexer: this }, e, n)) ? (e = e.substring(i.raw.length), n.push(i), true) : false)) continue;
      if (i = this.tokenizer.escape(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.tag(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.link(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.reflink(e, this.tokens.links)) {
        e = e.substring(i.raw.length);
        let u = n.at(-1);
        i.type === "text" && u?.type === "text" ? (u.raw += i.raw, u.text += i.text) : n.push(i);
        continue;
      }
      let a = e[0];
      if (a === "*" || a === "_") {
        let u = t.length - e.length;
        if (oe(this.tokenizer, t, a) <= u) {
          let h = 1;
          for (; h < e.length && e.charCodeAt(h) === a.charCodeAt(0); ) h++;
          let p = e.substring(0, h), k = n.at(-1);
          k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({ type: "text", raw: p, text: p, escaped: false }), e = e.substring(h), s = a, r = true;
          continue;
        }
      } else if (a === "~") {
        let u = t.length - e.length;
        if (ae(this.tokenizer, t) <= u) {
          let h = 1;
          for (; h < e.length && e.charCodeAt(h) === 126; ) h++;
          let p = e.substring(0, h), k = n.at(-1);
          k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({ type: "text", raw: p, text: p, escaped: false }), e = e.substring(h), s = a, r = true;
          continue;
        }
      }
      if (i = this.tokenizer.emStrong(e, t, s)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.codespan(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.br(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.del(e, t, s)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.autolink(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (!this.state.inLink && (i = this.tokenizer.url(e))) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      let c = e;
      if (this.options.extensions?.startInline) {
        let u = 1 / 0, d = e.slice(1), h;
        this.options.extensions.startInline.forEach((p) => {
          h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
        }), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
      }
      if (i = this.tokenizer.inlineText(c)) {
        e = e.substring(i.raw.length), i.raw.slice(-1) !== "_" && (s = i.raw.slice(-1)), r = true;
        let u = n.at(-1);
        u?.type === "text" ? (u.raw += i.raw, u.text += i.text) : n.push(i);
        continue;
      }
      if (e) {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
    }
    return n;
  }
  #n(e) {
    let { blockSkip: t, tag: n, autolink: r } = this.tokenizer.rules.inline, s = "", o = 0, i;
    for (t.lastIndex = 0; i = t.exec(e); ) {
      let a = i.index + (i[2] ? i[2].length : 0), c = i.index + i[0].length;
      if (e.charAt(a) === "<") {
        let u = e.slice(a), d = n.exec(u) || r.exec(u);
        if (!d) {
          t.lastIndex = a + 1;
          continue;
        }
        c = a + d[0].length, t.lastIndex = c;
      }
      s += e.slice(o, a) + "[" + "a".repeat(c - a - 2) + "]", o = c;
    }
    return s + e.slice(o);
  }
  #r(e) {
    let t = e;
    if (this.tokens.links && e.includes("[")) {
      let n = this.tokenizer.rules.inline.reflinkSearch, r = (s) => {
        let o = s.lastIndexOf("[");
        if (!Object.hasOwn(this.tokens.links, W(s.slice(o + 1, -1)))) return s;
        if (o > 1 && s.charAt(0) !== "!") {
          let i = s.slice(1, o - 1);
          if (this.linkInText(i)) return "[" + i.replace(n, r) + "][" + "a".repeat(s.length - o - 2) + "]";
        }
        return "[" + "a".repeat(s.length - 2) + "]";
      };
      t = t.replace(n, r);
    }
    return t = t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode, (n, r, s) => s ? "+".repeat(n.length) : r ? r + n.slice(r.length, -r.length).replace(/`/g, "+") + r : n), t = this.#n(t), t = this.options.hooks?.emStrongMask?.call({ lexer: this }, t) ?? t, t;
  }
  infiniteLoopError(e) {
    let t = "Infinite loop on byte: " + e;
    if (this.options.silent) console.error(t);
    else throw new Error(t);
  }
};
var I = class {
  options;
  parser;
  constructor(e) {
    this.options = e || S;
  }
  space(e) {
    return "";
  }
  code({ text: e, lang: t, escaped: n }) {
    let r = (t || "").match(O.notSpaceStart)?.[0], s = e ? e.replace(O.endingNewline, "") + `
` : "";
    return r ? '<pre><code class="language-' + y(r) + '">' + (n ? s : y(s, true)) + `</code></pre>
` : "<pre><code>" + (n ? s : y(s, true)) + `</code></pre>
`;
  }
  blockquote({ tokens: e }) {
    return `<blockquote>
${this.parser.parse(e)}</blockquote>
`;
  }
  html({ text: e }) {
    return e;
  }
  def(e) {
    return "";
  }
  heading({ tokens: e, depth: t }) {
    return `<h${t}>${this.parser.parseInline(e)}</h${t}>
`;
  }
  hr(e) {
    return `<hr>
`;
  }
  list(e) {
    let t = e.ordered, n = e.start, r = "";
    for (let i = 0; i < e.items.length; i++) {
      let a = e.items[i];
      r += this.listitem(a);
    }
    let s = t ? "ol" : "ul", o = t && n !== 1 ? ' start="' + n + '"' : "";
    return "<" + s + o + `>
` + r + "</" + s + `>
`;
  }
  listitem(e) {
    return `<li>${this.parser.parse(e.tokens)}</li>
`;
  }
  checkbox({ checked: e }) {
    return "<input " + (e ? 'checked="" ' : "") + 'disabled="" type="checkbox"> ';
  }
  paragraph({ tokens: e }) {
    return `<p>${this.parser.parseInline(e)}</p>
`;
  }
  table(e) {
    let t = "", n = "";
    for (let s = 0; s < e.header.length; s++) n += this.tablecell(e.header[s]);
    t += this.tablerow({ text: n });
    let r = "";
    for (let s = 0; s < e.rows.length; s++) {
      let o = e.rows[s];
      n = "";
      for (let i = 0; i < o.length; i++) n += this.tablecell(o[i]);
      r += this.tablerow({ text: n });
    }
    return r && (r = `<tbody>${r}</tbody>`), `<table>
<thead>
` + t + `</thead>
` + r + `</table>
`;
  }
  tablerow({ text: e }) {
    return `<tr>
${e}</tr>
`;
  }
  tablecell(e) {
    let t = this.parser.parseInline(e.tokens), n = e.header ? "th" : "td";
    return (e.align ? `<${n} align="${e.align}">` : `<${n}>`) + t + `</${n}>
`;
  }
  strong({ tokens: e }) {
    return `<strong>${this.parser.parseInline(e)}</strong>`;
  }
  em({ tokens: e }) {
    return `<em>${this.parser.parseInline(e)}</em>`;
  }
  codespan({ text: e }) {
    return `<code>${y(e, true)}</code>`;
  }
  br(e) {
    return "<br>";
  }
  del({ tokens: e }) {
    return `<del>${this.parser.parseInline(e)}</del>`;
  }
  link({ href: e, title: t, text: n, tokens: r, autolink: s }) {
    let o = s ? y(n, true) : this.parser.parseInline(r), i = xe(e);
    if (i === null) return o;
    e = y(i, s);
    let a = '<a href="' + e + '"';
    return t && (a += ' title="' + y(t) + '"'), a += ">" + o + "</a>", a;
  }
  image({ href: e, title: t, text: n, tokens: r }) {
    r && (n = this.parser.parseInline(r, this.parser.textRenderer));
    let s = xe(e);
    if (s === null) return y(n);
    e = s;
    let o = `<img src="${y(e)}" alt="${y(n)}"`;
    return t && (o += ` title="${y(t)}"`), o += ">", o;
  }
  text(e) {
    return "tokens" in e && e.tokens ? this.parser.parseInline(e.tokens) : "escaped" in e && e.escaped ? e.text : y(e.text);
  }
};
var z = class {
  parser;
  strong({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  em({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  codespan({ text: e }) {
    return e;
  }
  del({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  html({ text: e }) {
    return e;
  }
  text({ text: e }) {
    return e;
  }
  link({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  image({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  br() {
    return `
`;
  }
  checkbox({ raw: e }) {
    return e;
  }
};
var P = class l2 {
  options;
  renderer;
  textRenderer;
  constructor(e) {
    this.options = e || S, this.options.renderer = this.options.renderer || new I(), this.renderer = this.options.renderer, this.renderer.options = this.options, this.renderer.parser = this, this.textRenderer = new z(), this.textRenderer.parser = this;
  }
  static parse(e, t) {
    return new l2(t).parse(e);
  }
  static parseInline(e, t) {
    return new l2(t).parseInline(e);
  }
  parse(e) {
    this.renderer.parser = this;
    let t = "";
    for (let n = 0; n < e.length; n++) {
      let r = e[n];
      if (this.options.extensions?.renderers?.[r.type]) {
        let o = r, i = this.options.extensions.renderers[o.type].call({ parser: this }, o);
        if (i !== false || !["space", "hr", "heading", "code", "table", "blockquote", "list", "checkbox", "html", "def", "paragraph", "text"].includes(o.type)) {
          t += i === false ? "" : i ?? "";
          continue;
        }
      }
      let s = r;
      switch (s.type) {
        case "space": {
          t += this.renderer.space(s);
          break;
        }
        case "hr": {
          t += this.renderer.hr(s);
          break;
        }
        case "heading": {
          t += this.renderer.heading(s);
          break;
        }
        case "code": {
          t += this.renderer.code(s);
          break;
        }
        case "table": {
          t += this.renderer.table(s);
          break;
        }
        case "blockquote": {
          t += this.renderer.blockquote(s);
          break;
        }
        case "list": {
          t += this.renderer.list(s);
          break;
        }
        case "checkbox": {
          t += this.renderer.checkbox(s);
          break;
        }
        case "html": {
          t += this.renderer.html(s);
          break;
        }
        case "def": {
          t += this.renderer.def(s);
          break;
        }
        case "paragraph": {
          t += this.renderer.paragraph(s);
          break;
        }
        case "text": {
          t += this.renderer.text(s);
          break;
        }
        default: {
          let o = 'Token with "' + s.type + '" type was not found.';
          if (this.options.silent) return console.error(o), "";
          throw new Error(o);
        }
      }
    }
    return t;
  }
  parseInline(e, t = this.renderer) {
    this.renderer.parser = this;
    let n = "";
    for (let r = 0; r < e.length; r++) {
      let s = e[r];
      if (this.options.extensions?.renderers?.[s.type]) {
        let i = this.options.extensions.renderers[s.type].call({ parser: this }, s);
        if (i !== false || !["escape", "html", "link", "image", "checkbox", "strong", "em", "codespan", "br", "del", "text"].includes(s.type)) {
          n += i === false ? "" : i ?? "";
          continue;
        }
      }
      let o = s;
      switch (o.type) {
        case "escape": {
          n += t.text(o);
          break;
        }
        case "html": {
          n += t.html(o);
          break;
        }
        case "link": {
          n += t.link(o);
          break;
        }
        case "image": {
          n += t.image(o);
          break;
        }
        case "checkbox": {
          n += t.checkbox(o);
          break;
        }
        case "strong": {
          n += t.strong(o);
          break;
        }
        case "em": {
          n += t.em(o);
          break;
        }
        case "codespan": {
          n += t.codespan(o);
          break;
        }
        case "br": {
          n += t.br(o);
          break;
        }
        case "del": {
          n += t.del(o);
          break;
        }
        case "text": {
          n += t.text(o);
          break;
        }
        default: {
          let i = 'Token with "' + o.type + '" type was not found.';
          if (this.options.silent) return console.error(i), "";
          throw new Error(i);
        }
      }
    }
    return n;
  }
};
var A = class {
  options;
  block;
  constructor(e) {
    this.options = e || S;
  }
  static passThroughHooks = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens", "emStrongMask"]);
  static passThroughHooksRespectAsync = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens"]);
  preprocess(e) {
    return e;
  }
  postprocess(e) {
    return e;
  }
  processAllTokens(e) {
    return e;
  }
  emStrongMask(e) {
    return e;
  }
  provideLexer(e = this.block) {
    return e ? w.lex : w.lexInline;
  }
  provideParser(e = this.block) {
    return e ? P.parse : P.parseInline;
  }
};
function M(l3, e) {
  if (Array.isArray(e)) for (let t = 0; t < e.length; t++) l3.push(e[t]);
  else l3.push(e);
}
var ne = class {
  defaults = G();
  options = this.setOptions;
  parse = this.parseMarkdown(true);
  parseInline = this.parseMarkdown(false);
  Parser = P;
  Renderer = I;
  TextRenderer = z;
  Lexer = w;
  Tokenizer = _;
  Hooks = A;
  constructor(...e) {
    this.use(...e);
  }
  walkTokens(e, t) {
    let n = [];
    for (let r of e) switch (M(n, t.call(this, r)), r.type) {
      case "table": {
        let s = r;
        for (let o of s.header) M(n, this.walkTokens(o.tokens, t));
        for (let o of s.rows) for (let i of o) M(n, this.walkTokens(i.tokens, t));
        break;
      }
      case "list": {
        let s = r;
        M(n, this.walkTokens(s.items, t));
        break;
      }
      default: {
        let s = r;
        this.defaults.extensions?.childTokens?.[s.type] ? this.defaults.extensions.childTokens[s.type].forEach((o) => {
          let i = s[o].flat(1 / 0);
          M(n, this.walkTokens(i, t));
        }) : s.tokens && M(n, this.walkTokens(s.tokens, t));
      }
    }
    return n;
  }
  use(...e) {
    let t = this.defaults.extensions || { renderers: /* @__PURE__ */ Object.create(null), childTokens: /* @__PURE__ */ Object.create(null) };
    return e.forEach((n) => {
      let r = { ...n };
      if (r.async = this.defaults.async || r.async || false, n.extensions && (n.extensions.forEach((s) => {
        if (!s.name) throw new Error("extension name required");
        if ("renderer" in s) {
          let o = t.renderers[s.name];
          o ? t.renderers[s.name] = function(...i) {
            let a = s.renderer.apply(this, i);
            return a === false && (a = o.apply(this, i)), a;
          } : t.renderers[s.name] = s.renderer;
        }
        if ("tokenizer" in s) {
          if (!s.level || s.level !== "block" && s.level !== "inline") throw new Error("extension level must be 'block' or 'inline'");
          let o = t[s.level];
          o ? o.unshift(s.tokenizer) : t[s.level] = [s.tokenizer], s.start && (s.level === "block" ? t.startBlock ? t.startBlock.push(s.start) : t.startBlock = [s.start] : s.level === "inline" && (t.startInline ? t.startInline.push(s.start) : t.startInline = [s.start]));
        }
        "childTokens" in s && s.childTokens && (t.childTokens[s.name] = s.childTokens);
      }), r.extensions = t), n.renderer) {
        let s = this.defaults.renderer || new I(this.defaults);
        for (let o in n.renderer) {
          if (!(o in s)) throw new Error(`renderer '${o}' does not exist`);
          if (["options", "parser"].includes(o)) continue;
          let i = o, a = n.renderer[i], c = s[i];
          s[i] = (...u) => {
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d === false ? "" : d ?? "";
          };
        }
        r.renderer = s;
      }
      if (n.tokenizer) {
        let s = this.defaults.tokenizer || new _(this.defaults);
        for (let o in n.tokenizer) {
          if (!(o in s)) throw new Error(`tokenizer '${o}' does not exist`);
          if (["options", "rules", "lexer"].includes(o)) continue;
          let i = o, a = n.tokenizer[i], c = s[i];
          s[i] = (...u) => {
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d;
          };
        }
        r.tokenizer = s;
      }
      if (n.hooks) {
        let s = this.defaults.hooks || new A();
        for (let o in n.hooks) {
          if (!(o in s)) throw new Error(`hook '${o}' does not exist`);
          if (["options", "block"].includes(o)) continue;
          let i = o, a = n.hooks[i], c = s[i];
          A.passThroughHooks.has(o) ? s[i] = (u) => {
            if (s.options.async && A.passThroughHooksRespectAsync.has(o)) return (async () => {
              let h = await a.call(s, u);
              return c.call(s, h);
            })();
            let d = a.call(s, u);
            return c.call(s, d);
          } : s[i] = (...u) => {
            if (s.options.async) return (async () => {
              let h = await a.apply(s, u);
              return h === false && (h = await c.apply(s, u)), h;
            })();
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d;
          };
        }
        r.hooks = s;
      }
      if (n.walkTokens) {
        let s = this.defaults.walkTokens, o = n.walkTokens;
        r.walkTokens = function(i) {
          let a = [];
          return M(a, o.call(this, i)), s && M(a, s.call(this, i)), a;
        };
      }
      this.defaults = { ...this.defaults, ...r };
    }), this;
  }
  setOptions(e) {
    return this.defaults = { ...this.defaults, ...e }, this;
  }
  lexer(e, t) {
    return w.lex(e, t ?? this.defaults);
  }
  parser(e, t) {
    return P.parse(e, t ?? this.defaults);
  }
  parseMarkdown(e) {
    return (n, r) => {
      let s = { ...r }, o = { ...this.defaults, ...s }, i = this.onError(!!o.silent, !!o.async);
      if (this.defaults.async === true && s.async === false) return i(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));
      if (typeof n > "u" || n === null) return i(new Error("marked(): input parameter is undefined or null"));
      if (typeof n != "string") return i(new Error("marked(): input parameter is of type " + Object.prototype.toString.call(n) + ", string expected"));
      if (o.hooks && (o.hooks.options = o, o.hooks.block = e), o.async) return (async () => {
        let a = o.hooks ? await o.hooks.preprocess(n) : n, u = await (o.hooks ? await o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(a, o), d = o.hooks ? await o.hooks.processAllTokens(u) : u;
        o.walkTokens && await Promise.all(this.walkTokens(d, o.walkTokens));
        let p = await (o.hooks ? await o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(d, o);
        return o.hooks ? await o.hooks.postprocess(p) : p;
      })().catch(i);
      try {
        o.hooks && (n = o.hooks.preprocess(n));
        let c = (o.hooks ? o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(n, o);
        o.hooks && (c = o.hooks.processAllTokens(c)), o.walkTokens && this.walkTokens(c, o.walkTokens);
        let d = (o.hooks ? o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(c, o);
        return o.hooks && (d = o.hooks.postprocess(d)), d;
      } catch (a) {
        return i(a);
      }
    };
  }
  onError(e, t) {
    return (n) => {
      if (n.message += `
Please report this to https://github.com/markedjs/marked.`, e) {
        let r = "<p>An error occurred:</p><pre>" + y(n.message + "", true) + "</pre>";
        return t ? Promise.resolve(r) : r;
      }
      if (t) return Promise.reject(n);
      throw n;
    };
  }
};
var v = new ne();
function x(l3, e) {
  return v.parse(l3, e);
}
x.options = x.setOptions = function(l3) {
  return v.setOptions(l3), x.defaults = v.defaults, ue(x.defaults), x;
};
x.getDefaults = G;
x.defaults = S;
function jt(...l3) {
  return v.use(...l3), x.defaults = v.defaults, ue(x.defaults), x;
}
x.use = jt;
x.walkTokens = function(l3, e) {
  return v.walkTokens(l3, e);
};
x.parseInline = v.parseInline;
x.Parser = P;
x.parser = P.parse;
x.Renderer = I;
x.TextRenderer = z;
x.Lexer = w;
x.lexer = w.lex;
x.Tokenizer = _;
x.Hooks = A;
x.parse = x;
var En = x.options;
var zn = x.setOptions;
var Mn = x.walkTokens;
var Bn = x.parseInline;
var qn = P.parse;
var vn = w.lex;

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
function dateIn(text2) {
  const match = DATES.map((pattern) => pattern.exec(text2)).find((found2) => found2 !== null);
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
    (token2, ...rest) => {
      const { number: number2, ordinal } = rest.at(-1);
      if (/^[0-9]{4}$/.test(token2)) return year;
      if (number2 === void 0) return monthLike(token2, Number(month));
      const value = numbers.shift() ?? "";
      const isPadded = isNumeric ? number2.length === 2 : number2.startsWith("0");
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
function isoDate(instant) {
  return instant.toISOString().slice(0, 10);
}

// src/packaging/changelog-heading.ts
var UNRELEASED_WORD = /\b(?:unreleased|not yet released|not released yet|in development|TBD|TBA|dev|(?:20\d\d|xxxx|yyyy)-(?:xx-xx|mm-dd|\?\?-\?\?))(?:\b|(?<=\?))/i;
var UNRELEASED_HEADING = /^\W*(?:unreleased(?: changes)?|not yet released|in development|development version|dev|latest changes|next(?: release| version)?|upcoming(?: release)?)\W*(?:$|\s[-–—:(,])/i;
var VERSION_HEADING = /^\W*(?:(?:version|release)\s+)?(?<name>[a-z][\w.-]*(?:\s+|[-@/]))?v?\.?(?<version>[0-9][\w.!+-]*)(?<rest>(?:$|[\s:,(|/–—]).*)/i;
function headingSays(plain) {
  const text2 = plain.replace(/\{[:#][^}]*\}|:\w+:/g, "").replace(/[[\]*`]/g, " ").replace(/\s+/g, " ");
  if (UNRELEASED_HEADING.test(text2)) return { unreleased: true, certain: true };
  const { name, version: version2 = "", rest = "" } = VERSION_HEADING.exec(text2)?.groups ?? {};
  const spelled = version2.replace(/[.-]+$/, "");
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
function markdownOutline(text2) {
  const headings = [];
  const definitions = [];
  const source2 = sameLength(text2);
  let cursor = 0;
  for (const token2 of vn(source2)) {
    const start = source2.indexOf(token2.raw, cursor);
    if (start < 0) continue;
    cursor = start + token2.raw.length;
    const span = { start, end: start + token2.raw.trimEnd().length };
    if (isHeading(token2)) headings.push({ ...span, ...headingOf(token2) });
    if (token2.type === "def") definitions.push({ ...span, label: String(token2.tag) });
  }
  return { headings, definitions };
}
function sameLength(text2) {
  return text2.replace(/^\uFEFF/, " ").replaceAll("\r\n", " \n").replaceAll("\r", "\n");
}
function isHeading(token2) {
  return token2.type === "heading";
}
function headingOf({ depth, text: text2, tokens }) {
  return { depth, source: text2, plain: plainText(tokens) };
}
function plainText(tokens) {
  return tokens.map(tokenText).join("");
}
function tokenText(token2) {
  if (token2.type === "html" || token2.type === "image") return "";
  if ("tokens" in token2 && token2.tokens) return plainText(token2.tokens);
  return "text" in token2 ? String(token2.text) : "";
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
  releaseTitle(unreleased, { version: version2, date }) {
    const bracketed = /^\[[^\]]+\](?!\()/.test(unreleased);
    return `${bracketed ? `[${version2}]` : version2} - ${date}`;
  },
  labelIn: (title) => /\[([^\]]+)\]/.exec(title)?.[1],
  // Brackets without a definition are shown as they are.
  unlinked: (title) => title,
  definition: (label, address2) => `[${label}]: ${address2}`,
  refersTo: (text2, label) => text2.toLowerCase().includes(`[${label}]`)
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
  return INLINE.reduce((text2, [markup, plain]) => text2.replace(markup, plain), source2);
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
function rstOutline(text2) {
  const headings = [];
  const others = { [STRONG]: [], [TERM]: [] };
  const definitions = [];
  const styles = [];
  const lines3 = linesOf(text2);
  for (let at2 = 0; at2 < lines3.length; ) {
    const { title, definition, next } = blockAt(lines3, at2);
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
    at2 = next;
  }
  if (headings.length > 1) return { headings, definitions };
  const [releases = []] = [others[STRONG], others[TERM]].map((all) => all.filter(({ plain }) => headingSays(plain) !== void 0)).filter((found2) => found2.length > 0);
  return { headings: [...headings, ...releases], definitions };
}
var STRONG = "strong";
var TERM = "term";
var DEEPEST = Number.MAX_SAFE_INTEGER;
function linesOf(text2) {
  return [...text2.matchAll(/(?<line>[^\r\n]*)(?:\r\n|\n|\r|$)/g)].map(({ index, groups }) => {
    const whole = groups?.line ?? "";
    const mark = index === 0 && whole.startsWith("\uFEFF") ? 1 : 0;
    const line = whole.slice(mark).trimEnd();
    return { text: line, start: index + mark, end: index + mark + line.length };
  });
}
function blockAt(lines3, at2) {
  for (const read2 of READERS2) {
    const block = read2(lines3, at2);
    if (block !== void 0) return block;
  }
  return paragraph(lines3, at2);
}
function indented(lines3, at2) {
  return /^(?:\s|$)/.test(textAt(lines3, at2)) ? { next: at2 + 1 } : void 0;
}
function listItem(lines3, at2) {
  return /^(?:[-+*•‣⁃|](?:\s|$)|:(?![: ])(?:[^:\\]|\\.)*:(?:\s|$))/.test(textAt(lines3, at2)) ? { next: at2 + 1 } : void 0;
}
function doctest(lines3, at2) {
  return /^>>>(?:\s|$)/.test(textAt(lines3, at2)) ? { next: endOf(lines3, at2, (line) => line !== "") } : void 0;
}
function explicitMarkup(lines3, at2) {
  if (!/^(?:\.\.|__)(?:\s|$)/.test(textAt(lines3, at2))) return void 0;
  const next = endOf(lines3, at2 + 1, (line) => /^(?:\s|$)/.test(line));
  const own2 = lines3.slice(at2, next).filter(({ text: text2 }) => text2 !== "");
  const label = labelIn(own2.map(({ text: text2 }) => text2.trim()).join(" "));
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
function overlinedTitle(lines3, at2) {
  const [over, titled, under] = [lines3[at2], lines3[at2 + 1], lines3[at2 + 2]];
  if (over === void 0 || titled === void 0 || under === void 0 || !isAdornment(over.text))
    return void 0;
  const isTitle = titled.text !== "" && !isAdornment(titled.text) && under.text === over.text;
  if (!isTitle || !reaches(over.text, titled.text)) return void 0;
  const style = over.text.slice(0, 1).repeat(2);
  return { next: at2 + 3, title: { start: over.start, end: under.end, source: titled.text.trim(), style } };
}
function underlinedTitle(lines3, at2) {
  const [titled, under] = [lines3[at2], lines3[at2 + 1]];
  if (titled === void 0 || under === void 0 || isAdornment(titled.text)) return void 0;
  if (!isAdornment(under.text) || !reaches(under.text, titled.text)) return void 0;
  const style = under.text.slice(0, 1);
  return { next: at2 + 2, title: { start: titled.start, end: under.end, source: titled.text, style } };
}
function strongLine(lines3, at2) {
  const line = lines3[at2];
  const source2 = /^\*\*(?<source>[^*]+)\*\*$/.exec(line?.text ?? "")?.groups?.source;
  if (line === void 0 || source2 === void 0 || textAt(lines3, at2 + 1) !== "") return void 0;
  return { next: at2 + 1, title: { start: line.start, end: line.end, source: source2, style: STRONG } };
}
function term(lines3, at2) {
  const line = lines3[at2];
  if (line === void 0 || isAdornment(line.text) || !/^\s+\S/.test(textAt(lines3, at2 + 1))) return void 0;
  return { next: at2 + 1, title: { start: line.start, end: line.end, source: line.text, style: TERM } };
}
function isAdornment(line) {
  return /^([!-/:-@[-`{-~])\1*$/.test(line);
}
function reaches(adornment, title) {
  return adornment.length >= 4 || adornment.length >= title.length;
}
function paragraph(lines3, at2) {
  if (isAdornment(textAt(lines3, at2)) && textAt(lines3, at2) !== "::") return { next: at2 + 1 };
  const next = endOf(lines3, at2 + 1, (line) => /^\S/.test(line));
  if (!textAt(lines3, next - 1).endsWith("::")) return { next };
  const below2 = endOf(lines3, next, (line) => line === "");
  const quote = textAt(lines3, below2).slice(0, 1);
  const isQuoted = isAdornment(quote) && !isAdornment(textAt(lines3, below2));
  return { next: isQuoted ? endOf(lines3, below2, (line) => line.startsWith(quote)) : next };
}
function endOf(lines3, at2, isOne) {
  let end = at2;
  while (end < lines3.length && isOne(textAt(lines3, end))) end += 1;
  return end;
}
function textAt(lines3, at2) {
  return lines3[at2]?.text ?? "";
}

// src/packaging/restructured-text.ts
var restructuredText = {
  name: "reStructuredText",
  outline: rstOutline,
  retitled(heading, source2, title) {
    const lines3 = heading.split("\n");
    const titled = lines3.find((line) => line.includes(source2))?.trimEnd() ?? source2;
    const retitled = titled.replace(source2, () => title);
    return lines3.map(
      (line) => line.includes(source2) ? line.replace(source2, () => title) : fitted(line, titled, retitled)
    ).join("\n");
  },
  releaseTitle(unreleased, { version: version2, date }) {
    return REFERENCE.test(unreleased) ? `\`${version2}\`_ - ${date}` : `${version2} (${date})`;
  },
  labelIn(title) {
    const { quoted: quoted2, bare } = REFERENCE.exec(title)?.groups ?? {};
    return quoted2 ?? bare;
  },
  // A reference without its target is an error of the document, and one that keeps a README from being rendered.
  unlinked: rstPlainText,
  definition: (label, address2) => `.. _${label}: ${address2}`,
  refersTo(text2, label) {
    const lower = text2.toLowerCase().replace(/\s+/g, " ");
    return label.startsWith("|") ? lower.includes(label) : [`\`${label}\`_`, `<${label}_>`].some((form) => lower.includes(form)) || bareReference(lower, label);
  }
};
var REFERENCE = /`(?<quoted>[^`<]+)`_(?!\w)|(?<![\w`.])(?<bare>\w(?:[\w.+-]*\w)?)_(?!\w)/;
function bareReference(text2, label) {
  const at2 = text2.split(`${label}_`);
  return at2.some((before, place) => {
    const after = at2[place + 1];
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
function markupOf({ file, text: text2 }) {
  return markupNamed(file) ?? (MARKDOWN_HEADING.test(text2) ? markdown : restructuredText);
}

// src/packaging/changelog-sections.ts
function changelogIn(source2) {
  const { text: text2 } = source2;
  const markup = markupOf(source2);
  const outline = markup.outline(text2);
  return { ...outline, text: text2, markup, sections: sectionsIn(outline.headings, text2) };
}
function openSection({ sections }) {
  const isAtEnd = (place) => place === 0 || place === sections.length - 1;
  return sections.find(
    ({ says }, place) => says.unreleased && (says.version === void 0 || isAtEnd(place))
  );
}
function sectionsIn(headings, text2) {
  const told3 = headings.map((at2) => ({ at: at2, says: headingSays(at2.plain) })).filter(({ says }) => says);
  const certain = told3.filter(({ says }) => says?.certain);
  const level = Math.min(...(certain.length > 0 ? certain : told3).map(({ at: at2 }) => at2.depth));
  const heads = told3.filter(({ at: at2, says }) => says?.certain || at2.depth === level);
  const starts = new Set(heads.map(({ at: at2 }) => at2));
  return heads.flatMap(({ at: at2, says }) => {
    const next = headings.find(
      (other) => other.start > at2.start && (other.depth <= at2.depth || starts.has(other))
    );
    const end = next?.start ?? text2.length;
    return says ? [withLineBelow({ at: at2, says, end }, text2)] : [];
  });
}
function withLineBelow({ at: at2, says, end }, text2) {
  const isOpen = says.version !== void 0 && says.date === void 0 && !says.unreleased;
  const { gap = "", line = "" } = FIRST_LINE.exec(text2.slice(at2.end, end))?.groups ?? {};
  const told3 = isOpen ? dateLine(line) : void 0;
  if (told3 === void 0) return { at: at2, says, end, below: void 0 };
  const start = at2.end + gap.length;
  return {
    at: at2,
    says: { ...says, unreleased: told3.unreleased },
    end,
    below: { ...told3, start, end: start + line.length }
  };
}
var FIRST_LINE = /^(?<gap>(?:[ \t]*(?:\r\n|\n|\r))+)(?<line>[^\r\n]*)/;

// src/packaging/text-edit.ts
function edited(text2, edits) {
  return edits.toSorted((a, b) => b.start - a.start).reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text2);
}

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
function sectionOf(source2, version2) {
  return changelogSections(source2).find(
    (section) => section.version && sameVersion(section.version, version2)
  );
}
function saysNothing({ body }) {
  return /^(?:[-*][ \t]*)?(?:nothing changed yet\.?)?$/i.test(body.trim());
}
function linkedBody(source2, { body }) {
  const { text: text2, markup, definitions } = changelogIn(source2);
  const elsewhere = definitions.filter(({ label }) => markup.refersTo(body, label)).map(({ start, end }) => text2.slice(start, end)).filter((definition) => !body.includes(definition));
  return elsewhere.length === 0 ? body : [body, "", ...elsewhere].join("\n");
}
function sectionIn({ text: text2, definitions, sections }, { at: at2, says, end, below: below2 }) {
  const ours = definitions.filter((definition) => definition.start > at2.start && definition.start < end);
  const labels = /* @__PURE__ */ new Set(["unreleased", ...sections.map((each) => each.says.version?.toLowerCase())]);
  const dropped = ours.filter(({ label }) => labels.has(label.replace(/^v/, "")));
  const edits = dropped.map((definition) => {
    const ending = /^\r?\n/.exec(text2.slice(definition.end))?.[0] ?? "";
    return { start: definition.start - at2.end, end: definition.end - at2.end + ending.length, text: "" };
  });
  const body = edited(text2.slice(at2.end, end), edits).replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
  const date = says.date ?? below2?.date;
  return {
    heading: at2.source,
    ...says.version !== void 0 && { version: says.version },
    ...date && { date: date.iso },
    body
  };
}

// src/phases/setup/changelog-file.ts
import path7 from "node:path";

// src/packaging/towncrier.ts
function towncrierSettings({ pyproject: pyproject2, towncrier }) {
  const document = parsedToml(towncrier ?? pyproject2 ?? "");
  const settings = valueAt(document, ["tool", "towncrier"]);
  if (typeof settings !== "object" && towncrier === void 0) return void 0;
  const text2 = (key) => {
    const value = valueAt(settings, [key]);
    return typeof value === "string" ? value : void 0;
  };
  return {
    changelog: text2("filename") ?? "NEWS.rst",
    settingsFile: towncrier === void 0 ? "pyproject.toml" : "towncrier.toml",
    placesFragments: (text2("directory") ?? text2("package")) !== void 0,
    titleFormat: text2("title_format")
  };
}
function titledVersion({ changelog, titleFormat }, newest, version2) {
  const isSaidByHand = titleFormat !== void 0 && !/v\{version\}/.test(titleFormat);
  if (!isSaidByHand || changelog.includes("{version}") || !/(?<![\w.])v\d/.test(newest ?? "")) return version2;
  return `v${version2}`;
}
function towncrierChangelog({ changelog }, release) {
  return changelog.replace(/\{(name|version)\}/g, (_2, field) => release[field]);
}

// src/plan/plan.ts
function writesVersion({ version: version2 }) {
  return version2.kind === "given" || version2.kind === "bump";
}
function frozen(value) {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

// src/phases/setup/lone-package.ts
import path4 from "node:path";

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
  return files.flatMap((each) => typeof each === "string" ? [{ file: each, part: WHOLE }] : []);
}
function versionFilesInCfg(value) {
  const { kind, told: told3 = "" } = /^(?<kind>attr|file):\s*(?<told>\S+)$/.exec(value)?.groups ?? {};
  if (kind === "attr") return attributeFiles(told3);
  return kind === "file" ? [{ file: told3, part: WHOLE }] : [];
}
var WHOLE = { kind: "whole" };
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
function pythonCode(source2) {
  return source2.replace(QUIET, (part2) => {
    if (part2.startsWith("#")) return part2.replace(/./g, " ");
    const quiet = part2.replace(/[^\r\n]/g, "_");
    return /^(?:"""|''')/.test(part2) ? quiet : `${part2[0]}${quiet.slice(1, -1)}${part2[0]}`;
  });
}
function outermost(code) {
  let depth = 0;
  let ended = false;
  return code.replace(/[([{]|[)\]}]|[^()[\]{}]+/g, (part2) => {
    if (/[)\]}]/.test(part2)) depth -= 1;
    ended ||= depth < 0;
    const kept = depth === 0 ? part2 : part2.replace(/[^\r\n]/g, " ");
    if (/[([{]/.test(part2)) depth += 1;
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
  return setupCalls(code).flatMap((inside) => keywordAt({ text: text2, code, inside }, argument));
}
function setupCalls(code) {
  return [...code.matchAll(CALL)].map(({ 0: call, index }) => index + call.length);
}
var KEYWORDS = { name: keyword("name"), version: keyword("version") };
function keyword(argument) {
  return new RegExp(
    `(?<before>(?:^|,)\\s*${argument}\\s*=\\s*)(?:(?<quote>["'])(?<literal>_+)\\k<quote>|(?<name>[A-Za-z_]\\w*))\\s*(?:,|$)`
  );
}
function keywordAt({ text: text2, code, inside }, argument) {
  const found2 = KEYWORDS[argument].exec(outermost(code.slice(inside)));
  const { before = "", literal = "", name } = found2?.groups ?? {};
  if (name !== void 0) return [{ name }];
  const start = inside + (found2?.index ?? 0) + before.length + 1;
  const version2 = text2.slice(start, start + literal.length);
  return version2 === "" || version2.includes("\\") ? [] : [{ version: version2, start, end: start + version2.length }];
}

// src/packaging/project-source.ts
var SOURCE_FILES = ["pyproject.toml", "setup.cfg", "setup.py"];
function projectSource(texts) {
  const pyproject2 = parsedPyproject(texts["pyproject.toml"] ?? "");
  const document = parsedToml(texts["pyproject.toml"] ?? "");
  const setupCfg2 = texts["setup.cfg"];
  const backEnd = backEndOf(document);
  const found2 = nameIn(pyproject2, texts);
  const tool = tagTool({ document, setupCfg: setupCfg2, setupPy: pythonCode(texts["setup.py"] ?? "") });
  return {
    ...pyproject2,
    extras: pyproject2.extras.length > 0 ? pyproject2.extras : extrasInCfg(setupCfg2 ?? ""),
    backEnd: {
      ...backEnd,
      versionFiles: [...backEnd.versionFiles, ...versionFilesInCfg(declared(setupCfg2 ?? "") ?? "")]
    },
    ...found2,
    ...tool !== void 0 && pyproject2.version === void 0 && { tagTool: tool }
  };
}
function nameIn(pyproject2, texts) {
  const said = {
    "pyproject.toml": pyproject2.name,
    "setup.cfg": cfgReader("metadata", "name").version(texts["setup.cfg"] ?? ""),
    "setup.py": nameInSetupPy(texts["setup.py"] ?? "")
  };
  const nameFile = SOURCE_FILES.find((file) => said[file] !== void 0);
  const name = nameFile && said[nameFile];
  return name === void 0 || nameFile === void 0 ? {} : { name, nameFile };
}
function declared(setupCfg2) {
  return /^version[ \t]*[=:][ \t]*(?<value>(?:attr|file):[^\r\n]*?)[ \t]*$/m.exec(setupCfg2)?.groups?.value;
}
function extrasInCfg(setupCfg2) {
  const section = /^\[options\.extras_require\][^\n]*\n(?<body>(?:(?!\[)[^\n]*(?:\n|$))*)/m.exec(setupCfg2);
  return [...(section?.groups?.body ?? "").matchAll(/^(?<key>[A-Za-z0-9][\w.-]*)[ \t]*[=:]/gm)].map(
    ({ groups }) => groups?.key ?? ""
  );
}

// src/packaging/workspace-member.ts
function parsedMember(text2) {
  const document = parsedToml(text2);
  const at2 = (...keys) => valueAt(document, keys);
  const name = at2("project", "name") ?? at2("tool", "poetry", "name");
  const extras2 = Object.values(at2("project", "optional-dependencies") ?? {}).flatMap(list);
  return {
    ...typeof name === "string" ? { name } : {},
    requires: [
      ...requiredNames(list(at2("project", "dependencies"))),
      ...requiredNames(list(at2("build-system", "requires"))),
      ...Object.keys(at2("tool", "poetry", "dependencies") ?? {}).map(normalizedName),
      ...list(at2("project", "dynamic")).includes("dependencies") ? siblings(at2("tool", "uv", "sources")) : []
    ],
    mayRequire: requiredNames(extras2),
    isPrivate: isPrivate(at2),
    workspace: workspaceIn(at2("tool", "uv", "workspace")),
    isOpen: at2("project") === void 0 || list(at2("project", "dynamic")).some((each) => /^(?:optional-)?dependencies$/.test(String(each)))
  };
}
function requiredName(requirement2) {
  const name = /^\s*(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)/.exec(requirement2)?.groups?.name;
  return name === void 0 ? void 0 : normalizedName(name);
}
function requiredNames(requirements) {
  return requirements.flatMap((each) => typeof each === "string" ? requiredName(each) ?? [] : []);
}
function siblings(sources) {
  return Object.entries(sources ?? {}).filter(([, source2]) => valueAt(source2, ["workspace"]) === true).map(([name]) => normalizedName(name));
}
function isPrivate(at2) {
  const classifiers = [...list(at2("project", "classifiers")), ...list(at2("tool", "poetry", "classifiers"))];
  const isPackage3 = at2("tool", "uv", "package") ?? at2("build-system") !== void 0;
  return isPackage3 !== true || classifiers.some((each) => String(each).startsWith("Private ::"));
}
function workspaceIn(table2) {
  if (table2 === void 0) return void 0;
  const texts = (key) => list(valueAt(table2, [key])).filter((each) => typeof each === "string");
  return { members: texts("members"), exclude: texts("exclude") };
}

// src/phases/setup/lone-package.ts
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
  const own2 = path4.relative(top, directory).replaceAll(path4.sep, "/");
  const found2 = (await files.glob(top, `**/{${SOURCE_FILES}}`)).filter(
    (file) => path4.posix.dirname(file) !== own2
  );
  const packages = await Promise.all(found2.map((file) => isPackage(path4.join(top, file), files)));
  return !packages.includes(true);
}
async function isPackage(file, files) {
  const text2 = await files.text(file) ?? "";
  switch (path4.basename(file)) {
    case "pyproject.toml":
      return isNamed2(text2);
    case "setup.cfg":
      return /^\[metadata\]/m.test(text2);
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
import path5 from "node:path";
async function repositoryTop({ workspace, directory }, files) {
  for (let at2 = path5.resolve(directory); ; at2 = path5.dirname(at2)) {
    if ((await files.list(at2))?.includes(".git")) return at2;
    if (at2 === path5.dirname(at2)) return workspace;
  }
}
async function ownName(file, plan, files) {
  const top = await repositoryTop(plan, files);
  const [base, from] = [await realOf(top, files), await realOf(plan.directory, files)];
  const target = await files.real(path5.join(plan.directory, file)) ?? path5.join(from, file);
  const parts2 = path5.relative(base, target).split(path5.sep);
  const isOutside2 = path5.isAbsolute(path5.relative(base, target)) || ["..", ".git"].includes(parts2[0] ?? "");
  const name = path5.relative(from, target).replaceAll(path5.sep, "/");
  const isLinked = path5.relative(base, from) !== path5.relative(top, path5.resolve(plan.directory));
  return isOutside2 || isLinked && name.startsWith("../") ? void 0 : name;
}
async function realOf(directory, files) {
  return await files.real(directory) ?? directory;
}

// src/phases/setup/read-towncrier.ts
import path6 from "node:path";
async function readTowncrier({ directory }, files) {
  const [pyproject2, towncrier] = await Promise.all(
    ["pyproject.toml", "towncrier.toml"].map((name) => files.text(path6.join(directory, name)))
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
  const isThere = async (file) => await files.text(path7.join(plan.directory, file)) !== void 0;
  if (plan.changelog !== "auto") return askedFor(plan.changelog, plan, files);
  const towncrier = await readTowncrier(plan, files);
  if (towncrier !== void 0 && "code" in towncrier) return towncrier;
  if (towncrier !== void 0 && known.version !== void 0) {
    const file = towncrierChangelog(towncrier, { name: known.name, version: known.version });
    if (writesVersion(plan) || await isThere(file)) return file;
  }
  return await usualFile(plan.directory, files, [...CHANGELOG_NAMES, ...ownHistory(known)]) ?? fileAbove(plan, files, known);
}
async function askedFor(file, plan, files) {
  if (await ownName(file, plan, files) === void 0)
    return fault("file-outside", { what: "The changelog", file });
  const top = path7.relative(plan.directory, await repositoryTop(plan, files)).replaceAll(path7.sep, "/");
  for (const name of [file, path7.posix.join(top, file)])
    if (await files.text(path7.join(plan.directory, name)) !== void 0) return name;
  return fault("changelog-missing", { file });
}
function ownHistory({ name }) {
  return ["md", "rst"].map((ending) => `docs/history/${normalizedName(name)}.${ending}`);
}
async function fileAbove(plan, files, known) {
  const top = await repositoryTop(plan, files);
  const above = path7.relative(plan.directory, top).replaceAll(path7.sep, "/");
  if (above === "") return void 0;
  const own2 = await usualFile(top, files, ownHistory(known));
  const shared = own2 ?? await usualFile(top, files, CHANGELOG_NAMES);
  const isCertain = own2 !== void 0 || shared !== void 0 && await isLonePackage(plan, top, files);
  return shared === void 0 || !isCertain ? void 0 : path7.posix.join(above, shared);
}
async function usualFile(directory, files, wanted) {
  const listed2 = await Promise.all(
    ["", "docs/", "docs/history/", "doc/"].map(
      async (folder) => (await files.list(path7.join(directory, folder)) ?? []).map((entry) => `${folder}${entry}`)
    )
  );
  const candidates2 = wanted.flatMap(
    (name) => listed2.flat().filter((entry) => entry.toLowerCase() === name.toLowerCase())
  );
  const isFile = async (entry) => await files.list(path7.join(directory, entry)) === void 0;
  const kinds = await Promise.all(candidates2.map(isFile));
  return candidates2.find((_2, place) => kinds[place]);
}

// src/phases/setup/version-places.ts
import path12 from "node:path";

// src/packaging/commitizen.ts
var COMMITIZEN_FILES = ["pyproject.toml", ".cz.toml", "cz.toml"];
function commitizenFiles(text2) {
  return list(valueAt(parsedToml(text2), ["tool", "commitizen", "version_files"])).flatMap((entry) => {
    if (typeof entry !== "string") return [];
    const colon = entry.indexOf(":");
    return colon < 0 ? [{ glob: entry, pattern: "" }] : [{ glob: entry.slice(0, colon), pattern: entry.slice(colon + 1) }];
  });
}

// src/packaging/version-places/cargo-version.ts
var STAGES = { a: "alpha", b: "beta", rc: "rc" };
function cargoVersion(version2) {
  const { epoch, release, pre, post, dev, local } = requiredParts(version2);
  const beyond = release.slice(3).some((number2) => number2 !== 0);
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

// src/packaging/literally.ts
function literally(text2) {
  return text2.replace(/\W/g, "\\$&");
}

// src/packaging/version-places/toml.ts
function tomlReader(...places) {
  return {
    version(text2) {
      const document = parsedToml(text2);
      return places.map((keys) => valueAt(document, keys)).find((value) => typeof value === "string");
    },
    rewritten(text2, from, to) {
      const document = parsedToml(text2);
      const stale = places.filter((keys) => valueAt(document, keys) === from);
      return stale.reduce(
        (done, keys) => done === void 0 ? done : rewrittenValue(done, keys, [from, to]),
        stale.length === 0 ? void 0 : text2
      );
    }
  };
}
function rewrittenValue(text2, keys, [from, to]) {
  const wanted = withValueAt(parsedToml(text2), keys, to);
  return [(value) => JSON.stringify(value), (value) => `'${value}'`].flatMap(
    (spelled) => [...text2.matchAll(new RegExp(literally(spelled(from)), "g"))].map(
      ({ 0: { length }, index }) => edited(text2, [{ start: index, end: index + length, text: spelled(to) }])
    )
  ).find((candidate) => isDeepStrictEqual(parsedToml(candidate), wanted));
}
function withValueAt(value, [key, ...rest], leaf) {
  if (key === void 0) return leaf;
  const inner = withValueAt(valueAt(value, [key]), rest, leaf);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return Object.assign(/* @__PURE__ */ Object.create(null), value, { [key]: inner });
}

// src/packaging/version-places/cargo-toml.ts
function cargoToml(table2) {
  const { version: version2, rewritten } = tomlReader([...table2.split("."), "version"]);
  return {
    version: version2,
    rewritten(text2, from, to) {
      const spelled = cargoSpelling(from, to);
      return spelled === void 0 ? void 0 : rewritten(text2, from, spelled);
    }
  };
}

// src/packaging/version-places/lines.ts
function linesReader(pattern) {
  const fits = expression(pattern);
  if (fits === void 0) return void 0;
  return {
    version: () => void 0,
    rewritten(text2, from, to) {
      const version2 = new RegExp(`(?<![0-9.])${literally(from)}(?![0-9]|\\.[0-9]|[a-z.]+[0-9])`, "g");
      const written = text2.replace(
        /[^\r\n]+/g,
        (line) => fits.test(line) ? line.replace(version2, () => to) : line
      );
      return written === text2 ? void 0 : written;
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

// src/packaging/version-places/lock-file.ts
function lockFile(name, isOwn, spelled = (_from, to) => to) {
  const reader = tomlReader(["package", "0", "version"]);
  const ownIn = (text2) => stretches(text2).find(({ content: content2 }) => {
    const entry = content2.includes(`"${name}"`) ? valueAt(parsedToml(content2), ["package", "0"]) : void 0;
    return valueAt(entry, ["name"]) === name && isOwn(entry);
  });
  return {
    version(text2) {
      const own2 = ownIn(text2);
      return own2 === void 0 ? void 0 : reader.version(own2.content);
    },
    rewritten(text2, from, to) {
      const [own2, version2] = [ownIn(text2), spelled(from, to)];
      if (own2 === void 0 || version2 === void 0) return void 0;
      const content2 = reader.rewritten(own2.content, from, version2);
      return content2 === void 0 ? void 0 : `${text2.slice(0, own2.start)}${content2}${text2.slice(own2.start + own2.content.length)}`;
    }
  };
}
function stretches(text2) {
  const starts = [...text2.matchAll(/^\[\[package\]\]/gm)].map(({ index }) => index);
  return starts.map((start, place) => ({ start, content: text2.slice(start, starts[place + 1]) }));
}

// src/packaging/version-places/meson-build.ts
var PROJECT = /^(?:\s|#[^\n]*\n)*project\s*\((?:[^()'#]|'(?:\\.|[^'\\])*'|#[^\n]*|\([^()]*\))*?[\s,(](?<before>version\s*:\s*')(?<version>[^'\\]+)'/d;
var mesonBuild = placesReader((text2) => {
  const found2 = PROJECT.exec(text2);
  const [start, end] = found2?.indices?.groups?.version ?? [];
  const version2 = found2?.groups?.version;
  return version2 === void 0 || start === void 0 || end === void 0 ? [] : [{ version: version2, start, end }];
});

// src/packaging/version-places/requirement-pins.ts
function requirementPins(name) {
  return {
    version: (text2) => pinsIn(parsedToml(text2), name)[0]?.version,
    rewritten(text2, from, to) {
      const stale = pinsIn(parsedToml(text2), name).filter(({ version: version2 }) => version2 === from);
      return stale.reduce(
        (done, { keys, before, after }) => done === void 0 ? done : rewrittenValue(done, keys, [`${before}${from}${after}`, `${before}${to}${after}`]),
        stale.length === 0 ? void 0 : text2
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
    (table2) => Object.keys(valueAt(document, table2) ?? {}).filter((key) => normalizedName(key) === name).map((key) => [...table2, key])
  );
  return entries.flatMap((keys) => [keys, [...keys, "version"]]).flatMap((keys) => {
    const constraint = valueAt(document, keys);
    if (typeof constraint !== "string") return [];
    const { before, version: version2 } = POETRY_PIN.exec(constraint)?.groups ?? {};
    return before === void 0 || version2 === void 0 ? [] : [{ keys, before, version: version2, after: "" }];
  });
}
var POETRY_PIN = /^(?<before>={0,2}\s*)(?<version>\d[^\s,|*<>=^~!]*)$/;
function requirementsIn(document, name) {
  return requirementLists(document).flatMap(
    (keys) => list(valueAt(document, keys)).flatMap((requirement2, place) => {
      if (typeof requirement2 !== "string" || requiredName(requirement2) !== name) return [];
      const { before, version: version2, after = "" } = PIN.exec(requirement2)?.groups ?? {};
      if (before === void 0 || version2 === void 0) return [];
      return [{ keys: [...keys, String(place)], before, version: version2, after }];
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
var wholeFile = placesReader((text2) => {
  const version2 = text2.trim();
  const start = text2.indexOf(version2);
  return isVersion(version2) ? [{ version: version2, start, end: start + version2.length }] : [];
});

// src/packaging/version-places.ts
function isStale({ file, version: version2 }, to) {
  return /(?:^|[/\\])Cargo\.(?:toml|lock)$/.test(file) ? !sameVersion(version2, to) : version2 !== to;
}
function placeReader({ file, ...told3 }) {
  const part2 = told3.part ?? OWN;
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return FORMATS.find((format2) => format2.names.test(name) && format2.kind === part2.kind)?.reader(part2);
}
var pyproject = tomlReader(["project", "version"], ["tool", "poetry", "version"]);
var setupCfg = cfgReader("metadata", "version");
var bumpversionToml = tomlReader(["tool", "bumpversion", "current_version"]);
var commitizenToml = tomlReader(["tool", "commitizen", "version"]);
var bumpversionCfg = cfgReader("bumpversion", "current_version");
var OWN = { kind: "own" };
var FORMATS = [
  format(/^/, "whole", () => wholeFile),
  format(/^/, "lines", ({ pattern }) => linesReader(pattern)),
  format(/^pyproject\.toml$/, "own", () => pyproject),
  format(/^pyproject\.toml$/, "pins", ({ name }) => requirementPins(name)),
  format(/^(?:pyproject|\.bumpversion)\.toml$/, "bumpversion", () => bumpversionToml),
  format(/^(?:setup|\.bumpversion)\.cfg$/, "bumpversion", () => bumpversionCfg),
  format(/^(?:pyproject|\.?cz)\.toml$/, "commitizen", () => commitizenToml),
  format(/^setup\.cfg$/, "own", () => setupCfg),
  format(/^setup\.py$/, "own", () => setupPy),
  format(/\.py$/, "own", () => pythonModule),
  format(/^meson\.build$/, "own", () => mesonBuild),
  format(/^Cargo\.toml$/, "table", ({ table: table2 }) => cargoToml(table2)),
  format(/^Cargo\.lock$/, "crate", ({ name }) => lockFile(name, hasNoSource, cargoSpelling)),
  format(/^uv\.lock$/, "member", (member) => memberOfLock(member, isHereForUv)),
  format(/^poetry\.lock$/, "member", (member) => memberOfLock(member, isHereForPoetry)),
  format(/^pdm\.lock$/, "member", (member) => memberOfLock(member, isHereForPdm))
];
function format(names, kind, reader) {
  const isOfKind = (part2) => part2.kind === kind;
  return { names, kind, reader: (part2) => isOfKind(part2) ? reader(part2) : void 0 };
}
function hasNoSource(entry) {
  return valueAt(entry, ["source"]) === void 0;
}
function memberOfLock({ name, directory }, isHere) {
  return lockFile(name, (locked) => isHere(locked, directory));
}
var isHereForUv = (locked, directory) => ["editable", "virtual", "directory"].some((kind) => valueAt(locked, ["source", kind]) === directory);
var isHereForPoetry = (locked, directory) => valueAt(locked, ["source", "type"]) === "directory" && valueAt(locked, ["source", "url"]) === directory;
var isHereForPdm = (locked, directory) => [directory, `./${directory}`].includes(String(valueAt(locked, ["path"])));

// src/phases/setup/cargo-places.ts
import path9 from "node:path";

// src/packaging/cargo-manifest.ts
function parsedCargoManifest(text2) {
  const document = parsedToml(text2);
  const [name, root] = [valueAt(document, ["package", "name"]), valueAt(document, ["package", "workspace"])];
  const members3 = valueAt(document, ["workspace", "members"]);
  return {
    crate: typeof name === "string" ? {
      name,
      inheritsVersion: valueAt(document, ["package", "version", "workspace"]) === true,
      root: typeof root === "string" ? root : void 0
    } : void 0,
    workspace: "workspace" in document ? { members: Array.isArray(members3) ? members3.filter(isText) : [] } : void 0
  };
}
function isText(value) {
  return typeof value === "string";
}

// src/phases/setup/directories-above.ts
import path8 from "node:path";
function directoriesAbove(own2, { workspace, directory }) {
  const below2 = path8.join(path8.relative(workspace, directory), own2);
  const levels = path8.normalize(below2).split(path8.sep).filter((part2) => part2 !== ".").length;
  return Array.from({ length: levels }, (_2, level) => path8.posix.join(own2, "../".repeat(level + 1)));
}

// src/phases/setup/cargo-places.ts
async function cargoPlaces(plan, files, { buildBackend, maturinManifest }) {
  if (buildBackend !== "maturin") return void 0;
  const read2 = manifestReader(plan, files);
  const names = maturinManifest === void 0 ? ["Cargo.toml", "rust/Cargo.toml"] : [maturinManifest];
  for (const name of names.map((each) => path9.posix.normalize(each))) {
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
  const directories = [...new Set([name, root?.name ?? name].map(path9.posix.dirname))];
  return {
    manifest: inherited === void 0 ? { file: name, part: { kind: "table", table: "package" } } : { file: inherited.name, part: { kind: "table", table: "workspace.package" } },
    locked: directories.flatMap(
      (directory) => crates.map((crate2) => ({
        file: path9.posix.join(directory, "Cargo.lock"),
        part: { kind: "crate", name: crate2 }
      }))
    )
  };
}
function manifestReader({ directory }, files) {
  return async (name) => {
    const text2 = await files.text(path9.join(directory, name));
    if (text2 === void 0) return void 0;
    try {
      return parsedCargoManifest(text2);
    } catch (error) {
      if (error instanceof SyntaxError) throw new SyntaxError(`${name}, ${error.message}`, { cause: error });
      throw error;
    }
  };
}
async function rootOf(name, { root }, plan, { read: read2 }) {
  const own2 = path9.posix.dirname(name);
  const above = root === void 0 ? directoriesAbove(own2, plan) : [path9.posix.join(own2, root)];
  for (const directory of above) {
    const file = path9.posix.join(directory, "Cargo.toml");
    const manifest = await read2(file);
    if (manifest?.workspace !== void 0) return { name: file, manifest };
  }
  return void 0;
}
async function inheriting({ name, manifest }, { directory }, { files, read: read2 }) {
  const top = path9.posix.dirname(name);
  const patterns = (manifest.workspace?.members ?? []).map(
    (member) => path9.posix.join(top, member, "Cargo.toml")
  );
  const found2 = await Promise.all(patterns.map((pattern) => files.glob(directory, pattern)));
  const members3 = await Promise.all([name, ...found2.flat()].map(read2));
  return members3.flatMap((member) => member?.crate?.inheritsVersion === true ? [member.crate.name] : []);
}

// src/phases/setup/commitizen-places.ts
import path10 from "node:path";
async function commitizenPlaces(version2, { directory }, files) {
  const texts = await Promise.all(COMMITIZEN_FILES.map((file) => files.text(path10.join(directory, file))));
  const named2 = texts.flatMap((text2) => soundFiles(text2 ?? ""));
  const found2 = await Promise.all(
    named2.map(async ({ glob, pattern }) => {
      const names = await files.glob(directory, path10.posix.normalize(glob));
      const part2 = { kind: "lines", pattern };
      return names.map((file) => ({ file, part: part2 }));
    })
  );
  const all = found2.flat();
  const says = await Promise.all(
    all.map(async (place) => {
      const text2 = await files.text(path10.join(directory, place.file));
      return placeReader(place)?.rewritten(text2 ?? "", version2, `${version2}x`) !== void 0;
    })
  );
  return {
    places: all.filter((_2, index) => says[index]).map((place) => ({ ...place, version: version2 })),
    unreadable: all.filter((place) => placeReader(place) === void 0).map(({ file }) => file)
  };
}
function soundFiles(text2) {
  try {
    return commitizenFiles(text2);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

// src/phases/setup/other-projects.ts
import path11 from "node:path";
async function outsideOtherProjects(names, directory, files) {
  const sources = await files.glob(directory, `{*,*/*}/{${SOURCE_FILES}}`);
  const packages = (await files.glob(directory, "{*,*/*}/__init__.py")).map(path11.posix.dirname);
  const others = sources.filter(
    (file) => path11.posix.basename(file) !== "setup.py" || !packages.includes(path11.posix.dirname(file))
  ).map((file) => `${path11.posix.dirname(file)}/`);
  return names.filter((name) => !others.some((other) => name.startsWith(other)));
}

// src/phases/setup/version-places.ts
async function findVersionPlaces(plan, files, source2) {
  const cargo = await cargoPlaces(plan, files, source2);
  const { version: version2 } = source2;
  const declared2 = version2 === void 0 ? await named(plan, files, source2) : [{ file: "pyproject.toml", version: version2 }];
  const told3 = declared2[0]?.version;
  const rust = cargo === void 0 ? [] : await read(cargo.manifest, plan, files);
  const guessed = (await inPython(plan, files, { source: source2, told: told3 })).filter(
    ({ file }) => !declared2.some((place) => place.file === file)
  );
  const places = [...declared2, ...rust.filter((place) => agrees(place, told3)), ...guessed];
  const followers = await followersOf(places[0]?.version, plan, files, {
    name: normalizedName(source2.name ?? ""),
    locked: cargo?.locked ?? []
  });
  return { places, followers };
}
async function named(plan, files, { backEnd, tagTool: tagTool2 }) {
  if (tagTool2 !== void 0) return [];
  const found2 = await Promise.all(backEnd.versionFiles.map((file) => saidIn(file, plan, files)));
  return found2.flat().slice(0, 1);
}
async function followersOf(source2, plan, files, { name, locked }) {
  if (source2 === void 0) return [];
  const candidates2 = [
    ...await lockFiles(name, plan, files),
    ...locked,
    ...["pyproject.toml", "setup.cfg", ".bumpversion.toml", ".bumpversion.cfg"].map((file) => ({
      file,
      part: { kind: "bumpversion" }
    })),
    ...COMMITIZEN_FILES.map((file) => ({ file, part: { kind: "commitizen" } }))
  ];
  const said = await Promise.all(candidates2.map((candidate) => saidIn(candidate, plan, files)));
  const followers = said.flat().filter(({ version: version2 }) => sameVersion(version2, source2));
  return [...followers, ...(await commitizenPlaces(source2, plan, files)).places];
}
async function lockFiles(name, plan, files) {
  const { directory } = plan;
  const workspace = await repositoryTop(plan, files);
  return [".", ...directoriesAbove(".", { workspace, directory })].flatMap((above) => {
    const own2 = path12.relative(path12.join(directory, above), directory).replaceAll(path12.sep, "/") || ".";
    const part2 = { kind: "member", name, directory: own2 };
    return LOCK_FILES.map((file) => ({ file: path12.posix.join(above, file), part: part2 }));
  });
}
var LOCK_FILES = ["uv.lock", "poetry.lock", "pdm.lock"];
function agrees(place, told3) {
  return told3 === void 0 || sameVersion(place.version, told3);
}
async function read(place, { directory }, files) {
  const text2 = await files.text(path12.join(directory, place.file));
  const version2 = text2 === void 0 ? void 0 : placeReader(place)?.version(text2);
  return version2 === void 0 ? [] : [{ ...place, version: version2 }];
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
  const named2 = await Promise.all(patterns.map((pattern) => files.glob(plan.directory, pattern)));
  const others = told3 === void 0 ? [] : await files.glob(plan.directory, `*/{${modules}}`);
  const found2 = [...named2.flat(), ...await outsideOtherProjects(others, plan.directory, files)];
  const isNamedSo = (file) => [stem, stem.toLowerCase(), `${stem}.py`].includes(file.split("/")[0] ?? "");
  const candidates2 = [...new Set(found2)].filter((file) => isNamedSo(file) || !OTHERWISE_VERSIONED.test(file));
  const places = await Promise.all(candidates2.map((file) => read({ file }, plan, files)));
  const packages = new Set(
    candidates2.filter((file) => file.startsWith("src/")).map((file) => path12.posix.dirname(file))
  );
  const isOurs = (file) => file.startsWith("src/") ? packages.size === 1 || normalizedName(file.split("/")[1] ?? "") === normalizedName(source2.name ?? "") : isNamedSo(file);
  return places.flat().filter(({ version: version2 }) => version2 !== source2.placeholder).filter(({ file }) => source2.tagTool === void 0 || SETUP.test(file)).filter((place) => isOurs(place.file) || agrees(place, told3));
}
var OTHERWISE_VERSIONED = /^(?:tests?|docs?|examples?|build|dist)\//;
var SETUP = /^setup\.(?:cfg|py)$/;

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
async function wantedVersion({ version: version2, commands }, known) {
  switch (version2.kind) {
    case "tag":
      return { version: known.pushed ?? version2.tag, from: "the tag" };
    case "given": {
      const given2 = { version: version2.version, from: "the version input" };
      return asHanded(given2, known) ?? writable(given2, known, commands);
    }
    case "bump": {
      const built = handedOver(known);
      if (built !== void 0) return valid(built);
      if (known.recorded !== void 0) return { version: known.recorded, from: "an earlier phase" };
      if (known.isFromTags) return bumpedTag(known, version2.bump);
      const base = valid(await source(known));
      const raised2 = "code" in base ? base : bumped(base, version2.bump);
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
  const places = [given2, built].map(({ version: version2, from }) => ({ where: from, version: version2 }));
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
  const [newest, before] = tags.inHistory.map(({ tag, version: version2 }) => ({ version: version2, from: `tag ${tag}` }));
  if (newest === void 0) return fault("version-missing", { project: name });
  const isOnHead = tags.onHead.some(({ version: version2 }) => version2 === newest.version);
  const again = isOnHead && before !== void 0 ? bumped(before, bump) : void 0;
  const isMade = again !== void 0 && !("code" in again) && sameVersion(again.version, newest.version);
  return isMade ? newest : bumped(newest, bump);
}
function bumped({ version: version2, from }, bump) {
  try {
    return { version: bumpedVersion(version2, bump), from: `${from}, raised by bump: ${bump}` };
  } catch (error) {
    if (error instanceof RangeError)
      return fault("bump-impossible", { bump, version: version2, problem: error.message });
    throw error;
  }
}
async function writable(wanted, { name, places, isFromTags, told: told3 }, commands) {
  if (places.length > 0 || isFromTags || commands.build !== void 0) return wanted;
  const computed = await told3();
  return sameVersion(computed, wanted.version) ? wanted : fault("version-computed", { project: name, version: wanted.version, computed });
}
function unfinished({ version: version2, from }) {
  const { dev, post, ...parts2 } = requiredParts(version2);
  if (dev === void 0 && post === void 0) return [];
  const { local: _2, ...stable } = parts2;
  const remedied = dev === void 0 ? void 0 : versionText({ epoch: stable.epoch, release: stable.release });
  return [fault("version-unfinished", { version: version2, where: from, stable: remedied })];
}
function disagreements({ version: version2 }, { places }, wanted) {
  const told3 = places.map(({ file, version: said }) => ({ where: file, version: said }));
  const expected = version2.kind === "tag" ? wanted.version : places[0]?.version;
  if (expected === void 0 || told3.every((place) => sameVersion(place.version, expected))) return [];
  const tag = version2.kind === "tag" ? [{ where: `tag ${version2.tag}`, version: wanted.version }] : [];
  return [fault("version-disagrees", { places: [...tag, ...told3] })];
}

// src/phases/setup/source.ts
import path13 from "node:path";
async function sourceTexts(directory, files) {
  const texts = SOURCE_FILES.map(
    async (file) => [file, await files.text(path13.join(directory, file))]
  );
  return Object.fromEntries(await Promise.all(texts));
}
async function readSource(plan, files) {
  const { directory } = plan;
  if (await files.list(directory) === void 0)
    return stop("directory-missing", { directory: told(plan) });
  const texts = await sourceTexts(directory, files);
  if (Object.values(texts).every((text2) => text2 === void 0))
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
  return path13.relative(workspace, directory) || ".";
}

// src/phases/setup/members.ts
import path14 from "node:path";

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

// src/packaging/setup-requirements.ts
var NEEDED = ["install_requires", "setup_requires"];
function setupRequirements(setupCfg2 = "", setupPy2 = "") {
  const cfg = entriesIn(setupCfg2);
  const ofCfg = (fits) => cfg.filter(fits).flatMap(({ value }) => value.split(value.includes("\n") ? "\n" : ";"));
  const isNeeded = ({ section, key }) => section === "options" && NEEDED.some((each) => each === key.toLowerCase());
  return {
    requires: [...ofCfg(isNeeded), ...NEEDED.flatMap((keyword2) => listsIn(setupPy2, keyword2, 0))],
    mayRequire: [
      ...ofCfg(({ section }) => section === "options.extras_require"),
      // The keys of the dictionary are names of extras: requirements are in the lists below it.
      ...listsIn(setupPy2, "extras_require", 1)
    ]
  };
}
function entriesIn(text2) {
  const entries = [];
  let section = "";
  for (const line of text2.split(/\r?\n/)) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    const {
      header,
      key,
      value = ""
    } = /^(?:\[(?<header>[^\]]+)\]|(?<key>[^\s=:][^=:]*?)\s*[=:]\s*(?<value>.*))/.exec(line)?.groups ?? {};
    const last = entries.at(-1);
    if (header !== void 0) section = header;
    else if (key !== void 0) entries.push({ section, key, value });
    else if (last !== void 0) entries[entries.length - 1] = { ...last, value: `${last.value}
${line}` };
  }
  return entries;
}
function listsIn(setupPy2, keyword2, depth) {
  const code = pythonCode(setupPy2);
  return setupCalls(code).flatMap((inside) => {
    const given2 = new RegExp(`(?:^|,)\\s*${keyword2}\\s*=\\s*(?<name>[A-Za-z_]\\w*\\s*(?:,|$))?`).exec(
      outermost(code.slice(inside))
    );
    if (given2 === null) return [];
    const name = given2.groups?.name?.replace(/[\s,]/g, "");
    const start = name === void 0 ? inside + given2.index + given2[0].length : assignedAt(code, name);
    return start === void 0 ? [] : literalsFrom({ text: setupPy2, code, start }, depth);
  });
}
function assignedAt(code, name) {
  const [assignment, ...others] = [...code.matchAll(new RegExp(`^${name}[ \\t]*=[ \\t]*(?=[[({])`, "gm"))];
  return assignment === void 0 || others.length > 0 ? void 0 : assignment.index + assignment[0].length;
}
function literalsFrom({ text: text2, code, start }, wanted) {
  const literals = [];
  let depth = 0;
  for (const { 0: part2, index } of code.slice(start).matchAll(/[([{]|[)\]}]|(["'])_*\1|\S/g)) {
    if (/^["']/.test(part2) && depth > wanted)
      literals.push(text2.slice(start + index + 1, start + index + part2.length - 1));
    if (/^[([{]/.test(part2)) depth += 1;
    if (/^[)\]}]/.test(part2)) depth -= 1;
    if (depth === 0) break;
  }
  return literals;
}

// src/packaging/wildcard.ts
var WILD2 = { "*": ".*", "?": "." };
function fitsWildcards(name, pattern) {
  const source2 = pattern.replace(/[\s\S]/gu, (each) => WILD2[each] ?? each.replace(/[^\w]/u, "\\$&"));
  return new RegExp(`^${source2}$`, "s").test(name);
}

// src/phases/setup/members.ts
async function chosenMembers(plan, files) {
  const root = await rootOf2(plan, files);
  if (plan.members === "auto" && (root?.workspace === void 0 || !isVirtual(root))) return void 0;
  const all = await membersBelow(root, plan, files);
  const chosen2 = await chosenOf(all, plan, files);
  const [first, ...others] = ordered(chosen2);
  if (first === void 0 && plan.members === "auto" && root?.name !== void 0) return void 0;
  if (first === void 0) return withoutAny(all, plan);
  if (others.length === 0 && first.directory === ".") return void 0;
  const neighbours = [...new Set([...chosen2, ...all].map(({ directory }) => directory))];
  return { members: [first, ...others], neighbours };
}
async function packageDirectories(plan, files) {
  const chosen2 = await chosenMembers(plan, files);
  return chosen2?.members.map(({ directory }) => directory) ?? ["."];
}
function isVirtual({ name, isPrivate: isPrivate2 }) {
  return name === void 0 || isPrivate2;
}
async function rootOf2({ directory }, files) {
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
  const { members: members3 = [], exclude = [] } = root?.workspace ?? {};
  const [found2, excluded] = await Promise.all([
    directoriesFitting(members3, plan, files),
    directoriesFitting(exclude, plan, files)
  ]);
  const directories = found2.filter((each) => each !== "." && !excluded.includes(each));
  return membersIn([".", ...directories], plan, files);
}
async function directoriesFitting(globs, { directory }, files) {
  const found2 = await Promise.all(
    globs.map((glob) => files.glob(directory, path14.posix.join(glob, `{${SOURCE_FILES}}`)))
  );
  return found2.flat().map((file) => path14.posix.dirname(file));
}
async function membersIn(directories, plan, files) {
  const read2 = [...new Set(directories)].map(async (directory) => {
    const texts = await sourceTexts(path14.join(plan.directory, directory), files);
    const manifest = sound(path14.posix.join(directory, MANIFEST), texts);
    const { name: spelling2 } = manifest;
    if (spelling2 !== void 0) return [{ directory, spelling: spelling2, name: normalizedName(spelling2), manifest }];
    if (directory === "." || !isPackage2(texts)) return [];
    return stop("member-invalid", { file: directory, problem: "its name is in no file that can be read" });
  });
  return (await Promise.all(read2)).flat();
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
  const { name, backEnd } = projectSource(texts);
  const manifest = withSetup(parsedMember(texts[MANIFEST] ?? ""), backEnd, texts);
  return manifest.name === void 0 && name !== void 0 ? { ...manifest, name, isPrivate: false } : manifest;
}
function withSetup(manifest, { name }, texts) {
  if (name !== "setuptools" || !manifest.isOpen) return manifest;
  const { requires, mayRequire } = setupRequirements(texts["setup.cfg"], texts["setup.py"]);
  return {
    ...manifest,
    requires: [...manifest.requires, ...requiredNames(requires)],
    mayRequire: [...manifest.mayRequire, ...requiredNames(mayRequire)]
  };
}
function isPackage2(texts) {
  return texts["setup.py"] !== void 0 || valueAt(parsedToml(texts[MANIFEST] ?? ""), ["build-system"]) !== void 0;
}
async function chosenOf(all, plan, files) {
  const forIndex = all.filter(({ manifest }) => !manifest.isPrivate);
  if (plan.members === "auto" || plan.members === "all") return forIndex;
  const chosen2 = plan.members.map(async (entry) => {
    const found2 = entry.includes("/") || entry === "." ? await byDirectory(entry, plan, files) : byName(entry, all);
    return found2.length > 0 ? found2 : stop("member-unknown", { entry, known: all.map(({ spelling: spelling2 }) => spelling2) });
  });
  const members3 = (await Promise.all(chosen2)).flat();
  return members3.filter(
    ({ directory }, at2) => members3.findIndex((each) => each.directory === directory) === at2
  );
}
async function byDirectory(entry, plan, files) {
  const found2 = await membersIn(await directoriesFitting([entry], plan, files), plan, files);
  return isGlob(entry) ? found2.filter(({ manifest }) => !manifest.isPrivate) : found2;
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
function ordered(members3) {
  const orders = [
    (each) => [...each.manifest.requires, ...each.manifest.mayRequire],
    (each) => each.manifest.requires
  ].map(
    (requires) => requirementOrder(members3.map((member) => ({ member, name: member.name, requires: requires(member) })))
  );
  for (const each of orders) if ("order" in each) return each.order.map(({ member }) => member);
  const circles = orders.flatMap((each) => "circle" in each ? [each.circle] : []);
  return stop("members-circular", { circle: circles.at(-1) ?? [] });
}
function withoutAny(all, { workspace, directory }) {
  const known = all.map(({ spelling: spelling2 }) => spelling2);
  stop("members-private", { directory: path14.relative(workspace, directory) || ".", known });
}

// src/packaging/tag-format.ts
var PLACEHOLDER = "{version}";
var FORBIDDEN = [" ", "~", "^", ":", "?", "*", "[", "\\", "..", "@{", "//"];
function isTagName(name) {
  if (name === "" || name.startsWith("-") || name.endsWith(".")) return false;
  if (FORBIDDEN.some((text2) => name.includes(text2)) || [...name].some(isControl)) return false;
  return name.split("/").every((part2) => part2 !== "" && !part2.startsWith(".") && !part2.endsWith(".lock"));
}
function isControl(character) {
  return character < " " || character === "";
}
function isTagFormat(format2) {
  const example = format2.replace(PLACEHOLDER, "1.0");
  return example !== format2 && !/[{}]/.test(example) && isTagName(example);
}
function tagFor(version2, format2) {
  const [prefix, suffix] = affixes(format2);
  return `${prefix}${version2}${suffix}`;
}
function versionInTag(tag, format2) {
  const [prefix, suffix] = affixes(format2);
  if (!tag.startsWith(prefix) || !tag.endsWith(suffix)) return void 0;
  const version2 = tag.slice(prefix.length, tag.length - suffix.length);
  return /^[0-9]/.test(version2) && isVersion(version2) && isTagName(tag) ? version2 : void 0;
}
function affixes(format2) {
  if (!isTagFormat(format2)) {
    throw new RangeError(
      `"${format2}" is not a tag format: one {version} in a legal tag name, such as v{version}`
    );
  }
  const start = format2.indexOf(PLACEHOLDER);
  return [format2.slice(0, start), format2.slice(start + PLACEHOLDER.length)];
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
  const own2 = all.filter(({ word }) => whose(word, owner) === "own");
  const common = all.filter(({ word }) => whose(word, owner) === "common");
  const ours = owner.isBelowTop && own2.length > 0 ? own2 : [...own2, ...common];
  return ours.toSorted((one, other) => compareVersions(other.version, one.version)).map(({ tag, prefix, version: version2 }) => ({ tag, prefix, version: version2 }));
}
function tagStyle(tags, owner) {
  const [newest] = versionTags(tags, owner);
  if (newest !== void 0) return { format: `${newest.prefix}{version}`, like: newest.tag };
  const [neighbour] = tags.map(readTag).filter((each) => each !== void 0).toSorted((one, other) => compareVersions(other.version, one.version));
  if (neighbour?.word === void 0) return void 0;
  const format2 = `${owner.name}${neighbour.prefix.slice(neighbour.word.length)}{version}`;
  return isTagFormat(format2) ? { format: format2, like: neighbour.tag } : void 0;
}
function pushedVersion(tag, others, owner) {
  const found2 = readTag(tag);
  if (found2 === void 0) return void 0;
  const { prefix, word, version: version2 } = found2;
  if (whose(word, owner) !== "foreign") return { tag, prefix, version: version2 };
  const known = others.filter((other) => other !== tag).map(readTag);
  const isShared = known.some((each) => each?.prefix === prefix);
  const isAnothers = known.some((each) => each !== void 0 && whose(each.word, owner) === "own");
  return isShared && !isAnothers ? { tag, prefix, version: version2 } : void 0;
}

// src/phases/setup/tagging.ts
function ownerOf(name, { directory, workspace }) {
  return { name, isBelowTop: directory !== workspace };
}
var USUAL = "v{version}";
function taggingOf(plan, tags, owner) {
  const { version: version2, tagFormat: tagFormat2 } = plan;
  if (version2.kind !== "tag") return { ...formFor(tagFormat2, tags, owner), pushed: void 0 };
  const pushed = ownTag(version2.tag, plan, tags, owner);
  if (pushed !== void 0) return { format: `${pushed.prefix}{version}`, reason: "as pushed", pushed };
  const allowed = [USUAL, "{version}", `${owner.name}-v{version}`, `${owner.name}/v{version}`];
  const format2 = tagFormat2 === "auto" ? `auto (such as ${allowed.join(", ")})` : tagFormat2;
  return fault("tag-unfit", { tag: version2.tag, format: format2 });
}
function taggingAs(lead, { version: version2 }) {
  const pushed = version2.kind === "tag" ? taggedAs(lead) : void 0;
  return { format: lead.tagFormat, reason: "that of the whole release", pushed };
}
function taggedAs({ tag, tagFormat: tagFormat2, version: version2 }) {
  return { tag, prefix: tagFormat2.replace(/\{version\}.*$/, ""), version: version2 };
}
function formFor(format2, tags, owner) {
  if (format2 !== "auto") return { format: format2, reason: "by tag-format" };
  const style = tagStyle(tags, owner);
  if (style === void 0) return { format: USUAL, reason: "the usual form, as there is none to copy" };
  return { format: style.format, reason: `in the form of ${style.like}` };
}
function ownTag(tag, { tagFormat: tagFormat2 }, tags, owner) {
  return tagFormat2 === "auto" ? pushedVersion(tag, tags, owner) : byFormat(tag, tagFormat2);
}
function byFormat(tag, format2) {
  const version2 = versionInTag(tag, format2);
  return version2 === void 0 ? void 0 : { tag, prefix: format2.replace(/\{version\}.*$/, ""), version: version2 };
}
function tagsOfProject(tags, { tagFormat: tagFormat2 }, owner) {
  if (tagFormat2 === "auto") return versionTags(tags, owner);
  return tags.map((tag) => byFormat(tag, tagFormat2)).filter((tag) => tag !== void 0).toSorted((one, other) => compareVersions(other.version, one.version));
}
function tagOf(version2, { pushed, format: format2 }) {
  return pushed?.tag ?? tagFor(version2, format2);
}

// src/phases/setup/together.ts
import path15 from "node:path";
async function projectTogether({ members: members3, neighbours }, plan, world, readOne) {
  const { files } = world;
  const lead = leadOf(members3, plan);
  const leader = await readOne(planOf(lead, plan), world);
  const readings = await Promise.allSettled(
    members3.map(
      (each) => each === lead ? leader : readOne(planOf(each, plan, leader.version), world, leader)
    )
  );
  const faults = readings.flatMap(faultsOf);
  const projects = readings.flatMap((reading) => reading.status === "fulfilled" ? reading.value : []);
  const changelog = await changelogOf(lead, leader, plan, files);
  if (typeof changelog === "object") faults.push(changelog);
  if (faults.length === 0) faults.push(...disagreement(projects, plan));
  if (typeof changelog === "object" || faults.length > 0) throw new Stopped(faults);
  const found2 = members3.flatMap((member, at2) => {
    const project = projects[at2];
    return project === void 0 ? [] : [{ member, project }];
  });
  const { extras: wanted } = plan.toolchain;
  const isAskedFor = (extra) => wanted === "all" || wanted.includes(extra);
  return {
    ...leader,
    packages: found2.flatMap(
      ({ member: { directory }, project: { packages } }) => packages.map(({ extras: extras2, ...each }) => ({ ...each, directory, extras: extras2.filter(isAskedFor) }))
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
function leadOf(members3, {
  workspace,
  directory,
  forge
}) {
  const titles = [path15.basename(path15.resolve(workspace, directory)), path15.posix.basename(forge.repository)];
  return members3.find((each) => each.directory === ".") ?? members3.find(({ name }) => titles.map(normalizedName).includes(name)) ?? members3[0];
}
function planOf({ directory }, plan, settled2) {
  const bumped2 = plan.version.kind === "bump" && settled2 !== void 0;
  return {
    ...plan,
    members: "auto",
    toolchain: { ...plan.toolchain, extras: "all" },
    directory: path15.join(plan.directory, directory),
    changelog: directory === "." ? plan.changelog : "auto",
    version: bumped2 ? { kind: "given", version: settled2 } : plan.version
  };
}
async function changelogOf({ directory }, { name, version: version2, changelog }, plan, files) {
  const shared = await changelogFile(plan, files, { name, version: version2 });
  return shared ?? (changelog === void 0 ? void 0 : path15.posix.join(directory, changelog));
}
function disagreement(all, { version: version2 }) {
  if (version2.kind === "given" || version2.kind === "tag") return [];
  const said = all.flatMap(({ name, sourceVersion, version: settled2 }) => {
    const own2 = version2.kind === "bump" ? sourceVersion : settled2;
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
      file: path15.posix.join(member.directory, place.file)
    }))
  );
  const followers = found2.map(async ({ member: { name }, project: { sourceVersion } }) => {
    const candidates2 = neighbours.map((directory) => ({
      file: path15.posix.join(directory, "pyproject.toml"),
      part: { kind: "pins", name }
    }));
    const said = await Promise.all(candidates2.map((candidate) => saidIn(candidate, plan, files)));
    return said.flat().filter(({ version: version2 }) => sourceVersion !== void 0 && sameVersion(version2, sourceVersion));
  });
  const all = [...places, ...(await Promise.all(followers)).flat()];
  const key = ({ file, part: part2 }) => JSON.stringify([file, part2]);
  const keys = all.map(key);
  return all.filter((each, at2) => keys.indexOf(key(each)) === at2);
}
async function coverageFloor({ directory }, files) {
  const text2 = await files.text(path15.join(directory, "pyproject.toml"));
  try {
    return text2 === void 0 ? void 0 : parsedPyproject(text2).coverageFloor;
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
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
var MONITOR = "monitor";
var ORDER = PHASES;
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
var PHASE_SELECTORS = `all, prepare, publish, one of ${PHASES.join(", ")}, a comma list of them, a range such as setup..test-local, or ${MONITOR} by itself`;
function selectedPhases(path45, selector2) {
  const all = PATHS[path45];
  const firstUpload = all.findIndex((phase) => UPLOADS.includes(phase));
  const text2 = selector2.trim().toLowerCase();
  if (text2 === "all") return all;
  if (text2 === "prepare") return all.slice(0, firstUpload);
  if (text2 === "publish") return all.slice(firstUpload);
  if (text2 === MONITOR) return [MONITOR];
  const picked = text2.includes("..") ? withinRange(all, text2) : namedPhases(text2);
  return picked && picked.length > 0 ? picked : void 0;
}
function withinRange(path45, range) {
  const ends = range.split("..").map((name) => ORDER.indexOf(name.trim()));
  const [first, last] = ends;
  if (ends.length !== 2 || first === void 0 || last === void 0 || first < 0 || last < first)
    return void 0;
  const inRange = ORDER.slice(first, last + 1);
  return path45.filter((phase) => inRange.includes(phase));
}
function namedPhases(list3) {
  const names = list3.split(",").map((name) => name.trim());
  if (!names.every((name) => ORDER.includes(name))) return void 0;
  return PHASES.filter((phase) => names.includes(phase));
}

// src/plan/credential.ts
var TOKEN_USER = "__token__";
function credentialFor(choice2) {
  const { index, token: token2, user = TOKEN_USER, identity, uploadsNever, foreignForge: forge } = choice2;
  if (uploadsNever && !token2) return { kind: "not-needed" };
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

// src/adapters/node/clock.ts
function createClock() {
  return {
    now: () => /* @__PURE__ */ new Date(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    async within(milliseconds, work) {
      try {
        return await within(milliseconds, work);
      } catch (error) {
        if (error instanceof TimeOver) return void 0;
        throw error;
      }
    }
  };
}

// src/adapters/actions/process.ts
import { channel } from "node:diagnostics_channel";
import { StringDecoder } from "node:string_decoder";

// src/adapters/node/which.ts
import path16 from "node:path";
async function programFile(name, search) {
  if (name.includes("/") || name.includes(path16.sep)) return name;
  const { executable } = createFiles();
  for (const directory of search.directories.split(path16.delimiter).filter(path16.isAbsolute)) {
    for (const extension of extensions(name, search)) {
      const file = path16.join(directory, `${name}${extension}`);
      if (await executable(file)) return file;
    }
  }
  return void 0;
}
function extensions(name, search) {
  if (path16.delimiter === ":" || path16.extname(name) !== "") return [""];
  return (search.extensions ?? ".COM;.EXE;.BAT;.CMD").split(";");
}

// src/adapters/actions/running-children.ts
import { AsyncLocalStorage } from "node:async_hooks";

// src/adapters/actions/process-tree.ts
import { execFile as execFile2 } from "node:child_process";
import { promisify as promisify3 } from "node:util";

// src/adapters/actions/process-table.ts
import { execFile } from "node:child_process";
import { promisify as promisify2 } from "node:util";

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
var execute = promisify2(execFile);
function descendantsOf(root, table2) {
  const rows = table2.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const found2 = /* @__PURE__ */ new Set([root]);
  for (const parent of found2)
    for (const [pid, ppid] of rows) if (pid !== void 0 && ppid === parent) found2.add(pid);
  found2.delete(root);
  return [...found2];
}
async function processTable(ps = "ps") {
  const told3 = await execute(ps, ["-A", "-o", "pid=,ppid="]).catch(() => void 0);
  return told3?.stdout ?? linuxProcesses();
}

// src/adapters/actions/process-tree.ts
var execute2 = promisify3(execFile2);
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
      const text2 = decoder.write(data);
      stream.add(text2);
      combined.add(text2);
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
  let parts2 = [];
  let length = 0;
  const text2 = () => parts2.join("").slice(-limit);
  return {
    add(part2) {
      parts2.push(part2);
      length += part2.length;
      if (length < 2 * limit) return;
      parts2 = [text2()];
      length = limit;
    },
    text: text2
  };
}

// src/adapters/git/git.ts
var SETTINGS = ["-c", "safe.directory=*", "-c", "core.quotePath=false"];
var QUIET2 = { GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
var AS_US = ["-c", "user.name=pypi-release", "-c", "user.email=pypi-release@localhost"];
function createGit(processes, directory) {
  const run = async (args, { variables = {}, encoding = "utf8" } = {}) => {
    const options = { directory, environment: { ...QUIET2, ...variables }, encoding };
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
import path17 from "node:path";
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
      return files.filter((_2, place) => TRACKED_FILE.test(asked[place]?.stdout ?? ""));
    },
    async committed(file, tag) {
      const tree = tag === void 0 ? "HEAD" : `refs/tags/${tag}`;
      const name = `${tree}:./${file}`;
      const [entry, size] = [await line("ls-tree", tree, `./${file}`), await line("cat-file", "-s", name)];
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
      const named2 = (await run([...STAGED, "--", ...files])).stdout.split("\0").filter(Boolean);
      const below2 = await prefix();
      const staged = named2.map((file) => path17.posix.relative(below2, file));
      if (staged.length > 0)
        await change([...AS_US, ...COMMIT, message, "--", ...staged], { variables: dates });
      return staged;
    }
  };
}
var STATUS = ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "."];
var COMMIT = ["commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message"];
var STAGED = ["diff", "--cached", "--name-only", "--no-relative", "--no-renames", "-z", "HEAD"];
var TRACKED_PLAIN = /^100\d{3} /;
var TRACKED_FILE = /^1[02]\d{4} /m;

// src/adapters/python/once.ts
function once(make) {
  let made;
  return () => {
    made ??= make().catch((error) => {
      made = void 0;
      throw error;
    });
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
  const address2 = new URL(url);
  const secure = address2.protocol === "https:" || address2.protocol === "http:" && isLoopback(address2.hostname);
  if (!secure) throw new Error(`${withoutCredentials(address2)} is neither https nor on this machine`);
  return address2;
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
      const request = settled(given2, options.userAgent);
      const address2 = asAddress(url);
      for (let attempt = 1; ; attempt += 1) {
        const last = attempt > request.retries;
        const tried = await timedTry(address2, request, options);
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
function settled(given2, userAgent) {
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
async function timedTry(address2, request, options) {
  const started = options.clock.now().getTime();
  const tried = await oneTry(address2, request);
  const ended = options.clock.now().getTime();
  const url = `${address2.origin}${address2.pathname}`;
  options.onSpan?.({ method: request.method, url, status: tried.response?.status, started, ended });
  return tried;
}
async function oneTry(address2, request) {
  const signal = AbortSignal.timeout(request.timeout);
  try {
    return { response: await answerOf(address2, request, signal), trouble: "" };
  } catch (cause) {
    if (cause instanceof RefusedRedirect) throw new Error(cause.message, { cause });
    return { trouble: sentenceOf(cause, request.timeout), cause };
  }
}
var MOST_REDIRECTS = 20;
var RefusedRedirect = class extends Error {
};
async function answerOf(first, request, signal) {
  let [address2, asked] = [first, request];
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await fetch(address2, { ...fetchOptions(asked), signal });
    const location = response.headers.get("location");
    if (!asked.follow || location === null || !REDIRECTS.has(response.status)) {
      const body = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, url: address2.href, body };
    }
    await response.body?.cancel();
    const next = redirectTarget(location, address2);
    asked = redirected(asked, response.status, next.origin === address2.origin);
    address2 = next;
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
    const reason2 = cause instanceof Error ? cause.message : String(cause);
    throw new RefusedRedirect(`${withoutCredentials(from)} redirects to where we do not go: ${reason2}`, {
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
  const reason2 = thrown.cause ?? thrown;
  return reason2.message || reason2.code || reason2.name || String(thrown);
}
function readable(answer, attempts) {
  const text2 = () => new TextDecoder().decode(answer.body);
  return { ...answer, attempts, text: text2, json: () => JSON.parse(text2()) };
}

// src/adapters/python/back-end.ts
import path20 from "node:path";

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
import path19 from "node:path";

// src/adapters/python/layout.ts
import path18 from "node:path";
function environmentLayout(directory, { os }) {
  const scripts = path18.join(directory, os === "win32" ? "Scripts" : "bin");
  const program = (name) => path18.join(scripts, programName(name, os));
  return { directory, scripts, python: program("python"), program };
}
function programName(name, os) {
  return os === "win32" ? `${name}.exe` : name;
}
function pathWith(directories, searchPath2) {
  return [...directories, searchPath2].join(path18.delimiter);
}

// src/adapters/python/child-environment.ts
async function activated([first, ...others], uv, { searchPath: searchPath2 }) {
  const { program } = await uv.provide();
  const directories = [first, ...others].map(({ scripts }) => scripts);
  return {
    PATH: pathWith([...directories, path19.dirname(program)], searchPath2),
    VIRTUAL_ENV: first.directory
  };
}
function cleanVariables({ directory }) {
  return { UV_PROJECT_ENVIRONMENT: directory, UV_NO_SYNC: "1", PYTHONDONTWRITEBYTECODE: "1" };
}

// src/release/last-lines.ts
import { stripVTControlCharacters } from "node:util";
function linesOf2(output) {
  return stripVTControlCharacters(output).split(/\r?\n/);
}
function lastLines(output, count) {
  return linesOf2(output).map((line) => line.trim()).filter((line) => line !== "").slice(-count).join(" | ").slice(-1e3);
}

// src/adapters/python/tool-failure.ts
var SHOWN_LINES = 15;
function lastLines2(output) {
  const lines3 = linesOf2(output);
  const end = lines3.findLastIndex((line) => line.trim() !== "") + 1;
  return lines3.slice(Math.max(0, end - SHOWN_LINES), end).join("\n");
}
function succeeded(completed, what, remedy) {
  if (completed.exitCode === 0) return completed;
  const [tool = what] = what.split(" ");
  return stop("tool-failed", {
    tool,
    what,
    exitCode: completed.exitCode,
    tail: lastLines2(completed.output),
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
    const top = path20.join(directory, prefix.replace(/[^/]+/g, ".."));
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
      const scratch = path20.join(options.scratch, `back-end-${asked.size + 1}`);
      const answer = asked.get(directory) ?? once(() => ask(directory, scratch));
      asked.set(directory, answer);
      return answer();
    }
  };
}

// src/adapters/python/builder.ts
import path23 from "node:path";

// src/adapters/python/clean-tree.ts
import path22 from "node:path";

// src/adapters/git/levels.ts
import path21 from "node:path";
async function levelsAbove(processes, directory) {
  const prefix = await createCheckout(processes, directory).prefix();
  const levels = prefix.split("/").length;
  return Array.from({ length: levels }, (_2, level) => path21.join(directory, "../".repeat(level)));
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
var buildLeftovers = (file) => eggInfo(file) || /^(build|\.eggs)\/|(^|\/)__pycache__\/|^(AUTHORS|ChangeLog)$/.test(file);
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
    for (const file of left) await removeWithDirectory(path22.join(directory, file), directory, files);
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
  const above = path22.dirname(file);
  if (above !== top && (await files.list(above))?.length === 0) await removeWithDirectory(above, top, files);
}
async function leavingNoLock({ directory, processes, files }, work) {
  const locks = (await levelsAbove(processes, directory)).map((level) => path22.join(level, "uv.lock"));
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
    const kept = `${path23.relative(options.directory, packages).replaceAll(path23.sep, "/")}/`;
    const litter = (file) => leftovers(file) && !file.startsWith(kept);
    return leavingNo(litter, options, () => restoring(litter, options, work));
  };
  return {
    async prepare() {
      await checkTools.provide();
    },
    async build(request) {
      const python = options.python === void 0 ? [] : ["--python", options.python];
      const siblings2 = request.hasSiblings ? ["--find-links", request.packages] : [];
      const settings = (request.configSettings ?? []).map((setting) => `--config-setting=${setting}`);
      const args = ["build", "--out-dir", request.packages, ...siblings2, ...python, ...settings];
      const directory = path23.join(options.directory, request.directory ?? ".");
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
      const [directory = options.scratch] = files.map((file) => path23.dirname(file));
      const args = [
        "--no-color",
        "check",
        "--strict",
        ...files.map((file) => path23.relative(directory, file))
      ];
      return resultOf(await options.processes.run(twine, args, { directory, environment: WIDE }));
    }
  };
}
var WIDE = { COLUMNS: "1000" };
async function commandLayouts({ project, checkTools }) {
  if (!await project.exists()) return [checkTools.layout];
  const builds = (await project.installed()).some(({ name }) => name === "build");
  return builds ? [project.layout, checkTools.layout] : [checkTools.layout, project.layout];
}
function variablesOf({ epoch, variables }) {
  return { ...variables, ...epoch === void 0 ? {} : { SOURCE_DATE_EPOCH: String(epoch) } };
}
async function leavingNoIgnoreFile(packages, { files }, work) {
  const ignoreFile = path23.join(packages, ".gitignore");
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
import path24 from "node:path";

// src/adapters/python/installed.ts
async function installedIn(uv, { python }, directory) {
  const listed2 = await uv.run(["pip", "list", "--python", python, "--format", "json"], { directory });
  const { stdout } = succeeded(listed2, "uv pip list", "Run again; the environment cannot be read.");
  return JSON.parse(stdout).map(({ name, version: version2 }) => ({ name, version: version2 }));
}

// src/adapters/python/tool-python.ts
function toolPython(requested) {
  const minor = /^3\.(\d+)/.exec(requested ?? "")?.[1];
  return requested !== void 0 && (minor === void 0 || Number(minor) >= 10) ? requested : ">=3.10";
}

// src/adapters/python/check-tools.ts
var TOOLS2 = ["build", "ruff", "twine"];
var REMEDY2 = "Run again if the network failed. The tools come from the package index that the runner is set up for.";
function createCheckTools(options, uv) {
  const { scratch, files } = options;
  const layout = environmentLayout(path24.join(scratch, "check-tools"), options.platform);
  const uvIn = async (args) => succeeded(await uv.run(args, { directory: scratch }), `uv ${args.slice(0, 2).join(" ")}`, REMEDY2);
  const provide = once(async () => {
    const lockFile2 = path24.join(scratch, "check-tools.txt");
    await files.write(lockFile2, check_tools_default);
    await uvIn(["venv", "--clear", "--python", toolPython(options.python), layout.directory]);
    await uvIn(["pip", "sync", "--python", layout.python, "--require-hashes", lockFile2]);
    const installed = await installedIn(uv, layout, scratch);
    return installed.filter(({ name }) => TOOLS2.includes(name));
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
    const version3 = /\d+\.\d+\.\d+\S*/.exec(stdout2)?.[0];
    if (exitCode === 0 && version3 !== void 0) return { ...candidate, version: version3 };
  }
  await workshop.checkTools.provide();
  const run = runner(workshop, workshop.checkTools.layout.program("ruff"));
  const { stdout } = await run(["--version"]);
  const version2 = /\d+\.\d+\.\d+\S*/.exec(stdout)?.[0] ?? "";
  return { version: version2, origin: "pinned by pypi-release", isChosen: false, run };
}
async function candidates(workshop, { hook, settings: { present, requiredVersion }, declared: declared2 }) {
  const { options, project } = workshop;
  const { resolution } = await project.ensure();
  const program = project.layout.program("ruff");
  const isThere = await options.files.executable(program);
  const own2 = { origin: "the project’s own", isChosen: true, run: runner(workshop, program) };
  const exact = /^(?:==\s*)?(\d[\w.]*)$/.exec(requiredVersion ?? "")?.[1];
  const required = exact === void 0 ? requiredVersion : `==${exact}`;
  const isConfigured = present || hook !== void 0;
  const asked = declared2 === "pinned" || declared2 === "in range" && isConfigured;
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
import path26 from "node:path";

// src/adapters/python/environment/project-form.ts
import path25 from "node:path";
async function pyprojectOf({ files, directory }) {
  const text2 = await files.text(path25.join(directory, "pyproject.toml"));
  try {
    return { text: text2, document: parsedToml(text2 ?? "") };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    return stop("pyproject-invalid", { problem }, { cause });
  }
}
async function projectForm(options, heldTo2) {
  const { text: text2, document } = await pyprojectOf(options);
  const root = parsedPyproject(text2 ?? "");
  const packages = await options.packages();
  const below2 = await Promise.all(
    packages.filter((each) => each !== ".").map((directory) => packageIn(directory, options))
  );
  const names = [...packages.includes(".") ? [root] : [], ...below2].map(({ name }) => name);
  const unfit = below2.length > 0 ? unfitForSyncOfAll(document) : unfitForSync(text2, document);
  return {
    names: names.includes(void 0) ? void 0 : names.filter((name) => name !== void 0),
    unfitForSync: unfit ?? (heldTo2 === void 0 ? void 0 : `there is no uv.lock beside ${heldTo2}`),
    hasLock: await hasLock(options),
    packages,
    extras: root.extras,
    groups: root.groups,
    packageGroups: below2.flatMap(({ directory, groups }) => groups.map((name) => ({ directory, name }))),
    canBeEditable: ![root, ...below2].some(rebuildsOnImport)
  };
}
async function packageIn(directory, { files, directory: top }) {
  const { text: text2 } = await pyprojectOf({ files, directory: path25.join(top, directory) });
  return { directory, ...parsedPyproject(text2 ?? "") };
}
function rebuildsOnImport({ buildBackend }) {
  return buildBackend !== void 0 && REBUILDS_ON_IMPORT.includes(buildBackend);
}
var REBUILDS_ON_IMPORT = ["mesonpy"];
function unfitForSyncOfAll(document) {
  const isWorkspace = valueAt(document, ["tool", "uv", "workspace"]) !== void 0;
  return isWorkspace ? void 0 : "the packages are of no uv workspace";
}
function unfitForSync(text2, document) {
  if (text2 === void 0) return "there is no pyproject.toml";
  if (valueAt(document, ["project"]) === void 0) return "pyproject.toml has no [project] table";
  const isPackage3 = valueAt(document, ["build-system"]) !== void 0 || valueAt(document, ["tool", "uv", "package"]) === true;
  return isPackage3 ? void 0 : "pyproject.toml has no [build-system] table";
}
async function hasLock({ files, processes, directory }) {
  const [own2 = directory, ...above] = await levelsAbove(processes, directory);
  if (await files.bytes(path25.join(own2, "uv.lock")) !== void 0) return true;
  for (const level of above) {
    const text2 = await files.text(path25.join(level, "uv.lock"));
    const member = path25.relative(level, directory).replaceAll(path25.sep, "/");
    if (text2?.includes(`{ editable = "${member}" }`) || text2?.includes(`{ virtual = "${member}" }`))
      return true;
    if (text2 !== void 0 && await isMember({ files, directory: level }, member)) return true;
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
function requirement(text2) {
  return { what: text2, arguments: [text2] };
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
var requirementsFiles = async ({ text: text2 }) => {
  for (const file of REQUIREMENTS_FILES)
    if (await text2(file) !== void 0) return found(file, [{ what: file, arguments: ["-r", file] }]);
  return void 0;
};
var plainRequirements = async ({ text: text2 }) => {
  const file = "requirements.txt";
  const asks = /^pytest\b/m.test(await text2(file) ?? "");
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
  const inToml2 = [...specifiersIn(project), ...specifiersIn(groups), ...specifiersIn(tools)];
  const texts = await Promise.all(
    FILES.map((file) => options.files.text(path26.join(options.directory, file)))
  );
  const inFiles = texts.flatMap((text2) => {
    const found2 = IN_FILE.exec(text2 ?? "");
    return found2 === null ? [] : [found2.groups?.specifier ?? ""];
  });
  const all = [...inToml2, ...inFiles];
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
import path27 from "node:path";
var FILE = ".pre-commit-config.yaml";
var FORMATTERS = ["black", "black-jupyter", "yapf", "autopep8", "blue"];
async function preCommit({
  files,
  directory,
  processes
}) {
  const top = (await levelsAbove(processes, directory)).at(-1) ?? directory;
  const text2 = await files.text(path27.join(top, FILE));
  if (text2 === void 0) return void 0;
  const { yamlDocument } = await import("./yaml-document-V3YCQ4NW.js");
  const document = yamlDocument(text2);
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
    const version2 = /^v?(\d+\.\d+\.\d+)$/.exec(rev)?.[1];
    return check2 === void 0 ? [] : [{ check: check2, version: version2, args, scope: scopeOf(hook, config, OFFERED) }];
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
import path28 from "node:path";

// src/adapters/python/ruff/script-words.ts
var RUNS = {
  lint: /\bruff(?:[ \t]+|["']\s*,\s*["'])check\b/g,
  format: /\bruff(?:[ \t]+|["']\s*,\s*["'])format\b/g
};
function checkedPaths(check, text2) {
  const code = text2.replace(TALK, "").replace(/\\\r?\n[ \t]*/g, " ");
  return [...code.matchAll(RUNS[check])].flatMap((run) => {
    const rest = code.slice(run.index + run[0].length);
    const words2 = /^["']/.test(rest) ? listed(rest) : spoken(rest, code);
    const isClear = words2?.every((word) => PLAIN.test(word)) ?? false;
    const paths = words2 !== void 0 && isClear ? withoutOptions(words2) : "unclear";
    const isByProgram = BY_PROGRAM.test(code.slice(0, run.index));
    const makes = paths === "unclear" ? isByProgram : namesFilesAlone(paths) && (isByProgram || rewrites(check, words2 ?? []));
    return makes ? [] : [paths];
  });
}
var TALK = /^\s*[#;].*$|^[ \t]*(?:-[ \t]+)?(?:name|desc|description|help)[ \t]*[:=].*$|\becho[ \t]+(["']).*?\1/gm;
var BY_PROGRAM = /\bsubprocess\.\w+\(\s*\[[^\]]*$/;
function rewrites(check, words2) {
  return check === "lint" ? words2.some((word) => word === "--fix" || word === "--fix-only") : !words2.some((word) => word === "--check" || word === "--diff");
}
function namesFilesAlone(paths) {
  return paths.length > 0 && paths.every((each) => /\.pyi?$/.test(each));
}
var PLAIN = /^[\w./=:,@+-]+$/;
function listed(rest) {
  const words2 = LITERALS.exec(rest)?.groups?.words;
  return words2 === void 0 ? void 0 : [...words2.matchAll(/["']([^"']*)["']/g)].map(([, word = ""]) => word);
}
var LITERALS = /^["'](?<words>(?:\s*,\s*(?:"[^"]*"|'[^']*'))*)\s*,?\s*(?:[)\]]|[a-z_]+\s*=)/;
function spoken(rest, code) {
  const defaults = rest.replace(/\{posargs(?::([^{}]*))?\}/g, "$1");
  const [said = ""] = /^[^\r\n;&|<>`"'#]*/.exec(defaults) ?? [];
  if (/^["'`]/.test(defaults.slice(said.length)) && /\s$/.test(said)) return void 0;
  return said.split(/\s+/).filter((word) => word !== "").flatMap((word) => spelledOut(word, code));
}
function spelledOut(word, code) {
  const name = /^\$[{(]?(\w+)[)}]?$/.exec(word)?.[1];
  if (name === void 0) return [word];
  const given2 = [...code.matchAll(new RegExp(`^(?:export[ \\t]+)?${name}[ \\t]*[:?]?=[ \\t]*(.*)$`, "gm"))];
  const value = given2.length === 1 ? given2[0]?.[1]?.trim().replace(/^(["'])(.*)\1$/, "$2") : void 0;
  return value?.split(/\s+/) ?? [word];
}
var FLAGS = /^(?:-[a-z]+|--(?:no-)?(?:fix|fix-only|unsafe-fixes|show-fixes|show-source|diff|watch|preview|check|force-exclude|respect-gitignore|cache|exit-zero|exit-non-zero-on-(?:fix|format)|statistics|add-noqa|show-files|show-settings|quiet|silent|verbose|isolated|ignore-noqa))$/;
function withoutOptions(words2) {
  return words2.filter((word, place) => {
    const before = words2[place - 1] ?? "";
    const isValue = before.startsWith("--") && before !== "--" && !before.includes("=") && !FLAGS.test(before);
    return !word.startsWith("-") && !isValue;
  });
}

// src/adapters/python/ruff/scripts.ts
var PLACES = [
  "{scripts,script,bin,tools}/{lint,check}*",
  "{tox.ini,tox.toml,setup.cfg,pyproject.toml,noxfile.py,tasks.py,dodo.py}",
  "{Makefile,makefile,GNUmakefile,justfile,Justfile,.justfile,Taskfile.yml,Taskfile.yaml}",
  "{scripts,script,bin,tools}/*",
  ".github/workflows/*.{yml,yaml}",
  "{.gitlab-ci.yml,.circleci/config.yml,azure-pipelines.yml,.travis.yml}"
];
async function scriptsWith(check, options) {
  const { files, directory, processes } = options;
  const levels = await levelsAbove(processes, directory);
  const told3 = [];
  for (const level of /* @__PURE__ */ new Set([directory, levels.at(-1) ?? directory])) {
    const names = await Promise.all(PLACES.map((pattern) => files.glob(level, pattern)));
    for (const name of new Set(names.flat())) {
      const text2 = await files.text(path28.join(level, name)) ?? "";
      for (const looked of checkedPaths(check, text2)) {
        const paths2 = looked === "unclear" ? "unclear" : await pathsBelow(looked, level, options);
        if (paths2 !== void 0) told3.push({ name, paths: paths2 });
      }
    }
  }
  if (told3.length === 0) return void 0;
  const clear = told3.flatMap(({ name, paths: paths2 }) => paths2 === "unclear" ? [] : [{ name, paths: paths2 }]);
  const counted = clear.length > 0 ? clear : told3.map(({ name }) => ({ name, paths: EVERYTHING }));
  const paths = [...new Set(counted.flatMap((each) => each.paths))];
  const isEverything = paths.includes(".") || namesFilesAlone(paths);
  return { names: [...new Set(counted.map(({ name }) => name))], paths: isEverything ? EVERYTHING : paths };
}
var EVERYTHING = ["."];
async function pathsBelow(told3, level, { files, directory }) {
  if (told3.length === 0) return EVERYTHING;
  const found2 = [];
  for (const each of told3) {
    const target = path28.join(level, each);
    if (await files.real(target) === void 0) continue;
    if (!isOutside(target, directory)) return EVERYTHING;
    found2.push(target);
  }
  if (found2.length === 0) return "unclear";
  const below2 = found2.filter((target) => !isOutside(directory, target));
  if (below2.length === 0) return void 0;
  return below2.map((target) => path28.relative(directory, target).replaceAll(path28.sep, "/"));
}
function isOutside(directory, target) {
  const between = path28.relative(directory, target);
  return between.split(path28.sep)[0] === ".." || path28.isAbsolute(between);
}

// src/adapters/python/ruff/settings.ts
import path29 from "node:path";
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
    [".ruff.toml", "ruff.toml"].map((name) => options.files.text(path29.join(options.directory, name)))
  );
  const text2 = own2.find((one) => one !== void 0);
  const settings = text2 === void 0 ? valueAt(document, ["tool", "ruff"]) : readable2(text2);
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
function readable2(text2) {
  try {
    return parsedToml(text2);
  } catch {
    return {};
  }
}

// src/adapters/python/ruff.ts
async function ruffResult(id, fix, workshop) {
  const { options, project } = workshop;
  await project.ensure();
  const [settings, configured] = [await ruffSettings(options), await preCommit(options)];
  const [declared2, script] = [await declaredRuff(options), await scriptsWith(id, options)];
  const reason2 = reasonAgainst(id, { settings, configured, declared: declared2, script });
  if (reason2 !== void 0) return { id, outcome: "not-applicable", evidence: reason2, details: "" };
  const own2 = configured?.hooks.filter(({ check }) => check === id) ?? [];
  const ruff = await chosenRuff(workshop, { hook: own2[0], settings, declared: declared2 });
  const args = argumentsOf(id, fix, ruff);
  if (own2.length > 0) return judged(id, ruff, await overHooks(workshop, ruff, { args, hooks: own2 }));
  const { paths = EVERYTHING2, names = [] } = script ?? {};
  const isScoped = paths.some((each) => each !== ".");
  const have = names.length > 1 ? "have" : "has";
  const origin = isScoped ? `${ruff.origin}; over ${paths.join(", ")}, as ${names.join(", ")} ${have} it` : ruff.origin;
  return judged(id, { ...ruff, origin }, await overPaths(workshop, ruff, { args, paths }));
}
function argumentsOf(id, fix, { version: version2 }) {
  if (id === "format") return ["format", "--no-cache", ...fix ? [] : ["--check"]];
  const concise = (0, import_semver.gte)(version2, "0.5.0") ? ["--output-format", "concise"] : [];
  return ["check", "--no-cache", ...concise, fix ? "--fix" : "--no-fix", "--no-fix-only"];
}
var EVERYTHING2 = ["."];
async function overPaths({ options }, ruff, { args, paths }) {
  const all = await ruff.run([...args, "--", ...paths]);
  const stumbled = all.exitCode >= 2 || /\bE902\b/.test(all.stdout);
  const tracked = stumbled ? await trackedFiles(options.processes, options.directory) : void 0;
  const isIn = (file) => paths.some((each) => each === "." || file === each || file.startsWith(`${each.replace(/\/$/, "")}/`));
  const code = tracked?.filter((file) => /\.pyi?$/.test(file) && isIn(file)) ?? [];
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
function judged(id, { version: version2, origin, isChosen }, runs) {
  const exitCode = Math.max(0, ...runs.map((one) => one.exitCode));
  const output = runs.map((one) => one.output).join("");
  const error = output.split("\n").find((line) => line.startsWith("error:")) ?? lastLines2(output);
  const figures2 = exitCode < 2 ? figuresIn(id, runs, exitCode) : "";
  const said = figures2 || (exitCode === 0 ? "no findings" : `ruff itself failed, exit code ${exitCode}: ${error}`);
  const evidence = `ruff ${version2} (${origin}): ${said}`;
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
  const { settings, configured, declared: declared2, script } = signs;
  const hooks = configured?.hooks ?? [];
  if (hooks.length > 0)
    return hooks.some(({ check }) => check === id) ? void 0 : `Of ruff’s hooks the project has only the other: .pre-commit-config.yaml does not have ruff ${VERBS[id]}.`;
  if (script !== void 0) return void 0;
  if (id === "lint") return settings.present ? void 0 : UNCONFIGURED;
  if (settings.forFormat) return void 0;
  return otherFormatter(signs) ?? (declared2 === void 0 || !settings.present ? UNSAID : void 0);
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
import { randomUUID as randomUUID2 } from "node:crypto";
import path37 from "node:path";

// src/adapters/python/pytest-evidence.ts
function pytestEvidence(tool, report) {
  const { passed, failed, errors, skipped, seconds } = report;
  const figures2 = [
    [passed, "passed"],
    [failed, "failed"],
    [errors, errors === 1 ? "error" : "errors"],
    [skipped, "skipped"]
  ];
  const named2 = figures2.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  const sentence = `${tool}: ${named2.length === 0 ? "no tests" : named2.join(", ")} in ${seconds.toFixed(1)} s`;
  return [sentence, ...mainReasons(report.troubles)].join("; ");
}
var TOLD = 3;
function mainReasons(troubles) {
  const keyOf = ({ kind, reason: reason2 }) => `${kind} ${isFixture(reason2) ? "fixture" : reason2}`;
  const groups = [...new Set(troubles.map(keyOf))].map((key) => troubles.filter((one) => keyOf(one) === key));
  const told3 = groups.sort((one, other) => other.length - one.length).slice(0, TOLD);
  return told3.map((group) => {
    const count = `${group.length} ${group[0]?.kind ?? "failure"}${group.length === 1 ? "" : "s"}`;
    return `${count}: ${sharedReason([...new Set(group.map(({ reason: reason2 }) => reason2))])}`;
  });
}
function isFixture(reason2) {
  return reason2.startsWith("fixture '");
}
function sharedReason(reasons) {
  const [only = ""] = reasons;
  if (reasons.length <= 1) return only.replace(/(?<=\w)\.$/, "");
  const names = reasons.map((reason2) => /'([^']*)'/.exec(reason2)?.[0] ?? reason2).sort();
  return `fixtures ${names.join(", ")} not found`;
}

// src/adapters/python/tests/hints.ts
import { userInfo } from "node:os";
import path31 from "node:path";

// src/adapters/python/environment/test-requirements.ts
import path30 from "node:path";

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
    (text2) => (
      // "Context formatting": fields such as {root:uri} mean something to Hatch alone.
      text2.includes("{") ? { what: text2, why: "it has a field of Hatch’s own" } : requirement(text2)
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
    (text2) => text2.startsWith("-") ? { what: text2, why: "it is an editable install of PDM’s" } : requirement(text2)
  );
  return found(`PDM’s group ${groups.map(({ name }) => name).join(", ")}`, entries);
};

// src/packaging/poetry-requirement.ts
function requirementOfPoetry(name, value) {
  if (typeof value === "string") return specified(name, value);
  if (typeof value !== "object" || value === null)
    return { problem: "it is neither a constraint nor a table" };
  if (Array.isArray(value)) return { problem: "it has several constraints" };
  const table2 = value;
  const other = ["git", "path", "file", "url"].find((key) => key in table2);
  if (other !== void 0) return { problem: `it comes by ${other}` };
  if ("python" in table2) return { problem: "it is for some Pythons only" };
  const { version: version2, markers } = table2;
  if (typeof version2 !== "string") return { problem: "it has no version" };
  const extras2 = list(table2.extras).join(",");
  return specified(
    extras2 === "" ? name : `${name}[${extras2}]`,
    version2,
    typeof markers === "string" ? ` ; ${markers}` : ""
  );
}
function specified(name, constraint, marker = "") {
  const clauses = constraint.split(",").map((clause) => clause.trim()).filter((clause) => clause !== "" && clause !== "*");
  const specifiers = clauses.map(specifier);
  const lost = clauses.find((_2, place) => specifiers[place] === void 0);
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
  const first = numbers.findIndex((number2) => number2 !== 0);
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
  const entries = tables.flatMap((table2) => table2.entries).map(([name, constraint]) => {
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
function toxToml(text2) {
  try {
    return parsedToml(text2 ?? "");
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
  const reason2 = CAUSE.exec(output)?.[1] ?? ERROR.exec(output)?.[1] ?? output.trim().split("\n").at(-1) ?? "";
  return reason2.trim().replace(/[.:]$/, "");
}

// src/adapters/python/environment/widest.ts
async function widest(parts2, install) {
  const [kept, leftOut] = [[], []];
  if (parts2.length === 0) return { kept, leftOut };
  if (parts2.length > 1 && (await install(parts2)).exitCode === 0) return { kept: parts2, leftOut };
  for (const part2 of parts2) {
    const { exitCode, output } = await install([...kept, part2]);
    if (exitCode === 0) kept.push(part2);
    else leftOut.push({ what: part2.what, why: uvReason(output) });
  }
  return { kept, leftOut };
}

// src/adapters/python/environment/test-requirements.ts
var SOURCES = [poetry, hatch, pdm, tox, requirementsFiles, plainRequirements];
async function addTestRequirements(work, { parts: parts2, resolution }) {
  const { options, uv, layout } = work;
  const hasPytest = async () => (await installedIn(uv, layout, options.scratch)).some(({ name }) => name === "pytest");
  let satisfied = (resolution === "lock" || parts2.some(isForTests)) && await hasPytest();
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
    text: (file) => options.files.text(path30.join(options.directory, file)),
    ini: (texts) => readIni(options, layout, texts)
  };
}

// src/adapters/python/tests/hints.ts
var ABOUT_ROOT = /\b(?:as|by|is|not|be|running|user) root\b|ROOT_INSTALL|geteuid|PermissionError|permission denied/i;
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
  const [, ...above] = await levelsAbove(processes, directory);
  const top = above.at(-1);
  const hasTestsAbove = top !== void 0 && await files.list(path31.join(top, "tests")) !== void 0;
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
import path32 from "node:path";

// src/adapters/python/junit.ts
function readJunit(xml) {
  const suite = /<testsuite\b[^>]*>/.exec(xml)?.[0];
  if (suite === void 0) return void 0;
  const figure = (name) => Number(new RegExp(`\\b${name}="([\\d.]+)"`).exec(suite)?.[1] ?? 0);
  const [failed, errors, skipped] = [figure("failures"), figure("errors"), figure("skipped")];
  const passed = Math.max(0, figure("tests") - failed - errors - skipped);
  const figures2 = { passed, failed, errors, skipped, seconds: figure("time") };
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
  return [...xml.matchAll(TROUBLE)].map(([, kind, message = "", text2 = ""]) => ({
    kind: kind === "failure" ? "failure" : "error",
    reason: reasonIn(unescaped(message), unescaped(text2))
  }));
}
function reasonIn(message, text2) {
  const fixture = /fixture '[^']*' not found/.exec(text2);
  if (fixture !== null) return fixture[0];
  const [first = ""] = message.split("\n");
  if (!/^(failed on (setup|teardown)|collection failure)/.test(first)) return first;
  const marked = text2.split("\n").filter((line) => /^E\s+\S/.test(line));
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
  const file = path32.join(reports, "junit.xml");
  const args = [
    ...["-m", "pytest", "-o", `cache_dir=${path32.join(reports, "cache")}`, `--junitxml=${file}`],
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
  return { ...active, PYTHONDONTWRITEBYTECODE: "1", COVERAGE_FILE: path32.join(reports, "coverage") };
}

// src/adapters/python/tests/suite.ts
import path34 from "node:path";

// src/adapters/python/tests/pytest-settings.ts
import path33 from "node:path";
var OWN_FILES = ["pytest.toml", ".pytest.toml", "pytest.ini", ".pytest.ini"];
var SHARED_FILES = [
  { file: "tox.ini", section: "pytest" },
  { file: "setup.cfg", section: "tool:pytest" }
];
async function pytestSettings({ options, project }) {
  const { document } = await pyprojectOf(options);
  const names = [...OWN_FILES, ...SHARED_FILES.map(({ file }) => file)];
  const texts = await Promise.all(
    names.map(async (name) => [name, await options.files.text(path33.join(options.directory, name))])
  );
  const given2 = Object.fromEntries(
    texts.filter((entry) => entry[1] !== void 0)
  );
  const own2 = OWN_FILES.find((name) => given2[name] !== void 0);
  const ini = await readIni(options, project.layout, given2);
  if (own2 !== void 0) return { paths: words(ini[own2]?.pytest?.testpaths) };
  const table2 = valueAt(document, ["tool", "pytest"]);
  if (table2 !== void 0) {
    const paths = valueAt(table2, ["ini_options", "testpaths"]) ?? valueAt(table2, ["testpaths"]);
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
  const signs = settings !== void 0 || hasPytest || all.some((file) => path34.posix.basename(file) === "conftest.py");
  const runner2 = signs ? "pytest" : files.length === 0 ? void 0 : runnerByImports(files);
  return { runner: runner2, paths: usualDirectory(names), files: names };
}
async function testFiles({ options }, all) {
  const named2 = all.filter((file) => TEST_FILE.test(file));
  const texts = await Promise.all(
    named2.map(async (file) => ({
      file,
      text: await options.files.text(path34.join(options.directory, file)) ?? ""
    }))
  );
  return texts.filter(({ text: text2 }) => DEFINES_TESTS.test(text2));
}
function liesIn(file, paths) {
  const plain = paths.map((one) => path34.posix.normalize(one).replace(/\/$/, ""));
  return plain.some((one) => one === "." || file === one || file.startsWith(`${one}/`));
}
function usualDirectory(files) {
  const within2 = (directory) => files.filter((file) => file.startsWith(`${directory}/`)).length;
  return DIRECTORIES.filter((directory) => 2 * within2(directory) > files.length);
}
function runnerByImports(files) {
  const imports = (module) => files.some(({ text: text2 }) => new RegExp(`^\\s*(import|from)\\s+${module}\\b`, "m").test(text2));
  return imports("unittest") && !imports("pytest") ? "unittest" : "pytest";
}

// src/adapters/python/tests/unittest.ts
import path35 from "node:path";

// src/adapters/python/tests/run_unittest.py
var run_unittest_default = '"""Runs `unittest discover` with the arguments given, and writes what came of it, as JSON, to the file that is the first of them."""\n\nimport json\nimport sys\nimport time\nimport unittest\n\nreport, *arguments = sys.argv[1:]\nstarted = time.monotonic()\nresult = unittest.main(module=None, argv=["python -m unittest", "discover", *arguments], exit=False).result\n\n\ndef troubles(kind, found):\n    return [{"kind": kind, "reason": (text.strip().splitlines() or [""])[-1]} for _, text in found]\n\n\nfailed = len(result.failures) + len(result.unexpectedSuccesses)\nfound = {\n    "passed": max(0, result.testsRun - failed - len(result.errors) - len(result.skipped)),\n    "failed": failed,\n    "errors": len(result.errors),\n    "skipped": len(result.skipped),\n    "seconds": time.monotonic() - started,\n    "troubles": troubles("failure", result.failures) + troubles("error", result.errors),\n    "tests": [{"name": module.__name__, "file": module.__file__} for module in list(sys.modules.values()) if getattr(module, "__file__", None)],\n}\nwith open(report, "w", encoding="utf-8") as file:\n    json.dump(found, file)\nsys.exit(0 if result.wasSuccessful() else 1)\n';

// src/adapters/python/tests/unittest.ts
async function runUnittest(workshop, { files }, request) {
  const { options, project } = workshop;
  const { processes, directory } = options;
  const { reports, limit } = request;
  await options.files.makeDirectory(reports);
  const file = path35.join(reports, "unittest.json");
  const args = ["-c", run_unittest_default, file, ...await discovery(options, files)];
  const completed = await processes.run(project.layout.python, args, {
    directory,
    environment: await suiteVariables(workshop, reports),
    limit
  });
  const text2 = await options.files.text(file);
  if (text2 === void 0)
    return {
      tool: "unittest",
      completed,
      report: void 0,
      meaning: `stopped: exit code ${completed.exitCode}`
    };
  const report = JSON.parse(text2);
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
  const isPackage3 = async (place) => await files.bytes(path35.join(directory, place, "__init__.py")) !== void 0;
  let top = start;
  while (top !== "." && await isPackage3(top)) top = path35.posix.dirname(top);
  const suffixed = tests.filter((file) => /_tests?\.py$/.test(file));
  const pattern = 2 * suffixed.length > tests.length ? ["-p", "*_test*.py"] : [];
  return ["-s", start, "-t", top, ...pattern];
}
function commonDirectory(files) {
  const [first = [], ...others] = files.map((file) => file.split("/").slice(0, -1));
  const differs = (name, place) => others.some((parts2) => parts2[place] !== name);
  const end = first.findIndex(differs);
  return (end === -1 ? first : first.slice(0, end)).join("/") || ".";
}

// src/adapters/python/tests/watched.ts
import path36 from "node:path";
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
    const bytes = await files.bytes(path36.join(directory, name));
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
      const { version: version2, origin } = await uv.provide();
      return { uv: version2, origin, python: await pythonVersion(options, uv) };
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
  const reports = path37.join(options.scratch, `tests-${randomUUID2()}`);
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
  return `; ${output.split("\n").find((line) => /^(ERROR|ImportError|INTERNALERROR)/.test(line)) ?? lastLines2(output)}`;
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
import path38 from "node:path";
function createEnvironments(workshop) {
  const { options } = workshop;
  const all = path38.join(options.scratch, "environments");
  let made = 0;
  return {
    async create(name, limit) {
      const work = limit === void 0 ? workshop : endingAfter(limit, workshop);
      made += 1;
      const plain = name.replace(/[^A-Za-z0-9._-]+/g, "-");
      const home = path38.join(all, `${made}-${plain}`);
      await options.files.makeDirectory(path38.join(home, "empty"));
      const python = options.python === void 0 ? [] : ["--python", options.python];
      const args = ["venv", "--clear", ...python, path38.join(home, "env")];
      succeeded(await work.uv.run(args, { directory: options.directory }), "uv venv", REMEDY4);
      return environmentIn(home, work);
    },
    removeAll: () => options.files.remove(all)
  };
}
function endingAfter(limit, workshop) {
  const clock = createClock();
  const until = clock.now().getTime() + limit;
  const left = () => ({ limit: Math.max(1e3, until - clock.now().getTime()) });
  const { options, uv } = workshop;
  const { processes } = options;
  return {
    ...workshop,
    uv: { ...uv, run: (args, run) => uv.run(args, { ...run, ...left() }) },
    options: {
      ...options,
      processes: {
        ...processes,
        run: (command, args, run) => processes.run(command, args, { ...run, ...left() })
      }
    }
  };
}
var REMEDY4 = "Ask for a python-version that the runner has, or can be had.";
function environmentIn(home, { options, uv }) {
  const directory = path38.join(home, "empty");
  const layout = environmentLayout(path38.join(home, "env"), options.platform);
  return {
    async install(requirements, { index, constraints = [], configSettings: configSettings2 } = {}) {
      const from = index === void 0 ? [] : ["--index", index, "--refresh"];
      const file = path38.join(home, "constraints.txt");
      const bound = constraints.length === 0 ? [] : ["--constraints", file];
      if (bound.length > 0) await options.files.write(file, constraints.map((each) => `${each}
`).join(""));
      const chosen2 = [...from, ...bound, ...settingOptions(configSettings2)];
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
      const [name, version2] = path38.basename(wheel).split("-");
      const renamed = path38.join(home, "renamed", path38.basename(wheel));
      const other = path38.join(renamed, `${name}-${version2}-py3-none-any.whl`);
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
      return (await installedIn(uv, layout, directory)).map(({ name, version: version2 }) => `${name}==${version2}`);
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
  const ran = async (code, input) => {
    try {
      await checkTools.provide();
    } catch (error) {
      if (error instanceof Stopped) return { problem: findingsOf(error) };
      throw error;
    }
    return options.processes.run(checkTools.layout.python, ["-I", "-c", code], {
      directory: options.scratch,
      input
    });
  };
  return {
    async markdown(restructuredText2) {
      const result = await ran(markdown_default, restructuredText2);
      if ("problem" in result) return result;
      const { exitCode, stdout, stderr } = result;
      return exitCode === 0 ? { markdown: stdout.replaceAll("\r\n", "\n").trim() } : { problem: reason(stderr) };
    },
    async renders(restructuredText2) {
      const result = await ran(render_default, restructuredText2);
      if ("problem" in result) return result;
      if (result.exitCode === 0) return "renders";
      return result.stderr.includes("Traceback") ? { problem: reason(result.stderr) } : "fails";
    }
  };
}
function reason(stderr) {
  return lastLines2(stderr).split("\n").at(-1) ?? "";
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
    async collect({ version: version2, date, atTop }) {
      const top = atTop === void 0 ? [] : ["--config", atTop.settings, "--name", atTop.name];
      const args = ["build", "--yes", "--version", version2, "--date", date, ...top];
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
import path40 from "node:path";

// src/adapters/python/environment/foreign-lock.ts
import path39 from "node:path";
var NAMES = ["poetry.lock", "pdm.lock"];
async function foreignLock({
  directory,
  scratch,
  files
}) {
  for (const name of NAMES) {
    const text2 = await files.text(path39.join(directory, name));
    const pins = text2 === void 0 ? [] : pinsIn2(text2);
    if (pins.length === 0) continue;
    const constraints = path39.join(scratch, "constraints.txt");
    await files.write(constraints, `${pins.join("\n")}
`);
    return { name, constraints };
  }
  return void 0;
}
function pinsIn2(lock) {
  const entries = packagesIn(lock).filter((entry) => !OTHER_SOURCES.some((keys) => valueAt(entry, keys)));
  const pins = entries.map((entry) => {
    const [name, version2] = [valueAt(entry, ["name"]), valueAt(entry, ["version"])];
    return { name: normalizedName(String(name)), version: String(version2) };
  });
  return pins.filter(({ name, version: version2 }) => pins.every((other) => other.name !== name || other.version === version2)).map(({ name, version: version2 }) => `${name}==${version2}`);
}
var OTHER_SOURCES = [["source"], ["git"], ["path"], ["url"]];
function packagesIn(lock) {
  try {
    return list(valueAt(parsedToml(lock), ["package"]));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

// src/adapters/python/environment/local_projects.py
var local_projects_default = '"""Prints, as JSON, the distributions of this environment that were installed from the directory given, or from one below it."""\n\nimport importlib.metadata\nimport json\nimport os\nimport sys\nfrom urllib.parse import urlsplit\nfrom urllib.request import url2pathname\n\ntop = os.path.realpath(sys.argv[1])\nfound = []\nfor distribution in importlib.metadata.distributions():\n    # PEP 610: an installer keeps where a distribution came from that is of no index.\n    origin = json.loads(distribution.read_text("direct_url.json") or "{}")\n    if "dir_info" not in origin:\n        continue\n    place = os.path.realpath(url2pathname(urlsplit(origin["url"]).path))\n    if place == top or place.startswith(os.path.join(top, "")):\n        found.append(\n            {\n                "name": distribution.metadata["Name"],\n                "directory": os.path.relpath(place, top).replace(os.sep, "/"),\n                "extras": distribution.metadata.get_all("Provides-Extra") or [],\n            }\n        )\nprint(json.dumps(found))\n';

// src/adapters/python/environment/local-projects.ts
async function localProjects({ processes, directory, scratch }, { python }) {
  const listed2 = await processes.run(python, ["-I", "-c", local_projects_default, directory], { directory: scratch });
  const { stdout } = succeeded(listed2, "python", "Run again; the environment cannot be read.");
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
  return ({ parts: parts2, editable }) => uv.run(
    [
      "sync",
      ...locked ? ["--locked"] : [],
      ...isAlone(form) ? [] : ["--all-packages"],
      ...parts2 === "all" ? everything(request) : chosen(parts2),
      ...editable ? [] : ["--no-editable", "--refresh"],
      ...pythonOption({ python }),
      ...settingsOptions({ options, form })
    ],
    run
  );
}
function everything({ extras: extras2 }) {
  const some2 = extras2 === "all" ? ["--all-extras"] : extras2.flatMap((extra) => ["--extra", extra]);
  return [...some2, "--all-groups"];
}
function chosen(parts2) {
  return ["--no-default-groups", ...parts2.flatMap(({ kind, name }) => [`--${kind}`, name])];
}
function isAlone({ packages }) {
  return packages.every((each) => each === ".");
}
function pipRoad({ options, uv, layout, form }, projects) {
  return (parts2, editable) => {
    const wanted = parts2.filter(({ kind }) => kind === "extra").map(({ name }) => name);
    const refresh = !editable && parts2.length === 0;
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
        ...parts2.filter(({ kind }) => kind === "group").flatMap((group) => ["--group", fromFile(group)])
      ],
      { directory: options.directory }
    );
  };
}
function inPlace(directory, editable) {
  const place = /^\.(?:$|\[)/.test(directory) ? directory : `./${directory}`;
  return editable ? ["--editable", place] : [place];
}
function withExtras({ directory, extras: extras2 }, wanted) {
  const own2 = wanted.filter((extra) => hasExtra(extras2, extra));
  return own2.length === 0 ? directory : `${directory}[${own2.join(",")}]`;
}
function hasExtra(extras2, wanted) {
  return extras2.some((each) => normalizedName(each) === normalizedName(wanted));
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
  const extras2 = request.extras === "all" ? form.extras : request.extras;
  const groups = [...form.groups, ...form.packageGroups.map(({ name }) => name)];
  return { because: void 0, leftOut: [], parts: [...extras2, ...groups] };
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
  const parts2 = ordered2(partsOf(work, work.form.extras));
  const { kept, leftOut } = await widest(parts2, (some2) => road({ parts: some2, editable: base.editable }));
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
  const lacking = await missing2(work);
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
  const offered = [...new Set(projects.flatMap(({ extras: extras2 }) => extras2))];
  const groups = packageGroups.map(({ name, directory }) => part("group", name, directory));
  const parts2 = ordered2([...partsOf(work, offered), ...groups]);
  const isKnown = ({ kind, name }) => kind === "group" || hasExtra(offered, name);
  const road = pipRoad(work, projects);
  const { kept, leftOut } = await widest(parts2.filter(isKnown), (some2) => road(some2, base.editable));
  const unknown = parts2.filter((one) => !isKnown(one)).map(({ what }) => ({ what, why: "the project has no such extra" }));
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
  const lacking = await missing2(work);
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
async function missing2(work) {
  const there = (await own(work)).map(({ directory }) => directory);
  return work.form.packages.filter((each) => !there.includes(each));
}
async function own({ options, layout, form }) {
  const found2 = await localProjects(options, layout);
  return found2.filter(({ directory }) => form.packages.includes(directory));
}
function partsOf({ form, request }, offered) {
  const extras2 = request.extras === "all" ? offered : request.extras;
  return [...extras2.map((name) => part("extra", name)), ...form.groups.map((name) => part("group", name))];
}
function ordered2(parts2) {
  return [...parts2.filter(({ name }) => isForTests(name)), ...parts2.filter(({ name }) => !isForTests(name))];
}
function told2(kept, leftOut) {
  return { parts: kept.map(({ name }) => name), leftOut };
}

// src/adapters/python/project-environment.ts
function createProjectEnvironment(options, uv) {
  const layout = environmentLayout(path40.join(options.scratch, "project-env"), options.platform);
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
  const { hasLock: hasLock2 } = await projectForm(options);
  const lock = hasLock2 ? void 0 : await foreignLock(options);
  const synced = (held2) => syncedWithin(options, held2 === void 0 ? uv : heldTo(uv, held2), layout, request, held2);
  if (lock === void 0) return synced(void 0);
  const held = await unlessStopped(synced(lock));
  if (held?.leftOut.length === 0) return held;
  if (held === void 0) return synced(void 0);
  const free = await unlessStopped(synced(void 0));
  if (free !== void 0 && free.leftOut.length < held.leftOut.length) return free;
  return await unlessStopped(synced(lock)) ?? synced(void 0);
}
async function unlessStopped(work) {
  return work.catch((error) => {
    if (error instanceof Stopped) return void 0;
    throw error;
  });
}
function heldTo(uv, { constraints }) {
  const run = (args, given2) => uv.run(args[0] === "pip" && args[1] === "install" ? [...args, "--constraint", constraints] : args, given2);
  return { ...uv, run };
}
async function syncedWithin(options, uv, layout, request, held) {
  const work = await workOf(options, uv, layout, request, held?.name);
  const furnished = await cleanlyFurnished(work);
  const requirements = await leavingNo(buildLeftovers, options, () => addTestRequirements(work, furnished));
  if (requirements !== void 0) await keepOwn(work, furnished.editable);
  const { resolution, because, editable, leftOut } = furnished;
  return {
    installed: (await installedIn(uv, layout, options.scratch)).length,
    resolution,
    because,
    heldTo: held?.name,
    editable,
    leftOut: [...leftOut, ...requirements?.leftOut ?? []],
    testRequirements: requirements?.origin
  };
}
async function workOf(options, uv, layout, request, heldTo2) {
  const run = (args, given2) => uv.run(args, { ...given2, environment: { ...request.variables, ...given2.environment } });
  return {
    options,
    uv: { ...uv, run },
    layout,
    form: await projectForm(options, heldTo2),
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
  if ((await missing2(work)).length === 0) return;
  await leavingNo(
    buildLeftovers,
    work.options,
    () => restoring(buildLeftovers, work.options, () => putBack2(work, editable))
  );
}

// src/adapters/python/uv.ts
var import_semver2 = __toESM(require_semver(), 1);

// src/adapters/python/pinned-uv.ts
import path41 from "node:path";
async function pinnedUv(options, wheels = UV_WHEELS) {
  const { files, toolCache, platform } = options;
  const name = await platformName(options);
  const wheel = wheels[name];
  if (wheel === void 0) return unavailable(options, `there is no pinned wheel for ${name}.`);
  const directory = path41.join(toolCache, "pypi-release", "uv", UV_VERSION, name);
  const program = path41.join(directory, programName("uv", platform.os));
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
  const list3 = await fetched2(options, page);
  const file = filesIn(list3.json()).find((candidate) => candidate.filename === filename);
  if (file === void 0) return unavailable(options, `${page} does not list ${filename}.`);
  const { body } = await fetched2(options, new URL(file.url, list3.url).href);
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
      return options.processes.run(program, args, { ...run, environment: { ...QUIET3, ...run.environment } });
    }
  };
}
var QUIET3 = { UV_NO_PROGRESS: "1" };
async function uvOnPath(options) {
  const program = await programFile("uv", { directories: options.searchPath });
  if (program === void 0) return void 0;
  await options.files.makeDirectory(options.scratch);
  const { exitCode, stdout } = await options.processes.run(program, ["--version"], {
    directory: options.scratch
  });
  const version2 = (0, import_semver2.parse)(stdout.split(/\s+/)[1] ?? "")?.version;
  if (exitCode !== 0 || version2 === void 0 || !(0, import_semver2.satisfies)(version2, options.uvRange)) return void 0;
  return { version: version2, origin: "PATH", program };
}
async function uvFromIndex(options) {
  if (!(0, import_semver2.satisfies)(UV_VERSION, options.uvRange)) {
    stop("uv-unavailable", { range: options.uvRange, problem: `the pinned version is ${UV_VERSION}.` });
  }
  return { version: UV_VERSION, origin: "index", program: await pinnedUv(options) };
}

// src/adapters/python/version-replacer.ts
import path42 from "node:path";

// src/packaging/bumpversion.ts
function bumpsFiles(configuration, text2) {
  return configuration.endsWith(".toml") ? inToml(text2) : HEADER2.test(text2);
}
function inToml(text2) {
  return settingsIn2(text2).some(
    (entry) => typeof valueAt(entry, ["filename"]) === "string" || typeof valueAt(entry, ["glob"]) === "string"
  );
}
var HEADER2 = /^\[bumpversion:(?:file|glob)[ \t]*(?:\([^)\r\n]*\))?:[^\]\r\n]+\]/m;
function takesVersionsApart(configuration, text2) {
  return configuration.endsWith(".toml") ? settingsIn2(text2).some(hasOwnForm) : OWN_FORM.test(text2);
}
function settingsIn2(text2) {
  try {
    const settings = valueAt(parsedToml(text2), ["tool", "bumpversion"]);
    return [settings, ...list(valueAt(settings, ["files"]))];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
function hasOwnForm(settings) {
  return ["parse", "serialize"].some((key) => valueAt(settings, [key]) !== void 0);
}
var OWN_FORM = /^\[bumpversion[:\]](?:(?!^\[)[\s\S])*?^(?:parse|serialize)[ \t]*[=:]/m;

// src/adapters/python/version-replacer.ts
var PINNED2 = "bump-my-version==1.8.1";
var PROGRAM = "bump-my-version";
var AS_A_WHOLE = ["--parse", "(?P<version>.+)", "--serialize", "{version}"];
var PLAIN2 = /^\d+\.\d+\.\d+$/;
function createVersionReplacer({ options, uv, project }) {
  return {
    async replace({ configuration, from, to }) {
      const { dir, base } = path42.parse(path42.join(options.directory, configuration));
      const run = { directory: dir, environment: { PYTHONDONTWRITEBYTECODE: "1" } };
      const text2 = await options.files.text(path42.join(dir, base)) ?? "";
      const isPlain = PLAIN2.test(from) && PLAIN2.test(to) || takesVersionsApart(base, text2);
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

// src/action/parsers.ts
var import_semver3 = __toESM(require_semver(), 1);

// src/plan/handover-policy.ts
function handoverPlan(request) {
  const { asked, names, directory, offered, job, attempt } = request;
  if (asked === "files") return { kind: "files", reason: "handover: files" };
  if (!offered && asked === "auto")
    return { kind: "files", reason: "the runner has no artifact service for this job" };
  return {
    kind: "artifact",
    names: names.length > 0 ? names : [artifactOf(directory)],
    job,
    attempt,
    journal: journalOf(request)
  };
}
function journalOf({ directory, job, step }) {
  const place = `${job} ${step}`.replace(/[^A-Za-z0-9_]+/g, "-").replace(/^-|-$/g, "");
  return `${artifactOf(directory)}.journal-${place}`;
}
function artifactOf(directory) {
  const parts2 = directory.split(/[/\\]/).filter((part2) => part2 !== "" && part2 !== ".");
  const name = parts2.map((part2) => part2.replaceAll(".", "..")).join(".");
  return ["pypi-release", ...name === "" ? [] : [name]].join("-");
}
function handsOn(phases) {
  return phases.includes("build") && !phases.includes("post-publish");
}
function keepsArtifact({ handover, phases, forge, mode }) {
  const isLasting2 = mode === "release" && phases.includes("post-publish");
  return handover.kind === "artifact" && isLasting2 && forge.release === "none";
}
var FORBIDDEN2 = /["<>|:\\/\r\n]/;
function isArtifactPattern(text2) {
  return text2 !== "" && !FORBIDDEN2.test(text2);
}
function isArtifactName(text2) {
  return isArtifactPattern(text2) && !/[*?]/.test(text2);
}

// src/action/parsers.ts
function choice(words2) {
  return {
    allowed: words2.join(", "),
    parse: (text2) => words2.find((word) => word.toLowerCase() === text2.toLowerCase())
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
var text = { allowed: "any text", parse: (given2) => given2 };
var relative = {
  allowed: "a name below the working directory, with / between its parts",
  parse: (given2) => /^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(given2) ? void 0 : given2
};
var fromHere = {
  allowed: "a name relative to the working directory, with / between its parts",
  parse: (given2) => /^([/\\]|[A-Za-z]:)/.test(given2) ? void 0 : given2
};
var below = {
  allowed: "a name of a directory below the working directory, and not that itself, with / between its parts",
  parse: (given2) => given2.split(/[/\\]/).every((part2) => part2 === "." || part2 === "") ? void 0 : relative.parse(given2)
};
var list2 = {
  allowed: "a list, one a line or between commas",
  parse: (given2) => parts(given2, /[,\n]/)
};
function listOf(words2) {
  return {
    allowed: `a list of ${words2.join(", ")}`,
    parse: (given2) => {
      const found2 = parts(given2, /[,\n]/);
      return found2.every((word) => words2.includes(word)) ? found2 : void 0;
    }
  };
}
var lines2 = {
  allowed: "commands, one a line",
  parse: (given2) => parts(given2, /\n/)
};
var configSettings = {
  allowed: "lines of key=value; a key may come again",
  parse: (given2) => {
    const settings = parts(given2, /\n/);
    return settings.every((setting) => /^[^\s=][^=]*=/.test(setting)) ? settings : void 0;
  }
};
var artifacts = {
  allowed: 'names of artifacts, one a line or between commas, without " : < > | \\ and /',
  parse: (given2) => {
    const names = parts(given2, /[,\n]/);
    return names.every(isArtifactPattern) ? names : void 0;
  }
};
function wholeNumber(least, most) {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    parse: (given2) => /^\d+$/.test(given2) && Number(given2) >= least && Number(given2) <= most ? Number(given2) : void 0
  };
}
var version = {
  allowed: "a PEP 440 version such as 1.2.3, 1.2.3rc1 or 1.2.3.post1",
  parse: (given2) => isVersion(given2) ? given2 : void 0
};
var semverRange = {
  allowed: "a semver range such as >=0.9, 0.9.x or ^0.9.2",
  parse: (given2) => import_semver3.default.validRange(given2) === null ? void 0 : given2
};
var userName = {
  allowed: "a user name, without colons and line ends",
  parse: (given2) => /[:\p{Cc}]/u.test(given2) ? void 0 : given2
};
var address = {
  allowed: "an https address without a user name or password in it (plain http for loopback only)",
  parse: (given2) => URL.canParse(given2) && isSafe(new URL(given2)) ? given2 : void 0
};
function withoutUser(given2) {
  return given2.replace(/^([a-z]+:\/\/)[^/?#]*@/i, "$1***@");
}
var frameworkTests = {
  allowed: "lines of flask=module:callable or fastapi=module:callable",
  parse: (given2) => {
    const tests = parts(given2, /\n/).map(frameworkTest);
    return tests.every((test) => test !== void 0) ? tests : void 0;
  }
};
var variableNames = {
  allowed: "names of environment variables, but none that carries a credential of the job (INPUT_*, ACTIONS_*, GITHUB_TOKEN)",
  parse: (given2) => {
    const names = parts(given2, /[,\n]/);
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
function parts(given2, separator) {
  return given2.split(separator).map((part2) => part2.trim()).filter((part2) => part2 !== "");
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

// src/action/inputs.ts
function row(parser, fallback) {
  return { parser, fallback };
}
function optional2(parser) {
  return { parser, fallback: void 0 };
}
var selector = {
  allowed: PHASE_SELECTORS,
  parse: (given2) => selectedPhases("A", given2) === void 0 ? void 0 : given2
};
var tagFormat = {
  allowed: "auto, or a text with {version} once that makes a legal tag name, such as v{version}",
  parse: (given2) => isTagFormat(given2) ? given2 : given2.toLowerCase() === "auto" ? "auto" : void 0
};
var commandOrFalse = {
  allowed: "a command, or false",
  parse: (given2) => given2.toLowerCase() === "false" ? false : given2
};
var extras = {
  allowed: "all, or a list of extras",
  parse: (given2) => given2.toLowerCase() === "all" ? "all" : list2.parse(given2)
};
var members = {
  allowed: "auto, all, or a list of names or directories of packages, each as a glob, such as demo-* or packages/*",
  parse: (given2) => {
    const word = choice(["auto", "all"]).parse(given2);
    if (word !== void 0) return word;
    const entries = list2.parse(given2) ?? [];
    return entries.every((entry) => relative.parse(entry) !== void 0) ? entries : void 0;
  }
};
var SETTINGS2 = {
  path: row(spelling(PATH_SPELLINGS, "A (full), B (quick), C (ultra-fast)"), "A"),
  // Left out: all; on a schedule, monitor.
  phase: optional2(selector),
  members: row(members, "auto"),
  "packages-dir": row(below, "dist"),
  handover: row(choice(["auto", "artifact", "files"]), "auto"),
  artifact: row(artifacts, []),
  "dry-run": row(flag, false),
  version: optional2(version),
  bump: optional2(choice(BUMPS)),
  "tag-format": row(tagFormat, "auto"),
  changelog: row(fromHere, "auto"),
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
  "smoke-test": row(lines2, []),
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
  "statistics-url": optional2(address),
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
  ...Object.keys(SETTINGS2),
  ...SECRET_NAMES
];
var NO_TOKEN = "trusted-publishing";
function parsedInputs(raw, settings) {
  const faults = [...unknownSettings(settings)];
  const values = Object.entries(SETTINGS2).map(([name, { parser, fallback }]) => {
    const given2 = raw[name]?.trim() || void 0;
    const source2 = given2 === void 0 ? "pyproject.toml" : "workflow";
    const value = given2 ?? settingText(settings[name]);
    if (value === void 0) return [name, fallback];
    const parsed = parser.parse(value);
    if (parsed === void 0) faults.push(refusal(name, value, { parser, source: source2 }));
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
  const given2 = asked ?? (settingText(settings["working-directory"]) || ".");
  const parsed = relative.parse(given2);
  const source2 = asked === void 0 ? "pyproject.toml" : "workflow";
  if (parsed === void 0)
    faults.push(refusal("working-directory", given2, { parser: relative, source: source2 }));
  return parsed ?? ".";
}
function refusal(input, value, { parser, source: source2 }) {
  if (parser !== address)
    return fault("input-invalid", { input, value, allowed: parser.allowed, source: source2 });
  const shown = withoutUser(value);
  if (shown === value && /^http:/i.test(value)) return fault("address-insecure", { input, value });
  return fault("input-invalid", { input, value: shown, allowed: parser.allowed, source: source2 });
}
function token(given2) {
  return given2 === void 0 || given2.trim() === NO_TOKEN ? void 0 : given2.trim();
}
function secretAddress(raw, input, faults) {
  const given2 = raw[input]?.trim() || void 0;
  if (given2 === void 0 || address.parse(given2) !== void 0) return given2;
  faults.push(
    fault("input-invalid", { input, value: "(hidden)", allowed: address.allowed, source: "workflow" })
  );
  return void 0;
}
function unknownSettings(settings) {
  const allowed = ["working-directory", ...Object.keys(SETTINGS2)];
  return Object.keys(settings).filter((key) => !allowed.includes(key)).map(
    (key) => fault("setting-unknown", { key, allowed, secret: SECRET_NAMES.includes(key) })
  );
}
function settingText(value) {
  if (value === void 0) return void 0;
  return Array.isArray(value) ? value.map(String).join("\n") : String(value);
}

// src/action/environment.ts
import path43 from "node:path";
function environmentOf(variables, directory) {
  const say = (name) => variables[name] ?? "";
  const workspace = say("GITHUB_WORKSPACE") || directory;
  return {
    inputs: Object.fromEntries(INPUT_NAMES.map((name) => [name, variables[inputVariable(name)]])),
    event: {
      name: say("GITHUB_EVENT_NAME"),
      ref: say("GITHUB_REF"),
      refName: say("GITHUB_REF_NAME"),
      refType: say("GITHUB_REF_TYPE"),
      payloadFile: variables.GITHUB_EVENT_PATH
    },
    repository: say("GITHUB_REPOSITORY"),
    workflowRef: say("GITHUB_WORKFLOW_REF"),
    commit: say("GITHUB_SHA"),
    job: ["GITHUB_JOB", "RUNNER_OS", "RUNNER_ARCH"].map(say).join(" ").trim(),
    step: say("GITHUB_ACTION"),
    attempt: Number(say("GITHUB_RUN_ATTEMPT")) || 1,
    server: say("GITHUB_SERVER_URL") || "https://github.com",
    api: say("GITHUB_API_URL") || "https://api.github.com",
    workspace: path43.resolve(workspace),
    temp: path43.resolve(say("RUNNER_TEMP") || path43.join(workspace, "..", ".pypi-release-temp")),
    toolCache: path43.resolve(
      say("RUNNER_TOOL_CACHE") || say("RUNNER_TEMP") || path43.join(workspace, "..", ".pypi-release-tools")
    ),
    identity: say("ACTIONS_ID_TOKEN_REQUEST_URL") !== "" && say("ACTIONS_ID_TOKEN_REQUEST_TOKEN") !== "",
    artifacts: say("ACTIONS_RESULTS_URL") !== "" && say("ACTIONS_RUNTIME_TOKEN") !== "" && HOSTED.test(hostOf(say("GITHUB_SERVER_URL") || "https://github.com")),
    commandFiles: { output: say("GITHUB_OUTPUT") !== "", summary: say("GITHUB_STEP_SUMMARY") !== "" },
    debug: say("RUNNER_DEBUG") === "1",
    variables
  };
}
var HOSTED = /^github\.com$|\.(?:ghe\.com|localhost)$/i;
function hostOf(address2) {
  return URL.canParse(address2) ? new URL(address2).hostname : "";
}
function inputVariable(name) {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
var ALLOWED = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|TZ|LANG|LANGUAGE|LC_\w+|TMPDIR|TEMP|TMP|CI)$/,
  /^(XDG_\w+_(HOME|DIR)|XDG_RUNTIME_DIR|PYENV_ROOT|UV_CACHE_DIR|UV_PYTHON_INSTALL_DIR|PIP_CACHE_DIR|CARGO_HOME|RUSTUP_HOME|JAVA_HOME)$/,
  /^(SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(\(X86\))?|COMMONPROGRAMFILES|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE|OS)$/i,
  /^(RUNNER_(OS|ARCH|TEMP|TOOL_CACHE)|GITHUB_ACTIONS)$/,
  /^(HTTPS?|ALL|NO)_PROXY$/i,
  /^(SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PIP_CERT|NODE_EXTRA_CA_CERTS|GIT_SSL_CAINFO)$/
];
function childEnvironment(variables, named2) {
  const seen = Object.entries(variables).filter(
    ([name, value]) => value !== void 0 && (named2.includes(name) || ALLOWED.some((allowed) => allowed.test(name)))
  );
  return Object.fromEntries(seen);
}

// src/action/events.ts
var NO_DETAILS = { action: void 0, deleted: false, head: void 0 };
function eventDetails(payload) {
  const { action, deleted } = members2(payload);
  const { full_name: head } = members2(members2(members2(members2(payload).pull_request).head).repo);
  return {
    action: typeof action === "string" ? action : void 0,
    deleted: deleted === true,
    head: typeof head === "string" ? head : void 0
  };
}
function members2(value) {
  return typeof value === "object" && value !== null ? value : {};
}
var RELEASE_ELSEWHERE = "Release on a tag push (on: push: tags) or by hand (on: workflow_dispatch).";
var REHEARSE = "To try the release here, use the sub-action (uses: org/pypi-release/rehearse), or set dry-run: true. ";
var REHEARSE_ELSEWHERE = "To try what a pull request proposes, use the sub-action (uses: org/pypi-release/rehearse) in a workflow of its own on: pull_request, whose jobs need no rights and get no secrets of a fork.";
var RELEASE_ACTIONS = ["published", "released", "prereleased", "created"];
var may = () => void 0;
function unsupported(reason2, remedy = RELEASE_ELSEWHERE) {
  return { code: "event-unsupported", reason: reason2, remedy };
}
function untrusted(reason2) {
  return { code: "event-untrusted", reason: reason2, remedy: `${RELEASE_ELSEWHERE} ${REHEARSE_ELSEWHERE}` };
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
    `${RELEASE_ELSEWHERE} To look on a schedule at how the latest release does, leave phase out or set phase: ${MONITOR}; to see that the next one would go well, set dry-run: true.`
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
function phaseOn(event, dryRun) {
  return event === "schedule" && !dryRun ? MONITOR : "all";
}
function eventFault(trigger) {
  const row2 = Object.hasOwn(EVENTS, trigger.name) ? EVENTS[trigger.name] : void 0;
  const refusal2 = (row2 ?? OTHER)(trigger);
  if (refusal2 === void 0) return void 0;
  const { code, ...details } = refusal2;
  return fault(code, { event: trigger.name, ...details });
}

// src/plan/home-forge.ts
var HOME = "github.com";
function foreignForge(server) {
  const { host } = new URL(server);
  return host === HOME ? void 0 : host;
}

// src/action/plan-from.ts
import path44 from "node:path";

// src/plan/cache-policy.ts
function cachePolicy(asked, run) {
  if (asked === false) return { use: false, reason: "cache: false" };
  if (run.onTag || run.event === "release") return { use: false, reason: "never on a tag or a release" };
  if (run.phases.some((phase) => phase === "testpypi" || phase === "pypi")) {
    return { use: false, reason: "never where an upload is planned" };
  }
  return { use: true, reason: asked === true ? "cache: true" : "this run uploads nothing" };
}

// src/action/plan-from.ts
var LASTING = ["testpypi", "pypi", "post-publish"];
function planFrom(inputs, environment, details = NO_DETAILS) {
  const { event, repository } = environment;
  const phases = selectedPhases(inputs.path, inputs.phase ?? phaseOn(event.name, inputs["dry-run"])) ?? [];
  const onTag = event.refType === "tag";
  const refused = eventFault({ ...event, ...details, repository });
  const uploadsNever = inputs["dry-run"] && refused !== void 0 || phases.includes(MONITOR);
  const directory = path44.resolve(environment.workspace, inputs["working-directory"]);
  const plan = {
    path: inputs.path,
    phases,
    mode: inputs["dry-run"] ? "dry-run" : "release",
    workspace: environment.workspace,
    directory,
    members: inputs.members,
    packages: path44.resolve(directory, inputs["packages-dir"]),
    handover: handoverPlan({
      asked: inputs.handover,
      names: inputs.artifact,
      directory: inputs["working-directory"],
      offered: environment.artifacts,
      job: `${environment.job}, leg ${inputs.leg}`,
      step: environment.step,
      attempt: environment.attempt
    }),
    scratch: path44.join(environment.temp, "pypi-release"),
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
      testpypi: indexPlan("testpypi", inputs, { ...environment, uploadsNever }),
      pypi: indexPlan("pypi", inputs, { ...environment, uploadsNever })
    },
    attestations: attestationsPlan(inputs, environment),
    statistics: statisticsPlan(inputs),
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
      ...trialFaults(inputs, plan),
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
  return phases.some((phase) => LASTING.includes(phase));
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
function statisticsPlan(inputs) {
  const { "statistics-url": asked, "pypi-url": upload } = inputs;
  return asked?.replace(/\/+$/, "") ?? statisticsOf(indexAddresses("pypi", upload));
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
      uploadsNever: job.uploadsNever,
      foreignForge: isPublic ? foreignForge(server) : void 0
    }),
    required: name === "pypi" || inputs.testpypi === "required"
  };
}
function versionFaults(inputs, { event }) {
  const { version: version2, bump } = inputs;
  if (event.refType === "tag") {
    const asked = Object.entries({ version: version2, bump });
    return asked.flatMap(
      ([input, value]) => value === void 0 ? [] : [fault("bump-on-tag", { input, value, tag: event.refName })]
    );
  }
  return version2 !== void 0 && bump !== void 0 ? [fault("version-and-bump", { version: version2, bump })] : [];
}
function trialFaults(inputs, { path: path45, phases, mode, indexes }) {
  const { pypi, testpypi } = indexes;
  const ahead = inputs.phase === "prepare" ? PATHS[path45] : phases;
  if (!ahead.includes("testpypi") || mode === "dry-run" || !triesInPublic(inputs)) return [];
  return [fault("testpypi-public", { upload: pypi.upload, trial: testpypi.upload })];
}
function tokenFaults(inputs, { indexes }) {
  return Object.values(indexes).flatMap(({ name, domain, credential }) => {
    const token2 = inputs.tokens[name];
    if (token2 === "" && credential.kind !== "not-needed")
      return [fault("token-empty", { input: `${name}-token` })];
    const isPublic = indexOfDomain(domain) !== void 0;
    if (token2 === void 0 || token2 === "" || !isPublic || token2.startsWith("pypi-")) return [];
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
function buildFaults({ commands: { build, configSettings: configSettings2 } }) {
  if (build === void 0 || configSettings2.length === 0) return [];
  return [fault("config-settings-unused", { settings: configSettings2, command: build })];
}
function handoverFaults({ handover: asked }, { phases, handover }, { artifacts: artifacts2 }) {
  const isWhole = phases.includes("build") && !handsOn(phases);
  if (isWhole || phases.includes(MONITOR) || handover.kind === "files") return [];
  if (asked === "artifact" && !artifacts2) return [fault("handover-impossible", {})];
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
  createFiles,
  valueAt,
  list,
  parsedToml,
  parsedPyproject,
  basicCredential,
  writesVersion,
  fitsWildcards,
  handsOn,
  keepsArtifact,
  versionVariables,
  openArchive,
  parsedCoreMetadata,
  shares,
  strangers,
  hasSeveral,
  open,
  opened,
  builtMetadata,
  handedVersion,
  dateLike,
  isoDate,
  UNRELEASED_WORD,
  headingSays,
  x,
  Mn,
  vn,
  markupNamed,
  markupOf,
  changelogIn,
  openSection,
  edited,
  changelogSections,
  sectionOf,
  saysNothing,
  linkedBody,
  titledVersion,
  pythonCode,
  projectSource,
  requiredName,
  requiredNames,
  ownName,
  readTowncrier,
  changelogFile,
  outsideOtherProjects,
  cargoVersion,
  literally,
  isStale,
  placeReader,
  commitizenPlaces,
  findVersionPlaces,
  saidIn,
  OTHERWISE_VERSIONED,
  requirementOrder,
  settledVersion,
  sourceTexts,
  readSource,
  namedAs,
  chosenMembers,
  packageDirectories,
  tagFor,
  ownerOf,
  taggingOf,
  taggingAs,
  taggedAs,
  formFor,
  tagsOfProject,
  tagOf,
  projectTogether,
  leadOf,
  lastLines,
  MONITOR,
  PATHS,
  selectedPhases,
  bumpsFiles,
  TOKEN_USER,
  userOf,
  within,
  createClock,
  killTree,
  createProcesses,
  createGit,
  createCheckout,
  createTags,
  LONGEST_ADVICE,
  delayBefore,
  HttpTrouble,
  createHttp,
  createPython,
  choice,
  relative,
  lines2 as lines,
  SECRET_NAMES,
  INPUT_NAMES,
  NO_TOKEN,
  parsedInputs,
  workingDirectory,
  environmentOf,
  inputVariable,
  childEnvironment,
  eventDetails,
  HOME,
  foreignForge,
  planFrom,
  strayTokens
};
