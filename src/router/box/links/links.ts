/**
 * The links of a box: `hikyaku links up` and `down`. What is there already stays as it is, so that `up` may be said again: after an
 * adapter was plugged in, or to mend what was lost. CAP_NET_ADMIN is enough, and a /run that can be written.
 */
import { lacksNetAdmin } from '../../machine/capabilities.ts';
import { readIfThere, removeIfEmpty } from '../../machine/files.ts';
import { lookAtHardware } from '../hardware/look.ts';
import {
  CABLE_RULES_FILE,
  downCommands,
  OTHERS_LOOK_AGAIN,
  RULES_FILE,
  readdressCommands,
} from '../render/commands.ts';
import { OTHERS_FILES, OTHERS_FOLDERS } from '../render/others.ts';
import { render } from '../render/render.ts';
import type { Box, Machine, Rendered } from '../render/rendered.ts';
import { AP_INTERFACE, BACKHAUL, LAN_BRIDGE, LAN_MAC, MESH_INTERFACE, RUN_DIRECTORY } from '../settings/settings.ts';
import {
  type Before,
  formerName,
  givingBack,
  interfaceBefore,
  isCountry,
  parseBefore,
  UNTOUCHED,
  withMore,
} from './before.ts';
import {
  carryOut,
  carryOutAll,
  type Failure,
  isThere,
  kernelNow,
  listed,
  putFiles,
  removeFiles,
  runPatiently,
  setBlocked,
  setKernel,
} from './carry-out.ts';

/** `absent`: what the settings name and the machine lacks now; the rest is up. */
export type LinksOutcome = { readonly absent: readonly string[] } | { readonly problem: string };
type NowMachine = Machine & { readonly country: string };

const BEFORE_FILE = `${RUN_DIRECTORY}/before.json`;
const FILES = [
  ...['hostapd.conf', 'mesh.conf', 'dnsmasq.conf'].map((name) => `${RUN_DIRECTORY}/${name}`),
  RULES_FILE,
  CABLE_RULES_FILE,
  ...OTHERS_FILES,
];

/** Where a command fails and nothing was up before, everything is as it was; what was up stays. The problem names the command. */
export async function linksUp(box: Box, machine?: NowMachine): Promise<LinksOutcome> {
  const lacking = lacksNetAdmin();
  if (lacking !== undefined) return { problem: `links up changes networks and rules: ${lacking}` };
  const now = machine ?? (await machineNow());
  const rendered = render(box, now);
  if ('problem' in rendered) return rendered;
  const known = await beforeNow();
  const foreign = known === undefined ? [AP_INTERFACE, MESH_INTERFACE, LAN_BRIDGE, BACKHAUL].find(isThere) : undefined;
  if (foreign !== undefined)
    return { problem: `an interface ${foreign} is there that this box has not made: give it another name` };
  const failure = await makeLinks(box, rendered, now, known ?? UNTOUCHED);
  if (failure === undefined) return { absent: rendered.absent };
  if (known !== undefined) return { problem: failure };
  const back = await linksDown();
  return { problem: 'problem' in back ? `${failure}; and on the way back: ${back.problem}` : failure };
}

/** Needs no settings: what was made and changed is remembered. Does all it can; the problem is everything that failed. */
export async function linksDown(): Promise<LinksOutcome> {
  const before = await beforeNow();
  if (before === undefined) return { absent: [] };
  const lacking = lacksNetAdmin();
  if (lacking !== undefined) return { problem: `links down changes networks and rules: ${lacking}` };
  const failures = [
    ...(await carryOutAll(
      downCommands(
        before.interfaces.map(({ name }) => name),
        await ownOfAccessPoint(),
      ),
    )),
    ...listed(setKernel(before.kernel)),
    ...(await carryOutAll(givingBack(before))),
  ];
  for (const phy of before.unblocked) setBlocked(phy, true);
  failures.push(...listed(removeFiles(FILES)));
  for (const folder of OTHERS_FOLDERS) removeIfEmpty(folder);
  await carryOutAll(OTHERS_LOOK_AGAIN);
  // Last: until then a second attempt knows what is to be given back.
  if (failures.length === 0) failures.push(...listed(removeFiles([BEFORE_FILE])));
  return failures.length === 0 ? { absent: [] } : { problem: failures.join('; ') };
}

/**
 * Gives a box that is up another address between boxes, with its prefix length. The settings file stays as it is; where it fails, so do
 * address and rules.
 */
export async function readdress(box: Box, address: string): Promise<LinksOutcome> {
  const rules = rulesWith(box, address);
  if ('problem' in rules) return rules;
  const before = await backhaulAddresses();
  if (before === undefined) return { problem: `there is no ${BACKHAUL}: the links are down` };
  const failure = putFiles(rules.files) ?? (await carryOut(readdressCommands(before, address)));
  if (failure === undefined) return { absent: [] };
  const own = box.settings.backhaulAddress;
  const former = rulesWith(box, own);
  if ('files' in former) putFiles(former.files);
  await carryOutAll(readdressCommands((await backhaulAddresses()) ?? [], own));
  return { problem: failure };
}

function rulesWith(box: Box, backhaulAddress: string): Pick<Rendered, 'files'> | { readonly problem: string } {
  const rendered = render({ ...box, settings: { ...box.settings, backhaulAddress } }, NOTHING);
  return 'problem' in rendered ? rendered : { files: rendered.files.filter(({ path }) => path === RULES_FILE) };
}

const backhaulAddresses = async (): Promise<readonly string[] | undefined> =>
  (await seen(BACKHAUL))?.addresses.map((one) => one.address);

/** For rules alone no machine is needed. */
const NOTHING: Machine = { radios: [], cables: [], hasBatman: false };

async function makeLinks(box: Box, rendered: Rendered, now: NowMachine, known: Before): Promise<Failure> {
  const { files, up, kernel, taken, unblocked } = rendered;
  const looked = await Promise.all(taken.map(seen));
  const changesCountry = box.settings.country !== undefined;
  let before = withMore(known, {
    ...UNTOUCHED,
    interfaces: looked.filter((one) => one !== undefined),
    // 98 and 99 are the kernel's own words for a mixture, and nobody can set them.
    ...(changesCountry && isCountry(now.country) && { country: now.country }),
  });
  // Before anything is changed, each time.
  const keep = (more: Before): Failure => {
    before = withMore(before, more);
    return putFiles([{ path: BEFORE_FILE, text: JSON.stringify(before), mode: 0o600 }]);
  };
  const wanted = new Set(files.map(({ path }) => path));
  const first = keep(UNTOUCHED) ?? removeFiles(FILES.filter((path) => !wanted.has(path))) ?? putFiles(files);
  if (first !== undefined) return first;
  const lifted = unblocked.filter((phy) => setBlocked(phy, false));
  return (
    keep({ ...UNTOUCHED, unblocked: lifted }) ??
    (await carryOut(up)) ??
    keep({ ...UNTOUCHED, kernel: kernelNow(kernel.filter(([name]) => !isOfOurs(name))) }) ??
    setKernel(kernel)
  );
}

/**
 * Whether there is batman-adv is asked by making an interface of it: a unit that may not see the kernel's modules cannot look, and the
 * kernel loads by itself what is asked for in this way.
 */
async function machineNow(): Promise<NowMachine> {
  const now = await lookAtHardware();
  if (now.hasBatman || !(await runPatiently(['ip', 'link', 'add', 'name', TRIED, 'type', 'batadv'])).isWell) return now;
  await runPatiently(['ip', 'link', 'del', 'dev', TRIED]);
  return { ...now, hasBatman: true };
}
const TRIED = `${BACKHAUL}-tried`;

/** A setting of an interface that goes with it. */
const isOfOurs = (setting: string): boolean => [LAN_BRIDGE, BACKHAUL].some((name) => setting.includes(`.${name}.`));

async function seen(name: string): Promise<ReturnType<typeof interfaceBefore>> {
  const [link, routes] = await Promise.all([
    runPatiently(['ip', '-json', 'address', 'show', 'dev', name]),
    runPatiently(['ip', '-4', 'route', 'show', 'dev', name]),
  ]);
  return interfaceBefore(link.stdout, routes.stdout);
}

async function ownOfAccessPoint(): Promise<string | undefined> {
  return formerName((await runPatiently(['ip', '-json', 'link', 'show', 'dev', AP_INTERFACE])).stdout);
}

/** Nothing was made yet: `undefined`. A bridge with our address was, also where what was remembered is lost. */
async function beforeNow(): Promise<Before | undefined> {
  const known = parseBefore(readIfThere(BEFORE_FILE));
  if (known !== undefined) return known;
  if (!isThere(LAN_BRIDGE)) return undefined;
  const { stdout } = await runPatiently(['ip', 'link', 'show', 'dev', LAN_BRIDGE]);
  return stdout.includes(LAN_MAC) ? UNTOUCHED : undefined;
}
