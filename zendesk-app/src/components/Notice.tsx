import { Alert, Title } from '@zendeskgarden/react-notifications';
import type { ReactNode } from 'react';

interface NoticeProps {
  type: 'info' | 'warning' | 'error';
  title: string;
  children: ReactNode;
}

/** What stands in place of the glance when there is nothing that may be believed. */
export function Notice({ type, title, children }: NoticeProps) {
  return (
    <Alert type={type} role={type === 'error' ? 'alert' : 'status'}>
      <Title>{title}</Title>
      {children}
    </Alert>
  );
}
