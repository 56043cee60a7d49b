import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BUMPS,
  type Bump,
  bumpedVersion,
  compareVersions,
  hasLocal,
  isPrerelease,
  isVersion,
  latestOf,
  normalizedVersion,
  sameVersion,
} from '../../src/packaging/version.ts';

// PEP 440, "Summary of permitted suffixes and relative ordering", with the epochs and local versions of its other sections.
const ORDERED = [
  ...['1.dev0', '1.0.dev456', '1.0a1', '1.0a2.dev456', '1.0a12.dev456', '1.0a12', '1.0b1.dev456', '1.0b2'],
  ...['1.0b2.post345.dev456', '1.0b2.post345', '1.0rc1.dev456', '1.0rc1', '1.0', '1.0+abc.5', '1.0+abc.7'],
  ...['1.0+5', '1.0+5.1', '1.0.post456.dev34', '1.0.post456', '1.0.15', '1.1.dev1', '2026.8', '1!0.1'],
];

const small = fc.nat({ max: 12 });
const anyVersion = fc
  .record({
    epoch: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
    release: fc.array(small, { minLength: 1, maxLength: 4 }),
    pre: fc.option(fc.tuple(fc.constantFrom('a', 'b', 'rc'), small), { nil: undefined }),
    post: fc.option(small, { nil: undefined }),
    dev: fc.option(small, { nil: undefined }),
    local: fc.option(fc.constantFrom('abc', '1', '2.a', '1e5', '007'), { nil: undefined }),
  })
  .map(({ epoch, release, pre, post, dev, local }) =>
    [
      epoch === undefined ? '' : `${epoch}!`,
      release.join('.'),
      pre?.join('') ?? '',
      post === undefined ? '' : `.post${post}`,
      dev === undefined ? '' : `.dev${dev}`,
      local === undefined ? '' : `+${local}`,
    ].join(''),
  );

describe('normalizedVersion', () => {
  it.each([
    ['3.1.0.dev', '3.1.0.dev0'],
    ['26.1.1dev', '26.1.1.dev0'],
    ['1.3.0-rc.1', '1.3.0rc1'],
    ['v1.0', '1.0'],
    [' 1.0 ', '1.0'],
    ['01.00', '1.0'],
    ['1.0ALPHA', '1.0a0'],
    ['1.0c2', '1.0rc2'],
    ['1.0-1', '1.0.post1'],
    ['1.0.rev3', '1.0.post3'],
    ['0!1.0', '1.0'],
    ['2!1.0', '2!1.0'],
    ['1.0+Ubuntu-01_x', '1.0+ubuntu.1.x'],
    ['1.0+1e5', '1.0+1e5'],
  ])('writes %j as %s', (spelled, normal) => {
    expect(normalizedVersion(spelled)).toBe(normal);
  });

  it.each(['', '1.2.x', 'latest', '1.0+', '1..0', '1.0-rc-1-2-3', '1.99999999999999999999'])(
    'refuses %j',
    (text) => {
      expect(isVersion(text)).toBe(false);
      expect(() => normalizedVersion(text)).toThrow(
        new RangeError(`"${text}" is not a version as PEP 440 defines it`),
      );
    },
  );

  it('changes nothing the second time, and never the version', () => {
    fc.assert(
      fc.property(anyVersion, (version) => {
        const normal = normalizedVersion(version);
        expect(normalizedVersion(normal)).toBe(normal);
        expect(sameVersion(normal, version)).toBe(true);
      }),
    );
  });
});

describe('compareVersions', () => {
  it('orders as the table of PEP 440 does', () => {
    for (const [i, a] of ORDERED.entries()) {
      for (const [j, b] of ORDERED.entries()) {
        expect([a, b, Math.sign(compareVersions(a, b))]).toEqual([a, b, Math.sign(i - j)]);
      }
    }
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        const [low = '', middle = '', high = ''] = [a, b, c].toSorted(compareVersions);
        expect(compareVersions(low, middle)).toBeLessThanOrEqual(0);
        expect(compareVersions(middle, high)).toBeLessThanOrEqual(0);
        expect(compareVersions(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('refuses what is no version', () => {
    expect(() => compareVersions('1.0', 'newest')).toThrow(RangeError);
  });

  it.each([
    ['1.0+a', '1.0+a.1'],
    ['1.0+a', '1.0+b'],
    ['1.0+a.b', '1.0+a.1'],
    ['1.0+9', '1.0+10'],
    ['1.0+1e5', '1.0+100000'],
  ])('puts the local version %s below %s', (below, above) => {
    expect(compareVersions(below, above)).toBeLessThan(0);
    expect(compareVersions(above, below)).toBeGreaterThan(0);
  });
});

describe('sameVersion', () => {
  it.each([
    ['1.0', '1.0.0'],
    ['1.0.0-rc1', '1.0rc1'],
    ['26.1.1dev', '26.1.1.dev0'],
    ['1.0+A', '1.0+a'],
  ])('sees one version in %s and %s', (a, b) => {
    expect(sameVersion(a, b)).toBe(true);
  });

  it('compares as texts when either is no version', () => {
    expect(sameVersion('nightly', 'nightly')).toBe(true);
    expect(sameVersion('nightly', 'Nightly')).toBe(false);
    expect(sameVersion('1.0', 'nightly')).toBe(false);
  });
});

describe('isPrerelease and hasLocal', () => {
  it.each([
    ['1.0a1', true],
    ['1.0.dev1', true],
    ['1.0.post1.dev1', true],
    ['1.0', false],
    ['1.0.post1', false],
    ['1.0+abc', false],
  ])('says of %s: pre-release %s', (version, expected) => {
    expect(isPrerelease(version)).toBe(expected);
  });

  it('tells a local part', () => {
    expect(hasLocal('1.0+g1234')).toBe(true);
    expect(hasLocal('1.0')).toBe(false);
  });
});

describe('latestOf', () => {
  it('takes the highest, as spelled, over texts that are no versions', () => {
    expect(latestOf(['1.9', '2.1.x', 'v1.10', '1.2', '1.10.dev1'])).toBe('v1.10');
  });

  it('finds none among none', () => {
    expect(latestOf([])).toBeUndefined();
    expect(latestOf(['main'])).toBeUndefined();
  });
});

// What `uv version --bump` of uv 0.13.9 answers; `!` marks where it refuses.
const UV: Readonly<Record<string, readonly string[]>> = {
  '1.2.3': ['2.0.0', '1.3.0', '1.2.4', '!', '!', '!', '!', '1.2.3.post1', '!'],
  '1.2.3.dev0': [
    '2.0.0',
    '1.3.0',
    '1.2.4',
    '1.2.3',
    '1.2.3a1',
    '1.2.3b1',
    '1.2.3rc1',
    '1.2.3.post1',
    '1.2.3.dev1',
  ],
  '1.2.3a1': ['2.0.0', '1.3.0', '1.2.4', '1.2.3', '1.2.3a2', '1.2.3b1', '1.2.3rc1', '1.2.3a1.post1', '!'],
  '1.2.3b2.dev3': [
    '2.0.0',
    '1.3.0',
    '1.2.4',
    '1.2.3',
    '!',
    '1.2.3b3',
    '1.2.3rc1',
    '1.2.3b2.post1',
    '1.2.3b2.dev4',
  ],
  '1.2.3rc1.post2': ['2.0.0', '1.3.0', '1.2.4', '1.2.3', '!', '!', '1.2.3rc2', '1.2.3rc1.post3', '!'],
  '1.2.3.post1': ['2.0.0', '1.3.0', '1.2.4', '!', '!', '!', '!', '1.2.3.post2', '!'],
  '2026.8': ['2027.0', '2026.9', '2026.8.1', '!', '!', '!', '!', '2026.8.post1', '!'],
  '1!1': ['1!2', '1!1.1', '1!1.0.1', '!', '!', '!', '!', '1!1.post1', '!'],
  '1.2.3.4': ['2.0.0.0', '1.3.0.0', '1.2.4.0', '!', '!', '!', '!', '1.2.3.4.post1', '!'],
};

describe('bumpedVersion', () => {
  const answered = Object.entries(UV).flatMap(([current, row]) =>
    BUMPS.map((bump, index) => [current, bump, row[index] ?? ''] as const).filter(
      ([, , next]) => next !== '!',
    ),
  );

  it.each(answered)('bumps %s by %s to %s, as uv does', (current, bump, next) => {
    expect(bumpedVersion(current, bump)).toBe(next);
  });

  it.each([
    ['1.2.3', 'alpha', '1.2.4a1'],
    ['1.2.3', 'beta', '1.2.4b1'],
    ['1.2', 'rc', '1.2.1rc1'],
    ['1.2.3.post1', 'alpha', '1.2.4a1'],
    ['1.2.3.post1.dev2', 'rc', '1.2.4rc1'],
    ['1.2.3', 'dev', '1.2.4.dev1'],
    ['1.2.3a1', 'dev', '1.2.3a2.dev1'],
    ['1.2.3.post1', 'dev', '1.2.3.post2.dev1'],
    ['1.2.3rc1.post2', 'dev', '1.2.3rc1.post3.dev1'],
    ['1.2.3+abc', 'patch', '1.2.4'],
  ] as const)(
    'goes on from %s by %s to %s, where uv would refuse or keep the local part',
    (current, bump, next) => {
      expect(bumpedVersion(current, bump)).toBe(next);
    },
  );

  it.each([
    ['1.2.3', 'stable'],
    ['1.2.3.post1', 'stable'],
    ['1.2.3rc1', 'alpha'],
    ['1.2.3rc1', 'beta'],
    ['1.2.3b1', 'alpha'],
  ] as const)('refuses to go from %s by %s', (current, bump) => {
    expect(() => bumpedVersion(current, bump)).toThrow(RangeError);
  });

  it('says in a refusal what was tried and what would go up', () => {
    expect(() => bumpedVersion('1.2.3rc1', 'alpha')).toThrow(
      'bump "alpha" would turn 1.2.3rc1 into 1.2.3a1, which is not above it; ' +
        'choose major, minor, patch, stable, rc, post, dev, or give the version itself',
    );
  });

  it('always goes up, or refuses', () => {
    fc.assert(
      fc.property(anyVersion, fc.constantFrom<Bump>(...BUMPS), (current, bump) => {
        const next = outcomeOf(() => bumpedVersion(current, bump));
        if (next instanceof RangeError) expect(['stable', 'alpha', 'beta']).toContain(bump);
        else expect(compareVersions(next, current)).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});

function outcomeOf(attempt: () => string): string | RangeError {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof RangeError) return error;
    throw error;
  }
}
