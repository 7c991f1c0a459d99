import { useLayoutEffect, useState } from 'preact/hooks';
import type { DomainAnswers } from '../../domain/answers/domain-answers.ts';
import type { Policy } from '../../domain/answers/policy.ts';
import { dayOf } from '../../domain/common/days.ts';
import type { Locale } from '../../domain/common/locale.ts';
import { type OptionalConsole, optionalConsoleOf, optionalConsoles } from '../../domain/prompts/console-permissions.ts';
import { consoleOfHost } from '../../domain/prompts/find-console.ts';
import type { HintPreferences } from '../../domain/prompts/hint-preferences.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { rulesText } from '../../i18n/loaded-mark.ts';
import { ageNotice } from '../../i18n/ruleset-age.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { RulesetInUse } from '../../storage/active-ruleset.ts';
import { focusOn } from '../../ui/focus-on.ts';
import { Glossary } from '../../ui/glossary.tsx';
import { Frame, type Part } from '../../ui/page-frame.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { UndoLine, useUndo } from '../../ui/undo.tsx';
import { About } from './about.tsx';
import { AboutYou } from './about-you.tsx';
import { Data } from './backup-section.tsx';
import { Guidance } from './guidance-section.tsx';
import { Hints } from './hints-section.tsx';
import { Language } from './language-section.tsx';
import { Managed } from './managed-notice.tsx';
import { Rules } from './ruleset-section.tsx';
import { SavedAnswers } from './saved-answers.tsx';
import { Searched, wordsIn } from './setting.tsx';
import { ToolbarIcon } from './toolbar-icon.tsx';

interface Props {
  readonly facts: RulesetIndex;
  readonly inUse: RulesetInUse;
  /** Whether rules are left that were loaded where others could write. */
  readonly isLeft: boolean;
  readonly profile: DomainAnswers;
  /** False where the browser did not give what is stored. */
  readonly isRead: boolean;
  readonly policy: Policy;
  /** Registrable domains (A-labels) that answers are kept on. */
  readonly cases: readonly string[];
  readonly off: HintPreferences;
  /** Hosts that the person granted permission for. */
  readonly sites: readonly string[];
  /** Hosts that the extension has from the installation on. */
  readonly installed: readonly string[];
  /** Whether the toolbar icon tells what is known of a suffix. */
  readonly icon: boolean;
  /** The language that the person chose, if any. */
  readonly chosen: Locale | undefined;
  /** What was done before the page was drawn anew: keys of the words for it. */
  readonly done: readonly string[];
  /** Puts back what was erased before the page was drawn anew; null where nothing was. */
  readonly undo: (() => void) | null;
  /**
   * Draws the page anew: in another language, or with what is kept now (and what is to be said of
   * it, and how it is undone).
   */
  readonly redraw: (done?: readonly string[], undo?: () => Promise<readonly string[]>) => void;
}

/**
 * The options: a section each, in the order of the list below, which also makes the page's table of
 * contents.
 */
export function Options({
  facts,
  inUse,
  isLeft,
  profile,
  isRead,
  policy,
  cases,
  off,
  sites,
  installed,
  icon,
  chosen,
  done: said,
  undo,
  redraw,
}: Props) {
  const { locale, t } = useTranslation();
  const { rules } = facts;
  const offers: readonly OptionalConsole[] = optionalConsoles(rules, installed);
  const optional = offers.flatMap(({ hosts }) => hosts);
  const [query, setQuery] = useState('');
  const searched = wordsIn(query);
  const [done, note] = useUndo(undo === null ? null : { text: said.map((key) => t(key)).join(' '), undo });
  const found = useFound(query);
  // The page was drawn anew under the person's hands.
  useLayoutEffect(() => {
    if (undo !== null) focusOn('#data-title');
  }, []);
  const consoles = rules.consoles
    .map(({ id, name, sites: all }) => ({ id, name: name[locale], hosts: all.map(({ host }) => host) }))
    .map((one) => ({ ...one, hosts: one.hosts.filter((host) => installed.includes(host)) }))
    // Some wait for the person's permission, some show their prompts in no web page.
    .filter(({ hosts }) => hosts.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
  const parts: readonly Part[] = [
    {
      id: 'you',
      icon: 'person',
      title: t('options_defaults'),
      view: <AboutYou facts={facts} profile={profile} defaults={policy.defaults} />,
    },
    {
      id: 'hints',
      icon: 'chat',
      title: t('options_hints'),
      view: (
        <Hints
          off={off}
          forbidden={policy.hintsOff}
          consoles={consoles}
          offers={offers}
          granted={sites}
          added={sites.filter((host) => !optional.includes(host) && !host.includes('*'))}
          suggested={policy.consoleHosts}
          consoleOf={(host) => consoleOfHost(rules, host)?.name[locale] ?? null}
          isOptional={(host) => optionalConsoleOf(rules, installed, host) !== null}
          note={note}
        />
      ),
    },
    {
      id: 'appearance',
      icon: 'gear',
      title: t('options_appearance'),
      view: (
        <>
          <Language chosen={chosen} changed={() => redraw()} />
          <ToolbarIcon isOn={icon} />
        </>
      ),
    },
    {
      id: 'data',
      icon: 'in',
      title: t('options_data'),
      view: (
        <>
          <SavedAnswers cases={cases} rules={rules} note={note} />
          <Data inUse={inUse} done={undo === null ? said : []} changed={redraw} />
        </>
      ),
    },
    {
      id: 'rules',
      icon: 'clock',
      title: t('options_rules'),
      view: <Rules inUse={inUse} isLeft={isLeft} changed={() => redraw()} note={note} />,
    },
    {
      id: 'guidance',
      icon: 'search',
      title: t('options_guidance'),
      view: <Guidance facts={facts} />,
    },
    { id: 'about', icon: 'globe', title: t('options_about'), view: <About rules={rules} /> },
  ];
  const age = ageNotice(rules.stamp.date, dayOf(new Date()), t);
  return (
    <Glossary.Provider value={rules.glossary}>
      <Searched.Provider value={searched}>
        <Frame
          title={t('options_title')}
          tools={
            <search class="find">
              <span role="status" class="small">
                {searched.length === 0 ? '' : foundText(found, query, t)}
              </span>
              <input
                type="search"
                autocomplete="off"
                spellcheck={false}
                aria-label={t('options_search')}
                placeholder={t('options_search')}
                value={query}
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
            </search>
          }
          isSearched={searched.length > 0}
          top={
            <>
              {age !== null && <p class="notice">{age}</p>}
              {!isRead && (
                <p class="notice" role="alert">
                  {t('answers_not_read')}
                </p>
              )}
              <Managed policy={policy} />
            </>
          }
          parts={parts}
          footer={`${rulesText(rules, t)} · ${t('nothing_leaves')}`}
        />
        <UndoLine done={done} onEnd={() => note(null)} />
      </Searched.Provider>
    </Glossary.Provider>
  );
}

/** Returns how many settings are in sight, once they are drawn for what is searched for. */
function useFound(query: string): number {
  const [found, setFound] = useState(0);
  useLayoutEffect(() => setFound(document.querySelectorAll('.set:not([hidden])').length), [query]);
  return found;
}

function foundText(count: number, query: string, t: Translate): string {
  if (count === 0) return t('search_none', { query: query.trim() });
  return count === 1 ? t('search_count_one') : t('search_count_other', { count });
}
