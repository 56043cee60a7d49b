import { isWebAddress } from './addresses.ts';
import { classifierState } from './classifiers.ts';
import { mailAddressTrouble } from './mail-address.ts';
import { singleMailAddress } from './mail-field.ts';
import { METADATA_FIELDS, type Metadata, type MetadataTrouble } from './metadata-fields.ts';
import { pythonListRepr, pythonRepr } from './python-text.ts';
import { readRequirement, requirementFrom } from './requirements.ts';

type Rule = (metadata: Metadata) => readonly MetadataTrouble[];

/** Warehouse's own restrictions, over and above what the specification allows (`forklift/metadata.py`), in its order. */
export const INDEX_RULES: readonly Rule[] = [
  noLocalVersion,
  shortSummary,
  mailAddresses,
  knownClassifiers,
  currentClassifiers,
  webAddresses,
  projectUrls,
  noDirectProvidesOrObsoletes,
  noDirectDependency,
  knownDynamicFields,
  oneLicenseField,
];

const SUMMARY_LENGTH = 512;
const LABEL_LENGTH = 32;

function noLocalVersion({ version }: Metadata): readonly MetadataTrouble[] {
  if (!version.local) return [];
  return [{ field: 'version', message: `The use of local versions in '${version.text}' is not allowed.` }];
}

function shortSummary({ texts }: Metadata): readonly MetadataTrouble[] {
  if ([...(texts.get('summary') ?? '')].length <= SUMMARY_LENGTH) return [];
  return [{ field: 'summary', message: `'summary' field must be ${SUMMARY_LENGTH} characters or less.` }];
}

function mailAddresses({ texts }: Metadata): readonly MetadataTrouble[] {
  return fields(['author_email', 'maintainer_email']).flatMap(({ form, name }) => {
    const address = singleMailAddress(texts.get(form) ?? '');
    const trouble = address === '' ? undefined : mailAddressTrouble(address);
    if (trouble === undefined) return [];
    return [{ field: name, message: `${pythonRepr(address)} is not a valid email address: ${trouble}` }];
  });
}

function knownClassifiers({ lists }: Metadata): readonly MetadataTrouble[] {
  return distinct(lists.get('classifiers'))
    .filter((text) => classifierState(text).state === 'unknown')
    .map((text) => ({ field: 'classifier', message: `${pythonRepr(text)} is not a valid classifier.` }));
}

function currentClassifiers({ lists }: Metadata): readonly MetadataTrouble[] {
  return distinct(lists.get('classifiers')).flatMap((text) => {
    const known = classifierState(text);
    if (known.state !== 'deprecated') return [];
    const instead =
      known.replacements.length > 0 ? `, use one of ${pythonListRepr(known.replacements)} instead` : '';
    return [
      { field: 'classifier', message: `The classifier ${pythonRepr(text)} has been deprecated${instead}.` },
    ];
  });
}

function webAddresses({ texts }: Metadata): readonly MetadataTrouble[] {
  return fields(['home_page', 'download_url']).flatMap(({ form, name }) => {
    const url = texts.get(form);
    if (url === undefined || isWebAddress(url)) return [];
    return [{ field: name, message: `${pythonRepr(url)} is not a valid url.` }];
  });
}

function projectUrls({ urls }: Metadata): readonly MetadataTrouble[] {
  return urls.flatMap(([label, url]) => {
    const message = projectUrlTrouble(label, url);
    return message === undefined ? [] : [{ field: 'project-url', message }];
  });
}

function projectUrlTrouble(label: string, url: string): string | undefined {
  if (label === '') return 'Must have a label';
  if ([...label].length > LABEL_LENGTH)
    return `${pythonRepr(label)} must be ${LABEL_LENGTH} characters or less.`;
  if (url === '') return 'Must have a URL';
  return isWebAddress(url) ? undefined : `${pythonRepr(url)} is not a valid url`;
}

function noDirectProvidesOrObsoletes({ lists }: Metadata): readonly MetadataTrouble[] {
  return fields(['provides_dist', 'obsoletes_dist']).flatMap(({ form, name }) =>
    (lists.get(form) ?? []).flatMap((text) => {
      const requirement = readRequirement(text);
      if ('trouble' in requirement) {
        return [{ field: name, message: `${pythonRepr(text)} is invalid: ${requirement.trouble}` }];
      }
      if (requirement.url === undefined) return [];
      return [{ field: name, message: `Can't have direct dependency: ${pythonRepr(text)}` }];
    }),
  );
}

function noDirectDependency({ lists }: Metadata): readonly MetadataTrouble[] {
  return (lists.get('requires_dist') ?? []).flatMap((text) => {
    const requirement = requirementFrom(text);
    if (requirement?.url === undefined) return [];
    return [{ field: 'requires-dist', message: `Can't have direct dependency: ${requirement.text}` }];
  });
}

/** The library takes every field of the specification; the index does not take `Dynamic` itself (`DYNAMIC_FIELDS`). */
function knownDynamicFields({ lists }: Metadata): readonly MetadataTrouble[] {
  return (lists.get('dynamic') ?? [])
    .map((text) => text.toLowerCase())
    .filter((name) => name === 'dynamic')
    .map((name) => ({
      field: 'dynamic',
      message: `Dynamic field ${pythonRepr(name)} is not a valid dynamic field.`,
    }));
}

function oneLicenseField({ texts }: Metadata): readonly MetadataTrouble[] {
  if (!texts.has('license') || !texts.has('license_expression')) return [];
  const message =
    'License is deprecated when License-Expression is present. Only License-Expression should be present.';
  return [{ field: 'license', message }];
}

function fields(forms: readonly string[]): readonly { readonly form: string; readonly name: string }[] {
  return METADATA_FIELDS.filter(({ form }) => forms.includes(form));
}

function distinct(texts: readonly string[] | undefined): readonly string[] {
  return [...new Set(texts)].sort();
}
