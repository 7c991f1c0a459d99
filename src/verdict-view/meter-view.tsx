import { useTranslation } from '../ui/translation.ts';
import type { Meter } from './meter.ts';

/** How much is known, as a row of marks and in words. */
export function MeterView({ meter: { parts, known, toFix } }: { readonly meter: Meter }) {
  const { t } = useTranslation();
  const counts = { known, all: parts.length };
  return (
    <p class="meter">
      {parts.map((part, index) => (
        <i key={`${index} ${part}`} class={part} />
      ))}
      <span>{toFix > 0 ? t('meter_fix', { ...counts, fix: toFix }) : t('meter', counts)}</span>
    </p>
  );
}
