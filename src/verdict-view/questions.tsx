/** Which fields settle which check. */

import { QUERY_FILINGS } from '../domain/eligibility/next-steps.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import { toUnicodeName } from '../domain/hostname/unicode-name.ts';
import type { CheckId } from '../domain/ruleset/check-ids.ts';
import { registrarOfHost } from '../domain/ruleset/find-registrars.ts';
import { HOLDERS } from '../domain/ruleset/province.ts';
import {
  type AnswerFormProps,
  choices,
  OriginFields,
  ProvinceField,
  providers,
  SubjectField,
} from '../ui/answer-fields.tsx';
import { Link } from '../ui/blocks.tsx';
import { CountField, DayField, RadioGroup, SelectField } from '../ui/controls.tsx';
import { useTranslation } from '../ui/translation.ts';
import { RegistrarField } from './registrar-field.tsx';

/** The fields of one check. `site` is the host of the page that is open. */
export function Questions({
  check,
  verdict,
  site,
  ...asked
}: AnswerFormProps & { readonly check: CheckId; readonly verdict: Verdict; readonly site: string | null }) {
  const { t } = useTranslation();
  const { answers, setAnswer, facts } = asked;
  const { domain } = verdict;
  const registrable = toUnicodeName(domain, domain.registrable);
  switch (check) {
    case 'filing-needed':
      return (
        <>
          <RadioGroup
            label={t('ask_hosting', { host: domain.display })}
            value={answers.hosting}
            onChange={(value) => setAnswer('hosting', value)}
            options={choices(t, 'hosting', ['mainland', 'mainland-cdn', 'elsewhere'])}
          />
          {answers.hosting !== 'elsewhere' && answers.record !== 'own' && (
            <RadioGroup
              label={t('ask_live_now', { host: domain.display })}
              value={answers.liveNow}
              onChange={(value) => setAnswer('liveNow', value)}
              options={choices(t, 'live_now', ['no', 'abroad', 'mainland'])}
            />
          )}
        </>
      );
    case 'subject-can-file':
      return (
        <>
          <SubjectField {...asked} />
          <OriginFields {...asked} />
          <ProvinceField {...asked} />
        </>
      );
    case 'name-is-yours':
      return (
        <RadioGroup
          label={t('ask_name', { registrable })}
          value={answers.name}
          onChange={(value) => setAnswer('name', value)}
          options={choices(t, 'name', ['own', 'other'])}
        />
      );
    case 'registrar-licensed':
      return (
        <>
          <RegistrarField
            registrars={facts.rules.registrars}
            suggested={site === null || site === domain.host ? null : registrarOfHost(facts.rules.registrars, site)}
            value={answers.registrar}
            onChange={(value) => setAnswer('registrar', value)}
          />
          {verdict.findings.some((one) => one.check === check && one.outcome === 'fail') && (
            <DayField
              label={t('ask_registered_on')}
              value={answers.registeredOn}
              onChange={(value) => setAnswer('registeredOn', value)}
            />
          )}
        </>
      );
    case 'registration-valid':
      return (
        <DayField
          label={t('ask_expires_on')}
          value={answers.expiresOn}
          onChange={(value) => setAnswer('expiresOn', value)}
        />
      );
    case 'real-name-done':
      return (
        <RadioGroup
          label={t('ask_real_name')}
          value={answers.realName}
          onChange={(value) => setAnswer('realName', value)}
          options={choices(t, 'real_name', ['done', 'not-done'])}
        />
      );
    case 'real-name-recorded':
      return (
        <>
          {/* No page shows the day: that it was long ago is known all the same. */}
          <RadioGroup
            label={t('ask_real_name_settled')}
            value={answers.realNameSettled === undefined ? undefined : answers.realNameSettled ? 'yes' : 'no'}
            onChange={(value) => setAnswer('realNameSettled', value === undefined ? undefined : value === 'yes')}
            options={choices(t, 'real_name_settled', ['yes', 'no'])}
          />
          {answers.realNameSettled !== true && (
            <DayField
              label={t('ask_real_name_on')}
              value={answers.realNameOn}
              onChange={(value) => setAnswer('realNameOn', value)}
            />
          )}
        </>
      );
    case 'holder-matches':
      return (
        <>
          <SubjectField {...asked} />
          <RadioGroup
            label={t('ask_holder')}
            value={answers.holder}
            onChange={(value) => setAnswer('holder', value)}
            options={choices(t, 'holder', answers.subject === 'individual' ? ['same', 'other'] : HOLDERS)}
          />
          <ProvinceField {...asked} />
        </>
      );
    case 'no-foreign-record':
      return (
        <>
          <RecordField registrable={registrable} {...asked} />
          {answers.record === 'own' && <FiledFields {...asked} />}
          <p>
            <Link url={QUERY_FILINGS} newTab={t('new_tab')}>
              {t('look_up_filing')}
            </Link>
          </p>
        </>
      );
    case 'no-open-application':
      return (
        <RadioGroup
          label={t('ask_application')}
          value={answers.application}
          onChange={(value) => setAnswer('application', value)}
          options={choices(t, 'application', ['none', 'open'])}
        />
      );
    case 'certificate-ready':
      return (
        <>
          <ProvinceField {...asked} />
          <SubjectField {...asked} />
          <RadioGroup
            label={t('ask_certificate')}
            value={answers.certificate}
            onChange={(value) => setAnswer('certificate', value)}
            options={choices(t, 'certificate', ['ready', 'missing'])}
          />
        </>
      );
    case 'province-accepts':
      return (
        <>
          <ProvinceField {...asked} />
          <SubjectField {...asked} />
          <CountField
            label={t('ask_names_on_site')}
            value={answers.namesOnSite}
            onChange={(value) => setAnswer('namesOnSite', value)}
          />
        </>
      );
    default:
      return null;
  }
}

/** When one's own filing was made, and what is ahead of it: that decides what is verified again. */
function FiledFields({ answers, setAnswer }: AnswerFormProps) {
  const { t } = useTranslation();
  return (
    <>
      <RadioGroup
        label={t('ask_filed_when')}
        value={answers.filedWhen}
        onChange={(value) => setAnswer('filedWhen', value)}
        options={choices(t, 'filed_when', ['before-2018', 'since-2018'])}
      />
      <RadioGroup
        label={t('ask_applying_for')}
        value={answers.applyingFor}
        onChange={(value) => setAnswer('applyingFor', value)}
        options={choices(t, 'applying_for', ['none', 'access-filing', 'change'])}
      />
    </>
  );
}

/** Is there a filing on the name, and whose. */
export function RecordField({ answers, setAnswer, registrable }: AnswerFormProps & { readonly registrable: string }) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      label={t('ask_record', { registrable })}
      value={answers.record}
      onChange={(value) => setAnswer('record', value)}
      options={choices(t, 'record', ['none', 'own', 'other'])}
    />
  );
}

/**
 * Who serves this host; "outside the mainland" is the same answer as the one on where it is served.
 */
export function ServedByField({ host, ...asked }: AnswerFormProps & { readonly host: string }) {
  const { locale, t } = useTranslation();
  const { answers, setAnswer, facts } = asked;
  return (
    <SelectField
      label={t('ask_served_by', { host })}
      value={answers.hosting === 'elsewhere' ? 'outside' : answers.servedBy}
      onChange={(value) => {
        if (value === 'outside') setAnswer('hosting', 'elsewhere');
        else if (answers.hosting === 'elsewhere') setAnswer('hosting', value === undefined ? undefined : 'mainland');
        setAnswer('servedBy', value === 'outside' ? undefined : value);
      }}
      options={[...providers(facts, locale, t), { value: 'outside', label: t('provider_outside') }]}
    />
  );
}
