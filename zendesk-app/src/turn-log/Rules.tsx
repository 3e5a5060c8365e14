import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { ForReaders } from '../components/ForReaders.tsx';
import type { TurnLogMessages } from './messages/messages.ts';

const List = styled.ol`
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Rule = styled.li<{ $isDecisive: boolean }>`
  display: grid;
  grid-template-columns: 16px 1fr;
  color: ${({ theme, $isDecisive }) =>
    getColor({ theme, variable: $isDecisive ? 'foreground.default' : 'foreground.subtle' })};
  font-weight: ${({ theme, $isDecisive }) =>
    $isDecisive ? theme.fontWeights.semibold : theme.fontWeights.regular};
`;

interface RulesProps {
  rules: TurnRecord['rules'];
  messages: TurnLogMessages;
}

/** The rules in the order they were looked at; the decisive one stands out. */
export function Rules({ rules, messages }: RulesProps) {
  return (
    <List>
      {rules.map(({ rule, verdict }) => {
        const isDecisive = verdict === 'decided';
        return (
          <Rule key={rule} $isDecisive={isDecisive}>
            <span aria-hidden>{isDecisive ? '●' : '○'}</span>
            <span>
              {messages.rules[rule] ?? rule.replaceAll('_', ' ')}
              {isDecisive ? (
                `: ${messages.ruleDecided}`
              ) : (
                <ForReaders>: {messages.rulePassed}</ForReaders>
              )}
            </span>
          </Rule>
        );
      })}
    </List>
  );
}
