import { expect, test } from 'vitest';
import { topicAt } from '../../../../src/entries/content/page-topic.ts';

const PAGES = [
  { topic: 'filing-status', path: 'console.example/beian/manage' },
  { topic: 'filing', path: 'console.example/beian' },
  { topic: 'dns', path: '#/dns' },
];

test.each([
  ['https://console.example/beian/manage/1', 'filing-status'],
  ['https://console.example/beian/new?from=manage', 'filing'],
  ['https://console.example/#/dns/list', 'dns'],
  ['https://console.example/?next=/beian', null],
  ['https://other.example/', null],
])('%s is for %s', (address, topic) => {
  expect(topicAt(PAGES, address)).toBe(topic);
});
