import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeRequest, dispatch, type Handlers, request } from '../../../src/messaging/protocol.ts';
import { CARD_WORDS } from '../../../src/messaging/replies.ts';

const SEARCH = {
  prompts: '',
  pieces: '(?!)',
  words: '(?!)',
  runs: { pieces: '(?!)', words: '(?!)' },
  fields: 'domain',
  otherFields: 'mail',
  examples: 'e.g.',
};
const handlers: Handlers = {
  page: async (_, { host }) => ({
    lang: host,
    kinds: [],
    prompts: [],
    search: SEARCH,
    pages: [],
    record: '(?!)',
    everywhere: false,
  }),
  styles: async () => ({ common: 'a{}', card: 'b{}', chip: 'c{}', note: 'd{}', pill: 'e{}' }),
  guidance: () => Promise.reject(new Error('broken')),
  remember: () => {
    throw new Error('broken at once');
  },
  restore: async () => true,
  dismiss: async () => true,
  loadedRules: async () => ({ value: 1 }),
  keepRules: async () => true,
  names: async () => [],
  topic: async () => null,
  switchOff: async () => true,
  openHintSettings: async () => true,
  openCase: async () => true,
  record: async () => null,
  useRecord: async () => true,
};
const PAGE = { kind: 'page', host: 'a.cn' } as const;
const OWN = { kind: 'own' } as const;
const words = Object.fromEntries(CARD_WORDS.map((word) => [word, word]));
const card = {
  id: 'a',
  lang: 'en',
  title: 'A',
  blocks: [{ kind: 'paragraph', text: 'p' }],
  sources: [],
  words,
  about: null,
};
const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });

describe('messages in', () => {
  test('whatever arrives is either ours or not, and never breaks anything', async () => {
    const message = fc.oneof(
      anything,
      fc.record({ kind: fc.constantFrom('page', 'guidance', '__proto__'), id: anything }),
    );
    await fc.assert(
      fc.asyncProperty(message, async (value) => {
        const answer = dispatch(value, PAGE, handlers);
        expect(answer === undefined).toBe(decodeRequest(value) === null);
        await answer;
      }),
      { numRuns: 2000 },
    );
  });

  test('a foreign message is left to others at once', () => {
    for (const value of [
      null,
      'page',
      { kind: 'other' },
      { kind: 'guidance' },
      { kind: 'guidance', id: 1 },
      ['page'],
    ]) {
      expect(dispatch(value, PAGE, handlers)).toBeUndefined();
    }
    expect(dispatch({ kind: 'remember', prompt: 'p', state: 'gone' }, PAGE, handlers)).toBeUndefined();
  });

  test('a page cannot send what is the extension’s own to send, nor the other way round, nor anybody else either', async () => {
    const fromPages = [
      { kind: 'page' },
      { kind: 'styles' },
      { kind: 'guidance', id: 'a' },
      { kind: 'openCase', name: 'a.cn' },
      { kind: 'record', address: 'https://a.cn/', page: '' },
      { kind: 'useRecord', address: 'https://a.cn/', page: '' },
      { kind: 'names', names: [] },
      { kind: 'topic', topic: 't' },
      { kind: 'remember', prompt: 'p', state: 'open' },
      { kind: 'switchOff' },
      { kind: 'openHintSettings' },
    ];
    const fromOwn = [
      { kind: 'restore', site: 's' },
      { kind: 'dismiss', site: 's', prompts: ['p'] },
      { kind: 'loadedRules' },
      { kind: 'keepRules', file: {} },
    ];
    expect([...fromPages, ...fromOwn].map(({ kind }) => kind).sort()).toEqual(Object.keys(handlers).sort());
    for (const message of fromPages) {
      expect(await dispatch(message, PAGE, handlers)).toHaveProperty('ok');
      expect(dispatch(message, OWN, handlers)).toBeUndefined();
    }
    for (const message of fromOwn) {
      expect(await dispatch(message, OWN, handlers)).toMatchObject({ ok: true });
      expect(dispatch(message, PAGE, handlers)).toBeUndefined();
    }
    for (const message of [...fromPages, ...fromOwn]) expect(dispatch(message, null, handlers)).toBeUndefined();
  });

  test('what a page says of where it is counts for nothing: the browser says it', async () => {
    const info = await dispatch({ kind: 'page', host: 'bank.cn', site: 'bank' }, PAGE, handlers);
    expect(info).toMatchObject({ ok: true, reply: { lang: 'a.cn' } });
  });

  test('a handler gets the fields it declared and nothing else', () => {
    expect(decodeRequest({ kind: 'guidance', id: 'a', extra: 1 })).toEqual({
      kind: 'guidance',
      id: 'a',
      around: '',
    });
    expect(decodeRequest({ kind: 'switchOff', what: 'all', site: 's' })).toEqual({ kind: 'switchOff' });
  });

  test('a handler that fails, now or later, is an answer that says so', async () => {
    for (const message of [
      { kind: 'guidance', id: 'a' },
      { kind: 'remember', prompt: 'p', state: 'open' },
    ])
      expect(await dispatch(message, PAGE, handlers)).toEqual({ ok: false });
  });
});

describe('replies', () => {
  const reply = (value: unknown) => async () => ({ ok: true, reply: value });
  const remembering = { prompt: 'p', state: 'open' } as const;

  test('junk counts as no reply, and so does a handler that failed: neither is a reply of nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        expect(await request(async () => value, 'page', {})).toBeUndefined();
        expect(await request(reply(value), 'guidance', { id: 'a', around: '' })).toBe(
          value === null ? null : undefined,
        );
        const kept = typeof value === 'boolean' ? value : undefined;
        expect(await request(reply(value), 'remember', remembering)).toBe(kept);
      }),
    );
    expect(await request(async () => ({ ok: false }), 'guidance', { id: 'a', around: '' })).toBeUndefined();
    expect(await request(reply(undefined), 'names', { names: [] })).toBeUndefined();
    expect(await request(reply(null), 'page', {})).toBeNull();
  });

  test('what a handler replies arrives', async () => {
    const send = (message: unknown) => dispatch(message, PAGE, handlers) ?? Promise.resolve(undefined);
    expect(await request(send, 'switchOff', {})).toBe(true);
    expect(await request(send, 'topic', { topic: 't' })).toBeNull();
    expect(await request(send, 'guidance', { id: 'a', around: '' })).toBeUndefined();
  });

  test('a card that would link anywhere but to https is refused', async () => {
    expect(await request(reply(card), 'guidance', { id: 'a', around: '' })).toEqual(card);
    for (const url of ['http://example.com/', 'javascript:alert(1)', '', undefined]) {
      expect(
        await request(reply({ ...card, sources: [{ label: 'x', url }] }), 'guidance', { id: 'a', around: '' }),
      ).toBeUndefined();
      const blocks = [{ kind: 'link', text: 'x', url }];
      expect(await request(reply({ ...card, blocks }), 'guidance', { id: 'a', around: '' })).toBeUndefined();
    }
  });

  test('of a page, an unknown state of a prompt is open', async () => {
    const prompts = [{ id: 'a', guidance: 'c', unless: ['b'], state: 'odd' }];
    const info = await request(reply({ lang: 'en', prompts, search: SEARCH, record: 'e' }), 'page', {});
    expect(info).toEqual({
      lang: 'en',
      kinds: [],
      prompts: [{ id: 'a', guidance: 'c', unless: ['b'], state: 'open' }],
      search: SEARCH,
      pages: [],
      record: 'e',
      everywhere: false,
    });
  });

  test.each([{ id: 'a' }, null, 1, { id: 'a', guidance: 'c', unless: ['b', 1] }])(
    'of a page, a prompt that does not decode (%j) takes the others along: they would answer to one another’s messages',
    async (odd) => {
      const prompts = [odd, { id: 'b', guidance: 'd' }];
      expect(await request(reply({ lang: 'en', prompts, search: SEARCH, record: 'e' }), 'page', {})).toBeUndefined();
    },
  );
});
