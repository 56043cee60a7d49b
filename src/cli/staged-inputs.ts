/** What leads a release to its servers, and opens them: in a rehearsal that is for the rehearsal alone to say. */

import { type Fault, fault } from '../release/fault.ts';

const STAGED = [
  ...['pypi-url', 'testpypi-url', 'pypi-simple-url', 'testpypi-simple-url', 'fulcio-url', 'rekor-url'],
  'statistics-url',
  ...['pypi-user', 'testpypi-user', 'pypi-token', 'testpypi-token', 'github-token', 'announce-webhook'],
];

/** Of these names of inputs, or of settings, those that a rehearsal does not take from anybody. */
export function stagedAmong(given: Readonly<Record<string, unknown>>): readonly string[] {
  return STAGED.filter((name) => Object.hasOwn(given, name));
}

/** A rehearsal that took them would upload and announce in earnest: whoever copies them from a release must hear that. */
export function stagedInputFaults(inputs: Readonly<Record<string, string>>): readonly Fault[] {
  return stagedAmong(inputs).map((input) => fault('input-staged', { input }));
}
