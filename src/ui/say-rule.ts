import type { Locale, ProvinceRule } from '../core/model.ts';
import type { Say } from './say.ts';

/** In: a province's rule. Out: it in words. */
export function sayRule(rule: ProvinceRule, say: Say, locale: Locale): string {
  const keyOf = (code: string) => code.replaceAll('-', '_');
  const originsOf = (origins: readonly string[]) =>
    origins.map((one) => say(`origin_${keyOf(one)}`)).join(say('list_separator'));
  switch (rule.kind) {
    case 'note':
      return rule.text[locale];
    case 'websites-per-order':
      return say('rule_per_order', { most: rule.most });
    case 'shows-main-number':
      return say('rule_main_number');
    case 'holder':
      return say('rule_holder', {
        holders: ['same' as const, ...rule.accepts]
          .map((one) => say(`holder_${one.replaceAll('-', '_')}`))
          .join(say('list_separator')),
      });
    case 'minimum-validity':
      return say('rule_minimum_validity', { months: rule.months });
    case 'overseas-registrar-refused':
      return say('facts_rule_overseas_registrar_refused');
    case 'domain-certificate':
      return say('rule_certificate', { from: rule.from });
    case 'public-body-suffix':
      return say('rule_public_body', {
        suffixes: rule.suffixes.map((suffix) => `.${suffix}`).join(say('list_separator')),
      });
    case 'foreign-representative':
      return say(`rule_representative_${keyOf(rule.outcome)}`, { origins: originsOf(rule.of) });
    case 'individual-from-outside':
      return say(`rule_individual_${rule.outcome}`, { origins: originsOf(rule.of) });
    case 'registrar-before':
      return say(`rule_registrar_before_${keyOf(rule.application)}`);
    case 'representative-office':
      return say(rule.accepted ? 'rule_office_accepted' : 'rule_office_refused');
    case 'own-suffix-list':
      return say('facts_rule_own_suffix_list');
  }
}
