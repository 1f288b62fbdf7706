/** What setup asks: at most three things, each with a proposal that Enter takes. Pure. */
import { type Reader, ssid, wifiPassword } from '../../config/values.ts';
import type { Hardware } from '../hardware/hardware.ts';
import { countryProblem, proposedCountry } from '../plan/country.ts';
import type { Wishes } from '../plan/plan.ts';
import { DEFAULT_SSID } from '../settings/settings.ts';
import type { Said } from './options.ts';

export type Question = {
  readonly asks: string;
  /** What Enter means, in words; absent: there is nothing to propose, and an answer is needed. */
  readonly proposes?: string;
  /** An empty answer is Enter. */
  readonly take: (answer: string) => { readonly said: Said } | { readonly wanted: string };
};

/** `said`: on the command line, which is not asked again. `wishes`: with what was so before. */
export function questionsFor(hardware: Hardware, said: Said, wishes: Wishes): readonly Question[] {
  // A box of cables needs no country, and its Wi-Fi is somebody else's.
  if (hardware.radios.length === 0) return [];
  return [
    ...(said.country === undefined ? [country(hardware, wishes.country ?? proposedCountry(hardware))] : []),
    ...(said.ssid === undefined ? [network(wishes.ssid ?? DEFAULT_SSID)] : []),
    ...(said.password === undefined ? [password(wishes.password)] : []),
  ];
}

function country(hardware: Hardware, proposal: string | undefined): Question {
  return {
    asks: 'In which country does this box stand? Its law says which channels there are. Two letters',
    ...(proposal !== undefined && { proposes: proposal }),
    take: (answer) => {
      const code = (answer || proposal || '').toUpperCase();
      const problem = countryProblem(code === '' ? undefined : code, hardware);
      return problem === undefined ? { said: { country: code } } : { wanted: problem };
    },
  };
}

function network(proposal: string): Question {
  return {
    asks: 'What is the Wi-Fi called? Boxes with one name are one Wi-Fi for phones that walk',
    proposes: proposal,
    take: (answer) => read(ssid, answer || proposal, (value) => ({ ssid: value })),
  };
}

/** Typed for it, since an empty answer is Enter. */
const NONE = '-';

function password(before: Wishes['password']): Question {
  const isKept = typeof before === 'object';
  return {
    asks: `Its password? 8 to 63 letters, digits and signs${isKept ? `; ${NONE} for none` : ''}`,
    proposes: isKept ? 'as before' : 'none, everybody may join',
    take: (answer) => {
      if (answer === '') return { said: { password: before ?? 'open' } };
      if (answer === NONE) return { said: { password: 'open' } };
      return read(wifiPassword, answer, (key) => ({ password: { key } }));
    },
  };
}

function read<T>(reader: Reader<T>, text: string, said: (value: T) => Said): ReturnType<Question['take']> {
  const result = reader(text);
  return 'value' in result ? { said: said(result.value) } : { wanted: `Expected ${result.wanted}.` };
}
