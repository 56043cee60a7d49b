/** A runtime token of job-1 in run-1, unsigned: `ACTIONS_RUNTIME_TOKEN` as the artifact client reads it. */
export function runtimeToken(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp: 'Actions.Other Actions.Results:run-1:job-1' })}.`;
}
