/** What a box's settings come to on a machine: files in memory, and commands. The renderers are pure; `links` carries out. */
import type { Config } from '../../config/config.ts';
import type { BoxSettings } from '../settings/settings.ts';

/** Everything the renderers know. `config`: the router's own part of the same settings file. */
export type Box = { readonly settings: BoxSettings; readonly config: Config };

export type RenderedFile = {
  /** Absolute; in `RUN_DIRECTORY` or another folder of /run. */
  readonly path: string;
  readonly text: string;
  /** 0o600 where a secret stands in it. */
  readonly mode: number;
};

/** One command of the machine, without a shell. */
export type Command = {
  readonly argv: readonly [program: string, ...args: string[]];
  /** It says "already there" or "no such thing" on a second run, which is fine. */
  readonly mayFail?: true;
};

export type Rendered = {
  readonly files: readonly RenderedFile[];
  readonly up: readonly Command[];
  /** Undoes `up`, and harms nothing on a machine on which `up` never ran. */
  readonly down: readonly Command[];
};
