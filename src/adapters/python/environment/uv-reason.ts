// `cause: ...` of a current uv, `╰─▶ ...` and `├─▶ ...` of an older one; the line above them says only what was tried.
const CAUSE = /^\s*(?:cause:|[╰├]─▶)\s*(.+)$/m;
const ERROR = /^\s*(?:error:|×)\s*(.+)$/m;

/** The first sentence of the reason that uv gives, on one line; untrusted text. */
export function uvReason(output: string): string {
  const reason = CAUSE.exec(output)?.[1] ?? ERROR.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';
  return reason.trim().replace(/[.:]$/, '');
}
