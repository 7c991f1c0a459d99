/**
 * What belongs in the places of a new fact, where that is more than its shape says. A place is
 * named as in `cites[].source`; of a text in every language, the text itself.
 */
import { HOLDERS } from '../../src/domain/ruleset/province.ts';

/** What belongs in a place, by the place. */
export type Places = Readonly<Record<string, string>>;

const CITES = { 'cites[].source': 'id of a file in sources/', 'cites[].at': 'the place within it' };
const AGAINST = { 'against[].source': CITES['cites[].source'], 'against[].at': CITES['cites[].at'] };
const PROMPT = {
  says: 'what it says; … is a gap',
  means: 'a meaning that an FAQ entry answers',
  kind: 'code, if it is an error code',
};

export const BELONGS = {
  source: {
    title: 'its title, in its own language',
    publisher: 'its publisher',
    url: 'its https address',
    retrievedOn: 'when it was read, YYYY-MM-DD',
    complete: 'true if it lists all suffixes that can be filed',
  },
  registrar: {
    name: 'its name',
    'names[]': 'its whole names as records write them',
    'iana[]': 'its IANA ids, as numbers',
    'websites[]': 'its domains',
    licence: 'number of its licence',
    mainlandCompany: 'id of the mainland company of its group',
    ...CITES,
    ...AGAINST,
  },
  faq: {
    'reasons[]': 'reasons that it is for',
    'prompts[]': 'meanings of prompts that it answers',
    'alsoPrompts[]': 'meanings that another entry answers first',
    question: 'the question',
    title: 'the state of affairs in a few words',
    'asked[]': 'ways in which people ask for it, in English and Chinese',
    'answer[].text': 'the answer',
    ...CITES,
  },
  term: { term: 'the term', 'also[]': 'its other spellings', meaning: 'what it means', ...CITES },
  console: {
    name: 'its name',
    accessProvider: 'true if names are filed with it, or false',
    registrar: 'id of a file in registrars/',
    'sites[].host': 'a host of it, or *. and one',
    'sites[].paths[]': 'beginnings of its paths',
    'sites[].verified': 'true if a source shows it, or false',
    'pages[].path': 'part of host, path, fragment',
    'pages[].verified': 'true if a source shows it, or false',
    'sharesPromptsOf[]': 'ids of consoles of the same group',
    ...Object.fromEntries(Object.entries(PROMPT).map(([key, what]) => [`prompts[].${key}`, what])),
    ...Object.fromEntries(Object.entries(CITES).map(([key, what]) => [`prompts[].${key}`, what])),
    ...CITES,
  },
  prompt: { ...PROMPT, ...CITES },
  'province-rule': {
    // The holder themselves are always accepted, somebody else never.
    'accepts[]': HOLDERS.filter((one) => one !== 'same' && one !== 'other').join(', '),
    months: 'a number',
    from: 'from how many, a number',
    most: 'a number',
    years: 'a number',
    'suffixes[]': 'a suffix in A-labels',
    suffix: 'a suffix in A-labels',
    'labels[]': 'words',
    text: 'what the rule is',
    ...CITES,
    ...AGAINST,
  },
  suffix: {
    'listedBy[]': 'ids of sources that say yes',
    'deniedBy[]': 'ids of sources that say no',
    'absentFrom[]': 'ids of sources whose whole list lacks it',
  },
  platform: {
    ownerZh: 'its Chinese name',
    'suffixes[]': 'rules as in the Public Suffix List',
    'cites[]': 'ids of sources that say so',
    at: 'the place within the first source',
  },
} satisfies Record<string, Places>;
