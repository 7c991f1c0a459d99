import type { DomainAnswers } from '../../domain/answers/domain-answers.ts';
import type { Policy } from '../../domain/answers/policy.ts';
import { dayOf } from '../../domain/common/days.ts';
import type { Locale } from '../../domain/common/locale.ts';
import { consoleOfHost } from '../../domain/prompts/console-prompts.ts';
import type { HintPreferences } from '../../domain/prompts/hint-preferences.ts';
import type { RulesetIndex } from '../../domain/ruleset/ruleset-index.ts';
import { rulesText } from '../../i18n/loaded-mark.ts';
import { ageNotice } from '../../i18n/ruleset-age.ts';
import type { RulesetInUse } from '../../storage/active-ruleset.ts';
import { Glossary } from '../../ui/glossary.tsx';
import { Frame, type Part } from '../../ui/page-frame.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { About } from './about.tsx';
import { AboutYou } from './about-you.tsx';
import { Data } from './backup-section.tsx';
import { Guidance } from './guidance-section.tsx';
import { Hints } from './hints-section.tsx';
import { Language } from './language-section.tsx';
import { Managed } from './managed-notice.tsx';
import { Rules } from './ruleset-section.tsx';
import { SavedAnswers } from './saved-answers.tsx';

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
  /** Hosts that the person added. */
  readonly sites: readonly string[];
  /** Whether the toolbar icon tells what is known of a suffix. */
  readonly icon: boolean;
  /** The language that the person chose, if any. */
  readonly chosen: Locale | undefined;
  /** What was done before the page was drawn anew: keys of the words for it. */
  readonly done: readonly string[];
  /**
   * Draws the page anew: in another language, or with what is kept now (and what is to be said of
   * it).
   */
  readonly redraw: (done?: readonly string[]) => void;
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
  icon,
  chosen,
  done,
  redraw,
}: Props) {
  const { locale, t } = useTranslation();
  const { rules } = facts;
  const consoles = rules.consoles
    // Some show their prompts in no web page.
    .filter((one) => one.sites.length > 0)
    .map((one) => ({ id: one.id, name: one.name[locale], hosts: one.sites.map((site) => site.host) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const parts: readonly Part[] = [
    {
      id: 'you',
      title: t('options_defaults'),
      view: <AboutYou facts={facts} profile={profile} defaults={policy.defaults} />,
    },
    {
      id: 'language',
      title: t('options_language'),
      view: <Language chosen={chosen} changed={() => redraw()} />,
    },
    {
      id: 'hints',
      title: t('options_hints'),
      view: (
        <Hints
          off={off}
          forbidden={policy.hintsOff}
          consoles={consoles}
          added={sites}
          suggested={policy.consoleHosts}
          consoleOf={(host) => consoleOfHost(rules, host)?.name[locale] ?? null}
          icon={icon}
        />
      ),
    },
    { id: 'answers', title: t('options_cases'), view: <SavedAnswers cases={cases} /> },
    {
      id: 'data',
      title: t('options_data'),
      view: <Data inUse={inUse} done={done} changed={redraw} />,
    },
    {
      id: 'rules',
      title: t('options_rules'),
      view: <Rules inUse={inUse} isLeft={isLeft} changed={() => redraw()} />,
    },
    { id: 'guidance', title: t('options_guidance'), view: <Guidance facts={facts} /> },
    { id: 'about', title: t('options_about'), view: <About rules={rules} /> },
  ];
  const age = ageNotice(rules.stamp.date, dayOf(new Date()), t);
  return (
    <Glossary.Provider value={rules.glossary}>
      <Frame
        title={t('options_title')}
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
    </Glossary.Provider>
  );
}
