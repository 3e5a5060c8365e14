import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import { useEffect, useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { fetchOverview } from './fetch-overview.ts';
import { overviewFailureOf } from './overview-failure.ts';
import type { OverviewFailure } from './overview-failure.ts';
import { rangeOf } from './period.ts';
import type { Period, TimeRange } from './period.ts';

/** What happened in a period, as of a moment. */
export interface Overview {
  period: Period;
  range: TimeRange;
  /** When it was read, epoch milliseconds. */
  at: number;
  happened: OverviewResponse;
}

export interface OverviewView {
  /** Of the period that is asked for; undefined until it is here. */
  overview: Overview | undefined;
  isLoading: boolean;
  failure: OverviewFailure | undefined;
}

/** Reads the overview of a period: at once, when the page comes to the front again, and on request. */
export function useOverview(zendesk: Zendesk, settings: AppSettings, period: Period) {
  const [overview, setOverview] = useState<Overview>();
  const [failed, setFailed] = useState<{ asked: string; failure: OverviewFailure }>();
  const [settled, setSettled] = useState<string>();
  const [round, setRound] = useState(0);
  const asked = `${period} ${round}`;

  useEffect(() => {
    let isCurrent = true;
    const range = rangeOf(period, Date.now());
    fetchOverview(zendesk, settings, range)
      .then((happened) => {
        if (isCurrent) setOverview({ period, range, at: Date.now(), happened });
      })
      .catch((error: unknown) => {
        if (isCurrent) setFailed({ asked, failure: overviewFailureOf(error) });
      })
      .finally(() => {
        if (isCurrent) setSettled(asked);
      });
    return () => {
      isCurrent = false;
    };
  }, [zendesk, settings, period, asked]);

  useEffect(() => {
    // `pane.activated` is told to pages in the navigation bar, at the first look too: that one is under way.
    let isFirst = true;
    return zendesk.on('pane.activated', () => {
      if (!isFirst) setRound((count) => count + 1);
      isFirst = false;
    });
  }, [zendesk]);

  const view: OverviewView = {
    overview: overview?.period === period ? overview : undefined,
    isLoading: settled !== asked,
    failure: failed?.asked === asked ? failed.failure : undefined,
  };
  return { view, refresh: () => setRound((count) => count + 1) };
}
