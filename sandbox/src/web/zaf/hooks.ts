import type { AppFrame } from './frame.ts';
import type { KeyedMessage } from './protocol.ts';

/** A save hook that nobody answers lets the save go on: a broken app must not lock the ticket. */
const HOOK_TIMEOUT_MS = 10_000;

/** The questions that the workspace asks an app's frames, and their replies. */
export class Hooks {
  readonly #appName: string;
  #replies = new Map<string, (reply: KeyedMessage) => void>();

  constructor(appName: string) {
    this.#appName = appName;
  }

  /** Asks those of the frames that subscribed to the hook. Resolves to the reasons of those who object. */
  async ask(frames: AppFrame[], hook: string): Promise<string[]> {
    const asked = frames.filter((frame) => frame.isSubscribed(frame.guid, hook));
    const replies = await Promise.all(asked.map((frame) => this.#ask(frame, hook)));
    return replies.filter((reason) => reason !== undefined);
  }

  takeReply(frame: AppFrame, hook: string, reply: KeyedMessage): void {
    const key = `${frame.guid} ${hook}`;
    this.#replies.get(key)?.(reply);
    this.#replies.delete(key);
  }

  #ask(frame: AppFrame, hook: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, HOOK_TIMEOUT_MS);
      this.#replies.set(`${frame.guid} ${hook}`, ({ error }) => {
        clearTimeout(timer);
        if (!error) return resolve(undefined);
        resolve(typeof error.msg === 'string' ? error.msg : `${this.#appName} prevented saving`);
      });
      frame.send({ key: `zaf.${hook}`, needsReply: true, instanceGuid: frame.guid });
    });
  }
}
