/** Where the record of a name can be looked up by hand. */
import type { LookUps } from '../ruleset/guidance.ts';

/** A place to look a name up in, by what it is called. */
export interface LookUp {
  readonly kind: 'rdap' | 'registry' | 'cnnic' | 'registrar' | 'miit';
  readonly url: string;
}

const FILINGS = 'https://beian.miit.gov.cn/#/Integrated/recordQuery';

/** What decides where a name is looked up. */
export interface LookedUp {
  /** Registrable domain in A-labels. */
  readonly registrable: string;
  /** The suffix below which it is registered, in A-labels. */
  readonly suffix: string;
  /** Id of its registrar, where that is known. */
  readonly registrar?: string | undefined;
  /**
   * Whether a click can read JSON in a tab; Firefox shows it in a viewer that no extension reads.
   */
  readonly readsJson: boolean;
}

/**
 * Returns the places that have the record of a domain, the most telling first, the ministry's query
 * last. Names below .cn and its Chinese counterparts are in no RDAP: CNNIC has a page for them, and
 * registrars have their own. The ministry's page takes no name in its address: it is typed there.
 */
export function lookUpsFor(
  { registrable, suffix, registrar, readsJson }: LookedUp,
  { rdap, registrarPages }: Pick<LookUps, 'rdap' | 'registrarPages'>,
): LookUp[] {
  const domain = encodeURIComponent(registrable);
  const own = registrarPages.find(({ registrars }) => registrar !== undefined && registrars.includes(registrar));
  const places: LookUp[] = [];
  if (/\.(?:cn|xn--fiqs8s|xn--fiqz9s)$/.test(registrable)) {
    places.push({
      kind: 'cnnic',
      url: `https://webwhois.cnnic.cn/WhoisServlet?queryType=Domain&domain=${domain}`,
    });
    if (own !== undefined) places.push({ kind: 'registrar', url: own.url.replaceAll('{domain}', domain) });
  } else {
    const server = rdap.find(({ suffixes }) => suffixes.includes(suffix));
    const page: LookUp = { kind: 'registry', url: `https://lookup.icann.org/en/lookup?name=${domain}` };
    const raw: LookUp[] =
      server === undefined
        ? []
        : [{ kind: 'rdap', url: `${server.url.replaceAll('{suffix}', encodeURIComponent(suffix))}domain/${domain}` }];
    places.push(...(readsJson ? [...raw, page] : [page, ...raw]));
  }
  return [...places, { kind: 'miit', url: FILINGS }];
}
