import { useState } from 'preact/hooks';
import { forgetCase, keepPersonal } from '../case/keep.ts';
import type { AnswerName } from '../core/answers.ts';
import { type Case, withAnswer } from '../core/case.ts';
import type { Answers, Locale } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import type { Off } from '../messages/settings.ts';
import { ProviderField, ProvinceField, SubjectField } from '../ui/personal.tsx';
import { Search, TermView } from '../ui/search.tsx';
import { Glossary } from '../ui/terms.tsx';
import type { Say } from '../ui/words.ts';
import { About, DataOptions, LanguageOption } from './data.tsx';
import { HintOptions } from './hints.tsx';

interface Props {
  readonly facts: Facts;
  readonly profile: Case;
  /** Registrable domains (A-labels) that answers are kept on. */
  readonly cases: readonly string[];
  readonly off: Off;
  /** Hosts that the person added. */
  readonly sites: readonly string[];
  /** Hosts that the person's organisation suggests. */
  readonly suggested: readonly string[];
  /** Whether the toolbar icon tells what is known of a suffix. */
  readonly icon: boolean;
  /** The language that the person chose, if any. */
  readonly chosen: Locale | undefined;
  readonly locale: Locale;
  readonly say: Say;
}

/** The options: what is known of the person, what is kept, and all guidance. */
export function Options({
  facts,
  profile: first,
  cases: kept,
  off,
  sites,
  suggested,
  icon,
  chosen,
  locale,
  say,
}: Props) {
  const [profile, setProfile] = useState(first);
  const [cases, setCases] = useState(kept);
  const [stored, setStored] = useState(true);
  const { rules } = facts;

  function tell<K extends AnswerName>(name: K, value: Answers[K]): void {
    setProfile((before) => withAnswer(before, null, name, value));
    void keepPersonal(rules, name, value).then(setStored);
  }

  const asked = { answers: profile.answers, tell, facts, locale, say };
  return (
    <Glossary.Provider value={{ entries: rules.glossary, locale }}>
      <main>
        <h1>{say('options_title')}</h1>
        {!stored && (
          <p class="notice" role="alert">
            {say('answers_not_stored')}
          </p>
        )}
        <section>
          <h2>{say('options_defaults')}</h2>
          <p>{say('options_defaults_text')}</p>
          <SubjectField {...asked} />
          <ProvinceField {...asked} />
          <ProviderField {...asked} />
        </section>
        <LanguageOption chosen={chosen} say={say} />
        <HintOptions
          off={off}
          sites={sites}
          suggested={suggested}
          icon={icon}
          nameOf={(site) => rules.consoles.find((one) => one.id === site)?.name[locale] ?? site}
          say={say}
        />
        <section>
          <h2>{say('options_cases')}</h2>
          {cases.length === 0 && <p>{say('options_cases_none')}</p>}
          <ul class="cases">
            {cases.map((domain) => (
              <li key={domain}>
                <span>{domain}</span>
                <button
                  type="button"
                  aria-label={`${say('options_forget')}: ${domain}`}
                  onClick={async () => {
                    if (await forgetCase(domain)) setCases((all) => all.filter((one) => one !== domain));
                  }}
                >
                  {say('options_forget')}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <DataOptions rules={rules} say={say} />
        <About rules={rules} say={say} />
        <section>
          <h2>{say('search_label')}</h2>
          <Search facts={facts} locale={locale} say={say} />
        </section>
        <section>
          <h2>{say('options_glossary')}</h2>
          {rules.glossary.map((entry) => (
            <TermView key={entry.id} entry={entry} locale={locale} />
          ))}
        </section>
        <footer>
          {say('rules_of', { date: rules.stamp.date })} · {say('nothing_leaves')}
        </footer>
      </main>
    </Glossary.Provider>
  );
}
