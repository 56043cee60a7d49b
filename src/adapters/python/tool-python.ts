/** The version request for the Python of our own tools: the project's where they run on it, which takes 3.10. */
export function toolPython(requested: string | undefined): string {
  const minor = /^3\.(\d+)/.exec(requested ?? '')?.[1];
  return requested !== undefined && (minor === undefined || Number(minor) >= 10) ? requested : '>=3.10';
}
