/** Which fields settle which check. */
import { type CheckId, HOLDERS, type Verdict } from '../core/model.ts';
import { displayTail } from '../core/question.ts';
import { registrarOfHost } from '../core/registrars.ts';
import { QUERY_FILINGS } from '../core/steps.ts';
import { Link } from '../ui/blocks.tsx';
import { Choice, CountField, DayField, Pick } from '../ui/controls.tsx';
import { type Asked, choices, OriginFields, ProvinceField, providers, SubjectField } from '../ui/personal.tsx';
import { RegistrarField } from './registrar-field.tsx';

/** The fields of one check. `site` is the host of the page that is open. */
export function Questions({
  check,
  verdict,
  site,
  ...asked
}: Asked & { readonly check: CheckId; readonly verdict: Verdict; readonly site: string | null }) {
  const { answers, tell, facts, locale, say } = asked;
  const { domain } = verdict;
  const registrable = displayTail(domain, domain.registrable);
  switch (check) {
    case 'filing-needed':
      return (
        <>
          <Choice
            label={say('ask_hosting', { host: domain.display })}
            value={answers.hosting}
            onChange={(value) => tell('hosting', value)}
            options={choices(say, 'hosting', ['mainland', 'mainland-cdn', 'elsewhere'])}
            say={say}
          />
          {answers.hosting !== 'elsewhere' && answers.record !== 'own' && (
            <Choice
              label={say('ask_live_now', { host: domain.display })}
              value={answers.liveNow}
              onChange={(value) => tell('liveNow', value)}
              options={choices(say, 'live_now', ['no', 'abroad', 'mainland'])}
              say={say}
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
        <Choice
          label={say('ask_name', { registrable })}
          value={answers.name}
          onChange={(value) => tell('name', value)}
          options={choices(say, 'name', ['own', 'other'])}
          say={say}
        />
      );
    case 'registrar-licensed':
      return (
        <>
          <RegistrarField
            registrars={facts.rules.registrars}
            suggested={site === null || site === domain.host ? null : registrarOfHost(facts.rules.registrars, site)}
            value={answers.registrar}
            onChange={(value) => tell('registrar', value)}
            locale={locale}
            say={say}
          />
          {verdict.findings.some((one) => one.check === check && one.outcome === 'fail') && (
            <DayField
              label={say('ask_registered_on')}
              value={answers.registeredOn}
              onChange={(value) => tell('registeredOn', value)}
              say={say}
            />
          )}
        </>
      );
    case 'registration-valid':
      return (
        <DayField
          label={say('ask_expires_on')}
          value={answers.expiresOn}
          onChange={(value) => tell('expiresOn', value)}
          say={say}
        />
      );
    case 'real-name-done':
      return (
        <Choice
          label={say('ask_real_name')}
          value={answers.realName}
          onChange={(value) => tell('realName', value)}
          options={choices(say, 'real_name', ['done', 'not-done'])}
          say={say}
        />
      );
    case 'real-name-recorded':
      return (
        <DayField
          label={say('ask_real_name_on')}
          value={answers.realNameOn}
          onChange={(value) => tell('realNameOn', value)}
          say={say}
        />
      );
    case 'holder-matches':
      return (
        <>
          <SubjectField {...asked} />
          <Choice
            label={say('ask_holder')}
            value={answers.holder}
            onChange={(value) => tell('holder', value)}
            options={choices(say, 'holder', answers.subject === 'individual' ? ['same', 'other'] : HOLDERS)}
            say={say}
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
            <Link url={QUERY_FILINGS} newTab={say('new_tab')}>
              {say('look_up_filing')}
            </Link>
          </p>
        </>
      );
    case 'no-open-application':
      return (
        <Choice
          label={say('ask_application')}
          value={answers.application}
          onChange={(value) => tell('application', value)}
          options={choices(say, 'application', ['none', 'open'])}
          say={say}
        />
      );
    case 'certificate-ready':
      return (
        <>
          <ProvinceField {...asked} />
          <SubjectField {...asked} />
          <Choice
            label={say('ask_certificate')}
            value={answers.certificate}
            onChange={(value) => tell('certificate', value)}
            options={choices(say, 'certificate', ['ready', 'missing'])}
            say={say}
          />
        </>
      );
    case 'province-accepts':
      return (
        <>
          <ProvinceField {...asked} />
          <SubjectField {...asked} />
          <CountField
            label={say('ask_names_on_site')}
            value={answers.namesOnSite}
            onChange={(value) => tell('namesOnSite', value)}
            say={say}
          />
        </>
      );
    default:
      return null;
  }
}

/** When one's own filing was made, and what is ahead of it: that decides what is verified again. */
function FiledFields({ answers, tell, say }: Asked) {
  return (
    <>
      <Choice
        label={say('ask_filed_when')}
        value={answers.filedWhen}
        onChange={(value) => tell('filedWhen', value)}
        options={choices(say, 'filed_when', ['before-2018', 'since-2018'])}
        say={say}
      />
      <Choice
        label={say('ask_applying_for')}
        value={answers.applyingFor}
        onChange={(value) => tell('applyingFor', value)}
        options={choices(say, 'applying_for', ['none', 'access-filing', 'change'])}
        say={say}
      />
    </>
  );
}

/** Is there a filing on the name, and whose. */
export function RecordField({ answers, tell, registrable, say }: Asked & { readonly registrable: string }) {
  return (
    <Choice
      label={say('ask_record', { registrable })}
      value={answers.record}
      onChange={(value) => tell('record', value)}
      options={choices(say, 'record', ['none', 'own', 'other'])}
      say={say}
    />
  );
}

/** Who serves this host; "outside the mainland" is the same answer as the one on where it is served. */
export function ServedByField({ host, ...asked }: Asked & { readonly host: string }) {
  const { answers, tell, facts, locale, say } = asked;
  return (
    <Pick
      label={say('ask_served_by', { host })}
      value={answers.hosting === 'elsewhere' ? 'outside' : answers.servedBy}
      onChange={(value) => {
        if (value === 'outside') tell('hosting', 'elsewhere');
        else if (answers.hosting === 'elsewhere') tell('hosting', value === undefined ? undefined : 'mainland');
        tell('servedBy', value === 'outside' ? undefined : value);
      }}
      options={[...providers(facts, locale, say), { value: 'outside', label: say('provider_outside') }]}
      say={say}
    />
  );
}
