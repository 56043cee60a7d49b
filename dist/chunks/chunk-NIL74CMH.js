import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/packaging/description-type.ts
var TYPES = ["text/plain", "text/x-rst", "text/markdown"];
var DEFAULT = "text/x-rst";
function descriptionType(contentType = DEFAULT) {
  const named = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(contentType)?.[1]?.toLowerCase();
  return TYPES.find((type) => type === named);
}
function descriptionTypeInWords(contentType) {
  return contentType ?? `${DEFAULT} (by default)`;
}

export {
  descriptionType,
  descriptionTypeInWords
};
