/** How the text of an input becomes a value. A parser gives undefined for text it does not take. */

import semver from 'semver';
import { isVersion } from '../packaging/version.ts';
import { isArtifactPattern } from '../plan/handover-policy.ts';
import type { FrameworkTest } from '../plan/plan.ts';

export interface Parser<Value> {
  /** What is allowed, as a fault says it. */
  readonly allowed: string;
  /** The value of non-empty, trimmed text; undefined where the text is not allowed. */
  parse(text: string): Value | undefined;
}

/** One of these words, case-blind. */
export function choice<const Word extends string>(words: readonly Word[]): Parser<Word> {
  return {
    allowed: words.join(', '),
    parse: (text) => words.find((word) => word.toLowerCase() === text.toLowerCase()),
  };
}

/** One of these words, case-blind, each with the value it stands for. */
export function spelling<Value>(spellings: Readonly<Record<string, Value>>, allowed: string): Parser<Value> {
  return {
    allowed,
    parse: (text) =>
      Object.hasOwn(spellings, text.toLowerCase()) ? spellings[text.toLowerCase()] : undefined,
  };
}

/** YAML's booleans. */
export const flag: Parser<boolean> = spelling({ true: true, false: false }, 'true, false');

/** A boolean, or `auto`. */
export const flagOrAuto: Parser<boolean | 'auto'> = {
  allowed: 'auto, true, false',
  parse: (text) => (text.toLowerCase() === 'auto' ? 'auto' : flag.parse(text)),
};

/** Any text. */
export const text: Parser<string> = { allowed: 'any text', parse: (given) => given };

/** Text that names a file or a directory below the working directory. */
export const relative: Parser<string> = {
  allowed: 'a name below the working directory, with / between its parts',
  parse: (given) => (/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(given) ? undefined : given),
};

/** Text that names a file, which may lie above the working directory. */
export const fromHere: Parser<string> = {
  allowed: 'a name relative to the working directory, with / between its parts',
  parse: (given) => (/^([/\\]|[A-Za-z]:)/.test(given) ? undefined : given),
};

/** Text that names a directory below the working directory, not that directory itself: what is in it may be removed. */
export const below: Parser<string> = {
  allowed: 'a name of a directory below the working directory, and not that itself, with / between its parts',
  parse: (given) =>
    given.split(/[/\\]/).every((part) => part === '.' || part === '') ? undefined : relative.parse(given),
};

/** Words between commas or line ends. */
export const list: Parser<readonly string[]> = {
  allowed: 'a list, one a line or between commas',
  parse: (given) => parts(given, /[,\n]/),
};

/** Words of a closed set between commas or line ends. */
export function listOf<const Word extends string>(words: readonly Word[]): Parser<readonly Word[]> {
  return {
    allowed: `a list of ${words.join(', ')}`,
    parse: (given) => {
      const found = parts(given, /[,\n]/);
      return found.every((word) => words.includes(word as Word)) ? (found as readonly Word[]) : undefined;
    },
  };
}

/** Commands, one a line. */
export const lines: Parser<readonly string[]> = {
  allowed: 'commands, one a line',
  parse: (given) => parts(given, /\n/),
};

/** Config settings of a build, one a line: a value may hold commas, and an equals sign. */
export const configSettings: Parser<readonly string[]> = {
  allowed: 'lines of key=value; a key may come again',
  parse: (given) => {
    const settings = parts(given, /\n/);
    return settings.every((setting) => /^[^\s=][^=]*=/.test(setting)) ? settings : undefined;
  },
};

/** Names of artifacts, or patterns of such names. */
export const artifacts: Parser<readonly string[]> = {
  allowed: 'names of artifacts, one a line or between commas, without " : < > | \\ and /',
  parse: (given) => {
    const names = parts(given, /[,\n]/);
    return names.every(isArtifactPattern) ? names : undefined;
  },
};

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): Parser<number> {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    parse: (given) =>
      /^\d+$/.test(given) && Number(given) >= least && Number(given) <= most ? Number(given) : undefined,
  };
}

/** A PEP 440 version. */
export const version: Parser<string> = {
  allowed: 'a PEP 440 version such as 1.2.3, 1.2.3rc1 or 1.2.3.post1',
  parse: (given) => (isVersion(given) ? given : undefined),
};

/** A semver range, as `semver` reads it. */
export const semverRange: Parser<string> = {
  allowed: 'a semver range such as >=0.9, 0.9.x or ^0.9.2',
  parse: (given) => (semver.validRange(given) === null ? undefined : given),
};

/** A name that goes before the colon of a basic credential (RFC 7617). */
export const userName: Parser<string> = {
  allowed: 'a user name, without colons and line ends',
  parse: (given) => (/[:\p{Cc}]/u.test(given) ? undefined : given),
};

/** An address that a credential may be sent to: https, or http on loopback. A user and password in it would stand in every log. */
export const address: Parser<string> = {
  allowed: 'an https address without a user name or password in it (plain http for loopback only)',
  parse: (given) => (URL.canParse(given) && isSafe(new URL(given)) ? given : undefined),
};

/** Text that may be an address, less what stands before its host. */
export function withoutUser(given: string): string {
  return given.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1***@');
}

/** `framework=module:callable`, one a line. */
export const frameworkTests: Parser<readonly FrameworkTest[]> = {
  allowed: 'lines of flask=module:callable or fastapi=module:callable',
  parse: (given) => {
    const tests = parts(given, /\n/).map(frameworkTest);
    return tests.every((test) => test !== undefined) ? tests : undefined;
  },
};

/** Names of environment variables; never those that carry this job's credentials. */
export const variableNames: Parser<readonly string[]> = {
  allowed:
    'names of environment variables, but none that carries a credential of the job (INPUT_*, ACTIONS_*, GITHUB_TOKEN)',
  parse: (given) => {
    const names = parts(given, /[,\n]/);
    const fit = (name: string): boolean =>
      /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^(INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/i.test(name);
    return names.every(fit) ? names : undefined;
  },
};

function frameworkTest(line: string): FrameworkTest | undefined {
  const match = /^(flask|fastapi)\s*=\s*([\w.]+):([\w.]+)$/i.exec(line);
  const [, framework, module, callable] = match ?? [];
  if (framework === undefined || module === undefined || callable === undefined) return undefined;
  return { framework: framework.toLowerCase() as FrameworkTest['framework'], module, callable };
}

/** SPEC 10: a plain `http:` address is refused unless it is loopback. */
function isSafe({ protocol, hostname, username, password }: URL): boolean {
  if (username !== '' || password !== '') return false;
  const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && loopback);
}

function parts(given: string, separator: RegExp): readonly string[] {
  return given
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
