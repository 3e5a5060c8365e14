import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { lazy } from 'react';
import styled from 'styled-components';
import { ButtonRow } from '../components/ControlButtons.tsx';
import { LazyPart } from '../components/LazyPart.tsx';
import type { Messages } from '../i18n/messages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { useRating } from './use-rating.ts';
import type { RatingState } from './use-rating.ts';

const ServerProblem = lazy(async () => ({
  default: (await import('../backend/ServerProblem.tsx')).ServerProblem,
}));

const WRONG_REASONS = [
  'wrong_article',
  'outdated_article',
  'missed_the_question',
  'tone',
  'other',
] as const satisfies (keyof Messages['rating']['reasons'])[];

const Box = styled.div`
  margin-top: 16px;
`;

const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 8px;
  align-items: center;
`;

const Question = styled.p`
  margin: 0;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

interface RatingRowProps {
  zendesk: Pick<Zendesk, 'agentId'>;
  ticketId: string;
  stateValue: string;
  settings: AppSettings;
  /** Tells the answer from the ticket's other ones. */
  answer: string;
}

/** Was the last answer right? Two clicks at most, and every one can be taken back. */
export function RatingRow({ zendesk, ticketId, stateValue, settings, answer }: RatingRowProps) {
  const { agentId } = zendesk;
  const rated = { agentId, slug: settings.tenant_slug, ticketId, answer };
  const rating = useRating(settings, { ticketId, state: stateValue }, rated);
  return (
    <Box>
      <RatingStep {...rating} />
    </Box>
  );
}

type StepProps = ReturnType<typeof useRating>;

function RatingStep({ state, rate, chooseReason, askAgain }: StepProps) {
  const { messages } = useLanguage();
  const words = messages.rating;
  switch (state.status) {
    case 'asking':
      return (
        <Choices question={words.question}>
          <Button size="small" isNeutral onClick={() => rate({ verdict: 'right' })}>
            {words.right}
          </Button>
          <Button size="small" isNeutral onClick={chooseReason}>
            {words.wrong}
          </Button>
        </Choices>
      );
    case 'choosing_reason':
      return (
        <Choices question={words.whatIsWrong}>
          {WRONG_REASONS.map((reason, index) => (
            <Button
              key={reason}
              size="small"
              isNeutral
              autoFocus={index === 0}
              onClick={() => rate({ verdict: 'wrong', reason })}
            >
              {words.reasons[reason]}
            </Button>
          ))}
          <Button size="small" isBasic onClick={askAgain}>
            {words.cancel}
          </Button>
        </Choices>
      );
    case 'rated':
      return <Rated state={state} onChange={askAgain} />;
    case 'nothing_to_rate':
      return <Question role="status">{words.nothingToRate}</Question>;
    case 'failed':
      return (
        <LazyPart>
          <ServerProblem error={state.error} onRetry={() => rate(state.rating)} />
        </LazyPart>
      );
  }
}

function Choices({ question, children }: { question: string; children: React.ReactNode }) {
  return (
    <Line>
      <Question>{question}</Question>
      <ButtonRow role="group" aria-label={question}>
        {children}
      </ButtonRow>
    </Line>
  );
}

function Rated({
  state,
  onChange,
}: {
  state: Extract<RatingState, { status: 'rated' }>;
  onChange: () => void;
}) {
  const { messages } = useLanguage();
  const words = messages.rating;
  return (
    <Line>
      <Question role="status">
        {state.isSaved ? words.saved[state.rating.verdict] : messages.saving}
      </Question>
      {/* What was rated on an earlier visit takes the focus from nobody. */}
      <Button
        isLink
        autoFocus={!state.isRemembered}
        aria-disabled={!state.isSaved}
        onClick={onChange}
      >
        {words.change}
      </Button>
    </Line>
  );
}
