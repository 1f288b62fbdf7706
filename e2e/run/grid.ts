/**
 * What is a grid of combinations takes a sample in `npm test`, and all of it in `npm run test:grid`: the one variable that
 * tells them apart is read here. A file that imports this has a grid, and says what its sample holds.
 */

export const isWhole = process.env['HIKYAKU_GRID'] === 'yes';

/** All combinations of a grid, or by itself some of them. */
export const gridOf = <T>(whole: readonly T[], sample: readonly T[]): readonly T[] => (isWhole ? whole : sample);
