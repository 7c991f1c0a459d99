/**
 * The facts as lines of lists: what each says, in the words of the verdicts that rest on it, and
 * who says so.
 */

import type { Locale } from '../../domain/common/locale.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import type { Finding } from '../../domain/eligibility/verdict.ts';
import { faqForPrompt } from '../../domain/prompts/console-prompts.ts';
import type { CheckId } from '../../domain/ruleset/check-ids.ts';
import type { Console } from '../../domain/ruleset/console.ts';
import { ownerOf } from '../../domain/ruleset/platform-owner.ts';
import { yearOf } from '../../domain/ruleset/ruleset-index.ts';
import type { Citation, Source } from '../../domain/ruleset/source.ts';
import { sayRule } from '../../i18n/province-rule-text.ts';
import { sourceLabel } from '../../i18n/source-label.ts';
import type { Translate } from '../../i18n/translator.ts';

export type Tone = 'yes' | 'no' | 'ask' | 'dim';

/** Sources that say the same. */
export interface Side {
  /** What they say, where others say otherwise or that is not plain. */
  readonly label: string | null;
  readonly sources: readonly string[];
}

/** One statement of a fact. */
export interface Point {
  /** Words of others that it is about, as they stand there (Chinese). */
  readonly quote?: string;
  readonly word?: { readonly tone: Tone; readonly text: string };
  readonly text: string;
  readonly sides: readonly Side[];
}

export interface Line {
  readonly key: string;
  readonly name: string;
  /** What else it is known by: hosts, numbers, suffixes. */
  readonly also: readonly string[];
  readonly points: readonly Point[];
  /** All of it in lower case, to be searched. */
  readonly haystack: string;
}

export const LISTS = [
  'suffixes',
  'registrars',
  'provinces',
  'consoles',
  'prompts',
  'platforms',
  'principles',
  'reserved',
] as const;
export type ListId = (typeof LISTS)[number];

/**
 * A name of which nothing is known: what is said of it is said by the one fact that is asked for.
 */
const ANY = 'example.com';

/** Returns every list, its lines in the order of the facts. */
export function listsOf(engine: Engine, locale: Locale, t: Translate): Readonly<Record<ListId, readonly Line[]>> {
  const { facts } = engine;
  const { rules } = facts;

  function finding(input: string, check: CheckId, answers = {}): Finding | undefined {
    const answer = engine.assess(input, answers);
    return answer.kind === 'verdict' ? answer.verdict.findings.find((one) => one.check === check) : undefined;
  }

  function line(key: string, name: string, also: readonly string[], points: readonly Point[]): Line {
    const said = points.flatMap(({ quote = '', word, text, sides }) => [
      quote,
      word?.text ?? '',
      text,
      ...sides.flatMap((side) => side.sources.map((id) => sourceText(facts.sources.get(id), t))),
    ]);
    return { key, name, also, points, haystack: [name, ...also, ...said].join('\n').toLowerCase() };
  }

  return {
    suffixes: rules.suffixes.map((fact) => {
      // Below some top-level domains names are registered one level down, and what stands there is
      // a suffix itself.
      const [found] = ['example', 'example.example'].flatMap(
        (name) => finding(`${name}.${fact.suffix}`, 'suffix-approved') ?? [],
      );
      const disputed = fact.listedBy.length > 0 && fact.deniedBy.length + fact.absentFrom.length > 0;
      const also = fact.suffix === fact.unicode ? [] : [`.${fact.suffix}`];
      return line(fact.suffix, `.${fact.unicode}`, also, [
        {
          word: {
            tone: toneOf(found),
            text:
              fact.status === 'uncertain' && (found?.against.length ?? 0) > 0
                ? t('outcome_disagree')
                : t(`facts_status_${underscored(fact.status)}`),
          },
          text: sayFinding(found, t),
          sides: [
            { label: disputed ? t('facts_listed_by') : null, sources: fact.listedBy },
            { label: t('facts_denied_by'), sources: fact.deniedBy },
            { label: t('facts_absent_from'), sources: fact.absentFrom },
          ],
        },
      ]);
    }),

    registrars: rules.registrars.map((one) => {
      const found = finding(ANY, 'registrar-licensed', { registrar: one.id });
      const also = [...one.websites, ...one.iana.map((number) => `IANA ${number}`), ...one.names];
      return line(
        one.id,
        one.name[locale],
        [...also, ...Object.values(one.name)],
        [
          {
            word: { tone: toneOf(found), text: t(`facts_status_${underscored(one.status)}`) },
            text: sayFinding(found, t),
            sides: [
              { label: null, sources: idsOf(one.cites) },
              { label: t('sources_against'), sources: idsOf(one.against ?? []) },
            ],
          },
        ],
      );
    }),

    provinces: rules.provinces.map((one) =>
      line(one.id, one.name[locale], Object.values(one.name), [
        {
          text: t('facts_province_signs', {
            letter: one.letter,
            police: one.police.letter,
            code: one.police.code,
          }),
          sides: [{ label: null, sources: idsOf(one.cites) }],
        },
        ...one.rules.map((rule) => ({
          text: t('rule_year', { text: sayRule(rule, t, locale), year: yearOf(facts, rule.cites) }),
          sides: [{ label: null, sources: idsOf(rule.cites) }],
        })),
      ]),
    ),

    consoles: rules.consoles.map((one) => {
      const hosts = one.sites.map((site) => site.host);
      return line(
        one.id,
        one.name[locale],
        [...hosts, ...Object.values(one.name)],
        [
          {
            text: t(consoleText(one)),
            sides: [{ label: null, sources: idsOf(one.cites) }],
          },
          ...one.prompts.map((prompt) => ({
            quote: prompt.says,
            text: faqForPrompt(rules, prompt.means)?.title[locale] ?? '',
            sides: [{ label: null, sources: idsOf(prompt.cites) }],
          })),
        ],
      );
    }),

    // One line a meaning: many consoles say the same in other words.
    prompts: [...new Set(rules.prompts.map(({ means }) => means))].map((means) => {
      const prompts = rules.prompts.filter((prompt) => prompt.means === means);
      return line(
        means,
        faqForPrompt(rules, means)?.title[locale] ?? '',
        prompts.map(({ says }) => says),
        prompts.map(({ says, cites }) => ({ quote: says, text: '', sides: [{ label: null, sources: idsOf(cites) }] })),
      );
    }),

    platforms: rules.platforms.map((one) => {
      const [first = ''] = one.suffixes;
      const found = finding(exampleBelow(first), 'name-is-yours');
      return line(
        first,
        ownerOf(one)?.[locale] ?? first,
        [...one.suffixes, ...Object.values(ownerOf(one) ?? {})],
        [
          {
            word: { tone: toneOf(found), text: t(`outcome_${underscored(found?.outcome ?? 'not-applicable')}`) },
            text: sayFinding(found, t),
            sides: [{ label: null, sources: one.cites }],
          },
        ],
      );
    }),

    principles: rules.principles.map((one) =>
      line(
        one.id,
        t(`principle_${underscored(one.id)}`),
        [],
        [{ text: '', sides: [{ label: null, sources: idsOf(one.cites) }] }],
      ),
    ),

    reserved: rules.specialUse.map((one) => {
      const answer = engine.assess(`example.${one.name}`);
      const type = answer.kind === 'problem' ? answer.problem.type : 'special-use';
      return line(
        one.name,
        `.${one.name}`,
        [],
        [
          {
            word: { tone: 'dim', text: t(`problem_${underscored(type)}`) },
            text: t(`problem_${underscored(type)}_text`),
            sides: [{ label: null, sources: one.cites }],
          },
        ],
      );
    }),
  };
}

function consoleText({ sites, cites }: Console): string {
  if (sites.length === 0) return 'facts_console_elsewhere';
  return cites.length === 0 ? 'facts_console_unsourced' : 'facts_console';
}

/** Returns what a source is searched by. */
export function sourceText(source: Source | undefined, t: Translate): string {
  return source === undefined ? '' : `${sourceLabel(source, t)} ${source.title}`;
}

/** Returns whether all words occur in a text in lower case. */
export function fits(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}

/** Returns a name below a rule of the suffix list. */
function exampleBelow(rule: string): string {
  return `example.${rule.replace(/^!/, '').replace(/^\*\./, 'sub.')}`;
}

function idsOf(cites: readonly Citation[]): string[] {
  return [...new Set(cites.map((one) => one.source))];
}

function sayFinding(found: Finding | undefined, t: Translate): string {
  return found === undefined ? '' : t(`because_${underscored(found.reason.code)}`, found.reason.params);
}

function toneOf(found: Finding | undefined): Tone {
  if (found?.outcome === 'pass') return 'yes';
  if (found?.outcome === 'fail') return 'no';
  return found?.outcome === 'cannot-tell' ? 'ask' : 'dim';
}

function underscored(id: string): string {
  return id.replaceAll('-', '_');
}
