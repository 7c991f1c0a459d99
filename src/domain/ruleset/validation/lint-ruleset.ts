/**
 * What no single file can show: order, references between files, and rules that the facts must keep
 * among themselves.
 */

import { isWeekend } from '../../common/days.ts';
import type { ValidationIssue } from '../../common/decoder.ts';
import { foldLabel } from '../../common/fold-label.ts';
import { LOCALES } from '../../common/locale.ts';
import { normalise } from '../../common/text.ts';
import { suffixReader } from '../../hostname/suffix-list.ts';
import { CHECKS, COVERAGE_KINDS } from '../check-ids.ts';
import { WORDED_MEANINGS } from '../console.ts';
import { PHASES } from '../durations.ts';
import { type FaqEntry, THEMES } from '../guidance.ts';
import type { Registrar } from '../registrar.ts';
import { LEGAL_BASES, type Ruleset } from '../ruleset.ts';
import type { Citation } from '../source.ts';
import type { Platform } from '../suffix.ts';
import { weigh } from '../suffix-evidence.ts';

/** Guidance links lead to the authorities and to providers' own documentation, nowhere else. */
const LINK_HOSTS = [
  'miit.gov.cn',
  'mps.gov.cn',
  'gov.cn',
  'aliyun.com',
  'alibabacloud.com',
  'cloud.tencent.com',
  'huaweicloud.com',
];

type Report = (file: string, at: string, expected: string, found: string) => void;

/** Returns all troubles across files; empty if there are none. */
export function lint(rules: Ruleset, toUnicode: (name: string) => string): ValidationIssue[] {
  const troubles: ValidationIssue[] = [];
  const tell: Report = (file, at, expected, found) => troubles.push({ file, at, expected, found });
  lintOrder(rules, tell);
  lintSources(rules, tell);
  lintSuffixes(rules, toUnicode, tell);
  lintRegistrars(rules, tell);
  lintHolidays(rules, tell);
  lintDurations(rules, tell);
  lintSuffixList(rules, tell);
  lintGuidance(rules, tell);
  lintConsoles(rules, tell);
  lintProvinces(rules, tell);
  lintGlossary(rules, tell);
  lintRecords(rules, tell);
  lintLookUps(rules, tell);
  lintSearch(rules, tell);
  return troubles;
}

/** IANA's list says which registrars there are, and nothing of licenses or of where they are. */
const SAYS_NO_LICENCE = ['iana-registrar-ids-2026'];

function lintRegistrars({ registrars, sources }: Ruleset, tell: Report): void {
  const standing = new Map(sources.map((source) => [source.id, source.standing]));
  const speaks = ({ source }: Citation) =>
    ['authority', 'provider'].includes(standing.get(source) ?? '') && !SAYS_NO_LICENCE.includes(source);
  const names = new Map<string, string>();
  for (const one of registrars) {
    const file = `registrars/${one.id}.json`;
    if (one.status !== 'uncertain' && !one.cites.some(speaks))
      tell(file, 'cites', `an authority or a provider that says "${one.status}" (IANA's list does not)`, 'none');
    if (one.status === 'approved' && one.basis !== 'licence' && one.basis !== 'statement')
      tell(file, 'basis', 'a licence or a statement for "approved"', `"${one.basis}"`);
    if ((one.licence !== undefined) !== (one.basis === 'licence'))
      tell(file, 'licence', 'a number where the basis is one, and nowhere else', `"${one.licence ?? ''}"`);
    lintMainlandCompany(one, registrars, tell);
    for (const name of one.names) {
      const key = normalise(name);
      const other = names.get(key);
      if (other !== undefined) tell(file, 'names', `a name that "${other}" does not have`, `"${name}"`);
      names.set(key, one.id);
    }
  }
}

function lintMainlandCompany(one: Registrar, registrars: readonly Registrar[], tell: Report): void {
  const file = `registrars/${one.id}.json`;
  const group = registrars.find((other) => other.id === one.mainlandCompany);
  if (one.mainlandCompany !== undefined && (group === undefined || group.id === one.id))
    tell(file, 'mainlandCompany', 'the id of another file in registrars/', `"${one.mainlandCompany}"`);
  if (group?.status === 'not-approved')
    tell(file, 'mainlandCompany', 'a company that may hold a licence', `"${group.id}"`);
}

function lintHolidays({ holidays }: Ruleset, tell: Report): void {
  holidays.forEach(({ year, off, work }, index) => {
    const before = holidays[index - 1];
    // Days are counted on from year to year: a gap would count as none of their holidays.
    if (before !== undefined && before.year !== year - 1)
      tell('holidays.json', `[${index}].year`, `the year after ${before.year}`, String(year));
    if (before?.byLawAlone === true)
      tell('holidays.json', `[${index - 1}].byLawAlone`, 'only in the last year', String(before.year));
    const days = off.flatMap(({ from, to }) => [from, to]);
    days.forEach((day, at) => {
      const last = days[at - 1] ?? '';
      if (!day.startsWith(`${year}-`) || day < last || (at % 2 === 0 && day === last))
        tell('holidays.json', `[${index}].off[${Math.floor(at / 2)}]`, `days of ${year} in order`, day);
    });
    work.forEach((day, at) => {
      if (!isWeekend(day) || !day.startsWith(`${year}-`) || day <= (work[at - 1] ?? ''))
        tell('holidays.json', `[${index}].work[${at}]`, `weekend days of ${year} in order`, day);
      if (off.some(({ from, to }) => from <= day && day <= to))
        tell('holidays.json', `[${index}].work[${at}]`, 'a day that is no holiday', day);
    });
  });
}

/** Every part has its duration, in the order in which they come: they are added up. */
function lintDurations({ durations, provinces }: Ruleset, tell: Report): void {
  const file = 'durations.json';
  const found = durations.map(({ phase }) => phase);
  if (found.join() !== PHASES.join()) tell(file, '', `the phases ${PHASES.join(', ')}`, found.join(', '));
  durations.forEach(({ from, to, longer = [] }, index) => {
    if (from > to) tell(file, `[${index}].to`, `at least ${from}`, String(to));
    longer.forEach((one, at) => {
      if (one.to <= to) tell(file, `[${index}].longer[${at}].to`, `more than ${to}`, String(one.to));
      if (!provinces.some(({ id }) => id === one.province))
        tell(file, `[${index}].longer[${at}].province`, 'the id of a file in provinces/', `"${one.province}"`);
    });
  });
}

/**
 * Lines are in the order of owners, what the names below are (hosted sites first), and where that
 * is said.
 */
function platformKey({ owner, use, at }: Platform): string {
  return [owner ?? '\uffff', use, at].filter((part) => part !== undefined).join(' · ');
}

function lintOrder(rules: Ruleset, tell: Report): void {
  function sorted(file: string, at: string, keys: readonly string[]): void {
    keys.forEach((key, index) => {
      const before = keys[index - 1];
      if (before === undefined || before < key) return;
      tell(file, `${at}[${index}]`, before === key ? 'no entry twice' : `an entry after "${before}"`, `"${key}"`);
    });
  }
  sorted(
    'tlds.json',
    '',
    rules.suffixes.map((fact) => fact.suffix),
  );
  sorted(
    'special-use.json',
    '',
    rules.specialUse.map((entry) => entry.name),
  );
  sorted(
    'principles.json',
    '',
    rules.principles.map((principle) => principle.id),
  );
  // Entries without an owner come last: they sort behind every letter.
  sorted('platforms.json', '', rules.platforms.map(platformKey));
  rules.platforms.forEach((platform, index) => {
    sorted('platforms.json', `[${index}].suffixes`, platform.suffixes);
  });
  for (const key of ['retired', 'icannAdded'] as const) {
    sorted('psl-differences.json', key, rules.pslDifferences[key]);
  }
  sorted(
    'prompts.json',
    '',
    rules.prompts.map((prompt) => prompt.says),
  );
  for (const one of rules.consoles)
    sorted(
      `consoles/${one.id}.json`,
      'prompts',
      one.prompts.map((prompt) => prompt.says),
    );
  for (const id of LEGAL_BASES) {
    if (!rules.principles.some((principle) => principle.id === id))
      tell('principles.json', '', `the principle "${id}"`, 'nothing');
  }

  const seen = new Map<string, string>();
  const registries = new Set(rules.suffixes.map((fact) => fact.suffix));
  rules.platforms.forEach((platform, index) => {
    for (const suffix of platform.suffixes) {
      const at = `[${index}].suffixes`;
      if (registries.has(suffix)) tell('platforms.json', at, 'no suffix of tlds.json', `"${suffix}"`);
      if (seen.has(suffix)) tell('platforms.json', at, 'no suffix under two platforms', `"${suffix}"`);
      seen.set(suffix, at);
    }
  });
  const iana = new Map<number, string>();
  for (const registrar of rules.registrars) {
    for (const number of registrar.iana) {
      const other = iana.get(number);
      if (other !== undefined)
        tell(`registrars/${registrar.id}.json`, 'iana', `an id that "${other}" does not have`, String(number));
      iana.set(number, registrar.id);
    }
  }
}

function lintSources(rules: Ruleset, tell: Report): void {
  const known = new Set(rules.sources.map((source) => source.id));
  const used = new Set<string>();
  function cited(file: string, at: string, ids: readonly string[]): void {
    for (const id of ids) {
      used.add(id);
      if (!known.has(id)) tell(file, at, 'the id of a file in sources/', `"${id}"`);
    }
  }
  const idsOf = (cites: readonly { readonly source: string }[]) => cites.map((citation) => citation.source);

  rules.suffixes.forEach((fact, index) => {
    cited('tlds.json', `[${index}]`, [...fact.listedBy, ...fact.deniedBy, ...fact.absentFrom]);
  });
  rules.platforms.forEach((platform, index) => {
    cited('platforms.json', `[${index}].cites`, platform.cites);
  });
  rules.specialUse.forEach((entry, index) => {
    cited('special-use.json', `[${index}].cites`, entry.cites);
  });
  rules.principles.forEach((principle, index) => {
    cited('principles.json', `[${index}].cites`, idsOf(principle.cites));
  });
  rules.holidays.forEach((year, index) => {
    cited('holidays.json', `[${index}].cites`, idsOf(year.cites));
  });
  rules.durations.forEach((duration, index) => {
    cited(
      'durations.json',
      `[${index}].cites`,
      idsOf([...duration.cites, ...(duration.longer ?? []).flatMap((one) => one.cites)]),
    );
  });
  rules.prompts.forEach((prompt, index) => {
    cited('prompts.json', `[${index}].cites`, idsOf(prompt.cites));
  });
  cited('look-ups.json', 'cites', idsOf(rules.lookUps.cites));
  cited('psl-differences.json', 'cites', rules.pslDifferences.cites);
  for (const registrar of rules.registrars)
    cited(`registrars/${registrar.id}.json`, 'cites', idsOf([...registrar.cites, ...(registrar.against ?? [])]));
  for (const entry of rules.faq) cited(`faq/${entry.id}.json`, 'cites', idsOf(entry.cites));
  for (const entry of rules.glossary) cited(`glossary/${entry.id}.json`, 'cites', idsOf(entry.cites));
  for (const one of rules.provinces) {
    cited(`provinces/${one.id}.json`, 'cites', idsOf(one.cites));
    one.rules.forEach((rule, index) => {
      cited(`provinces/${one.id}.json`, `rules[${index}].cites`, idsOf(rule.cites));
      if (rule.kind === 'domain-certificate' && rule.against !== undefined)
        cited(`provinces/${one.id}.json`, `rules[${index}].against`, idsOf(rule.against));
    });
  }
  for (const one of rules.consoles) {
    cited(`consoles/${one.id}.json`, 'cites', idsOf(one.cites));
    one.prompts.forEach((prompt, index) => {
      cited(`consoles/${one.id}.json`, `prompts[${index}].cites`, idsOf(prompt.cites));
    });
  }
  for (const source of rules.sources) {
    if (!used.has(source.id)) tell(`sources/${source.id}.json`, '', 'a source that something cites', 'no citation');
    if (source.publishedOn !== undefined && source.publishedOn > `${source.retrievedOn}~`) {
      tell(`sources/${source.id}.json`, 'publishedOn', 'a day not after retrievedOn', source.publishedOn);
    }
  }
}

function lintSuffixes(rules: Ruleset, toUnicode: (name: string) => string, tell: Report): void {
  const sources = new Map(rules.sources.map((source) => [source.id, source]));
  rules.suffixes.forEach((fact, index) => {
    const spelt = toUnicode(fact.suffix);
    if (spelt !== fact.unicode)
      tell('tlds.json', `[${index}].unicode`, `the U-label form of ${fact.suffix}, "${spelt}"`, `"${fact.unicode}"`);
    if (fact.deniedBy.length + fact.absentFrom.length + fact.listedBy.length === 0) {
      tell('tlds.json', `[${index}]`, 'a source of either side', 'none');
      return;
    }
    const { status, confidence } = weigh(fact, sources);
    if (status !== fact.status || confidence !== fact.confidence)
      tell(
        'tlds.json',
        `[${index}].status`,
        `"${status}" with "${confidence}" confidence, as for every suffix of such sources`,
        `"${fact.status}" with "${fact.confidence}"`,
      );
  });
}

/**
 * Below a suffix of several labels, names would be taken for sub-domains if the list knew nothing
 * of its top-level domain. The suffix itself may be missing: the ministry approves some that the
 * list lacks.
 */
function lintSuffixList({ suffixes, suffixList }: Ruleset, tell: Report): void {
  suffixes.forEach(({ suffix }, index) => {
    const top = suffix.slice(suffix.lastIndexOf('.') + 1);
    if (top !== suffix && !Object.hasOwn(suffixList, top))
      tell('tlds.json', `[${index}]`, 'a top-level domain of the suffix list', `"${suffix}"`);
  });
}

function lintGuidance(rules: Ruleset, tell: Report): void {
  for (const entry of rules.faq) lintBlocks(entry, tell);
  lintPrompts(rules, tell);
  for (const check of CHECKS) {
    if (!rules.faq.some((entry) => entry.checks.includes(check)))
      tell('faq', 'checks', `an entry that explains "${check}"`, 'none');
  }
  for (const kind of COVERAGE_KINDS) {
    if (!rules.faq.some((entry) => entry.coverages.includes(kind)))
      tell('faq', 'coverages', `an entry that explains "${kind}"`, 'none');
  }
}

function lintBlocks(entry: FaqEntry, tell: Report): void {
  const file = `faq/${entry.id}.json`;
  const shapesOf = LOCALES.map((locale) =>
    entry.answer[locale]
      .map((block) => (block.kind === 'steps' ? `steps×${block.steps.length}` : block.kind))
      .join(' '),
  );
  if (new Set(shapesOf).size > 1) tell(file, 'answer', 'the same blocks in every language', shapesOf.join(' | '));
  for (const locale of LOCALES) {
    entry.answer[locale].forEach((block, index) => {
      if (block.kind !== 'link') return;
      // As browsers read it: a name in front of an `@`, or behind a `\\` or `?`, is no host.
      const { protocol, host } = new URL(block.url);
      if (protocol === 'https:' && LINK_HOSTS.some((allowed) => host === allowed || host.endsWith(`.${allowed}`)))
        return;
      tell(file, `answer.${locale}[${index}].url`, 'a link to an authority or a provider', block.url);
    });
  }
}

function lintAlsoPrompts({ id, prompts, alsoPrompts = [] }: FaqEntry, meant: ReadonlySet<string>, tell: Report): void {
  for (const prompt of alsoPrompts) {
    if (!meant.has(prompt)) tell(`faq/${id}.json`, 'alsoPrompts', 'a meaning that a console prompt has', `"${prompt}"`);
    if (prompts.includes(prompt)) {
      tell(`faq/${id}.json`, 'alsoPrompts', 'a meaning that another entry answers', `"${prompt}"`);
    }
  }
}

/**
 * Each meaning of a prompt has one entry that answers it, and each entry answers what a console
 * says.
 */
function lintPrompts(rules: Ruleset, tell: Report): void {
  const answeredBy = new Map<string, string>();
  const meant = new Set<string>([
    ...[...rules.prompts, ...rules.consoles.flatMap((one) => one.prompts)].map((prompt) => prompt.means),
    ...WORDED_MEANINGS,
  ]);
  for (const entry of rules.faq) {
    const file = `faq/${entry.id}.json`;
    for (const prompt of entry.prompts) {
      const other = answeredBy.get(prompt);
      if (other !== undefined) tell(file, 'prompts', `a meaning that "${other}" does not answer`, `"${prompt}"`);
      answeredBy.set(prompt, entry.id);
      if (!meant.has(prompt)) tell(file, 'prompts', 'a meaning that a console prompt has', `"${prompt}"`);
    }
    lintAlsoPrompts(entry, meant, tell);
  }
  const said = rules.prompts.map(({ says }) => normalise(says));
  rules.prompts.forEach(({ means, says }, index) => {
    if (!answeredBy.has(means))
      tell('prompts.json', `[${index}].means`, 'a meaning that an FAQ entry answers', `"${means}"`);
    // The first of two would win: which one, nobody could tell.
    if (said.indexOf(said[index] ?? '') < index) tell('prompts.json', `[${index}].says`, 'no text twice', `"${says}"`);
  });
  for (const one of rules.consoles) {
    one.prompts.forEach((prompt, index) => {
      if (!answeredBy.has(prompt.means))
        tell(
          `consoles/${one.id}.json`,
          `prompts[${index}].means`,
          'a meaning that an FAQ entry answers',
          `"${prompt.means}"`,
        );
    });
  }
}

function lintConsoles(rules: Ruleset, tell: Report): void {
  const hosts = new Map<string, string>();
  const suffixes = new Set([
    ...rules.suffixes.map((fact) => fact.suffix),
    ...rules.platforms.flatMap((platform) => platform.suffixes),
  ]);
  const suffixOf = suffixReader(rules.suffixList);
  /** Whether a name is one that everybody gets names below. */
  const isSuffix = (name: string) => suffixes.has(name) || suffixOf(name).labels >= name.split('.').length;
  for (const one of rules.consoles) {
    const file = `consoles/${one.id}.json`;
    one.sites.forEach((site, index) => {
      const other = hosts.get(site.host);
      if (other !== undefined)
        tell(file, `sites[${index}].host`, `a host that "${other}" does not have`, `"${site.host}"`);
      hosts.set(site.host, one.id);
      // A pattern for a whole registrable domain would run us on its shops, mail and help pages.
      const name = site.host.replace(/^\*\./, '');
      const labels = name.split('.');
      const whole = labels.length < 3 || isSuffix(labels.slice(1).join('.'));
      // Paths of a whole suffix are on the sites of others; the path of all pages narrows nothing.
      const isNarrow = site.paths?.every((path) => path !== '/') && !isSuffix(name);
      if (whole && !isNarrow)
        tell(file, `sites[${index}].host`, 'one host of the console, not a whole domain', `"${site.host}"`);
    });
    if (one.registrar !== undefined && !rules.registrars.some((registrar) => registrar.id === one.registrar)) {
      tell(file, 'registrar', 'the id of a file in registrars/', `"${one.registrar}"`);
    }
    one.pages.forEach((page, index) => {
      if (page.verified && one.cites.length === 0)
        tell(file, `pages[${index}].verified`, 'false, as the console cites nothing', 'true');
      if (!rules.faq.some((entry) => entry.topics.includes(page.topic)))
        tell(file, `pages[${index}].topic`, 'a topic that an FAQ entry helps with', `"${page.topic}"`);
    });
    for (const shared of one.sharesPromptsOf) {
      if (shared === one.id || !rules.consoles.some((other) => other.id === shared)) {
        tell(file, 'sharesPromptsOf', 'the id of another console', `"${shared}"`);
      }
    }
  }
}

function lintProvinces(rules: Ruleset, tell: Report): void {
  const letters = new Map<string, string>();
  for (const one of rules.provinces) {
    const file = `provinces/${one.id}.json`;
    const other = letters.get(one.letter);
    if (other !== undefined) tell(file, 'letter', `a letter that "${other}" does not have`, `"${one.letter}"`);
    letters.set(one.letter, one.id);
    const same = rules.provinces.find(({ id, police }) => id !== one.id && police.code === one.police.code);
    if (same) tell(file, 'police.code', `a code that "${same.id}" does not have`, `"${one.police.code}"`);
    one.rules.forEach((rule, index) => {
      if (rule.kind === 'holder' && rule.accepts.some((holder) => holder === 'same' || holder === 'other')) {
        tell(file, `rules[${index}].accepts`, "an organisation's people", rule.accepts.join(', '));
      }
    });
  }
}

function lintGlossary(rules: Ruleset, tell: Report): void {
  const spellings = new Map<string, string>();
  for (const entry of rules.glossary) {
    for (const spelling of new Set([...Object.values(entry.term), ...entry.also].map((one) => one.toLowerCase()))) {
      const other = spellings.get(spelling);
      if (other !== undefined)
        tell(`glossary/${entry.id}.json`, 'also', `a spelling that "${other}" does not have`, `"${spelling}"`);
      spellings.set(spelling, entry.id);
    }
  }
}

/** A phrase asks for one thing; every entry can be found, in Latin letters and in Chinese. */
function lintSearch({ search, faq }: Ruleset, tell: Report): void {
  const groups = new Map<string, number>();
  search.synonyms.forEach((group, index) => {
    for (const phrase of group) {
      const other = groups.get(normalise(phrase));
      if (other !== undefined)
        tell('search.json', `synonyms[${index}]`, `a phrase that group ${other} does not have`, `"${phrase}"`);
      groups.set(normalise(phrase), index);
    }
  });
  search.ignored.forEach((word, index) => {
    if (groups.has(normalise(word)) || search.ignored.indexOf(word) < index)
      tell('search.json', `ignored[${index}]`, 'a word that is in no group, and once', `"${word}"`);
  });
  for (const theme of THEMES)
    if (!search.themes.some(({ id }) => id === theme)) tell('search.json', 'themes', `the name of "${theme}"`, 'none');
  const askedFor = new Map<string, string>();
  for (const entry of faq) {
    const file = `faq/${entry.id}.json`;
    for (const [script, what] of [
      [/[a-z]/i, 'Latin letters'],
      [/\p{Script=Han}/u, 'Chinese'],
    ] as const)
      if (!entry.asked.some((one) => script.test(one))) tell(file, 'asked', `a way to ask in ${what}`, 'none');
    for (const phrase of entry.asked) {
      const other = askedFor.get(normalise(phrase));
      if (other !== undefined) tell(file, 'asked', `a question that "${other}" does not answer`, `"${phrase}"`);
      askedFor.set(normalise(phrase), entry.id);
    }
  }
}

/** A suffix has one server, a registrar one page. */
function lintLookUps({ lookUps, suffixes, registrars }: Ruleset, tell: Report): void {
  const file = 'look-ups.json';
  const once = (at: string, ids: readonly string[], known: ReadonlySet<string>, expected: string) => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (!known.has(id) || seen.has(id)) tell(file, at, expected, `"${id}"`);
      seen.add(id);
    }
  };
  const all = new Set(suffixes.map(({ suffix }) => suffix));
  once(
    'rdap',
    lookUps.rdap.flatMap((server) => server.suffixes),
    all,
    'a suffix of tlds.json, once',
  );
  once(
    'registrarPages',
    lookUps.registrarPages.flatMap((page) => page.registrars),
    new Set(registrars.map(({ id }) => id)),
    'the id of a file in registrars/, once',
  );
}

/** One label has one meaning, one month one number; what a form is known by is a registrar's. */
/** A place lies in one province, and is told from others by its first letters. */
function lintPlaces(places: Ruleset['records']['places'], provinces: Ruleset['provinces'], tell: Report): void {
  const seen = new Map<string, string>();
  for (const [id, names] of Object.entries(places)) {
    if (!provinces.some((one) => one.id === id))
      tell('records.json', 'places', 'the id of a file in provinces/', `"${id}"`);
    for (const name of names) {
      const other = seen.get(name);
      if (other !== undefined) tell('records.json', `places.${id}`, `a place that ${other} does not have`, `"${name}"`);
      seen.set(name, id);
    }
  }
}

function lintRecords({ records, registrars, consoles, provinces }: Ruleset, tell: Report): void {
  const file = 'records.json';
  const meanings = new Map<string, string>();
  const mean = (at: string, label: string, meaning: string) => {
    const key = foldLabel(label);
    const other = meanings.get(key);
    if (key === '') tell(file, at, 'letters or digits', `"${label}"`);
    else if (other !== undefined) tell(file, at, `a label that "${other}" does not have`, `"${label}"`);
    meanings.set(key, meaning);
  };
  records.fields.forEach(({ field, labels }, index) => {
    for (const label of labels) mean(`fields[${index}].labels`, label, field);
  });
  for (const label of records.otherLabels) mean('otherLabels', label, 'otherLabels');
  const months = new Map<string, number>();
  records.months.forEach((names, index) => {
    for (const name of names) {
      const other = months.get(name);
      if (other !== undefined)
        tell(file, `months[${index}]`, `a name that month ${other + 1} does not have`, `"${name}"`);
      if (name !== name.toLowerCase()) tell(file, `months[${index}]`, 'lower-case letters', `"${name}"`);
      months.set(name, index);
    }
  });
  lintPlaces(records.places, provinces, tell);
  const ids = new Set(registrars.map((one) => one.id));
  const named = [...records.prints.map((one) => one.registrar), ...Object.values(records.registrarCodes)];
  for (const id of named) if (!ids.has(id)) tell(file, '', 'the id of a file in registrars/', `"${id}"`);
  for (const id of records.consolesOfSeveral)
    if (!consoles.some((one) => one.id === id))
      tell(file, 'consolesOfSeveral', 'the id of a file in consoles/', `"${id}"`);
}
