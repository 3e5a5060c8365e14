import { encodeState } from '@smart-assistant/shared/conversation-state.ts';
import type { ConversationState, StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { exportJWK, generateKeyPair } from 'jose';

export const TICKET_ID = 35436;
export const REQUESTER_ID = 20978392;

/** A key pair for one test file. */
export async function newSigner(): Promise<StateSigner> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { x } = await exportJWK(publicKey);
  return { privateKey, publicKey: x! };
}

export const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;

/** A ticket the assistant answered four minutes ago from two articles. */
export function conversation(overrides: Partial<ConversationState> = {}): ConversationState {
  return {
    v: 1,
    slug: 'acme',
    tid: String(TICKET_ID),
    rid: String(REQUESTER_ID),
    n: 3,
    mode: 'assistant',
    since: minutesAgo(64),
    turns: 2,
    last: {
      comment: '701',
      action: 'replied',
      reason: 'answered_from_articles',
      confidence: 0.86,
      at: minutesAgo(4),
    },
    lang: 'en',
    sources: ['360001', '360002'],
    ...overrides,
  };
}

export function signed(signer: StateSigner, overrides: Partial<ConversationState> = {}) {
  return encodeState(conversation(overrides), signer);
}
