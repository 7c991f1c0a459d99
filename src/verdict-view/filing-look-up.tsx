import { QUERY_FILINGS } from '../domain/eligibility/next-steps.ts';
import { Link } from '../ui/blocks.tsx';
import { Copy } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useTranslation } from '../ui/translation.ts';

/**
 * The ministry's query of filings, and the domain to paste into it, as people read it: the query
 * finds a Chinese domain by its Chinese letters.
 */
export function FilingLookUp({ display }: { readonly display: string }) {
  const { t } = useTranslation();
  return (
    <p class="acts">
      <span class="main link">
        <Link url={QUERY_FILINGS} newTab={t('new_tab')}>
          {t('look_up_filing')} <Icon name="out" size={14} />
        </Link>
      </span>
      <Copy textOf={() => display} label={t('page_copy')} />
    </p>
  );
}
