/**
 * An entry of the guidance made ready for a card, with what is known of the domain that the page
 * speaks of.
 */

import type { Answers } from '../../domain/answers/answers.ts';
import { type Day, isDay } from '../../domain/common/days.ts';
import { type Locale, TAGS } from '../../domain/common/locale.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import { unlockedOn } from '../../domain/eligibility/next-steps.ts';
import { readyNames } from '../../domain/eligibility/ready-names.ts';
import type { Verdict } from '../../domain/eligibility/verdict.ts';
import type { Domain } from '../../domain/hostname/domain.ts';
import { toUnicodeName } from '../../domain/hostname/unicode-name.ts';
import { lookUpsFor } from '../../domain/records/look-up.ts';
import type { FaqEntry } from '../../domain/ruleset/guidance.ts';
import { foreignText, withMark } from '../../i18n/loaded-mark.ts';
import { sourceLabel } from '../../i18n/source-label.ts';
import { sayFromRegistration } from '../../i18n/submit-days.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { CardContent } from '../../messaging/replies.ts';

/** What cards are made with. */
interface Making {
  readonly judge: Engine;
  readonly locale: Locale;
  readonly t: Translate;
  readonly today: Day;
}

/** A registrable domain, and what the person and the page tell of it. */
interface Subject {
  readonly domain: string;
  readonly answers: Answers;
}

/** Returns the words of a card; `subject` is what the page speaks of, if it names anything. */
export function cardContent(entry: FaqEntry, subject: Subject | null, making: Making): CardContent {
  const { judge, locale, t } = making;
  const { rules } = judge.facts;
  return {
    id: entry.id,
    lang: TAGS[locale],
    title: entry.title[locale],
    blocks: entry.answer[locale],
    sources: entry.cites.flatMap(({ source: id }) => {
      const source = rules.sources.find((one) => one.id === id);
      if (source === undefined) return [];
      const label = sourceLabel(source, t);
      const foreign = foreignText(source, label, t);
      return [foreign === null ? { label, url: source.url } : { label: foreign, url: null }];
    }),
    words: {
      name: withMark(t('extension_name'), rules, t),
      fold: t('card_fold'),
      unfold: t('card_unfold'),
      dismiss: t('card_dismiss'),
      more: t('card_more'),
      less: t('card_less'),
      // How many there are is known where the card stands.
      also: t('card_also', { count: '#' }),
      note: t('note_label'),
      warning: t('warning_label'),
      newTab: t('new_tab'),
      undo: t('undo'),
      dismissed: t('card_dismissed'),
      instead: t('card_instead'),
      open: t('card_open'),
    },
    about: subject && aboutOf(entry, subject, making),
  };
}

function aboutOf(entry: FaqEntry, { domain, answers }: Subject, making: Making): CardContent['about'] {
  const { judge, t, today } = making;
  const result = judge.assess(domain, answers, today);
  if (result.kind !== 'verdict') return null;
  const { verdict } = result;
  const isSuffixRefused = verdict.findings.some(
    ({ check, outcome }) => check === 'suffix-approved' && (outcome === 'fail' || outcome === 'cannot-tell'),
  );
  return {
    name: toUnicodeName(verdict.domain, domain),
    told: [...new Set(told(entry, verdict, answers, making))],
    instead: isSuffixRefused ? instead(verdict.domain, judge) : [],
    // Pages that people read, and no interfaces; and of loaded rules no addresses.
    lookUps: lookUpsFor(
      { registrable: domain, suffix: verdict.domain.suffix, readsJson: false },
      { rdap: [], registrarPages: [] },
    ).map(({ kind, url }) => ({ label: t(`look_up_${kind}`), url })),
  };
}

/** Returns domains to use instead of one whose suffix is refused, as people read them. */
export function instead(domain: Domain, judge: Engine): string[] {
  return readyNames(domain, judge.facts).map((name) => {
    const read = judge.read(name);
    return 'registrable' in read ? read.display : name;
  });
}

/** What the days that are told mean for what the entry is about. */
function told({ checks }: FaqEntry, { findings }: Verdict, answers: Answers, making: Making): string[] {
  const { judge, t, today } = making;
  const dated = findings.filter(
    ({ check, reason }) => checks.includes(check) && Object.values(reason.params).some(isDayText),
  );
  return [
    ...dated.map(({ reason }) => t(`because_${reason.code.replaceAll('-', '_')}`, reason.params)),
    ...(checks.includes('real-name-recorded') ? sayFromRegistration(answers, judge.facts, today, t) : []),
    ...(checks.includes('registrar-licensed') ? movable(answers, making) : []),
  ];
}

function movable(answers: Answers, { t, today }: Making): string[] {
  const from = unlockedOn({ answers });
  const { registeredOn: date } = answers;
  return from === null || date === undefined || from <= today ? [] : [t('card_transfer_from', { date, from })];
}

const isDayText = (value: unknown): boolean => typeof value === 'string' && isDay(value);
