/** What a box's settings come to on a machine: files in memory, and commands. The renderers are pure; `links` carries out. */
import type { Config } from '../../config/config.ts';
import type { Cable, Radio } from '../hardware/hardware.ts';
import type { BoxSettings } from '../settings/settings.ts';

/**
 * What has to be known of the machine as it is now; `Hardware` is such a one. A radio or a cable of the settings that is not there,
 * such as an adapter that was pulled out, is passed over and named in `absent`.
 */
export type Machine = {
  readonly radios: readonly Pick<Radio, 'phy' | 'mac' | 'interfaces' | 'hasHt' | 'canSae'>[];
  readonly cables: readonly Pick<Cable, 'interface' | 'mac'>[];
  readonly hasBatman: boolean;
};

/** Everything the renderers know. `config`: the router's own part of the same settings file. */
export type Box = {
  readonly settings: BoxSettings;
  readonly config: Config;
  /** Of the Wi-Fi; absent: everybody may join. It may stand in a file of its own, which `config` only names. */
  readonly password?: string;
  /** As the password. */
  readonly meshKey?: string;
};

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
  /** Not to be run while this interface exists, or while it does not. */
  readonly unlessThere?: string;
  readonly onlyIfThere?: string;
  /** Only while this unit of systemd runs: the program itself would start it, or wait for it. */
  readonly onlyIfActive?: string;
  /** It makes something better that is good enough without it. */
  readonly mayFail?: true;
};

/** A setting of the kernel, such as net.ipv4.ip_forward. */
export type KernelSetting = readonly [name: string, value: string];

export type Rendered = {
  readonly files: readonly RenderedFile[];
  readonly up: readonly Command[];
  /** After `up`: what is tracked has settings only once something is. */
  readonly kernel: readonly KernelSetting[];
  /** Interfaces of the machine that the box uses or silences: how they were is kept before `up`. */
  readonly taken: readonly string[];
  /** Phys whose soft block (rfkill) is lifted. */
  readonly unblocked: readonly string[];
  /** In words for whoever looks: what the settings name and the machine lacks now. */
  readonly absent: readonly string[];
};
