import { Anchor } from '@zendeskgarden/react-buttons';
import { isWebAddress } from '../state/articles.ts';

/** An article's title, as a link where its address can be trusted to be one. */
export function ArticleLink({ title, url }: { title: string; url: string }) {
  if (!isWebAddress(url)) return <>{title}</>;
  return (
    <Anchor href={url} target="_blank" rel="noopener noreferrer">
      {title}
    </Anchor>
  );
}
