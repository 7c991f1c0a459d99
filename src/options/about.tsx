/** Version, date and sources of the rules, licences. */

import type { Licence } from 'virtual:licences';
import { useEffect, useState } from 'preact/hooks';
import type { RuleBundle } from '../core/model.ts';
import { openFacts, openWelcome, version } from '../platform/browser.ts';
import type { Say } from '../ui/say.ts';
import { SourceLine } from '../ui/source-line.tsx';

export function About({ rules, say }: { readonly rules: RuleBundle; readonly say: Say }) {
  return (
    <>
      <p>{say('options_version', { version: version(), date: rules.stamp.date, sources: rules.sources.length })}</p>
      <p class="actions">
        <button type="button" onClick={() => void openFacts()}>
          {say('options_facts')}
        </button>
        <button type="button" onClick={() => void openWelcome()}>
          {say('options_welcome')}
        </button>
      </p>
      <details class="all-sources">
        <summary>
          <h3>{say('options_sources', { count: rules.sources.length })}</h3>
        </summary>
        <ul class="lines">
          {rules.sources.map((source) => (
            <li key={source.id}>
              <SourceLine source={source} say={say} />
            </li>
          ))}
        </ul>
      </details>
      <Licences say={say} />
    </>
  );
}

/** The licences of the extension and of every package in it; the build lists them from what it bundled. */
function Licences({ say }: { readonly say: Say }) {
  const [licences, setLicences] = useState<readonly Licence[]>([]);
  useEffect(() => {
    void import('virtual:licences').then((module) => setLicences(module.licences));
  }, []);
  const [own, ...packages] = licences;
  if (own === undefined) return null;
  return (
    <details class="all-licences">
      <summary>
        <h3>{say('licences_title', { licence: own.licence, count: packages.length })}</h3>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('licence_package')}</th>
            <th scope="col">{say('licence_version')}</th>
            <th scope="col">{say('licence_name')}</th>
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
          {say('licence_texts')}
          <span class="unseen"> {say('new_tab')}</span>
        </a>
      </p>
    </details>
  );
}
