import { randomUUID } from 'node:crypto';
import type { Account } from './account.ts';
import { ApiError, type Detail } from './http/errors.ts';

/** At most so many queued or running: https://developer.zendesk.com/api-reference/ticketing/ticket-management/job_statuses/ */
export const MAX_JOBS = 30;

export interface Job {
  id: string;
  job_type: string;
  total: number;
  progress: number | null;
  status: 'queued' | 'working' | 'failed' | 'completed' | 'killed';
  message: string | null;
  results: unknown;
}

/** Background jobs of one account. They run one turn of the event loop after they were queued. */
export class Jobs {
  #account: Account;
  #jobs = new Map<string, Job>();

  constructor(account: Account) {
    this.#account = account;
  }

  find(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  /** Ids of those that are queued or running. */
  underWay(): string[] {
    return [...this.#jobs.values()]
      .filter(({ status }) => status === 'queued' || status === 'working')
      .map(({ id }) => id);
  }

  /** Queues `run`; what it returns becomes `results`, what it throws makes the job fail. */
  queue(options: { job_type: string; total: number }, run: () => unknown): Job {
    const job: Job = {
      id: randomUUID().replaceAll('-', ''),
      ...options,
      progress: null,
      status: 'queued',
      message: null,
      results: null,
    };
    this.#jobs.set(job.id, job);
    this.#account.work.track(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      job.status = 'working';
      this.#finish(job, run);
    });
    return job;
  }

  #finish(job: Job, run: () => unknown): void {
    try {
      job.results = run();
      job.status = 'completed';
      job.progress = job.total;
      job.message = 'Completed';
    } catch (error) {
      job.status = 'failed';
      job.message = messageOf(error);
    }
  }
}

/** What the API would have said, in one text. */
function messageOf(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  const { description, details, errors } = error.body as {
    description?: string;
    details?: Record<string, Detail[]>;
    errors?: Array<{ detail: string }>;
  };
  const reasons = [
    ...Object.values(details ?? {}).flatMap((each) => each.map((detail) => detail.description)),
    ...(errors ?? []).map(({ detail }) => detail),
  ];
  return reasons.length > 0 ? reasons.join('\n') : (description ?? error.message);
}
