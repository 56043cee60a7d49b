/** Arguments of a hook that say whether to edit, what to write, and how to print: those are ours to say. */
const OURS =
  /^--((no-)?(fix|fix-only|cache|unsafe-fixes|show-fixes|force-exclude)|add-noqa|check|diff|watch|exit-non-zero-on-(fix|format)|quiet|silent|statistics)(=.*)?$|^-[qsw]+$/;

/** Those whose value may be the next argument: it would be read as a file. */
const OURS_WITH_VALUE = /^(--(output-format|format|output-file|cache-dir)|-o)(=.*)?$/;

/** The arguments of a hook that are the project's to say: rules, settings, files. */
export function projectArguments(args: readonly string[]): readonly string[] {
  return args.filter((arg, place) => {
    const before = args[place - 1] ?? '';
    const isValue = OURS_WITH_VALUE.test(before) && !before.includes('=');
    return !isValue && !OURS.test(arg) && !OURS_WITH_VALUE.test(arg);
  });
}

// What a shell, and no program, reads.
const SHELL = /["'`;&|<>$()\\]/;

/**
 * The arguments that an entry of a hook gives to ruff; undefined where a shell reads the line: what of it is ruff's then
 * cannot be told.
 */
export function entryArguments(entry: string, afterCheck: string): readonly string[] | undefined {
  return SHELL.test(entry) ? undefined : afterCheck.split(/\s+/).filter((word) => word !== '');
}
