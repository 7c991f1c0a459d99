/** Where the record of a name can be looked up by hand. */

/** A place to look a name up in, by what it is called. */
export interface LookUp {
  readonly kind: 'registry' | 'cnnic' | 'miit';
  readonly url: string;
}

const FILINGS = 'https://beian.miit.gov.cn/#/Integrated/recordQuery';

/**
 * Returns the places that have the record of a registrable domain (A-labels), the most telling
 * first. Names below .cn and its Chinese counterparts are in no RDAP: CNNIC has a page for them.
 * The ministry's page takes no name in its address: it is typed there.
 */
export function lookUpsFor(registrable: string): LookUp[] {
  const isChinese = /\.(?:cn|xn--fiqs8s|xn--fiqz9s)$/.test(registrable);
  const record: LookUp = isChinese
    ? {
        kind: 'cnnic',
        url: `https://webwhois.cnnic.cn/WhoisServlet?queryType=Domain&domain=${encodeURIComponent(registrable)}`,
      }
    : { kind: 'registry', url: `https://lookup.icann.org/en/lookup?name=${encodeURIComponent(registrable)}` };
  return [record, { kind: 'miit', url: FILINGS }];
}
