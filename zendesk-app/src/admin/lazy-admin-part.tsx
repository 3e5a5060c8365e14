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

/** What only admins see: where the hidden field shows, and the set-up. */
export function AdminPart({ zendesk }: { zendesk: Zendesk }) {
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
        <SetUpPanel zendesk={zendesk} settings={zendesk.settings} />
      </Section>
    </>
  );
}
