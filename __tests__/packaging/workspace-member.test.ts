import { describe, expect, it } from '@jest/globals';
import { parsedMember, requiredName } from '../../src/packaging/workspace-member.ts';

const BUILT = '[build-system]\nrequires = []\n';

describe('requiredName', () => {
  it.each([
    ['demo', 'demo'],
    ['Demo.Tool==1.2', 'demo-tool'],
    [' demo_tool [a,b] >=1 ; python_version < "3.12"', 'demo-tool'],
    ['demo@ https://example.org/demo.whl', 'demo'],
    ['demo-(>=1)', 'demo'],
    ['', undefined],
    ['==1.0', undefined],
  ])('of %j is %j', (requirement, name) => expect(requiredName(requirement)).toBe(name));
});

describe('parsedMember', () => {
  it.each([
    ['', true],
    ['[project]\nname = "demo"\n', false],
    ['[project]\ndynamic = ["version"]\n', false],
    ['[project]\ndynamic = ["optional-dependencies"]\n', true],
  ])('tells of %j whether requirements may stand elsewhere: %j', (text, isOpen) =>
    expect(parsedMember(text).isOpen).toBe(isOpen),
  );

  it('tells what the project, its build and its extras require apart', () => {
    const member = parsedMember(
      `[project]\nname = "Demo"\ndependencies = ["core==1", 3]\n[project.optional-dependencies]\nfull = ["plug"]\n[build-system]\nrequires = ["hooks>=1"]\n`,
    );
    expect([member.name, member.requires, member.mayRequire]).toEqual(['Demo', ['core', 'hooks'], ['plug']]);
  });

  it('takes the name and the dependencies of Poetry', () => {
    const text = `${BUILT}[tool.poetry]\nname = "demo"\n[tool.poetry.dependencies]\npython = "^3.10"\nDemo_Core = { path = "../core" }\n`;
    expect(parsedMember(text)).toMatchObject({ name: 'demo', requires: ['python', 'demo-core'] });
  });

  it('takes what comes from the workspace for required, where only a build tells the dependencies', () => {
    const sources = `[tool.uv.sources]\nDemo_Core = { workspace = true }\nfork = { git = "https://example.org/fork" }\n`;
    const text = (dynamic: string) => `${BUILT}[project]\nname = "demo"\ndynamic = [${dynamic}]\n${sources}`;
    expect(parsedMember(text('"dependencies"')).requires).toEqual(['demo-core']);
    expect(parsedMember(text('"version"')).requires).toEqual([]);
  });

  it.each([
    ['that can be built', `${BUILT}[project]\nname = "demo"\n`, false],
    ['with the classifier', `${BUILT}[project]\nclassifiers = ["Private :: Do Not Upload"]\n`, true],
    ['without a build system', '[project]\nname = "demo"\n', true],
    ['that uv is told to take for one', '[project]\nname = "demo"\n[tool.uv]\npackage = true\n', false],
    ['that uv is told to take for none', `${BUILT}[tool.uv]\npackage = false\n`, true],
  ])('says whether a package %s is for no index', (_what, text, isPrivate) => {
    expect(parsedMember(text).isPrivate).toBe(isPrivate);
  });

  it('has the globs of a workspace, and none where there is none', () => {
    const text = '[tool.uv.workspace]\nmembers = ["packages/*", 1]\nexclude = ["packages/old"]\n';
    expect(parsedMember(text).workspace).toEqual({ members: ['packages/*'], exclude: ['packages/old'] });
    expect(parsedMember('[tool.uv.workspace]\n').workspace).toEqual({ members: [], exclude: [] });
    expect(parsedMember('').workspace).toBeUndefined();
  });

  it('throws where the text is no TOML', () => {
    expect(() => parsedMember('[project')).toThrow(SyntaxError);
  });
});
