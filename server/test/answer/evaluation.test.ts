import { expect, test } from 'vitest';
import { knowledgeAnswer } from '../../src/answer/knowledge-answer.ts';
import { createKnowledge } from '../../src/knowledge/knowledge.ts';
import { openTestDatabase } from '../support/test-database.ts';
import { acmeSandbox } from '../zendesk/acme-sandbox.ts';
import type { Expectation } from './evaluation.ts';
import { evaluate } from './evaluation.ts';
import { HELD_OUT_SET, TUNING_SET } from './seed/customer-messages.ts';
import type { LabelledMessage } from './seed/customer-messages.ts';
import { SANDBOX_SET } from './seed/sandbox-messages.ts';
import { articleId } from './seed/shop-articles.ts';
import { shopEngine } from './shop-engine.ts';

const { client } = await acmeSandbox();

const withIds = (set: readonly LabelledMessage[]): Expectation[] =>
  set.map(({ text, topic = [] }) => ({ text, expected: [topic].flat().map(articleId) }));

test('answers at least 95 % of the tuning set and not one message wrongly', async () => {
  const { right, mistakes } = await evaluate(await shopEngine(), withIds(TUNING_SET));

  expect(mistakes).toEqual([]);
  expect(right).toBeGreaterThanOrEqual(0.95);
});

test('answers at least 85 % of messages it was not tuned with, and at most 5 % wrongly', async () => {
  const { right, wrong } = await evaluate(await shopEngine(), withIds(HELD_OUT_SET));

  expect(right).toBeGreaterThanOrEqual(0.85);
  expect(wrong).toBeLessThanOrEqual(0.05);
});

test('answers at least 90 % about a shop it was not tuned with, and at most 5 % wrongly', async () => {
  const logger = { info: () => undefined, warn: () => undefined };
  const knowledge = createKnowledge({ db: await openTestDatabase(), now: Date.now, logger });
  await knowledge.sync('acme', client());
  const engine = knowledgeAnswer({ search: knowledge.search });

  const messages = SANDBOX_SET.map(({ text, title = [] }) => ({ text, expected: [title].flat() }));
  const { right, wrong } = await evaluate(engine, messages);

  expect(right).toBeGreaterThanOrEqual(0.9);
  expect(wrong).toBeLessThanOrEqual(0.05);
});
