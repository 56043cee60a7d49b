import { type ChangelogSection, changelogSections } from '../../src/packaging/changelog.ts';
import { changelogIn, openSection } from '../../src/packaging/changelog-sections.ts';
import type { NamedText } from '../../src/packaging/markup.ts';

/** The section of a changelog that a release would date, as it reads; undefined where there is none. */
export function unreleasedSection(source: NamedText): ChangelogSection | undefined {
  const changelog = changelogIn(source);
  const open = openSection(changelog);
  return open && changelogSections(source)[changelog.sections.indexOf(open)];
}
