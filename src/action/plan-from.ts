/** Inputs and event to plan: pure, so that every plan can be tested without a runner. */

import path from 'node:path';
import { tokenHome } from '../packaging/token.ts';
import { cachePolicy } from '../plan/cache-policy.ts';
import { credentialFor, TOKEN_USER } from '../plan/credential.ts';
import { handoverPlan, handsOn, isArtifactName } from '../plan/handover-policy.ts';
import { foreignForge } from '../plan/home-forge.ts';
import {
  type IndexName,
  indexAddresses,
  indexOfDomain,
  statisticsOf,
  triesInPublic,
} from '../plan/known-indexes.ts';
import { MONITOR, PATHS, type PhaseName, selectedPhases } from '../plan/paths.ts';
import { type AttestationsPlan, frozen, type IndexPlan, type Plan, type VersionPlan } from '../plan/plan.ts';
import { type Fault, fault } from '../release/fault.ts';
import type { Environment } from './environment.ts';
import { eventFault, NO_DETAILS, phaseOn } from './events.ts';
import type { Inputs } from './inputs.ts';

export interface Planned {
  readonly plan: Plan;
  readonly faults: readonly Fault[];
  /** Why this event may not start such a run at all. */
  readonly refusals: readonly Fault[];
}

const LASTING: readonly PhaseName[] = ['testpypi', 'pypi', 'post-publish'];

/**
 * The plan of a run, and what is wrong with what was asked.
 *
 * @param details what the event's payload says
 */
export function planFrom(inputs: Inputs, environment: Environment, details = NO_DETAILS): Planned {
  const { event, repository } = environment;
  const phases = selectedPhases(inputs.path, inputs.phase ?? phaseOn(event.name, inputs['dry-run'])) ?? [];
  const onTag = event.refType === 'tag';
  const refused = eventFault({ ...event, ...details, repository });
  const uploadsNever = (inputs['dry-run'] && refused !== undefined) || phases.includes(MONITOR);
  const directory = path.resolve(environment.workspace, inputs['working-directory']);
  const plan: Plan = {
    path: inputs.path,
    phases,
    mode: inputs['dry-run'] ? 'dry-run' : 'release',
    workspace: environment.workspace,
    directory,
    members: inputs.members,
    packages: path.resolve(directory, inputs['packages-dir']),
    handover: handoverPlan({
      asked: inputs.handover,
      names: inputs.artifact,
      directory: inputs['working-directory'],
      offered: environment.artifacts,
      job: `${environment.job}, leg ${inputs.leg}`,
      step: environment.step,
      attempt: environment.attempt,
    }),
    scratch: path.join(environment.temp, 'pypi-release'),
    version: versionPlan(inputs, environment),
    tagFormat: inputs['tag-format'],
    changelog: inputs.changelog,
    toolchain: {
      python: inputs['python-version'],
      uv: inputs['uv-version'],
      extras: inputs.extras,
      cache: cachePolicy(inputs.cache, { event: event.name, onTag, phases }),
    },
    commands: commandsPlan(inputs),
    indexes: {
      testpypi: indexPlan('testpypi', inputs, { ...environment, uploadsNever }),
      pypi: indexPlan('pypi', inputs, { ...environment, uploadsNever }),
    },
    attestations: attestationsPlan(inputs, environment),
    statistics: statisticsPlan(inputs),
    uploader: inputs.uploader,
    uploadConcurrency: inputs['upload-concurrency'],
    preflight: inputs.preflight,
    forge: {
      repository,
      commit: environment.commit,
      workflow: /([^/]+\.ya?ml)@/.exec(environment.workflowRef)?.[1],
      // That of a pull request is a ref of the forge's own (`refs/pull/1/merge`), which no branch has.
      branch: /^refs\/heads\/(.+)$/.exec(event.ref)?.[1],
      server: environment.server,
      commitPolicy: inputs.commit,
      release: inputs.release,
      prerelease: inputs.prerelease,
      latest: inputs.latest,
      notes: inputs.notes,
      assets: inputs.assets,
      discussionCategory: inputs['discussion-category'],
    },
    badges: inputs.badges,
    announce: inputs.announceWebhook !== undefined,
    allow: inputs.allow,
  };
  return {
    plan: frozen(plan),
    faults: [
      ...versionFaults(inputs, environment),
      ...trialFaults(inputs, plan),
      ...tokenFaults(inputs, plan),
      ...userFaults(inputs, plan),
      ...attestationFaults(inputs, plan),
      ...handoverFaults(inputs, plan, environment),
      ...buildFaults(plan),
    ],
    refusals: refused !== undefined && isRefused(refused, plan) ? [refused] : [],
  };
}

function commandsPlan(inputs: Inputs): Plan['commands'] {
  return {
    env: inputs.env,
    verify: inputs['verify-command'],
    test: inputs['test-command'],
    testMinutes: inputs['test-timeout'],
    build: inputs['build-command'],
    configSettings: inputs['config-settings'],
    fix: inputs.fix,
    smoke: inputs['smoke-test'],
    framework: inputs['framework-test'],
  };
}

function versionPlan(inputs: Inputs, { event }: Environment): VersionPlan {
  if (event.refType === 'tag') return { kind: 'tag', tag: event.refName };
  if (inputs.version !== undefined) return { kind: 'given', version: inputs.version };
  if (inputs.bump !== undefined) return { kind: 'bump', bump: inputs.bump };
  return { kind: 'source' };
}

/** Where strangers' code would run beside rights and secrets, nothing of it may run; elsewhere, whatever leaves nothing behind may. */
function isRefused({ code }: Fault, plan: Plan): boolean {
  return code === 'event-untrusted' || (plan.mode === 'release' && isLasting(plan));
}

function isLasting({ phases }: Plan): boolean {
  return phases.some((phase) => LASTING.includes(phase));
}

function isPublishing(phases: Plan['phases']): boolean {
  return phases.includes('testpypi') || phases.includes('pypi');
}

/** Left out, attestations are required where they can be had. */
function attestationsPlan(inputs: Inputs, { server }: Environment): AttestationsPlan {
  const [fulcio, rekor] = [inputs['fulcio-url'], inputs['rekor-url']].map((url) => url?.replace(/\/+$/, ''));
  const forge = fulcio === undefined ? foreignForge(server) : undefined;
  if (inputs.attestations !== undefined || forge === undefined)
    return { policy: inputs.attestations ?? 'required', fulcio, rekor };
  return { policy: 'off', reason: `the public Sigstore takes no jobs of ${forge}`, fulcio, rekor };
}

/** Downloads are those from PyPI, or from the index that takes its place. */
function statisticsPlan(inputs: Inputs): string | undefined {
  const { 'statistics-url': asked, 'pypi-url': upload } = inputs;
  return asked?.replace(/\/+$/, '') ?? statisticsOf(indexAddresses('pypi', upload));
}

interface Job extends Pick<Environment, 'identity' | 'server'> {
  /** Whether this is a dry run of what the event would never let be released, or a look at what was. */
  readonly uploadsNever: boolean;
}

function indexPlan(name: IndexName, inputs: Inputs, { server, ...job }: Job): IndexPlan {
  const addresses = indexAddresses(name, inputs[`${name}-url`], inputs[`${name}-simple-url`]);
  const isPublic = indexOfDomain(addresses.domain) !== undefined;
  return {
    name,
    ...addresses,
    credential: credentialFor({
      index: name,
      token: inputs.tokens[name],
      user: inputs[`${name}-user`],
      identity: job.identity,
      uploadsNever: job.uploadsNever,
      foreignForge: isPublic ? foreignForge(server) : undefined,
    }),
    required: name === 'pypi' || inputs.testpypi === 'required',
  };
}

function versionFaults(inputs: Inputs, { event }: Environment): readonly Fault[] {
  const { version, bump } = inputs;
  if (event.refType === 'tag') {
    const asked = Object.entries({ version, bump });
    return asked.flatMap(([input, value]) =>
      value === undefined ? [] : [fault('bump-on-tag', { input, value, tag: event.refName })],
    );
  }
  return version !== undefined && bump !== undefined ? [fault('version-and-bump', { version, bump })] : [];
}

/** What is for an index of one's own is not tried in public, unless that is asked for: told also by the job that prepares for it. */
function trialFaults(inputs: Inputs, { path, phases, mode, indexes }: Plan): readonly Fault[] {
  const { pypi, testpypi } = indexes;
  const ahead: readonly PhaseName[] = inputs.phase === 'prepare' ? PATHS[path] : phases;
  if (!ahead.includes('testpypi') || mode === 'dry-run' || !triesInPublic(inputs)) return [];
  return [fault('testpypi-public', { upload: pypi.upload, trial: testpypi.upload })];
}

function tokenFaults(inputs: Inputs, { indexes }: Plan): readonly Fault[] {
  return Object.values(indexes).flatMap(({ name, domain, credential }) => {
    const token = inputs.tokens[name];
    if (token === '' && credential.kind !== 'not-needed')
      return [fault('token-empty', { input: `${name}-token` })];
    const isPublic = indexOfDomain(domain) !== undefined;
    if (token === undefined || token === '' || !isPublic || token.startsWith('pypi-')) return [];
    return [fault('token-malformed', { input: `${name}-token` })];
  });
}

/** A user name goes with a password alone, and the public indexes take no passwords. */
function userFaults(inputs: Inputs, { indexes, phases }: Plan): readonly Fault[] {
  return Object.values(indexes).flatMap(({ name, domain, credential }) => {
    const [input, value] = [`${name}-user`, inputs[`${name}-user`]];
    if (value === undefined || value === TOKEN_USER || !phases.includes(name)) return [];
    if (credential.kind === 'not-needed') return [];
    if (credential.kind !== 'token')
      return [fault('user-without-token', { input, value, token: `${name}-token` })];
    return indexOfDomain(domain) === undefined ? [] : [fault('user-refused', { index: name, input, value })];
  });
}

/** Asked for outright, attestations must be possible; left out, they go where they are. */
function attestationFaults(inputs: Inputs, { indexes, phases, attestations, forge }: Plan): readonly Fault[] {
  if (inputs.attestations !== 'required') return [];
  const foreign = attestations.fulcio === undefined ? foreignForge(forge.server) : undefined;
  if (foreign !== undefined && isPublishing(phases))
    return [fault('attestations-foreign-forge', { forge: foreign })];
  return Object.values(indexes).flatMap(({ name, credential }) =>
    phases.includes(name) && credential.kind === 'token'
      ? [fault('attestations-need-trusted-publishing', { index: name, input: `${name}-token` })]
      : [],
  );
}

/** Whoever builds by a command of their own hands settings to the back end in it. */
function buildFaults({ commands: { build, configSettings } }: Plan): readonly Fault[] {
  if (build === undefined || configSettings.length === 0) return [];
  return [fault('config-settings-unused', { settings: configSettings, command: build })];
}

/** A job that does all phases hands nothing on, whatever was asked for. */
function handoverFaults(
  { handover: asked }: Inputs,
  { phases, handover }: Plan,
  { artifacts }: Environment,
): readonly Fault[] {
  const isWhole = phases.includes('build') && !handsOn(phases);
  if (isWhole || phases.includes(MONITOR) || handover.kind === 'files') return [];
  if (asked === 'artifact' && !artifacts) return [fault('handover-impossible', {})];
  const [name = '', ...more] = handover.names;
  return handsOn(phases) && (more.length > 0 || !isArtifactName(name))
    ? [fault('artifact-name-unfit', { names: handover.names })]
    : [];
}

/**
 * A token whose home is the other index: a warning only, since an index alone decides which tokens it takes.
 *
 * @returns for each such token, the index it was given for and the index it names as its home
 */
export function strayTokens(
  inputs: Inputs,
  { indexes }: Plan,
): readonly { readonly index: IndexName; readonly home: IndexName }[] {
  return Object.values(indexes).flatMap(({ name, domain }) => {
    const home = indexOfDomain(tokenHome(inputs.tokens[name] ?? '') ?? '');
    return home === undefined || home === indexOfDomain(domain) || indexOfDomain(domain) === undefined
      ? []
      : [{ index: name, home }];
  });
}
