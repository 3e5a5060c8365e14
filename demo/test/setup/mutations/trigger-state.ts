import { TRIGGERS } from '@smart-assistant/shared/setup-spec.ts';
import type { TriggerSpec } from '@smart-assistant/shared/setup-spec.ts';
import type { Mutation } from './mutation.ts';

const ofBoth = ({ key, title }: TriggerSpec): Mutation[] => [
  {
    name: `"${title}" is deleted`,
    mutate: (it) => it.api('DELETE', `/triggers/${it.triggerIds[key]}`),
    finds: ['trigger_missing'],
  },
  {
    name: `"${title}" is inactive`,
    mutate: (it) => it.editTrigger(key, { active: false }),
    finds: ['trigger_inactive'],
  },
  {
    name: `"${title}" is there twice`,
    mutate: async (it) => {
      const { title: name, conditions, actions } = await it.trigger(key);
      return it.api('POST', '/triggers', { trigger: { title: name, conditions, actions } });
    },
    finds: ['trigger_duplicate'],
    createsOurs: true,
  },
  {
    name: `"${title}" tells the webhook of somebody else`,
    mutate: async (it) => {
      const [action] = (await it.trigger(key)).actions;
      const value = [it.neighbours.webhookId, action.value[1]];
      return it.editTrigger(key, { actions: [{ ...action, value }] });
    },
    finds: ['trigger_wrong_webhook'],
  },
  {
    name: `"${title}" tells no webhook`,
    mutate: (it) => it.editTrigger(key, { actions: [{ field: 'current_tags', value: 'told' }] }),
    finds: ['trigger_no_webhook'],
  },
  {
    name: `"${title}" tells the webhook twice`,
    mutate: async (it) => {
      const { actions } = await it.trigger(key);
      return it.editTrigger(key, { actions: [...actions, ...actions] });
    },
    finds: ['trigger_notifies_twice'],
  },
  {
    name: `"${title}" writes to the field`,
    mutate: async (it) => {
      const { actions } = await it.trigger(key);
      const more = { field: `custom_fields_${it.fieldId}`, value: 'told' };
      return it.editTrigger(key, { actions: [...actions, more] });
    },
    finds: ['field_written_by_other'],
    leaves: ['field_written_by_other'],
  },
];

export const TRIGGER_STATE_MUTATIONS: Mutation[] = [
  ...TRIGGERS.flatMap(ofBoth),
  {
    name: 'a trigger that closes tickets comes first',
    mutate: async (it) => {
      const { category_id } = await it.trigger('comment');
      const trigger = {
        ...{ title: 'Close spam', category_id, position: 0 },
        conditions: { all: [{ field: 'current_tags', operator: 'includes', value: 'spam' }] },
        actions: [{ field: 'status', value: 'closed' }],
      };
      return it.api('POST', '/triggers', { trigger });
    },
    finds: ['trigger_order', 'trigger_order'],
    leaves: ['trigger_order', 'trigger_order'],
  },
];
