import { getColor } from '@zendeskgarden/react-theming';
import { useState } from 'react';
import styled from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';
import { ActionPatterns, fillOf } from './action-paint.tsx';
import { columnMark, columnName } from './column-name.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { ACTIONS, axisMarks } from './stack-columns.ts';
import type { Column } from './stack-columns.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 220;
const LEFT = 32;
const BOTTOM = 22;
const TOP = 8;
/** Between the parts of a column, so that they stay apart in any colours. */
const SEAM = 1;
/** A mark under the axis needs about this much room. */
const MARK_WIDTH = 52;

const Box = styled.div`
  position: relative;
  height: ${HEIGHT}px;
  /* For the moment between a narrower window and the narrower drawing. */
  overflow: hidden;

  svg {
    display: block;
    direction: ltr;
  }
  text {
    fill: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    font-size: 12px;
  }
  line {
    stroke: ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  }
  .hovered {
    fill: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  }
`;

const Bubble = styled.div`
  position: absolute;
  top: 0;
  z-index: 1;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 6px 10px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.raised' })};
  font-size: 12px;
  line-height: 16px;
  white-space: nowrap;
  pointer-events: none;
`;

interface ColumnDrawingProps {
  id: string;
  columns: Column[];
  isByDay: boolean;
  /** The drawing in a sentence. */
  label: string;
  messages: NavBarMessages;
}

/** Stacked columns over a time axis; pointing at one says its numbers. */
export function ColumnDrawing({ id, columns, isByDay, label, messages }: ColumnDrawingProps) {
  const { element, width } = useWidth<HTMLDivElement>();
  const [hovered, setHovered] = useState<number>();
  const marks = axisMarks(Math.max(...columns.map(({ total }) => total)));
  const top = marks.at(-1) ?? 1;
  const slot = Math.max(0, width - LEFT) / columns.length;
  const y = (count: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - count / top);
  const x = (index: number) => LEFT + index * slot;
  const pointed = hovered === undefined ? undefined : columns[hovered];

  return (
    <Box ref={element} onPointerLeave={() => setHovered(undefined)}>
      <svg role="img" aria-label={label} width={width} height={HEIGHT}>
        <ActionPatterns id={id} />
        {hovered !== undefined && (
          <rect className="hovered" x={x(hovered)} y={0} width={slot} height={HEIGHT - BOTTOM} />
        )}
        <Axis marks={marks} y={y} width={width} />
        {columns.map((column, index) => (
          <g key={column.from} onPointerEnter={() => setHovered(index)}>
            <rect x={x(index)} y={0} width={slot} height={HEIGHT} fill="transparent" />
            <Stack id={id} column={column} x={x(index)} slot={slot} y={y} />
          </g>
        ))}
        <TimeMarks columns={columns} isByDay={isByDay} slot={slot} />
      </svg>
      {pointed && hovered !== undefined && pointed.total > 0 && (
        <Bubble aria-hidden style={bubblePlace(x(hovered), slot, width)}>
          <ColumnWords column={pointed} isByDay={isByDay} messages={messages} />
        </Bubble>
      )}
    </Box>
  );
}

/** Beside the column, on the side with more room. */
function bubblePlace(x: number, slot: number, width: number) {
  return x > width / 2 ? { right: width - x + 4 } : { left: x + slot + 4 };
}

function Axis({ marks, y, width }: { marks: number[]; y: (n: number) => number; width: number }) {
  const number = new Intl.NumberFormat(useLanguage().locale);
  return marks.map((mark) => (
    <g key={mark}>
      <line x1={LEFT} x2={width} y1={y(mark)} y2={y(mark)} />
      <text x={LEFT - 8} y={y(mark) + 4} textAnchor="end">
        {number.format(mark)}
      </text>
    </g>
  ));
}

interface StackProps {
  id: string;
  column: Column;
  x: number;
  slot: number;
  y: (count: number) => number;
}

function Stack({ id, column, x, slot, y }: StackProps) {
  const thickness = Math.min(Math.max(slot * 0.7, 2), 48);
  let below = 0;
  return ACTIONS.map((action) => {
    const count = column.counts[action] ?? 0;
    if (count === 0) return null;
    const bottom = y(below);
    below += count;
    return (
      <rect
        key={action}
        x={x + (slot - thickness) / 2}
        y={y(below)}
        width={thickness}
        height={Math.max(1, bottom - y(below) - SEAM)}
        fill={fillOf(id, action)}
      />
    );
  });
}

function TimeMarks({
  columns,
  isByDay,
  slot,
}: {
  columns: Column[];
  isByDay: boolean;
  slot: number;
}) {
  const { locale } = useLanguage();
  const every = [1, 2, 3, 4, 6, 12].find((step) => step * slot >= MARK_WIDTH) ?? 24;
  return columns.map((column, index) =>
    index % every === 0 ? (
      <text key={column.from} x={LEFT + (index + 0.5) * slot} y={HEIGHT - 4} textAnchor="middle">
        {columnMark(locale, column, isByDay)}
      </text>
    ) : null,
  );
}

interface ColumnWordsProps {
  column: Column;
  isByDay: boolean;
  messages: NavBarMessages;
}

function ColumnWords({ column, isByDay, messages }: ColumnWordsProps) {
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  return (
    <>
      <strong>{columnName(locale, column, isByDay)}</strong>
      {ACTIONS.filter((action) => column.counts[action]).map((action) => (
        <div key={action}>
          {messages.actions[action]}: {number.format(column.counts[action] ?? 0)}
        </div>
      ))}
    </>
  );
}
