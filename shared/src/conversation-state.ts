import { CompactSign, compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose';
import type { CryptoKey } from 'jose';
import { z } from 'zod';
import { numericId } from './ids.ts';
import { actionSchema, reasonSchema } from './reasons.ts';
import { migrateState } from './state-migrations.ts';

/**
 * The state a ticket's hidden field carries: a JWS (compact, EdDSA over Ed25519) around a small JSON object.
 * It binds itself to shop, ticket and requester, holds no text and no names, and can be verified anywhere.
 *
 * Version changelog (add a line, a migration in state-migrations.ts and a fixture; never edit an old one):
 * 1 - first version.
 * What older readers may leave out, an optional field, needs no new version.
 */
export const STATE_VERSION = 1;

/** Zendesk documents no limit for a text field; ours keeps the field readable and far below any seen one. */
export const MAX_STATE_BYTES = 4096;

/**
 * assistant: it answers. handoff: it asked for a human, none has replied. agent: a human has replied.
 * paused: the pause tag is set. ended: solved or closed.
 */
export const modeSchema = z.enum(['assistant', 'handoff', 'agent', 'paused', 'ended']);
export type Mode = z.infer<typeof modeSchema>;

const epochSeconds = z.number().int().nonnegative();

export const conversationStateSchema = z.object({
  v: z.literal(STATE_VERSION),
  /** Tenant, ticket and requester this value belongs to. */
  slug: z.string().min(1),
  tid: numericId,
  rid: numericId,
  /** Counts every written state; an older value on the ticket was rolled back by somebody. */
  n: z.number().int().nonnegative(),
  mode: modeSchema,
  /** When this mode began, epoch seconds. */
  since: epochSeconds,
  /** Turns in which the assistant replied or drafted. */
  turns: z.number().int().nonnegative(),
  last: z
    .object({
      /** Newest comment handled; absent before the first. */
      comment: numericId.optional(),
      action: actionSchema,
      reason: reasonSchema,
      /** 0 to 1. */
      confidence: z.number().min(0).max(1).optional(),
      at: epochSeconds,
    })
    .optional(),
  handoff: z.object({ reason: reasonSchema, at: epochSeconds }).optional(),
  /** While a ticket that came back is paused: when it had ended, since that rules what follows the pause. */
  ended: epochSeconds.optional(),
  /** Language of the customer, a BCP 47 tag such as `en` or `pt-BR`. */
  lang: z.string().max(20).optional(),
  /** Ids of the help articles behind the last answer. */
  sources: z.array(numericId).max(5).optional(),
});
export type ConversationState = z.infer<typeof conversationStateSchema>;

/** The public half of a tenant's state key, as the app's settings carry it: 32 bytes, base64url. */
export const statePublicKeySchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_-]{43}$/);

/** Key id in the JWS header: enough of the public key to tell two keys apart. */
export function stateKeyId(publicKey: string): string {
  return publicKey.slice(0, 8);
}

export interface StateSigner {
  privateKey: CryptoKey;
  publicKey: string;
}

/** Throws a RangeError when the encoded state would be larger than MAX_STATE_BYTES. */
export async function encodeState(state: ConversationState, signer: StateSigner): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(conversationStateSchema.parse(state)));
  const value = await new CompactSign(payload)
    .setProtectedHeader({ alg: 'EdDSA', kid: stateKeyId(signer.publicKey) })
    .sign(signer.privateKey);
  if (value.length > MAX_STATE_BYTES) {
    throw new RangeError(
      `The state of ticket ${state.tid} has ${value.length} bytes; the limit is ${MAX_STATE_BYTES}`,
    );
  }
  return value;
}

/** What a field's value turned out to be. Only `verified` may be believed. */
export type StateReading =
  | { status: 'verified'; state: ConversationState }
  | { status: 'absent' }
  /** Not a state of ours at all, or damaged beyond reading. */
  | { status: 'unreadable' }
  /** Looks like ours, but the signature does not match: somebody changed it, or the key is another shop's. */
  | { status: 'changed' }
  /** Ours, but written for another shop, ticket or requester. */
  | { status: 'foreign'; state: ConversationState }
  /** Signed by us in a version this code does not know yet. */
  | { status: 'too_new'; version: number };

export interface StateBinding {
  publicKey: string;
  slug?: string | undefined;
  ticketId: string;
  requesterId?: string | undefined;
}

/** Decodes and verifies a field's value. Never throws for a bad value; throws a TypeError for a bad public key. */
export async function readState(
  value: string | null | undefined,
  binding: StateBinding,
): Promise<StateReading> {
  const text = value?.trim();
  if (!text) return { status: 'absent' };

  const payload = await verifiedPayload(text, binding.publicKey);
  if (payload === 'unreadable' || payload === 'changed') return { status: payload };

  const version = versionOf(payload);
  if (version === undefined) return { status: 'unreadable' };
  if (version > STATE_VERSION) return { status: 'too_new', version };

  const parsed = conversationStateSchema.safeParse(migrateState(payload, version, STATE_VERSION));
  if (!parsed.success) return { status: 'unreadable' };
  const state = parsed.data;
  return belongsTo(state, binding) ? { status: 'verified', state } : { status: 'foreign', state };
}

function belongsTo(state: ConversationState, binding: StateBinding): boolean {
  return (
    state.tid === binding.ticketId &&
    (binding.slug === undefined || state.slug === binding.slug) &&
    (binding.requesterId === undefined || state.rid === binding.requesterId)
  );
}

/** 64 bytes in base64url in the one spelling whose spare bits are zero, so that a state has one value only. */
const CANONICAL_SIGNATURE = /\.[A-Za-z0-9_-]{85}[AQgw]$/;

async function verifiedPayload(text: string, publicKey: string): Promise<unknown> {
  try {
    if (decodeProtectedHeader(text).alg !== 'EdDSA') return 'unreadable';
  } catch {
    return 'unreadable';
  }
  const key = await importPublicKey(publicKey);
  if (!CANONICAL_SIGNATURE.test(text)) return 'changed';
  try {
    const { payload } = await compactVerify(text, key, { algorithms: ['EdDSA'] });
    return JSON.parse(new TextDecoder().decode(payload));
  } catch (error) {
    return error instanceof errors.JWSSignatureVerificationFailed ? 'changed' : 'unreadable';
  }
}

async function importPublicKey(publicKey: string): Promise<CryptoKey> {
  const parsed = statePublicKeySchema.safeParse(publicKey);
  if (!parsed.success) {
    throw new TypeError(
      'The state public key must be 43 base64url characters; "npm run tenant -- show" prints it',
    );
  }
  return (await importJWK({ kty: 'OKP', crv: 'Ed25519', x: parsed.data }, 'EdDSA')) as CryptoKey;
}

function versionOf(payload: unknown): number | undefined {
  const parsed = z.object({ v: z.number().int().positive() }).safeParse(payload);
  return parsed.success ? parsed.data.v : undefined;
}
