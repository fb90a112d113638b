/** Every sentence an author can be told, with its rule id and its mend. */
export { catalogue, type RuleId } from './catalogue.ts';
export { at, type Finding, type Place, type Severity } from './finding.ts';
export { formatForMachines, formatForPeople } from './format.ts';
export { type Params, Reporter } from './reporter.ts';
export { severityOf } from './severity.ts';
