/** Domains that a console's page lists, also where a row says nothing of its domain. */
import { expect, test } from 'vitest';
import { pageOfHtml } from '../../../../src/cli/saved-page.ts';
import { createRecordReader } from '../../../../src/domain/records/read.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';

const reader = createRecordReader(rules, engine.read);
const CONSOLE = 'https://console.cloud.tencent.com/domain';

/** A table of these rows, the first of which is its heading. */
const table = ([head = [], ...rows]: readonly (readonly string[])[]) =>
  `<table><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;

test.each<[string, string, readonly string[]]>([
  [
    'two columns',
    table([
      ['域名', '操作'],
      ['lanternwharf.cn', '管理'],
      ['lw-parts.net', '管理'],
    ]),
    ['lanternwharf.cn', 'lw-parts.net'],
  ],
  [
    'a state that is none of a record',
    table([
      ['域名', '服务状态', '到期时间'],
      ['lanternwharf.cn', '正常', '2027-09-04'],
    ]),
    ['lanternwharf.cn'],
  ],
  [
    'a remark, a host and what is no domain',
    table([
      ['Site', 'Domain'],
      ['Main', 'lanternwharf.com <a>Manage</a>'],
      ['Shop', 'www.lw-parts.net'],
      ['Mail', 'mail.lw-parts.org'],
      ['None', '-'],
    ]),
    ['lanternwharf.com', 'lw-parts.net'],
  ],
  [
    'names for sale',
    table([
      ['域名', '一口价'],
      ['lanternwharf.cn', '¥800'],
    ]),
    [],
  ],
  [
    'examples of what a field takes',
    table([
      ['域名', '示例', '说明'],
      ['lanternwharf.cn', 'www', '主机记录'],
    ]),
    [],
  ],
  [
    'no column of domains',
    table([
      ['主机记录', '记录值'],
      ['www', 'lanternwharf.cn'],
    ]),
    [],
  ],
])('%s', (_what, html, names) => {
  expect(reader.listed(pageOfHtml(`<!doctype html><body>${html}</body>`, CONSOLE))).toEqual(names);
});
