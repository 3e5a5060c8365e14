import net from 'node:net';
import { afterEach, beforeEach } from 'vitest';

/** What a test must not do, collected while it runs: say `console.error`, or talk to the outside world. */
const offences: string[] = [];

Object.assign(console, {
  error: (...words: unknown[]) =>
    offences.push(`console.error was called: ${words.map(String).join(' ')}`),
});

const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const host = hostOf(args);
  if (isLoopback(host)) return Reflect.apply(connect, this, args) as net.Socket;

  const denied = new Error(`Tests reach loopback addresses only, not ${host}`);
  offences.push(denied.message);
  return this.destroy(denied);
};

/** `connect` takes a path, a port and a host, an options object, or those wrapped in an array by `net` itself. */
function hostOf(args: unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === 'object' && first !== null) {
    const options = first as { path?: string; host?: string };
    return options.path ? 'localhost' : (options.host ?? 'localhost');
  }
  return typeof second === 'string' ? second : 'localhost';
}

function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(host);
}

beforeEach(() => {
  offences.length = 0;
});

afterEach(() => {
  const found = offences.splice(0);
  if (found.length > 0) throw new Error(found.join('\n'));
});
