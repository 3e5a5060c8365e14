import type { CallResult } from './protocol.ts';

/** Calls whose answers are remembered, so that a repeated id is not carried out twice. */
const REMEMBERED_CALLS = 500;

/** One iframe of an app: one instance, in one location. */
export class AppFrame {
  readonly guid = crypto.randomUUID();
  readonly location: string;
  readonly iframe: HTMLIFrameElement;
  readonly origin: string;
  /** True once the handshake was answered. */
  registered = false;
  /** It is told that it will be destroyed and is gone in a moment. */
  isClosing = false;
  /** Events whose first state was told. */
  readonly told = new Set<string>();
  /** Answers by id, the running ones too: the SDK may send its queue again with the same ids. */
  readonly calls = new Map<string, Promise<CallResult>>();
  /** `request:<n>` messages taken up. */
  readonly requests = new Set<string>();
  /** Subscriptions as `<instance guid> <event>`. */
  #subscriptions = new Set<string>();

  constructor(location: string, iframe: HTMLIFrameElement, src: URL) {
    this.location = location;
    this.iframe = iframe;
    this.origin = src.origin;
  }

  /** Only the frame's own window, on the app's own origin, may speak for the app. */
  isSourceOf(event: MessageEvent): boolean {
    return event.source === this.iframe.contentWindow && event.origin === this.origin;
  }

  /** The SDK counts its handlers: the first one binds the event, taking away the last one unbinds it. */
  subscribe(instanceGuid: string, event: string, subscriberCount: number): void {
    const key = `${instanceGuid} ${event}`;
    if (subscriberCount > 0) this.#subscriptions.add(key);
    else this.#subscriptions.delete(key);
  }

  isSubscribed(instanceGuid: string, event: string): boolean {
    return this.#subscriptions.has(`${instanceGuid} ${event}`);
  }

  /** The page in the frame was replaced: whatever it had asked for is void. */
  reset(): void {
    this.registered = false;
    this.told.clear();
    this.#subscriptions.clear();
    this.calls.clear();
    this.requests.clear();
  }

  /** Carries a call out once; a call with an id that was seen gets the same answer. */
  once(id: string, run: () => Promise<CallResult>): Promise<CallResult> {
    const known = this.calls.get(id);
    if (known) return known;
    const answer = run();
    this.calls.set(id, answer);
    if (this.calls.size > REMEMBERED_CALLS) {
      for (const oldest of this.calls.keys()) {
        this.calls.delete(oldest);
        break;
      }
    }
    return answer;
  }

  send(message: object): void {
    this.iframe.contentWindow?.postMessage(JSON.stringify(message), this.origin);
  }
}
