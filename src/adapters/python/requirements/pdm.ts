import { list, valueAt } from '../../../packaging/toml-value.ts';
import { TEST_NAMES } from '../environment/test-names.ts';
import { found, requirement, type Source } from './source.ts';

/** PDM's groups from before dependency groups (PDM's documentation, "Development dependencies"). */
export const pdm: Source = async ({ pyproject }) => {
  const groups = TEST_NAMES.map((name) => ({
    name,
    texts: list(valueAt(pyproject, ['tool', 'pdm', 'dev-dependencies', name])).filter(
      (entry) => typeof entry === 'string',
    ),
  })).filter(({ texts }) => texts.length > 0);
  const entries = groups
    .flatMap(({ texts }) => texts)
    .map((text) =>
      text.startsWith('-') ? { what: text, why: 'it is an editable install of PDM’s' } : requirement(text),
    );
  return found(`PDM’s group ${groups.map(({ name }) => name).join(', ')}`, entries);
};
