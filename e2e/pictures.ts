import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startStack } from '../demo/stack.ts';
import { launchBrowser } from './browser.ts';

/** `npm run pictures`: takes the pictures of the documents anew, from the real thing. */
const stack = await startStack();
const browser = await launchBrowser();
try {
  await picture(browser, 'workspace-before', 'light', 'The assistant has not seen this ticket');
  stack.account.comment(1, { by: 'alice', text: 'How long does standard delivery take?' });
  await stack.settle();
  await picture(browser, 'workspace-after', 'light', 'Verified: written by the assistant.');
  await picture(browser, 'workspace-after-dark', 'dark', 'Verified: written by the assistant.');
} finally {
  await browser.close();
  await stack.stop();
}

async function picture(
  browser: Browser,
  name: string,
  colorScheme: 'light' | 'dark',
  shown: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${stack.account.url}/agent/tickets/1?colorScheme=${colorScheme}`);
  await page.frameLocator('iframe').getByText(shown).waitFor();
  await page.evaluate('document.fonts.ready');
  await page.screenshot({
    path: fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url)),
    animations: 'disabled',
  });
  await page.close();
}
