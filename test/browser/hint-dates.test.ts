/**
 * A prompt whose page tells a day is answered with the person's own day, on the page: hardly a
 * click from one to the other.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/domain/common/days.ts';
import { recordDays } from '../../src/domain/eligibility/checks/real-name-recorded.ts';
import { createEngine } from '../../src/domain/eligibility/engine.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import { inRoots } from '../support/browser/roots.ts';
import { borrowChromium } from '../support/browser/started.ts';
import { rules } from '../support/shipped-ruleset.ts';

const CONSOLE = 'https://console.huaweicloud.com/beian/';
const REGISTERED = addDays(dayOf(new Date()), -1);
const { sure } = recordDays(REGISTERED, createEngine(rules).facts);
const BODIES: Readonly<Record<string, string>> = {
  '/beian/form': `<form><p><label>域名 <input value="myname.top"></label></p><p>请填写主域名，例如 lanternwharf.com、lanternwharf.cn</p><p>注册时间：${REGISTERED}</p><p>域名未实名认证</p></form>`,
  '/beian/said': '<p>myname.top</p><p>Enter a domain (e.g. lanternwharf.com)</p><p>昨天注册</p><p>域名未实名认证</p>',
  '/beian/named': '<p>案例 my-example.top</p><p>昨天注册</p><p>域名未实名认证</p>',
  '/beian/table': `<table><tr><th>域名</th><th>注册日期</th><th>状态</th></tr>
<tr><td>other.top</td><td>2020-01-02</td><td>正常</td></tr><tr><td>myname.top</td><td>${REGISTERED}</td><td>域名未实名认证</td></tr></table>`,
  '/beian/example': `<p>域名格式如：lanternwharf.com</p><p>注册时间：${REGISTERED}</p><p>域名未实名认证</p>`,
  '/beian/several': `<p>myname.top，other.top</p><p>注册时间：${REGISTERED}</p><p>域名未实名认证</p>`,
};

let chromium: Chromium;
beforeAll(async () => {
  chromium = await borrowChromium({
    serve: ({ pathname }) => ({
      body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>备案</title><link rel="icon" href="data:,"><main>${BODIES[pathname] ?? ''}</main></html>`,
    }),
  });
});
afterAll(async () => {
  await chromium?.close();
});

/** What the card of a page says of its domain, without a click. */
async function about(path: string): Promise<(string | undefined)[]> {
  const page = await chromium.open(new URL(path, CONSOLE).href);
  await page.waitForSelector('[data-icp-filing-guide=card]');
  const text = (root: ShadowRoot) => root.querySelector<HTMLElement>('.about')?.textContent ?? undefined;
  const isOpen = (root: ShadowRoot) => root.querySelector('.card.open:not(.away)') !== null;
  // It speaks by itself.
  await expect.poll(() => inRoots(page, '[data-icp-filing-guide=card]', isOpen)).toEqual([true]);
  const said = await inRoots(page, '[data-icp-filing-guide=card]', text);
  await page.close();
  return said;
}

test.each(['form', 'said', 'named', 'table'])(
  'a day that is told in a %s: the day to submit, with no click',
  async (where) => {
    const [said] = await about(`/beian/${where}`);
    expect(said).toContain(where === 'named' ? 'my-example.top' : 'myname.top');
    expect(said).toContain(REGISTERED);
    expect(said, 'the day from which a filing surely can be submitted').toContain(sure);
  },
);

test.each(['several', 'example'])('where %s domains are named nothing is said of any', async (which) => {
  expect(await about(`/beian/${which}`)).toEqual([undefined]);
});
