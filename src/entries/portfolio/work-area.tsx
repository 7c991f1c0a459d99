/**
 * Where one works: what is to be done, the table, and beside it the case of a row or two that are
 * compared.
 */
import type { Engine } from '../../domain/eligibility/engine.ts';
import type { Knowledge, NameRow } from '../../domain/portfolio/assess-rows.ts';
import { type FixId, hasFix } from '../../domain/portfolio/fixes.ts';
import { isLikely } from '../../domain/portfolio/likely-answers.ts';
import type { View } from '../../domain/portfolio/row-view.ts';
import { useTranslation } from '../../ui/translation.ts';
import { LikelyList } from './likely-list.tsx';
import { domainsOf, type ToldAnswers } from './portfolio-changes.ts';
import { RowCase } from './row-case.tsx';
import { RowCompare } from './row-compare.tsx';
import { RowTable } from './row-table.tsx';
import { BulkBar, RowFilters } from './row-tools.tsx';
import { ToDoList } from './to-do-list.tsx';
import type { PortfolioWorkerState } from './use-portfolio-worker.ts';

/** What lies beside the table: the case of a host, or two hosts to compare. */
export type Beside = { readonly host: string } | { readonly pair: readonly [string, string] } | null;

interface Props {
  readonly work: PortfolioWorkerState;
  /** Whether there is something to be said of all rows. */
  readonly isReady: boolean;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly selected: ReadonlySet<string>;
  readonly select: (hosts: ReadonlySet<string>) => void;
  readonly unselect: () => void;
  readonly beside: Beside;
  readonly setBeside: (beside: Beside) => void;
  readonly engine: Engine;
  readonly known: Knowledge;
  readonly tell: (domains: readonly string[], said: ToldAnswers) => void;
  readonly group: (rows: readonly NameRow[], site: string) => void;
  readonly remove: (hosts: ReadonlySet<string>) => void;
  readonly copyNames: (domains: readonly string[]) => void;
}

export function WorkArea(props: Props) {
  const { t } = useTranslation();
  const { work, isReady, view, setView, selected, select, beside, setBeside, engine, copyNames } = props;
  const chosen = selected.size === 0 ? [] : work.rows.filter((row) => selected.has(row.host));
  const withFix = (fix: FixId) => work.rows.filter((row) => hasFix(row.fixes, fix));
  return (
    <div class="work">
      {isReady && work.digest !== null && (
        <ToDoList
          toDo={work.digest.toDo}
          view={view}
          setView={setView}
          selectAll={(fix) => select(new Set(withFix(fix).map((row) => row.host)))}
          copyAll={(fix) => copyNames(domainsOf(withFix(fix)))}
        >
          <LikelyList
            likely={work.digest.likely}
            accept={(likely, said) => props.tell(domainsOf(work.rows.filter((row) => isLikely(likely, row))), said)}
            facts={engine.facts}
          />
        </ToDoList>
      )}
      <section class="panel tbl" aria-label={t('portfolio_table')}>
        <RowFilters
          view={view}
          setView={setView}
          digest={work.digest}
          shown={work.order.length}
          all={work.rows.length}
        />
        {chosen.length > 0 && (
          <BulkBar
            count={chosen.length}
            tell={(said) => props.tell(domainsOf(chosen), said)}
            group={(site) => props.group(chosen, site)}
            remove={() => props.remove(selected)}
            copy={() => copyNames(domainsOf(chosen))}
            compare={comparing(chosen, setBeside)}
            clear={props.unselect}
            facts={engine.facts}
          />
        )}
        <RowTable
          rows={work.rows}
          order={work.order}
          view={view}
          setView={setView}
          selected={selected}
          select={select}
          opened={beside !== null && 'host' in beside ? beside.host : null}
          open={(host) => setBeside(host === null ? null : { host })}
        />
      </section>
      <BesideTable {...props} />
    </div>
  );
}

/** Returns what puts two chosen rows side by side; null where they are not two domains. */
function comparing(chosen: readonly NameRow[], setBeside: Props['setBeside']): (() => void) | null {
  const [one, other, ...more] = chosen;
  if (one === undefined || other === undefined || more.length > 0 || one.registrable === other.registrable) return null;
  return () => setBeside({ pair: [one.host, other.host] });
}

/** Returns the rows that are to be seen beside the table; fewer where one of them is gone. */
export function rowsBeside(beside: Beside, rows: readonly NameRow[]): NameRow[] {
  if (beside === null) return [];
  const hosts = 'host' in beside ? [beside.host] : beside.pair;
  return hosts.flatMap((host) => rows.find((row) => row.host === host) ?? []);
}

function BesideTable({ work, beside, setBeside, engine, known, tell }: Props) {
  const [one, other] = rowsBeside(beside, work.rows);
  if (beside === null || one === undefined) return null;
  const close = () => setBeside(null);
  if ('host' in beside)
    return (
      <RowCase
        key={one.host}
        row={one}
        engine={engine}
        known={known}
        tell={(name, value) => tell([one.registrable], { [name]: value })}
        close={close}
      />
    );
  if (other === undefined) return null;
  return (
    <RowCompare rows={[one, other]} engine={engine} known={known} close={close} open={(host) => setBeside({ host })} />
  );
}
