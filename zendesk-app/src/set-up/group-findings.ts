import type { Finding, Plan, SetupObject } from '@smart-assistant/shared/setup/finding.ts';
import type { FindingCode } from '@smart-assistant/shared/setup/finding-table.ts';

export interface ObjectFindings {
  object: SetupObject;
  findings: Finding[];
}

/** Findings about what somebody else has built: set-up never writes to it. */
const RADAR: readonly FindingCode[] = [
  'field_written_by_other',
  'other_assistant',
  'other_installation',
  'other_writer_answers',
  'other_tells_webhook',
  'tags_replaced',
];

/** Object by object, in the plan's order: ours first, then what others do in this account. */
export function groupFindings({ findings }: Plan): Record<'own' | 'others', ObjectFindings[]> {
  const isRadar = ({ code }: Finding) => RADAR.includes(code);
  return {
    own: byObject(findings.filter((each) => !isRadar(each))),
    others: byObject(findings.filter(isRadar)),
  };
}

export function byObject(findings: readonly Finding[]): ObjectFindings[] {
  const keyOf = ({ object }: Finding) => `${object.kind} ${object.id ?? object.name}`;
  const groups = Map.groupBy(findings, keyOf);
  return [...groups.values()].map((group) => ({ object: group[0]!.object, findings: group }));
}

/** Whether Zendesk did not show what such objects there are: then none of them is meant. */
export function isAboutList(findings: readonly Finding[]): boolean {
  return findings.every(({ code }) => code === 'need_unreadable' || code === 'part_unreadable');
}

/** Those that set-up can mend by itself. */
export function fixable({ findings }: Pick<Plan, 'findings'>): Finding[] {
  return findings.filter(({ fix }) => fix.kind === 'write');
}

/** What is left for a person. */
export function withoutFixable(plan: Plan): Plan {
  return { ...plan, findings: plan.findings.filter(({ fix }) => fix.kind === 'person') };
}

/** How the account is doing, in one word. */
export type Standing = 'not_admin' | 'fine' | 'works' | 'bare' | 'broken';

export function standingOf({ findings, isWorking }: Plan): Standing {
  if (findings.some(({ code }) => code === 'not_admin' || code === 'not_signed_in')) {
    return 'not_admin';
  }
  if (findings.length === 0) return 'fine';
  if (isWorking) return 'works';
  return isBare(findings) ? 'bare' : 'broken';
}

/** Everything that is broken is only missing: there is nothing whose change would have to be looked at first. */
function isBare(findings: readonly Finding[]): boolean {
  const isCreation = ({ fix }: Finding) => fix.kind === 'write' && fix.write.verb === 'create';
  const isUpdate = ({ fix }: Finding) => fix.kind === 'write' && fix.write.verb === 'update';
  const broken = findings.filter(({ severity }) => severity === 'broken');
  return broken.every(isCreation) && !findings.some(isUpdate);
}
