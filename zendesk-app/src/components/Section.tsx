import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { LazyPart } from './LazyPart.tsx';

const Box = styled.section`
  margin-top: 12px;
  border-top: ${({ theme }) => theme.borders.sm}
    ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  padding-top: 8px;
`;

const Heading = styled.h2`
  margin: 0;
  font-size: inherit;
  line-height: inherit;
`;

/** As wide as the panel, so that it is easy to hit; what shows when it is pointed at reaches beyond the words. */
const Toggle = styled(Button)`
  && {
    display: flex;
    justify-content: space-between;
    width: calc(100% + 16px);
    margin-inline: -8px;
    border: 0;
    padding-inline: 8px;
    color: inherit;
    font-size: inherit;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
`;

const Chevron = styled.svg<{ $isOpen: boolean }>`
  flex: none;
  transform: rotate(${({ $isOpen }) => ($isOpen ? 180 : 0)}deg);
  transition: transform 0.15s;
`;

const Content = styled.div`
  padding-block: 8px 4px;
`;

/** A part that opens on a click and whose code is loaded only then. */
export function Section({ label, children }: { label: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <Box>
      <Heading>
        <Toggle
          isBasic
          isStretched
          size="small"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {label}
          <Chevron $isOpen={isOpen} width="12" height="12" viewBox="0 0 12 12" aria-hidden>
            <path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.25" />
          </Chevron>
        </Toggle>
      </Heading>
      {isOpen && (
        <Content id={id}>
          <LazyPart>{children}</LazyPart>
        </Content>
      )}
    </Box>
  );
}
