/**
 * What is loaded once the verdict is on the screen: the page's evidence, and the screens that are
 * pushed.
 */
import { openPortfolio } from '../browser-api/tabs.ts';
import type { Problem } from '../domain/hostname/domain.ts';
import type { Console } from '../domain/ruleset/console.ts';
import { useTranslation } from '../ui/translation.ts';
import { CheckScreen, CoverageScreen, RestScreen } from './check-screen.tsx';
import { CompareScreen } from './compare-screen.tsx';
import { ConsolePage, RecentNames } from './console-page.tsx';
import { Evidence, OfferedRecord } from './evidence.tsx';
import { MoreScreen } from './more-screen.tsx';
import { PageNumbers } from './page-numbers.tsx';
import { PageReader, recordOn } from './read-page.ts';
import { RecordScreen } from './record-screen.tsx';
import type { JudgedProps, Screen, VerdictViewProps } from './screens.ts';
import { SearchScreen } from './search-screen.tsx';
import { StepsScreen } from './steps-view.tsx';
import { weighRecord } from './weigh-record.ts';

export interface DeferredParts {
  readonly DetailScreen: typeof DetailScreen;
  readonly Evidence: typeof Evidence;
  readonly Elsewhere: typeof Elsewhere;
  readonly Many: typeof Many;
  readonly PageReader: typeof PageReader;
}

export { Evidence, PageReader, recordOn, weighRecord };

/** What is pushed over the first screen. */
export function DetailScreen({
  screen,
  judged,
  ...shared
}: VerdictViewProps & {
  readonly screen: Screen;
  readonly judged: Pick<JudgedProps, 'verdict' | 'situation' | 'decisive'> | null;
}) {
  if (screen.kind === 'search') return <SearchScreen query={screen.query} {...shared} />;
  if (screen.kind === 'more') return <MoreScreen verdict={judged?.verdict ?? null} {...shared} />;
  if (judged === null) return null;
  const given = { ...judged, ...shared };
  switch (screen.kind) {
    case 'check':
      return <CheckScreen check={screen.check} {...given} />;
    case 'coverage':
      return <CoverageScreen {...given} />;
    case 'rest':
      return <RestScreen {...given} />;
    case 'steps':
      return <StepsScreen {...given} />;
    case 'page':
      return <PageNumbers {...given} />;
    case 'record':
      return <RecordScreen {...given} />;
    case 'compare':
      return <CompareScreen {...given} />;
  }
}

/** Where there is no name to judge: what the page says all the same, or names to go on with. */
export function Elsewhere({
  console: here,
  ...shared
}: VerdictViewProps & { readonly problem: Problem | null; readonly console: Console | null }) {
  if (here !== null) return <ConsolePage console={here} {...shared} />;
  return (
    <>
      <OfferedRecord {...shared} />
      <RecentNames {...shared} />
    </>
  );
}

export function Many() {
  const { t } = useTranslation();
  return (
    <button type="button" class="quiet" onClick={() => void openPortfolio()}>
      {t('popup_portfolio')}
    </button>
  );
}
