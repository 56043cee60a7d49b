/** The version of the action itself: the bundle has it written in. */
export const VERSION: string = process.env.PYPI_RELEASE_VERSION ?? '0.0.0';
