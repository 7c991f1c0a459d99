import { Search } from '../ui/guidance-search.tsx';
import type { VerdictViewProps } from './screens.ts';

/** What the guidance has on a question that was typed in the field. */
export function SearchScreen({ query, facts }: VerdictViewProps & { readonly query: string }) {
  return (
    <div class="detail" data-detail="search">
      <Search asked={query} facts={facts} />
    </div>
  );
}
