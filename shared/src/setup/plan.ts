import type { SetupSpec } from '../setup-spec.ts';
import type { Account } from './account.ts';
import { checkAccess } from './check-access.ts';
import { checkField } from './check-field.ts';
import { checkOthers } from './check-others.ts';
import { checkDeliveries, checkHelpCenter } from './check-surroundings.ts';
import { checkReadable } from './check-readable.ts';
import { checkTriggers } from './check-triggers.ts';
import { checkWebhook } from './check-webhook.ts';
import type { Finding, Plan, Severity } from './finding.ts';
import { merged } from './judged.ts';
import { findOwnObjects, idsOf } from './own-objects.ts';

/** In the order in which the objects depend on each other. */
const CHECKS = [
  checkReadable,
  checkAccess,
  checkField,
  checkWebhook,
  checkTriggers,
  checkDeliveries,
  checkHelpCenter,
  checkOthers,
];

const RANK: Record<Severity, number> = { broken: 0, degraded: 1, advice: 2 };

/** What the account has against what it needs. Pure: the same account gives the same plan. */
export function plan(spec: SetupSpec, account: Account): Plan {
  const own = findOwnObjects(spec, account);
  const { judged, passed } = merged(CHECKS.map((check) => check({ spec, account, own })));
  const findings = judged.map(({ finding }) => finding).filter(isFirstOfItsKey);
  return {
    findings: findings.toSorted(worstFirstWithinObjects(findings)),
    passed,
    found: idsOf(own),
    isWorking: findings.every(({ severity }) => severity !== 'broken'),
  };
}

/** The same condition written twice is one finding. */
function isFirstOfItsKey({ key }: Finding, index: number, all: readonly Finding[]): boolean {
  return all.findIndex((each) => each.key === key) === index;
}

function worstFirstWithinObjects(all: readonly Finding[]) {
  const objectKey = ({ object }: Finding) => `${object.kind}:${object.id}`;
  const order = [...new Set(all.map(objectKey))];
  return (a: Finding, b: Finding): number =>
    order.indexOf(objectKey(a)) - order.indexOf(objectKey(b)) ||
    RANK[a.severity] - RANK[b.severity];
}
