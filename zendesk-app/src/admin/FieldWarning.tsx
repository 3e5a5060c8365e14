import { useEffect, useState } from 'react';
import styled from 'styled-components';
import { Notice } from '../components/Notice.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { findFieldShows } from './find-field-shows.ts';
import type { FieldShows } from './find-field-shows.ts';

const Box = styled.div`
  margin-top: 16px;
`;

/** Warns an admin of a state field that people see; nothing when it is hidden well. */
export function FieldWarning({ zendesk }: { zendesk: Zendesk }) {
  const { fieldShows } = useLanguage().messages;
  const shows = useFieldShows(zendesk);
  if (shows.length === 0) return null;
  return (
    <Box>
      <Notice type="warning" title={fieldShows.title} level={2}>
        {shows.map((where) => (
          <div key={where}>{fieldShows[where]}</div>
        ))}
        <div>{fieldShows.text}</div>
      </Notice>
    </Box>
  );
}

function useFieldShows(zendesk: Zendesk): FieldShows[] {
  const [shows, setShows] = useState<FieldShows[]>([]);
  const fieldId = String(zendesk.settings['state_field_id'] ?? '').trim();

  useEffect(() => {
    if (!/^\d+$/.test(fieldId)) return;
    let isCurrent = true;
    void findFieldShows(zendesk, fieldId).then((found) => {
      if (isCurrent) setShows(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [zendesk, fieldId]);

  return shows;
}
