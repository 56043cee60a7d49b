import { describe, expect, it } from '@jest/globals';
import * as read from '../../src/action/parsers.ts';

type Case = readonly [text: string, value: unknown];

/** For each parser: texts with their values, undefined where a text is refused. */
const TABLE: Readonly<Record<string, readonly [read.Parser<unknown>, readonly Case[]]>> = {
  choice: [
    read.choice(['uv', 'Twine']),
    [
      ['UV', 'uv'],
      ['twine', 'Twine'],
      ['pip', undefined],
    ],
  ],
  spelling: [
    read.spelling({ full: 'A' }, 'full'),
    [
      ['Full', 'A'],
      ['A', undefined],
      ['constructor', undefined],
      ['__proto__', undefined],
    ],
  ],
  flag: [
    read.flag,
    [
      ['true', true],
      ['FALSE', false],
      ['yes', undefined],
      ['1', undefined],
      ['constructor', undefined],
    ],
  ],
  flagOrAuto: [
    read.flagOrAuto,
    [
      ['Auto', 'auto'],
      ['false', false],
      ['maybe', undefined],
    ],
  ],
  relative: [
    read.relative,
    [
      ['.', '.'],
      ['packages/demo', 'packages/demo'],
      ['..hidden/x..y', '..hidden/x..y'],
      ['/etc', undefined],
      ['\\share', undefined],
      ['C:\\demo', undefined],
      ['..', undefined],
      ['demo/../..', undefined],
      ['demo\\..\\x', undefined],
    ],
  ],
  fromHere: [
    read.fromHere,
    [
      ['docs/history.md', 'docs/history.md'],
      ['../docs/history.md', '../docs/history.md'],
      ['/etc/motd', undefined],
      ['C:\\demo', undefined],
    ],
  ],
  below: [
    read.below,
    [
      ['dist', 'dist'],
      ['./out/dist/', './out/dist/'],
      ['.dist', '.dist'],
      ['.', undefined],
      ['./', undefined],
      ['.\\.', undefined],
      ['..', undefined],
      ['dist/..', undefined],
      ['/', undefined],
    ],
  ],
  list: [read.list, [['a, b\n\n c ,', ['a', 'b', 'c']]]],
  listOf: [
    read.listOf(['tests', 'lint']),
    [
      ['lint\ntests', ['lint', 'tests']],
      ['lint, rubbish', undefined],
    ],
  ],
  lines: [read.lines, [[' demo --help \n\n demo a,b', ['demo --help', 'demo a,b']]]],
  wholeNumber: [
    read.wholeNumber(1, 16),
    [
      ['1', 1],
      ['16', 16],
      ['0', undefined],
      ['17', undefined],
      ['1.5', undefined],
      ['-1', undefined],
      ['0x2', undefined],
    ],
  ],
  version: [
    read.version,
    [
      ['1.2.3rc1', '1.2.3rc1'],
      ['one', undefined],
    ],
  ],
  semverRange: [
    read.semverRange,
    [
      ['>=0.9 <1', '>=0.9 <1'],
      ['newest', undefined],
    ],
  ],
  address: [
    read.address,
    [
      ['https://index.example/legacy/', 'https://index.example/legacy/'],
      ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
      ['http://127.9.9.9/', 'http://127.9.9.9/'],
      ['http://localhost/x', 'http://localhost/x'],
      ['http://[::1]:80/', 'http://[::1]:80/'],
      ['http://index.example/', undefined],
      ['http://127.0.0.1.index.example/', undefined],
      ['http://localhost.index.example/', undefined],
      ['http://10.0.0.1/', undefined],
      ['ftp://127.0.0.1/', undefined],
      ['index.example', undefined],
      ['https://tide@index.example/', undefined],
      ['https://tide:s3cret@index.example/', undefined],
      ['https://:s3cret@127.0.0.1/', undefined],
    ],
  ],
  userName: [
    read.userName,
    [
      ['gitlab-ci-token', 'gitlab-ci-token'],
      ['Team Release', 'Team Release'],
      ['tide@team.example', 'tide@team.example'],
      ['tide:s3cret', undefined],
      ['tide\nother', undefined],
    ],
  ],
  frameworkTests: [
    read.frameworkTests,
    [
      ['Flask = demo.app:init', [{ framework: 'flask', module: 'demo.app', callable: 'init' }]],
      [
        'flask=a:b\nfastapi=c:d.e',
        [
          { framework: 'flask', module: 'a', callable: 'b' },
          { framework: 'fastapi', module: 'c', callable: 'd.e' },
        ],
      ],
      ['django=a:b', undefined],
      ['flask=a', undefined],
      ['flask=a:b; import os', undefined],
    ],
  ],
  variableNames: [
    read.variableNames,
    [
      ['DATABASE_URL, _x', ['DATABASE_URL', '_x']],
      ['INPUT_PYPI-TOKEN', undefined],
      ['INPUT_X', undefined],
      ['actions_id_token_request_token', undefined],
      ['GITHUB_TOKEN', undefined],
      ['gh_token', undefined],
      ['A=b', undefined],
      ['1A', undefined],
    ],
  ],
};

describe.each(Object.entries(TABLE))('%s', (_name, [parser, cases]) => {
  it.each(cases)('reads "%s" as %j', (text, value) => {
    expect(parser.parse(text)).toEqual(value);
  });

  it('says what is allowed', () => {
    expect(parser.allowed).not.toBe('');
  });
});
