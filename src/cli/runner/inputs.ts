/** The inputs that an action declares, by name in the order of its `action.yml`. */
export type DeclaredInputs = Readonly<Record<string, { readonly default?: unknown }>>;
type Given = Readonly<Record<string, string>>;

/**
 * The `INPUT_*` variables of a step: every declared input is set, to what the workflow gives, else its default, else the empty
 * text. What else the workflow gives is set, too. Names differ by more than their case (actions/runner, ActionRunner and Handler).
 */
export function inputVariables(declared: DeclaredInputs, given: Given): Readonly<Record<string, string>> {
  const defaults = Object.entries(declared).map(
    ([name, input]) => [variableOf(name), String(input.default ?? '')] as const,
  );
  const values = Object.entries(given).map(([name, value]) => [variableOf(name), value] as const);
  return Object.fromEntries([...defaults, ...values]);
}

/** The runner's warning of inputs that the action does not declare; undefined where there are none. */
export function unexpectedInputs(declared: DeclaredInputs, given: Given): string | undefined {
  const valid = new Set(Object.keys(declared).map((name) => name.toLowerCase()));
  const unexpected = Object.keys(given).filter((name) => !valid.has(name.toLowerCase()));
  if (unexpected.length === 0) return undefined;
  const list = (names: readonly string[]): string => `'${names.join("', '")}'`;
  return `Unexpected input(s) ${list(unexpected)}, valid inputs are [${list(Object.keys(declared))}]`;
}

/** Spaces become `_`; dashes and dots stay. */
function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
