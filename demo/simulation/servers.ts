import type { Database } from '@smart-assistant/server/db/database.ts';
import type { Tenant } from '@smart-assistant/server/tenant/tenant.ts';
import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { Bug } from './bugs.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import { faultyCall } from './faulty-call.ts';
import { never } from './scheduler.ts';
import type { Point, Scheduler, Task } from './scheduler.ts';
import { simulateProcess } from './simulated-process.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { SimulatedZendesk } from './simulated-zendesk.ts';

export interface ServersOptions {
  db: Database;
  zendesk: SimulatedZendesk;
  tenant: Tenant;
  signer: StateSigner;
  bug: Bug;
  scheduler: Scheduler;
  deliveries: Deliveries;
  /** Told of what must never happen: an exception that leaves a strand of work. */
  onFailure: (what: string) => void;
}

/** Two, and always as many: a process that dies is started anew. */
const PROCESSES = 2;

/** The server's processes on one database, and the work they are at. */
export class Servers {
  readonly #options: ServersOptions;
  #processes: SimulatedProcess[] = [];
  readonly #ready = new Set<SimulatedProcess>();
  readonly #receiving = new Map<Task, Delivery>();
  #started = 0;
  #turn = 0;

  constructor(options: ServersOptions) {
    this.#options = options;
    while (this.#processes.length < PROCESSES) this.#start();
  }

  #start(): void {
    const { db, zendesk, tenant, signer, bug } = this.#options;
    this.#started += 1;
    const process = simulateProcess({
      id: `process ${this.#started}`,
      ...{ db, tenant, signer, bug },
      now: zendesk.now,
      fetch: zendesk.fetch,
      outside: (point, effect) => this.#outside(process, point, effect),
    });
    this.#processes.push(process);
    this.#spawn('start', process, async () => {
      await process.start();
      this.#ready.add(process);
    });
  }

  #spawn(what: string, process: SimulatedProcess, work: () => Promise<unknown>): Task {
    const label = `${process.id}, ${what}`;
    return this.#options.scheduler.spawn(label, process, async () => {
      try {
        await work();
      } catch (error) {
        this.#options.onFailure(`${label}: ${String(error)}`);
      }
    });
  }

  /** One call that leaves a process. */
  async #outside<Result>(
    process: SimulatedProcess,
    point: Point,
    effect: () => Promise<Result>,
  ): Promise<Result> {
    const { scheduler, zendesk } = this.#options;
    const { fault, killed } = await scheduler.arrive(point);
    // Only calls to Zendesk are given faults, and those answer with a Response.
    const result = fault
      ? ((await faultyCall(fault, effect as () => Promise<Response>, zendesk.pass)) as Result)
      : await effect();
    if (killed !== 'after') return result;
    this.kill(process);
    return never();
  }

  /** Its memory is gone, and with it everything it was at; another one is started. */
  kill(process: SimulatedProcess): void {
    const { scheduler, deliveries } = this.#options;
    for (const task of scheduler.tasks.filter((each) => each.process === process)) {
      const delivery = this.#receiving.get(task);
      if (delivery) deliveries.retry(delivery);
    }
    scheduler.kill(process);
    // Its heartbeat is a timer of this process; the rest of a stop never comes to pass.
    void process.inbox.stop().catch(() => undefined);
    this.#processes = this.#processes.filter((each) => each !== process);
    this.#start();
  }

  killAll(): void {
    for (const process of [...this.#processes]) this.kill(process);
  }

  /** Ends the heartbeats. */
  stop(): void {
    for (const process of this.#processes) void process.inbox.stop().catch(() => undefined);
  }

  /** Begins to receive the next delivery; false when none waits. */
  receive(): boolean {
    const { deliveries, tenant, zendesk } = this.#options;
    const process = this.#nextProcess();
    const delivery = process && deliveries.take();
    if (!delivery) return false;
    const task = this.#spawn(`receives ${delivery.label}`, process, async () => {
      await deliveries.deliver(delivery, process, { tenant: tenant.slug, now: zendesk.now() });
      this.#receiving.delete(task);
    });
    this.#receiving.set(task, delivery);
    return true;
  }

  /** Lets a process that is not at work yet look for due tickets; false when all are. */
  work(): boolean {
    const { tasks } = this.#options.scheduler;
    const isAtWork = ({ id }: SimulatedProcess) =>
      tasks.some(({ label }) => label === `${id}, works`);
    const free = this.#readyProcesses.filter((process) => !isAtWork(process));
    const process = free[this.#turn % (free.length || 1)];
    this.#turn += 1;
    if (!process) return false;
    this.#spawn('works', process, () => process.worker.runDue());
    return true;
  }

  /** What a sweep does with a ticket that it finds. */
  nudge(ticketId: number): void {
    const process = this.#nextProcess();
    if (!process) throw new Error('no process is running');
    const { slug } = this.#options.tenant;
    this.#spawn('sweeps', process, () => process.inbox.nudge(slug, String(ticketId)));
  }

  get #readyProcesses(): SimulatedProcess[] {
    return this.#processes.filter((process) => this.#ready.has(process));
  }

  #nextProcess(): SimulatedProcess | undefined {
    this.#turn += 1;
    const ready = this.#readyProcesses;
    return ready[this.#turn % (ready.length || 1)];
  }
}
