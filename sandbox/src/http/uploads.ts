import { raw, Router } from 'express';
import type { Account } from '../account.ts';
import { secret } from '../ids.ts';
import type { Attachment } from '../model.ts';
import { agents } from './caller.ts';
import { ApiError, notFound } from './errors.ts';
import { param } from './paginate.ts';
import { presentAttachment } from './present.ts';

/** A token is valid for 60 minutes: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/ */
const TOKEN_MS = 60 * 60_000;
const MAX_BYTES = '50mb';

export function newAttachment(
  account: Pick<Account, 'ids' | 'store'>,
  file: { name: string; type: string; bytes: Buffer },
): Attachment {
  const attachment: Attachment = {
    id: account.ids.next(),
    token: secret(16),
    file_name: file.name,
    content_type: file.type,
    size: file.bytes.length,
    inline: false,
    bytes: file.bytes,
  };
  account.store.attachments.set(attachment.token, attachment);
  return attachment;
}

export function uploadsRouter(account: Account): Router {
  const router = Router();
  const { uploads } = account.store;

  router.post('/uploads', agents, raw({ type: () => true, limit: MAX_BYTES }), (req, res) => {
    const name = param(req, 'filename');
    if (!name) {
      throw new ApiError(400, { error: 'InvalidParameter', description: 'filename is required' });
    }
    const type = req.get('content-type') ?? 'application/octet-stream';
    const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
    const attachment = newAttachment(account, { name, type, bytes });
    const token = param(req, 'token') ?? secret(16);
    const attachments = [...(uploads.get(token)?.attachments ?? []), attachment];
    uploads.set(token, { attachments, expiresAt: account.clock.now() + TOKEN_MS });
    const shown = attachments.map((each) => presentAttachment(account, each));
    res.status(201).json({ upload: { token, attachment: shown.at(-1), attachments: shown } });
  });

  router.delete('/uploads/:token', agents, (req, res) => {
    if (!uploads.delete(String(req.params['token']))) throw notFound();
    res.status(204).end();
  });

  router.get('/attachments/:id', agents, (req, res) => {
    const found = [...account.store.attachments.values()].find(
      ({ id }) => String(id) === req.params['id'],
    );
    if (!found) throw notFound();
    res.json({ attachment: presentAttachment(account, found) });
  });

  return router;
}

/** The bytes, for whoever has the URL. */
export function attachmentsRouter(account: Account): Router {
  const router = Router();
  router.get('/attachments/token/:token', (req, res) => {
    const found = account.store.attachments.get(req.params.token);
    if (!found) throw notFound();
    res.set('content-disposition', `attachment; filename="${encodeURIComponent(found.file_name)}"`);
    res.type(found.content_type).send(found.bytes);
  });
  return router;
}
