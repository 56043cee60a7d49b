/** The release's notes, from where the `notes` input says. */

import path from 'node:path';
import { linkedBody, saysNothing, sectionOf } from '../../packaging/changelog.ts';
import { codeFence } from '../../packaging/code-fence.ts';
import { markupNamed, markupOf } from '../../packaging/markup.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, noticed } from '../../release/event.ts';
import type { Project } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';

type NotesWorld = Pick<World, 'files' | 'forge' | 'markup'>;

interface Source {
  readonly project: Project;
  readonly plan: Plan;
  readonly commit: string;
  readonly world: NotesWorld;
  readonly emit: Emit;
}

/**
 * The notes in Markdown. A changelog without a section of this version, or with an empty one, never lends another one: the forge's generated notes stand in,
 * and that is said.
 *
 * @throws Stopped `changelog-missing` where `notes` names a file that is not there
 */
export async function releaseNotes(source: Source): Promise<string> {
  const kind = source.plan.forge.notes;
  if (kind === 'changelog') return (await fromChangelog(source)) ?? generated(source);
  if (kind === 'generated') return generated(source);
  if (kind === 'both')
    return [await fromChangelog(source), await generated(source)]
      .filter((part) => part !== undefined)
      .join('\n\n');
  return fromFile(kind, source);
}

async function fromFile(file: string, source: Source): Promise<string> {
  const text = await source.world.files.text(path.join(source.plan.directory, file));
  if (text === undefined) return stop('changelog-missing', { file });
  return markupNamed(file)?.name === 'reStructuredText' ? asMarkdown(text, file, source) : text.trim();
}

async function fromChangelog({ project, plan, world, emit }: Source): Promise<string | undefined> {
  const { changelog, version } = project;
  const text =
    changelog === undefined ? undefined : await world.files.text(path.join(plan.directory, changelog));
  const source = text === undefined || changelog === undefined ? undefined : { file: changelog, text };
  const found = source && sectionOf(source, version);
  const section = found && !saysNothing(found) ? found : undefined;
  if (section === undefined) {
    const lack = found === undefined ? `has no section for ${version}` : `says nothing of ${version}`;
    const why = changelog === undefined ? 'there is no changelog' : `${changelog} ${lack}`;
    noticed(emit, 'notice', 'Notes are generated', `${why}; the forge writes the notes.`);
  }
  if (section === undefined || source === undefined) return undefined;
  const body = linkedBody(source, section);
  return markupOf(source).name === 'Markdown' ? body : asMarkdown(body, source.file, { world, emit });
}

/** The forge shows Markdown alone; what cannot be turned into that is shown as it stands. */
async function asMarkdown(
  body: string,
  file: string,
  { world, emit }: Pick<Source, 'world' | 'emit'>,
): Promise<string> {
  const converted = await world.markup.markdown(body);
  if ('markdown' in converted) return converted.markdown;
  noticed(
    emit,
    'notice',
    'Notes are shown as they stand',
    `The notes in ${file} could not be turned into Markdown: ${converted.problem}`,
  );
  return fenced(body);
}

function fenced(text: string): string {
  const fence = codeFence(text);
  return [`${fence}rst`, text, fence].join('\n');
}

async function generated({ project, commit, world, plan }: Source): Promise<string> {
  if (plan.mode === 'dry-run') return '';
  const { refs, releases } = world.forge;
  const { tag, previousTag } = project;
  // Of itself the forge goes by the time of the releases, not by version; and a tag may be in this checkout alone.
  const isThere = previousTag !== undefined && (await refs.tag(previousTag)) !== undefined;
  return releases.generatedNotes(tag, commit, isThere ? previousTag : undefined);
}
