import { parsePath } from './path.ts';
import type { PathStep } from './path.ts';
import type { CallResult, ZafError } from './protocol.ts';

/** One thing that apps can reach by a path: a getter, and where it applies a setter and an action. */
export interface PathEntry {
  get?: (...args: string[]) => unknown;
  set?: (value: unknown, ...args: string[]) => unknown;
  invoke?: (params: unknown[], ...args: string[]) => unknown;
}

/** Paths with their arguments left out: `ticket.customField`, `ticketFields.hide`. */
export type Surface = Record<string, PathEntry>;

const NO_SUCH_API = 'No such Api';

/** Answers `client.get`. Unknown paths become errors; the others are answered all the same. */
export function answerGet(surface: Surface, paths: string[]): Promise<CallResult> {
  return collect(paths, (path, entry, args) => {
    if (entry?.get) return entry.get(...args);
    return partOf(surface, path);
  })(surface);
}

/** Dots lead into what a shorter path gives: `ticket.brand.id` is the id in `ticket.brand`. */
async function partOf(surface: Surface, path: string): Promise<unknown> {
  const steps = parsePath(path);
  for (let length = steps.length - 1; length > 0; length -= 1) {
    const entry = surface[nameOf(steps.slice(0, length))];
    if (!entry?.get) continue;
    const names = steps.slice(length).map(({ name }) => name);
    return inside(await entry.get(...argsOf(steps.slice(0, length))), names, path);
  }
  throw apiPathError(path);
}

/** Nobody has no name: below null everything is null. */
function inside(value: unknown, names: string[], path: string): unknown {
  const [name, ...rest] = names;
  if (name === undefined || value === null || value === undefined) return value;
  if (typeof value !== 'object' || !Object.hasOwn(value, name)) throw apiPathError(path);
  return inside((value as Record<string, unknown>)[name], rest, path);
}

/** Answers `client.set` with the values that were set. */
export function answerSet(surface: Surface, values: Record<string, unknown>): Promise<CallResult> {
  return collect(Object.keys(values), async (path, entry, args) => {
    if (!entry?.set) throw apiPathError(path);
    await entry.set(values[path], ...args);
    return values[path];
  })(surface);
}

/** Answers `client.invoke`; an action without a result answers null. */
export function answerInvoke(
  surface: Surface,
  actions: Record<string, unknown[]>,
): Promise<CallResult> {
  return collect(Object.keys(actions), async (path, entry, args) => {
    if (!entry?.invoke) throw apiPathError(path);
    return (await entry.invoke(actions[path] ?? [], ...args)) ?? null;
  })(surface);
}

type Resolve = (path: string, entry: PathEntry | undefined, args: string[]) => unknown;

function collect(paths: string[], resolve: Resolve): (surface: Surface) => Promise<CallResult> {
  return async (surface) => {
    const errors: Record<string, ZafError> = {};
    const result: Record<string, unknown> = {};
    for (const path of paths) {
      const steps = parsePath(path);
      try {
        result[path] = plain(await resolve(path, surface[nameOf(steps)], argsOf(steps)));
      } catch (error) {
        const { name, message } = error as Error;
        errors[path] = { name, path, message };
      }
    }
    return { errors, ...result };
  };
}

const nameOf = (steps: PathStep[]) => steps.map(({ name }) => name).join('.');
const argsOf = (steps: PathStep[]) => steps.flatMap(({ args }) => args);

/** Only data crosses the frame; undefined becomes null as JSON has it. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** UNVERIFIED text: the framework's own source is not public, recorded answers look like this. */
export function apiPathError(path: string, message = NO_SUCH_API): Error {
  return Object.assign(new Error(message), { name: 'APIPathError', path });
}
