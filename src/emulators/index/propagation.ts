import type { IndexState, Project } from './state.ts';
import type { Index } from './upload-steps.ts';

/** What a CDN keeps copies of: a release's record, and a project's page in each of its two forms. */
export type Resource = 'record' | 'simple-json' | 'simple-html';

/**
 * For how many seconds each node of the CDN goes on answering as if an upload had not been. One number a node, requests go round the
 * nodes; a resource that is left out is fresh everywhere. On PyPI the purge is a queued task: the record is usually fresh first, single
 * nodes were seen to lag for ten minutes and more, and the two forms of a page may disagree. No header of a request changes that.
 */
export type Propagation = Readonly<Partial<Record<Resource, readonly number[]>>>;

/** The index as the next node in turn shows a resource of it. */
export type View = (index: Index, resource: Resource) => Index;

/** Makes the view of an index's CDN. */
export function createView(propagation: Propagation): View {
  const turns = new Map<Resource, number>();
  return (index, resource) => {
    const lags = propagation[resource] ?? [];
    if (lags.length === 0) return index;
    const turn = turns.get(resource) ?? 0;
    turns.set(resource, turn + 1);
    const lag = (lags[turn % lags.length] ?? 0) * 1_000;
    return { ...index, state: before(index.state, index.now().getTime() - lag) };
  };
}

/** The state without the files that came after a time. */
function before(state: IndexState, time: number): IndexState {
  const projects = [...state.projects].map(([name, project]) => [name, known(project, time)] as const);
  return { ...state, projects: new Map(projects) };
}

function known(project: Project, time: number): Project {
  const releases = project.releases
    .map((release) => ({
      ...release,
      files: release.files.filter(({ uploaded }) => uploaded.getTime() <= time),
    }))
    .filter(({ files }) => files.length > 0);
  return { ...project, releases };
}
