import { TICKET_FIELD } from '../setup-spec.ts';
import { valueOr } from './account.ts';
import type { TicketField } from './account-schemas.ts';
import { newFinding } from './finding.ts';
import type { FindingParts, Fix, SetupObject } from './finding.ts';
import type { FindingCode } from './finding-table.ts';
import type { CheckInput, CheckResult, Judged } from './judged.ts';
import { noResult } from './judged.ts';
import { canHoldState } from './own-objects.ts';
import { personDoes } from './places.ts';

/** What of the field must be as set-up makes it. Titles and descriptions are the admin's. */
const PROPERTIES = [
  ['active', 'field_inactive'],
  ['required', 'field_required'],
  ['required_in_portal', 'field_required_in_portal'],
  ['visible_in_portal', 'field_visible_in_portal'],
  ['editable_in_portal', 'field_editable_in_portal'],
] as const satisfies ReadonlyArray<[keyof TicketField, FindingCode]>;

/** Judges the state field and the forms it must be on. Silent where fields could not be read. */
export function checkField(input: CheckInput): CheckResult {
  const { ticketFields } = input.account;
  if (ticketFields.kind === 'unreadable') return noResult();
  const { kept, duplicates } = input.own.field;
  if (!kept) return { judged: [missing(input)], passed: [] };
  const object = fieldObject(kept);
  const judged = [
    ...staleId(input, kept),
    ...PROPERTIES.flatMap(([name, code]) => propertyFault(kept, name, code)),
    ...patternFault(kept),
    ...editFault(kept),
  ];
  const forms = checkForms(input, kept);
  return {
    judged: [...judged, ...forms.judged, ...duplicates.map((each) => duplicate(kept, each))],
    passed: [
      ...(judged.length === 0 ? [{ object, check: 'field_right' } as const] : []),
      ...forms.passed,
    ],
  };
}

function fieldObject(field?: TicketField): SetupObject {
  const name = field?.title ?? TICKET_FIELD.title;
  return { kind: 'ticket_field', name, ...(field && { id: field.id }) };
}

function missing({ spec, account }: CheckInput): Judged {
  const fields = account.ticketFields;
  const stored = valueOr(fields, []).find(({ id }) => id === spec.stateFieldId);
  const object = fieldObject();
  if (fields.kind === 'read' && fields.isCut) {
    const params = { part: 'ticket fields' };
    return { finding: newFinding({ code: 'list_cut', object, params, fix: personDoes('fields') }) };
  }
  const differences = Object.entries(TICKET_FIELD)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ field, before: undefined, after: String(value) }));
  const path = '/api/v2/ticket_fields';
  const fix: Fix = { kind: 'write', write: { verb: 'create', method: 'POST', path, differences } };
  if (!stored || canHoldState(stored)) {
    return { finding: newFinding({ code: 'field_missing', object, fix }) };
  }
  // The wrong one may be somebody's: it stays, and its id is the stored one no longer.
  const { type } = stored;
  const parts = { field: 'type', expected: TICKET_FIELD.type, actual: type, params: { type } };
  return { finding: newFinding({ code: 'field_wrong_type', object, ...parts, fix }) };
}

/** The settings name one field, the account has another. */
function staleId({ spec, account }: CheckInput, field: TicketField): Judged[] {
  const stored = spec.stateFieldId;
  if (stored === undefined || stored === field.id) return [];
  const isOfApp = account.credentials.kind === 'session';
  const finding = newFinding({
    code: 'field_id_stale',
    object: fieldObject(field),
    field: 'id',
    expected: field.id,
    actual: stored,
    params: { stored, found: field.id },
    fix: isOfApp
      ? personDoes('apps', 'Smart Assistant > Change settings')
      : personDoes('serverIds'),
  });
  return [{ finding }];
}

function propertyFault(
  field: TicketField,
  name: (typeof PROPERTIES)[number][0],
  code: FindingCode,
): Judged[] {
  const wanted = TICKET_FIELD[name];
  if (field[name] === wanted) return [];
  return [changed(field, { code, field: name, before: String(field[name]) }, wanted)];
}

function patternFault(field: TicketField): Judged[] {
  const pattern = field.regexp_for_validation;
  if (!pattern) return [];
  const parts = {
    code: 'field_validated',
    field: 'regexp_for_validation',
    before: pattern,
  } as const;
  return [changed(field, parts, null)];
}

/** Read-only in the API: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/ */
function editFault(field: TicketField): Judged[] {
  if (field.agent_can_edit) return [];
  const values = { field: 'agent_can_edit', expected: 'true', actual: 'false' };
  const fix = personDoes('fields', `${field.title} > Permissions > Agents can edit`);
  const object = fieldObject(field);
  return [{ finding: newFinding({ code: 'field_not_agent_editable', object, ...values, fix }) }];
}

function changed(
  field: TicketField,
  { before, ...parts }: Pick<FindingParts, 'code'> & { field: keyof TicketField; before: string },
  wanted: boolean | null,
): Judged {
  const after = wanted === null ? '' : String(wanted);
  const differences = [{ field: parts.field, before, after }];
  const path = `/api/v2/ticket_fields/${field.id}`;
  const fix: Fix = { kind: 'write', write: { verb: 'update', method: 'PUT', path, differences } };
  const object = fieldObject(field);
  return {
    finding: newFinding({ ...parts, object, expected: after, actual: before, fix }),
    change: { field: parts.field, before: field[parts.field], after: wanted },
  };
}

/** Which of two fields holds values only a person can say. */
function duplicate(kept: TicketField, other: TicketField): Judged {
  const fix = personDoes('fields', `${other.title} (${other.id}) > Deactivate`);
  const object = fieldObject(other);
  return {
    finding: newFinding({ code: 'field_duplicate', object, params: { kept: kept.id }, fix }),
  };
}

/** Forms are the admin's own, so that set-up adds nothing to them. Accounts without forms have nothing to do. */
function checkForms({ account }: CheckInput, field: TicketField): CheckResult {
  const active = valueOr(account.ticketForms, []).filter((form) => form.active);
  const lacking = active.filter(({ ticket_field_ids: ids }) => !ids.includes(field.id));
  const judged = lacking.map((form): Judged => {
    const object: SetupObject = { kind: 'ticket_form', id: form.id, name: form.name };
    const fix = personDoes('forms', `${form.name} > add "${field.title}"`);
    return {
      finding: newFinding({ code: 'form_without_field', object, params: { form: form.name }, fix }),
    };
  });
  const passed = active
    .filter((form) => !lacking.includes(form))
    .map(({ id, name }) => ({
      object: { kind: 'ticket_form', id, name } as const,
      check: 'field_on_form' as const,
    }));
  return { judged, passed };
}
