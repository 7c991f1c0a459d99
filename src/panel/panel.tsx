/** The side panel: one case that stays in view, whatever pages the person works on. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onRulesChanged } from '../case/ask-rules.ts';
import { markSeen, putInView, readInView } from '../case/in-view.ts';
import { type AllKept, readAllKept } from '../case/keep.ts';
import { answersFor, caseKey, EMPTY, PROFILE_KEY } from '../core/case.ts';
import { casesBeside, IN_VIEW_KEY } from '../core/in-view.ts';
import type { Locale } from '../core/model.ts';
import type { Engine } from '../engine.ts';
import { follow, onStored } from '../platform/browser.ts';
import { LANGUAGE_KEY } from '../platform/keys.ts';
import { App } from '../popup/app.tsx';
import { AskOther } from '../popup/ask-other.tsx';
import { focusOn } from '../ui/focus.ts';
import { headlineOf } from '../ui/headline.ts';
import { OutcomeIcon } from '../ui/icon.tsx';
import type { Say } from '../ui/say.ts';

interface Props {
  readonly engine: Engine;
  /** The host in view, if any. */
  readonly host: string | null;
  /** Hosts that were in view, the last first. */
  readonly seen: readonly string[];
  readonly all: AllKept;
  readonly locale: Locale;
  readonly say: Say;
}

export function Panel({ engine, host: firstHost, seen: firstSeen, all: firstAll, locale, say }: Props) {
  const [host, setHost] = useState(firstHost);
  const [seen, setSeen] = useState(firstSeen);
  const [all, setAll] = useState(firstAll);
  const [notice, setNotice] = useState('');
  const moved = useRef(false);
  const { rules } = engine.facts;

  useEffect(
    () =>
      onStored((keys) => {
        if (keys.includes(LANGUAGE_KEY)) location.reload();
      }),
    [],
  );
  useEffect(() => onRulesChanged(() => location.reload()), []);
  useEffect(
    () =>
      follow(
        (key) => key === IN_VIEW_KEY,
        // What cannot be read is not empty.
        () => void readInView().then((now) => now !== undefined && setHost(now)),
      ),
    [],
  );
  useEffect(
    () =>
      follow(
        (key) => key === PROFILE_KEY || key.startsWith(caseKey('')),
        () => void readAllKept(rules).then(setAll),
      ),
    [rules],
  );
  const kept = [...all.cases.keys()];
  useEffect(() => void markSeen(host).then(setSeen), [host, kept.join()]);

  async function put(next: string | null): Promise<void> {
    setHost(next);
    setNotice((await putInView(next)) ? '' : say('keep_failed'));
  }

  /** By a button, which goes: whoever pressed it goes on at the title. */
  function choose(next: string | null): void {
    moved.current = true;
    void put(next);
  }
  useLayoutEffect(() => {
    if (moved.current) focusOn('h1');
    moved.current = false;
  }, [host]);

  function ask(input: string): void {
    const read = engine.read(input);
    if (!('type' in read)) return void put(read.host);
    // What is in view stays there: a slip of the pen is no other case.
    const problem = `problem_${read.type.replaceAll('-', '_')}`;
    setNotice(
      say('verdict_line', { host: read.display || input, headline: say(problem), reason: say(`${problem}_text`) }),
    );
  }

  /** A host with all that is known of it. */
  function judged(name: string) {
    const read = engine.read(name);
    if ('type' in read) return null;
    const one = all.cases.get(read.registrable) ?? EMPTY;
    const answer = engine.ask(name, answersFor(all.profile, one, read.host));
    if (answer.kind === 'problem') return null;
    return { host: read.host, one, display: read.display, headline: headlineOf(answer.verdict, say) };
  }

  const shown = host === null ? null : judged(host);
  const others = casesBeside(host, seen, kept).flatMap((name) => judged(name) ?? []);
  return (
    <>
      <header class="bar">
        <AskOther label={say('panel_ask')} show={ask} say={say} />
        {notice !== '' && (
          <p class="notice" role="alert">
            {notice}
          </p>
        )}
        <p class="unseen" role="status">
          {shown && say('panel_now', { host: shown.display, headline: shown.headline.title })}
        </p>
        {others.length > 0 && (
          <details class="cases" open={shown === null}>
            <summary>
              {others.length === 1 ? say('panel_cases_one') : say('panel_cases_other', { count: others.length })}
            </summary>
            <ul>
              {others.map((one) => (
                <li key={one.host}>
                  <button type="button" data-case={one.host} onClick={() => choose(one.host)}>
                    <OutcomeIcon outcome={one.headline.outcome} />
                    <span>
                      <b>{one.display}</b> {one.headline.title}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </header>
      {shown === null ? (
        <main class="empty" data-host="">
          <h1 tabIndex={-1}>{say('panel_empty')}</h1>
          <p>{say('panel_empty_text')}</p>
        </main>
      ) : (
        <App
          key={shown.host}
          engine={engine}
          whole={async () => engine}
          input={shown.host}
          kept={{ profile: all.profile, defaults: all.defaults, one: shown.one, sound: true, isRead: all.isRead }}
          site={null}
          isPage={false}
          show={null}
          beside={
            <button type="button" class="put-away" onClick={() => choose(null)}>
              {say('panel_put_away')}
            </button>
          }
          locale={locale}
          say={say}
        />
      )}
    </>
  );
}
