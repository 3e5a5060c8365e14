import fc from 'fast-check';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  conversationStateSchema,
  encodeState,
  MAX_STATE_BYTES,
  modeSchema,
  readState,
  STATE_VERSION,
  stateKeyId,
} from '../src/conversation-state.ts';
import type { ConversationState, StateSigner } from '../src/conversation-state.ts';
import { actionSchema, REASONS } from '../src/reasons.ts';
import { migrateState } from '../src/state-migrations.ts';
import version1 from '../fixtures/state-v1.json' with { type: 'json' };

/** What our documents promise of a state's size; the hard limit is MAX_STATE_BYTES. */
const PROMISED_BYTES = 1024;

async function newSigner(): Promise<StateSigner> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { privateKey, publicKey: (await exportJWK(publicKey)).x! };
}

const signer = await newSigner();

function state(overrides: Partial<ConversationState> = {}): ConversationState {
  return {
    v: STATE_VERSION,
    slug: 'acme',
    tid: '35436',
    rid: '361001',
    n: 1,
    mode: 'assistant',
    since: 1_795_478_400,
    turns: 0,
    ...overrides,
  };
}

const bindingOf = ({ slug, tid, rid }: ConversationState, publicKey = signer.publicKey) => ({
  publicKey,
  slug,
  ticketId: tid,
  requesterId: rid,
});

const id = fc.bigInt({ min: 1n, max: 10n ** 15n }).map(String);
const seconds = fc.integer({ min: 0, max: 4_102_444_800 });
const reason = fc.constantFrom(...REASONS);
const optional = { requiredKeys: [] };

const anyState: fc.Arbitrary<ConversationState> = fc
  .record({
    slug: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,62}$/),
    tid: id,
    rid: id,
    n: fc.nat(),
    mode: fc.constantFrom(...modeSchema.options),
    since: seconds,
    turns: fc.nat({ max: 1000 }),
  })
  .chain((required) =>
    fc
      .record(
        {
          last: fc.record(
            {
              action: fc.constantFrom(...actionSchema.options),
              reason,
              at: seconds,
              comment: id,
              confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
            },
            { requiredKeys: ['action', 'reason', 'at'] },
          ),
          handoff: fc.record({ reason, at: seconds }),
          lang: fc.constantFrom('en', 'pt-BR', 'zh-Hant-TW'),
          sources: fc.array(id, { maxLength: 5 }),
        },
        optional,
      )
      .map((more) => ({ v: STATE_VERSION, ...required, ...more }) as ConversationState),
  );

describe('a value we wrote', () => {
  test('comes back as it went in, in less than 1 KB', async () => {
    await fc.assert(
      fc.asyncProperty(anyState, async (written) => {
        const value = await encodeState(written, signer);

        expect(await readState(value, bindingOf(written))).toEqual({
          status: 'verified',
          state: written,
        });
        expect(value.length).toBeLessThan(PROMISED_BYTES);
      }),
    );
  });

  test('survives the white space a text field may add', async () => {
    const value = await encodeState(state(), signer);

    expect(await readState(`\n ${value} \r\n`, bindingOf(state()))).toMatchObject({
      status: 'verified',
    });
  });

  test('is not verified once any character was changed', async () => {
    const value = await encodeState(state({ sources: ['900100'] }), signer);
    const change = fc.tuple(fc.nat({ max: value.length - 1 }), fc.string({ maxLength: 2 }));

    await fc.assert(
      fc.asyncProperty(change, async ([at, replacement]) => {
        const changed = value.slice(0, at) + replacement + value.slice(at + 1);
        fc.pre(changed.trim() !== value);

        const reading = await readState(changed, bindingOf(state()));

        expect(reading.status).toMatch(/^(changed|unreadable)$/);
      }),
      { numRuns: 500 },
    );
  });

  test('is not verified in another spelling of the same bytes', async () => {
    const value = await encodeState(state(), signer);
    const spellings = [...'ABQRghwx'].map((last) => value.slice(0, -1) + last);

    const readings = await Promise.all(
      spellings.map((text) => readState(text, bindingOf(state()))),
    );

    expect(readings.filter(({ status }) => status === 'verified')).toHaveLength(1);
  });

  test('says changed, not unreadable, when its payload was edited', async () => {
    const [header, payload, signature] = (await encodeState(state(), signer)).split('.');
    const edited = Buffer.from(payload!, 'base64url').toString().replace('"n":1', '"n":9');
    const value = [header, Buffer.from(edited).toString('base64url'), signature].join('.');

    expect(await readState(value, bindingOf(state()))).toEqual({ status: 'changed' });
  });

  test('says changed under the key of another shop', async () => {
    const value = await encodeState(state(), await newSigner());

    expect(await readState(value, bindingOf(state()))).toEqual({ status: 'changed' });
  });
});

describe('a value copied from elsewhere', () => {
  test.each([
    ['ticket', { tid: '35437' }],
    ['shop', { slug: 'globex' }],
    ['requester', { rid: '361009' }],
  ])('is foreign when it belongs to another %s', async (_of, overrides) => {
    const value = await encodeState(state(overrides), signer);

    expect(await readState(value, bindingOf(state()))).toMatchObject({ status: 'foreign' });
  });

  test('is not foreign by what the reader does not know', async () => {
    const value = await encodeState(state(), signer);

    const reading = await readState(value, { publicKey: signer.publicKey, ticketId: '35436' });

    expect(reading.status).toBe('verified');
  });
});

describe('a value that is none of ours', () => {
  test.each([null, undefined, '', '  \n'])('is absent when it is %j', async (value) => {
    expect(await readState(value, bindingOf(state()))).toEqual({ status: 'absent' });
  });

  test('is unreadable, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (text) => {
        fc.pre(text.trim() !== '');
        expect(await readState(text, bindingOf(state()))).toEqual({ status: 'unreadable' });
      }),
    );
  });

  test.each(['none', 'HS256'])('is unreadable when it claims alg %s', async (alg) => {
    const [, payload] = (await encodeState(state(), signer)).split('.');
    const header = Buffer.from(JSON.stringify({ alg })).toString('base64url');

    const reading = await readState(`${header}.${payload}.`, bindingOf(state()));

    expect(reading).toEqual({ status: 'unreadable' });
  });
});

describe('versions', () => {
  async function signed(payload: object): Promise<string> {
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA', kid: stateKeyId(signer.publicKey) })
      .sign(signer.privateKey);
  }

  test('a newer version is named, not guessed at', async () => {
    const value = await signed({ ...state(), v: STATE_VERSION + 1, news: true });

    expect(await readState(value, bindingOf(state()))).toEqual({
      status: 'too_new',
      version: STATE_VERSION + 1,
    });
  });

  test.each([{}, { v: 0 }, { v: '1' }, { v: STATE_VERSION }])(
    'a signed payload of another shape is unreadable: %j',
    async (payload) => {
      expect(await readState(await signed(payload), bindingOf(state()))).toEqual({
        status: 'unreadable',
      });
    },
  );

  test('a state written by version 1 is still read', async () => {
    const written = conversationStateSchema.parse(version1.state);

    const reading = await readState(version1.value, bindingOf(written, version1.publicKey));

    expect(reading).toEqual({ status: 'verified', state: written });
  });

  test('there is a migration for every older version', () => {
    for (let version = 1; version < STATE_VERSION; version += 1) {
      expect(migrateState(version1.state, version, version + 1)).toBeDefined();
    }
    expect(migrateState(version1.state, 0, 1)).toBeUndefined();
  });
});

test('refuses to write a state above the limit', async () => {
  await expect(encodeState(state({ slug: 'a'.repeat(MAX_STATE_BYTES) }), signer)).rejects.toThrow(
    RangeError,
  );
});

test('names the way out of a bad public key', async () => {
  const value = await encodeState(state(), signer);

  await expect(readState(value, { publicKey: 'abc', ticketId: '1' })).rejects.toThrow(
    /npm run tenant -- show/,
  );
});
