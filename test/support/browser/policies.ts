/**
 * Browsers under an organization's policies, set where administrators set them; taken away again
 * afterward.
 */
import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const GECKO_ID = 'icp-filing-guide@icp-filing-guide.org';

export interface Managed {
  readonly executable: string;
  readonly extension: string;
  undo(): void;
}

/** Whether this process may write where Chromium reads policies. */
export const canManageChromium = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * Returns a copy of the build under a key of its own, which makes its id, so that the policy
 * written for that id concerns no other copy; and how to take both away.
 */
export function manageChromium(executable: string, build: string, policy: object): Managed {
  const extension = mkdtempSync(join(tmpdir(), 'icp-filing-guide-managed-'));
  cpSync(build, extension, { recursive: true });
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const path = join(extension, 'manifest.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), key: key.toString('base64') }));

  const etc = /chromium/.test(basename(executable)) ? '/etc/chromium' : '/etc/opt/chrome';
  const folder = join(etc, 'policies/managed');
  // The outermost folder that was not there before.
  const made = mkdirSync(folder, { recursive: true });
  const id = idOf(key);
  const file = join(folder, `icp-filing-guide-test-${id}.json`);
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
  return {
    executable,
    extension,
    undo() {
      rmSync(file, { force: true });
      if (made !== undefined && readdirSync(folder).length === 0) rmSync(made, { recursive: true });
      rmSync(extension, { recursive: true, force: true });
    },
  };
}

/**
 * Returns the id of the extension that carries a public key: 32 letters from a to p for half of its
 * digest.
 */
function idOf(key: Buffer): string {
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Returns the same Firefox from a folder of its own, with the policy beside it. */
export function manageFirefox(executable: string, extension: string, policy: object): Managed {
  const real = realpathSync(executable);
  const folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-firefox-'));
  for (const name of readdirSync(dirname(real))) {
    // It looks for its policies beside the file that was started: that one must not be a link.
    if (name === basename(real)) copyFileSync(real, join(folder, name));
    else if (name !== 'distribution') symlinkSync(join(dirname(real), name), join(folder, name));
  }
  mkdirSync(join(folder, 'distribution'));
  writeFileSync(
    join(folder, 'distribution/policies.json'),
    JSON.stringify({ policies: { '3rdparty': { Extensions: { [GECKO_ID]: policy } } } }),
  );
  return {
    executable: join(folder, basename(real)),
    extension,
    undo: () => rmSync(folder, { recursive: true, force: true }),
  };
}
