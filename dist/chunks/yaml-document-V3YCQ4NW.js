import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-HZDA7MMY.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/adapters/python/ruff/yaml-document.ts
var import_yaml = __toESM(require_dist(), 1);
function yamlDocument(text) {
  const document = (0, import_yaml.parseDocument)(text, { logLevel: "silent" });
  return document.errors.length > 0 ? void 0 : document;
}
export {
  yamlDocument
};
