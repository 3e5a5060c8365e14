import type { ArticleMatch } from '../knowledge/article-index.ts';
import type { MessageShape } from './message-shape.ts';

/**
 * How much of the measured fit counts for a sentence of this shape. Chosen with the tuning set in
 * server/test/answer, where a test holds the figures they reach.
 */
const SHAPE_FACTOR: Record<MessageShape, number> = {
  question: 1,
  statement: 0.85,
  order_request: 0.2,
  complaint: 0.2,
};

/** Weights of the three ways an article can fit; together 1. */
const WEIGHT = { coverage: 0.5, titleCoverage: 0.25, titleFit: 0.25 };

/** Of the confidence, this much depends on how clearly the best article leads. */
const MARGIN_WEIGHT = 0.15;

/** A lead of half the best score is as clear as it gets. */
const CLEAR_LEAD = 0.5;

/**
 * The fit from which on the tuning set's answers are right and its coincidences stay below; it is told as one
 * half, which is where the assistant begins to answer.
 */
const EVEN_FIT = 0.4;

/** 0 to 1: how sure we are that the best match answers a sentence of this shape. */
export function confidenceOf(matches: readonly ArticleMatch[], shape: MessageShape): number {
  const [best, second] = matches;
  if (!best) return 0;
  const fit =
    WEIGHT.coverage * best.coverage +
    WEIGHT.titleCoverage * best.titleCoverage +
    WEIGHT.titleFit * best.titleFit;
  const lead = 1 - (second?.score ?? 0) / best.score;
  const clarity = 1 - MARGIN_WEIGHT + MARGIN_WEIGHT * Math.min(1, lead / CLEAR_LEAD);
  return calibrated(fit * clarity * SHAPE_FACTOR[shape]);
}

/** Two straight lines through 0, one half at EVEN_FIT, and 1. */
function calibrated(fit: number): number {
  if (fit < EVEN_FIT) return (fit / EVEN_FIT) * 0.5;
  return 0.5 + ((fit - EVEN_FIT) / (1 - EVEN_FIT)) * 0.5;
}
