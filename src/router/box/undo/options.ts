import type { Options } from '../options/options.ts';

/** What is said to `hikyaku undo`. */
export const UNDO_OPTIONS = {
  yes: { help: 'do not ask whether --all is meant' },
  all: { help: 'also forget who this router is, and what it holds for others' },
  'keep-settings': { help: 'keep /etc/hikyaku for the next setup, as the removal of the package does' },
} as const satisfies Options;
