import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { OpenApp } from './open-app.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface SchemeCheck {
  scheme: 'light' | 'dark';
  violations: string[];
  /** Contrast is what differs between the schemes: it must have been measured. */
  hasMeasuredContrast: boolean;
}

/** Checks what the app shows now, in both schemes. */
export async function checkBothSchemes({ page, app, inHost }: OpenApp): Promise<SchemeCheck[]> {
  const frame = page.frames()[1]!;
  await frame.evaluate(await readFile(axeFile, 'utf8'));
  const checks: SchemeCheck[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await inHost((host, value) => host.emit('colorScheme.changed', value), scheme);
    await app.locator(`html[style*="${scheme}"]`).waitFor();
    // Buttons fade from one colour to the other. What shimmers for ever is not waited for.
    await frame.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter((each) => each.effect?.getComputedTiming().iterations !== Infinity)
          .map((each) => each.finished),
      ).then(() => null),
    );
    const { violations, passes } = await frame.evaluate<AxeResults>('axe.run(document)');
    checks.push({
      scheme,
      violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      hasMeasuredContrast: passes.some(({ id }) => id === 'color-contrast'),
    });
  }
  return checks;
}

/** What `checkBothSchemes` answers when all is well. */
export const NOTHING_FOUND: SchemeCheck[] = [
  { scheme: 'light', violations: [], hasMeasuredContrast: true },
  { scheme: 'dark', violations: [], hasMeasuredContrast: true },
];
