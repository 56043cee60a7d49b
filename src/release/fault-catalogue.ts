/**
 * Every fault there is: code → details → what the reader sees. A test renders all of them as one page, to be read like a manual.
 * A code is stable once released: users script on it. The texts stand by theme in `faults/`.
 */

import { asked } from './faults/asked.ts';
import { attestations } from './faults/attestations.ts';
import { checks } from './faults/checks.ts';
import { credentials } from './faults/credentials.ts';
import { forge } from './faults/forge.ts';
import { handover } from './faults/handover.ts';
import { indexes } from './faults/indexes.ts';
import { members } from './faults/members.ts';
import { monitor } from './faults/monitor.ts';
import { ours } from './faults/ours.ts';
import { project } from './faults/project.ts';
import { publishers } from './faults/publishers.ts';
import { uploads } from './faults/uploads.ts';

export type { FaultText } from './faults/fault-text.ts';

export const CATALOGUE = {
  ...asked,
  ...project,
  ...members,
  ...checks,
  ...monitor,
  ...handover,
  ...credentials,
  ...publishers,
  ...attestations,
  ...uploads,
  ...indexes,
  ...forge,
  ...ours,
};

export type Catalogue = typeof CATALOGUE;
