import type { Domain } from './domain.ts';

/** In: a domain and a name at its end (A-labels). Out: that name as people read it. */
export function toUnicodeName(domain: Domain, name: string): string {
  return domain.display.split('.').slice(-name.split('.').length).join('.');
}
