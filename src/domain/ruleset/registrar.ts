/** Facts about registrars. */
import type { Text } from '../common/locale.ts';
import type { Citation } from './source.ts';

export const REGISTRAR_STATUSES = ['approved', 'not-approved', 'uncertain'] as const;

export type RegistrarStatus = (typeof REGISTRAR_STATUSES)[number];

/**
 * What a registrar's status rests on: its license number, a provider's or its own statement, the
 * fact that it is a mainland company (license not verified), the general rule for overseas
 * registrars, or nothing: we know no more than that it is there.
 */
export const REGISTRAR_BASES = ['licence', 'statement', 'mainland-company', 'overseas-rule', 'unknown'] as const;

export type RegistrarBasis = (typeof REGISTRAR_BASES)[number];

export interface Registrar {
  readonly id: string;
  readonly name: Text;
  /**
   * The whole names that records and certificates write for it, in any language; a part of one is
   * never enough.
   */
  readonly names: readonly string[];
  /** IANA registrar ids. */
  readonly iana: readonly number[];
  /** Registrable domains or hosts of its web sites. */
  readonly websites: readonly string[];
  readonly status: RegistrarStatus;
  readonly basis: RegistrarBasis;
  /** Number of its license for domain registration services (not an ICP number). */
  readonly licence?: string;
  /**
   * Id of the mainland company of the same group, which a name can move to without leaving the
   * group.
   */
  readonly mainlandCompany?: string;
  readonly cites: readonly Citation[];
  /** Sources that say otherwise; shown as the other side. */
  readonly against?: readonly Citation[];
}
