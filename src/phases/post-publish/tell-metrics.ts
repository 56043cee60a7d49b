import type { Plan } from '../../plan/plan.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Project, UploadReceipt } from '../../release/facts.ts';
import { type Answer, none, yes } from '../monitor/answers.ts';
import type { MetricsWorld } from '../monitor/look.ts';
import { measured, metricsInWords } from '../monitor/metrics.ts';

/** How the release does, a moment after it was made. Whatever comes of it, the release is public. */
export async function tellMetrics(
  { project, upload }: { readonly project: Project; readonly upload: UploadReceipt | undefined },
  plan: Plan,
  world: MetricsWorld,
  emit: Emit,
): Promise<void> {
  const title = 'Ask how the release does';
  if (plan.mode === 'dry-run') return skipped(emit, title, 'a dry run makes none');
  const installedBack = upload?.installedBack;
  const installs = async (): Promise<Answer> =>
    installedBack === undefined
      ? none('it was not installed back in this job')
      : yes(`installed back: ${installedBack}`);
  const subjects = project.packages.map(({ name }) => ({ name, version: project.version }));
  const metrics = await step(
    emit,
    title,
    () => measured({ subjects, plan, world, installs, isFresh: true }),
    metricsInWords,
  );
  emit({ kind: 'measured', metrics });
}
