import type { Domain } from './domain.ts';

/** Returns a name at the end of a domain (A-labels) as people read it. */
export function toUnicodeName(domain: Domain, name: string): string {
  return domain.display.split('.').slice(-name.split('.').length).join('.');
}
