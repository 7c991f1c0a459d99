/**
 * The same message in other words: what differs between consoles and says nothing is left out, what
 * means the same is one word.
 */
import { normalise } from '../common/text.ts';

/** A hostname, with the scheme before it and the path behind it. */
const HOSTNAME =
  /(?<![a-z0-9.-])(?:[a-z]{2,6}:\/\/)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:\/[\w%&=?#./~+-]*)?/giu;

/** Whether a text has a hostname in it. */
export function hasHostname(text: string): boolean {
  return text.includes('.') && text.search(HOSTNAME) >= 0;
}

/**
 * Returns a text without the hostnames in it, nor suffixes that are named by themselves (`.io`).
 */
export function withoutHostnames(text: string): string {
  return text.replace(HOSTNAME, ' ').replace(/(?<![\w.])\.[a-z]{2,24}(?![\w.])/giu, ' ');
}

/**
 * Traditional characters of the words in which filings are spoken of, each with its simplified one
 * behind it.
 */
const PAIRS =
  '備备網网號号證证實实註注冊册後后綴缀無无沒没與与單单位位為为擁拥戶户帳账過过開开關关辦办審审核核於于當当錄录庫库暫暂時时資资訊讯訪访問问異异據据業业續续鎖锁轉转檢检測测請请該该們们這这還还經经並并體体團团點点載载屬属標标';

// Whoever does not fold wordings, as the content script, gets neither characters nor table.
const SIMPLIFIED = /* @__PURE__ */ simplifications(PAIRS);

function simplifications(pairs: string): Readonly<Record<string, string>> {
  return Object.fromEntries((pairs.match(/../gu) ?? []).map((pair) => [...pair] as [string, string]));
}

/** English words, before blanks go. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/ministry of industry and information technology(?: of .{0,12}china)?/g, 'miit'],
  [/\b(does|has|is|do|have|was|did|are|were|could|can)(?:n['’]?t|['’]t| not(?: yet)?)\b/g, '$1 not'],
  [/\b(?:top[- ]level domain(?: name)?|tld|domain(?: name)? (?:suffix|extension)|suffix)\b/g, 'suffix'],
  [/\bcan not\b/g, 'cannot'],
  [/\b(?:domain ?name|hostname|domain)s?\b/g, 'domain'],
  [/\b(?:web ?site|web page|site)s?\b/g, 'site'],
  [/\b(?:owner|holder|registrant)\b/g, 'holder'],
  [/\bicp[- ](?:filed|registered|recorded|licensed)\b/g, 'filed'],
  [/\b(?:registered|recorded|licensed|filed) (?:with|at|by|in) (?:the )?miit\b/g, 'filed'],
  [/\b(?:put|placed|entered) on (?:the )?record\b/g, 'filed'],
  [
    /\b(?:icp[ -]?)?(?:beian|filing|filling|recordal|record[- ]filing)(?: (?:number|record|information|info|status))?\b/g,
    'icp filing',
  ],
  [
    /\bicp (?:number|licen[cs]e|registration|record|information|info|status)(?: (?:number|information))?\b/g,
    'icp filing',
  ],
  [/\b(?:cancell?ed|revoked|deregistered|withdrawn)\b/g, 'canceled'],
  [
    /\b(?:does not match|inconsistent with|not consistent with|differs? from|not the same as|mismatch(?:es)?)\b/g,
    'mismatch',
  ],
  [/\breal[- ]?name (?:verification|authentication|verified|authenticated)\b/g, 'real name'],
  [/\b(?:completed|obtained|passed|got)\b/g, 'have'],
  [/\b(?:has|have|had|with) no\b/g, 'not have'],
  [/\b(?:have not|has not|did not|do not|does not)(?: have| been)?\b/g, 'not have'],
  [
    /\b(?:an?|the|your|this|that|its|any|yet|valid|current|custom|accelerated|acceleration|specified|corresponding|of|for|in|by|through|currently|been)\b/g,
    '',
  ],
];

/** Chinese words, when blanks are gone. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/网域(?:名称)?|域名称/g, '域名'],
  [/账户|帐号|帐户/g, '账号'],
  [/工业和信息化部/g, '工信部'],
  [/(?:还|尚|并|仍|暂|均|从|都)?(?:没有|没能|没|未能|未曾|未被|未)/g, '未'],
  [/icp(?:网站)?备案/g, '备案'],
  [/备案(?:号码|编号)/g, '备案号'],
  [/已经/g, '已'],
  [/无效|作废/g, '失效'],
  [/取消|撤销|吊销/g, '注销'],
  [/不相?符合?|不匹配|不相同|不一样/g, '不一致'],
  [/暂不能|不可以|不可(?=访问|打开|浏览)/g, '不能'],
  [/(?:所有|持有|注册)(?:人|者)/g, '持有者'],
  [/批准|许可|审批|核准/g, '批复'],
  [/到期/g, '过期'],
  [/备案主体|主办者/g, '主办单位'],
  [
    /(?:未|无法)(?:查询|检测|检索|查找|获取|查|找)到|(?:查询|检索|查|找)不到|未.{0,12}(?:查询|检索|查找)到|未发现/g,
    '未查到',
  ],
  [/顶级域名?|域名后缀|tld/g, '后缀'],
];

/**
 * A suffix by its dot, with the word for it, where it is not one of those that stand for any
 * domain.
 */
const NAMED_SUFFIX =
  /(?<![\w.])\.(?!(?:com|cn|net)(?!\w))[a-z]{2,24}(?![\w.])\s?(?:domain ?names?|domains?|suffix(?:es)?|域名|后缀|顶级域名?)?/giu;

/** Words by which a clause says what it speaks of. */
const TOPIC = /域名|域|网站|站|domain|site|备案号/;

/**
 * Returns a clause in small letters and simplified characters, with one word for English words that
 * mean the same; a hostname by itself is a domain.
 */
export function englishWords(clause: string): string {
  const plain = [...clause.normalize('NFKC').toLowerCase()].map((char) => SIMPLIFIED[char] ?? char).join('');
  const isChinese = /\p{Script=Han}/u.test(plain);
  const suffixed = plain.replace(NAMED_SUFFIX, isChinese ? '后缀' : 'suffix ');
  const topic = hasHostname(plain) && !TOPIC.test(withoutHostnames(plain)) ? (isChinese ? '域名' : 'domain ') : '';
  let folded = topic + withoutHostnames(suffixed);
  for (const [words, one] of ENGLISH) folded = folded.replace(words, one);
  return folded;
}

/**
 * Returns a clause in the one form in which wordings are compared.
 */
export function foldWording(clause: string): string {
  let folded = normalise(englishWords(clause));
  for (const [words, one] of CHINESE) folded = folded.replace(words, one);
  return folded;
}

/** What makes an English clause a condition, a question or a rule, and no message. */
const ENGLISH_ADVICE =
  /\b(?:if|when|whether|unless|how|why|what|should|before|until|must|not need(?:ed)?)\b|\bnot require|\b(?:domain names|domains|websites|sites) (?:without|that|which|not)\b|^\W*(?:hosting|(?:china )?cdn)\b|\bno (?:\w+ )?(?:filing|icp|beian|licen[cs]e|registration) (?:is )?(?:required|needed|necessary)/iu;

const CHINESE_ADVICE =
  /如果|若|如您|如域名|例如|如何|当您|当域名|当网站|是否|请确|免备案|无需|不需要?|不用|怎么|为什么|为何|什么|哪些|吗|有没有|能不能|是不是|可不可以|要不要|未备案的|不备案|避免|防止|以免|假如|一旦|教程|推荐|多久/u;

/**
 * Whether an English clause gives a condition, a question or a rule; what a hostname in it is
 * called (`what-if.cn`) makes it none.
 */
export function isAdviceInEnglish(clause: string): boolean {
  return ENGLISH_ADVICE.test(withoutHostnames(clause));
}

/** Whether a clause gives a condition, a question or a rule. */
export function isAdvice(clause: string): boolean {
  return CHINESE_ADVICE.test(clause) || isAdviceInEnglish(clause);
}

/** The form of a company, with the comma before it, which ends no clause. */
const COMPANY_FORM = /\.?,\s?((?:LLC|Inc|Ltd|Limited|GmbH|S\.?A|B\.?V|Corp|K\.?K)\b)\.?/giu;

/** A clause of a text, with the sign that ends it. */
export function clausesOf(text: string): string[] {
  // A dot within a word is no end: hostnames and codes have such dots.
  const whole = text.replace(COMPANY_FORM, ' $1');
  return whole.match(/(?:[^.!?;,。！？；，\n]|\.(?=\w))+[.!?;,。！？；，\n]*|[.!?;,。！？；，\n]+/gu) ?? [];
}

/**
 * How many characters of its clause may stand in the gap of a wording, in Chinese and in other
 * scripts.
 */
const GAP = { han: 14, other: 36 };

/** A prompt's text as the facts have it, and what it means. */
export interface Wording {
  readonly says: string;
  readonly means: string;
}

/**
 * Returns a function from a clause to what it means: that of the longest wording of which it has
 * all parts, in order and close together, in whatever words; null where it has none.
 */
export function createWordingMatcher(wordings: readonly Wording[]): (clause: string) => string | null {
  const folded = wordings
    .map(({ says, means }) => ({
      means,
      parts: says
        .split('…')
        .map(foldWording)
        .filter((part) => part !== ''),
    }))
    .map((one) => ({ ...one, length: one.parts.join('').length }))
    .filter(({ length }) => length >= 4)
    .sort((a, b) => b.length - a.length);
  return (clause) => {
    const text = foldWording(clause);
    return folded.find(({ parts }) => hasInOrder(text, parts))?.means ?? null;
  };
}

function hasInOrder(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  for (let begin = text.indexOf(first); begin >= 0; begin = text.indexOf(first, begin + 1)) {
    let end = begin + first.length;
    const isWhole = rest.every((part) => {
      const next = text.indexOf(part, end);
      const gap = /^\p{Script=Han}/u.test(part) ? GAP.han : GAP.other;
      if (next < 0 || next - end > gap) return false;
      end = next + part.length;
      return true;
    });
    if (isWhole) return true;
  }
  return false;
}
