/** The reader of records over the shipped facts, and the samples that tests read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';
import { isHtml, pageOfHtml } from '../../../../src/cli/saved-page.ts';
import { createRecordReader, type RecordReading } from '../../../../src/domain/records/read.ts';
import type { DomainRecord } from '../../../../src/domain/records/record.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';

const reader = createRecordReader(rules, engine.read);

/** Returns what a text holds, HTML as the page at an address. */
export function readSample(text: string, url: string | null = null): RecordReading {
  return isHtml(text) ? reader.page(pageOfHtml(text, url)) : reader.text(text);
}

const FOLDER = join(ROOT, 'test/support/fixtures/records');

/** What a sample says, by whoever made it; fields that are missing are not spoken of. */
export interface Expected {
  readonly file: string;
  readonly kind: string;
  readonly pageUrl?: string;
  readonly records: readonly {
    readonly domain: string;
    readonly registrarName?: string | null;
    readonly registrarId?: string | null;
    readonly ianaId?: number | null;
    readonly registeredOn?: string | null;
    readonly transferredOn?: string;
    readonly expiresOn?: string | null;
    readonly updatedOn?: string | null;
    readonly statuses?: readonly string[];
    readonly holder?: string | null;
    readonly holderRedacted?: boolean | null;
    readonly realName?: 'done' | 'not-done' | null;
    readonly realNameOn?: string;
    readonly filingNumber?: string;
    readonly siteFilingNumber?: string;
    readonly filingHolder?: string;
    readonly filingNature?: string;
    readonly filedOn?: string;
  }[];
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly flags?: readonly string[];
}

/** Returns the text of a sample. */
export function sampleText(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

export const samples: readonly Expected[] = JSON.parse(sampleText('expected.json')).samples;
export const TODAY: string = JSON.parse(sampleText('expected.json')).today;
/** All that is read from each sample. */
export const readings: Readonly<
  Record<string, { readonly records: readonly DomainRecord[]; readonly problems: readonly unknown[] }>
> = JSON.parse(sampleText('readings.json'));
export const files = readdirSync(FOLDER).filter((file) => !file.endsWith('s.json') && file !== 'expected.json');
