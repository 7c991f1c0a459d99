/**
 * The command line: `npm run --silent check -- [options] HOST…`, or `icp-check` where it was built
 * into one file.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Worker } from 'node:worker_threads';
import type { Answers } from '../domain/answers/answers.ts';
import {
  ANSWER_FIELDS,
  ANSWER_NAMES,
  type AnswerName,
  type AnswersContext,
  readAnswers,
} from '../domain/answers/answers.ts';
import type { Day } from '../domain/common/days.ts';
import { dayOf, isDay } from '../domain/common/days.ts';
import { isRecord } from '../domain/common/is-record.ts';
import { LOCALES, type Locale } from '../domain/common/locale.ts';
import type { Result } from '../domain/common/result.ts';
import { createEngine, type Engine } from '../domain/eligibility/engine.ts';
import { explainer } from '../domain/prompts/explain-message.ts';
import { findRegistrars, writtenRegistrar } from '../domain/ruleset/find-registrars.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import type { Translate } from '../i18n/translator.ts';
import { ByteSink } from './byte-sink.ts';
import { JSON_FIELDS, LINE_FIELDS, type LineField } from './check-line.ts';
import { createHostLines, FAIL_ON, type FailOn, FORMATS, type Format, type LineOptions } from './host-lines.ts';
import {
  type Given,
  InputRefused,
  isSystemError,
  MOST_ANSWERS,
  MOST_PAGE,
  MOST_TEXT,
  readFileText,
  readText,
  reasonOf,
  standardInput,
} from './input.ts';
import { linesOf, MOST_LINE, NOT_TEXT } from './line-blocks.ts';
import { createJudges, printHosts } from './many-hosts.ts';
import { numberLines } from './print-numbers.ts';
import { planFile } from './print-plan.ts';
import { readRecordFiles, recordCheck, recordLines } from './records.ts';
import { searchLine } from './search-line.ts';
import { printable, safeJson } from './terminal.ts';

const USAGE = `Usage: icp-check [options] HOST…
What is known of the names (each may be left out; "unknown" is the same as leaving it out):
  --hosting WHERE           mainland | mainland-cdn | elsewhere
  --name WHOSE              own | other: who holds the name below the suffix, or gives out names below it
  --registrar ID            an id of the rules, an IANA registrar id, a site, or the whole name as a record writes it;
                            a number or a name that the rules lack is an answer: "not in our list"
  --registered-on DATE      day of registration or of the last transfer, YYYY-MM-DD
  --expires-on DATE         last day of the registration
  --real-name STATE         done | not-done
  --real-name-on DATE       day on which real-name authentication was approved
  --real-name-settled YES_NO  yes | no: was it approved more than five working days ago?
  --subject WHO             individual | organisation | public-institution | government
  --registered-in WHERE     mainland | hk-mo-tw | abroad: where the papers of the person or body are from
  --mainland-body WHAT      subsidiary | branch | representative-office | none: what a body from outside has there
  --legal-representative WHERE  mainland | hk-mo-tw | abroad: where their papers are from
  --holder WHO              same | shareholder | legal-representative | principal | executive | other
  --province ID             two letters (bj, gd, ha for Henan …) or its name
  --record WHOSE            none | own | other: is there a filing on the name?
  --filed-when WHEN         before-2018 | since-2018: when a filing of one's own was made
  --applying-for WHAT       none | first-filing | new-website | access-filing | change: which application is ahead
  --live-now WHERE          no | mainland | abroad: is a site open under the host now?
  --application STATE       none | open: an order or a filing of another account on the name or the papers
  --certificate STATE       ready | missing
  --names-on-site N         how many registrable domains show the same site
  --filed-with PROVIDER     access provider of the filing: aliyun, tencent-cloud, huawei-cloud … or other
  --served-by PROVIDER      access provider that serves the host
  --same-provider YES_NO    yes | no: are these two the same?
  --answers FILE            the same as a JSON object: {"registrar": "alibaba-cloud", "expiresOn": "2027-01-31"}
  --today DATE              the day that dates are held against
  --plan FILE               reads names from a file (list, table, zone file), and prints the plan of their filings;
                            what a table or --records say of the names (registrar, days, filing) counts;
                            table tells what each column was taken for, and of a day that reads two ways
  --numbers                 reads a text or HTML from standard input, and prints the filing numbers in it
  --read                    reads a record from standard input (RDAP, WHOIS, a table, an interface's JSON, a saved page),
                            and prints what is in it
  --url ADDRESS             the address of the page that --read is given
  --records FILE            answers what such a file says of the hosts; may be given several times
  --explain                 reads messages from standard input, one a line, and prints what each means
  --format FORMAT           json (one object a line), csv, or text for people; text on a terminal, json elsewhere
  --fields NAME,NAME        only these fields, in this order: see below
  --fail-on WHAT            ineligible | unknown, or both: ends with status 3 where a host is so
  --language LANGUAGE       en | zh | zh-TW | ja: of --format text, where it is the shell's by default; of the question
                            of --search, where its letters tell
  --search QUESTION         prints the entries of the guidance that answer a question
  --help, -h                this text
  --version                 the version, and the day of the rules
Without HOST, or with - for it, hosts are read from standard input, one a line, in UTF-8, or UTF-16 with its mark.
FILE may be - for standard input. Of an option that is given twice the last counts.
--numbers prints kind, number, province, digits, service, link and problems of each number.
--explain prints input, means (ids of meanings) and answers (ids of the entries that answer them); empty lists where unknown.
--search prints query and answers (ids of entries, the best first; an empty list where nothing is near).
--read prints kind, domain, registrar, days, statuses, holder, real name, filing, the day it is from and notes of each record.
With --records and no HOST every domain of the files is checked; each line tells where each answer is from.
Fields: ${JSON_FIELDS.join(', ')}; as lists of checks: failed, unclear, open;
and registrableByPsl: what psl itself takes for registrable. JSON of all fields has it where it differs from registrable.
Lines that are no domain count as unknown, and so do lines of more than ${MOST_LINE} characters, which are told and
skipped. Status 1: a file or a pipe failed; 2: an option is wrong; 3: --fail-on.
Examples:
  icp-check example.com shop.example.cn --hosting mainland
  icp-check --format csv --fields input,standing,failed < hosts.txt > verdicts.csv
  icp-check --fail-on ineligible --registrar alibaba-cloud < hosts.txt > /dev/null
  icp-check --records rdap.json --today 2026-11-27
  icp-check --plan portfolio.csv --province gd --subject organisation
From a checkout of the project \`npm run --silent check --\` stands for \`icp-check\`.`;

export interface ReadArgs {
  readonly answers: Answers;
  readonly today: Day;
  readonly hosts: readonly string[];
  readonly numbers: boolean;
  readonly explain: boolean;
  readonly plan: string | null;
  readonly read: boolean;
  readonly url: string | null;
  readonly records: readonly string[];
  /** Null for what fits where the output goes: text on a terminal, JSON elsewhere. */
  readonly format: Format | null;
  readonly fields: readonly LineField[] | null;
  readonly failOn: readonly FailOn[];
  readonly search: string | null;
  /** The language of a question; null where its letters tell. */
  readonly searchLanguage: Locale | null;
  readonly language: Locale;
}

/** `isFile` where a file is at fault, and not the arguments. */
type Args = Result<ReadArgs, { readonly wrong: string; readonly isFile?: boolean }>;

const OTHER_OPTIONS = {
  answers: { type: 'string' },
  today: { type: 'string' },
  numbers: { type: 'boolean' },
  explain: { type: 'boolean' },
  plan: { type: 'string' },
  read: { type: 'boolean' },
  url: { type: 'string' },
  records: { type: 'string', multiple: true },
  format: { type: 'string' },
  fields: { type: 'string' },
  'fail-on': { type: 'string', multiple: true },
  search: { type: 'string' },
  language: { type: 'string' },
} as const;

/**
 * Returns the answers and hosts that the command's arguments and the file of answers give, or what
 * is wrong with them.
 */
export async function readArgs(argv: readonly string[], rules: Ruleset): Promise<Args> {
  const parsed = parsedArgs(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed;
  const wrong = misplacedIn(values, positionals);
  if (wrong !== null) return { ok: false, wrong };
  const answers = await answersFrom(values, rules);
  if (!answers.ok) return answers;
  const today = String(values.today ?? dayOf(new Date()));
  if (!isDay(today)) return { ok: false, wrong: `--today: expected YYYY-MM-DD, found "${today}"` };
  const printing = printingOf(values);
  if (!printing.ok) return printing;
  const textFrom = (value: Values[string]) => (value === undefined ? null : String(value));
  return {
    ...printing,
    search: textFrom(values.search),
    searchLanguage: values.language === undefined ? null : printing.language,
    answers: answers.value,
    today,
    hosts: positionals.filter((host) => host !== INPUT),
    numbers: values.numbers === true,
    explain: values.explain === true,
    plan: textFrom(values.plan),
    read: values.read === true,
    url: textFrom(values.url),
    records: Array.isArray(values.records) ? values.records.map(String) : [],
  };
}

/** Returns the answers of the options, before those of `--answers`. */
async function answersFrom(
  values: Values,
  rules: Ruleset,
): Promise<Result<{ readonly value: Answers }, { readonly wrong: string; readonly isFile?: boolean }>> {
  const given = ANSWER_NAMES.flatMap((name): [string, unknown][] => {
    const text = values[optionOf(name)];
    return text === undefined || text === 'unknown' ? [] : [[name, answerFrom(name, String(text), rules)]];
  });
  const flags = readAnswers(Object.fromEntries(given), rules);
  const [first] = flags.wrong;
  if (first !== undefined) {
    const name = optionOf(first);
    const meant = first === 'registrar' ? findRegistrars(rules.registrars, String(values[name])) : [];
    if (meant.length > 0)
      return {
        ok: false,
        wrong: `--${name}: which one? ${meant.map(({ id }) => id).join(', ')}, found "${values[name]}"`,
      };
    return {
      ok: false,
      wrong: `--${name}: expected ${expectedOf(first as AnswerName, rules)}, found "${values[name]}"`,
    };
  }
  if (values.answers === undefined) return { ok: true, value: flags.answers };
  const fromFile = await answersIn(String(values.answers), rules);
  if (!fromFile.ok) return { ok: false, wrong: `--answers: ${fromFile.wrong}`, isFile: true };
  return { ok: true, value: { ...fromFile.value, ...flags.answers } };
}

/** Returns what is taken as an answer, in words. */
function expectedOf(name: AnswerName, rules: Ruleset): string {
  const reading: AnswersContext = { rules, file: '', troubles: [] };
  ANSWER_FIELDS[name](undefined, '', reading);
  return reading.troubles[0]?.expected ?? 'another value';
}

/**
 * What reads something else than hosts, each alone, and what is said where hosts are given as well.
 */
const OTHER_INPUT = {
  numbers: 'the text comes from standard input, not as arguments',
  explain: 'the messages come from standard input, not as arguments',
  read: 'the record comes from standard input, not as arguments',
  plan: 'the names come from the file, not as arguments',
  search: 'the whole question is one argument; put it in quotes',
} as const;

/** Returns which two things that are given exclude each other; null where none do. */
function contradictionIn(values: Values, hasHosts: boolean): string | null {
  const asked = Object.entries(OTHER_INPUT).filter(([name]) => values[name] !== undefined);
  const [[one, said] = [], [other] = []] = asked;
  if (one === undefined) return null;
  if (other !== undefined) return `--${one}: does not go with --${other}`;
  if (hasHosts) return `--${one}: ${said}`;
  if (one === 'plan') return null;
  if (values.records !== undefined) return `--records: does not go with --${one}`;
  const answer = ['answers', ...ANSWER_NAMES.map(optionOf)].find((name) => values[name] !== undefined);
  return answer === undefined ? null : `--${answer}: --${one} judges no hosts`;
}

/** What a path or a host says for standard input. */
const INPUT = '-';

/** Returns what is wrong with the uses of `-`; null where nothing is. */
function misplacedInput(values: Values, positionals: readonly string[]): string | null {
  const isHosts = positionals.includes(INPUT);
  if (isHosts && positionals.length > 1) return `${INPUT}: stands for all hosts, and for them alone`;
  if (isHosts && values.records !== undefined) return `${INPUT}: with --records hosts are arguments`;
  const isFed = ['plan', 'search', 'records'].some((name) => values[name] !== undefined);
  const readsInput = isHosts || (positionals.length === 0 && !isFed);
  const paths = [values.plan, values.answers, values.records].flat().filter((path) => path === INPUT);
  return paths.length + Number(readsInput) > 1 ? `${INPUT}: standard input can be read only once` : null;
}

/** Returns what is wrong with options that do not go together; null where nothing is. */
function misplacedIn(values: Values, positionals: readonly string[]): string | null {
  const isStray = values.url !== undefined && values.read !== true;
  return (
    contradictionIn(values, positionals.length > 0) ??
    misplacedInput(values, positionals) ??
    (isStray ? '--url: is the address of what --read is given' : misplacedPrinting(values))
  );
}

/** What prints something else than a line for each host. */
const OTHER_OUTPUT = ['search', 'plan', 'records', 'numbers', 'read', 'explain'] as const;

/** Returns which option of printing would do nothing; null where none would. */
function misplacedPrinting(values: Values): string | null {
  const other = OTHER_OUTPUT.find((name) => values[name] !== undefined);
  if (other === undefined) return null;
  if (values.format !== undefined && values.format !== 'json') return `--format: --${other} prints JSON`;
  if (values.fields !== undefined) return `--fields: --${other} prints all fields`;
  if (values['fail-on'] !== undefined && other !== 'records') return `--fail-on: --${other} judges no hosts`;
  return null;
}

/** What shells say of a command that its reader stopped (128 and the number of SIGPIPE). */
const STOPPED = 141;

/** More threads wait for the one that reads and writes. */
const MOST_THREADS = 4;

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

function parsedArgs(
  argv: readonly string[],
): Result<{ readonly values: Values; readonly positionals: readonly string[] }, { readonly wrong: string }> {
  const named = Object.fromEntries(ANSWER_NAMES.map((name) => [optionOf(name), { type: 'string' as const }]));
  try {
    const options = { ...named, ...OTHER_OPTIONS };
    return { ok: true, ...parseArgs({ args: [...argv], allowPositionals: true, options }) };
  } catch (error) {
    // What it says names the option.
    return { ok: false, wrong: error instanceof Error ? oneLine(error.message) : String(error) };
  }
}

type Printing = Pick<ReadArgs, 'format' | 'fields' | 'failOn' | 'language'>;

/** Returns how verdicts are printed, or what is wrong with the options that say so. */
function printingOf(values: Values): Result<Printing, { readonly wrong: string }> {
  const listed = (given: Values[string]) =>
    (Array.isArray(given) ? given : given === undefined ? [] : [given]).flatMap((one) =>
      String(one)
        .split(',')
        .map((name) => name.trim()),
    );
  const format = values.format === undefined ? null : FORMATS.find((one) => one === values.format);
  if (format === undefined)
    return { ok: false, wrong: `--format: expected ${FORMATS.join(', ')}, found "${values.format}"` };
  const fields = listed(values.fields).map((name) => [name, LINE_FIELDS.find((one) => one === name)] as const);
  const [noField] = fields.find(([, field]) => field === undefined) ?? [];
  if (noField !== undefined) return { ok: false, wrong: `--fields: "${noField}" is none of ${LINE_FIELDS.join(', ')}` };
  const twice = fields.find(([name], at) => fields.findIndex(([other]) => other === name) < at)?.[0];
  if (twice !== undefined) return { ok: false, wrong: `--fields: "${twice}" is named twice` };
  if (format === 'text' && fields.length > 0) return { ok: false, wrong: '--fields: is for --format json and csv' };
  const failOn = listed(values['fail-on']).map((name) => [name, FAIL_ON.find((one) => one === name)] as const);
  const [noReason] = failOn.find(([, one]) => one === undefined) ?? [];
  if (noReason !== undefined)
    return { ok: false, wrong: `--fail-on: expected ${FAIL_ON.join(' or ')}, found "${noReason}"` };
  const language = values.language === undefined ? languageOfShell() : readLanguage(String(values.language));
  if (language === null)
    return { ok: false, wrong: `--language: expected en, zh, zh-TW or ja, found "${values.language}"` };
  return {
    ok: true,
    format,
    fields: fields.length === 0 ? null : fields.flatMap(([, field]) => field ?? []),
    failOn: failOn.flatMap(([, one]) => one ?? []),
    language,
  };
}

/**
 * Returns the language of a tag such as `zh`, `zh-TW` or `zh_CN.UTF-8`; null where we have no words
 * in it.
 */
function readLanguage(tag: string): Locale | null {
  const name = tag.replace('-', '_').replace(/\..*$/, '');
  const found = LOCALES.find((locale) => locale.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  if (/^zh_(?:hant|hk|mo)/i.test(name)) return 'zh_TW';
  const [, language = null] = /^([a-z]{2})(?:_|$)/i.exec(name) ?? [];
  return LOCALES.find((locale) => locale.slice(0, 2) === language?.toLowerCase()) ?? null;
}

function languageOfShell(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return readLanguage(LC_ALL || LC_MESSAGES || LANG || 'en') ?? 'en';
}

async function answersIn(path: string, rules: Ruleset): Promise<Given<Answers>> {
  const file = await readFileText(path, MOST_ANSWERS);
  if (!file.ok) return file;
  let value: unknown;
  try {
    value = JSON.parse(file.value);
  } catch (error) {
    return { ok: false, wrong: `${path}: no JSON: ${oneLine(error instanceof Error ? error.message : String(error))}` };
  }
  const { answers, wrong } = readAnswers(withWrittenRegistrar(value, rules), rules);
  if (wrong.includes('(all)')) return { ok: false, wrong: `${path}: expected an object such as {"realName": "done"}` };
  return wrong.length === 0
    ? { ok: true, value: answers }
    : { ok: false, wrong: `${path}: cannot be read: ${wrong.join(', ')}` };
}

/** Returns answers as a file has them, with a registrar of any name as an answer. */
function withWrittenRegistrar(value: unknown, { registrars }: Ruleset): unknown {
  if (!isRecord(value) || typeof value.registrar !== 'string') return value;
  return { ...value, registrar: writtenRegistrar(registrars, value.registrar) ?? value.registrar };
}

/** Messages of the engine quote what they stumbled over, line ends included. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** `registeredOn` → `registered-on`. */
function optionOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function answerFrom(name: AnswerName, text: string, { registrars }: Ruleset): unknown {
  if (name === 'registrar') return writtenRegistrar(registrars, text) ?? text;
  if (name === 'sameProvider' || name === 'realNameSettled')
    return text === 'yes' ? true : text === 'no' ? false : text;
  if (name === 'namesOnSite') return /^\d+$/.test(text) ? Number(text) : text;
  return text;
}

/** What differs between the command from its sources and the one file that a build makes of it. */
export interface Setting {
  readonly version: string;
  /** What a verdict rests on; the guidance need not be in it. */
  readonly rules: Ruleset;
  /** Returns the rules with the guidance. */
  readonly loadFullRules: () => Ruleset | Promise<Ruleset>;
  /** Returns the words of a language. */
  readonly wordsFor: (locale: Locale) => Translate | Promise<Translate>;
  /**
   * Starts a thread that judges blocks of hosts with these options; null where it cannot be
   * started.
   */
  readonly startThread: ((options: LineOptions) => Worker) | null;
}

/**
 * Runs the command with its arguments, and sets the exit status: 1 for trouble with files and
 * pipes, 2 for arguments, 3 for `--fail-on`.
 */
export async function runCommand(argv: readonly string[], setting: Setting): Promise<void> {
  process.stdout.on('error', (error) => onWriteError(error, argv));
  // Nobody is left to be told.
  process.stderr.on('error', () => process.exit(1));
  // What stands behind the two dashes is no option.
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  if (options.some((one) => one === '--help' || one === '-h')) return print(USAGE);
  if (options.includes('--version')) return print(`icp-check ${setting.version}, rules of ${setting.rules.stamp.date}`);
  const args = await readArgs(argv, setting.rules);
  if (!args.ok) return args.isFile ? fail(args.wrong) : refuse(args.wrong, 'Try --help.');
  try {
    await answer(args, argv.includes(INPUT), setting);
  } catch (error) {
    if (!isSystemError(error) && !(error instanceof InputRefused)) throw error;
    fail(`standard input: ${isSystemError(error) ? reasonOf(error) : error.message}`);
  }
}

/** Prints what the arguments ask for. */
async function answer(args: ReadArgs, isInputNamed: boolean, setting: Setting): Promise<void> {
  const { search, plan, records, hosts } = args;
  if (search !== null) return print(searchLine(await setting.loadFullRules(), search, args.searchLanguage));
  if (plan !== null) return printPlan(await setting.loadFullRules(), plan, args);
  if (records.length > 0) return printRecordChecks(await setting.loadFullRules(), args);
  if (hosts.length === 0 && process.stdin.isTTY && !isInputNamed) return refuse(...USAGE.split('\n'));
  return printFromInput(args, setting);
}

/** Prints what is made of the hosts, or of standard input. */
async function printFromInput(args: ReadArgs, setting: Setting): Promise<void> {
  if (args.numbers || args.read || args.explain) {
    const engine = createEngine(await setting.loadFullRules());
    for await (const line of linesFor(engine, args)) await print(line);
    return;
  }
  const found = await judgeHosts(createEngine(setting.rules), args, setting);
  if (args.failOn.some((one) => found.has(one))) process.exitCode = 3;
}

async function printPlan(rules: Ruleset, path: string, { answers, records, today }: ReadArgs): Promise<void> {
  const made = await planFile(createEngine(rules), { path, recordPaths: records, answers, today });
  return made.ok ? print(made.value) : fail(`--plan: ${made.wrong}`);
}

async function printRecordChecks(rules: Ruleset, args: ReadArgs): Promise<void> {
  const engine = createEngine(rules);
  const read = await readRecordFiles(engine, args.records, args.today);
  if (!read.ok) return fail(`--records: ${read.wrong}`);
  const { byDomain, said } = read.value;
  for (const one of said) console.error(printable(`--records: ${one}`));
  // Nothing to check is no success.
  if (byDomain.size === 0 && args.hosts.length === 0) process.exitCode = 1;
  for (const input of args.hosts.length > 0 ? args.hosts : byDomain.keys()) {
    const { standing, line } = recordCheck(engine, input, args.answers, read.value, args.today);
    await print(line);
    if (args.failOn.some((one) => one === standing)) process.exitCode = 3;
  }
}

async function judgeHosts(
  engine: Engine,
  args: ReadArgs,
  { wordsFor, startThread }: Pick<Setting, 'wordsFor' | 'startThread'>,
): Promise<ReadonlySet<FailOn>> {
  const { answers, today, fields, language } = args;
  const format = args.format ?? (process.stdout.isTTY ? 'text' : 'json');
  const isColored = process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  const options: LineOptions = { answers, today, format, fields, isColored };
  const printer = createHostLines(engine, options, format === 'text' ? await wordsFor(language) : null);
  if (printer.header !== '') await print(printer.header);
  if (args.hosts.length > 0) {
    const sink = new ByteSink();
    for (const input of args.hosts) {
      printer.write(sink, input);
      await write(sink.take());
    }
    return printer.found;
  }
  const cores = availableParallelism();
  const tooLong = createSkipped();
  const isWatched = process.stderr.isTTY && !process.stdout.isTTY;
  const { found, notText } = await printHosts(standardInput(), {
    printer,
    startJudges:
      startThread === null || cores < 2 || format === 'text'
        ? null
        : () => createJudges(() => startThread(options), Math.min(cores, MOST_THREADS)),
    write,
    onProgress: (lines) => {
      if (isWatched) process.stderr.write(`\r${lines.toLocaleString('en')} checked`);
    },
    onTooLong: tooLong.add,
  });
  if (isWatched) process.stderr.write('\n');
  tooLong.tellRest();
  if (notText > 0)
    console.error(
      `standard input: lines that are not UTF-8 were read as no domain (${notText}): save the list as UTF-8`,
    );
  return found;
}

/** Tells of lines that are too long: of the first at once, of the others how many there were. */
function createSkipped() {
  let count = 0;
  return {
    add(line: number): void {
      if (++count === 1)
        console.error(`standard input: line ${line} has more than ${MOST_LINE} characters, and is skipped`);
    },
    tellRest(): void {
      if (count > 1) console.error(`standard input: lines that were skipped for their length: ${count}`);
    },
  };
}

async function* linesFor(engine: Engine, args: ReadArgs): AsyncGenerator<string> {
  if (args.numbers) {
    const input = await readText(standardInput(), MOST_PAGE);
    if (!input.ok) throw new InputRefused(input.wrong);
    yield* numberLines(engine.facts.rules, input.value, args.today);
    return;
  }
  if (args.read) {
    const input = await readText(standardInput(), MOST_TEXT);
    if (!input.ok) throw new InputRefused(input.wrong);
    const read = recordLines(engine, input.value, args.url);
    if (!read.ok) throw new InputRefused(read.wrong);
    const { lines, said } = read.value;
    for (const one of said) console.error(printable(one));
    if (lines.length + said.length === 0) console.error('standard input: no record was found in it');
    yield* lines;
    return;
  }
  yield* explainedLines(engine.facts.rules);
}

/** Yields a line of output for each message of standard input. */
async function* explainedLines(rules: Ruleset): AsyncGenerator<string> {
  const explain = explainer(rules);
  const tooLong = createSkipped();
  let notText = 0;
  for await (const input of linesOf(standardInput(), tooLong.add)) {
    if (input.includes(NOT_TEXT)) notText++;
    yield safeJson({ input, ...explain(input) });
  }
  tooLong.tellRest();
  if (notText > 0) console.error(`standard input: lines that are not UTF-8 (${notText}): save the messages as UTF-8`);
}

/** Tells what is wrong with a file or a pipe. */
function fail(line: string): void {
  console.error(printable(line));
  process.exitCode = 1;
}

/** Tells what is wrong with the arguments. */
function refuse(...lines: readonly string[]): void {
  for (const line of lines) console.error(printable(line));
  process.exitCode = 2;
}

function print(text: string): Promise<void> {
  return write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Ends when the output is written: its memory may be used for something else. */
function write(output: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(output, (error) => {
      // Of an error `onWriteError` hears.
      if (!error) resolve();
    });
  });
}

/**
 * A reader that stops early (`| head`) is no error; but hosts that were not looked at are not known
 * to be without what `--fail-on` asks for.
 */
function onWriteError(error: NodeJS.ErrnoException, argv: readonly string[]): never {
  if (error.code === 'EPIPE') process.exit(argv.some((one) => one.startsWith('--fail-on')) ? STOPPED : 0);
  console.error(`standard output: ${error.message}`);
  process.exit(1);
}
