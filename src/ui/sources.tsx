import type { ComponentChildren } from 'preact';
import type { Citation, Source } from '../domain/ruleset/source.ts';
import { foreignText } from '../i18n/loaded-mark.ts';
import { sourceLabel } from '../i18n/source-label.ts';
import type { Translate } from '../i18n/translator.ts';
import { Link } from './blocks.tsx';

type SourcesById = ReadonlyMap<string, Source>;

/**
 * The sources of a finding: the weightiest in sight, the others one click away, the other side
 * always in sight.
 */
export function Sources(props: {
  readonly cites: readonly Citation[];
  readonly against?: readonly Citation[];
  readonly sources: SourcesById;
  readonly t: Translate;
  readonly children?: ComponentChildren;
}) {
  const { cites, against = [], sources, t, children } = props;
  const [first, ...others] = cites;
  return (
    <div class="sources">
      {first && <SourceLink citation={first} sources={sources} t={t} />}
      {children}
      {against.length > 0 && (
        <div>
          {t('sources_against')} <SourceList cites={against} sources={sources} t={t} />
        </div>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('sources_more', { count: others.length })}</summary>
          <SourceList cites={others} sources={sources} t={t} />
        </details>
      )}
    </div>
  );
}

/** Sources in one line. */
export function SourceList({
  cites,
  sources,
  t,
}: {
  readonly cites: readonly Citation[];
  readonly sources: SourcesById;
  readonly t: Translate;
}) {
  return (
    <>
      {cites.map((citation, index) => (
        <>
          {index > 0 && ' · '}
          <SourceLink citation={citation} sources={sources} t={t} />
        </>
      ))}
    </>
  );
}

function SourceLink({
  citation,
  sources,
  t,
}: {
  readonly citation: Citation;
  readonly sources: SourcesById;
  readonly t: Translate;
}) {
  const source = sources.get(citation.source);
  // The bundle's lint rules out a citation without its source.
  if (source === undefined) return null;
  const label = sourceLabel(source, t);
  const foreign = foreignText(source, label, t);
  if (foreign !== null) return <span class="foreign">{foreign}</span>;
  return (
    <Link url={source.url} newTab={t('new_tab')}>
      {label}
    </Link>
  );
}
