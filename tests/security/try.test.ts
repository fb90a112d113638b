import { test } from 'vitest';
import { small } from '/work/main/tests/security/support.ts';
test('x', () => { for (const f of small().findings) console.log(f.rule, f.place.file, f.place.line, f.found); });
