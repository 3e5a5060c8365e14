import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkBothSchemes, NOTHING_FOUND } from '../support/axe.ts';
import { FIELD_ID, startAppOpener } from '../support/open-app.ts';
import type { AppOpener, OpenApp } from '../support/open-app.ts';
import {
  accountToMend,
  delivered,
  healthyAccount,
  INSTALLATION,
  ok,
  openSetUp,
  setUpHost,
} from './some-account.ts';
import type { SomeAccount } from './some-account.ts';

let opener: AppOpener;
let opened: OpenApp;

beforeAll(async () => {
  opener = await startAppOpener();
});
afterEach(() => opened.page.context().close());
afterAll(() => opener.close());

/** Nothing of ours in it. */
const bareAccount = () => healthyAccount({ ticketFields: [], webhooks: [], triggers: [] });

/** Each severity, each way of mending, a long body, and somebody else at work. */
function accountInTrouble(): SomeAccount {
  const account = healthyAccount();
  const [field] = account.ticketFields;
  const [webhook] = account.webhooks;
  const [comment, closed] = account.triggers as { actions: { value: string[] }[] }[];
  const [webhookId, body] = comment!.actions[0]!.value;
  const value = [webhookId!, body!.replace('{{ticket.id}}', '{{ticket.requester.id}}')];
  account.ticketFields = [{ ...field, visible_in_portal: true }];
  account.webhooks = [{ ...webhook, status: 'inactive' }];
  account.triggers = [
    { ...comment, actions: [{ field: 'notification_webhook', value }] },
    { ...closed, active: false },
    {
      ...{ id: 90, title: 'Sort by topic', active: true, position: 9 },
      conditions: { all: [], any: [] },
      actions: [{ field: 'set_tags', value: 'sorted' }],
    },
  ];
  return account;
}

async function open(account: SomeAccount, locale = 'en-US', shown = 'h4'): Promise<void> {
  opened = await openSetUp(opener, await setUpHost(account, locale));
  await opened.app.locator(shown).first().waitFor();
}

const overflow = () =>
  opened.app.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);
const button = (name: string) => opened.app.getByRole('button', { name, exact: true });

describe('axe finds nothing in either scheme', () => {
  test('in an account in trouble, its preview open and what is fine unfolded', async () => {
    await open(accountInTrouble());
    await button('Fix all 4…').click();
    await opened.app.locator('details summary').last().click();

    expect(await checkBothSchemes(opened)).toEqual(NOTHING_FOUND);
  });

  test('in an account with nothing in it', async () => {
    await open(bareAccount(), 'en-US', 'ol');

    expect(await checkBothSchemes(opened)).toEqual(NOTHING_FOUND);
  });

  test('after a fix, with what is left to paste and an undo', async () => {
    const account = accountToMend();
    account.answers[INSTALLATION] = { status: 403 };
    await open(account);
    await button('Fix: Smart Assistant state').click();
    await button('Undo: Smart Assistant state').waitFor();

    expect(await checkBothSchemes(opened)).toEqual(NOTHING_FOUND);
  });

  test('while it checks', async () => {
    const answers = { 'GET /api/v2/users/me': { status: 'never' as const } };
    await open(healthyAccount({ answers }), 'en-US', '[role=progressbar]');

    expect(await checkBothSchemes(opened)).toEqual(NOTHING_FOUND);
  });
});

describe.each([
  ['es', 'El asistente no funciona', 'Roto', 'Zendesk no envía nada por un webhook inactivo.'],
  [
    'fr',
    'L’assistant ne fonctionne pas',
    'En panne',
    'Zendesk n’envoie rien par un webhook inactif.',
  ],
  [
    'de',
    'Der Assistent arbeitet nicht',
    'Defekt',
    'Über einen inaktiven Webhook sendet Zendesk nichts.',
  ],
  [
    'pt-BR',
    'O assistente não funciona',
    'Quebrado',
    'O Zendesk não envia nada por um webhook inativo.',
  ],
])('in %s', (locale, title, severity, why) => {
  test('findings and their reasons speak the language, and nothing sticks out at any width', async () => {
    await open(accountInTrouble(), locale);
    await opened.app.getByRole('heading', { name: title }).waitFor();
    await opened.app.getByText(severity, { exact: true }).first().waitFor();
    await opened.app.getByText(why).waitFor();

    const found: [number, number][] = [];
    for (const width of [320, 160, 480, 900]) {
      await opened.page.locator('iframe').evaluate((frame, px) => {
        frame.style.width = `${px}px`;
      }, width);
      await opened.app
        .locator('html')
        .evaluate(() => new Promise(requestAnimationFrame).then(() => null));
      found.push([width, await overflow()]);
    }

    expect(found.filter(([, px]) => px !== 0)).toEqual([]);
  });
});

test('in a right-to-left Zendesk the layout is mirrored, and what Zendesk writes is not', async () => {
  await open(accountInTrouble(), 'ar');

  const tag = (await opened.app.getByText('Broken', { exact: true }).first().boundingBox())!;
  const box = (await opened.app.getByRole('region').first().boundingBox())!;
  const code = opened.app.locator('code', { hasText: 'public_comment' }).first();

  expect(tag.x + tag.width).toBeGreaterThan(box.x + box.width / 2);
  expect(await code.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  expect(await overflow()).toBe(0);
});

test('the keyboard alone opens the preview, writes, and takes it back', async () => {
  const account = accountInTrouble();
  const { webhooks, triggers } = healthyAccount();
  Object.assign(account, { webhooks, triggers });
  const field = { ...account.ticketFields[0] };
  account.answers[`PUT /api/v2/ticket_fields/${FIELD_ID}`] = ok({ ticket_field: field });
  delivered(account, 200, '{"received":true}');
  await open(account);
  const press = async (key: string, times = 1) => {
    for (let i = 0; i < times; i += 1) await opened.page.keyboard.press(key);
  };

  await button('Fix it…').focus();
  await press('Enter');
  expect(await opened.app.locator(':focus').innerText()).toBe('This will be written to Zendesk');
  await press('Tab');
  expect(await opened.app.locator(':focus').innerText()).toBe('Write this change');
  await press('Enter');
  await button('Undo: Smart Assistant state').waitFor();

  await button('Undo: Smart Assistant state').focus();
  const { boxShadow } = await opened.app.locator(':focus').evaluate((element) => ({
    boxShadow: getComputedStyle(element).boxShadow,
  }));
  expect(boxShadow).not.toBe('none');
});
