import type { AppliedFix } from '@smart-assistant/shared/setup/applied.ts';
import type { Difference, Finding, SetupObject } from '@smart-assistant/shared/setup/finding.ts';
import type { RoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import type { TenantCheck } from '../setup/check-tenant.ts';
import type { SecretReading } from '../setup/learn.ts';
import type { Mended } from '../setup/mend-tenant.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Findings as a table, a block for each object; of an account that cannot be read only why. */
export function checkText(tenant: Tenant, { plan, isReadable, trouble }: TenantCheck): string {
  const title = `Set-up of ${tenant.slug} (${tenant.zendeskUrl})`;
  if (!isReadable) return [title, '', unreadableText(tenant, trouble)].join('\n');
  const blocks = Map.groupBy(plan.findings, ({ object }) => titleOf(object));
  return [
    title,
    ...[...blocks].flatMap(([object, findings]) => ['', object, ...findings.flatMap(findingLines)]),
    '',
    summary(plan.findings, plan.passed.length),
  ].join('\n');
}

function unreadableText({ slug }: Tenant, trouble: string | undefined): string {
  return [
    'Not checked: Zendesk could not be read.',
    ...(trouble === undefined ? [] : [`  ${trouble}`]),
    `Is the address right, do the credentials work? "npm run tenant -- add ${slug}" sets others.`,
  ].join('\n');
}

/** What --apply is about to write, field by field. */
export function previewText(writes: readonly Finding[]): string {
  if (writes.length === 0) return 'Nothing to write.';
  return ['To be written:', ...writes.flatMap(writeLines)].join('\n');
}

/** What became of it, and whether a delivery arrives. */
export function mendedText({ slug }: Tenant, { applied, secret, roundTrip }: Mended): string {
  return [
    ...applied.results.map(resultLine),
    `Signing secret: ${SECRETS[secret].replace('<slug>', slug)}`,
    ...(roundTrip ? [`Test delivery: ${roundTripText(roundTrip)}`] : []),
    '',
  ].join('\n');
}

function titleOf({ kind, id, name }: SetupObject): string {
  const what = kind.replaceAll('_', ' ');
  const title = name === '' ? what : `${what}: ${name}`;
  return `${title}${id === undefined ? '' : ` (${id})`}`;
}

function findingLines({ severity, code, field, expected, actual, why, fix }: Finding): string[] {
  const values = [
    actual === undefined ? undefined : `is: ${inOneLine(actual)}`,
    expected === undefined ? undefined : `should be: ${inOneLine(expected)}`,
  ].filter((line) => line !== undefined);
  return [
    `  ${severity.padEnd(9)} ${code}${field === undefined ? '' : `  [${field}]`}`,
    ...[...values, why, fixText(fix)].map((line) => `            ${line}`),
  ];
}

function fixText(fix: Finding['fix']): string {
  return fix.kind === 'write'
    ? `fix: ${fix.write.verb} it with --apply`
    : `fix by hand: ${fix.place}`;
}

function writeLines({ object, fix }: Finding): string[] {
  if (fix.kind !== 'write') return [];
  const { verb, method, path, differences } = fix.write;
  return [`  ${verb} ${titleOf(object)}  (${method} ${path})`, ...differences.map(differenceLine)];
}

function differenceLine({ field, before, after }: Difference): string {
  // One condition a line, which would run into each other.
  const lines = (text: string) => (field.startsWith('conditions') ? text.split('\n') : [text]);
  const told = (text: string) => inOneLine(lines(text).join('; ')) || '(empty)';
  return `    ${field}: ${before === undefined ? '' : `${told(before)} -> `}${told(after)}`;
}

function resultLine({ object, code, outcome, status, message }: AppliedFix): string {
  const about = [status, message].filter((part) => part !== undefined && part !== '').join(' ');
  const words = outcome.replaceAll('_', ' ');
  return `${words}: ${titleOf(object)}, for ${code}${about === '' ? '' : ` (${about})`}`;
}

const SECRETS: Record<SecretReading, string> = {
  known: 'known.',
  learned: 'read from Zendesk and stored.',
  forbidden:
    "Zendesk does not show it to the assistant's user. Reveal it in Admin Center, then: npm run tenant -- add <slug> --signing-secret -",
  unreadable: 'Zendesk did not answer; run set-up again.',
  no_webhook: 'there is no webhook yet.',
};

function roundTripText(trip: RoundTrip): string {
  switch (trip.kind) {
    case 'proven':
      return 'arrived, and its signature is right.';
    case 'secret_unknown':
      return 'arrived, but the server does not know the signing secret.';
    case 'wrong_answer':
      return `something answered ${trip.status}, but not this server: is PUBLIC_URL right?`;
    case 'not_reached':
      return 'Zendesk could not reach the server: is it running, and is PUBLIC_URL right?';
    case 'refused':
      return `Zendesk did not let us test (${trip.status}${trip.message === '' ? '' : `, ${trip.message}`}).`;
  }
}

function summary(findings: readonly Finding[], passed: number): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return `${count('broken')} broken, ${count('degraded')} degraded, ${count('advice')} advice, ${passed} fine`;
}

/** Long bodies are cut: the table is to be read. */
function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}
