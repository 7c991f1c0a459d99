/**
 * Puts pictures of the extension into the frame that the stores show: a popup cannot be captured
 * together with its page.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import type { StoreLocale } from './sample-pages.ts';

/** What the stores take: screenshots and the small promotional tile. */
export const SCREENSHOT = { width: 1280, height: 800 } as const;
export const TILE = { width: 440, height: 280 } as const;
/** The Chrome Web Store's icon, which has a margin of an eighth, and the logo of Edge Add-ons. */
export const ICON = { width: 128, height: 128 } as const;
export const LOGO = { width: 300, height: 300 } as const;
/** Of a page in the frame. */
export const WINDOW = { width: 1160, height: 586 } as const;

export interface Scene {
  readonly headline: string;
  readonly line: string;
  /** What the address field shows. */
  readonly address: string;
  /** Picture of the page, and of the popup over it. */
  readonly page: Uint8Array;
  readonly popup?: Uint8Array;
}

const DRAWING = readFileSync(join(ROOT, 'docs/icons/icon.svg'), 'utf8');
const FONT = '"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif';

function image(bytes: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
}

function frame(locale: StoreLocale, style: string, body: string): string {
  return `<!doctype html><html lang="${locale === 'en' ? 'en' : 'zh-CN'}"><meta charset="utf-8"><style>
*{box-sizing:border-box}body{margin:0;overflow:hidden;background:#cfd6e1;color:#1b2230;font-family:${FONT}}svg{display:block}
${style}</style>${body}</html>`;
}

/** Returns the HTML page that shows a scene. */
export function sceneHtml(locale: StoreLocale, { headline, line, address, page, popup }: Scene): string {
  return frame(
    locale,
    `header{display:flex;gap:22px;align-items:center;height:168px;padding:0 60px}header svg{width:76px;height:76px;flex:none}
h1{margin:0;font-size:38px;line-height:1.25;font-weight:700;letter-spacing:-.01em}p{margin:4px 0 0;font-size:19px;line-height:1.4;color:#3d4759}
main{position:relative;margin:0 60px;width:${WINDOW.width}px;border-radius:12px 12px 0 0;overflow:hidden;background:#fff;box-shadow:0 10px 36px #1b223040}
nav{display:flex;gap:8px;align-items:center;height:46px;padding:0 16px;background:#eef1f6;border-bottom:1px solid #dfe4ec}
nav i{width:12px;height:12px;border-radius:50%;background:#c3cad6}nav span{flex:1;margin:0 12px;padding:3px 16px;border-radius:99px;background:#fff;color:#566074;font-size:15px}
nav svg{width:22px;height:22px}main>img{display:block}
.popup{position:absolute;right:70px;top:210px;border-radius:12px;box-shadow:0 8px 34px #1b223059}`,
    `<header>${DRAWING}<div><h1>${headline}</h1><p>${line}</p></div></header>
<main><nav><i></i><i></i><i></i><span>${address}</span>${DRAWING}</nav><img src="${image(page)}" alt=""></main>
${popup ? `<img class="popup" src="${image(popup)}" alt="">` : ''}`,
  );
}

/**
 * Returns the HTML page that shows the icon alone, with a margin of an eighth and nothing behind
 * it.
 */
export function iconHtml(): string {
  return `<!doctype html><style>body{margin:0;background:none}svg{display:block;width:75vw;height:75vh;margin:12.5vh 12.5vw}</style>${DRAWING}`;
}

export interface Tile {
  readonly name: string;
  readonly line: string;
  readonly chips: readonly (readonly [tone: 'yes' | 'no' | 'ask', word: string])[];
}

/** Returns the HTML page that shows the tile. */
export function tileHtml(locale: StoreLocale, { name, line, chips }: Tile): string {
  const marks = {
    yes: '<path d="M6 10.4l2.7 2.7L14.2 7.4"/>',
    no: '<path d="M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4"/>',
    ask: '<path d="M7.6 7.8a2.4 2.4 0 114 1.8c-.9.7-1.6 1.1-1.6 2.2M10 14.2v.1"/>',
  };
  return frame(
    locale,
    // Stores show it on light gray, often small: saturated up to its edges.
    `body{height:${TILE.height}px;display:grid;place-content:center;justify-items:center;text-align:center;color:#fff;background:linear-gradient(150deg,#123a80,#1f5ec2)}
.icon svg{width:80px;height:80px;border-radius:20px;box-shadow:0 0 0 2px #ffffff59,0 8px 24px #0b234f80}
h1{margin:18px 0 0;font-size:33px;line-height:1.2;letter-spacing:-.01em}p{margin:4px 0 18px;font-size:17px;color:#dce7fa}
ul{display:flex;gap:8px;margin:0;padding:0;list-style:none}li{display:flex;gap:6px;align-items:center;padding:4px 12px 4px 8px;border-radius:99px;font-size:15px;font-weight:600}
li svg{width:17px;height:17px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.yes{background:#e6f5ee;color:#0b6b42}.no{background:#fceceb;color:#b3261e}.ask{background:#fdf3df;color:#8a5a00}`,
    `<div class="icon">${DRAWING}</div><h1>${name}</h1><p>${line}</p>
<ul>${chips.map(([tone, word]) => `<li class="${tone}"><svg viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/>${marks[tone]}</svg>${word}</li>`).join('')}</ul>`,
  );
}
