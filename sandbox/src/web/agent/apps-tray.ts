import { h, icon } from '../dom.ts';
import type { ZafHost } from '../zaf-host.ts';
import type { App } from '../zaf/app.ts';
import { appFrame } from './apps.ts';

/** The tray at the right with every app that has a ticket_sidebar location and loads there by itself. */
export function appsTray(hosts: Array<{ app: App; host: ZafHost }>): HTMLElement {
  const shown = hosts.filter(({ app }) => app.locations['ticket_sidebar']?.autoLoad);
  const empty = h('p', { class: 'empty' }, 'No app is installed for tickets.');
  return h(
    'aside',
    { class: 'tray', 'aria-label': 'Apps' },
    ...(shown.length > 0 ? shown.map(({ app, host }) => appBox(app, host)) : [empty]),
  );
}

function appBox(app: App, host: ZafHost): HTMLElement {
  const url = app.locations['ticket_sidebar']?.url ?? '';
  let frame = appFrame(host, 'ticket_sidebar', url);
  const reload = () => {
    const old = frame;
    frame = appFrame(host, 'ticket_sidebar', url);
    old.iframe.hidden = true;
    old.iframe.after(frame.iframe);
    host.close(old);
  };
  return h(
    'details',
    { class: 'app-box', open: true },
    h(
      'summary',
      {},
      h('img', {
        src: new URL('logo-small.png', app.assetUrlPrefix).href,
        alt: '',
        width: 20,
        height: 20,
        onerror: (event: Event) => (event.target as HTMLElement).remove(),
      }),
      h('h2', {}, app.name),
      h(
        'button',
        { class: 'quiet', 'aria-label': `Reload ${app.name}`, onclick: reload },
        icon('reload'),
      ),
    ),
    frame.iframe,
  );
}
