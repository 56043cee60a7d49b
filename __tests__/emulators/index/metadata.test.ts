import { describe, expect, it } from '@jest/globals';
import { metadataFrom } from '../../../src/emulators/index/metadata.ts';

const GUIDE = ' See https://packaging.python.org/specifications/core-metadata for more information.';

/** What a form with these fields, besides the three that must be there, comes to. */
function judged(fields: Readonly<Record<string, string | readonly string[] | undefined>>) {
  const all = { metadata_version: '2.4', name: 'demo', version: '1.0', ...fields };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  const values = new Map(
    given.map(([field, value]) => [field, typeof value === 'string' ? [value] : [...(value ?? [])]]),
  );
  return metadataFrom({ values, files: new Map() });
}

describe('metadataFrom', () => {
  it.each<[message: string, fields: Readonly<Record<string, string | readonly string[] | undefined>>]>([
    ['None is not a valid metadata version.', { metadata_version: undefined }],
    ["'2.0' is not a valid metadata version.", { metadata_version: '2.0' }],
    ["'2.6' is not a valid metadata version.", { metadata_version: '2.6' }],
    ["'version' is a required field.", { version: undefined }],
    ["'dog' is invalid for 'version'.", { version: 'dog' }],
    ["'name' has invalid data.", { name: ['demo', 'second'] }],
    ["'summary' has invalid data.", { summary: ['a', 'b'] }],
    ["'project_urls' has invalid data.", { project_urls: ['A, https://a', 'A, https://b'] }],
    ["'summary' must be a single line.", { summary: 'a\nb' }],
    ["'summary' field must be 512 characters or less.", { summary: 'a'.repeat(513) }],
    [
      "'description-content-type' must be one of ['text/plain', 'text/markdown', 'text/x-rst'], not 'application/pdf'.",
      { description_content_type: 'application/pdf' },
    ],
    [
      "valid Markdown variants for 'description-content-type' are ['GFM', 'CommonMark'], not 'Foo'.",
      { description_content_type: 'text/markdown; variant=Foo' },
    ],
    [
      "'description-content-type' can only specify the UTF-8 charset, not 'utf-8'.",
      { description_content_type: 'text/markdown; charset=utf-8' },
    ],
    ["'foo >= banana' is invalid for 'requires-dist'.", { requires_dist: ['six', 'foo >= banana'] }],
    ["'3' is invalid for 'requires-python'.", { requires_python: '3' }],
    ["'-x' is invalid for 'provides-extra'.", { provides_extra: ['-x'] }],
    ["'BSD' is invalid for 'license-expression'.", { license_expression: 'BSD' }],
    [
      "'../L' is invalid for 'license-file', parent directory indicators are not allowed.",
      { license_file: ['../L'] },
    ],
    ["'*.txt' is invalid for 'license-file', paths must be resolved.", { license_file: ['*.txt'] }],
    ["'/L' is invalid for 'license-file', paths must be relative.", { license_file: ['/L'] }],
    ["'a\\\\b' is invalid for 'license-file', paths must use '/' delimiter.", { license_file: ['a\\b'] }],
    ["'name' is not allowed as a dynamic field.", { dynamic: ['Name'] }],
    ["'foo' is not a valid dynamic field.", { dynamic: ['foo'] }],
    ["Dynamic field 'dynamic' is not a valid dynamic field.", { dynamic: ['Dynamic'] }],
    [
      "valid Markdown variants for 'description-content-type' are ['GFM', 'CommonMark'], not ''.",
      { description_content_type: 'text/markdown; variant' },
    ],
    [
      "valid Markdown variants for 'description-content-type' are ['GFM', 'CommonMark'], not 'Foo'.",
      { description_content_type: "text/markdown; variant*=utf-8''Foo" },
    ],
    [
      "'not-valid' is invalid for 'import-name'; 'not-valid' is not a valid identifier.",
      { metadata_version: '2.5', import_name: ['not-valid'] },
    ],
    [
      "'a.class' is invalid for 'import-namespace'; 'class' is a keyword.",
      { metadata_version: '2.5', import_namespace: ['a.class'] },
    ],
    [
      "'a;public' is invalid for 'import-name'; the only valid option is 'private'.",
      { metadata_version: '2.5', import_name: ['a;public'] },
    ],
    ['import-name introduced in metadata version 2.5, not 2.4.', { import_name: ['a'] }],
    [
      'license-file introduced in metadata version 2.4, not 2.1.',
      { metadata_version: '2.1', license_file: ['L'] },
    ],
    [
      'description-content-type introduced in metadata version 2.1, not 1.2.',
      { metadata_version: '1.2', description_content_type: 'text/plain' },
    ],
    [
      'project-url introduced in metadata version 1.2, not 1.1.',
      { metadata_version: '1.1', project_urls: ['A, https://a'] },
    ],
    ["'Private :: Do Not Upload' is not a valid classifier.", { classifiers: ['Private :: Do Not Upload'] }],
    [
      "The classifier 'Natural Language :: Ukranian' has been deprecated, use one of ['Natural Language :: Ukrainian'] instead.",
      { classifiers: ['Natural Language :: Ukranian'] },
    ],
    [
      "'a@b' is not a valid email address: The part after the @-sign is not valid. It should have a period.",
      { author_email: 'A <a@b>' },
    ],
    ["'x' is not a valid url.", { home_page: 'x' }],
    ["'x' is not a valid url.", { download_url: 'x' }],
    ['Must have a label.', { project_urls: [', https://x'] }],
    ['Must have a URL.', { project_urls: ['https://x'] }],
    [
      `'${'L'.repeat(33)}' must be 32 characters or less.`,
      { project_urls: [`${'L'.repeat(33)}, https://x`] },
    ],
    ["'ftp//x' is not a valid url.", { project_urls: ['Home, ftp//x'] }],
    ["Can't have direct dependency: foo @ https://x.", { requires_dist: ['foo@https://x'] }],
    ["Can't have direct dependency: 'foo@https://x'.", { provides_dist: ['foo@https://x'] }],
    [
      'License is deprecated when License-Expression is present. Only License-Expression should be present.',
      { license: 'MIT', license_expression: 'MIT' },
    ],
  ])('says "%s"', (message, fields) => {
    expect(judged(fields)).toBe(message + GUIDE);
  });

  it('points to another page about local versions', () => {
    expect(judged({ version: '1.0+local' })).toBe(
      "The use of local versions in '1.0+local' is not allowed. See https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers for more information.",
    );
  });

  it('tells the version first, else the alphabetically first field', () => {
    expect(judged({ summary: 'a\nb', version: 'dog' })).toMatch(/^'dog'/);
    expect(judged({ summary: 'a\nb', requires_python: 'x' })).toMatch(
      /^'x' is invalid for 'requires-python'/,
    );
  });

  it("comes to the index's own rules only when the library's pass", () => {
    expect(judged({ classifiers: ['Nope'], summary: 'a\nb' })).toMatch(/^'summary'/);
  });

  it('keeps values as the libraries write them', () => {
    const metadata = judged({
      requires_python: '>=3.9,<4',
      requires_dist: ['six >= 1'],
      license_expression: 'mit',
      provides_extra: ['A_b'],
      summary: '',
    });
    if (typeof metadata === 'string') throw new Error(metadata);
    expect(Object.fromEntries(metadata.texts)).toMatchObject({
      requires_python: '<4,>=3.9',
      license_expression: 'MIT',
    });
    expect(Object.fromEntries(metadata.lists)).toEqual({
      requires_dist: ['six>=1'],
      provides_extra: ['a-b'],
    });
    expect(metadata.texts.has('summary')).toBe(false);
  });
});
