import { describe, expect, it } from '@jest/globals';
import { metadataOf, parsedCoreMetadata } from '../../src/packaging/core-metadata.ts';
import type { DistributionName } from '../../src/packaging/distribution.ts';
import { archiveWith } from './archives.ts';

const FULL = `Metadata-Version: 2.5
Name: Sample.Project
Version: 1.0.0-rc1
Summary: A sample
  on two lines
Home-page: https://sample.example
Download-URL: https://sample.example/download
Author: A. Uthor
Author-email: "A. Uthor" <a@sample.example>
Maintainer: M. Aintainer
Maintainer-email: m@sample.example
Keywords: one,two
License-Expression: MIT
License-File: LICENSE
License-File: licenses/OTHER
Classifier: Programming Language :: Python :: 3
classifier: Operating System :: OS Independent
Platform: any
Supported-Platform: linux
Dynamic: version
Project-URL: Source, https://sample.example/a,b
Project-URL: https://sample.example/no-label
Requires-Python: >=3.10
Requires-External: libc
Requires-Dist: click>=8; extra == "cli"
Requires-Dist: tomli
Provides-Extra: cli
Provides-Dist: other
Obsoletes-Dist: older
Import-Name: sample
Import-Name: _sample ; private
Import-Namespace: ns
Description-Content-Type: text/markdown; charset=UTF-8; variant=GFM

# Sample

Key: not a header
`;

describe('parsedCoreMetadata', () => {
  it('reads every field of the specification', () => {
    expect(parsedCoreMetadata(FULL)).toEqual({
      metadataVersion: '2.5',
      name: 'Sample.Project',
      version: '1.0.0-rc1',
      summary: 'A sample on two lines',
      homePage: 'https://sample.example',
      downloadUrl: 'https://sample.example/download',
      author: 'A. Uthor',
      authorEmail: '"A. Uthor" <a@sample.example>',
      maintainer: 'M. Aintainer',
      maintainerEmail: 'm@sample.example',
      keywords: 'one,two',
      licenseExpression: 'MIT',
      licenseFiles: ['LICENSE', 'licenses/OTHER'],
      classifiers: ['Programming Language :: Python :: 3', 'Operating System :: OS Independent'],
      platforms: ['any'],
      supportedPlatforms: ['linux'],
      dynamic: ['version'],
      projectUrls: [
        ['Source', 'https://sample.example/a,b'],
        ['', 'https://sample.example/no-label'],
      ],
      requiresPython: '>=3.10',
      requiresExternal: ['libc'],
      requiresDist: ['click>=8; extra == "cli"', 'tomli'],
      providesExtra: ['cli'],
      providesDist: ['other'],
      obsoletesDist: ['older'],
      importNames: ['sample', '_sample ; private'],
      importNamespaces: ['ns'],
      descriptionContentType: 'text/markdown; charset=UTF-8; variant=GFM',
      description: '# Sample\n\nKey: not a header\n',
    });
  });

  it('reads CRLF line endings and a byte order mark alike', () => {
    expect(parsedCoreMetadata(`\uFEFF${FULL.replaceAll('\n', '\r\n')}`)).toEqual(parsedCoreMetadata(FULL));
  });

  it('leaves out what is not there, and says so of the required fields by an empty text', () => {
    const { licenseFiles, classifiers, projectUrls, ...rest } = parsedCoreMetadata('');
    expect([licenseFiles, classifiers, projectUrls]).toEqual([[], [], []]);
    expect(rest).toMatchObject({ metadataVersion: '', name: '', version: '', description: '' });
    expect('summary' in rest).toBe(false);
  });

  it('takes UNKNOWN and empty values of single fields as absent', () => {
    expect(parsedCoreMetadata('Summary: UNKNOWN\nLicense:\nName: a\n')).not.toHaveProperty('summary');
    expect(parsedCoreMetadata('Summary: UNKNOWN\nLicense:\nName: a\n')).not.toHaveProperty('license');
  });

  it('keeps the statement that there is nothing to import', () => {
    expect(parsedCoreMetadata('Import-Name:\n').importNames).toEqual(['']);
  });

  it.each([
    ['a bar', '       |'],
    ['eight blanks', '        '],
  ])('reads a folded description marked by %s', (_, mark) => {
    const text = `Name: a\nDescription: First\n${mark}\n${mark}    code\n${mark}last\nVersion: 1\n`;
    expect(parsedCoreMetadata(text)).toMatchObject({ description: 'First\n\n    code\nlast', version: '1' });
  });

  it('keeps the lines of a licence text', () => {
    expect(parsedCoreMetadata('License: MIT\n        Permission is hereby\n        granted').license).toBe(
      'MIT\nPermission is hereby\ngranted',
    );
  });

  it('cuts blanks off around values and their parts', () => {
    const { summary, projectUrls } = parsedCoreMetadata(
      'Summary:  A \n            b  \nProject-URL: Docs ,https://d.example\n',
    );
    expect([summary, projectUrls]).toEqual(['A b', [['Docs', 'https://d.example']]]);
  });

  it('prefers the body to the field', () => {
    expect(parsedCoreMetadata('Description: field\n\nbody').description).toBe('body');
    expect(parsedCoreMetadata('Description: field\n\n\n').description).toBe('field');
  });

  it('takes the first line that is no header as the body', () => {
    expect(parsedCoreMetadata('Name: a\nno header\nVersion: 1')).toMatchObject({
      name: 'a',
      version: '',
      description: 'no header\nVersion: 1',
    });
  });
});

describe('metadataOf', () => {
  const wheel: DistributionName = { kind: 'wheel', name: 'sample-project', version: '1.0' };
  const sdist: DistributionName = { kind: 'sdist', name: 'sample-project', version: '1.0' };

  it("reads METADATA of the .dist-info that is the wheel's own", () => {
    const archive = archiveWith({
      'other-1.0.dist-info/METADATA': 'Name: other',
      'vendor/sample_project-1.0.dist-info/METADATA': 'Name: deep',
      'Sample.Project-1.0.dist-info/METADATA': 'Name: own',
      'sample_project-1.0/PKG-INFO': 'Name: sdist',
    });
    expect(metadataOf(archive, wheel)?.name).toBe('own');
  });

  it('reads PKG-INFO at the top of an sdist, not the one of an .egg-info', () => {
    const archive = archiveWith({
      'sample_project-1.0/src/sample.egg-info/PKG-INFO': 'Name: egg',
      'sample_project-1.0/PKG-INFO': 'Name: own',
    });
    expect(metadataOf(archive, sdist)?.name).toBe('own');
  });

  it('reads the only one there is under another name, so that the difference can be told', () => {
    expect(metadataOf(archiveWith({ 'other-1.0.dist-info/METADATA': 'Name: other' }), wheel)?.name).toBe(
      'other',
    );
  });

  it.each([
    ['none', {}],
    ['two foreign ones', { 'a-1.dist-info/METADATA': 'Name: a', 'b-1.dist-info/METADATA': 'Name: b' }],
    ['only one of the other kind', { 'sample_project-1.0/PKG-INFO': 'Name: a' }],
  ])('finds nothing in %s', (_, members) => {
    expect(metadataOf(archiveWith(members), wheel)).toBeUndefined();
  });
});
