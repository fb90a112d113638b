import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Zip entries carry no date of today. */
const MTIME = new Date(1980, 0, 1);

/** The parts of an Office file, by name. */
export class Parts {
  private parts: Map<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    const all = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
    this.parts = new Map(all);
  }

  names(): string[] {
    return [...this.parts.keys()];
  }

  text(name: string): string {
    const part = this.parts.get(name);
    if (!part) throw new Error(`The Office file has no part ${name}`);
    return strFromU8(part);
  }

  write(name: string, text: string): void {
    this.parts.set(name, strToU8(text));
  }

  edit(name: string, change: (text: string) => string): void {
    this.write(name, change(this.text(name)));
  }

  /** Changes the names of parts, and every mention of them. */
  rename(pattern: RegExp, to: string): void {
    this.parts = new Map([...this.parts].map(([name, part]) => [name.replace(pattern, to), part]));
    for (const name of this.names().filter((n) => /(\.rels|^\[Content_Types\]\.xml)$/.test(n)))
      this.edit(name, (xml) => xml.replace(pattern, to));
  }

  /** Takes parts out, with every mention of them. */
  remove(pattern: RegExp): void {
    for (const name of this.names()) if (pattern.test(name)) this.parts.delete(name);
    this.edit('[Content_Types].xml', (xml) =>
      xml.replace(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (all, name: string) =>
        pattern.test(name) ? '' : all,
      ),
    );
    for (const name of this.names().filter((n) => n.endsWith('.rels'))) {
      this.edit(name, (xml) =>
        xml.replace(/<Relationship [^>]*\/>/g, (all) => {
          const target = /Target="([^"]*)"/.exec(all)?.[1] ?? '';
          return pattern.test(
            target.replace(/^(\.\.\/|\/?ppt\/)/, 'ppt/').replace(/^(?!ppt\/)/, 'ppt/'),
          )
            ? ''
            : all;
        }),
      );
    }
  }

  /** Takes out what is listed and is not there: the library lists a master for every slide. */
  settleTypes(): void {
    this.edit('[Content_Types].xml', (xml) =>
      xml.replace(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (all, name: string) =>
        this.parts.has(name) ? all : '',
      ),
    );
  }

  /** The same parts give the same bytes: by name, without dates; sheets inside it too. */
  zip(): Uint8Array {
    const files: Zippable = {};
    for (const name of this.names().sort(byName)) {
      const part = this.parts.get(name) as Uint8Array;
      files[name] = name.endsWith('.xlsx') ? undatedSheet(part) : part;
    }
    return zipSync(files, { level: 9, mtime: MTIME });
  }
}

/** The list of types first: readers look for it there. */
const byName = (a: string, b: string): number => {
  const first = (name: string): number =>
    name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
  return first(a) - first(b) || (a < b ? -1 : 1);
};

function undatedSheet(bytes: Uint8Array): Uint8Array {
  const sheet = new Parts(bytes);
  sheet.edit('docProps/core.xml', (xml) =>
    xml
      .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replaceAll('PptxGenJS', ''),
  );
  if (sheet.names().includes('docProps/app.xml'))
    sheet.edit('docProps/app.xml', (xml) => xml.replace(/<Company>.*?<\/Company>/s, ''));
  return sheet.zip();
}
