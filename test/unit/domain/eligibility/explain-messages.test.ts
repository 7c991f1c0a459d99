import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningOfBlockPage, patternsOf } from '../../../../src/domain/prompts/console-prompts.ts';
import { explainer } from '../../../../src/domain/prompts/explain-message.ts';
import { createMatcher } from '../../../../src/domain/prompts/prompt-matcher.ts';
import { isAdvice } from '../../../../src/domain/prompts/wording.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const explain = explainer(rules);

describe('a message means', () => {
  test.each<[string, string, string]>([
    ['name-not-filed', 'cdn-and-hong-kong', '检测到当前域名未在工信部备案'],
    ['name-not-filed', 'cdn-and-hong-kong', '小程序中怎么审核通过的，设置request合法域名时提示 域名未经过ICP备案'],
    [
      'name-not-filed',
      'cdn-and-hong-kong',
      "OperationDenied.DomainNoICP The domain name doesn't have an ICP filing number.",
    ],
    ['name-not-filed', 'cdn-and-hong-kong', '域名没有备案（显性URL和隐形URL类型）'],
    ['name-not-filed', 'cdn-and-hong-kong', 'The domain name has not been filed. File it first.'],
    [
      'name-not-filed',
      'cdn-and-hong-kong',
      'SUSPENDED: the associated CNAME does not have a valid ICP recordal number.',
    ],
    [
      'name-not-filed',
      'cdn-and-hong-kong',
      "It is not filed with the Ministry of Industry and Information Technology of the People's Republic of China.",
    ],
    ['name-not-filed', 'cdn-and-hong-kong', '添加失败：域名 shop.example.cn 尚未完成备案'],
    ['name-not-filed', 'cdn-and-hong-kong', 'errcode: 40, message: no_icp_domain'],
    ['name-not-filed', 'cdn-and-hong-kong', '[TencentCloudSDKException] code:InvalidParameter.DomainNotBeian'],
    ['access-not-filed', 'sub-domain-other-provider', '该域名还未在腾讯云备案，请备案之后再绑定域名'],
    ['access-not-filed', 'sub-domain-other-provider', '您的网站未在腾讯云上办理接入备案'],
    [
      'access-not-filed',
      'sub-domain-other-provider',
      'the domain name does not have an ICP filing through Tencent Cloud',
    ],
    ['filing-lost', 'empty-shell', '域名未备案/备案注销，自动关闭加速服务'],
    ['filing-at-risk', 'empty-shell', '可能会导致备案信息被取消接入或被注销'],
    ['site-blocked', 'without-filing', 'Non-compliance ICP Filing'],
    ['site-blocked', 'without-filing', '<iframe src="https://www.aliyun.com/beian/beian-block">'],
    [
      'site-blocked',
      'without-filing',
      'Invalid response from https://dnspod.qcloud.com/static/webblock.html?d=app.example.cn: 566',
    ],
    ['site-blocked', 'without-filing', '由于该网站未完成备案或未转入备案，造成你暂时无法访问'],
    ['unfiled-warning', 'is-a-filing-needed', '该网站未完成ICP备案，无法确认其安全性'],
    ['registrar-not-approved', 'registrar-not-approved', '域名注册商未经中国工信部批复'],
    ['registrar-not-approved', 'registrar-not-approved', '不支持域名注册商无法完成备案'],
    ['suffix-not-approved', 'suffix-not-supported', '未经工信部批复的顶级域名'],
    ['holder-mismatch', 'not-my-own-name', '域名持有者与主办单位不一致'],
    ['holder-document-number', 'not-my-own-name', '域名实名认证证件号码比对不一致'],
    ['expired', 'remaining-validity', '域名超过注册有效期'],
    ['registry-hold', 'domain-hold', '该域名为 clientHold（暂停解析）状态，请先联系当前注册商解除异常状态'],
    ['transfer-blocked', 'transfer-in', '腾讯云暂未接入该域名后缀，暂不支持该域名转入'],
    ['name-blacklisted', 'provider-refuses-name', '域名在ICP黑名单内'],
    ['check-unavailable', 'provider-refuses-name', 'The ICP Filing System is busy. Please try again later.'],
    ['name-not-listed', 'apps-and-mini-programs', 'https://api.example.com 不在以下 request 合法域名列表中'],
    ['subject-data-outdated', 'filing-data-refused', '主办单位名称不合格，证件已注销'],
  ])('%s, answered by %s: %s', (meaning, answer, text) => {
    const { means, answers } = explain(text);
    expect(means).toContain(meaning);
    expect(answers).toContain(answer);
  });

  test('the special case and not what its family means', () => {
    expect(explain('该域名还未在腾讯云备案，请备案之后再绑定域名').means).toEqual(['access-not-filed']);
    expect(explain('域名未备案/备案注销，自动关闭加速服务').means).toEqual(['filing-lost']);
    expect(explain('该网站未完成ICP备案，无法确认其安全性').means).toEqual(['unfiled-warning']);
  });

  test('each of two things that it says, in their order', () => {
    expect(explain('域名已过期；域名注册商未经工信部批复').means).toEqual(['expired', 'registrar-not-approved']);
    // Both are answered by one entry: it is named once.
    expect(explain('域名注册人证件类型比对不一致。域名注册人证件号码比对不一致。')).toEqual({
      means: ['holder-document-type', 'holder-document-number'],
      answers: ['not-my-own-name'],
    });
  });
});

describe('what says more of a meaning comes after what answers it', () => {
  test.each<[string, string, readonly string[]]>([
    ['检测到当前域名未在工信部备案', 'cdn-and-hong-kong', ['without-filing', 'access-filing', 'how-to-file']],
    ['Non-compliance ICP Filing', 'without-filing', ['access-filing', 'is-a-filing-needed']],
    ['该域名还未在腾讯云备案', 'sub-domain-other-provider', ['access-filing']],
    ['该网站未完成ICP备案，无法确认其安全性', 'is-a-filing-needed', ['cdn-and-hong-kong']],
    ['域名超过注册有效期', 'remaining-validity', ['expired-filed-name']],
  ])('%s', (text, first, more) => {
    const { answers } = explain(text);
    expect(answers[0]).toBe(first);
    expect(answers).toEqual(expect.arrayContaining([...more]));
  });

  test('and after the answers to all that it says', () => {
    const { answers } = explain('域名已过期；域名注册商未经工信部批复');
    expect(answers).toEqual(['remaining-validity', 'registrar-not-approved', 'expired-filed-name', 'transfer-in']);
  });
});

describe('help, advice, advertising and good news mean nothing', () => {
  test.each([
    '如果域名未备案，您可以登录阿里云ICP代备案管理系统',
    '若您的域名未备案，将添加失败，并提示',
    '如果您的域名还没有备案，请先备案',
    '域名未备案怎么办？',
    '免备案CDN 域名未备案也能用',
    '请确认域名是否未备案',
    '未备案的独立域名无法被访问',
    '未备案域名将无法添加',
    '加速区域为仅中国内地或全球时，加速域名必须备案',
    '域名必须经过 ICP 备案',
    '域名解析前请先备案',
    '网站在未取得备案号之前不允许被访问',
    '为什么备案号会被注销',
    '备案期间网站能正常访问吗',
    '您的账号未完成实名认证，需先完成认证才可新增域名',
    'ICP filing is required for your domain',
    'All websites must obtain an ICP number before they are permitted to provide services',
    'websites that do not have an ICP number or license are prohibited',
    'The Domain name is not registered / 域名还没有注册，无法添加',
    'The top-level domain name may not be approved by the MIIT',
    'ICPRecordalStatus: APPROVED',
    'check-icp',
    'IcpStatus',
    '当前请求已被移动网络阻断或劫持',
    '域名已备案',
    '备案成功，网站可以正常访问',
    '',
    ' ',
  ])('%j', (text) => expect(explain(text)).toEqual({ means: [], answers: [] }));
});

describe('a condition reaches no further than its clause', () => {
  test.each([
    ['如果有疑问，域名未备案', ['name-not-filed']],
    ['域名未备案。如果有疑问请联系客服', ['name-not-filed']],
    ['域名未备案？', ['name-not-filed']],
    ['如果域名未备案。', []],
    ['操作失败！如果域名尚未备案，请备案。域名未备案。', ['name-not-filed']],
  ])('%j: %j', (text, means) => expect(explain(text).means).toEqual(means));
});

describe('what one console says is understood on another that has the same part', () => {
  const meansOn = (id: string, text: string) => {
    const one = rules.consoles.find((console) => console.id === id);
    return one && createMatcher(patternsOf(rules, one))([{ text, node: null }]).map(({ pattern }) => pattern.id);
  };

  test.each([
    ['volcengine', '域名持有者与主办单位不一致', 'holder-mismatch'],
    ['volcengine', '域名实名认证证件号码比对不一致', 'holder-document-number'],
    ['volcengine', '域名超过注册有效期', 'expired'],
    ['volcengine', '域名注册商未经中国工信部批复', 'registrar-not-approved'],
    ['baidu-cloud', '域名持有者与主办单位不一致', 'holder-mismatch'],
    ['jd-cloud', '未经工信部批复的顶级域名', 'suffix-not-approved'],
    ['xinnet', '域名超过注册有效期', 'expired'],
    ['tencent-cloud', '检测到当前域名未在工信部备案', 'name-not-filed'],
    ['dnspod', '域名没有备案（显性URL和隐形URL类型）', 'name-not-filed'],
    ['huawei-cloud', 'The domain name has not been filed. File it first.', 'name-not-filed'],
    ['huawei-cloud', 'The domain name is not filed with the Ministry of Industry and Information', 'name-not-filed'],
    ['aws-china', 'the associated CNAME does not have a valid ICP recordal number', 'name-not-filed'],
    ['aliyun', '不支持域名注册商无法完成备案', 'registrar-not-approved'],
    ['tencent-cloud', '腾讯云暂未接入该域名后缀，暂不支持该域名转入', 'transfer-blocked'],
    ['wechat', '域名未经过ICP备案', 'name-not-filed'],
  ])('%s: %s', (id, text, meaning) => expect(meansOn(id, text)).toEqual([meaning]));

  test.each([
    ['godaddy', '域名持有者与主办单位不一致'],
    ['wechat', '域名持有者与主办单位不一致'],
    // Wordings that help pages have too are for texts that somebody hands over.
    ['aliyun', '域名可能因为某些原因尚未完成备案'],
    ['aliyun', '空壳网站'],
    ['tencent-cloud', '暂停解析'],
  ])('%s has no such part, or too common words: %s', (id, text) => expect(meansOn(id, text)).toEqual([]));
});

describe('a page that stands in for a site', () => {
  test.each([
    ['site-blocked', 'http://example.com/\nNon-compliance ICP Filing\nhttps://www.aliyun.com/beian/beian-block'],
    ['site-blocked', 'https://dnspod.qcloud.com/static/webblock.html?d=example.com\n'],
    ['site-blocked', 'http://example.com/\nTestPage184\n该网站暂时无法进行访问'],
    ['site-blocked', '微信\n由于该网站未完成备案或未转入备案，造成你暂时无法访问'],
    ['unfiled-warning', '将要访问\nhttp://example.com\n该网站未完成ICP备案，无法确认其安全性\n继续访问'],
  ])('%s: %j', (meaning, text) => expect(meaningOfBlockPage(rules, text)).toBe(meaning));

  test.each([
    '',
    'https://example.com/\nHome\nWelcome',
    'https://help.example.com/\n网站未备案怎么办？\n请先备案。',
    'https://example.com/\n域名未备案',
  ])('%j is none', (text) => expect(meaningOfBlockPage(rules, text)).toBeNull());
});

test('every shared prompt is found by its own words, whatever fills its gaps', () => {
  // A condition in a gap makes a message none.
  const filling = fc.stringMatching(/^[甲乙丙a-z]{0,6}$/).filter((gap) => !isAdvice(gap));
  expect(explain('域名 if 未完成备案').means).toEqual([]);
  for (const { says, means } of rules.prompts) {
    fc.assert(
      fc.property(filling, (gap) => {
        expect(explain(says.replaceAll('…', gap)).means.length, `${says} with "${gap}"`).toBeGreaterThan(0);
      }),
      { numRuns: says.includes('…') ? 5 : 1 },
    );
    expect(rules.faq.filter((entry) => entry.prompts.includes(means)).length, means).toBe(1);
  }
});
