import { read } from '../api.ts';
import { colorScheme, onColorScheme } from '../color-scheme.ts';
import { h, icon } from '../dom.ts';
import { onChange } from '../live.ts';
import type { Change } from '../live.ts';
import type { User } from '../session.ts';
import { ZafHost } from '../zaf-host.ts';
import type { App } from '../zaf/app.ts';
import type { AppFrame } from '../zaf/frame.ts';
import type { Surface } from '../zaf/surface.ts';
import { closeModal, workspaceSurface } from '../zaf/workspace-surface.ts';

/** What a page of the workspace knows. */
export interface PageContext {
  user: User;
  apps: App[];
  subdomain: string;
}

export async function loadApps(): Promise<App[]> {
  return (await read<{ apps: App[] }>(`/agent/apps.json${localAppsQuery()}`)).apps;
}

/** `?zcli_apps=true` asks for the apps of `zcli apps:server`; it holds for the tab, as in a page that never reloads. */
function localAppsQuery(): string {
  const query = new URLSearchParams(location.search);
  if (query.has('zcli_apps')) sessionStorage.setItem('zcliApps', query.toString());
  const kept = sessionStorage.getItem('zcliApps');
  return kept ? `?${kept}` : '';
}

export interface AppPlace {
  location: string;
  /** Paths of this place beyond those that every location has. */
  surface?: Surface;
  /** Parts of `client.context()`, such as the ticket id. */
  context?: () => Record<string, unknown>;
  /** What an app hears at once when it subscribes to an event: the state at first load. */
  atSubscribe?: (event: string) => unknown;
}

/** Makes the host of an app; its modals open over the page. */
export function hostApp(
  app: App,
  { user, subdomain }: PageContext,
  { surface = {}, context = () => ({}), atSubscribe = () => undefined }: AppPlace,
): ZafHost {
  const openModal = (url: string, size: { width?: string; height?: string }) =>
    showModal(host, url, size);
  const host: ZafHost = new ZafHost({
    app,
    subdomain,
    colorScheme,
    context,
    atSubscribe,
    surfaceFor: (frame) => ({
      ...workspaceSurface(host, frame, { subdomain, user, openModal }),
      ...surface,
    }),
  });
  let shown = colorScheme();
  onColorScheme((is) => {
    host.emitChange('colorScheme', { is, was: shown });
    shown = is;
  });
  onChange((change) => {
    if (!isPushFor(change, app, user)) return;
    const { event, body, senderId } = change;
    host.emit(`api_notification.${event}`, { body, sender: senderId });
  });
  tellPresence(host);
  tellWindow(host);
  return host;
}

const WINDOW_EVENT_MS = 33;

/** Zendesk's own tokens are not published; an app must not need to navigate the workspace away. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Makes the iframe of an app and loads it. */
export function appFrame(host: ZafHost, location: string, url: string): AppFrame {
  const iframe = h('iframe', { title: host.app.name, sandbox: SANDBOX, class: `app ${location}` });
  return host.open(location, url, iframe);
}

function showModal(
  host: ZafHost,
  url: string,
  size: { width?: string; height?: string },
): AppFrame {
  const frame = appFrame(host, 'modal', url);
  const { iframe } = frame;
  if (size.width) iframe.style.width = size.width;
  if (size.height) iframe.style.height = size.height;
  const close = () => closeModal(host, frame);
  const dialog = h(
    'dialog',
    { class: 'modal', 'aria-label': host.app.name, oncancel: close },
    h(
      'header',
      {},
      h('h2', {}, host.app.name),
      h('button', { class: 'quiet', 'aria-label': 'Close', onclick: close }, icon('close')),
    ),
    iframe,
  );
  document.body.append(dialog);
  dialog.showModal();
  return frame;
}

/**
 * Pushes reach the installed app's open instances, those of one agent when they name one, and never an app of
 * `zcli apps:server`. https://developer.zendesk.com/api-reference/ticketing/apps/apps/#send-notification-to-app
 */
function isPushFor(change: Change, app: App, user: User): boolean {
  if (change.type !== 'app.notify' || change.appId !== app.appId || app.isLocal) return false;
  return change.agentId === null || change.agentId === user.id;
}

/** A ticket tab that comes to the front is activated, as when an agent turns to it. */
function tellPresence(host: ZafHost): void {
  document.addEventListener('visibilitychange', () => {
    host.tellPresence(document.visibilityState === 'visible');
  });
}

/** `window.resize` and `window.scroll`, one in 33 ms at most; that they say no more is UNVERIFIED. */
function tellWindow(host: ZafHost): void {
  for (const name of ['resize', 'scroll']) {
    let timer: number | undefined;
    const tell = () => {
      timer = undefined;
      host.emit(`window.${name}`);
    };
    const soon = () => (timer ??= window.setTimeout(tell, WINDOW_EVENT_MS));
    window.addEventListener(name, soon, { capture: true, passive: true });
  }
}
