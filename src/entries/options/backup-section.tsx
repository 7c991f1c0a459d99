/** All that is kept: out, in again, and away. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { requestHostPermissions } from '../../browser-api/permissions.ts';
import { dayOf } from '../../domain/common/days.ts';
import { displayOf } from '../../domain/hostname/labels.ts';
import { MOST, type Refusal, refusalOfJson } from '../../domain/portfolio/input-limits.ts';
import { refusalText } from '../../i18n/refusal-text.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { RulesetInUse } from '../../storage/active-ruleset.ts';
import { eraseEverything, type Kept, readEverything, takeIn } from '../../storage/backup.ts';
import {
  type Everything,
  portfoliosToAdd,
  type Refused,
  readFile,
  replacedBy,
  type Tally,
  tallyOf,
  writeFile,
} from '../../storage/backup-file.ts';
import { storedValueAt } from '../../storage/stored-values.ts';
import { chosenText } from '../../ui/chosen-text.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { save } from '../../ui/save-file.ts';
import { useTranslation } from '../../ui/translation.ts';
import { JsonPicker } from './json-picker.tsx';
import { LabelledSetting } from './setting.tsx';

/**
 * Returns a file's text, or why it is not read: its size is asked first, its values are counted
 * before they are made.
 */
async function boundedText(file: File): Promise<string | Refusal | null> {
  if (file.size > MOST.bytes) return { why: 'bytes', most: MOST.bytes };
  const text = await chosenText(file);
  return text === null ? null : (refusalOfJson(text) ?? text);
}

const FILE = 'icp-filing-guide.json';
/** Items of a list that are written out. */
const SHOWN = 50;

interface Props {
  readonly inUse: RulesetInUse;
  /** What was done before the page was drawn anew: keys of the words for it. */
  readonly done: readonly string[];
  /**
   * Draws the page anew with what is kept now, and says this. `undo` puts back what was erased, and
   * resolves to what is to be said then.
   */
  readonly changed: (done: readonly string[], undo?: () => Promise<readonly string[]>) => void;
}

/** A file that was read and waits for the person's word. */
interface Offer {
  readonly coming: Everything;
  readonly refused: readonly Refused[];
  readonly there: Kept;
}

export function Data({ inUse, done, changed }: Props) {
  const { t } = useTranslation();
  const { rules } = inUse;
  const [note, setNote] = useState(done.map((key) => t(key)).join(' '));
  const [offer, setOffer] = useState<Offer | null>(null);
  const [erasing, setErasing] = useState<Kept | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const importing = useRef<HTMLButtonElement>(null);
  const accepting = useRef(false);

  // The page was drawn anew under the person's hands: this says why, and is where they go on.
  useLayoutEffect(() => {
    if (done.length > 0) status.current?.focus();
  }, []);

  async function exportAll(): Promise<void> {
    const kept = await readEverything(rules);
    if (kept === null) {
      setNote(t('data_unreadable'));
      return;
    }
    save(FILE, 'application/json', writeFile(kept.all));
    setNote(kept.unreadable === 0 ? t('data_exported', { file: FILE }) : lackOf(kept, t));
  }

  async function open(file: File): Promise<void> {
    const [text, there] = await Promise.all([boundedText(file), readEverything(rules)]);
    if (typeof text === 'object' && text !== null) return setNote(refusalText(text, file.name, t));
    const read =
      text === null ? ({ ok: false, why: 'not-json' } as const) : readFile(text, { rules, today: dayOf(new Date()) });
    if (there === null) setNote(t('data_unreadable'));
    else if (!read.ok) setNote(t(`data_${read.why.replaceAll('-', '_')}`, { file: file.name }));
    else {
      setNote('');
      setOffer({ coming: read.contents, refused: read.refused, there });
    }
  }

  /**
   * In the turn of the click: the browser is asked for the sites first. Once: pressed again, it
   * would bring portfolios twice.
   */
  async function accept({ coming, there }: Offer): Promise<void> {
    if (accepting.current) return;
    accepting.current = true;
    const missing = coming.sites.filter((site) => !there.all.sites.includes(site));
    const sites = missing.length === 0 || (await requestHostPermissions(missing));
    const copyOf = (name: string) => t('portfolio_copy_of', { name });
    const added = portfoliosToAdd(coming.portfolios, there.all.portfolios, () => crypto.randomUUID(), copyOf);
    const stored = await takeIn(coming.stored, added, rules);
    accepting.current = false;
    setOffer(null);
    if (stored === 'none') {
      setNote(t('data_not_stored'));
      status.current?.focus();
    } else changed([`data_taken_${stored}`, ...(sites ? [] : ['data_sites_not_given'])]);
  }

  async function erase(): Promise<void> {
    const { isWhole, undo } = await eraseEverything(rules);
    setErasing(null);
    const said = [isWhole ? 'data_erased' : 'data_not_erased'];
    if (undo === null) changed(said);
    else changed(said, async () => [(await undo()) ? 'data_restored' : 'data_not_restored']);
  }

  return (
    <>
      <LabelledSetting
        label={t('data_backup')}
        note={t('data_text')}
        words={[t('options_data'), t('options_export'), t('options_import')]}
        below={
          offer && (
            <OfferView
              offer={offer}
              accept={() => void accept(offer)}
              onCancel={() => {
                setOffer(null);
                importing.current?.focus();
              }}
            />
          )
        }
      >
        <button type="button" onClick={() => void exportAll()}>
          {t('options_export')}
        </button>
        <button type="button" ref={importing} onClick={() => picker.current?.click()}>
          {t('options_import')}
        </button>
        <JsonPicker picker={picker} onFile={open} />
      </LabelledSetting>
      <LabelledSetting
        label={t('data_erase')}
        note={t('data_erase_note')}
        words={[t('options_data'), t('options_erase')]}
      >
        <button
          type="button"
          class="danger"
          onClick={() =>
            void readEverything(rules).then((kept) => (kept ? setErasing(kept) : setNote(t('data_unreadable'))))
          }
        >
          {t('options_erase')}
        </button>
      </LabelledSetting>
      <p role="status" class="note" tabIndex={-1} ref={status}>
        {note}
      </p>
      {erasing && (
        <Confirm
          title={t('data_erase_title')}
          yes={t('data_erase_yes')}
          no={t('data_erase_no')}
          onYes={() => void erase()}
          onNo={() => setErasing(null)}
        >
          <p>{t('data_erase_text')}</p>
          <TallyView tally={tallyOf(erasing.all)} />
          {erasing.unreadable !== 0 && <p>{lackOf(erasing, t)}</p>}
          <p class="actions">
            <button type="button" onClick={() => void exportAll()}>
              {t('data_export_first')}
            </button>
            {/* What stands behind the question is silent. */}
            <span role="status">{note}</span>
          </p>
        </Confirm>
      )}
    </>
  );
}

/** What a file holds, what of it is not taken and why, and what it would replace. */
function OfferView({
  offer: { coming, refused, there },
  accept,
  onCancel,
}: {
  readonly offer: Offer;
  readonly accept: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const tally = tallyOf(coming);
  const isEmpty = Object.values(tally).every((count) => count === 0);
  const replaced = replacedBy(coming, there.all);
  return (
    <div class="offer">
      <h3 ref={title} tabIndex={-1}>
        {t('data_offer')}
      </h3>
      <TallyView tally={tally} />
      {replaced.length > 0 && (
        <p>
          {t('data_replaces', {
            places: replaced
              .slice(0, SHOWN)
              .map((place) => nameOf(place, t))
              .join(t('list_separator')),
          })}{' '}
          {replaced.length > SHOWN && t('data_more', { count: replaced.length - SHOWN })}
        </p>
      )}
      {refused.length > 0 && (
        <>
          <p>{t('data_refused', { count: refused.length })}</p>
          <ul class="refused">
            {refused.slice(0, SHOWN).map(({ place, why, parts }) => (
              <li key={place}>
                {t(`data_refused_${why.replaceAll('-', '_')}`, {
                  place: nameOf(place, t),
                  parts: parts.slice(0, SHOWN).join(t('list_separator')),
                })}
              </li>
            ))}
          </ul>
          {refused.length > SHOWN && <p>{t('data_more', { count: refused.length - SHOWN })}</p>}
        </>
      )}
      <p class="actions">
        {!isEmpty && (
          <button type="button" class="main" onClick={accept}>
            {t('data_accept')}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {t('data_leave')}
        </button>
      </p>
    </div>
  );
}

/** How much there is of each kind; what there is nothing of is not named. */
function TallyView({ tally }: { readonly tally: Tally }) {
  const { t } = useTranslation();
  const { names, ...kinds } = tally;
  const lines = Object.entries(kinds).filter(([, count]) => count > 0);
  if (lines.length === 0) return <p>{t('kept_nothing')}</p>;
  return (
    <ul class="tally">
      {lines.map(([kind, count]) => (
        <li key={kind}>{t(`kept_${kind}`, { count, names })}</li>
      ))}
    </ul>
  );
}

function lackOf({ unreadable }: Kept, t: Translate): string {
  return unreadable === null ? t('data_lacks_portfolios') : t('data_lacks_some', { count: unreadable });
}

/** Returns a place in the data as people know it. */
function nameOf(place: string, t: Translate): string {
  const found = storedValueAt(place);
  if (found === null) return place;
  const { label, take } = found.stored;
  return label === null ? (take === null ? place : displayOf(found.name)) : t(label);
}
