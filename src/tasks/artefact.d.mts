/** Types for the test; the tasks themselves are plain Node. */
export const PAPERS: readonly string[];
