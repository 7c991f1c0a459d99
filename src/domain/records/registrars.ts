/**
 * Which registrar of the facts a record means: by its IANA number or by its whole name, never by a
 * part of one.
 */
import { remembering } from '../common/remembering.ts';
import type { Registrar } from '../ruleset/registrar.ts';

export interface RegistrarIndex {
  byIana(iana: number): string | null;
  /**
   * Returns the id of the registrar whose whole name this is, as records write it; null where it is
   * nobody's.
   */
  byName(written: string): string | null;
  /**
   * As {@link RegistrarIndex.byName}, but for what people write in their own lists: the short name
   * counts as well.
   */
  byShortName(written: string): string | null;
  /**
   * Returns whether a name that this registrar's own site shows is its own: its short name, or a
   * company's that begins with what it is called in Chinese.
   */
  isCalled(id: string | null, written: string): boolean;
}

/** Names read one after the other are few and alike; more than this many are not remembered. */
const MOST_KNOWN = 2000;

/** Letters of a site's own label that alone name its registrar. */
const LEAST_SITE_NAME = 5;
/** How a company's name goes on that had another one before. */
const FORMER_NAME = /^(?:原|曾用名|formerly\b)/i;

/** Returns the look-up over registrars. */
export function createRegistrarIndex(registrars: readonly Registrar[]): RegistrarIndex {
  const iana = new Map<number, string>();
  const names = new Map<string, string>();
  const short = new Map<string, string | null>();
  const sites = new Map<string, string | null>();
  for (const one of registrars) {
    for (const number of one.iana) iana.set(number, one.id);
    for (const name of one.names) names.set(bare(name), one.id);
    for (const name of [one.id, ...Object.values(one.name)])
      for (const form of [bare(name), bare(withoutBrackets(name))]) addUnlessAnother(short, form, one.id);
    for (const name of one.websites.flatMap(namesOfSite)) addUnlessAnother(sites, bare(name), one.id);
  }
  for (const [name, id] of sites) if (!short.has(name)) short.set(name, id);
  const chinese = new Map(registrars.map(({ id, name }) => [id, name.zh_CN]));
  const byName = remembering(MOST_KNOWN, (written) => find(written, names, iana));
  const byShortName = remembering(MOST_KNOWN, (written) => byName(written) ?? short.get(bare(written)) ?? null);
  return {
    byIana: (number) => iana.get(number) ?? null,
    byName,
    byShortName,
    isCalled(id, written) {
      if (id === null) return false;
      const own = chinese.get(id) ?? '';
      return byShortName(written) === id || (/^\p{Script=Han}{3,}$/u.test(own) && written.startsWith(own));
    },
  };
}

function find(written: string, names: ReadonlyMap<string, string>, iana: ReadonlyMap<number, string>): string | null {
  const whole = names.get(bare(written));
  if (whole !== undefined) return whole;
  // "DNSPod, Inc.(烟台帝思普网络科技有限公司)": both names must be the same one's. A tag such as "R91-LRMS" is
  // no name.
  const open = written.search(/[(（[]/);
  if (open <= 0) return null;
  const outside = names.get(bare(written.slice(0, open)));
  const inside = written.slice(open + 1).replace(/[)）\]]\s*$/, '');
  if (outside === undefined) return null;
  if (FORMER_NAME.test(inside)) return outside;
  const number = /^iana(?:\s?id)?[\s:：#]{0,3}(\d{1,5})$/i.exec(inside.trim())?.[1];
  if (number !== undefined) return iana.get(Number(number)) === outside ? outside : null;
  const inner = names.get(bare(inside));
  if (inner === outside) return outside;
  return inner === undefined && /^(?:tag\s?=\s?)?[a-z0-9-]{1,20}$/i.test(inside) ? outside : null;
}

/**
 * A registrar's site, and what it is called by it: "aliyun.com", "Aliyun". Short words mean more
 * than one.
 */
function namesOfSite(site: string): readonly string[] {
  const [name = '', ...rest] = site.split('.');
  return rest.length === 1 && name.length >= LEAST_SITE_NAME ? [site, name] : [site];
}

/** What could be two of them says neither. */
function addUnlessAnother(all: Map<string, string | null>, name: string, id: string): void {
  all.set(name, all.has(name) && all.get(name) !== id ? null : id);
}

function withoutBrackets(name: string): string {
  return name.replace(/[(（][^()（）]*[)）]/g, '');
}

/**
 * Letters and digits alone: registries write one name with and without capitals, commas and full
 * stops.
 */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
