import { describe, expect, test } from 'vitest';
import type { GroupCode } from '../../protocol/group-code.ts';
import { hashOf, placeOf } from '../place/place.ts';
import { invitationTo, invitedBy } from './invitation.ts';

const CODE = 'H1KYAK0GR0VP' as GroupCode;

describe('the link into a group', () => {
  const read = (hash: string) => {
    const place = placeOf(hash);
    return place.screen === 'groups' && place.invited !== undefined ? invitedBy(place.invited) : place.screen;
  };

  test('is read as it was written, and also when somebody has typed it', () => {
    const link = invitationTo(CODE, 'http://hikyaku.internal/');
    expect(link).toBe(`http://hikyaku.internal/#group=${CODE}`);
    expect(read(new URL(link).hash)).toBe(CODE);
    expect(read('#group=h1ky-ak0g-rovp')).toBe(CODE);
  });

  test('is not kept in the address', () => {
    expect(hashOf(placeOf(`#group=${CODE}`))).toBe('#groups');
  });

  test.each(['#group=', '#group=short', '#group=%E3', '#group=H1KYAK0GR0V/'])('%j is none', (hash) => {
    expect(read(hash)).toBeUndefined();
  });
});
