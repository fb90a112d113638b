import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readProfileFile, writeProfileFile } from '../../src/screens/shared/profile-file.ts';

const IDS = ['mission.name', 'focal-point.contact', 'hotline.contact'];

describe('the file of local facts', () => {
  test('what is written is read again, and is YAML', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 60, unit: 'grapheme' }), { minLength: 3, maxLength: 3 }),
        (texts) => {
          const values = Object.fromEntries(IDS.map((id, i) => [id, texts[i] ?? '']));
          const file = writeProfileFile({ checkedOn: '2026-01-31', values }, IDS, 'head');
          expect(readProfileFile(file)).toEqual({
            ok: true,
            profile: { checkedOn: '2026-01-31', values },
          });
          expect(parse(file)).toEqual({ checkedOn: '2026-01-31', values });
        },
      ),
    );
  });

  test('reads what a person writes: comments, single quotes, no quotes, no value', () => {
    const text =
      "\uFEFF# facts\r\ncheckedOn: 2026-01-31\r\nvalues:\r\n  mission.name: 'UN''s own' # note\r\n  hotline.contact: +1 23 # note\r\n  oios.contact:\r\n";
    expect(readProfileFile(text)).toEqual({
      ok: true,
      profile: {
        checkedOn: '2026-01-31',
        values: { 'mission.name': "UN's own", 'hotline.contact': '+1 23', 'oios.contact': '' },
      },
    });
  });

  test.each([
    ['values:\n  - a', 2],
    ['just words', 1],
    ['a: {b: 1}', 1],
    ['a: "open', 1],
  ])('%j is refused, with its line', (text, line) => {
    expect(readProfileFile(text)).toEqual({ ok: false, line });
  });
});
