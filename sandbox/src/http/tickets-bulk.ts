import { Router } from 'express';
import type { Account } from '../account.ts';
import { Jobs, MAX_JOBS, type Job } from '../jobs.ts';
import type { Actor } from '../tickets/actor.ts';
import type { TicketInput } from '../tickets/ticket-input.ts';
import { canSee } from '../tickets/visibility.ts';
import { updateTicket } from '../tickets/write-ticket.ts';
import { actorOf, agents } from './caller.ts';
import { ApiError, notFound } from './errors.ts';
import { param } from './paginate.ts';

const MAX_TICKETS = 100;

type BulkInput = TicketInput & { id: number };

/** `update_many` and its job. https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-many-tickets */
export function ticketsBulkRouter(account: Account): Router {
  const router = Router();
  const jobs = new Jobs(account);

  router.put('/tickets/update_many', agents, (req, res) => {
    const inputs = bulkInputs(req.body, param(req, 'ids'));
    const underWay = jobs.underWay();
    res.set(
      'zendesk-ratelimit-inflight-jobs',
      `total=${MAX_JOBS}; remaining=${Math.max(0, MAX_JOBS - underWay.length - 1)}; resets=60`,
    );
    if (underWay.length >= MAX_JOBS) {
      const description = 'Too many jobs are queued or running';
      throw new ApiError(429, { error: 'TooManyJobs', description, current_job_ids: underWay });
    }
    const actor = actorOf(res);
    const job = jobs.queue({ job_type: 'Bulk Update Tickets', total: inputs.length }, () =>
      inputs.map((input) => updateOne(account, input, actor)),
    );
    res.json({ job_status: show(account, job) });
  });

  router.get('/job_statuses/:id', agents, (req, res) => {
    const job = jobs.find(String(req.params['id']));
    if (!job) throw notFound();
    res.json({ job_status: show(account, job) });
  });

  return router;
}

/** `?ids=1,2` with one change, or a list of tickets with a change each. */
function bulkInputs(body: unknown, ids: string | undefined): BulkInput[] {
  const { ticket, tickets } = (body ?? {}) as { ticket?: TicketInput; tickets?: BulkInput[] };
  const inputs = ids
    ? ids.split(',').map((id) => ({ ...ticket, id: Number(id) }))
    : (tickets ?? []);
  if (inputs.length <= MAX_TICKETS) return inputs;
  throw new ApiError(400, { error: 'TooManyValues', description: 'At most 100 tickets' });
}

function updateOne(account: Account, { id, ...input }: BulkInput, actor: Actor) {
  const ticket = account.store.tickets.get(Number(id));
  if (!ticket || !canSee(actor.user, ticket)) {
    return { id, action: 'update', success: false, error: 'TicketNotFound' };
  }
  try {
    updateTicket(account, ticket, input, actor);
    return { id, action: 'update', status: 'Updated', success: true };
  } catch (error) {
    const body = error instanceof ApiError ? (error.body as { error?: string }) : {};
    return { id, action: 'update', success: false, error: body.error ?? 'RecordInvalid' };
  }
}

function show(account: Account, job: Job) {
  return { ...job, url: `${account.url}/api/v2/job_statuses/${job.id}.json` };
}
