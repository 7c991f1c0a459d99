import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSender } from '../../../src/messaging/sender.ts';

const OWN = { id: 'own-id', base: 'chrome-extension://own/' };
const read = (said: object) => readSender({ id: OWN.id, ...said }, OWN);

test.each([
  ['a console', { url: 'https://a.cn/x?y#z', origin: 'https://a.cn', tab: {} }, 'a.cn'],
  ['another port', { url: 'https://a.cn:8443/', origin: 'https://a.cn:8443' }, 'a.cn'],
  ['a browser that tells no origin', { url: 'https://a.cn/x' }, 'a.cn'],
  ['a name in its address’s user part', { url: 'https://b.cn@a.cn/' }, 'a.cn'],
  ['a frame without an address of its own', { url: 'about:srcdoc', origin: 'https://a.cn' }, 'a.cn'],
  ['a page that says to be elsewhere than its origin', { url: 'https://b.cn/', origin: 'https://a.cn' }, 'a.cn'],
])('%s is a page of its host', (_, said, host) => {
  expect(read(said)).toEqual({ kind: 'page', host });
});

test('the tab of a page is told, where the browser does', () => {
  const said = { url: 'https://a.cn/', origin: 'https://a.cn', tab: { id: 7, url: 'https://a.cn/' } };
  expect(read(said)).toEqual({ kind: 'page', host: 'a.cn', tab: 7 });
  expect(read({ ...said, tab: { id: '7' } })).toEqual({ kind: 'page', host: 'a.cn' });
});

test.each([
  ['the popup', { url: `${OWN.base}src/entries/popup/index.html`, origin: 'chrome-extension://own' }],
  ['the options in a tab', { url: `${OWN.base}src/entries/options/index.html#hints`, tab: {} }],
])('%s is our own', (_, said) => {
  expect(read(said)).toEqual({ kind: 'own' });
});

test.each([
  ['another extension', { id: 'other', url: 'https://a.cn/' }],
  ['another extension with our address', { id: 'other', url: `${OWN.base}src/entries/popup/index.html` }],
  [
    'an address that only begins like ours',
    { url: 'chrome-extension://own.evil/', origin: 'chrome-extension://own.evil' },
  ],
  ['a sandboxed frame of ours', { url: `${OWN.base}src/entries/popup/index.html`, origin: 'null' }],
  ['a sandboxed frame of a page', { url: 'https://a.cn/', origin: 'null' }],
  ['a page that is not https', { url: 'http://a.cn/', origin: 'http://a.cn' }],
  ['a frame whose origin is not told', { url: 'about:blank' }],
  ['a file', { url: 'file:///etc/passwd' }],
  ['no address', {}],
  ['an address that is none', { url: 'https://', origin: 'https://' }],
])('%s is nobody', (_, said) => {
  expect(read(said)).toBeNull();
});

test('whatever the browser says, nothing throws, and only our own address is our own', () => {
  const anything = fc.anything();
  fc.assert(
    fc.property(
      fc.record({ id: fc.constantFrom(OWN.id, 'x'), url: fc.oneof(fc.webUrl(), anything), origin: anything }),
      (said) => {
        expect(readSender(said, OWN)?.kind).not.toBe('own');
      },
    ),
  );
  fc.assert(
    fc.property(anything, (said) => {
      expect(readSender(said, OWN)).toBeNull();
    }),
  );
});
