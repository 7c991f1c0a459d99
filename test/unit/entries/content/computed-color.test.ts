import { expect, test } from 'vitest';
import { readColor } from '../../../../src/entries/content/computed-color.ts';

/** As browsers write computed colors. */
test.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgb(0, 0, 0)', 0, 1],
  ['rgba(0, 0, 0, 0)', 0, 0],
  ['rgba(255, 255, 255, 0.4)', 1, 0.4],
  ['color(srgb 1 1 1)', 1, 1],
  ['color(srgb 0.1 0.1 0.1 / 0.5)', 0.1, 0.5],
  ['oklab(0.2 0.01 0.01)', 0.2, 1],
  ['oklch(0.98 0.01 250 / 0.9)', 0.98, 0.9],
  ['lab(98 0 0)', 0.98, 1],
  ['lch(12 3 40 / 0.3)', 0.12, 0.3],
])('%s', (computed, light, alpha) => {
  const read = readColor(computed);
  expect(read?.light).toBeCloseTo(light);
  expect(read?.alpha).toBeCloseTo(alpha);
});

test.each(['', 'none', 'color(display-p3 1 1 1)', 'color(srgb none)', 'CanvasText'])(
  '%j is none that we read',
  (text) => {
    expect(readColor(text)).toBeNull();
  },
);

test('what looks dark is below the middle, and what looks light above: the colours of well-known consoles', () => {
  for (const dark of ['rgb(23, 28, 38)', 'rgb(0, 21, 41)', 'rgb(0, 106, 255)', 'rgb(200, 30, 30)'])
    expect(readColor(dark)?.light, dark).toBeLessThan(0.5);
  for (const light of ['rgb(243, 244, 247)', 'rgb(255, 251, 230)', 'rgb(255, 106, 0)', 'rgb(190, 190, 190)'])
    expect(readColor(light)?.light, light).toBeGreaterThan(0.5);
});
