import fc from 'fast-check';
import { expect, test } from 'vitest';
import fixtures from '../../../shared/fixtures/webhook-signatures.json' with { type: 'json' };
import { sign, verifySignature } from '../../src/webhook/signature.ts';

test.each(fixtures.vectors)('signs $body as Zendesk does', (vector) => {
  const signature = sign(vector.secret, vector.timestamp, Buffer.from(vector.body));

  expect(signature).toBe(vector.signature);
});

test('verifies what one of the secrets signed, and nothing with a bit changed', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
  const at = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });

  fc.assert(
    fc.property(bytes, fc.string({ minLength: 1 }), at, fc.nat(), (body, secret, date, bit) => {
      const timestamp = date.toISOString();
      const signature = sign(secret, timestamp, body);
      const check = { secrets: ['another', secret], now: date.getTime(), toleranceS: 0 };
      const changed = Uint8Array.from(body);
      changed[bit % body.length]! ^= 1 << (bit % 8);

      expect(verifySignature({ signature, timestamp, body }, check)).toMatchObject({
        ok: true,
        key: secret,
      });
      expect(verifySignature({ signature, timestamp, body: changed }, check)).toEqual({
        ok: false,
        reason: 'wrong',
      });
    }),
  );
});

test('takes a signature in its one canonical spelling only', () => {
  const { secret, timestamp, body, signature } = fixtures.vectors[0]!;
  const check = { secrets: [secret], now: Date.parse(timestamp), toleranceS: 1 };
  // The last character before the padding has two bits that mean nothing.
  const twin = signature.replace(/M=$/, 'N=');

  const verdict = verifySignature({ signature: twin, timestamp, body: Buffer.from(body) }, check);

  expect(Buffer.from(twin, 'base64')).toEqual(Buffer.from(signature, 'base64'));
  expect(verdict).toEqual({ ok: false, reason: 'wrong' });
});
