/** A few pairs of NATs (`npm run lab -- matrix` plays all sixteen). */
import { test } from 'vitest';
import { playGrid } from './grid.ts';
import { isInstalled } from './requirements.ts';
import { cell, matrix } from './scenarios/matrix.ts';
import { expectAllMet, needsTheLab } from './setting.ts';

needsTheLab();
const say = () => {};

test('Chromium to Chromium: direct between cones and to a symmetric NAT, relayed where theory demands it', async () => {
  const cells = [
    cell('port-restricted cone', 'port-restricted cone'),
    cell('symmetric', 'restricted cone'),
    cell('symmetric', 'symmetric'),
  ];
  expectAllMet((await playGrid(matrix(cells, ['chromium', 'chromium']), { say })).checks.all);
});

test('Chromium to Firefox: direct between cones, relayed where theory demands it', async ({ skip }) => {
  const cells = [cell('port-restricted cone', 'port-restricted cone'), cell('symmetric', 'port-restricted cone')];
  skip(!isInstalled('firefox-esr'), 'firefox-esr is not installed');
  expectAllMet((await playGrid(matrix(cells, ['chromium', 'firefox']), { say })).checks.all);
});
