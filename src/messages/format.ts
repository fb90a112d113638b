import type { Finding, Place } from './finding.ts';

const where = (p: Place): string => `${p.file}:${p.line}:${p.column}`;

/** Findings for a person: one block each, then one closing line. */
export function formatForPeople(findings: readonly Finding[]): string {
  const blocks = findings.map((f) => {
    const lines = [
      `${where(f.place)} ${f.severity} ${f.rule}`,
      `  found     ${f.found}`,
      `  expected  ${f.expected}`,
      `  mend      ${f.mend.replaceAll('\n', '\n            ')}`,
    ];
    if (f.related) lines.push(`  see also  ${where(f.related.place)} ${f.related.what}`);
    return lines.join('\n');
  });
  const errors = findings.filter((f) => f.severity === 'error').length;
  blocks.push(`${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`);
  return blocks.join('\n\n');
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Findings for machines: one JSON document. */
export const formatForMachines = (findings: readonly Finding[]): string =>
  JSON.stringify(
    { errors: findings.filter((f) => f.severity === 'error').length, findings },
    null,
    2,
  );
