/**
 * On a console: what its messages mean, and the names in its form or list. Elsewhere without a
 * name: names to go on with.
 */
import { useEffect, useState } from 'preact/hooks';
import { answersFor, EMPTY } from '../domain/answers/domain-answers.ts';
import { casesBeside } from '../domain/answers/recently-pinned.ts';
import { dayOf } from '../domain/common/days.ts';
import { normalise } from '../domain/common/text.ts';
import { decisiveChecks } from '../domain/eligibility/decisive-checks.ts';
import type { Console } from '../domain/ruleset/console.ts';
import type { Block, FaqEntry } from '../domain/ruleset/guidance.ts';
import { headlineOf } from '../i18n/verdict-headline.ts';
import { readSeen } from '../storage/pinned-domain.ts';
import { type AllStoredAnswers, loadAllAnswers } from '../storage/stored-answers.ts';
import { Blocks } from '../ui/blocks.tsx';
import { FaqView } from '../ui/faq-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import type { VerdictViewProps } from './screens.ts';

const MOST_MESSAGES = 3;
const MOST_RECENT = 4;
const BRIEF_STEPS = 2;

export function ConsolePage({ console: here, ...shared }: VerdictViewProps & { readonly console: Console }) {
  const { t } = useTranslation();
  const { page, facts, show, site } = shared;
  const messages = (page?.messages ?? []).slice(0, MOST_MESSAGES);
  const names = page?.names ?? [];
  return (
    <div data-console={here.id}>
      {messages.length > 0 && (
        <section class="part">
          <h2>{t('console_meaning')}</h2>
          {messages.map(({ guidance, says }, index) => {
            const entry = facts.rules.faq.find(({ id }) => id === guidance);
            return (
              entry && (
                <div key={guidance} data-message={guidance}>
                  <Quoted says={says} {...shared} />
                  {index === 0 && <Brief entry={entry} {...shared} />}
                  <div class="faq">
                    <FaqView entry={entry} facts={facts} />
                  </div>
                </div>
              )
            );
          })}
        </section>
      )}
      {names.length > 0 && (
        <section class="part">
          <h2>{t('console_names')}</h2>
          <NameRows names={names} {...shared} />
        </section>
      )}
      {page !== null && names.length === 0 && <RecentNames {...shared} />}
      {site !== null && show !== null && (
        <ul class="rows">
          <li>
            <button type="button" class="row" data-judge-site onClick={() => show(site)}>
              <Icon name="search" />
              <span class="what">{t('console_judge', { host: site })}</span>
              <Icon name="next" size={14} />
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

/** The message of the page that is explained, as the facts write it. */
function Quoted({ says, facts }: VerdictViewProps & { readonly says: string }) {
  const { rules } = facts;
  const all = [...rules.consoles.flatMap(({ prompts }) => prompts), ...rules.prompts];
  const text = all.find((one) => normalise(one.says) === says)?.says ?? says;
  return (
    <p class="quoted fine">
      <q lang={/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en'}>{text}</q>
    </p>
  );
}

/** The beginning of an answer: what it says first, and the first things to do. */
function Brief({ entry }: VerdictViewProps & { readonly entry: FaqEntry }) {
  const { locale, t } = useTranslation();
  const labels = { note: t('note_label'), warning: t('warning_label'), newTab: t('new_tab') };
  const [first] = entry.answer[locale];
  const steps = entry.answer[locale].find((block) => block.kind === 'steps');
  const blocks: Block[] = [
    ...(first === undefined || first.kind === 'steps' ? [] : [first]),
    ...(steps?.kind === 'steps' ? [{ ...steps, steps: steps.steps.slice(0, BRIEF_STEPS) }] : []),
  ];
  return (
    <div class="brief">
      <h3>{entry.title[locale]}</h3>
      <Blocks blocks={blocks} labels={labels} />
    </div>
  );
}

/** Names that were looked at before, with what was found. */
export function RecentNames(shared: VerdictViewProps) {
  const { t } = useTranslation();
  const { facts } = shared;
  const [names, setNames] = useState<readonly string[]>([]);
  const [all, setAll] = useState<AllStoredAnswers | null>(null);
  useEffect(() => {
    void Promise.all([readSeen(), loadAllAnswers(facts.rules)]).then(([seen, stored]) => {
      setAll(stored);
      setNames(casesBeside(null, seen, [...stored.cases.keys()]).slice(0, MOST_RECENT));
    });
  }, []);
  if (names.length === 0 || all === null) return null;
  return (
    <section class="part">
      <h2>{t('recent_names')}</h2>
      <NameRows names={names} stored={all} {...shared} />
    </section>
  );
}

function NameRows({
  names,
  stored: given,
  ...shared
}: VerdictViewProps & { readonly names: readonly string[]; readonly stored?: AllStoredAnswers }) {
  const { t } = useTranslation();
  const { engine, facts, page, show } = shared;
  const [stored, setStored] = useState(given ?? null);
  useEffect(() => {
    if (stored === null) void loadAllAnswers(facts.rules).then(setStored);
  }, []);
  return (
    <ul class="rows inner">
      {names.map((name) => {
        const read = engine.read(name);
        if ('type' in read) return null;
        const one = stored?.cases.get(read.registrable) ?? EMPTY;
        const answers = answersFor(stored?.profile ?? EMPTY, one, read.host);
        const found = engine.assess(read, answers);
        if (found.kind === 'problem') return null;
        const { open } = decisiveChecks({ domain: read, answers, facts, today: dayOf(new Date()) });
        const { short, outcome } = headlineOf(found.verdict, t, open.length);
        return (
          <li key={name}>
            <button
              type="button"
              class="row"
              data-name={name}
              disabled={show === null}
              onClick={() =>
                show?.(
                  name,
                  page?.records.find(({ domain }) => domain === read.registrable),
                )
              }
            >
              <OutcomeIcon outcome={outcome} size={16} />
              <span class="what">{read.display}</span> <span class="value">{short}</span>
              <Icon name="next" size={14} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
