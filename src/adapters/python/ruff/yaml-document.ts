import { type Document, parseDocument } from 'yaml';

/** The YAML document of a text; undefined where the text is none. Loads the reader: import this file where it is needed only. */
export function yamlDocument(text: string): Document.Parsed | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  return document.errors.length > 0 ? undefined : document;
}
