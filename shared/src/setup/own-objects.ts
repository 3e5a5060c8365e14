import { TICKET_FIELD, TRIGGERS, webhookSpec } from '../setup-spec.ts';
import type { SetupSpec } from '../setup-spec.ts';
import { valueOr } from './account.ts';
import type { Account } from './account.ts';
import type { TicketField, Trigger, Webhook } from './account-schemas.ts';
import { isSameEndpoint, slugOfEndpoint } from './endpoint.ts';
import type { OwnIds } from './finding.ts';
import { roleOfTrigger } from './trigger-role.ts';
import type { TriggerRole } from './trigger-role.ts';
import { fieldIdsInBody, notifications } from './trigger-actions.ts';

/** The parts of an account in which objects of ours can be. */
export type OwnParts = Pick<Account, 'ticketFields' | 'webhooks' | 'triggers'>;

/** Found objects of one kind: the one that counts, and others of ours beside it. */
export interface Owned<T> {
  kept: T | undefined;
  duplicates: T[];
}

export interface OwnObjects {
  field: Owned<TicketField>;
  webhook: Owned<Webhook>;
  /** Of ours, but no trigger can use them, or nobody can read their secret. */
  unusableWebhooks: Webhook[];
  triggers: Record<TriggerRole, Owned<Trigger>>;
  /** Tell a webhook of ours, but of what cannot be made out. */
  unknownTriggers: Trigger[];
}

/**
 * Which objects are ours: by stored id, then by exact endpoint (a trigger: by telling such a webhook), then by
 * name and our mark. Everything else is somebody else's and is never written to.
 */
export function findOwnObjects(spec: SetupSpec, parts: OwnParts): OwnObjects {
  const webhooks = valueOr(parts.webhooks, []);
  const own = webhooks.filter(ownsWebhook(spec, webhooks));
  const usable = byPreference(own.filter(isUsable), [
    ({ id }) => id === spec.webhookId,
    ({ endpoint }) => isSameEndpoint(endpoint, webhookSpec(spec.backendUrl, spec.slug).endpoint),
    ({ status }) => status === 'active',
  ]);
  const triggers = findTriggers(valueOr(parts.triggers, []), {
    ownIds: new Set(own.map(({ id }) => id)),
    keptId: usable[0]?.id,
    foreignIds: new Set(webhooks.filter((each) => isOfOtherTenant(each, spec)).map(({ id }) => id)),
  });
  return {
    field: findField(spec, valueOr(parts.ticketFields, []), triggers),
    webhook: {
      kept: usable[0],
      duplicates: usable.slice(1).filter(({ status }) => status === 'active'),
    },
    unusableWebhooks: own.filter((each) => !isUsable(each)),
    ...triggers,
  };
}

/** The ids of what counts. */
export function idsOf({ field, webhook, triggers }: OwnObjects): OwnIds {
  const ids = {
    stateFieldId: field.kept?.id,
    webhookId: webhook.kept?.id,
    commentTriggerId: triggers.comment.kept?.id,
    closedTriggerId: triggers.closed.kept?.id,
  };
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined)) as OwnIds;
}

/** Text or several lines: what the state, one line of text, can be written to. */
export function canHoldState({ type }: TicketField): boolean {
  return type === 'text' || type === 'textarea';
}

/** How a webhook is connected is fixed for life, and the secret of one made by an app stays hidden. */
export function isUsable(webhook: Webhook): boolean {
  return takesTriggers(webhook) && !isMadeByApp(webhook);
}

export function takesTriggers({ subscriptions }: Webhook): boolean {
  return subscriptions.every((name) => !name.startsWith('zen:'));
}

export function isMadeByApp({ external_source: source }: Webhook): boolean {
  return source !== null && source !== undefined;
}

/**
 * A stored id that names another webhook than the one with our endpoint is a slip, unless the webhook carries
 * our mark. The mark alone counts only where neither id nor endpoint matches anything.
 */
function ownsWebhook(spec: SetupSpec, all: readonly Webhook[]): (webhook: Webhook) => boolean {
  const wanted = webhookSpec(spec.backendUrl, spec.slug);
  const isExact = ({ endpoint }: Webhook) => isSameEndpoint(endpoint, wanted.endpoint);
  const isMarkedAsOurs = ({ name, description }: Webhook) =>
    name === wanted.name && description === wanted.description;
  const hasExact = all.some(isExact);
  const isSure = (webhook: Webhook) =>
    isExact(webhook) || (webhook.id === spec.webhookId && (!hasExact || isMarkedAsOurs(webhook)));
  if (all.some(isSure)) return isSure;
  return (webhook) => isMarkedAsOurs(webhook) && !isOfOtherTenant(webhook, spec);
}

function isOfOtherTenant({ endpoint }: Webhook, spec: SetupSpec): boolean {
  const slug = slugOfEndpoint(endpoint);
  return slug !== undefined && slug !== spec.slug;
}

interface WebhookIds {
  ownIds: ReadonlySet<string>;
  keptId: string | undefined;
  foreignIds: ReadonlySet<string>;
}

function findTriggers(
  all: readonly Trigger[],
  { ownIds, keptId, foreignIds }: WebhookIds,
): Pick<OwnObjects, 'triggers' | 'unknownTriggers'> {
  const tells = (trigger: Trigger, ids: ReadonlySet<string>) =>
    notifications(trigger).some(({ webhookId }) => ids.has(webhookId));
  const own = all.filter(
    (trigger) => tells(trigger, ownIds) || (isMarked(trigger) && !tells(trigger, foreignIds)),
  );
  const ofRole = (role: TriggerRole): Owned<Trigger> => {
    const sorted = byPreference(
      own.filter((trigger) => roleOfTrigger(trigger) === role),
      [
        ({ active }) => active,
        (trigger) => keptId !== undefined && tells(trigger, new Set([keptId])),
        isMarked,
      ],
    );
    return { kept: sorted[0], duplicates: sorted.slice(1).filter(({ active }) => active) };
  };
  return {
    triggers: { comment: ofRole('comment'), closed: ofRole('closed') },
    unknownTriggers: own.filter((trigger) => roleOfTrigger(trigger) === undefined),
  };
}

function isMarked({ title, description }: Trigger): boolean {
  return TRIGGERS.some((spec) => spec.title === title && spec.description === description);
}

/**
 * A field made by hand carries no mark: the stored id and the triggers' bodies tell which one it is. Two of these
 * three are sure. A stored id alone that names an unmarked field beside a marked one is a slip.
 */
function findField(
  spec: SetupSpec,
  all: readonly TicketField[],
  { triggers }: Pick<OwnObjects, 'triggers'>,
): Owned<TicketField> {
  const bodies = [triggers.comment.kept, triggers.closed.kept];
  const carried = new Set(bodies.flatMap((trigger) => (trigger ? fieldIdsInBody(trigger) : [])));
  const isStored = ({ id }: TicketField) => id === spec.stateFieldId;
  const isCarried = ({ id }: TicketField) => carried.has(id);
  const isMarkedField = ({ agent_description: mark }: TicketField) =>
    mark === TICKET_FIELD.agent_description;
  const claims = [isStored, isMarkedField, isCarried];
  const usable = all.filter(
    (field) => field.removable && canHoldState(field) && claims.some((claim) => claim(field)),
  );
  const [kept, ...others] = byPreference(usable, [
    (field) => isStored(field) && (isMarkedField(field) || isCarried(field)),
    isMarkedField,
    isStored,
    ({ active }) => active,
  ]);
  return { kept, duplicates: others.filter((each) => isMarkedField(each) && each.active) };
}

/** Best first; among equals the oldest: ids grow. */
export function byPreference<T extends { id: string }>(
  items: readonly T[],
  claims: Array<(item: T) => boolean>,
): T[] {
  return items.toSorted((a, b) => {
    for (const claim of claims) {
      const difference = Number(claim(b)) - Number(claim(a));
      if (difference !== 0) return difference;
    }
    return compareIds(a.id, b.id);
  });
}

/** Ids are digits of any length, or ULIDs of one length: both grow with time. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
