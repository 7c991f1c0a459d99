import type { Locale } from '../domain/common/locale.ts';
import type { ProvinceRule } from '../domain/ruleset/province.ts';
import type { Translate } from './translator.ts';

/** Returns a province's rule in words. */
export function sayRule(rule: ProvinceRule, t: Translate, locale: Locale): string {
  const text = sayRuleItself(rule, t, locale);
  if (!('subject' in rule) || rule.subject === undefined || rule.kind === 'public-body-suffix') return text;
  return t('rule_of_subject', { subject: t(`subject_${rule.subject.replaceAll('-', '_')}`), text });
}

function sayRuleItself(rule: ProvinceRule, t: Translate, locale: Locale): string {
  const keyOf = (code: string) => code.replaceAll('-', '_');
  const originsOf = (origins: readonly string[]) =>
    origins.map((one) => t(`origin_${keyOf(one)}`)).join(t('list_separator'));
  switch (rule.kind) {
    case 'note':
      return rule.text[locale];
    case 'websites-per-order':
      return rule.filedOver === undefined
        ? t('rule_per_order', { most: rule.most })
        : t('rule_per_order_later', { most: rule.most, over: rule.filedOver });
    case 'shows-main-number':
      return t('rule_main_number');
    case 'holder':
      return t('rule_holder', {
        holders: ['same' as const, ...rule.accepts]
          .map((one) => t(`holder_${one.replaceAll('-', '_')}`))
          .join(t('list_separator')),
      });
    case 'minimum-validity':
      return t('rule_minimum_validity', { months: rule.months });
    case 'overseas-registrar-refused':
      return t('facts_rule_overseas_registrar_refused');
    case 'domain-certificate':
      return t('rule_certificate', { from: rule.from });
    case 'public-body-suffix':
      return t('rule_public_body', {
        suffixes: rule.suffixes.map((suffix) => `.${suffix}`).join(t('list_separator')),
      });
    case 'foreign-representative':
      return t(`rule_representative_${keyOf(rule.outcome)}`, { origins: originsOf(rule.of) });
    case 'individual-from-outside':
      return t(`rule_individual_${rule.outcome}`, { origins: originsOf(rule.of) });
    case 'registrar-before':
      return t(`rule_registrar_before_${keyOf(rule.application)}`);
    case 'suffix-at-access':
      return t(`rule_suffix_at_access_${rule.outcome}`, {
        suffixes: rule.suffixes.map((suffix) => `.${suffix}`).join(t('list_separator')),
      });
    case 'representative-office':
      return t(rule.accepted ? 'rule_office_accepted' : 'rule_office_refused');
    case 'principal':
    case 'individual-from-elsewhere':
    case 'empty-subject':
    case 'filed-sites':
      return t(`rule_${keyOf(rule.kind)}_${keyOf(rule.outcome)}`);
    case 'site-plan':
    case 'statement':
      return t(`rule_${keyOf(rule.kind)}`, { from: rule.from });
    case 'site-cap':
      return t('rule_site_cap', { most: rule.most });
    case 'reserved-label':
      return t('rule_reserved_label', { labels: rule.labels.join(t('list_separator')) });
    case 'local-phone':
      return t('rule_local_phone');
    case 'minimum-age':
      return t('rule_minimum_age', { years: rule.years });
    case 'confirmation-letter':
    case 'commitment-letter':
    case 'same-city-address':
    case 'one-number':
    case 'holder-name-form':
    case 'local-licence':
    case 'public-body-approval':
    case 'foreign-parent':
    case 'subject-change-refused':
      return t(`rule_${keyOf(rule.kind)}`);
    case 'own-suffix-list':
      return t('facts_rule_own_suffix_list');
  }
}
