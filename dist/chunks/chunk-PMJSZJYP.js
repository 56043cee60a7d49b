import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SignJWT,
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  jwtVerify
} from "./chunk-ZD43BDC6.js";
import {
  descriptionType
} from "./chunk-NIL74CMH.js";
import {
  check_tools_default,
  render_default
} from "./chunk-TD4IKDX2.js";
import {
  Gunzip,
  clean,
  compare,
  explain,
  require_tar_stream
} from "./chunk-VN2YZVVU.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-VX4HL5QL.js";

// node_modules/@fastify/busboy/deps/streamsearch/sbmh.js
var require_sbmh = __commonJS({
  "node_modules/@fastify/busboy/deps/streamsearch/sbmh.js"(exports, module) {
    "use strict";
    var { EventEmitter } = __require("node:events");
    var { inherits } = __require("node:util");
    function SBMH(needle) {
      if (typeof needle === "string") {
        needle = Buffer.from(needle);
      }
      if (!Buffer.isBuffer(needle)) {
        throw new TypeError("The needle has to be a String or a Buffer.");
      }
      const needleLength = needle.length;
      const needleLastCharIndex = needleLength - 1;
      if (needleLength === 0) {
        throw new Error("The needle cannot be an empty String/Buffer.");
      }
      if (needleLength > 256) {
        throw new Error("The needle cannot have a length bigger than 256.");
      }
      this.maxMatches = Infinity;
      this.matches = 0;
      this._occ = new Uint16Array(256).fill(needleLength);
      this._lookbehind_size = 0;
      this._needle = needle;
      this._bufpos = 0;
      this._lookbehind = Buffer.alloc(needleLastCharIndex);
      for (var i = 0; i < needleLastCharIndex; ++i) {
        this._occ[needle[i]] = needleLastCharIndex - i;
      }
    }
    inherits(SBMH, EventEmitter);
    SBMH.prototype.reset = function() {
      this._lookbehind_size = 0;
      this.matches = 0;
      this._bufpos = 0;
    };
    SBMH.prototype.push = function(chunk, pos) {
      if (!Buffer.isBuffer(chunk)) {
        chunk = Buffer.from(chunk, "binary");
      }
      const chlen = chunk.length;
      this._bufpos = pos || 0;
      let r;
      while (r !== chlen && this.matches < this.maxMatches) {
        r = this._sbmh_feed(chunk);
      }
      return r;
    };
    SBMH.prototype._sbmh_feed = function(data) {
      const len = data.length;
      const needle = this._needle;
      const needleLength = needle.length;
      const needleLastCharIndex = needleLength - 1;
      const needleLastChar = needle[needleLastCharIndex];
      let pos = -this._lookbehind_size;
      let ch;
      if (pos < 0) {
        while (pos < 0 && pos <= len - needleLength) {
          ch = data[pos + needleLastCharIndex];
          if (ch === needleLastChar && this._sbmh_memcmp(data, pos, needleLastCharIndex)) {
            this._lookbehind_size = 0;
            ++this.matches;
            this.emit("info", true);
            return this._bufpos = pos + needleLength;
          }
          pos += this._occ[ch];
        }
        while (pos < 0 && !this._sbmh_memcmp(data, pos, len - pos)) {
          ++pos;
        }
        if (pos >= 0) {
          this.emit("info", false, this._lookbehind, 0, this._lookbehind_size);
          this._lookbehind_size = 0;
        } else {
          const bytesToCutOff = this._lookbehind_size + pos;
          if (bytesToCutOff > 0) {
            this.emit("info", false, this._lookbehind, 0, bytesToCutOff);
          }
          this._lookbehind_size -= bytesToCutOff;
          this._lookbehind.copy(this._lookbehind, 0, bytesToCutOff, this._lookbehind_size);
          data.copy(this._lookbehind, this._lookbehind_size);
          this._lookbehind_size += len;
          this._bufpos = len;
          return len;
        }
      }
      pos = data.indexOf(needle, pos + this._bufpos);
      if (pos !== -1) {
        ++this.matches;
        if (pos === 0) {
          this.emit("info", true);
        } else {
          this.emit("info", true, data, this._bufpos, pos);
        }
        return this._bufpos = pos + needleLength;
      }
      pos = len - needleLastCharIndex;
      if (pos < 0) {
        pos = 0;
      }
      while (pos !== len && (data[pos] !== needle[0] || Buffer.compare(
        data.subarray(pos + 1, len),
        needle.subarray(1, len - pos)
      ) !== 0)) {
        ++pos;
      }
      if (pos !== len) {
        data.copy(this._lookbehind, 0, pos, len);
        this._lookbehind_size = len - pos;
      }
      if (pos !== 0) {
        this.emit("info", false, data, this._bufpos, pos);
      }
      this._bufpos = len;
      return len;
    };
    SBMH.prototype._sbmh_lookup_char = function(data, pos) {
      return pos < 0 ? this._lookbehind[this._lookbehind_size + pos] : data[pos];
    };
    SBMH.prototype._sbmh_memcmp = function(data, pos, len) {
      for (var i = 0; i < len; ++i) {
        if (this._sbmh_lookup_char(data, pos + i) !== this._needle[i]) {
          return false;
        }
      }
      return true;
    };
    module.exports = SBMH;
  }
});

// node_modules/@fastify/busboy/deps/dicer/lib/PartStream.js
var require_PartStream = __commonJS({
  "node_modules/@fastify/busboy/deps/dicer/lib/PartStream.js"(exports, module) {
    "use strict";
    var inherits = __require("node:util").inherits;
    var ReadableStream2 = __require("node:stream").Readable;
    function PartStream(opts) {
      ReadableStream2.call(this, opts);
    }
    inherits(PartStream, ReadableStream2);
    PartStream.prototype._read = function(n) {
    };
    module.exports = PartStream;
  }
});

// node_modules/@fastify/busboy/lib/utils/getLimit.js
var require_getLimit = __commonJS({
  "node_modules/@fastify/busboy/lib/utils/getLimit.js"(exports, module) {
    "use strict";
    module.exports = function getLimit(limits, name, defaultLimit) {
      if (!limits || limits[name] === void 0 || limits[name] === null) {
        return defaultLimit;
      }
      if (typeof limits[name] !== "number" || isNaN(limits[name])) {
        throw new TypeError("Limit " + name + " is not a valid number");
      }
      return limits[name];
    };
  }
});

// node_modules/@fastify/busboy/deps/dicer/lib/HeaderParser.js
var require_HeaderParser = __commonJS({
  "node_modules/@fastify/busboy/deps/dicer/lib/HeaderParser.js"(exports, module) {
    "use strict";
    var EventEmitter = __require("node:events").EventEmitter;
    var inherits = __require("node:util").inherits;
    var getLimit = require_getLimit();
    var B_DCRLF = Buffer.from("\r\n\r\n");
    var S_DCRLF = "\r\n\r\n";
    function HeaderParser(cfg) {
      EventEmitter.call(this);
      cfg = cfg || {};
      this.nread = 0;
      this.maxed = false;
      this.dropped = 0;
      this.npairs = 0;
      this.maxHeaderPairs = getLimit(cfg, "maxHeaderPairs", 2e3);
      this.maxHeaderSize = getLimit(cfg, "maxHeaderSize", 80 * 1024);
      this.buffer = "";
      this.header = /* @__PURE__ */ Object.create(null);
      this.finished = false;
      this.tail = "";
    }
    inherits(HeaderParser, EventEmitter);
    HeaderParser.prototype.push = function(data) {
      if (!Buffer.isBuffer(data)) {
        data = Buffer.from(data, "binary");
      }
      let end = data.length;
      let appendEnd = data.length;
      let found2 = false;
      let splitTail = 0;
      const tail = this.tail;
      for (let i = tail.length; i > 0; --i) {
        if (tail.endsWith(S_DCRLF.slice(0, i))) {
          let matched = data.length >= S_DCRLF.length - i;
          for (let j = i; matched && j < S_DCRLF.length; ++j) {
            matched = data[j - i] === S_DCRLF.charCodeAt(j);
          }
          if (matched) {
            end = S_DCRLF.length - i;
            appendEnd = 0;
            splitTail = i;
            found2 = true;
            break;
          }
        }
      }
      if (!found2) {
        const pos = data.indexOf(B_DCRLF);
        if (pos !== -1) {
          end = pos + B_DCRLF.length;
          appendEnd = pos;
          found2 = true;
        }
      }
      if (!found2) {
        this.tail = data.length >= 3 ? data.toString("binary", data.length - 3) : (tail + data.toString("binary")).slice(-3);
      } else {
        this.tail = "";
      }
      if (appendEnd !== 0 && !this.maxed) {
        const remaining = this.maxHeaderSize - this.nread;
        if (appendEnd >= remaining) {
          this.buffer += data.toString("binary", 0, remaining);
          this.nread = this.maxHeaderSize;
          this.maxed = true;
          this.dropped = appendEnd - remaining;
        } else {
          this.buffer += data.toString("binary", 0, appendEnd);
          this.nread += appendEnd;
        }
      } else {
        this.dropped += appendEnd;
      }
      if (found2) {
        const buffered = splitTail - this.dropped;
        if (buffered > 0) {
          this.buffer = this.buffer.slice(0, this.buffer.length - buffered);
        }
        this._finish();
        return end;
      }
    };
    HeaderParser.prototype.reset = function() {
      this.finished = false;
      this.nread = this.npairs = 0;
      this.maxed = false;
      this.buffer = "";
      this.header = /* @__PURE__ */ Object.create(null);
      this.tail = "";
      this.dropped = 0;
    };
    HeaderParser.prototype._finish = function() {
      if (this.buffer) {
        this._parseHeader();
      }
      const header2 = this.header;
      this.header = /* @__PURE__ */ Object.create(null);
      this.buffer = "";
      this.tail = "";
      this.finished = true;
      this.nread = this.npairs = 0;
      this.maxed = false;
      this.dropped = 0;
      this.emit("header", header2);
    };
    HeaderParser.prototype._parseHeader = function() {
      if (this.npairs === this.maxHeaderPairs) {
        return;
      }
      const buffer = this.buffer;
      let h;
      let lineStart = 0;
      while (lineStart < buffer.length) {
        let lineEnd = buffer.indexOf("\r\n", lineStart);
        if (lineEnd === -1) {
          lineEnd = buffer.length;
        }
        if (lineEnd === lineStart) {
          lineStart = lineEnd + 2;
          continue;
        }
        const line = buffer.slice(lineStart, lineEnd);
        if (line.includes("\r") || line.includes("\n")) {
          return;
        }
        if ((buffer[lineStart] === "	" || buffer[lineStart] === " ") && h) {
          this.header[h][this.header[h].length - 1] += buffer.slice(lineStart, lineEnd);
          lineStart = lineEnd + 2;
          continue;
        }
        const posColon = buffer.indexOf(":", lineStart);
        if (posColon === -1 || posColon === lineStart || posColon > lineEnd) {
          return;
        }
        h = buffer.slice(lineStart, posColon).toLowerCase();
        let valueStart = posColon + 1;
        if (buffer[valueStart] === " " || buffer[valueStart] === "	") {
          ++valueStart;
        }
        const values = this.header[h] || (this.header[h] = []);
        values.push(buffer.slice(valueStart, lineEnd));
        if (++this.npairs === this.maxHeaderPairs) {
          break;
        }
        lineStart = lineEnd + 2;
      }
    };
    module.exports = HeaderParser;
  }
});

// node_modules/@fastify/busboy/deps/dicer/lib/Dicer.js
var require_Dicer = __commonJS({
  "node_modules/@fastify/busboy/deps/dicer/lib/Dicer.js"(exports, module) {
    "use strict";
    var WritableStream = __require("node:stream").Writable;
    var inherits = __require("node:util").inherits;
    var StreamSearch = require_sbmh();
    var PartStream = require_PartStream();
    var HeaderParser = require_HeaderParser();
    var DASH = 45;
    var B_ONEDASH = Buffer.from("-");
    var B_CRLF = Buffer.from("\r\n");
    var EMPTY_FN = function() {
    };
    function Dicer(cfg) {
      if (!(this instanceof Dicer)) {
        return new Dicer(cfg);
      }
      WritableStream.call(this, cfg);
      if (!cfg || !cfg.headerFirst && typeof cfg.boundary !== "string") {
        throw new TypeError("Boundary required");
      }
      if (typeof cfg.boundary === "string") {
        this.setBoundary(cfg.boundary);
      } else {
        this._bparser = void 0;
      }
      this._headerFirst = cfg.headerFirst;
      this._dashes = 0;
      this._parts = 0;
      this._finished = false;
      this._realFinish = false;
      this._isPreamble = true;
      this._justMatched = false;
      this._firstWrite = true;
      this._inHeader = true;
      this._part = void 0;
      this._cb = void 0;
      this._ignoreData = false;
      this._partOpts = { highWaterMark: cfg.partHwm };
      this._pause = false;
      const self = this;
      this._hparser = new HeaderParser(cfg);
      this._hparser.on("header", function(header2) {
        self._inHeader = false;
        self._part.emit("header", header2);
      });
    }
    inherits(Dicer, WritableStream);
    Dicer.prototype.emit = function(ev) {
      if (ev === "finish" && !this._realFinish) {
        if (!this._finished) {
          const self = this;
          process.nextTick(function() {
            self.emit("error", new Error("Unexpected end of multipart data"));
            if (self._part && !self._ignoreData) {
              const type = self._isPreamble ? "Preamble" : "Part";
              self._part.emit("error", new Error(type + " terminated early due to unexpected end of multipart data"));
              self._part.push(null);
              process.nextTick(function() {
                self._realFinish = true;
                self.emit("finish");
                self._realFinish = false;
              });
              return;
            }
            self._realFinish = true;
            self.emit("finish");
            self._realFinish = false;
          });
        }
      } else {
        WritableStream.prototype.emit.apply(this, arguments);
      }
    };
    Dicer.prototype._write = function(data, encoding, cb) {
      if (!this._hparser && !this._bparser) {
        return cb();
      }
      if (this._headerFirst && this._isPreamble) {
        if (!this._part) {
          this._part = new PartStream(this._partOpts);
          if (this.listenerCount("preamble") !== 0) {
            this.emit("preamble", this._part);
          } else {
            this._ignore();
          }
        }
        const r = this._hparser.push(data);
        if (!this._inHeader && r !== void 0 && r < data.length) {
          data = data.slice(r);
        } else {
          return cb();
        }
      }
      if (this._firstWrite) {
        this._bparser.push(B_CRLF);
        this._firstWrite = false;
      }
      this._bparser.push(data);
      if (this._pause) {
        this._cb = cb;
      } else {
        cb();
      }
    };
    Dicer.prototype.reset = function() {
      this._part = void 0;
      this._bparser = void 0;
      this._hparser = void 0;
    };
    Dicer.prototype.setBoundary = function(boundary) {
      const self = this;
      this._bparser = new StreamSearch("\r\n--" + boundary);
      this._bparser.on("info", function(isMatch, data, start, end) {
        self._oninfo(isMatch, data, start, end);
      });
    };
    Dicer.prototype._ignore = function() {
      if (this._part && !this._ignoreData) {
        this._ignoreData = true;
        this._part.on("error", EMPTY_FN);
        this._part.resume();
      }
    };
    Dicer.prototype._oninfo = function(isMatch, data, start, end) {
      let buf;
      const self = this;
      let i = 0;
      let r;
      let shouldWriteMore = true;
      if (!this._part && this._justMatched && data) {
        while (this._dashes < 2 && start + i < end) {
          if (data[start + i] === DASH) {
            ++i;
            ++this._dashes;
          } else {
            if (this._dashes) {
              buf = B_ONEDASH;
            }
            this._dashes = 0;
            break;
          }
        }
        if (this._dashes === 2) {
          if (start + i < end && this.listenerCount("trailer") !== 0) {
            this.emit("trailer", data.slice(start + i, end));
          }
          this.reset();
          this._finished = true;
          if (self._parts === 0) {
            self._realFinish = true;
            self.emit("finish");
            self._realFinish = false;
          }
        }
        if (this._dashes) {
          return;
        }
      }
      if (this._justMatched) {
        this._justMatched = false;
      }
      if (!this._part) {
        this._part = new PartStream(this._partOpts);
        this._part._read = function(n) {
          self._unpause();
        };
        if (this._isPreamble && this.listenerCount("preamble") !== 0) {
          this.emit("preamble", this._part);
        } else if (this._isPreamble !== true && this.listenerCount("part") !== 0) {
          this.emit("part", this._part);
        } else {
          this._ignore();
        }
        if (!this._isPreamble) {
          this._inHeader = true;
        }
      }
      if (data && start < end && !this._ignoreData) {
        if (this._isPreamble || !this._inHeader) {
          if (buf) {
            shouldWriteMore = this._part.push(buf);
          }
          shouldWriteMore = this._part.push(data.slice(start, end));
          if (!shouldWriteMore) {
            this._pause = true;
          }
        } else if (!this._isPreamble && this._inHeader) {
          if (buf) {
            this._hparser.push(buf);
          }
          r = this._hparser.push(data.slice(start, end));
          if (!this._inHeader && r !== void 0 && r < end) {
            this._oninfo(false, data, start + r, end);
          }
        }
      }
      if (isMatch) {
        this._hparser.reset();
        if (this._isPreamble) {
          this._isPreamble = false;
        } else {
          if (start !== end && !this._inHeader) {
            ++this._parts;
            this._part.on("end", function() {
              if (--self._parts === 0) {
                if (self._finished) {
                  self._realFinish = true;
                  self.emit("finish");
                  self._realFinish = false;
                } else {
                  self._unpause();
                }
              }
            });
          }
        }
        this._part.push(null);
        this._part = void 0;
        this._ignoreData = false;
        this._justMatched = true;
        this._dashes = 0;
      }
    };
    Dicer.prototype._unpause = function() {
      if (!this._pause) {
        return;
      }
      this._pause = false;
      if (this._cb) {
        const cb = this._cb;
        this._cb = void 0;
        cb();
      }
    };
    module.exports = Dicer;
  }
});

// node_modules/@fastify/busboy/lib/utils/decodeText.js
var require_decodeText = __commonJS({
  "node_modules/@fastify/busboy/lib/utils/decodeText.js"(exports, module) {
    "use strict";
    var utf8Decoder = new TextDecoder("utf-8");
    var textDecoders = /* @__PURE__ */ new Map([
      ["utf-8", utf8Decoder],
      ["utf8", utf8Decoder]
    ]);
    function getDecoder(charset) {
      let lc;
      while (true) {
        switch (charset) {
          case "utf-8":
          case "utf8":
            return decoders.utf8;
          case "latin1":
          case "ascii":
          // TODO: Make these a separate, strict decoder?
          case "us-ascii":
          case "iso-8859-1":
          case "iso8859-1":
          case "iso88591":
          case "iso_8859-1":
          case "windows-1252":
          case "iso_8859-1:1987":
          case "cp1252":
          case "x-cp1252":
            return decoders.latin1;
          case "utf16le":
          case "utf-16le":
          case "ucs2":
          case "ucs-2":
            return decoders.utf16le;
          case "base64":
            return decoders.base64;
          default:
            if (lc === void 0) {
              lc = true;
              charset = charset.toLowerCase();
              continue;
            }
            return decoders.other.bind(charset);
        }
      }
    }
    function isAscii(data) {
      for (var i = 0, len = data.length; i < len; ++i) {
        if (data.charCodeAt(i) > 127) {
          return false;
        }
      }
      return true;
    }
    var decoders = {
      utf8: (data, sourceEncoding) => {
        if (data.length === 0) {
          return "";
        }
        if (typeof data === "string") {
          if (isAscii(data)) {
            return data;
          }
          data = Buffer.from(data, sourceEncoding);
        }
        return data.utf8Slice(0, data.length);
      },
      latin1: (data, sourceEncoding) => {
        if (data.length === 0) {
          return "";
        }
        if (typeof data === "string") {
          return data;
        }
        return data.latin1Slice(0, data.length);
      },
      utf16le: (data, sourceEncoding) => {
        if (data.length === 0) {
          return "";
        }
        if (typeof data === "string") {
          data = Buffer.from(data, sourceEncoding);
        }
        return data.ucs2Slice(0, data.length);
      },
      base64: (data, sourceEncoding) => {
        if (data.length === 0) {
          return "";
        }
        if (typeof data === "string") {
          data = Buffer.from(data, sourceEncoding);
        }
        return data.base64Slice(0, data.length);
      },
      other: (data, sourceEncoding) => {
        if (data.length === 0) {
          return "";
        }
        if (typeof data === "string") {
          data = Buffer.from(data, sourceEncoding);
        }
        if (textDecoders.has(exports.toString())) {
          try {
            return textDecoders.get(exports).decode(data);
          } catch {
          }
        }
        return typeof data === "string" ? data : data.toString();
      }
    };
    function decodeText(text2, sourceEncoding, destEncoding) {
      if (text2) {
        return getDecoder(destEncoding)(text2, sourceEncoding);
      }
      return text2;
    }
    module.exports = decodeText;
  }
});

// node_modules/@fastify/busboy/lib/utils/parseParams.js
var require_parseParams = __commonJS({
  "node_modules/@fastify/busboy/lib/utils/parseParams.js"(exports, module) {
    "use strict";
    var decodeText = require_decodeText();
    var RE_ENCODED = /%[a-fA-F0-9][a-fA-F0-9]/g;
    var EncodedLookup = {
      "%00": "\0",
      "%01": "",
      "%02": "",
      "%03": "",
      "%04": "",
      "%05": "",
      "%06": "",
      "%07": "\x07",
      "%08": "\b",
      "%09": "	",
      "%0a": "\n",
      "%0A": "\n",
      "%0b": "\v",
      "%0B": "\v",
      "%0c": "\f",
      "%0C": "\f",
      "%0d": "\r",
      "%0D": "\r",
      "%0e": "",
      "%0E": "",
      "%0f": "",
      "%0F": "",
      "%10": "",
      "%11": "",
      "%12": "",
      "%13": "",
      "%14": "",
      "%15": "",
      "%16": "",
      "%17": "",
      "%18": "",
      "%19": "",
      "%1a": "",
      "%1A": "",
      "%1b": "\x1B",
      "%1B": "\x1B",
      "%1c": "",
      "%1C": "",
      "%1d": "",
      "%1D": "",
      "%1e": "",
      "%1E": "",
      "%1f": "",
      "%1F": "",
      "%20": " ",
      "%21": "!",
      "%22": '"',
      "%23": "#",
      "%24": "$",
      "%25": "%",
      "%26": "&",
      "%27": "'",
      "%28": "(",
      "%29": ")",
      "%2a": "*",
      "%2A": "*",
      "%2b": "+",
      "%2B": "+",
      "%2c": ",",
      "%2C": ",",
      "%2d": "-",
      "%2D": "-",
      "%2e": ".",
      "%2E": ".",
      "%2f": "/",
      "%2F": "/",
      "%30": "0",
      "%31": "1",
      "%32": "2",
      "%33": "3",
      "%34": "4",
      "%35": "5",
      "%36": "6",
      "%37": "7",
      "%38": "8",
      "%39": "9",
      "%3a": ":",
      "%3A": ":",
      "%3b": ";",
      "%3B": ";",
      "%3c": "<",
      "%3C": "<",
      "%3d": "=",
      "%3D": "=",
      "%3e": ">",
      "%3E": ">",
      "%3f": "?",
      "%3F": "?",
      "%40": "@",
      "%41": "A",
      "%42": "B",
      "%43": "C",
      "%44": "D",
      "%45": "E",
      "%46": "F",
      "%47": "G",
      "%48": "H",
      "%49": "I",
      "%4a": "J",
      "%4A": "J",
      "%4b": "K",
      "%4B": "K",
      "%4c": "L",
      "%4C": "L",
      "%4d": "M",
      "%4D": "M",
      "%4e": "N",
      "%4E": "N",
      "%4f": "O",
      "%4F": "O",
      "%50": "P",
      "%51": "Q",
      "%52": "R",
      "%53": "S",
      "%54": "T",
      "%55": "U",
      "%56": "V",
      "%57": "W",
      "%58": "X",
      "%59": "Y",
      "%5a": "Z",
      "%5A": "Z",
      "%5b": "[",
      "%5B": "[",
      "%5c": "\\",
      "%5C": "\\",
      "%5d": "]",
      "%5D": "]",
      "%5e": "^",
      "%5E": "^",
      "%5f": "_",
      "%5F": "_",
      "%60": "`",
      "%61": "a",
      "%62": "b",
      "%63": "c",
      "%64": "d",
      "%65": "e",
      "%66": "f",
      "%67": "g",
      "%68": "h",
      "%69": "i",
      "%6a": "j",
      "%6A": "j",
      "%6b": "k",
      "%6B": "k",
      "%6c": "l",
      "%6C": "l",
      "%6d": "m",
      "%6D": "m",
      "%6e": "n",
      "%6E": "n",
      "%6f": "o",
      "%6F": "o",
      "%70": "p",
      "%71": "q",
      "%72": "r",
      "%73": "s",
      "%74": "t",
      "%75": "u",
      "%76": "v",
      "%77": "w",
      "%78": "x",
      "%79": "y",
      "%7a": "z",
      "%7A": "z",
      "%7b": "{",
      "%7B": "{",
      "%7c": "|",
      "%7C": "|",
      "%7d": "}",
      "%7D": "}",
      "%7e": "~",
      "%7E": "~",
      "%7f": "",
      "%7F": "",
      "%80": "",
      "%81": "",
      "%82": "",
      "%83": "",
      "%84": "",
      "%85": "",
      "%86": "",
      "%87": "",
      "%88": "",
      "%89": "",
      "%8a": "",
      "%8A": "",
      "%8b": "",
      "%8B": "",
      "%8c": "",
      "%8C": "",
      "%8d": "",
      "%8D": "",
      "%8e": "",
      "%8E": "",
      "%8f": "",
      "%8F": "",
      "%90": "",
      "%91": "",
      "%92": "",
      "%93": "",
      "%94": "",
      "%95": "",
      "%96": "",
      "%97": "",
      "%98": "",
      "%99": "",
      "%9a": "",
      "%9A": "",
      "%9b": "",
      "%9B": "",
      "%9c": "",
      "%9C": "",
      "%9d": "",
      "%9D": "",
      "%9e": "",
      "%9E": "",
      "%9f": "",
      "%9F": "",
      "%a0": " ",
      "%A0": " ",
      "%a1": "¡",
      "%A1": "¡",
      "%a2": "¢",
      "%A2": "¢",
      "%a3": "£",
      "%A3": "£",
      "%a4": "¤",
      "%A4": "¤",
      "%a5": "¥",
      "%A5": "¥",
      "%a6": "¦",
      "%A6": "¦",
      "%a7": "§",
      "%A7": "§",
      "%a8": "¨",
      "%A8": "¨",
      "%a9": "©",
      "%A9": "©",
      "%aa": "ª",
      "%Aa": "ª",
      "%aA": "ª",
      "%AA": "ª",
      "%ab": "«",
      "%Ab": "«",
      "%aB": "«",
      "%AB": "«",
      "%ac": "¬",
      "%Ac": "¬",
      "%aC": "¬",
      "%AC": "¬",
      "%ad": "­",
      "%Ad": "­",
      "%aD": "­",
      "%AD": "­",
      "%ae": "®",
      "%Ae": "®",
      "%aE": "®",
      "%AE": "®",
      "%af": "¯",
      "%Af": "¯",
      "%aF": "¯",
      "%AF": "¯",
      "%b0": "°",
      "%B0": "°",
      "%b1": "±",
      "%B1": "±",
      "%b2": "²",
      "%B2": "²",
      "%b3": "³",
      "%B3": "³",
      "%b4": "´",
      "%B4": "´",
      "%b5": "µ",
      "%B5": "µ",
      "%b6": "¶",
      "%B6": "¶",
      "%b7": "·",
      "%B7": "·",
      "%b8": "¸",
      "%B8": "¸",
      "%b9": "¹",
      "%B9": "¹",
      "%ba": "º",
      "%Ba": "º",
      "%bA": "º",
      "%BA": "º",
      "%bb": "»",
      "%Bb": "»",
      "%bB": "»",
      "%BB": "»",
      "%bc": "¼",
      "%Bc": "¼",
      "%bC": "¼",
      "%BC": "¼",
      "%bd": "½",
      "%Bd": "½",
      "%bD": "½",
      "%BD": "½",
      "%be": "¾",
      "%Be": "¾",
      "%bE": "¾",
      "%BE": "¾",
      "%bf": "¿",
      "%Bf": "¿",
      "%bF": "¿",
      "%BF": "¿",
      "%c0": "À",
      "%C0": "À",
      "%c1": "Á",
      "%C1": "Á",
      "%c2": "Â",
      "%C2": "Â",
      "%c3": "Ã",
      "%C3": "Ã",
      "%c4": "Ä",
      "%C4": "Ä",
      "%c5": "Å",
      "%C5": "Å",
      "%c6": "Æ",
      "%C6": "Æ",
      "%c7": "Ç",
      "%C7": "Ç",
      "%c8": "È",
      "%C8": "È",
      "%c9": "É",
      "%C9": "É",
      "%ca": "Ê",
      "%Ca": "Ê",
      "%cA": "Ê",
      "%CA": "Ê",
      "%cb": "Ë",
      "%Cb": "Ë",
      "%cB": "Ë",
      "%CB": "Ë",
      "%cc": "Ì",
      "%Cc": "Ì",
      "%cC": "Ì",
      "%CC": "Ì",
      "%cd": "Í",
      "%Cd": "Í",
      "%cD": "Í",
      "%CD": "Í",
      "%ce": "Î",
      "%Ce": "Î",
      "%cE": "Î",
      "%CE": "Î",
      "%cf": "Ï",
      "%Cf": "Ï",
      "%cF": "Ï",
      "%CF": "Ï",
      "%d0": "Ð",
      "%D0": "Ð",
      "%d1": "Ñ",
      "%D1": "Ñ",
      "%d2": "Ò",
      "%D2": "Ò",
      "%d3": "Ó",
      "%D3": "Ó",
      "%d4": "Ô",
      "%D4": "Ô",
      "%d5": "Õ",
      "%D5": "Õ",
      "%d6": "Ö",
      "%D6": "Ö",
      "%d7": "×",
      "%D7": "×",
      "%d8": "Ø",
      "%D8": "Ø",
      "%d9": "Ù",
      "%D9": "Ù",
      "%da": "Ú",
      "%Da": "Ú",
      "%dA": "Ú",
      "%DA": "Ú",
      "%db": "Û",
      "%Db": "Û",
      "%dB": "Û",
      "%DB": "Û",
      "%dc": "Ü",
      "%Dc": "Ü",
      "%dC": "Ü",
      "%DC": "Ü",
      "%dd": "Ý",
      "%Dd": "Ý",
      "%dD": "Ý",
      "%DD": "Ý",
      "%de": "Þ",
      "%De": "Þ",
      "%dE": "Þ",
      "%DE": "Þ",
      "%df": "ß",
      "%Df": "ß",
      "%dF": "ß",
      "%DF": "ß",
      "%e0": "à",
      "%E0": "à",
      "%e1": "á",
      "%E1": "á",
      "%e2": "â",
      "%E2": "â",
      "%e3": "ã",
      "%E3": "ã",
      "%e4": "ä",
      "%E4": "ä",
      "%e5": "å",
      "%E5": "å",
      "%e6": "æ",
      "%E6": "æ",
      "%e7": "ç",
      "%E7": "ç",
      "%e8": "è",
      "%E8": "è",
      "%e9": "é",
      "%E9": "é",
      "%ea": "ê",
      "%Ea": "ê",
      "%eA": "ê",
      "%EA": "ê",
      "%eb": "ë",
      "%Eb": "ë",
      "%eB": "ë",
      "%EB": "ë",
      "%ec": "ì",
      "%Ec": "ì",
      "%eC": "ì",
      "%EC": "ì",
      "%ed": "í",
      "%Ed": "í",
      "%eD": "í",
      "%ED": "í",
      "%ee": "î",
      "%Ee": "î",
      "%eE": "î",
      "%EE": "î",
      "%ef": "ï",
      "%Ef": "ï",
      "%eF": "ï",
      "%EF": "ï",
      "%f0": "ð",
      "%F0": "ð",
      "%f1": "ñ",
      "%F1": "ñ",
      "%f2": "ò",
      "%F2": "ò",
      "%f3": "ó",
      "%F3": "ó",
      "%f4": "ô",
      "%F4": "ô",
      "%f5": "õ",
      "%F5": "õ",
      "%f6": "ö",
      "%F6": "ö",
      "%f7": "÷",
      "%F7": "÷",
      "%f8": "ø",
      "%F8": "ø",
      "%f9": "ù",
      "%F9": "ù",
      "%fa": "ú",
      "%Fa": "ú",
      "%fA": "ú",
      "%FA": "ú",
      "%fb": "û",
      "%Fb": "û",
      "%fB": "û",
      "%FB": "û",
      "%fc": "ü",
      "%Fc": "ü",
      "%fC": "ü",
      "%FC": "ü",
      "%fd": "ý",
      "%Fd": "ý",
      "%fD": "ý",
      "%FD": "ý",
      "%fe": "þ",
      "%Fe": "þ",
      "%fE": "þ",
      "%FE": "þ",
      "%ff": "ÿ",
      "%Ff": "ÿ",
      "%fF": "ÿ",
      "%FF": "ÿ"
    };
    function encodedReplacer(match2) {
      return EncodedLookup[match2];
    }
    function decodeUtf8Text(text2) {
      for (var i = 0, len = text2.length; i < len; ++i) {
        if (text2.charCodeAt(i) > 127) {
          return decodeText(text2, "binary", "utf8");
        }
      }
      return text2;
    }
    var STATE_KEY = 0;
    var STATE_VALUE = 1;
    var STATE_CHARSET = 2;
    var STATE_LANG = 3;
    function parseFormDataDisposition(str) {
      if (!str.startsWith('form-data; name="')) {
        return;
      }
      let valueStart = 17;
      let valueEnd = str.indexOf('"', valueStart);
      if (valueEnd === -1 || str.indexOf("\\", valueStart) !== -1) {
        return;
      }
      const res = ["form-data", ["name", decodeUtf8Text(str.slice(valueStart, valueEnd))]];
      let pos = valueEnd + 1;
      while (pos < str.length && str[pos] !== ";") {
        ++pos;
      }
      if (pos === str.length) {
        return res;
      }
      ++pos;
      while (str[pos] === " " || str[pos] === "	") {
        ++pos;
      }
      if (!str.startsWith('filename="', pos)) {
        return;
      }
      valueStart = pos + 10;
      valueEnd = str.indexOf('"', valueStart);
      if (valueEnd === -1 || str.indexOf("\\", valueStart) !== -1) {
        return;
      }
      res.push(["filename", decodeUtf8Text(str.slice(valueStart, valueEnd))]);
      return res;
    }
    function parseParams(str) {
      if (str.indexOf(";") === -1) {
        return [decodeUtf8Text(str)];
      }
      const fastFormData = parseFormDataDisposition(str);
      if (fastFormData !== void 0) {
        return fastFormData;
      }
      const res = [];
      let state = STATE_KEY;
      let charset = "";
      let inquote = false;
      let escaping = false;
      let p = 0;
      let tmp = "";
      const len = str.length;
      for (var i = 0; i < len; ++i) {
        const char = str[i];
        if (char === "\\" && inquote) {
          if (escaping) {
            escaping = false;
          } else {
            escaping = true;
            continue;
          }
        } else if (char === '"') {
          if (!escaping) {
            if (inquote) {
              inquote = false;
              state = STATE_KEY;
              while (i + 1 < len && str[i + 1] !== ";") {
                ++i;
              }
            } else {
              inquote = true;
            }
            continue;
          } else {
            escaping = false;
          }
        } else {
          if (escaping && inquote) {
            tmp += "\\";
          }
          escaping = false;
          if ((state === STATE_CHARSET || state === STATE_LANG) && char === "'") {
            if (state === STATE_CHARSET) {
              state = STATE_LANG;
              charset = tmp.substring(1);
            } else {
              state = STATE_VALUE;
            }
            tmp = "";
            continue;
          } else if (state === STATE_KEY && (char === "*" || char === "=") && res.length) {
            state = char === "*" ? STATE_CHARSET : STATE_VALUE;
            res[p] = [tmp, void 0];
            tmp = "";
            continue;
          } else if (!inquote && char === ";") {
            state = STATE_KEY;
            if (charset) {
              if (tmp.length) {
                tmp = decodeText(
                  tmp.replace(RE_ENCODED, encodedReplacer),
                  "binary",
                  charset
                );
              }
              charset = "";
            } else if (tmp.length) {
              tmp = decodeUtf8Text(tmp);
            }
            if (res[p] === void 0) {
              res[p] = tmp;
            } else {
              res[p][1] = tmp;
            }
            tmp = "";
            ++p;
            continue;
          } else if (!inquote && (char === " " || char === "	")) {
            continue;
          }
        }
        tmp += char;
      }
      if (charset && tmp.length) {
        tmp = decodeText(
          tmp.replace(RE_ENCODED, encodedReplacer),
          "binary",
          charset
        );
      } else if (tmp) {
        tmp = decodeUtf8Text(tmp);
      }
      if (res[p] === void 0) {
        if (tmp) {
          res[p] = tmp;
        }
      } else {
        res[p][1] = tmp;
      }
      return res;
    }
    module.exports = parseParams;
  }
});

// node_modules/@fastify/busboy/lib/utils/basename.js
var require_basename = __commonJS({
  "node_modules/@fastify/busboy/lib/utils/basename.js"(exports, module) {
    "use strict";
    module.exports = function basename(path2) {
      if (typeof path2 !== "string") {
        return "";
      }
      for (var i = path2.length - 1; i >= 0; --i) {
        switch (path2.charCodeAt(i)) {
          case 47:
          // '/'
          case 92:
            path2 = path2.slice(i + 1);
            return path2 === ".." || path2 === "." ? "" : path2;
        }
      }
      return path2 === ".." || path2 === "." ? "" : path2;
    };
  }
});

// node_modules/@fastify/busboy/lib/types/multipart.js
var require_multipart = __commonJS({
  "node_modules/@fastify/busboy/lib/types/multipart.js"(exports, module) {
    "use strict";
    var { Readable: Readable3 } = __require("node:stream");
    var { inherits } = __require("node:util");
    var Dicer = require_Dicer();
    var parseParams = require_parseParams();
    var decodeText = require_decodeText();
    var basename = require_basename();
    var getLimit = require_getLimit();
    var RE_BOUNDARY = /^boundary$/i;
    var RE_FIELD = /^form-data$/i;
    var RE_CHARSET = /^charset$/i;
    var RE_FILENAME = /^filename$/i;
    var RE_NAME = /^name$/i;
    Multipart.detect = /^multipart\/form-data/i;
    function Multipart(boy, cfg) {
      let i;
      let len;
      const self = this;
      let boundary;
      const limits = cfg.limits;
      const isPartAFile = cfg.isPartAFile || ((fieldName, contentType2, fileName) => contentType2 === "application/octet-stream" || fileName !== void 0);
      const parsedConType = cfg.parsedConType || [];
      const defCharset = cfg.defCharset || "utf8";
      const preservePath = cfg.preservePath;
      const fileOpts = { highWaterMark: cfg.fileHwm };
      for (i = 0, len = parsedConType.length; i < len; ++i) {
        if (Array.isArray(parsedConType[i]) && RE_BOUNDARY.test(parsedConType[i][0])) {
          boundary = parsedConType[i][1];
          break;
        }
      }
      function checkFinished() {
        if (nends === 0 && finished && !boy._done) {
          finished = false;
          self.end();
        }
      }
      if (typeof boundary !== "string") {
        throw new Error("Multipart: Boundary not found");
      }
      const fieldSizeLimit = getLimit(limits, "fieldSize", 1 * 1024 * 1024);
      const fileSizeLimit = getLimit(limits, "fileSize", Infinity);
      const filesLimit = getLimit(limits, "files", Infinity);
      const fieldsLimit = getLimit(limits, "fields", Infinity);
      const partsLimit = getLimit(limits, "parts", Infinity);
      const headerPairsLimit = getLimit(limits, "headerPairs", 2e3);
      const headerSizeLimit = getLimit(limits, "headerSize", 80 * 1024);
      let nfiles = 0;
      let nfields = 0;
      let nends = 0;
      let curFile;
      let curField;
      let finished = false;
      this._needDrain = false;
      this._pause = false;
      this._cb = void 0;
      this._nparts = 0;
      this._boy = boy;
      const parserCfg = {
        boundary,
        maxHeaderPairs: headerPairsLimit,
        maxHeaderSize: headerSizeLimit,
        partHwm: fileOpts.highWaterMark,
        highWaterMark: cfg.highWaterMark
      };
      this.parser = new Dicer(parserCfg);
      this.parser.on("drain", function() {
        self._needDrain = false;
        if (self._cb && !self._pause) {
          const cb = self._cb;
          self._cb = void 0;
          cb();
        }
      }).on("part", function onPart(part) {
        if (++self._nparts > partsLimit) {
          self.parser.removeListener("part", onPart);
          self.parser.on("part", skipPart);
          boy.hitPartsLimit = true;
          boy.emit("partsLimit");
          return skipPart(part);
        }
        if (curField) {
          const field3 = curField;
          field3.emit("end");
          field3.removeAllListeners("end");
        }
        part.on("header", function(header2) {
          let contype;
          let fieldname;
          let parsed5;
          let charset;
          let encoding;
          let filename;
          let nsize = 0;
          if (header2["content-type"]) {
            const contentType2 = header2["content-type"][0];
            if (contentType2.length !== 0 && contentType2.indexOf(";") === -1 && contentType2.indexOf(" ") === -1 && contentType2.indexOf("	") === -1) {
              contype = contentType2.toLowerCase();
            } else {
              parsed5 = parseParams(contentType2);
              if (parsed5[0]) {
                contype = parsed5[0].toLowerCase();
                for (i = 0, len = parsed5.length; i < len; ++i) {
                  if (RE_CHARSET.test(parsed5[i][0])) {
                    charset = parsed5[i][1].toLowerCase();
                    break;
                  }
                }
              }
            }
          }
          if (contype === void 0) {
            contype = "text/plain";
          }
          if (charset === void 0) {
            charset = defCharset;
          }
          if (header2["content-disposition"]) {
            parsed5 = parseParams(header2["content-disposition"][0]);
            if (!RE_FIELD.test(parsed5[0])) {
              return skipPart(part);
            }
            for (i = 0, len = parsed5.length; i < len; ++i) {
              if (RE_NAME.test(parsed5[i][0])) {
                fieldname = parsed5[i][1];
                if (hasBareLineBreak(fieldname)) {
                  return skipPart(part);
                }
              } else if (RE_FILENAME.test(parsed5[i][0])) {
                filename = parsed5[i][1];
                if (hasBareLineBreak(filename)) {
                  return skipPart(part);
                }
                if (!preservePath) {
                  filename = basename(filename);
                }
              }
            }
          } else {
            return skipPart(part);
          }
          if (header2["content-transfer-encoding"]) {
            encoding = header2["content-transfer-encoding"][0].toLowerCase();
          } else {
            encoding = "7bit";
          }
          let onData, onEnd;
          if (isPartAFile(fieldname, contype, filename)) {
            if (nfiles === filesLimit) {
              if (!boy.hitFilesLimit) {
                boy.hitFilesLimit = true;
                boy.emit("filesLimit");
              }
              return skipPart(part);
            }
            ++nfiles;
            if (boy.listenerCount("file") === 0) {
              self.parser._ignore();
              return;
            }
            ++nends;
            const file = new FileStream(fileOpts);
            curFile = file;
            file.on("end", function() {
              --nends;
              self._pause = false;
              checkFinished();
              if (self._cb && !self._needDrain) {
                const cb = self._cb;
                self._cb = void 0;
                cb();
              }
            });
            file._read = function(n) {
              if (!self._pause) {
                return;
              }
              self._pause = false;
              if (self._cb && !self._needDrain) {
                const cb = self._cb;
                self._cb = void 0;
                cb();
              }
            };
            boy.emit("file", fieldname, file, filename, encoding, contype);
            onData = function(data) {
              if ((nsize += data.length) > fileSizeLimit) {
                const extralen = fileSizeLimit - nsize + data.length;
                if (extralen > 0) {
                  file.push(data.slice(0, extralen));
                }
                file.truncated = true;
                file.bytesRead = fileSizeLimit;
                part.removeAllListeners("data");
                file.emit("limit");
                return;
              } else if (!file.push(data)) {
                self._pause = true;
              }
              file.bytesRead = nsize;
            };
            onEnd = function() {
              curFile = void 0;
              file.push(null);
            };
          } else {
            if (nfields === fieldsLimit) {
              if (!boy.hitFieldsLimit) {
                boy.hitFieldsLimit = true;
                boy.emit("fieldsLimit");
              }
              return skipPart(part);
            }
            ++nfields;
            ++nends;
            let buffer = "";
            let truncated = false;
            curField = part;
            onData = function(data) {
              if ((nsize += data.length) > fieldSizeLimit) {
                const extralen = fieldSizeLimit - (nsize - data.length);
                buffer += data.toString("binary", 0, extralen);
                truncated = true;
                part.removeAllListeners("data");
              } else {
                buffer += data.toString("binary");
              }
            };
            onEnd = function() {
              curField = void 0;
              if (buffer.length) {
                buffer = decodeText(buffer, "binary", charset);
              }
              boy.emit("field", fieldname, buffer, false, truncated, encoding, contype);
              --nends;
              checkFinished();
            };
          }
          part._readableState.sync = false;
          part.on("data", onData);
          part.on("end", onEnd);
        }).on("error", function(err) {
          if (curFile) {
            curFile.emit("error", err);
          }
        });
      }).on("error", function(err) {
        boy.emit("error", err);
      }).on("finish", function() {
        finished = true;
        checkFinished();
      });
    }
    Multipart.prototype.write = function(chunk, cb) {
      if (!this.parser.writable) {
        cb();
        return;
      }
      const r = this.parser.write(chunk);
      if (r && !this._pause) {
        cb();
      } else {
        this._needDrain = !r;
        this._cb = cb;
      }
    };
    Multipart.prototype.end = function() {
      const self = this;
      if (self.parser.writable) {
        self.parser.end();
      } else if (!self._boy._done) {
        process.nextTick(function() {
          self._boy._done = true;
          self._boy.emit("finish");
        });
      }
    };
    function skipPart(part) {
      part.on("error", () => {
      });
      part.resume();
    }
    function hasBareLineBreak(value) {
      return typeof value === "string" && (value.includes("\r") || value.includes("\n"));
    }
    function FileStream(opts) {
      Readable3.call(this, opts);
      this.bytesRead = 0;
      this.truncated = false;
    }
    inherits(FileStream, Readable3);
    FileStream.prototype._read = function(n) {
    };
    module.exports = Multipart;
  }
});

// node_modules/@fastify/busboy/lib/utils/Decoder.js
var require_Decoder = __commonJS({
  "node_modules/@fastify/busboy/lib/utils/Decoder.js"(exports, module) {
    "use strict";
    var RE_PLUS = /\+/g;
    var HEX = [
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0
    ];
    function Decoder() {
      this.buffer = void 0;
    }
    Decoder.prototype.write = function(str) {
      str = str.replace(RE_PLUS, " ");
      let res = "";
      let i = 0;
      let p = 0;
      const len = str.length;
      for (; i < len; ++i) {
        if (this.buffer !== void 0) {
          if (!HEX[str.charCodeAt(i)]) {
            res += "%" + this.buffer;
            this.buffer = void 0;
            --i;
          } else {
            this.buffer += str[i];
            ++p;
            if (this.buffer.length === 2) {
              res += String.fromCharCode(parseInt(this.buffer, 16));
              this.buffer = void 0;
            }
          }
        } else if (str[i] === "%") {
          if (i > p) {
            res += str.substring(p, i);
            p = i;
          }
          this.buffer = "";
          ++p;
        }
      }
      if (p < len && this.buffer === void 0) {
        res += str.substring(p);
      }
      return res;
    };
    Decoder.prototype.end = function() {
      const res = this.buffer === void 0 ? "" : "%" + this.buffer;
      this.buffer = void 0;
      return res;
    };
    Decoder.prototype.reset = function() {
      this.buffer = void 0;
    };
    module.exports = Decoder;
  }
});

// node_modules/@fastify/busboy/lib/types/urlencoded.js
var require_urlencoded = __commonJS({
  "node_modules/@fastify/busboy/lib/types/urlencoded.js"(exports, module) {
    "use strict";
    var Decoder = require_Decoder();
    var decodeText = require_decodeText();
    var getLimit = require_getLimit();
    var RE_CHARSET = /^charset$/i;
    UrlEncoded.detect = /^application\/x-www-form-urlencoded/i;
    function UrlEncoded(boy, cfg) {
      const limits = cfg.limits;
      const parsedConType = cfg.parsedConType;
      this.boy = boy;
      this.fieldSizeLimit = getLimit(limits, "fieldSize", 1 * 1024 * 1024);
      this.fieldNameSizeLimit = getLimit(limits, "fieldNameSize", 100);
      this.fieldsLimit = getLimit(limits, "fields", Infinity);
      let charset;
      for (var i = 0, len = parsedConType.length; i < len; ++i) {
        if (Array.isArray(parsedConType[i]) && RE_CHARSET.test(parsedConType[i][0])) {
          charset = parsedConType[i][1].toLowerCase();
          break;
        }
      }
      if (charset === void 0) {
        charset = cfg.defCharset || "utf8";
      }
      this.decoder = new Decoder();
      this.charset = charset;
      this._fields = 0;
      this._state = "key";
      this._checkingBytes = true;
      this._bytesKey = 0;
      this._bytesVal = 0;
      this._key = "";
      this._val = "";
      this._keyTrunc = false;
      this._valTrunc = false;
      this._hitLimit = false;
    }
    UrlEncoded.prototype.write = function(data, cb) {
      if (this._fields === this.fieldsLimit) {
        if (!this.boy.hitFieldsLimit) {
          this.boy.hitFieldsLimit = true;
          this.boy.emit("fieldsLimit");
        }
        return cb();
      }
      let idxeq;
      let idxamp;
      let i;
      let p = 0;
      const len = data.length;
      while (p < len) {
        if (this._state === "key") {
          idxeq = idxamp = void 0;
          for (i = p; i < len; ++i) {
            if (!this._checkingBytes) {
              ++p;
            }
            if (data[i] === 61) {
              idxeq = i;
              break;
            } else if (data[i] === 38) {
              idxamp = i;
              break;
            }
            if (this._checkingBytes && this._bytesKey === this.fieldNameSizeLimit) {
              this._hitLimit = true;
              break;
            } else if (this._checkingBytes) {
              ++this._bytesKey;
            }
          }
          if (idxeq !== void 0) {
            if (idxeq > p) {
              this._key += this.decoder.write(data.toString("binary", p, idxeq));
            }
            this._endKey();
            this._state = "val";
            this._hitLimit = false;
            this._checkingBytes = true;
            this._val = "";
            this._bytesVal = 0;
            this._valTrunc = false;
            this.decoder.reset();
            p = idxeq + 1;
          } else if (idxamp !== void 0) {
            ++this._fields;
            if (idxamp > p) {
              this._key += this.decoder.write(data.toString("binary", p, idxamp));
            }
            this._endKey();
            const key = this._key;
            const keyTrunc = this._keyTrunc;
            this._hitLimit = false;
            this._checkingBytes = true;
            this._key = "";
            this._bytesKey = 0;
            this._keyTrunc = false;
            this.decoder.reset();
            if (key.length) {
              this.boy.emit(
                "field",
                decodeText(key, "binary", this.charset),
                "",
                keyTrunc,
                false
              );
            }
            p = idxamp + 1;
            if (this._fields === this.fieldsLimit) {
              return cb();
            }
          } else if (this._hitLimit) {
            if (i > p) {
              this._key += this.decoder.write(data.toString("binary", p, i));
            }
            p = i;
            if ((this._bytesKey = this._key.length) >= this.fieldNameSizeLimit) {
              this._key = this._key.substring(0, this.fieldNameSizeLimit);
              this._checkingBytes = false;
              this._keyTrunc = true;
            }
          } else {
            if (p < len) {
              this._key += this.decoder.write(data.toString("binary", p));
            }
            p = len;
          }
        } else {
          idxamp = void 0;
          for (i = p; i < len; ++i) {
            if (!this._checkingBytes) {
              ++p;
            }
            if (data[i] === 38) {
              idxamp = i;
              break;
            }
            if (this._checkingBytes && this._bytesVal === this.fieldSizeLimit) {
              this._hitLimit = true;
              break;
            } else if (this._checkingBytes) {
              ++this._bytesVal;
            }
          }
          if (idxamp !== void 0) {
            ++this._fields;
            if (idxamp > p) {
              this._val += this.decoder.write(data.toString("binary", p, idxamp));
            }
            this._endVal();
            this.boy.emit(
              "field",
              decodeText(this._key, "binary", this.charset),
              decodeText(this._val, "binary", this.charset),
              this._keyTrunc,
              this._valTrunc
            );
            this._state = "key";
            this._hitLimit = false;
            this._checkingBytes = true;
            this._key = "";
            this._bytesKey = 0;
            this._keyTrunc = false;
            this.decoder.reset();
            p = idxamp + 1;
            if (this._fields === this.fieldsLimit) {
              return cb();
            }
          } else if (this._hitLimit) {
            if (i > p) {
              this._val += this.decoder.write(data.toString("binary", p, i));
            }
            p = i;
            if ((this._bytesVal = this._val.length) >= this.fieldSizeLimit) {
              this._val = this._val.substring(0, this.fieldSizeLimit);
              this._checkingBytes = false;
              this._valTrunc = true;
            }
          } else {
            if (p < len) {
              this._val += this.decoder.write(data.toString("binary", p));
            }
            p = len;
          }
        }
      }
      cb();
    };
    UrlEncoded.prototype.end = function() {
      if (this.boy._done) {
        return;
      }
      if (this._state === "key") {
        this._endKey();
        if (this._key.length > 0) {
          this.boy.emit(
            "field",
            decodeText(this._key, "binary", this.charset),
            "",
            this._keyTrunc,
            false
          );
        }
      } else {
        this._endVal();
        this.boy.emit(
          "field",
          decodeText(this._key, "binary", this.charset),
          decodeText(this._val, "binary", this.charset),
          this._keyTrunc,
          this._valTrunc
        );
      }
      this.boy._done = true;
      this.boy.emit("finish");
    };
    UrlEncoded.prototype._endKey = function() {
      this._key += this.decoder.end();
      if (this._key.length > this.fieldNameSizeLimit) {
        this._key = this._key.substring(0, this.fieldNameSizeLimit);
        this._keyTrunc = true;
      }
    };
    UrlEncoded.prototype._endVal = function() {
      this._val += this.decoder.end();
      if (this._val.length > this.fieldSizeLimit) {
        this._val = this._val.substring(0, this.fieldSizeLimit);
        this._valTrunc = true;
      }
    };
    module.exports = UrlEncoded;
  }
});

// node_modules/@fastify/busboy/index.js
var require_busboy = __commonJS({
  "node_modules/@fastify/busboy/index.js"(exports, module) {
    "use strict";
    var WritableStream = __require("node:stream").Writable;
    var { inherits } = __require("node:util");
    var Dicer = require_Dicer();
    var MultipartParser = require_multipart();
    var UrlencodedParser = require_urlencoded();
    var parseParams = require_parseParams();
    function Busboy2(opts) {
      if (!(this instanceof Busboy2)) {
        return new Busboy2(opts);
      }
      if (typeof opts !== "object") {
        throw new TypeError("Busboy expected an options-Object.");
      }
      if (typeof opts.headers !== "object") {
        throw new TypeError("Busboy expected an options-Object with headers-attribute.");
      }
      if (typeof opts.headers["content-type"] !== "string") {
        throw new TypeError("Missing Content-Type-header.");
      }
      const {
        headers,
        ...streamOptions
      } = opts;
      this.opts = {
        autoDestroy: false,
        ...streamOptions
      };
      WritableStream.call(this, this.opts);
      this._done = false;
      this._parser = this.getParserByHeaders(headers);
      this._finished = false;
    }
    inherits(Busboy2, WritableStream);
    Busboy2.prototype.emit = function(ev) {
      if (ev === "finish") {
        if (!this._done) {
          this._parser?.end();
          return;
        } else if (this._finished) {
          return;
        }
        this._finished = true;
      }
      WritableStream.prototype.emit.apply(this, arguments);
    };
    Busboy2.prototype.getParserByHeaders = function(headers) {
      const parsed5 = parseParams(headers["content-type"]);
      const cfg = {
        defCharset: this.opts.defCharset,
        fileHwm: this.opts.fileHwm,
        headers,
        highWaterMark: this.opts.highWaterMark,
        isPartAFile: this.opts.isPartAFile,
        limits: this.opts.limits,
        parsedConType: parsed5,
        preservePath: this.opts.preservePath
      };
      if (MultipartParser.detect.test(parsed5[0])) {
        return new MultipartParser(this, cfg);
      }
      if (UrlencodedParser.detect.test(parsed5[0])) {
        return new UrlencodedParser(this, cfg);
      }
      throw new Error("Unsupported Content-Type.");
    };
    Busboy2.prototype._write = function(chunk, encoding, cb) {
      this._parser.write(chunk, cb);
    };
    module.exports = Busboy2;
    module.exports.default = Busboy2;
    module.exports.Busboy = Busboy2;
    module.exports.Dicer = Dicer;
  }
});

// src/emulators/serve.ts
import { randomBytes as randomBytes4 } from "node:crypto";

// src/emulators/forge/emulator.ts
import { randomUUID } from "node:crypto";
import { join } from "node:path";

// node_modules/hono/dist/http-exception.js
var HTTPException = class extends Error {
  res;
  status;
  /**
  * Creates an instance of `HTTPException`.
  * @param status - HTTP status code for the exception. Defaults to 500.
  * @param options - Additional options for the exception.
  */
  constructor(status = 500, options) {
    super(options?.message, { cause: options?.cause });
    this.res = options?.res;
    this.status = status;
  }
  /**
  * Returns the response object associated with the exception.
  * If a response object is not provided, a new response is created with the error message and status code.
  * @returns The response object.
  */
  getResponse() {
    if (this.res) return new Response(this.res.body, {
      status: this.status,
      headers: this.res.headers
    });
    return new Response(this.message, { status: this.status });
  }
};

// node_modules/hono/dist/request/constants.js
var GET_MATCH_RESULT = /* @__PURE__ */ Symbol();

// node_modules/hono/dist/utils/buffer.js
var bufferToFormData = (arrayBuffer, contentType2) => {
  return new Response(arrayBuffer, { headers: { "Content-Type": contentType2.replace(/^[^;]+/, (mediaType) => mediaType.toLowerCase()) } }).formData();
};

// node_modules/hono/dist/utils/body.js
var MAX_NESTED_OBJECTS = 1e4;
var isRawRequest = (request) => "headers" in request;
var parseBody = async (request, options = /* @__PURE__ */ Object.create(null)) => {
  const { all = false, dot = false } = options;
  const mediaType = (isRawRequest(request) ? request.headers : request.raw.headers).get("Content-Type")?.split(";")[0].trim().toLowerCase();
  if (mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded") return parseFormData(request, {
    all,
    dot
  });
  return {};
};
async function parseFormData(request, options) {
  if (!isRawRequest(request) && request.bodyCache.formData) return convertFormDataToBodyData(await request.bodyCache.formData, options);
  const headers = isRawRequest(request) ? request.headers : request.raw.headers;
  const arrayBuffer = await request.arrayBuffer();
  const formDataPromise = bufferToFormData(arrayBuffer, headers.get("Content-Type") || "");
  if (!isRawRequest(request)) request.bodyCache.formData = formDataPromise;
  const formData = await formDataPromise;
  if (formData) return convertFormDataToBodyData(formData, options);
  return {};
}
function convertFormDataToBodyData(formData, options) {
  const form = /* @__PURE__ */ Object.create(null);
  const nestingState = { count: 0 };
  formData.forEach((value, key) => {
    if (!(options.all || key.endsWith("[]"))) form[key] = value;
    else handleParsingAllValues(form, key, value);
  });
  if (options.dot) Object.entries(form).forEach(([key, value]) => {
    if (key.includes(".")) {
      handleParsingNestedValues(form, key, value, nestingState);
      delete form[key];
    }
  });
  return form;
}
var handleParsingAllValues = (form, key, value) => {
  if (form[key] !== void 0) {
    if (Array.isArray(form[key])) form[key].push(value);
    else form[key] = [form[key], value];
  } else if (!key.endsWith("[]")) form[key] = value;
  else form[key] = [value];
};
var handleParsingNestedValues = (form, key, value, state) => {
  if (/(?:^|\.)__proto__\./.test(key)) return;
  let nestedForm = form;
  const keys = key.split(".", 34);
  if (keys.length > 33) throwNestingLimitExceeded();
  keys.forEach((key2, index) => {
    if (index === keys.length - 1) nestedForm[key2] = value;
    else {
      if (!nestedForm[key2] || typeof nestedForm[key2] !== "object" || Array.isArray(nestedForm[key2]) || nestedForm[key2] instanceof File) {
        if (state.count++ >= MAX_NESTED_OBJECTS) throwNestingLimitExceeded();
        nestedForm[key2] = /* @__PURE__ */ Object.create(null);
      }
      nestedForm = nestedForm[key2];
    }
  });
};
var throwNestingLimitExceeded = () => {
  throw new Error("Nesting limit exceeded");
};

// node_modules/hono/dist/utils/url.js
var splitPath = (path2) => {
  const paths = path2.split("/");
  if (paths[0] === "") paths.shift();
  return paths;
};
var splitRoutingPath = (routePath2) => {
  const { groups, path: path2 } = extractGroupsFromPath(routePath2);
  const paths = splitPath(path2);
  return replaceGroupMarks(paths, groups);
};
var extractGroupsFromPath = (path2) => {
  const groups = [];
  path2 = path2.replace(/\{[^}]+\}/g, (match2, index) => {
    const mark = `@${index}`;
    groups.push([mark, match2]);
    return mark;
  });
  return {
    groups,
    path: path2
  };
};
var replaceGroupMarks = (paths, groups) => {
  for (let i = groups.length - 1; i >= 0; i--) {
    const [mark] = groups[i];
    for (let j = paths.length - 1; j >= 0; j--) if (paths[j].includes(mark)) {
      paths[j] = paths[j].replace(mark, groups[i][1]);
      break;
    }
  }
  return paths;
};
var patternCache = {};
var getPattern = (label, next) => {
  if (label === "*") return "*";
  const match2 = label.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
  if (match2) {
    const cacheKey2 = `${label}#${next}`;
    if (!patternCache[cacheKey2]) {
      if (match2[2]) patternCache[cacheKey2] = next && next[0] !== ":" && next[0] !== "*" ? [
        cacheKey2,
        match2[1],
        new RegExp(`^${match2[2]}(?=/${next})`)
      ] : [
        label,
        match2[1],
        new RegExp(`^${match2[2]}$`)
      ];
      else patternCache[cacheKey2] = [
        label,
        match2[1],
        true
      ];
    }
    return patternCache[cacheKey2];
  }
  return null;
};
var tryDecode = (str, decoder) => {
  try {
    return decoder(str);
  } catch {
    return str.replace(/(?:%[0-9A-Fa-f]{2})+/g, (match2) => {
      try {
        return decoder(match2);
      } catch {
        return match2;
      }
    });
  }
};
var decodeURIWithPreservedPercent = (value) => decodeURI(value.includes("%25") ? value.replace(/%25/g, "%2525") : value);
var getPath = (request) => {
  const url = request.url;
  const start = url.indexOf("/", url.indexOf(":") + 4);
  let i = start;
  for (; i < url.length; i++) {
    const charCode = url.charCodeAt(i);
    if (charCode === 37) {
      const queryIndex = url.indexOf("?", i);
      const hashIndex = url.indexOf("#", i);
      const end = queryIndex === -1 ? hashIndex === -1 ? void 0 : hashIndex : hashIndex === -1 ? queryIndex : Math.min(queryIndex, hashIndex);
      const path2 = url.slice(start, end);
      const decoded = tryDecode(path2, decodeURIWithPreservedPercent);
      if (/%(?![0-9A-Fa-f]{2})/.test(path2)) {
        const rewritten = new URL("http://localhost");
        rewritten.pathname = decoded.replace(/[\\\t\n\r]/g, encodeURIComponent);
        if (tryDecode(rewritten.pathname, decodeURIWithPreservedPercent) !== decoded) return tryDecode(path2.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"), decodeURIWithPreservedPercent);
      }
      return decoded;
    } else if (charCode === 63 || charCode === 35) break;
  }
  return url.slice(start, i);
};
var getPathNoStrict = (request) => {
  const result = getPath(request);
  return result.length > 1 && result.at(-1) === "/" ? result.slice(0, -1) : result;
};
var mergePath = (base, sub, ...rest) => {
  if (rest.length) sub = mergePath(sub, ...rest);
  return `${base?.[0] === "/" ? "" : "/"}${base}${sub === "/" ? "" : `${base?.at(-1) === "/" ? "" : "/"}${sub?.[0] === "/" ? sub.slice(1) : sub}`}`;
};
var checkOptionalParameter = (path2) => {
  if (path2.charCodeAt(path2.length - 1) !== 63 || !path2.includes(":")) return null;
  const segments = path2.split("/");
  const results = [];
  let basePath = "";
  segments.forEach((segment) => {
    if (segment !== "" && !/\:/.test(segment)) basePath += "/" + segment;
    else if (/\:/.test(segment)) {
      if (segment.charCodeAt(segment.length - 1) === 63) {
        if (results.length === 0 && basePath === "") results.push("/");
        else results.push(basePath);
        const optionalSegment = segment.slice(0, -1);
        basePath += "/" + optionalSegment;
        results.push(basePath);
      } else basePath += "/" + segment;
    }
  });
  return results.filter((v, i, a) => a.indexOf(v) === i);
};
var tryDecodeURIComponent = (str) => str.indexOf("%") !== -1 ? tryDecode(str, decodeURIComponent_) : str;
var _decodeURI = (value) => {
  if (value.indexOf("+") !== -1) value = value.replace(/\+/g, " ");
  return tryDecodeURIComponent(value);
};
var _getQueryParam = (url, key, multiple) => {
  const hashIndex = url.indexOf("#", 8);
  if (hashIndex !== -1) url = url.slice(0, hashIndex);
  let encoded2;
  if (!multiple && key && !/[%+&=]/.test(key)) {
    const queryIndex = url.indexOf("?", 8);
    let keyIndex2 = queryIndex;
    if (keyIndex2 === -1) return;
    if (!url.startsWith(key, keyIndex2 + 1)) keyIndex2 = url.indexOf(`&${key}`, keyIndex2 + 1);
    while (keyIndex2 !== -1) {
      const trailingKeyCode = url.charCodeAt(keyIndex2 + key.length + 1);
      if (trailingKeyCode === 61 || trailingKeyCode === 38 || isNaN(trailingKeyCode)) {
        if (keyIndex2 > queryIndex && /(?:^|&)[^=&]*[%+]/.test(url.slice(queryIndex + 1, keyIndex2))) break;
        if (trailingKeyCode === 61) {
          const valueIndex = keyIndex2 + key.length + 2;
          const endIndex = url.indexOf("&", valueIndex);
          return _decodeURI(url.slice(valueIndex, endIndex === -1 ? void 0 : endIndex));
        }
        return "";
      }
      keyIndex2 = url.indexOf(`&${key}`, keyIndex2 + 1);
    }
    encoded2 = /[%+]/.test(url);
    if (!encoded2) return;
  }
  const results = /* @__PURE__ */ Object.create(null);
  encoded2 ??= /[%+]/.test(url);
  let keyIndex = url.indexOf("?", 8);
  while (keyIndex !== -1) {
    const nextKeyIndex = url.indexOf("&", keyIndex + 1);
    let valueIndex = url.indexOf("=", keyIndex);
    if (valueIndex > nextKeyIndex && nextKeyIndex !== -1) valueIndex = -1;
    let name = url.slice(keyIndex + 1, valueIndex === -1 ? nextKeyIndex === -1 ? void 0 : nextKeyIndex : valueIndex);
    if (encoded2) name = _decodeURI(name);
    keyIndex = nextKeyIndex;
    if (name === "") continue;
    let value;
    if (valueIndex === -1) value = "";
    else {
      value = url.slice(valueIndex + 1, nextKeyIndex === -1 ? void 0 : nextKeyIndex);
      if (encoded2) value = _decodeURI(value);
    }
    if (multiple) {
      if (!(results[name] && Array.isArray(results[name]))) results[name] = [];
      results[name].push(value);
    } else results[name] ??= value;
  }
  return key ? results[key] : results;
};
var getQueryParam = _getQueryParam;
var getQueryParams = (url, key) => {
  return _getQueryParam(url, key, true);
};
var decodeURIComponent_ = decodeURIComponent;

// node_modules/hono/dist/request.js
var HonoRequest = class {
  /**
  * `.raw` can get the raw Request object.
  *
  * @see {@link https://hono.dev/docs/api/request#raw}
  *
  * @example
  * ```ts
  * // For Cloudflare Workers
  * app.post('/', async (c) => {
  *   const metadata = c.req.raw.cf?.hostMetadata?
  *   ...
  * })
  * ```
  */
  raw;
  #validatedData;
  #matchResult;
  routeIndex = 0;
  /**
  * `.path` can get the pathname of the request.
  *
  * @see {@link https://hono.dev/docs/api/request#path}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const pathname = c.req.path // `/about/me`
  * })
  * ```
  */
  path;
  bodyCache = {};
  constructor(request, path2 = "/", matchResult = [[]]) {
    this.raw = request;
    this.path = path2;
    this.#matchResult = matchResult;
  }
  param(key) {
    return key ? this.#getDecodedParam(key) : this.#getAllDecodedParams();
  }
  #getDecodedParam(key) {
    const paramKey = this.#matchResult[0][this.routeIndex]?.[1][key];
    const param = this.#getParamValue(paramKey);
    return param && tryDecodeURIComponent(param);
  }
  #getAllDecodedParams() {
    const decoded = {};
    const keys = Object.keys(this.#matchResult[0][this.routeIndex]?.[1] ?? {});
    for (const key of keys) {
      const value = this.#getParamValue(this.#matchResult[0][this.routeIndex][1][key]);
      if (value !== void 0) decoded[key] = tryDecodeURIComponent(value);
    }
    return decoded;
  }
  #getParamValue(paramKey) {
    return this.#matchResult[1] ? this.#matchResult[1][paramKey] : paramKey;
  }
  query(key) {
    return getQueryParam(this.url, key);
  }
  queries(key) {
    return getQueryParams(this.url, key);
  }
  header(name) {
    if (name) return this.raw.headers.get(name) ?? void 0;
    const headerData = /* @__PURE__ */ Object.create(null);
    this.raw.headers.forEach((value, key) => {
      headerData[key] = value;
    });
    return headerData;
  }
  async parseBody(options) {
    return parseBody(this, options);
  }
  #cachedBody = (key) => {
    const { bodyCache, raw: raw2 } = this;
    const cachedBody = bodyCache[key];
    if (cachedBody) return cachedBody;
    for (const anyCachedKey in bodyCache) return bodyCache[anyCachedKey].then((body) => {
      if (anyCachedKey === "json") body = JSON.stringify(body);
      const contentType2 = anyCachedKey === "formData" ? void 0 : raw2.headers.get("content-type");
      return new Response(body, { headers: contentType2 ? { "Content-Type": contentType2 } : void 0 })[key]();
    });
    return bodyCache[key] = raw2[key]();
  };
  /**
  * `.json()` can parse Request body of type `application/json`
  *
  * @see {@link https://hono.dev/docs/api/request#json}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.json()
  * })
  * ```
  */
  json() {
    return this.#cachedBody("text").then((text2) => JSON.parse(text2));
  }
  /**
  * `.text()` can parse Request body of type `text/plain`
  *
  * @see {@link https://hono.dev/docs/api/request#text}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.text()
  * })
  * ```
  */
  text() {
    return this.#cachedBody("text");
  }
  /**
  * `.arrayBuffer()` parse Request body as an `ArrayBuffer`
  *
  * @see {@link https://hono.dev/docs/api/request#arraybuffer}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.arrayBuffer()
  * })
  * ```
  */
  arrayBuffer() {
    return this.#cachedBody("arrayBuffer");
  }
  /**
  * `.bytes()` parses the request body as a `Uint8Array`.
  *
  * @see {@link https://hono.dev/docs/api/request#bytes}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.bytes()
  * })
  * ```
  */
  bytes() {
    return this.#cachedBody("arrayBuffer").then((buffer) => new Uint8Array(buffer));
  }
  /**
  * Parses the request body as a `Blob`.
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.blob();
  * });
  * ```
  * @see https://hono.dev/docs/api/request#blob
  */
  blob() {
    return this.#cachedBody("blob");
  }
  /**
  * Parses the request body as `FormData`.
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.formData();
  * });
  * ```
  * @see https://hono.dev/docs/api/request#formdata
  */
  formData() {
    return this.#cachedBody("formData");
  }
  /**
  * Adds validated data to the request.
  *
  * @param target - The target of the validation.
  * @param data - The validated data to add.
  */
  addValidatedData(target, data) {
    (this.#validatedData ??= {})[target] = data;
  }
  valid(target) {
    return this.#validatedData?.[target];
  }
  /**
  * `.url` can get the request url strings.
  *
  * @see {@link https://hono.dev/docs/api/request#url}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const url = c.req.url // `http://localhost:8787/about/me`
  *   ...
  * })
  * ```
  */
  get url() {
    return this.raw.url;
  }
  /**
  * `.method` can get the method name of the request.
  *
  * @see {@link https://hono.dev/docs/api/request#method}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const method = c.req.method // `GET`
  * })
  * ```
  */
  get method() {
    return this.raw.method;
  }
  get [GET_MATCH_RESULT]() {
    return this.#matchResult;
  }
  /**
  * `.matchedRoutes` can return a matched route in the handler
  *
  * @deprecated
  *
  * Use matchedRoutes helper defined in "hono/route" instead.
  *
  * @see {@link https://hono.dev/docs/api/request#matchedroutes}
  *
  * @example
  * ```ts
  * app.use('*', async function logger(c, next) {
  *   await next()
  *   c.req.matchedRoutes.forEach(({ handler, method, path }, i) => {
  *     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
  *     console.log(
  *       method,
  *       ' ',
  *       path,
  *       ' '.repeat(Math.max(10 - path.length, 0)),
  *       name,
  *       i === c.req.routeIndex ? '<- respond from here' : ''
  *     )
  *   })
  * })
  * ```
  */
  get matchedRoutes() {
    return this.#matchResult[0].map(([[, route2]]) => route2);
  }
  /**
  * `.routePath` can retrieve the path registered within the handler
  *
  * @deprecated
  *
  * Use routePath helper defined in "hono/route" instead.
  *
  * @see {@link https://hono.dev/docs/api/request#routepath}
  *
  * @example
  * ```ts
  * app.get('/posts/:id', (c) => {
  *   return c.json({ path: c.req.routePath })
  * })
  * ```
  */
  get routePath() {
    return this.#matchResult[0].map(([[, route2]]) => route2)[this.routeIndex].path;
  }
};

// node_modules/hono/dist/utils/html.js
var HtmlEscapedCallbackPhase = {
  Stringify: 1,
  BeforeStream: 2,
  Stream: 3
};
var raw = (value, callbacks) => {
  const escapedString = new String(value);
  escapedString.isEscaped = true;
  escapedString.callbacks = callbacks;
  return escapedString;
};
var resolveCallback = async (str, phase, preserveCallbacks, context, buffer) => {
  if (typeof str === "object" && !(str instanceof String)) {
    if (!(str instanceof Promise)) str = str.toString();
    if (str instanceof Promise) str = await str;
  }
  const callbacks = str.callbacks;
  if (!callbacks?.length) return Promise.resolve(str);
  if (buffer) buffer[0] += str;
  else buffer = [str];
  const resStr = Promise.all(callbacks.map((c) => c({
    phase,
    buffer,
    context
  }))).then((res) => Promise.all(res.filter(Boolean).map((str2) => resolveCallback(str2, phase, false, context, buffer))).then(() => buffer[0]));
  if (preserveCallbacks) return raw(await resStr, callbacks);
  else return resStr;
};

// node_modules/hono/dist/context.js
var TEXT_PLAIN = "text/plain; charset=UTF-8";
var setDefaultContentType = (contentType2, headers) => {
  return {
    "Content-Type": contentType2,
    ...headers
  };
};
var createResponseInstance = (body, init) => new Response(body, init);
var Context = class {
  #rawRequest;
  #req;
  /**
  * `.env` can get bindings (environment variables, secrets, KV namespaces, D1 database, R2 bucket etc.) in Cloudflare Workers.
  *
  * @see {@link https://hono.dev/docs/api/context#env}
  *
  * @example
  * ```ts
  * // Environment object for Cloudflare Workers
  * app.get('*', async c => {
  *   const counter = c.env.COUNTER
  * })
  * ```
  */
  env = {};
  #var;
  finalized = false;
  /**
  * `.error` can get the error object from the middleware if the Handler throws an error.
  *
  * @see {@link https://hono.dev/docs/api/context#error}
  *
  * @example
  * ```ts
  * app.use('*', async (c, next) => {
  *   await next()
  *   if (c.error) {
  *     // do something...
  *   }
  * })
  * ```
  */
  error;
  #status;
  #executionCtx;
  #res;
  #layout;
  #renderer;
  #notFoundHandler;
  #preparedHeaders;
  #matchResult;
  #path;
  /**
  * Creates an instance of the Context class.
  *
  * @param req - The Request object.
  * @param options - Optional configuration options for the context.
  */
  constructor(req, options) {
    this.#rawRequest = req;
    if (options) {
      this.#executionCtx = options.executionCtx;
      this.env = options.env;
      this.#notFoundHandler = options.notFoundHandler;
      this.#path = options.path;
      this.#matchResult = options.matchResult;
    }
  }
  /**
  * `.req` is the instance of {@link HonoRequest}.
  */
  get req() {
    this.#req ??= new HonoRequest(this.#rawRequest, this.#path, this.#matchResult);
    return this.#req;
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#event}
  * The FetchEvent associated with the current request.
  *
  * @throws Will throw an error if the context does not have a FetchEvent.
  */
  get event() {
    if (this.#executionCtx && "respondWith" in this.#executionCtx) return this.#executionCtx;
    else throw Error("This context has no FetchEvent");
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#executionctx}
  * The ExecutionContext associated with the current request.
  *
  * @throws Will throw an error if the context does not have an ExecutionContext.
  */
  get executionCtx() {
    if (this.#executionCtx) return this.#executionCtx;
    else throw Error("This context has no ExecutionContext");
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#res}
  * The Response object for the current request.
  */
  get res() {
    return this.#res ||= createResponseInstance(null, { headers: this.#preparedHeaders ??= new Headers() });
  }
  /**
  * Sets the Response object for the current request.
  *
  * @param _res - The Response object to set.
  */
  set res(_res) {
    if (this.#res && _res) {
      _res = createResponseInstance(_res.body, _res);
      for (const [k, v] of this.#res.headers.entries()) {
        if (k === "content-type") continue;
        if (k === "set-cookie") {
          const cookies = this.#res.headers.getSetCookie();
          _res.headers.delete("set-cookie");
          for (const cookie of cookies) _res.headers.append("set-cookie", cookie);
        } else _res.headers.set(k, v);
      }
    }
    this.#res = _res;
    this.finalized = true;
  }
  /**
  * `.render()` can create a response within a layout.
  *
  * @see {@link https://hono.dev/docs/api/context#render-setrenderer}
  *
  * @example
  * ```ts
  * app.get('/', (c) => {
  *   return c.render('Hello!')
  * })
  * ```
  */
  render = (...args) => {
    this.#renderer ??= (content) => this.html(content);
    return this.#renderer(...args);
  };
  /**
  * Sets the layout for the response.
  *
  * @param layout - The layout to set.
  * @returns The layout function.
  */
  setLayout = (layout) => this.#layout = layout;
  /**
  * Gets the current layout for the response.
  *
  * @returns The current layout function.
  */
  getLayout = () => this.#layout;
  /**
  * `.setRenderer()` can set the layout in the custom middleware.
  *
  * @see {@link https://hono.dev/docs/api/context#render-setrenderer}
  *
  * @example
  * ```tsx
  * app.use('*', async (c, next) => {
  *   c.setRenderer((content) => {
  *     return c.html(
  *       <html>
  *         <body>
  *           <p>{content}</p>
  *         </body>
  *       </html>
  *     )
  *   })
  *   await next()
  * })
  * ```
  */
  setRenderer = (renderer) => {
    this.#renderer = renderer;
  };
  /**
  * `.header()` can set headers.
  *
  * @see {@link https://hono.dev/docs/api/context#header}
  *
  * @example
  * ```ts
  * app.get('/welcome', (c) => {
  *   // Set headers
  *   c.header('X-Message', 'Hello!')
  *   c.header('Content-Type', 'text/plain')
  *
  *   // Append multiple headers using the append option (e.g. Vary)
  *   c.header('Vary', 'Accept-Encoding', { append: true })
  *   c.header('Vary', 'User-Agent', { append: true })
  *
  *   return c.body('Thank you for coming')
  * })
  * ```
  */
  header = (name, value, options) => {
    if (this.finalized && !this.#res.bodyUsed) this.#res = createResponseInstance(this.#res.body, this.#res);
    const headers = this.#res ? this.#res.headers : this.#preparedHeaders ??= new Headers();
    if (value === void 0) headers.delete(name);
    else if (options?.append) headers.append(name, value);
    else headers.set(name, value);
  };
  status = (status) => {
    this.#status = status;
  };
  /**
  * `.set()` can set the value specified by the key.
  *
  * @see {@link https://hono.dev/docs/api/context#set-get}
  *
  * @example
  * ```ts
  * app.use('*', async (c, next) => {
  *   c.set('message', 'Hono is hot!!')
  *   await next()
  * })
  * ```
  */
  set = (key, value) => {
    this.#var ??= /* @__PURE__ */ new Map();
    this.#var.set(key, value);
  };
  /**
  * `.get()` can use the value specified by the key.
  *
  * @see {@link https://hono.dev/docs/api/context#set-get}
  *
  * @example
  * ```ts
  * app.get('/', (c) => {
  *   const message = c.get('message')
  *   return c.text(`The message is "${message}"`)
  * })
  * ```
  */
  get = (key) => {
    return this.#var ? this.#var.get(key) : void 0;
  };
  /**
  * `.var` can access the value of a variable.
  *
  * @see {@link https://hono.dev/docs/api/context#var}
  *
  * @example
  * ```ts
  * const result = c.var.client.oneMethod()
  * ```
  */
  get var() {
    if (!this.#var) return {};
    return Object.fromEntries(this.#var);
  }
  #newResponse(data, arg, headers) {
    let responseHeaders = this.#res ? new Headers(this.#res.headers) : this.#preparedHeaders;
    if (typeof arg === "object" && arg.headers) {
      responseHeaders ??= new Headers();
      for (const [key, value] of new Headers(arg.headers)) if (key === "set-cookie") responseHeaders.append(key, value);
      else responseHeaders.set(key, value);
    }
    if (headers) {
      if (!responseHeaders) {
        let count = 0;
        for (const k in headers) if (++count > 1 || typeof headers[k] !== "string") {
          responseHeaders = new Headers();
          break;
        }
      }
      if (responseHeaders) for (const k in headers) {
        const v = headers[k];
        if (typeof v === "string") responseHeaders.set(k, v);
        else {
          responseHeaders.delete(k);
          for (const v2 of v) responseHeaders.append(k, v2);
        }
      }
    }
    const status = typeof arg === "number" ? arg : arg?.status ?? this.#status;
    return createResponseInstance(data, {
      status,
      headers: responseHeaders ?? headers
    });
  }
  newResponse = (...args) => this.#newResponse(...args);
  /**
  * `.body()` can return the HTTP response.
  * You can set headers with `.header()` and set HTTP status code with `.status`.
  * This can also be set in `.text()`, `.json()` and so on.
  *
  * @see {@link https://hono.dev/docs/api/context#body}
  *
  * @example
  * ```ts
  * app.get('/welcome', (c) => {
  *   // Set headers
  *   c.header('X-Message', 'Hello!')
  *   c.header('Content-Type', 'text/plain')
  *   // Set HTTP status code
  *   c.status(201)
  *
  *   // Return the response body
  *   return c.body('Thank you for coming')
  * })
  * ```
  */
  body = (data, arg, headers) => this.#newResponse(data, arg, headers);
  /**
  * `.text()` can render text as `Content-Type:text/plain`.
  *
  * @see {@link https://hono.dev/docs/api/context#text}
  *
  * @example
  * ```ts
  * app.get('/say', (c) => {
  *   return c.text('Hello!')
  * })
  * ```
  */
  text = (text2, arg, headers) => {
    return !this.#preparedHeaders && !this.#status && !arg && !headers && !this.finalized ? new Response(text2) : this.#newResponse(text2, arg, setDefaultContentType(TEXT_PLAIN, headers));
  };
  /**
  * `.json()` can render JSON as `Content-Type:application/json`.
  *
  * @see {@link https://hono.dev/docs/api/context#json}
  *
  * @example
  * ```ts
  * app.get('/api', (c) => {
  *   return c.json({ message: 'Hello!' })
  * })
  * ```
  */
  json = (object, arg, headers) => {
    return this.#newResponse(JSON.stringify(object), arg, setDefaultContentType("application/json", headers));
  };
  html = (html, arg, headers) => {
    const res = (html2) => this.#newResponse(html2, arg, setDefaultContentType("text/html; charset=UTF-8", headers));
    return typeof html === "object" ? resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, false, {}).then(res) : res(html);
  };
  /**
  * `.redirect()` can Redirect, default status code is 302.
  *
  * @see {@link https://hono.dev/docs/api/context#redirect}
  *
  * @example
  * ```ts
  * app.get('/redirect', (c) => {
  *   return c.redirect('/')
  * })
  * app.get('/redirect-permanently', (c) => {
  *   return c.redirect('/', 301)
  * })
  * ```
  */
  redirect = (location, status) => {
    const locationString = String(location);
    this.header("Location", !/[^\x00-\xFF]/.test(locationString) ? locationString : encodeURI(locationString));
    return this.newResponse(null, status ?? 302);
  };
  /**
  * `.notFound()` can return the Not Found Response.
  *
  * @see {@link https://hono.dev/docs/api/context#notfound}
  *
  * @example
  * ```ts
  * app.get('/notfound', (c) => {
  *   return c.notFound()
  * })
  * ```
  */
  notFound = () => {
    this.#notFoundHandler ??= () => createResponseInstance();
    return this.#notFoundHandler(this);
  };
};

// node_modules/hono/dist/compose.js
var compose = (middleware, onError, onNotFound) => {
  return (context, next) => {
    let index = -1;
    return dispatch(0);
    async function dispatch(i) {
      if (i <= index) throw new Error("next() called multiple times");
      index = i;
      let res;
      let isError = false;
      let handler;
      if (middleware[i]) {
        handler = middleware[i][0][0];
        context.req.routeIndex = i;
      } else handler = i === middleware.length && next || void 0;
      if (handler) try {
        res = await handler(context, () => dispatch(i + 1));
      } catch (err) {
        if (err instanceof Error && onError) {
          context.error = err;
          res = await onError(err, context);
          isError = true;
        } else throw err;
      }
      else if (context.finalized === false && onNotFound) res = await onNotFound(context);
      if (res && (context.finalized === false || isError)) context.res = res;
      return context;
    }
  };
};

// node_modules/hono/dist/helper/route/index.js
var matchedRoutes = (c) => c.req[GET_MATCH_RESULT][0].map(([[, route2]]) => route2);
var routePath = (c, index) => matchedRoutes(c).at(index ?? c.req.routeIndex)?.path ?? "";

// node_modules/hono/dist/router.js
var METHODS = [
  "get",
  "post",
  "put",
  "delete",
  "options",
  "patch",
  "query"
];
var MESSAGE_MATCHER_IS_ALREADY_BUILT = "Can not add a route since the matcher is already built.";
var UnsupportedPathError = class extends Error {
};

// node_modules/hono/dist/utils/constants.js
var COMPOSED_HANDLER = "__COMPOSED_HANDLER";

// node_modules/hono/dist/utils/mount.js
var countTrailingSlashes = (path2) => {
  let index = path2.length;
  while (index > 0 && path2.charCodeAt(index - 1) === 47) index--;
  return path2.length - index;
};
var getPathPrefixLength = (c, pathPrefix, routePath2) => {
  if (!/[:*]/.test(pathPrefix)) return pathPrefix.length;
  const path2 = c.req.path;
  const matchResult = c.req[GET_MATCH_RESULT];
  const paramNames = /* @__PURE__ */ new Set();
  let length = 0;
  for (const part of splitRoutingPath(pathPrefix)) {
    if (part[0] === ":" && part.endsWith("}?")) throw new Error(`mount(): Optional regular expression parameters are not supported in "${routePath2}".`);
    const pattern = getPattern(part);
    if (pattern && pattern !== "*") {
      const name = pattern[1];
      if (paramNames.has(name)) throw new Error(`mount(): Duplicate path parameter "${name}" in "${routePath2}".`);
      paramNames.add(name);
    }
    if (pattern && pattern !== "*" && pattern[2] !== true) {
      const value = matchResult.length === 2 ? matchResult[1][matchResult[0][c.req.routeIndex][1][pattern[1]]] : matchResult[0][c.req.routeIndex][1][pattern[1]];
      length += value.length + 1;
    } else if (pattern || part.endsWith("*")) {
      const end = path2.indexOf("/", length + 1);
      length = end === -1 ? path2.length : end;
    } else length += part.length + 1;
  }
  return length;
};
var createMountedRequest = (c, pathPrefix, routePath2) => {
  if (/[^/]\*$/.test(routePath2)) throw new Error(`mount(): Wildcard must follow "/" in "${routePath2}".`);
  const prefixLength = getPathPrefixLength(c, pathPrefix, routePath2);
  const path2 = c.req.path.slice(prefixLength) || "/";
  if (prefixLength > c.req.path.length || path2[0] !== "/" || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path2)) throw new HTTPException(400, { message: "Invalid mounted path" });
  const rawUrl = c.req.raw.url;
  if (/^[^/?#]*\/\/[^/?#\\]*[?#\\]/.test(rawUrl)) throw new HTTPException(400, { message: "Invalid mounted path" });
  const rawPathEnd = rawUrl.search(/[?#]/);
  const rawTrailingSlashes = countTrailingSlashes(rawPathEnd === -1 ? rawUrl : rawUrl.slice(0, rawPathEnd));
  if (rawTrailingSlashes > 1 && countTrailingSlashes(c.req.path) === rawTrailingSlashes - 1) throw new HTTPException(400, { message: "Invalid mounted path" });
  const url = new URL(rawUrl);
  url.pathname = path2.replace(/[\\\t\n\r]/g, encodeURIComponent);
  if (path2.includes("%")) {
  }
  return new Request(url, c.req.raw);
};

// node_modules/hono/dist/hono-base.js
var notFoundHandler = (c) => {
  return c.text("404 Not Found", 404);
};
var errorHandler = (err, c) => {
  if ("getResponse" in err) {
    const res = err.getResponse();
    return c.newResponse(res.body, res);
  }
  console.error(err);
  return c.text("Internal Server Error", 500);
};
var Hono = class Hono2 {
  get;
  post;
  put;
  delete;
  options;
  patch;
  query;
  all;
  on;
  use;
  router;
  getPath;
  _basePath = "/";
  #path = "/";
  routes = [];
  constructor(options = {}) {
    [...METHODS, "all"].forEach((method) => {
      this[method] = (args1, ...args) => {
        const methodName = method.toUpperCase();
        if (typeof args1 === "string") this.#path = args1;
        else this.#addRoute(methodName, this.#path, args1);
        args.forEach((handler) => {
          this.#addRoute(methodName, this.#path, handler);
        });
        return this;
      };
    });
    this.on = (method, path2, ...handlers) => {
      for (const p of [path2].flat()) {
        this.#path = p;
        for (const m of [method].flat()) {
          const methodName = m.toUpperCase();
          for (const handler of handlers) this.#addRoute(methodName, this.#path, handler);
        }
      }
      return this;
    };
    this.use = (arg1, ...handlers) => {
      if (typeof arg1 === "string") this.#path = arg1;
      else {
        this.#path = "*";
        handlers.unshift(arg1);
      }
      handlers.forEach((handler) => {
        this.#addRoute("ALL", this.#path, handler);
      });
      return this;
    };
    const { strict, ...optionsWithoutStrict } = options;
    Object.assign(this, optionsWithoutStrict);
    this.getPath = strict ?? true ? options.getPath ?? getPath : getPathNoStrict;
  }
  #clone() {
    const clone = new Hono2({
      router: this.router,
      getPath: this.getPath
    });
    clone.errorHandler = this.errorHandler;
    clone.#notFoundHandler = this.#notFoundHandler;
    clone.routes = this.routes;
    return clone;
  }
  #notFoundHandler = notFoundHandler;
  errorHandler = errorHandler;
  /**
  * `.route()` allows grouping other Hono instance in routes.
  *
  * @see {@link https://hono.dev/docs/api/routing#grouping}
  *
  * @param {string} path - base Path
  * @param {Hono} app - other Hono instance
  * @returns {Hono} routed Hono instance
  *
  * @example
  * ```ts
  * const app = new Hono()
  * const app2 = new Hono()
  *
  * app2.get("/user", (c) => c.text("user"))
  * app.route("/api", app2) // GET /api/user
  * ```
  */
  route(path2, app) {
    const subApp = this.basePath(path2);
    app.routes.map((r) => {
      let handler;
      if (app.errorHandler === errorHandler) handler = r.handler;
      else {
        handler = async (c, next) => (await compose([], app.errorHandler)(c, () => r.handler(c, next))).res;
        handler[COMPOSED_HANDLER] = r.handler;
      }
      subApp.#addRoute(r.method, r.path, handler, r.basePath);
    });
    return this;
  }
  /**
  * `.basePath()` allows base paths to be specified.
  *
  * @see {@link https://hono.dev/docs/api/routing#base-path}
  *
  * @param {string} path - base Path
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * const api = new Hono().basePath('/api')
  * ```
  */
  basePath(path2) {
    const subApp = this.#clone();
    subApp._basePath = mergePath(this._basePath, path2);
    return subApp;
  }
  /**
  * `.onError()` handles an error and returns a customized Response.
  *
  * @see {@link https://hono.dev/docs/api/hono#error-handling}
  *
  * @param {ErrorHandler} handler - request Handler for error
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * app.onError((err, c) => {
  *   console.error(`${err}`)
  *   return c.text('Custom Error Message', 500)
  * })
  * ```
  */
  onError = (handler) => {
    this.errorHandler = handler;
    return this;
  };
  /**
  * `.notFound()` allows you to customize a Not Found Response.
  *
  * @see {@link https://hono.dev/docs/api/hono#not-found}
  *
  * @param {NotFoundHandler} handler - request handler for not-found
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * app.notFound((c) => {
  *   return c.text('Custom 404 Message', 404)
  * })
  * ```
  */
  notFound = (handler) => {
    this.#notFoundHandler = handler;
    return this;
  };
  /**
  * `.mount()` allows you to mount applications built with other frameworks into your Hono application.
  *
  * @deprecated Use `mount()` from `hono/mount` instead. `.mount()` will be removed in v5.
  *
  * @see {@link https://hono.dev/docs/api/hono#mount}
  *
  * @param {string} path - base Path
  * @param {Function} applicationHandler - other Request Handler
  * @param {MountOptions} [options] - options of `.mount()`
  * @returns {Hono} mounted Hono instance
  * @throws {Error} If automatic request rewriting encounters duplicate path parameter names or an optional regular expression parameter.
  * @throws {HTTPException} With status 400 if automatic request rewriting cannot safely preserve the routed path.
  *
  * @example
  * ```ts
  * import { Router as IttyRouter } from 'itty-router'
  * import { Hono } from 'hono'
  * // Create itty-router application
  * const ittyRouter = IttyRouter()
  * // GET /itty-router/hello
  * ittyRouter.get('/hello', () => new Response('Hello from itty-router'))
  *
  * const app = new Hono()
  * app.mount('/itty-router', ittyRouter.handle)
  * ```
  *
  * @example
  * ```ts
  * const app = new Hono()
  * // Send the request to another application without modification.
  * app.mount('/app', anotherApp, {
  *   replaceRequest: (req) => req,
  * })
  * ```
  */
  mount(path2, applicationHandler, options) {
    let replaceRequest;
    let optionHandler;
    if (options) {
      if (typeof options === "function") optionHandler = options;
      else {
        optionHandler = options.optionHandler;
        if (options.replaceRequest === false) replaceRequest = (request) => request;
        else replaceRequest = options.replaceRequest;
      }
    }
    const getOptions = optionHandler ? (c) => {
      const options2 = optionHandler(c);
      return Array.isArray(options2) ? options2 : [options2];
    } : (c) => {
      let executionContext = void 0;
      try {
        executionContext = c.executionCtx;
      } catch {
      }
      return [c.env, executionContext];
    };
    const defaultReplaceRequest = (c) => {
      const mountedRoutePath = routePath(c);
      return createMountedRequest(c, mountedRoutePath.replace(/\/?\*$/, ""), mountedRoutePath);
    };
    const handler = async (c, next) => {
      const res = await applicationHandler(replaceRequest ? replaceRequest(c.req.raw) : defaultReplaceRequest(c), ...getOptions(c));
      if (res) return res;
      await next();
    };
    this.#addRoute("ALL", mergePath(path2, "*"), handler);
    return this;
  }
  #addRoute(method, path2, handler, baseRoutePath) {
    path2 = mergePath(this._basePath, path2);
    const r = {
      basePath: baseRoutePath !== void 0 ? mergePath(this._basePath, baseRoutePath) : this._basePath,
      path: path2,
      method,
      handler
    };
    this.router.add(method, path2, [handler, r]);
    this.routes.push(r);
  }
  #handleError(err, c) {
    if (err instanceof Error) return this.errorHandler(err, c);
    throw err;
  }
  #dispatch(request, executionCtx, env, method) {
    if (method === "HEAD") return (async () => new Response(null, await this.#dispatch(request, executionCtx, env, "GET")))();
    const path2 = this.getPath(request, { env });
    const matchResult = this.router.match(method, path2);
    const c = new Context(request, {
      path: path2,
      matchResult,
      env,
      executionCtx,
      notFoundHandler: this.#notFoundHandler
    });
    if (matchResult[0].length === 1) {
      let res;
      try {
        res = matchResult[0][0][0][0](c, async () => {
          c.res = await this.#notFoundHandler(c);
        });
      } catch (err) {
        return this.#handleError(err, c);
      }
      return res instanceof Promise ? res.then((resolved) => resolved || (c.finalized ? c.res : this.#notFoundHandler(c))).catch((err) => this.#handleError(err, c)) : res ?? this.#notFoundHandler(c);
    }
    const composed = compose(matchResult[0], this.errorHandler, this.#notFoundHandler);
    return (async () => {
      try {
        const context = await composed(c);
        if (!context.finalized) throw new Error("Context is not finalized. Did you forget to return a Response object or `await next()`?");
        return context.res;
      } catch (err) {
        return this.#handleError(err, c);
      }
    })();
  }
  /**
  * `.fetch()` will be entry point of your app.
  *
  * @see {@link https://hono.dev/docs/api/hono#fetch}
  *
  * @param {Request} request - request Object of request
  * @param {Env} env - env Object
  * @param {ExecutionContext} executionCtx - context of execution
  * @returns {Response | Promise<Response>} response of request
  *
  */
  fetch = (request, ...rest) => {
    return this.#dispatch(request, rest[1], rest[0], request.method);
  };
  /**
  * `.request()` is a useful method for testing.
  * You can pass a URL or pathname to send a GET request.
  * app will return a Response object.
  * ```ts
  * test('GET /hello is ok', async () => {
  *   const res = await app.request('/hello')
  *   expect(res.status).toBe(200)
  * })
  * ```
  * @see https://hono.dev/docs/api/hono#request
  */
  request = (input, requestInit, Env, executionCtx) => {
    if (input instanceof Request) return this.fetch(requestInit ? new Request(input, requestInit) : input, Env, executionCtx);
    input = input.toString();
    return this.fetch(new Request(/^https?:\/\//.test(input) ? input : `http://localhost${mergePath("/", input)}`, requestInit), Env, executionCtx);
  };
  /**
  * `.fire()` automatically adds a global fetch event listener.
  * This can be useful for environments that adhere to the Service Worker API, such as non-ES module Cloudflare Workers.
  * @deprecated
  * Use `fire` from `hono/service-worker` instead.
  * ```ts
  * import { Hono } from 'hono'
  * import { fire } from 'hono/service-worker'
  *
  * const app = new Hono()
  * // ...
  * fire(app)
  * ```
  * @see https://hono.dev/docs/api/hono#fire
  * @see https://developer.mozilla.org/en-US/docs/Web/API/Service_Worker_API
  * @see https://developers.cloudflare.com/workers/reference/migrate-to-module-workers/
  */
  fire = () => {
    addEventListener("fetch", (event) => {
      event.respondWith(this.#dispatch(event.request, event, void 0, event.request.method));
    });
  };
};

// node_modules/hono/dist/router/utils.js
var createNullObject = () => /* @__PURE__ */ Object.create(null);

// node_modules/hono/dist/router/reg-exp-router/matcher.js
var emptyParam = [];
function match(method, path2) {
  const matchers = this.buildAllMatchers();
  const match2 = ((method2, path3) => {
    const matcher = matchers[method2] || matchers["ALL"];
    const staticMatch = matcher[2][path3];
    if (staticMatch) return staticMatch;
    const match3 = path3.match(matcher[0]);
    if (!match3) return [[], emptyParam];
    const index = match3.indexOf("", 1);
    return [matcher[1][index], match3];
  });
  this.match = match2;
  return match2(method, path2);
}

// node_modules/hono/dist/router/reg-exp-router/node.js
var LABEL_REG_EXP_STR = "[^/]+";
var ONLY_WILDCARD_REG_EXP_STR = "[^]*";
var TAIL_WILDCARD_REG_EXP_STR = "(?:|/[^]*)";
var PATH_ERROR = /* @__PURE__ */ Symbol();
var regExpMetaChars = /* @__PURE__ */ new Set(".\\+*[^]$()");
function compareKey(a, b) {
  if (a.length === 1) return b.length === 1 ? a < b ? -1 : 1 : -1;
  if (b.length === 1) return 1;
  if (a === "[^]*" || a === "(?:|/[^]*)") return b === "[^]*" ? -1 : 1;
  else if (b === "[^]*" || b === "(?:|/[^]*)") return -1;
  if (a === "[^/]+") return 1;
  else if (b === "[^/]+") return -1;
  return a.length === b.length ? a < b ? -1 : 1 : b.length - a.length;
}
var Node = class Node2 {
  #index;
  #varIndex;
  #children = createNullObject();
  insert(tokens, index, paramMap, context, keys) {
    let node = this;
    for (let i = 0, len = tokens.length; i < len; i++) {
      const token = tokens[i];
      const pattern = token.length === 1 ? token === "*" ? i === len - 1 ? [
        "",
        "",
        ONLY_WILDCARD_REG_EXP_STR
      ] : [
        "",
        "",
        LABEL_REG_EXP_STR
      ] : null : token === "/*" ? [
        "",
        "",
        TAIL_WILDCARD_REG_EXP_STR
      ] : token.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
      let nextNode;
      if (pattern) {
        const name = pattern[1];
        let regexpStr = pattern[2] || "[^/]+";
        if (name && pattern[2]) {
          if (new RegExp(regexpStr).test("")) throw PATH_ERROR;
          regexpStr = regexpStr.replace(/^\((?!\?:)(?=[^)]+\)$)/, "(?:");
          if (/\((?!\?:)/.test(regexpStr)) throw PATH_ERROR;
          if (regexpStr.length === 1 && regExpMetaChars.has(regexpStr)) throw PATH_ERROR;
        }
        keys.push(regexpStr);
        nextNode = node.#children[regexpStr];
        if (!nextNode) {
          if (regexpStr !== "[^]*" && regexpStr !== "(?:|/[^]*)") {
            for (const k in node.#children) if ((regexpStr.length > 1 || k.length > 1) && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
          }
          nextNode = node.#children[regexpStr] = new Node2();
        }
        if (name !== "") {
          nextNode.#varIndex ??= context.varIndex++;
          paramMap.push([name, nextNode.#varIndex]);
        }
      } else {
        keys.push(token);
        nextNode = node.#children[token];
        if (!nextNode) {
          for (const k in node.#children) if (k.length > 1 && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
          nextNode = node.#children[token] = new Node2();
        }
      }
      node = nextNode;
    }
    if (node.#index !== void 0) throw PATH_ERROR;
    node.#index = index;
  }
  buildRegExpStr() {
    const strList = Object.keys(this.#children).sort(compareKey).map((k) => {
      const c = this.#children[k];
      const childStr = c.buildRegExpStr();
      return childStr === "" ? "" : (typeof c.#varIndex === "number" ? `(${k})@${c.#varIndex}` : regExpMetaChars.has(k) ? `\\${k}` : k) + childStr;
    }).filter(Boolean);
    if (typeof this.#index === "number" && this.#index !== -1) strList.unshift(`#${this.#index}`);
    if (strList.length === 0) return "";
    if (strList.length === 1) return strList[0];
    return "(?:" + strList.join("|") + ")";
  }
};

// node_modules/hono/dist/router/reg-exp-router/trie.js
var Trie = class {
  #context = { varIndex: 0 };
  #root = new Node();
  #index = 0;
  paths = createNullObject();
  insert(path2, isStatic) {
    const keys = [];
    if (isStatic) {
      this.#root.insert(path2.split(""), -1, [], this.#context, keys);
      this.paths[path2] = [
        -1,
        [],
        keys
      ];
      return;
    }
    const paramAssoc = [];
    const groups = [];
    let markedPath = path2;
    for (let i = 0; ; ) {
      let replaced = false;
      markedPath = markedPath.replace(/\{(?:\{[\d,]+\}|[^}])+\}/g, (m) => {
        const mark = `@\\${i}`;
        groups[i] = [mark, m];
        i++;
        replaced = true;
        return mark;
      });
      if (!replaced) break;
    }
    const tokens = markedPath.match(/(?::[^\/]+)|(?:\/\*$)|./gs) || [];
    for (let i = groups.length - 1; i >= 0; i--) {
      const [mark] = groups[i];
      for (let j = tokens.length - 1; j >= 0; j--) if (tokens[j].indexOf(mark) !== -1) {
        tokens[j] = tokens[j].replace(mark, groups[i][1]);
        break;
      }
    }
    this.#root.insert(tokens, this.#index, paramAssoc, this.#context, keys);
    this.paths[path2] = [
      this.#index++,
      paramAssoc,
      keys
    ];
  }
  buildRegExp() {
    let regexp = this.#root.buildRegExpStr();
    if (regexp === "") return [
      /^$/,
      [],
      []
    ];
    let captureIndex = 0;
    const indexReplacementMap = [];
    const paramReplacementMap = [];
    regexp = regexp.replace(/#(\d+)|@(\d+)|\.\*\$/g, (_, handlerIndex, paramIndex) => {
      if (handlerIndex !== void 0) {
        indexReplacementMap[++captureIndex] = Number(handlerIndex);
        return "$()";
      }
      if (paramIndex !== void 0) {
        paramReplacementMap[Number(paramIndex)] = ++captureIndex;
        return "";
      }
      return "";
    });
    return [
      new RegExp(`^${regexp}`),
      indexReplacementMap,
      paramReplacementMap
    ];
  }
};

// node_modules/hono/dist/router/reg-exp-router/router.js
function endsWithWildcard(keys) {
  const tail = keys[keys.length - 1];
  return tail === "[^]*" || tail === "(?:|/[^]*)";
}
function covers(wildcard, target) {
  const last = wildcard.length - 1;
  for (let i = 0; i < last; i++) if (wildcard[i] !== target[i]) return false;
  return wildcard[last] === "[^]*" || target.length === last || target[last] === "/";
}
var RegExpRouter = class {
  name = "RegExpRouter";
  #handlers;
  #tries;
  constructor() {
    this.#handlers = { ["ALL"]: [] };
    this.#tries = { ["ALL"]: new Trie() };
  }
  #insertPath(method, path2) {
    try {
      this.#tries[method].insert(path2, !/\*|\/:/.test(path2));
    } catch (e) {
      throw e === PATH_ERROR ? new UnsupportedPathError(path2) : e;
    }
  }
  add(method, path2, handler) {
    const handlers = this.#handlers;
    if (!handlers) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
    const tries = this.#tries;
    if (!handlers[method]) {
      tries[method] = new Trie();
      handlers[method] = [...handlers["ALL"]];
      for (const p in tries["ALL"].paths) this.#insertPath(method, p);
    }
    if (path2 === "/*") path2 = "*";
    const methods = method === "ALL" ? Object.keys(handlers) : [method];
    const paths = checkOptionalParameter(path2) || [path2];
    for (const path3 of paths) for (const m of methods) {
      if (!tries[m].paths[path3]) this.#insertPath(m, path3);
      handlers[m].push([handler, path3]);
    }
  }
  match = match;
  buildAllMatchers() {
    const matchers = createNullObject();
    for (const method of Object.keys(this.#handlers)) matchers[method] = this.#buildMatcher(method);
    this.#handlers = this.#tries = void 0;
    return matchers;
  }
  #buildMatcher(method) {
    const handlers = this.#handlers[method];
    const trie = this.#tries[method];
    const staticMap = createNullObject();
    const handlerData = [];
    const [regexp, indexReplacementMap, paramReplacementMap] = trie.buildRegExp();
    const own = createNullObject();
    const entries = handlers.map(([h, p], i) => {
      (own[p] ??= []).push(i);
      return [h, trie.paths[p][1].reduceRight((map, [key, varIndex]) => {
        map[key] = paramReplacementMap[varIndex];
        return map;
      }, createNullObject())];
    });
    const wildcards = Object.keys(own).filter((p) => endsWithWildcard(trie.paths[p][2]));
    for (const path2 in trie.paths) {
      const [index, , keys] = trie.paths[path2];
      const indexes = [...own[path2]];
      for (const p of wildcards) if (p !== path2 && covers(trie.paths[p][2], keys)) indexes.push(...own[p]);
      const data = indexes.sort((a, b) => a - b).map((i) => entries[i]);
      if (index === -1) {
        const last = Math.max(-1, ...data.flatMap(([, map]) => Object.values(map)));
        staticMap[path2] = [data, last === -1 ? emptyParam : path2.match(regexp).slice(0, last + 1)];
      } else handlerData[index] = data;
    }
    return [
      regexp,
      indexReplacementMap.map((i) => handlerData[i]),
      staticMap
    ];
  }
};

// node_modules/hono/dist/router/smart-router/router.js
var SmartRouter = class {
  name = "SmartRouter";
  #routers = [];
  #routes = [];
  constructor(init) {
    this.#routers = init.routers;
  }
  add(method, path2, handler) {
    if (!this.#routes) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
    this.#routes.push([
      method,
      path2,
      handler
    ]);
  }
  match(method, path2) {
    if (!this.#routes) throw new Error("Fatal error");
    const routers = this.#routers;
    const routes2 = this.#routes;
    const len = routers.length;
    let i = 0;
    let res;
    for (; i < len; i++) {
      const router = routers[i];
      try {
        for (let i2 = 0, len2 = routes2.length; i2 < len2; i2++) router.add(...routes2[i2]);
        res = router.match(method, path2);
      } catch (e) {
        if (e instanceof UnsupportedPathError) continue;
        throw e;
      }
      this.match = router.match.bind(router);
      this.#routers = [router];
      this.#routes = void 0;
      break;
    }
    if (i === len) throw new Error("Fatal error");
    this.name = `SmartRouter + ${this.activeRouter.name}`;
    return res;
  }
  get activeRouter() {
    if (this.#routes || this.#routers.length !== 1) throw new Error("No active router has been determined yet.");
    return this.#routers[0];
  }
};

// node_modules/hono/dist/router/trie-router/node.js
var emptyParams = createNullObject();
var order = 0;
var Node3 = class Node4 {
  #methods = [];
  #children = createNullObject();
  #patterns = [];
  #pattern;
  #params = emptyParams;
  insert(method, path2, handler) {
    let curNode = this;
    const parts = splitRoutingPath(path2);
    const possibleKeys = /* @__PURE__ */ new Set();
    let i = 0;
    for (const p of parts) {
      const nextP = parts[++i];
      const pattern = getPattern(p, nextP) || (nextP === void 0 && p && p.indexOf("*") === p.length - 1 ? p : null);
      const isParam = Array.isArray(pattern);
      const key = isParam ? pattern[0] : pattern || p;
      const child = curNode.#children[key] ||= new Node4();
      if (pattern && !child.#pattern) {
        child.#pattern = pattern;
        curNode.#patterns.push(child);
      }
      curNode = child;
      if (isParam) possibleKeys.add(pattern[1]);
    }
    curNode.#methods.push({ [method]: {
      handler,
      possibleKeys: [...possibleKeys],
      score: ++order
    } });
  }
  #pushHandlerSets(handlerSets, node, method, nodeParams, params) {
    for (let i = 0, len = node.#methods.length; i < len; i++) {
      const m = node.#methods[i];
      const handlerSet = m[method] || m["ALL"];
      if (handlerSet) {
        handlerSet.params = createNullObject();
        handlerSets.push(handlerSet);
        for (let i2 = 0, len2 = handlerSet.possibleKeys.length; i2 < len2; i2++) {
          const key = handlerSet.possibleKeys[i2];
          handlerSet.params[key] = params?.[key] && !i2 ? params[key] : nodeParams[key] ?? params?.[key];
        }
      }
    }
  }
  search(method, path2) {
    const handlerSets = [];
    this.#params = emptyParams;
    let curNodes = [this];
    const parts = splitPath(path2);
    const curNodesQueue = [];
    const len = parts.length;
    let partOffsets = null;
    for (let i = 0; i < len; i++) {
      const part = parts[i];
      const isLast = i === len - 1;
      const tempNodes = [];
      for (let j = 0, len2 = curNodes.length; j < len2; j++) {
        const node = curNodes[j];
        const nextNode = node.#children[part];
        if (nextNode) {
          nextNode.#params = node.#params;
          if (isLast) {
            if (nextNode.#children["*"]) this.#pushHandlerSets(handlerSets, nextNode.#children["*"], method, node.#params);
            this.#pushHandlerSets(handlerSets, nextNode, method, node.#params);
          } else tempNodes.push(nextNode);
        }
        for (const child of node.#patterns) {
          const pattern = child.#pattern;
          const params = node.#params === emptyParams ? {} : { ...node.#params };
          if (typeof pattern === "string") {
            if (pattern === "*" || part.startsWith(pattern.slice(0, -1))) {
              this.#pushHandlerSets(handlerSets, child, method, node.#params);
              if (pattern === "*") {
                child.#params = params;
                tempNodes.push(child);
              }
            }
            continue;
          }
          const [, name, matcher] = pattern;
          if (!part && matcher === true) continue;
          if (matcher !== true) {
            if (!partOffsets) {
              partOffsets = [];
              let offset = path2[0] === "/" ? 1 : 0;
              for (let p = 0; p < len; p++) {
                partOffsets[p] = offset;
                offset += parts[p].length + 1;
              }
            }
            const restPathString = path2.slice(partOffsets[i]);
            const m = matcher.exec(restPathString);
            if (m) {
              if (!Object.hasOwn(params, name)) params[name] = m[0];
              this.#pushHandlerSets(handlerSets, child, method, node.#params, params);
              if (m[0].length === restPathString.length && child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, node.#params, params);
              for (const _ in child.#children) {
                child.#params = params;
                const componentCount = m[0].match(/\//g)?.length ?? 0;
                (curNodesQueue[componentCount] ||= []).push(child);
                break;
              }
              continue;
            }
          }
          if (matcher === true || matcher.test(part)) {
            if (!Object.hasOwn(params, name)) params[name] = part;
            if (isLast) {
              this.#pushHandlerSets(handlerSets, child, method, params, node.#params);
              if (child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, params, node.#params);
            } else {
              child.#params = params;
              tempNodes.push(child);
            }
          }
        }
      }
      const shifted = curNodesQueue.shift();
      curNodes = shifted ? tempNodes.concat(shifted) : tempNodes;
    }
    if (handlerSets[1]) handlerSets.sort((a, b) => {
      return a.score - b.score;
    });
    return [handlerSets.map(({ handler, params }) => [handler, params])];
  }
};

// node_modules/hono/dist/router/trie-router/router.js
var TrieRouter = class {
  name = "TrieRouter";
  #node = new Node3();
  add(method, path2, handler) {
    for (const result of checkOptionalParameter(path2) || [path2]) this.#node.insert(method, result, handler);
  }
  match(method, path2) {
    return this.#node.search(method, path2);
  }
};

// node_modules/hono/dist/hono.js
var Hono3 = class extends Hono {
  /**
  * Creates an instance of the Hono class.
  *
  * @param options - Optional configuration options for the Hono instance.
  */
  constructor(options = {}) {
    super(options);
    this.router = options.router ?? new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] });
  }
};

// src/emulators/forge/assets.ts
import { createHash } from "node:crypto";

// src/emulators/forge/errors.ts
var Refusal = class extends Error {
  status;
  errors;
  headers;
  docs;
  constructor(details) {
    super(details.message);
    this.name = "Refusal";
    this.status = details.status;
    this.errors = details.errors;
    this.headers = details.headers ?? {};
    this.docs = details.docs;
  }
};
function notFound() {
  return new Refusal({ status: 404, message: "Not Found" });
}
function badCredentials() {
  return new Refusal({ status: 401, message: "Bad credentials", docs: "" });
}
function authenticationRequired() {
  return new Refusal({ status: 401, message: "Requires authentication" });
}
function notAccessible() {
  return new Refusal({ status: 403, message: "Resource not accessible by integration" });
}
function emptyRepository() {
  return new Refusal({ status: 409, message: "Git Repository is empty." });
}
function unprocessable(message) {
  return new Refusal({ status: 422, message });
}
function validationFailed(...errors) {
  return new Refusal({ status: 422, message: "Validation Failed", errors });
}
function invalidRequest(problems) {
  return unprocessable(`Invalid request.

${problems.join("\n")}`);
}
function ruleViolation(...sentences) {
  return `Repository rule violations found

${sentences.map((each2) => `${each2}

`).join("")}`;
}
var PROTECTED_REF = ruleViolation("Cannot update this protected ref.");
function refusalBody(refusal2, docs, requestId) {
  const page3 = refusal2.docs ?? docs;
  return {
    message: refusal2.message,
    ...refusal2.errors === void 0 ? {} : { errors: refusal2.errors },
    documentation_url: `https://docs.github.com/rest${page3 === "" ? "" : `/${page3}`}`,
    ...requestId === void 0 ? { status: String(refusal2.status) } : { request_id: requestId }
  };
}

// src/emulators/forge/permissions.ts
function actorOf(forge, authorization) {
  if (authorization === void 0) return "nobody";
  const match2 = /^(?:token|bearer) +(\S+)$/i.exec(authorization);
  if (match2?.[1] !== forge.token) throw badCredentials();
  return "job";
}
function permit(forge, actor, needs) {
  if (isPublicRead(needs)) return;
  if (actor === "nobody") throw authenticationRequired();
  if (!holds(forge, needs)) throw notAccessible();
  if (needs.endsWith("=write") && forge.flags.has("archived")) {
    throw new Refusal({ status: 403, message: "Repository was archived so is read-only." });
  }
}
function maySeeDrafts(forge, actor) {
  return actor === "job" && holds(forge, "contents=write");
}
function isPublicRead(needs) {
  return needs.endsWith("=read") && needs !== "administration=read";
}
function holds(forge, needs) {
  if (forge.permissions === void 0) return true;
  const [key = "", level] = needs.split("=");
  const granted = forge.permissions[key.replaceAll("_", "-")] ?? forge.permissions[key];
  return granted === "write" || granted === "read" && level === "read";
}

// src/emulators/forge/accounts.ts
function ownerBody(forge) {
  return accountBody(forge, {
    login: forge.owner,
    id: Number(forge.ownerId),
    type: "User",
    page: forge.owner
  });
}
function robotBody(forge) {
  return accountBody(forge, {
    login: "github-actions[bot]",
    id: 41898282,
    type: "Bot",
    page: "apps/github-actions"
  });
}
function accountBody(forge, { login, id, type, page: page3 }) {
  const url = `${forge.base()}${forge.api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `${forge.base()}/avatars/u/${id}`,
    gravatar_id: "",
    url,
    html_url: `${forge.base()}/${page3}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: "public",
    site_admin: false
  };
}

// src/emulators/forge/route.ts
function json(body, status = 200, headers = {}) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers }
  });
}
function noContent() {
  return new Response(null, { status: 204 });
}
function parameter(call, name) {
  return call.request.param(name) ?? "";
}
function apiOf(forge) {
  return `${forge.base()}${forge.api}/repos/${repositoryOf(forge)}`;
}
function pageOf(forge) {
  return `${forge.base()}/${repositoryOf(forge)}`;
}
function repositoryOf(forge) {
  return `${forge.owner}/${forge.name}${forge.flags.has("renamed") ? "-renamed" : ""}`;
}
var PER_PAGE = { standard: 30, most: 100 };
function paged(call, rows) {
  const size = Math.min(positive(call.request.query("per_page")) ?? PER_PAGE.standard, PER_PAGE.most);
  const page3 = positive(call.request.query("page")) ?? 1;
  const last = Math.max(1, Math.ceil(rows.length / size));
  const links = [
    ...page3 > 1 ? [link(call, page3 - 1, "prev")] : [],
    ...page3 < last ? [link(call, page3 + 1, "next"), link(call, last, "last")] : [],
    ...page3 > 1 ? [link(call, 1, "first")] : []
  ];
  const headers = links.length === 0 ? void 0 : { link: links.join(", ") };
  return json(rows.slice((page3 - 1) * size, page3 * size), 200, headers);
}
function link(call, page3, relation) {
  const url = new URL(call.request.url);
  url.searchParams.set("page", String(page3));
  return `<${call.forge.base()}${url.pathname}${url.search}>; rel="${relation}"`;
}
function positive(text2) {
  return text2 !== void 0 && /^[1-9]\d{0,6}$/.test(text2) ? Number(text2) : void 0;
}
async function bodyOf(call, fields2) {
  const text2 = await call.request.text();
  const body = parsed(text2 === "" ? "{}" : text2);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw unparsable();
  const given = body;
  const problems = Object.entries(fields2).flatMap(([name, type]) => problemsWith(name, type, given[name]));
  if (problems.length > 0) throw invalidRequest(problems);
  return given;
}
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch (error) {
    if (error instanceof SyntaxError) throw unparsable();
    throw error;
  }
}
function unparsable() {
  return new Refusal({ status: 400, message: "Problems parsing JSON" });
}
function problemsWith(name, type, value) {
  if (value === void 0) return type.endsWith("!") ? [`"${name}" wasn't supplied.`] : [];
  if (value === null && type.endsWith("?")) return [];
  const wanted2 = type.replace(/[!?]$/, "");
  const seen = Array.isArray(value) ? "array" : value === null ? "nil" : typeof value;
  if (seen === wanted2) return [];
  const article = /^[aeiou]/.test(wanted2) ? "an" : "a";
  return [
    `For 'properties/${name}', ${value === null ? "nil" : JSON.stringify(value)} is not ${article} ${wanted2}.`
  ];
}
function textOf(body, name) {
  const value = body[name];
  return typeof value === "string" ? value : void 0;
}
function flagOf(body, name) {
  const value = body[name];
  return typeof value === "boolean" ? value : void 0;
}

// src/emulators/forge/community.ts
var REACTIONS = ["+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"];
function listIssues(call) {
  const { forge, request } = call;
  const labels = (request.query("labels") ?? "").split(",").filter(Boolean);
  const state = request.query("state") ?? "open";
  const seeds = (forge.community.issues ?? []).map((seed, at2) => ({ number: at2 + 1, ...seed }));
  const fitting = seeds.filter(
    (seed) => (state === "all" || (seed.state ?? "open") === state) && labels.every((label) => (seed.labels ?? []).some((each2) => each2.toLowerCase() === label.toLowerCase()))
  );
  return paged(
    call,
    fitting.map((seed) => issueBody(forge, seed))
  );
}
function issueBody(forge, seed) {
  const { number, title, labels = [], state = "open" } = seed;
  const [url, at2] = [`${apiOf(forge)}/issues/${number}`, "2025-01-01T00:00:00Z"];
  return {
    id: number,
    node_id: `I_${number}`,
    url,
    repository_url: apiOf(forge),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${pageOf(forge)}/issues/${number}`,
    number,
    title,
    state,
    locked: false,
    user: robotBody(forge),
    labels: labels.map((name) => ({ name })),
    assignee: null,
    milestone: null,
    comments: 0,
    created_at: at2,
    updated_at: at2,
    closed_at: state === "open" ? null : at2,
    author_association: "NONE",
    body: null
  };
}
function reactionsBody(forge, release) {
  const counts = forge.community.reactions?.[release.tag];
  if (counts === void 0) return {};
  const each2 = Object.fromEntries(REACTIONS.map((content) => [content, counts[content] ?? 0]));
  const total = Object.values(each2).reduce((sum, count) => sum + count, 0);
  const url = `${apiOf(forge)}/releases/${release.id}/reactions`;
  return { reactions: { url, total_count: total, ...each2 } };
}

// src/emulators/forge/release-bodies.ts
function releaseBody(forge, release) {
  const url = `${apiOf(forge)}/releases/${release.id}`;
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${forge.base()}/api/uploads/repos/${repositoryOf(forge)}/releases/${release.id}/assets{?name,label}`,
    html_url: releasePage(forge, release),
    id: release.id,
    node_id: `RE_${release.id}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: release.immutable,
    created_at: seconds(release.createdAt),
    updated_at: seconds(release.updatedAt),
    published_at: release.publishedAt === null ? null : seconds(release.publishedAt),
    ...release.discussion === void 0 || release.draft ? {} : { discussion_url: `${pageOf(forge)}/discussions/${release.discussion}` },
    ...reactionsBody(forge, release),
    author: release.draft ? robotBody(forge) : ownerBody(forge),
    assets: release.assets.map((asset) => assetBody(forge, release, asset)),
    tarball_url: release.draft ? null : `${apiOf(forge)}/tarball/${release.tag}`,
    zipball_url: release.draft ? null : `${apiOf(forge)}/zipball/${release.tag}`
  };
}
function assetBody(forge, release, asset) {
  const whole = asset.state === "uploaded";
  return {
    url: `${apiOf(forge)}/releases/assets/${asset.id}`,
    browser_download_url: downloadPage(forge, release, asset),
    id: asset.id,
    node_id: `RA_${asset.id}`,
    name: asset.name,
    label: asset.label,
    state: asset.state,
    content_type: asset.contentType,
    size: asset.bytes.length,
    digest: whole ? `sha256:${asset.sha256}` : null,
    download_count: 0,
    created_at: seconds(asset.createdAt),
    updated_at: seconds(asset.updatedAt),
    uploader: robotBody(forge)
  };
}
function releasePage(forge, release) {
  return `${pageOf(forge)}/releases/tag/${encoded(slugOf(release))}`;
}
function downloadPage(forge, release, asset) {
  return `${pageOf(forge)}/releases/download/${encoded(slugOf(release))}/${encodeURIComponent(asset.name)}`;
}
function slugOf(release) {
  return release.draft ? `untagged-${release.untagged}` : release.tag;
}
function encoded(name) {
  return name.split("/").map(encodeURIComponent).join("/");
}
function seconds(date) {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}

// src/emulators/forge/releases.ts
import { randomBytes } from "node:crypto";

// src/emulators/forge/git.ts
import { execFile, execFileSync } from "node:child_process";
var GitError = class extends Error {
  code;
  constructor(args, code, stderr) {
    super(`git ${args.join(" ")} ended with ${code}: ${stderr.trim()}`);
    this.name = "GitError";
    this.code = code;
  }
};
var ABSENT = "0".repeat(40);
var MAX_BUFFER = 64 * 1024 * 1024;
function initialise(directory, defaultBranch) {
  const quietly = { stdio: ["ignore", "ignore", "pipe"] };
  execFileSync("git", ["init", "--quiet", "--bare", "--template=", "-b", defaultBranch, directory], quietly);
  const settings = { "uploadpack.allowAnySHA1InWant": "true", "gc.auto": "0", "core.hooksPath": "/dev/null" };
  for (const [key, value] of Object.entries(settings)) {
    execFileSync("git", [`--git-dir=${directory}`, "config", key, value], quietly);
  }
}
function openGit(directory) {
  return (args, input) => new Promise((resolve, reject) => {
    const options = { encoding: "buffer", maxBuffer: MAX_BUFFER };
    const child = execFile("git", [`--git-dir=${directory}`, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new GitError(args, typeof error.code === "number" ? error.code : -1, stderr.toString()));
    });
    child.stdin?.on("error", () => void 0);
    child.stdin?.end(input ?? "");
  });
}
async function inspectAll(git, names) {
  if (names.length === 0) return [];
  const lines2 = (await git(["cat-file", "--batch-check"], `${names.join("\n")}
`)).toString().split("\n");
  return names.map((_, index) => {
    const match2 = /^([0-9a-f]{40}) (commit|tree|blob|tag) (\d+)$/.exec(lines2[index] ?? "");
    return match2 === null ? void 0 : { sha: match2[1] ?? "", type: match2[2], size: Number(match2[3]) };
  });
}
async function inspect(git, name) {
  return new RegExp("\\p{Cc}", "u").test(name) ? void 0 : (await inspectAll(git, [name]))[0];
}
async function objectBytes(git, sha, type) {
  if (!/^[0-9a-f]{40}$/.test(sha) || (await inspect(git, sha))?.type !== type) return void 0;
  return git(["cat-file", type, sha]);
}
async function writeObject(git, type, content) {
  return (await git(["hash-object", "-w", "-t", type, "--stdin"], content)).toString().trim();
}
async function listRefs(git, prefix) {
  const out = await git(["for-each-ref", "--format=%(objectname) %(objecttype) %(refname)", prefix]);
  return out.toString().split("\n").filter((line) => line !== "").map((line) => {
    const [sha = "", type = "", ref = ""] = line.split(" ");
    return { ref, sha, type };
  });
}
async function readRef(git, ref) {
  if (!await isRefName(git, ref)) return void 0;
  const found2 = await inspect(git, ref);
  return found2 === void 0 ? void 0 : { ref, sha: found2.sha, type: found2.type };
}
async function isRefName(git, ref) {
  if (ref.startsWith("-")) return false;
  return succeeds(git, ["check-ref-format", ref]);
}
async function setRef(git, ref, sha, expected) {
  return succeeds(git, ["update-ref", "--no-deref", ref, sha, expected ?? ABSENT], [1, 128]);
}
async function deleteRef(git, ref, expected) {
  return succeeds(git, ["update-ref", "--no-deref", "-d", ref, expected], [1, 128]);
}
async function isAncestor(git, ancestor, descendant) {
  return succeeds(git, ["merge-base", "--is-ancestor", ancestor, descendant], [1, 128]);
}
async function peeled(git, name) {
  return (await inspect(git, `${name}^{commit}`))?.sha;
}
async function commitsOf(git, prefix) {
  const refs = await listRefs(git, prefix);
  const commits = await inspectAll(
    git,
    refs.map((each2) => `${each2.ref}^{commit}`)
  );
  return Object.fromEntries(
    refs.map((each2, index) => [each2.ref.slice(prefix.length), commits[index]?.sha ?? each2.sha])
  );
}
async function succeeds(git, args, refused3 = [1]) {
  try {
    await git(args);
    return true;
  } catch (error) {
    if (error instanceof GitError && refused3.includes(error.code)) return false;
    throw error;
  }
}

// src/emulators/forge/object-text.ts
function parseCommit(text2) {
  const { headers, message } = parseObject(text2);
  return {
    tree: header(headers, "tree") ?? "",
    parents: headers.filter(([name]) => name === "parent").map(([, value]) => value),
    author: parseSignature(header(headers, "author") ?? ""),
    committer: parseSignature(header(headers, "committer") ?? ""),
    message,
    signature: header(headers, "gpgsig") ?? null
  };
}
function parseTag(text2) {
  const { headers, message } = parseObject(text2);
  const tagger = header(headers, "tagger");
  return {
    object: header(headers, "object") ?? "",
    type: header(headers, "type") ?? "",
    tag: header(headers, "tag") ?? "",
    tagger: tagger === void 0 ? null : parseSignature(tagger),
    message
  };
}
function formatCommit(commit) {
  return [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`,
    // A value of several lines goes on with a space at the start of each.
    ...commit.signature === null ? [] : [`gpgsig ${commit.signature.replaceAll("\n", "\n ")}`],
    "",
    commit.message
  ].join("\n");
}
function formatTag(tag) {
  return [
    `object ${tag.object}`,
    `type ${tag.type}`,
    `tag ${tag.tag}`,
    ...tag.tagger === null ? [] : [`tagger ${formatSignature(tag.tagger)}`],
    "",
    tag.message
  ].join("\n");
}
function isoSeconds(date) {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
function parseObject(text2) {
  const end = text2.indexOf("\n\n");
  const head = end === -1 ? text2 : text2.slice(0, end);
  const headers = head.split(/\n(?! )/).filter((line) => line !== "").map((line) => {
    const space = line.indexOf(" ");
    return [line.slice(0, space), line.slice(space + 1).replaceAll("\n ", "\n")];
  });
  return { headers, message: end === -1 ? "" : text2.slice(end + 2) };
}
function header(headers, name) {
  return headers.find(([each2]) => each2 === name)?.[1];
}
function parseSignature(text2) {
  const match2 = /^(.*?) ?<([^>]*)> (\d+) [+-]\d{4}$/.exec(text2);
  const seconds2 = Number(match2?.[3] ?? 0);
  return { name: match2?.[1] ?? "", email: match2?.[2] ?? "", date: isoSeconds(new Date(seconds2 * 1e3)) };
}
function formatSignature(who) {
  const clean2 = (text2) => text2.replaceAll(/[<>\n]/g, "");
  const seconds2 = Math.floor(Date.parse(who.date) / 1e3);
  return `${clean2(who.name)} <${clean2(who.email)}> ${seconds2} +0000`;
}

// src/emulators/forge/rulesets.ts
var rulesetRoutes = [
  ["GET", "/rulesets", "metadata=read", "repos/rules#get-all-repository-rulesets", listRulesets],
  ["GET", "/rulesets/:id{[0-9]+}", "metadata=read", "repos/rules#get-a-repository-ruleset", getRuleset],
  ["GET", "/rules/branches/:branch{.+}", "metadata=read", "repos/rules#get-rules-for-a-branch", branchRules]
];
var TAGS = {
  id: 31,
  name: "Release tags",
  target: "tag",
  enforcement: "active",
  include: ["~ALL"],
  exclude: [],
  rules: [{ type: "creation" }, { type: "update" }, { type: "deletion" }],
  bypass: "never"
};
var BRANCHES = {
  ...TAGS,
  id: 32,
  name: "Reviewed changes",
  target: "branch",
  include: ["~DEFAULT_BRANCH"],
  rules: [
    { type: "deletion" },
    {
      type: "pull_request",
      parameters: {
        allowed_merge_methods: ["merge", "squash", "rebase"],
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_approving_review_count: 1,
        required_review_thread_resolution: false
      }
    }
  ]
};
function flaggedRulesets(flags) {
  const made2 = [
    ...flags.has("tag-ruleset") ? [TAGS] : [],
    ...flags.has("branch-ruleset") ? [BRANCHES] : []
  ];
  return flags.has("ruleset-bypass") ? made2.map((each2) => ({ ...each2, bypass: "always" })) : made2;
}
var SENTENCES = {
  creation: { creation: "Cannot create ref due to creations being restricted." },
  move: {
    update: "Cannot update this protected ref.",
    pull_request: "Changes must be made through a pull request.",
    merge_queue: "Changes must be made through the merge queue"
  },
  deletion: { deletion: "Cannot delete this protected ref." }
};
function rulesAgainst(forge, ref, change) {
  const said = forge.rulesets.filter(
    (set) => set.enforcement === "active" && (set.bypass === "never" || set.bypass === "pull_requests_only") && covers2(forge, set, ref)
  ).flatMap(({ rules }) => rules.flatMap(({ type }) => SENTENCES[change][type] ?? []));
  return said.length === 0 ? void 0 : ruleViolation(...new Set(said));
}
function covers2(forge, { target, include, exclude }, ref) {
  const kind = target === "tag" ? "refs/tags/" : "refs/heads/";
  const fits = (pattern) => pattern === "~ALL" || pattern === "~DEFAULT_BRANCH" && ref === `refs/heads/${forge.defaultBranch}` || fnmatch(pattern).test(ref);
  return ref.startsWith(kind) && include.some(fits) && !exclude.some(fits);
}
function fnmatch(pattern) {
  const source = pattern.split(/(\*\*\/|\*|\?)/).map((part) => WILD[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("");
  return new RegExp(`^${source}$`);
}
var WILD = { "**/": "(?:[^/]+/)*", "*": "[^/]*", "?": "[^/]" };
function requireShown({ flags }) {
  if (flags.has("rulesets-hidden")) throw notFound();
}
function listRulesets(call) {
  requireShown(call.forge);
  const targets = call.request.query("targets")?.split(",");
  const seen = call.forge.rulesets.filter(({ target }) => targets?.includes(target) ?? true);
  return paged(
    call,
    seen.map((each2) => summary(call.forge, each2))
  );
}
function getRuleset(call) {
  const { forge } = call;
  requireShown(forge);
  const found2 = forge.rulesets.find(({ id }) => id === Number(parameter(call, "id")));
  if (found2 === void 0) throw notFound();
  return json({
    ...summary(forge, found2),
    conditions: { ref_name: { include: found2.include, exclude: found2.exclude } },
    rules: found2.rules,
    // Told to whom the token belongs to; nobody has no such right.
    ...call.actor === "job" ? { current_user_can_bypass: found2.bypass } : {}
  });
}
function summary(forge, { id, name, target, enforcement }) {
  return {
    id,
    name,
    target,
    source_type: "Repository",
    source: repositoryOf(forge),
    enforcement,
    node_id: `RRS_${id}`,
    _links: {
      self: { href: `${apiOf(forge)}/rulesets/${id}` },
      html: { href: `${pageOf(forge)}/rules/${id}` }
    },
    created_at: "2025-01-01T00:00:00.000Z",
    updated_at: "2025-01-01T00:00:00.000Z"
  };
}
function branchRules(call) {
  const { forge } = call;
  requireShown(forge);
  const ref = `refs/heads/${parameter(call, "branch")}`;
  const active = forge.rulesets.filter((set) => set.enforcement === "active" && covers2(forge, set, ref));
  return paged(
    call,
    active.flatMap(
      ({ id, rules }) => rules.map((rule) => ({
        ...rule,
        ruleset_source_type: "Repository",
        ruleset_source: repositoryOf(forge),
        ruleset_id: id
      }))
    )
  );
}

// src/emulators/forge/state.ts
var FORGE_FLAGS = [
  "immutable-releases",
  "tag-ruleset",
  "branch-ruleset",
  "ruleset-bypass",
  "rulesets-hidden",
  "rulesets-opaque",
  "workflow-guard",
  "list-lag",
  "starter-asset",
  "asset-redirect",
  "archived",
  "disabled",
  "renamed",
  "no-pulls-by-actions",
  "primary-limit",
  "secondary-limit",
  "enterprise-server"
];
function emptyState() {
  return {
    releases: /* @__PURE__ */ new Map(),
    pulls: /* @__PURE__ */ new Map(),
    burntTags: /* @__PURE__ */ new Set(),
    latest: void 0,
    lastId: 1e3,
    requests: 0,
    window: 0,
    hurried: false,
    starterMade: false
  };
}
function nextId(state) {
  state.lastId += 1;
  return state.lastId;
}
function amendRelease(forge, release, change) {
  const assets = forge.state.releases.get(release.id)?.assets ?? release.assets;
  const amended = { ...release, assets, ...change, updatedAt: forge.now() };
  forge.state.releases.set(amended.id, amended);
  return amended;
}

// src/emulators/forge/publishing.ts
function publishedOf(forge, tag) {
  return [...forge.state.releases.values()].find((release) => !release.draft && release.tag === tag);
}
async function releaseCommit(forge, tag, target) {
  const tagged = await peeled(forge.git, `refs/tags/${tag}`);
  if (tagged !== void 0) return tagged;
  const branch = target === "" ? forge.defaultBranch : target.replace(/^refs\/heads\//, "");
  const commit = await peeled(forge.git, `refs/heads/${branch}`) ?? (/^[0-9a-f]{40}$/.test(target) ? await peeled(forge.git, target) : void 0);
  if (commit === void 0) throw validationFailed(wrong("invalid", "target_commitish"));
  return commit;
}
async function commitDate(forge, commit) {
  const bytes = await objectBytes(forge.git, commit, "commit");
  return bytes === void 0 ? forge.now() : new Date(parseCommit(bytes.toString()).committer.date);
}
async function checkTagName(forge, tag) {
  if (tag !== "" && await isRefName(forge.git, `refs/tags/${tag}`)) return;
  throw validationFailed(
    { ...wrong("custom", "tag_name"), message: "tag_name is not well-formed" },
    { resource: "Release", code: "custom", message: "Published releases must have a valid tag" }
  );
}
async function publish(forge, release, latest) {
  requireFreeTag(forge, release);
  const commit = await releaseCommit(forge, release.tag, release.target);
  await makeTag(forge, release.tag, commit);
  const createdAt = await commitDate(forge, commit);
  requireFreeTag(forge, release);
  const immutable = forge.flags.has("immutable-releases");
  if (immutable) forge.state.burntTags.add(release.tag);
  const change = { draft: false, immutable, createdAt, publishedAt: forge.now() };
  const published = amendRelease(forge, release, change);
  markLatest(forge, published, latest);
  return published;
}
function requireFreeTag(forge, release) {
  const other = publishedOf(forge, release.tag);
  if (other !== void 0 && other.id !== release.id) {
    throw validationFailed(wrong("already_exists", "tag_name"));
  }
  if (other === void 0 && forge.state.burntTags.has(release.tag)) {
    const message = "tag_name was used by an immutable release";
    throw validationFailed({ ...wrong("custom", "tag_name"), message });
  }
}
function markLatest(forge, release, latest) {
  if (release.draft || release.prerelease || latest === "false") return;
  const current = latestRelease(forge);
  if (latest === "legacy" && current !== void 0 && current.createdAt > release.createdAt) return;
  forge.state.latest = release.id;
}
function latestRelease(forge) {
  const candidates = [...forge.state.releases.values()].filter(
    ({ draft, prerelease }) => !draft && !prerelease
  );
  const marked = candidates.find((release) => release.id === forge.state.latest);
  return marked ?? candidates.sort(newestFirst)[0];
}
function newestFirst(a, b) {
  return b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id;
}
async function guardWorkflows(forge, commit) {
  if (!forge.flags.has("workflow-guard")) return;
  const paths = [`refs/heads/${forge.defaultBranch}`, commit];
  const differs = await forge.git([
    "diff",
    "--name-only",
    "--diff-filter=d",
    ...paths,
    "--",
    ".github/workflows"
  ]);
  if (differs.length > 0) throw notFound();
}
async function makeTag(forge, tag, commit) {
  const ref = `refs/tags/${tag}`;
  if (await readRef(forge.git, ref) !== void 0) return;
  const said = rulesAgainst(forge, ref, "creation");
  if (said !== void 0) {
    throw validationFailed(
      { ...wrong("custom", "pre_receive"), message: `pre_receive ${said}` },
      { resource: "Release", code: "custom", message: "Published releases must have a valid tag" }
    );
  }
  if (await setRef(forge.git, ref, commit, void 0)) return;
  if (await peeled(forge.git, ref) !== void 0) return;
  throw validationFailed({
    resource: "Release",
    code: "custom",
    message: "Published releases must have a valid tag"
  });
}
function wrong(code, field3) {
  return { resource: "Release", code, field: field3 };
}

// src/emulators/forge/notes.ts
async function generatedNotes(forge, wanted2) {
  const commit = await releaseCommit(forge, wanted2.tag, wanted2.target);
  const previous = wanted2.previous ?? await tagBefore(forge, wanted2.tag, commit);
  const range = previous === void 0 ? `commits/${wanted2.tag}` : `compare/${previous}...${wanted2.tag}`;
  return { name: wanted2.tag, body: `**Full Changelog**: ${pageOf(forge)}/${range}` };
}
async function tagBefore(forge, tag, commit) {
  const merged2 = await forge.git(["tag", "--list", "--merged", commit, "--sort=-creatordate"]);
  const names = merged2.toString().split("\n").filter((name) => name !== "" && name !== tag);
  for (const name of names) {
    if (await peeled(forge.git, `refs/tags/${name}`) !== commit) return name;
  }
  return void 0;
}

// src/emulators/forge/releases.ts
var releaseRoutes = [
  ["GET", "/releases", "contents=read", "releases/releases#list-releases", listReleases],
  ["POST", "/releases", "contents=write", "releases/releases#create-a-release", createRelease],
  ["GET", "/releases/latest", "contents=read", "releases/releases#get-the-latest-release", getLatest],
  [
    "GET",
    "/releases/tags/:tag{.+}",
    "contents=read",
    "releases/releases#get-a-release-by-tag-name",
    getByTag
  ],
  [
    "POST",
    "/releases/generate-notes",
    "contents=write",
    "releases/releases#generate-release-notes-content-for-a-release",
    generateNotes
  ],
  ["GET", "/releases/:id{[0-9]+}", "contents=read", "releases/releases#get-a-release", getRelease],
  ["PATCH", "/releases/:id{[0-9]+}", "contents=write", "releases/releases#update-a-release", updateRelease],
  ["DELETE", "/releases/:id{[0-9]+}", "contents=write", "releases/releases#delete-a-release", deleteRelease]
];
var FIELDS = {
  target_commitish: "string",
  name: "string?",
  body: "string?",
  draft: "boolean",
  prerelease: "boolean",
  make_latest: "string",
  discussion_category_name: "string"
};
var LAG_MILLISECONDS = 2e3;
var DISCUSSION_CATEGORIES = ["Announcements", "General"];
function releaseAt(call) {
  const release = call.forge.state.releases.get(Number(parameter(call, "id")));
  if (release === void 0 || release.draft && !maySeeDrafts(call.forge, call.actor)) throw notFound();
  return release;
}
function listReleases(call) {
  const { forge, actor } = call;
  const newest = forge.now().getTime() - (forge.flags.has("list-lag") ? LAG_MILLISECONDS : 0);
  const seen = [...forge.state.releases.values()].filter((release) => maySeeDrafts(forge, actor) || !release.draft).filter((release) => release.madeAt.getTime() <= newest).sort(newestFirst);
  return paged(
    call,
    seen.map((release) => releaseBody(forge, release))
  );
}
function getRelease(call) {
  return json(releaseBody(call.forge, releaseAt(call)));
}
function getLatest(call) {
  return found(call.forge, latestRelease(call.forge));
}
function getByTag(call) {
  return found(call.forge, publishedOf(call.forge, parameter(call, "tag")));
}
function found(forge, release) {
  if (release === void 0) throw notFound();
  return json(releaseBody(forge, release));
}
async function createRelease(call) {
  const { forge } = call;
  const body = await bodyOf(call, { ...FIELDS, tag_name: "string!", generate_release_notes: "boolean" });
  const latest = makeLatestOf(body);
  const tag = textOf(body, "tag_name") ?? "";
  await checkTagName(forge, tag);
  checkCategory(body);
  if ((await forge.git(["for-each-ref", "--count=1"])).length === 0) {
    throw validationFailed({ resource: "Release", code: "custom", message: "Repository is empty." });
  }
  const target = textOf(body, "target_commitish") ?? forge.defaultBranch;
  const commit = await releaseCommit(forge, tag, target);
  await guardWorkflows(forge, commit);
  const text2 = await notesFor(call, body, tag, target);
  const draft = blankDraft(forge, { tag, target, createdAt: await commitDate(forge, commit), ...text2 });
  const discussion = discussionOf(forge, body);
  const made2 = { ...draft, discussion, prerelease: flagOf(body, "prerelease") ?? false };
  const release = flagOf(body, "draft") === true ? amendRelease(forge, made2, {}) : await publish(forge, made2, latest);
  return json(releaseBody(forge, release), 201, { location: `${apiOf(forge)}/releases/${release.id}` });
}
function blankDraft(forge, start) {
  return {
    ...start,
    id: nextId(forge.state),
    draft: true,
    prerelease: false,
    immutable: false,
    publishedAt: null,
    updatedAt: forge.now(),
    madeAt: forge.now(),
    untagged: randomBytes(10).toString("hex"),
    assets: [],
    discussion: void 0
  };
}
async function notesFor(call, body, tag, target) {
  const given = { name: textOf(body, "name") ?? null, body: textOf(body, "body") ?? null };
  if (flagOf(body, "generate_release_notes") !== true) return given;
  const generated = await generatedNotes(call.forge, { tag, target, previous: void 0 });
  const text2 = given.body === null ? generated.body : `${given.body}

${generated.body}`;
  return { name: given.name ?? generated.name, body: text2 };
}
async function updateRelease(call) {
  const { forge } = call;
  const old = releaseAt(call);
  const body = await bodyOf(call, { ...FIELDS, tag_name: "string" });
  const given = makeLatestOf(body);
  checkCategory(body);
  const wanted2 = { ...merged(old, body), discussion: old.discussion ?? discussionOf(forge, body) };
  await checkTagName(forge, wanted2.tag);
  if (old.immutable) checkFrozen(old, wanted2);
  await guardWorkflows(forge, await releaseCommit(forge, wanted2.tag, wanted2.target));
  const publishing = !wanted2.draft && (old.draft || wanted2.tag !== old.tag);
  if (publishing) return json(releaseBody(forge, await publish(forge, wanted2, given)));
  const release = amendRelease(forge, wanted2, {});
  if (body.make_latest !== void 0) markLatest(forge, release, given);
  return json(releaseBody(forge, release));
}
function merged(old, body) {
  const draft = flagOf(body, "draft") ?? old.draft;
  return {
    ...old,
    tag: textOf(body, "tag_name") ?? old.tag,
    target: textOf(body, "target_commitish") ?? old.target,
    name: textOf(body, "name") ?? old.name,
    body: textOf(body, "body") ?? old.body,
    prerelease: flagOf(body, "prerelease") ?? old.prerelease,
    draft,
    publishedAt: draft ? null : old.publishedAt
  };
}
function checkFrozen(old, wanted2) {
  const problem = wanted2.draft ? { field: "state", message: "state cannot be changed when release is immutable" } : { field: "tag_name", message: "tag_name cannot be changed when release is immutable" };
  if (wanted2.draft || wanted2.tag !== old.tag) {
    throw validationFailed({ resource: "Release", code: "custom", ...problem });
  }
}
function deleteRelease(call) {
  call.forge.state.releases.delete(releaseAt(call).id);
  return noContent();
}
async function generateNotes(call) {
  const fields2 = {
    tag_name: "string!",
    target_commitish: "string",
    previous_tag_name: "string",
    configuration_file_path: "string"
  };
  const body = await bodyOf(call, fields2);
  const tag = textOf(body, "tag_name") ?? "";
  const target = textOf(body, "target_commitish") ?? call.forge.defaultBranch;
  const previous = textOf(body, "previous_tag_name");
  if (previous !== void 0 && (await call.forge.git(["tag", "--list", previous])).length === 0) {
    throw unprocessable("Invalid previous_tag parameter");
  }
  return json(await generatedNotes(call.forge, { tag, target, previous }));
}
function makeLatestOf(body) {
  const given = textOf(body, "make_latest") ?? "true";
  if (given === "true" || given === "false" || given === "legacy") return given;
  throw invalidRequest([
    `For 'properties/make_latest', ${given} is not a member of ["true", "false", "legacy"].`
  ]);
}
function checkCategory(body) {
  const category = textOf(body, "discussion_category_name");
  if (category !== void 0 && !DISCUSSION_CATEGORIES.includes(category)) throw notFound();
}
function discussionOf(forge, body) {
  return textOf(body, "discussion_category_name") === void 0 ? void 0 : nextId(forge.state);
}

// src/emulators/forge/assets.ts
var assetRoutes = [
  ["GET", "/releases/:id{[0-9]+}/assets", "contents=read", "releases/assets#list-release-assets", listAssets],
  [
    "GET",
    "/releases/assets/:asset{[0-9]+}",
    "contents=read",
    "releases/assets#get-a-release-asset",
    getAsset
  ],
  [
    "PATCH",
    "/releases/assets/:asset{[0-9]+}",
    "contents=write",
    "releases/assets#update-a-release-asset",
    updateAsset
  ],
  [
    "DELETE",
    "/releases/assets/:asset{[0-9]+}",
    "contents=write",
    "releases/assets#delete-a-release-asset",
    deleteAsset
  ]
];
var uploadRoutes = [
  ["POST", "/releases/:id{[0-9]+}/assets", "contents=write", "", uploadAsset]
];
var MOST_ASSETS = 1e3;
function assetName(name) {
  const plain = name.replace(/[^A-Za-z0-9._@+-]+/g, ".").replace(/\.{2,}/g, ".").replace(/\.+$/, "");
  return plain === "" || plain.startsWith(".") ? `default${plain}` : plain;
}
async function uploadAsset(call) {
  const { forge, request } = call;
  const release = releaseAt(call);
  if (release.immutable) throw unprocessable("Cannot upload assets to an immutable release.");
  const given = request.query("name") ?? "";
  if (given === "")
    throw validationFailed({ resource: "ReleaseAsset", code: "missing_field", field: "name" });
  const contentType2 = request.header("content-type");
  if (contentType2 === void 0) throw new Refusal({ status: 400, message: "Bad Content-Type: " });
  if (request.header("content-length") === void 0) {
    throw new Refusal({ status: 400, message: "Bad Content-Length: " });
  }
  const name = assetName(given);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const now = forge.state.releases.get(release.id);
  if (now === void 0) throw notFound();
  requireFreeName(now, name);
  if (now.assets.length >= MOST_ASSETS)
    throw validationFailed({ resource: "ReleaseAsset", code: "invalid", field: "name" });
  if (forge.flags.has("starter-asset") && !forge.state.starterMade) return leaveStarter(forge, now, name);
  const asset = stored(forge, {
    name,
    label: request.query("label") ?? "",
    contentType: contentType2,
    bytes,
    state: "uploaded"
  });
  const amended = amendRelease(forge, now, { assets: [...now.assets, asset] });
  const body = assetBody(forge, amended, asset);
  return json(body, 201, { location: String(body.url) });
}
function stored(forge, upload) {
  const now = forge.now();
  const sha2562 = createHash("sha256").update(upload.bytes).digest("hex");
  return { ...upload, id: nextId(forge.state), sha256: sha2562, createdAt: now, updatedAt: now };
}
function leaveStarter(forge, release, name) {
  forge.state.starterMade = true;
  const contentType2 = "application/octet-stream";
  const asset = stored(forge, { name, label: null, contentType: contentType2, bytes: new Uint8Array(), state: "starter" });
  amendRelease(forge, release, { assets: [...release.assets, asset] });
  return new Response("<html><body><h1>502 Bad Gateway</h1></body></html>", {
    status: 502,
    headers: { "content-type": "text/html" }
  });
}
function requireFreeName(release, name) {
  if (release.assets.some((asset) => asset.name === name)) {
    throw validationFailed({ resource: "ReleaseAsset", code: "already_exists", field: "name" });
  }
}
function listAssets(call) {
  const release = releaseAt(call);
  return paged(
    call,
    release.assets.map((asset) => assetBody(call.forge, release, asset))
  );
}
function assetAt(call) {
  const id = Number(parameter(call, "asset"));
  for (const release of call.forge.state.releases.values()) {
    const asset = release.assets.find((each2) => each2.id === id);
    const hidden = release.draft && !maySeeDrafts(call.forge, call.actor);
    if (asset !== void 0 && !hidden) return { release, asset };
  }
  throw notFound();
}
function getAsset(call) {
  const { release, asset } = assetAt(call);
  if (!(call.request.header("accept") ?? "").includes("application/octet-stream")) {
    return json(assetBody(call.forge, release, asset));
  }
  if (asset.state !== "uploaded") throw notFound();
  return call.forge.flags.has("asset-redirect") ? toStorage(call.forge, asset) : assetBytes(asset);
}
function toStorage(forge, asset) {
  const storage2 = new URL(`/storage/${asset.id}`, forge.base());
  storage2.hostname = "localhost";
  return new Response(null, { status: 302, headers: { location: storage2.href } });
}
function assetBytes(asset) {
  return new Response(new Uint8Array(asset.bytes), {
    headers: {
      "content-type": asset.contentType,
      "content-disposition": `attachment; filename=${asset.name}`,
      "content-length": String(asset.bytes.length)
    }
  });
}
async function updateAsset(call) {
  const { forge } = call;
  const body = await bodyOf(call, { name: "string", label: "string?", state: "string" });
  const { release, asset } = assetAt(call);
  if (release.immutable) throw unprocessable("Cannot update assets of an immutable release.");
  const name = assetName(textOf(body, "name") ?? asset.name);
  if (name !== asset.name) requireFreeName(release, name);
  const amended = { ...asset, name, label: textOf(body, "label") ?? asset.label, updatedAt: forge.now() };
  const assets = release.assets.map((each2) => each2.id === asset.id ? amended : each2);
  return json(assetBody(forge, amendRelease(forge, release, { assets }), amended));
}
function deleteAsset(call) {
  const { release, asset } = assetAt(call);
  if (release.immutable) throw unprocessable("Cannot delete assets of an immutable release.");
  amendRelease(call.forge, release, { assets: release.assets.filter((each2) => each2.id !== asset.id) });
  return noContent();
}

// src/emulators/forge/changes.ts
async function changedFiles(forge, from, to) {
  const commits = from === void 0 ? ["--root", "--no-commit-id", to] : [from, to];
  const counts = await lineCounts(forge.git, commits);
  const out = (await forge.git(["diff-tree", "-r", "-z", "--raw", "--abbrev=40", ...commits])).toString();
  const words = out.split("\0");
  return Array.from({ length: Math.floor(words.length / 2) }, (_, index) => {
    const [, , old = "", now = "", letter = ""] = (words[index * 2] ?? "").split(" ");
    const filename = words[index * 2 + 1] ?? "";
    const { additions, deletions } = counts.get(filename) ?? { additions: 0, deletions: 0 };
    const at2 = encodeURI(filename);
    return {
      sha: letter === "D" ? old : now,
      filename,
      status: STATUS[letter] ?? "changed",
      additions,
      deletions,
      changes: additions + deletions,
      blob_url: `${pageOf(forge)}/blob/${to}/${at2}`,
      raw_url: `${pageOf(forge)}/raw/${to}/${at2}`,
      contents_url: `${apiOf(forge)}/contents/${at2}?ref=${to}`
    };
  });
}
var STATUS = { A: "added", D: "removed", M: "modified" };
async function lineCounts(git, commits) {
  const out = (await git(["diff-tree", "-r", "-z", "--numstat", ...commits])).toString();
  const rows = out.split("\0").filter((row) => row !== "");
  return new Map(
    rows.map((row) => {
      const [added = "", deleted = "", name = ""] = row.split("	");
      return [name, { additions: Number(added) || 0, deletions: Number(deleted) || 0 }];
    })
  );
}

// src/emulators/forge/object-bodies.ts
function commitBody(forge, sha, commit) {
  const api = apiOf(forge);
  return {
    sha,
    node_id: `C_${sha}`,
    url: `${api}/git/commits/${sha}`,
    html_url: `${pageOf(forge)}/commit/${sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${api}/git/commits/${parent}`,
      html_url: `${pageOf(forge)}/commit/${parent}`
    })),
    verification: verification(commit.signature, commit.committer.date)
  };
}
function tagBody(forge, sha, tag) {
  const api = apiOf(forge);
  return {
    node_id: `TA_${sha}`,
    tag: tag.tag,
    sha,
    url: `${api}/git/tags/${sha}`,
    message: tag.message,
    tagger: tag.tagger,
    object: { sha: tag.object, type: tag.type, url: `${api}/git/${tag.type}s/${tag.object}` },
    verification: verification(null, "")
  };
}
function signatureOf(given, now) {
  if (typeof given !== "object" || given === null) return void 0;
  const { name, email, date } = given;
  const moment = typeof date === "string" ? Date.parse(date) : Number.NaN;
  return {
    name: String(name ?? ""),
    email: String(email ?? ""),
    date: Number.isNaN(moment) ? now : isoSeconds(new Date(moment))
  };
}
function verification(signature2, at2) {
  return signature2 === null ? { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null } : { verified: true, reason: "valid", signature: signature2, payload: "", verified_at: at2 };
}

// src/emulators/forge/refs.ts
var refRoutes = [
  ["GET", "/git/ref/:ref{.+}", "contents=read", "git/refs#get-a-reference", getRef],
  ["GET", "/git/matching-refs/:ref{.*}", "contents=read", "git/refs#list-matching-references", matchingRefs],
  ["POST", "/git/refs", "contents=write", "git/refs#create-a-reference", createRef],
  ["PATCH", "/git/refs/:ref{.+}", "contents=write", "git/refs#update-a-reference", updateRef],
  ["DELETE", "/git/refs/:ref{.+}", "contents=write", "git/refs#delete-a-reference", removeRef]
];
async function requireRefs(forge) {
  const first = await forge.git(["for-each-ref", "--count=1"]);
  if (first.length === 0) throw emptyRepository();
}
function isFrozen(forge, ref) {
  return [...forge.state.releases.values()].some(
    (release) => release.immutable && !release.draft && ref === `refs/tags/${release.tag}`
  );
}
function refuseByRule(forge, ref, change) {
  const said = rulesAgainst(forge, ref, change);
  if (said !== void 0)
    throw unprocessable(forge.flags.has("rulesets-opaque") ? "Reference update failed" : said);
}
async function getRef(call) {
  await requireRefs(call.forge);
  const found2 = await readRef(call.forge.git, `refs/${parameter(call, "ref")}`);
  if (found2 === void 0) throw notFound();
  return json(refBody(call.forge, found2));
}
async function matchingRefs(call) {
  await requireRefs(call.forge);
  const prefix = `refs/${parameter(call, "ref")}`;
  const refs = (await listRefs(call.forge.git, "refs/")).filter((each2) => each2.ref.startsWith(prefix));
  return json(refs.map((each2) => refBody(call.forge, each2)));
}
async function createRef(call) {
  const { forge } = call;
  await requireRefs(forge);
  const body = await bodyOf(call, { ref: "string!", sha: "string!" });
  const ref = textOf(body, "ref") ?? "";
  if (!/^refs\/[^/]+\/./.test(ref)) {
    throw unprocessable("Reference name must contain at least three slash-separated components.");
  }
  if (!await isRefName(forge.git, ref)) throw unprocessable(`${ref} is not a valid ref name.`);
  const sha = await requireTarget(forge, ref, textOf(body, "sha") ?? "");
  if (await readRef(forge.git, ref) !== void 0) throw unprocessable("Reference already exists");
  refuseByRule(forge, ref, "creation");
  if (!await setRef(forge.git, ref, sha, void 0)) {
    const taken = await readRef(forge.git, ref) !== void 0;
    throw unprocessable(taken ? "Reference already exists" : "Reference update failed");
  }
  return answerWith(forge, ref, 201);
}
async function updateRef(call) {
  const { forge } = call;
  await requireRefs(forge);
  const body = await bodyOf(call, { sha: "string!", force: "boolean" });
  const ref = `refs/${parameter(call, "ref")}`;
  const old = await readRef(forge.git, ref);
  if (old === void 0) throw unprocessable("Reference does not exist");
  const sha = await requireTarget(forge, ref, textOf(body, "sha") ?? "");
  if (isFrozen(forge, ref)) throw unprocessable(PROTECTED_REF);
  const forced = flagOf(body, "force") ?? false;
  if (!forced && !await isAncestor(forge.git, old.sha, sha))
    throw unprocessable("Update is not a fast forward");
  if (old.sha !== sha) refuseByRule(forge, ref, "move");
  if (!await setRef(forge.git, ref, sha, old.sha)) throw unprocessable("Reference update failed");
  return answerWith(forge, ref, 200);
}
async function removeRef(call) {
  const { forge } = call;
  await requireRefs(forge);
  const ref = `refs/${parameter(call, "ref")}`;
  const old = await readRef(forge.git, ref);
  if (old === void 0) throw unprocessable("Reference does not exist");
  if (isFrozen(forge, ref)) throw unprocessable(PROTECTED_REF);
  refuseByRule(forge, ref, "deletion");
  if (!await deleteRef(forge.git, ref, old.sha)) throw unprocessable("Reference update failed");
  return noContent();
}
async function requireTarget(forge, ref, sha) {
  if (!/^[0-9a-f]{40}$/.test(sha)) {
    throw unprocessable(`The sha parameter must be exactly 40 characters and contain only [0-9a-f].`);
  }
  const object = await inspect(forge.git, sha);
  if (object === void 0) throw unprocessable("Object does not exist");
  if (ref.startsWith("refs/heads/") && object.type !== "commit")
    throw unprocessable("Reference update failed");
  return sha;
}
async function answerWith(forge, ref, status) {
  const made2 = await readRef(forge.git, ref);
  if (made2 === void 0) throw unprocessable("Reference does not exist");
  const headers = status === 201 ? { location: `${apiOf(forge)}/git/${ref}` } : void 0;
  return json(refBody(forge, made2), status, headers);
}
function refBody(forge, { ref, sha, type }) {
  const api = apiOf(forge);
  const object = { sha, type, url: `${api}/git/${type}s/${sha}` };
  return { ref, node_id: `REF_${Buffer.from(ref).toString("base64url")}`, url: `${api}/git/${ref}`, object };
}

// src/emulators/forge/history.ts
var historyRoutes = [
  ["GET", "/commits/:ref{.+}", "contents=read", "commits/commits#get-a-commit", getCommit],
  ["GET", "/compare/:basehead{.+}", "contents=read", "commits/commits#compare-two-commits", compare2],
  ["GET", "/tags", "metadata=read", "repos/repos#list-repository-tags", listTags]
];
async function resolveCommit(git, name) {
  const places = ["refs/heads/", "refs/tags/", "refs/", ""];
  for (const place of places) {
    const bare = place === "" && !/^[0-9a-f]{4,40}$/.test(name) && !name.startsWith("refs/");
    if (bare || /\.\.|[\^~:\s]/.test(name)) continue;
    const sha = await peeled(git, `${place}${name}`);
    if (sha !== void 0) return sha;
  }
  return void 0;
}
async function commitView(forge, sha) {
  const bytes = await objectBytes(forge.git, sha, "commit");
  if (bytes === void 0) throw notFound();
  const parsed5 = parseCommit(bytes.toString());
  const {
    sha: _,
    node_id,
    parents,
    html_url,
    ...commit
  } = commitBody(forge, sha, parsed5);
  return {
    sha,
    node_id,
    commit: { ...commit, comment_count: 0 },
    url: `${apiOf(forge)}/commits/${sha}`,
    html_url,
    comments_url: `${apiOf(forge)}/commits/${sha}/comments`,
    author: null,
    committer: null,
    parents
  };
}
async function getCommit(call) {
  const { forge } = call;
  await requireRefs(forge);
  const name = parameter(call, "ref");
  const sha = await resolveCommit(forge.git, name);
  if (sha === void 0) throw unprocessable(`No commit found for SHA: ${name}`);
  return json({ ...await commitView(forge, sha), files: await changedFiles(forge, void 0, sha) });
}
async function compare2(call) {
  const { forge } = call;
  const [from = "", to = ""] = parameter(call, "basehead").split("...");
  const base = await resolveCommit(forge.git, from);
  const head = await resolveCommit(forge.git, to);
  if (base === void 0 || head === void 0) throw notFound();
  const counts = (await forge.git(["rev-list", "--left-right", "--count", `${base}...${head}`])).toString();
  const [behind = 0, ahead = 0] = counts.trim().split("	").map(Number);
  const common = await mergeBase(forge.git, base, head);
  const commits = (await lines(forge.git, ["rev-list", "--reverse", "--max-count=250", `${base}..${head}`])).map((sha) => commitView(forge, sha));
  const page3 = `${pageOf(forge)}/compare/${from}...${to}`;
  return json({
    url: `${apiOf(forge)}/compare/${from}...${to}`,
    html_url: page3,
    permalink_url: `${pageOf(forge)}/compare/${forge.owner}:${base.slice(0, 7)}...${forge.owner}:${head.slice(0, 7)}`,
    diff_url: `${page3}.diff`,
    patch_url: `${page3}.patch`,
    base_commit: await commitView(forge, base),
    merge_base_commit: await commitView(forge, common),
    status: ahead > 0 && behind > 0 ? "diverged" : ahead > 0 ? "ahead" : behind > 0 ? "behind" : "identical",
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: await Promise.all(commits),
    files: await changedFiles(forge, common, head)
  });
}
async function mergeBase(git, base, head) {
  try {
    return (await lines(git, ["merge-base", base, head]))[0] ?? base;
  } catch (error) {
    if (error instanceof GitError && error.code === 1) throw notFound();
    throw error;
  }
}
async function lines(git, args) {
  return (await git(args)).toString().split("\n").filter((line) => line !== "");
}
async function listTags(call) {
  const { forge } = call;
  const api = apiOf(forge);
  const tags = Object.entries(await commitsOf(forge.git, "refs/tags/")).reverse();
  return paged(
    call,
    tags.map(([name, sha]) => ({
      name,
      commit: { sha, url: `${api}/commits/${sha}` },
      zipball_url: `${api}/zipball/refs/tags/${name}`,
      tarball_url: `${api}/tarball/refs/tags/${name}`,
      node_id: `REF_${Buffer.from(`refs/tags/${name}`).toString("base64url")}`
    }))
  );
}

// src/emulators/forge/trees.ts
async function listTree(git, sha, recursive = false) {
  const out = await git(["ls-tree", "-z", "--long", ...recursive ? ["-r", "-t"] : [], sha]);
  return out.toString().split("\0").filter((line) => line !== "").map((line) => {
    const [meta = "", path2 = ""] = line.split(/\t(.*)/s);
    const [mode = "", type = "", entry = "", size = "-"] = meta.split(/ +/);
    return { mode, type, sha: entry, path: path2, ...size === "-" ? {} : { size: Number(size) } };
  });
}
async function changedTree(git, base, changes) {
  const entries = new Map(
    (base === void 0 ? [] : await listTree(git, base)).map((entry) => [entry.path, entry])
  );
  for (const [name, below] of grouped(changes)) {
    const entry = await changedEntry(git, name, entries.get(name), below);
    if (entry === void 0) entries.delete(name);
    else entries.set(name, entry);
  }
  if (entries.size === 0) return void 0;
  const lines2 = [...entries.values()].map(({ mode, type, sha, path: path2 }) => `${mode} ${type} ${sha}	${path2}\0`);
  return (await git(["mktree", "-z"], lines2.join(""))).toString().trim();
}
function emptyTree(git) {
  return writeObject(git, "tree", "");
}
async function checkChanges(git, changes) {
  for (const change of changes) {
    const parts = change.path.split("/");
    if (parts.some((part) => part === "" || part === "." || part === ".." || part === ".git")) {
      throw unprocessable("tree.path contains a malformed path component");
    }
    if (TYPE_OF_MODE[change.mode] !== change.type) {
      throw unprocessable(
        "Must supply either tree.sha or tree.content, with a valid tree.mode and tree.type"
      );
    }
    if (change.sha === null || change.type === "commit") continue;
    if ((await inspect(git, change.sha))?.type !== change.type) {
      throw unprocessable(`tree.sha ${change.sha} is not a valid ${change.type}`);
    }
  }
}
var TYPE_OF_MODE = {
  "100644": "blob",
  "100755": "blob",
  "120000": "blob",
  "040000": "tree",
  "160000": "commit"
};
function grouped(changes) {
  const groups = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const [name = "", ...rest] = change.path.split("/");
    const group3 = groups.get(name) ?? [];
    groups.set(name, [...group3, { ...change, path: rest.join("/") }]);
  }
  return groups;
}
async function changedEntry(git, name, old, below) {
  const own = below.findLast((change) => change.path === "");
  const inner = below.filter((change) => change.path !== "");
  if (inner.length === 0) {
    if (own === void 0 || own.sha === null) return void 0;
    return { mode: own.mode, type: own.type, sha: own.sha, path: name };
  }
  const base = own?.type === "tree" ? own.sha ?? void 0 : old?.type === "tree" ? old.sha : void 0;
  const sha = await changedTree(git, base, inner);
  return sha === void 0 ? void 0 : { mode: "040000", type: "tree", sha, path: name };
}

// src/emulators/forge/contents.ts
var contentRoutes = [
  ["GET", "/contents", "contents=read", "repos/contents#get-repository-content", getContents],
  ["GET", "/contents/:path{.*}", "contents=read", "repos/contents#get-repository-content", getContents]
];
async function getContents(call) {
  const { forge } = call;
  const ref = call.request.query("ref") ?? forge.defaultBranch;
  const commit = await resolveCommit(forge.git, ref);
  if (commit === void 0) throw notFound();
  const place = { forge, ref };
  const file = parameter(call, "path").replace(/\/+$/, "");
  const entry = await entryAt(forge, commit, file);
  if (entry === "top" || entry.type === "tree") {
    const entries = await listTree(forge.git, entry === "top" ? commit : entry.sha);
    return json(
      entries.map((each2) => entryBody(place, each2, file === "" ? each2.path : `${file}/${each2.path}`))
    );
  }
  const bytes = await objectBytes(forge.git, entry.sha, "blob") ?? Buffer.alloc(0);
  if (/application\/vnd\.github(\.v3)?\.raw/.test(call.request.header("accept") ?? "")) {
    return new Response(new Uint8Array(bytes), {
      headers: { "content-type": "application/vnd.github.raw+json; charset=utf-8" }
    });
  }
  const content = `${bytes.toString("base64").replace(/.{60}/g, "$&\n")}
`;
  return json({ ...entryBody(place, entry, file), content, encoding: "base64" });
}
async function entryAt(forge, commit, file) {
  if (file === "") return "top";
  const found2 = (await listTree(forge.git, commit, true)).find((entry) => entry.path === file);
  if (found2 === void 0) throw notFound();
  return found2;
}
function entryBody({ forge, ref }, entry, file) {
  const url = `${apiOf(forge)}/contents/${file}?ref=${encodeURIComponent(ref)}`;
  const kind = entry.type === "tree" ? "dir" : "file";
  const html = `${pageOf(forge)}/${kind === "dir" ? "tree" : "blob"}/${ref}/${file}`;
  const git = `${apiOf(forge)}/git/${entry.type}s/${entry.sha}`;
  return {
    name: file.split("/").at(-1),
    path: file,
    sha: entry.sha,
    size: entry.size ?? 0,
    type: kind,
    url,
    html_url: html,
    git_url: git,
    download_url: kind === "dir" ? null : `${pageOf(forge)}/raw/${ref}/${file}`,
    _links: { self: url, git, html }
  };
}

// src/emulators/forge/objects.ts
import { randomBytes as randomBytes2 } from "node:crypto";
var objectRoutes = [
  ["POST", "/git/blobs", "contents=write", "git/blobs#create-a-blob", createBlob],
  ["GET", "/git/blobs/:sha", "contents=read", "git/blobs#get-a-blob", getBlob],
  ["POST", "/git/trees", "contents=write", "git/trees#create-a-tree", createTree],
  ["GET", "/git/trees/:sha", "contents=read", "git/trees#get-a-tree", getTree],
  ["POST", "/git/commits", "contents=write", "git/commits#create-a-commit", createCommit],
  ["GET", "/git/commits/:sha", "contents=read", "git/commits#get-a-commit-object", getCommit2],
  ["POST", "/git/tags", "contents=write", "git/tags#create-a-tag-object", createTag],
  ["GET", "/git/tags/:sha", "contents=read", "git/tags#get-a-tag", getTag]
];
var ROBOT = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
var FORGE = { name: "GitHub", email: "noreply@github.com" };
async function createBlob(call) {
  await requireRefs(call.forge);
  const body = await bodyOf(call, { content: "string!", encoding: "string" });
  const encoding = textOf(body, "encoding") ?? "utf-8";
  if (encoding !== "utf-8" && encoding !== "base64")
    throw unprocessable(`${encoding} is not a valid encoding`);
  const content = Buffer.from(textOf(body, "content") ?? "", encoding === "base64" ? "base64" : "utf8");
  const sha = await writeObject(call.forge.git, "blob", content);
  const url = `${apiOf(call.forge)}/git/blobs/${sha}`;
  return json({ sha, url }, 201, { location: url });
}
async function getBlob(call) {
  const sha = parameter(call, "sha");
  const bytes = await contentOf(call, sha, "blob");
  const content = bytes.toString("base64").replace(/.{60}/g, "$&\n");
  const url = `${apiOf(call.forge)}/git/blobs/${sha}`;
  return json({ sha, node_id: `B_${sha}`, size: bytes.length, url, content, encoding: "base64" });
}
async function createTree(call) {
  const { git } = call.forge;
  await requireRefs(call.forge);
  const body = await bodyOf(call, { tree: "array!", base_tree: "string" });
  const base = await baseTree(call, textOf(body, "base_tree"));
  const changes = await Promise.all(body.tree.map((row) => changeOf(call, row)));
  await checkChanges(git, changes);
  const sha = await changedTree(git, base, changes) ?? await emptyTree(git);
  return json(await treeBody(call, sha, false), 201);
}
async function baseTree(call, name) {
  if (name === void 0) return void 0;
  const tree = /^[0-9a-f]{40}$/.test(name) ? await inspect(call.forge.git, `${name}^{tree}`) : void 0;
  if (tree === void 0) throw unprocessable("base_tree is not a valid tree oid");
  return tree.sha;
}
async function changeOf(call, row) {
  const entry = typeof row === "object" && row !== null ? row : {};
  const { path: path2, mode, type = "blob", sha, content } = entry;
  if (typeof path2 !== "string" || typeof mode !== "string" || typeof type !== "string") {
    throw unprocessable("Invalid tree info");
  }
  if (typeof content === "string" && sha === void 0) {
    return { path: path2, mode, type, sha: await writeObject(call.forge.git, "blob", content) };
  }
  if (typeof sha !== "string" && sha !== null || content !== void 0) {
    throw unprocessable("Must supply either tree.sha or tree.content");
  }
  return { path: path2, mode, type, sha };
}
async function getTree(call) {
  const name = parameter(call, "sha");
  const tree = await inspect(call.forge.git, `${name}^{tree}`) ?? await inspect(call.forge.git, `refs/heads/${name}^{tree}`);
  if (tree === void 0 || name.startsWith("-")) throw notFound();
  return json(await treeBody(call, tree.sha, call.request.query("recursive") !== void 0));
}
async function treeBody(call, sha, recursive) {
  const api = apiOf(call.forge);
  const entries = await listTree(call.forge.git, sha, recursive);
  const tree = entries.map(({ path: path2, mode, type, size, sha: each2 }) => ({
    path: path2,
    mode,
    type,
    sha: each2,
    ...size === void 0 ? {} : { size },
    url: `${api}/git/${type}s/${each2}`
  }));
  return { sha, url: `${api}/git/trees/${sha}`, tree, truncated: false };
}
async function createCommit(call) {
  const { forge } = call;
  await requireRefs(forge);
  const fields2 = {
    message: "string!",
    tree: "string!",
    parents: "array",
    author: "object",
    committer: "object"
  };
  const body = await bodyOf(call, fields2);
  const tree = textOf(body, "tree") ?? "";
  if ((await inspect(forge.git, tree))?.type !== "tree") throw unprocessable("Tree SHA does not exist");
  const parents = (body.parents ?? []).map(String);
  for (const parent of parents)
    await requireObject(call, parent, "commit", "Parent SHA does not exist or is not a commit object");
  const now = isoSeconds(forge.now());
  const author = signatureOf(body.author, now);
  const committer = signatureOf(body.committer, now);
  const own = author === void 0 && committer === void 0;
  const text2 = formatCommit({
    tree,
    parents,
    author: author ?? { ...ROBOT, date: now },
    committer: committer ?? author ?? { ...FORGE, date: now },
    message: textOf(body, "message") ?? "",
    signature: own ? forgeSignature() : null
  });
  const sha = await writeObject(forge.git, "commit", text2);
  return json(commitBody(forge, sha, parseCommit(text2)), 201, {
    location: `${apiOf(forge)}/git/commits/${sha}`
  });
}
function forgeSignature() {
  const lines2 = [randomBytes2(48).toString("base64"), randomBytes2(48).toString("base64")];
  return ["-----BEGIN PGP SIGNATURE-----", "", ...lines2, "-----END PGP SIGNATURE-----", ""].join("\n");
}
async function getCommit2(call) {
  const sha = parameter(call, "sha");
  const bytes = await contentOf(call, sha, "commit");
  return json(commitBody(call.forge, sha, parseCommit(bytes.toString())));
}
async function createTag(call) {
  const { forge } = call;
  await requireRefs(forge);
  const fields2 = {
    tag: "string!",
    message: "string!",
    object: "string!",
    type: "string!",
    tagger: "object"
  };
  const body = await bodyOf(call, fields2);
  const object = textOf(body, "object") ?? "";
  const type = textOf(body, "type") ?? "";
  if (!["commit", "tree", "blob"].includes(type)) throw unprocessable(`${type} is not a valid object type`);
  await requireObject(call, object, type, "Object does not exist or is of another type");
  const now = isoSeconds(forge.now());
  const tagger = signatureOf(body.tagger, now) ?? { ...ROBOT, date: now };
  const message = textOf(body, "message") ?? "";
  const text2 = formatTag({ object, type, tag: textOf(body, "tag") ?? "", tagger, message });
  const sha = await writeObject(forge.git, "tag", text2);
  return json(tagBody(forge, sha, parseTag(text2)), 201, { location: `${apiOf(forge)}/git/tags/${sha}` });
}
async function getTag(call) {
  const sha = parameter(call, "sha");
  const bytes = await contentOf(call, sha, "tag");
  return json(tagBody(call.forge, sha, parseTag(bytes.toString())));
}
async function contentOf(call, sha, type) {
  await requireRefs(call.forge);
  const bytes = await objectBytes(call.forge.git, sha, type);
  if (bytes === void 0) throw notFound();
  return bytes;
}
async function requireObject(call, sha, type, complaint) {
  const full = /^[0-9a-f]{40}$/.test(sha);
  const found2 = full && (type === "commit" ? await peeled(call.forge.git, sha) : (await inspect(call.forge.git, sha))?.sha);
  if (found2 !== sha) throw unprocessable(complaint);
}

// src/emulators/forge/repository-body.ts
function repositoryBody(forge) {
  const name = repositoryOf(forge);
  return {
    id: Number(forge.repositoryId),
    node_id: `R_${forge.repositoryId}`,
    name: name.split("/")[1],
    full_name: name,
    owner: ownerBody(forge),
    private: false,
    visibility: "public",
    fork: false,
    description: "",
    homepage: null,
    language: "Python",
    license: null,
    default_branch: forge.defaultBranch,
    archived: forge.flags.has("archived"),
    disabled: forge.flags.has("disabled"),
    is_template: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    topics: [],
    ...FEATURES,
    ...COUNTS,
    ...communityCounts(forge),
    ...addresses(forge),
    created_at: "2025-01-01T00:00:00Z",
    updated_at: "2025-01-01T00:00:00Z",
    pushed_at: "2025-01-01T00:00:00Z"
  };
}
function fullRepositoryBody(forge, permissions) {
  return {
    ...repositoryBody(forge),
    ...permissions === void 0 ? {} : { permissions },
    network_count: 0,
    subscribers_count: 0
  };
}
var FEATURES = {
  has_issues: true,
  has_projects: true,
  has_downloads: true,
  has_wiki: true,
  has_pages: false,
  has_discussions: true
};
var COUNTS = {
  stargazers_count: 0,
  watchers_count: 0,
  forks_count: 0,
  open_issues_count: 0,
  forks: 0,
  open_issues: 0,
  watchers: 0,
  size: 1
};
function communityCounts({ community }) {
  const { stars = 0, forks = 0, issues = [] } = community;
  const open = issues.filter(({ state }) => state !== "closed").length;
  const counts = {
    stargazers_count: stars,
    watchers_count: stars,
    watchers: stars,
    forks_count: forks,
    forks
  };
  return { ...counts, open_issues_count: open, open_issues: open };
}
var TEMPLATES = {
  archive_url: "{archive_format}{/ref}",
  assignees_url: "assignees{/user}",
  blobs_url: "git/blobs{/sha}",
  branches_url: "branches{/branch}",
  collaborators_url: "collaborators{/collaborator}",
  comments_url: "comments{/number}",
  commits_url: "commits{/sha}",
  compare_url: "compare/{base}...{head}",
  contents_url: "contents/{+path}",
  contributors_url: "contributors",
  deployments_url: "deployments",
  downloads_url: "downloads",
  events_url: "events",
  forks_url: "forks",
  git_commits_url: "git/commits{/sha}",
  git_refs_url: "git/refs{/sha}",
  git_tags_url: "git/tags{/sha}",
  hooks_url: "hooks",
  issue_comment_url: "issues/comments{/number}",
  issue_events_url: "issues/events{/number}",
  issues_url: "issues{/number}",
  keys_url: "keys{/key_id}",
  labels_url: "labels{/name}",
  languages_url: "languages",
  merges_url: "merges",
  milestones_url: "milestones{/number}",
  notifications_url: "notifications{?since,all,participating}",
  pulls_url: "pulls{/number}",
  releases_url: "releases{/id}",
  stargazers_url: "stargazers",
  statuses_url: "statuses/{sha}",
  subscribers_url: "subscribers",
  subscription_url: "subscription",
  tags_url: "tags",
  teams_url: "teams",
  trees_url: "git/trees{/sha}"
};
function addresses(forge) {
  const url = apiOf(forge);
  const page3 = pageOf(forge);
  const { host } = new URL(forge.base());
  const below = Object.entries(TEMPLATES).map(([key, end]) => [key, `${url}/${end}`]);
  return {
    url,
    html_url: page3,
    ...Object.fromEntries(below),
    git_url: `git://${host}/${repositoryOf(forge)}.git`,
    ssh_url: `git@${host}:${repositoryOf(forge)}.git`,
    clone_url: `${page3}.git`,
    svn_url: page3,
    mirror_url: null
  };
}

// src/emulators/forge/pull-bodies.ts
async function pullBody(forge, pull) {
  const side = await sideBody(forge, pull.head);
  const head = { ...side, sha: pull.mergedHead ?? side.sha };
  const links = addresses2(forge, pull, head.sha);
  const at2 = isoSeconds(pull.createdAt);
  const merged2 = pull.mergedAt === null ? null : isoSeconds(pull.mergedAt);
  return {
    ...links.urls,
    id: pull.number,
    node_id: `PR_${pull.number}`,
    number: pull.number,
    state: pull.state,
    locked: false,
    draft: pull.draft,
    title: pull.title,
    body: pull.body,
    user: robotBody(forge),
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: at2,
    updated_at: at2,
    closed_at: pull.state === "closed" ? merged2 ?? at2 : null,
    merged_at: merged2,
    merge_commit_sha: null,
    author_association: "CONTRIBUTOR",
    auto_merge: null,
    head,
    base: await sideBody(forge, pull.base),
    _links: links.named
  };
}
async function fullPullBody(forge, pull) {
  const [base, head] = await Promise.all([tip(forge, pull.base), tip(forge, pull.head)]);
  const between = base === "" || head === "" ? [] : await commitsBetween(forge, base, head);
  const files = base === "" || head === "" ? [] : await changedFiles(forge, base, head);
  const total = (key) => files.reduce((sum, file) => sum + Number(file[key]), 0);
  return {
    ...await pullBody(forge, pull),
    merged: pull.mergedAt !== null,
    mergeable: null,
    rebaseable: null,
    mergeable_state: "unknown",
    merged_by: null,
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: between.length,
    additions: total("additions"),
    deletions: total("deletions"),
    changed_files: files.length
  };
}
async function commitsBetween(forge, base, head) {
  const out = (await forge.git(["rev-list", `${base}..${head}`])).toString();
  return out.split("\n").filter((line) => line !== "");
}
async function tip(forge, branch) {
  return await peeled(forge.git, `refs/heads/${branch}`) ?? "";
}
async function sideBody(forge, branch) {
  const sha = await tip(forge, branch);
  return {
    label: `${forge.owner}:${branch}`,
    ref: branch,
    sha,
    user: ownerBody(forge),
    repo: repositoryBody(forge)
  };
}
function addresses2(forge, { number }, head) {
  const api = apiOf(forge);
  const url = `${api}/pulls/${number}`;
  const html = `${pageOf(forge)}/pull/${number}`;
  const own = {
    issue: `${api}/issues/${number}`,
    commits: `${url}/commits`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    comments: `${api}/issues/${number}/comments`,
    statuses: `${api}/statuses/${head}`
  };
  const urls = Object.entries(own).map(([name, address3]) => [`${name}_url`, address3]);
  const links = Object.entries({ self: url, html, ...own }).map(([name, href]) => [name, { href }]);
  return {
    urls: {
      url,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      ...Object.fromEntries(urls)
    },
    named: Object.fromEntries(links)
  };
}

// src/emulators/forge/pulls.ts
var pullRoutes = [
  ["GET", "/pulls", "pull_requests=read", "pulls/pulls#list-pull-requests", listPulls],
  ["POST", "/pulls", "pull_requests=write", "pulls/pulls#create-a-pull-request", createPull],
  ["GET", "/pulls/:number{[0-9]+}", "pull_requests=read", "pulls/pulls#get-a-pull-request", getPull],
  ["PUT", "/pulls/:number{[0-9]+}/merge", "contents=write", "pulls/pulls#merge-a-pull-request", mergePull],
  ["PATCH", "/pulls/:number{[0-9]+}", "pull_requests=write", "pulls/pulls#update-a-pull-request", updatePull]
];
async function listPulls(call) {
  const { forge, request } = call;
  const state = request.query("state") ?? "open";
  const head = request.query("head");
  const base = request.query("base");
  const seen = [...forge.state.pulls.values()].filter((pull) => state === "all" || pull.state === state).filter((pull) => head === void 0 || `${forge.owner}:${pull.head}` === head).filter((pull) => base === void 0 || pull.base === base).sort((a, b) => b.number - a.number);
  return paged(call, await Promise.all(seen.map((pull) => pullBody(forge, pull))));
}
async function createPull(call) {
  const { forge } = call;
  if (forge.flags.has("no-pulls-by-actions")) {
    const message = "GitHub Actions is not permitted to create or approve pull requests.";
    throw new Refusal({ status: 403, message });
  }
  const fields2 = {
    title: "string",
    head: "string!",
    base: "string!",
    body: "string?",
    draft: "boolean"
  };
  const body = await bodyOf(call, fields2);
  const head = (textOf(body, "head") ?? "").replace(`${forge.owner}:`, "");
  const base = textOf(body, "base") ?? "";
  await requireDifference(forge, head, base);
  const twin = [...forge.state.pulls.values()].find(
    (pull2) => pull2.state === "open" && pull2.head === head && pull2.base === base
  );
  if (twin !== void 0) throw refused(`A pull request already exists for ${forge.owner}:${head}.`);
  const pull = {
    number: nextId(forge.state),
    title: textOf(body, "title") ?? "",
    body: textOf(body, "body") ?? null,
    head,
    base,
    state: "open",
    draft: flagOf(body, "draft") ?? false,
    createdAt: forge.now(),
    mergedAt: null,
    mergedHead: void 0
  };
  forge.state.pulls.set(pull.number, pull);
  return json(await fullPullBody(forge, pull), 201, { location: `${apiOf(forge)}/pulls/${pull.number}` });
}
async function requireDifference(forge, head, base) {
  const tips = await Promise.all([head, base].map((branch) => peeled(forge.git, `refs/heads/${branch}`)));
  const [headTip, baseTip] = tips;
  if (headTip === void 0) throw invalid("head");
  if (baseTip === void 0) throw invalid("base");
  if (await isAncestor(forge.git, headTip, baseTip)) throw refused(`No commits between ${base} and ${head}`);
}
function invalid(field3) {
  return validationFailed({ resource: "PullRequest", field: field3, code: "invalid" });
}
function refused(message) {
  return validationFailed({ resource: "PullRequest", code: "custom", message });
}
async function getPull(call) {
  return json(await fullPullBody(call.forge, pullAt(call)));
}
async function updatePull(call) {
  const body = await bodyOf(call, { title: "string", body: "string?", state: "string" });
  const old = pullAt(call);
  const state = textOf(body, "state") ?? old.state;
  if (state !== "open" && state !== "closed") throw invalid("state");
  const pull = {
    ...old,
    state,
    title: textOf(body, "title") ?? old.title,
    body: textOf(body, "body") ?? old.body
  };
  call.forge.state.pulls.set(pull.number, pull);
  return json(await fullPullBody(call.forge, pull));
}
async function mergePull(call) {
  const { forge } = call;
  const pull = pullAt(call);
  const tips = [pull.base, pull.head].map((branch) => peeled(forge.git, `refs/heads/${branch}`));
  const [base = "", head = ""] = await Promise.all(tips);
  const fits = pull.state === "open" && head !== "" && await isAncestor(forge.git, base, head);
  if (!fits) throw new Refusal({ status: 405, message: "Pull Request is not mergeable" });
  const who = { name: forge.owner, email: `${forge.owner}@example.org`, date: isoSeconds(forge.now()) };
  const tree = (await inspect(forge.git, `${head}^{tree}`))?.sha ?? "";
  const message = `Merge pull request #${pull.number} from ${forge.owner}/${pull.head}`;
  const commit = { tree, parents: [base, head], author: who, committer: who, message, signature: null };
  const sha = await writeObject(forge.git, "commit", formatCommit(commit));
  await setRef(forge.git, `refs/heads/${pull.base}`, sha, base);
  const merged2 = { state: "closed", mergedAt: forge.now(), mergedHead: head };
  forge.state.pulls.set(pull.number, { ...pull, ...merged2 });
  return json({ sha, merged: true, message: "Pull Request successfully merged" });
}
function pullAt(call) {
  const pull = call.forge.state.pulls.get(Number(parameter(call, "number")));
  if (pull === void 0) throw notFound();
  return pull;
}

// src/emulators/forge/rate-limits.ts
var HOURLY = { seconds: 3600, limit: 15e3 };
var SCANT = { seconds: 2, limit: 12 };
var DOCS = "using-the-rest-api/rate-limits-for-the-rest-api";
function rateOf(forge) {
  const { seconds: seconds2, limit } = windowOf(forge);
  const used = forge.state.window === windowNumber(forge) ? Math.min(forge.state.requests, limit) : 0;
  return { limit, used, remaining: limit - used, reset: (windowNumber(forge) + 1) * seconds2 };
}
function countRequest(forge, request) {
  const { state } = forge;
  const now = windowNumber(forge);
  if (state.window !== now) Object.assign(state, { window: now, requests: 0 });
  state.requests += 1;
  if (state.requests > windowOf(forge).limit && !forge.flags.has("enterprise-server"))
    throw new Refusal({
      status: 403,
      message: "API rate limit exceeded for installation ID 123456.",
      docs: `${DOCS}#about-primary-rate-limits`
    });
  if (forge.flags.has("secondary-limit") && !state.hurried && !["GET", "HEAD"].includes(request.method))
    refuseHurry(forge);
}
function refuseHurry({ state }) {
  state.hurried = true;
  throw new Refusal({
    status: 403,
    message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID 0400:1D0CF.",
    docs: `${DOCS}#about-secondary-rate-limits`,
    headers: { "retry-after": "1" }
  });
}
function rateHeaders(forge) {
  if (forge.flags.has("enterprise-server")) return {};
  const { limit, used, remaining, reset } = rateOf(forge);
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-used": String(used),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": "core"
  };
}
function windowOf({ flags }) {
  return flags.has("primary-limit") ? SCANT : HOURLY;
}
function windowNumber(forge) {
  return Math.floor(forge.now().getTime() / 1e3 / windowOf(forge).seconds);
}

// src/emulators/forge/repository.ts
var repositoryRoutes = [
  ["GET", "", "metadata=read", "repos/repos#get-a-repository", getRepository],
  ["GET", "/branches", "contents=read", "branches/branches#list-branches", listBranches],
  ["GET", "/branches/:branch{.+}", "contents=read", "branches/branches#get-a-branch", getBranch],
  [
    "GET",
    "/immutable-releases",
    "administration=read",
    "repos/repos#check-if-immutable-releases-are-enabled-for-a-repository",
    immutableReleases
  ],
  ["GET", "/environments/:name", "actions=read", "deployments/environments#get-an-environment", missing],
  ["GET", "/issues", "issues=read", "issues/issues#list-repository-issues", listIssues]
];
function rateLimitBody(rate) {
  return { resources: { core: rate, search: rate, graphql: rate }, rate };
}
function getRepository(call) {
  const { forge } = call;
  if (call.actor === "nobody") return json(fullRepositoryBody(forge, void 0));
  const push = forge.permissions === void 0 || forge.permissions.contents === "write";
  return json(fullRepositoryBody(forge, { admin: false, maintain: false, push, triage: push, pull: true }));
}
async function listBranches(call) {
  const branches = await commitsOf(call.forge.git, "refs/heads/");
  return paged(
    call,
    Object.entries(branches).map(([name, sha]) => ({
      name,
      ...branchTip(call.forge, sha),
      protected: false
    }))
  );
}
async function getBranch(call) {
  const name = parameter(call, "branch");
  const sha = await peeled(call.forge.git, `refs/heads/${name}`);
  if (sha === void 0) throw notFound();
  const links = { self: `${apiOf(call.forge)}/branches/${name}`, html: `${pageOf(call.forge)}/tree/${name}` };
  return json({
    name,
    commit: await commitView(call.forge, sha),
    _links: links,
    protected: false,
    protection: UNPROTECTED,
    protection_url: `${links.self}/protection`
  });
}
var UNPROTECTED = {
  enabled: false,
  required_status_checks: { enforcement_level: "off", contexts: [], checks: [] }
};
function branchTip(forge, sha) {
  return { commit: { sha, url: `${apiOf(forge)}/commits/${sha}` } };
}
function immutableReleases(call) {
  if (call.actor === "nobody") throw authenticationRequired();
  const { flags } = call.forge;
  if (!flags.has("immutable-releases") || flags.has("enterprise-server")) throw notFound();
  return json({ enabled: true, enforced_by_owner: false });
}
function missing() {
  throw notFound();
}

// src/emulators/forge/web.ts
function mountPages(app, forge) {
  const home = `/${repositoryOf(forge)}`;
  app.get(
    "/storage/:id{[0-9]+}",
    (c) => storage(forge, Number(c.req.param("id")), c.req.header("authorization"))
  );
  app.get(home, () => page(repositoryOf(forge)));
  app.get(`${home}/releases`, () => page(`Releases of ${repositoryOf(forge)}`));
  app.get(`${home}/releases/tag/:tag{.+}`, (c) => releasePage2(forge, c.req.param("tag")));
  app.get(`${home}/releases/download/:file{.+}`, (c) => download(forge, c.req.param("file")));
  app.get(`${home}/commit/:sha`, (c) => commitPage(forge, c.req.param("sha")));
  app.get(`${home}/compare/:range{.+}`, (c) => page(`Comparing ${c.req.param("range")}`));
  app.get(`${home}/commits/:ref{.+}`, (c) => commitPage(forge, c.req.param("ref")));
  app.get(
    `${home}/pull/:number`,
    (c) => forge.state.pulls.has(Number(c.req.param("number"))) ? page(`Pull request ${c.req.param("number")}`) : absent()
  );
}
function releasePage2(forge, tag) {
  const release = publishedOf(forge, tag);
  if (release === void 0) return absent();
  const items = release.assets.map((asset) => `<li>${escaped(asset.name)}</li>`).join("");
  return page(release.name ?? tag, `<pre>${escaped(release.body ?? "")}</pre><ul>${items}</ul>`);
}
function download(forge, file) {
  const end = file.lastIndexOf("/");
  const release = publishedOf(forge, file.slice(0, end));
  const asset = release?.assets.find((each2) => each2.name === file.slice(end + 1));
  return asset === void 0 ? absent() : assetBytes(asset);
}
function storage(forge, id, authorization) {
  if (authorization !== void 0) {
    return new Response("<Error><Code>InvalidArgument</Code></Error>", { status: 400 });
  }
  const assets = [...forge.state.releases.values()].flatMap((release) => release.assets);
  const asset = assets.find((each2) => each2.id === id);
  return asset === void 0 ? absent() : assetBytes(asset);
}
async function commitPage(forge, name) {
  const commit = await resolveCommit(forge.git, name);
  return commit === void 0 ? absent() : page(`Commit ${commit}`);
}
function page(title, content = "", status = 200) {
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title>`;
  const body = `<h1>${escaped(title)}</h1>${content}`;
  return new Response(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, {
    status,
    headers: { "content-type": "text/html; charset=utf-8" }
  });
}
function absent() {
  return page("Page not found", "", 404);
}
function escaped(text2) {
  return text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

// src/emulators/forge/emulator.ts
var API = { cloud: "/api", server: "/api/v3", uploads: "/api/uploads" };
var ROUTES = [
  ...repositoryRoutes,
  ...contentRoutes,
  ...historyRoutes,
  ...refRoutes,
  ...objectRoutes,
  ...releaseRoutes,
  ...assetRoutes,
  ...pullRoutes,
  ...rulesetRoutes
];
function createForge(options) {
  const [owner = "", name = "", ...rest] = options.repository.split("/");
  if (owner === "" || name === "" || rest.length > 0) {
    throw new RangeError(`repository ${JSON.stringify(options.repository)}: allowed is owner/name`);
  }
  const gitDirectory = join(options.directory, `${name}.git`);
  const defaultBranch = options.defaultBranch ?? "main";
  initialise(gitDirectory, defaultBranch);
  const flags = new Set((options.flags ?? []).map(forgeFlag));
  const forge = {
    base: options.base,
    api: flags.has("enterprise-server") ? API.server : API.cloud,
    owner,
    name,
    ownerId: options.ownerId,
    repositoryId: options.repositoryId,
    defaultBranch,
    token: options.token,
    permissions: options.permissions,
    flags,
    rulesets: [...flaggedRulesets(flags), ...options.rulesets ?? []],
    community: options.community ?? {},
    now: options.now ?? (() => /* @__PURE__ */ new Date()),
    git: openGit(gitDirectory),
    state: emptyState()
  };
  const { api, state } = forge;
  return { app: application(forge), state, gitDirectory, api, world: () => worldOf(forge) };
}
function forgeFlag(flag2) {
  const known2 = FORGE_FLAGS.find((each2) => each2 === flag2);
  if (known2 === void 0) throw new RangeError(`forge flag ${flag2}: allowed are ${FORGE_FLAGS.join(", ")}`);
  return known2;
}
function application(forge) {
  const { api } = forge;
  const app = new Hono3();
  app.use("/api/*", async (c, next) => {
    await next();
    const headers = { ...standingHeaders(forge), ...rateHeaders(forge) };
    for (const [key, value] of Object.entries(headers)) c.res.headers.set(key, value);
  });
  app.get(`${api}/rate_limit`, () => rateLimit(forge));
  app.use("/api/*", async (c, next) => {
    const refused3 = refusalOf(() => countRequest(forge, c.req));
    return refused3 === void 0 ? next() : json(refusalBody(refused3, ""), refused3.status, refused3.headers);
  });
  const current = repositoryOf(forge);
  if (forge.flags.has("renamed")) mountRedirects(app, forge);
  for (const route2 of ROUTES) mount(app, forge, `${api}/repos/${current}`, route2);
  for (const route2 of ROUTES) mount(app, forge, `${api}/repositories/${forge.repositoryId}`, route2);
  for (const route2 of uploadRoutes) mount(app, forge, `${API.uploads}/repos/${current}`, route2);
  app.all("/api/*", () => json(refusalBody(notFound(), ""), 404));
  mountPages(app, forge);
  return app;
}
function refusalOf(work) {
  try {
    work();
    return void 0;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
function rateLimit(forge) {
  if (!forge.flags.has("enterprise-server")) return json(rateLimitBody(rateOf(forge)));
  const refused3 = new Refusal({ status: 404, message: "Rate limiting is not enabled." });
  return json(
    refusalBody(refused3, "rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user"),
    404
  );
}
function mount(app, forge, prefix, [method, path2, needs, docs, handle]) {
  const uploads = prefix.startsWith(API.uploads);
  app.on(method, prefix + path2, async (c) => {
    try {
      const actor = actorOf(forge, c.req.header("authorization"));
      permit(forge, actor, needs);
      return withHeader(await handle({ forge, actor, request: c.req }), needs);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const body = refusalBody(error, docs, uploads ? randomUUID() : void 0);
      return withHeader(json(body, error.status, error.headers), needs);
    }
  });
}
function withHeader(response, needs) {
  response.headers.set("x-accepted-github-permissions", needs);
  return response;
}
function mountRedirects(app, forge) {
  const old = `${forge.api}/repos/${forge.owner}/${forge.name}`;
  const redirect3 = (c) => {
    const { pathname, search } = new URL(c.req.url);
    const url = `${forge.base()}${forge.api}/repositories/${forge.repositoryId}${pathname.slice(old.length)}${search}`;
    const body = { message: "Moved Permanently", url, documentation_url: "https://docs.github.com/rest" };
    return json(body, c.req.method === "GET" ? 301 : 307, { location: url });
  };
  app.all(old, redirect3);
  app.all(`${old}/*`, redirect3);
}
function standingHeaders({ flags }) {
  return {
    "x-github-request-id": randomUUID().toUpperCase(),
    "x-github-api-version-selected": "2022-11-28",
    "x-github-media-type": "github.v3; format=json",
    ...flags.has("enterprise-server") ? { "x-github-enterprise-version": "3.19.0" } : {}
  };
}
async function worldOf(forge) {
  const releases = [...forge.state.releases.values()].map(({ tag, draft, prerelease, name, assets }) => {
    const whole = assets.filter((asset) => asset.state === "uploaded");
    return { tag, draft, prerelease, name, assets: Object.fromEntries(whole.map((a) => [a.name, a.sha256])) };
  });
  const tags = await commitsOf(forge.git, "refs/tags/");
  return { tags, branches: await commitsOf(forge.git, "refs/heads/"), releases };
}

// src/emulators/index/emulator.ts
import { randomUUID as randomUUID6 } from "node:crypto";

// src/emulators/index/errors.ts
import { STATUS_CODES } from "node:http";

// node_modules/@hono/node-server/dist/constants-BLSFu_RU.mjs
var X_ALREADY_SENT = "x-hono-already-sent";

// node_modules/@hono/node-server/dist/utils/response.mjs
var RESPONSE_ALREADY_SENT = new Response(null, { headers: { [X_ALREADY_SENT]: "true" } });

// src/emulators/index/accept.ts
function acceptableOffers(header2, offers) {
  if (header2 === void 0) return offers;
  const ranges = header2.split(",").flatMap(rangeFrom);
  return offers.map((offer) => ({ offer, quality: qualityOf(offer, ranges) })).filter(({ quality }) => quality > 0).sort((one, other) => other.quality - one.quality).map(({ offer }) => offer);
}
function rangeFrom(text2) {
  const [type = "", ...parameters] = text2.split(";").map((part) => part.trim());
  if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return [];
  const weight = parameters.find((parameter3) => /^q=/i.test(parameter3));
  if (weight === void 0 && parameters.length > 0) return [];
  return [{ type: type.toLowerCase(), quality: weight === void 0 ? 1 : Number(weight.slice(2)) }];
}
function qualityOf(offer, ranges) {
  const [major = ""] = offer.split("/");
  for (const type of [offer, `${major}/*`, "*/*"]) {
    const range = ranges.find((candidate) => candidate.type === type);
    if (range !== void 0) return range.quality;
  }
  return 0;
}

// src/emulators/index/python-text.ts
var ESCAPES = { "\n": "\\n", "\r": "\\r", "	": "\\t", "\\": "\\\\" };
var UNPRINTED = /[\p{C}\p{Z}]/u;
function pythonRepr(text2) {
  const quote = text2.includes("'") && !text2.includes('"') ? '"' : "'";
  const inner = [...text2].map((character) => escaped2(character, quote)).join("");
  return quote + inner + quote;
}
function escaped2(character, quote) {
  const known2 = ESCAPES[character];
  if (known2 !== void 0) return known2;
  if (character === quote) return `\\${quote}`;
  if (character === " " || !UNPRINTED.test(character)) return character;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  if (code.length <= 2) return `\\x${code.padStart(2, "0")}`;
  return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
}
function pythonListRepr(texts) {
  return `[${texts.map(pythonRepr).join(", ")}]`;
}
function pythonLines(text2) {
  const lines2 = text2.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  return lines2.at(-1) === "" ? lines2.slice(0, -1) : lines2;
}
function asciiJsonText(text2) {
  return JSON.stringify(text2).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function sortedJson(value) {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(",")}]`;
  if (typeof value === "string") return asciiJsonText(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member2]) => member2 !== void 0).sort(([one], [other]) => one < other ? -1 : 1);
  return `{${members.map(([name, member2]) => `${asciiJsonText(name)}:${sortedJson(member2)}`).join(",")}}`;
}
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;"
};
function markupText(text2) {
  return text2.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
function asciiMarkupText(text2) {
  return markupText(text2).replace(new RegExp("\\P{ASCII}", "gu"), (character) => `&#${character.codePointAt(0) ?? 0};`);
}

// src/emulators/index/errors.ts
var EXPLANATIONS = {
  308: "The resource has been moved to",
  400: "The server could not comply with the request since it is either malformed or otherwise incorrect.",
  403: "Access was denied to this resource.",
  409: "There was a conflict when trying to complete your request.",
  410: "This resource is no longer available.  No forwarding address is given.",
  429: "The action could not be performed because there were too many requests by the client."
};
function refused2(status, detail) {
  return { status, reason: detail, detail };
}
function statusOnly(status, reason) {
  return { status, reason, detail: "" };
}
var ACCEPTED = statusOnly(200, "OK");
var BROKEN = statusOnly(500, "Internal Server Error");
function isAnswer(value) {
  return "status" in value && "reason" in value;
}
function sendAnswer(c, answer2) {
  const [type, body] = bodyOf2(answer2, c.req.header("Accept"));
  const headers = { ...answer2.headers, "Content-Type": type, Vary: "PyPI-Locale, Authorization, Cookie" };
  const reason = latin1(answer2.reason);
  const { outgoing } = c.env ?? {};
  if (outgoing !== void 0 && reason.includes("\n"))
    return sendRaw(outgoing, answer2.status, reason, headers, body);
  if (outgoing !== void 0) outgoing.statusMessage = reason;
  return new Response(body, { status: answer2.status, headers });
}
function sendRaw(outgoing, status, reason, headers, body) {
  const bytes = Buffer.from(body);
  const lines2 = Object.entries({ ...headers, "Content-Length": String(bytes.length), Connection: "close" });
  const head = lines2.map(([name, value]) => `${name}: ${value}\r
`).join("");
  const socket = "socket" in outgoing ? outgoing.socket : void 0;
  socket?.write(Buffer.from(`HTTP/1.1 ${status} ${reason}\r
${head}\r
`, "latin1"));
  socket?.end(bytes);
  return RESPONSE_ALREADY_SENT;
}
function bodyOf2(answer2, accept) {
  if (answer2.status === 500) return ["text/html", brokenPage(answer2.reason)];
  const explanation = EXPLANATIONS[answer2.status] ?? "";
  const line = `${answer2.status} ${latin1(answer2.reason)}`;
  const [best] = acceptableOffers(accept ?? "", ["text/html", "application/json"]);
  if (best === "text/html") return ["text/html; charset=UTF-8", page2(line, explanation, answer2.detail)];
  const text2 = `${explanation}


${answer2.detail}

`;
  if (best !== "application/json") return ["text/plain; charset=UTF-8", `${line}

${text2}`];
  const title = STATUS_CODES[answer2.status] ?? "";
  const members = { message: text2, code: line, title };
  const written2 = Object.entries(members).map(([name, value]) => `"${name}": ${asciiJsonText(value)}`);
  return ["application/json", `{${written2.join(", ")}}`];
}
function page2(line, explanation, detail) {
  const head = `<html>
 <head>
  <title>${line}</title>
 </head>
 <body>
  <h1>${line}</h1>
`;
  return `${head}  ${explanation}<br/><br/>
${asciiMarkupText(detail)}


 </body>
</html>`;
}
function brokenPage(title) {
  return `<html>
  <head>
    <title>${title}</title>
  </head>
  <body>
    <h1><p>${title}</p></h1>
    
  </body>
</html>
`;
}
function latin1(text2) {
  return text2.replace(/[^\p{ASCII}\u0080-\u00ff]/gu, "?");
}
function methodNotAllowed(method, allow) {
  const line = "405 Method Not Allowed";
  const head = `<html>
 <head>
  <title>${line}</title>
 </head>
 <body>
  <h1>${line}</h1>
`;
  const body = `${head}  The method ${method} is not allowed for this resource. <br/><br/>

 </body>
</html>`;
  return new Response(body, {
    status: 405,
    headers: { Allow: allow, "Content-Type": "text/html; charset=UTF-8" }
  });
}
function notFoundPage() {
  const body = '<!DOCTYPE html>\n<html lang="en">\n  <head><title>Page Not Found (404)</title></head>\n  <body><h1>We looked everywhere but could not find this page</h1></body>\n</html>\n';
  return new Response(body, { status: 404, headers: { "Content-Type": "text/html; charset=UTF-8" } });
}
function redirect(status, location, headers = {}) {
  const { pathname } = new URL(location);
  const line = `${status} ${STATUS_CODES[status] ?? ""}`;
  const body = `${line}

The resource has been moved to ${pathname}; you should be redirected automatically.

`;
  const content = { "Content-Type": "text/plain; charset=UTF-8", Location: location };
  return new Response(body, { status, headers: { ...headers, ...content } });
}
function jsonResponse(status, body, headers = {}) {
  return new Response(body, { status, headers: { "Content-Type": "application/json", ...headers } });
}

// src/emulators/index/form.ts
var import_busboy = __toESM(require_busboy(), 1);
import { Readable } from "node:stream";
function firstValue(form, field3) {
  return form.values.get(field3)?.[0];
}
async function formFrom(request) {
  const type = request.headers.get("Content-Type") ?? "";
  const { values, files } = await parsed2(request, type);
  for (const [field3, texts] of values) {
    const last = texts.at(-1) ?? "";
    if (last.trim() === "UNKNOWN") values.delete(field3);
    else if (last.includes("\0")) values.set(field3, [last.replaceAll("\0", "\\x00")]);
  }
  return { values, files };
}
var LONGEST_TEXT = 64 * 1024 * 1024;
async function parsed2({ body }, type) {
  const form = { values: /* @__PURE__ */ new Map(), files: /* @__PURE__ */ new Map() };
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type) || body === null) return form;
  const parser = new import_busboy.Busboy({
    headers: { "content-type": type },
    preservePath: true,
    limits: { fieldSize: LONGEST_TEXT, fieldNameSize: 1024 },
    // One with an empty filename is a text.
    isPartAFile: (_field, _type, filename) => Boolean(filename)
  });
  parser.on("field", (name, value) => add(form.values, name, value));
  await new Promise((resolve, reject) => {
    parser.on("file", (name, stream, filename, _encoding, mediaType) => {
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => add(form.files, name, { filename, mediaType, bytes: Buffer.concat(chunks) }));
      stream.on("error", reject);
    });
    parser.on("finish", resolve).on("error", reject);
    Readable.fromWeb(body).on("error", reject).pipe(parser);
  });
  return form;
}
function add(fields2, name, value) {
  fields2.set(name, [...fields2.get(name) ?? [], value]);
}

// src/emulators/index/standard-library.txt
var standard_library_default = "abc\nabcoll\naepack\naetools\naetypes\naifc\naix-support\nal\nandroid-support\nannotationlib\nantigravity\nanydbm\napple-support\napplesingle\nargparse\narray\nast\nast-unparse\nasynchat\nasyncio\nasyncore\natexit\naudiodev\naudioop\nautogil\nbase64\nbasehttpserver\nbastion\nbdb\nbinascii\nbinhex\nbisect\nblake2\nbootlocale\nbootsubprocess\nbsddb\nbuildtools\nbuiltin\nbuiltins\nbz2\ncalendar\ncanvas\ncarbon\ncd\ncfmfile\ncgi\ncgihttpserver\ncgitb\nchunk\ncmath\ncmd\ncode\ncodecs\ncodecs-cn\ncodecs-hk\ncodecs-iso2022\ncodecs-jp\ncodecs-kr\ncodecs-tw\ncodeop\ncollections\ncollections-abc\ncolorize\ncolorpicker\ncolorsys\ncommands\ncompat-pickle\ncompileall\ncompiler\ncompression\nconcurrent\nconfigparser\ncontextlib\ncontextvars\ncookie\ncookielib\ncopy\ncopy-reg\ncopyreg\ncpickle\ncprofile\ncrypt\ncstringio\ncsv\nctypes\nctypes-test\ncurses\ncurses-panel\ndataclasses\ndatetime\ndbhash\ndbm\ndecimal\ndevice\ndialog\ndifflib\ndircache\ndis\ndistutils\ndl\ndoctest\ndocxmlrpcserver\ndumbdbm\ndummy-thread\ndummy-threading\neasydialogs\nelementtree\nemail\nencodings\nensurepip\nenum\nerrno\nexceptions\nfaulthandler\nfcntl\nfilecmp\nfiledialog\nfileinput\nfindertools\nfixtk\nfl\nflp\nfm\nfnmatch\nformatter\nfpectl\nfpformat\nfractions\nframework\nfrozen-importlib\nfrozen-importlib-external\nftplib\nfunctools\nfuture\nfuture-builtins\ngc\ngdbm\ngenericpath\ngensuitemodule\ngetopt\ngetpass\ngettext\ngl\nglob\ngraphlib\ngrp\ngzip\nhashlib\nheapq\nhmac\nhotshot\nhtml\nhtmlentitydefs\nhtmllib\nhtmlparser\nhttp\nhttplib\nic\nicopen\nidlelib\nihooks\nimageop\nimaplib\nimgfile\nimghdr\nimp\nimportlib\nimputil\ninspect\ninterpchannels\ninterpqueues\ninterpreters\nio\nios-support\nipaddress\nitertools\njpeg\njson\nkeyword\nlib\nlib2to3\nlinecache\nlinuxaudiodev\nlocale\nlogging\nlsprof\nlwpcookiejar\nlzma\nmacerrors\nmacos\nmacostools\nmacpath\nmacresource\nmacurl2path\nmailbox\nmailcap\nmain\nmarkupbase\nmarshal\nmath\nmd5\nmhlib\nmimetools\nmimetypes\nmimewriter\nmimify\nminiaeframe\nmmap\nmodulefinder\nmozillacookiejar\nmsi\nmsilib\nmsvcrt\nmultibytecodec\nmultifile\nmultiprocessing\nmutex\nnav\nnetrc\nnew\nnis\nnntplib\nnt\nntpath\nnturl2path\nnumbers\nopcode\nopcode-metadata\noperator\noptparse\nos\nos2emxpath\nossaudiodev\nosx-support\noverlapped\nparser\npathlib\npdb\npeg-parser\nphello\npickle\npickletools\npipes\npixmapwrapper\npkgutil\nplatform\nplistlib\npopen2\npoplib\nposix\nposixfile\nposixpath\nposixshmem\nposixsubprocess\npprint\nprofile\npstats\npty\npwd\npy-abc\npy-compile\npy-warnings\npyclbr\npydatetime\npydecimal\npydoc\npydoc-data\npyexpat\npyio\npylong\npyrepl\nqueue\nquopri\nrandom\nre\nreadline\nremote-debugging\nrepr\nreprlib\nresource\nrexec\nrfc822\nrlcompleter\nrobotparser\nrunpy\nsched\nscproxy\nscrolledtext\nsecrets\nselect\nselectors\nsets\nsgmllib\nsha\nsha1\nsha2\nsha256\nsha3\nsha512\nshelve\nshlex\nshutil\nsignal\nsimpledialog\nsimplehttpserver\nsimplexmlrpcserver\nsite\nsitebuiltins\nsmtpd\nsmtplib\nsndhdr\nsocket\nsocketserver\nspwd\nsqlite3\nsre\nsre-compile\nsre-constants\nsre-parse\nssl\nstat\nstatistics\nstatvfs\nstring\nstringio\nstringold\nstringprep\nstrop\nstrptime\nstruct\nsubprocess\nsuggestions\nsunau\nsunaudio\nsunaudiodev\nsymbol\nsymtable\nsys\nsysconfig\nsysconfigdata\nsysconfigdata-x86-64-conda-cos6-linux-gnu\nsysconfigdata-x86-64-conda-linux-gnu\nsyslog\ntabnanny\ntarfile\ntelnetlib\ntempfile\ntermios\ntest\ntestbuffer\ntestcapi\ntestimportmultiple\ntestinternalcapi\ntestmultiphase\ntextwrap\nthis\nthread\nthreading\nthreading-local\ntime\ntimeit\ntix\ntkcolorchooser\ntkcommondialog\ntkconstants\ntkdnd\ntkfiledialog\ntkfont\ntkinter\ntkmessagebox\ntksimpledialog\ntoaiff\ntoken\ntokenize\ntomllib\ntrace\ntraceback\ntracemalloc\nttk\ntty\nturtle\nturtledemo\ntypes\ntyping\nunicodedata\nunittest\nurllib\nurllib2\nurlparse\nuser\nuserdict\nuserlist\nuserstring\nuu\nuuid\nvenv\nvideoreader\nw\nwarnings\nwave\nweakref\nweakrefset\nwebbrowser\nwhichdb\nwinapi\nwinreg\nwinsound\nwmi\nwsgiref\nxdrlib\nxml\nxmllib\nxmlrpc\nxmlrpclib\nxxlimited\nxxsubinterpreters\nxxsubtype\nxxtestfuzz\nzipapp\nzipfile\nzipimport\nzlib\nzoneinfo\nzstd\n";

// src/emulators/index/names.ts
var PROJECT_NAME = /^([a-z0-9]|[a-z0-9][a-z0-9._-]*[a-z0-9])$/i;
var STANDARD_LIBRARY = new Set(
  standard_library_default.split("\n").filter((name) => name !== "")
);
function isProjectName(text2) {
  return PROJECT_NAME.test(text2);
}
function normalName(name) {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}
function filenameName(name) {
  return normalName(name).replaceAll("-", "_");
}
function lookalikeName(name) {
  return name.replace(/[._-]/g, "").replace(/[li]/gi, "1").replace(/o/gi, "0").toLowerCase();
}
function isStandardLibraryName(name) {
  return STANDARD_LIBRARY.has(normalName(name));
}

// src/emulators/index/simple.ts
import { createHash as createHash2 } from "node:crypto";

// src/emulators/index/versions.ts
function versionFrom(text2) {
  const [open = "", ...local] = text2.trim().split("+");
  const normal = clean(open);
  const parts = explain(normal);
  if (normal === null || parts === null || local.length > 1) return void 0;
  const label = local[0]?.toLowerCase();
  if (label !== void 0 && !/^[a-z0-9]+([-_.][a-z0-9]+)*$/.test(label)) return void 0;
  const suffix = label === void 0 ? "" : `+${label.replace(/[-_]/g, ".")}`;
  return {
    text: normal + suffix,
    canonical: withoutTrailingZeros(normal, parts) + suffix,
    local: label !== void 0,
    prerelease: parts.is_prerelease,
    postrelease: parts.is_postrelease
  };
}
function canonicalVersion(text2) {
  return versionFrom(text2)?.canonical ?? text2;
}
function compareVersions(one, other) {
  return compare(one, other);
}
function withoutTrailingZeros(normal, parts) {
  const epoch = parts.epoch === 0 ? "" : `${parts.epoch}!`;
  const release = parts.release.join(".");
  const rest = normal.slice(epoch.length + release.length);
  return epoch + release.replace(/(\.0+)+$/, "") + rest;
}

// src/emulators/index/simple.ts
var API_VERSION = "1.4";
var HTML = "text/html";
var HTML_V1 = "application/vnd.pypi.simple.v1+html";
var JSON_V1 = "application/vnd.pypi.simple.v1+json";
var CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since",
  "Access-Control-Allow-Methods": "GET",
  "Access-Control-Max-Age": "86400",
  "Access-Control-Expose-Headers": "X-PyPI-Last-Serial"
};
function simpleIndex({ state }, c) {
  const projects = [...state.projects.values()].filter(({ status }) => status !== "quarantined").sort((one, other) => one.normalName < other.normalName ? -1 : 1);
  const type = offered(c);
  const meta = { "api-version": API_VERSION, "_last-serial": state.serial };
  const listed2 = projects.map(({ name, serial }) => ({ name, "_last-serial": serial }));
  const body = type === JSON_V1 ? `${sortedJson({ meta, projects: listed2 })}
` : indexPage(projects);
  return cached(c, body, type, state.serial, 600);
}
function simpleDetail(index, c, name) {
  if (!new URL(c.req.url).pathname.endsWith("/"))
    return redirect(301, `${index.base()}/simple/${normalName(name)}/`);
  const project = index.state.projects.get(normalName(name));
  if (project === void 0) {
    return new Response("404 Not Found", {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=UTF-8" }
    });
  }
  if (name !== project.normalName)
    return redirect(301, `${index.base()}/simple/${project.normalName}/`, CORS_HEADERS);
  const type = offered(c);
  const detail = detailOf(index, project);
  const body = type === JSON_V1 ? `${sortedJson(detail)}
` : detailPage(detail);
  return cached(c, body, type, project.serial, 600);
}
function cached(c, body, type, serial, seconds2) {
  const tag = `"${createHash2("md5").update(body).digest("base64").replace(/=+$/, "")}"`;
  const headers = {
    ...CORS_HEADERS,
    "Content-Type": type === HTML ? `${HTML}; charset=UTF-8` : type,
    "X-PyPI-Last-Serial": String(serial),
    "Cache-Control": `max-age=${seconds2}, public`,
    "Surrogate-Control": "max-age=86400, stale-while-revalidate=300, stale-if-error=86400",
    Vary: "Accept, Accept-Encoding",
    ETag: tag
  };
  const known2 = (c.req.header("If-None-Match") ?? "").split(",").some((one) => [tag, "*"].includes(one.trim()));
  return known2 ? new Response(null, { status: 304, headers }) : new Response(body, { status: 200, headers });
}
function orderedFiles(project) {
  if (project.status === "quarantined") return [];
  return [...project.releases].sort((one, other) => compareVersions(one.version, other.version)).flatMap(
    (release) => [...release.files].sort((one, other) => one.filename < other.filename ? -1 : 1).map((file) => ({ release, file }))
  );
}
function fileAddress({ base }, file) {
  const { blake2 } = file.digests;
  return `${base()}/packages/${blake2.slice(0, 2)}/${blake2.slice(2, 4)}/${blake2.slice(4)}/${encodeURIComponent(file.filename)}`;
}
function coreMetadata(file) {
  if (file.metadata === void 0) return false;
  return { sha256: createHash2("sha256").update(file.metadata).digest("hex") };
}
function offeredForm(c) {
  return offered(c) === JSON_V1 ? "simple-json" : "simple-html";
}
function offered(c) {
  return acceptableOffers(c.req.header("Accept"), [HTML, HTML_V1, JSON_V1])[0] ?? HTML;
}
function detailOf(index, project) {
  const files = orderedFiles(project);
  return {
    meta: { "api-version": API_VERSION, "_last-serial": project.serial },
    name: project.normalName,
    "project-status": { status: project.status },
    versions: [...new Set(files.map(({ release }) => release.version))],
    files: files.map(({ release, file }) => fileDetail(index, project, release, file))
  };
}
function fileDetail(index, project, release, file) {
  const provenance2 = `${index.base()}/integrity/${project.normalName}/${release.version}/${file.filename}/provenance`;
  return {
    filename: file.filename,
    url: fileAddress(index, file),
    hashes: { sha256: file.digests.sha256 },
    "requires-python": requiresPython(release),
    size: file.bytes.length,
    "upload-time": uploadTime(file.uploaded),
    yanked: release.yanked,
    "core-metadata": coreMetadata(file),
    "data-dist-info-metadata": coreMetadata(file),
    provenance: file.provenance === void 0 ? null : provenance2
  };
}
function requiresPython({ metadata }) {
  return metadata.texts.get("requires_python") || null;
}
function uploadTime(date) {
  const [seconds2 = "", fraction = "000Z"] = date.toISOString().split(".");
  return fraction === "000Z" ? `${seconds2}Z` : `${seconds2}.${fraction.slice(0, 3)}000Z`;
}
function indexPage(projects) {
  const links = projects.map(
    ({ name, normalName: path2 }) => `<a href="/simple/${path2}/">${markupText(name)}</a>
`
  );
  const head = `<meta name="pypi:repository-version" content="${API_VERSION}">
    <title>Simple index</title>`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    ${head}
  </head>
  <body>
${links.join("")}</body>
</html>`;
}
function detailPage(detail) {
  const title = `Links for ${detail.name}`;
  const version = `<meta name="pypi:repository-version" content="${API_VERSION}">`;
  const status = `<meta name="pypi:project-status" content="${detail["project-status"].status}">`;
  const head = `    ${version}
${status}    <title>${title}</title>`;
  const body = `    <h1>${title}</h1>
${detail.files.map(fileLink).join("")}`;
  const serial = `<!--SERIAL ${detail.meta["_last-serial"]}-->`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
${head}
  </head>
  <body>
${body}</body>
</html>
${serial}`;
}
function fileLink(file) {
  const python = file["requires-python"];
  const metadata = file["core-metadata"];
  const parts = [
    `<a href="${file.url}#sha256=${file.hashes.sha256}" `,
    python === null ? "" : `data-requires-python="${markupText(python)}" `,
    file.yanked === false ? "" : `data-yanked="${file.yanked === true ? "" : markupText(file.yanked)}" `,
    metadata === false ? "" : `data-dist-info-metadata="sha256=${metadata.sha256}" data-core-metadata="sha256=${metadata.sha256}"`,
    file.provenance === null ? "" : ` data-provenance="${file.provenance}"`
  ];
  return `${parts.join("")}>${file.filename}</a><br />
`;
}

// src/emulators/index/json-api.ts
var LIFETIME_SECONDS = 900;
var NO_DOWNLOADS = { last_day: -1, last_week: -1, last_month: -1 };
function projectJson(index, c, name) {
  const project = readable(index, name);
  const release = project === void 0 ? void 0 : latestRelease2(project);
  if (project === void 0 || release === void 0) return notFound2();
  if (project.normalName !== name)
    return redirect(301, `${index.base()}/pypi/${project.normalName}/json`, CORS_HEADERS);
  const newestFirst2 = [...project.releases].sort((one, other) => compareVersions(other.version, one.version));
  const releases = Object.fromEntries(newestFirst2.map((each2) => [each2.version, filesOf(index, each2)]));
  return sent(c, { ...releaseData(index, project, release), releases }, project.serial);
}
function releaseJson(index, c, name, version) {
  const project = readable(index, name);
  const release = project === void 0 ? void 0 : releaseOf(project, version);
  if (project === void 0 || release === void 0) return notFound2();
  if (project.normalName === name) return sent(c, releaseData(index, project, release), project.serial);
  return redirect(301, `${index.base()}/pypi/${project.normalName}/${version}/json`, CORS_HEADERS);
}
function releaseOf(project, version) {
  const canonical = canonicalVersion(version);
  return project.releases.find((release) => release.canonical === canonical);
}
function latestRelease2(project) {
  const rank = (release) => [release.yanked !== false, versionFrom(release.version)?.prerelease === true].map(Number);
  const [latest] = [...project.releases].sort((one, other) => {
    const [yanked2 = 0, prerelease = 0] = rank(one);
    const [otherYanked = 0, otherPrerelease = 0] = rank(other);
    return yanked2 - otherYanked || prerelease - otherPrerelease || compareVersions(other.version, one.version);
  });
  return latest;
}
function readable({ state }, name) {
  const project = state.projects.get(normalName(name));
  return project?.status === "quarantined" ? void 0 : project;
}
function notFound2() {
  return jsonResponse(404, '{"message": "Not Found"}', CORS_HEADERS);
}
function sent(c, data, serial) {
  return cached(c, `${sortedJson(data)}
`, "application/json", serial, LIFETIME_SECONDS);
}
function releaseData(index, project, release) {
  return {
    info: info(index, project, release),
    urls: filesOf(index, release),
    vulnerabilities: [],
    last_serial: project.serial,
    ownership: { roles: [{ role: "Owner", user: project.owner.name }], organization: null }
  };
}
function info({ base }, project, release) {
  const { metadata } = release;
  const text2 = (field3) => metadata.texts.get(field3) ?? null;
  const list2 = (field3) => metadata.lists.get(field3) ?? null;
  const keywords = metadata.texts.get("keywords");
  const page3 = `${base()}/project/${project.name}/`;
  return {
    ...Object.fromEntries(
      [
        "summary",
        "description_content_type",
        "license",
        "license_expression",
        "author",
        "author_email",
        "maintainer"
      ].concat(["maintainer_email", "home_page", "download_url"]).map((field3) => [field3, text2(field3)])
    ),
    name: project.name,
    version: release.version,
    description: text2("description") ?? "",
    keywords: keywords === void 0 ? null : keywords.split(",").map((word) => word.trim()).join(", "),
    license_files: list2("license_file"),
    classifiers: [...list2("classifiers") ?? []].sort(),
    requires_python: requiresPython(release),
    platform: list2("platform")?.[0] ?? null,
    downloads: NO_DOWNLOADS,
    package_url: page3,
    project_url: page3,
    project_urls: projectUrls(release),
    release_url: `${page3}${release.version}/`,
    requires_dist: list2("requires_dist"),
    provides_extra: list2("provides_extra"),
    docs_url: null,
    bugtrack_url: null,
    ...yanked(release),
    dynamic: list2("dynamic")?.map(titled) ?? null
  };
}
function projectUrls({ metadata }) {
  const home = metadata.texts.get("home_page");
  const download2 = metadata.texts.get("download_url");
  const urls = {
    ...home === void 0 ? {} : { Homepage: home },
    ...download2 === void 0 ? {} : { Download: download2 },
    ...Object.fromEntries(metadata.urls)
  };
  return Object.keys(urls).length === 0 ? null : urls;
}
function titled(field3) {
  return field3.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
function yanked({ yanked: state }) {
  return { yanked: state !== false, yanked_reason: typeof state === "string" ? state : null };
}
function filesOf(index, release) {
  const files = [...release.files].sort((one, other) => one.filename < other.filename ? -1 : 1);
  return files.map((file) => fileData(index, release, file));
}
function fileData(index, release, file) {
  const { md5, sha256: sha2562, blake2 } = file.digests;
  const time2 = uploadTime(file.uploaded);
  return {
    filename: file.filename,
    packagetype: file.kind,
    python_version: file.pythonVersion,
    has_sig: false,
    comment_text: file.comment ?? null,
    md5_digest: md5,
    digests: { md5, sha256: sha2562, blake2b_256: blake2 },
    "core-metadata": coreMetadata(file),
    size: file.bytes.length,
    downloads: -1,
    upload_time: time2.slice(0, "YYYY-MM-DDThh:mm:ss".length),
    upload_time_iso_8601: time2,
    url: fileAddress(index, file),
    requires_python: requiresPython(release),
    ...yanked(release)
  };
}

// src/emulators/index/macaroon.ts
import { createHmac, randomBytes as randomBytes3, randomUUID as randomUUID2, timingSafeEqual } from "node:crypto";
var VERSION = 2;
var LOCATION = 1;
var IDENTIFIER = 2;
var SIGNATURE = 6;
var END = 0;
var KEY_GENERATOR = "macaroons-key-generator";
function issueToken(state, location, holder, caveats) {
  const macaroon = { id: randomUUID2(), key: randomBytes3(32), holder, caveats };
  state.macaroons.set(macaroon.id, macaroon);
  const embedded = caveats.map((caveat) => Buffer.from(JSON.stringify(caveat)));
  const bytes = Buffer.concat([
    Buffer.from([VERSION]),
    field(LOCATION, Buffer.from(location)),
    field(IDENTIFIER, Buffer.from(macaroon.id)),
    Buffer.from([END]),
    ...embedded.flatMap((caveat) => [field(IDENTIFIER, caveat), Buffer.from([END])]),
    Buffer.from([END]),
    field(SIGNATURE, signatureOf2(macaroon.key, macaroon.id, embedded))
  ]);
  return `pypi-${bytes.toString("base64url")}`;
}
function presentedToken(text2) {
  const encoded2 = /^pypi-([A-Za-z0-9_-]+=*)$/.exec(text2)?.[1];
  if (encoded2 === void 0) return void 0;
  const fields2 = fieldsOf(Buffer.from(encoded2, "base64url"));
  const identifiers = fields2.filter(({ type }) => type === IDENTIFIER).map(({ data }) => data);
  const signature2 = fields2.find(({ type }) => type === SIGNATURE)?.data;
  const [identifier, ...caveats] = identifiers;
  if (identifier === void 0 || signature2 === void 0) return void 0;
  return { identifier: identifier.toString(), caveats, signature: signature2 };
}
function tokenTrouble(identity, project, now) {
  const { macaroon, token } = identity;
  const embedded = token.caveats.map((caveat) => caveatTrouble(parsedCaveat(caveat), identity, project, now));
  const remembered = macaroon.caveats.map((caveat) => caveatTrouble(caveat, identity, project, now));
  const reasons = [...embedded, ...remembered].filter((reason) => reason !== void 0);
  if (reasons.length > 0) return reasons.join(", ");
  const expected = signatureOf2(macaroon.key, macaroon.id, token.caveats);
  const signed = expected.length === token.signature.length && timingSafeEqual(expected, token.signature);
  return signed ? void 0 : "signatures do not match";
}
function parsedCaveat(bytes) {
  try {
    const value = JSON.parse(bytes.toString());
    return Array.isArray(value) && typeof value[0] === "number" && value[0] < 5 ? value : void 0;
  } catch {
    return void 0;
  }
}
function caveatTrouble(caveat, identity, project, now) {
  if (caveat === void 0) return "caveat must be an array";
  const seconds2 = Math.floor(now.getTime() / 1e3);
  const scoped = `project-scoped token is not valid for project: '${project.name}'`;
  switch (caveat[0]) {
    case 0:
      return seconds2 < caveat[2] || seconds2 >= caveat[1] ? "token is expired" : void 0;
    case 1:
      return caveat[1].includes(project.normalName) ? void 0 : scoped;
    case 2:
      return caveat[1].includes(project.id) ? void 0 : scoped;
    case 3:
      return userTrouble(caveat[1], identity);
    case 4:
      return publisherTrouble(caveat[1], identity, project);
  }
}
function userTrouble(id, identity) {
  if (!("user" in identity)) return "token with user restriction without a user";
  return identity.user.id === id ? void 0 : "current user does not match user restriction in token";
}
function publisherTrouble(id, identity, project) {
  if (!("publisher" in identity)) return "OIDC scoped token used outside of an OIDC identified request";
  if (identity.publisher.id !== id)
    return "current OIDC publisher does not match publisher restriction in token";
  if (identity.publisher.projects.includes(project.id)) return void 0;
  return `OIDC scoped token is not valid for project '${project.name}'`;
}
function signatureOf2(key, identifier, caveats) {
  const root = createHmac("sha256", KEY_GENERATOR).update(key).digest();
  return [Buffer.from(identifier), ...caveats].reduce(
    (signature2, part) => createHmac("sha256", signature2).update(part).digest(),
    root
  );
}
function field(type, data) {
  return Buffer.concat([Buffer.from([type, ...varint(data.length)]), data]);
}
function varint(value) {
  return value < 128 ? [value] : [value & 127 | 128, ...varint(value >> 7)];
}
function fieldsOf(bytes) {
  const fields2 = [];
  if (bytes[0] !== VERSION) return fields2;
  let offset = 1;
  while (offset < bytes.length) {
    const type = bytes[offset] ?? END;
    offset += 1;
    if (type === END) continue;
    const { value, next } = readVarint(bytes, offset);
    fields2.push({ type, data: bytes.subarray(next, next + value) });
    offset = next + value;
  }
  return fields2;
}
function readVarint(bytes, start) {
  let value = 0;
  for (let index = 0; index < 4; index += 1) {
    const byte = bytes[start + index] ?? 0;
    value |= (byte & 127) << 7 * index;
    if (byte < 128) return { value, next: start + index + 1 };
  }
  return { value, next: start + 4 };
}

// src/emulators/index/mint.ts
import { randomUUID as randomUUID4 } from "node:crypto";

// src/emulators/index/identity-token.ts
var LEEWAY_SECONDS = 30;
var ISSUERS = {
  "https://token.actions.githubusercontent.com": {
    service: "github",
    flags: ["disallow-github-oidc"],
    off: false
  },
  "https://gitlab.com": { service: "gitlab", flags: ["disallow-gitlab-oidc"], off: true },
  "https://accounts.google.com": { service: "google", flags: ["disallow-google-oidc"], off: false },
  "https://platform.activestate.com/api/v1/oauth/oidc": {
    service: "activestate",
    flags: ["disallow-activestate-oidc"],
    off: true
  }
};
function claimedIssuer(token) {
  try {
    decodeProtectedHeader(token);
    const { iss } = decodeJwt(token);
    return iss;
  } catch {
    return void 0;
  }
}
async function verifiedClaims(token, expected) {
  const { issuer, audience, keys, now } = expected;
  try {
    const { kid } = decodeProtectedHeader(token);
    const jwk = kid === void 0 ? void 0 : keys.keys.find((key) => key.kid === kid);
    if (jwk === void 0) return void 0;
    const { payload } = await jwtVerify(token, await importJWK(jwk, "RS256"), {
      algorithms: ["RS256"],
      issuer,
      audience,
      requiredClaims: ["iss", "iat", "exp", "aud"],
      clockTolerance: LEEWAY_SECONDS,
      currentDate: now
    });
    const texts = [payload.aud, payload.sub, payload.jti].every(
      (claim) => typeof claim === "string" || claim === void 0
    );
    const begun = typeof payload.iat === "number" && payload.iat <= now.getTime() / 1e3 + LEEWAY_SECONDS;
    return texts && begun ? payload : void 0;
  } catch {
    return void 0;
  }
}

// src/emulators/index/projects.ts
import { randomUUID as randomUUID3 } from "node:crypto";
var HOUR_SECONDS = 3600;
var PER_USER = 20;
var PER_ADDRESS = 40;
var NAME_RULES = [
  { applies: (name) => !isProjectName(name), status: 400, text: (name) => `The name ${name} is invalid.` },
  {
    applies: isStandardLibraryName,
    status: 400,
    text: (name) => `The name ${name} isn't allowed (conflict with Python Standard Library module name).`
  },
  {
    applies: (name, state) => state.projects.has(normalName(name)),
    status: 409,
    text: (name) => `The name ${name} conflicts with an existing project.`
  },
  {
    applies: (name, state) => state.prohibited.has(normalName(name)),
    status: 400,
    text: (name) => `The name ${name} isn't allowed.`
  },
  {
    applies: (name, state) => [...state.projects.values()].some((other) => lookalikeName(other.name) === lookalikeName(name)),
    status: 400,
    text: (name) => `The name ${name} is too similar to an existing project.`
  }
];
function newProject(state, name, owner) {
  const closed2 = ["disallow-new-project-registration", "disallow-new-project"].some(
    (flag2) => state.flags.has(flag2)
  );
  if (closed2) return refused2(403, "New project registration temporarily disabled.");
  const broken = NAME_RULES.find(({ applies }) => applies(name, state));
  if (broken !== void 0) return refused2(broken.status, broken.text(pythonRepr(name)));
  return emptyProject(name, owner);
}
function emptyProject(name, owner) {
  return {
    id: randomUUID3(),
    name,
    normalName: normalName(name),
    owner,
    status: "active",
    organizationActive: true,
    serial: 0,
    releases: []
  };
}
function creationLimit(state, user, now) {
  const since = now.getTime() - HOUR_SECONDS * 1e3;
  const recent = state.creations.filter(({ at: at2 }) => at2 > since);
  const byUser = PER_USER - recent.filter((creation) => creation.user === user.id).length;
  const byAddress = PER_ADDRESS - recent.length;
  const first = recent[0]?.at ?? now.getTime();
  const resets = HOUR_SECONDS - Math.floor((now.getTime() - first) / 1e3);
  const windows = `w=${HOUR_SECONDS}`;
  return {
    reached: byUser <= 0 || byAddress <= 0,
    headers: {
      "RateLimit-Policy": `"project.create.ip";q=${PER_ADDRESS};${windows};pk=:ip:, "project.create.user";q=${PER_USER};${windows};pk=:user:`,
      RateLimit: `"project.create.ip";r=${Math.max(0, byAddress)};t=${resets}, "project.create.user";r=${Math.max(0, byUser)};t=${resets}`
    }
  };
}

// src/emulators/index/publisher.ts
var REQUIRED = [
  "repository",
  "repository_owner",
  "repository_owner_id",
  "job_workflow_ref",
  "jti",
  "event_name",
  "ref",
  "sha"
];
var WORKFLOW_FILE = /[^/]+\.(?:yml|yaml)(?=@)/;
var NOT_FOUND = "Publisher with matching claims was not found";
var CLAIM_CHECKS = [
  (publisher, claims) => same(
    "repository",
    `${publisher.owner}/${publisher.repository}`.toLowerCase(),
    textOf2(claims, "repository").toLowerCase()
  ),
  (publisher, claims) => same("repository_owner", publisher.owner, claims.repository_owner),
  (publisher, claims) => same("repository_owner_id", publisher.ownerId, claims.repository_owner_id),
  workflowReference,
  (_publisher, claims, used) => used(textOf2(claims, "jti")) ? "reused" : void 0,
  (_publisher, claims) => claims.event_name === "pull_request_target" ? "Publishing from a workflow invoked via 'pull_request_target' is not supported." : void 0,
  environmentMatches
];
function publisherFor(registered2, claims, used) {
  const missing2 = REQUIRED.find((name) => claims[name] === void 0 || claims[name] === null);
  if (missing2 !== void 0) return { why: `Missing claim '${missing2}'` };
  const workflow = WORKFLOW_FILE.exec(textOf2(claims, "job_workflow_ref"))?.[0];
  if (workflow === void 0) return { why: "Could not job extract workflow filename from OIDC claims" };
  const publisher = lookedUp(registered2, claims, workflow);
  if (publisher === void 0) return { why: NOT_FOUND };
  for (const check of CLAIM_CHECKS) {
    const why = check(publisher, claims, used);
    if (why !== void 0) return { why };
  }
  return publisher;
}
function lookedUp(registered2, claims, workflow) {
  const candidates = registered2.filter(
    (publisher) => `${publisher.owner}/${publisher.repository}` === claims.repository && publisher.ownerId === claims.repository_owner_id && publisher.workflow === workflow
  );
  const environment = textOf2(claims, "environment").toLowerCase();
  const named2 = environment === "" ? void 0 : candidates.find((publisher) => publisher.environment === environment);
  return named2 ?? candidates.find((publisher) => publisher.environment === "");
}
function workflowReference(publisher, claims) {
  const reference = textOf2(claims, "job_workflow_ref");
  const places = [textOf2(claims, "ref"), textOf2(claims, "sha")].filter((place) => place !== "");
  if (places.length === 0) return "The ref and sha claims are empty";
  const file = `${publisher.owner}/${publisher.repository}/.github/workflows/${publisher.workflow}`;
  const expected = [...new Set(places.map((place) => `${file}@${place}`))].sort();
  if (expected.includes(reference)) return void 0;
  const listed2 = expected.map((one) => `'${one}'`).join(", ");
  return `The job_workflow_ref claim does not match, expecting one of [${listed2}], got '${reference}'`;
}
function environmentMatches(publisher, claims) {
  const matches = publisher.environment === "" || textOf2(claims, "environment").toLowerCase() === publisher.environment;
  return matches ? void 0 : "Check failed for optional claim 'environment'";
}
function same(claim, registered2, claimed) {
  return registered2 === claimed ? void 0 : `Check failed for required claim '${claim}'`;
}
function textOf2(claims, name) {
  const value = claims[name];
  return typeof value === "string" ? value : "";
}

// src/emulators/index/pydantic.ts
var GUIDE = "https://errors.pydantic.dev/2.13/v";
var LONGEST_INPUT = 50;
function validationError(model, troubles) {
  const head = `${troubles.length} validation error${troubles.length === 1 ? "" : "s"} for ${model}`;
  const parts = troubles.map(({ where, message, type, input }) => {
    const shown2 = shortened(pythonValue(input));
    const place = where === "" ? "" : `${where}
`;
    const facts = `[type=${type}, input_value=${shown2}, input_type=${pythonType(input)}]`;
    return `${place}  ${message} ${facts}
    For further information visit ${GUIDE}/${type}`;
  });
  return [head, ...parts].join("\n");
}
function invalidJson(text2, input) {
  return { where: "", message: `Invalid JSON: ${jsonTrouble(text2)}`, type: "json_invalid", input };
}
function jsonTrouble(text2) {
  const begun = text2.trimStart();
  if (begun === "") return `EOF while parsing a value at line 1 column ${text2.length}`;
  if (/^[ntf]/.test(begun)) return `expected ident at line 1 column ${text2.length - begun.length + 2}`;
  if (/^[[{"0-9-]/.test(begun)) return `EOF while parsing a value at line 1 column ${text2.length}`;
  return `expected value at line 1 column ${text2.length - begun.length + 1}`;
}
function shortened(text2) {
  const characters = [...text2];
  if (characters.length <= LONGEST_INPUT) return text2;
  return `${characters.slice(0, LONGEST_INPUT / 2).join("")}...${characters.slice(1 - LONGEST_INPUT / 2).join("")}`;
}
function pythonValue(value) {
  if (Buffer.isBuffer(value)) return `b${pythonRepr(value.toString("latin1"))}`;
  if (typeof value === "string") return pythonRepr(value);
  if (value === null || value === void 0) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(pythonValue).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  const members = Object.entries(value).map(
    ([name, member2]) => `${pythonRepr(name)}: ${pythonValue(member2)}`
  );
  return `{${members.join(", ")}}`;
}
function pythonType(value) {
  if (Buffer.isBuffer(value)) return "bytes";
  if (value === null || value === void 0) return "NoneType";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return { string: "str", boolean: "bool", object: "dict" }[typeof value] ?? "object";
}

// src/emulators/index/state.ts
var MEBIBYTE = 1024 * 1024;
function emptyState2(flags) {
  return {
    serial: 0,
    commits: 0,
    flags: new Set(flags),
    users: /* @__PURE__ */ new Map(),
    projects: /* @__PURE__ */ new Map(),
    filenames: /* @__PURE__ */ new Set(),
    prohibited: /* @__PURE__ */ new Set(),
    macaroons: /* @__PURE__ */ new Map(),
    publishers: [],
    pending: [],
    exchanged: /* @__PURE__ */ new Map(),
    creations: [],
    limits: { file: 100 * MEBIBYTE, project: 10 * 1024 * MEBIBYTE }
  };
}
function* storedFiles(state) {
  for (const project of state.projects.values()) {
    for (const release of project.releases) {
      for (const file of release.files) yield { project, release, file };
    }
  }
}
function saveProject(state, project, entries) {
  state.serial += entries;
  const saved = { ...project, serial: state.serial };
  state.projects.set(project.normalName, saved);
  return saved;
}
function worldOf2(state) {
  const world = {};
  for (const { project, release, file } of storedFiles(state)) {
    const versions2 = world[project.normalName] ?? {};
    const files = versions2[release.version] ?? {};
    world[project.normalName] = {
      ...versions2,
      [release.version]: { ...files, [file.filename]: file.digests.sha256 }
    };
  }
  return world;
}

// src/emulators/index/mint.ts
var LIFETIME_SECONDS2 = 900;
var REMEMBERED_SECONDS = 35;
var PROJECT_ENTRIES = 2;
var MintRefusal = class extends Error {
  code;
  constructor(code, description) {
    super(description);
    this.code = code;
  }
};
function audienceAnswer({ state, name }) {
  if (oidcIsOff(state, []))
    return jsonResponse(403, sortedJson({ message: "Trusted publishing functionality not enabled" }));
  return jsonResponse(200, sortedJson({ audience: name }));
}
async function mintAnswer(index, c) {
  try {
    const body = Buffer.from(await c.req.arrayBuffer());
    const claims = await claimsOf(index, tokenIn(body));
    const publisher = publisherOf(index, claims);
    rememberToken(index, claims);
    return jsonResponse(
      200,
      sortedJson({ success: true, ...minted(index, publisher, new URL(c.req.url).hostname) })
    );
  } catch (refusal2) {
    if (!(refusal2 instanceof MintRefusal)) throw refusal2;
    const errors = [{ code: refusal2.code, description: refusal2.message }];
    return jsonResponse(422, sortedJson({ errors, message: "Token request failed" }));
  }
}
function oidcIsOff(state, flags) {
  return ["disallow-oidc", "disable-oidc", ...flags].some((flag2) => state.flags.has(flag2));
}
function tokenIn(body) {
  const text2 = body.toString();
  const refuse = (description) => new MintRefusal("invalid-payload", description);
  let payload;
  try {
    payload = JSON.parse(text2);
  } catch {
    throw refuse(validationError("TokenPayload", [invalidJson(text2, body)]));
  }
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) {
    const trouble4 = { where: "", message: "Input should be an object", type: "model_type", input: payload };
    throw refuse(validationError("TokenPayload", [trouble4]));
  }
  if (!("token" in payload)) {
    const trouble4 = { where: "token", message: "Field required", type: "missing", input: payload };
    throw refuse(validationError("TokenPayload", [trouble4]));
  }
  if (typeof payload.token === "string") return payload.token;
  const message = "Input should be a valid string";
  const trouble3 = { where: "token", message, type: "string_type", input: payload.token };
  throw refuse(validationError("TokenPayload", [trouble3]));
}
async function claimsOf(index, token) {
  const issuer = claimedIssuer(token);
  if (issuer === void 0) throw new MintRefusal("invalid-payload", "malformed JWT");
  const known2 = ISSUERS[issuer];
  if (known2 === void 0) throw new MintRefusal("invalid-payload", "unknown trusted publishing issuer");
  if (known2.off || oidcIsOff(index.state, known2.flags)) {
    throw new MintRefusal("not-enabled", `${known2.service} trusted publishing functionality not enabled`);
  }
  const expected = { issuer, audience: index.name, keys: await index.keys(), now: index.now() };
  const claims = known2.service === "github" ? await verifiedClaims(token, expected) : void 0;
  if (claims === void 0) throw new MintRefusal("invalid-token", "malformed or invalid token");
  return claims;
}
function publisherOf(index, claims) {
  const { state } = index;
  const used = (jti) => (state.exchanged.get(jti) ?? 0) > index.now().getTime() / 1e3;
  const pending = publisherFor(state.pending, claims, used);
  if (!("why" in pending)) reify(index, pending);
  const publisher = publisherFor(state.publishers, claims, used);
  if (!("why" in publisher)) return publisher;
  if (publisher.why === "reused") throw new MintRefusal("invalid-reuse-token", "invalid token: already used");
  throw new MintRefusal(
    "invalid-publisher",
    `valid token, but no corresponding publisher (${publisher.why})`
  );
}
function reify({ state }, pending) {
  const others = state.pending.filter((other) => other !== pending);
  if (state.projects.has(normalName(pending.project))) {
    state.pending = others;
    throw new MintRefusal("invalid-pending-publisher", "valid token, but project already exists");
  }
  const made2 = newProject(state, pending.project, pending.addedBy);
  if (isAnswer(made2)) throw new MintRefusal("invalid-payload", made2.detail);
  const project = saveProject(state, made2, PROJECT_ENTRIES);
  const alike = (other) => lookalikeName(other.project) === lookalikeName(pending.project);
  state.pending = others.filter((other) => !alike(other) || other.addedBy.id === pending.addedBy.id);
  const { owner, ownerId, repository, workflow, environment } = pending;
  const registered2 = { owner, ownerId, repository, workflow, environment };
  const existing = state.publishers.find(
    (publisher) => Object.entries(registered2).every(([name, value]) => publisher[name] === value)
  );
  const grown = {
    ...registered2,
    id: existing?.id ?? randomUUID4(),
    projects: [...existing?.projects ?? [], project.id]
  };
  state.publishers = [...state.publishers.filter((publisher) => publisher !== existing), grown];
}
function rememberToken({ state, now }, claims) {
  const { jti, exp } = claims;
  if (typeof jti !== "string" || typeof exp !== "number") return;
  const seconds2 = now().getTime() / 1e3;
  for (const [old, until] of state.exchanged) if (until <= seconds2) state.exchanged.delete(old);
  state.exchanged.set(jti, exp + REMEMBERED_SECONDS);
}
function minted({ state, now }, publisher, domain2) {
  const notBefore = Math.floor(now().getTime() / 1e3);
  const expires = notBefore + LIFETIME_SECONDS2;
  const token = issueToken(state, domain2, { publisher: publisher.id }, [
    [4, publisher.id, null],
    [2, publisher.projects],
    [0, expires, notBefore]
  ]);
  return { token, expires };
}

// src/emulators/index/pages.ts
var INTEGRITY_JSON = "application/vnd.pypi.integrity.v1+json";
function projectPage(index, c, name, version) {
  const project = index.state.projects.get(normalName(name));
  const hidden = project === void 0 || project.status === "quarantined";
  const release = hidden ? void 0 : version === void 0 ? latestRelease2(project) : releaseOf(project, version);
  if (hidden || release === void 0) return notFoundPage();
  const path2 = version === void 0 ? `${project.name}/` : `${project.name}/${release.version}/`;
  if (decodeURIComponent(new URL(c.req.url).pathname) !== `/project/${path2}`) {
    return redirect(301, `${index.base()}/project/${path2}`);
  }
  const title = `${markupText(project.name)} ${release.version}`;
  const summary2 = markupText(release.metadata.texts.get("summary") ?? "");
  const description = markupText(release.metadata.texts.get("description") ?? "");
  const head = `<head><title>${markupText(project.name)}</title></head>`;
  const body = `<h1 class="package-header__name">${title}</h1>
<p class="package-description__summary">${summary2}</p>
<div class="project-description">
${description}
</div>`;
  return new Response(`<!DOCTYPE html>
<html lang="en">
${head}
<body>
${body}
</body>
</html>
`, {
    headers: { "Content-Type": "text/html; charset=UTF-8" }
  });
}
function provenanceAnswer({ state }, c, wanted2) {
  const project = state.projects.get(normalName(wanted2.project));
  const release = project === void 0 ? void 0 : releaseOf(project, wanted2.version);
  const file = release?.files.find(({ filename }) => filename === wanted2.filename);
  if (project === void 0 || file === void 0) return notFoundPage();
  const [type] = acceptableOffers(c.req.header("Accept"), [INTEGRITY_JSON, "application/json"]);
  if (type === void 0) return jsonResponse(406, sortedJson({ message: "Request not acceptable" }));
  if (state.flags.has("disable-pep740"))
    return jsonResponse(403, sortedJson({ message: "Attestations temporarily disabled" }));
  if (file.provenance === void 0) {
    return jsonResponse(404, sortedJson({ message: `No provenance available for ${file.filename}` }));
  }
  return cached(c, sortedJson(file.provenance), type, project.serial, 600);
}
function fileAnswer({ state }, digest, filename) {
  for (const { file } of storedFiles(state)) {
    if (file.digests.blake2 !== digest) continue;
    if (filename === file.filename) return bytesResponse(file.bytes);
    if (filename === `${file.filename}.metadata` && file.metadata !== void 0)
      return bytesResponse(file.metadata);
  }
  return notFoundPage();
}
function bytesResponse(bytes) {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Length": String(bytes.length),
      "Cache-Control": "max-age=365000000, immutable, public"
    }
  });
}

// src/emulators/index/propagation.ts
function createView(propagation) {
  const turns = /* @__PURE__ */ new Map();
  return (index, resource) => {
    const lags = propagation[resource] ?? [];
    if (lags.length === 0) return index;
    const turn = turns.get(resource) ?? 0;
    turns.set(resource, turn + 1);
    const lag = (lags[turn % lags.length] ?? 0) * 1e3;
    return { ...index, state: before(index.state, index.now().getTime() - lag) };
  };
}
function before(state, time2) {
  const projects = [...state.projects].map(([name, project]) => [name, known(project, time2)]);
  return { ...state, projects: new Map(projects) };
}
function known(project, time2) {
  const releases = project.releases.map((release) => ({
    ...release,
    files: release.files.filter(({ uploaded }) => uploaded.getTime() <= time2)
  })).filter(({ files }) => files.length > 0);
  return { ...project, releases };
}

// src/emulators/index/seeds.ts
import { randomUUID as randomUUID5 } from "node:crypto";

// src/emulators/index/filename.ts
var EXTENSION = /^.+?(\.(?:tar\.gz|zip|whl))$/is;
var EXTENSIONS = { sdist: [".zip", ".tar.gz"], bdist_wheel: [".whl"] };
var KINDS_GUIDE = "See https://www.python.org/dev/peps/pep-0527";
function filenameTrouble(filename, kind) {
  if ([...filename].some((character) => character < " " || character === "")) {
    return "Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127) in the name.";
  }
  if (/[/\\]/.test(filename)) return "Cannot upload a file with '/' or '\\' in the name.";
  const extension2 = EXTENSION.exec(filename)?.[1];
  if (extension2 === void 0) {
    const guides = `${KINDS_GUIDE} and https://peps.python.org/pep-0715/ for more information`;
    return `Invalid file extension: Use .tar.gz, .whl or .zip extension. ${guides}`;
  }
  if (EXTENSIONS[kind].some((allowed3) => allowed3 === extension2)) return void 0;
  const found2 = `Extension ${extension2} is invalid for filetype ${kind}.`;
  return `Invalid file extension: ${found2} ${KINDS_GUIDE} for more information.`;
}
function sdistName(filename) {
  const stem = filename.replace(/\.(tar\.gz|zip)$/, "");
  const hyphen = stem.lastIndexOf("-");
  const version = hyphen < 0 ? void 0 : versionFrom(stem.slice(hyphen + 1));
  return version === void 0 ? void 0 : { name: stem.slice(0, hyphen), version };
}
function wheelName(filename) {
  const stem = filename.slice(0, -".whl".length);
  const shown2 = pythonRepr(stem);
  const parts = stem.split("-");
  if (parts.length !== 5 && parts.length !== 6)
    return `Invalid wheel filename (wrong number of parts): ${shown2}`;
  const [name = "", versionText = "", build = ""] = parts;
  if (name.includes("__") || !/^[\p{L}\p{N}._]*$/u.test(name)) return `Invalid project name: ${shown2}`;
  const version = versionFrom(versionText);
  if (version === void 0) return `Invalid wheel filename (invalid version): ${shown2}`;
  if (parts.length === 6 && !/^[0-9]/.test(build)) return `Invalid build number: ${build} in ${shown2}`;
  const platforms = (parts.at(-1) ?? "").toLowerCase().split(".");
  return { normalName: normalName(name), version, platforms };
}
function infoFolder(filename) {
  const [name, version, rest] = filename.split("-");
  return rest === void 0 ? void 0 : `${name}-${version}.dist-info`;
}

// src/emulators/index/upload-file-rules.ts
import { createHash as createHash3 } from "node:crypto";

// src/emulators/index/blake2b.ts
var BLOCK = 128;
var DIGEST = 32;
var ROUNDS = 12;
var IV = Uint32Array.of(
  4089235720,
  1779033703,
  2227873595,
  3144134277,
  4271175723,
  1013904242,
  1595750129,
  2773480762,
  2917565137,
  1359893119,
  725511199,
  2600822924,
  4215389547,
  528734635,
  327033209,
  1541459225
);
var SIGMA = [
  Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
  Uint8Array.of(14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
  Uint8Array.of(11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4),
  Uint8Array.of(7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
  Uint8Array.of(9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13),
  Uint8Array.of(2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
  Uint8Array.of(12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11),
  Uint8Array.of(13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
  Uint8Array.of(6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5),
  Uint8Array.of(10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0)
];
var MIXES = Uint8Array.of(
  ...[0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
  ...[0, 5, 10, 15, 1, 6, 11, 12, 2, 7, 8, 13, 3, 4, 9, 14]
);
function blake2b256(data) {
  const state = new Uint32Array(IV);
  state[0] = at(state, 0) ^ 16842752 ^ DIGEST;
  const last = Math.max(0, Math.ceil(data.length / BLOCK) - 1);
  for (let block = 0; block <= last; block += 1) {
    const end = Math.min(data.length, (block + 1) * BLOCK);
    compress(state, wordsOf(data.subarray(block * BLOCK, end)), end, block === last);
  }
  return Buffer.from(state.buffer, 0, DIGEST).toString("hex");
}
function at(words, index) {
  return words[index];
}
function wordsOf(bytes) {
  const block = new Uint8Array(BLOCK);
  block.set(bytes);
  return new Uint32Array(block.buffer);
}
function compress(state, message, counted, last) {
  const work = new Uint32Array(32);
  work.set(state);
  work.set(IV, 16);
  work[24] = at(work, 24) ^ counted >>> 0;
  work[25] = at(work, 25) ^ Math.floor(counted / 2 ** 32);
  if (last) {
    work[28] = ~at(work, 28);
    work[29] = ~at(work, 29);
  }
  for (let round = 0; round < ROUNDS; round += 1)
    mixRound(work, message, SIGMA[round % SIGMA.length]);
  for (let index = 0; index < 16; index += 1)
    state[index] = at(state, index) ^ at(work, index) ^ at(work, index + 16);
}
function mixRound(work, message, order2) {
  for (let step = 0; step < 8; step += 1) {
    const a = at(MIXES, step * 4);
    const b = at(MIXES, step * 4 + 1);
    const c = at(MIXES, step * 4 + 2);
    const d = at(MIXES, step * 4 + 3);
    add2(work, a, work, b);
    add2(work, a, message, at(order2, step * 2));
    rotate(work, d, a, 32);
    add2(work, c, work, d);
    rotate(work, b, c, 24);
    add2(work, a, work, b);
    add2(work, a, message, at(order2, step * 2 + 1));
    rotate(work, d, a, 16);
    add2(work, c, work, d);
    rotate(work, b, c, 63);
  }
}
function add2(work, index, words, other) {
  const sum = at(work, index * 2) + at(words, other * 2);
  work[index * 2] = sum;
  work[index * 2 + 1] = at(work, index * 2 + 1) + at(words, other * 2 + 1) + (sum > 4294967295 ? 1 : 0);
}
function rotate(work, index, other, bits) {
  const low = at(work, index * 2) ^ at(work, other * 2);
  const high = at(work, index * 2 + 1) ^ at(work, other * 2 + 1);
  const near = bits < 32 ? low : high;
  const far = bits < 32 ? high : low;
  const shift = bits % 32;
  work[index * 2] = shift === 0 ? near : near >>> shift | far << 32 - shift;
  work[index * 2 + 1] = shift === 0 ? far : far >>> shift | near << 32 - shift;
}

// src/emulators/index/upload-form-rules.ts
var GUIDE2 = "See https://packaging.python.org/specifications/core-metadata for more information.";
var NAME_RULE = "Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'.";
var HEX_DIGEST = /^[0-9a-f]{64}\n?$/i;
var DOOR_RULES = [
  { about: "text fields sent as files", answer: textSentAsFile },
  { about: "flag read-only", answer: flag("read-only", "Read-only mode: Uploads are temporarily disabled.") },
  {
    about: "flag disallow-new-upload",
    answer: flag("disallow-new-upload", "New uploads are temporarily disabled.")
  }
];
var FORM_RULES = [
  { about: "protocol_version", answer: protocolVersion },
  { about: "name", answer: named },
  { about: "blake2_256_digest", answer: digestShape("blake2_256_digest", "BLAKE2") },
  { about: "filetype", answer: knownKind },
  { about: "sha256_digest", answer: digestShape("sha256_digest", "SHA256") },
  { about: "pyversion", answer: pythonVersion },
  { about: "a digest at all", answer: someDigest }
];
function formDigests(form) {
  return {
    md5: filled(form, "md5_digest"),
    sha256: filled(form, "sha256_digest"),
    blake2: filled(form, "blake2_256_digest")
  };
}
function filled(form, field3) {
  const value = firstValue(form, field3);
  return value === "" ? void 0 : value;
}
function textSentAsFile({ form }) {
  const field3 = [...form.files.keys()].find((name) => name !== "content" && name !== "gpg_signature");
  return field3 === void 0 ? void 0 : refused2(400, `${field3}: Should not be a tuple.`);
}
function flag(name, message) {
  return ({ index }) => index.state.flags.has(name) ? refused2(403, message) : void 0;
}
function protocolVersion({ form }) {
  const version = form.values.get("protocol_version")?.at(-1) ?? "1";
  return version === "1" ? void 0 : refused2(400, "Unknown protocol version.");
}
function named({ form }) {
  const name = firstValue(form, "name") ?? "";
  if (isProjectName(name)) return void 0;
  const shown2 = name.length > 60 ? `${name.slice(0, 30)}...${name.slice(-30)}` : name;
  const trouble3 = name === "" ? "This field is required." : NAME_RULE;
  return refused2(400, `${pythonRepr(shown2)} is an invalid value for Name. Error: ${trouble3} ${GUIDE2}`);
}
function digestShape(field3, algorithm) {
  return ({ form }) => {
    const digest = filled(form, field3);
    if (digest === void 0 || digest.trim() === "" || HEX_DIGEST.test(digest)) return void 0;
    return refused2(
      400,
      `Invalid value for ${field3}. Error: Use a valid, hex-encoded, ${algorithm} message digest.`
    );
  };
}
function knownKind({ form }) {
  const kind = firstValue(form, "filetype") ?? "";
  if (kind === "sdist" || kind === "bdist_wheel") return void 0;
  const trouble3 = kind === "" ? "This field is required." : "Use a known file type.";
  return refused2(400, `Invalid value for filetype. Error: ${trouble3}`);
}
function pythonVersion({ form }) {
  const version = filled(form, "pyversion");
  const sdist = firstValue(form, "filetype") === "sdist";
  if (!sdist && version !== void 0) return void 0;
  if (sdist && (version === void 0 || version === "source")) return void 0;
  const trouble3 = sdist ? "Use 'source' as Python version for an sdist." : "Python version is required for binary distribution uploads.";
  return refused2(400, `Invalid value for pyversion. Error: ${trouble3}`);
}
function someDigest({ form }) {
  const none = Object.values(formDigests(form)).every((digest) => digest === void 0);
  return none ? refused2(400, "Error: Include at least one message digest.") : void 0;
}

// src/emulators/index/upload-file-rules.ts
var MEBIBYTE2 = 1024 * 1024;
var GIBIBYTE = 1024 * MEBIBYTE2;
var DAY_MILLISECONDS = 24 * 3600 * 1e3;
var OPEN_DAYS = 14;
var LONGEST_NAME_BYTES = 255;
var OUTSIDE_RULES = [
  { about: "characters and extension of the filename", answer: plainFilename },
  { about: "media type of the part", answer: notAnImage },
  { about: "a filename that the disk takes", answer: nameFitsDisk },
  { about: "size of the file", answer: fileSize },
  { about: "size of the project", answer: projectSize }
];
var KNOWN_RULES = [
  { about: "the digests given", answer: digestsMatch },
  { about: "a file there already", answer: notThere },
  { about: "a filename used before", answer: unusedName },
  { about: "the age of the release", answer: youngRelease },
  { about: "a second source distribution", answer: onlySdist }
];
function digestsOf(bytes) {
  return {
    md5: createHash3("md5").update(bytes).digest("hex"),
    sha256: createHash3("sha256").update(bytes).digest("hex"),
    blake2: blake2b256(bytes)
  };
}
function plainFilename({ file, kind }) {
  const trouble3 = filenameTrouble(file.filename, kind);
  return trouble3 === void 0 ? void 0 : refused2(400, trouble3);
}
function notAnImage({ file }) {
  const untold = file.mediaType === "" || file.mediaType.startsWith("image/");
  return untold ? refused2(400, "Invalid distribution file.") : void 0;
}
function nameFitsDisk({ file }) {
  return Buffer.byteLength(file.filename) > LONGEST_NAME_BYTES ? BROKEN : void 0;
}
function fileSize({ file, project, index }) {
  const { file: limit } = index.state.limits;
  if (file.bytes.length <= limit) return void 0;
  const shown2 = `${Math.floor(limit / MEBIBYTE2)} MB`;
  return refused2(400, `File too large. Limit for project ${pythonRepr(project.name)} is ${shown2}.`);
}
function projectSize({ file, project, index }) {
  const { project: limit } = index.state.limits;
  const held = project.releases.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (held + file.bytes.length <= limit) return void 0;
  const shown2 = `${Math.floor(limit / GIBIBYTE)} GB`;
  return refused2(
    400,
    `Project size too large. Limit for project ${pythonRepr(project.name)} total size is ${shown2}.`
  );
}
function digestsMatch({ form, digests }) {
  const given = Object.entries(formDigests(form));
  if (given.some(([, digest = ""]) => new RegExp("\\P{ASCII}", "u").test(digest))) return BROKEN;
  const same2 = given.every(
    ([name, digest]) => digest === void 0 || digest.toLowerCase() === digests[name]
  );
  return same2 ? void 0 : refused2(400, "The digest supplied does not match a digest calculated from the uploaded file.");
}
function notThere({ file, digests, index }) {
  const known2 = [...storedFiles(index.state)].map((stored3) => stored3.file);
  const namesake = known2.find(({ filename }) => filename === file.filename);
  const twin = namesake ?? known2.find((stored3) => stored3.digests.blake2 === digests.blake2);
  if (twin === void 0) return void 0;
  const same2 = twin.filename === file.filename && twin.digests.sha256 === digests.sha256;
  if (same2) return ACCEPTED;
  return refused2(
    400,
    `File already exists (${pythonRepr(file.filename)}, with blake2_256 hash '${digests.blake2}').`
  );
}
function unusedName({ file, index }) {
  if (!index.state.filenames.has(file.filename)) return void 0;
  const why = "This filename was previously used by a file that has since been deleted.";
  return refused2(400, `${why} Use a different version.`);
}
function youngRelease({ release, index }) {
  const age = release === void 0 ? 0 : index.now().getTime() - release.created.getTime();
  if (age <= OPEN_DAYS * DAY_MILLISECONDS) return void 0;
  return refused2(400, `Uploading new files to releases older than ${OPEN_DAYS} days is not allowed.`);
}
function onlySdist({ kind, release }) {
  const second = kind === "sdist" && release?.files.some((stored3) => stored3.kind === "sdist") === true;
  return second ? refused2(400, "Only one sdist may be uploaded per release.") : void 0;
}

// src/emulators/index/zip-directory.ts
import { crc32, inflateRawSync } from "node:zlib";
var END_SIGNATURE = Buffer.from("PK", "latin1");
var END_LENGTH = 22;
var HEADER_SIGNATURE = 67324752;
var HEADER_LENGTH = 30;
var ENTRY_SIGNATURE = 33639248;
var ENTRY_LENGTH = 46;
var LONGEST_COMMENT = 65535;
var LOCATOR_64_SIGNATURE = 117853008;
var LOCATOR_64_LENGTH = 20;
var END_64_LENGTH = 56;
var UTF8_FLAG = 2048;
var EXTRA_HEAD_LENGTH = 4;
var UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var BadArchive = class extends Error {
};
function looksLikeZip(bytes) {
  return endOffset(bytes) !== void 0;
}
function zipArchive(bytes) {
  const end = endOffset(bytes);
  if (end === void 0) throw new BadArchive("File is not a zip file");
  const { size, offset: stated, start } = directoryOf(bytes, end);
  const shift = start - stated;
  if (start < 0) throw new BadArchive("Bad offset for central directory");
  const entries = [];
  let offset = start;
  while (offset < start + size) {
    const { entry, next } = entryAt2(bytes, offset, shift);
    entries.push(entry);
    offset = next;
  }
  return { bytes, entries };
}
function zipFile(archive, name) {
  const entry = archive.entries.findLast((candidate) => candidate.name === name);
  if (entry === void 0) return void 0;
  const { bytes } = archive;
  const inside = entry.headerOffset >= 0 && entry.headerOffset + HEADER_LENGTH <= bytes.length;
  if (!inside || bytes.readUInt32LE(entry.headerOffset) !== HEADER_SIGNATURE) {
    throw new BadArchive("Bad magic number for file header");
  }
  const names = bytes.readUInt16LE(entry.headerOffset + 26) + bytes.readUInt16LE(entry.headerOffset + 28);
  const start = entry.headerOffset + HEADER_LENGTH + names;
  const packed = bytes.subarray(start, start + entry.packedSize);
  const content = entry.method === 0 ? packed : inflateRawSync(packed);
  if (crc32(content) !== entry.crc) throw new BadArchive(`Bad CRC-32 for file '${name}'`);
  return content;
}
function endOffset(bytes) {
  const offset = bytes.lastIndexOf(END_SIGNATURE);
  const inReach = offset >= 0 && bytes.length - offset <= LONGEST_COMMENT + END_LENGTH;
  return inReach && offset + END_LENGTH <= bytes.length ? offset : void 0;
}
function directoryOf(bytes, end) {
  const end64 = end - LOCATOR_64_LENGTH - END_64_LENGTH;
  if (end64 >= 0 && bytes.readUInt32LE(end - LOCATOR_64_LENGTH) === LOCATOR_64_SIGNATURE) {
    const size2 = Number(bytes.readBigUInt64LE(end64 + 40));
    return { size: size2, offset: Number(bytes.readBigUInt64LE(end64 + 48)), start: end64 - size2 };
  }
  const size = bytes.readUInt32LE(end + 12);
  return { size, offset: bytes.readUInt32LE(end + 16), start: end - size };
}
function entryAt2(bytes, offset, shift) {
  if (offset + ENTRY_LENGTH > bytes.length) throw new BadArchive("Truncated central directory");
  if (bytes.readUInt32LE(offset) !== ENTRY_SIGNATURE)
    throw new BadArchive("Bad magic number for central directory");
  const nameEnd = offset + ENTRY_LENGTH + bytes.readUInt16LE(offset + 28);
  const utf82 = (bytes.readUInt16LE(offset + 8) & UTF8_FLAG) !== 0;
  const name = bytes.subarray(offset + ENTRY_LENGTH, nameEnd);
  const extraEnd = nameEnd + bytes.readUInt16LE(offset + 30);
  refuseTornExtras(bytes.subarray(nameEnd, extraEnd));
  const entry = {
    name: utf82 ? UTF8.decode(name) : name.toString("latin1"),
    method: bytes.readUInt16LE(offset + 10),
    crc: bytes.readUInt32LE(offset + 16),
    packedSize: bytes.readUInt32LE(offset + 20),
    size: bytes.readUInt32LE(offset + 24),
    headerOffset: bytes.readUInt32LE(offset + 42) + shift
  };
  return { entry, next: extraEnd + bytes.readUInt16LE(offset + 32) };
}
function refuseTornExtras(extras2) {
  for (let rest = extras2; rest.length >= EXTRA_HEAD_LENGTH; ) {
    const next = EXTRA_HEAD_LENGTH + rest.readUInt16LE(2);
    if (next > rest.length) throw new BadArchive("Corrupt extra field");
    rest = rest.subarray(next);
  }
}

// src/emulators/index/seeds.ts
function plantSeeds(state, owner, now, seeds) {
  for (const [name, versions2] of Object.entries(seeds.projects ?? {})) {
    const releases = Object.entries(versions2).map(
      ([version, files]) => seedRelease(name, version, files, now)
    );
    for (const { files } of releases) for (const { filename } of files) state.filenames.add(filename);
    saveProject(state, { ...projectNamed(state, name, owner), releases }, 1 + releases.length);
  }
  for (const seed of seeds.publishers ?? []) {
    const projects = seed.projects.map((name) => saveProject(state, projectNamed(state, name, owner), 1).id);
    state.publishers = [...state.publishers, { ...registered(seed), projects }];
  }
  for (const seed of seeds.pending ?? []) {
    state.pending = [...state.pending, { ...registered(seed), project: seed.project, addedBy: owner }];
  }
}
function projectNamed(state, name, owner) {
  return state.projects.get(normalName(name)) ?? emptyProject(name, owner);
}
function registered(seed) {
  const { owner, owner_id: ownerId, repository, workflow, environment } = seed;
  return { id: randomUUID5(), owner, ownerId, repository, workflow, environment: environment.toLowerCase() };
}
function seedRelease(name, text2, files, now) {
  const version = versionFrom(text2);
  if (version === void 0) throw new Error(`seed of ${name}: ${text2} is no version (PEP 440)`);
  const texts = /* @__PURE__ */ new Map([
    ["metadata_version", "2.4"],
    ["name", name],
    ["version", version.text]
  ]);
  return {
    version: version.text,
    canonical: version.canonical,
    created: now,
    commit: 0,
    metadata: { name, version, texts, lists: /* @__PURE__ */ new Map(), urls: [] },
    yanked: false,
    files: files.map((file) => seedFile(typeof file === "string" ? { filename: file } : file, now))
  };
}
function seedFile({ filename, content }, now) {
  const bytes = content === void 0 ? Buffer.from(filename) : Buffer.from(content, "base64");
  const wheel = filename.endsWith(".whl");
  const known2 = wheel ? typeof wheelName(filename) !== "string" : sdistName(filename) !== void 0;
  if (!known2) throw new Error(`seed: ${filename} is no distribution's filename`);
  const metadata = wheel && looksLikeZip(bytes) ? zipFile(zipArchive(bytes), `${infoFolder(filename)}/METADATA`) : void 0;
  const pythonVersion2 = wheel ? filename.split("-").at(-3) ?? "" : "source";
  const kind = wheel ? "bdist_wheel" : "sdist";
  return {
    filename,
    kind,
    pythonVersion: pythonVersion2,
    comment: void 0,
    bytes,
    digests: digestsOf(bytes),
    metadata,
    uploaded: now,
    provenance: void 0
  };
}

// src/emulators/index/tarball.ts
import { constants, gunzipSync } from "node:zlib";
var import_tar_stream = __toESM(require_tar_stream(), 1);
var BLOCK2 = 512;
var LARGEST = 2 ** 30;
function looksLikeTar(bytes) {
  const plain = isGzip(bytes) ? unpacked(bytes).content : bytes;
  return isHeader(plain.subarray(0, BLOCK2));
}
async function tarballFrom(bytes) {
  if (!isGzip(bytes)) return looksLikeTar(bytes) || isPackedOtherwise(bytes) ? "unreadable" : "not a tar";
  const { content, whole, truncated } = unpacked(bytes);
  if (content.length < BLOCK2) return truncated ? "broken" : "not a tar";
  if (!isHeader(content.subarray(0, BLOCK2))) return "not a tar";
  return whole || lastMember(content).ended ? membersOf(content) : "unreadable";
}
function isGzip(bytes) {
  return bytes[0] === 31 && bytes[1] === 139;
}
function isPackedOtherwise(bytes) {
  return /^(BZh[1-9]|\xfd7zXZ\0)/.test(bytes.toString("latin1", 0, 6));
}
function unpacked(bytes) {
  try {
    return { content: gunzipSync(bytes, { maxOutputLength: LARGEST }), whole: true, truncated: false };
  } catch (trouble3) {
    const truncated = trouble3.code === "Z_BUF_ERROR";
    return { content: truncated ? begunContent(bytes) : contentBeforeDamage(bytes), whole: false, truncated };
  }
}
function begunContent(bytes) {
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST });
}
function contentBeforeDamage(bytes) {
  const chunks = [];
  const stream = new Gunzip((chunk) => chunks.push(chunk));
  try {
    for (let offset = 0; offset < bytes.length; offset += BLOCK2)
      stream.push(bytes.subarray(offset, offset + BLOCK2));
  } catch {
  }
  return Buffer.concat(chunks);
}
function isHeader(block) {
  if (block.length < BLOCK2) return false;
  if (block.every((byte) => byte === 0)) return true;
  const stated = Number.parseInt(block.toString("latin1", 148, 156).replace(/\0.*$/s, "").trim(), 8);
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  return stated === sum;
}
function membersOf(content) {
  const names = [];
  const sources = [];
  let sparse = false;
  return new Promise((resolve) => {
    const parser = (0, import_tar_stream.extract)();
    parser.on("entry", (header2, stream, next) => {
      names.push(header2.name.replace(/\/+$/, ""));
      sparse ||= isSparse(header2);
      const chunks = [];
      stream.on("error", () => void 0);
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        if (/\.pye?$/i.test(header2.name)) sources.push(Buffer.concat(chunks));
        next();
      });
    });
    parser.on("finish", () => resolve({ names, sparse, sources }));
    parser.on(
      "error",
      () => resolve(lastMember(content).end > content.length ? "unreadable" : { names, sparse, sources })
    );
    parser.end(content);
  });
}
function lastMember(content) {
  let end = 0;
  while (end + BLOCK2 <= content.length && content[end] !== 0) {
    const header2 = content.subarray(end, end + BLOCK2);
    if (!isHeader(header2)) break;
    const size = Number.parseInt(header2.toString("latin1", 124, 136), 8) || 0;
    end += BLOCK2 + Math.ceil(size / BLOCK2) * BLOCK2;
  }
  return {
    end,
    ended: end + BLOCK2 <= content.length && content.subarray(end, end + BLOCK2).every((byte) => byte === 0)
  };
}
function isSparse(header2) {
  const pax = header2.pax ?? {};
  return header2.type === null || Object.keys(pax).some((key) => key.startsWith("GNU.sparse"));
}

// src/emulators/index/zip-framing.ts
var LOCAL_HEADER = 67324752;
var DIRECTORY_HEADER = 33639248;
var END2 = 101010256;
var END_64 = 101075792;
var END_64_LOCATOR = 117853008;
var ZIP64_EXTRA = 1;
var UNICODE_NAME_EXTRA = 28789;
var SENTINEL = 4294967295;
var MALFORMED = "Malformed zip file";
var Framing = class extends Error {
};
function framingTrouble(archive) {
  const walk = {
    archive,
    offset: 0,
    local: /* @__PURE__ */ new Set(),
    listed: /* @__PURE__ */ new Set(),
    directory: { start: void 0, records: 0, size: 0 },
    end64: void 0,
    locator: false
  };
  try {
    while (readRecord(walk)) ;
    if (!sameMembers(walk.local, walk.listed)) return "Mis-matched local headers and central directory";
    return walk.offset === archive.bytes.length ? void 0 : "Trailing data";
  } catch (trouble3) {
    if (trouble3 instanceof Framing) return trouble3.message;
    throw trouble3;
  }
}
function readRecord(walk) {
  const signature2 = take(walk, 4).readUInt32LE(0);
  if (signature2 === END2 && walk.end64 !== void 0 && !walk.locator) throw new Framing(MALFORMED);
  switch (signature2) {
    case LOCAL_HEADER:
      readLocalHeader(walk);
      return true;
    case DIRECTORY_HEADER:
      readDirectoryHeader(walk);
      return true;
    case END_64:
      readEnd64(walk);
      return true;
    case END_64_LOCATOR:
      take(walk, 16);
      walk.locator = true;
      return true;
    case END2:
      readEnd(walk);
      return false;
    default:
      throw new Framing("Unknown record signature");
  }
}
function take(walk, length) {
  const { bytes } = walk.archive;
  if (walk.offset + length > bytes.length) throw new Framing(MALFORMED);
  const taken = bytes.subarray(walk.offset, walk.offset + length);
  walk.offset += length;
  return taken;
}
function readLocalHeader(walk) {
  const head = take(walk, 26);
  const name = take(walk, head.readUInt16LE(22));
  const extra = take(walk, head.readUInt16LE(24));
  refuseControlCharacters(name);
  const stated = { packedSize: head.readUInt32LE(14), size: head.readUInt32LE(18) };
  const { packedSize, size } = withExtras(stated, head.readUInt16LE(4), extra);
  if ((head.readUInt16LE(2) & 8) !== 0) throw new Framing("ZIP contains a data descriptor");
  const text2 = utf8(name, "Filename not unicode");
  const entry = walk.archive.entries.findLast((candidate) => candidate.name === text2);
  if (entry === void 0) throw new Framing("Filename not in central directory");
  if (entry.packedSize !== packedSize) throw new Framing("Mis-matched data size");
  if (entry.size !== size) throw new Framing("Mis-matched file size");
  walk.offset += packedSize;
  if (walk.local.has(text2)) throw new Framing("Duplicate filename in local headers");
  walk.local.add(text2);
}
function withExtras(stated, method, extra) {
  const seen = /* @__PURE__ */ new Set();
  let sizes = stated;
  let rest = extra;
  while (rest.length > 0) {
    if (rest.length < 4) throw new Framing(MALFORMED);
    const id = rest.readUInt16LE(0);
    const length = rest.readUInt16LE(2);
    if (length + 4 > rest.length) throw new Framing(MALFORMED);
    const data = rest.subarray(4, 4 + length);
    const unique = id === ZIP64_EXTRA || id === UNICODE_NAME_EXTRA;
    if (unique && seen.has(id)) throw new Framing("Invalid duplicate extra in local file");
    seen.add(id);
    if (id === ZIP64_EXTRA) sizes = zip64Sizes(sizes, method, data);
    if (id === UNICODE_NAME_EXTRA) {
      refuseControlCharacters(data.subarray(5));
      utf8(data.subarray(5), "Filename not valid UTF-8");
    }
    rest = rest.subarray(4 + length);
  }
  return sizes;
}
function zip64Sizes(stated, method, data) {
  if (![0, 8, 16, 24, 28].includes(data.length)) throw new Framing(MALFORMED);
  if (data.length === 0) {
    if (stated.packedSize === SENTINEL || stated.size === SENTINEL) throw new Framing(MALFORMED);
    return stated;
  }
  const size = Number(data.readBigUInt64LE(0));
  if (data.length === 8) {
    if (method !== 0) throw new Framing(MALFORMED);
    return { packedSize: size, size: stated.size === SENTINEL ? size : stated.size };
  }
  return { packedSize: Number(data.readBigUInt64LE(8)), size: stated.size === SENTINEL ? size : stated.size };
}
function readDirectoryHeader(walk) {
  walk.directory.start ??= walk.offset - 4;
  walk.directory.records += 1;
  const head = take(walk, 42);
  if (head.readUInt16LE(28) !== 0) throw new Framing("Comment in central directory");
  const name = take(walk, head.readUInt16LE(24));
  const extra = take(walk, head.readUInt16LE(26));
  refuseControlCharacters(name);
  walk.directory.size += 46 + name.length + extra.length;
  const text2 = name.toString("utf8");
  if (walk.listed.has(text2)) throw new Framing("Duplicate filename in central directory");
  if (!walk.local.has(text2)) throw new Framing("Missing filename in local headers");
  walk.listed.add(text2);
}
function readEnd64(walk) {
  const data = take(walk, 52);
  const records = Number(data.readBigUInt64LE(28));
  if (Number(data.readBigUInt64LE(20)) !== records) throw new Framing(MALFORMED);
  if (data.readBigUInt64LE(0) !== 44n) throw new Framing("ZIP64 extensible data not allowed");
  walk.end64 = { records, size: Number(data.readBigUInt64LE(36)), start: Number(data.readBigUInt64LE(44)) };
}
function readEnd(walk) {
  const start = walk.directory.start ?? walk.offset - 4;
  const data = take(walk, 18);
  const records = data.readUInt16LE(6);
  if (data.readUInt16LE(4) !== records) throw new Framing(MALFORMED);
  const plain = { records, size: data.readUInt32LE(8), start: data.readUInt32LE(12) };
  walk.offset += data.readUInt16LE(16);
  const stated = (walk.locator ? walk.end64 : void 0) ?? plain;
  if (stated.records !== walk.directory.records) throw new Framing("Mismatched central directory records");
  if (stated.start !== start) throw new Framing("Mismatched central directory offset");
  if (stated.size !== walk.directory.size) throw new Framing("Mismatched central directory size");
}
function refuseControlCharacters(name) {
  if (name.some((byte) => byte < 32 || byte === 127)) throw new Framing("Invalid character in filename");
}
function utf8(bytes, trouble3) {
  const text2 = bytes.toString("utf8");
  if (!Buffer.from(text2).equals(bytes)) throw new Framing(trouble3);
  return text2;
}
function sameMembers(one, other) {
  return one.size === other.size && [...one].every((member2) => other.has(member2));
}

// src/emulators/index/archive-checks.ts
var MEBIBYTE3 = 1024 * 1024;
var BOMB_SIZE = 64 * MEBIBYTE3;
var BOMB_RATIO = 50;
var STORED = 0;
var DEFLATED = 8;
var SCANNER_RULES = [
  {
    message: "PyArmor-encrypted content is not allowed.",
    matches: (source) => /__pyarmor__\(__name__, __file__,|__pyarmor_(enter|exit|assert|bcc)__/.test(source)
  },
  {
    message: "SourceDefender-encrypted content is not allowed.",
    matches: (source) => source.includes("---BEGIN PYE FILE---") && source.includes("---END PYE FILE---")
  }
];
var ZIP_CHECKS = [notABomb, plainCompression, wanted, harmless, framed];
function openedWheel(given) {
  const archive = openedZip(given);
  if ("status" in archive) return archive;
  return { ...given, archive, infoFolder: infoFolder(given.file.filename) ?? "" };
}
async function openedSdist(given) {
  if (given.file.filename.endsWith(".zip")) {
    const archive = openedZip(given);
    return "status" in archive ? archive : { ...given, tarball: void 0 };
  }
  const { bytes } = given.file;
  const reading = await tarballFrom(bytes);
  if (reading === "broken") return BROKEN;
  if (reading !== "not a tar" && looksLikeZip(bytes)) return invalid2("File is both a zip and a tar file");
  if (reading === "not a tar") return invalid2("File is not a tarfile");
  if (reading === "unreadable") return invalid2("None");
  const trouble3 = tarballTrouble(scans(given) ? reading : { ...reading, sources: [] });
  return trouble3 === void 0 ? { ...given, tarball: reading } : trouble3;
}
function commonFolder(names) {
  const absolute = names.filter((name) => name.startsWith("/")).length;
  if (absolute > 0 && absolute < names.length) return void 0;
  const split = names.map((name) => name.split("/").filter((part) => part !== "" && part !== "."));
  const [first = []] = split;
  const differs = first.findIndex((part, index) => split.some((parts) => parts[index] !== part));
  const common = differs < 0 ? first : first.slice(0, differs);
  return (absolute > 0 ? "/" : "") + common.join("/");
}
function invalid2(why) {
  return refused2(400, `Invalid distribution file. ${why}`);
}
function scans({ index }) {
  return !index.state.flags.has("disable-upload-scanning");
}
function openedZip(given) {
  const { file } = given;
  const isZip = looksLikeZip(file.bytes);
  if (isZip && looksLikeTar(file.bytes)) return invalid2("File is both a zip and a tar file");
  if (!isZip) return invalid2("File is not a zipfile");
  try {
    const archive = zipArchive(file.bytes);
    for (const check of scans(given) ? ZIP_CHECKS : ZIP_CHECKS.filter((each2) => each2 !== harmless)) {
      const trouble3 = check(archive, file.filename);
      if (trouble3 !== void 0) return invalid2(trouble3);
    }
    return archive;
  } catch (trouble3) {
    return trouble3 instanceof BadArchive ? invalid2("None") : BROKEN;
  }
}
function notABomb({ bytes, entries }) {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const bomb = size > BOMB_SIZE && size / bytes.length > BOMB_RATIO;
  return bomb ? `File exceeds compression ratio of ${BOMB_RATIO}` : void 0;
}
function plainCompression({ entries }) {
  const plain = entries.every(({ method }) => method === STORED || method === DEFLATED);
  return plain ? void 0 : "File does not use a supported compression type";
}
function wanted(archive, filename) {
  if (filename.endsWith(".zip")) {
    const top = commonFolder(archive.entries.map(({ name }) => name));
    if (top === void 0) throw new Error("Absolute names beside relative ones have no common folder.");
    return topTrouble(top) ?? absent2(archive, "PKG-INFO", `${top}/PKG-INFO`);
  }
  const folder = infoFolder(filename);
  if (folder === void 0) return "Unable to parse name and version from wheel filename";
  return absent2(archive, "WHEEL", `${folder}/WHEEL`);
}
function absent2(archive, what, where) {
  return zipFile(archive, where) === void 0 ? `${what} not found at ${where}` : void 0;
}
function harmless(archive) {
  const names = archive.entries.map(({ name }) => name).filter((name) => /\.pye?$/i.test(name));
  return scannerTrouble(names.map((name) => zipFile(archive, name) ?? Buffer.alloc(0)));
}
function framed(archive) {
  const trouble3 = framingTrouble(archive);
  return trouble3 === void 0 ? void 0 : `ZIP archive not accepted: ${trouble3}.`;
}
function tarballTrouble({ names, sparse, sources }) {
  const top = commonFolder(names);
  if (top === void 0) return BROKEN;
  if (sparse) return invalid2("tar archive not accepted: Sparse members are not allowed.");
  const folder = topTrouble(top);
  if (folder !== void 0) return invalid2(folder);
  if (!names.includes(`${top}/PKG-INFO`)) return invalid2(`PKG-INFO not found at ${top}/PKG-INFO`);
  const scanned = scannerTrouble(sources);
  return scanned === void 0 ? void 0 : invalid2(scanned);
}
function topTrouble(top) {
  return [".", "/", ""].includes(top) ? "Incorrect number of top-level directories in sdist" : void 0;
}
function scannerTrouble(sources) {
  const texts = sources.map((source) => source.toString("latin1"));
  return SCANNER_RULES.find(({ matches }) => texts.some(matches))?.message;
}

// src/emulators/index/attestation-bundle.ts
import { X509Certificate } from "node:crypto";
function bundleOf({ verification_material: material, envelope }) {
  const certificate = certificateOf(material.certificate);
  if (certificate === void 0) return "invalid X.509 certificate";
  const entry = entryOf(material.transparency_entries[0]);
  if (entry === void 0) return "invalid transparency log entry";
  if (entry.signedEntryTimestamp === void 0)
    return "bundle must contain an inclusion promise or signed timestamp(s)";
  const payload = Buffer.from(envelope.statement, "base64");
  return { certificate, entry, payload, signature: Buffer.from(envelope.signature, "base64") };
}
function certificateOf(der) {
  try {
    return new X509Certificate(Buffer.from(der, "base64"));
  } catch {
    return void 0;
  }
}
function entryOf(value) {
  const proof = member(value, "inclusionProof");
  const promise2 = member(member(value, "inclusionPromise"), "signedEntryTimestamp");
  const hashes = member(proof, "hashes");
  const texts = {
    logIndex: member(value, "logIndex"),
    keyId: member(member(value, "logId"), "keyId"),
    kind: member(member(value, "kindVersion"), "kind"),
    version: member(member(value, "kindVersion"), "version"),
    body: member(value, "canonicalizedBody"),
    rootHash: member(proof, "rootHash"),
    checkpoint: member(member(proof, "checkpoint"), "envelope"),
    proofIndex: member(proof, "logIndex"),
    treeSize: member(proof, "treeSize")
  };
  if (!areTexts(texts) || !Array.isArray(hashes)) return void 0;
  return {
    logIndex: Number(texts.logIndex),
    keyId: Buffer.from(texts.keyId, "base64"),
    kind: texts.kind,
    version: texts.version,
    integratedTime: Number(member(value, "integratedTime") ?? 0),
    signedEntryTimestamp: typeof promise2 === "string" ? Buffer.from(promise2, "base64") : void 0,
    rootHash: Buffer.from(texts.rootHash, "base64"),
    hashes: hashes.map((hash) => Buffer.from(String(hash), "base64")),
    checkpoint: texts.checkpoint,
    body: Buffer.from(texts.body, "base64")
  };
}
function areTexts(values) {
  return Object.values(values).every((value) => typeof value === "string");
}
function member(value, name) {
  return typeof value === "object" && value !== null ? value[name] : void 0;
}

// src/emulators/index/attestation-model.ts
function attestationList(text2) {
  const value = parsed3(text2);
  if (value === void 0) return validationError("list[Attestation]", [invalidJson(text2, text2)]);
  if (!Array.isArray(value)) {
    const message = "Input should be a valid array";
    return validationError("list[Attestation]", [{ where: "", message, type: "list_type", input: value }]);
  }
  const troubles = value.flatMap((item, index) => attestationTroubles(item, String(index)));
  if (troubles.length > 0) return validationError("list[Attestation]", troubles);
  return value.map((item) => trimmed(item));
}
function parsed3(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function attestationTroubles(value, where) {
  return withMembers(value, where, {
    version: (version, place) => version === 1 ? [] : [{ where: place, message: "Input should be 1", type: "literal_error", input: version }],
    verification_material: (material, place) => withMembers(material, place, { certificate: base64, transparency_entries: logEntries }),
    envelope: (envelope, place) => withMembers(envelope, place, { statement: base64, signature: base64 })
  });
}
function withMembers(value, where, members) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [{ where, message: "Input should be an object", type: "model_type", input: value }];
  }
  const given = value;
  return Object.entries(members).flatMap(([name, check]) => {
    const place = `${where}.${name}`;
    if (name in given) return check(given[name], place);
    return [{ where: place, message: "Field required", type: "missing", input: given }];
  });
}
function base64(value, where) {
  if (typeof value !== "string")
    return [{ where, message: "Input should be a valid bytes", type: "bytes_type", input: value }];
  if (/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(value) && value.replace(/\s/g, "").length % 4 === 0) return [];
  const message = "Base64 decoding error: 'Incorrect padding'";
  return [{ where, message, type: "base64_decode", input: value }];
}
function logEntries(value, where) {
  if (!Array.isArray(value))
    return [{ where, message: "Input should be a valid list", type: "list_type", input: value }];
  if (value.length > 0) return [];
  const message = "List should have at least 1 item after validation, not 0";
  return [{ where, message, type: "too_short", input: value }];
}
function trimmed({ verification_material: material, envelope }) {
  return {
    version: 1,
    verification_material: {
      certificate: material.certificate,
      transparency_entries: material.transparency_entries
    },
    envelope: { statement: envelope.statement, signature: envelope.signature }
  };
}

// src/emulators/index/attestation-trust.ts
import { createHash as createHash4, createPublicKey, verify, X509Certificate as X509Certificate2 } from "node:crypto";

// src/emulators/dsse.ts
function preAuthEncoding(type, payload) {
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `),
    payload
  ]);
}

// src/emulators/index/der.ts
var EXTENSIONS2 = 163;
var OBJECT_IDENTIFIER = 6;
var OCTET_STRING = 4;
var UTF8_STRING = 12;
function extensionText(certificate, identifier) {
  const [whole] = valuesIn(certificate);
  const [signedPart] = valuesIn(whole?.content ?? Buffer.alloc(0));
  const wrapper = valuesIn(signedPart?.content ?? Buffer.alloc(0)).find(({ tag }) => tag === EXTENSIONS2);
  const [list2] = valuesIn(wrapper?.content ?? Buffer.alloc(0));
  for (const extension2 of valuesIn(list2?.content ?? Buffer.alloc(0))) {
    const parts = valuesIn(extension2.content);
    const name = parts.find(({ tag }) => tag === OBJECT_IDENTIFIER);
    if (name === void 0 || dotted(name.content) !== identifier) continue;
    const [inner] = valuesIn(parts.find(({ tag }) => tag === OCTET_STRING)?.content ?? Buffer.alloc(0));
    return inner?.tag === UTF8_STRING ? inner.content.toString() : void 0;
  }
  return void 0;
}
function valuesIn(bytes) {
  const values = [];
  for (let at2 = 0; at2 < bytes.length; ) {
    const tag = bytes.readUInt8(at2);
    const first = bytes.readUInt8(at2 + 1);
    const longer = first > 127 ? first & 127 : 0;
    const start = at2 + 2 + longer;
    const length = longer === 0 ? first : bytes.readUIntBE(at2 + 2, longer);
    values.push({ tag, content: bytes.subarray(start, start + length) });
    at2 = start + length;
  }
  return values;
}
function dotted(bytes) {
  const numbers = [];
  let number = 0;
  for (const byte of bytes) {
    number = number * 128 + (byte & 127);
    if (byte > 127) continue;
    numbers.push(number);
    number = 0;
  }
  const [both = 0, ...others] = numbers;
  const first = Math.min(Math.floor(both / 40), 2);
  return [first, both - first * 40, ...others].join(".");
}

// src/emulators/index/attestation-trust.ts
var PAYLOAD_TYPE = "application/vnd.in-toto+json";
var ISSUER = "https://token.actions.githubusercontent.com";
var CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
var FULCIO = "1.3.6.1.4.1.57264.1";
var CHECKS = [
  time,
  chain,
  usage,
  extension("OIDCIssuerV2", `${FULCIO}.8`, () => ISSUER),
  extension("OIDCSourceRepositoryURI", `${FULCIO}.12`, repositoryOf2),
  buildConfiguration,
  inclusion,
  checkpoint,
  promise,
  signature,
  logged
];
function distrust(bundle, trust) {
  for (const check of CHECKS) {
    const trouble3 = check(bundle, trust);
    if (trouble3 !== void 0) return trouble3;
  }
  return void 0;
}
function time({ entry }) {
  if (entry.integratedTime === 0) return "not enough sources of verified time";
  const timed = ["dsse", "hashedrekord"].includes(entry.kind) && entry.version === "0.0.1";
  return timed ? void 0 : "Integrated time only supported for dsse/hashedrekord 0.0.1 types";
}
function chain({ certificate, entry }, { root }) {
  const at2 = entry.integratedTime * 1e3;
  const authorities = root.certificateAuthorities.flatMap(({ certChain }) => certChain.certificates).map(({ rawBytes }) => new X509Certificate2(Buffer.from(rawBytes, "base64")));
  const valid = (one) => Date.parse(one.validFrom) <= at2 && at2 <= Date.parse(one.validTo);
  const failed = "failed to build timestamp certificate chain: validation failed:";
  if (!valid(certificate))
    return `${failed} cert is not valid at validation time (encountered processing <Certificate(subject=<Name()>, ...)>)`;
  const signed = authorities.some(
    (authority) => valid(authority) && certificate.checkIssued(authority) && certificate.verify(authority.publicKey)
  );
  return signed ? void 0 : `${failed} candidates exhausted: all candidates exhausted with no interior errors`;
}
function usage({ certificate }) {
  return certificate.keyUsage?.includes(CODE_SIGNING) ? void 0 : "Extended usage does not contain `code signing`";
}
function extension(name, identifier, expected) {
  return ({ certificate }, { publisher }) => {
    const got = extensionText(certificate.raw, identifier);
    const wanted2 = expected(publisher);
    if (got === void 0) return `Certificate does not contain ${name} (${identifier}) extension`;
    return got === wanted2 ? void 0 : `Certificate's ${name} does not match (got ${got}, expected ${wanted2})`;
  };
}
function repositoryOf2({ owner, repository }) {
  return `https://github.com/${owner}/${repository}`;
}
function buildConfiguration({ certificate }, { publisher }) {
  const text2 = (number) => extensionText(certificate.raw, `${FULCIO}.${number}`);
  const places = [text2(13), text2(14)].filter((place) => place !== void 0);
  if (places.length === 0)
    return "Certificate must contain either Source Repository Digest or Source Repository Ref";
  const { workflow, owner, repository } = publisher;
  const uri = text2(18) ?? "";
  const workflowUri = `${repositoryOf2(publisher)}/.github/workflows/${workflow}`;
  if (places.some((place) => uri === `${workflowUri}@${place}`)) return void 0;
  return `Certificate's Build Config URI (${uri}) does not match expected Trusted Publisher (${workflow} @ ${owner}/${repository})`;
}
function inclusion({ entry }) {
  const { hashes, body, rootHash } = entry;
  if (hashes.length > 0)
    return `invalid log entry: inclusion proof has wrong size: expected 0, got ${hashes.length}`;
  const leaf = createHash4("sha256").update(Buffer.from([0])).update(body).digest();
  return leaf.equals(rootHash) ? void 0 : `invalid log entry: inclusion proof contains invalid root hash: calculated ${leaf.toString("hex")}`;
}
function checkpoint({ entry }, { root }) {
  const [head = "", signatures = ""] = entry.checkpoint.split("\n\n", 2);
  const given = [...signatures.matchAll(/^— \S+ (\S+)$/gm)].map(
    ([, text2 = ""]) => Buffer.from(text2, "base64")
  );
  const own = given.find((bytes) => bytes.subarray(0, 4).equals(entry.keyId.subarray(0, 4)));
  if (own === void 0)
    return `invalid log entry: checkpoint: Signature not found for log ID ${entry.keyId.toString("hex")}`;
  if (!holds2(root, entry.keyId, { signed: Buffer.from(`${head}
`), signature: own.subarray(4) }))
    return "invalid log entry: checkpoint: invalid signature: keyring: invalid signature";
  const [, , hash = ""] = head.split("\n");
  return entry.rootHash.equals(Buffer.from(hash, "base64")) ? void 0 : "invalid log entry: Inclusion proof contains invalid root hash signature";
}
function promise({ entry }, { root }) {
  const promised = JSON.stringify({
    body: entry.body.toString("base64"),
    integratedTime: entry.integratedTime,
    logID: entry.keyId.toString("hex"),
    logIndex: entry.logIndex
  });
  const signature2 = entry.signedEntryTimestamp ?? Buffer.alloc(0);
  return holds2(root, entry.keyId, { signed: Buffer.from(promised), signature: signature2 }) ? void 0 : "invalid log entry: SET: invalid inclusion promise: keyring: invalid signature";
}
function holds2(root, keyId, { signed, signature: signature2 }) {
  const log = root.tlogs.find((each2) => keyId.equals(Buffer.from(each2.logId.keyId, "base64")));
  return log !== void 0 && verify("sha256", signed, publicKey(log.publicKey.rawBytes), signature2);
}
function publicKey(der) {
  return createPublicKey({ key: Buffer.from(der, "base64"), format: "der", type: "spki" });
}
function signature({ certificate, payload, signature: given }) {
  const encoded2 = preAuthEncoding(PAYLOAD_TYPE, payload);
  return verify("sha256", encoded2, certificate.publicKey, given) ? void 0 : "DSSE: invalid signature";
}
function logged({ certificate, entry, payload, signature: given }) {
  const { spec } = JSON.parse(entry.body.toString());
  const hash = createHash4("sha256").update(payload).digest("hex");
  if (spec?.payloadHash?.value !== hash) return "log entry payload hash does not match bundle";
  const [one, ...others] = spec.signatures ?? [];
  const same2 = one?.signature === given.toString("base64") && one.verifier === Buffer.from(certificate.toString()).toString("base64");
  return same2 && others.length === 0 ? void 0 : "log entry signatures do not match bundle";
}

// src/emulators/index/attestations.ts
var MOST = 2;
var PREDICATE_TYPES = [
  /^https:\/\/docs\.[^/]+\/attestations\/publish\/v1$/,
  /^https:\/\/slsa\.dev\/provenance\/v1$/
];
var STATEMENT = [oneSubject, subjectName, subjectDigest, knownPredicate];
async function provenanceFrom(given) {
  const text2 = given.form.values.get("attestations")?.at(-1);
  if (text2 === void 0 || given.index.state.flags.has("disable-pep740")) return void 0;
  if (!("publisher" in given.identity)) {
    return invalid3("Attestations are only supported when using Trusted Publishing");
  }
  const { publisher } = given.identity;
  const attestations = attestationList(text2);
  if (typeof attestations === "string") return invalid3(`Malformed attestations: ${attestations}`);
  if (attestations.length === 0)
    return invalid3("Malformed attestations: an empty attestation set is not permitted");
  if (attestations.length > MOST) return invalid3(`A maximum of ${MOST} attestations per file are supported`);
  const seen = /* @__PURE__ */ new Set();
  for (const attestation of attestations) {
    const trouble3 = await verificationTrouble(attestation, given, publisher) ?? repeatedType(attestation, seen);
    if (trouble3 !== void 0) return invalid3(trouble3);
  }
  return provenance(attestations, publisher);
}
function invalid3(why) {
  return refused2(400, `Invalid attestations supplied during upload: ${why}`);
}
async function verificationTrouble(attestation, given, publisher) {
  const root = await given.index.trustedRoot?.();
  const bundle = root === void 0 ? "Failed to refresh TUF metadata" : bundleOf(attestation);
  if (root === void 0 || typeof bundle === "string")
    return `Unknown error while trying to verify included attestations: ${bundle}`;
  const trouble3 = distrust(bundle, { root, publisher }) ?? misstatement(attestation, given);
  return trouble3 === void 0 ? void 0 : `Could not verify the uploaded artifact using the included attestation: Verification failed: ${trouble3}`;
}
function misstatement(attestation, given) {
  for (const check of STATEMENT) {
    const trouble3 = check(attestation, given);
    if (trouble3 !== void 0) return trouble3;
  }
  return void 0;
}
function repeatedType(attestation, seen) {
  const type = statementOf(attestation)?.predicateType ?? "";
  if (seen.has(type)) {
    return `Multiple attestations for the same file with the same predicate type (${type}) are not supported`;
  }
  seen.add(type);
  return void 0;
}
function statementOf({ envelope }) {
  try {
    const value = JSON.parse(Buffer.from(envelope.statement, "base64").toString());
    return typeof value === "object" && value !== null ? value : void 0;
  } catch {
    return void 0;
  }
}
function oneSubject(attestation) {
  const subjects = statementOf(attestation)?.subject;
  if (!Array.isArray(subjects)) return "invalid statement: 1 validation error for _Statement";
  if (subjects.length !== 1) return "too many subjects in statement (must be exactly one)";
  return subjects[0]?.name ? void 0 : "invalid subject: missing name";
}
function subjectName(attestation, { file }) {
  const name = statementOf(attestation)?.subject?.[0]?.name ?? "";
  const parsed5 = comparable(name);
  if (parsed5 === void 0) return `invalid subject: Invalid distribution filename: ${name}`;
  return parsed5 === comparable(file.filename) ? void 0 : `subject does not match distribution name: ${name} != ${file.filename}`;
}
function comparable(filename) {
  if (filename.endsWith(".whl")) {
    const name = wheelName(filename);
    if (typeof name === "string") return void 0;
    const tags = filename.slice(0, -".whl".length).split("-").slice(2);
    const sorted = tags.map((tag) => tag.toLowerCase().split(".").sort().join("."));
    return ["wheel", name.normalName, name.version.canonical, ...sorted].join(" ");
  }
  const sdist = /\.(tar\.gz|zip)$/.test(filename) ? sdistName(filename) : void 0;
  return sdist === void 0 ? void 0 : ["sdist", normalName(sdist.name), sdist.version.canonical].join(" ");
}
function subjectDigest(attestation, { digests }) {
  const digest = statementOf(attestation)?.subject?.[0]?.digest?.sha256;
  return digest === digests.sha256 ? void 0 : "subject does not match distribution digest";
}
function knownPredicate(attestation) {
  const type = statementOf(attestation)?.predicateType ?? "";
  return PREDICATE_TYPES.some((known2) => known2.test(type)) ? void 0 : `unknown attestation type: ${type}`;
}
function provenance(attestations, publisher) {
  const { owner, repository, workflow, environment } = publisher;
  const identity = {
    kind: "GitHub",
    repository: `${owner}/${repository}`,
    workflow,
    environment: environment === "" ? null : environment
  };
  return { version: 1, attestation_bundles: [{ attestations, publisher: identity }] };
}

// src/emulators/index/entry-points.ts
var SECTION = /^\[(.+)\]/;
var CHECKED_SECTIONS = ["console_scripts", "gui_scripts"];
var DEFAULTS = "DEFAULT";
var SCRIPT_NAME = /^[\p{L}\p{N}_.-]+$/u;
var BYTE_ORDER_MARK = "\uFEFF";
function areEntryPoints(text2) {
  const sections = namesBySection(text2);
  if (sections === void 0) return false;
  const scripts = CHECKED_SECTIONS.flatMap((section) => {
    const names = sections.get(section);
    return names === void 0 ? [] : [...names, ...sections.get(DEFAULTS) ?? []];
  });
  return scripts.every((name) => SCRIPT_NAME.test(name));
}
function namesBySection(text2) {
  const sections = /* @__PURE__ */ new Map();
  let names;
  let indented = -1;
  if (text2.startsWith(BYTE_ORDER_MARK)) return void 0;
  for (const line of text2.split(/\r\n|\r|\n/)) {
    const content = line.trim();
    const indent = line.length - line.trimStart().length;
    if (content === "" || /^[#;]/.test(content)) continue;
    if (indented >= 0 && indent > indented) continue;
    const opened = SECTION.exec(content)?.[1];
    if (opened !== void 0) {
      if (sections.has(opened) && opened !== DEFAULTS) return void 0;
      names = sections.get(opened) ?? /* @__PURE__ */ new Set();
      sections.set(opened, names);
      indented = -1;
      continue;
    }
    const name = /^(.*?)\s*=/.exec(content)?.[1];
    if (names === void 0 || name === void 0 || name === "" || names.has(name)) return void 0;
    names.add(name);
    indented = indent;
  }
  return sections;
}

// src/emulators/index/platform-tags.ts
var FIXED = /* @__PURE__ */ new Set([
  "any",
  "win32",
  "win_amd64",
  "win_arm64",
  "win_ia64",
  "manylinux1_x86_64",
  "manylinux1_i686",
  "manylinux2010_x86_64",
  "manylinux2010_i686",
  "manylinux2014_x86_64",
  "manylinux2014_i686",
  "manylinux2014_aarch64",
  "manylinux2014_armv7l",
  "manylinux2014_ppc64",
  "manylinux2014_ppc64le",
  "manylinux2014_s390x",
  "linux_armv6l",
  "linux_armv7l"
]);
var MUSLLINUX = new Set("x86_64 i686 aarch64 armv7l ppc64le s390x riscv64".split(" "));
var MANYLINUX = /* @__PURE__ */ new Set([...MUSLLINUX, "ppc64"]);
var MACOS = new Set(
  "ppc ppc64 i386 x86_64 arm64 intel fat fat3 fat64 universal universal2".split(" ")
);
var MACOS_MAJORS = /* @__PURE__ */ new Set(["11", "12", "13", "14", "15", "26"]);
var IOS = /* @__PURE__ */ new Set(["arm64", "x86_64"]);
var ANDROID = /* @__PURE__ */ new Set(["armeabi_v7a", "arm64_v8a", "x86", "x86_64"]);
var FAMILIES = [
  { pattern: /^manylinux_\d+_\d+_(?<arch>.*)/, accepts: ({ arch = "" }) => MANYLINUX.has(arch) },
  { pattern: /^musllinux_\d+_\d+_(?<arch>.*)/, accepts: ({ arch = "" }) => MUSLLINUX.has(arch) },
  {
    pattern: /^macosx_(?<major>\d+)_(?<minor>\d+)_(?<arch>.*)/,
    accepts: ({ major = "", minor, arch = "" }) => MACOS.has(arch) && (major === "10" || MACOS_MAJORS.has(major) && minor === "0")
  },
  {
    pattern: /^ios_\d+_\d+_(?<arch>.*)_(?:iphoneos|iphonesimulator)/,
    accepts: ({ arch = "" }) => IOS.has(arch)
  },
  { pattern: /^android_\d+_(?<arch>.*)/, accepts: ({ arch = "" }) => ANDROID.has(arch) },
  { pattern: /^pyemscripten_\d+_\d+_wasm32/, accepts: () => true }
];
function isAcceptedPlatform(tag) {
  if (FIXED.has(tag)) return true;
  return FAMILIES.some(({ pattern, accepts }) => {
    const groups = pattern.exec(tag)?.groups;
    return pattern.test(tag) && accepts(groups ?? {});
  });
}

// src/emulators/index/distribution-rules.ts
var LONGEST_NAME_BYTES2 = 255;
var LONGEST_COLUMN = 131072;
var SDIST_RULES = [
  { about: "a filename with a version", answer: sdistFilename },
  { about: "the name in the filename", answer: sdistProject },
  { about: "the filename as PEP 625 has it", answer: sdistSpelling },
  { about: "licence files", answer: sdistLicenses }
];
var WHEEL_RULES = [
  { about: "the parts of the filename", answer: wheelFilename },
  { about: "platform tags", answer: wheelPlatforms },
  { about: "the name in the filename", answer: wheelProject },
  { about: "the spelling of the name", answer: wheelSpelling },
  { about: "the version in the filename", answer: wheelVersion },
  { about: "licence files", answer: wheelLicenses },
  { about: "RECORD", answer: wheelRecord },
  { about: "entry_points.txt", answer: wheelEntryPoints },
  { about: "METADATA", answer: wheelMetadata },
  { about: "room for the name of the METADATA file", answer: metadataNameFitsDisk }
].map(({ about, answer: answer2 }) => ({ about, answer: damageBreaks(answer2) }));
function damageBreaks(answer2) {
  return (given) => {
    try {
      return answer2(given);
    } catch (trouble3) {
      const fromZlib = trouble3.code?.startsWith("Z_") === true;
      if (trouble3 instanceof BadArchive || fromZlib) return BROKEN;
      throw trouble3;
    }
  };
}
function sdistFilename({ file }) {
  if (sdistName(file.filename) !== void 0) return void 0;
  return refused2(400, `Invalid source distribution filename: ${file.filename}`);
}
function sdistProject({ file, project, metadata }) {
  const { filename } = file;
  const found2 = sdistName(filename)?.name ?? "";
  const stem = filename.replace(/\.(tar\.gz|zip)$/, "");
  const [name = "", ...version] = stem.split(/-(?=[^-]+-[^-]+$)/);
  const hyphenated = metadata.version.postrelease && normalName(found2) !== project.normalName && versionFrom(version.join("")) !== void 0;
  return normalName(hyphenated ? name : found2) === project.normalName ? void 0 : otherProject(project.name, project.normalName);
}
function otherProject(name, normal) {
  return refused2(400, `Start filename for ${pythonRepr(name)} with ${pythonRepr(filenameName(normal))}.`);
}
function sdistSpelling({ file, project, metadata }) {
  const expected = `${filenameName(project.normalName)}-${metadata.version.text}.tar.gz`;
  if (file.filename === expected) return void 0;
  return refused2(400, `Filename ${pythonRepr(file.filename)} is invalid, should be ${pythonRepr(expected)}.`);
}
function sdistLicenses({ file, metadata, tarball }) {
  const names = tarball?.names ?? [];
  const top = commonFolder(names) ?? "";
  for (const license2 of metadata.lists.get("license_file") ?? []) {
    if (!names.includes(`${top}/${license2}`))
      return licenseMissing(license2, file.filename, `${top}/${license2}`);
  }
  return void 0;
}
function licenseMissing(license2, filename, where) {
  return refused2(400, `License-File ${license2} does not exist in distribution file ${filename} at ${where}`);
}
function wheelFilename({ file }) {
  const name = wheelName(file.filename);
  return typeof name === "string" ? refused2(400, name) : void 0;
}
function wheelPlatforms({ file }) {
  const name = wheelName(file.filename);
  const tag = typeof name === "string" ? void 0 : name.platforms.find((platform) => !isAcceptedPlatform(platform));
  if (tag === void 0) return void 0;
  return refused2(400, `Binary wheel '${file.filename}' has an unsupported platform tag '${tag}'.`);
}
function wheelProject({ file, metadata, project }) {
  const name = wheelName(file.filename);
  const same2 = typeof name !== "string" && name.normalName === normalName(metadata.name);
  return same2 ? void 0 : otherProject(project.name, metadata.name);
}
function wheelSpelling({ file, project }) {
  const [found2 = ""] = file.filename.split("-");
  const expected = filenameName(project.normalName);
  if (found2 === expected) return void 0;
  const should = `should contain the normalized project name ${pythonRepr(expected)}, not ${pythonRepr(found2)}`;
  return refused2(400, `Filename ${pythonRepr(file.filename)} ${should}.`);
}
function wheelVersion({ file, metadata }) {
  const name = wheelName(file.filename);
  if (typeof name === "string" || name.version.canonical === metadata.version.canonical) return void 0;
  const { text: text2 } = metadata.version;
  return refused2(
    400,
    `Version in filename should be ${pythonRepr(text2)} not ${pythonRepr(name.version.text)}.`
  );
}
function wheelLicenses({ file, metadata, archive, infoFolder: infoFolder2 }) {
  for (const license2 of metadata.lists.get("license_file") ?? []) {
    const where = `${infoFolder2}/licenses/${license2}`;
    if (zipFile(archive, where) === void 0) return licenseMissing(license2, file.filename, where);
  }
  return void 0;
}
function wheelRecord({ file, archive, infoFolder: infoFolder2 }) {
  const record = zipFile(archive, `${infoFolder2}/RECORD`);
  if (record === void 0 || !isUtf8(record) || hasLongField(record.toString())) {
    return refused2(
      400,
      `Wheel '${file.filename}' does not contain the required RECORD file: ${infoFolder2}/RECORD`
    );
  }
  return pythonLines(record.toString()).includes("") ? BROKEN : void 0;
}
function hasLongField(record) {
  return record.split(/[,\r\n]/).some((field3) => field3.length > LONGEST_COLUMN);
}
function wheelEntryPoints({ file, archive, infoFolder: infoFolder2 }) {
  const content = zipFile(archive, `${infoFolder2}/entry_points.txt`);
  if (content === void 0 || isUtf8(content) && areEntryPoints(content.toString())) return void 0;
  return refused2(
    400,
    `Wheel '${file.filename}' has invalid entry points defined in the entry_points.txt file`
  );
}
function wheelMetadata({ file, archive, infoFolder: infoFolder2 }) {
  if (zipFile(archive, `${infoFolder2}/METADATA`) !== void 0) return void 0;
  return refused2(
    400,
    `Wheel '${file.filename}' does not contain the required METADATA file: ${infoFolder2}/METADATA`
  );
}
function metadataNameFitsDisk({ file }) {
  const fits = Buffer.byteLength(`${file.filename}.metadata`) <= LONGEST_NAME_BYTES2;
  return fits ? void 0 : refused2(400, `Filename is too long: '${file.filename}'`);
}
function isUtf8(bytes) {
  return Buffer.from(bytes.toString()).equals(bytes);
}

// src/emulators/index/identity.ts
var INVALID = "Invalid or non-existent authentication information.";
var PASSWORD = "Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead.";
function identityFrom(state, authorization) {
  const [, scheme = "", rest = ""] = /^(\S+) ([\s\S]*)$/.exec(authorization ?? "") ?? [];
  const method = scheme.toLowerCase();
  if (method === "token" || method === "bearer") return holderOf(state, rest.trim()) ?? refused2(403, INVALID);
  if (method !== "basic") return refused2(403, INVALID);
  const credentials = Buffer.from(rest, "base64").toString();
  const colon = credentials.indexOf(":");
  if (colon < 0) return refused2(403, INVALID);
  if (credentials.slice(0, colon) !== "__token__") return statusOnly(403, PASSWORD);
  return holderOf(state, credentials.slice(colon + 1).trim()) ?? refused2(403, INVALID);
}
function holderOf(state, text2) {
  const token = presentedToken(text2);
  const macaroon = token === void 0 ? void 0 : state.macaroons.get(token.identifier);
  if (token === void 0 || macaroon === void 0) return void 0;
  if ("user" in macaroon.holder) {
    const user = state.users.get(macaroon.holder.user.name);
    return user === void 0 || user.disabled ? void 0 : { user, macaroon, token };
  }
  const { publisher: id } = macaroon.holder;
  const publisher = state.publishers.find((candidate) => candidate.id === id);
  return publisher === void 0 ? void 0 : { publisher, macaroon, token };
}

// src/emulators/index/licenses.txt
var licenses_default = "0BSD\n3D-Slicer-1.0\nAAL\nAbstyles\nAdaCore-doc\nAdobe-2006\nAdobe-Display-PostScript\nAdobe-Glyph\nAdobe-Utopia\nADSL\nAFL-1.1\nAFL-1.2\nAFL-2.0\nAFL-2.1\nAFL-3.0\nAfmparse\nAGPL-1.0\nAGPL-1.0-only\nAGPL-1.0-or-later\nAGPL-3.0\nAGPL-3.0-only\nAGPL-3.0-or-later\nAladdin\nAMD-newlib\nAMDPLPA\nAML\nAML-glslang\nAMPAS\nANTLR-PD\nANTLR-PD-fallback\nany-OSI\nany-OSI-perl-modules\nApache-1.0\nApache-1.1\nApache-2.0\nAPAFML\nAPL-1.0\nApp-s2p\nAPSL-1.0\nAPSL-1.1\nAPSL-1.2\nAPSL-2.0\nArphic-1999\nArtistic-1.0\nArtistic-1.0-cl8\nArtistic-1.0-Perl\nArtistic-2.0\nArtistic-dist\nAspell-RU\nASWF-Digital-Assets-1.0\nASWF-Digital-Assets-1.1\nBaekmuk\nBahyph\nBarr\nbcrypt-Solar-Designer\nBeerware\nBitstream-Charter\nBitstream-Vera\nBitTorrent-1.0\nBitTorrent-1.1\nblessing\nBlueOak-1.0.0\nBoehm-GC\nBoehm-GC-without-fee\nBorceux\nBrian-Gladman-2-Clause\nBrian-Gladman-3-Clause\nBSD-1-Clause\nBSD-2-Clause\nBSD-2-Clause-Darwin\nBSD-2-Clause-first-lines\nBSD-2-Clause-FreeBSD\nBSD-2-Clause-NetBSD\nBSD-2-Clause-Patent\nBSD-2-Clause-pkgconf-disclaimer\nBSD-2-Clause-Views\nBSD-3-Clause\nBSD-3-Clause-acpica\nBSD-3-Clause-Attribution\nBSD-3-Clause-Clear\nBSD-3-Clause-flex\nBSD-3-Clause-HP\nBSD-3-Clause-LBNL\nBSD-3-Clause-Modification\nBSD-3-Clause-No-Military-License\nBSD-3-Clause-No-Nuclear-License\nBSD-3-Clause-No-Nuclear-License-2014\nBSD-3-Clause-No-Nuclear-Warranty\nBSD-3-Clause-Open-MPI\nBSD-3-Clause-Sun\nBSD-4-Clause\nBSD-4-Clause-Shortened\nBSD-4-Clause-UC\nBSD-4.3RENO\nBSD-4.3TAHOE\nBSD-Advertising-Acknowledgement\nBSD-Attribution-HPND-disclaimer\nBSD-Inferno-Nettverk\nBSD-Protection\nBSD-Source-beginning-file\nBSD-Source-Code\nBSD-Systemics\nBSD-Systemics-W3Works\nBSL-1.0\nBUSL-1.1\nbzip2-1.0.5\nbzip2-1.0.6\nC-UDA-1.0\nCAL-1.0\nCAL-1.0-Combined-Work-Exception\nCaldera\nCaldera-no-preamble\nCatharon\nCATOSL-1.1\nCC-BY-1.0\nCC-BY-2.0\nCC-BY-2.5\nCC-BY-2.5-AU\nCC-BY-3.0\nCC-BY-3.0-AT\nCC-BY-3.0-AU\nCC-BY-3.0-DE\nCC-BY-3.0-IGO\nCC-BY-3.0-NL\nCC-BY-3.0-US\nCC-BY-4.0\nCC-BY-NC-1.0\nCC-BY-NC-2.0\nCC-BY-NC-2.5\nCC-BY-NC-3.0\nCC-BY-NC-3.0-DE\nCC-BY-NC-4.0\nCC-BY-NC-ND-1.0\nCC-BY-NC-ND-2.0\nCC-BY-NC-ND-2.5\nCC-BY-NC-ND-3.0\nCC-BY-NC-ND-3.0-DE\nCC-BY-NC-ND-3.0-IGO\nCC-BY-NC-ND-4.0\nCC-BY-NC-SA-1.0\nCC-BY-NC-SA-2.0\nCC-BY-NC-SA-2.0-DE\nCC-BY-NC-SA-2.0-FR\nCC-BY-NC-SA-2.0-UK\nCC-BY-NC-SA-2.5\nCC-BY-NC-SA-3.0\nCC-BY-NC-SA-3.0-DE\nCC-BY-NC-SA-3.0-IGO\nCC-BY-NC-SA-4.0\nCC-BY-ND-1.0\nCC-BY-ND-2.0\nCC-BY-ND-2.5\nCC-BY-ND-3.0\nCC-BY-ND-3.0-DE\nCC-BY-ND-4.0\nCC-BY-SA-1.0\nCC-BY-SA-2.0\nCC-BY-SA-2.0-UK\nCC-BY-SA-2.1-JP\nCC-BY-SA-2.5\nCC-BY-SA-3.0\nCC-BY-SA-3.0-AT\nCC-BY-SA-3.0-DE\nCC-BY-SA-3.0-IGO\nCC-BY-SA-4.0\nCC-PDDC\nCC-PDM-1.0\nCC-SA-1.0\nCC0-1.0\nCDDL-1.0\nCDDL-1.1\nCDL-1.0\nCDLA-Permissive-1.0\nCDLA-Permissive-2.0\nCDLA-Sharing-1.0\nCECILL-1.0\nCECILL-1.1\nCECILL-2.0\nCECILL-2.1\nCECILL-B\nCECILL-C\nCERN-OHL-1.1\nCERN-OHL-1.2\nCERN-OHL-P-2.0\nCERN-OHL-S-2.0\nCERN-OHL-W-2.0\nCFITSIO\ncheck-cvs\ncheckmk\nClArtistic\nClips\nCMU-Mach\nCMU-Mach-nodoc\nCNRI-Jython\nCNRI-Python\nCNRI-Python-GPL-Compatible\nCOIL-1.0\nCommunity-Spec-1.0\nCondor-1.1\ncopyleft-next-0.3.0\ncopyleft-next-0.3.1\nCornell-Lossless-JPEG\nCPAL-1.0\nCPL-1.0\nCPOL-1.02\nCronyx\nCrossword\nCryptoSwift\nCrystalStacker\nCUA-OPL-1.0\nCube\ncurl\ncve-tou\nD-FSL-1.0\nDEC-3-Clause\ndiffmark\nDL-DE-BY-2.0\nDL-DE-ZERO-2.0\nDOC\nDocBook-DTD\nDocBook-Schema\nDocBook-Stylesheet\nDocBook-XML\nDotseqn\nDRL-1.0\nDRL-1.1\nDSDP\ndtoa\ndvipdfm\nECL-1.0\nECL-2.0\neCos-2.0\nEFL-1.0\nEFL-2.0\neGenix\nElastic-2.0\nEntessa\nEPICS\nEPL-1.0\nEPL-2.0\nErlPL-1.1\netalab-2.0\nEUDatagrid\nEUPL-1.0\nEUPL-1.1\nEUPL-1.2\nEurosym\nFair\nFBM\nFDK-AAC\nFerguson-Twofish\nFrameworx-1.0\nFreeBSD-DOC\nFreeImage\nFSFAP\nFSFAP-no-warranty-disclaimer\nFSFUL\nFSFULLR\nFSFULLRSD\nFSFULLRWD\nFSL-1.1-ALv2\nFSL-1.1-MIT\nFTL\nFuruseth\nfwlw\nGame-Programming-Gems\nGCR-docs\nGD\ngeneric-xts\nGFDL-1.1\nGFDL-1.1-invariants-only\nGFDL-1.1-invariants-or-later\nGFDL-1.1-no-invariants-only\nGFDL-1.1-no-invariants-or-later\nGFDL-1.1-only\nGFDL-1.1-or-later\nGFDL-1.2\nGFDL-1.2-invariants-only\nGFDL-1.2-invariants-or-later\nGFDL-1.2-no-invariants-only\nGFDL-1.2-no-invariants-or-later\nGFDL-1.2-only\nGFDL-1.2-or-later\nGFDL-1.3\nGFDL-1.3-invariants-only\nGFDL-1.3-invariants-or-later\nGFDL-1.3-no-invariants-only\nGFDL-1.3-no-invariants-or-later\nGFDL-1.3-only\nGFDL-1.3-or-later\nGiftware\nGL2PS\nGlide\nGlulxe\nGLWTPL\ngnuplot\nGPL-1.0\nGPL-1.0+\nGPL-1.0-only\nGPL-1.0-or-later\nGPL-2.0\nGPL-2.0+\nGPL-2.0-only\nGPL-2.0-or-later\nGPL-2.0-with-autoconf-exception\nGPL-2.0-with-bison-exception\nGPL-2.0-with-classpath-exception\nGPL-2.0-with-font-exception\nGPL-2.0-with-GCC-exception\nGPL-3.0\nGPL-3.0+\nGPL-3.0-only\nGPL-3.0-or-later\nGPL-3.0-with-autoconf-exception\nGPL-3.0-with-GCC-exception\nGraphics-Gems\ngSOAP-1.3b\ngtkbook\nGutmann\nHaskellReport\nHDF5\nhdparm\nHIDAPI\nHippocratic-2.1\nHP-1986\nHP-1989\nHPND\nHPND-DEC\nHPND-doc\nHPND-doc-sell\nHPND-export-US\nHPND-export-US-acknowledgement\nHPND-export-US-modify\nHPND-export2-US\nHPND-Fenneberg-Livingston\nHPND-INRIA-IMAG\nHPND-Intel\nHPND-Kevlin-Henney\nHPND-Markus-Kuhn\nHPND-merchantability-variant\nHPND-MIT-disclaimer\nHPND-Netrek\nHPND-Pbmplus\nHPND-sell-MIT-disclaimer-xserver\nHPND-sell-regexpr\nHPND-sell-variant\nHPND-sell-variant-MIT-disclaimer\nHPND-sell-variant-MIT-disclaimer-rev\nHPND-UC\nHPND-UC-export-US\nHTMLTIDY\nIBM-pibs\nICU\nIEC-Code-Components-EULA\nIJG\nIJG-short\nImageMagick\niMatix\nImlib2\nInfo-ZIP\nInner-Net-2.0\nInnoSetup\nIntel\nIntel-ACPI\nInterbase-1.0\nIPA\nIPL-1.0\nISC\nISC-Veillard\nJam\nJasPer-2.0\njove\nJPL-image\nJPNIC\nJSON\nKastrup\nKazlib\nKnuth-CTAN\nLAL-1.2\nLAL-1.3\nLatex2e\nLatex2e-translated-notice\nLeptonica\nLGPL-2.0\nLGPL-2.0+\nLGPL-2.0-only\nLGPL-2.0-or-later\nLGPL-2.1\nLGPL-2.1+\nLGPL-2.1-only\nLGPL-2.1-or-later\nLGPL-3.0\nLGPL-3.0+\nLGPL-3.0-only\nLGPL-3.0-or-later\nLGPLLR\nLibpng\nlibpng-1.6.35\nlibpng-2.0\nlibselinux-1.0\nlibtiff\nlibutil-David-Nugent\nLiLiQ-P-1.1\nLiLiQ-R-1.1\nLiLiQ-Rplus-1.1\nLinux-man-pages-1-para\nLinux-man-pages-copyleft\nLinux-man-pages-copyleft-2-para\nLinux-man-pages-copyleft-var\nLinux-OpenIB\nLOOP\nLPD-document\nLPL-1.0\nLPL-1.02\nLPPL-1.0\nLPPL-1.1\nLPPL-1.2\nLPPL-1.3a\nLPPL-1.3c\nlsof\nLucida-Bitmap-Fonts\nLZMA-SDK-9.11-to-9.20\nLZMA-SDK-9.22\nMackerras-3-Clause\nMackerras-3-Clause-acknowledgment\nmagaz\nmailprio\nMakeIndex\nman2html\nMartin-Birgmeier\nMcPhee-slideshow\nmetamail\nMinpack\nMIPS\nMirOS\nMIT\nMIT-0\nMIT-advertising\nMIT-Click\nMIT-CMU\nMIT-enna\nMIT-feh\nMIT-Festival\nMIT-Khronos-old\nMIT-Modern-Variant\nMIT-open-group\nMIT-testregex\nMIT-Wu\nMITNFA\nMMIXware\nMotosoto\nMPEG-SSG\nmpi-permissive\nmpich2\nMPL-1.0\nMPL-1.1\nMPL-2.0\nMPL-2.0-no-copyleft-exception\nmplus\nMS-LPL\nMS-PL\nMS-RL\nMTLL\nMulanPSL-1.0\nMulanPSL-2.0\nMultics\nMup\nNAIST-2003\nNASA-1.3\nNaumen\nNBPL-1.0\nNCBI-PD\nNCGL-UK-2.0\nNCL\nNCSA\nNet-SNMP\nNetCDF\nNewsletr\nNGPL\nngrep\nNICTA-1.0\nNIST-PD\nNIST-PD-fallback\nNIST-Software\nNLOD-1.0\nNLOD-2.0\nNLPL\nNokia\nNOSL\nNoweb\nNPL-1.0\nNPL-1.1\nNPOSL-3.0\nNRL\nNTIA-PD\nNTP\nNTP-0\nNunit\nO-UDA-1.0\nOAR\nOCCT-PL\nOCLC-2.0\nODbL-1.0\nODC-By-1.0\nOFFIS\nOFL-1.0\nOFL-1.0-no-RFN\nOFL-1.0-RFN\nOFL-1.1\nOFL-1.1-no-RFN\nOFL-1.1-RFN\nOGC-1.0\nOGDL-Taiwan-1.0\nOGL-Canada-2.0\nOGL-UK-1.0\nOGL-UK-2.0\nOGL-UK-3.0\nOGTSL\nOLDAP-1.1\nOLDAP-1.2\nOLDAP-1.3\nOLDAP-1.4\nOLDAP-2.0\nOLDAP-2.0.1\nOLDAP-2.1\nOLDAP-2.2\nOLDAP-2.2.1\nOLDAP-2.2.2\nOLDAP-2.3\nOLDAP-2.4\nOLDAP-2.5\nOLDAP-2.6\nOLDAP-2.7\nOLDAP-2.8\nOLFL-1.3\nOML\nOpenPBS-2.3\nOpenSSL\nOpenSSL-standalone\nOpenVision\nOPL-1.0\nOPL-UK-3.0\nOPUBL-1.0\nOSET-PL-2.1\nOSL-1.0\nOSL-1.1\nOSL-2.0\nOSL-2.1\nOSL-3.0\nPADL\nParity-6.0.0\nParity-7.0.0\nPDDL-1.0\nPHP-3.0\nPHP-3.01\nPixar\npkgconf\nPlexus\npnmstitch\nPolyForm-Noncommercial-1.0.0\nPolyForm-Small-Business-1.0.0\nPostgreSQL\nPPL\nPSF-2.0\npsfrag\npsutils\nPython-2.0\nPython-2.0.1\npython-ldap\nQhull\nQPL-1.0\nQPL-1.0-INRIA-2004\nradvd\nRdisc\nRHeCos-1.1\nRPL-1.1\nRPL-1.5\nRPSL-1.0\nRSA-MD\nRSCPL\nRuby\nRuby-pty\nSAX-PD\nSAX-PD-2.0\nSaxpath\nSCEA\nSchemeReport\nSendmail\nSendmail-8.23\nSendmail-Open-Source-1.1\nSGI-B-1.0\nSGI-B-1.1\nSGI-B-2.0\nSGI-OpenGL\nSGP4\nSHL-0.5\nSHL-0.51\nSimPL-2.0\nSISSL\nSISSL-1.2\nSL\nSleepycat\nSMAIL-GPL\nSMLNJ\nSMPPL\nSNIA\nsnprintf\nSOFA\nsoftSurfer\nSoundex\nSpencer-86\nSpencer-94\nSpencer-99\nSPL-1.0\nssh-keyscan\nSSH-OpenSSH\nSSH-short\nSSLeay-standalone\nSSPL-1.0\nStandardML-NJ\nSugarCRM-1.1.3\nSUL-1.0\nSun-PPP\nSun-PPP-2000\nSunPro\nSWL\nswrule\nSymlinks\nTAPR-OHL-1.0\nTCL\nTCP-wrappers\nTermReadKey\nTGPPL-1.0\nThirdEye\nthreeparttable\nTMate\nTORQUE-1.1\nTOSL\nTPDL\nTPL-1.0\nTrustedQSL\nTTWL\nTTYP0\nTU-Berlin-1.0\nTU-Berlin-2.0\nUbuntu-font-1.0\nUCAR\nUCL-1.0\nulem\nUMich-Merit\nUnicode-3.0\nUnicode-DFS-2015\nUnicode-DFS-2016\nUnicode-TOU\nUnixCrypt\nUnlicense\nUnlicense-libtelnet\nUnlicense-libwhirlpool\nUPL-1.0\nURT-RLE\nVim\nVOSTROM\nVSL-1.0\nW3C\nW3C-19980720\nW3C-20150513\nw3m\nWatcom-1.0\nWidget-Workshop\nWsuipa\nWTFPL\nwwl\nwxWindows\nX11\nX11-distribute-modifications-variant\nX11-swapped\nXdebug-1.03\nXerox\nXfig\nXFree86-1.1\nxinetd\nxkeyboard-config-Zinoviev\nxlock\nXnet\nxpp\nXSkat\nxzoom\nYPL-1.0\nYPL-1.1\nZed\nZeeff\nZend-2.0\nZimbra-1.3\nZimbra-1.4\nZlib\nzlib-acknowledgement\nZPL-1.1\nZPL-2.0\nZPL-2.1\nWITH 389-exception\nWITH Asterisk-exception\nWITH Asterisk-linking-protocols-exception\nWITH Autoconf-exception-2.0\nWITH Autoconf-exception-3.0\nWITH Autoconf-exception-generic\nWITH Autoconf-exception-generic-3.0\nWITH Autoconf-exception-macro\nWITH Bison-exception-1.24\nWITH Bison-exception-2.2\nWITH Bootloader-exception\nWITH CGAL-linking-exception\nWITH Classpath-exception-2.0\nWITH CLISP-exception-2.0\nWITH cryptsetup-OpenSSL-exception\nWITH Digia-Qt-LGPL-exception-1.1\nWITH DigiRule-FOSS-exception\nWITH eCos-exception-2.0\nWITH erlang-otp-linking-exception\nWITH Fawkes-Runtime-exception\nWITH FLTK-exception\nWITH fmt-exception\nWITH Font-exception-2.0\nWITH freertos-exception-2.0\nWITH GCC-exception-2.0\nWITH GCC-exception-2.0-note\nWITH GCC-exception-3.1\nWITH Gmsh-exception\nWITH GNAT-exception\nWITH GNOME-examples-exception\nWITH GNU-compiler-exception\nWITH gnu-javamail-exception\nWITH GPL-3.0-389-ds-base-exception\nWITH GPL-3.0-interface-exception\nWITH GPL-3.0-linking-exception\nWITH GPL-3.0-linking-source-exception\nWITH GPL-CC-1.0\nWITH GStreamer-exception-2005\nWITH GStreamer-exception-2008\nWITH harbour-exception\nWITH i2p-gpl-java-exception\nWITH Independent-modules-exception\nWITH KiCad-libraries-exception\nWITH LGPL-3.0-linking-exception\nWITH libpri-OpenH323-exception\nWITH Libtool-exception\nWITH Linux-syscall-note\nWITH LLGPL\nWITH LLVM-exception\nWITH LZMA-exception\nWITH mif-exception\nWITH mxml-exception\nWITH Nokia-Qt-exception-1.1\nWITH OCaml-LGPL-linking-exception\nWITH OCCT-exception-1.0\nWITH OpenJDK-assembly-exception-1.0\nWITH openvpn-openssl-exception\nWITH PCRE2-exception\nWITH polyparse-exception\nWITH PS-or-PDF-font-exception-20170817\nWITH QPL-1.0-INRIA-2004-exception\nWITH Qt-GPL-exception-1.0\nWITH Qt-LGPL-exception-1.1\nWITH Qwt-exception-1.0\nWITH romic-exception\nWITH RRDtool-FLOSS-exception-2.0\nWITH SANE-exception\nWITH SHL-2.0\nWITH SHL-2.1\nWITH stunnel-exception\nWITH SWI-exception\nWITH Swift-exception\nWITH Texinfo-exception\nWITH u-boot-exception-2.0\nWITH UBDL-exception\nWITH Universal-FOSS-exception-1.0\nWITH vsftpd-openssl-exception\nWITH WxWindows-exception-3.1\nWITH x11vnc-openssl-exception\n";

// src/emulators/index/licenses.ts
var LINES = licenses_default.split("\n").filter((line) => line !== "");
var EXCEPTION = /^WITH /;
var LICENSES = new Map(LINES.filter((line) => !EXCEPTION.test(line)).map((id) => [id.toLowerCase(), id]));
var EXCEPTIONS = new Map(
  LINES.filter((line) => EXCEPTION.test(line)).map((line) => [line.slice(5).toLowerCase(), line.slice(5)])
);
function licenseExpression(text2) {
  const tokens = text2.replaceAll("(", " ( ").replaceAll(")", " ) ").split(/\s+/).filter((token) => token !== "");
  const read = disjunction(tokens);
  if (read === void 0 || read.rest.length > 0) return void 0;
  return read.text;
}
function disjunction(tokens) {
  return joined(tokens, "OR", (rest) => joined(rest, "AND", term));
}
function joined(tokens, operator, part) {
  const left = part(tokens);
  if (left === void 0 || left.rest[0]?.toUpperCase() !== operator) return left;
  const right = joined(left.rest.slice(1), operator, part);
  return right === void 0 ? void 0 : { text: `${left.text} ${operator} ${right.text}`, rest: right.rest };
}
function term(tokens) {
  const subject = tokens[0] === "(" ? group(tokens.slice(1)) : license(tokens);
  if (subject?.rest[0]?.toUpperCase() !== "WITH") return subject;
  const exception = EXCEPTIONS.get((subject.rest[1] ?? "").toLowerCase());
  if (exception === void 0) return void 0;
  return { text: `${subject.text} WITH ${exception}`, rest: subject.rest.slice(2) };
}
function group(tokens) {
  const inner = disjunction(tokens);
  return inner?.rest[0] === ")" ? { text: `(${inner.text})`, rest: inner.rest.slice(1) } : void 0;
}
function license(tokens) {
  const name = licenseName(tokens[0] ?? "");
  return name === void 0 ? void 0 : { text: name, rest: tokens.slice(1) };
}
function licenseName(token) {
  const reference = /^licenseref-([a-z0-9.-]*)$/i.exec(token)?.[1];
  if (reference !== void 0) return `LicenseRef-${reference}`;
  const later = token.endsWith("+");
  const known2 = LICENSES.get((later ? token.slice(0, -1) : token).toLowerCase());
  return known2 === void 0 ? void 0 : `${known2}${later ? "+" : ""}`;
}

// src/emulators/index/metadata-fields.ts
var METADATA_VERSIONS = ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"];
function field2(form, name, kind, since) {
  return { form, name, kind, since };
}
var METADATA_FIELDS = [
  field2("metadata_version", "metadata-version", "text", "1.0"),
  field2("name", "name", "text", "1.0"),
  field2("version", "version", "text", "1.0"),
  field2("platform", "platform", "list", "1.0"),
  field2("summary", "summary", "text", "1.0"),
  field2("description", "description", "text", "1.0"),
  field2("keywords", "keywords", "keywords", "1.0"),
  field2("home_page", "home-page", "text", "1.0"),
  field2("author", "author", "text", "1.0"),
  field2("author_email", "author-email", "text", "1.0"),
  field2("license", "license", "text", "1.0"),
  field2("download_url", "download-url", "text", "1.1"),
  field2("supported_platform", "supported-platform", "list", "1.1"),
  field2("classifiers", "classifier", "list", "1.1"),
  field2("requires", "requires", "list", "1.1"),
  field2("provides", "provides", "list", "1.1"),
  field2("obsoletes", "obsoletes", "list", "1.1"),
  field2("maintainer", "maintainer", "text", "1.2"),
  field2("maintainer_email", "maintainer-email", "text", "1.2"),
  field2("requires_dist", "requires-dist", "list", "1.2"),
  field2("provides_dist", "provides-dist", "list", "1.2"),
  field2("obsoletes_dist", "obsoletes-dist", "list", "1.2"),
  field2("requires_python", "requires-python", "text", "1.2"),
  field2("requires_external", "requires-external", "list", "1.2"),
  field2("project_urls", "project-url", "urls", "1.2"),
  field2("description_content_type", "description-content-type", "text", "2.1"),
  field2("provides_extra", "provides-extra", "list", "2.1"),
  field2("dynamic", "dynamic", "list", "2.2"),
  field2("license_expression", "license-expression", "text", "2.4"),
  field2("license_file", "license-file", "list", "2.4"),
  field2("import_name", "import-name", "list", "2.5"),
  field2("import_namespace", "import-namespace", "list", "2.5")
];
function rawMetadata(form) {
  const texts = /* @__PURE__ */ new Map();
  const lists = /* @__PURE__ */ new Map();
  const troubles = [];
  let urls = [];
  for (const { form: key, kind } of METADATA_FIELDS) {
    const values = form.values.get(key);
    if (values === void 0 || values.length === 1 && values[0] === "") continue;
    const pairs = kind === "urls" ? values.map(labelAndUrl) : [];
    const invalid4 = kind === "urls" ? new Set(pairs.map(([label]) => label)).size < pairs.length : values.length > 1;
    if (kind === "list") lists.set(key, values);
    else if (invalid4) troubles.push({ field: key, message: `'${key}' has invalid data` });
    else if (kind === "urls") urls = pairs;
    else texts.set(key, values[0] ?? "");
  }
  return troubles.length > 0 ? troubles : { texts, lists, urls };
}
function labelAndUrl(text2) {
  const comma = text2.indexOf(",");
  return comma < 0 ? [text2.trim(), ""] : [text2.slice(0, comma).trim(), text2.slice(comma + 1).trim()];
}

// src/emulators/index/addresses.ts
var LAST_PORT = 65535;
function isWebAddress(text2) {
  if (!/^https?:/i.test(text2)) return false;
  const [pathAndQuery = ""] = text2.replace(/^https?:(\/\/[^/?#]*)?/i, "").split("#");
  if (/[[\]]/.test(pathAndQuery)) return false;
  const port = /^https?:\/\/[^/?#]*:([0-9]+)(?:[/?#]|$)/i.exec(text2)?.[1];
  return port === void 0 || Number(port) <= LAST_PORT;
}

// src/emulators/index/classifiers.txt
var classifiers_default = "Development Status :: 1 - Planning\nDevelopment Status :: 2 - Pre-Alpha\nDevelopment Status :: 3 - Alpha\nDevelopment Status :: 4 - Beta\nDevelopment Status :: 5 - Production/Stable\nDevelopment Status :: 6 - Mature\nDevelopment Status :: 7 - Inactive\nEnvironment :: Console\nEnvironment :: Console :: Curses\nEnvironment :: Console :: Framebuffer\nEnvironment :: Console :: Newt\nEnvironment :: Console :: svgalib\nEnvironment :: Cygwin (MS Windows)\nEnvironment :: GPU\nEnvironment :: GPU :: NVIDIA CUDA\nEnvironment :: GPU :: NVIDIA CUDA :: 1.0\nEnvironment :: GPU :: NVIDIA CUDA :: 1.1\nEnvironment :: GPU :: NVIDIA CUDA :: 10.0\nEnvironment :: GPU :: NVIDIA CUDA :: 10.1\nEnvironment :: GPU :: NVIDIA CUDA :: 10.2\nEnvironment :: GPU :: NVIDIA CUDA :: 11\nEnvironment :: GPU :: NVIDIA CUDA :: 11.0\nEnvironment :: GPU :: NVIDIA CUDA :: 11.1\nEnvironment :: GPU :: NVIDIA CUDA :: 11.2\nEnvironment :: GPU :: NVIDIA CUDA :: 11.3\nEnvironment :: GPU :: NVIDIA CUDA :: 11.4\nEnvironment :: GPU :: NVIDIA CUDA :: 11.5\nEnvironment :: GPU :: NVIDIA CUDA :: 11.6\nEnvironment :: GPU :: NVIDIA CUDA :: 11.7\nEnvironment :: GPU :: NVIDIA CUDA :: 11.8\nEnvironment :: GPU :: NVIDIA CUDA :: 12\nEnvironment :: GPU :: NVIDIA CUDA :: 12 :: 12.0\nEnvironment :: GPU :: NVIDIA CUDA :: 12 :: 12.1\nEnvironment :: GPU :: NVIDIA CUDA :: 12 :: 12.2\nEnvironment :: GPU :: NVIDIA CUDA :: 12 :: 12.3\nEnvironment :: GPU :: NVIDIA CUDA :: 12 :: 12.4\nEnvironment :: GPU :: NVIDIA CUDA :: 12 :: 12.5\nEnvironment :: GPU :: NVIDIA CUDA :: 12 :: 12.6\nEnvironment :: GPU :: NVIDIA CUDA :: 13\nEnvironment :: GPU :: NVIDIA CUDA :: 2.0\nEnvironment :: GPU :: NVIDIA CUDA :: 2.1\nEnvironment :: GPU :: NVIDIA CUDA :: 2.2\nEnvironment :: GPU :: NVIDIA CUDA :: 2.3\nEnvironment :: GPU :: NVIDIA CUDA :: 3.0\nEnvironment :: GPU :: NVIDIA CUDA :: 3.1\nEnvironment :: GPU :: NVIDIA CUDA :: 3.2\nEnvironment :: GPU :: NVIDIA CUDA :: 4.0\nEnvironment :: GPU :: NVIDIA CUDA :: 4.1\nEnvironment :: GPU :: NVIDIA CUDA :: 4.2\nEnvironment :: GPU :: NVIDIA CUDA :: 5.0\nEnvironment :: GPU :: NVIDIA CUDA :: 5.5\nEnvironment :: GPU :: NVIDIA CUDA :: 6.0\nEnvironment :: GPU :: NVIDIA CUDA :: 6.5\nEnvironment :: GPU :: NVIDIA CUDA :: 7.0\nEnvironment :: GPU :: NVIDIA CUDA :: 7.5\nEnvironment :: GPU :: NVIDIA CUDA :: 8.0\nEnvironment :: GPU :: NVIDIA CUDA :: 9.0\nEnvironment :: GPU :: NVIDIA CUDA :: 9.1\nEnvironment :: GPU :: NVIDIA CUDA :: 9.2\nEnvironment :: Handhelds/PDA's\nEnvironment :: MacOS X\nEnvironment :: MacOS X :: Aqua\nEnvironment :: MacOS X :: Carbon\nEnvironment :: MacOS X :: Cocoa\nEnvironment :: No Input/Output (Daemon)\nEnvironment :: OpenStack\nEnvironment :: Other Environment\nEnvironment :: Plugins\nEnvironment :: Web Environment\nEnvironment :: Web Environment :: Buffet\nEnvironment :: Web Environment :: Mozilla\nEnvironment :: Web Environment :: ToscaWidgets\nEnvironment :: WebAssembly\nEnvironment :: WebAssembly :: Emscripten\nEnvironment :: WebAssembly :: WASI\nEnvironment :: Win32 (MS Windows)\nEnvironment :: X11 Applications\nEnvironment :: X11 Applications :: GTK\nEnvironment :: X11 Applications :: Gnome\nEnvironment :: X11 Applications :: KDE\nEnvironment :: X11 Applications :: Qt\nFramework :: AWS CDK\nFramework :: AWS CDK :: 1\nFramework :: AWS CDK :: 2\nFramework :: AiiDA\nFramework :: Ansible\nFramework :: AnyIO\nFramework :: Apache Airflow\nFramework :: Apache Airflow :: Provider\nFramework :: AsyncIO\nFramework :: BEAT\nFramework :: BFG\nFramework :: Bob\nFramework :: Bottle\nFramework :: Buildout\nFramework :: Buildout :: Extension\nFramework :: Buildout :: Recipe\nFramework :: CastleCMS\nFramework :: CastleCMS :: Theme\nFramework :: Celery\nFramework :: Chandler\nFramework :: CherryPy\nFramework :: CubicWeb\nFramework :: Dash\nFramework :: Datasette\nFramework :: Django\nFramework :: Django :: 1\nFramework :: Django :: 1.10\nFramework :: Django :: 1.11\nFramework :: Django :: 1.4\nFramework :: Django :: 1.5\nFramework :: Django :: 1.6\nFramework :: Django :: 1.7\nFramework :: Django :: 1.8\nFramework :: Django :: 1.9\nFramework :: Django :: 2\nFramework :: Django :: 2.0\nFramework :: Django :: 2.1\nFramework :: Django :: 2.2\nFramework :: Django :: 3\nFramework :: Django :: 3.0\nFramework :: Django :: 3.1\nFramework :: Django :: 3.2\nFramework :: Django :: 4\nFramework :: Django :: 4.0\nFramework :: Django :: 4.1\nFramework :: Django :: 4.2\nFramework :: Django :: 5\nFramework :: Django :: 5.0\nFramework :: Django :: 5.1\nFramework :: Django :: 5.2\nFramework :: Django :: 6\nFramework :: Django :: 6.0\nFramework :: Django :: 6.1\nFramework :: Django CMS\nFramework :: Django CMS :: 3.10\nFramework :: Django CMS :: 3.11\nFramework :: Django CMS :: 3.4\nFramework :: Django CMS :: 3.5\nFramework :: Django CMS :: 3.6\nFramework :: Django CMS :: 3.7\nFramework :: Django CMS :: 3.8\nFramework :: Django CMS :: 3.9\nFramework :: Django CMS :: 4.0\nFramework :: Django CMS :: 4.1\nFramework :: Django CMS :: 4.2	deprecated	Framework :: Django CMS :: 5.0\nFramework :: Django CMS :: 5.0\nFramework :: Django CMS :: 5.1\nFramework :: FastAPI\nFramework :: Flake8\nFramework :: Flask\nFramework :: Hatch\nFramework :: Hypothesis\nFramework :: IDLE\nFramework :: IPython\nFramework :: InvenTree\nFramework :: Jupyter\nFramework :: Jupyter :: JupyterLab\nFramework :: Jupyter :: JupyterLab :: 1\nFramework :: Jupyter :: JupyterLab :: 2\nFramework :: Jupyter :: JupyterLab :: 3\nFramework :: Jupyter :: JupyterLab :: 4\nFramework :: Jupyter :: JupyterLab :: Extensions\nFramework :: Jupyter :: JupyterLab :: Extensions :: Mime Renderers\nFramework :: Jupyter :: JupyterLab :: Extensions :: Prebuilt\nFramework :: Jupyter :: JupyterLab :: Extensions :: Themes\nFramework :: Kedro\nFramework :: Lektor\nFramework :: Litestar\nFramework :: Litestar :: 1\nFramework :: Litestar :: 2\nFramework :: Litestar :: 3\nFramework :: Masonite\nFramework :: Matplotlib\nFramework :: MkDocs\nFramework :: Nengo\nFramework :: Odoo\nFramework :: Odoo :: 10.0\nFramework :: Odoo :: 11.0\nFramework :: Odoo :: 12.0\nFramework :: Odoo :: 13.0\nFramework :: Odoo :: 14.0\nFramework :: Odoo :: 15.0\nFramework :: Odoo :: 16.0\nFramework :: Odoo :: 17.0\nFramework :: Odoo :: 18.0\nFramework :: Odoo :: 19.0\nFramework :: Odoo :: 8.0\nFramework :: Odoo :: 9.0\nFramework :: OpenTelemetry\nFramework :: OpenTelemetry :: Distros\nFramework :: OpenTelemetry :: Exporters\nFramework :: OpenTelemetry :: Instrumentations\nFramework :: Opps\nFramework :: Paste\nFramework :: Pelican\nFramework :: Pelican :: Plugins\nFramework :: Pelican :: Themes\nFramework :: Plone\nFramework :: Plone :: 3.2\nFramework :: Plone :: 3.3\nFramework :: Plone :: 4.0\nFramework :: Plone :: 4.1\nFramework :: Plone :: 4.2\nFramework :: Plone :: 4.3\nFramework :: Plone :: 5.0\nFramework :: Plone :: 5.1\nFramework :: Plone :: 5.2\nFramework :: Plone :: 5.3\nFramework :: Plone :: 6.0\nFramework :: Plone :: 6.1\nFramework :: Plone :: 6.2\nFramework :: Plone :: 6.3\nFramework :: Plone :: Addon\nFramework :: Plone :: Core\nFramework :: Plone :: Distribution\nFramework :: Plone :: Theme\nFramework :: PySimpleGUI\nFramework :: PySimpleGUI :: 4\nFramework :: PySimpleGUI :: 5\nFramework :: Pycsou\nFramework :: Pydantic\nFramework :: Pydantic :: 1\nFramework :: Pydantic :: 2\nFramework :: Pylons\nFramework :: Pyodide\nFramework :: Pyramid\nFramework :: Pytest\nFramework :: Review Board\nFramework :: Robot Framework\nFramework :: Robot Framework :: Library\nFramework :: Robot Framework :: Tool\nFramework :: Scrapy\nFramework :: Setuptools Plugin\nFramework :: Sphinx\nFramework :: Sphinx :: Domain\nFramework :: Sphinx :: Extension\nFramework :: Sphinx :: Theme\nFramework :: Trac\nFramework :: Trio\nFramework :: Tryton\nFramework :: TurboGears\nFramework :: TurboGears :: Applications\nFramework :: TurboGears :: Widgets\nFramework :: Twisted\nFramework :: Wagtail\nFramework :: Wagtail :: 1\nFramework :: Wagtail :: 2\nFramework :: Wagtail :: 3\nFramework :: Wagtail :: 4\nFramework :: Wagtail :: 5\nFramework :: Wagtail :: 6\nFramework :: Wagtail :: 7\nFramework :: Wagtail :: 8\nFramework :: ZODB\nFramework :: Zope\nFramework :: Zope :: 2\nFramework :: Zope :: 3\nFramework :: Zope :: 4\nFramework :: Zope :: 5\nFramework :: Zope :: 6\nFramework :: Zope2\nFramework :: Zope3\nFramework :: aiohttp\nFramework :: cocotb\nFramework :: napari\nFramework :: tox\nIntended Audience :: Customer Service\nIntended Audience :: Developers\nIntended Audience :: Education\nIntended Audience :: End Users/Desktop\nIntended Audience :: Financial and Insurance Industry\nIntended Audience :: Healthcare Industry\nIntended Audience :: Information Technology\nIntended Audience :: Legal Industry\nIntended Audience :: Manufacturing\nIntended Audience :: Other Audience\nIntended Audience :: Religion\nIntended Audience :: Science/Research\nIntended Audience :: System Administrators\nIntended Audience :: Telecommunications Industry\nLicense :: Aladdin Free Public License (AFPL)\nLicense :: CC0 1.0 Universal (CC0 1.0) Public Domain Dedication\nLicense :: CeCILL-B Free Software License Agreement (CECILL-B)\nLicense :: CeCILL-C Free Software License Agreement (CECILL-C)\nLicense :: DFSG approved\nLicense :: Eiffel Forum License (EFL)\nLicense :: Free For Educational Use\nLicense :: Free For Home Use\nLicense :: Free To Use But Restricted\nLicense :: Free for non-commercial use\nLicense :: Freely Distributable\nLicense :: Freeware\nLicense :: GUST Font License 1.0\nLicense :: GUST Font License 2006-09-30\nLicense :: Netscape Public License (NPL)\nLicense :: Nokia Open Source License (NOKOS)\nLicense :: OSI Approved\nLicense :: OSI Approved :: Academic Free License (AFL)\nLicense :: OSI Approved :: Apache Software License\nLicense :: OSI Approved :: Apple Public Source License\nLicense :: OSI Approved :: Artistic License\nLicense :: OSI Approved :: Attribution Assurance License\nLicense :: OSI Approved :: BSD License\nLicense :: OSI Approved :: Blue Oak Model License (BlueOak-1.0.0)\nLicense :: OSI Approved :: Boost Software License 1.0 (BSL-1.0)\nLicense :: OSI Approved :: CEA CNRS Inria Logiciel Libre License, version 2.1 (CeCILL-2.1)\nLicense :: OSI Approved :: CMU License (MIT-CMU)\nLicense :: OSI Approved :: Common Development and Distribution License 1.0 (CDDL-1.0)\nLicense :: OSI Approved :: Common Public License\nLicense :: OSI Approved :: Eclipse Public License 1.0 (EPL-1.0)\nLicense :: OSI Approved :: Eclipse Public License 2.0 (EPL-2.0)\nLicense :: OSI Approved :: Educational Community License, Version 2.0 (ECL-2.0)\nLicense :: OSI Approved :: Eiffel Forum License\nLicense :: OSI Approved :: European Union Public Licence 1.0 (EUPL 1.0)\nLicense :: OSI Approved :: European Union Public Licence 1.1 (EUPL 1.1)\nLicense :: OSI Approved :: European Union Public Licence 1.2 (EUPL 1.2)\nLicense :: OSI Approved :: GNU Affero General Public License v3\nLicense :: OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)\nLicense :: OSI Approved :: GNU Free Documentation License (FDL)\nLicense :: OSI Approved :: GNU General Public License (GPL)\nLicense :: OSI Approved :: GNU General Public License v2 (GPLv2)\nLicense :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)\nLicense :: OSI Approved :: GNU General Public License v3 (GPLv3)\nLicense :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)\nLicense :: OSI Approved :: GNU Lesser General Public License v2 (LGPLv2)\nLicense :: OSI Approved :: GNU Lesser General Public License v2 or later (LGPLv2+)\nLicense :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)\nLicense :: OSI Approved :: GNU Lesser General Public License v3 or later (LGPLv3+)\nLicense :: OSI Approved :: GNU Library or Lesser General Public License (LGPL)\nLicense :: OSI Approved :: Historical Permission Notice and Disclaimer (HPND)\nLicense :: OSI Approved :: IBM Public License\nLicense :: OSI Approved :: ISC License (ISCL)\nLicense :: OSI Approved :: Intel Open Source License	deprecated\nLicense :: OSI Approved :: Jabber Open Source License	deprecated\nLicense :: OSI Approved :: MIT License\nLicense :: OSI Approved :: MIT No Attribution License (MIT-0)\nLicense :: OSI Approved :: MITRE Collaborative Virtual Workspace License (CVW)	deprecated\nLicense :: OSI Approved :: MirOS License (MirOS)\nLicense :: OSI Approved :: Motosoto License\nLicense :: OSI Approved :: Mozilla Public License 1.0 (MPL)\nLicense :: OSI Approved :: Mozilla Public License 1.1 (MPL 1.1)\nLicense :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)\nLicense :: OSI Approved :: Mulan Permissive Software License v2 (MulanPSL-2.0)\nLicense :: OSI Approved :: NASA Open Source Agreement v1.3 (NASA-1.3)\nLicense :: OSI Approved :: Nethack General Public License\nLicense :: OSI Approved :: Nokia Open Source License\nLicense :: OSI Approved :: Open Group Test Suite License\nLicense :: OSI Approved :: Open Software License 3.0 (OSL-3.0)\nLicense :: OSI Approved :: PostgreSQL License\nLicense :: OSI Approved :: Python License (CNRI Python License)\nLicense :: OSI Approved :: Python Software Foundation License\nLicense :: OSI Approved :: Qt Public License (QPL)\nLicense :: OSI Approved :: Ricoh Source Code Public License\nLicense :: OSI Approved :: SIL Open Font License 1.1 (OFL-1.1)\nLicense :: OSI Approved :: Sleepycat License\nLicense :: OSI Approved :: Sun Industry Standards Source License (SISSL)	deprecated\nLicense :: OSI Approved :: Sun Public License\nLicense :: OSI Approved :: The Unlicense (Unlicense)\nLicense :: OSI Approved :: Universal Permissive License (UPL)\nLicense :: OSI Approved :: University of Illinois/NCSA Open Source License\nLicense :: OSI Approved :: Vovida Software License 1.0\nLicense :: OSI Approved :: W3C License\nLicense :: OSI Approved :: X.Net License	deprecated\nLicense :: OSI Approved :: Zero-Clause BSD (0BSD)\nLicense :: OSI Approved :: Zope Public License\nLicense :: OSI Approved :: zlib/libpng License\nLicense :: Other/Proprietary License\nLicense :: Public Domain\nLicense :: Repoze Public License\nNatural Language :: Afrikaans\nNatural Language :: Arabic\nNatural Language :: Armenian\nNatural Language :: Basque\nNatural Language :: Bengali\nNatural Language :: Bosnian\nNatural Language :: Bulgarian\nNatural Language :: Cantonese\nNatural Language :: Catalan\nNatural Language :: Catalan (Valencian)\nNatural Language :: Chinese (Simplified)\nNatural Language :: Chinese (Traditional)\nNatural Language :: Croatian\nNatural Language :: Czech\nNatural Language :: Danish\nNatural Language :: Dutch\nNatural Language :: English\nNatural Language :: Esperanto\nNatural Language :: Estonian\nNatural Language :: Finnish\nNatural Language :: French\nNatural Language :: Galician\nNatural Language :: Georgian\nNatural Language :: German\nNatural Language :: Greek\nNatural Language :: Hebrew\nNatural Language :: Hindi\nNatural Language :: Hungarian\nNatural Language :: Icelandic\nNatural Language :: Indonesian\nNatural Language :: Irish\nNatural Language :: Italian\nNatural Language :: Japanese\nNatural Language :: Javanese\nNatural Language :: Korean\nNatural Language :: Latin\nNatural Language :: Latvian\nNatural Language :: Lithuanian\nNatural Language :: Macedonian\nNatural Language :: Malay\nNatural Language :: Marathi\nNatural Language :: Nepali\nNatural Language :: Norwegian\nNatural Language :: Panjabi\nNatural Language :: Persian\nNatural Language :: Polish\nNatural Language :: Portuguese\nNatural Language :: Portuguese (Brazilian)\nNatural Language :: Romanian\nNatural Language :: Russian\nNatural Language :: Serbian\nNatural Language :: Slovak\nNatural Language :: Slovenian\nNatural Language :: Spanish\nNatural Language :: Swedish\nNatural Language :: Tamil\nNatural Language :: Telugu\nNatural Language :: Thai\nNatural Language :: Tibetan\nNatural Language :: Turkish\nNatural Language :: Ukrainian\nNatural Language :: Ukranian	deprecated	Natural Language :: Ukrainian\nNatural Language :: Urdu\nNatural Language :: Vietnamese\nNatural Language :: Yiddish\nOperating System :: Android\nOperating System :: BeOS\nOperating System :: MacOS\nOperating System :: MacOS :: MacOS 9\nOperating System :: MacOS :: MacOS X\nOperating System :: Microsoft\nOperating System :: Microsoft :: MS-DOS\nOperating System :: Microsoft :: Windows\nOperating System :: Microsoft :: Windows :: Windows 10\nOperating System :: Microsoft :: Windows :: Windows 11\nOperating System :: Microsoft :: Windows :: Windows 3.1 or Earlier\nOperating System :: Microsoft :: Windows :: Windows 7\nOperating System :: Microsoft :: Windows :: Windows 8\nOperating System :: Microsoft :: Windows :: Windows 8.1\nOperating System :: Microsoft :: Windows :: Windows 95/98/2000\nOperating System :: Microsoft :: Windows :: Windows CE\nOperating System :: Microsoft :: Windows :: Windows NT/2000\nOperating System :: Microsoft :: Windows :: Windows Server 2003\nOperating System :: Microsoft :: Windows :: Windows Server 2008\nOperating System :: Microsoft :: Windows :: Windows Vista\nOperating System :: Microsoft :: Windows :: Windows XP\nOperating System :: OS Independent\nOperating System :: OS/2\nOperating System :: Other OS\nOperating System :: PDA Systems\nOperating System :: POSIX\nOperating System :: POSIX :: AIX\nOperating System :: POSIX :: BSD\nOperating System :: POSIX :: BSD :: BSD/OS\nOperating System :: POSIX :: BSD :: FreeBSD\nOperating System :: POSIX :: BSD :: NetBSD\nOperating System :: POSIX :: BSD :: OpenBSD\nOperating System :: POSIX :: GNU Hurd\nOperating System :: POSIX :: HP-UX\nOperating System :: POSIX :: IRIX\nOperating System :: POSIX :: Linux\nOperating System :: POSIX :: Other\nOperating System :: POSIX :: SCO\nOperating System :: POSIX :: SunOS/Solaris\nOperating System :: PalmOS\nOperating System :: RISC OS\nOperating System :: Unix\nOperating System :: iOS\nProgramming Language :: APL\nProgramming Language :: ASP\nProgramming Language :: Ada\nProgramming Language :: Assembly\nProgramming Language :: Awk\nProgramming Language :: Basic\nProgramming Language :: C\nProgramming Language :: C#\nProgramming Language :: C++\nProgramming Language :: Cold Fusion\nProgramming Language :: Cython\nProgramming Language :: D\nProgramming Language :: Delphi/Kylix\nProgramming Language :: Dylan\nProgramming Language :: Eiffel\nProgramming Language :: Emacs-Lisp\nProgramming Language :: Erlang\nProgramming Language :: Euler\nProgramming Language :: Euphoria\nProgramming Language :: F#\nProgramming Language :: Forth\nProgramming Language :: Fortran\nProgramming Language :: Go\nProgramming Language :: Haskell\nProgramming Language :: Hy\nProgramming Language :: Java\nProgramming Language :: JavaScript\nProgramming Language :: Kotlin\nProgramming Language :: Lisp\nProgramming Language :: Logo\nProgramming Language :: Lua\nProgramming Language :: ML\nProgramming Language :: Modula\nProgramming Language :: OCaml\nProgramming Language :: Object Pascal\nProgramming Language :: Objective C\nProgramming Language :: Other\nProgramming Language :: Other Scripting Engines\nProgramming Language :: PHP\nProgramming Language :: PL/SQL\nProgramming Language :: PROGRESS\nProgramming Language :: Pascal\nProgramming Language :: Perl\nProgramming Language :: Pike\nProgramming Language :: Pliant\nProgramming Language :: Prolog\nProgramming Language :: Python\nProgramming Language :: Python :: 2\nProgramming Language :: Python :: 2 :: Only\nProgramming Language :: Python :: 2.3\nProgramming Language :: Python :: 2.4\nProgramming Language :: Python :: 2.5\nProgramming Language :: Python :: 2.6\nProgramming Language :: Python :: 2.7\nProgramming Language :: Python :: 3\nProgramming Language :: Python :: 3 :: Only\nProgramming Language :: Python :: 3.0\nProgramming Language :: Python :: 3.1\nProgramming Language :: Python :: 3.10\nProgramming Language :: Python :: 3.11\nProgramming Language :: Python :: 3.12\nProgramming Language :: Python :: 3.13\nProgramming Language :: Python :: 3.14\nProgramming Language :: Python :: 3.15\nProgramming Language :: Python :: 3.16\nProgramming Language :: Python :: 3.2\nProgramming Language :: Python :: 3.3\nProgramming Language :: Python :: 3.4\nProgramming Language :: Python :: 3.5\nProgramming Language :: Python :: 3.6\nProgramming Language :: Python :: 3.7\nProgramming Language :: Python :: 3.8\nProgramming Language :: Python :: 3.9\nProgramming Language :: Python :: Free Threading\nProgramming Language :: Python :: Free Threading :: 1 - Unstable\nProgramming Language :: Python :: Free Threading :: 2 - Beta\nProgramming Language :: Python :: Free Threading :: 3 - Stable\nProgramming Language :: Python :: Free Threading :: 4 - Resilient\nProgramming Language :: Python :: Implementation\nProgramming Language :: Python :: Implementation :: CPython\nProgramming Language :: Python :: Implementation :: GraalPy\nProgramming Language :: Python :: Implementation :: IronPython\nProgramming Language :: Python :: Implementation :: Jython\nProgramming Language :: Python :: Implementation :: MicroPython\nProgramming Language :: Python :: Implementation :: PyPy\nProgramming Language :: Python :: Implementation :: Stackless\nProgramming Language :: R\nProgramming Language :: REBOL\nProgramming Language :: Rexx\nProgramming Language :: Ruby\nProgramming Language :: Rust\nProgramming Language :: SQL\nProgramming Language :: Scheme\nProgramming Language :: Simula\nProgramming Language :: Smalltalk\nProgramming Language :: Tcl\nProgramming Language :: Unix Shell\nProgramming Language :: Visual Basic\nProgramming Language :: XBasic\nProgramming Language :: YACC\nProgramming Language :: Zig\nProgramming Language :: Zope\nTopic :: Adaptive Technologies\nTopic :: Artistic Software\nTopic :: Communications\nTopic :: Communications :: BBS\nTopic :: Communications :: Chat\nTopic :: Communications :: Chat :: AOL Instant Messenger	deprecated\nTopic :: Communications :: Chat :: ICQ\nTopic :: Communications :: Chat :: Internet Relay Chat\nTopic :: Communications :: Chat :: Unix Talk\nTopic :: Communications :: Conferencing\nTopic :: Communications :: Email\nTopic :: Communications :: Email :: Address Book\nTopic :: Communications :: Email :: Email Clients (MUA)\nTopic :: Communications :: Email :: Filters\nTopic :: Communications :: Email :: Mail Transport Agents\nTopic :: Communications :: Email :: Mailing List Servers\nTopic :: Communications :: Email :: Post-Office\nTopic :: Communications :: Email :: Post-Office :: IMAP\nTopic :: Communications :: Email :: Post-Office :: POP3\nTopic :: Communications :: FIDO\nTopic :: Communications :: Fax\nTopic :: Communications :: File Sharing\nTopic :: Communications :: File Sharing :: Gnutella\nTopic :: Communications :: File Sharing :: Napster\nTopic :: Communications :: Ham Radio\nTopic :: Communications :: Internet Phone\nTopic :: Communications :: Telephony\nTopic :: Communications :: Usenet News\nTopic :: Database\nTopic :: Database :: Database Engines/Servers\nTopic :: Database :: Front-Ends\nTopic :: Desktop Environment\nTopic :: Desktop Environment :: File Managers\nTopic :: Desktop Environment :: GNUstep\nTopic :: Desktop Environment :: Gnome\nTopic :: Desktop Environment :: K Desktop Environment (KDE)\nTopic :: Desktop Environment :: K Desktop Environment (KDE) :: Themes\nTopic :: Desktop Environment :: PicoGUI\nTopic :: Desktop Environment :: PicoGUI :: Applications\nTopic :: Desktop Environment :: PicoGUI :: Themes\nTopic :: Desktop Environment :: Screen Savers\nTopic :: Desktop Environment :: Window Managers\nTopic :: Desktop Environment :: Window Managers :: Afterstep\nTopic :: Desktop Environment :: Window Managers :: Afterstep :: Themes\nTopic :: Desktop Environment :: Window Managers :: Applets\nTopic :: Desktop Environment :: Window Managers :: Blackbox\nTopic :: Desktop Environment :: Window Managers :: Blackbox :: Themes\nTopic :: Desktop Environment :: Window Managers :: CTWM\nTopic :: Desktop Environment :: Window Managers :: CTWM :: Themes\nTopic :: Desktop Environment :: Window Managers :: Enlightenment\nTopic :: Desktop Environment :: Window Managers :: Enlightenment :: Epplets\nTopic :: Desktop Environment :: Window Managers :: Enlightenment :: Themes DR15\nTopic :: Desktop Environment :: Window Managers :: Enlightenment :: Themes DR16\nTopic :: Desktop Environment :: Window Managers :: Enlightenment :: Themes DR17\nTopic :: Desktop Environment :: Window Managers :: FVWM\nTopic :: Desktop Environment :: Window Managers :: FVWM :: Themes\nTopic :: Desktop Environment :: Window Managers :: Fluxbox\nTopic :: Desktop Environment :: Window Managers :: Fluxbox :: Themes\nTopic :: Desktop Environment :: Window Managers :: IceWM\nTopic :: Desktop Environment :: Window Managers :: IceWM :: Themes\nTopic :: Desktop Environment :: Window Managers :: MetaCity\nTopic :: Desktop Environment :: Window Managers :: MetaCity :: Themes\nTopic :: Desktop Environment :: Window Managers :: Oroborus\nTopic :: Desktop Environment :: Window Managers :: Oroborus :: Themes\nTopic :: Desktop Environment :: Window Managers :: Sawfish\nTopic :: Desktop Environment :: Window Managers :: Sawfish :: Themes 0.30\nTopic :: Desktop Environment :: Window Managers :: Sawfish :: Themes pre-0.30\nTopic :: Desktop Environment :: Window Managers :: Waimea\nTopic :: Desktop Environment :: Window Managers :: Waimea :: Themes\nTopic :: Desktop Environment :: Window Managers :: Window Maker\nTopic :: Desktop Environment :: Window Managers :: Window Maker :: Applets\nTopic :: Desktop Environment :: Window Managers :: Window Maker :: Themes\nTopic :: Desktop Environment :: Window Managers :: XFCE\nTopic :: Desktop Environment :: Window Managers :: XFCE :: Themes\nTopic :: Documentation\nTopic :: Documentation :: Sphinx\nTopic :: Education\nTopic :: Education :: Computer Aided Instruction (CAI)\nTopic :: Education :: Testing\nTopic :: File Formats\nTopic :: File Formats :: JSON\nTopic :: File Formats :: JSON :: JSON Schema\nTopic :: Games/Entertainment\nTopic :: Games/Entertainment :: Arcade\nTopic :: Games/Entertainment :: Board Games\nTopic :: Games/Entertainment :: First Person Shooters\nTopic :: Games/Entertainment :: Fortune Cookies\nTopic :: Games/Entertainment :: Multi-User Dungeons (MUD)\nTopic :: Games/Entertainment :: Puzzle Games\nTopic :: Games/Entertainment :: Real Time Strategy\nTopic :: Games/Entertainment :: Role-Playing\nTopic :: Games/Entertainment :: Side-Scrolling/Arcade Games\nTopic :: Games/Entertainment :: Simulation\nTopic :: Games/Entertainment :: Turn Based Strategy\nTopic :: Home Automation\nTopic :: Internet\nTopic :: Internet :: File Transfer Protocol (FTP)\nTopic :: Internet :: Finger\nTopic :: Internet :: Log Analysis\nTopic :: Internet :: Name Service (DNS)\nTopic :: Internet :: Proxy Servers\nTopic :: Internet :: WAP\nTopic :: Internet :: WWW/HTTP\nTopic :: Internet :: WWW/HTTP :: Browsers\nTopic :: Internet :: WWW/HTTP :: Dynamic Content\nTopic :: Internet :: WWW/HTTP :: Dynamic Content :: CGI Tools/Libraries\nTopic :: Internet :: WWW/HTTP :: Dynamic Content :: Content Management System\nTopic :: Internet :: WWW/HTTP :: Dynamic Content :: Message Boards\nTopic :: Internet :: WWW/HTTP :: Dynamic Content :: News/Diary\nTopic :: Internet :: WWW/HTTP :: Dynamic Content :: Page Counters\nTopic :: Internet :: WWW/HTTP :: Dynamic Content :: Wiki\nTopic :: Internet :: WWW/HTTP :: HTTP Servers\nTopic :: Internet :: WWW/HTTP :: Indexing/Search\nTopic :: Internet :: WWW/HTTP :: Session\nTopic :: Internet :: WWW/HTTP :: Site Management\nTopic :: Internet :: WWW/HTTP :: Site Management :: Link Checking\nTopic :: Internet :: WWW/HTTP :: WSGI\nTopic :: Internet :: WWW/HTTP :: WSGI :: Application\nTopic :: Internet :: WWW/HTTP :: WSGI :: Middleware\nTopic :: Internet :: WWW/HTTP :: WSGI :: Server\nTopic :: Internet :: XMPP\nTopic :: Internet :: Z39.50\nTopic :: Multimedia\nTopic :: Multimedia :: Graphics\nTopic :: Multimedia :: Graphics :: 3D Modeling\nTopic :: Multimedia :: Graphics :: 3D Rendering\nTopic :: Multimedia :: Graphics :: Capture\nTopic :: Multimedia :: Graphics :: Capture :: Digital Camera\nTopic :: Multimedia :: Graphics :: Capture :: Scanners\nTopic :: Multimedia :: Graphics :: Capture :: Screen Capture\nTopic :: Multimedia :: Graphics :: Editors\nTopic :: Multimedia :: Graphics :: Editors :: Raster-Based\nTopic :: Multimedia :: Graphics :: Editors :: Vector-Based\nTopic :: Multimedia :: Graphics :: Graphics Conversion\nTopic :: Multimedia :: Graphics :: Presentation\nTopic :: Multimedia :: Graphics :: Viewers\nTopic :: Multimedia :: Sound/Audio\nTopic :: Multimedia :: Sound/Audio :: Analysis\nTopic :: Multimedia :: Sound/Audio :: CD Audio\nTopic :: Multimedia :: Sound/Audio :: CD Audio :: CD Playing\nTopic :: Multimedia :: Sound/Audio :: CD Audio :: CD Ripping\nTopic :: Multimedia :: Sound/Audio :: CD Audio :: CD Writing\nTopic :: Multimedia :: Sound/Audio :: Capture/Recording\nTopic :: Multimedia :: Sound/Audio :: Conversion\nTopic :: Multimedia :: Sound/Audio :: Editors\nTopic :: Multimedia :: Sound/Audio :: MIDI\nTopic :: Multimedia :: Sound/Audio :: Mixers\nTopic :: Multimedia :: Sound/Audio :: Players\nTopic :: Multimedia :: Sound/Audio :: Players :: MP3\nTopic :: Multimedia :: Sound/Audio :: Sound Synthesis\nTopic :: Multimedia :: Sound/Audio :: Speech\nTopic :: Multimedia :: Video\nTopic :: Multimedia :: Video :: Capture\nTopic :: Multimedia :: Video :: Conversion\nTopic :: Multimedia :: Video :: Display\nTopic :: Multimedia :: Video :: Non-Linear Editor\nTopic :: Office/Business\nTopic :: Office/Business :: Financial\nTopic :: Office/Business :: Financial :: Accounting\nTopic :: Office/Business :: Financial :: Investment\nTopic :: Office/Business :: Financial :: Point-Of-Sale\nTopic :: Office/Business :: Financial :: Spreadsheet\nTopic :: Office/Business :: Groupware\nTopic :: Office/Business :: News/Diary\nTopic :: Office/Business :: Office Suites\nTopic :: Office/Business :: Scheduling\nTopic :: Other/Nonlisted Topic\nTopic :: Printing\nTopic :: Religion\nTopic :: Scientific/Engineering\nTopic :: Scientific/Engineering :: Artificial Intelligence\nTopic :: Scientific/Engineering :: Artificial Life\nTopic :: Scientific/Engineering :: Astronomy\nTopic :: Scientific/Engineering :: Atmospheric Science\nTopic :: Scientific/Engineering :: Bio-Informatics\nTopic :: Scientific/Engineering :: Chemistry\nTopic :: Scientific/Engineering :: Electronic Design Automation (EDA)\nTopic :: Scientific/Engineering :: GIS\nTopic :: Scientific/Engineering :: Human Machine Interfaces\nTopic :: Scientific/Engineering :: Hydrology\nTopic :: Scientific/Engineering :: Image Processing\nTopic :: Scientific/Engineering :: Image Recognition\nTopic :: Scientific/Engineering :: Information Analysis\nTopic :: Scientific/Engineering :: Instrument Drivers\nTopic :: Scientific/Engineering :: Instrument Drivers :: IVI Conformant\nTopic :: Scientific/Engineering :: Interface Engine/Protocol Translator\nTopic :: Scientific/Engineering :: Mathematics\nTopic :: Scientific/Engineering :: Medical Science Apps.\nTopic :: Scientific/Engineering :: Oceanography\nTopic :: Scientific/Engineering :: Physics\nTopic :: Scientific/Engineering :: Quantum Computing\nTopic :: Scientific/Engineering :: Visualization\nTopic :: Security\nTopic :: Security :: Cryptography\nTopic :: Sociology\nTopic :: Sociology :: Genealogy\nTopic :: Sociology :: History\nTopic :: Software Development\nTopic :: Software Development :: Assemblers\nTopic :: Software Development :: Bug Tracking\nTopic :: Software Development :: Build Tools\nTopic :: Software Development :: Code Generators\nTopic :: Software Development :: Compilers\nTopic :: Software Development :: Debuggers\nTopic :: Software Development :: Disassemblers\nTopic :: Software Development :: Documentation\nTopic :: Software Development :: Embedded Systems\nTopic :: Software Development :: Embedded Systems :: Controller Area Network (CAN)\nTopic :: Software Development :: Embedded Systems :: Controller Area Network (CAN) :: CANopen\nTopic :: Software Development :: Embedded Systems :: Controller Area Network (CAN) :: J1939\nTopic :: Software Development :: Internationalization\nTopic :: Software Development :: Interpreters\nTopic :: Software Development :: Libraries\nTopic :: Software Development :: Libraries :: Application Frameworks\nTopic :: Software Development :: Libraries :: Java Libraries\nTopic :: Software Development :: Libraries :: PHP Classes\nTopic :: Software Development :: Libraries :: Perl Modules\nTopic :: Software Development :: Libraries :: Pike Modules\nTopic :: Software Development :: Libraries :: Python Modules\nTopic :: Software Development :: Libraries :: Ruby Modules\nTopic :: Software Development :: Libraries :: Tcl Extensions\nTopic :: Software Development :: Libraries :: pygame\nTopic :: Software Development :: Localization\nTopic :: Software Development :: Object Brokering\nTopic :: Software Development :: Object Brokering :: CORBA\nTopic :: Software Development :: Pre-processors\nTopic :: Software Development :: Quality Assurance\nTopic :: Software Development :: Testing\nTopic :: Software Development :: Testing :: Acceptance\nTopic :: Software Development :: Testing :: BDD\nTopic :: Software Development :: Testing :: Mocking\nTopic :: Software Development :: Testing :: Traffic Generation\nTopic :: Software Development :: Testing :: Unit\nTopic :: Software Development :: User Interfaces\nTopic :: Software Development :: Version Control\nTopic :: Software Development :: Version Control :: Bazaar\nTopic :: Software Development :: Version Control :: CVS\nTopic :: Software Development :: Version Control :: Git\nTopic :: Software Development :: Version Control :: Mercurial\nTopic :: Software Development :: Version Control :: RCS\nTopic :: Software Development :: Version Control :: SCCS\nTopic :: Software Development :: Widget Sets\nTopic :: System\nTopic :: System :: Archiving\nTopic :: System :: Archiving :: Backup\nTopic :: System :: Archiving :: Compression\nTopic :: System :: Archiving :: Mirroring\nTopic :: System :: Archiving :: Packaging\nTopic :: System :: Benchmark\nTopic :: System :: Boot\nTopic :: System :: Boot :: Init\nTopic :: System :: Clustering\nTopic :: System :: Console Fonts\nTopic :: System :: Distributed Computing\nTopic :: System :: Emulators\nTopic :: System :: Filesystems\nTopic :: System :: Hardware\nTopic :: System :: Hardware :: Hardware Drivers\nTopic :: System :: Hardware :: Mainframes\nTopic :: System :: Hardware :: Symmetric Multi-processing\nTopic :: System :: Hardware :: Universal Serial Bus (USB)\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Audio\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Audio/Video (AV)\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Communications Device Class (CDC)\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Diagnostic Device\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Hub\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Human Interface Device (HID)\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Mass Storage\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Miscellaneous\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Printer\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Smart Card\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Vendor\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Video (UVC)\nTopic :: System :: Hardware :: Universal Serial Bus (USB) :: Wireless Controller\nTopic :: System :: Installation/Setup\nTopic :: System :: Logging\nTopic :: System :: Monitoring\nTopic :: System :: Networking\nTopic :: System :: Networking :: Firewalls\nTopic :: System :: Networking :: Monitoring\nTopic :: System :: Networking :: Monitoring :: Hardware Watchdog\nTopic :: System :: Networking :: Time Synchronization\nTopic :: System :: Operating System\nTopic :: System :: Operating System Kernels\nTopic :: System :: Operating System Kernels :: BSD\nTopic :: System :: Operating System Kernels :: GNU Hurd\nTopic :: System :: Operating System Kernels :: Linux\nTopic :: System :: Power (UPS)\nTopic :: System :: Recovery Tools\nTopic :: System :: Shells\nTopic :: System :: Software Distribution\nTopic :: System :: System Shells\nTopic :: System :: Systems Administration\nTopic :: System :: Systems Administration :: Authentication/Directory\nTopic :: System :: Systems Administration :: Authentication/Directory :: LDAP\nTopic :: System :: Systems Administration :: Authentication/Directory :: NIS\nTopic :: Terminals\nTopic :: Terminals :: Serial\nTopic :: Terminals :: Telnet\nTopic :: Terminals :: Terminal Emulators/X Terminals\nTopic :: Text Editors\nTopic :: Text Editors :: Documentation\nTopic :: Text Editors :: Emacs\nTopic :: Text Editors :: Integrated Development Environments (IDE)\nTopic :: Text Editors :: Text Processing\nTopic :: Text Editors :: Word Processors\nTopic :: Text Processing\nTopic :: Text Processing :: Filters\nTopic :: Text Processing :: Fonts\nTopic :: Text Processing :: General\nTopic :: Text Processing :: Indexing\nTopic :: Text Processing :: Linguistic\nTopic :: Text Processing :: Markup\nTopic :: Text Processing :: Markup :: HTML\nTopic :: Text Processing :: Markup :: LaTeX\nTopic :: Text Processing :: Markup :: Markdown\nTopic :: Text Processing :: Markup :: SGML\nTopic :: Text Processing :: Markup :: VRML\nTopic :: Text Processing :: Markup :: XML\nTopic :: Text Processing :: Markup :: reStructuredText\nTopic :: Utilities\nTyping :: Stubs Only\nTyping :: Typed\n";

// src/emulators/index/classifiers.ts
var CLASSIFIERS = new Map(
  classifiers_default.split("\n").filter((line) => line !== "").map((line) => line.split("	")).map(([name = "", deprecated, ...replacements]) => [
    name,
    deprecated === void 0 ? void 0 : replacements
  ])
);
function classifierState(text2) {
  if (!CLASSIFIERS.has(text2)) return { state: "unknown" };
  const replacements = CLASSIFIERS.get(text2);
  return replacements === void 0 ? { state: "valid" } : { state: "deprecated", replacements };
}

// src/emulators/index/mail-address.ts
import { domainToASCII } from "node:url";
var ATOM = /[\w!#$%&'*+\-/=?^`{|}~.\u0080-\u{10ffff}]/u;
var HOST = /[a-z0-9\-.\u0080-\u{10ffff}]/iu;
var PRINTED = /[\p{L}\p{N}\p{P}\p{S}]/u;
var RESERVED = /(^|\.)(arpa|invalid|local|localhost|onion|test)$/;
var LONGEST_DOMAIN = 253;
var LONGEST_LABEL = 63;
var LONGEST_ADDRESS = 254;
var NO_MORE = "The part after the @-sign";
var NAMES = /* @__PURE__ */ new Map([
  [" ", "SPACE"],
  [" ", "NO-BREAK SPACE"],
  ["​", "ZERO WIDTH SPACE"],
  ["‌", "ZERO WIDTH NON-JOINER"],
  ["‍", "ZERO WIDTH JOINER"],
  ["⁠", "WORD JOINER"],
  ["\uFEFF", "ZERO WIDTH NO-BREAK SPACE"],
  ["­", "SOFT HYPHEN"]
]);
var CHECKS2 = [
  ({ local }) => local === "" ? "There must be something before the @-sign." : void 0,
  ({ local, quoted }) => quoted ? void 0 : strangers(local, ATOM, "The email address", "before the @-sign"),
  ({ local, quoted }) => quoted ? void 0 : dots(local, LOCAL_ENDS),
  ({ local, quoted }) => unsafe(local, quoted),
  ({ quoted }) => quoted ? "Quoting the part before the @-sign is not allowed here." : void 0,
  ({ host }) => host === "" ? "There must be something after the @-sign." : void 0,
  ({ host }) => /^\[.*\]$/.test(host) ? "A bracketed IP address after the @-sign is not allowed here." : void 0,
  ({ host }) => strangers(host, HOST, NO_MORE, ""),
  ({ host }) => unsafe(host, false),
  ({ host }) => dots(remapped(host), HOST_ENDS) ?? hyphens(remapped(host)),
  ({ host }) => ascii(host) === "" ? `${NO_MORE} is invalid.` : void 0,
  ({ host }) => hostTrouble(ascii(host)),
  ({ local, host }) => {
    const over = Buffer.byteLength(`${local}@${host}`) - LONGEST_ADDRESS;
    return over > 0 ? `The email address is too long ${tooMany(over)}.` : void 0;
  }
];
function mailAddressTrouble(address3) {
  const sides = sidesOf(address3);
  if (sides === void 0) return "An email address must have an @-sign.";
  for (const check of CHECKS2) {
    const trouble3 = check(sides);
    if (trouble3 !== void 0) return trouble3;
  }
  return void 0;
}
function sidesOf(address3) {
  const [, quotedLocal, plainLocal, host] = /^(?:"((?:[^"\\]|\\.)*)"|([^@]*))@(.*)$/su.exec(address3) ?? [];
  if (host === void 0) return void 0;
  return { local: quotedLocal ?? plainLocal ?? "", host, quoted: quotedLocal !== void 0 };
}
function strangers(text2, allowed3, what, where) {
  const bad = new Set([...text2].filter((character) => !allowed3.test(character)).map(shown));
  if (bad.size === 0) return void 0;
  return `${what} contains invalid characters${where === "" ? "" : ` ${where}`}: ${[...bad].sort().join(", ")}.`;
}
function unsafe(text2, blanks) {
  const bad = [...text2].filter((character, index) => {
    if (new RegExp("\\p{M}", "u").test(character)) return index === 0;
    return !PRINTED.test(character) && !(blanks && new RegExp("\\p{Zs}", "u").test(character));
  });
  if (bad.length === 0) return void 0;
  return `The email address contains unsafe characters: ${[...new Set(bad)].sort().map(shown).join(", ")}.`;
}
function shown(character) {
  if (character === "\\") return '"\\"';
  if (PRINTED.test(character)) return pythonRepr(character);
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0").toUpperCase();
  return NAMES.get(character) ?? `U+${code}`;
}
var LOCAL_ENDS = {
  begins: (sign2) => `An email address cannot start with a ${sign2}.`,
  ends: (sign2) => `An email address cannot have a ${sign2} immediately before the @-sign.`
};
var HOST_ENDS = {
  begins: (sign2) => `An email address cannot have a ${sign2} immediately after the @-sign.`,
  ends: (sign2) => `An email address cannot end with a ${sign2}.`
};
function dots(text2, { begins, ends }) {
  if (text2.endsWith(".")) return ends("period");
  if (text2.startsWith(".")) return begins("period");
  return text2.includes("..") ? "An email address cannot have two periods in a row." : void 0;
}
function hyphens(host) {
  if (host.endsWith("-")) return HOST_ENDS.ends("hyphen");
  if (host.startsWith("-")) return HOST_ENDS.begins("hyphen");
  if (/\.-|-\./.test(host)) return "An email address cannot have a period and a hyphen next to each other.";
  const label = host.split(".").some((part) => /^(?!xn)..--/i.test(part));
  const where = "immediately after the @-sign or after a period, except Punycode";
  return label ? `An email address cannot have two letters followed by two dashes ${where}.` : void 0;
}
function remapped(host) {
  return host.normalize("NFKC").replace(/[\u3002\uff0e\uff61]/g, ".");
}
function ascii(host) {
  const plain = remapped(host);
  return new RegExp("^\\p{ASCII}*$", "u").test(plain) ? plain : domainToASCII(plain);
}
function hostTrouble(host) {
  if (host.length > LONGEST_DOMAIN)
    return `The email address is too long after the @-sign ${tooMany(host.length - LONGEST_DOMAIN)}.`;
  const long = host.split(".").find((label) => label.length > LONGEST_LABEL);
  if (long !== void 0) {
    const reason = tooMany(long.length - LONGEST_LABEL);
    return `After the @-sign, periods cannot be separated by so many characters ${reason}.`;
  }
  if (!host.includes(".")) return `${NO_MORE} is not valid. It should have a period.`;
  if (!/[a-z]$/i.test(host)) return `${NO_MORE} is not valid. It is not within a valid top-level domain.`;
  return RESERVED.test(host) ? `${NO_MORE} is a special-use or reserved name that cannot be used with email.` : void 0;
}
function tooMany(characters) {
  return `(${characters} character${characters === 1 ? "" : "s"} too many)`;
}

// src/emulators/index/mail-field.ts
var BLANKS = " 	";
var LINE_ENDS = "\r\n";
var SPECIALS = '()<>@,:;."[]';
var ATOM_ENDS = SPECIALS + BLANKS + LINE_ENDS;
var PHRASE_ENDS = ATOM_ENDS.replace(".", "");
function singleMailAddress(field3) {
  if (!balanced(field3)) return "";
  const cursor = { text: field3, at: 0 };
  const found2 = [];
  while (cursor.at < field3.length) {
    const addresses3 = addressesAt(cursor);
    found2.push(...addresses3.length === 0 ? [""] : addresses3);
  }
  const [only = ""] = found2;
  return found2.length > 1 || only.includes("[") ? "" : only;
}
function balanced(field3) {
  const bare = field3.replace(/\\./gs, "").replace(/"[^"]*"/g, "");
  let open = 0;
  for (const character of bare) {
    if (character === "(") open += 1;
    if (character === ")") open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
function here(cursor) {
  return cursor.text[cursor.at] ?? "";
}
function atEnd(cursor) {
  return cursor.at >= cursor.text.length;
}
function skipped(cursor) {
  let blanks = "";
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if (character === "(") delimited(cursor, ")\r", true);
    else if ((BLANKS + LINE_ENDS).includes(character)) {
      if (BLANKS.includes(character)) blanks += character;
      cursor.at += 1;
    } else break;
  }
  return blanks;
}
function addressesAt(cursor) {
  skipped(cursor);
  const start = cursor.at;
  const [word] = phrase(cursor);
  skipped(cursor);
  const addresses3 = addressesAfter(cursor, start, word);
  skipped(cursor);
  if (here(cursor) === ",") cursor.at += 1;
  return addresses3;
}
function addressesAfter(cursor, start, word) {
  const character = here(cursor);
  if (character === "." || character === "@") {
    cursor.at = start;
    return [addressIn(cursor)];
  }
  if (character === ":") return group2(cursor);
  if (character === "<") return [route(cursor)];
  if (word !== void 0) return [word];
  if (character !== "" && SPECIALS.includes(character)) cursor.at += 1;
  return [];
}
function group2(cursor) {
  const members = [];
  cursor.at += 1;
  while (!atEnd(cursor)) {
    skipped(cursor);
    if (here(cursor) === ";") {
      cursor.at += 1;
      break;
    }
    members.push(...addressesAt(cursor));
  }
  return members;
}
function route(cursor) {
  let relay = false;
  cursor.at += 1;
  skipped(cursor);
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if (relay) domain(cursor);
    else if (!">@:".includes(character)) {
      const address3 = addressIn(cursor);
      cursor.at += 1;
      return address3;
    } else cursor.at += 1;
    if (!relay && character === ">") return "";
    relay = !relay && character === "@";
    skipped(cursor);
  }
  return "";
}
function addressIn(cursor) {
  const words = [];
  const dropBlanks = () => {
    if (words.at(-1)?.trim() === "") words.pop();
  };
  skipped(cursor);
  while (!atEnd(cursor)) {
    const character = here(cursor);
    const dot = character === ".";
    if (dot || character !== '"' && ATOM_ENDS.includes(character)) dropBlanks();
    if (dot) cursor.at += 1;
    if (dot) words.push(".");
    else if (character === '"') words.push(`"${delimited(cursor, '"\r', false).replace(/[\\"]/g, "\\$&")}"`);
    else if (ATOM_ENDS.includes(character)) break;
    else words.push(atom(cursor, ATOM_ENDS));
    const blanks = skipped(cursor);
    if (!dot && blanks !== "") words.push(blanks);
  }
  if (here(cursor) !== "@") return words.join("");
  cursor.at += 1;
  skipped(cursor);
  const host = domain(cursor);
  return host === "" ? "" : `${words.join("")}@${host}`;
}
function domain(cursor) {
  let host = "";
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if (BLANKS.includes(character)) cursor.at += 1;
    else if (character === "(") delimited(cursor, ")\r", true);
    else if (character === "[") host += `[${delimited(cursor, "]\r", false)}]`;
    else if (character === ".") {
      host += ".";
      cursor.at += 1;
    } else if (character === "@") return "";
    else if (ATOM_ENDS.includes(character)) break;
    else host += atom(cursor, ATOM_ENDS);
  }
  return host;
}
function delimited(cursor, ends, nested) {
  let text2 = "";
  let escaped3 = false;
  cursor.at += 1;
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if (!escaped3 && ends.includes(character)) {
      cursor.at += 1;
      break;
    }
    if (!escaped3 && nested && character === "(") {
      text2 += delimited(cursor, ends, nested);
      continue;
    }
    escaped3 = !escaped3 && character === "\\";
    if (!escaped3) text2 += character;
    cursor.at += 1;
  }
  return text2;
}
function atom(cursor, ends) {
  const start = cursor.at;
  while (!atEnd(cursor) && !ends.includes(here(cursor))) cursor.at += 1;
  return cursor.text.slice(start, cursor.at);
}
function phrase(cursor) {
  const words = [];
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if ((BLANKS + LINE_ENDS).includes(character)) cursor.at += 1;
    else if (character === '"') words.push(delimited(cursor, '"\r', false));
    else if (character === "(") delimited(cursor, ")\r", true);
    else if (PHRASE_ENDS.includes(character)) break;
    else words.push(atom(cursor, PHRASE_ENDS));
  }
  return words;
}

// src/emulators/index/markers.ts
var VARIABLES = "python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups";
var MARKER_TOKENS = {
  blanks: /[ \t]+/y,
  open: /\(/y,
  close: /\)/y,
  quoted: /'[^']*'|"[^"]*"/y,
  operator: /===|==|~=|!=|<=|>=|<|>/y,
  logic: /\b(?:or|and)\b/y,
  in: /\bin\b/y,
  not: /\bnot\b/y,
  variable: new RegExp(`\\b(?:${VARIABLES})\\b`, "y")
};
function marker(reader) {
  return expression(reader).alone;
}
function expression(reader) {
  const first = atom2(reader);
  const words = [first.among];
  for (let logic = reader.read("logic"); logic !== void 0; logic = reader.read("logic")) {
    words.push(logic, atom2(reader).among);
  }
  if (words.length === 1) return { among: first.alone, alone: first.alone };
  const alone = words.join(" ");
  return { among: `(${alone})`, alone };
}
function atom2(reader) {
  reader.read("blanks");
  const start = reader.position();
  if (reader.read("open") === void 0) {
    const text2 = comparison(reader);
    return { among: text2, alone: text2 };
  }
  const inner = expression(reader);
  reader.read("blanks");
  if (reader.read("close") === void 0)
    reader.fail("Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after marker expression", start);
  reader.read("blanks");
  return inner;
}
function comparison(reader) {
  const left = operand(reader);
  const operator = operatorOf(reader);
  const right = operand(reader);
  const extra = left.text === "extra" || right.text === "extra";
  const written2 = ({ kind, text: text2 }) => {
    if (kind === "variable") return text2;
    return `"${extra ? normalName(text2) : text2}"`;
  };
  return `${written2(left)} ${operator} ${written2(right)}`;
}
function operand(reader) {
  reader.read("blanks");
  const variable = reader.read("variable")?.replace(".", "_");
  const quoted = variable === void 0 ? reader.read("quoted") : void 0;
  reader.read("blanks");
  if (variable !== void 0)
    return { kind: "variable", text: variable.replace(/^python_implementation$/, "platform_$&") };
  return quoted === void 0 ? reader.fail("Expected a marker variable or quoted string") : { kind: "value", text: quoted.slice(1, -1) };
}
function operatorOf(reader) {
  if (reader.read("in") !== void 0) return "in";
  if (reader.read("not") !== void 0) {
    reader.expect("blanks", "whitespace after 'not'");
    reader.expect("in", "'in' after 'not'");
    return "not in";
  }
  return reader.read("operator") ?? reader.fail("Expected marker operator, one of <=, <, !=, ==, >=, >, ~=, ===, in, not in");
}

// src/emulators/index/specifiers.ts
var PRE = "(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?";
var POST = "(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?";
var DEV = "(?:[-_.]?dev[-_.]?[0-9]*)?";
var LOCAL = String.raw`(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?`;
var START = String.raw`\s*v?(?:[0-9]+!)?[0-9]+`;
var SUFFIX = PRE + POST + DEV;
var SPECIFIER = [
  String.raw`===\s*[^\s;)]*`,
  String.raw`(?:==|!=)${START}(?:\.[0-9]+)*(?:\.\*|${SUFFIX}${LOCAL})`,
  String.raw`~=${START}(?:\.[0-9]+)+${SUFFIX}`,
  String.raw`(?:<=|>=|<|>)${START}(?:\.[0-9]+)*${SUFFIX}`
].join("|");
var WHOLE = new RegExp(String.raw`^\s*(?:${SPECIFIER})\s*$`, "i");
var SPECIFIER_TOKEN = new RegExp(SPECIFIER, "iy");
function specifierSet(text2) {
  const parts = text2.split(",").filter((part) => part.trim() !== "");
  if (!parts.every((part) => WHOLE.test(part))) return void 0;
  const written2 = parts.map((part) => part.trim().replace(/^([=~!<>]+)\s+/, "$1"));
  return [...new Set(written2)].sort().join(",");
}

// src/emulators/index/token-reader.ts
var SyntaxTrouble = class extends Error {
};
function tokenReader(text2, kinds) {
  let position = 0;
  const next = (kind) => {
    const pattern = kinds[kind];
    pattern.lastIndex = position;
    return pattern.exec(text2)?.[0];
  };
  const read = (kind) => {
    const token = next(kind);
    position += token?.length ?? 0;
    return token;
  };
  const fail = (message, start = position, end = position) => {
    const mark = `${" ".repeat(start)}${"~".repeat(end - start)}^`;
    throw new SyntaxTrouble(`${message}
    ${text2}
    ${mark}`);
  };
  return {
    position: () => position,
    sees: (kind) => next(kind) !== void 0,
    read,
    expect: (kind, expected) => read(kind) ?? fail(`Expected ${expected}`),
    fail
  };
}

// src/emulators/index/requirements.ts
var TOKENS = {
  ...MARKER_TOKENS,
  openBracket: /\[/y,
  closeBracket: /\]/y,
  semicolon: /;/y,
  comma: /,/y,
  at: /@/y,
  url: /[^ \t]+/y,
  // A word of Python's may go on in any alphabet.
  name: /[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9_])?(?![\p{L}\p{N}_])/uy,
  specifier: SPECIFIER_TOKEN,
  prefixTrail: /\.\*/y,
  localTrail: /\+[a-z0-9]+(?:[-_.][a-z0-9]+)*/y,
  // Python's `$` lets a line end pass.
  end: /(?=\n?$)(?![^\n])/y
};
function requirementFrom(text2) {
  const read = readRequirement(text2);
  return "trouble" in read ? void 0 : read;
}
function readRequirement(text2) {
  try {
    return requirement(tokenReader(text2, TOKENS));
  } catch (error) {
    if (error instanceof SyntaxTrouble) return { trouble: error.message };
    throw error;
  }
}
function requirement(reader) {
  reader.read("blanks");
  const name = reader.expect("name", "package name at the start of dependency specifier");
  reader.read("blanks");
  const names = extras(reader);
  reader.read("blanks");
  const head = names.length === 0 ? name : `${name}[${[...new Set(names)].sort().join(",")}]`;
  const { url, text: text2 } = reader.read("at") === void 0 ? versions(reader) : address(reader);
  reader.expect("end", "end of dependency specifier");
  return { text: head + text2, url };
}
function extras(reader) {
  const start = reader.position();
  if (reader.read("openBracket") === void 0) return [];
  reader.read("blanks");
  const names = [];
  let name = reader.read("name");
  while (name !== void 0) {
    names.push(name);
    reader.read("blanks");
    if (reader.sees("name")) reader.fail("Expected comma between extra names");
    if (reader.read("comma") === void 0) break;
    reader.read("blanks");
    name = reader.expect("name", "extra name after comma");
  }
  reader.read("blanks");
  if (reader.read("closeBracket") === void 0)
    reader.fail("Expected matching RIGHT_BRACKET for LEFT_BRACKET, after extras", start);
  return names;
}
function address(reader) {
  reader.read("blanks");
  const start = reader.position();
  const url = reader.expect("url", "URL after @");
  const direct = { url, text: ` @ ${url}` };
  if (reader.sees("end")) return direct;
  reader.expect("blanks", "whitespace after URL");
  if (reader.sees("end")) return direct;
  const condition = markerAfter(reader, start, "semicolon (after URL and whitespace)");
  return { url, text: `${direct.text} ; ${condition}` };
}
function versions(reader) {
  const start = reader.position();
  const open = reader.read("open") !== void 0;
  reader.read("blanks");
  const found2 = specifierList(reader);
  reader.read("blanks");
  if (open && reader.read("close") === void 0)
    reader.fail("Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after version specifier", start);
  reader.read("blanks");
  const text2 = specifierSet(found2) ?? found2;
  if (reader.sees("end")) return { url: void 0, text: text2 };
  const expected = found2 === "" ? "semicolon (after name with no version specifier)" : "comma (within version specifier), semicolon (after version specifier)";
  return { url: void 0, text: `${text2}; ${markerAfter(reader, start, expected)}` };
}
function specifierList(reader) {
  let text2 = "";
  for (; ; ) {
    const start = reader.position();
    const specifier = reader.read("specifier");
    if (specifier === void 0) return text2;
    const only = "can only be used with `==` or `!=` operators";
    if (reader.sees("prefixTrail")) reader.fail(`.* suffix ${only}`, start, reader.position() + 1);
    if (reader.sees("localTrail")) reader.fail(`Local version label ${only}`, start);
    reader.read("blanks");
    const comma = reader.read("comma");
    text2 += specifier + (comma ?? "");
    if (comma === void 0) return text2;
    reader.read("blanks");
  }
}
function markerAfter(reader, start, expected) {
  if (reader.read("semicolon") === void 0) reader.fail(`Expected ${expected} or end`, start);
  const text2 = marker(reader);
  reader.read("blanks");
  return text2;
}

// src/emulators/index/metadata-index-rules.ts
var INDEX_RULES = [
  noLocalVersion,
  shortSummary,
  mailAddresses,
  knownClassifiers,
  currentClassifiers,
  webAddresses,
  projectUrls2,
  noDirectProvidesOrObsoletes,
  noDirectDependency,
  knownDynamicFields,
  oneLicenseField
];
var SUMMARY_LENGTH = 512;
var LABEL_LENGTH = 32;
function noLocalVersion({ version }) {
  if (!version.local) return [];
  return [{ field: "version", message: `The use of local versions in '${version.text}' is not allowed.` }];
}
function shortSummary({ texts }) {
  if ([...texts.get("summary") ?? ""].length <= SUMMARY_LENGTH) return [];
  return [{ field: "summary", message: `'summary' field must be ${SUMMARY_LENGTH} characters or less.` }];
}
function mailAddresses({ texts }) {
  return fields(["author_email", "maintainer_email"]).flatMap(({ form, name }) => {
    const address3 = singleMailAddress(texts.get(form) ?? "");
    const trouble3 = address3 === "" ? void 0 : mailAddressTrouble(address3);
    if (trouble3 === void 0) return [];
    return [{ field: name, message: `${pythonRepr(address3)} is not a valid email address: ${trouble3}` }];
  });
}
function knownClassifiers({ lists }) {
  return distinct(lists.get("classifiers")).filter((text2) => classifierState(text2).state === "unknown").map((text2) => ({ field: "classifier", message: `${pythonRepr(text2)} is not a valid classifier.` }));
}
function currentClassifiers({ lists }) {
  return distinct(lists.get("classifiers")).flatMap((text2) => {
    const known2 = classifierState(text2);
    if (known2.state !== "deprecated") return [];
    const instead = known2.replacements.length > 0 ? `, use one of ${pythonListRepr(known2.replacements)} instead` : "";
    return [
      { field: "classifier", message: `The classifier ${pythonRepr(text2)} has been deprecated${instead}.` }
    ];
  });
}
function webAddresses({ texts }) {
  return fields(["home_page", "download_url"]).flatMap(({ form, name }) => {
    const url = texts.get(form);
    if (url === void 0 || isWebAddress(url)) return [];
    return [{ field: name, message: `${pythonRepr(url)} is not a valid url.` }];
  });
}
function projectUrls2({ urls }) {
  return urls.flatMap(([label, url]) => {
    const message = projectUrlTrouble(label, url);
    return message === void 0 ? [] : [{ field: "project-url", message }];
  });
}
function projectUrlTrouble(label, url) {
  if (label === "") return "Must have a label";
  if ([...label].length > LABEL_LENGTH)
    return `${pythonRepr(label)} must be ${LABEL_LENGTH} characters or less.`;
  if (url === "") return "Must have a URL";
  return isWebAddress(url) ? void 0 : `${pythonRepr(url)} is not a valid url`;
}
function noDirectProvidesOrObsoletes({ lists }) {
  return fields(["provides_dist", "obsoletes_dist"]).flatMap(
    ({ form, name }) => (lists.get(form) ?? []).flatMap((text2) => {
      const requirement2 = readRequirement(text2);
      if ("trouble" in requirement2) {
        return [{ field: name, message: `${pythonRepr(text2)} is invalid: ${requirement2.trouble}` }];
      }
      if (requirement2.url === void 0) return [];
      return [{ field: name, message: `Can't have direct dependency: ${pythonRepr(text2)}` }];
    })
  );
}
function noDirectDependency({ lists }) {
  return (lists.get("requires_dist") ?? []).flatMap((text2) => {
    const requirement2 = requirementFrom(text2);
    if (requirement2?.url === void 0) return [];
    return [{ field: "requires-dist", message: `Can't have direct dependency: ${requirement2.text}` }];
  });
}
function knownDynamicFields({ lists }) {
  return (lists.get("dynamic") ?? []).map((text2) => text2.toLowerCase()).filter((name) => name === "dynamic").map((name) => ({
    field: "dynamic",
    message: `Dynamic field ${pythonRepr(name)} is not a valid dynamic field.`
  }));
}
function oneLicenseField({ texts }) {
  if (!texts.has("license") || !texts.has("license_expression")) return [];
  const message = "License is deprecated when License-Expression is present. Only License-Expression should be present.";
  return [{ field: "license", message }];
}
function fields(forms) {
  return METADATA_FIELDS.filter(({ form }) => forms.includes(form));
}
function distinct(texts) {
  return [...new Set(texts)].sort();
}

// src/emulators/index/metadata-library-rules.ts
var LIBRARY_RULES = {
  name: required("name", isProjectName),
  version: required("version", (text2) => versionFrom(text2) !== void 0),
  summary: text("summary", (value) => value.includes("\n") ? "'summary' must be a single line" : void 0),
  description_content_type: text("description_content_type", contentTypeTrouble),
  dynamic: each("dynamic", dynamicTrouble),
  provides_extra: each("provides_extra", invalidUnless("provides-extra", isProjectName)),
  requires_python: text(
    "requires_python",
    invalidUnless("requires-python", (value) => specifierSet(value) !== void 0)
  ),
  requires_dist: each(
    "requires_dist",
    invalidUnless("requires-dist", (value) => requirementFrom(value) !== void 0)
  ),
  license_expression: text(
    "license_expression",
    invalidUnless("license-expression", (value) => licenseExpression(value) !== void 0)
  ),
  license_file: each("license_file", licenseFileTrouble),
  import_name: each("import_name", importNameTrouble("import-name")),
  import_namespace: each("import_namespace", importNameTrouble("import-namespace"))
};
function required(field3, valid) {
  return ({ texts }) => {
    const value = texts.get(field3);
    if (value === void 0) return `'${field3}' is a required field`;
    return valid(value) ? void 0 : `${pythonRepr(value)} is invalid for '${field3}'`;
  };
}
function text(field3, trouble3) {
  return ({ texts }) => {
    const value = texts.get(field3);
    return value === void 0 ? void 0 : trouble3(value);
  };
}
function each(field3, trouble3) {
  return ({ lists }) => {
    for (const value of lists.get(field3) ?? []) {
      const found2 = trouble3(value);
      if (found2 !== void 0) return found2;
    }
    return void 0;
  };
}
function invalidUnless(name, valid) {
  return (value) => valid(value) ? void 0 : `${pythonRepr(value)} is invalid for '${name}'`;
}
function contentTypeTrouble(value) {
  const [start = "", ...rest] = value.split(";");
  const said = start.trim().toLowerCase();
  const type = said.split("/").length === 2 ? said : "text/plain";
  if (!["text/plain", "text/markdown", "text/x-rst"].includes(type) || !value.toLowerCase().includes(type)) {
    const allowed3 = "['text/plain', 'text/markdown', 'text/x-rst']";
    return `'description-content-type' must be one of ${allowed3}, not ${pythonRepr(value)}`;
  }
  const parameters = new Map(rest.flatMap(parameter2).reverse());
  const charset = parameters.get("charset") ?? "UTF-8";
  if (charset !== "UTF-8") {
    return `'description-content-type' can only specify the UTF-8 charset, not ${pythonRepr(charset)}`;
  }
  const variant = parameters.get("variant") ?? "GFM";
  if (type !== "text/markdown" || ["GFM", "CommonMark"].includes(variant)) return void 0;
  return `valid Markdown variants for 'description-content-type' are ['GFM', 'CommonMark'], not ${pythonRepr(variant)}`;
}
function parameter2(part) {
  const [name = "", value] = part.split("=").map((side) => side.trim());
  if (value === "") return [];
  const quoted = /^(["'])(.*)\1/.exec(value ?? "")?.[2];
  const text2 = name.endsWith("*") ? (value ?? "").replace(/^[^']*'[^']*'/, "") : value;
  return [[name.replace(/\*$/, "").toLowerCase(), quoted ?? text2?.split(/\s/)[0] ?? ""]];
}
function dynamicTrouble(value) {
  const field3 = value.toLowerCase();
  if (["name", "version", "metadata-version"].includes(field3)) {
    return `${pythonRepr(field3)} is not allowed as a dynamic field`;
  }
  if (METADATA_FIELDS.some(({ name }) => name === field3)) return void 0;
  return `${pythonRepr(field3)} is not a valid dynamic field`;
}
function licenseFileTrouble(value) {
  const invalid4 = `${pythonRepr(value)} is invalid for 'license-file'`;
  if (value.includes("..")) return `${invalid4}, parent directory indicators are not allowed`;
  if (value.includes("*")) return `${invalid4}, paths must be resolved`;
  if (/^\/|^[a-z]:[\\/]|^[\\/]{2}/i.test(value)) return `${invalid4}, paths must be relative`;
  if (/^$|\\|^\.\/|\/\.?(\/|$)/.test(value)) return `${invalid4}, paths must use '/' delimiter`;
  return void 0;
}
var KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " "
  )
);
function importNameTrouble(field3) {
  return (value) => {
    const [before2 = "", ...after] = value.split(";");
    const name = before2.trimEnd();
    for (const part of name.split(".")) {
      const invalid4 = `${pythonRepr(name)} is invalid for '${field3}'; ${pythonRepr(part)} is`;
      if (!/^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(part)) return `${invalid4} not a valid identifier`;
      if (KEYWORDS.has(part)) return `${invalid4} a keyword`;
    }
    if (after.length === 0 || after.join(";").trimStart() === "private") return void 0;
    return `${pythonRepr(value)} is invalid for '${field3}'; the only valid option is 'private'`;
  };
}

// src/emulators/index/metadata.ts
var GUIDE3 = "https://packaging.python.org/specifications/core-metadata";
var LOCAL_GUIDE = "https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers";
var FIRST = ["metadata-version", "name", "version"];
var WRITTEN_TEXTS = [
  ["requires_python", specifierSet],
  ["license_expression", licenseExpression]
];
var WRITTEN_LISTS = [
  ["requires_dist", (text2) => requirementFrom(text2)?.text],
  ["provides_extra", normalName]
];
function metadataFrom(form) {
  const raw2 = rawMetadata(form);
  if (!("texts" in raw2)) return told(raw2);
  const troubles = libraryTroubles(raw2);
  if (troubles.length > 0) return told(troubles);
  const name = raw2.texts.get("name") ?? "";
  const version = versionFrom(raw2.texts.get("version") ?? "");
  if (version === void 0) return told([{ field: "version", message: "'version' is a required field" }]);
  const metadata = { ...raw2, name, version };
  const refused3 = INDEX_RULES.flatMap((rule) => rule(metadata));
  return refused3.length > 0 ? told(refused3) : { ...metadata, ...written(raw2) };
}
function written({ texts, lists }) {
  const rewritten = (text2, write) => write(text2) ?? text2;
  const newTexts = new Map(texts);
  const newLists = new Map(lists);
  for (const [field3, write] of WRITTEN_TEXTS) {
    const text2 = texts.get(field3);
    if (text2 !== void 0) newTexts.set(field3, rewritten(text2, write));
  }
  for (const [field3, write] of WRITTEN_LISTS) {
    const list2 = lists.get(field3);
    if (list2 !== void 0)
      newLists.set(
        field3,
        list2.map((text2) => rewritten(text2, write))
      );
  }
  return { texts: newTexts, lists: newLists };
}
function libraryTroubles(raw2) {
  const written2 = raw2.texts.get("metadata_version");
  const version = METADATA_VERSIONS.find((known2) => known2 === written2);
  const invalid4 = `${written2 === void 0 ? "None" : pythonRepr(written2)} is not a valid metadata version`;
  const first = version === void 0 ? [{ field: "metadata-version", message: invalid4 }] : [];
  const others = METADATA_FIELDS.filter(({ form }) => form !== "metadata_version").flatMap((field3) => {
    const present = raw2.texts.has(field3.form) || raw2.lists.has(field3.form) || field3.kind === "urls" && raw2.urls.length > 0;
    const young = version !== void 0 && present ? tooYoung(field3.name, field3.since, version) : void 0;
    const message = young ?? LIBRARY_RULES[field3.form]?.(raw2);
    return message === void 0 ? [] : [{ field: field3.name, message }];
  });
  return [...first, ...others];
}
function tooYoung(name, since, version) {
  if (METADATA_VERSIONS.indexOf(since) <= METADATA_VERSIONS.indexOf(version)) return void 0;
  return `${name} introduced in metadata version ${since}, not ${version}`;
}
function told(troubles) {
  const fields2 = troubles.map(({ field: field4 }) => field4);
  const field3 = FIRST.find((candidate) => fields2.includes(candidate)) ?? [...fields2].sort()[0];
  const message = troubles.find((trouble3) => trouble3.field === field3)?.message ?? "";
  const local = field3 === "version" && troubles.some((trouble3) => trouble3.message.includes("use of local versions"));
  return `${message}${message.endsWith(".") ? "" : "."} See ${local ? LOCAL_GUIDE : GUIDE3} for more information.`;
}

// src/emulators/index/rules.ts
async function firstAnswer(rules, given) {
  for (const { answer: answer2 } of rules) {
    const found2 = await answer2(given);
    if (found2 !== void 0) return found2;
  }
  return void 0;
}

// src/emulators/index/upload-project-rules.ts
var NO_USER = "Non-user identities cannot create new projects. This was probably caused by successfully using a pending publisher but specifying the project name incorrectly (either in the publisher or in your project's metadata). Please ensure that both match.";
var PROJECT_RULES = [
  { about: "the right to upload", answer: mayUpload },
  {
    about: "verified address and second factor",
    answer: ({ identity }) => "user" in identity ? accountTrouble(identity.user) : void 0
  },
  { about: "the organization", answer: activeOrganization },
  { about: "the description", answer: rendered }
];
function projectFor(given) {
  const { state } = given.index;
  const name = firstValue(given.form, "name") ?? "";
  const project = state.projects.get(normalName(name));
  if (project !== void 0) return { project, isNewProject: false, headers: {} };
  if (!("user" in given.identity)) return refused2(400, NO_USER);
  const { user } = given.identity;
  const trouble3 = accountTrouble(user);
  if (trouble3 !== void 0) return trouble3;
  const limit = creationLimit(state, user, given.index.now());
  if (limit.reached) return { ...refused2(429, "Too many new projects created"), headers: limit.headers };
  const made2 = newProject(state, name, user);
  if (isAnswer(made2)) return { ...made2, headers: limit.headers };
  state.creations = [...state.creations, { at: given.index.now().getTime(), user: user.id }];
  return { project: made2, isNewProject: true, headers: limit.headers };
}
function mayUpload({ identity, project, index }) {
  const trouble3 = tokenTrouble(identity, project, index.now());
  if (trouble3 !== void 0) return refused2(403, `Invalid API Token: ${trouble3}`);
  if ("user" in identity) {
    const allowed3 = project.owner.id === identity.user.id && project.status !== "archived";
    const text2 = `The user '${identity.user.name}' isn't allowed to upload to project '${project.name}'.`;
    return allowed3 ? void 0 : refused2(403, text2);
  }
  if (project.status === "active") return void 0;
  return refused2(403, `The given token isn't allowed to upload to project '${project.name}'.`);
}
function accountTrouble(user) {
  const who = `User '${user.name}', associated with the API token used, does not have`;
  if (!user.verifiedAddress) {
    const cure2 = "Please add a verified primary email before attempting to upload to PyPI.";
    return refused2(403, `${who} a verified primary email address. ${cure2}`);
  }
  if (user.twoFactor) return void 0;
  const cure = "Please enable two-factor authentication before attempting to upload to PyPI.";
  return refused2(403, `${who} two-factor authentication enabled. ${cure}`);
}
function activeOrganization({ project }) {
  if (project.organizationActive) return void 0;
  const why = "This may be due to inactive billing for Company Organizations, or administrator intervention for Community Organizations.";
  return refused2(400, `Organization account owning this project is inactive. ${why}`);
}
async function rendered({ metadata, index }) {
  const description = metadata.texts.get("description");
  const type = metadata.texts.get("description_content_type");
  if (description === void 0 || !/^text\/x-rst\b/i.test(type ?? "text/x-rst")) return void 0;
  if (await index.renders(description, type)) return void 0;
  const how = type === void 0 ? "in the default format of reStructuredText" : `for '${type}'`;
  return refused2(400, `The description failed to render ${how}.`);
}

// src/emulators/index/upload.ts
var ENTRIES = { project: 2, release: 1, file: 1 };
async function uploadAnswer(received) {
  const described = await describedFrom(received);
  if (isAnswer(described)) return described;
  const place = projectFor(described);
  if (isAnswer(place)) return place;
  const { canonical } = described.metadata.version;
  const release = place.project.releases.find((candidate) => candidate.canonical === canonical);
  const answer2 = await addressedAnswer({
    ...described,
    project: place.project,
    isNewProject: place.isNewProject,
    release
  });
  return { ...answer2, headers: place.headers };
}
async function describedFrom(received) {
  const closed2 = await firstAnswer(DOOR_RULES, received);
  if (closed2 !== void 0) return closed2;
  const identity = identityFrom(received.index.state, received.authorization);
  if (isAnswer(identity)) return identity;
  const unclear = await firstAnswer(FORM_RULES, received);
  if (unclear !== void 0) return unclear;
  const metadata = metadataFrom(received.form);
  if (typeof metadata === "string") return refused2(400, metadata);
  const file = received.form.files.get("content")?.at(-1);
  if (file !== void 0) {
    const kind = firstValue(received.form, "filetype") === "sdist" ? "sdist" : "bdist_wheel";
    return { ...received, identity, metadata, kind, file };
  }
  return received.form.values.has("content") ? BROKEN : refused2(400, "Upload payload does not have a file.");
}
async function addressedAnswer(addressed) {
  const early = await firstAnswer(PROJECT_RULES, addressed) ?? await firstAnswer(OUTSIDE_RULES, addressed);
  if (early !== void 0) return early;
  const hashed = { ...addressed, digests: digestsOf(addressed.file.bytes) };
  const known2 = await firstAnswer(KNOWN_RULES, hashed);
  if (known2 !== void 0) return known2;
  const metadata = hashed.kind === "sdist" ? await judgedSdist(hashed) : await judgedWheel(hashed);
  if (isAnswer(metadata)) return metadata;
  const provenance2 = await provenanceFrom(hashed);
  if (provenance2 !== void 0 && isAnswer(provenance2)) return provenance2;
  if (hashed.release === void 0) await hashed.index.pause();
  return stored2(hashed, metadata.bytes, provenance2);
}
async function judgedSdist(hashed) {
  const opened = await openedSdist(hashed);
  if (isAnswer(opened)) return opened;
  return await firstAnswer(SDIST_RULES, opened) ?? { bytes: void 0 };
}
async function judgedWheel(hashed) {
  const opened = openedWheel(hashed);
  if (isAnswer(opened)) return opened;
  const refusal2 = await firstAnswer(WHEEL_RULES, opened);
  return refusal2 ?? { bytes: zipFile(opened.archive, `${opened.infoFolder}/METADATA`) };
}
function stored2(hashed, metadata, provenance2) {
  const { index, project: seen, arrival, metadata: described } = hashed;
  const { state } = index;
  const project = state.projects.get(seen.normalName) ?? seen;
  const existing = project.releases.find(({ canonical }) => canonical === described.version.canonical);
  if (existing !== void 0 && existing.commit > arrival) return BROKEN;
  if (state.filenames.has(hashed.file.filename)) return BROKEN;
  state.commits += 1;
  const release = existing ?? newRelease(hashed, state.commits);
  const file = storedFile(hashed, metadata, provenance2);
  const saved = withFile({ ...project, name: described.name }, release, file);
  const isNewProject = !state.projects.has(project.normalName);
  const entries = (isNewProject ? ENTRIES.project : 0) + (existing === void 0 ? ENTRIES.release : 0) + ENTRIES.file;
  saveProject(state, saved, entries);
  state.filenames.add(file.filename);
  return ACCEPTED;
}
function newRelease({ metadata, index }, commit) {
  const { text: version, canonical } = metadata.version;
  return { version, canonical, created: index.now(), commit, metadata, yanked: false, files: [] };
}
function storedFile(hashed, metadata, provenance2) {
  const { form, file, kind, digests, index } = hashed;
  return {
    filename: file.filename,
    kind,
    pythonVersion: kind === "sdist" ? "source" : firstValue(form, "pyversion") ?? "",
    comment: firstValue(form, "comment"),
    bytes: file.bytes,
    digests,
    metadata,
    uploaded: index.now(),
    provenance: provenance2
  };
}
function withFile(project, release, file) {
  const others = project.releases.filter(({ canonical }) => canonical !== release.canonical);
  return { ...project, releases: [...others, { ...release, files: [...release.files, file] }] };
}

// src/emulators/index/emulator.ts
var POSTS_GONE = {
  submit: "Project pre-registration is no longer required or supported, upload your files instead.",
  submit_pkg_info: "Project pre-registration is no longer required or supported, upload your files instead.",
  doc_upload: "Uploading documentation is no longer supported, we recommend using https://readthedocs.org/."
};
var ACTIONS = ["file_upload", ...Object.keys(POSTS_GONE)];
var NO_SLASH = "An upload was attempted to /legacy but the expected upload URL is /legacy/ (with a trailing slash)";
var UNDECODABLE = { status: 400, reason: "Bad Request", detail: "Invalid Form Data." };
var READING = "GET, HEAD, OPTIONS";
var PROVENANCE = "/integrity/:project/:version/:filename/provenance";
var METHODS2 = [
  ["/legacy", "POST"],
  ["/legacy/", READING],
  ["/_/oidc/audience", "GET"],
  ["/_/oidc/mint-token", "POST"],
  ["/_/oidc/github/mint-token", "POST"],
  [PROVENANCE, "GET"],
  ["/simple/", READING],
  ["/simple/:name/", READING],
  ["/pypi/:name/json", READING],
  ["/pypi/:name/:version/json", READING]
];
var LANDING_PAGE = '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n  <head><title>Upload</title></head>\n  <body><p>This is where distributions are uploaded.</p></body>\n</html>\n';
function createIndex(options) {
  const { name, base, keys, now = () => /* @__PURE__ */ new Date() } = options;
  const { renders: renders2 = () => Promise.resolve(true), pause = () => Promise.resolve() } = options;
  const state = emptyState2(options.flags ?? []);
  const owner = {
    id: randomUUID6(),
    name: "alice",
    verifiedAddress: true,
    twoFactor: true,
    disabled: false
  };
  state.users.set(owner.name, owner);
  plantSeeds(state, owner, now(), options);
  const index = {
    state,
    name,
    base,
    keys,
    now,
    renders: renders2,
    pause,
    trustedRoot: options.trustedRoot
  };
  let token;
  return {
    app: routes(index, createView(options.propagation ?? {})),
    get token() {
      token ??= issueToken(state, new URL(base()).hostname, { user: owner }, [[3, owner.id]]);
      return token;
    },
    state,
    world: () => worldOf2(state)
  };
}
function routes(index, view) {
  const app = new Hono3();
  uploadRoutes2(app, index);
  readingRoutes(app, index, view);
  app.get(
    "/_/oidc/audience",
    (c) => c.req.method === "HEAD" ? methodNotAllowed("HEAD", "GET") : audienceAnswer(index)
  );
  app.post("/_/oidc/mint-token", (c) => mintAnswer(index, c));
  app.post("/_/oidc/github/mint-token", (c) => mintAnswer(index, c));
  for (const [path2, methods] of METHODS2) app.all(path2, (c) => methodNotAllowed(c.req.method, methods));
  app.notFound(() => notFoundPage());
  return app;
}
function uploadRoutes2(app, index) {
  const { base } = index;
  app.post(
    "/legacy",
    (c) => sendAnswer(c, { ...refused2(308, NO_SLASH), headers: { Location: `${base()}/legacy/` } })
  );
  app.post("/legacy/", (c) => posted(index, c));
  app.get("/legacy/", (c) => {
    if (ACTIONS.includes(c.req.query(":action") ?? "")) return methodNotAllowed("GET", "POST");
    return new Response(LANDING_PAGE, { headers: { "Content-Type": "text/html; charset=UTF-8" } });
  });
  app.post(
    "/pypi",
    (c) => sendAnswer(c, refused2(410, `This API has moved to ${base()}/legacy/. See TODO for more information.`))
  );
  app.post("/", () => methodNotAllowed("POST", READING));
}
async function posted(index, c) {
  const arrival = index.state.commits;
  const form = await readForm(c);
  if (form === void 0) return sendAnswer(c, UNDECODABLE);
  const action = c.req.query(":action") ?? form.values.get(":action")?.at(-1) ?? "";
  const gone = POSTS_GONE[action];
  if (gone !== void 0) return sendAnswer(c, refused2(410, gone));
  if (action !== "file_upload") return methodNotAllowed("POST", READING);
  const authorization = c.req.header("Authorization");
  return sendAnswer(c, await uploadAnswer({ index, form, authorization, arrival }));
}
async function readForm(c) {
  try {
    return await formFrom(c.req.raw);
  } catch {
    return void 0;
  }
}
function readingRoutes(app, index, view) {
  app.get("/simple/", (c) => simpleIndex(index, c));
  app.get("/simple", () => redirect(301, `${index.base()}/simple/`));
  for (const ending of ["", "/"]) {
    app.get(
      `/simple/:name${ending}`,
      (c) => simpleDetail(view(index, offeredForm(c)), c, c.req.param("name"))
    );
    app.get(`/pypi/:name/json${ending}`, (c) => projectJson(view(index, "record"), c, c.req.param("name")));
    app.get(
      `/pypi/:name/:version/json${ending}`,
      (c) => releaseJson(view(index, "record"), c, c.req.param("name"), c.req.param("version"))
    );
    app.get(`/project/:name${ending}`, (c) => projectPage(index, c, c.req.param("name"), void 0));
    app.get(
      `/project/:name/:version${ending}`,
      (c) => projectPage(index, c, c.req.param("name"), c.req.param("version"))
    );
  }
  app.get(
    PROVENANCE,
    (c) => c.req.method === "HEAD" ? methodNotAllowed("HEAD", "GET") : provenanceAnswer(index, c, c.req.param())
  );
  app.get("/packages/:one/:two/:rest/:filename", (c) => {
    const { one, two, rest, filename } = c.req.param();
    return fileAnswer(index, one + two + rest, filename);
  });
}

// src/emulators/issuer/claims.ts
function jobClaims(job, given) {
  const { repository } = job;
  const ref = stringOf(given, "ref") ?? "refs/heads/main";
  const sha = stringOf(given, "sha") ?? "0".repeat(40);
  const workflowRef = stringOf(given, "workflow_ref") ?? `${repository}/.github/workflows/release.yml@${ref}`;
  const claims = {
    ...identityOf(job),
    sub: subjectOf(repository, ref, given),
    ref,
    sha,
    ref_type: ref.startsWith("refs/tags/") ? "tag" : "branch",
    ref_protected: "false",
    base_ref: "",
    head_ref: "",
    event_name: ref.startsWith("refs/tags/") ? "push" : "workflow_dispatch",
    workflow: "release",
    workflow_ref: workflowRef,
    workflow_sha: sha,
    // The action does not change it; only a reusable workflow would.
    job_workflow_ref: workflowRef,
    job_workflow_sha: sha,
    run_id: "1",
    run_number: "1",
    run_attempt: "1",
    check_run_id: "1",
    runner_environment: "github-hosted",
    ...stringOf(given, "environment") === void 0 ? {} : { environment_node_id: "EN_1" }
  };
  return defined({ ...claims, ...given });
}
function identityOf({ repository, repositoryId, ownerId }) {
  return {
    repository,
    repository_id: repositoryId,
    repository_owner: repository.split("/")[0],
    repository_owner_id: ownerId,
    repository_visibility: "public",
    actor: "octocat",
    actor_id: "583231"
  };
}
function subjectOf(repository, ref, given) {
  const environment = stringOf(given, "environment");
  if (environment !== void 0)
    return `repo:${repository}:environment:${environment.replaceAll(":", "%3A")}`;
  if (given.event_name === "pull_request") return `repo:${repository}:pull_request`;
  return `repo:${repository}:ref:${ref}`;
}
function stringOf(claims, name) {
  const value = claims[name];
  return typeof value === "string" && value !== "" ? value : void 0;
}
function defined(claims) {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== void 0));
}

// src/emulators/issuer/emulator.ts
import { randomUUID as randomUUID7 } from "node:crypto";

// src/emulators/issuer/keys.ts
import { createHash as createHash5, generateKeyPairSync } from "node:crypto";
var KEY_ID = "oracle-key";
var made;
function issuerKey() {
  made ??= generate();
  return made;
}
function generate() {
  const { privateKey, publicKey: publicKey2 } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const exported = publicKey2.export({ format: "jwk" });
  const jwk = { kty: "RSA", n: String(exported.n), e: String(exported.e) };
  const thumbprint = createHash5("sha1").update(String(jwk.n)).digest("base64url");
  return { privateKey, thumbprint, set: { keys: [{ ...jwk, alg: "RS256", use: "sig", kid: KEY_ID }] } };
}

// src/emulators/issuer/emulator.ts
var ISSUER2 = "https://token.actions.githubusercontent.com";
var LIFETIME = { before: 600, after: 300 };
function createIssuer(options) {
  const keys = () => issuerKey().set;
  const app = new Hono3();
  app.get("/.well-known/openid-configuration", (c) => c.json(discovery(options.base())));
  app.get("/.well-known/jwks", (c) => c.json(keys()));
  app.get("/token", async (c) => {
    const bearer = /^bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    if (bearer !== options.requestToken) return c.json({ message: "The request token is not valid." }, 401);
    const claims = options.claims();
    const audience = c.req.query("audience") ?? `https://github.com/${String(claims.repository_owner)}`;
    const value = await sign({ ...claims, ...standing(audience) }, KEY_ID);
    return c.json({ count: value.length, value });
  });
  app.post("/sign", async (c) => {
    const asked = signable(await c.req.json().catch(() => void 0));
    if (asked === void 0)
      return c.json({ message: 'Expected {"claims": {...}, "kid": "..." or null}.' }, 400);
    return c.json({ token: await sign(asked.claims, asked.kid) });
  });
  return { app, keys };
}
function standing(audience) {
  const now = Math.floor(Date.now() / 1e3);
  const times = { iat: now, nbf: now - LIFETIME.before, exp: now + LIFETIME.after };
  return { iss: ISSUER2, aud: audience, jti: randomUUID7(), ...times };
}
function sign(claims, kid) {
  const { privateKey, thumbprint } = issuerKey();
  const header2 = { typ: "JWT", alg: "RS256", ...kid === null ? {} : { kid }, x5t: thumbprint };
  return new SignJWT({ ...claims }).setProtectedHeader(header2).sign(privateKey);
}
function signable(body) {
  if (typeof body !== "object" || body === null) return void 0;
  const { claims, kid = KEY_ID } = body;
  if (typeof claims !== "object" || claims === null || Array.isArray(claims)) return void 0;
  return typeof kid === "string" || kid === null ? { claims, kid } : void 0;
}
function discovery(base) {
  return {
    issuer: ISSUER2,
    jwks_uri: `${base}/.well-known/jwks`,
    subject_types_supported: ["public", "pairwise"],
    response_types_supported: ["id_token"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid"]
  };
}

// src/emulators/job.ts
var JOB_PERMISSIONS = {
  actions: "read",
  attestations: "write",
  contents: "write",
  "id-token": "write",
  issues: "write",
  "pull-requests": "write"
};
var REPOSITORY_IDS = { repositoryId: "7", ownerId: "3" };
function jobEnvironment({ github, oidc, cache }, permissions) {
  const identity = {
    ACTIONS_ID_TOKEN_REQUEST_URL: oidc.request_url,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.request_token
  };
  return {
    GITHUB_API_URL: github.api,
    GITHUB_GRAPHQL_URL: `${github.api}/graphql`,
    // A host that ends in .localhost: at any other the cache client takes the forge for an Enterprise Server.
    GITHUB_SERVER_URL: github.server,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REPOSITORY_ID: REPOSITORY_IDS.repositoryId,
    GITHUB_REPOSITORY_OWNER: github.repository.split("/")[0] ?? "",
    GITHUB_REPOSITORY_OWNER_ID: REPOSITORY_IDS.ownerId,
    // There is no level `read` of it.
    ...permissions["id-token"] === "write" ? identity : {},
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_RUNTIME_TOKEN: cache.runtime_token,
    ACTIONS_CACHE_SERVICE_V2: "True"
  };
}

// node_modules/@hono/node-server/dist/index.mjs
import { STATUS_CODES as STATUS_CODES2, ServerResponse, createServer } from "node:http";
import { Http2ServerRequest, constants as constants2 } from "node:http2";
import { Readable as Readable2 } from "node:stream";

// node_modules/hono/dist/helper/websocket/index.js
var defineWebSocketHelper = (handler) => {
  return ((...args) => {
    if (typeof args[0] === "function") {
      const [createEvents, options] = args;
      return async function upgradeWebSocket2(c, next) {
        const result = await handler(c, await createEvents(c), options);
        if (result) return result;
        await next();
      };
    } else {
      const [c, events, options] = args;
      return (async () => {
        const upgraded = await handler(c, events, options);
        if (!upgraded) throw new Error("Failed to upgrade WebSocket");
        return upgraded;
      })();
    }
  });
};

// node_modules/@hono/node-server/dist/index.mjs
var RequestError = class extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = "RequestError";
  }
};
var nonJoinedHeaders = /* @__PURE__ */ new Set([
  "age",
  "authorization",
  "content-length",
  "content-type",
  "etag",
  "expires",
  "from",
  "host",
  "if-modified-since",
  "if-unmodified-since",
  "last-modified",
  "location",
  "max-forwards",
  "proxy-authorization",
  "referer",
  "retry-after",
  "server",
  "user-agent"
]);
var validHeaderName = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
var isHttpWhitespace = (code) => code === 9 || code === 10 || code === 13 || code === 32;
var normalizeHeaderValue = (value) => {
  if (!isHttpWhitespace(value.charCodeAt(0)) && !isHttpWhitespace(value.charCodeAt(value.length - 1))) return value;
  let start = 0;
  let end = value.length;
  while (start < end && isHttpWhitespace(value.charCodeAt(start))) start++;
  while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end--;
  return value.slice(start, end);
};
var forbiddenHeaderValue = /[\0\r\n]/;
var GlobalHeaders = globalThis.Headers;
var materializeHeaders = (rawHeaders, HeadersCtor = GlobalHeaders) => {
  const headers = new HeadersCtor();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i];
    if (!name.startsWith(":")) headers.append(name, rawHeaders[i + 1]);
  }
  return headers;
};
var RequestHeaders = class {
  #incoming;
  #rawHeaders;
  #headers;
  #invalidValue;
  constructor(incoming) {
    this.#incoming = incoming;
    if (incoming instanceof Http2ServerRequest) this.#rawHeaders = incoming.rawHeaders.slice();
  }
  get #lazyRawHeaders() {
    return this.#rawHeaders ??= this.#incoming.rawHeaders.slice();
  }
  get #native() {
    if (!this.#headers) {
      this.#headers = materializeHeaders(this.#lazyRawHeaders);
      this.#rawHeaders = void 0;
    }
    return this.#headers;
  }
  #normalizedName(name) {
    if (typeof name !== "string") return;
    if (!validHeaderName.test(name)) throw new TypeError(`Invalid header name: ${name}`);
    return name.toLowerCase();
  }
  #lookupHttp1(lowerName) {
    const headers = this.#incoming instanceof Http2ServerRequest ? void 0 : this.#incoming.headers;
    if (!headers || nonJoinedHeaders.has(lowerName) || lowerName === "set-cookie" || lowerName === "__proto__") return;
    if (!Object.hasOwn(headers, lowerName)) return null;
    const rawValue = headers[lowerName];
    if (typeof rawValue === "string") {
      const value = normalizeHeaderValue(rawValue);
      return forbiddenHeaderValue.test(value) ? void 0 : value;
    }
  }
  #lookup(rawHeaders, lowerName) {
    const separator = lowerName === "cookie" ? "; " : ", ";
    let value = null;
    for (let i = 0; i < rawHeaders.length; i += 2) {
      const rawName = rawHeaders[i];
      if (rawName.length === lowerName.length && rawName.toLowerCase() === lowerName) {
        const rawValue = normalizeHeaderValue(rawHeaders[i + 1]);
        if (forbiddenHeaderValue.test(rawValue)) {
          this.#invalidValue = true;
          return;
        }
        value = value === null ? rawValue : value + separator + rawValue;
      }
    }
    return value;
  }
  append(name, value) {
    this.#native.append(name, value);
  }
  delete(name) {
    this.#native.delete(name);
  }
  get(name) {
    const lowerName = this.#normalizedName(name);
    if (lowerName && !this.#headers && !this.#invalidValue) {
      const http1Value = this.#lookupHttp1(lowerName);
      if (http1Value !== void 0) return http1Value;
      const value = this.#lookup(this.#lazyRawHeaders, lowerName);
      if (value !== void 0) return value;
    }
    return this.#native.get(name);
  }
  has(name) {
    const lowerName = this.#normalizedName(name);
    if (lowerName && !this.#headers && !this.#invalidValue) {
      const http1Value = this.#lookupHttp1(lowerName);
      if (http1Value !== void 0) return http1Value !== null;
      const value = this.#lookup(this.#lazyRawHeaders, lowerName);
      if (value !== void 0) return value !== null;
    }
    return this.#native.has(name);
  }
  set(name, value) {
    this.#native.set(name, value);
  }
  getSetCookie() {
    return this.#native.getSetCookie();
  }
  keys() {
    return this.#native.keys();
  }
  values() {
    return this.#native.values();
  }
  entries() {
    return this.#native.entries();
  }
  forEach(callback, thisArg) {
    this.#native.forEach((value, key) => {
      callback.call(thisArg, value, key, this);
    });
  }
  [Symbol.iterator]() {
    return this.entries();
  }
};
Object.defineProperty(RequestHeaders.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
  return `Headers (lightweight) ${inspectFn(Object.fromEntries(this), {
    ...options,
    depth: depth == null ? null : depth - 1
  })}`;
} });
Object.setPrototypeOf(RequestHeaders.prototype, GlobalHeaders.prototype);
var newHeadersFromIncoming = (incoming) => globalThis.Headers === GlobalHeaders ? new RequestHeaders(incoming) : materializeHeaders(incoming.rawHeaders, globalThis.Headers);
var reValidRequestUrl = /^\/[!#$&-;=?-\[\]_a-z~]*$/;
var reDotSegment = /\/\.\.?(?:[/?#]|$)/;
var reValidHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;
var validateRequestTarget = (target) => {
  const backslash = target.indexOf("\\");
  if (backslash !== -1) {
    const query = target.indexOf("?");
    if (query === -1 || backslash < query) throw new RequestError("Backslash in request path");
  }
};
var buildUrl = (scheme, host, incomingUrl) => {
  const url = `${scheme}://${host}${incomingUrl}`;
  if (!reValidHost.test(host)) {
    validateRequestTarget(incomingUrl);
    const urlObj = new URL(url);
    if (urlObj.hostname.length !== host.length && urlObj.hostname !== (host.includes(":") ? host.replace(/:\d+$/, "") : host).toLowerCase()) throw new RequestError("Invalid host header");
    return urlObj.href;
  } else if (incomingUrl.length === 0) return url + "/";
  else {
    if (incomingUrl.charCodeAt(0) !== 47) throw new RequestError("Invalid URL");
    if (!reValidRequestUrl.test(incomingUrl) || reDotSegment.test(incomingUrl)) {
      validateRequestTarget(incomingUrl);
      return new URL(url).href;
    }
    return url;
  }
};
var toRequestError = (e) => {
  if (e instanceof RequestError) return e;
  return new RequestError(e.message, { cause: e });
};
var GlobalRequest = global.Request;
var Request$1 = class extends GlobalRequest {
  constructor(input, options) {
    if (typeof input === "object" && getRequestCache in input) {
      const hasReplacementBody = options !== void 0 && "body" in options && options.body != null;
      if (input[bodyConsumedDirectlyKey] && !hasReplacementBody) throw new TypeError("Cannot construct a Request with a Request object that has already been used.");
      input = input[getRequestCache]();
    }
    if (typeof options?.body?.getReader !== "undefined") options.duplex ??= "half";
    super(input, options);
  }
};
var wrapBodyStream = /* @__PURE__ */ Symbol("wrapBodyStream");
var byteExactEncodings = /* @__PURE__ */ new Set([
  "latin1",
  "binary",
  "hex",
  "base64",
  "base64url"
]);
var isByteExactEncoding = (encoding) => encoding === null || byteExactEncodings.has(encoding);
var bodyBufferedBeforeDisconnectKey = /* @__PURE__ */ Symbol("bodyBufferedBeforeDisconnect");
var bodyBufferedLengthBeforeDisconnectKey = /* @__PURE__ */ Symbol("bodyBufferedLengthBeforeDisconnect");
var toBufferChunk = (chunk, encoding) => Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding ?? "utf8");
var isRecoverableDisconnectedIncoming = (incoming) => !(incoming instanceof Http2ServerRequest) && !!incoming.complete && !!incoming.readableAborted && typeof incoming.read === "function" && isByteExactEncoding(incoming.readableEncoding);
var recordBodyBufferedBeforeDisconnect = (incoming) => {
  if (incoming.readableDidRead || !isRecoverableDisconnectedIncoming(incoming)) return;
  const incomingWithRecovery = incoming;
  incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] ??= incoming.readableLength;
};
var readBodyBufferedBeforeDisconnect = (incoming, chunks) => {
  if (incoming.readableDidRead && !chunks || !isRecoverableDisconnectedIncoming(incoming)) return;
  const incomingWithRecovery = incoming;
  if (incomingWithRecovery[bodyBufferedBeforeDisconnectKey] !== void 0) return incomingWithRecovery[bodyBufferedBeforeDisconnectKey];
  let result;
  const errored = incoming.errored;
  if (errored && errored.code !== "ECONNRESET") result = errored;
  else if (incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] !== void 0 && incoming.readableLength !== incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey]) result = newBodyUnusableError();
  else {
    const bodyChunks = chunks ?? [];
    const chunk = incoming.read();
    if (chunk !== null) bodyChunks.push(toBufferChunk(chunk, incoming.readableEncoding));
    const buffer = bodyChunks.length === 1 ? bodyChunks[0] : Buffer.concat(bodyChunks);
    result = buffer;
    const contentLength = incoming.headers["content-length"];
    if (typeof contentLength === "string" && /^\d+$/.test(contentLength)) {
      const expectedLength = Number(contentLength);
      if (Number.isSafeInteger(expectedLength) && buffer.length !== expectedLength) result = newBodyUnusableError();
    }
  }
  incomingWithRecovery[bodyBufferedBeforeDisconnectKey] = result;
  return result;
};
var enqueueBufferedBody = (controller, buffered) => {
  if (buffered instanceof Error) {
    controller.error(buffered);
    return;
  }
  if (buffered.length > 0) controller.enqueue(buffered);
  controller.close();
};
var newRequestFromIncoming = (method, url, headers, incoming, abortController) => {
  const init = {
    method,
    headers,
    signal: abortController.signal
  };
  if (method === "TRACE") {
    init.method = "GET";
    const req = new Request$1(url, init);
    Object.defineProperty(req, "method", { get() {
      return "TRACE";
    } });
    return req;
  }
  if (!(method === "GET" || method === "HEAD")) if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) init.body = new ReadableStream({ start(controller) {
    controller.enqueue(incoming.rawBody);
    controller.close();
  } });
  else if (incoming[wrapBodyStream]) {
    let reader;
    init.body = new ReadableStream({ async pull(controller) {
      try {
        if (!reader) {
          const buffered = readBodyBufferedBeforeDisconnect(incoming);
          if (buffered !== void 0) {
            enqueueBufferedBody(controller, buffered);
            return;
          }
        }
        reader ||= Readable2.toWeb(incoming).getReader();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(error);
      }
    } });
  } else {
    const buffered = readBodyBufferedBeforeDisconnect(incoming);
    if (buffered !== void 0) init.body = new ReadableStream({ start(controller) {
      enqueueBufferedBody(controller, buffered);
    } });
    else init.body = Readable2.toWeb(incoming);
  }
  return new Request$1(url, init);
};
var getRequestCache = /* @__PURE__ */ Symbol("getRequestCache");
var requestCache = /* @__PURE__ */ Symbol("requestCache");
var incomingKey = /* @__PURE__ */ Symbol("incomingKey");
var urlKey = /* @__PURE__ */ Symbol("urlKey");
var methodKey = /* @__PURE__ */ Symbol("methodKey");
var headersKey = /* @__PURE__ */ Symbol("headersKey");
var abortControllerKey = /* @__PURE__ */ Symbol("abortControllerKey");
var getAbortController = /* @__PURE__ */ Symbol("getAbortController");
var abortRequest = /* @__PURE__ */ Symbol("abortRequest");
var bodyBufferKey = /* @__PURE__ */ Symbol("bodyBuffer");
var bodyReadPromiseKey = /* @__PURE__ */ Symbol("bodyReadPromise");
var bodyConsumedDirectlyKey = /* @__PURE__ */ Symbol("bodyConsumedDirectly");
var bodyLockReaderKey = /* @__PURE__ */ Symbol("bodyLockReader");
var abortReasonKey = /* @__PURE__ */ Symbol("abortReason");
var newBodyUnusableError = () => {
  return /* @__PURE__ */ new TypeError("Body is unusable");
};
var rejectBodyUnusable = () => {
  return Promise.reject(newBodyUnusableError());
};
var textDecoder = new TextDecoder();
var consumeBodyDirectOnce = (request) => {
  if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
  request[bodyConsumedDirectlyKey] = true;
};
var toArrayBuffer = (buf) => {
  return buf.buffer.slice(buf.byteOffset, buf.byteOffset + buf.byteLength);
};
var contentType = (request) => {
  return (request[headersKey] ||= newHeadersFromIncoming(request[incomingKey])).get("content-type") || "";
};
var methodTokenRegExp = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var normalizeIncomingMethod = (method) => {
  if (typeof method !== "string" || method.length === 0) return "GET";
  switch (method) {
    case "DELETE":
    case "GET":
    case "HEAD":
    case "OPTIONS":
    case "PATCH":
    case "POST":
    case "PUT":
    case "QUERY":
      return method;
  }
  const upper = method.toUpperCase();
  switch (upper) {
    case "DELETE":
    case "GET":
    case "HEAD":
    case "OPTIONS":
    case "POST":
    case "PUT":
      return upper;
    default:
      return method;
  }
};
var validateDirectReadMethod = (method) => {
  if (!methodTokenRegExp.test(method)) return /* @__PURE__ */ new TypeError(`'${method}' is not a valid HTTP method.`);
  const normalized = method.toUpperCase();
  if (normalized === "CONNECT" || normalized === "TRACK" || normalized === "TRACE" && method !== "TRACE") return /* @__PURE__ */ new TypeError(`'${method}' HTTP method is unsupported.`);
};
var readBodyWithFastPath = (request, method, fromBuffer) => {
  if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
  const methodName = request.method;
  if (methodName === "GET" || methodName === "HEAD") return request[getRequestCache]()[method]();
  const methodValidationError = validateDirectReadMethod(methodName);
  if (methodValidationError) return Promise.reject(methodValidationError);
  if (request[requestCache]) {
    if (methodName !== "TRACE") return request[requestCache][method]();
  }
  const alreadyUsedError = consumeBodyDirectOnce(request);
  if (alreadyUsedError) return alreadyUsedError;
  const raw2 = readRawBodyIfAvailable(request);
  if (raw2) {
    const result = Promise.resolve(fromBuffer(raw2, request));
    request[bodyBufferKey] = void 0;
    return result;
  }
  return readBodyDirect(request).then((buf) => {
    const result = fromBuffer(buf, request);
    request[bodyBufferKey] = void 0;
    return result;
  });
};
var readRawBodyIfAvailable = (request) => {
  const incoming = request[incomingKey];
  if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) return incoming.rawBody;
};
var normalizeAbortError = (request, incoming) => {
  if (incoming.errored) return incoming.errored;
  const reason = request[abortReasonKey];
  if (reason !== void 0) return reason instanceof Error ? reason : new Error(String(reason));
  return /* @__PURE__ */ new Error("Client connection prematurely closed.");
};
var readBodyDirect = (request) => {
  if (request[bodyBufferKey]) return Promise.resolve(request[bodyBufferKey]);
  if (request[bodyReadPromiseKey]) return request[bodyReadPromiseKey];
  const incoming = request[incomingKey];
  if (incoming.readableDidRead) return rejectBodyUnusable();
  const buffered = readBodyBufferedBeforeDisconnect(incoming);
  if (buffered !== void 0) {
    if (buffered instanceof Error) return Promise.reject(buffered);
    request[bodyBufferKey] = buffered;
    return Promise.resolve(buffered);
  }
  const promise2 = new Promise((resolve, reject) => {
    const chunks = [];
    let settled = false;
    const finish3 = (callback) => {
      if (settled) return;
      settled = true;
      cleanup();
      callback();
    };
    const recoverCompleteBodyAfterDisconnect = (error) => {
      const streamError = incoming.errored ?? error;
      if (!isRecoverableDisconnectedIncoming(incoming) || streamError && streamError.code !== "ECONNRESET") return false;
      finish3(() => {
        const recovered = readBodyBufferedBeforeDisconnect(incoming, chunks);
        if (recovered instanceof Error) reject(recovered);
        else if (recovered === void 0) reject(error ?? normalizeAbortError(request, incoming));
        else {
          request[bodyBufferKey] = recovered;
          resolve(recovered);
        }
      });
      return true;
    };
    const onData = (chunk) => {
      chunks.push(toBufferChunk(chunk, incoming.readableEncoding));
    };
    const onEnd = () => {
      finish3(() => {
        const buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
        request[bodyBufferKey] = buffer;
        resolve(buffer);
      });
    };
    const onError = (error) => {
      if (recoverCompleteBodyAfterDisconnect(error)) return;
      finish3(() => {
        reject(error);
      });
    };
    const onClose = () => {
      if (incoming.readableEnded) {
        onEnd();
        return;
      }
      if (recoverCompleteBodyAfterDisconnect()) return;
      finish3(() => {
        reject(normalizeAbortError(request, incoming));
      });
    };
    const cleanup = () => {
      incoming.off("data", onData);
      incoming.off("end", onEnd);
      incoming.off("error", onError);
      incoming.off("close", onClose);
      request[bodyReadPromiseKey] = void 0;
    };
    incoming.on("data", onData);
    incoming.on("end", onEnd);
    incoming.on("error", onError);
    incoming.on("close", onClose);
    queueMicrotask(() => {
      if (settled) return;
      if (incoming.readableEnded) onEnd();
      else if (incoming.errored) onError(incoming.errored);
      else if (incoming.destroyed) onClose();
    });
  });
  request[bodyReadPromiseKey] = promise2;
  return promise2;
};
var requestPrototype = {
  get method() {
    return this[methodKey];
  },
  get url() {
    return this[urlKey];
  },
  get headers() {
    return this[headersKey] ||= newHeadersFromIncoming(this[incomingKey]);
  },
  [abortRequest](reason) {
    if (this[abortReasonKey] === void 0) this[abortReasonKey] = reason;
    const abortController = this[abortControllerKey];
    if (abortController && !abortController.signal.aborted) abortController.abort(reason);
  },
  [getAbortController]() {
    this[abortControllerKey] ||= new AbortController();
    if (this[abortReasonKey] !== void 0 && !this[abortControllerKey].signal.aborted) this[abortControllerKey].abort(this[abortReasonKey]);
    return this[abortControllerKey];
  },
  [getRequestCache]() {
    const abortController = this[getAbortController]();
    if (this[requestCache]) return this[requestCache];
    const method = this.method;
    if (this[bodyConsumedDirectlyKey] && !(method === "GET" || method === "HEAD")) {
      this[bodyBufferKey] = void 0;
      const init = {
        method: method === "TRACE" ? "GET" : method,
        headers: this.headers,
        signal: abortController.signal
      };
      if (method !== "TRACE") {
        init.body = new ReadableStream({ start(c) {
          c.close();
        } });
        init.duplex = "half";
      }
      const req = new Request$1(this[urlKey], init);
      if (method === "TRACE") Object.defineProperty(req, "method", { get() {
        return "TRACE";
      } });
      return this[requestCache] = req;
    }
    return this[requestCache] = newRequestFromIncoming(this.method, this[urlKey], this.headers, this[incomingKey], abortController);
  },
  get body() {
    if (!this[bodyConsumedDirectlyKey]) return this[getRequestCache]().body;
    const request = this[getRequestCache]();
    if (!this[bodyLockReaderKey] && request.body) this[bodyLockReaderKey] = request.body.getReader();
    return request.body;
  },
  get bodyUsed() {
    if (this[bodyConsumedDirectlyKey]) return true;
    if (this[requestCache]) return this[requestCache].bodyUsed;
    return false;
  }
};
Object.defineProperty(requestPrototype, "signal", { get() {
  return this[getAbortController]().signal;
} });
[
  "cache",
  "credentials",
  "destination",
  "duplex",
  "integrity",
  "mode",
  "redirect",
  "referrer",
  "referrerPolicy",
  "keepalive"
].forEach((k) => {
  Object.defineProperty(requestPrototype, k, { get() {
    return this[getRequestCache]()[k];
  } });
});
["clone", "formData"].forEach((k) => {
  Object.defineProperty(requestPrototype, k, { value: function() {
    if (this[bodyConsumedDirectlyKey]) {
      if (k === "clone") throw newBodyUnusableError();
      return rejectBodyUnusable();
    }
    return this[getRequestCache]()[k]();
  } });
});
Object.defineProperty(requestPrototype, "text", { value: function() {
  return readBodyWithFastPath(this, "text", (buf) => textDecoder.decode(buf));
} });
Object.defineProperty(requestPrototype, "arrayBuffer", { value: function() {
  return readBodyWithFastPath(this, "arrayBuffer", (buf) => toArrayBuffer(buf));
} });
Object.defineProperty(requestPrototype, "blob", { value: function() {
  return readBodyWithFastPath(this, "blob", (buf, request) => {
    const type = contentType(request);
    const init = type ? { headers: { "content-type": type } } : void 0;
    return new Response(buf, init).blob();
  });
} });
Object.defineProperty(requestPrototype, "json", { value: function() {
  if (this[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
  return this.text().then(JSON.parse);
} });
Object.defineProperty(requestPrototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
  return `Request (lightweight) ${inspectFn({
    method: this.method,
    url: this.url,
    headers: this.headers,
    nativeRequest: this[requestCache]
  }, {
    ...options,
    depth: depth == null ? null : depth - 1
  })}`;
} });
Object.setPrototypeOf(requestPrototype, Request$1.prototype);
var newRequest = (incoming, defaultHostname) => {
  const req = Object.create(requestPrototype);
  req[incomingKey] = incoming;
  req[methodKey] = normalizeIncomingMethod(incoming.method);
  const incomingUrl = incoming.url || "";
  if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
    if (incoming instanceof Http2ServerRequest) throw new RequestError("Absolute URL for :path is not allowed in HTTP/2");
    try {
      validateRequestTarget(incomingUrl);
      req[urlKey] = new URL(incomingUrl).href;
    } catch (e) {
      throw new RequestError("Invalid absolute URL", { cause: e });
    }
    return req;
  }
  const host = (incoming instanceof Http2ServerRequest ? incoming.authority : incoming.headers.host) || defaultHostname;
  if (!host) throw new RequestError("Missing host header");
  let scheme;
  if (incoming instanceof Http2ServerRequest) {
    scheme = incoming.scheme;
    if (!(scheme === "http" || scheme === "https")) throw new RequestError("Unsupported scheme");
  } else scheme = incoming.socket && incoming.socket.encrypted ? "https" : "http";
  try {
    req[urlKey] = buildUrl(scheme, host, incomingUrl);
  } catch (e) {
    if (e instanceof RequestError) throw e;
    else throw new RequestError("Invalid URL", { cause: e });
  }
  return req;
};
var defaultContentType = "text/plain; charset=UTF-8";
var responseCache = /* @__PURE__ */ Symbol("responseCache");
var getResponseCache = /* @__PURE__ */ Symbol("getResponseCache");
var cacheKey = /* @__PURE__ */ Symbol("cache");
var GlobalResponse = global.Response;
var Response$1 = class Response$12 {
  #body;
  #init;
  [getResponseCache]() {
    const cache = this[cacheKey];
    const liveHeaders = cache && cache[2] instanceof Headers ? cache[2] : void 0;
    delete this[cacheKey];
    return this[responseCache] ||= new GlobalResponse(this.#body, liveHeaders ? {
      status: this.#init?.status,
      statusText: this.#init?.statusText,
      headers: liveHeaders
    } : this.#init);
  }
  constructor(body, init) {
    let headers;
    this.#body = body;
    if (init instanceof GlobalResponse) {
      const cachedGlobalResponse = init[responseCache];
      if (cachedGlobalResponse) {
        this.#init = cachedGlobalResponse;
        this[getResponseCache]();
        return;
      }
      this.#init = init instanceof Response$12 ? init.#init : init;
      headers = new Headers(init.headers);
    } else this.#init = init;
    if (body == null || typeof body === "string" || typeof body?.getReader !== "undefined" || body instanceof Blob || body instanceof Uint8Array) this[cacheKey] = [
      init?.status || 200,
      body ?? null,
      headers || init?.headers
    ];
  }
  get headers() {
    const cache = this[cacheKey];
    if (cache) {
      if (!(cache[2] instanceof Headers)) cache[2] = new Headers(cache[2] || (cache[1] === null ? void 0 : { "content-type": defaultContentType }));
      return cache[2];
    }
    return this[getResponseCache]().headers;
  }
  get status() {
    return this[cacheKey]?.[0] ?? this[getResponseCache]().status;
  }
  get ok() {
    const status = this.status;
    return status >= 200 && status < 300;
  }
};
[
  "body",
  "bodyUsed",
  "redirected",
  "statusText",
  "trailers",
  "type",
  "url"
].forEach((k) => {
  Object.defineProperty(Response$1.prototype, k, { get() {
    return this[getResponseCache]()[k];
  } });
});
[
  "arrayBuffer",
  "blob",
  "clone",
  "formData",
  "json",
  "text"
].forEach((k) => {
  Object.defineProperty(Response$1.prototype, k, { value: function() {
    return this[getResponseCache]()[k]();
  } });
});
Object.defineProperty(Response$1.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
  return `Response (lightweight) ${inspectFn({
    status: this.status,
    headers: this.headers,
    ok: this.ok,
    nativeResponse: this[responseCache]
  }, {
    ...options,
    depth: depth == null ? null : depth - 1
  })}`;
} });
Object.setPrototypeOf(Response$1, GlobalResponse);
Object.setPrototypeOf(Response$1.prototype, GlobalResponse.prototype);
var validRedirectUrl = /^https?:\/\/[!#-;=?-[\]_a-z~A-Z]+$/;
var parseRedirectUrl = (url) => {
  if (url instanceof URL) return url.href;
  if (validRedirectUrl.test(url)) return url;
  return new URL(url).href;
};
var validRedirectStatuses = /* @__PURE__ */ new Set([
  301,
  302,
  303,
  307,
  308
]);
Object.defineProperty(Response$1, "redirect", {
  value: function redirect2(url, status = 302) {
    if (!validRedirectStatuses.has(status)) throw new RangeError("Invalid status code");
    return new Response$1(null, {
      status,
      headers: { location: parseRedirectUrl(url) }
    });
  },
  writable: true,
  configurable: true
});
Object.defineProperty(Response$1, "json", {
  value: function json2(data, init) {
    const body = JSON.stringify(data);
    if (body === void 0) throw new TypeError("The data is not JSON serializable");
    const initHeaders = init?.headers;
    let headers;
    if (initHeaders) {
      headers = new Headers(initHeaders);
      if (!headers.has("content-type")) headers.set("content-type", "application/json");
    } else headers = { "content-type": "application/json" };
    return new Response$1(body, {
      status: init?.status ?? 200,
      statusText: init?.statusText,
      headers
    });
  },
  writable: true,
  configurable: true
});
async function readWithoutBlocking(readPromise) {
  return Promise.race([readPromise, Promise.resolve().then(() => Promise.resolve(void 0))]);
}
function writeFromReadableStreamDefaultReader(reader, writable, currentReadPromise) {
  const cancel = (error) => {
    reader.cancel(error).catch(() => {
    });
  };
  const stream = writable.stream;
  if (writable.destroyed || stream?.closed || stream?.destroyed) {
    cancel();
    return reader.closed;
  }
  writable.on("close", cancel);
  writable.on("error", cancel);
  (currentReadPromise ?? reader.read()).then(flow, handleStreamError);
  return reader.closed.finally(() => {
    writable.off("close", cancel);
    writable.off("error", cancel);
  });
  function handleStreamError(error) {
    if (error) writable.destroy(error);
  }
  function onDrain() {
    reader.read().then(flow, handleStreamError);
  }
  function flow({ done, value }) {
    try {
      if (done) writable.end();
      else if (!writable.write(value)) writable.once("drain", onDrain);
      else reader.read().then(flow, handleStreamError);
    } catch (e) {
      handleStreamError(e);
    }
  }
}
function writeFromReadableStream(stream, writable) {
  if (stream.locked) throw new TypeError("ReadableStream is locked.");
  else if (writable.destroyed) {
    stream.cancel().catch(() => {
    });
    return;
  }
  return writeFromReadableStreamDefaultReader(stream.getReader(), writable);
}
var buildOutgoingHttpHeaders = (headers, defaultContentType2) => {
  const res = {};
  if (!(headers instanceof Headers)) headers = new Headers(headers ?? void 0);
  if (headers.has("set-cookie")) {
    const cookies = [];
    for (const [k, v] of headers) if (k === "set-cookie") cookies.push(v);
    else res[k] = v;
    if (cookies.length > 0) res["set-cookie"] = cookies;
  } else for (const [k, v] of headers) res[k] = v;
  if (defaultContentType2) res["content-type"] ??= defaultContentType2;
  return res;
};
var outgoingEnded = /* @__PURE__ */ Symbol("outgoingEnded");
var incomingDraining = /* @__PURE__ */ Symbol("incomingDraining");
var DRAIN_TIMEOUT_MS = 500;
var MAX_DRAIN_BYTES = 64 * 1024 * 1024;
var drainIncoming = (incoming) => {
  const incomingWithDrainState = incoming;
  if (incoming.destroyed || incomingWithDrainState[incomingDraining]) return;
  incomingWithDrainState[incomingDraining] = true;
  if (incoming instanceof Http2ServerRequest) {
    try {
      incoming.stream?.close?.(constants2.NGHTTP2_NO_ERROR);
    } catch {
    }
    return;
  }
  let bytesRead = 0;
  const cleanup = () => {
    clearTimeout(timer);
    incoming.off("data", onData);
    incoming.off("end", cleanup);
    incoming.off("error", cleanup);
  };
  const forceClose = () => {
    cleanup();
    const socket = incoming.socket;
    if (socket && !socket.destroyed) {
      if (typeof socket.destroySoon === "function") socket.destroySoon();
      else if (typeof socket.destroy === "function") socket.destroy();
    }
  };
  const timer = setTimeout(forceClose, DRAIN_TIMEOUT_MS);
  timer.unref?.();
  const onData = (chunk) => {
    bytesRead += chunk.length;
    if (bytesRead > MAX_DRAIN_BYTES) forceClose();
  };
  incoming.on("data", onData);
  incoming.on("end", cleanup);
  incoming.on("error", cleanup);
  incoming.resume();
};
var makeCloseHandler = (req, incoming, outgoing, needsBodyCleanup) => () => {
  if (incoming.errored) {
    recordBodyBufferedBeforeDisconnect(incoming);
    req[abortRequest](incoming.errored.toString());
  } else if (!outgoing.writableFinished || incoming instanceof Http2ServerRequest && incoming.aborted) {
    recordBodyBufferedBeforeDisconnect(incoming);
    req[abortRequest]("Client connection prematurely closed.");
  }
  if (needsBodyCleanup && !incoming.readableEnded) setTimeout(() => {
    if (!incoming.readableEnded) setTimeout(() => {
      drainIncoming(incoming);
    });
  });
};
var isImmediateCacheableResponse = (res) => {
  if (!(cacheKey in res)) return false;
  const body = res[cacheKey][1];
  return body === null || typeof body === "string" || body instanceof Uint8Array;
};
var handleRequestError = () => new Response(null, { status: 400 });
var handleFetchError = (e) => new Response(null, { status: e instanceof Error && (e.name === "TimeoutError" || e.constructor.name === "TimeoutError") ? 504 : 500 });
var handleResponseError = (e, outgoing) => {
  const err = e instanceof Error ? e : new Error("unknown error", { cause: e });
  if (err.code === "ERR_STREAM_PREMATURE_CLOSE") console.info("The user aborted a request.");
  else {
    console.error(e);
    if (!outgoing.headersSent) {
      if (outgoing instanceof ServerResponse) outgoing._contentLength = null;
      outgoing.writeHead(500, { "Content-Type": "text/plain" });
    }
    outgoing.end(`Error: ${err.message}`);
    outgoing.destroy(err);
  }
};
var flushHeaders = (outgoing) => {
  if ("flushHeaders" in outgoing && outgoing.writable) outgoing.flushHeaders();
};
var trySetContentLength = (outgoing, status, length) => {
  const http1 = outgoing;
  if (http1._contentLength === null && http1._hasBody && http1.useChunkedEncodingByDefault && !http1._removedContLen && status >= 200 && status !== 204 && status !== 304 && !outgoing.hasHeader("content-length") && !outgoing.hasHeader("transfer-encoding") && !outgoing.hasHeader("trailer")) {
    http1._contentLength = length;
    return true;
  }
  return false;
};
var writeDefaultHeaders = (outgoing, status, length) => {
  if (trySetContentLength(outgoing, status, length)) outgoing.writeHead(status, { "Content-Type": defaultContentType });
  else outgoing.writeHead(status, {
    "Content-Type": defaultContentType,
    "Content-Length": length
  });
};
var responseViaCache = async (res, outgoing) => {
  let [status, body, header2] = res[cacheKey];
  if (!header2) {
    if (body === null) {
      outgoing.writeHead(status);
      outgoing.end();
    } else if (typeof body === "string") {
      writeDefaultHeaders(outgoing, status, Buffer.byteLength(body));
      outgoing.end(body);
    } else if (body instanceof Uint8Array) {
      writeDefaultHeaders(outgoing, status, body.byteLength);
      outgoing.end(body);
    } else if (body instanceof Blob) {
      writeDefaultHeaders(outgoing, status, body.size);
      outgoing.end(new Uint8Array(await body.arrayBuffer()));
    } else {
      outgoing.writeHead(status, { "Content-Type": defaultContentType });
      flushHeaders(outgoing);
      await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
    }
    outgoing[outgoingEnded]?.();
    return;
  }
  let hasContentLength = false;
  let plainHeaders = false;
  let canAutoLength = true;
  if (header2 instanceof Headers) {
    hasContentLength = header2.has("content-length");
    header2 = buildOutgoingHttpHeaders(header2, body === null ? void 0 : defaultContentType);
  } else if (Array.isArray(header2)) {
    const headerObj = new Headers(header2);
    hasContentLength = headerObj.has("content-length");
    header2 = buildOutgoingHttpHeaders(headerObj, body === null ? void 0 : defaultContentType);
  } else {
    plainHeaders = true;
    for (const key in header2) {
      if (key.length === 14 && key.toLowerCase() === "content-length") {
        hasContentLength = true;
        break;
      }
      if (key.length === 17 && key.toLowerCase() === "transfer-encoding" || key.length === 7 && key.toLowerCase() === "trailer") canAutoLength = false;
    }
  }
  if (!hasContentLength) {
    let length;
    if (typeof body === "string") length = Buffer.byteLength(body);
    else if (body instanceof Uint8Array) length = body.byteLength;
    else if (body instanceof Blob) length = body.size;
    if (length !== void 0 && (!plainHeaders || !canAutoLength || !trySetContentLength(outgoing, status, length))) {
      if (plainHeaders) header2 = { ...header2 };
      header2["Content-Length"] = length;
    }
  }
  outgoing.writeHead(status, header2);
  if (body == null) outgoing.end();
  else if (typeof body === "string" || body instanceof Uint8Array) outgoing.end(body);
  else if (body instanceof Blob) outgoing.end(new Uint8Array(await body.arrayBuffer()));
  else {
    flushHeaders(outgoing);
    await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
  }
  outgoing[outgoingEnded]?.();
};
var isPromise = (res) => typeof res.then === "function";
var responseViaResponseObject = async (res, outgoing, options = {}) => {
  if (isPromise(res)) if (options.errorHandler) try {
    res = await res;
  } catch (err) {
    const errRes = await options.errorHandler(err);
    if (!errRes) return;
    res = errRes;
  }
  else res = await res.catch(handleFetchError);
  if (cacheKey in res) return responseViaCache(res, outgoing);
  const resHeaderRecord = buildOutgoingHttpHeaders(res.headers, res.body === null ? void 0 : defaultContentType);
  if (res.body) {
    const reader = res.body.getReader();
    const values = [];
    let done = false;
    let currentReadPromise = void 0;
    if (resHeaderRecord["transfer-encoding"] !== "chunked") {
      let maxReadCount = 2;
      for (let i = 0; i < maxReadCount; i++) {
        currentReadPromise ||= reader.read();
        const chunk = await readWithoutBlocking(currentReadPromise);
        if (!chunk) {
          if (i === 1) {
            await new Promise((resolve) => setTimeout(resolve));
            maxReadCount = 3;
            continue;
          }
          break;
        }
        currentReadPromise = void 0;
        if (chunk.value) values.push(chunk.value);
        if (chunk.done) {
          done = true;
          break;
        }
      }
      if (done && !("content-length" in resHeaderRecord)) resHeaderRecord["content-length"] = values.reduce((acc, value) => acc + value.length, 0);
    }
    outgoing.writeHead(res.status, resHeaderRecord);
    values.forEach((value) => {
      outgoing.write(value);
    });
    if (done) outgoing.end();
    else {
      if (values.length === 0) flushHeaders(outgoing);
      await writeFromReadableStreamDefaultReader(reader, outgoing, currentReadPromise);
    }
  } else if (resHeaderRecord[X_ALREADY_SENT]) {
  } else {
    outgoing.writeHead(res.status, resHeaderRecord);
    outgoing.end();
  }
  outgoing[outgoingEnded]?.();
};
var getRequestListener = (fetchCallback, options = {}) => {
  const autoCleanupIncoming = options.autoCleanupIncoming ?? true;
  if (options.overrideGlobalObjects !== false && global.Request !== Request$1) {
    Object.defineProperty(global, "Request", { value: Request$1 });
    Object.defineProperty(global, "Response", { value: Response$1 });
  }
  return async (incoming, outgoing) => {
    let res, req;
    let needsBodyCleanup = false;
    let closeHandlerAttached = false;
    const ensureCloseHandler = () => {
      if (!req || closeHandlerAttached) return;
      closeHandlerAttached = true;
      outgoing.on("close", makeCloseHandler(req, incoming, outgoing, needsBodyCleanup));
    };
    try {
      req = newRequest(incoming, options.hostname);
      needsBodyCleanup = autoCleanupIncoming && !(incoming.method === "GET" || incoming.method === "HEAD");
      if (needsBodyCleanup) {
        incoming[wrapBodyStream] = true;
        if (incoming instanceof Http2ServerRequest) outgoing[outgoingEnded] = () => {
          if (!incoming.readableEnded) setTimeout(() => {
            if (!incoming.readableEnded) setTimeout(() => {
              incoming.destroy();
              outgoing.destroy();
            });
          });
        };
      }
      res = fetchCallback(req, {
        incoming,
        outgoing
      });
      if (!isPromise(res) && isImmediateCacheableResponse(res)) {
        if (needsBodyCleanup && !incoming.readableEnded) outgoing.once("finish", () => {
          if (!incoming.readableEnded) drainIncoming(incoming);
        });
        return responseViaCache(res, outgoing);
      }
      ensureCloseHandler();
    } catch (e) {
      if (!res) if (options.errorHandler) {
        ensureCloseHandler();
        res = await options.errorHandler(req ? e : toRequestError(e));
        if (!res) return;
      } else if (!req) res = handleRequestError();
      else res = handleFetchError(e);
      else return handleResponseError(e, outgoing);
    }
    try {
      return await responseViaResponseObject(res, outgoing, options);
    } catch (e) {
      return handleResponseError(e, outgoing);
    }
  };
};
var CloseEvent = globalThis.CloseEvent ?? class extends Event {
  #eventInitDict;
  constructor(type, eventInitDict = {}) {
    super(type, eventInitDict);
    this.#eventInitDict = eventInitDict;
  }
  get wasClean() {
    return this.#eventInitDict.wasClean ?? false;
  }
  get code() {
    return this.#eventInitDict.code ?? 0;
  }
  get reason() {
    return this.#eventInitDict.reason ?? "";
  }
};
var ErrorEvent = globalThis.ErrorEvent ?? class extends Event {
  #eventInitDict;
  constructor(type, eventInitDict = {}) {
    super(type, eventInitDict);
    this.#eventInitDict = eventInitDict;
  }
  get message() {
    return this.#eventInitDict.message ?? "";
  }
  get filename() {
    return this.#eventInitDict.filename ?? "";
  }
  get lineno() {
    return this.#eventInitDict.lineno ?? 0;
  }
  get colno() {
    return this.#eventInitDict.colno ?? 0;
  }
  get error() {
    return this.#eventInitDict.error ?? null;
  }
};
var generateConnectionSymbol = () => /* @__PURE__ */ Symbol("connection");
var CONNECTION_SYMBOL_KEY = /* @__PURE__ */ Symbol("CONNECTION_SYMBOL_KEY");
var WAIT_FOR_WEBSOCKET_SYMBOL = /* @__PURE__ */ Symbol("WAIT_FOR_WEBSOCKET_SYMBOL");
var responseHeadersToSkip = /* @__PURE__ */ new Set([
  "connection",
  "content-length",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "sec-websocket-accept",
  "sec-websocket-extensions",
  "sec-websocket-protocol"
]);
var appendResponseHeaders = (headers, responseHeaders) => {
  if (!responseHeaders) return;
  responseHeaders.forEach((value, key) => {
    if (responseHeadersToSkip.has(key.toLowerCase())) return;
    headers.push(`${key}: ${value}`);
  });
};
var rejectUpgradeRequest = (socket, status, responseHeaders) => {
  if (socket.destroyed) return;
  const responseLines = ["Connection: close", "Content-Length: 0"];
  appendResponseHeaders(responseLines, responseHeaders);
  socket.end(`HTTP/1.1 ${status.toString()} ${STATUS_CODES2[status] ?? ""}\r
${responseLines.join("\r\n")}\r
\r
`);
};
var createUpgradeRequest = (request) => {
  const protocol = request.socket.encrypted ? "https" : "http";
  const incomingUrl = request.url ?? "/";
  let url;
  if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
    validateRequestTarget(incomingUrl);
    url = new URL(incomingUrl).href;
  } else url = buildUrl(protocol, request.headers.host ?? "localhost", incomingUrl);
  const headers = new Headers();
  for (const key in request.headers) {
    const value = request.headers[key];
    if (!value) continue;
    headers.append(key, Array.isArray(value) ? value[0] : value);
  }
  return new Request(url, { headers });
};
var setupWebSocket = (options) => {
  const { server, fetchCallback, wss } = options;
  const waiterMap = /* @__PURE__ */ new Map();
  wss.on("connection", (ws, request) => {
    const waiter = waiterMap.get(request);
    if (waiter) {
      waiter.resolve(ws);
      waiterMap.delete(request);
    }
  });
  const rejectWaiter = (request) => {
    const waiter = waiterMap.get(request);
    if (waiter) {
      waiterMap.delete(request);
      waiter.reject(/* @__PURE__ */ new Error("WebSocket handshake aborted"));
    }
  };
  const waitForWebSocket = (request, connectionSymbol) => {
    return new Promise((resolve, reject) => {
      waiterMap.set(request, {
        resolve,
        reject,
        connectionSymbol
      });
    });
  };
  server.on("upgrade", async (request, socket, head) => {
    if (request.headers.upgrade?.toLowerCase() !== "websocket") return;
    const ignoreSocketError = () => {
    };
    const reclaimWaiterOnClose = () => rejectWaiter(request);
    socket.on("error", ignoreSocketError);
    socket.once("close", reclaimWaiterOnClose);
    const env = {
      incoming: request,
      outgoing: void 0,
      wss,
      [WAIT_FOR_WEBSOCKET_SYMBOL]: waitForWebSocket
    };
    let status = 400;
    let responseHeaders;
    try {
      const response = await fetchCallback(createUpgradeRequest(request), env);
      if (response instanceof Response) {
        status = response.status;
        responseHeaders = response.headers;
      }
    } catch (error) {
      if (server.listenerCount("upgrade") === 1) rejectUpgradeRequest(socket, error instanceof RequestError ? 400 : 500);
      return;
    }
    if (socket.destroyed) {
      rejectWaiter(request);
      return;
    }
    const waiter = waiterMap.get(request);
    if (!waiter || waiter.connectionSymbol !== env[CONNECTION_SYMBOL_KEY]) {
      rejectWaiter(request);
      if (server.listenerCount("upgrade") === 1) rejectUpgradeRequest(socket, status, responseHeaders);
      return;
    }
    const addResponseHeaders = (headers) => {
      appendResponseHeaders(headers, responseHeaders);
    };
    wss.on("headers", addResponseHeaders);
    try {
      wss.handleUpgrade(request, socket, head, (ws) => {
        socket.off("close", reclaimWaiterOnClose);
        socket.off("error", ignoreSocketError);
        wss.emit("connection", ws, request);
      });
    } finally {
      wss.off("headers", addResponseHeaders);
    }
  });
  server.on("close", () => {
    wss.close();
  });
};
var upgradeWebSocket = defineWebSocketHelper(async (c, events, options) => {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return;
  const env = c.env;
  const waitForWebSocket = env[WAIT_FOR_WEBSOCKET_SYMBOL];
  if (!waitForWebSocket || !env.incoming) return new Response(null, { status: 500 });
  const connectionSymbol = generateConnectionSymbol();
  env[CONNECTION_SYMBOL_KEY] = connectionSymbol;
  (async () => {
    let ws;
    try {
      ws = await waitForWebSocket(env.incoming, connectionSymbol);
    } catch {
      return;
    }
    const messagesReceivedInStarting = [];
    const bufferMessage = (data, isBinary) => {
      messagesReceivedInStarting.push([data, isBinary]);
    };
    ws.on("message", bufferMessage);
    const ctx = {
      binaryType: "arraybuffer",
      close(code, reason) {
        ws.close(code, reason);
      },
      protocol: ws.protocol,
      raw: ws,
      get readyState() {
        return ws.readyState;
      },
      send(source, opts) {
        ws.send(source, { compress: opts?.compress });
      },
      url: new URL(c.req.url)
    };
    try {
      events?.onOpen?.(new Event("open"), ctx);
    } catch (e) {
      (options?.onError ?? console.error)(e);
    }
    const handleMessage = (data, isBinary) => {
      const datas = Array.isArray(data) ? data : [data];
      for (const data2 of datas) try {
        events?.onMessage?.(new MessageEvent("message", { data: isBinary ? data2 instanceof ArrayBuffer ? data2 : data2.buffer.slice(data2.byteOffset, data2.byteOffset + data2.byteLength) : typeof data2 === "string" ? data2 : Buffer.from(data2).toString("utf-8") }), ctx);
      } catch (e) {
        (options?.onError ?? console.error)(e);
      }
    };
    ws.off("message", bufferMessage);
    for (const message of messagesReceivedInStarting) handleMessage(...message);
    ws.on("message", (data, isBinary) => {
      handleMessage(data, isBinary);
    });
    ws.on("close", (code, reason) => {
      try {
        events?.onClose?.(new CloseEvent("close", {
          code,
          reason: reason.toString()
        }), ctx);
      } catch (e) {
        (options?.onError ?? console.error)(e);
      }
    });
    ws.on("error", (error) => {
      try {
        events?.onError?.(new ErrorEvent("error", { error }), ctx);
      } catch (e) {
        (options?.onError ?? console.error)(e);
      }
    });
  })();
  return new Response();
});
var createAdaptorServer = (options) => {
  const fetchCallback = options.fetch;
  const requestListener = getRequestListener(fetchCallback, {
    hostname: options.hostname,
    overrideGlobalObjects: options.overrideGlobalObjects,
    autoCleanupIncoming: options.autoCleanupIncoming
  });
  const server = (options.createServer || createServer)(options.serverOptions || {}, requestListener);
  if (options.websocket && options.websocket.server) {
    if (options.websocket.server.options.noServer !== true) throw new Error("WebSocket server must be created with { noServer: true } option");
    setupWebSocket({
      server,
      fetchCallback,
      wss: options.websocket.server
    });
  }
  return server;
};

// src/emulators/mishaps.ts
import { setTimeout as delay } from "node:timers/promises";
var SERVICES = ["pypi", "testpypi", "github", "oidc", "cache", "sigstore", "statistics"];
var EFFECTS = [
  { form: "NNN", pattern: /^([1-5]\d\d)$/, make: (status) => answerInstead(status) },
  { form: "NNN-after", pattern: /^([1-5]\d\d)-after$/, make: (status) => answerAfter(status) },
  {
    form: "NNN-retry-after-SECONDS",
    pattern: /^([1-5]\d\d)-retry-after-(\d+)$/,
    make: (status, seconds2) => answerInstead(status, { "retry-after": String(seconds2) })
  },
  { form: "html-NNN", pattern: /^html-([1-5]\d\d)$/, make: (status) => answerPage(status) },
  { form: "lost", pattern: /^lost$/, make: () => loseAnswer },
  { form: "drop", pattern: /^drop$/, make: () => dropConnection },
  { form: "drop-midway", pattern: /^drop-midway$/, make: () => dropMidway },
  { form: "truncated", pattern: /^truncated$/, make: () => truncateAnswer },
  { form: "garbled", pattern: /^garbled$/, make: () => garbleAnswer },
  { form: "slow-MILLISECONDS", pattern: /^slow-(\d+)$/, make: (milliseconds) => wait(milliseconds) }
];
var GRAMMAR = /^([a-z]+):([A-Z]+|\*) (\/[^\s:]*):([a-z0-9-]+)(?:@([1-9]\d*))?(?::([1-9]\d*))?$/;
function parseMishap(spec) {
  const [, name = "", method = "", prefix = "", effect = "", ordinal = "1", count] = GRAMMAR.exec(spec) ?? [];
  const service = SERVICES.find((each2) => each2 === name);
  const made2 = EFFECTS.flatMap(({ pattern, make }) => {
    const match2 = pattern.exec(effect);
    return match2 === null ? [] : [make(...match2.slice(1).map(Number))];
  })[0];
  if (service === void 0 || made2 === void 0)
    throw new RangeError(`mishap ${JSON.stringify(spec)}: ${allowed()}`);
  return {
    spec,
    service,
    method,
    prefix,
    ordinal: Number(ordinal),
    count: count === void 0 ? Number.POSITIVE_INFINITY : Number(count),
    effect: made2
  };
}
function mishaps(service, list2) {
  const befallen = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Map();
  const count = (counts, each2) => counts.get(each2) ?? 0;
  return async (c, next) => {
    const { pathname } = new URL(c.req.url);
    const meant = list2.filter((each2) => each2.service === service && strikes(each2, c.req.method, pathname));
    for (const each2 of meant) seen.set(each2, count(seen, each2) + 1);
    const due = meant.find((each2) => count(seen, each2) >= each2.ordinal && count(befallen, each2) < each2.count);
    if (due === void 0) {
      await next();
      return void 0;
    }
    befallen.set(due, count(befallen, due) + 1);
    return due.effect(c, next, service);
  };
}
function strikes(mishap, method, pathname) {
  if (mishap.method !== "*" && mishap.method !== method) return false;
  const wanted2 = mishap.prefix.split("/");
  const seen = pathname.split("/");
  const last = wanted2.length - 1;
  return wanted2.every((segment, index) => {
    const there = seen[index];
    if (there === void 0) return false;
    return segment === "*" || (index === last ? there.startsWith(segment) : there === segment);
  });
}
function allowed() {
  const effects = EFFECTS.map(({ form }) => form).join(", ");
  return `allowed is service:METHOD /prefix:effect[@ordinal][:count]; services: ${SERVICES.join(", ")}; METHOD in capitals or *; effects: ${effects}; ordinal from 1 (left out: 1); count from 1 (left out: always)`;
}
function answerInstead(status = 500, headers = {}) {
  return async (_c, _next, service) => answer(service, status, headers);
}
function answerAfter(status = 500) {
  return async (c, next, service) => {
    await next();
    c.env.outgoing.statusMessage = "";
    c.res = void 0;
    c.res = answer(service, status, {});
    return void 0;
  };
}
function answerPage(status = 500) {
  const page3 = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`;
  return async () => new Response(page3, { status, headers: { "content-type": "text/html" } });
}
var loseAnswer = async (c, next) => {
  await next();
  return hungUp(c.env.outgoing, c);
};
var dropConnection = async (c) => hungUp(c.env.outgoing, c);
var dropMidway = async (c) => {
  const { incoming, outgoing } = c.env;
  await halfOf(incoming);
  return hungUp(outgoing, c);
};
function halfOf(incoming) {
  const half = Number(incoming.headers["content-length"] ?? 0) / 2;
  let seen = 0;
  return new Promise((resolve) => {
    incoming.on("data", (chunk) => {
      seen += chunk.length;
      if (seen >= half) resolve();
    });
    incoming.once("end", resolve);
    incoming.once("close", resolve);
  });
}
var truncateAnswer = async (c, next) => {
  await next();
  const { outgoing } = c.env;
  const body = Buffer.from(await c.res.arrayBuffer());
  const headers = {
    ...Object.fromEntries(c.res.headers),
    "content-length": String(Math.max(body.length, 1))
  };
  outgoing.writeHead(c.res.status, headers);
  const half = body.subarray(0, Math.floor(body.length / 2));
  await new Promise((resolve) => outgoing.write(half.length === 0 ? "" : half, () => resolve()));
  return hungUp(outgoing, c);
};
var garbleAnswer = async (c, next) => {
  await next();
  const body = Buffer.from(await c.res.arrayBuffer());
  const { status } = c.res;
  const headers = new Headers(c.res.headers);
  headers.delete("content-length");
  c.res = void 0;
  c.res = new Response(body.subarray(0, Math.floor(body.length / 2)), { status, headers });
  return void 0;
};
function hungUp(outgoing, c) {
  outgoing.destroy();
  c.res = void 0;
  c.res = RESPONSE_ALREADY_SENT.clone();
  return c.res;
}
function wait(milliseconds = 0) {
  return async (_c, next) => {
    await delay(milliseconds, void 0, { ref: false });
    await next();
    return void 0;
  };
}
function answer(service, status, headers) {
  const limited = service === "github" && (status === 429 || status === 403 && "retry-after" in headers);
  const message = limited ? "You have exceeded a secondary rate limit. Please wait a few minutes before you try again." : "The service is in trouble.";
  const hasBody = status !== 204 && status !== 304;
  return new Response(hasBody ? JSON.stringify({ message, status: String(status) }) : null, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers }
  });
}

// src/emulators/listen.ts
async function listen(options) {
  const { service, app, mishaps: list2 } = options;
  const outer = new Hono3();
  outer.use(recorder(options));
  outer.use(mishaps(service, list2));
  outer.all("*", (c) => app.fetch(c.req.raw, c.env));
  const server = createAdaptorServer({ fetch: outer.fetch, overrideGlobalObjects: false });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address3 = server.address();
  const port = typeof address3 === "object" && address3 !== null ? address3.port : 0;
  return { url: `http://127.0.0.1:${port}`, port, close: () => closed(server) };
}
function recorder({ service, requests, onRequest }) {
  return async (c, next) => {
    const request = { service, method: c.req.method, path: new URL(c.req.url).pathname, status: 0 };
    const place = requests.push(request) - 1;
    const told2 = async (phase) => await onRequest?.(phase, place + 1, requests[place] ?? request) !== "hang-up";
    if (!await told2("before")) return void hungUp(c.env.outgoing, c);
    await next();
    requests[place] = { ...request, status: statusOf(c) };
    if (!await told2("after")) hungUp(c.env.outgoing, c);
  };
}
function statusOf(c) {
  if (c.env.outgoing.destroyed) return 0;
  return c.res.headers.has("x-hono-already-sent") ? c.env.outgoing.statusCode : c.res.status;
}
function closed(server) {
  return new Promise((resolve, reject) => {
    server.close((error) => error === void 0 ? resolve() : reject(error));
    server.closeAllConnections();
  });
}

// src/emulators/artifacts.ts
import { createHash as createHash6 } from "node:crypto";

// src/emulators/blobs.ts
import { randomUUID as randomUUID8 } from "node:crypto";
var LIFETIME2 = 10 * 6e4;
function createBlobs({ base, container, now = () => /* @__PURE__ */ new Date() }) {
  const store = { blobs: /* @__PURE__ */ new Map(), signatures: /* @__PURE__ */ new Map(), now };
  const app = new Hono3();
  app.put(`/${container}/:id`, async (c) => put(store, c, new Uint8Array(await c.req.arrayBuffer())));
  app.get(`/${container}/:id`, (c) => get(store, c));
  return {
    app,
    begin(contentType2 = "application/octet-stream") {
      const id = randomUUID8();
      store.blobs.set(id, { contentType: contentType2, blocks: /* @__PURE__ */ new Map(), bytes: void 0 });
      return id;
    },
    bytes: (id) => store.blobs.get(id)?.bytes,
    signed(id, right) {
      const signature2 = randomUUID8();
      const until = now().getTime() + LIFETIME2;
      store.signatures.set(signature2, { id, right, until });
      return `${base()}/${container}/${id}?sp=${right}&se=${encodeURIComponent(new Date(until).toISOString())}&sig=${signature2}`;
    },
    drop: (id) => void store.blobs.delete(id)
  };
}
function allowed2({ blobs, signatures, now }, c, right) {
  const id = c.req.param("id") ?? "";
  const grant = signatures.get(c.req.query("sig") ?? "");
  const isGranted = grant?.id === id && grant.right === right && now().getTime() < grant.until;
  return isGranted ? blobs.get(id) : void 0;
}
function get(store, c) {
  const blob = allowed2(store, c, "r");
  if (blob === void 0) return forbidden(c);
  if (blob.bytes === void 0) return c.text("BlobNotFound", 404);
  return c.body(new Uint8Array(blob.bytes), 200, { "content-type": blob.contentType });
}
function put(store, c, body) {
  const blob = allowed2(store, c, "w");
  if (blob === void 0) return forbidden(c);
  const part = c.req.query("comp");
  if (part === "block") blob.blocks.set(c.req.query("blockid") ?? "", body);
  else if (part === "blocklist") blob.bytes = joined2(blob, new TextDecoder().decode(body));
  else blob.bytes = body;
  const headers = {
    etag: `"${randomUUID8()}"`,
    "x-ms-request-id": randomUUID8(),
    "x-ms-version": "2026-02-06"
  };
  return c.body(null, 201, { ...headers, "last-modified": (/* @__PURE__ */ new Date()).toUTCString() });
}
function joined2(blob, list2) {
  const names = [...list2.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)</g)].map(
    (match2) => match2[1] ?? ""
  );
  return new Uint8Array(Buffer.concat(names.map((name) => blob.blocks.get(name) ?? new Uint8Array())));
}
function forbidden(c) {
  return c.text("AuthenticationFailed", 403);
}

// src/emulators/artifacts.ts
var SERVICE = "/twirp/github.actions.results.api.v1.ArtifactService";
var METHODS3 = {
  CreateArtifact: create,
  FinalizeArtifact: finish,
  ListArtifacts: list,
  GetSignedArtifactURL: address2,
  DeleteArtifact: remove
};
var RETENTION = 90 * 24 * 36e5;
var FORBIDDEN = /["<>|:*?\\/\r\n]/;
function createArtifacts({
  base,
  token,
  now = () => /* @__PURE__ */ new Date()
}) {
  const blobs = createBlobs({ base, container: "artifacts", now });
  const service = { ...scopeOf(token), entries: /* @__PURE__ */ new Map(), blobs, now };
  const app = new Hono3();
  app.post(`${SERVICE}/:method`, async (c) => {
    if (c.req.header("authorization") !== `Bearer ${token}`) return trouble(c, 401, "unauthenticated");
    const method = METHODS3[c.req.param("method")];
    if (method === void 0) return trouble(c, 404, "bad_route");
    const fields2 = await c.req.json();
    if (fields2.workflow_run_backend_id !== service.run) return trouble(c, 403, "permission_denied");
    return method(service, fields2, c);
  });
  app.route("/", blobs.app);
  return {
    app,
    artifacts: () => listed(service).map(({ id, name, blob }) => ({
      id,
      name,
      bytes: blobs.bytes(blob) ?? new Uint8Array()
    }))
  };
}
function scopeOf(token) {
  const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  const [, run = "", job = ""] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(claims.scp ?? "") ?? [];
  return { run, job };
}
function listed({ entries, now }) {
  return [...entries.values()].filter(({ finished, expiresAt }) => finished && now().getTime() < expiresAt);
}
function create(service, fields2, c) {
  const name = String(fields2.name ?? "");
  if (fields2.workflow_job_run_backend_id !== service.job) return trouble(c, 403, "permission_denied");
  if (name === "" || FORBIDDEN.test(name)) return trouble(c, 400, "invalid_argument");
  if ([...service.entries.values()].some((each2) => each2.name === name))
    return trouble(c, 409, "already_exists", "an artifact with this name already exists on the workflow run");
  const id = Math.max(0, ...service.entries.keys()) + 1;
  const blob = service.blobs.begin(String(fields2.mime_type ?? "application/zip"));
  const created = service.now().getTime();
  const asked = typeof fields2.expires_at === "string" ? Date.parse(fields2.expires_at) : void 0;
  service.entries.set(id, {
    ...{ id, name, blob, digest: void 0, finished: false },
    expiresAt: asked ?? created + RETENTION,
    createdAt: new Date(created).toISOString()
  });
  return c.json({ ok: true, signed_upload_url: service.blobs.signed(blob, "w") });
}
function finish(service, fields2, c) {
  const entry = [...service.entries.values()].find(({ name }) => name === fields2.name);
  const bytes = entry === void 0 ? void 0 : service.blobs.bytes(entry.blob);
  if (entry === void 0 || bytes === void 0) return trouble(c, 404, "not_found");
  const digest = `sha256:${createHash6("sha256").update(bytes).digest("hex")}`;
  const isWhole = bytes.length === Number(fields2.size) && (fields2.hash ?? digest) === digest;
  if (!isWhole) return trouble(c, 400, "invalid_argument", "size or hash is not that of what was uploaded");
  entry.finished = true;
  entry.digest = digest;
  return c.json({ ok: true, artifact_id: String(entry.id) });
}
function list(service, { name_filter: name, id_filter: id }, c) {
  const found2 = listed(service).filter(
    (entry) => (name ?? entry.name) === entry.name && Number(id ?? entry.id) === entry.id
  );
  return c.json({
    artifacts: found2.map((entry) => ({
      workflow_run_backend_id: service.run,
      workflow_job_run_backend_id: service.job,
      database_id: String(entry.id),
      name: entry.name,
      size: String(service.blobs.bytes(entry.blob)?.length ?? 0),
      created_at: entry.createdAt,
      digest: entry.digest
    }))
  });
}
function address2(service, { name }, c) {
  const entry = listed(service).find((each2) => each2.name === name);
  if (entry === void 0) return trouble(c, 404, "not_found");
  return c.json({ name: entry.name, signed_url: service.blobs.signed(entry.blob, "r") });
}
function remove(service, { name }, c) {
  const entry = listed(service).find((each2) => each2.name === name);
  if (entry === void 0) return trouble(c, 404, "not_found");
  service.entries.delete(entry.id);
  service.blobs.drop(entry.blob);
  return c.json({ ok: true, artifact_id: String(entry.id) });
}
function trouble(c, status, code, msg = code.replaceAll("_", " ")) {
  return c.json({ code, msg }, status);
}

// src/emulators/cache.ts
var SERVICE2 = "/twirp/github.actions.results.api.v1.CacheService";
var METHODS4 = {
  GetCacheEntryDownloadURL: find,
  CreateCacheEntry: create2,
  FinalizeCacheEntryUpload: finish2
};
function createCache({ base, token }) {
  const service = { entries: [], blobs: createBlobs({ base, container: "caches" }) };
  const app = new Hono3();
  app.post(`${SERVICE2}/:method`, async (c) => {
    if (c.req.header("authorization") !== `Bearer ${token}`) return trouble2(c, 401, "unauthenticated");
    const method = METHODS4[c.req.param("method")];
    if (method === void 0) return trouble2(c, 404, "bad_route");
    return method(service, await c.req.json(), c);
  });
  app.route("/", service.blobs.app);
  return {
    app,
    entries: () => service.entries.filter(({ finished }) => finished).map(({ key, version, blob }) => ({ key, version, bytes: bytesOf(service, blob) }))
  };
}
function bytesOf({ blobs }, blob) {
  return blobs.bytes(blob) ?? new Uint8Array();
}
function find({ entries, blobs }, fields2, c) {
  const candidates = entries.filter(({ finished, version }) => finished && version === fields2.version).reverse();
  const prefixes = Array.isArray(fields2.restore_keys) ? fields2.restore_keys.map(String) : [];
  const exact = candidates.find(({ key }) => key === fields2.key);
  const near = [String(fields2.key), ...prefixes].flatMap(
    (prefix) => candidates.filter(({ key }) => key.startsWith(prefix))
  );
  const entry = exact ?? near[0];
  if (entry === void 0) return c.json({ ok: false });
  return c.json({ ok: true, signed_download_url: blobs.signed(entry.blob, "r"), matched_key: entry.key });
}
function create2({ entries, blobs }, fields2, c) {
  const key = String(fields2.key);
  const version = String(fields2.version);
  if (entries.some((entry) => entry.key === key && entry.version === version))
    return trouble2(c, 409, "already_exists");
  const blob = blobs.begin();
  entries.push({ key, version, blob, finished: false });
  return c.json({ ok: true, signed_upload_url: blobs.signed(blob, "w") });
}
function finish2({ entries, blobs }, fields2, c) {
  const entry = entries.find(({ key, version }) => key === fields2.key && version === fields2.version);
  const bytes = entry === void 0 ? void 0 : blobs.bytes(entry.blob);
  if (entry === void 0 || bytes === void 0) return trouble2(c, 404, "not_found");
  if (bytes.length !== Number(fields2.size_bytes)) return trouble2(c, 400, "invalid_argument");
  entry.finished = true;
  return c.json({ ok: true, entry_id: "1" });
}
function trouble2(c, status, code) {
  return c.json({ code, msg: `cache service: ${code.replaceAll("_", " ")}` }, status);
}

// src/emulators/results.ts
function createResults(options) {
  const app = new Hono3();
  app.route("/", createCache(options).app);
  app.route("/", createArtifacts(options).app);
  return { app };
}

// src/emulators/sigstore/certificates.ts
import { createPublicKey as createPublicKey2, verify as verify2 } from "node:crypto";
async function certificateReply(text2, options) {
  const request = parsed4(text2);
  const subject = await subjectOf2(request?.credentials?.oidcIdentityToken, options);
  if (subject === void 0) return refusal("There was an error processing the identity token");
  if (!isProven(request, subject))
    return refusal("The signature supplied in the request could not be verified");
  return { status: 201, body: JSON.parse(await options.certify(text2)) };
}
function parsed4(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
async function subjectOf2(token, { keys }) {
  try {
    const { payload } = await jwtVerify(token ?? "", createLocalJWKSet(await keys()), {
      audience: "sigstore"
    });
    return payload.sub;
  } catch {
    return void 0;
  }
}
function isProven(request, subject) {
  const { publicKey: publicKey2, proofOfPossession = "" } = request?.publicKeyRequest ?? {};
  try {
    const key = createPublicKey2(publicKey2?.content ?? "");
    return verify2("sha256", Buffer.from(subject), key, Buffer.from(proofOfPossession, "base64"));
  } catch {
    return false;
  }
}
function refusal(message) {
  return { status: 400, body: { code: 3, message, details: [] } };
}

// src/emulators/sigstore/entries.ts
import { createHash as createHash7, verify as verify3, X509Certificate as X509Certificate3 } from "node:crypto";
async function entryReply(text2, log) {
  const entry = canonicalEntry(text2);
  if (typeof entry === "string")
    return { status: 400, body: { code: 400, message: `error processing entry: ${entry}` } };
  return { status: 201, body: await log(entry) };
}
function canonicalEntry(text2) {
  try {
    const { apiVersion, kind, spec } = JSON.parse(text2);
    if (kind !== "dsse" || apiVersion !== "0.0.1") return "only dsse 0.0.1 is taken here";
    const { envelope: json3 = "", verifiers = [] } = spec?.proposedContent ?? {};
    const envelope = JSON.parse(json3);
    const certificates = verifiers.map((verifier) => new X509Certificate3(Buffer.from(verifier, "base64")));
    const payload = Buffer.from(envelope.payload, "base64");
    const encoded2 = preAuthEncoding(envelope.payloadType, payload);
    const signatures = envelope.signatures.map(({ sig }) => {
      const signer = certificates.find(
        ({ publicKey: publicKey2 }) => verify3("sha256", encoded2, publicKey2, Buffer.from(sig, "base64"))
      );
      return signer && { signature: sig, verifier: Buffer.from(signer.toString()).toString("base64") };
    });
    if (signatures.length === 0 || signatures.includes(void 0)) return "could not verify envelope";
    const hash = (bytes) => ({
      algorithm: "sha256",
      value: createHash7("sha256").update(bytes).digest("hex")
    });
    return {
      apiVersion: "0.0.1",
      kind: "dsse",
      spec: { envelopeHash: hash(json3), payloadHash: hash(payload), signatures }
    };
  } catch (error) {
    return String(error);
  }
}

// src/emulators/sigstore/emulator.ts
function createSigstore({ base, keys }) {
  let making;
  const authority = () => {
    making ??= import("./authority-V5UT6CF4.js").then(({ createAuthority }) => createAuthority(base()));
    return making;
  };
  const app = new Hono3();
  app.post("/fulcio/api/v2/signingCert", async (c) => {
    const certify = async (request) => (await authority()).certify(request);
    const { status, body } = await certificateReply(await c.req.text(), { keys, certify });
    return c.json(body, status);
  });
  app.post("/rekor/api/v1/log/entries", async (c) => {
    const log = async (entry) => (await authority()).log(entry);
    const { status, body } = await entryReply(await c.req.text(), log);
    return c.json(body, status);
  });
  return { app, trustedRoot: async () => (await authority()).trustedRoot };
}

// src/emulators/statistics.ts
var STATISTICS_API = "/api/packages";
function createStatistics(seeds) {
  const app = new Hono3();
  app.get(`${STATISTICS_API}/:name/recent`, (c) => {
    const name = c.req.param("name").toLowerCase();
    if (!Object.hasOwn(seeds, name)) return c.text("404", 404);
    return c.json({ data: seeds[name], package: name, type: "recent_downloads" });
  });
  return app;
}

// src/emulators/serve.ts
async function startServices(options) {
  const secrets = newSecrets();
  const urls = /* @__PURE__ */ new Map();
  const emulators = assemble(options, secrets, (service) => urls.get(service) ?? "");
  const troubles = (options.mishaps ?? []).map(parseMishap);
  const requests = [];
  const watch = options.onRequest === void 0 ? {} : { onRequest: options.onRequest };
  const listening = /* @__PURE__ */ new Map();
  const close = async () => {
    const running = [...listening.values()];
    listening.clear();
    await Promise.all(running.map((each2) => each2.close()));
  };
  try {
    for (const [service, app] of emulators.apps) {
      const started = await listen({ service, app, mishaps: troubles, requests, ...watch });
      listening.set(service, started);
      urls.set(service, started.url);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const addresses3 = addressesOf(emulators, secrets, urls);
  const { setClaims, permissions } = emulators;
  const setPermissions = (given) => {
    for (const key of Object.keys(permissions)) delete permissions[key];
    Object.assign(permissions, given);
  };
  const calm = () => {
    troubles.length = 0;
    for (const { state } of [emulators.pypi, emulators.testpypi]) state.flags.clear();
  };
  return {
    ...addresses3,
    get env() {
      return jobEnvironment(addresses3, permissions);
    },
    requests,
    setClaims,
    setPermissions,
    calm,
    world: () => worldOf3(emulators),
    close
  };
}
function newSecrets() {
  return {
    // The prefix of an installation token, which scanners of logs know.
    forgeToken: `ghs_${randomBytes4(18).toString("hex")}`,
    requestToken: randomBytes4(24).toString("base64url"),
    runtimeToken: runtimeToken()
  };
}
function runtimeToken() {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const scope = { scp: "Actions.Results:run-1:job-1", jti: randomBytes4(8).toString("hex") };
  return `${part({ alg: "none", typ: "JWT" })}.${part(scope)}.`;
}
function assemble(options, secrets, url) {
  const { repository = "octo/demo", scratch, flags = [] } = options;
  const ofForge = (flag2) => FORGE_FLAGS.some((each2) => each2 === flag2);
  let claims = options.claims ?? {};
  const permissions = { ...options.permissions ?? JOB_PERMISSIONS };
  const issuer = createIssuer({
    base: () => url("oidc"),
    claims: () => jobClaims({ repository, ...REPOSITORY_IDS }, claims),
    requestToken: secrets.requestToken
  });
  const sigstore = createSigstore({ base: () => url("sigstore"), keys: issuer.keys });
  const index = (name) => {
    const { publishers = [], pending = [], projects = {}, renders: renders2 } = options;
    const seeds = { publishers, pending, projects, flags: flags.filter((flag2) => !ofForge(flag2)) };
    const own = { name, base: () => url(name), keys: issuer.keys, trustedRoot: sigstore.trustedRoot };
    return createIndex({ ...seeds, ...own, ...renders2 === void 0 ? {} : { renders: renders2 } });
  };
  const forge = createForge({
    ...REPOSITORY_IDS,
    base: () => url("github"),
    repository,
    directory: scratch,
    token: secrets.forgeToken,
    permissions,
    flags: flags.filter(ofForge),
    ...options.community === void 0 ? {} : { community: options.community },
    ...options.forgeNow === void 0 ? {} : { now: options.forgeNow }
  });
  const results = createResults({ base: () => url("cache"), token: secrets.runtimeToken });
  const pypi = index("pypi");
  const testpypi = index("testpypi");
  return {
    pypi,
    testpypi,
    repository,
    gitDirectory: forge.gitDirectory,
    forgeApi: forge.api,
    sigstore,
    apps: [
      ["pypi", pypi.app],
      ["testpypi", testpypi.app],
      ["github", forge.app],
      ["oidc", issuer.app],
      ["cache", results.app],
      ["sigstore", sigstore.app],
      ["statistics", createStatistics(options.downloads ?? {})]
    ],
    forgeWorld: forge.world,
    setClaims: (given) => {
      claims = given;
    },
    permissions
  };
}
function addressesOf(emulators, secrets, urls) {
  const at2 = (service) => urls.get(service) ?? "";
  const index = (service) => ({
    base: at2(service),
    upload: `${at2(service)}/legacy/`,
    simple: `${at2(service)}/simple/`,
    token: emulators[service].token
  });
  const { repository, gitDirectory } = emulators;
  const server = `http://github.localhost:${new URL(at2("github")).port}`;
  const api = `${at2("github")}${emulators.forgeApi}`;
  const github = { api, server, token: secrets.forgeToken, repository, gitDirectory };
  const oidc = {
    request_url: `${at2("oidc")}/token?api-version=2.0`,
    request_token: secrets.requestToken,
    sign: `${at2("oidc")}/sign`
  };
  const sigstore = {
    fulcio: `${at2("sigstore")}/fulcio`,
    rekor: `${at2("sigstore")}/rekor`,
    trustedRoot: emulators.sigstore.trustedRoot
  };
  const cache = { url: `${at2("cache")}/`, runtime_token: secrets.runtimeToken };
  const statistics = { url: `${at2("statistics")}${STATISTICS_API}` };
  return { pypi: index("pypi"), testpypi: index("testpypi"), github, oidc, sigstore, statistics, cache };
}
async function worldOf3({ pypi, testpypi, forgeWorld }) {
  const { tags, releases } = await forgeWorld();
  const shown2 = releases.map(({ tag, draft, assets }) => ({ tag, draft, assets }));
  return { pypi: pypi.world(), testpypi: testpypi.world(), tags, releases: shown2 };
}

// src/cli/readme.ts
import { execFile as execFile2, spawn } from "node:child_process";
import { createHash as createHash8 } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
var execute = promisify(execFile2);
var WINDOWS = process.platform === "win32";
function createReadmeJudge(cache) {
  let python;
  return async (description, contentType2) => {
    if (descriptionType(contentType2) !== "text/x-rst") return true;
    python ??= provided(cache);
    return renders(await python, description);
  };
}
async function provided(cache) {
  const directory = path.join(
    cache,
    `readme-${createHash8("sha256").update(check_tools_default).digest("hex").slice(0, 16)}`
  );
  const program = (environment) => path.join(environment, WINDOWS ? "Scripts/python.exe" : "bin/python");
  if (await exists(program(directory))) return program(directory);
  await mkdir(cache, { recursive: true });
  const made2 = await mkdtemp(path.join(cache, "new-"));
  const requirements = path.join(made2, "check-tools.txt");
  await writeFile(requirements, check_tools_default);
  await execute(WINDOWS ? "python" : "python3", ["-m", "venv", made2]);
  await execute(program(made2), [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--no-deps",
    "--require-hashes",
    "--requirement",
    requirements
  ]);
  try {
    await rename(made2, directory);
  } catch (error) {
    await rm(made2, { recursive: true, force: true });
    if (!await exists(program(directory))) throw error;
  }
  return program(directory);
}
async function exists(file) {
  return stat(file).then(
    () => true,
    () => false
  );
}
function renders(python, description) {
  return new Promise((resolve, reject) => {
    const child = spawn(python, ["-I", "-c", render_default], { stdio: ["pipe", "ignore", "ignore"] });
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
    child.stdin.end(description);
  });
}

export {
  startServices,
  createReadmeJudge
};
