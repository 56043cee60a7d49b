import type { Distribution } from '../../packaging/distribution.ts';
import type { Asset } from './forge-release.ts';

/** `SHA256SUMS`, as sha256sum reads it. */
export function checksums(distributions: readonly Distribution[]): Asset {
  const lines = distributions.map(({ sha256, filename }) => `${sha256}  ${filename}\n`);
  return { name: 'SHA256SUMS', content: new TextEncoder().encode(lines.join('')) };
}
