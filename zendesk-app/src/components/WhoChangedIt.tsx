import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { fill } from '../i18n/language.ts';
import { momentText } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useFieldChange } from '../state/use-field-change.ts';
import type { FieldChangeLookup } from '../state/use-field-change.ts';
import { useNow } from '../state/use-now.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

const Box = styled.div`
  margin-top: 8px;
`;

interface WhoChangedItProps {
  zendesk: Zendesk;
  ticketId: string;
  fieldId: string;
}

/** Tells on request who last changed the state field. */
export function WhoChangedIt({ zendesk, ticketId, fieldId }: WhoChangedItProps) {
  const { messages } = useLanguage();
  const { lookup, ask } = useFieldChange(zendesk, ticketId, fieldId);
  const canAsk = lookup === 'not_asked' || lookup === 'failed';
  return (
    <Box>
      <span role="status">
        <Answer lookup={lookup} />
      </span>{' '}
      {canAsk && (
        <Button isLink onClick={ask}>
          {lookup === 'failed' ? messages.tryAgain : messages.fieldChange.ask}
        </Button>
      )}
    </Box>
  );
}

function Answer({ lookup }: { lookup: FieldChangeLookup }) {
  const { locale, messages } = useLanguage();
  const { fieldChange } = messages;
  const now = useNow();
  if (lookup === 'not_asked') return null;
  if (lookup === 'asking') return fieldChange.asking;
  if (lookup === 'failed') return fieldChange.failed;
  const sentence = fieldChange.answers[lookup.by];
  if (lookup.by === 'nobody') return sentence;
  const when = momentText(locale, lookup.at, now);
  return fill(sentence, { name: lookup.name, when });
}
