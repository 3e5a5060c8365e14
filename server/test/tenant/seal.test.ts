import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeal } from '../../src/tenant/seal.ts';

const seal = createSeal(new Uint8Array(32).fill(1));
const text = fc.string().map((ascii) => `${ascii} ü€🙂\0`);
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,10}$/);

test('opens what it closed, for the same slug only', () => {
  fc.assert(
    fc.property(text, slug, slug, (text, owner, other) => {
      const sealed = seal.close(owner, text);

      expect(seal.open(owner, sealed)).toBe(text);
      if (other !== owner) {
        expect(() => seal.open(other, sealed)).toThrow(/MASTER_KEY/);
      }
    }),
  );
});

test('never closes the same text to the same seal', () => {
  expect(seal.close('acme', 'secret')).not.toBe(seal.close('acme', 'secret'));
});

test('opens nothing that was changed or cut', () => {
  const sealed = seal.close('acme', 'secret');

  fc.assert(
    fc.property(fc.nat({ max: sealed.length - 1 }), (at) => {
      const flipped = sealed[at] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, at) + flipped + sealed.slice(at + 1);
      const isSameBytes = Buffer.from(changed.slice(3), 'base64url').equals(
        Buffer.from(sealed.slice(3), 'base64url'),
      );
      fc.pre(changed.slice(0, 3) !== 'v1.' || !isSameBytes);

      expect(() => seal.open('acme', changed)).toThrow(/cannot be opened/);
      expect(() => seal.open('acme', sealed.slice(0, at))).toThrow(/cannot be opened/);
    }),
  );
});
