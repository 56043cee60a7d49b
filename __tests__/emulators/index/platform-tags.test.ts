import { describe, expect, it } from '@jest/globals';
import { isAcceptedPlatform } from '../../../src/emulators/index/platform-tags.ts';

describe('platform tags', () => {
  it.each([
    'any',
    'win_arm64',
    'manylinux2014_aarch64',
    'manylinux_2_17_ppc64',
    'musllinux_1_2_x86_64',
    'linux_armv7l',
    'macosx_10_9_universal2',
    'macosx_11_0_arm64',
    'macosx_26_0_arm64',
    'ios_13_0_arm64_iphoneos',
    'android_21_arm64_v8a',
    'pyemscripten_2025_0_wasm32',
  ])('takes %s', (tag) => {
    expect(isAcceptedPlatform(tag)).toBe(true);
  });

  it.each([
    'linux_x86_64',
    'manylinux_2_17_sparc',
    'musllinux_1_2_ppc64',
    'macosx_11_1_arm64',
    'macosx_16_0_arm64',
    'macosx_10_9_sparc',
    'win_sparc',
    'ios_13_0_sparc_iphoneos',
    'android_21_sparc',
    '',
  ])('refuses %s', (tag) => {
    expect(isAcceptedPlatform(tag)).toBe(false);
  });
});
