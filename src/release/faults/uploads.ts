import { named, type Refusal, type Row, refusalFinding, refused, sentence } from './fault-text.ts';
import { settingOf } from './metadata-settings.ts';

/** What an index says of the project and the file of an upload (the legacy upload API and its refusals). */
export const uploads = {
  'upload-refused': refused((d) => ({
    title: `${named(d.index)} refuses the file`,
    remedy: 'Mend what the index says and release again; nothing of this file was stored.',
  })),
  'form-refused': refused((d) => ({
    title: `${named(d.index)} cannot read the upload`,
    remedy:
      'Nothing is wrong with the project: the upload tool and the index do not understand one another, or a proxy between them changes what is sent. Send it with the other tool (uploader: twine or uv), or take a newer pypi-release.',
  })),
  'digest-differs': refused((d) => ({
    title: `What reached ${named(d.index)} is not what was sent`,
    remedy:
      'Run again. If it stays so, look for a proxy on the way that changes what it passes on, or for a step that changes the file during the upload.',
    blame: 'world',
  })),
  'project-unregistered': refused((d) => ({
    title: `The project does not exist on ${named(d.index)}, and this publisher may not make it`,
    remedy: `If this is the first release, enter a pending publisher on ${named(d.index)} whose project name is the name in pyproject.toml; if there is one, its name differs. Or make the first release with a token for the whole account. Of several packages in one release only one can be pending at a time: enter the one that is refused, then run again.`,
  })),
  'project-creation-limited': refused((d) => ({
    title: `${named(d.index)} lets no more projects be made at present`,
    remedy:
      'Wait an hour, then run again: the limit is by user and address, and trying on does not shorten it. Releases of existing projects do not count. A pending publisher is not limited.',
  })),
  'registration-closed': refused((d) => ({
    title: `${named(d.index)} lets nobody make a project at present`,
    remedy: `Its administrators have closed it to new projects for a while. Wait until ${named(d.index)} is open again, then run again; existing projects can be released meanwhile.`,
    blame: 'world',
  })),
  'project-name-invalid': refused((d) => ({
    title: `${named(d.index)} does not accept this as a project name`,
    remedy:
      'Choose a name of ASCII letters, digits, dots, hyphens and underscores that begins and ends with a letter or digit, and set it as name in pyproject.toml.',
    link: 'https://packaging.python.org/specifications/name-normalization',
  })),
  'project-name-refused': refused((d) => ({
    title: `${named(d.index)} does not give out this project name`,
    remedy:
      'Choose another name in pyproject.toml: this one is reserved, or is that of a module of the standard library.',
  })),
  'project-similar': refused((d) => ({
    title: `The project name reads too much like one that is on ${named(d.index)}`,
    remedy:
      'Choose another name in pyproject.toml. Letters that look alike count as the same (l, i and 1; o and 0), and dots, hyphens and underscores do not count.',
  })),
  'project-taken': refused((d) => ({
    title: `The project was made on ${named(d.index)} at this very moment`,
    remedy:
      'Run again: if the project is yours, the release goes on in it. If somebody else took the name, choose another.',
    blame: 'world',
  })),
  'file-exists': refused((d) => ({
    title: `${named(d.index)} says that it has this file already`,
    remedy: `${named(d.index)} lists no such file with our digest: the same bytes may stand under another name, or the file is hidden. Look at the project there, or release a new version.`,
  })),
  'filename-burnt': refused((d) => ({
    title: `This file name was used once on ${named(d.index)} and deleted`,
    remedy: 'A file name is never given out twice, not even after deletion. Release a new version.',
  })),
  'release-too-old': ((d) => ({
    title: `The release on ${named(d.index)} is closed for new files`,
    finding:
      d.foreseen === undefined
        ? refusalFinding(d)
        : `${d.foreseen.version} came to ${named(d.index)} ${d.foreseen.days} days ago, and ${d.filename} of it is not there: ${named(d.index)} would answer ${d.status}: ${sentence(d.reason)}`,
    remedy: 'A release takes files for 14 days after it was made. Release a new version with all its files.',
  })) as Row<Refusal & { foreseen?: { version: string; days: number } }>,
  'second-sdist': refused((d) => ({
    title: `The release on ${named(d.index)} has an sdist already`,
    remedy:
      'A release takes one sdist. Leave one .tar.gz in packages-dir, the one that is there if it is published; or release a new version.',
  })),
  'file-too-large': refused((d) => ({
    title: `The file is over the limit of ${named(d.index)}`,
    remedy: `Take out of the distribution what its users do not need, or ask ${named(d.index)} for a higher limit for this project.`,
  })),
  'project-too-large': refused((d) => ({
    title: `The project is over its total size on ${named(d.index)}`,
    remedy: `Delete old pre-releases on ${named(d.index)}, or ask it for a higher limit for this project.`,
  })),
  'platform-tag': refused((d) => ({
    title: `${named(d.index)} takes no wheel for this platform`,
    remedy:
      'Linux: build wheels in a manylinux or musllinux container (cibuildwheel, auditwheel repair). macOS: build with a current cibuildwheel, which writes a minor version of 0. A wheel of pure Python needs no platform tag at all.',
    link: 'https://packaging.python.org/specifications/platform-compatibility-tags',
  })),
  'readme-unrenderable': refused((d) => ({
    title: `${named(d.index)} cannot render the README`,
    remedy:
      'Mend what `twine check --strict` says, or set readme in pyproject.toml to a file of the right type (.md for Markdown, .rst for reStructuredText).',
  })),
  'classifier-refused': refused((d) => ({
    title: `${named(d.index)} does not take a classifier`,
    remedy:
      'Correct the classifiers in pyproject.toml and build again. One that begins with Private is a guard against publishing by mistake.',
    link: 'https://packaging.python.org/specifications/core-metadata',
  })),
  'dependency-direct': refused((d) => ({
    title: `${named(d.index)} takes no dependency by address`,
    remedy:
      'Name a published version in dependencies or optional-dependencies of pyproject.toml in place of the address, and build again. What only development needs goes into a dependency group, which is not published.',
  })),
  'metadata-version-refused': refused((d) => ({
    title: `${named(d.index)} does not take this version of the metadata`,
    remedy:
      'The build back end wrote a Metadata-Version that the index does not know, or a field that is newer than it. Set a current version of the back end under [build-system] requires in pyproject.toml, and build again.',
    link: 'https://packaging.python.org/specifications/core-metadata',
  })),
  'metadata-refused': refused<Refusal & { readonly field: string }>((d) => ({
    title: `${named(d.index)} refuses the metadata${d.field === '' ? '' : ` field ${d.field}`}`,
    remedy: `Correct ${settingOf(d.field)}, and build again.`,
    link: 'https://packaging.python.org/specifications/core-metadata',
  })),
  'license-file-missing': refused(() => ({
    title: 'A licence file that the metadata names is not in the distribution',
    remedy:
      'Make license-files in pyproject.toml name files that are there, and build again with a current build back end.',
  })),
  'filename-refused': refused((d) => ({
    title: `${named(d.index)} refuses the file name`,
    remedy:
      'Do not rename what the build made. A current build back end writes names as PEP 625 (sdist) and PEP 427 (wheel) have them, with the project and version of the metadata: update it under [build-system] requires in pyproject.toml, and build again.',
  })),
  'filename-foreign': refused(() => ({
    title: 'The file is one of another project',
    remedy:
      'Only files of this project may be in packages-dir: take the other one out, or build anew, which clears the directory.',
  })),
  'filename-too-long': refused((d) => ({
    title: `The file name is too long for ${named(d.index)}`,
    remedy: 'Shorten the version or the build tag, and build again.',
  })),
  'file-kind-refused': refused((d) => ({
    title: `${named(d.index)} does not take this kind of file`,
    remedy:
      'Only wheels (.whl) and sdists (.tar.gz) are published: take anything else out of packages-dir, or make the build-command write these.',
  })),
  'archive-refused': refused((d) => ({
    title: `${named(d.index)} refuses the archive`,
    remedy:
      'Build the file again with a current build back end, and do not repack or edit it afterwards: an archive that two programs could read differently is not taken.',
  })),
  'archive-incomplete': refused((d) => ({
    title: `The archive lacks a file that ${named(d.index)} asks for`,
    remedy:
      'Build with a current build back end, and do not repack or rename the file afterwards: WHEEL and METADATA stand in the .dist-info directory that the file name gives, PKG-INFO in the top directory of an sdist.',
  })),
  'archive-layout': refused(() => ({
    title: 'The sdist has no single top directory',
    remedy:
      'All of an sdist stands in one directory, named as the file without .tar.gz. A build back end does so: make the build-command use one.',
    link: 'https://packaging.python.org/specifications/source-distribution-format',
  })),
  'archive-bloated': refused((d) => ({
    title: `The archive unpacks to more than ${named(d.index)} takes`,
    remedy:
      'An archive may be over 64 MiB unpacked or shrink to less than a fiftieth, but not both. Take out long runs of the same data (blank images, zero-filled tables), or make them when they are needed.',
  })),
  'content-forbidden': refused((d) => ({
    title: `${named(d.index)} forbids what is in the distribution`,
    remedy: 'Publish the code as it was written: encrypted or obfuscated sources are not taken.',
  })),
  'record-missing': refused(() => ({
    title: 'The wheel has no readable RECORD',
    remedy:
      'Every wheel lists its files in RECORD, as UTF-8 text. Build it again with a current build back end; after any change to a wheel pack it with `wheel pack`, which writes RECORD anew.',
    link: 'https://packaging.python.org/specifications/binary-distribution-format',
  })),
  'entry-points-invalid': refused(() => ({
    title: 'The entry points of the wheel cannot be read',
    remedy:
      'Correct [project.scripts], [project.gui-scripts] and [project.entry-points] in pyproject.toml: a script name is a plain file name, and its value has the form package.module:function. Then build again.',
    link: 'https://packaging.python.org/specifications/entry-points',
  })),
  'attestations-untrusted': refused((d) => ({
    title: `${named(d.index)} takes attestations with trusted publishing alone`,
    remedy: `Remove ${d.index}-token and register this workflow as a trusted publisher on ${named(d.index)}; or set attestations: off.`,
  })),
  'attestations-malformed': refused((d) => ({
    title: `${named(d.index)} cannot read the attestations`,
    remedy:
      'Take attestation files of other tools out of packages-dir, so that those of this action are sent alone; or set attestations: off.',
  })),
  'attestations-mismatch': refused(() => ({
    title: 'The attestation is one of another file',
    remedy:
      'The distribution or its attestation was changed or renamed after it was signed. Run again: both are looked at anew. Take attestation files of an earlier build out of packages-dir.',
  })),
  'attestations-publisher': refused((d) => ({
    title: `The attestation names another workflow than the publisher on ${named(d.index)}`,
    remedy:
      'This is so where the job stands in a reusable workflow: the signature names the workflow that was started. Put the publishing job into that one and register it as trusted publisher; or set attestations: off.',
  })),
  'attestations-unverified': refused((d) => ({
    title: `${named(d.index)} failed to verify the attestations`,
    remedy: `Run again: ${named(d.index)} asks Sigstore, which may be away. To go on without attestations set attestations: off.`,
    blame: 'world',
  })),
  'attestations-refused': refused((d) => ({
    title: `${named(d.index)} refuses the attestations`,
    remedy:
      'Set attestations: off to publish without them, and tell the maintainers of pypi-release what the index says.',
  })),
  'upload-conflict': ((d) => ({
    title: `${named(d.index)} holds other bytes under this name`,
    finding: sentence(`${d.filename}: here sha256 ${d.ours}, on ${named(d.index)} ${d.theirs}`),
    remedy:
      'An index never takes other bytes under a used file name. Release a new version, or take the bytes that are there.',
  })) as Row<{ index: string; filename: string; ours: string; theirs: string }>,
} as const;
