const SECTION = /^\[(.+)\]/;
const CHECKED_SECTIONS = ['console_scripts', 'gui_scripts'] as const;
// What stands in this section counts in every other too.
const DEFAULTS = 'DEFAULT';
const SCRIPT_NAME = /^[\p{L}\p{N}_.-]+$/u;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Whether an `entry_points.txt` is one (entry points specification): an INI file with `=` as its only delimiter, no section or name
 * twice in it, and script names that hold letters, digits, `_`, `.` and `-` only (Warehouse's `utils/wheel.py`, `validate_entrypoints`).
 */
export function areEntryPoints(text: string): boolean {
  const sections = namesBySection(text);
  if (sections === undefined) return false;
  const scripts = CHECKED_SECTIONS.flatMap((section) => {
    const names = sections.get(section);
    return names === undefined ? [] : [...names, ...(sections.get(DEFAULTS) ?? [])];
  });
  return scripts.every((name) => SCRIPT_NAME.test(name));
}

/** The names in each section, read as Python's `configparser` does; undefined when it would refuse. */
function namesBySection(text: string): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const sections = new Map<string, Set<string>>();
  let names: Set<string> | undefined;
  let indented = -1;
  if (text.startsWith(BYTE_ORDER_MARK)) return undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const content = line.trim();
    const indent = line.length - line.trimStart().length;
    if (content === '' || /^[#;]/.test(content)) continue;
    // A line further in than the option before it continues its value.
    if (indented >= 0 && indent > indented) continue;
    const opened = SECTION.exec(content)?.[1];
    if (opened !== undefined) {
      if (sections.has(opened) && opened !== DEFAULTS) return undefined;
      names = sections.get(opened) ?? new Set();
      sections.set(opened, names);
      indented = -1;
      continue;
    }
    const name = /^(.*?)\s*=/.exec(content)?.[1];
    if (names === undefined || name === undefined || name === '' || names.has(name)) return undefined;
    names.add(name);
    indented = indent;
  }
  return sections;
}
