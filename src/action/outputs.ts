/** The outputs of the action: a performed release, as flat strings. */

import type { Distribution } from '../packaging/distribution.ts';
import type { Facts } from '../release/facts.ts';
import type { Performed } from '../release/perform.ts';

export interface OutputSources {
  /** The file of the JSON report, absolute; undefined where none was written. */
  readonly reportFile: string | undefined;
  /** The run's figures and the success metrics, as in the report; absent or null where there are none. */
  readonly metrics?: Readonly<Record<string, unknown>> | null;
}

/**
 * The outputs of a performed release, in the order of `action.yml`. What is not known is the empty string; lists and objects are JSON.
 * `failed-phase` is empty too where a fault was found before the first phase; `error-code` is the first fault's.
 */
export function outputsOf(performed: Performed, sources: OutputSources): Readonly<Record<string, string>> {
  const { plan, facts } = performed.release;
  const { project, released, monitored } = facts;
  const release = released?.release;
  return {
    version: (project ?? monitored)?.version ?? '',
    tag: released?.tag.name ?? project?.tag ?? '',
    commit: released?.tag.commit ?? plan.forge.commit,
    distributions: JSON.stringify((facts.build?.distributions ?? []).map((each) => served(each, facts))),
    'pypi-url': (facts.upload ?? monitored)?.url ?? '',
    'testpypi-url': facts.testUpload?.url ?? '',
    'release-url': release?.url ?? '',
    'release-id': release?.id?.toString() ?? '',
    outcome: performed.outcome,
    'failed-phase': performed.failedPhase ?? '',
    'error-code': performed.faults[0]?.code ?? '',
    report: sources.reportFile ?? '',
    badges: released?.badges.markdown ?? '',
    announcement: released === undefined ? '' : JSON.stringify(released.announcement),
    metrics: sources.metrics == null ? '' : JSON.stringify(sources.metrics),
  };
}

/** A distribution with the address it is served at: PyPI's, else TestPyPI's, else the empty string. */
function served(
  { filename, kind, size, sha256 }: Distribution,
  { upload, testUpload }: Partial<Facts>,
): object {
  const files = [...(upload?.files ?? []), ...(testUpload?.files ?? [])];
  const url = files.find((file) => file.filename === filename && file.url !== undefined)?.url ?? '';
  return { filename, kind, size, sha256, url };
}
