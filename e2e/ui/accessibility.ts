/** What axe-core finds on a page. */
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * One line for each element that breaks a rule; of all rules, or only of some. Where kanji have readings, and in Thai, the
 * rule that what is seen be part of the name is left out: axe takes a reading, which names do without, for one more word,
 * and all that stands between two spaces for one, while Thai has none between words.
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(async (only) => {
    const isBeyondAxe = document.querySelector('ruby') !== null || document.documentElement.lang === 'th';
    const result = await window.axe?.run(document, {
      ...(only !== undefined && { runOnly: [...only] }),
      ...(isBeyondAxe && { rules: { 'label-content-name-mismatch': { enabled: false } } }),
    });
    if (result === undefined) throw new Error('axe is not there');
    return result.violations;
  }, rules);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
