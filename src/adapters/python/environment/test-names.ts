/** What projects call the extras, groups and environments that hold what their tests need, most telling first. */
export const TEST_NAMES = ['test', 'tests', 'testing', 'dev', 'ci'] as const;

/** Whether an extra or a group of this name is there for the tests. */
export function isForTests(name: string): boolean {
  return (TEST_NAMES as readonly string[]).includes(name.toLowerCase());
}
