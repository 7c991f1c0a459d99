/** What a message means that somebody hands over, in whatever words. */
import type { Prompt } from '../ruleset/console.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { allPatterns, answersToPrompts, faqForPrompt } from './console-prompts.ts';
import { isDemandInEnglish, meaningOfWords, speaksOfApps } from './message-words.ts';
import { createMatcher } from './prompt-matcher.ts';
import { clausesOf, createWordingMatcher, isAdvice, isAdviceInEnglish } from './wording.ts';

/** Whether a prompt is a sentence, and no code, which has one spelling only. */
function isWording({ kind, says }: Prompt): boolean {
  return kind !== 'code' && /\p{Script=Han}|\s/u.test(says);
}

/** What begins a clause that leaves out what it speaks of. */
const GOES_ON =
  /^\s*(?:并且|而且|且|但是?|并(?=未|没|无)|不在|不属于|不具备|未获|尚未|暂未|还未|与|请先|请?稍[后候]|已被|现已|才[能可]|原因|请(?:重新)?(?:上传|提交|提供|补充)|请.{0,3}在.{0,5}(?:底部|首页|页脚|下方)|(?:please )?try again|(?:but )?none\b)/iu;

/** Says that what a rule asks for is not there, which makes the rule a message. */
const IS_MISSING = /^\s*(?:but )?(?:none|nothing)(?: was| were)? (?:found|given|on record)/iu;

/** Asks, behind what failed, for what it failed for: no rule then, and no question. */
const IS_ASKED = /^\s*请(?:检查|确认|核实|确保)/u;
const FAILED = /(?:失败|无法|拒绝|不能)(?!.*时)/u;

/** Says what will become of a filing unless something is done, which is a warning and no rule. */
const IS_THREAT = /\byour\b.{0,60}\bwill be (?:cancell?ed|revoked|removed|deleted|withdrawn)\b/iu;

/** Messages are shorter; without an end, each of many marks would be looked after to the end. */
const QUOTED =
  /"([^"]{4,300})"|“([^”]{4,300})”|‘([^’]{4,300})’|「([^」]{4,300})」|『([^』]{4,300})』|`([^`]{4,300})`/gu;

/** What a text that somebody hands over means. */
export interface Explained {
  /** Meanings of the prompts in it, in order of appearance. */
  readonly means: readonly string[];
  /** Ids of the entries that answer them, the first one's own first, then what says more. */
  readonly answers: readonly string[];
}

/**
 * Returns a function from a text to what the prompts, codes and wordings in it mean; empty lists
 * where nothing is known of it.
 */
export function explainer(rules: Ruleset): (text: string) => Explained {
  // Each meaning is looked for, not only each answer: two may be answered by one entry.
  const match = createMatcher(allPatterns(rules, true).map((pattern) => ({ ...pattern, guidance: pattern.id })));
  const wordings = [...rules.consoles.flatMap((one) => one.prompts), ...rules.prompts].filter(isWording);
  const meaningOf = createWordingMatcher(wordings);
  /** Returns what a clause means that no prompt covers; the one before it may be read already. */
  function meaningIn(one: string, before: string, isBeforeRead: boolean): string | null {
    // “…, and has no filing” speaks of what the clause before it names.
    const isAsked = IS_ASKED.test(one) && FAILED.test(before) && !isAdvice(before);
    const whole = isAsked || GOES_ON.test(one) ? `${before}${one}` : one;
    const isMessage = isAsked || IS_MISSING.test(one) || IS_THREAT.test(one) || isDemandInEnglish(whole);
    if (isAdvice(whole) && !isMessage) return null;
    return meaningOfWords(whole) ?? meaningOf(whole) ?? meaningBehind(before, one, isBeforeRead);
  }
  function meaningsIn(text: string): string[] {
    const asWritten = clausesOf(text);
    const clauses = asWritten.map((one) =>
      isAdviceInEnglish(one) && !isDemandInEnglish(one) && !IS_THREAT.test(one) ? ';' : one,
    );
    const found = match(clauses.map((one, node) => ({ text: one, node })));
    const isRead = (index: number) => found.some(({ begin, end }) => begin <= index && index <= end);
    // What no prompt covers is read once more, clause by clause, by what its words mean.
    const told = clauses.flatMap((one, index): { at: number; means: string }[] => {
      const means = isRead(index) ? null : meaningIn(one, asWritten[index - 1] ?? '', isRead(index - 1));
      return means === null || faqForPrompt(rules, means) === null ? [] : [{ at: index, means }];
    });
    const all = [
      ...found.map(({ end, pattern }) => ({ at: end, means: specialCase(pattern.id, clauses[end] ?? '') })),
      ...told,
    ];
    return [...new Set(all.sort((a, b) => a.at - b.at).map((one) => one.means))];
  }

  return (text) => {
    const whole = meaningsIn(text);
    // “What does … mean?” is a question, and what it quotes is a message.
    const means = whole.length > 0 ? whole : [...new Set(quotesIn(text).flatMap(meaningsIn))];
    // A domain that an app or a mini program uses, or its own filing: what holds for these says
    // more.
    const isForApp = ['name-not-filed', 'filing-refused'].some((one) => means.includes(one)) && speaksOfApps(text);
    return { means, answers: answersToPrompts(rules, isForApp ? [...means, 'app-not-filed'] : means) };
  };
}

/** Ends a sentence, so that what follows speaks of something else. */
const ENDS = /[.!?。！？\n]\s*$/u;

/**
 * Returns what a clause means together with the one before it, where it means nothing by itself:
 * one names what is spoken of, the other what is the matter. Where the first means something, the
 * second can only say what was done about it.
 */
function meaningBehind(before: string, clause: string, isRead: boolean): string | null {
  if (before === '' || ENDS.test(before) || isAdvice(before)) return null;
  const means = meaningOfWords(`${before}${clause}`);
  return means === 'site-blocked' || !(isRead || meaningOfWords(before) !== null) ? means : null;
}

/** What a clause may mean by its words, where a wording in it means no more than the other. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  'access-not-filed': ['name-not-filed'],
  'filing-refused': ['name-not-filed'],
  'site-blocked': ['name-not-filed'],
  'no-resource': ['name-not-filed', 'expiring'],
  'app-not-filed': ['name-not-filed'],
  'filing-lost': ['filing-at-risk'],
  'real-name-missing': ['expired'],
  'suffix-not-approved': ['intl-registrar'],
};

/** Returns the meaning of a wording in a clause, or the special case of it that the clause is. */
function specialCase(means: string, clause: string): string {
  const told = meaningOfWords(clause);
  return told !== null && SPECIAL[told]?.includes(means) === true ? told : means;
}

/** Returns what a text quotes. */
function quotesIn(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((found) => found.slice(1).find((quoted) => quoted !== undefined) ?? '');
}
