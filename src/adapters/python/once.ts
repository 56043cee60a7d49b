/**
 * What `make` promises, made at the first call; all callers share it, also those that come at the same time. A failure is theirs alone:
 * whoever comes later has it made again.
 */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
