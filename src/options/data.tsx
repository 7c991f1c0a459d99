import { useState } from 'preact/hooks';
import { eraseData, exportData, importData } from '../case/data.ts';
import { NAMES } from '../core/language.ts';
import { LOCALES, type Locale, type RuleBundle } from '../core/model.ts';
import { forget, LANGUAGE_KEY, openFacts, openWelcome, store, version } from '../platform/browser.ts';
import { Pick } from '../ui/controls.tsx';
import { save } from '../ui/save.ts';
import type { Say } from '../ui/words.ts';

/** The language of all pages; "unknown" is the browser's. */
export function LanguageOption({ chosen, say }: { readonly chosen: Locale | undefined; readonly say: Say }) {
  return (
    <section class="language">
      <h2>{say('options_language')}</h2>
      <Pick
        label={say('options_language_label')}
        value={chosen}
        onChange={async (locale) => {
          if (locale === undefined ? await forget(LANGUAGE_KEY) : await store({ [LANGUAGE_KEY]: locale }))
            location.reload();
        }}
        options={LOCALES.map((value) => ({ value, label: NAMES[value] }))}
        none={say('options_language_browser')}
        say={say}
      />
    </section>
  );
}

/** All that is kept: out, in again, and away. */
export function DataOptions({ rules, say }: { readonly rules: RuleBundle; readonly say: Say }) {
  const [note, setNote] = useState('');
  const [sure, setSure] = useState(false);
  return (
    <section class="data">
      <h2>{say('options_data')}</h2>
      <p>{say('options_data_text')}</p>
      <p class="actions">
        <button
          type="button"
          onClick={async () => save('icp-filing-guide.json', 'application/json', await exportData())}
        >
          {say('options_export')}
        </button>
        <label>
          {say('options_import')}{' '}
          <input
            type="file"
            accept=".json,application/json"
            onChange={async (event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file === undefined) return;
              const done = await importData(await file.text(), rules);
              input.value = '';
              setNote(
                done.kind === 'done'
                  ? say('options_imported', { taken: done.taken, left: done.left })
                  : say(`options_import_${done.kind.replaceAll('-', '_')}`),
              );
            }}
          />
        </label>
        <button
          type="button"
          class="erase"
          onBlur={() => setSure(false)}
          onClick={async () => {
            if (!sure) setSure(true);
            else if (await eraseData()) location.reload();
            else setNote(say('answers_not_stored'));
          }}
        >
          {say(sure ? 'options_erase_sure' : 'options_erase')}
        </button>
      </p>
      <p role="status">{note}</p>
    </section>
  );
}

/** Version, date of the rules, where they come from. */
export function About({ rules, say }: { readonly rules: RuleBundle; readonly say: Say }) {
  return (
    <section class="about">
      <h2>{say('options_about')}</h2>
      <p>{say('options_version', { version: version(), date: rules.stamp.date, sources: rules.sources.length })}</p>
      <p>{say('options_licences')}</p>
      <p class="actions">
        <button type="button" onClick={() => void openFacts()}>
          {say('options_facts')}
        </button>
        <button type="button" onClick={() => void openWelcome()}>
          {say('options_welcome')}
        </button>
      </p>
    </section>
  );
}
