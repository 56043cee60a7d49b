import { requirementOfPoetry } from '../../../packaging/poetry-requirement.ts';
import { valueAt } from '../../../packaging/toml-value.ts';
import { TEST_NAMES } from '../environment/test-names.ts';
import { found, requirement, type Source } from './source.ts';

/** Poetry's dependency groups, and the one group that it had before (Poetry's documentation, "Dependency groups"). */
export const poetry: Source = async ({ pyproject }) => {
  const tables = [
    ...TEST_NAMES.map((name) => ({ name, keys: ['group', name, 'dependencies'] })),
    { name: 'dev', keys: ['dev-dependencies'] },
  ].flatMap(({ name, keys }) => {
    const value = valueAt(pyproject, ['tool', 'poetry', ...keys]);
    return typeof value === 'object' && value !== null ? [{ name, entries: Object.entries(value) }] : [];
  });
  const names = [...new Set(tables.map(({ name }) => name))];
  const entries = tables
    .flatMap((table) => table.entries)
    .map(([name, constraint]) => {
      const read = requirementOfPoetry(name, constraint);
      return 'problem' in read ? { what: name, why: read.problem } : requirement(read.requirement);
    });
  return found(`Poetry’s group ${names.join(', ')}`, entries);
};
