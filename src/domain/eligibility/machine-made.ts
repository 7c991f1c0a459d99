/**
 * Whether a label looks as if a machine had made it. It is a guess: it asks a question, and settles
 * nothing.
 */

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const UUID_LENGTH = 36;
const ADDRESS = /(?:^|-)\d{1,3}(?:-\d{1,3}){3}(?:-|$)/;
/** A day as people write it into a name: `20240501`. */
const DAY = /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/;

/**
 * Returns whether a label (A-label, lower case) looks made by a machine, as clouds, CDNs and
 * tunnels give them out: `d111111abcdef8`, `1p5e803947`, `demo-1300000000`, an address or a UUID.
 * What people choose has few digits, and those in one place: `web01`, `win11`, `beijing2022`, `s3`,
 * `h5-m3u8`.
 */
export function looksMachineMade(label: string): boolean {
  if (label.startsWith('xn--')) return false;
  // Most labels have no digit, and of these a UUID alone could be one.
  if (label.length < UUID_LENGTH && !/\d/.test(label)) return false;
  if (UUID.test(label) || ADDRESS.test(label)) return true;
  return label.split('-').some(isRandom);
}

function isRandom(part: string): boolean {
  const bare = part.replace(DAY, '');
  const runs = bare.match(/\d+/g) ?? [];
  const digits = runs.join('').length;
  const letters = bare.length - digits;
  const longest = Math.max(0, ...runs.map((run) => run.length));
  // A number of an account or an instance: nobody chooses so many digits beside letters, nor a
  // number of ten.
  if (letters === 0) return longest >= 9;
  if (longest >= 7) return true;
  const switches = (bare.match(/[a-z](?=\d)|\d(?=[a-z])/g) ?? []).length;
  if (bare.length >= 8 && digits >= 3 && switches >= 3) return true;
  // Digits of a hash, which words do not spell.
  return bare.length >= 8 && digits >= 2 && letters >= 2 && switches >= 2 && /^[0-9a-f]+$/.test(bare);
}

/** Returns whether a host has such a label below its registrable domain. */
export function isBelowMachineMade(host: string, registrable: string): boolean {
  if (host === registrable) return false;
  return host
    .slice(0, -registrable.length - 1)
    .split('.')
    .some(looksMachineMade);
}
