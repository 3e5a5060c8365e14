import { Alert, Title } from '@zendeskgarden/react-notifications';
import type { ReactNode } from 'react';
import styled from 'styled-components';

/** Garden's alert leaves a sidebar little room for words. */
const Box = styled(Alert)`
  padding: 16px 16px 16px 40px;
`;

interface NoticeProps {
  type: 'info' | 'warning' | 'error';
  title: string;
  children: ReactNode;
}

/** What stands in place of the glance when there is nothing that may be believed. */
export function Notice({ type, title, children }: NoticeProps) {
  return (
    <Box type={type} role={type === 'error' ? 'alert' : 'note'}>
      <Title role="heading" aria-level={1}>
        {title}
      </Title>
      {children}
    </Box>
  );
}
