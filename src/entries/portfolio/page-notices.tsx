/** What the page says of its own work: what failed, what is waited for, what was not taken. */
import type { Rejected } from '../../domain/portfolio/entry.ts';
import type { Portfolio } from '../../domain/portfolio/portfolio-record.ts';
import { focusOn } from '../../ui/focus-on.ts';
import { save as saveFile } from '../../ui/save-file.ts';
import { useTranslation } from '../../ui/translation.ts';
import { rejectedText } from './export-plan.ts';
import type { PortfolioWorkerState } from './use-portfolio-worker.ts';

/** A worker that stopped, and portfolios that could not be kept. */
export function Failures({
  hasFailed,
  unsaved,
}: {
  readonly hasFailed: boolean;
  readonly unsaved: readonly Portfolio[];
}) {
  const { t } = useTranslation();
  return (
    <>
      {hasFailed && (
        <p class="notice" role="alert">
          {t('portfolio_stopped')}{' '}
          <button type="button" onClick={() => location.reload()}>
            {t('portfolio_reload')}
          </button>
        </p>
      )}
      {unsaved.length > 0 && (
        <p class="notice" role="alert">
          {t('portfolio_unsaved', { names: unsaved.map((one) => one.name).join(t('list_separator')) })}
        </p>
      )}
    </>
  );
}

/** What takes more than a moment, and can be given up. */
export function WaitLine({
  work: { waitsFor, stopWaiting },
  after,
}: {
  readonly work: PortfolioWorkerState;
  /** What has the focus once it is given up. */
  readonly after: string;
}) {
  const { t } = useTranslation();
  if (waitsFor === null) return null;
  return (
    <p class="progress waits" role="status">
      {waitsFor.kind === 'file'
        ? t('portfolio_waits_file', { file: waitsFor.file })
        : t(`portfolio_waits_${waitsFor.kind}`)}{' '}
      <button
        type="button"
        onClick={() => {
          stopWaiting();
          focusOn(after);
        }}
      >
        {t('portfolio_cancel')}
      </button>
    </p>
  );
}

/** How far the assessment is; where it was stopped, how far it came. */
export function Progress({ work, all }: { readonly work: PortfolioWorkerState; readonly all: number }) {
  const { t } = useTranslation();
  if (!work.isBusy && !work.isCut) return null;
  const done = work.rows.length;
  return (
    <p class="progress" role="status">
      {work.isCut ? (
        t('portfolio_cut', { done, all })
      ) : (
        <>
          <progress value={done} max={all} aria-label={t('portfolio_progress')} />{' '}
          <button
            type="button"
            onClick={() => {
              work.cancel();
              focusOn('.grid');
            }}
          >
            {t('portfolio_cancel')}
          </button>
        </>
      )}
    </p>
  );
}

const REJECTED_SHOWN = 200;

/** Lines that gave no name, and why. */
export function RejectedList({ rejected }: { readonly rejected: readonly Rejected[] }) {
  const { t } = useTranslation();
  if (rejected.length === 0) return null;
  return (
    <details class="rejected">
      <summary>{t('portfolio_rejected', { count: rejected.length })}</summary>
      <ol>
        {rejected.slice(0, REJECTED_SHOWN).map(({ line, input, why }, index) => (
          <li key={index} value={line}>
            <code>{input}</code> <span class="dim">{t(`rejected_${why.replaceAll('-', '_')}`)}</span>
          </li>
        ))}
      </ol>
      <button type="button" onClick={() => saveFile('rejected.txt', 'text/plain', rejectedText(rejected))}>
        {t('portfolio_save_rejected')}
      </button>
    </details>
  );
}
