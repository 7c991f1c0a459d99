/**
 * Records written as labels and values, one line after the other: WHOIS, copied pages, pages taken
 * apart.
 */
import { foldLabel } from '../common/fold-label.ts';
import type { RecordField, RecordSection } from '../ruleset/record-words.ts';
import { withZone, zoneOfLabel } from './label-zone.ts';
import type { NameReader } from './names.ts';
import { RDAP_EVENTS } from './rdap-events.ts';
import { Draft, type RecordContext } from './record.ts';
import type { LabelMeaning } from './words.ts';

/** Characters in which a label ends, and in which a line with several labels is looked through. */
const MOST_LABEL = 80;
const MOST_LINE = 8000;
/** Shorter lines have one label. */
const LEAST_LINE = 24;
/** More lines are a program's answer, and not what somebody typed or picked out. */
const MOST_BY_HAND = 8;
/** Words of the longest label. */
const MOST_WORDS = 9;
/** Lines without anything in them between a label and its value. */
const MOST_GAP = 2;
/** Short labels that contacts, objects and servers have as well, each about itself. */
const OF_ANYTHING = new Set([
  'created',
  'changed',
  'registered',
  'updated',
  'modified',
  'status',
  'state',
  'expires',
  'owner',
  'company',
  'org',
  'query',
]);
/** The label that RFC 9083 has for it, as an event. */
const OF_RDAP = /^\W*last update of rdap database\W*$/i;
const OTHER_CONTACT = /^\p{L}[\p{L} /-]{2,50}\scontacts?\s?:$/iu;
const OF_MINISTRY = /^ICP备案主体信息[:：]?$/;
/** Words in the headings of pages; registries write "Registrar" and nothing else. */
const PAGE_SECTION = /info|detail|data|dates|信息|資訊|资料|日期/i;
/** Headings that pages have and no registry writes above what it knows of a name. */
const OF_LOOK_UP = /^(?:domain|registrar) (?:information|info|details)$|^(?:域名|注册商)(?:基本)?信息$/i;
/** Labels of what is shown of a holder beside the name. */
const OF_HOLDER = /^[^\p{L}]*(?:registrant|所有者|注册者|注册人|持有者)/iu;

/** Headings of pages that show a record, with the name behind or before the word. */
const HEADLINE =
  /^(?:whois|rdap)\b[\w\s-]{0,30}?\b(?:for|of)\s+(\S{4,80})$|^(\S{4,80}?)\s?的?\s?(?:whois|域名)\s?(?:信息|查询结果|记录)$/i;
/** "你的域名 example.com 的注册信息如下：". */
const OWN_HEADLINE = /^(?:[你您]的)?域名\s?([^\s的]{4,80})\s?的(?:注册|详细|基本)?信息(?:如下)?[:：]?$/;
/** What somebody says of one name before the labels: "My domain example.com, at Alibaba Cloud:". */
const LEADS_UP = /^.{5,120}[:：]\s*$/u;
/** Parts of RDAP as programs print them, each below a line of its own: "Event:", "Entity:". */
const OF_RDAP_PART =
  /^[^\p{L}]{0,20}(event|entity|action|date|role|type|identifier|name|vcard fn):(?:\s{1,20}(\S.{0,300}?))?\s{0,20}$/iu;
const SECTION_OF_ROLE: Readonly<Record<string, RecordSection>> = { registrar: 'registrar', registrant: 'holder' };
/** Two labels in one line stand further apart than a label and its value. */
const DAY_ONLY = /^[\d\s:/年月日.-]{8,40}$/u;
/** A name has no blanks: what follows it is the next label. */
const NAME_ONLY = /^\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}\s$/u;
const WIDE_GAP = /(?:\s{2,}|[\t\u3000;；|，,]\s*)$/u;
/** Suffixes of which a registration has both, in A-labels. */
const SPELLINGS: readonly string[] = ['xn--fiqs8s', 'xn--fiqz9s'];

interface LabelledValue {
  readonly meaning: LabelMeaning;
  readonly label: string;
  readonly value: string;
}

interface FoundLabel {
  readonly start: number;
  readonly end: number;
  readonly meaning: LabelMeaning;
  readonly label: string;
}

/** What a text was like, so that its kind can be told. */
export interface Manner {
  chineseLabels: number;
  otherLabels: number;
  /** Quoted, or each line with a bullet. */
  isQuoted: boolean;
  hasSections: boolean;
  /** Labels stand in brackets, as the registry of .jp writes them. */
  hasBrackets: boolean;
  /** A program for RDAP printed it: it says as of when the registry's RDAP database is. */
  isRdap: boolean;
  /** Copied from the ministry's page about one filing, by the heading that it alone has. */
  isMinistry: boolean;
}

/** Reads lines in order; `drafts` has the domains that they are about. */
export class LineReader {
  readonly drafts = new Map<string, Draft>();
  readonly manner: Manner = {
    chineseLabels: 0,
    otherLabels: 0,
    isQuoted: false,
    hasSections: false,
    hasBrackets: false,
    isRdap: false,
    isMinistry: false,
  };
  /** What stands before the first domain. */
  private early: Draft;
  private current: Draft;
  /**
   * Whether what is read is about something else: a server, an address block, the suffix itself.
   */
  private isForeign = false;
  private wasForeign = false;
  /** What the record calls its holder, and whether what is read is about that contact. */
  private holder = '';
  private isHolderContact = false;
  private section: string | null = null;
  /** Whether the heading of the part is one that pages have, and no registry's bare word. */
  private isPageSection = false;
  /** Whether the line begins with a bullet; a registry draws a box around its terms so. */
  private hasBullet = false;
  private pending: { readonly meaning: LabelMeaning; readonly label: string } | null = null;
  /** Whether the line before was a label alone whose value is not read: a name below it is that. */
  private isBelowOther = false;
  private gap = 0;
  private followsGap = true;
  private isMixed = false;
  /** Whether names stand above their records, alone or in a heading. */
  private isHeaded = false;
  /** The part of RDAP that is read, and what it said of itself. */
  private part: { readonly isEvent: boolean; readonly isOwn: boolean; says: string } | null = null;
  /** How far in its entities stand: events further in are theirs. */
  private entityColumn = Number.POSITIVE_INFINITY;
  private readonly offers = new Set<string>();
  private lines = 0;

  constructor(
    private readonly context: RecordContext,
    private readonly names: NameReader,
    /** The domain that a page is about, by its title or address; null where there is no page. */
    private readonly pageName: string | null = null,
    /** How many labels of offers (prices, bids) a page may have that shows a record. */
    private readonly mostOffers = 1,
  ) {
    this.early = new Draft(context);
    this.current = this.early;
  }

  /**
   * Reads one line of text; `isLast` where it is the last one and has no end, so that it may be cut
   * off.
   */
  text(raw: string, isLast = false): void {
    this.lines++;
    const line = raw.length > MOST_LINE ? raw.slice(0, MOST_LINE) : raw;
    // RIPE and others comment so.
    if (line.startsWith('%')) return;
    if (this.rdapPart(line, isLast)) return;
    const plain = line.replace(/^[\s>*•·|#\u00a0\u3000\ufeff]+|^\s{0,8}[-–—]\s{1,16}(?=\S)/u, '').trimEnd();
    if (plain === '') {
      this.blank();
      return;
    }
    this.hasBullet = /^\s{0,8}(?:>\s|[-–—*•]\s)/u.test(line);
    // Markdown sets labels in bold type, and values as code.
    const bare = plain.includes('**') || plain.includes('`') ? plain.replace(/\*\*|`/g, '') : plain;
    const wasBelowOther = this.isBelowOther;
    if (!this.cells(bare, isLast) && !this.pairs(bare, isLast)) this.single(bare, isLast);
    if (wasBelowOther) this.isBelowOther = false;
    this.followsGap = false;
    this.gap = 0;
  }

  /** Reads a line of an event or an entity of RDAP. Returns whether it is one. */
  private rdapPart(line: string, isLast: boolean): boolean {
    if (this.drafts.size === 0) return false;
    const [, written, value = ''] = OF_RDAP_PART.exec(line) ?? [];
    if (written === undefined) return false;
    const label = written.toLowerCase();
    if (value === '' && (label === 'event' || label === 'entity')) {
      const column = line.search(/\p{L}/u);
      if (label === 'entity') this.entityColumn = Math.min(this.entityColumn, column);
      this.part = { isEvent: label === 'event', isOwn: column <= this.entityColumn, says: '' };
      this.pending = null;
      return true;
    }
    const { part } = this;
    if (part === null) return false;
    if (part.isEvent) this.rdapEvent(part, label, value, isLast);
    else this.rdapEntity(part, label, value, isLast);
    return true;
  }

  private rdapEvent(part: NonNullable<LineReader['part']>, label: string, value: string, isLast: boolean): void {
    if (label === 'action') part.says = value;
    const field = RDAP_EVENTS[foldLabel(part.says)];
    if (label !== 'date' || field === undefined || !part.isOwn) return;
    this.manner.isRdap = true;
    this.current.set(field, value, isLast);
  }

  private rdapEntity(part: NonNullable<LineReader['part']>, label: string, value: string, isLast: boolean): void {
    if (label === 'role') this.section = SECTION_OF_ROLE[value.toLowerCase()] ?? 'other';
    else if (label === 'type') part.says = value;
    else if (label === 'identifier' && /iana/i.test(part.says)) this.current.set('iana', value, isLast);
    else if (/name|fn/.test(label) && this.section === 'registrar' && !this.current.hasRegistrar)
      this.current.set('registrar', value, isLast);
    else if (/name|fn/.test(label) && this.section === 'holder') this.current.set('holderName', value, isLast);
  }

  /** Reads one line of a page: pieces of text that stand beside each other. */
  pieces(pieces: readonly string[]): void {
    if (pieces.length === 0) {
      this.pending = null;
      return;
    }
    if (pieces.length === 1) {
      this.text(pieces[0] ?? '');
      return;
    }
    if (this.labelled(pieces)) return;
    const joined = pieces.join(' ');
    // "查询时间：2026-11-20" beside a button is no value of the label before it.
    const label = joined.slice(0, Math.max(0, Math.min(colonAt(joined, 0), MOST_LABEL)));
    if (this.pending !== null && this.context.words.meaning(label) === null) this.value(pieces, false);
    else this.text(joined);
  }

  /**
   * Reads the labels among pieces, each with what stands behind it. Returns whether one had a
   * value.
   */
  private labelled(pieces: readonly string[], isLast = false): boolean {
    const { words } = this.context;
    const first = pieces[0] ?? '';
    const isLabelled = (words.meaning(first) ?? words.dayMeaning(first)) !== null;
    if (!isLabelled) this.offer(first);
    let isRead = false;
    let at = isLabelled ? 0 : this.nextLabel(pieces, 1);
    while (at < pieces.length) {
      const label = pieces[at] ?? '';
      const meaning = words.meaning(label) ?? words.dayMeaning(label);
      const end = this.nextLabel(pieces, at + 1);
      // "Abuse" beside "Phone" is two labels; what stands before a label that we know is none of
      // its values.
      if (meaning !== null && end > at + 1 && (at === 0 || isRead)) {
        this.label(meaning, label, pieces.slice(at + 1, end), isLast && end === pieces.length);
        isRead = true;
      }
      at = end;
    }
    return isRead;
  }

  private nextLabel(pieces: readonly string[], from: number): number {
    let at = from;
    while (at < pieces.length && this.context.words.meaning(pieces[at] ?? '') === null) at++;
    return at;
  }

  /** Reads lines that stand in one cell and have labels of their own. */
  inner(lines: readonly string[]): void {
    for (const line of lines) {
      const found = this.labelBeforeColon(line, colonAt(line, 0)) ?? this.labelByWords(line);
      if (found !== null) this.label(found.meaning, found.label, [found.value], false);
    }
    this.pending = null;
  }

  /** Notes that the page shows the name itself: what stood before is the site's own. */
  mention(name: string): void {
    if (name === this.pageName && this.current === this.early) this.early.forgetRealName();
    this.pending = null;
  }

  /** Notes what running text offers: "Buy now: $120". */
  noteOffers(text: string): void {
    const colon = colonAt(text, 0);
    if (colon > 0) this.offer(text.slice(0, colon));
  }

  /** Whether a label waits for its value. */
  get isWaiting(): boolean {
    return this.pending !== null;
  }

  /** Ends the reading. Returns whether the drafts can be told apart. */
  end(): boolean {
    if (this.drafts.size === 0 && this.pageName !== null && !this.wasForeign) {
      this.early.domain = this.pageName;
      this.drafts.set(this.pageName, this.early);
    }
    for (const draft of this.drafts.values()) draft.isLong = this.lines > MOST_BY_HAND;
    // An offer shows the record of a name that is somebody else's.
    if (this.offers.size > this.mostOffers) this.drafts.clear();
    // Facts before the first of several names: which belong to which cannot be told.
    return !(this.isMixed && this.drafts.size > 1);
  }

  private offer(label: string): void {
    if (label.length > MOST_LABEL || this.offers.size > 1) return;
    const key = foldLabel(label);
    if (this.context.words.foreignColumns.has(key)) this.offers.add(key);
  }

  private blank(): void {
    this.followsGap = true;
    if (++this.gap > MOST_GAP) this.pending = null;
  }

  /** Reads a row of a Markdown table whose first cell is a label. Returns whether it is one. */
  private cells(line: string, isLast: boolean): boolean {
    if (!line.includes('|')) return false;
    const cells = line.split('|').map((cell) => cell.trim());
    const isClosed = cells.at(-1) === '';
    return this.labelled(
      cells.filter((cell) => cell !== ''),
      isLast && !isClosed,
    );
  }

  /**
   * Reads a line that has several labels, as what was copied out of a chat. Returns whether it is
   * one.
   */
  private pairs(line: string, isLast: boolean): boolean {
    if (line.length < LEAST_LINE) return false;
    const found: FoundLabel[] = [];
    let from = 0;
    for (let colon = colonAt(line, 0); colon >= 0; colon = colonAt(line, colon + 1)) {
      const one = this.labelBefore(line, from, colon);
      if (one === null) continue;
      found.push(one);
      from = colon + 1;
    }
    if (!areSeveral(found, line)) return false;
    this.nameBefore(line.slice(0, found[0]?.start));
    found.forEach(({ end, meaning, label }, index) => {
      const next = found[index + 1];
      const value = withoutEnd(line.slice(end, next?.start ?? line.length));
      this.label(meaning, label, [value], isLast && next === undefined);
    });
    this.pending = null;
    return true;
  }

  /**
   * Takes the one name that is told of before all labels: "I looked up example.com: registrar: …".
   */
  private nameBefore(text: string): void {
    if (this.drafts.size > 0 || this.pageName !== null || text === '') return;
    const [name, ...others] = this.names.all(text);
    if (name !== undefined && others.length === 0) this.domain(name, false);
  }

  private labelBefore(line: string, from: number, colon: number): FoundLabel | null {
    let best: FoundLabel | null = null;
    let words = 0;
    const least = Math.max(from, colon - MOST_LABEL);
    for (let at = colon - 1; at >= least && words < MOST_WORDS; at--) {
      const isStart = at === from || /[\s,;，；、|>]/u.test(line[at - 1] ?? '');
      if (!isStart || /\s/u.test(line[at] ?? '')) continue;
      words++;
      const label = line.slice(at, colon);
      const meaning = this.context.words.meaning(label);
      if (meaning !== null) best = { start: at, end: colon + 1, meaning, label };
    }
    return best;
  }

  private single(line: string, isLast: boolean): void {
    const colon = colonAt(line, 0);
    const found =
      this.labelInBrackets(line) ??
      this.labelExplained(line) ??
      this.labelBeforeColon(line, colon) ??
      this.labelBeforeComma(line);
    if (found !== null) {
      this.label(found.meaning, found.label, [found.value], isLast);
      return;
    }
    // Whose contact it is, nobody has to know: the holder's part ends there.
    if (OTHER_CONTACT.test(line) && this.context.words.meaning(line) === null) this.section = 'other';
    if (OF_MINISTRY.test(line)) this.manner.isMinistry = true;
    // Elsewhere such words alone in a line are a site's menu.
    if (this.mostOffers === 0) this.offer(line);
    const whole = this.context.words.meaning(line);
    if (whole !== null) {
      this.label(whole, line, [], isLast);
      return;
    }
    const apart = this.labelApart(line);
    if (apart !== null) this.label(apart.meaning, apart.label, [apart.value], isLast);
    else if (this.pending !== null && !looksLabelled(line, colon)) this.value([line], isLast);
    else this.headline(line, isLast);
  }

  /** JPRS: "a. [Domain Name]  EXAMPLE.JP"; in chats "【域名】example.com". */
  private labelInBrackets(line: string): LabelledValue | null {
    const [, lens = '', behind = ''] = /^【([^】]{1,60})】[:：]?(.*)$/.exec(line) ?? [];
    const [, label = lens, value = behind] = /^(?:[a-z]\.\s{0,4})?\[([^\]]{1,60})\]\s*(.*)$/i.exec(line) ?? [];
    const meaning = label === '' ? null : this.context.words.meaning(label);
    if (meaning === null) return null;
    if (lens !== '') return { meaning, label, value };
    this.manner.hasBrackets = true;
    // Whose name that is stands in no heading there.
    const isHolder = meaning.isName && meaning.field === null;
    return { meaning: isHolder ? (this.context.words.meaning('Registrant') ?? meaning) : meaning, label, value };
  }

  /** HKIRC explains its labels in brackets. */
  private labelExplained(line: string): LabelledValue | null {
    const [whole = '', label = ''] = /^([^(:：]{1,60})\([^()]{0,300}\)\s?[:：]/.exec(line) ?? [];
    const meaning = label === '' ? null : this.context.words.meaning(label);
    return meaning === null ? null : { meaning, label, value: line.slice(whole.length) };
  }

  private labelBeforeColon(line: string, colon: number): LabelledValue | null {
    if (colon <= 0 || colon > MOST_LABEL) return null;
    const { words } = this.context;
    const label = line.slice(0, colon);
    const meaning = words.meaning(label) ?? words.dayMeaning(label);
    if (meaning !== null) return { meaning, label, value: line.slice(colon + 1) };
    this.offer(label);
    return null;
  }

  /** A line of a file with two columns: `Registrar,"GoDaddy.com, LLC"`. */
  private labelBeforeComma(line: string): LabelledValue | null {
    const comma = line.indexOf(',');
    if (comma <= 0 || comma > MOST_LABEL || /^\s|^$/.test(line.slice(comma + 1))) return null;
    const label = line.slice(0, comma);
    const meaning = this.context.words.meaning(label);
    const value = line.slice(comma + 1);
    const quoted = /^"([^"]*)"$/.exec(value)?.[1];
    return meaning?.field ? { meaning, label, value: quoted ?? value } : null;
  }

  /** The heading of a page that was copied: "Whois Record for example.com". */
  private headline(line: string, isLast: boolean): void {
    const isFirst = this.drafts.size === 0 && this.early.facts === 0;
    if ((!isFirst && !this.isHeaded) || this.pageName !== null || this.isBelowOther || line.length > 120) return;
    const [, behind, before] = HEADLINE.exec(line) ?? [];
    const own = OWN_HEADLINE.exec(line)?.[1];
    if (isFirst && LEADS_UP.test(line)) this.nameBefore(line);
    // A name alone in a line heads what stands below it; where one does, each does.
    const name = behind ?? before ?? own ?? (/\s/.test(line) ? undefined : line);
    if (name !== undefined && this.domain(name, isLast)) this.isHeaded = true;
  }

  /**
   * A label that a tab, several blanks or, where it is told by its words, one blank holds apart
   * from its value.
   */
  private labelApart(line: string): LabelledValue | null {
    const { words } = this.context;
    // "Domain name.......... example.com": dots lead to the value.
    const [, led = '', value = ''] = /^([^.]{1,60})\.{3,80}:?\s*(\S.*)$/.exec(line) ?? [];
    const meant = led === '' ? null : words.meaning(led);
    if (meant !== null) return { meaning: meant, label: led, value };
    const wide = /\t|\s{2,}/.exec(line);
    if (wide !== null && wide.index > 0 && wide.index <= MOST_LABEL) {
      const label = line.slice(0, wide.index);
      const meaning = words.meaning(label);
      if (meaning !== null) return { meaning, label, value: line.slice(wide.index).trim() };
    }
    return this.labelByWords(line);
  }

  /**
   * "Record expires on 2027-05-31", "注册商 阿里云": of other languages' words a sentence may begin so.
   */
  private labelByWords(line: string): LabelledValue | null {
    let count = 0;
    for (let at = line.indexOf(' '); at > 0 && at <= MOST_LABEL && count < 5; at = line.indexOf(' ', at + 1), count++) {
      const label = line.slice(0, at);
      if (!/\son$/i.test(label) && !/^[\p{Script=Han}：]+$/u.test(label)) continue;
      // The registry of .ru tells below a record how fresh its answers are.
      const isOfAll = this.followsGap && /^last updated on$/i.test(label);
      const meaning = this.context.words.meaning(isOfAll ? 'Record as of' : label);
      if (meaning?.field) return { meaning, label, value: line.slice(at + 1) };
    }
    return null;
  }

  private label(meaning: LabelMeaning, label: string, values: readonly string[], isLast: boolean): void {
    this.count(label);
    // Who shows the holder's country and not the holder hides the name.
    if (meaning.field === null && !this.isForeign && OF_HOLDER.test(label)) this.current.hideHolder();
    const value = values.find((one) => one.trim() !== '');
    if (value === undefined) this.heading(meaning, label);
    else this.labelWith(meaning, label, value, values, isLast);
  }

  /** Takes a label without a value: it heads a part, or its value is in the next line. */
  private heading(meaning: LabelMeaning, label: string): void {
    if (meaning.section !== null) this.enter(meaning.section, label);
    const isRead = meaning.field !== null || meaning.isName;
    this.pending = isRead ? { meaning, label } : null;
    this.isBelowOther = !isRead && meaning.section === null;
  }

  /** Begins a part, where pieces that stand elsewhere are nothing but its heading. */
  enterPart([heading, ...more]: readonly string[]): void {
    const section = heading === undefined || more.length > 0 ? null : this.context.words.meaning(heading)?.section;
    if (heading !== undefined && section && section !== 'object') this.enter(section, heading);
  }

  private enter(section: string, label: string): void {
    this.section = section;
    this.isPageSection = PAGE_SECTION.test(label);
    if (OF_LOOK_UP.test(label)) this.manner.hasSections = true;
  }

  private labelWith(
    meaning: LabelMeaning,
    label: string,
    value: string,
    values: readonly string[],
    isLast: boolean,
  ): void {
    // Another object has a paragraph of its own; within one a registry names a person so.
    if (meaning.section === 'object') {
      if (this.followsGap || this.drafts.size === 0) this.foreign(value.trim());
      else if (this.context.words.isHidden(value)) this.current.hideHolder();
      this.pending = null;
      return;
    }
    this.pending = { meaning, label };
    // French registries describe the registrar in a paragraph of its own, whose dates are the
    // registrar's.
    if (this.followsGap && /^\s*registrar\s*$/i.test(label) && this.current.hasRegistrarNamed(value)) {
      this.section = 'other';
      this.pending = null;
      return;
    }
    this.value(values, isLast);
  }

  /** Takes a value for the label that waits for one; statuses go on over several lines. */
  private value(values: readonly string[], isLast: boolean): void {
    const { pending } = this;
    if (pending === null) return;
    const field = this.fieldOf(pending.meaning, pending.label);
    if (field !== 'status') this.pending = null;
    if (this.isForeign && field !== 'domain') {
      if (this.isHolderContact && pending.meaning.isName) this.nameHolder(pending.label, values[0] ?? '', isLast);
      return;
    }
    if (field === null) return;
    if (field === 'holder') this.holder = values[0]?.trim() ?? '';
    if (field === 'domain') this.domainAmong(values, isLast);
    else {
      const zone = zoneOfLabel(pending.label);
      this.setField(field, zone === null ? values : values.map((one) => withZone(one, zone)), isLast);
    }
  }

  /**
   * Takes the names of the contact that the record called its holder by a handle, as the registries
   * of .cz and .cr do.
   */
  private nameHolder(label: string, value: string, isLast: boolean): void {
    this.current.forgetHolder(this.holder);
    this.current.set(/^\s*name\s*$/i.test(label) ? 'holderName' : 'holder', value, isLast);
  }

  private domainAmong(values: readonly string[], isLast: boolean): void {
    const found = values.find((one) => this.domain(one, isLast));
    if (found === undefined && values.some((one) => this.names.isSuffix(one))) this.foreign();
    this.pending = null;
  }

  private setField(field: RecordField, values: readonly string[], isLast: boolean): void {
    const all = values.map((one) => withoutEnd(one.trim())).filter((one) => one !== '');
    // Look-up sites tell of an answer that they kept when it was asked for, in the same words.
    if (field === 'updated' && values.some((one) => this.context.words.isAskedAnew(one))) {
      this.setField('asOf', values, isLast);
      return;
    }
    if (field === 'status') {
      if (!this.current.set(field, all.join(' , '), isLast)) this.pending = null;
      return;
    }
    // A name may be set in several pieces; a button behind it is one as well.
    const joined = all.join(' ');
    if (field === 'registrar' && all.length > 1 && this.context.registrars.byName(joined) !== null)
      this.current.set(field, joined, isLast);
    else all.some((one) => this.current.set(field, one, isLast));
  }

  private fieldOf(meaning: LabelMeaning, label: string): RecordField | null {
    const plain = label.trim().toLowerCase();
    if (meaning.isName) return this.fieldOfName(meaning, plain);
    return this.section === 'other' && OF_ANYTHING.has(plain) ? null : meaning.field;
  }

  /** What "Name" and its like mean in the part in which they stand. */
  private fieldOfName({ field }: LabelMeaning, label: string): RecordField | null {
    // WHOIS has sections of contacts, and some of the registrar; that a name stands below "Domain
    // Information" is a page's way.
    if (this.isPageSection && (this.section === 'domain' || this.section === 'registrar'))
      this.manner.hasSections = true;
    switch (this.section) {
      case null:
        return field;
      case 'domain':
        return field ?? 'domain';
      case 'registrar':
        return this.current.hasRegistrar ? null : 'registrar';
      case 'holder':
        return /^(?:name|姓名|full name)$/.test(label) ? 'holderName' : 'holder';
      default:
        return null;
    }
  }

  private domain(value: string, isLast: boolean): boolean {
    if (isLast) return false;
    const name = this.names.domain(value);
    if (name === null) return false;
    this.isForeign = false;
    this.section = null;
    // CNNIC names a registration in all spellings of its name, one below the other.
    if (this.current.facts === 0 && this.current.domain !== null && areSpellings(this.current.domain, name))
      return true;
    const known = this.drafts.get(name);
    if (known !== undefined) {
      this.current = known;
      return true;
    }
    if (this.drafts.size === 0 && !this.wasForeign) {
      this.isMixed = this.early.facts > 0;
      this.early.domain = name;
      this.current = this.early;
    } else {
      this.current = new Draft(this.context);
      this.current.domain = name;
    }
    this.drafts.set(name, this.current);
    return true;
  }

  private foreign(object = ''): void {
    this.isForeign = true;
    this.isHolderContact = object !== '' && object === this.holder;
    this.wasForeign = this.wasForeign || this.drafts.size === 0;
    this.pending = null;
  }

  private count(label: string): void {
    if (this.hasBullet) this.manner.isQuoted = true;
    if (OF_RDAP.test(label)) this.manner.isRdap = true;
    if (/\p{Script=Han}/u.test(label)) this.manner.chineseLabels++;
    else this.manner.otherLabels++;
  }
}

/**
 * Returns where the next colon is, a full-width one counts; -1 where there is none. Those in
 * addresses and times are none.
 */
function colonAt(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0xff1a) return at;
    if (code !== 0x3a) continue;
    const next = line.charCodeAt(at + 1);
    const isTime = next >= 48 && next <= 57 && isDigit(line.charCodeAt(at - 1));
    if (!isTime && !(next === 0x2f && line.charCodeAt(at + 2) === 0x2f)) return at;
  }
  return -1;
}

/** Whether labels in a line are several of one kind: three, or two with a gap between them. */
function areSeveral(found: readonly FoundLabel[], line: string): boolean {
  const [first, second] = found;
  if (first === undefined || first.start > MOST_LABEL) return false;
  if (found.length > 2) return true;
  if (second === undefined || first.start > 0) return false;
  const between = line.slice(first.end, second.start);
  return WIDE_GAP.test(between) || DAY_ONLY.test(between) || NAME_ONLY.test(between);
}

/** Returns a value without what stood between it and the next label. */
function withoutEnd(value: string): string {
  let end = value.length;
  while (end > 0 && ' \t,;，；、|<>'.includes(value[end - 1] ?? '')) end--;
  return value.slice(0, end);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * Whether a line is a label with its value, though not one that we know: it is no value of the
 * label before.
 */
function looksLabelled(line: string, colon: number): boolean {
  if (/[:：]\s*$/.test(line)) return true;
  return (
    colon > 0 &&
    colon <= 40 &&
    /^[\p{L}\p{N} /._-]+$/u.test(line.slice(0, colon).trim()) &&
    /^[:：]\s/.test(line.slice(colon))
  );
}

/** Whether two names without anything between them are spellings of one, as below `.中国`. */
function areSpellings(one: string, other: string): boolean {
  return SPELLINGS.includes(suffixOf(one)) && SPELLINGS.includes(suffixOf(other));
}

function suffixOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
