import type { ComponentChildren } from 'preact';
import type { Citation, Source } from '../domain/ruleset/source.ts';
import { foreignText } from '../i18n/loaded-mark.ts';
import { sourceLabel } from '../i18n/source-label.ts';
import { Link } from './blocks.tsx';
import { useTranslation } from './translation.ts';
import { WholeDates } from './whole-dates.tsx';

type SourcesById = ReadonlyMap<string, Source>;

/**
 * The sources of a finding: the weightiest in sight, the others one click away, the other side
 * always in sight.
 */
export function Sources(props: {
  readonly cites: readonly Citation[];
  readonly against?: readonly Citation[];
  readonly sources: SourcesById;
  readonly children?: ComponentChildren;
}) {
  const { t } = useTranslation();
  const { cites, against = [], sources, children } = props;
  const [first, ...others] = cites;
  return (
    <div class="sources">
      {first && <SourceLink citation={first} sources={sources} />}
      {children}
      {against.length > 0 && (
        <div>
          {t('sources_against')} <SourceList cites={against} sources={sources} />
        </div>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('sources_more', { count: others.length })}</summary>
          <SourceList cites={others} sources={sources} />
        </details>
      )}
    </div>
  );
}

/** Sources in one line. */
export function SourceList({ cites, sources }: { readonly cites: readonly Citation[]; readonly sources: SourcesById }) {
  return (
    <>
      {cites.map((citation, index) => (
        <>
          {/* Bound to what is before it: no line begins with it. */}
          {index > 0 && '\u00a0· '}
          <SourceLink citation={citation} sources={sources} />
        </>
      ))}
    </>
  );
}

function SourceLink({ citation, sources }: { readonly citation: Citation; readonly sources: SourcesById }) {
  const { t } = useTranslation();
  const source = sources.get(citation.source);
  // The bundle's lint rules out a citation without its source.
  if (source === undefined) return null;
  const label = sourceLabel(source, t);
  const foreign = foreignText(source, label, t);
  if (foreign !== null) return <span class="foreign">{foreign}</span>;
  return (
    <Link url={source.url} newTab={t('new_tab')}>
      <WholeDates text={label} />
    </Link>
  );
}
