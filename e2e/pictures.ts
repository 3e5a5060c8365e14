import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { startStack } from '../demo/stack.ts';
import { launchBrowser } from './browser.ts';
import { signIn } from './open-workspace.ts';

type Scheme = 'light' | 'dark';

/** `npm run pictures`: takes the pictures of the documents anew, from the real thing. */
const stack = await startStack();
const browser = await launchBrowser();
try {
  await takePictures(browser);
} finally {
  await browser.close();
  await stack.stop();
}

async function takePictures(browser: Browser): Promise<void> {
  const ticket = '/agent/tickets/1';
  const { app_id: appId } = stack.account.installations[0]!;
  const unseen = 'The assistant has not seen this ticket';
  const verified = 'Verified: written by the assistant.';

  await picture(browser, 'workspace-before', { path: ticket, shown: unseen });
  stack.account.comment(1, { by: 'alice', text: 'How long does standard delivery take?' });
  await stack.settle();
  await picture(browser, 'workspace-after', { path: ticket, shown: verified });
  await picture(browser, 'workspace-after-dark', { path: ticket, shown: verified, scheme: 'dark' });
  for (const scheme of ['light', 'dark'] as const) {
    const of = (app: FrameLocator) => app.locator('main');
    await picture(browser, `sidebar-${scheme}`, { path: ticket, shown: verified, scheme, of });
  }
  await picture(browser, 'why', { path: ticket, shown: verified, of: openNewestAnswer });

  stack.account.comment(1, { by: 'alice', text: 'Can I talk to a person, please?' });
  await stack.settle();
  await picture(browser, 'overview', {
    path: `/agent/apps/${appId}`,
    shown: 'Newest turns',
    as: 'ada',
  });
  await picture(browser, 'set-up', { path: ticket, shown: 'Set-up', as: 'ada', of: openSetUp });
}

/** Opens the turn log and in it what was answered. */
async function openNewestAnswer(app: FrameLocator): Promise<Locator> {
  await app.getByRole('button', { name: 'Why' }).click();
  await app.getByRole('button', { name: /^Answered the customer/ }).click();
  await app.getByText('Sent to the customer').waitFor();
  return app.locator('main');
}

async function openSetUp(app: FrameLocator): Promise<Locator> {
  await app.getByRole('button', { name: 'Set-up' }).click();
  await app.getByRole('button', { name: 'Check again' }).waitFor();
  return app.locator('main');
}

interface PictureOptions {
  path: string;
  /** A text in the app that shows it is ready. */
  shown: string;
  scheme?: Scheme;
  as?: string;
  /** The part of the app that is taken; the whole page when left out. */
  of?: (app: FrameLocator) => Locator | Promise<Locator>;
}

async function picture(
  browser: Browser,
  name: string,
  { path, shown, scheme = 'light', as = 'bob', of }: PictureOptions,
): Promise<void> {
  const height = of ? 2400 : 800;
  const context = await browser.newContext({ viewport: { width: 1280, height } });
  try {
    await signIn(context, stack, as);
    const page = await context.newPage();
    await page.goto(`${stack.account.url}${path}?colorScheme=${scheme}`);
    const app = page.frameLocator('iframe');
    await app.getByText(shown, { exact: true }).first().waitFor();
    const part = await of?.(app);
    await page.evaluate('document.fonts.ready');
    // Nothing in the picture is pointed at.
    await page.mouse.move(0, 0);
    if (part) await frameFits(page, part);
    await (part ?? page).screenshot({
      path: fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url)),
      animations: 'disabled',
    });
  } finally {
    await context.close();
  }
}

/** The frame follows its content's height a moment later; a part that it cuts would be half a picture. */
async function frameFits(page: Page, part: Locator): Promise<void> {
  const frame = page.locator('iframe');
  for (let checks = 0; checks < 100; checks++) {
    const [outer, inner] = await Promise.all([frame.boundingBox(), part.boundingBox()]);
    if (outer && inner && inner.height <= outer.height + 1) return;
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  throw new Error('The frame did not take the height of what is in it');
}
