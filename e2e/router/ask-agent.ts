/** Asks at a terminal what setup asks on a machine with one radio, and writes as JSON what was said. */
import type { Hardware } from '../../src/router/box/hardware/hardware.ts';
import { ask, hasTerminal } from '../../src/router/box/setup/ask.ts';
import { wishesOf } from '../../src/router/box/setup/options.ts';
import { questionsFor } from '../../src/router/box/setup/questions.ts';

const RULE = { fromMHz: 2402, toMHz: 2482, isListenOnly: false, needsRadarWatch: false };
const hardware = {
  radios: [{}],
  country: '00',
  localeCountry: 'JP',
  countries: new Map([['JP', [RULE]]]),
} as unknown as Hardware; // what else there is asks nothing
const say = (line: string) => process.stdout.write(`${line}\n`);

say(`terminal: ${hasTerminal()}`);
say(`said: ${JSON.stringify(await ask(questionsFor(hardware, {}, wishesOf({}, undefined, '', [])), say))}`);
