import { describe, expect, it } from '@jest/globals';
import { parsedCargoManifest } from '../../src/packaging/cargo-manifest.ts';

describe('parsedCargoManifest', () => {
  it('reads a crate', () => {
    expect(parsedCargoManifest('[package]\nname = "demo-rs"\nversion = "1.2.3"\n')).toEqual({
      crate: { name: 'demo-rs', inheritsVersion: false, root: undefined },
      workspace: undefined,
    });
  });

  it('reads a member of a workspace', () => {
    const text = '[package]\nname = "demo-rs"\nworkspace = "../top"\nversion.workspace = true\n';
    expect(parsedCargoManifest(text).crate).toEqual({
      name: 'demo-rs',
      inheritsVersion: true,
      root: '../top',
    });
  });

  it('takes no version for inherited that is not', () => {
    const text = '[package]\nname = "demo-rs"\nversion = { workspace = false }\n';
    expect(parsedCargoManifest(text).crate?.inheritsVersion).toBe(false);
  });

  it('reads a workspace, with or without members', () => {
    expect(parsedCargoManifest('[workspace]\nmembers = ["crates/*", 7]\n')).toEqual({
      crate: undefined,
      workspace: { members: ['crates/*'] },
    });
    expect(parsedCargoManifest('[workspace]\n').workspace).toEqual({ members: [] });
  });

  it('says where it is no TOML', () => {
    expect(() => parsedCargoManifest('[package\n')).toThrow(/^line 1/);
  });
});
