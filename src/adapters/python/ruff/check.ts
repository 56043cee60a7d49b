/** Formatting and lint with ruff, as the project itself has it done. */
export type RuffCheck = 'format' | 'lint';
