import { describe, expect, it } from '@jest/globals';
import { eventDetails, eventFault, NO_DETAILS, phaseOn, type Trigger } from '../../src/action/events.ts';

const BRANCH = { ref: 'refs/heads/main', refName: 'main', refType: 'branch' };
const TAG = { ref: 'refs/tags/v1.2.0', refName: 'v1.2.0', refType: 'tag' };

function trigger(name: string, more: Partial<Trigger>): Trigger {
  return { ...BRANCH, ...NO_DETAILS, name, payloadFile: undefined, repository: 'org/demo', ...more };
}

/** Each event: what its variables and payload say, the code of its fault, and what the fault's texts tell. */
const TABLE: readonly (readonly [string, Partial<Trigger>, string | undefined, RegExp?])[] = [
  ['', {}, undefined],
  ['workflow_dispatch', {}, undefined],
  ['workflow_dispatch', TAG, undefined],
  ['repository_dispatch', {}, undefined],
  ['push', TAG, undefined],
  ['push', { ...TAG, deleted: true }, 'event-unsupported', /refs\/tags\/v1\.2\.0 was deleted/],
  ['push', BRANCH, 'event-unsupported', /refs\/heads\/main, which is not a tag.*dry-run: true/s],
  ['release', TAG, undefined],
  ['release', { ...TAG, action: 'published' }, undefined],
  ['release', { ...TAG, action: 'released' }, undefined],
  ['release', { ...TAG, action: 'prereleased' }, undefined],
  ['release', { ...TAG, action: 'created' }, undefined],
  ['release', { ...TAG, action: 'edited' }, 'event-unsupported', /was edited.*types: \[published\]/s],
  ['release', { ...TAG, action: 'deleted' }, 'event-unsupported', /was deleted/],
  ['release', { ...TAG, action: 'unpublished' }, 'event-unsupported', /was unpublished/],
  ['schedule', {}, 'event-unsupported', /nobody asks.*phase: monitor.*dry-run: true/s],
  ['pull_request', { head: 'Org/Demo' }, 'event-unsupported', /not merged yet.*rehearse/s],
  ['pull_request', {}, 'event-unsupported', /not merged yet/],
  [
    'pull_request',
    { head: 'stranger/demo' },
    'event-unsupported',
    /from stranger\/demo.*no identity.*rehearse/s,
  ],
  ['merge_group', {}, 'event-unsupported', /merge queue.*rehearse/s],
  ['pull_request_target', {}, 'event-untrusted', /anybody's.*rights and secrets/s],
  ['workflow_run', {}, 'event-untrusted', /any run of another workflow.*fork/s],
  ['issue_comment', {}, 'event-unsupported', /none of those/],
  ['constructor', {}, 'event-unsupported', /none of those/],
];

describe('an event', () => {
  it.each(TABLE)('%s with %j comes to %s', (name, more, code, says = /^/) => {
    const fault = eventFault(trigger(name, more));
    expect(fault?.code).toBe(code);
    expect(`${fault?.finding}\n${fault?.remedy}`).toMatch(says);
  });

  it.each(['pull_request_target', 'workflow_run'])(
    '%s, which strangers may start, is not advised to rehearse or to run dry itself',
    (name) => {
      const remedy = eventFault(trigger(name, {}))?.remedy;
      expect(remedy).toContain('in a workflow of its own on: pull_request');
      expect(remedy).not.toMatch(/dry-run|here/);
    },
  );

  it('of each refused kind has a sentence of its own', () => {
    const findings = TABLE.flatMap(([name, more]) => eventFault(trigger(name, more))?.finding ?? []);
    const own = new Set(findings.map((finding) => finding.replace(/"[^"]*"/, '')));
    // Two rows of the table are of pull requests from the repository itself, and two of events that have no row.
    expect(own.size).toBe(findings.length - 2);
  });
});

describe('a workflow that names no phase', () => {
  it.each([
    ['schedule', false, 'monitor'],
    ['schedule', true, 'all'],
    ['push', false, 'all'],
    ['workflow_dispatch', false, 'all'],
    ['pull_request', true, 'all'],
  ] as const)('has on %s with dry-run: %s that of %s', (event, dryRun, phase) => {
    expect(phaseOn(event, dryRun)).toBe(phase);
  });
});

describe('eventDetails', () => {
  it('are read from the payload of a pull request, of a release and of a push', () => {
    const head = { repo: { full_name: 'stranger/demo' } };
    expect(eventDetails({ action: 'opened', pull_request: { head } })).toEqual({
      action: 'opened',
      deleted: false,
      head: 'stranger/demo',
    });
    expect(eventDetails({ action: 'published', release: { id: 1 } }).action).toBe('published');
    expect(eventDetails({ ref: 'refs/tags/v1', deleted: true }).deleted).toBe(true);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [{ action: 7, deleted: 'true', pull_request: { head: { repo: null } } }],
  ])('are none in %j', (payload) => {
    expect(eventDetails(payload)).toEqual(NO_DETAILS);
  });
});
