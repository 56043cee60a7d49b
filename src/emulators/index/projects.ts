import { randomUUID } from 'node:crypto';
import { type Answer, refused } from './errors.ts';
import { isProjectName, isStandardLibraryName, lookalikeName, normalName } from './names.ts';
import { pythonRepr } from './python-text.ts';
import type { IndexState, Project, User } from './state.ts';

const HOUR_SECONDS = 3600;
const PER_USER = 20;
const PER_ADDRESS = 40;

/** What may be wrong with a new project's name, in Warehouse's order; each gives the refusal's status and text. */
const NAME_RULES: readonly {
  readonly applies: (name: string, state: IndexState) => boolean;
  readonly status: number;
  readonly text: (name: string) => string;
}[] = [
  { applies: (name) => !isProjectName(name), status: 400, text: (name) => `The name ${name} is invalid.` },
  {
    applies: isStandardLibraryName,
    status: 400,
    text: (name) => `The name ${name} isn't allowed (conflict with Python Standard Library module name).`,
  },
  {
    applies: (name, state) => state.projects.has(normalName(name)),
    status: 409,
    text: (name) => `The name ${name} conflicts with an existing project.`,
  },
  {
    applies: (name, state) => state.prohibited.has(normalName(name)),
    status: 400,
    text: (name) => `The name ${name} isn't allowed.`,
  },
  {
    applies: (name, state) =>
      [...state.projects.values()].some((other) => lookalikeName(other.name) === lookalikeName(name)),
    status: 400,
    text: (name) => `The name ${name} is too similar to an existing project.`,
  },
];

/** A project that may be made, not stored yet; or the refusal. The hourly limit is not looked at. */
export function newProject(state: IndexState, name: string, owner: User): Project | Answer {
  const closed = ['disallow-new-project-registration', 'disallow-new-project'].some((flag) =>
    state.flags.has(flag),
  );
  if (closed) return refused(403, 'New project registration temporarily disabled.');
  const broken = NAME_RULES.find(({ applies }) => applies(name, state));
  if (broken !== undefined) return refused(broken.status, broken.text(pythonRepr(name)));
  return emptyProject(name, owner);
}

/** A project without releases. */
export function emptyProject(name: string, owner: User): Project {
  return {
    id: randomUUID(),
    name,
    normalName: normalName(name),
    owner,
    status: 'active',
    organizationActive: true,
    serial: 0,
    releases: [],
  };
}

/** How many projects may still be made this hour, and the headers that tell it (draft-ietf-httpapi-ratelimit-headers-10). */
export function creationLimit(
  state: IndexState,
  user: User,
  now: Date,
): { readonly reached: boolean; readonly headers: Readonly<Record<string, string>> } {
  const since = now.getTime() - HOUR_SECONDS * 1000;
  const recent = state.creations.filter(({ at }) => at > since);
  const byUser = PER_USER - recent.filter((creation) => creation.user === user.id).length;
  const byAddress = PER_ADDRESS - recent.length;
  const first = recent[0]?.at ?? now.getTime();
  const resets = HOUR_SECONDS - Math.floor((now.getTime() - first) / 1000);
  const windows = `w=${HOUR_SECONDS}`;
  return {
    reached: byUser <= 0 || byAddress <= 0,
    headers: {
      'RateLimit-Policy': `"project.create.ip";q=${PER_ADDRESS};${windows};pk=:ip:, "project.create.user";q=${PER_USER};${windows};pk=:user:`,
      RateLimit: `"project.create.ip";r=${Math.max(0, byAddress)};t=${resets}, "project.create.user";r=${Math.max(0, byUser)};t=${resets}`,
    },
  };
}
