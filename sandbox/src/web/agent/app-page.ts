import { fill, h } from '../dom.ts';
import { appFrame, hostApp } from './apps.ts';
import type { PageContext } from './apps.ts';
import { showTab } from './chrome.ts';

/** The full page of an app with a nav_bar location. */
export async function appPage(main: HTMLElement, id: string, page: PageContext): Promise<void> {
  const app = page.apps.find(({ appId }) => String(appId) === id);
  const place = app?.locations['nav_bar'];
  if (!app || !place) {
    showTab('App');
    fill(main, h('section', { class: 'list' }, h('h1', {}, 'This app has no page of its own.')));
    return;
  }
  showTab(app.name);
  const host = hostApp(app, page, { location: 'nav_bar' });
  fill(main, appFrame(host, 'nav_bar', place.url).iframe);
}
