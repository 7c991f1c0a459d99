/** A verdict as its first screen, and the screens that are pushed over it. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AssessmentResult } from '../domain/eligibility/engine.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import type { Problem } from '../domain/hostname/domain.ts';
import type { Console } from '../domain/ruleset/console.ts';
import { rulesText } from '../i18n/loaded-mark.ts';
import type { Translate } from '../i18n/translator.ts';
import { bandOf } from '../i18n/verdict-band.ts';
import { Icon } from '../ui/icon.tsx';
import { LoadedMark } from '../ui/loaded-mark.tsx';
import { OutcomeIcon, toneOf } from '../ui/outcome-icon.tsx';
import { ShortName } from '../ui/short-name.tsx';
import { useTranslation } from '../ui/translation.ts';
import { blockPageKey } from './block-page-key.ts';
import type { DeferredParts } from './deferred-sections.tsx';
import { FirstScreen } from './first-screen.tsx';
import { HostName } from './host-name.tsx';
import { meterOf } from './meter.ts';
import { MeterView } from './meter-view.tsx';
import { NameField } from './name-field.tsx';
import { displayOf } from './row.tsx';
import type { JudgedProps, Screen, VerdictViewProps } from './screens.ts';
import { useScreens } from './use-screens.ts';

interface Props extends Omit<VerdictViewProps, 'open'> {
  readonly answer: AssessmentResult;
  /** The verdict with what only it has; null where there is none. */
  readonly judged: Pick<JudgedProps, 'verdict' | 'situation' | 'decisive'> | null;
  /**
   * The console that is open, where the answer is about its page; no verdict is made on its own
   * name.
   */
  readonly console: Console | null;
  /** What the person must know about the keeping of answers. */
  readonly notices: readonly string[];
  /** What stands beside the name. */
  readonly beside: ComponentChildren;
  /** What draws what is loaded later; null while it is not. */
  readonly below: DeferredParts | null;
  /** What was just done and can be undone. */
  readonly undo: ComponentChildren;
}

interface TitleProps {
  readonly verdict: Verdict | null;
  readonly problem: Problem | null;
  readonly console: Console | null;
}

interface FirstProps extends VerdictViewProps, Pick<Props, 'judged' | 'console' | 'below'> {
  readonly problem: Problem | null;
  readonly isClaimed: boolean;
  readonly isBlocked: boolean;
}

/** The view of one answer. The attributes of `main` are stable: automated checks read them. */
export function Popup({ answer, judged, console: here, notices, beside, below, undo, ...given }: Props) {
  const { t } = useTranslation();
  const { facts, page } = given;
  const { screen, open, back } = useScreens();
  const shared = { ...given, open };
  const verdict = judged?.verdict ?? null;
  const problem = answer.kind === 'problem' ? answer.problem : null;
  const isClaimed = isClaimedBy(judged, given);
  const blocked = blockedBy(verdict, given);
  const updated = rulesText(facts.rules, t);
  return (
    <main
      data-loading={below ? undefined : ''}
      data-host={hostOf(verdict, problem, here && given.site)}
      data-problem={problem?.type ?? ''}
      data-situation={situationShown(judged, isClaimed, blocked, here)}
      data-screen={screen?.kind ?? ''}
      data-page={pageState(given)}
      {...verdictAttributes(verdict)}
    >
      {notices.map((notice) => (
        <p class="notice" role="alert" key={notice}>
          {notice}
        </p>
      ))}
      <LoadedMark rules={facts.rules} />
      <header>
        <Title verdict={verdict} problem={problem} console={here} />
        <span class="beside">
          {beside}
          <MoreButton isOpen={screen?.kind === 'more'} open={() => open({ kind: 'more' })} back={back} />
        </span>
      </header>
      {judged && <AnswerBand {...shared} {...judged} isClaimed={isClaimed} blocked={blocked} />}
      {problem && <ProblemBand problem={problem} />}
      {here && <ConsoleBand page={page} />}
      <div class="screen" data-shows={screen === null ? 'first' : screen.kind}>
        {screen !== null && (
          <Pushed screen={screen} back={back}>
            {below && <below.DetailScreen screen={screen} judged={judged} {...shared} />}
          </Pushed>
        )}
        {screen === null && (
          <First
            judged={judged}
            problem={problem}
            console={here}
            isClaimed={isClaimed}
            isBlocked={blocked !== null}
            below={below}
            {...shared}
          />
        )}
      </div>
      {undo}
      <footer>
        <NameField engine={given.engine} show={given.show} open={open} screen={screen} back={back} />
        <p class="foot">
          <span class="facts" title={`${updated} · ${t('works_offline')}`}>
            <span title={updated}>{updated}</span> <span>· {t('works_offline')}</span>
          </span>
          {below && <below.Many />}
        </p>
      </footer>
    </main>
  );
}

/** What is asked about: a name, what is no name, or the console that is open. */
function Title({ verdict, problem, console: here }: TitleProps) {
  const { locale } = useTranslation();
  if (verdict !== null) return <Name verdict={verdict} />;
  if (problem !== null) return <ProblemName problem={problem} />;
  return (
    here && (
      <h1 tabIndex={-1} aria-describedby="headline">
        {here.name[locale]}
      </h1>
    )
  );
}

/** The screen that others are pushed over. */
function First({ judged, problem, console: here, isClaimed, isBlocked, below, ...shared }: FirstProps) {
  if (judged !== null)
    return <FirstScreen {...judged} isClaimed={isClaimed} isBlocked={isBlocked} below={below} {...shared} />;
  return below && <below.Elsewhere problem={problem} console={here} {...shared} />;
}

/** Whether the page shows a filing that nobody has answered for yet. */
function isClaimedBy(judged: Props['judged'], { page, answers }: Pick<VerdictViewProps, 'page' | 'answers'>): boolean {
  // A government's site is filed by whoever runs it: whose it is is not asked.
  if (judged === null || judged.situation === 'government') return false;
  return page?.judged.claim != null && answers.record === undefined;
}

/** Returns what the page means that stands in for the site; null where none does. */
function blockedBy(
  verdict: Verdict | null,
  { page, isPage }: Pick<VerdictViewProps, 'page' | 'isPage'>,
): string | null {
  return verdict !== null && isPage && page !== null ? page.blocked : null;
}

function hostOf(verdict: Verdict | null, problem: Problem | null, site: string | null): string {
  return verdict?.domain.host ?? problem?.host ?? site ?? '';
}

function situationShown(
  judged: Props['judged'],
  isClaimed: boolean,
  blocked: string | null,
  here: Console | null,
): string {
  if (blocked !== null) return 'blocked';
  if (here !== null) return 'console';
  return isClaimed ? 'claimed' : (judged?.situation ?? '');
}

function pageState({ isPage, page }: Pick<VerdictViewProps, 'isPage' | 'page'>): '' | 'waits' | 'read' {
  if (!isPage) return '';
  return page === null ? 'waits' : 'read';
}

function verdictAttributes(verdict: Verdict | null) {
  return {
    'data-registrable': verdict?.domain.registrable ?? '',
    'data-standing': verdict?.standing ?? '',
    'data-coverage': verdict?.coverage.kind ?? '',
    'data-findings': verdict?.findings.map(({ check, outcome }) => `${check}:${outcome}`).join(' ') ?? '',
  };
}

function MoreButton({ isOpen, open, back }: { isOpen: boolean; open: () => void; back: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      class="plain"
      data-opens="more"
      aria-label={t('more_open')}
      title={t('more_open')}
      aria-expanded={isOpen}
      onClick={isOpen ? back : open}
    >
      <Icon name="more" size={18} />
    </button>
  );
}

function ProblemBand({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const key = `problem_${underscored(problem.type)}` as const;
  const isNoSite = problem.type === 'empty' || problem.type === 'browser-page';
  return (
    <BandView tone="dim" sign={<OutcomeIcon outcome="not-applicable" />} title={t(key)} lead={t(`${key}_text`)}>
      {isNoSite && <p class="lead">{t('problem_open_a_website')}</p>}
    </BandView>
  );
}

/** The answer: what happened to the site, or the verdict. */
function AnswerBand({
  blocked,
  ...shared
}: JudgedProps & { readonly isClaimed: boolean; readonly blocked: string | null }) {
  if (blocked === null) return <Band {...shared} />;
  return <BlockedBand means={blocked} domain={displayOf(shared.verdict.domain.registrable, shared.engine)} />;
}

/** Another page stands in for the site: what happened is the answer. */
function BlockedBand({ means, domain }: { readonly means: string; readonly domain: string }) {
  const { t } = useTranslation();
  const outcome = means === 'unfiled-warning' ? 'cannot-tell' : 'fail';
  return (
    <BandView
      tone={toneOf(outcome)}
      sign={<OutcomeIcon outcome={outcome} />}
      title={t('section_block_page')}
      lead={t(blockPageKey(means), { domain })}
    />
  );
}

function ConsoleBand({ page }: Pick<VerdictViewProps, 'page'>) {
  const { t } = useTranslation();
  const count = page?.messages.length ?? 0;
  return (
    <BandView
      tone={count > 0 ? 'ask' : 'info'}
      sign={<Icon name="chat" size={20} />}
      title={consoleTitle(count, t)}
      lead={t(page === null || count > 0 ? 'console_lead' : 'console_lead_none')}
    />
  );
}

function consoleTitle(count: number, t: Translate): string {
  if (count === 0) return t('console_title');
  return count === 1 ? t('console_messages_one') : t('console_messages_other', { count });
}

/** A screen over the first one: its title, and the way back. */
function Pushed({
  screen,
  back,
  children,
}: {
  readonly screen: Screen;
  readonly back: () => void;
  readonly children: ComponentChildren;
}) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  const id = screen.kind === 'check' ? screen.check : screen.kind;
  // What is typed in the field keeps the focus there.
  useLayoutEffect(() => {
    if (document.activeElement?.closest('.name-field') == null) title.current?.focus();
  }, [id]);
  return (
    <>
      <div class="back">
        <button type="button" class="plain" onClick={back} aria-label={t('back')} title={t('back')}>
          <Icon name="back" size={18} />
        </button>
        <h2 ref={title} tabIndex={-1}>
          {t(screen.kind === 'check' ? `check_${underscored(screen.check)}` : `screen_${screen.kind}`)}
        </h2>
      </div>
      {children}
    </>
  );
}

/** The host with its registrable domain set off; below it the A-labels where they differ. */
function Name({ verdict: { domain } }: { readonly verdict: Verdict }) {
  return (
    <div class="name">
      <h1 tabIndex={-1} aria-describedby="headline">
        <HostName domain={domain} />
      </h1>
      {domain.display !== domain.host && (
        <p class="ascii">
          <ShortName name={domain.host} end={domain.host.lastIndexOf('.')} />
        </p>
      )}
    </div>
  );
}

function ProblemName({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const isNamed = problem.display !== '' && problem.type !== 'browser-page';
  return (
    <h1 tabIndex={-1} aria-describedby="headline">
      {isNamed ? problem.display : t('extension_short_name')}
    </h1>
  );
}

/** The verdict in one line with its reason, and how much is known. */
function Band({ verdict, situation, decisive, isClaimed, ...shared }: JudgedProps & { readonly isClaimed: boolean }) {
  const { t } = useTranslation();
  const { page } = shared;
  const band = bandOf(verdict, situation, { decisive: decisive.open.length, isClaimed, isSound: isSound(page) }, t);
  const meter = isClaimed ? null : meterOf(verdict, situation, decisive);
  const sign =
    isClaimed || situation === 'government' ? (
      <Icon name="doc" size={20} />
    ) : situation === 'outside' ? (
      <Icon name="globe" size={20} />
    ) : (
      <OutcomeIcon outcome={band.outcome} />
    );
  const tone = isClaimed || situation === 'government' ? 'info' : toneOf(band.outcome);
  return (
    <BandView tone={tone} sign={sign} title={band.title} lead={band.lead}>
      {meter && <MeterView meter={meter} />}
    </BandView>
  );
}

function isSound(page: VerdictViewProps['page']): boolean {
  const { claim, notices } = page?.judged ?? { claim: null, notices: [] };
  return claim !== null && claim !== undefined && claim.link === 'ok' && notices.length === 0;
}

function BandView({
  tone,
  sign,
  title,
  lead,
  children,
}: {
  readonly tone: 'info' | ReturnType<typeof toneOf>;
  readonly sign: ComponentChildren;
  readonly title: string;
  readonly lead: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  return (
    <section class={`headline ${tone}`}>
      <span class={tone}>{sign}</span>
      {/* Answers change it: a screen reader hears the new verdict. */}
      <div id="headline" role="status">
        <p class="title" data-part="headline">
          {title}
        </p>
        <p class="lead">{lead}</p>
        {children}
      </div>
    </section>
  );
}

function underscored(id: string): string {
  return id.replaceAll('-', '_');
}
