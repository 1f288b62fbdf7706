/** Leveled lines on stderr. No names of people, no file names, no secrets: only ids and reasons. */
import { sayAside } from './output.ts';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type Log = { readonly [L in LogLevel]: (message: string) => void };

export function createLog(level: LogLevel, write: (line: string) => void = sayAside): Log {
  const loudest = LOG_LEVELS.indexOf(level);
  const at = (name: LogLevel) =>
    LOG_LEVELS.indexOf(name) <= loudest ? (message: string) => write(`hikyaku ${name}: ${message}\n`) : () => {};
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}
