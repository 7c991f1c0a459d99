/** Pages that show a record, or seem to. */
import { RDAP } from './rdap.ts';
import type { Serve } from './served-pages.ts';

const html = (title: string, body: string) => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
});
const table = (rows: readonly (readonly [string, string])[]) =>
  `<table>${rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>`;
const RECORD = table([
  ['Domain Name', 'brand-of-ours.com'],
  ['Registrar', 'GoDaddy.com, LLC'],
  ['Registrar IANA ID', '146'],
  ['Creation Date', '2015-03-02'],
  ['Registry Expiry Date', '2098-03-02'],
]);

const PAGES: Readonly<Record<string, ReturnType<typeof html>>> = {
  'rdap.verisign.com': { body: `<pre>${JSON.stringify(RDAP)}</pre>` },
  'who.is': html('brand-of-ours.com WHOIS', `<h1>brand-of-ours.com</h1>${RECORD}`),
  'dc.console.aliyun.com': html(
    '域名',
    `<h1>brand-of-ours.com</h1>${table([
      ['域名', 'brand-of-ours.com'],
      ['注册商', '阿里云计算有限公司（万网）'],
      ['注册日期', '2015-03-02'],
      ['到期日期', '2098-03-02'],
      ['实名认证', '已实名认证'],
    ])}`,
  ),
  'beian.miit.gov.cn': html(
    'ICP/IP地址/域名信息备案管理系统',
    '<input value="brand-of-ours.com"><table><thead><tr><th>序号</th><th>主办单位名称</th><th>主办单位性质</th><th>ICP备案/许可证号</th><th>审核通过日期</th></tr></thead><tbody></tbody></table><p>未查询到符合条件的记录，共 0 条</p>',
  ),
  // A tool of somebody's own network, at an address that is no name.
  '192.168.0.10': html('brand-of-ours.com WHOIS', `<h1>brand-of-ours.com</h1>${RECORD}`),
  // A page in somebody's interest: it says of a name that is not its own what suits it.
  'whois.liars.com': html(
    'brand-of-ours.com WHOIS',
    `<h1>brand-of-ours.com</h1>${RECORD}<pre>${JSON.stringify(RDAP)}</pre>`,
  ),
  'www.brand-of-theirs.com': html(
    'Welcome',
    `<h1>brand-of-theirs.com</h1>${[
      'display:none',
      'visibility:hidden',
      'opacity:.05',
      'content-visibility:hidden',
      'position:absolute;left:-9999px',
      'clip-path:inset(50%)',
      'font-size:0',
    ]
      .map((style) => `<section style="${style}">${RECORD.replaceAll('brand-of-ours', 'brand-of-theirs')}</section>`)
      .join('')}<details><summary>WHOIS</summary>${RECORD.replaceAll('brand-of-ours', 'brand-of-theirs')}</details>`,
  ),
  'www.brand-in-sight.com': html(
    'Welcome',
    `<section style="display:contents">${RECORD.replaceAll('brand-of-ours', 'brand-in-sight')}</section>`,
  ),
  'www.site-of-others.com': html('A post', `<article><h1>How I moved a name</h1>${RECORD}</article>`),
};

export const serve: Serve = (url) => PAGES[url.hostname] ?? null;
