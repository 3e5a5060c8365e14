import { randomBytes } from 'node:crypto';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { archive, MANIFEST, uploader, zip } from './app-archive.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld();
const { upload } = uploader(world);

const validate = (bytes: Uint8Array) => upload('/api/v2/apps/validate', 'file', bytes);

/** What the answer to `zcli apps:validate` says, one rule a line; empty for a package that passes. */
async function complaints(bytes: Uint8Array): Promise<string[]> {
  const { status, body } = await validate(bytes);
  if (status === 200) return [];
  expect({ status, error: body.error }).toEqual({ status: 422, error: 'RecordInvalid' });
  return (body.description as string).split('\n');
}

const withManifest = (changes: object) => archive({ 'manifest.json': { ...MANIFEST, ...changes } });

test('takes a package as Zendesk’s documents describe it', async () => {
  const { author: _, ...anonymous } = MANIFEST;

  expect(await complaints(archive())).toEqual([]);
  expect(await complaints(archive({ 'manifest.json': anonymous }))).toEqual([
    'Missing required fields in manifest: author',
  ]);
});

test.each<[string, Uint8Array, string]>([
  ['is no zip', strToU8('no zip'), 'Invalid zip file'],
  ['is beyond 2 MB', archive({ 'assets/a.png': randomBytes(2_100_000) }), 'larger than 2 MB'],
  ['has no manifest', archive({ 'manifest.json': null }), 'Could not find manifest.json'],
  [
    'was packed with its folder',
    zip({ 'app/manifest.json': MANIFEST }),
    'at the top of the package',
  ],
  ['has a manifest that is no JSON', archive({ 'manifest.json': '{,}' }), 'not proper JSON'],
  ['has a list for a manifest', archive({ 'manifest.json': '[]' }), 'not a JSON object'],
])('refuses a package that %s', async (_name, bytes, complaint) => {
  const [first] = await complaints(bytes);

  expect(first).toContain(complaint);
});

test('does not look into a package beyond 16 MB', async () => {
  expect(await complaints(new Uint8Array(17 * 1024 * 1024))).toEqual(['Invalid zip file']);
});

test('refuses a key that stands twice in one object of the manifest', async () => {
  const source = JSON.stringify(MANIFEST);
  const twice = source.replace('{', '{"version":"1.0.0",');

  expect(await complaints(archive({ 'manifest.json': source }))).toEqual([]);
  expect(await complaints(archive({ 'manifest.json': twice }))).toEqual([
    'Duplicate keys in manifest: version',
  ]);
});

test.each<[object, string]>([
  [{ frameworkVersion: '2' }, 'frameworkVersion'],
  [{ version: 1 }, 'version must be a string'],
  [{ singleInstall: 'true' }, 'singleInstall must be a boolean'],
  [{ domainWhitelist: 'a.example' }, 'domainWhitelist'],
  [{ defaultLocale: 'zh-Hant' }, 'not a valid locale'],
  [{ defaultLocale: 'fr' }, "Missing translation file for locale 'fr'"],
  [{ author: { name: 'A', email: 'a@b.example', url: 'b.example' } }, 'author.url'],
  [{ author: { name: 1 } }, 'author.name'],
  [{ author: 'A' }, 'author must be an object'],
  [{ termsConditionsURL: 'terms' }, 'termsConditionsURL'],
  [{ noTemplate: true }, 'noTemplate'],
  [{ oauth: { client_id: 'x' } }, 'Missing oauth fields'],
  [{ requirementsOnly: true }, 'must not have location'],
])('refuses the manifest entry %j', async (changes, complaint) => {
  expect((await complaints(withManifest(changes))).join('\n')).toContain(complaint);
});

const at = (page: unknown, place = 'ticket_sidebar', product = 'support') => ({
  location: { [product]: { [place]: page } },
});

test.each<[object]>([
  [at('assets/index.html?location=nav_bar', 'nav_bar')],
  [at({ url: 'http://localhost:3000/', flexible: true })],
  [at({ url: 'https://app.example/' })],
  [at({ autoLoad: false }, 'background')],
  [at('{{setting.backend_url}}/app')],
])('takes the location %j', async (changes) => {
  expect(await complaints(withManifest(changes))).toEqual([]);
});

test.each<[object, string]>([
  [at('./assets/index.html'), 'not a valid URL'],
  [at('assets/gone.html'), 'not a valid URL'],
  [at('http://127.0.0.1:3000/'), 'not a valid URL'],
  [at('http://app.example/'), 'not a valid URL'],
  [at(''), 'has no URL'],
  [at({ url: 7 }), 'must be a string'],
  [at({ url: 'assets/index.html', flexible: 'yes' }), 'flexible'],
  [at('assets/index.html', 'ticket_sidebars'), "Invalid location 'ticket_sidebars'"],
  [at('assets/index.html', 'ticket_sidebar', 'desk'), "Invalid product 'desk'"],
  [{ location: 'ticket_sidebar' }, 'location must be an object'],
])('refuses the location %j', async (changes, complaint) => {
  expect((await complaints(withManifest(changes))).join('\n')).toContain(complaint);
});

const secure = { name: 'secret', type: 'text', secure: true };

test('takes a secure setting with every scope that there is', async () => {
  const scopes = ['header', 'body', 'url', 'jwt_secret_key', 'jwt_claim', 'basic_auth_username'];

  expect(await complaints(withManifest({ parameters: [{ ...secure, scopes }] }))).toEqual([]);
});

test.each<[object[], string]>([
  [[{ name: 'name' }], "'name'"],
  [[{}], 'no name'],
  [[{ name: 'a' }, { name: 'a' }], 'Duplicate app parameter: a'],
  [[{ name: 'a', type: 'password' }], 'Type password'],
  [[{ name: 'a', type: 'dropdown' }], 'Type dropdown'],
  [[{ name: 'a', type: 'hidden', required: true }], 'hidden'],
  [[{ name: 'a', required: 'yes' }], 'required of parameter a'],
  [[{ name: 'a', scopes: ['body'] }], 'need secure: true'],
  [[{ ...secure, scopes: [] }], 'something in it'],
  [[{ ...secure, scopes: ['jwt'] }], 'cannot contain jwt'],
  [[{ name: 'a', type: 'oauth', secure: true }], 'cannot be secure'],
  [
    [
      { name: 'a', type: 'oauth' },
      { name: 'b', type: 'oauth' },
    ],
    'one parameter of type oauth',
  ],
])('refuses the parameters %j', async (parameters, complaint) => {
  expect((await complaints(withManifest({ parameters }))).join('\n')).toContain(complaint);
});

test.each<[string, unknown, string]>([
  ['en', '{,}', 'not valid JSON'],
  ['en', '[]', 'not a JSON object'],
  ['en', '{}', 'app.name'],
  ['fr', { app: { parameters: { backend_url: {} } } }, 'app.parameters.backend_url.label'],
  ['fr', { app: { parameters: { backend_url: 'URL' } } }, 'app.parameters.backend_url.label'],
  ['zh-Hant', {}, 'not named after a locale'],
  ['en', { app: { name: 'A', package: 'a' } }, 'title and value'],
])('refuses the translation %s with %j', async (locale, content, complaint) => {
  const bytes = archive({ [`translations/${locale}.json`]: content as object });

  expect((await complaints(bytes)).join('\n')).toContain(complaint);
});

test('asks a public app for all the texts of the Marketplace, in English alone', async () => {
  const bytes = archive({
    'manifest.json': { ...MANIFEST, private: false },
    'translations/es.json': {},
    'translations/README.txt': 'ours',
  });

  expect(await complaints(bytes)).toEqual([
    'Missing required key app.short_description in translations/en.json',
    'Missing required key app.long_description in translations/en.json',
    'Missing required key app.installation_instructions in translations/en.json',
  ]);
});

test.each<[string, string | Uint8Array, string]>([
  ['assets/app.js.gz', 'x', 'Unsupported file type gz'],
  ['node_modules/a/run.sh', 'x', 'Unsupported file type sh'],
  ['assets/picture.png', strToU8('%PDF-1.7'), 'Unsupported file type pdf'],
  ['assets/banner.png', 'x', 'not a PNG'],
])('refuses the file %s', async (path, content, complaint) => {
  expect((await complaints(archive({ [path]: content }))).join('\n')).toContain(complaint);
});

test('does not mind readmes, source maps, other images, hidden files and tmp', async () => {
  const extra = {
    'README.md': 'x',
    'assets/app.js.map': '{}',
    'assets/a.webp': 'x',
    '.hidden/a.sh': 'x',
    'tmp/app-1.zip': 'x',
  };

  expect(await complaints(archive(extra))).toEqual([]);
});

test.each<[unknown, string]>([
  ['{,}', 'not valid JSON'],
  ['[]', 'not a JSON object'],
  [{ ticket_forms: {} }, "Invalid requirement type 'ticket_forms'"],
  [{ ticket_fields: { f: { type: 'text' } } }, 'Missing required field title'],
  [{ user_fields: { f: { title: 'F' } } }, 'Missing required field key'],
  [{ webhooks: { w: { name: 'W' } } }, 'Missing required field endpoint'],
  [{ targets: { t: { title: 'T', type: 'http_target' } } }, 'retired'],
  [{ channel_integrations: { a: {}, b: {} } }, 'one channel integration'],
  ['{"macros":{"a":{"title":"A"},"a":{"title":"B"}}}', 'Duplicate key'],
])('refuses the requirements %j', async (requirements, complaint) => {
  const bytes = archive({ 'requirements.json': requirements as object });

  expect((await complaints(bytes)).join('\n')).toContain(complaint);
});

test('takes 5,000 requirements and no more', async () => {
  const macros = (count: number) =>
    archive({
      'requirements.json': {
        macros: Object.fromEntries(
          Array.from({ length: count }, (_, index) => [`m${index}`, { title: 'M' }]),
        ),
      },
    });

  expect(await complaints(macros(5000))).toEqual([]);
  expect(await complaints(macros(5001))).toEqual(['An app may have 5000 requirements']);
});
