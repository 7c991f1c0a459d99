/** Documents name files and commands that exist; documents and comments are wrapped. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';

const COLUMNS = 100;

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));
// What a version brought stays as it was called then.
const documents = files.filter((path) => path.endsWith('.md'));
const sources = files.filter((path) => /^(?:src|scripts|test)\/.*\.(?:tsx?|mjs|css)$|^[^/]*\.ts$/.test(path));
/** Texts that people paste into the stores' forms, a paragraph a line. */
const PASTED = /^docs\/store\/(?:listing|privacy|permissions|hosts)\b/;
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Returns a document without its blocks of code, its lines kept in number. */
function prose(path: string): string {
  return textOf(path).replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ''));
}

/** Returns the words of a document that are set as code. */
function codeIn(path: string): string[] {
  return [...prose(path).matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replace(/\s+/g, ' '));
}

/** Whether a path, or the end of one without `.test.ts`, is a file or a folder. */
function isThere(name: string): boolean {
  const path = name.replace(/\/$/, '');
  return files.some((file) => {
    const bare = `/${file}`.replace(/(?:\.(?:both|deep))?(?:\.test)?\.tsx?$/, '');
    return `/${file}`.endsWith(`/${path}`) || bare.endsWith(`/${path}`) || `/${file}`.includes(`/${path}/`);
  });
}

test('every path that a document names is there', () => {
  const gone = documents.flatMap((path) => {
    const links = [...prose(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, link = '']) => normalize(join(dirname(path), link)))
      .filter((link) => !existsSync(join(ROOT, link)));
    const named = codeIn(path)
      .filter((code) => /^[\w.-]+(?:\/[\w.-]+)+\/?$/.test(code))
      // Capitals stand for what one puts there; what is built is not in the repository.
      .filter((code) => !/[A-Z]{2}/.test(code) && !/^(?:dist|out)\//.test(code) && !isThere(code));
    return [...links, ...named].map((one) => `${path}: ${one}`);
  });
  expect(gone).toEqual([]);
});

test('every name of the code that the glossary gives is in the code', () => {
  const code = sources
    .filter((path) => path.startsWith('src/'))
    .map(textOf)
    .join('\n');
  const named = codeIn('docs/glossary.md')
    .flatMap((name) => name.split('.'))
    .filter((name) => /^[A-Za-z][\w-]*$/.test(name));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
});

test('every npm script that a document names is there', () => {
  const { scripts } = JSON.parse(textOf('package.json'));
  const gone = documents.flatMap((path) =>
    [...textOf(path).matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)]
      .filter(([, name = '']) => !Object.hasOwn(scripts, name))
      .map(([found]) => `${path}: ${found}`),
  );
  expect(gone).toEqual([]);
});

test('documents are wrapped', () => {
  const wrapped = documents.filter((path) => !PASTED.test(path));
  expect(wrapped.length).toBeGreaterThan(10);
  const long = wrapped.flatMap((path) =>
    prose(path)
      .split('\n')
      // Tables, titles, and what cannot be parted.
      .filter(
        (line) => line.length > COLUMNS && !/^(?:\||#|<)/.test(line) && /\S\s\S/.test(line.slice(0, COLUMNS).trim()),
      )
      .map((line) => `${path}: ${line.slice(0, 60)}`),
  );
  expect(long).toEqual([]);
});

test('comments say what is returned in a sentence, and are wrapped', () => {
  const wrong = sources.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => {
        if (!/^\s*(?:\/\/|\/?\*)\s/.test(line) && !/^\s*\/\*\*?/.test(line)) return [];
        const isLong = line.length > COLUMNS && !/biome-ignore|https?:\/\/\S{60}/.test(line);
        const isForm = /^\s*(?:\/\/|\/?\*\*?)\s*(?:In|Out): |\. Out: /.test(line);
        return isLong || isForm ? [`${path}:${index + 1}: ${line.trim().slice(0, 70)}`] : [];
      }),
  );
  expect(wrong).toEqual([]);
});

test('documents and comments are in American English', () => {
  // Words between ticks are names: keys that are stored, files, options of the command line.
  const words = (text: string) => text.replace(/`[^`]*`|\{@link [^}]*\}/g, '');
  const BRITISH =
    /(?<![\w-])(?:organis|licence|colour|recognis|normalis|cancelled|misspelt|spelt|grey|judgement|labelled|learnt|neighbour|behaviour|favour|catalogue|centre|defence|summaris|analys(?:e|ing)\b)[a-z]*/i;
  const comment = (line: string) => /^\s*(?:\/\/|\/\*\*?|\*)\s?(.*)$/.exec(line)?.[1] ?? '';
  const found = [
    ...documents.map((path) => [path, prose(path)] as const),
    ...sources.map((path) => [path, textOf(path).split('\n').map(comment).join('\n')] as const),
  ].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const word = BRITISH.exec(words(line))?.[0];
      return word === undefined ? [] : [`${path}:${index + 1}: ${word}`];
    }),
  );
  expect(found).toEqual([]);
});
