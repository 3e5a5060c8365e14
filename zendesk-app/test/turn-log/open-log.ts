import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { Locator } from 'playwright-core';
import { hostSetup } from '../support/open-app.ts';
import type { AppOpener, OpenApp } from '../support/open-app.ts';
import { signed } from '../support/states.ts';

export interface OpenLog extends OpenApp {
  /** The closed or open row of each turn, in the order shown. */
  rows: Locator;
  /** What each row says in its first line. */
  deeds(): Promise<string[]>;
}

export interface LogOptions {
  opener: AppOpener;
  signer: StateSigner;
  backendUrl: string;
  locale?: string;
}

/** Opens a ticket's sidebar and, with one click, its turn log. */
export async function openLog({
  opener,
  signer,
  backendUrl,
  locale = 'en-US',
}: LogOptions): Promise<OpenLog> {
  const setup = hostSetup(signer, await signed(signer));
  setup.settings['backend_url'] = backendUrl;
  setup.values['currentUser.locale'] = locale;
  const opened = await opener.open(setup);
  await opened.app.locator('h2 button[aria-expanded="false"]').first().click();
  const rows = opened.app.locator('.turn > button');
  return {
    ...opened,
    rows,
    deeds: () => rows.locator('.deed').allInnerTexts(),
  };
}
