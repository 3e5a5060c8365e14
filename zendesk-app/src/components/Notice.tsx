import { Alert, Title } from '@zendeskgarden/react-notifications';
import type { ReactNode } from 'react';
import styled from 'styled-components';

/** Garden's alert leaves a sidebar little room for words. */
const Box = styled(Alert)`
  padding-block: 16px;
  padding-inline: 40px 16px;
`;

interface NoticeProps {
  type: 'info' | 'success' | 'warning' | 'error';
  title: string;
  /** The heading's place in the page's outline. */
  level?: 1 | 2 | 3;
  children: ReactNode;
}

/** What stands in place of the glance when there is nothing that may be believed. */
export function Notice({ type, title, level = 1, children }: NoticeProps) {
  return (
    <Box type={type} role={type === 'error' ? 'alert' : 'note'}>
      <Title role="heading" aria-level={level}>
        {title}
      </Title>
      {children}
    </Box>
  );
}
