import type { Verdict } from '../core/model.ts';
import { displayTail } from '../core/question.ts';
import type { Say } from '../ui/words.ts';

/** The coverage of a host as a small picture of its name, and in words with their condition. */
export function CoverageView({ verdict, say }: { readonly verdict: Verdict; readonly say: Say }) {
  const { domain, coverage } = verdict;
  const registrable = displayTail(domain, domain.registrable);
  const below = domain.display.slice(0, domain.display.length - registrable.length).replace(/\.$/, '');
  const kind = coverage.kind.replaceAll('-', '_');
  const known = kind === 'shares_record' && !coverage.conditional ? '_known' : '';
  // What no filing can be made for covers nothing: saying "its filing covers it" would raise false hope.
  const none = verdict.standing === 'ineligible' && coverage.record !== null && coverage.kind !== 'platform';
  const link = none && below !== '' ? 'link_none' : `link_${kind}`;
  const note = none ? 'coverage_none' : `coverage_${kind}${known}`;
  return (
    <section class="coverage" data-kind={coverage.kind}>
      <h2>{say(below === '' ? 'section_coverage_name' : 'section_coverage_sub')}</h2>
      {/* An image to assistive technology: its parts make sense only together. */}
      <div
        class="picture"
        role="img"
        aria-label={say(none ? 'picture_none' : `picture_${kind}`, { host: domain.display, record: registrable })}
      >
        {below !== '' && <span class="end">{below}</span>}
        <span class={`line${coverage.conditional ? ' conditional' : ''}`}>
          <span>{say(link)}</span>
        </span>
        {coverage.kind !== 'outside' && <span class="end">{registrable}</span>}
      </div>
      <p class="note">{say(note, { registrable, record: registrable })}</p>
    </section>
  );
}
