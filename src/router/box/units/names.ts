/** The names of the units that a box is made of (`src/package`), and those of others that it has to do with. */

/** Everything below hangs on it: started, stopped and enabled together. */
export const TARGET = 'hikyaku.target';
export const UNITS = {
  links: 'hikyaku-links.service',
  accessPoint: 'hikyaku-ap.service',
  mesh: 'hikyaku-mesh.service',
  names: 'hikyaku-names.service',
  router: 'hikyaku-router.service',
  watch: 'hikyaku-watch.timer',
} as const;
/** One look of the watch, which the timer starts. It mends, so it must not go on where a box is taken away. */
export const WATCH_LOOK = 'hikyaku-watch.service';
/** Gives back what was there before, should `setup` die while new settings are on trial. Made by systemd-run. */
export const TRIAL_END = 'hikyaku-trial-end';
