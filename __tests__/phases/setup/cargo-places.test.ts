import { describe, expect, it } from '@jest/globals';
import { parsedPyproject } from '../../../src/packaging/pyproject.ts';
import { cargoPlaces } from '../../../src/phases/setup/cargo-places.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aPlan } from '../../support/world.ts';

const MATURIN = '[build-system]\nbuild-backend = "maturin"\n';
const CRATE = '[package]\nname = "demo-rs"\nversion = "1.2.0"\n';
const INHERITING = '[package]\nname = "demo-rs"\nversion.workspace = true\n';
const WORKSPACE = '[workspace]\nmembers = ["crates/*"]\n[workspace.package]\nversion = "1.2.0"\n';

/** The places in a checkout that holds these files, by names below its top, for a project in `directory`. */
function placesIn(files: Readonly<Record<string, string>>, { toml = MATURIN, directory = '/top' } = {}) {
  const named = Object.entries(files).map(([name, text]) => [`/top/${name}`, text] as const);
  const plan = aPlan({ workspace: '/top', directory });
  return cargoPlaces(plan, memoryFiles(Object.fromEntries(named)), parsedPyproject(toml));
}

const own = (file: string) => ({ file, part: { kind: 'table', table: 'package' } });
const shared = (file: string) => ({ file, part: { kind: 'table', table: 'workspace.package' } });
const locked = (file: string, ...crates: readonly string[]) =>
  crates.map((name) => ({ file, part: { kind: 'crate', name } }));

describe('cargoPlaces', () => {
  it('finds the crate beside pyproject.toml', async () => {
    expect(await placesIn({ 'Cargo.toml': CRATE, 'rust/Cargo.toml': CRATE })).toEqual({
      manifest: own('Cargo.toml'),
      locked: locked('Cargo.lock', 'demo-rs'),
    });
  });

  it('finds the crate in rust, also beside a workspace that is no crate', async () => {
    expect((await placesIn({ 'rust/Cargo.toml': CRATE }))?.manifest).toEqual(own('rust/Cargo.toml'));
    expect(
      await placesIn({ 'Cargo.toml': '[workspace]\nmembers = ["rust"]\n', 'rust/Cargo.toml': CRATE }),
    ).toEqual({
      manifest: own('rust/Cargo.toml'),
      locked: [...locked('rust/Cargo.lock', 'demo-rs'), ...locked('Cargo.lock', 'demo-rs')],
    });
  });

  it('finds the crate that pyproject.toml names, and no other', async () => {
    const toml = `${MATURIN}[tool.maturin]\nmanifest-path = "./native/Cargo.toml"\n`;
    expect((await placesIn({ 'native/Cargo.toml': CRATE, 'Cargo.toml': CRATE }, { toml }))?.manifest).toEqual(
      own('native/Cargo.toml'),
    );
    expect(await placesIn({ 'Cargo.toml': CRATE }, { toml })).toBeUndefined();
  });

  it('does not look where another back end builds, or where there is no crate', async () => {
    const toml = '[build-system]\nbuild-backend = "setuptools.build_meta"\n';
    expect(await placesIn({ 'Cargo.toml': 'a = ]' }, { toml })).toBeUndefined();
    expect(await placesIn({})).toBeUndefined();
  });

  it('names the Cargo.toml that is no TOML', async () => {
    await expect(placesIn({ 'rust/Cargo.toml': 'a = ]' })).rejects.toThrow(/^rust\/Cargo\.toml, line 1, /);
  });
});

describe('a workspace', () => {
  const crates = {
    'crates/demo/Cargo.toml': INHERITING,
    'crates/core/Cargo.toml': INHERITING.replace('demo-rs', 'core'),
    'crates/other/Cargo.toml': CRATE.replace('demo-rs', 'other'),
  };
  const toml = `${MATURIN}[tool.maturin]\nmanifest-path = "crates/demo/Cargo.toml"\n`;

  it('has the version of the crates that inherit it, and they stand in its lock file', async () => {
    expect(await placesIn({ 'Cargo.toml': WORKSPACE, ...crates }, { toml })).toEqual({
      manifest: shared('Cargo.toml'),
      locked: [
        ...locked('crates/demo/Cargo.lock', 'demo-rs', 'core'),
        ...locked('Cargo.lock', 'demo-rs', 'core'),
      ],
    });
  });

  it('may be one of the crates that inherit', async () => {
    const top = INHERITING.replace('demo-rs', 'top') + WORKSPACE;
    const places = await placesIn({ 'Cargo.toml': top, ...crates }, { toml });
    expect(places?.locked.slice(3)).toEqual(locked('Cargo.lock', 'demo-rs', 'top', 'core'));
  });

  it('may be the crate itself', async () => {
    expect(
      await placesIn({ 'Cargo.toml': `${INHERITING}${WORKSPACE}`, 'crates/core/Cargo.toml': CRATE }),
    ).toEqual({
      manifest: shared('Cargo.toml'),
      locked: locked('Cargo.lock', 'demo-rs'),
    });
  });

  it('may be named by the crate', async () => {
    const crate = INHERITING.replace('version', 'workspace = "../../top"\nversion');
    const files = { 'top/Cargo.toml': WORKSPACE, 'Cargo.toml': WORKSPACE, 'crates/demo/Cargo.toml': crate };
    expect((await placesIn(files, { toml }))?.manifest).toEqual(shared('top/Cargo.toml'));
  });

  it('is sought up to the top of the checkout, past manifests that are none', async () => {
    const files = {
      'Cargo.toml': WORKSPACE,
      'python/Cargo.toml': CRATE,
      'python/demo/Cargo.toml': INHERITING,
    };
    expect(await placesIn(files, { directory: '/top/python/demo' })).toEqual({
      manifest: shared('../../Cargo.toml'),
      locked: [...locked('Cargo.lock', 'demo-rs'), ...locked('../../Cargo.lock', 'demo-rs')],
    });
  });

  it('is not sought above the checkout', async () => {
    const above = memoryFiles({ '/Cargo.toml': WORKSPACE, '/top/Cargo.toml': INHERITING });
    const plan = aPlan({ workspace: '/top', directory: '/top' });
    expect((await cargoPlaces(plan, above, parsedPyproject(MATURIN)))?.manifest).toEqual(own('Cargo.toml'));
  });
});
