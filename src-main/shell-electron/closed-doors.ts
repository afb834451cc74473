/** Switches of Chromium that would let another program of the PC look into the window and steer it. */
const DOORS = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

/**
 * The switches that open a door; empty outside of a package, where tests and tools need them. Fuses close Node's own inspector only.
 * `hasSwitch` asks Chromium, which reads switches wherever they stand.
 */
export function openDoors(isPackaged: boolean, hasSwitch: (name: string) => boolean): readonly string[] {
  return isPackaged ? DOORS.filter(hasSwitch) : [];
}
