import { TICKET_FIELD } from '@smart-assistant/shared/setup-spec.ts';
import type { Mutation } from './mutation.ts';

export const FIELD_MUTATIONS: Mutation[] = [
  {
    name: 'the field is deactivated',
    mutate: (it) => it.field({ active: false }),
    finds: ['field_inactive'],
  },
  {
    name: 'the field is required to solve',
    mutate: (it) => it.field({ required: true }),
    finds: ['field_required'],
  },
  {
    name: 'the field is required of customers',
    mutate: (it) => it.field({ required_in_portal: true }),
    finds: ['field_required_in_portal'],
  },
  {
    name: 'customers see the field',
    mutate: (it) => it.field({ visible_in_portal: true }),
    finds: ['field_visible_in_portal'],
  },
  {
    name: 'customers edit the field',
    mutate: (it) => it.field({ editable_in_portal: true }),
    finds: ['field_editable_in_portal'],
  },
  {
    name: 'the field has a pattern',
    mutate: (it) => it.field({ regexp_for_validation: '\\d+' }),
    finds: ['field_validated'],
  },
  {
    name: 'the field is deleted',
    mutate: (it) => it.api('DELETE', `/ticket_fields/${it.fieldId}`),
    finds: ['field_missing'],
  },
  {
    name: 'the field is deleted, and bodies made by hand carry its id',
    isManual: true,
    mutate: (it) => it.api('DELETE', `/ticket_fields/${it.fieldId}`),
    finds: [
      ...(['field_missing', 'body_wrong_field', 'body_wrong_field'] as const),
      ...(['body_manual', 'body_manual'] as const),
    ],
  },
  {
    name: 'there is a second state field',
    mutate: (it) => it.api('POST', '/ticket_fields', { ticket_field: TICKET_FIELD }),
    finds: ['field_duplicate'],
    leaves: ['field_duplicate'],
  },
  {
    name: 'the settings name the field of somebody else',
    mutate: async (it) => (it.spec.stateFieldId = String(it.neighbours.fieldId)),
    finds: ['field_id_stale'],
  },
  {
    name: 'the settings name a field that does not exist',
    mutate: async (it) => (it.spec.stateFieldId = '1'),
    finds: ['field_id_stale'],
  },
  {
    name: 'the field is not on the form',
    mutate: async (it) => {
      const { ticket_forms: forms } = await it.api('GET', '/ticket_forms');
      const [{ id, ticket_field_ids: ids }] = forms;
      const others = ids.filter((each: number) => String(each) !== it.fieldId);
      return it.api('PUT', `/ticket_forms/${id}`, { ticket_form: { ticket_field_ids: others } });
    },
    finds: ['form_without_field'],
    leaves: ['form_without_field'],
  },
  {
    name: 'the settings name a drop-down list',
    mutate: async (it) => {
      await it.api('DELETE', `/ticket_fields/${it.fieldId}`);
      const given = { ticket_field: { type: 'checkbox', title: 'Express' } };
      const { ticket_field: field } = await it.api('POST', '/ticket_fields', given);
      it.spec.stateFieldId = String(field.id);
    },
    finds: ['field_wrong_type'],
  },
];
