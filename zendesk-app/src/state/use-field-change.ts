import { useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { findFieldChange } from './field-change.ts';
import type { FieldChange } from './field-change.ts';

export type FieldChangeLookup = 'not_asked' | 'asking' | 'failed' | FieldChange;

/** Looks up who changed the field when asked to, not before: most agents only want to know that it was. */
export function useFieldChange(
  zendesk: Zendesk,
  ticketId: string,
  fieldId: string,
): { lookup: FieldChangeLookup; ask: () => void } {
  const [lookup, setLookup] = useState<FieldChangeLookup>('not_asked');
  return {
    lookup,
    ask() {
      if (lookup === 'asking') return;
      setLookup('asking');
      findFieldChange(zendesk, ticketId, fieldId).then(setLookup, () => setLookup('failed'));
    },
  };
}
