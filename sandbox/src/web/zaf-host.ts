import type { App } from './zaf/app.ts';
import { AppFrame } from './zaf/frame.ts';
import { Hooks } from './zaf/hooks.ts';
import { parseAppMessage } from './zaf/protocol.ts';
import type { ApiCallMessage, CallResult, KeyedMessage } from './zaf/protocol.ts';
import { performRequest, responseArgs, succeeded } from './zaf/request.ts';
import type { RequestOptions } from './zaf/request.ts';
import { answerGet, answerInvoke, answerSet } from './zaf/surface.ts';
import type { Surface } from './zaf/surface.ts';

export interface HostOptions {
  app: App;
  subdomain: string;
  colorScheme: () => string;
  /** What the frame's app may get, set and invoke. */
  surfaceFor: (frame: AppFrame) => Surface;
  /** What `client.context()` says beyond product, account, location and guid: `{ ticketId: 42 }`. */
  context: () => Record<string, unknown>;
  /** The message of an event that an app hears as soon as it subscribes, undefined for none. */
  atSubscribe: (event: string) => unknown;
}

/** An app hears that it will be destroyed, and can still send a message, before its page is gone. */
const LAST_WORDS_MS = 200;

/** Locations that an agent opens and leaves as a pane: the `pane.…` events are theirs. */
const PANES = ['top_bar', 'nav_bar', 'ticket_editor'];

/** Plays the part of the Zapps framework for the frames of one app. */
export class ZafHost {
  readonly frames = new Set<AppFrame>();
  readonly app: App;
  readonly #options: HostOptions;
  readonly #hooks: Hooks;

  constructor(options: HostOptions) {
    this.app = options.app;
    this.#options = options;
    this.#hooks = new Hooks(options.app.name);
    addEventListener('message', (event) => this.#receive(event));
  }

  /** Loads an app page into `iframe`. `url` is as in the manifest: `assets/index.html`, or absolute. */
  open(location: string, url: string, iframe: HTMLIFrameElement): AppFrame {
    const src = new URL(url.replace(/^assets\//, ''), this.app.assetUrlPrefix);
    const frame = new AppFrame(location, iframe, src);
    src.searchParams.set('origin', window.location.origin);
    src.searchParams.set('app_guid', frame.guid);
    src.searchParams.set('colorScheme', this.#options.colorScheme());
    this.frames.add(frame);
    iframe.src = src.href;
    return frame;
  }

  /** Tells the app and whoever listens to it, and takes `element` away once its last words are said. */
  close(frame: AppFrame, element: Element = frame.iframe): void {
    this.emit('app.willDestroy', undefined, frame);
    frame.isClosing = true;
    element.toggleAttribute('inert', true);
    setTimeout(() => {
      this.frames.delete(frame);
      element.remove();
    }, LAST_WORDS_MS);
  }

  /**
   * Tells of a new value: whoever listens to this property, and with `*.changed` to all of them. What the latter
   * hears is UNVERIFIED.
   */
  emitChange(propertyName: string, { is, was }: { is: unknown; was: unknown }): void {
    this.emit(`${propertyName}.changed`, is);
    this.emit('*.changed', { propertyName, newValue: is, oldValue: was });
  }

  /** Sends an event to whoever subscribed to it: on all of the app's instances, or on one. */
  emit(event: string, message?: unknown, on?: AppFrame): void {
    for (const instance of on ? [on] : this.frames) {
      for (const frame of this.frames) {
        if (!frame.registered || !frame.isSubscribed(instance.guid, event)) continue;
        frame.send({ key: `zaf.${event}`, message, instanceGuid: instance.guid });
      }
    }
  }

  /**
   * Asks all subscribers of a hook, such as `ticket.save`. Resolves to the reasons of those who object; an
   * empty list means go on.
   */
  ask(hook: string): Promise<string[]> {
    return this.#hooks.ask([...this.frames], hook);
  }

  /** The agent comes to the page or leaves it. */
  tellPresence(isHere: boolean): void {
    for (const frame of this.frames) {
      const event = isHere ? 'activated' : 'deactivated';
      this.emit(`app.${event}`, isHere ? { firstLoad: false } : undefined, frame);
      if (PANES.includes(frame.location)) this.emit(`pane.${event}`, undefined, frame);
    }
  }

  #receive(event: MessageEvent): void {
    const frame = [...this.frames].find((candidate) => candidate.isSourceOf(event));
    if (!frame) return;
    const message = parseAppMessage(event.data);
    if (!message) return;
    if ('request' in message) void this.#answerCall(frame, message);
    else this.#handleKey(frame, message);
  }

  async #answerCall(frame: AppFrame, call: ApiCallMessage): Promise<void> {
    const instance = this.#instance(call.instanceGuid) ?? frame;
    try {
      const result = await frame.once(String(call.id), () => {
        const surface = this.#options.surfaceFor(instance);
        return carryOut(surface, call);
      });
      frame.send({ id: call.id, result });
    } catch (error) {
      // A call that is none, such as a get of null: unanswered it would wait for five minutes.
      const { name, message } = error as Error;
      frame.send({ id: call.id, error: { name, message } });
    }
  }

  #handleKey(frame: AppFrame, message: KeyedMessage): void {
    const [kind = '', ...rest] = message.key.split(':');
    const name = rest.join(':');
    const instanceGuid = message.instanceGuid ?? frame.guid;
    const count = (message.message as { subscriberCount?: number } | undefined)?.subscriberCount;
    switch (kind) {
      case 'iframe.handshake':
        return this.#register(frame);
      case 'iframe.on':
        frame.subscribe(instanceGuid, name, count ?? 1);
        return this.#tellState(frame, instanceGuid, name);
      case 'iframe.off':
        return frame.subscribe(instanceGuid, name, count ?? 0);
      case 'iframe.trigger':
        return this.emit(name, message.message, this.#instance(instanceGuid));
      case 'iframe.reply':
        return this.#hooks.takeReply(frame, name, message);
      case 'request':
        void this.#request(frame, message.key, message.message as RequestOptions);
    }
  }

  #register(frame: AppFrame): void {
    frame.reset();
    frame.registered = true;
    const { appId, installationId, name, version, settings } = this.app;
    const metadata = { appId, installationId, name, version, settings };
    frame.send({
      key: 'zaf.app.registered',
      message: { context: this.#contextOf(frame), metadata },
      instanceGuid: frame.guid,
    });
  }

  /** An app is activated as soon as it listens, and hears of the ticket as it is: Zendesk does so at first load. */
  #tellState(frame: AppFrame, instanceGuid: string, event: string): void {
    if (instanceGuid !== frame.guid || frame.told.has(event)) return;
    frame.told.add(event);
    if (event === 'app.activated') return this.emit(event, { firstLoad: true }, frame);
    if (event === 'pane.activated' && PANES.includes(frame.location)) {
      return this.emit(event, undefined, frame);
    }
    const message = this.#options.atSubscribe(event);
    if (message !== undefined) this.emit(event, message, frame);
  }

  #contextOf(frame: AppFrame): Record<string, unknown> {
    return {
      instanceGuid: frame.guid,
      product: 'support',
      account: { subdomain: this.#options.subdomain },
      location: frame.location,
      ...this.#options.context(),
    };
  }

  async #request(frame: AppFrame, key: string, options: RequestOptions): Promise<void> {
    if (frame.requests.has(key)) return;
    frame.requests.add(key);
    const answer = await performRequest(options, this.app.appId);
    const outcome = succeeded(answer) ? 'done' : 'fail';
    this.emit(`${key}.${outcome}`, { responseArgs: responseArgs(answer, options) }, frame);
  }

  #instance(guid: string | undefined): AppFrame | undefined {
    return [...this.frames].find((frame) => frame.guid === guid);
  }
}

function carryOut(surface: Surface, { request, params }: ApiCallMessage): Promise<CallResult> {
  if (request === 'get') return answerGet(surface, [params].flat() as string[]);
  if (request === 'set') return answerSet(surface, params as Record<string, unknown>);
  return answerInvoke(surface, params as Record<string, unknown[]>);
}
