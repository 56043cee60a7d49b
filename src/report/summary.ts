/** The job summary: one page of Markdown on how the release went. */

import type { Subscriber } from '../release/event.ts';
import { inline } from './markdown.ts';
import { type Section, sections } from './sections.ts';
import { NO_TIMELINE, timelineAfter } from './timeline.ts';

/** The runner drops a summary of more than 1 MiB; some room is left for the note on what is missing. */
const MOST_BYTES = 1_000_000;

export interface Summary {
  readonly subscriber: Subscriber;
  /** The page as of now: whole after the end of the release, and true before it. */
  markdown(): string;
}

/** A subscriber that gathers the release for the job summary (GitHub-flavoured Markdown, below 1 MiB). */
export function createSummary(): Summary {
  let timeline = NO_TIMELINE;
  return {
    subscriber: (event) => {
      timeline = timelineAfter(timeline, event);
    },
    markdown: () => fitted(sections(timeline)),
  };
}

/** The sections that fit, in order, and a note that names those that do not. */
function fitted(all: readonly Section[]): string {
  let room = MOST_BYTES;
  const shown: string[] = [];
  const missing: string[] = [];
  for (const { name, markdown } of all) {
    const size = Buffer.byteLength(markdown) + 2;
    if (size > room) missing.push(name);
    else {
      room -= size;
      shown.push(markdown);
    }
  }
  if (missing.length > 0) shown.push(`Left out for length, see the log: ${inline(missing.join('; '))}.`);
  return `${shown.join('\n\n')}\n`;
}
