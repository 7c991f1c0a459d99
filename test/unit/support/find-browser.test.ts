import { describe, expect, test } from 'vitest';
import { findBrowser, howToInstall, type Machine } from '../../support/browser/find-browser.ts';

function machine(platform: NodeJS.Platform, env: Record<string, string>, files: readonly string[]): Machine {
  return { platform, env, isExecutable: (path) => files.includes(path) };
}

describe('a browser is found where it usually is', () => {
  test.each([
    ['chromium', 'linux', {}, '/usr/bin/chromium'],
    ['chromium', 'linux', {}, '/snap/bin/chromium'],
    ['chrome', 'linux', { PATH: '/opt/bin' }, '/opt/bin/google-chrome-stable'],
    ['edge', 'linux', {}, '/usr/bin/microsoft-edge'],
    ['firefox', 'linux', {}, '/usr/bin/firefox'],
    ['chrome', 'darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['firefox', 'darwin', { HOME: '/Users/me' }, '/Users/me/Applications/Firefox.app/Contents/MacOS/firefox'],
    ['edge', 'win32', { PROGRAMFILES: 'C:\\P' }, 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe'],
  ] as const)('%s on %s with %j: %s', (kind, platform, env, path) => {
    expect(findBrowser(kind, machine(platform, { ...env }, [path]))).toBe(path);
    expect(findBrowser(kind, machine(platform, { ...env }, []))).toBeNull();
  });
});

test('a path in the environment comes first, if it is there', () => {
  const files = ['/usr/bin/chromium', '/my/chromium'];
  expect(findBrowser('chromium', machine('linux', { CHROME_PATH: '/my/chromium' }, files))).toBe('/my/chromium');
  expect(findBrowser('chromium', machine('linux', { CHROME_PATH: '/gone' }, files))).toBe('/usr/bin/chromium');
  expect(findBrowser('firefox', machine('linux', { CHROME_PATH: '/my/chromium' }, files))).toBeNull();
});

test('what is missing is named in one line with the command that installs it', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    for (const kind of ['chromium', 'firefox'] as const) {
      const line = howToInstall(kind, platform);
      expect(line).not.toContain('\n');
      expect(line).toContain(kind === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH');
    }
  }
  expect(howToInstall('firefox', 'linux')).toContain('apt-get install firefox-esr');
  expect(howToInstall('edge', 'darwin')).toContain('brew install --cask microsoft-edge');
});
