import { expect, test } from 'vitest';
import { siteNotOpened } from '../../../../src/domain/prompts/block-page-address.ts';

test.each([
  ['https://dnspod.qcloud.com/static/webblock.html?d=shop.shili.cn', 'shop.shili.cn'],
  ['http://dnspod.qcloud.com/static/webblock.html?lang=zh&d=shili.com.cn#top', 'shili.com.cn'],
  ['https://dnspod.qcloud.com/static/webblock.html', null],
  ['https://shili.cn/blog/webblock?d=shop.shili.com', null],
  ['https://shili.cn/?d=shop.shili.com', null],
  ['about:blank', null],
  ['', null],
])('%s is open in place of %s', (address, site) => expect(siteNotOpened(address)).toBe(site));
