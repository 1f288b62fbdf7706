/** What a volunteer is told when a box works. Pure. */
import type { Config } from '../../config/config.ts';
import { urlOf } from '../../machine/addresses.ts';
import { terminalQr } from '../../pages/terminal-qr.ts';
import { wifiCode } from '../../poster/wifi-code.ts';
import type { Plan } from '../plan/plan.ts';
import { shown } from '../plan/shown.ts';

/** `isJoined`: a radio that has nothing else to do has joined its Wi-Fi. `colours`: for a terminal. */
export function doneInWords(
  { settings, router }: Plan,
  config: Config,
  isJoined: boolean,
  colours: boolean,
): readonly string[] {
  const [address = ''] = settings.lanAddress.split('/');
  const url = urlOf('http', address, config.publicPort ?? config.port);
  const { ssid, password } = router;
  const wifi = ssid === undefined ? undefined : { ssid, ...(password !== undefined && { password }) };
  const joins =
    wifi === undefined
      ? 'Phones join by the cable.'
      : `Phones join the Wi-Fi ${shown(wifi.ssid)}${password === undefined ? ', without a password' : ''}, or with this code:`;
  return [
    '',
    'It works: a client by cable got its address, the name and the page.',
    ...(settings.accessPoint === undefined ? [] : [isJoined ? JOINED : NOT_JOINED]),
    joins,
    ...(wifi === undefined ? [] : [terminalQr(wifiCode(wifi), colours)]),
    `The page: ${url}`,
    `To be printed, with the codes on it: ${new URL('/poster', url).href}`,
    'When something is wrong: sudo hikyaku doctor. To take it back: sudo hikyaku undo.',
  ];
}

const JOINED = 'Another radio of this machine joined its Wi-Fi.';
const NOT_JOINED = 'Its Wi-Fi is on the air. Nothing here could join it: let a phone join it now.';
