import type { Account } from '../account.ts';
import { invalidBase, recordInvalid, type Detail } from '../http/errors.ts';
import { checkTemplate } from '../liquid/render.ts';
import type { Action, Condition, Conditions } from '../rule-records.ts';
import { actionDefinitions, conditionDefinitions, type Definition } from './definitions.ts';
import { OPERATOR_TITLES, TERMINAL } from './operators.ts';

/** A rule, its JSON body included, must be smaller: https://support.zendesk.com/hc/en-us/articles/4408886797466 */
const MAX_RULE_BYTES = 65 * 1024;

/** Throws the 422 of the triggers API when conditions or actions are not allowed in this account. */
export function validateRule(
  account: Account,
  rule: { conditions: Conditions; actions: Action[] },
): void {
  if (rule.actions.length === 0) throw invalidBase('Trigger must contain at least one action');
  if (Buffer.byteLength(JSON.stringify(rule)) >= MAX_RULE_BYTES) {
    throw invalidBase('Trigger is too large (maximum is 65 KB)');
  }
  const definitions = conditionDefinitions(account);
  const conditions = [...rule.conditions.all, ...rule.conditions.any];
  const problems = [
    ...conditions.flatMap((condition) => conditionProblem(definitions, condition) ?? []),
    ...rule.actions.flatMap((action) => actionProblem(account, action) ?? []),
  ].map((description): Detail => ({ description }));
  if (problems.length > 0) throw recordInvalid({ base: problems });
}

function conditionProblem(definitions: Definition[], condition: Condition): string | undefined {
  const definition = definitions.find(({ subject }) => subject === condition.field);
  if (!definition) return `Invalid field '${condition.field}'`;
  const operator = condition.operator || 'is';
  if (!definition.operators.includes(operator)) {
    return `Invalid operator '${operator}' in '${definition.title}'`;
  }
  if (TERMINAL.has(operator)) return undefined;
  const value = String(condition.value ?? '');
  if (!definition.values || definition.values.some(([allowed]) => allowed === value))
    return undefined;
  return `Invalid value '${value}' in '${definition.title} / ${OPERATOR_TITLES[operator]} / ${value}'`;
}

function actionProblem(account: Account, { field, value }: Action): string | undefined {
  const known = actionDefinitions(account).find(({ subject }) => subject === field);
  if (!known) return `Invalid action '${field}'`;
  if (field !== 'notification_webhook') return undefined;
  const [webhookId, template] = Array.isArray(value) ? value : [value];
  const webhook = account.store.webhooks.get(String(webhookId));
  // A webhook is either subscribed to events or connected to rules.
  const takesEvents = webhook?.subscriptions.some((name) => name.startsWith('zen:')) ?? false;
  if (!webhook || takesEvents) {
    return `Invalid value '${String(webhookId)}' in '${known.title}'`;
  }
  return typeof template === 'string' ? templateProblem(template) : undefined;
}

function templateProblem(template: string): string | undefined {
  try {
    checkTemplate(template);
    return undefined;
  } catch (error) {
    return `Liquid syntax error: ${error instanceof Error ? error.message : String(error)}`;
  }
}
