/**
 * What the open page shows of its filing, of names and of records. It is read when the view opens,
 * after a click.
 */
import { useEffect, useState } from 'preact/hooks';
import { runInPage } from '../browser-api/tabs.ts';
import { normalise } from '../domain/common/text.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { numbersIn } from '../domain/filing-numbers/find-filing-numbers.ts';
import { judgePage } from '../domain/filing-numbers/judge-page.ts';
import { meaningOfBlockPage, patternsOf } from '../domain/prompts/console-prompts.ts';
import { createMatcher } from '../domain/prompts/prompt-matcher.ts';
import { hostOf, showsRecords } from '../domain/prompts/record-places.ts';
import type { PageContent } from '../domain/records/page-records.ts';
import { createRecordReader, type RecordReader, type RecordReading } from '../domain/records/read.ts';
import {
  contentOf,
  onlyRecordOn,
  type PageParts,
  recordsOf,
  type ShownRecord,
} from '../domain/records/shown-records.ts';
import type { Console } from '../domain/ruleset/console.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import type { PageEvidence } from './page-evidence.ts';
import { readPageContent } from './read-page-content.ts';
import { readPageText } from './read-page-text.ts';

/**
 * A footer may come late: milliseconds after which the page is read, and read again while it shows
 * nothing.
 */
const LATE = [0, 700, 1500, 4000];
/** More names than this are a list, which is for the page with many names. */
const MOST_NAMES = 5;

interface Props {
  readonly engine: Engine;
  readonly console: Console | null;
  readonly onRead: (page: PageEvidence) => void;
}

/** Reads the page, and again while it shows nothing; draws nothing. */
export function PageReader({ engine, console: here, onRead }: Props) {
  const [times, setTimes] = useState(0);
  const [isMissing, setIsMissing] = useState(true);
  useEffect(() => {
    const wait = LATE[times];
    if (wait === undefined || !isMissing) return;
    let isHere = true;
    const timer = setTimeout(async () => {
      const page = await readPage(engine, here);
      if (!isHere) return;
      if (page !== null) {
        onRead(page);
        setIsMissing(
          page.judged.numbers.every((one) => one.belongs !== 'own') &&
            page.records.length + page.messages.length + page.names.length === 0,
        );
      }
      setTimes(times + 1);
    }, wait);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [times, isMissing]);
  return null;
}

/** Resolves to what the open page shows; null where the browser keeps extensions away from it. */
export async function readPage(engine: Engine, here: Console | null): Promise<PageEvidence | null> {
  const { rules } = engine.facts;
  const [text, parts] = await Promise.all([runInPage(readPageText), runInPage(readPageContent, here !== null, false)]);
  if (text === null) return null;
  const place = parts === null ? null : hostOf(parts.url);
  const isKnown = place !== null && showsRecords(place, rules);
  const reader = createRecordReader(rules, engine.read);
  const seen = parts === null ? null : await seenOn(parts, isKnown, here !== null, reader);
  const content = seen?.content ?? null;
  const records = seen === null ? [] : recordsOf(seen.reading, place);
  // Elsewhere a page is asked for no other domain than its own.
  const isOfConsole = here !== null && content !== null;
  const messages = isOfConsole ? messagesIn(content, rules, here) : [];
  const names = isOfConsole ? namesOn(content, records, reader) : [];
  return {
    text,
    judged: judgePage(text, numbersIn(text.pieces, rules), rules.provinces),
    blocked: meaningOfBlockPage(rules, text.small),
    messages,
    names,
    records,
    // A console that says something about the name is asked what that means; what is one of the
    // record's statuses the record says itself.
    isAboutRecord:
      isKnown && records.length === 1 && messages.every(({ says }) => reader.context.words.status(says) !== null),
  };
}

/**
 * Resolves to what counts of a page. Of one that nobody knows it is only what somebody sees: where
 * it has a record, the page is read again with the place of everything.
 */
async function seenOn(parts: PageParts, isKnown: boolean, isConsole: boolean, reader: RecordReader) {
  const read = (of: PageParts) => {
    const content = contentOf(of, isKnown);
    return { content, reading: reader.page(content) };
  };
  const first = read(parts);
  if (isKnown || recordsOf(first.reading, null).length === 0) return first;
  const measured = await runInPage(readPageContent, isConsole, true);
  return measured === null ? null : read(measured);
}

/** Returns the messages of a console, as the facts write them. */
function messagesIn(content: PageContent, rules: Ruleset, here: Console): PageEvidence['messages'] {
  const lines = content.lines.map((line) => ({ text: line.cells.flat().join(' '), node: null }));
  const found = createMatcher(patternsOf(rules, here))(lines).map(({ pattern }) => pattern);
  if (found.length === 0) return [];
  const all = [...rules.consoles.flatMap(({ prompts }) => prompts), ...rules.prompts];
  const written = new Map(all.map(({ says }) => [normalise(says), says]));
  return found.map(({ says, guidance }) => ({ says: written.get(says) ?? says, guidance }));
}

/** Returns the domains in a console's fields, records and lists, each once, so many at most. */
function namesOn(content: PageContent, records: readonly ShownRecord[], reader: RecordReader): string[] {
  const inFields = content.fields.flatMap((field) => reader.names.domain(field) ?? []);
  const names = [...inFields, ...records.map(({ domain }) => domain), ...reader.listed(content)];
  return [...new Set(names)].slice(0, MOST_NAMES);
}

/** Returns the records in a text that a person pasted. */
export function recordsInText(
  text: string,
  engine: Engine,
): { readonly records: ShownRecord[]; readonly reading: RecordReading } {
  const reading = createRecordReader(engine.facts.rules, engine.read).text(text);
  return { reading, records: recordsOf(reading, null) };
}

/** Returns the record on a page that was handed over; null where it shows none, or several. */
export function recordOn(page: PageParts, engine: Engine): ShownRecord | null {
  const { rules } = engine.facts;
  const place = hostOf(page.url);
  return place !== null && showsRecords(place, rules)
    ? onlyRecordOn(page, place, createRecordReader(rules, engine.read))
    : null;
}
