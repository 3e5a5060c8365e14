import { useEffect, useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';

const STORAGE_KEY = 'smart-assistant.admin';

/**
 * Whether the signed-in agent is an admin, as Zendesk's API says: the role that the app framework names is not
 * documented for custom roles. Asked once a browser tab, since every ticket opens this app anew; a wrong
 * answer shows or hides a button, Zendesk itself refuses what is not allowed.
 */
export function useIsAdmin(zendesk: Zendesk | undefined): boolean {
  const [isAdmin, setIsAdmin] = useState(false);

  useEffect(() => {
    if (!zendesk) return;
    let isCurrent = true;
    void askOnce(zendesk).then((answer) => {
      if (isCurrent) setIsAdmin(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [zendesk]);

  return isAdmin;
}

async function askOnce(zendesk: Zendesk): Promise<boolean> {
  const remembered = `${zendesk.subdomain} ${zendesk.agentId}`;
  const known = stored();
  if (known === `${remembered} yes`) return true;
  if (known === `${remembered} no`) return false;
  try {
    const { user } = (await zendesk.request('GET', '/api/v2/users/me.json')) as {
      user: { role?: unknown };
    };
    const isAdmin = user.role === 'admin';
    store(`${remembered} ${isAdmin ? 'yes' : 'no'}`);
    return isAdmin;
  } catch {
    return false;
  }
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function store(value: string): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, value);
  } catch {
    // Frames may be kept from storing anything: it is then asked again for the next ticket.
  }
}
