import { beforeEach, describe, expect, test } from 'vitest';
import type { HintKind } from '../../../../src/domain/prompts/hint-preferences.ts';
import type { HintState } from '../../../../src/domain/prompts/hint-states.ts';
import {
  createHintSession,
  type HintServices,
  type HintSession,
} from '../../../../src/entries/content/hint-session.ts';
import type { PageInfo } from '../../../../src/messaging/replies.ts';

const SEARCH = {
  prompts: '(未实名)',
  pieces: '未',
  words: '(?!)',
  runs: { pieces: '未', words: '(?!)' },
  fields: 'domain',
  otherFields: 'mail',
  examples: 'e.g.',
};

/** A worker that keeps what it is told, as the real one does, and can lose messages. */
const stored = { kinds: [] as readonly HintKind[], state: 'open' as HintState, off: false };
/** Kinds of messages that get no answer; `after`: only when they were done. */
let lost: Readonly<Record<string, 'before' | 'after'>> = {};
let asked: string[] = [];
let held: Promise<void> | null = null;
let log: string[] = [];
let services: HintServices;
let session: HintSession;

async function ask(kind: string, fields: Readonly<Record<string, unknown>>): Promise<unknown> {
  asked.push(kind);
  await held;
  if (lost[kind] === 'before') return undefined;
  const reply = answerTo(kind, fields);
  return lost[kind] === 'after' ? undefined : reply;
}

function answerTo(kind: string, fields: Readonly<Record<string, unknown>>): unknown {
  if (kind === 'remember') stored.state = fields.state as HintState;
  if (kind === 'switchOff') stored.off = true;
  return kind === 'page' ? page() : true;
}

function page(): PageInfo {
  const prompts = [{ id: 'one', guidance: 'real-name', state: stored.state }];
  return {
    lang: 'en',
    kinds: stored.off ? [] : stored.kinds,
    prompts,
    search: SEARCH,
    pages: [],
    record: '(?!)',
    everywhere: false,
  };
}

beforeEach(() => {
  Object.assign(stored, { kinds: ['cards'], state: 'open', off: false });
  lost = {};
  asked = [];
  held = null;
  log = [];
  session = createHintSession(ask as HintServices['ask'], ({ kinds, prompts }, given) => {
    services = given;
    log.push(`show ${kinds} ${prompts[0]?.state}`);
    return {
      again: () => void log.push('again'),
      adopt: ([prompt]) => void log.push(`adopt ${prompt?.state}`),
      stop: () => void log.push('stop'),
    };
  });
});

/** Waits until what was sent unasked has come back. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('what is wanted', () => {
  test('nothing is shown until the page was answered, and then it is', async () => {
    lost = { page: 'before' };
    await session.refresh();
    expect(log).toEqual([]);
    lost = {};
    await session.refresh();
    expect(log).toEqual(['show cards open']);
  });

  test('the same answer changes nothing; another one takes all away, and shows what is wanted now', async () => {
    await session.refresh();
    await session.refresh();
    stored.kinds = ['cards', 'chips'];
    await session.refresh();
    stored.off = true;
    await session.refresh();
    stored.off = false;
    await session.refresh();
    expect(log).toEqual(['show cards open', 'stop', 'show cards,chips open', 'stop', 'show cards,chips open']);
  });

  test('no answer is no reason to take away what is shown', async () => {
    await session.refresh();
    lost = { page: 'before' };
    await session.refresh();
    expect(log).toEqual(['show cards open']);
  });

  test('what changes while an answer is under way is asked about once more', async () => {
    let answer = () => {};
    held = new Promise((resolve) => {
      answer = resolve;
    });
    const all = [session.refresh(), session.refresh(), session.refresh()];
    answer();
    await Promise.all(all);
    expect(asked).toEqual(['page', 'page']);
  });

  test('stopped, it shows nothing that was still under way', async () => {
    const coming = session.refresh();
    session.stop();
    await coming;
    expect(log).toEqual([]);
  });
});

test('words that nobody told are asked for at the next look, and once they came no more', async () => {
  await session.refresh();
  lost = { names: 'before' };
  expect(await services.ask('names', { names: ['a.com'] })).toBeUndefined();
  await session.refresh();
  await session.refresh();
  expect(log).toEqual(['show cards open', 'again']);
});

describe.each(['before', 'after'] as const)('an answer is lost %s what was asked for was done', (point) => {
  test('a dismissed prompt stays dismissed here, and is kept in the end', async () => {
    await session.refresh();
    lost = { remember: point };
    services.remember('one', 'dismissed');
    await settled();
    await session.refresh();
    lost = {};
    await session.refresh();
    await session.refresh();
    expect(stored.state).toBe('dismissed');
    // Nothing came back meanwhile.
    expect(log).toEqual(['show cards open']);
    // It is the person's own no longer: what another window says counts.
    stored.state = 'open';
    await session.refresh();
    expect(log).toEqual(['show cards open', 'adopt open']);
  });

  test('switched off, a page stays so, and so does its site in the end', async () => {
    await session.refresh();
    lost = { switchOff: point };
    services.switchOff();
    expect(log).toEqual(['show cards open', 'stop']);
    await settled();
    await session.refresh();
    lost = {};
    await session.refresh();
    expect(stored.off).toBe(true);
    expect(log).toEqual(['show cards open', 'stop']);
    stored.off = false;
    await session.refresh();
    await session.refresh();
    expect(stored.off).toBe(false);
    expect(log.at(-1)).toBe('show cards open');
  });
});
