/** What the popup must say, in both browsers. */
export interface Case {
  readonly input: string;
  /** The address to open; absent where no page can be opened under the name. */
  readonly address: string;
  readonly expected: Readonly<Record<'host' | 'registrable' | 'standing' | 'problem' | 'coverage', string>>;
}

function site(input: string, host: string, registrable: string, standing: string, coverage: string): Case {
  return { input, address: `https://${input}/`, expected: { host, registrable, standing, problem: '', coverage } };
}

function problem(input: string, address: string, type: string, host = ''): Case {
  return { input, address, expected: { host, registrable: '', standing: '', problem: type, coverage: '' } };
}

export const CASES: readonly Case[] = [
  site('www.example.com', 'www.example.com', 'example.com', 'depends', 'shares-record'),
  site('shop.example.com.cn', 'shop.example.com.cn', 'example.com.cn', 'depends', 'shares-record'),
  site('例子.中国', 'xn--fsqu00a.xn--fiqs8s', 'xn--fsqu00a.xn--fiqs8s', 'depends', 'is-the-name'),
  site('foo.io', 'foo.io', 'foo.io', 'ineligible', 'is-the-name'),
  site('foo.github.io', 'foo.github.io', 'github.io', 'ineligible', 'platform'),
  site('my.myshopify.com', 'my.myshopify.com', 'myshopify.com', 'ineligible', 'platform'),
  site('www.beijing.gov.cn', 'www.beijing.gov.cn', 'beijing.gov.cn', 'depends', 'own-filing'),
  site('a.foo.me', 'a.foo.me', 'foo.me', 'unknown', 'shares-record'),
  site('foo.nosuchsuffix', 'foo.nosuchsuffix', 'foo.nosuchsuffix', 'unknown', 'is-the-name'),
  problem('192.168.1.1', 'http://192.168.1.1/', 'ip-address', '192.168.1.1'),
  problem('localhost', 'http://localhost/', 'special-use', 'localhost'),
  problem('intranet-host', 'http://intranet-host/', 'single-label', 'intranet-host'),
  problem('about:blank', 'about:blank', 'browser-page'),
];

/** A name that can be filed as far as is known. */
export const OPEN = CASES.find(({ input }) => input === 'shop.example.com.cn') as Case;

/** That, one that cannot, and what is no name. */
export const ONE_OF_EACH = CASES.filter((one) => one === OPEN || ['foo.io', '192.168.1.1'].includes(one.input));
