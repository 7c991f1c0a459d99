/** A page on which each text stands in a way of its own: what is seen, and what nobody sees. */

/** What is done to the element around a text, by its style. */
const UNSEEN_BY_STYLE = [
  'display: none',
  'visibility: hidden',
  'visibility: collapse',
  'display: contents; visibility: hidden',
  'content-visibility: hidden',
  'opacity: 0',
  'opacity: .01',
  'filter: opacity(0)',
  'filter: opacity(2%)',
  'filter: blur(60px)',
  'font-size: 0',
  'font-size: 1px',
  'zoom: .01',
  'letter-spacing: -1em',
  'color: transparent',
  'color: rgb(0 0 0 / 2%)',
  'color: color(srgb 0 0 0 / 0)',
  '-webkit-text-fill-color: transparent',
  'color: transparent; background-clip: text; -webkit-background-clip: text',
  'text-indent: -9999px',
  'text-indent: 200%; white-space: nowrap; overflow: hidden',
  'unicode-bidi: bidi-override; direction: rtl',
  'position: absolute; left: -9999px',
  'position: absolute; top: -9999px',
  'position: absolute; bottom: 99999px',
  'position: fixed; left: 200vw',
  'position: fixed; top: -50vh',
  'position: relative; left: -200vw',
  'margin-left: -9999px',
  'transform: translateX(-9999px)',
  'translate: -9999px',
  'transform: scale(0)',
  'transform: scale(.02)',
  'scale: 0',
  'transform: rotateY(90deg)',
  'transform: rotateY(180deg); backface-visibility: hidden',
  'rotate: y 180deg; backface-visibility: hidden',
  'transform: perspective(1px) translateZ(9px)',
  'height: 0; overflow: hidden',
  'width: 0; overflow: hidden; white-space: nowrap',
  'max-height: 0; overflow: clip',
  'position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap',
  'height: 1px; overflow: auto',
  'height: 0; contain: strict',
  'height: 0; contain: paint',
  'height: 0; content-visibility: auto',
  'padding-top: 40px; height: 40px; box-sizing: border-box; overflow: hidden',
  'clip-path: inset(50%)',
  'clip-path: inset(100% 0 0 0)',
  'clip-path: circle(0)',
  'clip-path: polygon(0 0, 100% 100%, 0 0)',
  'clip-path: path("M0 0")',
  'position: absolute; clip: rect(0 0 0 0)',
  'position: absolute; clip: rect(1px, 1px, 1px, 1px)',
  'mask-image: linear-gradient(transparent, transparent); -webkit-mask-image: linear-gradient(transparent, transparent)',
];

/** `$` is the text. */
const UNSEEN_BY_PLACE = [
  '<div style="opacity: .2"><div style="opacity: .2">$</div></div>',
  '<div style="visibility: hidden"><p><b>$</b></p></div>',
  '<div style="overflow: hidden; height: 0"><div style="opacity: .99; transform: none"><p>$</p></div></div>',
  '<div style="overflow: hidden; height: 0; position: relative"><div style="position: absolute; top: 5px">$</div></div>',
  '<div style="overflow: hidden; height: 0; transform: translate(0)"><div style="position: fixed; top: 5px">$</div></div>',
  '<div style="overflow: hidden; height: 0; will-change: transform"><div style="position: absolute; top: 5px">$</div></div>',
  '<div style="overflow: hidden; height: 20px"><div style="height: 400px"></div>$</div>',
  '<div style="overflow: hidden; height: 60px"><div style="margin-top: -200px">$</div></div>',
  '<div style="overflow: auto; height: 60px"><div style="margin-left: -9999px">$</div></div>',
  '<div style="overflow: auto; height: 60px; position: relative"><div style="position: absolute; top: -900px">$</div></div>',
  '<div style="overflow: hidden; height: 0"><div style="overflow: auto; height: 60px">$</div></div>',
  '<div style="transform: scale(.1)"><div style="transform: scale(.2)">$</div></div>',
  '<div style="color: transparent"><p><b>$</b></p></div>',
  '<details><summary>More</summary>$</details>',
  '<dialog>$</dialog>',
  '<div popover>$</div>',
  '<p hidden>$</p>',
  '<p hidden="until-found">$</p>',
  '<iframe style="width: 0; height: 0; border: 0" srcdoc="<p>$</p>"></iframe>',
  '<iframe style="opacity: 0" srcdoc="<p>$</p>"></iframe>',
  '<iframe style="width: 300px; height: 90px" srcdoc="<p style=\'margin-left: -9999px\'>$</p>"></iframe>',
  '<iframe style="width: 300px; height: 90px" scrolling="no" srcdoc="<p style=\'margin-top: 900px\'>$</p>"></iframe>',
  '<iframe style="width: 300px; height: 90px" srcdoc="<body style=\'opacity: 0\'><p>$</p></body>"></iframe>',
  '<iframe style="width: 300px; height: 90px" srcdoc="<body style=\'overflow: hidden\'><p style=\'margin-top: 900px\'>$</p></body>"></iframe>',
  '<div><template shadowrootmode="open"><div style="opacity: .01"><slot></slot></div></template>$</div>',
  '<div><template shadowrootmode="open"><div style="height: 0; overflow: hidden"><slot></slot></div></template><p>$</p></div>',
  '<div><template shadowrootmode="open"><p style="color: transparent">$</p></template></div>',
  '<div><template shadowrootmode="open"><p>Nothing</p></template>$</div>',
  '<input type="hidden" value="$">',
  '<input style="opacity: 0" value="$">',
  '<input style="position: absolute; left: -999px" value="$">',
  '<input style="color: transparent" value="$">',
  '<textarea style="clip-path: inset(50%)">$</textarea>',
];

const SEEN = [
  '<p>$</p>',
  '<div style="display: contents"><p>$</p></div>',
  '<div style="display: contents; overflow: hidden; clip-path: inset(50%)"><p>$</p></div>',
  '<div style="font-size: 0"><p style="font-size: 14px">$</p></div>',
  '<div style="color: transparent"><p style="color: black">$</p></div>',
  '<div style="height: 0; width: 0; margin-bottom: 40px; white-space: nowrap"><p>$</p></div>',
  '<div style="overflow: hidden; height: 0"><div style="position: absolute">$</div></div>',
  '<div style="overflow: hidden; height: 0; position: relative"><div style="position: fixed; top: 9px; left: 9px">$</div></div>',
  '<div style="overflow: hidden"><p>$</p></div>',
  '<div style="overflow: auto; height: 40px"><div style="height: 500px"></div><p>$</p></div>',
  '<div style="overflow: auto; width: 80px"><div style="width: 2000px; text-align: right">$</div></div>',
  '<div style="overflow: auto; width: 80px; direction: rtl"><div style="width: 2000px; text-align: left">$</div></div>',
  '<div style="overflow: auto; height: 40px"><div style="overflow: auto; height: 300px"><p style="margin-top: 900px">$</p></div></div>',
  '<div style="overflow: scroll; height: 90px; display: flex; flex-direction: column-reverse"><p>End</p><p style="margin-bottom: 900px">$</p></div>',
  '<div style="max-width: 90px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">$ and a little more</div>',
  '<p style="position: relative; top: 4px; z-index: 3">$</p>',
  '<p style="transform: translateX(20px) rotate(4deg)">$</p>',
  '<p style="transform: translateZ(0); backface-visibility: hidden; will-change: transform">$</p>',
  '<p style="transform: scale(.9); zoom: 1.2">$</p>',
  '<p style="opacity: .6">$</p>',
  '<p style="filter: drop-shadow(0 0 2px gray) invert(1)">$</p>',
  '<p style="color: rgb(0 0 0 / 60%)">$</p>',
  '<p style="color: transparent; background: linear-gradient(red, blue); background-clip: text; -webkit-background-clip: text">$</p>',
  '<p style="font-size: 8px">$</p>',
  '<div style="contain: content"><p>$</p></div>',
  '<div style="content-visibility: auto; contain-intrinsic-size: auto 90px"><p>$</p></div>',
  '<table style="overflow: hidden"><tr style="overflow: hidden"><td style="overflow: hidden">$</td></tr></table>',
  '<details open><summary>More</summary>$</details>',
  '<div style="columns: 2"><p>$</p></div>',
  '<p style="writing-mode: vertical-rl">$</p>',
  '<p dir="rtl">$</p>',
  '<pre>$</pre>',
  '<dialog open style="position: static">$</dialog>',
  '<iframe style="width: 300px; height: 90px" srcdoc="<p>$</p>"></iframe>',
  '<iframe style="width: 300px; height: 90px" srcdoc="<p style=\'margin-top: 900px\'>$</p>"></iframe>',
  '<div><template shadowrootmode="open"><div style="overflow: hidden"><slot></slot></div></template>$</div>',
  '<div><template shadowrootmode="open"><p>$</p></template></div>',
  '<input value="$">',
  '<textarea>$</textarea>',
  '<form><input name="firstElementChild"><input name="getBoundingClientRect"><input name="checkVisibility"><p>$</p></form>',
];

/** What stands on the page, by the text that it holds. */
export const UNSEEN: ReadonlyMap<string, string> = named('unseen', [
  ...UNSEEN_BY_STYLE.map((style) => `<section style='${style}'>$</section>`),
  ...UNSEEN_BY_PLACE,
]);
export const READ: ReadonlyMap<string, string> = named('seen', SEEN);

function named(kind: string, ways: readonly string[]): Map<string, string> {
  return new Map(ways.map((way, at) => [`${kind}-${at}.example.com`, way]));
}

/** The page; it speaks of domains, as one must that is looked at for a record. */
export const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Domains</title><link rel="icon" href="data:,"></head><body>${[
  ...UNSEEN,
  ...READ,
]
  .map(([text, way]) => `<div>${way.replace('$', text)}</div>`)
  .join('\n')}</body></html>`;

/** Returns the texts and values of a page's parts that count as seen. */
export function seenIn(parts: readonly string[]): string[] {
  let unseen = 0;
  return parts.filter((part) => {
    if (part === '(') unseen++;
    else if (part === ')') unseen--;
    return unseen === 0 && /example\.com/.test(part);
  });
}
