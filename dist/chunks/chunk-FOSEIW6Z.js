import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OTHERWISE_VERSIONED,
  cargoVersion,
  changelogFile,
  chosenMembers,
  commitizenPlaces,
  findVersionPlaces,
  handedVersion,
  namedAs,
  outsideOtherProjects,
  ownName,
  ownerOf,
  projectTogether,
  readSource,
  saidIn,
  settledVersion,
  tagOf,
  taggedAs,
  taggingAs,
  taggingOf,
  tagsOfProject,
  versionVariables,
  writesVersion
} from "./chunk-UWZJFJ6R.js";
import {
  Stopped,
  compareVersions,
  fault,
  isPrerelease,
  normalizedName,
  readRecord,
  sameVersion,
  stop
} from "./chunk-U3DV3KVM.js";

// src/phases/setup/computed-places.ts
var FOLDERS = "{*,*/*}";
var MODULES = "{__init__,_version,__version__,__about__,version,about}.py";
var WHOLE_FILES = "{VERSION,VERSION.txt,version.txt}";
var UNKNOWN = { places: [], isFromTags: false };
async function computedPlaces(name, plan, { files, backEnd }) {
  if (plan.version.kind === "tag" || await handedVersion(plan, files, name) !== void 0) return UNKNOWN;
  const told = await backEnd.metadata(plan.directory).catch(nothing);
  if (told === void 0) return UNKNOWN;
  if (namesCommit(told.version, plan.forge.commit)) return { places: [], isFromTags: true };
  const candidates = await Promise.all([
    candidatesIn(plan, files, [`${FOLDERS}/${MODULES}`, MODULES]),
    candidatesIn(plan, files, [`${FOLDERS}/${WHOLE_FILES}`, WHOLE_FILES], { kind: "whole" })
  ]);
  const said = await Promise.all(candidates.flat().map((each) => saidIn(each, plan, files)));
  return {
    places: said.flat().filter(({ version }) => sameVersion(version, told.version)),
    isFromTags: false
  };
}
function namesCommit(version, commit) {
  const [, local = ""] = version.split("+");
  return local.split(".").map((part) => part.replace(/^g/, "")).some((part) => /^[0-9a-f]{7,}$/.test(part) && commit.startsWith(part));
}
async function candidatesIn({ directory }, files, patterns, part) {
  const found = await Promise.all(patterns.map((pattern) => files.glob(directory, pattern)));
  const ours = await outsideOtherProjects(found.flat(), directory, files);
  return ours.filter((file) => !OTHERWISE_VERSIONED.test(file)).map((file) => ({ file, ...part !== void 0 && { part } }));
}
function nothing(error) {
  if (!(error instanceof Stopped)) throw error;
}

// src/phases/setup/unwritten-places.ts
import path from "node:path";
async function unwrittenPlaces(writing, plan, files) {
  const { version, places } = writing;
  const source = places[0]?.version;
  if (!writesVersion(plan) || source !== void 0 && sameVersion(source, version)) return [];
  return [
    ...await outside(writing, plan, files),
    ...unspellable(writing),
    ...await ofCommitizen(writing, plan, files)
  ];
}
async function outside({ places, version }, plan, files) {
  const names = [...new Set(places.map(({ file }) => file))];
  const own = await Promise.all(names.map((name) => ownName(name, plan, files)));
  const lost = names.filter((_, place) => own[place] === void 0);
  if (lost.length === 0) return [];
  const why = "outside the repository, so that no commit holds it";
  return [fault("version-unwritten", { version, files: lost, why })];
}
function unspellable({ places, version }) {
  const manifest = places.find(({ file }) => path.posix.basename(file) === "Cargo.toml");
  return manifest === void 0 || cargoVersion(version) !== void 0 ? [] : [fault("version-unspellable", { version, file: manifest.file })];
}
async function ofCommitizen({ places: [source], version }, plan, files) {
  if (source === void 0) return [];
  const { unreadable } = await commitizenPlaces(source.version, plan, files);
  const why = "commitizen writes there, by a pattern that this action cannot read";
  return unreadable.length === 0 ? [] : [fault("version-unwritten", { version, files: unreadable, why })];
}

// src/phases/setup/project.ts
async function readProject(plan, world) {
  try {
    return { project: await requireProject(plan, world), faults: [] };
  } catch (error) {
    if (error instanceof Stopped) return { project: void 0, faults: error.faults };
    throw error;
  }
}
async function requireProject(plan, world) {
  const chosen = await chosenMembers(plan, world.files);
  const project = await (chosen === void 0 ? projectIn(plan, world) : projectTogether(chosen, plan, world, projectIn));
  const { version, versionPlaces: places } = project;
  const unwritten = await unwrittenPlaces({ version, places }, plan, world.files);
  if (unwritten.length > 0) throw new Stopped(unwritten);
  return project;
}
async function projectIn(plan, world, lead) {
  const read = await unsettledProject(plan, world, lead);
  const { settled, changelog } = await settle(plan, world, read);
  const versionPlaces = [...read.found.places, ...read.found.followers];
  return { ...projectOf(plan, read, settled), versionPlaces, changelog };
}
async function unsettledProject(plan, world, lead) {
  const said = await readSource(plan, world.files);
  const { name, from: nameFrom } = await namedAs(said, plan, world);
  const places = await foundPlaces(plan, world, { ...said, name });
  const tags = await world.tags.read();
  const owner = ownerOf(name, plan);
  const tagging = lead === void 0 ? sound(taggingOf(plan, tags.all, owner)) : taggingAs(lead, plan);
  return { ...places, name, nameFrom, tags, owner, tagging, lead };
}
function projectOf(plan, { source, name, nameFrom, found, isFromTags, tags, owner, tagging }, { version, from }) {
  const tag = tagOf(version, tagging);
  const previous = releaseBefore(version, tagsOfProject(tags.all, plan, owner));
  const extras = plan.toolchain.extras === "all" ? source.extras : plan.toolchain.extras;
  const identity = { name, normalizedName: normalizedName(name), extras };
  return {
    packages: [{ ...identity, directory: "." }],
    ...identity,
    version,
    sourceVersion: found.places[0]?.version,
    readFrom: {
      name: nameFrom,
      version: from,
      tagFormat: tagging.reason
    },
    backEnd: source.backEnd.isInTree ? `${source.backEnd.name}, in the tree` : source.backEnd.name,
    versionFromTags: isFromTags,
    versionVariables: isFromTags ? versionVariables(source.tagTool, { name, version }) : {},
    tag,
    tagFormat: tagging.format,
    previousTag: previous?.tag,
    coverageFloor: source.coverageFloor
  };
}
function releaseBefore(version, tags) {
  const below = tags.filter((each) => compareVersions(each.version, version) < 0);
  const finals = isPrerelease(version) ? [] : below.filter((each) => !isPrerelease(each.version));
  return finals[0] ?? below[0];
}
async function settle(plan, world, read) {
  const { name, found, isFromTags, tags, owner, tagging, lead } = read;
  const ofProject = (all) => tagsOfProject(all, plan, owner);
  const settled = await settledVersion(plan, {
    name,
    places: found.places,
    isFromTags,
    tags: {
      shallow: tags.shallow,
      onHead: lead === void 0 ? ofProject(tags.onHead) : [taggedAs(lead)],
      inHistory: ofProject(tags.inHistory)
    },
    pushed: tagging.pushed?.version,
    recorded: await recordedVersion(plan, world.files, read),
    handed: await handedVersion(plan, world.files, name),
    told: async () => (await world.backEnd.metadata(plan.directory)).version
  });
  const version = "version" in settled ? settled.version : void 0;
  const changelog = await changelogFile(plan, world.files, { name, version });
  const faults = [
    ..."version" in settled ? [] : settled,
    ...typeof changelog === "object" ? [changelog] : []
  ];
  if (!("version" in settled) || typeof changelog === "object") throw new Stopped(faults);
  return { settled, changelog };
}
async function foundPlaces(plan, world, source) {
  try {
    const found = await findVersionPlaces(plan, world.files, source);
    if (found.places.length > 0) return { found, source, isFromTags: false };
    if (source.tagTool !== void 0) return { found, source, isFromTags: true };
    const { places, isFromTags } = await computedPlaces(source.name, plan, world);
    const asked = isFromTags ? { ...source, tagTool: OWN_CODE } : source;
    return { found: { ...found, places }, source: asked, isFromTags };
  } catch (error) {
    if (error instanceof SyntaxError) stop("cargo-invalid", { problem: error.message });
    throw error;
  }
}
var OWN_CODE = "code of its own";
async function recordedVersion(plan, files, { name, found }) {
  const record = await readRecord(files, plan.packages);
  if (record === void 0 || record.commit !== plan.forge.commit || record.project.name !== name)
    return void 0;
  const [source] = found.places;
  return source !== void 0 && sameVersion(source.version, record.project.version) ? record.project.version : void 0;
}
function sound(value) {
  if ("code" in value) throw new Stopped([value]);
  return value;
}

export {
  readProject,
  requireProject,
  unsettledProject
};
