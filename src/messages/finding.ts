/** What an author is told: where, what was found, what was expected, how to mend it. */
export interface Place {
  /** Relative to the project's root, with forward slashes. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

export type Severity = 'error' | 'warning';

export interface Finding {
  /** Rule id, `topic/what`. */
  rule: string;
  severity: Severity;
  place: Place;
  found: string;
  expected: string;
  mend: string;
  /** The other place, where two clash. */
  related?: { place: Place; what: string };
}

export const at = (file: string, line = 1, column = 1): Place => ({ file, line, column });
