import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseBackend } from '../package/backend-host.ts';
import { checkPackage } from '../package/check-package.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const MANIFEST = {
  author: { name: 'A', email: 'a@shop.example' },
  defaultLocale: 'en',
  frameworkVersion: '2.0',
  version: '1.0.0',
  domainWhitelist: ['assistant.shop.example'],
  location: { support: { ticket_sidebar: 'assets/index.html', nav_bar: 'assets/index.html?a=1' } },
  parameters: [
    { name: 'slug', type: 'text', required: true },
    { name: 'secret', secure: true, scopes: ['jwt_secret_key'] },
  ],
};

const label = { label: 'L', helpText: 'H' };

const TEXTS = {
  app: {
    name: 'A',
    short_description: 'S',
    long_description: 'L',
    installation_instructions: 'I',
    parameters: { slug: label, secret: label },
  },
  ticket_sidebar: { title: 'A' },
  nav_bar: { title: 'A' },
};

/** The first bytes of a PNG: all that tells its size. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(25);
  bytes.write('\x89PNG', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

type Content = string | Buffer | object | null;

const FIT: Record<string, Content> = {
  'manifest.json': MANIFEST,
  'translations/en.json': TEXTS,
  'assets/index.html': '<script src="./app.js"></script>',
  'assets/app.js': 'export {};',
  'assets/logo.png': png(320, 320),
  'assets/logo-small.png': png(128, 128),
  'assets/icon_nav_bar.svg': '<svg><path fill="currentColor"/></svg>',
};

/** Writes a package that is fit for upload, with changes, and answers what is wrong with it. */
async function complaints(changes: Record<string, Content> = {}): Promise<string[]> {
  for (const [path, content] of Object.entries({ ...FIT, ...changes })) {
    if (content === null) continue;
    const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), isRaw ? content : JSON.stringify(content));
  }
  const { findings } = await checkPackage(folder);
  return findings.map(({ where, problem }) => `${where} ${problem}`);
}

const manifest = (changes: object) => complaints({ 'manifest.json': { ...MANIFEST, ...changes } });
const page = (ticketSidebar: unknown) =>
  manifest({ location: { support: { ticket_sidebar: ticketSidebar } } });
const parameter = (changes: object) =>
  manifest({ parameters: [{ name: 'slug', ...changes }, MANIFEST.parameters[1]!] });

test('finds nothing in a package that is fit for upload', async () => {
  expect(await complaints()).toEqual([]);
});

test('says with every finding what to do about it', async () => {
  await complaints({ 'manifest.json': '{}', 'assets/logo.png': null, 'assets/a.zip': 'x' });

  const { findings } = await checkPackage(folder);

  expect(findings.length).toBeGreaterThan(5);
  expect(findings.filter(({ wayOut }) => wayOut.length < 5)).toEqual([]);
});

describe('the manifest', () => {
  test.each<[object, string]>([
    [{ author: undefined }, 'has no author'],
    [{ author: { name: 'A' } }, 'author has no email'],
    [{ author: { ...MANIFEST.author, url: 'shop.example' } }, 'author.url is no web address'],
    [{ frameworkVersion: '2.0.0' }, 'frameworkVersion is not "2.0"'],
    [{ version: 1 }, 'version is not like'],
    [{ version: '1.0' }, 'version is not like'],
    [{ singleInstall: 'yes' }, 'singleInstall is neither true nor false'],
    [{ noTemplate: true }, 'noTemplate belongs'],
    [{ defaultLocale: 'zh-Hant' }, 'defaultLocale is not in Zendesk’s form'],
    [{ defaultLocale: 'fr' }, 'defaultLocale needs translations/fr.json'],
    [{ domainWhitelist: undefined }, 'domainWhitelist does not name the server'],
    [{ domainWhitelist: ['localhost'] }, 'domainWhitelist has localhost'],
    [{ domainWhitelist: ['https://shop.example'] }, 'domainWhitelist has https://shop.example'],
    [{ location: { support: { sidebar: 'assets/index.html' } } }, 'is no location of Support'],
    [{ location: { chat: {} } }, 'has no product "support"'],
    [
      { location: { support: { top_bar: 'assets/index.html' } } },
      'assets/icon_top_bar.svg is missing',
    ],
  ])('may not have %j', async (changes, complaint) => {
    expect((await manifest(changes)).join('\n')).toContain(complaint);
  });

  test('may not have a key twice in one object, but in two', async () => {
    const source = JSON.stringify(MANIFEST).replace('{', '{"version":"1.0.0",');

    expect(await complaints({ 'manifest.json': source })).toEqual([
      'manifest.json has the key "version" twice in one object',
    ]);
  });

  test.each(['[]', '{,}', null])('may not be %j', async (content) => {
    expect((await complaints({ 'manifest.json': content })).join()).toMatch(/manifest.json (is)/);
  });

  test.each<[unknown]>([
    ['https://shop.example/'],
    [{ url: 'assets/index.html#a', flexible: false }],
    [{ autoLoad: false }],
    ['{{setting.backend}}/page'],
  ])('may point a location at %j', async (location) => {
    expect(await page(location)).toEqual([]);
  });

  test.each<[unknown, string]>([
    ['./assets/index.html', 'does not begin with'],
    ['http://127.0.0.1/', 'does not begin with'],
    ['assets/gone.html', 'names assets/gone.html'],
    ['', 'is not there'],
    [{ url: 'assets/index.html', flexible: 1 }, 'flexible is neither'],
  ])('may not point a location at %j', async (location, complaint) => {
    expect((await page(location)).join('\n')).toContain(complaint);
  });

  test.each<[object, string]>([
    [{ name: 'name' }, 'is not a name Zendesk takes'],
    [{ name: 'secret' }, 'is there twice'],
    [{ type: 'password' }, 'has the unknown type password'],
    [{ required: 'true' }, 'has required as text'],
    [{ type: 'hidden', required: true }, 'is hidden and required'],
    [{ scopes: ['body'] }, 'has scopes and is not secure'],
    [{ secure: true }, 'is secure without scopes'],
    [{ secure: true, scopes: ['everywhere'] }, 'has the unknown scope everywhere'],
    [{ secure: true, scopes: ['body'], default: 'x' }, 'carries its secret'],
    [{ secure: true, scopes: ['body'], type: 'oauth' }, 'is oauth and secure'],
  ])('may not have the parameter %j', async (changes, complaint) => {
    expect((await parameter(changes)).join('\n')).toContain(complaint);
  });
});

describe('a translation', () => {
  test.each<[string, Content, string]>([
    ['en', '{,}', 'is not a JSON object'],
    ['fr', { ...TEXTS, app: { ...TEXTS.app, name: '' } }, 'has no app.name'],
    ['fr', { ...TEXTS, nav_bar: {} }, 'has no nav_bar.title'],
    ['fr', { ...TEXTS, app: { ...TEXTS.app, parameters: { slug: label } } }, 'secret.label'],
    ['fr', { ...TEXTS, app: { ...TEXTS.app, package: 'a' } }, 'has app.package'],
    ['zh-Hant', TEXTS, 'is not named after a locale'],
  ])('in %s may not be %j', async (locale, content, complaint) => {
    const found = await complaints({ [`translations/${locale}.json`]: content });

    expect(found.join('\n')).toContain(complaint);
  });
});

describe('the files', () => {
  test.each<[string, Content, string]>([
    ['assets/app.js.gz', 'x', 'is of a type Zendesk refuses'],
    ['app/manifest.json', '{}', 'is a second manifest'],
    ['assets/app.js.map', '{}', 'is no part of an app'],
    ['zcli.apps.config.json', '{}', 'would be packed with its secrets'],
    ['.zcliignore', '!manifest.json', 'which empties the zip'],
    ['assets/big.png', randomBytes(520_000), 'more than 500 kB'],
    ['assets/index.html', '<script src="/assets/app.js">', 'refers to /assets/app.js'],
    ['assets/index.html', '<img src="http://shop.example/a.png">', 'refers to http:'],
    ['assets/logo.png', png(64, 64), 'is 64×64'],
    ['assets/logo-small.png', 'GIF89a', 'is no PNG'],
    ['assets/banner.png', png(800, 200), 'is 800×200'],
    ['assets/icon_nav_bar.svg', '<svg><script/></svg>', 'has parts that Zendesk would rewrite'],
    ['requirements.json', '[]', 'is not a JSON object'],
    ['requirements.json', { ticket_forms: {} }, 'has the unknown type ticket_forms'],
    ['requirements.json', { webhooks: { w: { name: 'W' } } }, 'webhooks.w has no endpoint'],
    ['requirements.json', { triggers: { t: {} } }, 'triggers.t has no title'],
  ])('may not include %s', async (path, content, complaint) => {
    expect((await complaints({ [path]: content })).join('\n')).toContain(complaint);
  });

  test('are those that zcli packs: nothing hidden, nothing in tmp, nothing ignored', async () => {
    const found = await complaints({
      '.zcliignore': '# ours\nzcli.apps.config.json\n**/*.map\nnotes/**\n',
      '.env': 'x',
      '.git/a.sh': 'x',
      'tmp/app-1.zip': 'x',
      'zcli.apps.config.json': '{}',
      'assets/app.js.map': '{}',
      'notes/a.pdf': 'x',
    });

    expect(found).toEqual([]);
  });

  test('may not be links', async () => {
    await complaints();
    await symlink(join(folder, 'assets/app.js'), join(folder, 'assets/link.js'));

    const { findings } = await checkPackage(folder);

    expect(findings.map(({ where }) => where)).toEqual(['assets/link.js']);
  });
});

describe('the backend', () => {
  test('is an address of https, whose host is what the package needs', () => {
    expect(parseBackend('https://Assistant.shop.example/')).toEqual({
      url: 'https://assistant.shop.example',
      host: 'assistant.shop.example',
    });
    expect(parseBackend('https://assistant.shop.example:8443').host).toBe('assistant.shop.example');
  });

  test.each([
    ['assistant.shop.example', 'write it like https://'],
    ['', 'write it like https://'],
    ['http://assistant.shop.example', 'try https://assistant.shop.example'],
    ['https://assistant.shop.example/zendesk_webhook/acme', 'Leave the path out'],
    ['https://me:pw@assistant.shop.example', 'Leave the sign-in out'],
    ['https://localhost:3000', 'cannot reach localhost'],
    ['https://127.0.0.1', 'cannot reach 127.0.0.1'],
    ['https://intranet', 'cannot reach intranet'],
  ])('is not %s', (address, wayOut) => {
    expect(() => parseBackend(address)).toThrow(wayOut);
  });
});
