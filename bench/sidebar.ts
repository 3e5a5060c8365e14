import type { Browser } from 'playwright-core';
import { startStack } from '../demo/stack.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { benchMemory } from './sidebar-memory.ts';
import { benchWeight } from './sidebar-weight.ts';

const OPENINGS = 9;

interface Marks {
  registered?: number;
  shown?: number;
}

/** What the sidebar weighs, what it leaves behind, and how soon after `app.registered` it shows the verified state. */
export async function* benchSidebar(): AsyncGenerator<string> {
  yield* benchWeight();
  yield* benchMemory();

  const stack = await startStack();
  const browser = await launchBrowser();
  try {
    stack.account.comment(1, { by: 'alice', text: 'How long does standard delivery take?' });
    await stack.settle();
    const times: number[] = [];
    for (let round = 0; round < OPENINGS; round += 1) {
      times.push(await timeFirstGlance(browser, `${stack.account.url}/agent/tickets/1`));
    }
    const sorted = times.toSorted((a, b) => a - b);
    yield `app.registered to the state on screen   median ${sorted[OPENINGS >> 1]!.toFixed(0)} ms, slowest ${sorted.at(-1)!.toFixed(0)} ms, of ${OPENINGS} cold openings (aim: 100 ms)`;
  } finally {
    await browser.close();
    await stack.stop();
  }
}

async function timeFirstGlance(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchForState);
    await page.goto(url);
    await page.frameLocator('iframe').getByText('Verified: written by the assistant.').waitFor();
    const { registered, shown } = await page
      .frames()[1]!
      .evaluate<Marks>('new Promise((done) => setTimeout(() => done(globalThis.marks), 100))');
    return shown! - registered!;
  } finally {
    await context.close();
  }
}

/** Runs in the app's frame: notes when Zendesk's first message came and when the frame with the state was painted. */
const watchForState = `
  globalThis.marks = {};
  addEventListener('message', ({ data }) => {
    const { key } = typeof data === 'string' ? JSON.parse(data) : data;
    if (key === 'zaf.app.registered') marks.registered ??= performance.now();
  });
  new MutationObserver(() => {
    if (marks.shown || !document.body?.textContent.includes('Verified:')) return;
    marks.shown = Infinity;
    requestAnimationFrame(() => { marks.shown = performance.now(); });
  }).observe(document, { subtree: true, childList: true });
`;
