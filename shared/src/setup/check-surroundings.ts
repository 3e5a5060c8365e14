import { newFinding } from './finding.ts';
import type { FindingParts, SetupObject } from './finding.ts';
import type { CheckInput, CheckResult, Judged } from './judged.ts';
import { noResult } from './judged.ts';
import { personDoes } from './places.ts';

/** So many in a row are no hiccup. */
const FAILING_IN_A_ROW = 3;
const DELIVERIES: SetupObject = { kind: 'deliveries', name: 'Deliveries' };
const HELP_CENTER: SetupObject = { kind: 'help_center', name: 'Help center' };

const result = (parts: FindingParts): CheckResult => {
  const judged: Judged = { finding: newFinding(parts) };
  return { judged: [judged], passed: [] };
};

/** What Zendesk itself says about our webhook's deliveries. */
export function checkDeliveries({ account, own }: CheckInput): CheckResult {
  const { deliveries } = account;
  if (deliveries.kind === 'unreadable' || deliveries.value.total === 0) return noResult();
  const { total, failed, failedInARow, newestStatus = '', newestStatusCode } = deliveries.value;
  if (failed === 0)
    return { judged: [], passed: [{ object: DELIVERIES, check: 'deliveries_arrive' }] };
  const status = [newestStatus, newestStatusCode].filter(Boolean).join(' ');
  const fix = personDoes('webhooks', `${own.webhook.kept?.name ?? 'Smart Assistant'} > Activity`);
  const isOpen = failedInARow > 0 && newestStatus === 'circuit broken';
  if (isOpen || failedInARow >= Math.min(FAILING_IN_A_ROW, total)) {
    const params = { count: String(failedInARow), status };
    return result({ code: 'deliveries_failing', object: DELIVERIES, actual: status, params, fix });
  }
  const params = { count: String(failed), total: String(total) };
  return result({ code: 'deliveries_some_failed', object: DELIVERIES, params, fix });
}

/** The assistant answers from published articles. */
export function checkHelpCenter({ account }: CheckInput): CheckResult {
  const { helpCenter } = account;
  const fix = personDoes('helpCenter');
  if (helpCenter.kind === 'unreadable') {
    const { reason } = helpCenter;
    return result({ code: 'no_help_center', object: HELP_CENTER, params: { reason }, fix });
  }
  if (helpCenter.value.articles === 0)
    return result({ code: 'no_articles', object: HELP_CENTER, fix });
  return { judged: [], passed: [{ object: HELP_CENTER, check: 'articles_found' }] };
}
