/** Says in JSON what the machine has as seen from where it is started, without the laws, which are long. */
import { lookAtHardware } from '../../src/router/box/hardware/look.ts';

const { countries, ...hardware } = await lookAtHardware({ listens: true });
process.stdout.write(JSON.stringify({ ...hardware, countries: [...countries.keys()] }));
