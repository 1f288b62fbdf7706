/** The machines that planning is tried with, each as the box that its plan makes of it: from a look at it to what programs read. */
import { planOf } from '../../plan/plan-of.ts';
import { CONFIGURATIONS } from '../../plan/testing/configurations.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { settingsText } from '../../settings/settings-text.ts';
import type { Example } from './boxes.ts';

export const PLANNED: readonly (readonly [name: string, example: Example])[] = CONFIGURATIONS.flatMap(
  ({ name, hardware, wishes }) => {
    const plan = planOf(hardware, wishes);
    if ('problems' in plan) return [];
    const { password, meshKey } = plan.router;
    const read = readSettings(settingsText(plan.settings, plan.router), hardware.hostName);
    if ('problems' in read) throw new Error(read.problems.join('\n'));
    const secrets = { ...(password !== undefined && { password }), ...(meshKey !== undefined && { meshKey }) };
    return [[`the plan for ${name}`, { box: { ...read, ...secrets }, machine: hardware }]] as const;
  },
);
