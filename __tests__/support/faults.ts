import { type Fault, Stopped } from '../../src/release/fault.ts';

/** The one fault that this work stops with. Fails where it does not stop, or stops with another error. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await work.then(
    () => new Error('it did not stop'),
    (thrown: unknown) => thrown,
  );
  const [fault, ...others] = error instanceof Stopped ? error.faults : [];
  if (fault === undefined || others.length > 0) throw error;
  return fault;
}
