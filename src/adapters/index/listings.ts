/** What an index lists, in each of its forms, as plain values. */

import { parsedFileName } from '../../packaging/distribution.ts';
import type { HttpResponse } from '../node/http.ts';
import { isJson, jsonOrNothing, member } from './reading.ts';
import { simpleAnchors } from './simple-html.ts';

/** A file as an index lists it. */
export interface ListedFile {
  readonly filename: string;
  /** Absolute. */
  readonly url: string;
  /** Undefined where the index tells no sha256. */
  readonly sha256: string | undefined;
  /** ISO 8601; absent where the index does not tell. */
  readonly uploaded?: string;
  /** In bytes; absent where the index does not tell. */
  readonly size?: number;
  /** Absent where it is not withdrawn, or the index does not tell. */
  readonly yanked?: true;
}

/** What the simple API lists of a project. */
export interface SimpleListing {
  readonly versions: readonly string[];
  readonly files: readonly ListedFile[];
  /** Whether the index numbers its changes (`_last-serial`, which is PyPI's own). */
  readonly hasJournal: boolean;
}

/** A project page of the simple API, JSON (PEP 691) or HTML (PEP 503); undefined where it is neither. */
export function simpleListing(page: HttpResponse): SimpleListing | undefined {
  if (!isJson(page)) {
    const files = simpleAnchors(page.text(), page.url);
    return { files, versions: versionsOf(files), hasJournal: /<!--SERIAL \d+-->/.test(page.text()) };
  }
  const listing = jsonOrNothing(page);
  const entries = member(listing, 'files');
  if (!Array.isArray(entries)) return undefined;
  const files = entries.flatMap((entry) => listed(entry, page.url, 'hashes'));
  // PEP 700 (API 1.1) lists the versions; before it they stand in the file names alone.
  const versions = member(listing, 'versions');
  const hasJournal = member(member(listing, 'meta'), '_last-serial') !== undefined;
  return {
    files,
    versions: Array.isArray(versions) ? versions.filter(isText) : versionsOf(files),
    hasJournal,
  };
}

/** `urls[]` of the JSON API of one release; undefined where this is no such answer. */
export function releaseListing(page: HttpResponse): readonly ListedFile[] | undefined {
  const entries = member(jsonOrNothing(page), 'urls');
  return Array.isArray(entries) ? entries.flatMap((entry) => listed(entry, page.url, 'digests')) : undefined;
}

function listed(entry: unknown, base: string, digests: 'hashes' | 'digests'): readonly ListedFile[] {
  const [filename, url, sha256] = [
    member(entry, 'filename'),
    member(entry, 'url'),
    member(member(entry, digests), 'sha256'),
  ];
  if (!isText(filename) || !isText(url)) return [];
  // PEP 700; the JSON API has it under its own name.
  const uploaded = member(entry, 'upload-time') ?? member(entry, 'upload_time_iso_8601');
  const size = member(entry, 'size');
  const yanked = member(entry, 'yanked');
  return [
    {
      filename,
      url: new URL(url, base).href,
      sha256: isText(sha256) ? sha256.toLowerCase() : undefined,
      ...(isText(uploaded) ? { uploaded } : {}),
      ...(typeof size === 'number' ? { size } : {}),
      // PEP 592: true, or the reason, which may be empty.
      ...(yanked === true || isText(yanked) ? { yanked: true as const } : {}),
    },
  ];
}

function versionsOf(files: readonly ListedFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ filename }) => parsedFileName(filename)?.version ?? []))];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
