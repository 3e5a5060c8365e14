import { Anchor } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { fill } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { ArticleLink } from '../state/articles.ts';
import { useArticles } from '../state/use-articles.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

const List = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
`;

/** One line each, so that a title that arrives late moves nothing. */
const Item = styled.li`
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

/** The help articles behind the last answer. */
export function Sources({ zendesk, ids }: { zendesk: Zendesk; ids: string[] }) {
  const articles = useArticles(zendesk, ids);
  return (
    <List>
      {articles.map((article) => (
        <Item key={article.id}>
          <Source article={article} />
        </Item>
      ))}
    </List>
  );
}

function Source({ article }: { article: ArticleLink }) {
  const { messages } = useLanguage();
  const title = article.title ?? fill(messages.article, { id: article.id });
  if (!article.url) return <>{title}</>;
  return (
    <Anchor href={article.url} target="_blank" rel="noopener noreferrer" title={title}>
      {title}
    </Anchor>
  );
}
