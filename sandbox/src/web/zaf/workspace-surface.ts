import { colorScheme } from '../color-scheme.ts';
import { read } from '../api.ts';
import type { User } from '../session.ts';
import { toast } from '../toast.ts';
import type { ToastKind } from '../toast.ts';
import type { ZafHost } from '../zaf-host.ts';
import type { AppFrame } from './frame.ts';
import type { Surface } from './surface.ts';

/** The sidebar is as wide as the tray; apps choose the height only. */
const MAX_HEIGHT_PX = 4000;

export interface WorkspaceOptions {
  subdomain: string;
  user: User;
  /** Opens a modal for the app and answers its frame. */
  openModal: (url: string, size: { width?: string; height?: string }) => AppFrame;
}

/** The paths that every location has: users, account, frame, navigation, notifications. */
export function workspaceSurface(
  host: ZafHost,
  frame: AppFrame,
  { subdomain, user, openModal }: WorkspaceOptions,
): Surface {
  return {
    ...currentUserPaths(user),
    currentAccount: { get: () => ({ subdomain }) },
    colorScheme: { get: () => colorScheme() },
    requirement: { get: (name) => requirement(host, name ?? '') },
    assetURL: { get: (file) => new URL(file ?? '', host.app.assetUrlPrefix).href },
    instances: { get: () => instances(host) },
    resize: { invoke: ([size]) => resize(frame, size as { width?: string; height?: string }) },
    notify: { invoke: ([message, kind, options]) => notify(message, kind, options) },
    routeTo: { invoke: ([place, id]) => routeTo(String(place), id) },
    'instances.create': {
      invoke: ([asked]) => {
        const { url, size } = asked as { url: string; size?: object };
        return [{ instanceGuid: openModal(url, size ?? {}).guid }];
      },
    },
    destroy: { invoke: () => closeModal(host, frame) },
    hide: { invoke: () => void (boxOf(frame).hidden = true) },
    show: { invoke: () => void (boxOf(frame).hidden = false) },
    // Of the top bar, which the workspace has not: nothing pops up here, and nothing is left to load.
    popover: { invoke: () => null },
    preloadPane: { invoke: () => null },
    // Zendesk's own SDK reports clicks; unanswered it would wait for five minutes.
    track: { invoke: () => null },
  };
}

/** The app with its title. */
const boxOf = ({ iframe }: AppFrame) => iframe.closest<HTMLElement>('.app-box') ?? iframe;

/** Closes a modal and tells the app; other locations cannot be destroyed by their app. */
export function closeModal(host: ZafHost, frame: AppFrame): void {
  if (frame.location !== 'modal') return;
  host.emit('modal.close', undefined, frame);
  const dialog = frame.iframe.closest('dialog');
  dialog?.close();
  host.close(frame, dialog ?? frame.iframe);
}

function resize(
  frame: AppFrame,
  size: { width?: string | number; height?: string | number },
): void {
  const height = Number.parseFloat(String(size.height ?? ''));
  if (height > 0) frame.iframe.style.height = `${Math.min(height, MAX_HEIGHT_PX)}px`;
  if (frame.location === 'modal' && size.width) frame.iframe.style.width = cssLength(size.width);
}

const cssLength = (value: string | number) => (typeof value === 'number' ? `${value}px` : value);

function notify(message: unknown, kind: unknown, options: unknown): void {
  const { sticky = false } = (options ?? {}) as { sticky?: boolean };
  const known = kind === 'alert' || kind === 'error' ? kind : 'notice';
  toast(String(message), known satisfies ToastKind, { sticky });
}

function routeTo(place: string, id: unknown): void {
  if (place === 'ticket') window.location.assign(`/agent/tickets/${String(id)}`);
  else if (place === 'nav_bar') window.location.assign(`/agent/apps/${String(id)}`);
  else toast(`An app asked for the page of ${place} ${String(id ?? '')}`);
}

function instances(host: ZafHost): Record<string, unknown> {
  const open = [...host.frames].filter(({ isClosing }) => !isClosing);
  const entries = open.map(({ guid, location }) => [guid, { instanceGuid: guid, location }]);
  return Object.fromEntries(entries);
}

async function requirement(host: ZafHost, name: string): Promise<unknown> {
  const path = `/api/v2/apps/installations/${host.app.installationId}/requirements.json`;
  const { requirements } = await read<{ requirements: Array<{ identifier: string }> }>(path);
  return requirements.find(({ identifier }) => identifier === name) ?? null;
}

/** Only who asks for groups makes the page read them. */
function currentUserPaths(user: User): Surface {
  const { id, name, email, role, locale, time_zone, tags, external_id } = user;
  const known = {
    id,
    name,
    email,
    role,
    locale: locale ?? 'en-US',
    timeZone: { name: time_zone ?? 'UTC' },
    organizations: [],
    tags: tags ?? [],
    avatarUrl: '',
    externalId: external_id ?? null,
  };
  const parts = Object.entries(known).map(([part, value]) => [
    `currentUser.${part}`,
    { get: () => value },
  ]);
  return {
    ...Object.fromEntries(parts),
    currentUser: { get: async () => ({ ...known, groups: await groupsOf(user) }) },
    'currentUser.groups': { get: () => groupsOf(user) },
  };
}

/** In the sandbox everybody is in one group at most. */
async function groupsOf({ default_group_id: groupId }: User) {
  if (!groupId) return [];
  const { group } = await read<{ group: { id: number; name: string } }>(
    `/api/v2/groups/${groupId}.json`,
  );
  return [{ id: group.id, name: group.name }];
}
