import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { openScreen, untilOutcome } from '../support/browser/outcomes.ts';
import { RDAP } from '../support/browser/rdap.ts';
import { borrowChromium } from '../support/browser/started.ts';

const PASTED = `Domain Name: EXAMPLE.COM
Registrar: GoDaddy.com, LLC
Registrar IANA ID: 146
Creation Date: 2015-03-02T10:00:00Z
Registry Expiry Date: 2098-03-02T10:00:00Z
`;

describe.each(RUNS)('a record that is pasted, in $kind', ({ kind, first }) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started = await (kind === 'chromium' ? borrowChromium() : launchFirefox());
  });
  afterAll(() => started?.close());

  first('is shown before it counts; one of another name fills nothing', async () => {
    const popup = await started.openPopup('shop.example.com');
    await openScreen(popup, 'record');
    // Where a tab with JSON can be read the registry's own answer is the first place.
    const places = await popup.$$eval('[data-look-up]', (all) => all.map((one) => one.getAttribute('data-look-up')));
    expect(places).toEqual([...(kind === 'chromium' ? ['rdap', 'registry'] : ['registry', 'rdap']), 'miit']);
    const paste = (text: string) =>
      popup.$eval(
        '[data-detail=record] textarea',
        (field, given) => {
          (field as HTMLTextAreaElement).value = given;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        },
        text,
      );
    await paste(PASTED.replace('EXAMPLE.COM', 'ELSEWHERE.COM'));
    await popup.waitForSelector('[data-record="elsewhere.com"]');
    expect(await popup.$('[data-use-record]')).toBeNull();
    await paste(JSON.stringify({ ...RDAP, ldhName: 'EXAMPLE.COM' }).slice(0, 200));
    await popup.waitForFunction(() => document.querySelector('.understood')?.textContent?.includes('cut off'));
    await paste(PASTED);
    await popup.waitForSelector('[data-understood="registrar registeredOn expiresOn"]');
    await untilOutcome(popup, 'registrar-licensed', 'needs-answer');
    await popup.click('[data-use-record]');
    await untilOutcome(popup, 'registrar-licensed', 'fail');
    await untilOutcome(popup, 'registration-valid', 'pass');
    await popup.close();
  });
});
