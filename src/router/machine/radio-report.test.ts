import { describe, expect, it } from 'vitest';
import { parseRadioReport, type RadioReport, radioReportText } from './radio-report.ts';

const WHOLE: RadioReport = {
  up_s: 4_021,
  country: 'JP',
  access_point: {
    ...{ interface: 'ap0', state: 'on-air', channel: 6, busy_percent: 34, noise_dbm: -92 },
    stations_dbm: [-48, -71],
    stations_at_most: 20,
  },
  mesh_point: { interface: 'mesh0', state: 'on-air', channel: 11, peers: 2 },
  batman: { state: 'running', originators: 5, through_others: 3 },
};
const GOLDEN =
  '{"up_s":4021,"country":"JP","access_point":{"interface":"ap0","state":"on-air","channel":6,"busy_percent":34,' +
  '"noise_dbm":-92,"stations_dbm":[-48,-71],"stations_at_most":20},"mesh_point":{"interface":"mesh0","state":"on-air",' +
  '"channel":11,"peers":2},"batman":{"state":"running","originators":5,"through_others":3}}\n';

describe('the report about the radio', () => {
  it('is this text, and is read as what was written', () => {
    expect(radioReportText(WHOLE)).toBe(GOLDEN);
    expect(parseRadioReport(GOLDEN)).toEqual({ ok: true, value: WHOLE });
  });

  it('may say little, and more than is known here', () => {
    expect(parseRadioReport('{"up_s":1,"later":[1]}')).toEqual({ ok: true, value: { up_s: 1 } });
  });

  it('has room for every station that there can be', () => {
    const stations_dbm = Array.from({ length: 2_007 }, () => -100);
    const full = radioReportText({ up_s: 1, access_point: { interface: 'ap0', state: 'on-air', stations_dbm } });
    expect(parseRadioReport(full).ok).toBe(true);
  });

  it.each([
    ['', 'not JSON'],
    ['{"up_s":', 'not JSON'],
    ['{}', 'message.up_s'],
    ['{"up_s":1,"country":"jp"}', 'message.country'],
    ['{"up_s":1,"country":"98"}', 'message.country'],
    ['{"up_s":1,"access_point":{"interface":"ap0","state":"on","stations_dbm":[]}}', 'message.access_point.state'],
    ['{"up_s":1,"mesh_point":{"interface":"mesh0","state":"off","peers":-1}}', 'message.mesh_point.peers'],
    [`{"up_s":1}${' '.repeat(32_768)}`, 'longer than'],
  ])('is refused: %s', (json, why) => {
    expect(parseRadioReport(json)).toEqual({ ok: false, error: expect.stringContaining(why) });
  });
});
