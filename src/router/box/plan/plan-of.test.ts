import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRIVERS, radioOf } from '../hardware/testing/fixtures.ts';
import { readSettings } from '../settings/read-settings.ts';
import { settingsText } from '../settings/settings-text.ts';
import { proposedCountry } from './country.ts';
import { planOf } from './plan-of.ts';
import { CONFIGURATIONS, cable, machine, wishes } from './testing/configurations.ts';
import { noPlanInWords, planInWords } from './words.ts';

describe('what setup says', () => {
  it.each(CONFIGURATIONS)('of $name', async ({ name, hardware, wishes }) => {
    const plan = planOf(hardware, wishes);
    const said = 'problems' in plan ? noPlanInWords(plan) : planInWords(plan, hardware);
    const settings =
      'problems' in plan ? '' : `\n\n${JSON.stringify({ ...plan.settings, ...plan.router }, undefined, 1)}`;
    await expect(`${said}${settings}\n`).toMatchFileSnapshot(`snapshot/${name.replace(/[^\w.]+/g, '-')}.txt`);
  });

  it('holds no secret', () => {
    for (const { hardware, wishes } of CONFIGURATIONS) {
      const plan = planOf(hardware, wishes);
      const said = 'problems' in plan ? noPlanInWords(plan) : planInWords(plan, hardware);
      const { meshKey, password } = wishes;
      // A key that is an ordinary word is said as that, not as a secret.
      for (const secret of [meshKey, typeof password === 'object' ? password.key : undefined])
        if (secret !== undefined && secret.length > 5) expect(said).not.toContain(secret);
    }
  });
});

describe('a plan', () => {
  const drivers = fc.array(fc.constantFrom(...DRIVERS), { maxLength: 3 });
  const any = fc.record({
    radios: drivers.map((list) => list.map((driver, number) => radioOf(driver, number))),
    cables: fc
      .array(fc.record({ isWayOut: fc.boolean(), hasCarrier: fc.boolean() }), { maxLength: 3 })
      .map((list) => list.map((more, number) => cable(`eth${number}`, more))),
    hasBatman: fc.boolean(),
    country: fc.constantFrom('00', 'JP', 'DE'),
  });
  const wished = fc.record(
    {
      channel: fc.constantFrom(1, 6, 11, 13, 36, 100),
      meshChannel: fc.constantFrom(1, 11, 36),
      meshKey: fc.constant('a long shared key'),
      country: fc.constantFrom('JP', 'US'),
    },
    { requiredKeys: ['country'] },
  );

  it('never uses the way out, nor an interface twice, and asks of a radio only what it can', () => {
    fc.assert(
      fc.property(any, wished, (has, more) => {
        const hardware = machine(has);
        const plan = planOf(hardware, wishes(more));
        if ('problems' in plan) {
          for (const problem of plan.problems) expect(problem).toMatch(/[.:]/);
          return;
        }
        const { accessPoint, meshPoint, lanCables, backhaulCables, country } = plan.settings;
        const used = [...lanCables, ...backhaulCables];
        expect(new Set(used).size).toBe(used.length);
        const out = has.cables.filter(({ isWayOut }) => isWayOut).map((one) => one.interface);
        expect(used.filter((name) => out.includes(name))).toEqual([]);
        const radio = (mac: string) => hardware.radios.find((one) => one.mac === mac);
        if (accessPoint) expect(radio(accessPoint.radio)?.modes).toContain('AP');
        if (meshPoint) expect(radio(meshPoint.radio)?.modes).toContain('mesh point');
        if (meshPoint) expect(has.hasBatman).toBe(true);
        if (accessPoint && accessPoint.radio === meshPoint?.radio) expect(accessPoint.channel).toBe(meshPoint.channel);
        if (accessPoint || meshPoint) expect(country).toBe(more.country);
        expect(accessPoint !== undefined || lanCables.length > 0).toBe(true);
        // Nothing on a channel that waits for radar, whoever asks for it.
        expect([accessPoint?.channel, meshPoint?.channel]).not.toContain(100);
        planInWords(plan, hardware);
      }),
    );
  });

  it('is read back from the settings file as it was made', () => {
    const plans = CONFIGURATIONS.flatMap(({ hardware, wishes }) => {
      const plan = planOf(hardware, wishes);
      return 'problems' in plan ? [] : [plan];
    });
    expect(plans.length).toBeGreaterThan(15);
    for (const { settings, router } of plans) {
      const read = readSettings(settingsText(settings, router), 'elsewhere');
      expect(read).toMatchObject({ settings, config: { name: router.name } });
      if ('problems' in read) continue;
      const { wifi, meshKey } = read.config;
      expect(wifi?.ssid).toBe(router.ssid);
      expect(wifi?.password).toEqual(router.password === undefined ? undefined : { key: router.password });
      expect(meshKey).toEqual(router.meshKey === undefined ? undefined : { key: router.meshKey });
    }
  });

  it('gives all boxes one channel to meet on, whatever they heard', () => {
    const channels = DRIVERS.flatMap((driver) => {
      const plan = planOf(machine({ radios: [radioOf(driver)] }), wishes());
      return 'problems' in plan || plan.settings.meshPoint === undefined ? [] : [plan.settings.meshPoint.channel];
    });
    expect(channels).toEqual([11, 11, 11]);
  });

  it('does not ask a radio to be two things that it cannot be at once', () => {
    const [first] = radioOf('ath9k_htc').combinations;
    if (first === undefined) throw new Error('the fixture has no combination');
    const one = { ...first, total: 1 };
    const plan = planOf(machine({ radios: [radioOf('ath9k_htc', 0, { combinations: [one] })] }), wishes());
    expect(plan).toMatchObject({ settings: { accessPoint: { channel: 1 } } });
    expect(plan).not.toHaveProperty('settings.meshPoint');
  });
});

it('proposes a country, and never one that is none', () => {
  expect(proposedCountry(machine({ country: 'DE', localeCountry: 'JP' }))).toBe('DE');
  expect(proposedCountry(machine({ localeCountry: 'JP' }))).toBe('JP');
  expect(proposedCountry(machine({ country: '00', localeCountry: 'XX' }))).toBeUndefined();
  expect(proposedCountry(machine())).toBeUndefined();
});
