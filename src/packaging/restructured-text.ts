import type { Markup } from './markup.ts';
import { rstOutline } from './rst-outline.ts';
import { rstPlainText } from './rst-plain-text.ts';

/** reStructuredText, as docutils reads it. */
export const restructuredText: Markup = {
  name: 'reStructuredText',
  outline: rstOutline,
  retitled(heading, source, title) {
    const lines = heading.split('\n');
    const titled = lines.find((line) => line.includes(source))?.trimEnd() ?? source;
    const retitled = titled.replace(source, () => title);
    return lines
      .map((line) =>
        line.includes(source) ? line.replace(source, () => title) : fitted(line, titled, retitled),
      )
      .join('\n');
  },
  releaseTitle(unreleased, { version, date }) {
    return REFERENCE.test(unreleased) ? `\`${version}\`_ - ${date}` : `${version} (${date})`;
  },
  labelIn(title) {
    const { quoted, bare } = REFERENCE.exec(title)?.groups ?? {};
    return quoted ?? bare;
  },
  // A reference without its target is an error of the document, and one that keeps a README from being rendered.
  unlinked: rstPlainText,
  definition: (label, address) => `.. _${label}: ${address}`,
  refersTo(text, label) {
    const lower = text.toLowerCase().replace(/\s+/g, ' ');
    return label.startsWith('|')
      ? lower.includes(label)
      : [`\`${label}\`_`, `<${label}_>`].some((form) => lower.includes(form)) || bareReference(lower, label);
  },
};

/** `` `label`_ `` or `label_`. */
const REFERENCE = /`(?<quoted>[^`<]+)`_(?!\w)|(?<![\w`.])(?<bare>\w(?:[\w.+-]*\w)?)_(?!\w)/;

function bareReference(text: string, label: string): boolean {
  const at = text.split(`${label}_`);
  return at.some((before, place) => {
    const after = at[place + 1];
    return after !== undefined && !/[\w`]$/.test(before) && !/^\w/.test(after);
  });
}

/** An adornment that reached as far as the old title reaches as far as the new one; a longer one stays where it is long enough. */
function fitted(adornment: string, { length: old }: string, { length: wanted }: string): string {
  const { length } = adornment.trimEnd();
  const ending = adornment.slice(length);
  // Wide characters take two columns: what the adornment had beyond the title's characters, it keeps.
  const kept = length > old && length < wanted ? length - old : 0;
  const fit = length > old && length >= wanted ? length : wanted + kept;
  return adornment.charAt(0).repeat(fit) + ending;
}
