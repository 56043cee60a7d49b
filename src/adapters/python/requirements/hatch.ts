import { list, valueAt } from '../../../packaging/toml-value.ts';
import { TEST_NAMES } from '../environment/test-names.ts';
import { found, requirement, type Source } from './source.ts';

// `hatch test` runs in hatch-test (Hatch's documentation, "Testing"); every other environment inherits from default.
const ENVIRONMENTS = ['hatch-test', ...TEST_NAMES, 'default'];

/** The environments of Hatch. */
export const hatch: Source = async ({ pyproject }) => {
  const environments = ENVIRONMENTS.map((name) => ({
    name,
    texts: ['dependencies', 'extra-dependencies']
      .flatMap((key) => list(valueAt(pyproject, ['tool', 'hatch', 'envs', name, key])))
      .filter((entry) => typeof entry === 'string'),
  })).filter(({ texts }) => texts.length > 0);
  const entries = environments
    .flatMap(({ texts }) => texts)
    .map((text) =>
      // "Context formatting": fields such as {root:uri} mean something to Hatch alone.
      text.includes('{') ? { what: text, why: 'it has a field of Hatch’s own' } : requirement(text),
    );
  return found(`Hatch’s environment ${environments.map(({ name }) => name).join(', ')}`, entries);
};
