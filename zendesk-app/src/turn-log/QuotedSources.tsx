import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import styled from 'styled-components';
import { ArticleLink } from '../components/ArticleLink.tsx';
import { isWebAddress } from '../state/articles.ts';
import { FadedText } from './log-parts.ts';

const List = styled.ul`
  display: grid;
  gap: 8px;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Passage = styled(FadedText).attrs({ as: 'q' })`
  display: block;
  font-size: 13px;
  line-height: 18px;
`;

/** The articles an answer rests on, each with the passage that carried it. */
export function QuotedSources({ sources }: { sources: TurnRecord['sources'] }) {
  return (
    <List>
      {sources.map(({ id, title, url, quote }) => (
        <li key={id}>
          <ArticleLink title={title} url={url} />
          {quote && <Passage cite={isWebAddress(url) ? url : undefined}>{quote}</Passage>}
        </li>
      ))}
    </List>
  );
}
