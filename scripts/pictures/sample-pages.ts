/** Pages to take the stores' pictures on: written for them, and like no page of anybody. */
import type { Locale } from '../../src/domain/common/locale.ts';

export type StoreLocale = Extract<Locale, 'en' | 'zh_CN'>;

const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:15px/1.6 "Noto Sans CJK SC",system-ui,sans-serif;color:#28303d;background:#fff}
h1,h2,p{margin:0}
`;

function page(locale: StoreLocale, title: string, style: string, body: string): string {
  const lang = locale === 'en' ? 'en' : 'zh-CN';
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}${style}</style>${body}</html>`;
}

const SHOP = {
  en: {
    name: 'Teahouse',
    nav: ['Teas', 'Pots', 'About us'],
    lead: 'Spring harvest is here',
    text: 'Picked before the rains, dried by hand, sent to your door.',
    goods: ['Green tea', 'White tea', 'Oolong', 'Black tea', 'Jasmine', 'Pu-erh'],
    foot: '© Teahouse',
  },
  zh_CN: {
    name: '山间茶舍',
    nav: ['茶叶', '茶具', '关于我们'],
    lead: '春茶上新',
    text: '雨前采摘，手工炒制，送到您家门口。',
    goods: ['绿茶', '白茶', '乌龙茶', '红茶', '茉莉花茶', '普洱茶'],
    foot: '© 山间茶舍',
  },
} as const;

/** A shop with a filing number in its footer, as the rules want it. */
export function shopPage(locale: StoreLocale): string {
  const { name, nav, lead, text, goods, foot } = SHOP[locale];
  const tints = ['#dfe9d8', '#eceadf', '#e3dccb', '#ead8cf', '#e9ecdc', '#ddd3cb'];
  return page(
    locale,
    name,
    `header{display:flex;gap:28px;align-items:baseline;padding:18px 40px;border-bottom:1px solid #eceff3}
header b{font-size:20px;margin-right:20px}header span{color:#667}
section{padding:34px 40px 26px;background:#eef3ea}h1{font-size:30px;line-height:1.3}section p{color:#566}
main{display:grid;grid-template-columns:repeat(3,190px);gap:20px;padding:26px 40px}
figure{margin:0}figure i{display:block;height:96px;border-radius:8px}figcaption{padding-top:6px;color:#445}
footer{padding:14px 40px;color:#778;font-size:13px}footer a{margin-left:18px;color:inherit}`,
    `<header><b>${name}</b>${nav.map((one) => `<span>${one}</span>`).join('')}</header>
<section><h1>${lead}</h1><p>${text}</p></section>
<main>${goods.map((one, at) => `<figure><i style="background:${tints[at]}"></i><figcaption>${one}</figcaption></figure>`).join('')}</main>
<footer>${foot} <a href="https://beian.miit.gov.cn/">京ICP备21099627号-1</a></footer>`,
  );
}

/** A filing form that refuses a name; consoles are in Chinese whoever reads them. */
export function formPage(): string {
  return page(
    'zh_CN',
    '备案',
    `body{background:#f3f4f7}nav{padding:14px 40px;background:#fff;border-bottom:1px solid #e4e7ec;font-weight:600}
ol{display:flex;gap:40px;list-style:none;margin:22px 40px 0;padding:0;color:#889}ol b{color:#28303d}
main{margin:18px 40px;padding:24px 28px;background:#fff;border-radius:6px;min-height:420px}
h1{font-size:18px;margin:0 0 14px}label{display:block;color:#667;font-size:14px}
input{font:inherit;width:360px;padding:6px 12px;border:1px solid #ccd2da;border-radius:4px}
.error{margin-top:6px;color:#c62828}`,
    `<nav>ICP 备案</nav><ol><li>1 基础信息校验</li><li><b>2 填写网站信息</b></li><li>3 上传资料</li><li>4 提交审核</li></ol>
<main><h1>填写网站信息</h1><label>域名</label><input value="example.io" aria-label="域名"><div class="error">TLD未批复</div></main>`,
  );
}

const SEARCH = {
  en: { title: 'Search results', find: 'example', button: 'Search', add: 'Add to cart', year: '/ year' },
  zh_CN: { title: '域名查询结果', find: 'example', button: '查询', add: '加入清单', year: '/ 年' },
} as const;

/** The pill of hints, which comes once the page was read. */
export const PILL_PLACED = '[data-icp-filing-guide=pill][data-side]';

export const OFFERS = [
  ['com', 79],
  ['cn', 39],
  ['io', 299],
  ['xyz', 49],
  ['中国', 99],
  ['ai', 499],
  ['me', 120],
] as const;

/** Offers of a registrar. */
export function searchPage(locale: StoreLocale): string {
  const { title, find, button, add, year } = SEARCH[locale];
  return page(
    locale,
    title,
    `body{background:#f3f4f7}main{margin:26px 40px}h1{font-size:20px;margin-bottom:14px}
form{display:flex;gap:10px;margin-bottom:18px}input{font:inherit;width:520px;padding:8px 14px;border:1px solid #ccd2da;border-radius:6px;background:#fff}
button{font:inherit;padding:6px 18px;border:1px solid #ccd2da;border-radius:6px;background:#fff;color:#445}
table{width:100%;border-collapse:collapse;background:#fff;border-radius:8px;overflow:hidden}
td{padding:8px 20px;border-top:1px solid #eceff3}tr:first-child td{border-top:0}td:first-child{width:52%;font-weight:500}td:nth-child(2){color:#667}td:last-child{text-align:right}`,
    `<main><h1>${title}</h1><form><input value="${find}" aria-label="${title}"><button type="button">${button}</button></form>
<table>${OFFERS.map(([suffix, price]) => `<tr><td>${find}.${suffix}</td><td>￥${price} ${year}</td><td><button type="button">${add}</button></td></tr>`).join('')}</table></main>`,
  );
}
