/** Whether something can be sent to a person now. */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Model } from '../model/model.ts';

/** Also while their screen is off for a moment: it rings when it is on again. Reads a signal. */
export const isHere = ({ devices }: Pick<Model, 'devices'>, id: DeviceId): boolean =>
  devices.value.some((device) => device.id === id && !device.hasLeft);
