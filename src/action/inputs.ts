/** The inputs: one table of name → parser → default. Every bad one is reported, all together. */

import { isTagFormat } from '../packaging/tag-format.ts';
import { BUMPS, type Bump } from '../packaging/version.ts';
import { PATH_SPELLINGS, type PathName, PHASE_SELECTORS, selectedPhases } from '../plan/paths.ts';
import { CHECKLIST_IDS } from '../release/checklist.ts';
import { type Fault, fault } from '../release/fault.ts';
import type { Parser } from './parsers.ts';
import * as read from './parsers.ts';

interface Row<Value> {
  readonly parser: Parser<Value>;
  readonly fallback: Value;
}

function row<Value>(parser: Parser<Value>, fallback: NoInfer<Value>): Row<Value> {
  return { parser, fallback };
}

function optional<Value>(parser: Parser<Value>): Row<Value | undefined> {
  return { parser, fallback: undefined };
}

const selector: Parser<string> = {
  allowed: PHASE_SELECTORS,
  parse: (given) => (selectedPhases('A', given) === undefined ? undefined : given),
};

const tagFormat: Parser<string> = {
  allowed: 'auto, or a text with {version} once that makes a legal tag name, such as v{version}',
  parse: (given) => (isTagFormat(given) ? given : given.toLowerCase() === 'auto' ? 'auto' : undefined),
};

/** A command, or false to go without. */
const commandOrFalse: Parser<string | false> = {
  allowed: 'a command, or false',
  parse: (given) => (given.toLowerCase() === 'false' ? false : given),
};

const extras: Parser<readonly string[] | 'all'> = {
  allowed: 'all, or a list of extras',
  parse: (given) => (given.toLowerCase() === 'all' ? 'all' : read.list.parse(given)),
};

const members: Parser<readonly string[] | 'all' | 'auto'> = {
  allowed:
    'auto, all, or a list of names or directories of packages, each as a glob, such as demo-* or packages/*',
  parse: (given) => {
    const word = read.choice(['auto', 'all']).parse(given);
    if (word !== undefined) return word;
    const entries = read.list.parse(given) ?? [];
    return entries.every((entry) => read.relative.parse(entry) !== undefined) ? entries : undefined;
  },
};

/** Every input but the tokens and `working-directory`: these may also stand in `[tool.pypi-release]`. */
const SETTINGS = {
  path: row<PathName>(read.spelling(PATH_SPELLINGS, 'A (full), B (quick), C (ultra-fast)'), 'A'),
  // Left out: all; on a schedule, monitor.
  phase: optional(selector),
  members: row(members, 'auto'),
  'packages-dir': row(read.below, 'dist'),
  handover: row(read.choice(['auto', 'artifact', 'files']), 'auto'),
  artifact: row(read.artifacts, []),
  'dry-run': row(read.flag, false),
  version: optional(read.version),
  bump: optional<Bump>(read.choice(BUMPS)),
  'tag-format': row(tagFormat, 'auto'),
  changelog: row(read.fromHere, 'auto'),
  commit: row(read.choice(['auto', 'push', 'pull-request', 'none']), 'auto'),
  'python-version': optional(read.text),
  'uv-version': row(read.semverRange, '>=0.9'),
  extras: row(extras, 'all'),
  cache: row(read.flagOrAuto, 'auto'),
  env: row(read.variableNames, []),
  'verify-command': row(read.text, 'auto'),
  'test-command': row(commandOrFalse, 'auto'),
  'test-timeout': row(read.wholeNumber(1, 360), 60),
  'build-command': optional(read.text),
  'config-settings': row(read.configSettings, []),
  fix: row(read.flag, false),
  'smoke-test': row(read.lines, []),
  'framework-test': row(read.frameworkTests, []),
  'pypi-url': optional(read.address),
  'testpypi-url': optional(read.address),
  'pypi-simple-url': optional(read.address),
  'testpypi-simple-url': optional(read.address),
  'pypi-user': optional(read.userName),
  'testpypi-user': optional(read.userName),
  testpypi: row(read.choice(['required', 'best-effort']), 'required'),
  'upload-concurrency': row(read.wholeNumber(1, 16), 4),
  // Left out: required where trusted publishing is planned.
  attestations: optional(read.choice(['required', 'best-effort', 'off'])),
  'statistics-url': optional(read.address),
  'fulcio-url': optional(read.address),
  'rekor-url': optional(read.address),
  uploader: row(read.choice(['uv', 'twine']), 'uv'),
  preflight: row(read.choice(['static', 'mint']), 'static'),
  release: row(read.choice(['publish', 'draft', 'none']), 'publish'),
  prerelease: row(read.flagOrAuto, 'auto'),
  latest: row(read.flagOrAuto, 'auto'),
  notes: row(read.relative, 'changelog'),
  assets: row(read.list, []),
  'discussion-category': optional(read.text),
  badges: row(read.choice(['check', 'update']), 'check'),
  allow: row(read.listOf(CHECKLIST_IDS), []),
} as const satisfies Record<string, Row<unknown>>;

type SettingName = keyof typeof SETTINGS;

/** Inputs that never stand in a file of the repository. */
export const SECRET_NAMES = ['pypi-token', 'testpypi-token', 'github-token', 'announce-webhook'] as const;
type SecretName = (typeof SECRET_NAMES)[number];

/** Every input there is, in no order; `action.yml` declares the same. */
export const INPUT_NAMES: readonly string[] = [
  'working-directory',
  'leg',
  ...Object.keys(SETTINGS),
  ...SECRET_NAMES,
];

/**
 * What `action.yml` gives for a token that was left out. An empty token is then one that was given and is empty:
 * a secret that is not set.
 */
export const NO_TOKEN = 'trusted-publishing';

export type Settings = { readonly [Name in SettingName]: (typeof SETTINGS)[Name]['fallback'] };

export interface Inputs extends Settings {
  readonly 'working-directory': string;
  /** Which leg of a matrix the job is: the runner alone knows, and an action hears it by the default of an input alone. */
  readonly leg: string;
  /** Undefined where trusted publishing is asked for; empty where a secret was given that is not set. */
  readonly tokens: Readonly<Record<'pypi' | 'testpypi', string | undefined>>;
  readonly githubToken: string | undefined;
  readonly announceWebhook: string | undefined;
}

/** Raw text by input name; undefined for what the workflow does not give. */
export type RawInputs = Readonly<Record<string, string | undefined>>;

export interface ParsedInputs {
  /** Each bad input has its default here, so that the rest can be looked at all the same. */
  readonly inputs: Inputs;
  readonly faults: readonly Fault[];
}

/**
 * Reads all inputs. An input of the workflow wins over the same setting in `[tool.pypi-release]`.
 *
 * @param raw what the workflow gives
 * @param settings the table `[tool.pypi-release]` of pyproject.toml
 */
export function parsedInputs(raw: RawInputs, settings: Readonly<Record<string, unknown>>): ParsedInputs {
  const faults: Fault[] = [...unknownSettings(settings)];
  const values = Object.entries(SETTINGS).map(([name, { parser, fallback }]) => {
    const given = raw[name]?.trim() || undefined;
    const source = given === undefined ? 'pyproject.toml' : 'workflow';
    const value = given ?? settingText(settings[name]);
    if (value === undefined) return [name, fallback];
    const parsed = parser.parse(value);
    if (parsed === undefined) faults.push(refusal(name, value, { parser, source }));
    return [name, parsed ?? fallback];
  });
  const tokens = { pypi: token(raw['pypi-token']), testpypi: token(raw['testpypi-token']) };
  const inputs = {
    ...(Object.fromEntries(values) as Settings),
    'working-directory': workingDirectory(raw, settings, faults),
    leg: raw.leg?.trim() || '0',
    tokens,
    githubToken: raw['github-token']?.trim() || undefined,
    announceWebhook: secretAddress(raw, 'announce-webhook', faults),
  };
  return { inputs, faults };
}

/** The directory of the project: it must be known before its pyproject.toml can say anything. */
export function workingDirectory(
  raw: RawInputs,
  settings: Readonly<Record<string, unknown>>,
  faults: Fault[] = [],
): string {
  const asked = raw['working-directory']?.trim() || undefined;
  const given = asked ?? (settingText(settings['working-directory']) || '.');
  const parsed = read.relative.parse(given);
  const source = asked === undefined ? 'pyproject.toml' : 'workflow';
  if (parsed === undefined)
    faults.push(refusal('working-directory', given, { parser: read.relative, source }));
  return parsed ?? '.';
}

function refusal(
  input: string,
  value: string,
  { parser, source }: { readonly parser: Parser<unknown>; readonly source: string },
): Fault {
  if (parser !== read.address)
    return fault('input-invalid', { input, value, allowed: parser.allowed, source });
  const shown = read.withoutUser(value);
  if (shown === value && /^http:/i.test(value)) return fault('address-insecure', { input, value });
  return fault('input-invalid', { input, value: shown, allowed: parser.allowed, source });
}

function token(given: string | undefined): string | undefined {
  return given === undefined || given.trim() === NO_TOKEN ? undefined : given.trim();
}

function secretAddress(raw: RawInputs, input: SecretName, faults: Fault[]): string | undefined {
  const given = raw[input]?.trim() || undefined;
  if (given === undefined || read.address.parse(given) !== undefined) return given;
  faults.push(
    fault('input-invalid', { input, value: '(hidden)', allowed: read.address.allowed, source: 'workflow' }),
  );
  return undefined;
}

function unknownSettings(settings: Readonly<Record<string, unknown>>): readonly Fault[] {
  const allowed = ['working-directory', ...Object.keys(SETTINGS)];
  return Object.keys(settings)
    .filter((key) => !allowed.includes(key))
    .map((key) =>
      fault('setting-unknown', { key, allowed, secret: SECRET_NAMES.includes(key as SecretName) }),
    );
}

/** A setting as the text that the same input would have. */
function settingText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String).join('\n') : String(value);
}
