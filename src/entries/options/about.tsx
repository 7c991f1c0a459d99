/** Version, date and sources of the rules, licenses. */

import type { Licence } from 'virtual:licences';
import { useEffect, useState } from 'preact/hooks';
import { projectPage, version } from '../../browser-api/runtime.ts';
import { openFacts, openWelcome } from '../../browser-api/tabs.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import { SourceLine } from '../../ui/source-line.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { LabelledSetting, Setting } from './setting.tsx';
import { WrongAnswerReport } from './wrong-answer-report.tsx';

export function About({ rules }: { readonly rules: Ruleset }) {
  const { t } = useTranslation();
  const project = projectPage();
  return (
    <>
      <LabelledSetting
        label={t('extension_name')}
        note={t('options_version', { version: version(), date: rules.stamp.date, sources: rules.sources.length })}
        words={[t('options_about'), t('options_facts'), t('options_welcome')]}
      >
        <button type="button" onClick={() => void openFacts()}>
          {t('options_facts')}
        </button>
        <button type="button" onClick={() => void openWelcome()}>
          {t('options_welcome')}
        </button>
        {project !== null && (
          <a class="project" href={project} target="_blank" rel="noreferrer">
            {t('project_page')}
          </a>
        )}
      </LabelledSetting>
      {project !== null && <WrongAnswerReport rules={rules} />}
      <Setting words={[t('options_about'), t('options_sources', { count: rules.sources.length })]}>
        <details class="all-sources">
          <summary>
            <h3>{t('options_sources', { count: rules.sources.length })}</h3>
          </summary>
          <ul class="lines">
            {rules.sources.map((source) => (
              <li key={source.id}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </details>
      </Setting>
      <Licences />
    </>
  );
}

/**
 * The licenses of the extension and of every package in it; the build lists them from what it
 * bundled.
 */
function Licences() {
  const { t } = useTranslation();
  const [licences, setLicences] = useState<readonly Licence[]>([]);
  useEffect(() => {
    void import('virtual:licences').then((module) => setLicences(module.licences));
  }, []);
  const [own, ...packages] = licences;
  if (own === undefined) return null;
  return (
    <Setting words={[t('options_about'), t('licences_title', { licence: own.licence, count: packages.length })]}>
      <details class="all-licences">
        <summary>
          <h3>{t('licences_title', { licence: own.licence, count: packages.length })}</h3>
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('licence_package')}</th>
              <th scope="col">{t('licence_version')}</th>
              <th scope="col">{t('licence_name')}</th>
            </tr>
          </thead>
          <tbody>
            {packages.map(({ name, version: number, licence }) => (
              <tr key={`${name} ${number}`}>
                <th scope="row">{name}</th>
                <td>{number}</td>
                <td>{licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <a href="/licences.txt" target="_blank" rel="noopener">
            {t('licence_texts')}
            <span class="unseen"> {t('new_tab')}</span>
          </a>
        </p>
      </details>
    </Setting>
  );
}
