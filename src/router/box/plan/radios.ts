/** Which radio is the access point, which one meets other boxes, and on which channels. Pure. */
import type { Hardware, Radio, RadioMode } from '../hardware/hardware.ts';
import type { OnRadio } from '../settings/settings.ts';
import { MESH_CHANNEL, openChannels, quietest, REFUSALS, verdictOf } from './channels.ts';
import { holdsFew, meshRemarks, phonesRemarks } from './drivers.ts';
import { nameOf } from './interfaces.ts';
import type { Remark, Wishes } from './plan.ts';
import { canBeAtOnce } from './together.ts';

export type RadioPlan = {
  readonly accessPoint?: OnRadio;
  readonly meshPoint?: OnRadio;
  /** Why no radio serves phones, or meets boxes, where none does; sentences. Absent where there is no radio. */
  readonly noAccessPoint?: string;
  readonly noMeshPoint?: string;
  readonly remarks: readonly Remark[];
};

type Needs = Pick<Wishes, 'channel' | 'meshChannel' | 'meshKey'>;
type Question = { readonly radios: readonly Radio[]; readonly country: string; readonly hardware: Hardware } & Needs;

/** A role that no radio can take, and why: of each radio half a sentence. */
type Fit = { readonly radio: Radio; readonly mesh: string | undefined; readonly ap: string | undefined };

export function radiosFor(question: Question): RadioPlan | { readonly problem: string } {
  const { channel, meshChannel } = question;
  const fits = question.radios.map((radio) => ({
    radio,
    ap: whyNoAccessPoint(radio, question),
    mesh: whyNoMesh(radio, meshChannel ?? MESH_CHANNEL, question),
  }));
  const wrong = wishedInVain(fits, question);
  if (wrong !== undefined) return { problem: wrong };
  const two = twoRadios(fits);
  if (two !== undefined) return apart(two, question);
  const [first] = fits.filter(({ ap }) => ap === undefined);
  if (first === undefined) return withoutAccessPoint(fits, question);
  const both = fits.find(({ radio, ap }) => ap === undefined && whyNotBoth(radio, question) === undefined);
  if (both === undefined) return alone(first, question);
  if (channel !== undefined && meshChannel !== undefined && channel !== meshChannel)
    return {
      problem: `--channel ${channel} and --mesh-channel ${meshChannel}: ${nameOf(both.radio)} has to do both on one channel.`,
    };
  return together(both.radio, channel ?? meshChannel ?? MESH_CHANNEL, question);
}

function whyNoAccessPoint(radio: Radio, { country, hardware, channel }: Question): string | undefined {
  if (!radio.modes.includes('AP')) return 'it cannot be an access point';
  if (channel !== undefined) {
    const verdict = verdictOf(radio, channel, country, hardware);
    return verdict === 'open' ? undefined : `not on channel ${channel}: ${REFUSALS[verdict]}`;
  }
  if (openChannels(radio, country, hardware).length > 0) return undefined;
  const isRadar = radio.channels.some(({ number }) => verdictOf(radio, number, country, hardware) === 'radar');
  return isRadar
    ? `every channel of it that ${country} allows waits for radar`
    : `it has no channel that ${country} allows`;
}

function whyNoMesh(radio: Radio, channel: number, { country, hardware, meshKey }: Question): string | undefined {
  if (!radio.modes.includes('mesh point')) return 'it knows no 802.11s (its driver lists no "mesh point")';
  if (!hardware.hasBatman) return 'the kernel has no batman-adv';
  if (meshKey !== undefined && !radio.canSae) return 'it cannot do SAE, which a mesh with a key needs';
  const verdict = verdictOf(radio, channel, country, hardware);
  return verdict === 'open' ? undefined : `not on channel ${channel}, where boxes meet: ${REFUSALS[verdict]}`;
}

/** One radio for both roles: on the channel that is wished for the access point, when one is. */
function whyNotBoth(radio: Radio, question: Question): string | undefined {
  const why = whyNoMesh(radio, question.channel ?? question.meshChannel ?? MESH_CHANNEL, question);
  if (why !== undefined) return why;
  return canBeAtOnce(radio.combinations, ['AP', 'mesh point']) ? undefined : NOT_AT_ONCE;
}

const NOT_AT_ONCE = 'it can be an access point or meet boxes, but not both at once';

/** A channel that was asked for and that nobody can have is said, not replaced. */
function wishedInVain(fits: readonly Fit[], { channel, meshChannel, country, hardware }: Question): string | undefined {
  const canBe = (mode: RadioMode) => fits.filter(({ radio }) => radio.modes.includes(mode));
  const refused = (wish: number, flag: string, mode: RadioMode) => {
    const able = canBe(mode);
    const [first] = able;
    const isOpen = able.some(({ radio }) => verdictOf(radio, wish, country, hardware) === 'open');
    if (first === undefined || isOpen) return undefined;
    const verdict = verdictOf(first.radio, wish, country, hardware);
    const why = verdict === 'open' ? '' : REFUSALS[verdict];
    const open = openChannels(first.radio, country, hardware);
    return `${flag} ${wish}: ${why}.${open.length === 0 ? '' : ` ${nameOf(first.radio)} has ${open.join(', ')} in ${country}.`}`;
  };
  return (
    (channel === undefined ? undefined : refused(channel, '--channel', 'AP')) ??
    (meshChannel === undefined ? undefined : refused(meshChannel, '--mesh-channel', 'mesh point'))
  );
}

type Two = { readonly ap: Radio; readonly mesh: Radio };

/**
 * The access point goes to a radio that could not meet boxes, where there is one: a Raspberry Pi's own beside an adapter. Else to
 * one that holds many phones.
 */
function twoRadios(fits: readonly Fit[]): Two | undefined {
  const aps = fits.filter(({ ap }) => ap === undefined);
  const meshes = fits.filter(({ mesh }) => mesh === undefined);
  const pairs = aps.flatMap((ap) => meshes.filter((mesh) => mesh.radio !== ap.radio).map((mesh) => ({ ap, mesh })));
  const best = pairs.find(({ ap }) => ap.mesh !== undefined) ?? pairs.find(({ ap }) => !holdsFew(ap.radio)) ?? pairs[0];
  return best && { ap: best.ap.radio, mesh: best.mesh.radio };
}

function apart({ ap, mesh }: Two, question: Question): RadioPlan | { readonly problem: string } {
  const meshChannel = question.meshChannel ?? MESH_CHANNEL;
  const chosen = channelFor(ap, meshChannel, question);
  if (chosen === undefined) return { problem: `${nameOf(ap)} has no channel that may be used.` };
  return {
    accessPoint: { radio: ap.mac, channel: chosen.channel },
    meshPoint: { radio: mesh.mac, channel: meshChannel },
    remarks: [
      ...chosen.remarks,
      ...mindRemarks(ap, question),
      ...meetingRemarks(meshChannel),
      ...bothRemarks(ap, mesh, question),
    ],
  };
}

function together(radio: Radio, channel: number, question: Question): RadioPlan {
  const shared = { radio: radio.mac, channel };
  const says = `${nameOf(radio)} serves phones where boxes meet, on channel ${channel}, so each byte that passes takes the air twice. A second adapter makes it faster.`;
  return {
    accessPoint: shared,
    meshPoint: shared,
    remarks: [{ about: 'mesh', says }, ...meetingRemarks(channel), ...bothRemarks(radio, radio, question)],
  };
}

function alone({ radio }: Fit, question: Question): RadioPlan | { readonly problem: string } {
  const chosen = channelFor(radio, undefined, question);
  if (chosen === undefined) return { problem: `${nameOf(radio)} has no channel that may be used.` };
  return {
    accessPoint: { radio: radio.mac, channel: chosen.channel },
    noMeshPoint: whyNobodyMeets(question),
    remarks: [...chosen.remarks, ...mindRemarks(radio, question), ...phonesRemarks(radio)],
  };
}

function whyNobodyMeets(question: Question): string {
  const { radios, country, hardware } = question;
  const whys = radios.map((one) => `${nameOf(one)}: ${whyNotBoth(one, question) ?? NOT_AT_ONCE}.`);
  const able = hardware.hasBatman ? radios.find(({ modes }) => modes.includes('mesh point')) : undefined;
  const [open] = able === undefined ? [] : openChannels(able, country, hardware);
  // On its own channel, and still not at once with an access point: another channel would not help.
  const isElsewhere = able !== undefined && whyNotBoth(able, question) !== NOT_AT_ONCE && open !== undefined;
  const cures = [
    ...(isElsewhere ? [`Give all boxes one channel that their radios have (--mesh-channel ${open}).`] : []),
    hardware.hasBatman
      ? 'Use a cable to the next box, or a USB adapter that lists "mesh point".'
      : "Use a cable to the next box, or a kernel that has it (Debian's own does).",
  ];
  return [...whys, ...cures].join(' ');
}

/** Phones then come by cable, through an access point of somebody else; whether there is a cable is seen to later. */
function withoutAccessPoint(fits: readonly Fit[], question: Question): RadioPlan {
  if (fits.length === 0) return { remarks: [] };
  const noAccessPoint = fits.map(({ radio, ap }) => `${nameOf(radio)}: ${ap ?? ''}.`).join(' ');
  const mesh = fits.find((fit) => fit.mesh === undefined)?.radio;
  const channel = question.meshChannel ?? MESH_CHANNEL;
  if (mesh === undefined) return { noAccessPoint, noMeshPoint: whyNobodyMeets(question), remarks: [] };
  return { noAccessPoint, meshPoint: { radio: mesh.mac, channel }, remarks: meetingRemarks(channel) };
}

/** The law that is set counts for nothing there. */
const mindRemarks = ({ ownCountry, ...radio }: Radio, { country }: Question): readonly Remark[] =>
  ownCountry === undefined || ownCountry === country
    ? []
    : [
        {
          about: 'country',
          says: `The firmware of ${nameOf(radio)} goes by ${ownCountry === '00' ? 'the rules of the whole world' : ownCountry}, whatever is set: fewer channels are open.`,
        },
      ];

type Chosen = { readonly channel: number; readonly remarks: readonly Remark[] };

function channelFor(
  radio: Radio,
  taken: number | undefined,
  { channel, country, hardware }: Question,
): Chosen | undefined {
  if (channel !== undefined) return { channel, remarks: [] };
  const quiet = quietest(openChannels(radio, country, hardware), radio, taken, hardware);
  if (quiet === undefined) return undefined;
  const { channel: best, of, others } = quiet;
  const remarks: Remark[] = [];
  if (others !== undefined)
    remarks.push({
      about: 'channel',
      says: `Channel ${best} is the least full of ${of.join(', ')} here (${others} heard on it and beside it).`,
    });
  if (best > 14)
    remarks.push({
      about: 'channel',
      says: `${nameOf(radio)} has no open channel at 2.4 GHz: old phones do not see 5 GHz, and walls stop it sooner.`,
    });
  return { channel: best, remarks };
}

const meetingRemarks = (channel: number): readonly Remark[] =>
  channel === MESH_CHANNEL
    ? []
    : [
        {
          about: 'mesh',
          says: `Boxes meet on channel ${MESH_CHANNEL} unless told otherwise: give every other box --mesh-channel ${channel}.`,
        },
      ];

const bothRemarks = (ap: Radio, mesh: Radio, { meshKey }: Question): readonly Remark[] => [
  ...phonesRemarks(ap),
  ...meshRemarks(mesh, meshKey !== undefined),
];
