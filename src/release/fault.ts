/** Faults: what went wrong, told so that the reader can act. The catalogue of their texts is in `fault-catalogue.ts`. */

import type { PhaseName } from '../plan/paths.ts';
import type { Facts } from './facts.ts';
import { CATALOGUE, type Catalogue, type FaultText } from './fault-catalogue.ts';

export type FaultCode = keyof Catalogue;

/** A fault: one annotation, one summary row, never a stack trace. */
export interface Fault {
  /** Stable: users script on it through the `error-code` output. */
  readonly code: FaultCode;
  readonly title: string;
  /** What was found, with the user's own values. */
  readonly finding: string;
  readonly remedy: string;
  readonly link: string | undefined;
  /** `user`: mend it, then run again. `world`: a server failed after our retries; safe to run again as is. */
  readonly blame: 'user' | 'world';
  /** The phase that met it; set by `perform`. */
  readonly phase?: PhaseName;
}

const DOCUMENTATION = 'https://github.com/org/pypi-release#faults';

/** A fault of the catalogue, its text made from the details. */
export function fault<Code extends FaultCode>(code: Code, details: Parameters<Catalogue[Code]>[0]): Fault {
  const render = CATALOGUE[code] as (given: typeof details) => FaultText;
  const { title, finding, remedy, link, blame } = render(details);
  return { code, title, finding, remedy, link: link ?? DOCUMENTATION, blame: blame ?? 'user' };
}

export interface StoppedOptions extends ErrorOptions {
  /** Milliseconds to leave the world alone for before the same is tried again. */
  readonly patience?: number;
  /** What the phase that stops has found out all the same: the report and the outputs tell it. */
  readonly found?: Partial<Facts>;
}

/** Stops the release with one or more faults. The cause, where there is one, is kept for the debug log. */
export class Stopped extends Error {
  readonly faults: readonly Fault[];
  /** Milliseconds to leave the world alone for before the same is tried again; 0 where nobody asked for it. */
  readonly patience: number;
  /** What the phase that stops has found out all the same. */
  readonly found: Partial<Facts>;

  constructor(faults: readonly Fault[], options?: StoppedOptions) {
    super(faults.map(({ code, finding }) => `${code}: ${finding}`).join('; '), options);
    this.name = 'Stopped';
    this.faults = faults;
    this.patience = options?.patience ?? 0;
    this.found = options?.found ?? {};
  }
}

/** What was found, fault after fault, for a line of text. */
export function findingsOf({ faults }: Stopped): string {
  return faults.map(({ finding }) => finding).join(' ');
}

/** What a look finds, whether it gives its faults or is stopped by them. Anything else that is thrown is a bug, and thrown on. */
export async function faultsOf(look: () => Promise<readonly Fault[]>): Promise<readonly Fault[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Stopped) return error.faults;
    throw error;
  }
}

/** Stops the release with one fault of the catalogue. */
export function stop<Code extends FaultCode>(
  code: Code,
  details: Parameters<Catalogue[Code]>[0],
  options?: ErrorOptions,
): never {
  throw new Stopped([fault(code, details)], options);
}
