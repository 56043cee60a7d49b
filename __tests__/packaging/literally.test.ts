import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { literally } from '../../src/packaging/literally.ts';

it('fits the text and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, other) => {
      const pattern = new RegExp(`^(?:${literally(text)})$`);
      expect(pattern.test(text)).toBe(true);
      expect(pattern.test(other)).toBe(other === text);
    }),
  );
  expect(new RegExp(literally('1.2+c!')).test('1x2+c!')).toBe(false);
});
