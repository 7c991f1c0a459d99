import { describe, expect, test } from 'vitest';
import { meaningOfBlockPage } from '../../../../src/domain/prompts/console-prompts.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const told = (page: string) => meaningOfBlockPage(rules, `https://shop.example.cn/\n${page}`);

describe('a small page in place of a site', () => {
  test.each([
    'Non-compliance ICP Filing\nThe site does not comply.',
    '网站暂时无法访问\n该网站未根据工信部相关法律规则进行备案',
    '域名未备案\n抱歉，您访问的网站因未完成ICP备案或备案信息有误，暂时无法访问。',
    '访问被阻断\n原因：该域名尚未在百度智能云完成备案接入',
    '访问的域名未备案，已被火山引擎拦截',
    '403 Forbidden\n该域名未备案，禁止访问',
    '温馨提示\n您访问的域名没有在工信部备案，已被机房拦截',
    'This website has been blocked because the domain name has no ICP filing.',
    '您所访问的域名未备案或备案已注销，请联系网站管理员',
    'The domain you are visiting is not ICP filed, access denied',
    '抱歉！该站点未经备案，暂停访问。',
    '未备案提示\n您访问的网站没有备案，服务商已暂停服务',
    '域名未备案，暂时无法访问',
    '该網站未備案，已被攔截',
    '该网站未备案或未接入，根据规定暂停访问',
  ])('%j is one', (page) => expect(told(page)).toBe('site-blocked'));

  test.each([
    '公司首页\n欢迎访问\n京ICP备13052560号-1',
    '服务暂时无法访问\n备案号：京ICP备13052560号-1',
    '如何解决网站未备案被拦截的问题？\n教程',
    '404 Not Found',
    '访问受限，请登录后查看',
    '备案服务\n我们提供备案代办\n无需备案的香港服务器',
    '您的IP已被拦截，请稍后再试',
    '添加失败：该域名未备案，无法绑定',
    'Access denied. Please sign in.',
    'This site has an ICP filing.\nThe page is unavailable.',
    '若网站未备案，将被拦截',
    '',
  ])('%j is none', (page) => expect(told(page)).toBeNull());
});
