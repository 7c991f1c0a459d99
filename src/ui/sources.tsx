import type { ComponentChildren } from 'preact';
import type { Citation, Source } from '../core/model.ts';
import { Link } from './blocks.tsx';
import type { Say } from './say.ts';
import { sourceLabel } from './source-label.ts';

type SourcesById = ReadonlyMap<string, Source>;

/** The sources of a finding: the weightiest in sight, the others one click away, the other side always in sight. */
export function Sources(props: {
  readonly cites: readonly Citation[];
  readonly against?: readonly Citation[];
  readonly sources: SourcesById;
  readonly say: Say;
  readonly children?: ComponentChildren;
}) {
  const { cites, against = [], sources, say, children } = props;
  const [first, ...others] = cites;
  return (
    <div class="sources">
      {first && <SourceLink citation={first} sources={sources} say={say} />}
      {children}
      {against.length > 0 && (
        <div>
          {say('sources_against')} <SourceList cites={against} sources={sources} say={say} />
        </div>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            {others.length === 1 ? say('sources_more_one') : say('sources_more_other', { count: others.length })}
          </summary>
          <SourceList cites={others} sources={sources} say={say} />
        </details>
      )}
    </div>
  );
}

/** Sources in one line. */
export function SourceList({
  cites,
  sources,
  say,
}: {
  readonly cites: readonly Citation[];
  readonly sources: SourcesById;
  readonly say: Say;
}) {
  return (
    <>
      {cites.map((citation, index) => (
        <>
          {index > 0 && ' · '}
          <SourceLink citation={citation} sources={sources} say={say} />
        </>
      ))}
    </>
  );
}

function SourceLink({
  citation,
  sources,
  say,
}: {
  readonly citation: Citation;
  readonly sources: SourcesById;
  readonly say: Say;
}) {
  const source = sources.get(citation.source);
  // The bundle's lint rules out a citation without its source.
  if (source === undefined) return null;
  return (
    <Link url={source.url} newTab={say('new_tab')}>
      {sourceLabel(source, say)}
    </Link>
  );
}
