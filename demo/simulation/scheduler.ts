import { setImmediate } from 'node:timers/promises';
import type { Fault } from './schedule.ts';

/** A call that leaves a server process, about to be made. */
export interface Point {
  kind: 'zendesk' | 'database' | 'answer' | 'wait';
  label: string;
  /** Epoch milliseconds before which it does not go on. */
  notBefore?: number;
}

/** What happens at a point instead of, or after, what was asked for. */
export interface Verdict {
  fault?: Fault | undefined;
  killed?: 'before' | 'after' | undefined;
}

export interface Arrival {
  point: Point;
  go: (verdict: Verdict) => void;
}

/** A strand of work of one process: a delivery being received, or the worker at its tickets. */
export interface Task {
  label: string;
  process: object;
  /** Where it stands; several points when it asked for several things at once. */
  arrivals: Arrival[];
  isEnded: boolean;
  /** Others go first. */
  isHeld: boolean;
}

/** Never goes on: what a killed process was waiting for. */
export const never = () => new Promise<never>(() => undefined);

/**
 * Lets exactly one strand of work run at a time, from one point to its next. What happens between two points
 * touches nothing outside its process, so the order of the points is the whole interleaving.
 */
export class Scheduler {
  tasks: Task[] = [];
  #current: Task | undefined;
  #wake: () => void = () => undefined;

  spawn(label: string, process: object, work: () => Promise<void>): Task {
    const task: Task = { label, process, arrivals: [], isEnded: false, isHeld: false };
    task.arrivals.push({
      point: { kind: 'wait', label: 'starts' },
      go: () => void work().finally(() => this.#end(task)),
    });
    this.tasks.push(task);
    return task;
  }

  /** Called at every point; goes on when the scheduler says so. */
  arrive(point: Point): Promise<Verdict> {
    const task = this.#current;
    if (!task || task.isEnded) return never();
    return new Promise((go) => {
      task.arrivals.push({ point, go });
      this.#wake();
    });
  }

  /** Ends every strand of a process where it stands. */
  kill(process: object): void {
    for (const task of this.tasks.filter((each) => each.process === process)) this.#end(task);
  }

  /** The strand that goes on next: the one that ran last, unless it is held or waits for a later time. */
  next(now: number): Task | undefined {
    const isReady = (task: Task) =>
      !task.isHeld && task.arrivals.every(({ point }) => (point.notBefore ?? 0) <= now);
    const ready = this.tasks.filter(isReady);
    return ready.find((task) => task === this.#current) ?? ready[0];
  }

  /** Those that let others go first go on; false when nobody did. */
  release(): boolean {
    const held = this.tasks.filter(({ isHeld }) => isHeld);
    for (const task of held) task.isHeld = false;
    return held.length > 0;
  }

  /** Lets these arrivals of a strand go on, and resolves when it stands at its next points or has ended. */
  async run(task: Task, arrivals: { go: Arrival['go']; verdict: Verdict }[]): Promise<void> {
    this.#current = task;
    const standsAgain = new Promise<void>((wake) => (this.#wake = wake));
    for (const { go, verdict } of arrivals) go(verdict);
    await standsAgain;
    // What it asked for at the same time arrives in the same turn of the event loop.
    await setImmediate();
  }

  #end(task: Task): void {
    if (task.isEnded) return;
    task.isEnded = true;
    task.arrivals = [];
    this.tasks = this.tasks.filter((each) => each !== task);
    if (task === this.#current) this.#wake();
  }
}
