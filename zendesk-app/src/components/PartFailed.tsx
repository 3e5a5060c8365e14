import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';

const Text = styled.p`
  margin: 0 0 8px;
`;

/** A part of the app did not come. Plain on purpose: it must not need anything that has to be loaded. */
export function PartFailed() {
  const { messages } = useLanguage();
  return (
    <div role="alert">
      <Text>
        <strong>{messages.sectionFailed.title}</strong>
        <br />
        {messages.sectionFailed.text}
      </Text>
      <Button size="small" onClick={() => window.location.reload()}>
        {messages.reload}
      </Button>
    </div>
  );
}
