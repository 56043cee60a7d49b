import { describe, expect, it } from '@jest/globals';
import { forgeAddress } from '../../../src/cli/init/forge-address.ts';

describe('the address of a git remote', () => {
  it.each([
    'https://github.com/octo/demo.app.git',
    'https://github.com/octo/demo.app',
    'https://github.com/octo/demo.app/',
    'https://www.github.com/octo/demo.app',
    'https://ada:ghp_secret@github.com/octo/demo.app.git',
    'git@github.com:octo/demo.app.git',
    'github.com:octo/demo.app',
    'org-7@github.com:octo/demo.app.git',
    'ssh://git@github.com/octo/demo.app.git',
    'ssh://git@ssh.github.com:443/octo/demo.app.git',
    'git://github.com/octo/demo.app.git',
    'git@work:octo/demo.app.git',
    'git@github.com-work:octo/demo.app.git',
    'ssh://git@github.com-work/octo/demo.app.git',
    'git@GitHub.com:octo/demo.app.git',
  ])('is read in every form: %s', (remote) => {
    expect(forgeAddress(remote)).toEqual({ host: 'github.com', owner: 'octo', name: 'demo.app' });
  });

  it.each([
    ['git@ghe.example.com:octo/demo.git', 'ghe.example.com'],
    ['https://ghe.example.com:8443/octo/demo.git', 'ghe.example.com:8443'],
    ['ssh://git@ghe.example.com:2222/octo/demo.git', 'ghe.example.com'],
    ['https://octo.ghe.com/octo/demo', 'octo.ghe.com'],
    ['git@github.com.example.org:octo/demo', 'github.com.example.org'],
  ])('keeps the host of another forge: %s', (remote, host) => {
    expect(forgeAddress(remote)).toEqual({ host, owner: 'octo', name: 'demo' });
  });

  it.each([
    '',
    '../demo.git',
    '/srv/git/demo.git',
    'file:///srv/git/octo/demo.git',
    String.raw`C:\code\demo`,
    'C:/code/demo',
    'https://github.com/octo',
    'https://gitlab.example.com/group/sub/demo.git',
    'https://github.com/octo/de%2Fmo',
    'https://github.com/octo/demo%',
  ])('is none where it leads to no repository of an owner: "%s"', (remote) => {
    expect(forgeAddress(remote)).toBeUndefined();
  });
});
