import psl from 'psl';

/** In: a host. Out: what `psl` says of it, for measuring against: not what we say. */
export function pslAlone(host: string): string | null {
  return psl.get(host);
}
