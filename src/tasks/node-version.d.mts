/** Types for the test; see `oldest-engines.d.mts`. */
export function lacksNode(wanted: string, present: string): string | undefined;
