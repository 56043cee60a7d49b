import { expect, it } from '@jest/globals';
import { hatchArtifacts, unfilled } from '../../src/packaging/hatch-artifacts.ts';

it('reads the artifacts of all builds and of each target, without what they take back', () => {
  const settings = `[tool.hatch]
build.artifacts = ["*.mo", "!old.mo"]
build.targets.wheel.artifacts = ["*.mo", "/demo/data/"]
build.targets.sdist.artifacts = "none"
`;
  expect(hatchArtifacts(settings)).toEqual(['*.mo', '/demo/data/']);
  expect(hatchArtifacts('[project]\nname = "demo"\n')).toEqual([]);
});

it.each([
  ['*.mo', ['demo/locale/fr/demo.mo'], true],
  ['*.mo', ['demo/locale/fr/demo.po'], false],
  ['src/demo/_version.py', ['demo/_version.py'], true],
  ['/demo/data/', ['demo/data/one'], true],
  ['demo/data/**', ['demo/data/one'], true],
  ['demo/data/**/*', ['demo/one'], false],
  ['**', [], true],
])('of %s among %j: %s', (pattern, files, isThere) => {
  expect(unfilled([pattern], files)).toEqual(isThere ? [] : [pattern]);
});
