/** The tools that post a distribution to an index, behind one shape: `uv publish` and `twine upload`. */

import { devNull, tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';
import { basicCredential } from '../../packaging/token.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Processes } from '../actions/process.ts';
import { createStaging, type Staging } from '../node/staging.ts';
import { readTwine, readUv, type UploadAnswer } from './uploader-output.ts';

/** Posts one distribution to an index. */
export interface Uploader {
  /**
   * @param file the distribution, absolute
   * @param to where it goes and by what right; the token goes into the child's environment, never into its argv
   */
  upload(file: string, to: Destination): Promise<UploadAnswer>;
}

export interface Destination {
  /** The upload address. */
  readonly url: string;
  /** Whom the token belongs to. */
  readonly user: string;
  readonly token: string;
  /** Attestation files of the distribution (PEP 740), absolute; none are sent where there are none. */
  readonly attestations: readonly string[];
}

export interface UploaderOptions {
  readonly processes: Pick<Processes, 'run'>;
  /** Each tool's program, absolute, once it is there. */
  readonly commands: Readonly<Record<UploaderName, () => Promise<string>>>;
  /** Attestations are kept apart from the distributions, and both tools look for them beside; in the temporary directory where absent. */
  readonly staging?: Staging;
}

export type UploaderName = Plan['uploader'];

interface Tool {
  argv(files: readonly string[], to: Destination): readonly string[];
  environment(to: Destination): Readonly<Record<string, string>>;
  read(result: { readonly exitCode: number; readonly output: string }): UploadAnswer;
}

const TOOLS: Readonly<Record<UploaderName, Tool>> = {
  uv: {
    argv: (files, { url }) => [
      'publish',
      // The settings of the project and of the machine may name other indexes, credentials and check addresses.
      '--no-config',
      '--no-progress',
      ...['--color', 'never'],
      ...['--trusted-publishing', 'never'],
      ...['--keyring-provider', 'disabled'],
      ...['--publish-url', url],
      ...files,
    ],
    environment: ({ user, token }) => ({
      UV_PUBLISH_USERNAME: user,
      UV_PUBLISH_PASSWORD: token,
      // A lost answer is looked into before anything is sent again, which uv alone cannot do.
      UV_HTTP_RETRIES: '0',
    }),
    read: readUv,
  },
  twine: {
    argv: (files, { url, attestations }) => [
      '--no-color',
      'upload',
      ...['--config-file', devNull],
      '--non-interactive',
      '--disable-progress-bar',
      // Only so it prints the body of a refusal, where indexes other than PyPI give their reason.
      '--verbose',
      ...['--repository-url', url],
      ...(attestations.length > 0 ? ['--attestations'] : []),
      ...files,
    ],
    environment: ({ user, token }) => ({
      TWINE_USERNAME: user,
      TWINE_PASSWORD: token,
      // twine wraps its messages at the width of the terminal, long words and addresses within themselves.
      COLUMNS: '1000',
    }),
    read: readTwine,
  },
};

/** The uploader of this name. It never throws for what the tool or the index say: that is the answer. */
export function createUploader(name: UploaderName, options: UploaderOptions): Uploader {
  const { processes, commands, staging = createStaging(tmpdir()) } = options;
  const tool = TOOLS[name];
  return {
    async upload(file, to) {
      const files = [file, ...to.attestations];
      const stage = to.attestations.length > 0 ? await staging(files) : undefined;
      try {
        // Bare names, from the files' own directory: uv reads its arguments as globs, and directories may hold brackets.
        const argv = tool.argv(
          files.map((each) => basename(each)),
          to,
        );
        const result = await processes.run(await commands[name](), argv, {
          directory: stage?.directory ?? dirname(file),
          environment: tool.environment(to),
        });
        return withoutSecret(tool.read(result), to);
      } finally {
        await stage?.remove();
      }
    },
  };
}

/** Neither the token nor the header that it goes in: some indexes answer with what they were sent. */
function withoutSecret(answer: UploadAnswer, { user, token }: Destination): UploadAnswer {
  if (answer.kind === 'stored' || token === '') return answer;
  const secrets = [token, basicCredential(user, token)];
  return {
    ...answer,
    reason: secrets.reduce((reason, secret) => reason.replaceAll(secret, '***'), answer.reason),
  };
}
