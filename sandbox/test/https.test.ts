import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { afterEach, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../src/sandbox.ts';

let sandbox: Sandbox;

afterEach(async () => {
  await sandbox.stop();
});

/** The body of a GET by a client that trusts `ca` and nothing else. */
function get(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ca, timeout: 5000 }, async (response) => {
      let body = '';
      for await (const chunk of response.setEncoding('utf8')) body += String(chunk);
      resolve(body);
    });
    asked.on('error', reject).end();
  });
}

test('serves the same account over https, to a client that trusts its certificate', async () => {
  sandbox = await startSandbox({ https: true });
  const { httpsUrl } = sandbox.account('acme');
  const stranger = await startSandbox({ https: true });

  const me = JSON.parse(await get(`${httpsUrl}/api/v2/users/me.json`, sandbox.certificate!));
  const byName = httpsUrl!.replace('127.0.0.1', 'localhost');
  const account = JSON.parse(await get(`${byName}/sandbox.json`, sandbox.certificate!));

  expect(me.user.role).toBe('end-user');
  expect(account.subdomain).toBe('acme');
  await expect(get(`${httpsUrl}/sandbox.json`, stranger.certificate!)).rejects.toMatchObject({
    code: expect.stringMatching(/SELF_SIGNED|SIGNATURE|UNABLE/),
  });
  await stranger.stop();
});

test('has a certificate for this machine alone, good for a year', async () => {
  sandbox = await startSandbox({ https: true });
  const certificate = new X509Certificate(sandbox.certificate!);

  expect(certificate.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.validToDate.getTime()).toBeGreaterThan(Date.now() + 300 * 86_400_000);
  expect(certificate.validFromDate.getTime()).toBeLessThan(Date.now());
});

test('speaks http alone unless it is asked for https', async () => {
  sandbox = await startSandbox();

  expect(sandbox.certificate).toBeNull();
  expect(sandbox.account('acme').httpsUrl).toBeNull();
});
