import type { SyncReport } from '../../ports/toolchain.ts';

const SETTLED: Readonly<Record<SyncReport['resolution'], string>> = {
  lock: 'as the lock file says',
  universal: 'resolved now (no lock file)',
  'this-python': 'resolved now, for this Python alone',
};

/** One sentence on how the project came into its environment, with all that is not there. */
export function toldSync(report: SyncReport): string {
  const { installed, resolution, because, heldTo, editable, leftOut, testRequirements } = report;
  const settled = `${SETTLED[resolution]}${because === undefined ? '' : ` (${because})`}`;
  return [
    `${installed} ${installed === 1 ? 'distribution' : 'distributions'}, ${settled}`,
    ...(heldTo === undefined ? [] : [`with the versions of ${heldTo}`]),
    ...(editable ? [] : ['the project as a copy, not editable']),
    ...(testRequirements === undefined ? [] : [`what the tests need from ${testRequirements}`]),
    ...(leftOut.length === 0
      ? []
      : [`left out: ${leftOut.map(({ what, why }) => `${what} (${why})`).join(', ')}`]),
  ].join('; ');
}
