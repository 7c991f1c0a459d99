import { describe, expect, test } from 'vitest';
import { engine, rules } from '../../../support/shipped-ruleset.ts';

function judged(input: string) {
  const answer = engine.assess(input);
  if (answer.kind !== 'verdict') return [answer.problem.type];
  const { domain, findings, coverage, steps, standing } = answer.verdict;
  const { outcome, reason, cites } = findings.find((one) => one.check === 'name-is-yours') ?? {};
  expect(cites?.length, input).toBeGreaterThan(0);
  expect(standing, input).toBe('ineligible');
  return [domain.registrable, outcome, reason?.code, coverage.kind, steps.map(({ code }) => code).join(' ')];
}

describe('names of mainland platforms', () => {
  test.each([
    ['d111111abcdef8.cloudfront.cn', 'cloudfront.cn'],
    ['myvm.chinaeast2.cloudapp.chinacloudapi.cn', 'chinacloudapi.cn'],
    ['demo.chinacloudsites.cn', 'chinacloudsites.cn'],
    ['img.demo.bkt.clouddn.com', 'clouddn.com'],
    ['demo.s3-cn-south-1.qiniucs.com', 'qiniucs.com'],
    ['demo-abcdef.cn-hangzhou.fcapp.run', 'fcapp.run'],
    ['env-demo-1300000000.tcloudbaseapp.com', 'tcloudbaseapp.com'],
    ['demo.ap-shanghai.app.tcloudbase.com', 'tcloudbase.com'],
    ['1300000000-abc.ap-guangzhou.tencentscf.com', 'tencentscf.com'],
    ['demo.laf.run', 'laf.run'],
    ['todo.leanapp.cn', 'leanapp.cn'],
    ['demo.gitee.io', 'gitee.io'],
    ['x.bspapp.com', 'bspapp.com'],
    ['mp.api-hz.cloudbasefunction.cn', 'cloudbasefunction.cn'],
    ['demo.cn-beijing.volces.com', 'volces.com'],
    ['ns-abc.sealosgzg.site', 'sealosgzg.site'],
    ['demo.avosapps.us', 'avosapps.us'],
    ['u1-6006.westb.seetacloud.com', 'seetacloud.com'],
  ])('%s is its cloud’s: a name of one’s own is needed', (input, registrable) => {
    expect(judged(input)).toEqual([registrable, 'fail', 'name-of-known-platform', 'platform', 'use-own-name']);
  });

  test.each([
    'www.example.com.w.kunluncan.com',
    'a.b.cdnhwc1.com',
    'x.wscdns.com',
    'a.cdn.dnsv1.com',
    'www.gov.cn.bsgslb.cn',
  ])('%s is a target: the name that points to it is filed', (input) =>
    expect(judged(input).slice(1)).toEqual(['fail', 'name-is-target', 'platform', 'file-what-points-here']),
  );

  test.each([
    'demo.vaiwan.com',
    'abc.natappfree.cc',
    'abc.natapp1.cc',
    'abc.loca.lt',
    '1c52a264.r3.vip.cpolar.cn',
    'me.f3322.net',
    'a.3322.org',
    'abc.picp.vip',
    'nas.ddnsto.com',
  ])('%s is a tunnel', (input) =>
    expect(judged(input).slice(1)).toEqual(['fail', 'name-of-tunnel', 'platform', 'use-own-name']),
  );

  test.each([
    'shop.weidian.com',
    'me.cnblogs.com',
    'x.youzan.com',
    'a.sxl.cn',
    'me.wordpress.com',
    'my.myshopline.com',
  ])('%s is a page at its platform', (input) =>
    expect(judged(input).slice(1)).toEqual(['fail', 'name-of-site', 'platform', 'use-own-name']),
  );

  test.each(['api.github.com', 'github.com', 'gitee.com', 'cdn.jsdelivr.net'])('%s is a service’s own', (input) =>
    expect(judged(input)[2]).toBe('name-of-service'),
  );

  test.each([
    'library.sh.cn',
    'online.sh.cn',
    'szbus.com.cn',
    '网址之家.cn',
    'www.example.cn',
    'githubs.com',
    'myclouddn.com',
  ])('%s is an ordinary name', (input) => {
    const answer = engine.assess(input);
    expect(answer.kind === 'verdict' && answer.verdict.domain.platform).toBeNull();
  });
});

test('what a platform’s names are is said of platforms with a name: the words have it', () => {
  for (const { use, owner, suffixes } of rules.platforms)
    if (use !== undefined) expect(owner, suffixes[0]).toBeDefined();
});
