/** The sentence in an index's answer, whatever it came wrapped in: an HTML page, a JSON object, or plain text. */

import { unescaped } from './simple-html.ts';

/** What WebOb says of a status before it comes to the matter (`webob/exc.py`); Warehouse's upload API lets it stand. */
const EXPLANATIONS: readonly string[] = [
  'The server could not comply with the request since it is either malformed or otherwise incorrect.',
  'Access was denied to this resource.',
  'There was a conflict when trying to complete your request.',
  'This resource is no longer available. No forwarding address is given.',
  'The action could not be performed because there were too many requests by the client.',
];

/** Members of a JSON refusal that hold words, the one that says most first: Warehouse, GitLab, Artifactory, problem details (RFC 9457). */
const WORDS = ['message', 'detail', 'error', 'errors', 'description', 'code', 'title'] as const;

/**
 * The index's own sentence, on one line.
 *
 * @param answer its status, and as `reason` its reason phrase, its body, or what an uploader made of either
 */
export function answerText({ status, reason }: { readonly status: number; readonly reason: string }): string {
  const line = oneLine(plain(reason)).replace(new RegExp(`^(?:Error: )?${status}\\b\\s*`), '');
  for (const explanation of EXPLANATIONS) {
    const [before, after] = around(line, explanation);
    // Before it stands the reason phrase, which is Latin-1 only; after it the same in full, or nothing.
    if (after !== undefined) return after === '' ? before : after;
  }
  return line;
}

function around(text: string, middle: string): readonly [before: string, after: string | undefined] {
  const at = text.indexOf(middle);
  if (at < 0) return [text, undefined];
  return [text.slice(0, at).trim(), text.slice(at + middle.length).trim()];
}

function plain(text: string): string {
  if (/<html|<!doctype/i.test(text)) return pageText(text);
  const json = text.trimStart().startsWith('{') ? jsonWords(text) : undefined;
  return json ?? unescaped(text);
}

function pageText(page: string): string {
  return unescaped(page.replace(/<(title|style|script)\b[\s\S]*?<\/\1>|<\/?[a-z!][^>]*>/gi, ' '));
}

function jsonWords(text: string): string | undefined {
  try {
    return wordsOf(JSON.parse(text));
  } catch {
    // A text that only begins as JSON does is taken as it is.
    return undefined;
  }
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return wordsOf(value[0]);
  if (typeof value !== 'object' || value === null) return undefined;
  const members = value as Readonly<Record<string, unknown>>;
  const found = WORDS.map((name) => wordsOf(members[name])).filter((words) => words !== undefined);
  // The text of a refused password stands in `code` alone: its message is an explanation and nothing else.
  return found.find((words) => !EXPLANATIONS.includes(oneLine(words))) ?? found[0];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
