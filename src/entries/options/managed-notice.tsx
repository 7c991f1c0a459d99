import { isManaged, type Policy } from '../../domain/answers/policy.ts';
import { useTranslation } from '../../ui/translation.ts';

/**
 * What the person's organization has set, as far as no field below says it; and what of it cannot
 * be read.
 */
export function Managed({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  if (!isManaged(policy)) return null;
  return (
    <div class="managed">
      <p>{t('managed')}</p>
      {policy.welcomeOff && <p>{t('managed_welcome_off')}</p>}
      {policy.wrong.length > 0 && (
        <p>{t('managed_wrong', { places: policy.wrong.slice(0, 50).join(t('list_separator')) })}</p>
      )}
    </div>
  );
}
