import type { Case } from '../core/case.ts';
import { dayOf } from '../core/days.ts';
import { consoleOfHost } from '../core/guidance.ts';
import type { Locale } from '../core/model.ts';
import type { Policy } from '../core/policy.ts';
import type { Facts } from '../core/question.ts';
import type { Off } from '../messages/settings.ts';
import type { RulesInUse } from '../rules.ts';
import { Frame, type Part } from '../ui/frame.tsx';
import { ageNotice } from '../ui/rules-age.ts';
import type { Say } from '../ui/say.ts';
import { Glossary } from '../ui/terms.tsx';
import { About } from './about.tsx';
import { AboutYou } from './about-you.tsx';
import { Data } from './data.tsx';
import { Guidance } from './guidance.tsx';
import { Hints } from './hints.tsx';
import { Language } from './language.tsx';
import { Managed } from './managed.tsx';
import { Rules } from './rules.tsx';
import { SavedAnswers } from './saved-answers.tsx';

interface Props {
  readonly facts: Facts;
  readonly inUse: RulesInUse;
  /** Whether rules are left that were loaded where others could write. */
  readonly isLeft: boolean;
  readonly profile: Case;
  /** False where the browser did not give what is stored. */
  readonly isRead: boolean;
  readonly policy: Policy;
  /** Registrable domains (A-labels) that answers are kept on. */
  readonly cases: readonly string[];
  readonly off: Off;
  /** Hosts that the person added. */
  readonly sites: readonly string[];
  /** Whether the toolbar icon tells what is known of a suffix. */
  readonly icon: boolean;
  /** The language that the person chose, if any. */
  readonly chosen: Locale | undefined;
  /** What was done before the page was drawn anew: keys of the words for it. */
  readonly done: readonly string[];
  /** Draws the page anew: in another language, or with what is kept now (and what is to be said of it). */
  readonly redraw: (done?: readonly string[]) => void;
  readonly locale: Locale;
  readonly say: Say;
}

/** The options: a section each, in the order of the list below, which also makes the page's table of contents. */
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
  locale,
  say,
}: Props) {
  const { rules } = facts;
  const consoles = rules.consoles
    // Some show their prompts in no web page.
    .filter((one) => one.sites.length > 0)
    .map((one) => ({ id: one.id, name: one.name[locale], hosts: one.sites.map((site) => site.host) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const parts: readonly Part[] = [
    {
      id: 'you',
      title: say('options_defaults'),
      view: <AboutYou facts={facts} profile={profile} defaults={policy.defaults} locale={locale} say={say} />,
    },
    {
      id: 'language',
      title: say('options_language'),
      view: <Language chosen={chosen} changed={() => redraw()} say={say} />,
    },
    {
      id: 'hints',
      title: say('options_hints'),
      view: (
        <Hints
          off={off}
          forbidden={policy.hintsOff}
          consoles={consoles}
          added={sites}
          suggested={policy.consoleHosts}
          consoleOf={(host) => consoleOfHost(rules, host)?.name[locale] ?? null}
          icon={icon}
          say={say}
        />
      ),
    },
    { id: 'answers', title: say('options_cases'), view: <SavedAnswers cases={cases} say={say} /> },
    {
      id: 'data',
      title: say('options_data'),
      view: <Data inUse={inUse} done={done} changed={redraw} say={say} />,
    },
    {
      id: 'rules',
      title: say('options_rules'),
      view: <Rules inUse={inUse} isLeft={isLeft} changed={() => redraw()} say={say} />,
    },
    { id: 'guidance', title: say('options_guidance'), view: <Guidance facts={facts} locale={locale} say={say} /> },
    { id: 'about', title: say('options_about'), view: <About rules={rules} say={say} /> },
  ];
  const age = ageNotice(rules.stamp.date, dayOf(new Date()), say);
  return (
    <Glossary.Provider value={{ entries: rules.glossary, locale }}>
      <Frame
        title={say('options_title')}
        top={
          <>
            {age !== null && <p class="notice">{age}</p>}
            {!isRead && (
              <p class="notice" role="alert">
                {say('answers_not_read')}
              </p>
            )}
            <Managed policy={policy} say={say} />
          </>
        }
        parts={parts}
        footer={`${say('rules_of', { date: rules.stamp.date })} · ${say('nothing_leaves')}`}
        say={say}
      />
    </Glossary.Provider>
  );
}
