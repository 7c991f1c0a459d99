/** Zones that labels tell for times: "Registration Date(UTC)". */

const LABEL_ZONE = /[(（]\s*((?:utc|gmt)(?:\s?[+-]\s?\d{1,2}(?::\d{2})?)?)\s*[)）]\s*[:：]?\s*$/i;
/** A time without a zone of its own. */
const BARE_TIME = /\d:\d{2}\s*$/;

/** Returns the zone that a label tells; null where it tells none. */
export function zoneOfLabel(label: string): string | null {
  return label.length > 80 ? null : (LABEL_ZONE.exec(label)?.[1] ?? null);
}

/** Returns a value with its label's zone where it is a time that has none. */
export function withZone(value: string, zone: string | null | undefined): string {
  return zone && BARE_TIME.test(value) ? `${value.trim()} ${zone}` : value;
}
