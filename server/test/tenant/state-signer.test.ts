import { expect, test } from 'vitest';
import { encodeState, readState } from '@smart-assistant/shared/conversation-state.ts';
import { initialState } from '../../src/assistant/evolve.ts';
import { stateSigner } from '../../src/tenant/state-signer.ts';

const masterKey = new Uint8Array(32).fill(9);

test('signs states that anybody can verify with the public key', async () => {
  const signer = await stateSigner(masterKey, 'acme');
  const state = initialState('acme', '35436', '361001', 1_795_478_400);

  const value = await encodeState(state, signer);

  const { publicKey } = signer;
  expect(await readState(value, { publicKey, slug: 'acme', ticketId: '35436' })).toEqual({
    status: 'verified',
    state,
  });
});

test('is the same key after every start, so that a lost database loses no state', async () => {
  const { publicKey } = await stateSigner(masterKey, 'acme');

  // Written down once: were it to change, every state on every ticket would read as changed.
  expect(publicKey).toBe('n-4X9z7T3unk2BuKz-bW6XhrtsenB3PqrMNspUS00e4');
});

test('is another key for another tenant and under another master key', async () => {
  const keys = await Promise.all([
    stateSigner(masterKey, 'acme'),
    stateSigner(masterKey, 'acme2'),
    stateSigner(new Uint8Array(32).fill(8), 'acme'),
  ]);

  expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(3);
});

test('does not let its private half out', async () => {
  const { privateKey } = await stateSigner(masterKey, 'acme');

  expect(privateKey.extractable).toBe(false);
});
