import { catalogue, type RuleId } from './catalogue.ts';
import type { Finding, Place } from './finding.ts';
import { severityOf } from './severity.ts';

export type Params = Record<string, string | number>;

/** Collects findings; a phase is handed one and never throws for what an author wrote. */
export class Reporter {
  readonly findings: Finding[] = [];
  private readonly told = new Set<string>();

  report(rule: RuleId, place: Place, params: Params = {}, related?: Finding['related']): void {
    const message = catalogue[rule];
    const finding: Finding = {
      rule,
      severity: severityOf(rule),
      place,
      found: oneLine(message.found(params)),
      expected: oneLine(message.expected(params)),
      mend: message.mend(params),
      ...(related ? { related } : {}),
    };
    // A file that several modules or languages share is told once.
    const key = JSON.stringify(finding);
    if (this.told.has(key)) return;
    this.told.add(key);
    this.findings.push(finding);
  }

  get failed(): boolean {
    return this.findings.some((f) => f.severity === 'error');
  }

  /** By file, line, column, rule: the same sources always give the same list. */
  sorted(): Finding[] {
    return [...this.findings].sort(
      (a, b) =>
        compare(a.place.file, b.place.file) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column ||
        compare(a.rule, b.rule),
    );
  }
}

/** What an author wrote may hold line breaks; a finding is one line. */
const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cs}/gu, '')
    .trim();

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
