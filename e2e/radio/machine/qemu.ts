/** The command line of QEMU, and which accelerator works here. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, keyOf } from './cache.ts';

export type Accelerator = 'kvm' | 'tcg';

/** Where the machine's files come from. */
export type Root =
  /** This machine's own root folder, under a memory file system: everything installed here is there, and nothing is kept. */
  | { readonly kind: 'host' }
  /** A disk image with a Debian system, which the machine changes. */
  | { readonly kind: 'disk'; readonly image: string };

/** A folder of this machine, under a name for the machine to mount it by. */
export type Share = { readonly tag: string; readonly folder: string; readonly writable?: boolean };

export type Plan = {
  readonly root: Root;
  readonly kernel: string;
  readonly initrd: string;
  /** What is laid over the root, read-only. */
  readonly extra: string;
  readonly shares: readonly Share[];
  readonly memoryMb: number;
  readonly cores: number;
  /** Time of its clock at the start, as `1970-01-02T00:00:00`; by default the time that it is. */
  readonly clock?: string;
  /** Ends of cables (taps) that are plugged into it: eth0 and on. */
  readonly taps?: readonly string[];
  /** A socket that the machine's agent is reached at. */
  readonly agent: string;
};

/** Words for QEMU, which writes the machine's console to its standard output. The machine has no network but its own
 * and the cables that are plugged in. */
export function words(plan: Plan, accelerator: Accelerator): readonly string[] {
  const { root, shares, memoryMb, cores, clock, taps = [] } = plan;
  const folders: readonly Share[] = [
    ...(root.kind === 'host' ? [{ tag: 'root', folder: '/' }] : []),
    { tag: 'extra', folder: plan.extra },
    ...shares,
  ];
  return [
    ...['-nodefaults', '-no-user-config', '-no-reboot', '-display', 'none', '-nic', 'none', '-machine', 'q35'],
    ...(accelerator === 'kvm'
      ? ['-accel', 'kvm', '-cpu', 'host']
      : ['-accel', 'tcg,thread=multi,tb-size=512', '-cpu', 'max']),
    ...['-smp', String(cores), '-m', String(memoryMb)],
    ...['-rtc', `base=${clock ?? 'utc'}`],
    ...['-kernel', plan.kernel, '-initrd', plan.initrd],
    ...['-append', `console=ttyS0 quiet loglevel=4 panic=-1 mitigations=off hikyaku.root=${root.kind}`],
    ...['-serial', 'stdio'],
    ...['-device', 'virtio-rng-pci', '-device', 'virtio-serial-pci'],
    ...['-chardev', `socket,id=agent,path=${plan.agent}`, '-device', 'virtserialport,chardev=agent,name=hikyaku.agent'],
    ...(root.kind === 'disk' ? ['-drive', `file=${root.image},if=virtio,format=raw`] : []),
    ...taps.flatMap((tap) => [
      ...['-netdev', `tap,id=${tap},ifname=${tap},script=no,downscript=no`],
      ...['-device', `virtio-net-pci,netdev=${tap},romfile=`],
    ]),
    ...folders.flatMap(({ tag, folder, writable = false }) => [
      '-fsdev',
      `local,id=${tag},path=${folder},security_model=${writable ? 'passthrough' : 'none,readonly=on'},multidevs=remap`,
      '-device',
      `virtio-9p-pci,fsdev=${tag},mount_tag=${tag}`,
    ]),
  ];
}

/**
 * The accelerators to try, best first. `/dev/kvm` may be there and yet run no kernel: what was found once is remembered until
 * this machine starts again.
 */
export function accelerators(): readonly Accelerator[] {
  if (!existsSync('/dev/kvm') || existsSync(verdict())) return ['tcg'];
  return ['kvm', 'tcg'];
}

export function rememberThatKvmFails(): void {
  writeFileSync(verdict(), '');
}

function verdict(): string {
  return join(cacheFolder(), `no-kvm-${keyOf([readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')])}`);
}
