import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sectionOf } from '../../../src/packaging/changelog.ts';
import { type PythonWorkshop, pyproject, pythonWorkshop } from '../../support/python-workshop.ts';

const SETTINGS = '[tool.towncrier]\ndirectory = "news"\nfilename = "docs/NEWS.rst"\n';
const PROJECT = {
  'pyproject.toml': pyproject(SETTINGS),
  'tiny_project.py': '"""Tiny."""\n',
  'news/.gitignore': '!.gitignore\n',
  'news/12.feature.rst': 'Sing.\n',
  'news/+odd.bugfix.rst': 'Do not ``croak``.\n',
  'docs/NEWS.rst':
    '.. towncrier release notes start\n\ntiny-project 1.2.3 (2026-01-02)\n===============================\n\n- Old\n',
};
const RELEASE = { version: '1.3.0', date: '2026-03-04' };

describe('towncrier', () => {
  let one: PythonWorkshop;
  beforeAll(() => {
    one = pythonWorkshop(PROJECT);
  });
  afterAll(() => one.scratch.remove());
  const news = () => readFileSync(one.scratch.file('project/docs/NEWS.rst'), 'utf8');

  it('makes a section of the fragments and removes them, where the project does not bring it', async () => {
    const { exitCode, output } = await one.python.newsFragments.collect(RELEASE);
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Done!')]);
    const section = sectionOf({ file: 'NEWS.rst', text: news() }, '1.3.0');
    expect([section?.date, section?.body]).toEqual(['2026-03-04', expect.stringContaining('- Sing. (#12)')]);
    expect(one.status().trim().split('\n')).toEqual([
      'M  docs/NEWS.rst',
      'D  news/+odd.bugfix.rst',
      'D  news/12.feature.rst',
    ]);
    expect(existsSync(one.scratch.file('project/news/12.feature.rst'))).toBe(false);
  });

  it('fails with its own words where the version stands already', async () => {
    execFileSync('git', ['reset', '--quiet', '--hard'], { cwd: one.scratch.file('project') });
    const settings = `${PROJECT['pyproject.toml']}title_format = "{name} {version} ({project_date})"\n`;
    one.scratch.write({ 'project/pyproject.toml': settings });
    const { exitCode, output } = await one.python.newsFragments.collect({
      version: '1.2.3',
      date: '2026-01-02',
    });
    expect(exitCode).not.toBe(0);
    expect(output).toContain('already produced newsfiles');
  });
});

describe('news fragments at the top', () => {
  it('are found although no setting says where they lie', async () => {
    const one = pythonWorkshop({
      'pyproject.toml': pyproject(''),
      'towncrier.toml': '[tool.towncrier]\ntitle_format = "{name} {version}"\n',
      'newsfragments/+odd.feature.rst': 'Sing.\n',
    });
    const atTop = { settings: 'towncrier.toml', name: 'tiny-project' };
    const { exitCode, output } = await one.python.newsFragments.collect({ ...RELEASE, atTop });
    expect([exitCode, output]).toEqual([0, expect.stringContaining('Done!')]);
    const news = readFileSync(one.scratch.file('project/NEWS.rst'), 'utf8');
    one.scratch.remove();
    expect(news).toMatch(/^tiny-project 1\.3\.0\n=+\n\nFeatures\n-+\n\n- Sing\.\n/);
  });
});

describe('a towncrier of the project’s own', () => {
  it('goes before ours', async () => {
    const one = pythonWorkshop(PROJECT);
    const own = one.scratch.file('run/project-env/bin/towncrier');
    one.scratch.write({
      'run/project-env/bin/towncrier': '#!/bin/sh\necho "own $@ $PWD $GIT_CONFIG_VALUE_0"\n',
    });
    execFileSync('chmod', ['+x', own]);
    const { output } = await one.python.newsFragments.collect(RELEASE);
    one.scratch.remove();
    expect(output).toBe(
      `own build --yes --version 1.3.0 --date 2026-03-04 ${one.scratch.file('project')} *\n`,
    );
  });
});
