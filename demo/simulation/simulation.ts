import type { Database } from '@smart-assistant/server/db/database.ts';
import { createInbox } from '@smart-assistant/server/inbox/create-inbox.ts';
import type { ProcessInbox } from '@smart-assistant/server/inbox/create-inbox.ts';
import type { Tenant } from '@smart-assistant/server/tenant/tenant.ts';
import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { emptyDatabase, restoreBackup, takeBackup } from './backups.ts';
import type { Backup } from './backups.ts';
import type { Bug } from './bugs.ts';
import type { Deliveries } from './deliveries.ts';
import { nextTime } from './next-time.ts';
import type { People } from './people.ts';
import type { Disaster, Interruption, Schedule, StoryStep } from './schedule.ts';
import { ACTS } from './schedule.ts';
import type { Act } from './schedule.ts';
import type { Point, Scheduler, Task, Verdict } from './scheduler.ts';
import type { Servers } from './servers.ts';
import { LEASE_MS } from './simulated-process.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { SimulatedZendesk } from './simulated-zendesk.ts';

/** A schedule that passes more points than this does not come to rest. */
const MAX_POINTS = 5_000;
/** Between two steps of a story: longer than the debounce. */
const A_MOMENT_MS = 15_000;
/** Longer than all attempts and the end of a dead process's claims together. */
const LONG_MS = 6 * LEASE_MS;

export interface World {
  schedule: Schedule;
  zendesk: SimulatedZendesk;
  db: Database;
  tenant: Tenant;
  signer: StateSigner;
  people: People;
  scheduler: Scheduler;
  servers: Servers;
  deliveries: Deliveries;
  bug: Bug;
  /** Exceptions that left a strand of work. */
  failures: string[];
}

/** Runs a world through its schedule: who goes on, what breaks in, and when time passes. */
export class Simulation {
  readonly trace: string[] = [];
  /** Whether the database lost what it had stored: then the turn log cannot be complete. */
  hasLostRecords = false;
  sweeps = 0;
  readonly #world: World;
  readonly #observer: ProcessInbox;
  #backup: Backup = new Map();
  #points = 0;
  #calls = 0;
  #isCalm = false;

  constructor(world: World) {
    this.#world = world;
    const { db, zendesk } = world;
    this.#observer = createInbox({ db, processId: 'observer', now: zendesk.now });
  }

  /** The story with all that breaks in. */
  async tell(): Promise<void> {
    this.#backup = await takeBackup(this.#world.db);
    for (const step of this.#world.schedule.story) {
      await this.#step(step);
      if (step.isSettled) await this.#work(A_MOMENT_MS);
    }
  }

  /** Nothing breaks in any more: everything under way comes to its end. */
  async calmDown(): Promise<void> {
    this.#isCalm = true;
    this.#world.deliveries.releaseLate();
    await this.#work(LONG_MS);
  }

  /** Looks at the ticket as the sweep does. */
  async sweep(): Promise<void> {
    const { people, servers } = this.#world;
    if (people.ticketId === undefined) return;
    this.sweeps += 1;
    this.trace.push('the sweep looks at the ticket');
    servers.nudge(people.ticketId);
    await this.#work(LONG_MS);
  }

  async #step({ act }: StoryStep): Promise<void> {
    if (act === 'time passes') this.#timePasses();
    else if (isAct(act)) this.#act(act);
    else await this.#disaster(act);
  }

  #timePasses(): void {
    this.#world.zendesk.pass(LEASE_MS / 4);
    this.#world.deliveries.releaseLate();
  }

  #act(act: Act): void {
    const isDone = this.#world.people.do(act);
    this.trace.push(isDone ? act : `${act} (not possible now)`);
  }

  async #disaster(disaster: Disaster): Promise<void> {
    const { db, servers } = this.#world;
    this.trace.push(disaster);
    if (disaster === 'backup is taken') {
      this.#backup = await takeBackup(db);
      return;
    }
    this.hasLostRecords = true;
    servers.killAll();
    if (disaster === 'backup is restored') await restoreBackup(db, this.#backup);
    else await emptyDatabase(db);
  }

  /** Until there is nothing to do within this time. */
  async #work(patienceMs: number): Promise<void> {
    const { zendesk, servers, scheduler } = this.#world;
    const until = zendesk.now() + patienceMs;
    for (;;) {
      if (this.#points > MAX_POINTS) throw new Error('the schedule does not come to rest');
      const task = scheduler.next(zendesk.now());
      if (task) await this.#goOn(task);
      else if (servers.receive()) continue;
      else if ((await this.#observer.hasDue()) && servers.work()) continue;
      else if (scheduler.release()) continue;
      else {
        const next = await nextTime(this.#world, this.#observer);
        if (next === undefined || next > until) return;
        zendesk.pass(Math.max(1, next - zendesk.now()));
      }
    }
  }

  /** One strand goes on from where it stands, unless something breaks in. */
  async #goOn(task: Task): Promise<void> {
    const { scheduler } = this.#world;
    const going = [];
    for (const { point, go } of task.arrivals) {
      const verdict = await this.#breakIn(task, point);
      if (task.isEnded || task.isHeld) return;
      going.push({ go, verdict });
    }
    task.arrivals = [];
    await scheduler.run(task, going);
  }

  async #breakIn(task: Task, point: Point): Promise<Verdict> {
    const { schedule, zendesk, servers } = this.#world;
    const number = this.#points;
    const call = point.kind === 'zendesk' ? this.#calls : undefined;
    this.#points += 1;
    if (call !== undefined) this.#calls += 1;
    const name = call === undefined ? '' : ` (call ${call})`;
    this.trace.push(`  ${number}${name} ${task.label}: ${point.label}`);
    // Every call takes its time.
    zendesk.pass(20);

    const verdict: Verdict = {};
    if (this.#isCalm) return verdict;
    for (const each of schedule.interruptions) {
      if (each.kind === 'fault' && each.call === call) {
        this.trace.push(`    ${each.fault}`);
        verdict.fault = each.fault;
      }
      const isHere =
        'point' in each ? each.point === number : each.kind === 'act' && each.call === call;
      if (isHere) await this.#interrupt(each, task, verdict);
    }
    if (verdict.killed === 'before') servers.kill(task.process as SimulatedProcess);
    return verdict;
  }

  async #interrupt(each: Interruption, task: Task, verdict: Verdict): Promise<void> {
    switch (each.kind) {
      case 'act':
        return this.#act(each.act);
      case 'disaster':
        return this.#disaster(each.disaster);
      case 'crash':
        this.trace.push(`    the process is killed ${each.when} this`);
        verdict.killed = each.when;
        return;
      case 'stall':
        this.#world.zendesk.pass(LEASE_MS + 1);
        task.isHeld = true;
        this.trace.push('    it stands still until its tickets are taken over');
        return;
      case 'switch':
        task.isHeld = true;
        this.trace.push('    everybody else works first');
        return;
      default:
        return;
    }
  }
}

function isAct(act: StoryStep['act']): act is Act {
  return (ACTS as readonly string[]).includes(act);
}
