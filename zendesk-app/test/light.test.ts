import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { hostSetup, startAppOpener } from './support/open-app.ts';
import type { AppOpener, OpenApp } from './support/open-app.ts';
import { newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let opened: OpenApp;

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterEach(() => opened.page.context().close());
afterAll(() => opener.close());

async function openTicket(): Promise<void> {
  opened = await opener.open(hostSetup(signer, await signed(signer)));
  await settled();
}

/** The glance is painted and nothing is asked for any more. */
const settled = () => opened.app.getByRole('link', { name: 'Shipping times and costs' }).waitFor();

async function switchTickets(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await opened.inHost((host) => host.openFrame());
    await settled();
  }
}

async function measure(cdp: CDPSession): Promise<Record<string, number>> {
  // Twice: what a finalizer lets go of is only free after the next round.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

test('leaves no document, listener or node behind when an agent goes from ticket to ticket', async () => {
  await openTicket();
  const cdp = await opened.page.context().newCDPSession(opened.page);
  await cdp.send('Performance.enable');
  await switchTickets(3);
  const before = await measure(cdp);

  await switchTickets(12);
  const after = await measure(cdp);

  // One frame is worth some 300 nodes and 2 MB: twelve that stayed could not hide below half of one.
  expect(after['Documents']! - before['Documents']!).toBeLessThanOrEqual(1);
  expect(after['JSEventListeners']! - before['JSEventListeners']!).toBeLessThan(50);
  expect(after['Nodes']! - before['Nodes']!).toBeLessThan(150);
  expect(after['JSHeapUsedSize']! - before['JSHeapUsedSize']!).toBeLessThan(1_000_000);
});

test('asks for nothing while nothing happens, and keeps telling the time', async () => {
  opened = await opener.open(hostSetup(signer, await signed(signer)), { hasClock: true });
  await settled();
  const before = await opened.inHost((host) => host.log.length);

  await opened.page.clock.runFor(30 * 60_000);

  await opened.app.getByRole('heading', { name: '34 min ago' }).waitFor();
  expect(await opened.inHost((host) => host.log.length)).toBe(before);
});
