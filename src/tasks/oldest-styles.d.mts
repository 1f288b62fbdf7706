/** Types for the test; see `oldest-engines.d.mts`. */
import type { Lack } from './oldest-engines.mjs';
export function lackingInStyles(css: string): readonly Lack[];
