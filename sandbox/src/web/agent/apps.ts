import { read } from '../api.ts';
import { colorScheme, onColorScheme } from '../color-scheme.ts';
import { h, icon } from '../dom.ts';
import { onChange } from '../live.ts';
import type { User } from '../session.ts';
import { ZafHost } from '../zaf-host.ts';
import type { App } from '../zaf-host.ts';
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
  onColorScheme((scheme) => host.emit('colorScheme.changed', scheme));
  onChange(({ type, appId, event, body }) => {
    if (type !== 'app.notify' || appId !== app.appId) return;
    host.emit(`api_notification.${event}`, { body, sender: null });
  });
  tellFocus(host);
  return host;
}

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

/** A ticket tab that comes to the front is activated, as when an agent turns to it. */
function tellFocus(host: ZafHost): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') host.emit('app.activated', { firstLoad: false });
    else host.emit('app.deactivated');
  });
}
