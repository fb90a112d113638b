export function findChromium(env?: NodeJS.ProcessEnv): string | undefined;
export function noChromium(env?: NodeJS.ProcessEnv): string;
