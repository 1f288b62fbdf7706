/** Which radio joins the Wi-Fi of its own machine, and with what. */
import { expect, test } from 'vitest';
import type { Hardware, Radio } from '../hardware/hardware.ts';
import { CONFIG, SETTINGS } from '../state/testing/states.ts';
import { joinConf, spareRadio } from './spare-radio.ts';

const channel = (number: number, isDisabled = false) => ({
  number,
  frequencyMHz: 2407 + 5 * number,
  isDisabled,
  isListenOnly: false,
  needsRadarWatch: false,
});
const radio = (phy: string, mac: string, more: Partial<Radio> = {}): Radio => ({
  phy,
  mac,
  interfaces: [`wlan${phy.slice(3)}`],
  modes: ['managed'],
  combinations: [],
  channels: [channel(6)],
  hasHt: true,
  canSae: true,
  isWayOut: false,
  ...more,
});
const spareOf = (third: Partial<Radio>, leave: readonly string[] = []): string | undefined =>
  spareRadio(
    {
      radios: [
        radio('phy0', '02:00:00:00:00:00'),
        radio('phy1', '02:00:00:00:01:00'),
        radio('phy2', '02:00:00:00:02:00', third),
      ],
    } as unknown as Hardware, // only the radios count
    { settings: SETTINGS },
    leave,
  )?.phy;

test('one that has nothing to do', () => {
  expect(spareOf({})).toBe('phy2');
  expect(spareOf({}, ['wlan2'])).toBeUndefined();
  expect(spareOf({ usedBy: { program: 'NetworkManager' } })).toBeUndefined();
  expect(spareOf({ isWayOut: true })).toBeUndefined();
  expect(spareOf({ blocked: 'by software' })).toBeUndefined();
  expect(spareOf({ modes: ['AP'] })).toBeUndefined();
  expect(spareOf({ channels: [channel(6, true), channel(1)] })).toBeUndefined();
});

test('what it is told, whatever the Wi-Fi is called', () => {
  const wifi = { ssid: '避難所"}\\' };
  expect(joinConf({ settings: SETTINGS, config: { ...CONFIG, wifi }, password: 'a "b" c=}' })).toBe(
    'network={\n  ssid=e981bfe99ba3e68980227d5c\n  key_mgmt=WPA-PSK\n  psk="a "b" c=}"\n  freq_list=2437\n}\n',
  );
  expect(joinConf({ settings: SETTINGS, config: { ...CONFIG, wifi } })).toContain('key_mgmt=NONE');
  const { accessPoint: _ap, ...cables } = SETTINGS;
  expect(joinConf({ settings: cables, config: CONFIG })).toBeUndefined();
});
