import { listed, quoted, type Row, sentence } from './fault-text.ts';

/** What the inputs, the settings and the event say. */
export const asked = {
  'input-invalid': ((d) => ({
    title: `Input ${d.input} is not valid`,
    finding: `${d.input} is ${quoted(d.value)}${d.source === 'workflow' ? '' : `, set in ${d.source}`}.`,
    remedy: `Allowed: ${d.allowed}.`,
  })) as Row<{ input: string; value: string; allowed: string; source: string }>,
  'token-empty': ((d) => ({
    title: `${d.input} is empty`,
    finding: `${d.input} was given, but it is empty. A secret that is not set in this repository or environment reads as empty.`,
    remedy: 'Set the secret, or remove the input to use trusted publishing.',
  })) as Row<{ input: string }>,
  'input-staged': ((d) => ({
    title: `A rehearsal takes no ${d.input}`,
    finding: `${d.input} is given: it would lead the rehearsal out to a real server, where built-in ones stand in.`,
    remedy: `Remove ${d.input} from the inputs of the rehearsal. The release itself keeps it.`,
  })) as Row<{ input: string }>,
  'setting-unknown': ((d) => ({
    title: 'Unknown setting in pyproject.toml',
    finding: `[tool.pypi-release] has ${quoted(d.key)}, which is not a setting.`,
    remedy: d.secret
      ? 'A token never stands in a file: give it as an input, from a secret.'
      : `The settings are: ${listed(d.allowed)}.`,
  })) as Row<{ key: string; allowed: readonly string[]; secret: boolean }>,
  'address-insecure': ((d) => ({
    title: `${d.input} is not a secure address`,
    finding: `${d.input} is ${quoted(d.value)}: over plain http anyone on the way can read the credential.`,
    remedy: 'Use an https address. Plain http is taken for loopback addresses only.',
  })) as Row<{ input: string; value: string }>,
  'event-unsupported': ((d) => ({
    title: 'This event cannot release',
    finding: `The workflow was started by ${quoted(d.event)}: ${sentence(d.reason)}`,
    remedy: d.remedy,
  })) as Row<{ event: string; reason: string; remedy: string }>,
  'event-untrusted': ((d) => ({
    title: 'A release must not be started by this event',
    finding: `The workflow was started by ${quoted(d.event)}: ${sentence(d.reason)}`,
    remedy: d.remedy,
  })) as Row<{ event: string; reason: string; remedy: string }>,
  'bump-on-tag': ((d) => ({
    title: `${d.input} does not go with a tag push`,
    finding: `${d.input} is ${quoted(d.value)}, but the run was started by tag ${d.tag}: the tag decides the version.`,
    remedy: `Remove ${d.input} from the workflow, or give it only where github.event_name is workflow_dispatch.`,
  })) as Row<{ input: string; value: string; tag: string }>,
  'config-settings-unused': ((d) => ({
    title: 'config-settings do not go with a build-command',
    finding: `config-settings has ${listed(d.settings)}, and build-command is ${quoted(d.command)}: nothing would hand the settings to the back end.`,
    remedy:
      'Write them into the command (python -m build -C key=value), or leave build-command out for the built-in build.',
  })) as Row<{ settings: readonly string[]; command: string }>,
  'version-and-bump': ((d) => ({
    title: 'version and bump exclude one another',
    finding: `version is ${quoted(d.version)} and bump is ${quoted(d.bump)}.`,
    remedy: 'Give one of the two.',
  })) as Row<{ version: string; bump: string }>,
} as const;
