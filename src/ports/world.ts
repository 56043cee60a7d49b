/** Every door there is to the world. A phase gets those it names, and no other. */

import type { IndexName } from '../plan/known-indexes.ts';
import type { Announcer } from './announcer.ts';
import type { BackEnd } from './back-end.ts';
import type { Builder } from './builder.ts';
import type { Checkout } from './checkout.ts';
import type { Checks } from './checks.ts';
import type { Clock } from './clock.ts';
import type { Environments } from './environments.ts';
import type { Files } from './files.ts';
import type { Forge } from './forge.ts';
import type { Handover } from './handover.ts';
import type { MarkupConverter } from './markup-converter.ts';
import type { NewsFragments } from './news-fragments.ts';
import type { PackageIndex } from './package-index.ts';
import type { Signer } from './signer.ts';
import type { Statistics } from './statistics.ts';
import type { Tags } from './tags.ts';
import type { Toolchain } from './toolchain.ts';
import type { VersionReplacer } from './version-replacer.ts';
import type { Web } from './web.ts';

export interface World {
  readonly toolchain: Toolchain;
  readonly checks: Checks;
  readonly backEnd: BackEnd;
  readonly builder: Builder;
  readonly environments: Environments;
  readonly markup: MarkupConverter;
  readonly newsFragments: NewsFragments;
  readonly versionReplacer: VersionReplacer;
  readonly indexes: Readonly<Record<IndexName, PackageIndex>>;
  readonly signer: Signer;
  readonly forge: Forge;
  readonly announcer: Announcer;
  readonly checkout: Checkout;
  readonly handover: Handover;
  readonly tags: Tags;
  readonly statistics: Statistics;
  readonly web: Web;
  readonly files: Files;
  readonly clock: Clock;
}

export type Port = keyof World;
