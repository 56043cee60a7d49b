import { describe, expect, it } from '@jest/globals';
import {
  isWebAddress,
  mailAddressTrouble,
  singleMailAddress,
} from '../../../src/emulators/index/addresses.ts';
import { classifierState } from '../../../src/emulators/index/classifiers.ts';
import { areEntryPoints } from '../../../src/emulators/index/entry-points.ts';
import { infoFolder, sdistName, wheelName } from '../../../src/emulators/index/filename.ts';
import { licenseExpression } from '../../../src/emulators/index/licenses.ts';
import { isStandardLibraryName, lookalikeName } from '../../../src/emulators/index/names.ts';
import { isAcceptedPlatform } from '../../../src/emulators/index/platform-tags.ts';
import { requirementFrom, specifierSet } from '../../../src/emulators/index/requirements.ts';
import { canonicalVersion, versionFrom } from '../../../src/emulators/index/versions.ts';

describe('versions (answers of packaging 26.2)', () => {
  it.each([
    ['1.0', '1.0', '1'],
    [' v1.0.0-rc1 ', '1.0.0rc1', '1rc1'],
    ['01.0', '1.0', '1'],
    ['1.0-1', '1.0.post1', '1.post1'],
    ['1!2.0.0', '1!2.0.0', '1!2'],
    ['0.0', '0.0', '0'],
    ['1.0+a-b_C', '1.0+a.b.c', '1+a.b.c'],
    ['1.0_rc1', '1.0rc1', '1rc1'],
  ])('reads %j', (text, normal, canonical) => {
    expect(versionFrom(text)).toMatchObject({ text: normal, canonical });
  });

  it.each(['dog', '1..0', '', '1.0+', '1.0+a..b', '1_0', '1.0+a+b'])('refuses %j', (text) => {
    expect(versionFrom(text)).toBeUndefined();
  });

  it('leaves a text that is no version alone when comparing', () => {
    expect(canonicalVersion('foo')).toBe('foo');
  });
});

describe('specifiers and requirements (answers of packaging 26.2)', () => {
  it.each([
    ['>=3.9,<4', '<4,>=3.9'],
    ['>=3.6,!=3.0.*', '!=3.0.*,>=3.6'],
    ['===foo', '===foo'],
    ['==1.0+a', '==1.0+a'],
    ['', ''],
  ])('writes the set %j sorted', (text, expected) => {
    expect(specifierSet(text)).toBe(expected);
  });

  it.each(['>=3.6.*', '~=3', '3.9', '>3+a', '==1.0+a.*', '^3.9', '==1.0rc1.*', '>=3.9;'])(
    'refuses the set %j',
    (text) => {
      expect(specifierSet(text)).toBeUndefined();
    },
  );

  it.each([
    ['foo (>=1,<2)', 'foo<2,>=1'],
    ['foo[b,a] >=1', 'foo[a,b]>=1'],
    ['foo @ https://x/y', 'foo @ https://x/y'],
    [
      `foo; os.name=='nt' and ( extra == "x" or python_version<"3")`,
      'foo; os_name == "nt" and (extra == "x" or python_version < "3")',
    ],
    ['foo; python_version not  in "3"', 'foo; python_version not in "3"'],
  ])('reads the requirement %j', (text, expected) => {
    expect(requirementFrom(text)?.text).toBe(expected);
  });

  it('notices a direct address, with and without a marker', () => {
    expect(requirementFrom('foo @ https://x ; python_version > "3"')?.url).toBe('https://x');
    expect(requirementFrom('foo>=1')?.url).toBeUndefined();
  });

  it.each([
    'foo >= banana',
    '-foo',
    'foo-',
    'foo 1.0',
    '',
    'foo[a,]',
    'foo;',
    'foo; bogus == "x"',
    'foo; extra == "a" or',
    'foo @ ',
  ])('refuses the requirement %j', (text) => {
    expect(requirementFrom(text)).toBeUndefined();
  });
});

describe('licence expressions', () => {
  it.each([
    ['mit and (apache-2.0 or bsd-2-clause)', 'MIT AND (Apache-2.0 OR BSD-2-Clause)'],
    ['gpl-2.0-or-later with classpath-exception-2.0', 'GPL-2.0-or-later WITH Classpath-exception-2.0'],
    ['LicenseRef-Own.1', 'LicenseRef-Own.1'],
    ['Apache-2.0+', 'Apache-2.0+'],
  ])('reads %j', (text, expected) => {
    expect(licenseExpression(text)).toBe(expected);
  });

  it.each([
    '',
    'BSD',
    'Apache 2.0',
    'MIT/Apache-2.0',
    '(MIT',
    'MIT)',
    'MIT OR',
    'MIT WITH foo',
    'LicenseRef-a_b',
    'MIT MIT',
    '()',
  ])('refuses %j', (text) => {
    expect(licenseExpression(text)).toBeUndefined();
  });
});

describe('addresses', () => {
  it.each(['https://example.org', 'HTTP:foo', 'https://x/a b', 'https://x:80/'])(
    'takes %j as a web address',
    (text) => {
      expect(isWebAddress(text)).toBe(true);
    },
  );

  it.each(['ftp://x', 'ftp//x', 'not a url', 'https://x:99999/', '', '//example.org', 'mailto:a@b'])(
    'refuses %j',
    (text) => {
      expect(isWebAddress(text)).toBe(false);
    },
  );

  it.each(['a@example.org', 'A <a+b@example.org>', '"Doe, J" <j@example.org>', 'ü@exämple.org'])(
    'finds nothing wrong with %j',
    (text) => {
      expect(mailAddressTrouble(singleMailAddress(text))).toBeUndefined();
    },
  );

  it.each([
    'a',
    'a@b',
    'a@localhost',
    'a@x.invalid',
    'a..b@example.org',
    'a@-x.org',
    'a@1.2.3.4',
    '@example.org',
    'a@',
  ])('names what is wrong with %j', (text) => {
    expect(mailAddressTrouble(singleMailAddress(text))).toMatch(/@-sign/);
  });

  it('looks at no list of addresses', () => {
    expect(singleMailAddress('A <bad>, B <b@example.org>')).toBe('');
  });
});

describe('names and classifiers', () => {
  it('knows modules of the standard library, by any spelling', () => {
    expect([isStandardLibraryName('JSON'), isStandardLibraryName('requests')]).toEqual([true, false]);
  });

  it('takes look-alikes for the same', () => {
    expect(lookalikeName('Pil-Low')).toBe(lookalikeName('p1110w'));
  });

  it('tells valid, unknown and deprecated classifiers apart', () => {
    expect(classifierState('Programming Language :: Python :: 3')).toEqual({ state: 'valid' });
    expect(classifierState('Private :: Do Not Upload')).toEqual({ state: 'unknown' });
    expect(classifierState('Natural Language :: Ukranian')).toEqual({
      state: 'deprecated',
      replacements: ['Natural Language :: Ukrainian'],
    });
  });
});

describe('filenames', () => {
  it.each([
    ['foo-1.0.whl', "Invalid wheel filename (wrong number of parts): 'foo-1.0'"],
    ['foo-x-py3-none-any.whl', "Invalid wheel filename (invalid version): 'foo-x-py3-none-any'"],
    ['foo-1.0-q-py3-none-any.whl', "Invalid build number: q in 'foo-1.0-q-py3-none-any'"],
    ['foo__bar-1.0-py3-none-any.whl', "Invalid project name: 'foo__bar-1.0-py3-none-any'"],
  ])('says what is wrong with %s', (filename, trouble) => {
    expect(wheelName(filename)).toBe(trouble);
  });

  it('reads the platforms of a wheel in lower case', () => {
    expect(wheelName('Foo.Bar-1.0-1a-py3-none-Win32.any.whl')).toMatchObject({
      normalName: 'foo-bar',
      platforms: ['win32', 'any'],
    });
  });

  it('splits a source distribution at its last hyphen', () => {
    expect(sdistName('foo-bar-1.0.zip')).toMatchObject({ name: 'foo-bar' });
    expect([sdistName('foo.tar.gz'), sdistName('foo-x.tar.gz')]).toEqual([undefined, undefined]);
  });

  it('names the info folder as the filename spells it', () => {
    expect([infoFolder('foo-1.0_rc1-py3-none-any.whl'), infoFolder('foo-1.0.whl')]).toEqual([
      'foo-1.0_rc1.dist-info',
      undefined,
    ]);
  });
});

describe('platform tags', () => {
  it.each([
    'any',
    'win_arm64',
    'manylinux2014_aarch64',
    'manylinux_2_17_ppc64',
    'musllinux_1_2_x86_64',
    'linux_armv7l',
    'macosx_10_9_universal2',
    'macosx_11_0_arm64',
    'macosx_26_0_arm64',
    'ios_13_0_arm64_iphoneos',
    'android_21_arm64_v8a',
    'pyemscripten_2025_0_wasm32',
  ])('takes %s', (tag) => {
    expect(isAcceptedPlatform(tag)).toBe(true);
  });

  it.each([
    'linux_x86_64',
    'manylinux_2_17_sparc',
    'musllinux_1_2_ppc64',
    'macosx_11_1_arm64',
    'macosx_16_0_arm64',
    'macosx_10_9_sparc',
    'win_sparc',
    'ios_13_0_sparc_iphoneos',
    'android_21_sparc',
    '',
  ])('refuses %s', (tag) => {
    expect(isAcceptedPlatform(tag)).toBe(false);
  });
});

describe('entry points', () => {
  it.each([
    '',
    '[console_scripts]\na = b:c\nd.e-f = g\n',
    '; note\n[x]\nany name = 1\n',
    '[console_scripts]\na =\n  b:c\n  d\n',
  ])('takes %j', (text) => {
    expect(areEntryPoints(text)).toBe(true);
  });

  it.each([
    '[console_scripts\nx',
    'a = b',
    '[console_scripts]\n../a = b',
    '[gui_scripts]\na b = c',
    '[a]\n[a]',
    '[a]\nx = 1\nx = 2',
    '[a]\nx: 1',
    '[a]\n= 1',
  ])('refuses %j', (text) => {
    expect(areEntryPoints(text)).toBe(false);
  });
});
