import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')),
  'icons',
);

/** The file of a Lucide icon (https://lucide.dev, ISC), whether it exists or not. */
export const iconPath = (name: string): string => join(folder, `${name}.svg`);
