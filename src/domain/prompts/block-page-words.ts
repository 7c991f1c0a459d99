/**
 * Whether a small page says that it is open instead of a site without a filing, in words that no
 * wording of the facts has: every cloud has its own.
 */
import { englishWords, foldWording, isAdvice } from './wording.ts';

/** What is the matter, as folded: a filing that is missing or gone. */
const UNFILED = /未.{0,14}备案|无(?!法|需|须).{0,4}备案|备案.{0,6}(?:注销|失效|异常|有误)|未.{0,8}接入/;
/** What was done about it. */
const SHUT =
  /拦截|阻断|关停|封禁|封堵|屏蔽|禁止访问|暂停(?:访问|服务)|(?:无法|不能|停止|限制)(?:正常|进行)?(?:访问|打开)|访问(?:受限|被)/;
/** Who is spoken to: a visitor, and no owner. */
const VISITED = /您.{0,5}访问的|本(?:网)?站|(?:该|此)(?:网站|站点)/;
/** A console speaks so of a name that is added to it. */
const ADDED = /添加|绑定|加速|提交|保存|配置/;

const UNFILED_IN_ENGLISH = /\b(?:no|not|without|missing|lacks?)\b.{0,32}(?:icp filing|filed)/;
const SHUT_IN_ENGLISH = /\b(?:blocked|denied|unavailable|suspended|cannot be (?:accessed|visited|opened)|taken down)\b/;

/** More characters than a page has that says no more than this. */
const SHORT = 300;
/** More characters than one sentence of such a page has. */
const LINE = 160;

/**
 * Whether a page says so, whose address is the first line of its text; its title and its pieces are
 * the others.
 */
export function saysBlocked(text: string): boolean {
  const lines = text
    .split('\n')
    .slice(1)
    .filter((line) => line.length <= LINE && !isAdvice(line));
  const folded = lines.map((line) => (/\p{Script=Han}/u.test(line) ? foldWording(line) : englishWords(line)));
  if (folded.some(isSaid)) return true;
  const whole = folded.join('\n');
  return text.length <= SHORT && folded.length > 1 && isSaid(whole);
}

function isSaid(line: string): boolean {
  if (ADDED.test(line)) return false;
  if (UNFILED.test(line)) return SHUT.test(line) || VISITED.test(line);
  return UNFILED_IN_ENGLISH.test(line) && SHUT_IN_ENGLISH.test(line);
}
