/** What a scenario expected and what it found. */

export type Check = {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
};

export class Checks {
  readonly #all: Check[] = [];

  get all(): readonly Check[] {
    return this.#all;
  }

  get unmet(): readonly Check[] {
    return this.#all.filter(({ met }) => !met);
  }

  /** Compares exactly, and records the result. */
  equal(what: string, found: string | number | boolean, wanted: string | number | boolean): void {
    this.that(what, found === wanted, String(wanted), String(found));
  }

  that(what: string, met: boolean, wanted: string, found: string): void {
    this.#all.push({ what, wanted, found, met });
  }
}

/** People still read this many lines; of a longer list only the failures are shown. */
const READABLE = 40;

export function renderChecks(checks: readonly Check[]): string {
  return checks
    .filter(({ met }) => !met || checks.length <= READABLE)
    .map(({ what, wanted, found, met }) =>
      met ? `  met      ${what}: ${found}` : `  NOT MET  ${what}: wanted ${wanted}, found ${found}`,
    )
    .join('\n');
}
