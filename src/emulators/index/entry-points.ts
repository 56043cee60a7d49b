const SECTION = /^\[(.+)\]/;
const CHECKED_SECTIONS: ReadonlySet<string> = new Set(['console_scripts', 'gui_scripts']);
const SCRIPT_NAME = /^[\p{L}\p{N}_.-]+$/u;

/**
 * Whether an `entry_points.txt` is one (entry points specification): an INI file with `=` as its only delimiter, no section or name
 * twice in it, and script names that hold letters, digits, `_`, `.` and `-` only. Read as Python's `configparser` does.
 */
export function areEntryPoints(text: string): boolean {
  const sections = new Set<string>();
  const names = new Set<string>();
  let section: string | undefined;
  let indented = -1;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const content = line.trim();
    const indent = line.length - line.trimStart().length;
    if (content === '' || /^[#;]/.test(content)) continue;
    // A line further in than the option before it continues its value.
    if (indented >= 0 && indent > indented) continue;
    const opened = SECTION.exec(content)?.[1];
    if (opened !== undefined) {
      if (sections.has(opened)) return false;
      sections.add(opened);
      section = opened;
      indented = -1;
      continue;
    }
    const name = /^(.*?)\s*=/.exec(content)?.[1];
    if (section === undefined || name === undefined || name === '' || names.has(`${section}\n${name}`))
      return false;
    if (CHECKED_SECTIONS.has(section) && !SCRIPT_NAME.test(name)) return false;
    names.add(`${section}\n${name}`);
    indented = indent;
  }
  return true;
}
