import type { Citation, ProvinceRule } from '../core/model.ts';
import { yearOf } from '../core/question.ts';
import type { Asked } from '../ui/personal.tsx';
import { SourceList } from '../ui/sources.tsx';
import type { Say } from '../ui/words.ts';

/** What else we know of the province's rules, each with the year of its source. */
export function ProvinceRules({ answers, facts, locale, say }: Asked) {
  const province = answers.province === undefined ? undefined : facts.provinces.get(answers.province);
  const lines = (province?.rules ?? []).flatMap((rule) => {
    const text = sayRule(rule, say, locale);
    return text === null ? [] : [{ text, cites: rule.cites }];
  });
  if (province === undefined || lines.length === 0) return null;
  return (
    <details class="change">
      <summary>{say('province_rules', { province: province.name })}</summary>
      <ul class="rules">
        {lines.map(({ text, cites }) => (
          <li>
            {say('rule_year', { text, year: yearOf(facts, cites) })}{' '}
            <span class="sources">
              <SourceList cites={newest(cites)} sources={facts.sources} say={say} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function sayRule(rule: ProvinceRule, say: Say, locale: Asked['locale']): string | null {
  switch (rule.kind) {
    case 'note':
      return rule.text[locale];
    case 'domains-per-order':
      return say('rule_per_order', { most: rule.most });
    case 'domains-per-site':
      return say('rule_per_site', { most: rule.most });
    case 'shows-main-number':
      return say('rule_main_number');
    default:
      // The others are checks of their own, with their findings in sight.
      return null;
  }
}

function newest(cites: readonly Citation[]): readonly Citation[] {
  return cites.slice(0, 1);
}
