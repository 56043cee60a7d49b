import { HOME } from '../../plan/home-forge.ts';

/** A repository on a forge. */
export interface ForgeAddress {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

// `user@host:owner/name` (git-clone, "GIT URLS"); what has one letter before the colon is a drive of Windows.
const SCP = /^(?:[^@/\s]+@)?(?<host>[^:/\s]{2,}):(?!\/)(?<file>\S+)$/;
const PROTOCOLS = ['https:', 'http:', 'ssh:', 'git:', 'git+ssh:', 'ssh+git:'];

/** What the address of a git remote says of the forge; undefined where it leads to none, such as a directory of this machine. */
export function forgeAddress(remote: string): ForgeAddress | undefined {
  const place = urlPlace(remote) ?? SCP.exec(remote)?.groups;
  const [, owner, name] =
    /^\/*(?<owner>[\w.-]+)\/(?<name>[\w.-]+?)(?:\.git)?\/*$/.exec(place?.file ?? '') ?? [];
  if (place?.host === undefined || owner === undefined || name === undefined) return undefined;
  return { host: hostOf(place.host), owner, name };
}

function urlPlace(remote: string): { readonly host: string; readonly file: string } | undefined {
  if (!URL.canParse(remote)) return undefined;
  const { protocol, host, hostname, pathname } = new URL(remote);
  if (!PROTOCOLS.includes(protocol) || hostname === '') return undefined;
  // The port is that of ssh, not of the forge's pages.
  return { host: protocol.startsWith('http') ? host : hostname, file: pathname };
}

/** GitHub's other names (GitHub docs, "Using SSH over the HTTPS port"), and names that this machine's own ssh settings give it. */
function hostOf(host: string): string {
  const lower = host.toLowerCase();
  const isAlias = !/[.:]/.test(lower) || lower.startsWith(`${HOME}-`);
  return isAlias || lower === `www.${HOME}` || lower === `ssh.${HOME}` ? HOME : lower;
}
