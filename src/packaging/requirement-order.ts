/** Something that has a name and requires other things by theirs. */
export interface Requiring {
  /** Normalised. */
  readonly name: string;
  readonly requires: readonly string[];
}

/** All of them, each behind those of them that it requires; or one circle of requirements, the first name again at its end. */
export type RequirementOrder<Item> =
  | { readonly order: readonly Item[] }
  | { readonly circle: readonly string[] };

/** What is required first; of several that may come next, the one that stands first in `items`. */
export function requirementOrder<Item extends Requiring>(items: readonly Item[]): RequirementOrder<Item> {
  const left = new Map(items.map((item) => [item.name, item]));
  const order: Item[] = [];
  while (left.size > 0) {
    const next = [...left.values()].find((item) => missing(item, left).length === 0);
    if (next === undefined) return { circle: circleIn(left) };
    left.delete(next.name);
    order.push(next);
  }
  return { order };
}

/** What an item still waits for. An extra that requires the item's own name (`demo[all]`) waits for nothing. */
function missing({ name, requires }: Requiring, left: ReadonlyMap<string, Requiring>): readonly string[] {
  return requires.filter((each) => each !== name && left.has(each));
}

/** Where each waits for another, whoever follows comes round. */
function circleIn(left: ReadonlyMap<string, Requiring>): readonly string[] {
  const walked: string[] = [];
  let [name] = left.keys();
  while (name !== undefined && !walked.includes(name)) {
    walked.push(name);
    const item = left.get(name);
    name = item === undefined ? undefined : missing(item, left)[0];
  }
  return name === undefined ? walked : [...walked.slice(walked.indexOf(name)), name];
}
