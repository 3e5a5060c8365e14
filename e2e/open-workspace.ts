import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { Stack } from '../demo/stack.ts';

/** One signed-in person's browser on a ticket. */
export interface Workspace {
  context: BrowserContext;
  page: Page;
  /** The app beside the ticket. */
  sidebar: FrameLocator;
}

/** Opens a ticket in the agent workspace, signed in as the named person of the sandbox. */
export async function openWorkspace(
  browser: Browser,
  stack: Stack,
  { as, ticketId }: { as: string; ticketId: number },
): Promise<Workspace> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await signIn(context, stack, as);
  const page = await context.newPage();
  await page.goto(`${stack.account.url}/agent/tickets/${ticketId}`);
  return { context, page, sidebar: page.frameLocator('iframe') };
}

/** Signs the named person of the sandbox in, in all pages of a browser's context. */
export async function signIn(context: BrowserContext, stack: Stack, as: string): Promise<void> {
  const { url, users } = stack.account;
  const signedIn = await context.request.post(`${url}/sandbox/session`, {
    data: { userId: users[as]!.id },
  });
  if (!signedIn.ok()) throw new Error(`The sandbox did not sign ${as} in: ${signedIn.status()}`);
}
