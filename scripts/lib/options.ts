import { type ParseArgsConfig, parseArgs } from 'node:util';

type Spec = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Spec> = ReturnType<
  typeof parseArgs<{ options: O; allowNegative: true }>
>['values'];

/** What was asked for cannot be done as it was written; the message says how to write it. */
export class UsageError extends Error {}

/**
 * The options of a command. What it does not know is told, with what it knows.
 * @param example the command as a person types it
 * @throws UsageError
 */
export function options<const O extends Spec>(spec: O, example: string): Values<O> {
  const names = Object.keys(spec);
  // Without `--` npm keeps what follows for itself, and says nothing.
  const kept = names.find(
    (name) => process.env[`npm_config_${name.replaceAll('-', '_')}`] !== undefined,
  );
  if (kept)
    throw new UsageError(
      `Found \`${kept}\` before \`--\`, where npm keeps it. Write \`${example}\`.`,
    );
  try {
    return parseArgs({ options: spec, allowNegative: true }).values as Values<O>;
  } catch (error) {
    const found =
      /'([^']+)'/.exec((error as Error).message)?.[1]?.replace(/ <.*$/, '') ?? 'something else';
    const missing = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
    const known = names.map((name) =>
      spec[name]?.type === 'boolean' ? `\`--no-${name}\`` : `\`--${name} …\``,
    );
    throw new UsageError(
      missing
        ? `Found \`${found}\` without the value it needs, or with one it does not take. Write \`${example}\`.`
        : `Found \`${found}\`; expected ${known.join(', ') || 'no options'}. Write \`${example}\`.`,
    );
  }
}
