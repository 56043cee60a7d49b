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
  compareVersions,
  fault,
  indexAddresses,
  indexOfDomain,
  isVersion,
  normalizedName,
  sha256Hex,
  statisticsOf,
  stop
} from "./chunk-JBDX7OFF.js";
import {
  exec
} from "./chunk-VKGSPYOT.js";
import {
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
  const source = segment.replace(/\[[^\]]+\]|[\s\S]/g, (part2) => {
    if (part2.length > 1) return part2.replace(/^\[!/, "[^").replaceAll("\\", "\\\\");
    return WILD[part2] ?? part2.replace(/[\\^$.*+?()[\]{}|]/, "\\$&");
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
    let l = lines3[i - 1];
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
function isToldElsewhere({ document, setupCfg = "" }) {
  const hatch2 = valueAt(document, ["tool", "hatch", "version"]);
  const hatchSource = valueAt(hatch2, ["source"]);
  return valueAt(document, ["tool", "setuptools", "dynamic", "version"]) !== void 0 || valueAt(hatch2, ["path"]) !== void 0 || typeof hatchSource === "string" && !["vcs", "uv-dynamic-versioning", "versioningit"].includes(hatchSource) || /^version[ \t]*[=:][ \t]*(?:attr|file):/m.test(setupCfg);
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
  const { kind, told: told2 = "" } = /^(?<kind>attr|file):\s*(?<told>\S+)$/.exec(value)?.groups ?? {};
  if (kind === "attr") return attributeFiles(told2);
  return kind === "file" ? [{ file: told2, entry: WHOLE_FILE }] : [];
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
  return source.replace(QUIET, (part2) => {
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
  const pyproject = parsedPyproject(texts["pyproject.toml"] ?? "");
  const document = parsedToml(texts["pyproject.toml"] ?? "");
  const setupCfg = texts["setup.cfg"];
  const backEnd = backEndOf(document);
  const found2 = nameIn(pyproject, texts);
  const tool = tagTool({ document, setupCfg, setupPy: pythonCode(texts["setup.py"] ?? "") });
  return {
    ...pyproject,
    extras: pyproject.extras.length > 0 ? pyproject.extras : extrasInCfg(setupCfg ?? ""),
    backEnd: {
      ...backEnd,
      versionFiles: [...backEnd.versionFiles, ...versionFilesInCfg(declared(setupCfg ?? "") ?? "")]
    },
    ...found2,
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

// src/phases/setup/members.ts
import path3 from "node:path";

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
function setupRequirements(setupCfg = "", setupPy2 = "") {
  const cfg = entriesIn(setupCfg);
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
    workspace: workspaceIn(at("tool", "uv", "workspace")),
    isOpen: at("project") === void 0 || list(at("project", "dynamic")).some((each) => /^(?:optional-)?dependencies$/.test(String(each)))
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
    globs.map((glob) => files.glob(directory, path3.posix.join(glob, `{${SOURCE_FILES}}`)))
  );
  return found2.flat().map((file) => path3.posix.dirname(file));
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
function isPackage(texts) {
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
    ({ directory }, at) => members3.findIndex((each) => each.directory === directory) === at
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
  stop("members-private", { directory: path3.relative(workspace, directory) || ".", known });
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
function selectedPhases(path33, selector2) {
  const all = PATHS[path33];
  const firstUpload = all.findIndex((phase) => UPLOADS.includes(phase));
  const text2 = selector2.trim().toLowerCase();
  if (text2 === "all") return all;
  if (text2 === "prepare") return all.slice(0, firstUpload);
  if (text2 === "publish") return all.slice(firstUpload);
  if (text2 === MONITOR) return [MONITOR];
  const picked = text2.includes("..") ? withinRange(all, text2) : namedPhases(text2);
  return picked && picked.length > 0 ? picked : void 0;
}
function withinRange(path33, range) {
  const ends = range.split("..").map((name) => ORDER.indexOf(name.trim()));
  const [first, last] = ends;
  if (ends.length !== 2 || first === void 0 || last === void 0 || first < 0 || last < first)
    return void 0;
  const inRange = ORDER.slice(first, last + 1);
  return path33.filter((phase) => inRange.includes(phase));
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
import path4 from "node:path";
async function programFile(name, search) {
  if (name.includes("/") || name.includes(path4.sep)) return name;
  const { executable } = createFiles();
  for (const directory of search.directories.split(path4.delimiter).filter(path4.isAbsolute)) {
    for (const extension of extensions(name, search)) {
      const file = path4.join(directory, `${name}${extension}`);
      if (await executable(file)) return file;
    }
  }
  return void 0;
}
function extensions(name, search) {
  if (path4.delimiter === ":" || path4.extname(name) !== "") return [""];
  return (search.extensions ?? ".COM;.EXE;.BAT;.CMD").split(";");
}

// src/adapters/actions/running-children.ts
import { AsyncLocalStorage } from "node:async_hooks";

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
  const found2 = /* @__PURE__ */ new Set([root]);
  for (const parent of found2)
    for (const [pid, ppid] of rows) if (pid !== void 0 && ppid === parent) found2.add(pid);
  found2.delete(root);
  return [...found2];
}
async function processTable(ps = "ps") {
  const told2 = await execute(ps, ["-A", "-o", "pid=,ppid="]).catch(() => void 0);
  return told2?.stdout ?? linuxProcesses();
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
import path5 from "node:path";
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
      const named = (await run([...STAGED, "--", ...files])).stdout.split("\0").filter(Boolean);
      const below2 = await prefix();
      const staged = named.map((file) => path5.posix.relative(below2, file));
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
  const named = Object.entries(given2.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method,
    headers: sendable({ "user-agent": userAgent, ...accept, ...Object.fromEntries(named) }),
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
import path8 from "node:path";

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
  let at = 0;
  for (let header = HEADER.exec(lines3[at] ?? ""); header; header = HEADER.exec(lines3[at] ?? "")) {
    const [, name = "", first = ""] = header;
    const end = lines3.findIndex((line, index) => index > at && !/^[ \t]/.test(line));
    const folded = lines3.slice(at + 1, end < 0 ? lines3.length : end);
    const key = name.toLowerCase();
    headers.set(key, [...headers.get(key) ?? [], unfolded(key, first, folded)]);
    at += 1 + folded.length;
  }
  const body = lines3.slice(lines3[at] === "" ? at + 1 : at);
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
import path7 from "node:path";

// src/adapters/python/layout.ts
import path6 from "node:path";
function environmentLayout(directory, { os }) {
  const scripts = path6.join(directory, os === "win32" ? "Scripts" : "bin");
  const program = (name) => path6.join(scripts, programName(name, os));
  return { directory, scripts, python: program("python"), program };
}
function programName(name, os) {
  return os === "win32" ? `${name}.exe` : name;
}
function pathWith(directories, searchPath2) {
  return [...directories, searchPath2].join(path6.delimiter);
}

// src/adapters/python/child-environment.ts
async function activated([first, ...others], uv, { searchPath: searchPath2 }) {
  const { program } = await uv.provide();
  const directories = [first, ...others].map(({ scripts }) => scripts);
  return {
    PATH: pathWith([...directories, path7.dirname(program)], searchPath2),
    VIRTUAL_ENV: first.directory
  };
}
function cleanVariables({ directory }) {
  return { UV_PROJECT_ENVIRONMENT: directory, UV_NO_SYNC: "1", PYTHONDONTWRITEBYTECODE: "1" };
}

// src/adapters/python/tool-failure.ts
import { stripVTControlCharacters } from "node:util";
var SHOWN_LINES = 15;
function lastLines(output) {
  return stripVTControlCharacters(output).trimEnd().split("\n").slice(-SHOWN_LINES).join("\n");
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
    const top = path8.join(directory, prefix.replace(/[^/]+/g, ".."));
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
      const scratch = path8.join(options.scratch, `back-end-${asked.size + 1}`);
      const answer = asked.get(directory) ?? once(() => ask(directory, scratch));
      asked.set(directory, answer);
      return answer();
    }
  };
}

// src/adapters/python/builder.ts
import path11 from "node:path";

// src/adapters/python/clean-tree.ts
import path10 from "node:path";

// src/adapters/git/levels.ts
import path9 from "node:path";
async function levelsAbove(processes, directory) {
  const prefix = await createCheckout(processes, directory).prefix();
  const levels = prefix.split("/").length;
  return Array.from({ length: levels }, (_, level) => path9.join(directory, "../".repeat(level)));
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
    for (const file of left) await removeWithDirectory(path10.join(directory, file), directory, files);
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
  const above = path10.dirname(file);
  if (above !== top && (await files.list(above))?.length === 0) await removeWithDirectory(above, top, files);
}
async function leavingNoLock({ directory, processes, files }, work) {
  const locks = (await levelsAbove(processes, directory)).map((level) => path10.join(level, "uv.lock"));
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
    const kept = `${path11.relative(options.directory, packages).replaceAll(path11.sep, "/")}/`;
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
      const directory = path11.join(options.directory, request.directory ?? ".");
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
      const [directory = options.scratch] = files.map((file) => path11.dirname(file));
      const args = [
        "--no-color",
        "check",
        "--strict",
        ...files.map((file) => path11.relative(directory, file))
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
  const ignoreFile = path11.join(packages, ".gitignore");
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
import path12 from "node:path";

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
  const layout = environmentLayout(path12.join(scratch, "check-tools"), options.platform);
  const uvIn = async (args) => succeeded(await uv.run(args, { directory: scratch }), `uv ${args.slice(0, 2).join(" ")}`, REMEDY2);
  const provide = once(async () => {
    const lockFile = path12.join(scratch, "check-tools.txt");
    await files.write(lockFile, check_tools_default);
    await uvIn(["venv", "--clear", "--python", toolPython(options.python), layout.directory]);
    await uvIn(["pip", "sync", "--python", layout.python, "--require-hashes", lockFile]);
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
import path14 from "node:path";

// src/adapters/python/environment/project-form.ts
import path13 from "node:path";
async function pyprojectOf({ files, directory }) {
  const text2 = await files.text(path13.join(directory, "pyproject.toml"));
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
  const { text: text2 } = await pyprojectOf({ files, directory: path13.join(top, directory) });
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
  const isPackage2 = valueAt(document, ["build-system"]) !== void 0 || valueAt(document, ["tool", "uv", "package"]) === true;
  return isPackage2 ? void 0 : "pyproject.toml has no [build-system] table";
}
async function hasLock({ files, processes, directory }) {
  const [own2 = directory, ...above] = await levelsAbove(processes, directory);
  if (await files.bytes(path13.join(own2, "uv.lock")) !== void 0) return true;
  for (const level of above) {
    const text2 = await files.text(path13.join(level, "uv.lock"));
    const member = path13.relative(level, directory).replaceAll(path13.sep, "/");
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
    FILES.map((file) => options.files.text(path14.join(options.directory, file)))
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
import path15 from "node:path";
var FILE = ".pre-commit-config.yaml";
var FORMATTERS = ["black", "black-jupyter", "yapf", "autopep8", "blue"];
async function preCommit({
  files,
  directory,
  processes
}) {
  const top = (await levelsAbove(processes, directory)).at(-1) ?? directory;
  const text2 = await files.text(path15.join(top, FILE));
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
import path16 from "node:path";

// src/adapters/python/ruff/script-words.ts
var RUNS = {
  lint: /\bruff(?:[ \t]+|["']\s*,\s*["'])check\b/g,
  format: /\bruff(?:[ \t]+|["']\s*,\s*["'])format\b/g
};
function checkedPaths(check, text2) {
  const code = text2.replace(/^\s*[#;].*$/gm, "").replace(/\\\r?\n[ \t]*/g, " ");
  const [run] = code.matchAll(RUNS[check]);
  if (run === void 0) return void 0;
  const rest = code.slice(run.index + run[0].length);
  const words2 = /^["']/.test(rest) ? listed(rest) : spoken(rest, code);
  return words2 === void 0 || words2.some((word) => !PLAIN.test(word)) ? "unclear" : withoutOptions(words2);
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
var FLAGS = /^(?:-[a-z]+|--(?:no-)?(?:fix|fix-only|unsafe-fixes|show-fixes|diff|watch|preview|check|force-exclude|respect-gitignore|cache|exit-zero|exit-non-zero-on-(?:fix|format)|statistics|add-noqa|show-files|show-settings|quiet|silent|verbose|isolated|ignore-noqa))$/;
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
async function scriptWith(check, options) {
  const { files, directory, processes } = options;
  const levels = await levelsAbove(processes, directory);
  for (const level of /* @__PURE__ */ new Set([directory, levels.at(-1) ?? directory])) {
    const names = await Promise.all(PLACES.map((pattern) => files.glob(level, pattern)));
    for (const file of new Set(names.flat())) {
      const told2 = checkedPaths(check, await files.text(path16.join(level, file)) ?? "");
      if (told2 === void 0) continue;
      const paths = told2 === "unclear" ? [] : await pathsBelow(told2, level, options);
      return { file, paths: paths.length === 0 ? ["."] : paths };
    }
  }
  return void 0;
}
async function pathsBelow(told2, level, { files, directory }) {
  const found2 = [];
  for (const each of told2) {
    const target = path16.join(level, each);
    const below2 = path16.relative(directory, target).replaceAll(path16.sep, "/");
    if (below2 === "" || !path16.relative(target, directory).startsWith("..")) return ["."];
    const isBelow = !below2.startsWith("..") && !path16.isAbsolute(below2);
    if (isBelow && await files.real(target) !== void 0) found2.push(below2);
  }
  return found2;
}

// src/adapters/python/ruff/settings.ts
import path17 from "node:path";
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
    [".ruff.toml", "ruff.toml"].map((name) => options.files.text(path17.join(options.directory, name)))
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
  const [declared2, script] = [await declaredRuff(options), await scriptWith(id, options)];
  const reason2 = reasonAgainst(id, { settings, configured, declared: declared2, script });
  if (reason2 !== void 0) return { id, outcome: "not-applicable", evidence: reason2, details: "" };
  const own2 = configured?.hooks.filter(({ check }) => check === id) ?? [];
  const ruff = await chosenRuff(workshop, { hook: own2[0], settings, declared: declared2 });
  const args = argumentsOf(id, fix, ruff);
  if (own2.length > 0) return judged(id, ruff, await overHooks(workshop, ruff, { args, hooks: own2 }));
  const { paths = EVERYTHING, file } = script ?? {};
  const isScoped = file !== void 0 && paths.some((each) => each !== ".");
  const origin = isScoped ? `${ruff.origin}; over ${paths.join(", ")}, as ${file} has it` : ruff.origin;
  return judged(id, { ...ruff, origin }, await overPaths(workshop, ruff, { args, paths }));
}
function argumentsOf(id, fix, { version: version2 }) {
  if (id === "format") return ["format", "--no-cache", ...fix ? [] : ["--check"]];
  const concise = (0, import_semver.gte)(version2, "0.5.0") ? ["--output-format", "concise"] : [];
  return ["check", "--no-cache", ...concise, fix ? "--fix" : "--no-fix", "--no-fix-only"];
}
var EVERYTHING = ["."];
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
  const error = output.split("\n").find((line) => line.startsWith("error:")) ?? lastLines(output);
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
import path25 from "node:path";

// src/adapters/python/pytest-evidence.ts
function pytestEvidence(tool, report) {
  const { passed, failed, errors, skipped, seconds } = report;
  const figures2 = [
    [passed, "passed"],
    [failed, "failed"],
    [errors, errors === 1 ? "error" : "errors"],
    [skipped, "skipped"]
  ];
  const named = figures2.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  const sentence = `${tool}: ${named.length === 0 ? "no tests" : named.join(", ")} in ${seconds.toFixed(1)} s`;
  return [sentence, ...mainReasons(report.troubles)].join("; ");
}
var TOLD = 3;
function mainReasons(troubles) {
  const keyOf = ({ kind, reason: reason2 }) => `${kind} ${isFixture(reason2) ? "fixture" : reason2}`;
  const groups = [...new Set(troubles.map(keyOf))].map((key) => troubles.filter((one) => keyOf(one) === key));
  const told2 = groups.sort((one, other) => other.length - one.length).slice(0, TOLD);
  return told2.map((group) => {
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
import path19 from "node:path";

// src/adapters/python/environment/test-requirements.ts
import path18 from "node:path";

// src/adapters/python/ini.py
var ini_default = '"""Reads INI texts, given as a JSON object of names on standard input, and prints their sections; what is no INI is left out."""\n\nimport configparser\nimport json\nimport sys\n\nsections = {}\nfor name, text in json.load(sys.stdin).items():\n    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)\n    try:\n        parser.read_string(text)\n    except configparser.Error:\n        continue\n    sections[name] = {section: {key: value or "" for key, value in parser[section].items()} for section in parser.sections()}\nprint(json.dumps(sections))\n';

// src/adapters/python/ini.ts
async function readIni({ processes, scratch }, { python }, texts) {
  if (Object.keys(texts).length === 0) return {};
  const run = { directory: scratch, input: JSON.stringify(texts) };
  const read = await processes.run(python, ["-I", "-c", ini_default], run);
  return JSON.parse(
    succeeded(read, "python", "Run again; the environment’s Python does not work.").stdout
  );
}

// src/adapters/python/environment/test-names.ts
var TEST_NAMES = ["test", "tests", "testing", "dev", "ci"];
function isForTests(name) {
  return TEST_NAMES.includes(name.toLowerCase());
}

// src/adapters/python/requirements/hatch.ts
var ENVIRONMENTS = ["hatch-test", ...TEST_NAMES, "default"];
var hatch = async ({ pyproject }) => {
  const environments = ENVIRONMENTS.map((name) => ({
    name,
    texts: ["dependencies", "extra-dependencies"].flatMap((key) => list(valueAt(pyproject, ["tool", "hatch", "envs", name, key]))).filter((entry) => typeof entry === "string")
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
var pdm = async ({ pyproject }) => {
  const groups = TEST_NAMES.map((name) => ({
    name,
    texts: list(valueAt(pyproject, ["tool", "pdm", "dev-dependencies", name])).filter(
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
var poetry = async ({ pyproject }) => {
  const tables = [
    ...TEST_NAMES.map((name) => ({ name, keys: ["group", name, "dependencies"] })),
    { name: "dev", keys: ["dev-dependencies"] }
  ].flatMap(({ name, keys }) => {
    const value = valueAt(pyproject, ["tool", "poetry", ...keys]);
    return typeof value === "object" && value !== null ? [{ name, entries: Object.entries(value) }] : [];
  });
  const names = [...new Set(tables.map(({ name }) => name))];
  const entries = tables.flatMap((table2) => table2.entries).map(([name, constraint]) => {
    const read = requirementOfPoetry(name, constraint);
    return "problem" in read ? { what: name, why: read.problem } : requirement(read.requirement);
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
var DEEPEST = 5;
function lines(section, sections, depth = 0) {
  const own2 = (sections[section]?.deps ?? "").split("\n").map((line) => line.replace(/(^|\s)#.*$/, "").trim());
  return own2.filter((line) => line !== "").flatMap((line) => {
    const other = /^\{\[([^\]]+)\]deps\}$/.exec(line)?.[1];
    return other === void 0 || depth === DEEPEST ? [line] : lines(other, sections, depth + 1);
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
  for (const source of SOURCES) {
    if (satisfied) break;
    const found2 = await source(project);
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
    text: (file) => options.files.text(path18.join(options.directory, file)),
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
  const hasTestsAbove = top !== void 0 && await files.list(path19.join(top, "tests")) !== void 0;
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
import path20 from "node:path";

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
  const file = path20.join(reports, "junit.xml");
  const args = [
    ...["-m", "pytest", "-o", `cache_dir=${path20.join(reports, "cache")}`, `--junitxml=${file}`],
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
  return { ...active, PYTHONDONTWRITEBYTECODE: "1", COVERAGE_FILE: path20.join(reports, "coverage") };
}

// src/adapters/python/tests/suite.ts
import path22 from "node:path";

// src/adapters/python/tests/pytest-settings.ts
import path21 from "node:path";
var OWN_FILES = ["pytest.toml", ".pytest.toml", "pytest.ini", ".pytest.ini"];
var SHARED_FILES = [
  { file: "tox.ini", section: "pytest" },
  { file: "setup.cfg", section: "tool:pytest" }
];
async function pytestSettings({ options, project }) {
  const { document } = await pyprojectOf(options);
  const names = [...OWN_FILES, ...SHARED_FILES.map(({ file }) => file)];
  const texts = await Promise.all(
    names.map(async (name) => [name, await options.files.text(path21.join(options.directory, name))])
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
  const signs = settings !== void 0 || hasPytest || all.some((file) => path22.posix.basename(file) === "conftest.py");
  const runner2 = signs ? "pytest" : files.length === 0 ? void 0 : runnerByImports(files);
  return { runner: runner2, paths: usualDirectory(names), files: names };
}
async function testFiles({ options }, all) {
  const named = all.filter((file) => TEST_FILE.test(file));
  const texts = await Promise.all(
    named.map(async (file) => ({
      file,
      text: await options.files.text(path22.join(options.directory, file)) ?? ""
    }))
  );
  return texts.filter(({ text: text2 }) => DEFINES_TESTS.test(text2));
}
function liesIn(file, paths) {
  const plain = paths.map((one) => path22.posix.normalize(one).replace(/\/$/, ""));
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
import path23 from "node:path";

// src/adapters/python/tests/run_unittest.py
var run_unittest_default = '"""Runs `unittest discover` with the arguments given, and writes what came of it, as JSON, to the file that is the first of them."""\n\nimport json\nimport sys\nimport time\nimport unittest\n\nreport, *arguments = sys.argv[1:]\nstarted = time.monotonic()\nresult = unittest.main(module=None, argv=["python -m unittest", "discover", *arguments], exit=False).result\n\n\ndef troubles(kind, found):\n    return [{"kind": kind, "reason": (text.strip().splitlines() or [""])[-1]} for _, text in found]\n\n\nfailed = len(result.failures) + len(result.unexpectedSuccesses)\nfound = {\n    "passed": max(0, result.testsRun - failed - len(result.errors) - len(result.skipped)),\n    "failed": failed,\n    "errors": len(result.errors),\n    "skipped": len(result.skipped),\n    "seconds": time.monotonic() - started,\n    "troubles": troubles("failure", result.failures) + troubles("error", result.errors),\n    "tests": [{"name": module.__name__, "file": module.__file__} for module in list(sys.modules.values()) if getattr(module, "__file__", None)],\n}\nwith open(report, "w", encoding="utf-8") as file:\n    json.dump(found, file)\nsys.exit(0 if result.wasSuccessful() else 1)\n';

// src/adapters/python/tests/unittest.ts
async function runUnittest(workshop, { files }, request) {
  const { options, project } = workshop;
  const { processes, directory } = options;
  const { reports, limit } = request;
  await options.files.makeDirectory(reports);
  const file = path23.join(reports, "unittest.json");
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
  const isPackage2 = async (place) => await files.bytes(path23.join(directory, place, "__init__.py")) !== void 0;
  let top = start;
  while (top !== "." && await isPackage2(top)) top = path23.posix.dirname(top);
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
import path24 from "node:path";
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
    const bytes = await files.bytes(path24.join(directory, name));
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
  const told2 = await options.processes.run(program, ["-I", "-c", code], { directory });
  return succeeded(told2, "python", PYTHON_REMEDY).stdout.trim();
}

// src/adapters/python/tests.ts
async function suiteResult(workshop, minutes) {
  const { options, project } = workshop;
  await project.ensure();
  const suite = await suiteOf(workshop);
  if (suite.runner === void 0) return without(await absenceHints(workshop));
  const reports = path25.join(options.scratch, `tests-${randomUUID2()}`);
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
import path26 from "node:path";
function createEnvironments(workshop) {
  const { options, uv } = workshop;
  const all = path26.join(options.scratch, "environments");
  let made = 0;
  return {
    async create(name) {
      made += 1;
      const plain = name.replace(/[^A-Za-z0-9._-]+/g, "-");
      const home = path26.join(all, `${made}-${plain}`);
      await options.files.makeDirectory(path26.join(home, "empty"));
      const python = options.python === void 0 ? [] : ["--python", options.python];
      const args = ["venv", "--clear", ...python, path26.join(home, "env")];
      succeeded(await uv.run(args, { directory: options.directory }), "uv venv", REMEDY4);
      return environmentIn(home, workshop);
    },
    removeAll: () => options.files.remove(all)
  };
}
var REMEDY4 = "Ask for a python-version that the runner has, or can be had.";
function environmentIn(home, { options, uv }) {
  const directory = path26.join(home, "empty");
  const layout = environmentLayout(path26.join(home, "env"), options.platform);
  return {
    async install(requirements, { index, constraints = [], configSettings: configSettings2 } = {}) {
      const from = index === void 0 ? [] : ["--index", index, "--refresh"];
      const file = path26.join(home, "constraints.txt");
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
      const [name, version2] = path26.basename(wheel).split("-");
      const renamed = path26.join(home, "renamed", path26.basename(wheel));
      const other = path26.join(renamed, `${name}-${version2}-py3-none-any.whl`);
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
      if (error instanceof Stopped) return { problem: error.faults.map(({ finding }) => finding).join(" ") };
      throw error;
    }
    return options.processes.run(checkTools.layout.python, ["-I", "-c", code], {
      directory: options.scratch,
      input
    });
  };
  return {
    async markdown(restructuredText) {
      const result = await ran(markdown_default, restructuredText);
      if ("problem" in result) return result;
      const { exitCode, stdout, stderr } = result;
      return exitCode === 0 ? { markdown: stdout.replaceAll("\r\n", "\n").trim() } : { problem: reason(stderr) };
    },
    async renders(restructuredText) {
      const result = await ran(render_default, restructuredText);
      if ("problem" in result) return result;
      if (result.exitCode === 0) return "renders";
      return result.stderr.includes("Traceback") ? { problem: reason(result.stderr) } : "fails";
    }
  };
}
function reason(stderr) {
  return lastLines(stderr).split("\n").at(-1) ?? "";
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
import path28 from "node:path";

// src/adapters/python/environment/foreign-lock.ts
import path27 from "node:path";
var NAMES = ["poetry.lock", "pdm.lock"];
async function foreignLock({
  directory,
  scratch,
  files
}) {
  for (const name of NAMES) {
    const text2 = await files.text(path27.join(directory, name));
    const pins = text2 === void 0 ? [] : pinsIn(text2);
    if (pins.length === 0) continue;
    const constraints = path27.join(scratch, "constraints.txt");
    await files.write(constraints, `${pins.join("\n")}
`);
    return { name, constraints };
  }
  return void 0;
}
function pinsIn(lock) {
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
    ...told(kept, leftOut),
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
    ...told(kept, [...unknown, ...leftOut]),
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
function told(kept, leftOut) {
  return { parts: kept.map(({ name }) => name), leftOut };
}

// src/adapters/python/project-environment.ts
function createProjectEnvironment(options, uv) {
  const layout = environmentLayout(path28.join(options.scratch, "project-env"), options.platform);
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
  const synced = (held) => syncedWithin(options, held === void 0 ? uv : heldTo(uv, held), layout, request, held);
  if (lock === void 0) return synced(void 0);
  return synced(lock).catch((error) => {
    if (error instanceof Stopped) return synced(void 0);
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
import path29 from "node:path";
async function pinnedUv(options, wheels = UV_WHEELS) {
  const { files, toolCache, platform } = options;
  const name = await platformName(options);
  const wheel = wheels[name];
  if (wheel === void 0) return unavailable(options, `there is no pinned wheel for ${name}.`);
  const directory = path29.join(toolCache, "pypi-release", "uv", UV_VERSION, name);
  const program = path29.join(directory, programName("uv", platform.os));
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
import path30 from "node:path";

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
var OWN_FORM = /^\[bumpversion[:\]][^[]*?^(?:parse|serialize)[ \t]*=/m;

// src/adapters/python/version-replacer.ts
var PINNED2 = "bump-my-version==1.8.1";
var PROGRAM = "bump-my-version";
var AS_A_WHOLE = ["--parse", "(?P<version>.+)", "--serialize", "{version}"];
var PLAIN2 = /^\d+\.\d+\.\d+$/;
function createVersionReplacer({ options, uv, project }) {
  return {
    async replace({ configuration, from, to }) {
      const { dir, base } = path30.parse(path30.join(options.directory, configuration));
      const run = { directory: dir, environment: { PYTHONDONTWRITEBYTECODE: "1" } };
      const text2 = await options.files.text(path30.join(dir, base)) ?? "";
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
function keepsParcel({ handover, phases, forge, mode }) {
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
    const source = given2 === void 0 ? "pyproject.toml" : "workflow";
    const value = given2 ?? settingText(settings[name]);
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
  const given2 = asked ?? (settingText(settings["working-directory"]) || ".");
  const parsed = relative.parse(given2);
  const source = asked === void 0 ? "pyproject.toml" : "workflow";
  if (parsed === void 0)
    faults.push(refusal("working-directory", given2, { parser: relative, source }));
  return parsed ?? ".";
}
function refusal(input, value, { parser, source }) {
  if (parser !== address)
    return fault("input-invalid", { input, value, allowed: parser.allowed, source });
  const shown = withoutUser(value);
  if (shown === value && /^http:/i.test(value)) return fault("address-insecure", { input, value });
  return fault("input-invalid", { input, value: shown, allowed: parser.allowed, source });
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
import path31 from "node:path";
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
    workspace: path31.resolve(workspace),
    temp: path31.resolve(say("RUNNER_TEMP") || path31.join(workspace, "..", ".pypi-release-temp")),
    toolCache: path31.resolve(
      say("RUNNER_TOOL_CACHE") || say("RUNNER_TEMP") || path31.join(workspace, "..", ".pypi-release-tools")
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
function childEnvironment(variables, named) {
  const seen = Object.entries(variables).filter(
    ([name, value]) => value !== void 0 && (named.includes(name) || ALLOWED.some((allowed) => allowed.test(name)))
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
import path32 from "node:path";

// src/plan/cache-policy.ts
function cachePolicy(asked, run) {
  if (asked === false) return { use: false, reason: "cache: false" };
  if (run.onTag || run.event === "release") return { use: false, reason: "never on a tag or a release" };
  if (run.phases.some((phase) => phase === "testpypi" || phase === "pypi")) {
    return { use: false, reason: "never where an upload is planned" };
  }
  return { use: true, reason: asked === true ? "cache: true" : "this run uploads nothing" };
}

// src/plan/plan.ts
function frozen(value) {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

// src/action/plan-from.ts
var LASTING = ["testpypi", "pypi", "post-publish"];
function planFrom(inputs, environment, details = NO_DETAILS) {
  const { event, repository } = environment;
  const phases = selectedPhases(inputs.path, inputs.phase ?? phaseOn(event.name, inputs["dry-run"])) ?? [];
  const onTag = event.refType === "tag";
  const refused = eventFault({ ...event, ...details, repository });
  const uploadsNever = inputs["dry-run"] && refused !== void 0 || phases.includes(MONITOR);
  const directory = path32.resolve(environment.workspace, inputs["working-directory"]);
  const plan = {
    path: inputs.path,
    phases,
    mode: inputs["dry-run"] ? "dry-run" : "release",
    workspace: environment.workspace,
    directory,
    members: inputs.members,
    packages: path32.resolve(directory, inputs["packages-dir"]),
    handover: handoverPlan({
      asked: inputs.handover,
      names: inputs.artifact,
      directory: inputs["working-directory"],
      offered: environment.artifacts,
      job: `${environment.job}, leg ${inputs.leg}`,
      step: environment.step,
      attempt: environment.attempt
    }),
    scratch: path32.join(environment.temp, "pypi-release"),
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
  const format = `${owner.name}${neighbour.prefix.slice(neighbour.word.length)}{version}`;
  return isTagName(tagFor("1.0", format)) ? { format, like: neighbour.tag } : void 0;
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

export {
  createFiles,
  valueAt,
  list,
  parsedToml,
  parsedPyproject,
  basicCredential,
  WHOLE_FILE,
  versionVariables,
  edited,
  placesReader,
  cfgReader,
  pythonCode,
  pythonModule,
  setupPy,
  SOURCE_FILES,
  projectSource,
  parsedCoreMetadata,
  metadataOf,
  parsedMember,
  requiredName,
  requiredNames,
  requirementOrder,
  fitsWildcards,
  chosenMembers,
  packageDirectories,
  tagFor,
  versionInTag,
  readTag,
  versionTags,
  tagStyle,
  pushedVersion,
  handsOn,
  keepsParcel,
  bumpsFiles,
  MONITOR,
  PATHS,
  selectedPhases,
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
  foreignForge,
  planFrom,
  strayTokens
};
