import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_WORDS, decodeAsk, dispatch, type Handlers, request } from '../../src/messages/protocol.ts';

const handlers: Handlers = {
  page: async ({ host }) => ({ site: host, lang: 'en', kinds: [], prompts: [], pages: [], everywhere: false }),
  guidance: () => Promise.reject(new Error('broken')),
  remember: () => {
    throw new Error('broken at once');
  },
  restore: async () => true,
  names: async () => [],
  topic: async () => null,
  switchOff: async () => true,
  openHintSettings: async () => true,
};
const words = Object.fromEntries(CARD_WORDS.map((word) => [word, word]));
const card = { id: 'a', lang: 'en', title: 'A', blocks: [{ kind: 'paragraph', text: 'p' }], sources: [], words };
const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });

describe('messages in', () => {
  test('whatever arrives is either ours or not, and never breaks anything', async () => {
    const message = fc.oneof(
      anything,
      fc.record({ kind: fc.constantFrom('page', 'guidance', '__proto__'), host: anything, id: anything }),
    );
    await fc.assert(
      fc.asyncProperty(message, async (value) => {
        const answer = dispatch(value, handlers);
        expect(answer === undefined).toBe(decodeAsk(value) === null);
        await answer;
      }),
      { numRuns: 2000 },
    );
  });

  test('a foreign message is left to others at once', () => {
    for (const value of [null, 'page', { kind: 'other' }, { kind: 'page' }, { kind: 'page', host: 1 }, ['page']]) {
      expect(dispatch(value, handlers)).toBeUndefined();
    }
    expect(dispatch({ kind: 'remember', site: 's', prompt: 'p', state: 'gone' }, handlers)).toBeUndefined();
  });

  test('a handler gets the fields it declared and nothing else', () => {
    expect(decodeAsk({ kind: 'page', host: 'a.cn', extra: 1 })).toEqual({ kind: 'page', host: 'a.cn' });
  });

  test('a handler that fails, now or later, is answered with no reply', async () => {
    await expect(dispatch({ kind: 'guidance', id: 'a' }, handlers)).resolves.toBeUndefined();
    await expect(
      dispatch({ kind: 'remember', site: 's', prompt: 'p', state: 'open' }, handlers),
    ).resolves.toBeUndefined();
  });
});

describe('replies', () => {
  const reply = (value: unknown) => async () => value;

  test('junk counts as no reply', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        expect(await request(reply(value), 'guidance', { id: 'a' })).toBeNull();
        expect(await request(reply(value), 'remember', { site: 's', prompt: 'p', state: 'open' })).toBe(value === true);
      }),
    );
  });

  test('a card that would link anywhere but to https is refused', async () => {
    expect(await request(reply(card), 'guidance', { id: 'a' })).toEqual(card);
    for (const url of ['http://example.com/', 'javascript:alert(1)', '', undefined]) {
      expect(await request(reply({ ...card, sources: [{ label: 'x', url }] }), 'guidance', { id: 'a' })).toBeNull();
      const blocks = [{ kind: 'link', text: 'x', url }];
      expect(await request(reply({ ...card, blocks }), 'guidance', { id: 'a' })).toBeNull();
    }
  });

  test('of a page, prompts that do not decode are left out and an unknown state is open', async () => {
    const prompts = [{ id: 'a', says: 'b', anchors: ['b', 1], guidance: 'c', state: 'odd' }, { id: 'a' }, null, 1];
    const info = await request(reply({ site: 's', lang: 'en', prompts }), 'page', { host: 'a.cn' });
    expect(info).toEqual({
      site: 's',
      lang: 'en',
      kinds: [],
      prompts: [{ id: 'a', says: 'b', anchors: ['b'], guidance: 'c', state: 'open' }],
      pages: [],
      everywhere: false,
    });
  });
});
