/** The side panel: one case that stays in view, whatever pages the person works on. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onStorageChanged, subscribe } from '../../browser-api/storage.ts';
import { answersFor, domainAnswersKey, EMPTY, PROFILE_KEY } from '../../domain/answers/domain-answers.ts';
import { casesBeside, IN_VIEW_KEY } from '../../domain/answers/recently-pinned.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import type { ShownRecord } from '../../domain/records/shown-records.ts';
import { headlineOf } from '../../i18n/verdict-headline.ts';
import { onRulesChanged } from '../../storage/ask-rules.ts';
import { LANGUAGE_KEY } from '../../storage/keys.ts';
import { markSeen, pinDomain, readPinnedDomain } from '../../storage/pinned-domain.ts';
import { type AllStoredAnswers, loadAllAnswers } from '../../storage/stored-answers.ts';
import { focusOn } from '../../ui/focus-on.ts';
import { Icon } from '../../ui/icon.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { NameField } from '../../verdict-view/name-field.tsx';
import { App } from '../../verdict-view/verdict-app.tsx';

interface Props {
  readonly engine: Engine;
  /** The host in view, if any. */
  readonly host: string | null;
  /** Hosts that were in view, the last first. */
  readonly seen: readonly string[];
  readonly all: AllStoredAnswers;
}

export function Panel({ engine, host: firstHost, seen: firstSeen, all: firstAll }: Props) {
  const { t } = useTranslation();
  const [host, setHost] = useState(firstHost);
  const [seen, setSeen] = useState(firstSeen);
  const [all, setAll] = useState(firstAll);
  const [notice, setNotice] = useState('');
  const [record, setRecord] = useState<ShownRecord | null>(null);
  const moved = useRef(false);
  const { rules } = engine.facts;

  useEffect(
    () =>
      onStorageChanged((keys) => {
        if (keys.includes(LANGUAGE_KEY)) location.reload();
      }),
    [],
  );
  useEffect(() => onRulesChanged(() => location.reload()), []);
  useEffect(
    () =>
      subscribe(
        (key) => key === IN_VIEW_KEY,
        // What cannot be read is not empty.
        () => void readPinnedDomain().then((now) => now !== undefined && setHost(now)),
      ),
    [],
  );
  useEffect(
    () =>
      subscribe(
        (key) => key === PROFILE_KEY || key.startsWith(domainAnswersKey('')),
        () => void loadAllAnswers(rules).then(setAll),
      ),
    [rules],
  );
  const kept = [...all.cases.keys()];
  useEffect(() => void markSeen(host).then(setSeen), [host, kept.join()]);

  async function put(next: string | null): Promise<void> {
    setHost(next);
    setNotice((await pinDomain(next)) ? '' : t('keep_failed'));
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

  function ask(input: string, found: ShownRecord | null = null): void {
    const read = engine.read(input);
    if (!('type' in read)) {
      setRecord(found);
      choose(read.host);
      return;
    }
    // What is in view stays there: a slip of the pen is no other case.
    const problem = `problem_${read.type.replaceAll('-', '_')}`;
    setNotice(t('verdict_line', { host: read.display || input, headline: t(problem), reason: t(`${problem}_text`) }));
  }

  /** A host with all that is known of it. */
  function judged(name: string) {
    const read = engine.read(name);
    if ('type' in read) return null;
    const one = all.cases.get(read.registrable) ?? EMPTY;
    const answer = engine.assess(read, answersFor(all.profile, one, read.host));
    if (answer.kind === 'problem') return null;
    return { read, host: read.host, one, display: read.display, headline: headlineOf(answer.verdict, t) };
  }

  const shown = host === null ? null : judged(host);
  const others = casesBeside(host, seen, kept).flatMap((name) => judged(name) ?? []);
  return (
    <>
      <header class="bar">
        {notice !== '' && (
          <p class="notice" role="alert">
            {notice}
          </p>
        )}
        <p class="unseen" role="status">
          {shown && t('panel_now', { host: shown.display, headline: shown.headline.short })}
        </p>
        {others.length > 0 && (
          <details class="cases" open={shown === null}>
            <summary>{t('panel_cases', { count: others.length })}</summary>
            <ul>
              {others.map((one) => (
                <li key={one.host}>
                  <button type="button" data-case={one.host} onClick={() => choose(one.host)}>
                    <OutcomeIcon outcome={one.headline.outcome} />
                    <span>
                      <b>{one.display}</b> {one.headline.short}
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
          <h1 tabIndex={-1}>{t('panel_empty')}</h1>
          <p>{t('panel_empty_text')}</p>
          <NameField engine={engine} show={ask} open={null} screen={null} back={() => {}} />
        </main>
      ) : (
        <App
          key={shown.host}
          engine={engine}
          whole={async () => engine}
          input={shown.host}
          read={shown.read}
          kept={{ profile: all.profile, defaults: all.defaults, one: shown.one, sound: true, isRead: all.isRead }}
          site={null}
          isPage={false}
          record={record}
          show={(next, found) => ask(next, found ?? null)}
          beside={
            <button
              type="button"
              class="plain put-away"
              aria-label={t('panel_put_away')}
              title={t('panel_put_away')}
              onClick={() => choose(null)}
            >
              <Icon name="close" size={18} />
            </button>
          }
        />
      )}
    </>
  );
}
