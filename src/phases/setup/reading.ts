import type { World } from '../../ports/world.ts';

/** The doors that reading a project takes: a phase that reads it names them among its own. */
export const READING = ['files', 'backEnd', 'tags'] as const;

export type Reading = Pick<World, (typeof READING)[number]>;
