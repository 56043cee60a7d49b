/** An index's refusal → the fault that tells what to do about it. */

import { type Fault, fault } from '../../release/fault.ts';
import { answerText } from './answer-text.ts';
import { metadataField } from './metadata-field.ts';
import { type RefusedUpload, refusalCode } from './refusal-table.ts';

export type { RefusedUpload } from './refusal-table.ts';

/** What was asked, in the user's own words. */
export interface UploadContext {
  /** Name of the index. */
  readonly index: string;
  readonly filename: string;
  /** The upload address, and the input that set it. */
  readonly address: string;
  readonly input: string;
  /** How often the file was sent; 1 where absent. */
  readonly attempts?: number;
}

/** Warehouse breaks, always again, over archives that its libraries cannot unpack. */
const BROKEN = 'an archive that is damaged is answered so too';

/**
 * The fault for this answer. Its reason may be the index's sentence, or the whole body: HTML, JSON or plain text.
 * Server trouble (5xx, 408, 429) is the world's; the file may stand all the same.
 */
export function refusalFault(answer: RefusedUpload, context: UploadContext): Fault {
  const { index, filename, address, input, attempts = 1 } = context;
  const { status } = answer;
  const reason = answerText(answer);
  const code = refusalCode({ status, reason });
  switch (code) {
    case 'index-address':
      return fault(code, { input, address, status });
    case 'address-insecure':
      return fault(code, { input, value: address });
    case 'version-local':
      return fault(code, {
        version: /local versions in '(?<version>[^']*)'/i.exec(reason)?.groups?.version ?? '',
      });
    case 'metadata-refused':
      return fault(code, { index, filename, status, reason, field: metadataField(reason) });
    case 'index-trouble': {
      const last = [status, reason, ...(status === 500 ? [`(${BROKEN})`] : [])].join(' ');
      return fault(code, { index, operation: `The upload of ${filename}`, attempts, last });
    }
    default:
      return fault(code, { index, filename, status, reason });
  }
}
