import { type Answer, isAnswer, refused } from './errors.ts';
import { firstValue } from './form.ts';
import { tokenTrouble } from './macaroon.ts';
import { normalName } from './names.ts';
import { creationLimit, newProject } from './projects.ts';
import type { Rule } from './rules.ts';
import type { Project, User } from './state.ts';
import type { Addressed, Described } from './upload-steps.ts';

const NO_USER =
  "Non-user identities cannot create new projects. This was probably caused by successfully using a pending publisher but specifying the project name incorrectly (either in the publisher or in your project's metadata). Please ensure that both match.";

/** Whether this identity may put this file here (steps 9 to 12). */
export const PROJECT_RULES: readonly Rule<Addressed>[] = [
  { about: 'the right to upload', answer: mayUpload },
  {
    about: 'verified address and second factor',
    answer: ({ identity }) => ('user' in identity ? accountTrouble(identity.user) : undefined),
  },
  { about: 'the organization', answer: activeOrganization },
  { about: 'the description', answer: rendered },
];

/** The project that an upload goes to. `headers` tell the hourly limit when the upload makes the project. */
export interface Place {
  readonly project: Project;
  readonly isNewProject: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** The project of an upload, looked up or newly made (step 8), or the refusal. */
export function projectFor(given: Described): Place | Answer {
  const { state } = given.index;
  const name = firstValue(given.form, 'name') ?? '';
  const project = state.projects.get(normalName(name));
  if (project !== undefined) return { project, isNewProject: false, headers: {} };
  if (!('user' in given.identity)) return refused(400, NO_USER);
  const { user } = given.identity;
  const trouble = accountTrouble(user);
  if (trouble !== undefined) return trouble;
  const limit = creationLimit(state, user, given.index.now());
  if (limit.reached) return { ...refused(429, 'Too many new projects created'), headers: limit.headers };
  const made = newProject(state, name, user);
  if (isAnswer(made)) return { ...made, headers: limit.headers };
  // The limit counts attempts: it is not given back when a later check refuses the file.
  state.creations = [...state.creations, { at: given.index.now().getTime(), user: user.id }];
  return { project: made, isNewProject: true, headers: limit.headers };
}

function mayUpload({ identity, project, index }: Addressed) {
  const trouble = tokenTrouble(identity, project, index.now());
  if (trouble !== undefined) return refused(403, `Invalid API Token: ${trouble}`);
  if ('user' in identity) {
    // An archived project is closed to all; one in quarantine to publishers only.
    const allowed = project.owner.id === identity.user.id && project.status !== 'archived';
    const text = `The user '${identity.user.name}' isn't allowed to upload to project '${project.name}'.`;
    return allowed ? undefined : refused(403, text);
  }
  if (project.status === 'active') return undefined;
  return refused(403, `The given token isn't allowed to upload to project '${project.name}'.`);
}

function accountTrouble(user: User): Answer | undefined {
  const who = `User '${user.name}', associated with the API token used, does not have`;
  if (!user.verifiedAddress) {
    const cure = 'Please add a verified primary email before attempting to upload to PyPI.';
    return refused(403, `${who} a verified primary email address. ${cure}`);
  }
  if (user.twoFactor) return undefined;
  const cure = 'Please enable two-factor authentication before attempting to upload to PyPI.';
  return refused(403, `${who} two-factor authentication enabled. ${cure}`);
}

function activeOrganization({ project }: Addressed) {
  if (project.organizationActive) return undefined;
  const why =
    'This may be due to inactive billing for Company Organizations, or administrator intervention for Community Organizations.';
  return refused(400, `Organization account owning this project is inactive. ${why}`);
}

/** Only reStructuredText, which is what no content type means, can fail to render. */
async function rendered({ metadata, index }: Addressed) {
  const description = metadata.texts.get('description');
  const type = metadata.texts.get('description_content_type');
  if (description === undefined || !/^text\/x-rst\b/i.test(type ?? 'text/x-rst')) return undefined;
  if (await index.renders(description, type)) return undefined;
  const how = type === undefined ? 'in the default format of reStructuredText' : `for '${type}'`;
  return refused(400, `The description failed to render ${how}.`);
}
