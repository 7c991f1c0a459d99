/** Finds a browser, or installs it where that is possible without asking. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const BROWSERS = ['chromium', 'chrome', 'edge', 'firefox'] as const;
export type BrowserKind = (typeof BROWSERS)[number];

/** What the finder needs to know of a machine; tests hand in machines that do not exist. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (path: string) => boolean;
}

const NAMES: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser'],
  chrome: ['google-chrome', 'google-chrome-stable', 'chrome'],
  edge: ['microsoft-edge', 'microsoft-edge-stable', 'msedge'],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC: Readonly<Record<BrowserKind, string>> = {
  chromium: '/Applications/Chromium.app/Contents/MacOS/Chromium',
  chrome: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  edge: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  firefox: '/Applications/Firefox.app/Contents/MacOS/firefox',
};

const WINDOWS: Readonly<Record<BrowserKind, string>> = {
  chromium: 'Chromium\\Application\\chrome.exe',
  chrome: 'Google\\Chrome\\Application\\chrome.exe',
  edge: 'Microsoft\\Edge\\Application\\msedge.exe',
  firefox: 'Mozilla Firefox\\firefox.exe',
};

const PACKAGES: Readonly<Partial<Record<BrowserKind, string>>> = { chromium: 'chromium', firefox: 'firefox-esr' };

const HERE: Machine = { platform: process.platform, env: process.env, isExecutable };

/**
 * Returns the executable of a browser on a machine, or null. A path in the environment comes first.
 */
export function findBrowser(kind: BrowserKind, machine: Machine = HERE): string | null {
  const named = machine.env[kind === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH'];
  if (named && machine.isExecutable(named)) return named;
  return placesOf(kind, machine).find(machine.isExecutable) ?? null;
}

function placesOf(kind: BrowserKind, { platform, env }: Machine): string[] {
  if (platform === 'darwin') return [MAC[kind], `${env.HOME}${MAC[kind]}`];
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((base) =>
      base ? [`${base}\\${WINDOWS[kind]}`] : [],
    );
  }
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return NAMES[kind].flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Returns the executable of a browser, installed first where it is missing and we may. Throws a
 * one-line error with the command that installs it otherwise.
 */
export function requireBrowser(kind: BrowserKind): string {
  const found = findBrowser(kind);
  if (found !== null) return found;
  const name = PACKAGES[kind];
  if (name !== undefined && aptInstall([name])) {
    const installed = findBrowser(kind);
    if (installed !== null) return installed;
  }
  throw new Error(`${kind} was not found; ${howToInstall(kind, process.platform)}`);
}

/** Returns half a sentence that says how to get what is missing. */
export function howToInstall(kind: BrowserKind, platform: NodeJS.Platform): string {
  const variable = kind === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH';
  const name = PACKAGES[kind];
  const command =
    platform === 'linux' && name !== undefined
      ? `sudo apt-get install ${name}`
      : platform === 'darwin'
        ? `brew install --cask ${{ chromium: 'chromium', chrome: 'google-chrome', edge: 'microsoft-edge', firefox: 'firefox' }[kind]}`
        : `install it from its maker`;
  return `run \`${command}\`, or set ${variable} to its executable.`;
}

/**
 * Makes sure that the browser's own interface can be in a language: Debian's packages keep
 * languages apart. Other systems' browsers bring all languages along. Throws a one-line error where
 * it cannot be installed.
 */
export function requireInterface(kind: 'chromium' | 'firefox', tag: string): void {
  if (process.platform !== 'linux' || !existsSync('/var/lib/dpkg/info') || tag.startsWith('en')) return;
  const [browser, language] =
    kind === 'chromium' ? ['chromium', 'chromium-l10n'] : ['firefox-esr', `firefox-esr-l10n-${tag.toLowerCase()}`];
  const installed = (name: string) => existsSync(`/var/lib/dpkg/info/${name}.list`);
  if (!installed(browser) || installed(language)) return;
  if (!aptInstall([language]))
    throw new Error(`${tag} cannot be tested in ${kind}; run \`sudo apt-get install ${language}\`.`);
}

/**
 * Makes sure that Chinese and Japanese can be drawn. Throws a one-line error where fonts are
 * missing and cannot be installed.
 */
export function requireCjkFonts(): void {
  if (process.platform !== 'linux') return;
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'file'], { encoding: 'utf8' });
  if ((listed.stdout ?? '').trim() !== '' || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'))
    return;
  if (!aptInstall(['fonts-noto-cjk']))
    throw new Error('No Chinese fonts were found; run `sudo apt-get install fonts-noto-cjk`.');
}

/** As {@link requireCjkFonts}, for a Latin font with the measures of the systems' own. */
export function requireLatinFont(): void {
  const listed = spawnSync('fc-list', ['Inter', 'file'], { encoding: 'utf8' });
  if ((listed.stdout ?? '').trim() !== '' || aptInstall(['fonts-inter'])) return;
  throw new Error('The font Inter was not found; run `sudo apt-get install fonts-inter`.');
}

/** Installs packages where we are root on Debian or Ubuntu. Returns whether that worked. */
function aptInstall(packages: readonly string[]): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isDebianFamily()) return false;
  console.error(`Installing ${packages.join(', ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: readonly string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function isDebianFamily(): boolean {
  try {
    return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    // No such file: not a system whose packages we could install.
    return false;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Missing or not ours to run: both mean "not here".
    return false;
  }
}
