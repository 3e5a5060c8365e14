import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Section } from '../components/Section.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

const SetUpPanel = lazy(async () => ({
  default: (await import('../set-up/SetUpPanel.tsx')).SetUpPanel,
}));
const FieldWarning = lazy(async () => ({
  default: (await import('./FieldWarning.tsx')).FieldWarning,
}));

interface AdminPartProps {
  zendesk: Zendesk;
  /** Set-up has filled in settings of the app; those of `zendesk` are the new ones. */
  onSettings: () => void;
}

/** What only admins see: where the hidden field shows, and the set-up. */
export function AdminPart({ zendesk, onSettings }: AdminPartProps) {
  const { messages } = useLanguage();
  return (
    <>
      {/* Nobody waits for a warning: until it is here, and if it never comes, there is nothing. */}
      <ErrorBoundary fallback={null}>
        <Suspense fallback={null}>
          <FieldWarning zendesk={zendesk} />
        </Suspense>
      </ErrorBoundary>
      <Section label={messages.sections.set_up}>
        <SetUpPanel zendesk={zendesk} settings={zendesk.settings} onSettings={onSettings} />
      </Section>
    </>
  );
}
