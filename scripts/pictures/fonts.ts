/**
 * Fonts of the pictures: what a person’s system would draw, and not what a bare machine falls back
 * on.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireCjkFonts, requireLatinFont } from '../../test/support/browser/find-browser.ts';

/**
 * Generic names, what they fall back on, and the systems’ own that the style sheets ask for first.
 */
const STOOD_IN_FOR = ['system-ui', 'sans-serif', 'sans', 'Sans', 'DejaVu Sans', 'Roboto', 'Segoe UI'];

/**
 * Makes browsers that are started from here draw Latin letters in Inter, whose measures are near
 * those of the fonts of macOS, Windows and Android. Other systems than Linux have their own. Throws
 * where fonts are missing and cannot be installed.
 */
export function useSystemLikeFonts(): void {
  requireCjkFonts();
  if (process.platform !== 'linux') return;
  requireLatinFont();
  const folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-fonts-'));
  const file = join(folder, 'fonts.conf');
  const aliases = STOOD_IN_FOR.map(
    (name) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit></match>`,
  );
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${aliases.join('')}<include>/etc/fonts/fonts.conf</include></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = file;
}
