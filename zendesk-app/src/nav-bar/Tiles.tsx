import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { durationText } from '../i18n/duration.ts';
import { fill } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { totalsOf } from './totals.ts';
import type { Totals } from './totals.ts';
import type { Overview } from './use-overview.ts';

const Grid = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(148px, 1fr));
  gap: 12px;
  margin: 0;

  /* Seven tiles under each other would hide all else. */
  @media (max-width: 359px) {
    grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
  }
`;

const Box = styled.div<{ $isAlarming: boolean }>`
  display: flex;
  flex-direction: column;
  border: 1px solid
    ${({ theme, $isAlarming }) =>
      getColor({ theme, variable: $isAlarming ? 'border.danger' : 'border.subtle' })};
  border-radius: 8px;
  min-width: 0;
  padding: 12px 16px;
  overflow-wrap: anywhere;

  @media (max-width: 359px) {
    padding: 8px;
  }

  dd {
    margin: 0;
  }
  .number {
    font-size: 26px;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    line-height: 32px;
    color: ${({ theme, $isAlarming }) =>
      getColor({ theme, variable: $isAlarming ? 'foreground.danger' : 'foreground.default' })};
  }
  dt,
  .note {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  }
  .note {
    font-size: 12px;
    line-height: 16px;
  }
`;

interface TilesProps {
  overview: Overview;
  messages: NavBarMessages;
}

/** The numbers first asked for, each with what it means. */
export function Tiles({ overview: { happened, range }, messages }: TilesProps) {
  const { locale } = useLanguage();
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const totals = totalsOf(happened, range);
  const { answered, handedOver, silent, failed } = totals;
  const { ratings, waiting, missedWebhooks } = happened;
  const { tiles, tileNotes } = messages;
  const rated = ratings.right + ratings.wrong;
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <Grid>
      <Tile
        name={tiles.answered}
        value={number(answered.sent + answered.drafted + answered.observed)}
        note={answeredNote(answered, messages, number)}
      />
      <Tile name={tiles.handedOver} value={number(handedOver)} note={tileNotes.handedOver} />
      <Tile name={tiles.silent} value={number(silent)} note={tileNotes.silent} />
      <Tile
        name={tiles.failed}
        value={number(failed)}
        note={tileNotes.failed}
        isAlarming={failed > 0}
      />
      <Tile name={tiles.missed} value={number(missedWebhooks)} note={tileNotes.missed} />
      <Tile
        name={tiles.ratings}
        value={rated > 0 ? share.format(ratings.right / rated) : '–'}
        note={
          rated > 0
            ? fill(messages.ratingParts, {
                right: number(ratings.right),
                wrong: number(ratings.wrong),
              })
            : messages.noRatings
        }
      />
      <Tile
        name={tiles.waiting}
        value={number(waiting.tickets)}
        note={
          waiting.tickets > 0
            ? fill(messages.oldestWaits, { time: durationText(locale, waiting.oldestMs) })
            : messages.nobodyWaits
        }
      />
    </Grid>
  );
}

function answeredNote(
  answered: Totals['answered'],
  { answeredParts }: NavBarMessages,
  number: (count: number) => string,
): string {
  return (['sent', 'drafted', 'observed'] as const)
    .filter((part) => answered[part] > 0)
    .map((part) => fill(answeredParts[part], { count: number(answered[part]) }))
    .join(', ');
}

interface TileProps {
  name: string;
  value: string;
  note: string;
  isAlarming?: boolean;
}

function Tile({ name, value, note, isAlarming = false }: TileProps) {
  return (
    <Box $isAlarming={isAlarming}>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
      <dd className="note">{note}</dd>
    </Box>
  );
}
