import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hostSetup, startAppOpener } from './support/open-app.ts';
import type { AppOpener } from './support/open-app.ts';
import { newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let page: Page;

const CDN = 'https://static.zdassets.com/**';

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterEach(() => page.context().close());
afterAll(() => opener.close());

test('says where it belongs when it is opened on its own', async () => {
  page = await opener.browser.newPage();

  await page.goto(`${opener.url}/app/index.html`);

  await page.getByRole('heading', { name: 'Open this app in Zendesk' }).waitFor();
});

test('shows a skeleton while Zendesk is silent, then says so and offers to try again', async () => {
  page = await opener.browser.newPage();
  await page.clock.install();
  await page.addInitScript((setup) => Object.assign(window, { setup }), {
    ...hostSetup(signer, ''),
    isSilent: true,
  });
  await page.goto(opener.url);
  const app = page.frameLocator('iframe');
  await app.getByRole('status', { name: 'Loading the state of this ticket' }).waitFor();
  await page.waitForFunction(
    () => (window as unknown as { host: { handshakes: number } }).host.handshakes === 1,
  );

  await page.clock.runFor(11_000);

  await app.getByRole('alert').getByText('Zendesk does not answer').waitFor();
  await app.getByRole('button', { name: 'Try again' }).waitFor();
});

describe('the SDK', () => {
  const handshakes = () =>
    page.evaluate(() => (window as unknown as { host: { handshakes: number } }).host.handshakes);

  async function openWith(cdn: Promise<string>): Promise<void> {
    const context = await opener.browser.newContext();
    page = await context.newPage();
    await page.route(CDN, async (route) =>
      route.fulfill({ contentType: 'text/javascript', body: await cdn }),
    );
    const setup = hostSetup(signer, await signed(signer));
    await page.addInitScript((value) => Object.assign(window, { setup: value }), setup);
    await page.goto(opener.url, { waitUntil: 'commit' });
  }

  test('is Zendesk’s own when its CDN delivers', async () => {
    await openWith(Promise.resolve(await sdkScript('from the CDN')));

    const app = page.frameLocator('iframe');
    await app.getByRole('heading', { name: 'The assistant answered' }).waitFor();

    expect(await app.locator('html').getAttribute('data-sdk')).toBe('from the CDN');
    expect(await handshakes()).toBe(1);
  });

  test('is the bundled one when the CDN is late, and the late one starts nothing', async () => {
    const { promise: cdn, resolve: deliver } = Promise.withResolvers<string>();
    await openWith(cdn);
    const app = page.frameLocator('iframe');
    await app.getByRole('heading', { name: 'The assistant answered' }).waitFor();

    deliver(await sdkScript('too late'));
    await page.waitForFunction(() =>
      Boolean(document.querySelector('iframe')!.contentWindow!.ZAFClient),
    );

    expect(await app.locator('html').getAttribute('data-sdk')).toBeNull();
    expect(await handshakes()).toBe(1);
  });
});

/** An SDK as the CDN serves it: a script that sets `ZAFClient`, here with a mark of who was started. */
async function sdkScript(mark: string): Promise<string> {
  const lib = join(createRequire(import.meta.url).resolve('zendesk_app_framework_sdk'), '..');
  const files = ['utils', 'client', 'index', 'vendor/native-promise-only'];
  const modules = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(join(lib, `${file}.js`), 'utf8');
      return `${JSON.stringify(file)}: (module, exports, require) => {${source}\n}`;
    }),
  );
  return `(() => {
    const modules = { ${modules.join(',')} };
    const load = (path) => {
      const module = { exports: {} };
      modules[path.replace(/^\\.\\//, '')](module, module.exports, load);
      return module.exports;
    };
    const sdk = load('index');
    window.ZAFClient = {
      init() {
        document.documentElement.dataset.sdk = ${JSON.stringify(mark)};
        return sdk.init();
      },
    };
  })();`;
}
