import type { Account } from '../account.ts';
import type { Requirements } from '../app-package.ts';
import type { Installation } from '../installation.ts';
import { MAKERS } from './makers.ts';
import type { Requirement } from './requirement.ts';

const ORDER = Object.keys(MAKERS);

/**
 * Makes what the app's requirements ask for and the installation lacks, and removes what they no longer ask for.
 * Throws what the type's API would answer; nothing of this call is left then.
 */
export function syncRequirements(account: Account, installation: Installation): void {
  const wanted = inOrder(installation.build?.requirements ?? {});
  const made: Requirement[] = [];
  try {
    for (const [type, identifier, body] of wanted) {
      if (find(installation.requirements, identifier)) continue;
      const known = [...installation.requirements, ...made];
      made.push(make({ account, installation, known }, { type, identifier, body }));
    }
  } catch (error) {
    removeAll(account, made);
    throw error;
  }
  installation.requirements.push(...made);
  const names = new Set(wanted.map(([, identifier]) => identifier));
  const surplus = installation.requirements.filter(({ identifier }) => !names.has(identifier));
  removeRequirements(account, installation, surplus);
}

/** Forgets them; whether their objects go with them is a switch. */
export function removeRequirements(
  account: Account,
  installation: Installation,
  gone: Requirement[] = installation.requirements,
): void {
  if (account.switches.uninstallDeletesRequirements) removeAll(account, gone);
  installation.requirements = installation.requirements.filter((each) => !gone.includes(each));
}

/** The newest first: a trigger must go before the webhook that it names. */
function removeAll(account: Account, requirements: Requirement[]): void {
  for (const { requirement_type: type, requirement_id: id } of [...requirements].reverse()) {
    MAKERS[type]?.remove(account, id);
  }
}

type Wanted = [type: string, identifier: string, body: object];

function inOrder(requirements: Requirements): Wanted[] {
  const types = Object.keys(requirements).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return types.flatMap((type) =>
    Object.entries(requirements[type] ?? {}).map(([identifier, body]): Wanted => [
      type,
      identifier,
      body,
    ]),
  );
}

interface Context {
  account: Account;
  installation: Installation;
  known: Requirement[];
}

function make(
  { account, installation, known }: Context,
  { type, identifier, body }: { type: string; identifier: string; body: object },
): Requirement {
  const maker = MAKERS[type];
  if (!maker) throw new Error(`The sandbox does not imitate requirements of type ${type}`);
  const { switches, clock } = account;
  const filled = switches.settingsInRequirements ? withSettings(body, installation) : body;
  const linked = switches.requirementsByIdentifier ? withIds(filled, known) : filled;
  const at = clock.iso();
  return {
    identifier,
    requirement_id: maker.create(account, linked, installation),
    requirement_type: type,
    account_id: account.id,
    created_at: at,
    updated_at: at,
  };
}

function withSettings(body: object, { settings }: Installation): object {
  const fill = (text: string) =>
    text.replace(/\{\{setting\.([\w-]+)\}\}/g, (placeholder, name: string) =>
      String(settings[name] ?? placeholder),
    );
  return JSON.parse(JSON.stringify(body), (_key, value: unknown) =>
    typeof value === 'string' ? fill(value) : value,
  ) as object;
}

/** `["hook", body]` of an action becomes `["01K…", body]` when a webhook of the file is called `hook`. */
function withIds(body: object, known: Requirement[]): object {
  const { actions } = body as { actions?: Array<{ field: string; value: unknown }> };
  if (!Array.isArray(actions)) return body;
  const link = (value: unknown): unknown =>
    (typeof value === 'string' && find(known, value)?.requirement_id) || value;
  return {
    ...body,
    actions: actions.map(({ field, value }) => ({
      field,
      value: Array.isArray(value) ? [link(value[0]), ...value.slice(1)] : link(value),
    })),
  };
}

function find(requirements: Requirement[], identifier: string): Requirement | undefined {
  return requirements.find((each) => each.identifier === identifier);
}
