/** A quiet pill at the edge: what this page is for, and what helps here. */
import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardContent, TopicContent } from '../messages/protocol.ts';
import { Blocks, Link } from '../ui/blocks.tsx';
import { byPerson, type Host, makeHost, sheetOf } from './host.ts';
import { appendTo, editing, htmlOf } from './past-names.ts';

/** What a page may make a person press changes no more than what is shown on it. */
export interface PillActions {
  /** No more hints on this site. */
  switchOff(): void;
  /** Opens our own page, where everything else is switched. */
  openSettings(): void;
}

export interface Pill {
  /** Shows the pill of a topic; null: none. */
  show(topic: string | null): Promise<void>;
  /** Takes it away while the page is edited. */
  sweep(): void;
  /** Takes it away for good. */
  stop(): void;
}

/** In: the page's document, who knows the words, and what its buttons do. */
export function pillOn(
  page: Document,
  topicOf: (topic: string) => Promise<TopicContent | null>,
  contentOf: (guidance: string) => Promise<CardContent | null>,
  actions: PillActions,
): Pill {
  let host: Host['host'] | null = null;
  let shown: string | null = null;
  let turn = 0;
  let isOff = false;

  function take(): void {
    host?.remove();
    host = null;
  }

  return {
    async show(topic) {
      // A page that took it away does not want it there; another topic is another matter.
      if (isOff || topic === shown) return;
      take();
      shown = topic;
      const mine = ++turn;
      const content = topic === null ? null : await topicOf(topic);
      if (content === null || topic === null || isOff || mine !== turn) return;
      const html = htmlOf(page);
      if (html === null || editing(page)(html)) return;
      const made = makeHost('pill', { topic }, [sheetOf(HINT_STYLES.pill)]);
      render(<PillView content={content} contentOf={contentOf} actions={actions} />, made.root);
      host = made.host;
      appendTo(html, host);
    },
    sweep() {
      if (host === null || !editing(page)(host)) return;
      take();
      shown = null;
    },
    stop() {
      isOff = true;
      take();
    },
  };
}

interface Props {
  readonly content: TopicContent;
  readonly contentOf: (guidance: string) => Promise<CardContent | null>;
  readonly actions: PillActions;
}

function PillView({ content, contentOf, actions }: Props) {
  const [open, setOpen] = useState(false);
  const [entry, setEntry] = useState<CardContent | null>(null);
  const { title, entries, words, lang } = content;
  // One button takes the other's place: it takes the focus over.
  const toggle = useRef<HTMLButtonElement>(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (!isFirst.current) toggle.current?.focus();
    isFirst.current = false;
  }, [open]);
  if (!open) {
    return (
      <button
        type="button"
        class="pill"
        ref={toggle}
        lang={lang}
        aria-expanded={false}
        onClick={byPerson(() => setOpen(true))}
      >
        <b>{words.name}</b> {title}
      </button>
    );
  }
  return (
    <section
      class="panel"
      lang={lang}
      aria-label={`${words.name}: ${title}`}
      onKeyDown={byPerson((event: KeyboardEvent) => event.key === 'Escape' && setOpen(false))}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" ref={toggle} aria-expanded={true} onClick={byPerson(() => setOpen(false))}>
          {words.close}
        </button>
      </header>
      {entries.map(({ id, question }) => (
        <div>
          <button
            type="button"
            class="text"
            aria-expanded={entry?.id === id}
            onClick={byPerson(async () => setEntry(entry?.id === id ? null : await contentOf(id)))}
          >
            {question}
          </button>
          {entry?.id === id && (
            <div class="answer">
              <Blocks blocks={entry.blocks} labels={entry.words} />
              {entry.sources.slice(0, 1).map((source) => (
                <p class="by">
                  <Link url={source.url} newTab={entry.words.newTab}>
                    {source.label}
                  </Link>
                </p>
              ))}
            </div>
          )}
        </div>
      ))}
      <p class="off">
        <button type="button" onClick={byPerson(actions.switchOff)}>
          {words.offSite}
        </button>
        <button type="button" onClick={byPerson(actions.openSettings)}>
          {words.settings}
        </button>
      </p>
    </section>
  );
}
