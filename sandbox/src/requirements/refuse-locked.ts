import type { Account } from '../account.ts';
import { forbidden } from '../http/errors.ts';

/**
 * Throws 403 when the object was made by the requirements of an app that is still installed; nobody but the app's
 * removal deletes it then. UNVERIFIED, hence a switch.
 */
export function refuseLocked(account: Account, type: string, id: number | string): void {
  if (!account.switches.requirementsLocked) return;
  const owner = account.installations.find(({ requirements }) =>
    requirements.some(
      (each) => each.requirement_type === type && String(each.requirement_id) === String(id),
    ),
  );
  if (!owner) return;
  const name = owner.manifest.name ?? 'an app';
  throw forbidden(`This belongs to ${name}. Remove the app to delete it.`);
}
