import { strToU8, zipSync } from 'fflate';
import { mint, type Json } from './client.ts';
import type { World } from './set-up.ts';

export const MANIFEST = {
  name: 'Smart Assistant',
  author: { name: 'A', email: 'a@b.example' },
  defaultLocale: 'en',
  version: '1.0.0',
  frameworkVersion: '2.0',
  location: { support: { ticket_sidebar: { url: 'assets/index.html' } } },
  parameters: [
    { name: 'backend_url', type: 'text', required: true },
    { name: 'token', type: 'text', secure: true },
  ],
};

type Content = string | Uint8Array | object | null;

/** A package that Zendesk takes, with changes: JSON, text or bytes by path; null leaves a file out. */
export function archive(changes: Record<string, Content> = {}): Uint8Array {
  const files: Record<string, Content> = {
    'manifest.json': MANIFEST,
    'translations/en.json': { app: { name: 'Smart Assistant' } },
    'assets/index.html': '<!doctype html><title>App</title>',
    ...changes,
  };
  return zip(files);
}

export function zip(files: Record<string, Content>): Uint8Array {
  const entries = Object.entries(files).flatMap(([path, content]) =>
    content === null ? [] : [[path, bytesOf(content)] as const],
  );
  return zipSync(Object.fromEntries(entries));
}

function bytesOf(content: Exclude<Content, null>): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return strToU8(typeof content === 'string' ? content : JSON.stringify(content));
}

/** The steps of zcli for the account of `world`. */
export function uploader(world: Pick<World, 'acme' | 'sandbox' | 'zendesk'>) {
  /** A multipart upload, as zcli makes it. */
  async function upload(path: string, field: string, bytes: Uint8Array) {
    const form = new FormData();
    form.set(field, new Blob([Buffer.from(bytes)], { type: 'application/zip' }), 'app.zip');
    const response = await fetch(`${world.acme.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await mint(world.acme)}` },
      body: form,
      signal: AbortSignal.timeout(5000),
    });
    return { status: response.status, body: (await response.json()) as Json };
  }

  /** Uploads and builds; with `appId` a new version of that app. Answers the ended job. */
  async function build(bytes: Uint8Array, appId?: number): Promise<Json> {
    const { sandbox, zendesk } = world;
    const { body } = await upload('/api/v2/apps/uploads.json', 'uploaded_data', bytes);
    const answer = appId
      ? await zendesk.put(`/apps/${appId}`, { upload_id: body.id })
      : await zendesk.post('/api/apps.json', { upload_id: body.id, name: 'Smart Assistant' });
    await sandbox.settle();
    return zendesk.get(`/apps/job_statuses/${answer.job_id}`);
  }

  /** Installs and waits for the job. */
  async function install(appId: number, settings: object): Promise<{ id: number; job: Json }> {
    const { sandbox, zendesk } = world;
    const { id, pending_job_id: jobId } = await zendesk.post('/apps/installations', {
      app_id: appId,
      settings,
    });
    await sandbox.settle();
    return { id, job: await zendesk.get(`/apps/installations/job_statuses/${jobId}`) };
  }

  return { upload, build, install };
}
