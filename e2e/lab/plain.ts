/** Scenarios that consist of cases alone. */
import { type Case, type Played, play, ROW_HEAD, rowOf } from './case.ts';
import { programOf, type Scenario } from './program.ts';

export function programOfCases(name: string, shows: string, cases: readonly Case[]): ReturnType<typeof programOf> {
  const scenario: Scenario = {
    name,
    shows,
    play: async (options) => {
      const played: Played[] = [];
      for (const one of cases) {
        options.say(`  ${one.title}`);
        const keep = options.pcap === undefined ? {} : { pcap: `${options.pcap}/${one.title.replaceAll(/\W+/g, '-')}` };
        played.push(await play(one, { ...options, ...keep }));
      }
      return {
        tables: [{ title: '', head: ROW_HEAD, rows: played.map(rowOf) }],
        checks: played.flatMap(({ checks }) => checks.all),
      };
    },
  };
  return programOf(scenario);
}
