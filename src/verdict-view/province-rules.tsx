import type { ProvinceRule } from '../domain/ruleset/province.ts';
import { yearOf } from '../domain/ruleset/ruleset-index.ts';
import type { Citation } from '../domain/ruleset/source.ts';
import { sayRule } from '../i18n/province-rule-text.ts';
import type { AnswerFormProps } from '../ui/answer-fields.tsx';
import { SourceList } from '../ui/sources.tsx';
import { useTranslation } from '../ui/translation.ts';

/** Kinds that are checks of their own, with their findings in sight. */
const IN_FINDINGS: readonly ProvinceRule['kind'][] = [
  'holder',
  'minimum-validity',
  'overseas-registrar-refused',
  'domain-certificate',
  'public-body-suffix',
  'own-suffix-list',
  'foreign-representative',
  'individual-from-outside',
  'representative-office',
];

/** What else we know of the province's rules, each with the year of its source. */
export function ProvinceRules({ answers, facts }: AnswerFormProps) {
  const { locale, t } = useTranslation();
  const province = answers.province === undefined ? undefined : facts.provinces.get(answers.province);
  const lines = (province?.rules ?? []).flatMap((rule) => {
    const isShown = !IN_FINDINGS.includes(rule.kind);
    return isShown ? [{ text: sayRule(rule, t, locale), cites: rule.cites }] : [];
  });
  if (province === undefined || lines.length === 0) return null;
  return (
    <details class="change">
      <summary>{t('province_rules', { province: province.name })}</summary>
      <ul class="rules">
        {lines.map(({ text, cites }) => (
          <li>
            {t('rule_year', { text, year: yearOf(facts, cites) })}{' '}
            <span class="sources">
              <SourceList cites={newest(cites)} sources={facts.sources} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function newest(cites: readonly Citation[]): readonly Citation[] {
  return cites.slice(0, 1);
}
