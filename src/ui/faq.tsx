import type { FaqEntry, Locale } from '../core/model.ts';
import type { Facts } from '../core/question.ts';
import { Blocks } from './blocks.tsx';
import type { Say } from './say.ts';
import { SourceList } from './sources.tsx';
import { Terms } from './terms.tsx';

/** One answer of the guidance, foldable. */
export function FaqView({
  entry,
  open = false,
  facts,
  locale,
  say,
}: {
  readonly entry: FaqEntry;
  readonly open?: boolean;
  readonly facts: Facts;
  readonly locale: Locale;
  readonly say: Say;
}) {
  const labels = { note: say('note_label'), warning: say('warning_label'), newTab: say('new_tab') };
  return (
    <details data-faq={entry.id} open={open}>
      <summary>
        <h3>{entry.question[locale]}</h3>
      </summary>
      <Blocks blocks={entry.answer[locale]} labels={labels} draw={(text) => <Terms text={text} />} />
      <p class="sources">
        {say('faq_sources')} <SourceList cites={entry.cites} sources={facts.sources} say={say} />
      </p>
    </details>
  );
}
