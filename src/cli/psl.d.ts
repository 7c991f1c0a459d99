// The package's own types are not named in its `exports`, so a bundler-style resolution cannot find
// them.
declare module 'psl' {
  export interface Parsed {
    /** The public suffix, in U-label form for some inputs: count its labels, do not compare it. */
    readonly tld?: string | null;
    readonly listed?: boolean;
    readonly error?: { readonly code: string };
  }
  const psl: { parse(input: string): Parsed; get(input: string): string | null };
  export default psl;
}
