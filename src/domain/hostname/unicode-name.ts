import type { Domain } from './domain.ts';

/** Returns a name at the end of a domain (A-labels) as people read it. */
export function toUnicodeName(domain: Domain, name: string): string {
  // Nearly all names have no other form, and every check asks.
  if (domain.display === domain.host) return name;
  return domain.display.split('.').slice(-name.split('.').length).join('.');
}
