/** One real bus in a namespace, for the contract: commands and events are lines of JSON. `mesh-bus-agent.ts INDEX` */
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import { MESH_PORT } from '../../src/router/config/ports.ts';
import { createLog } from '../../src/router/machine/log.ts';
import { backhaulOf } from '../../src/router/mesh/backhaul.ts';
import { Engine } from '../../src/router/mesh/engine.ts';
import { deriveKeys } from '../../src/router/mesh/keys.ts';
import { HOST } from '../lab/topology.ts';
import { act, type BusCommand, type BusEvent, eventsInto, fromLine, passportOfNode, selfOf } from './mesh-bus-rigs.ts';

const tell = (event: BusEvent): void => void process.stdout.write(`${JSON.stringify(event)}\n`);
const index = Number(process.argv[2]);
const bus = new Engine({
  passport: passportOfNode(index),
  incarnation: selfOf(index).incarnation,
  renew: () => passportOfNode(index),
  keys: deriveKeys('the key of the contract'),
  look: () => backhaulOf(HOST, networkInterfaces()),
  peers: [],
  port: MESH_PORT,
  log: createLog('error'),
});
createInterface(process.stdin).on('line', (line) => {
  void act(bus, fromLine<BusCommand>(line)).then((value) => tell({ type: 'answer', value }));
});
process.stdin.on('end', () => process.exit());
await bus.start(eventsInto(tell));
