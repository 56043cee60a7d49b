import { expect, it } from '@jest/globals';
import { toldSync } from '../../../src/phases/setup/told-sync.ts';
import { aSync } from '../../support/world.ts';

it.each([
  [aSync(), '12 distributions, resolved now (no lock file)'],
  [aSync({ installed: 1, resolution: 'lock' }), '1 distribution, as the lock file says'],
  [
    aSync({ resolution: 'this-python', because: 'there is no pyproject.toml', editable: false }),
    '12 distributions, resolved now, for this Python alone (there is no pyproject.toml); the project as a copy, not editable',
  ],
  [
    aSync({ testRequirements: 'tox.ini', leftOut: [{ what: 'group docs', why: 'it needs Python 3.12' }] }),
    '12 distributions, resolved now (no lock file); what the tests need from tox.ini; left out: group docs (it needs Python 3.12)',
  ],
])('tells how the project was installed, and what was left out: %#', (report, sentence) => {
  expect(toldSync(report)).toBe(sentence);
});
