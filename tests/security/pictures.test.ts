/** Pictures: what a camera or a program wrote beside the picture goes; what is no picture is told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureWithoutMetadata } from '../../src/compiler/1-load/picture.ts';
import { Reporter } from '../../src/messages/index.ts';
import { canary, found } from '../canaries.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAACAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCKALXj/9k=',
  'base64',
);
const WEBP = Buffer.from(
  'UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoCAAIAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=',
  'base64',
);
const word = canary('camera');
const words = Buffer.from(`Exif\0\0 37.7749 N, taken by ${word}`);

function chunk(name: string, data: Buffer, order: 'BE' | 'LE'): Buffer {
  const size = Buffer.alloc(4);
  size[`writeUInt32${order}`](data.length);
  const parts = [Buffer.from(name, 'latin1'), data];
  return order === 'BE'
    ? Buffer.concat([size, ...parts, Buffer.alloc(4)])
    : Buffer.concat([parts[0] as Buffer, size, data, Buffer.alloc(data.length % 2)]);
}
const segment = (marker: number, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]),
    data,
  ]);
const riff = (...chunks: Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WEBP'), WEBP.subarray(12), ...chunks]);
  return chunk('RIFF', body, 'LE');
};

const clean = (path: string, bytes: Uint8Array) => {
  const reporter = new Reporter();
  const picture = pictureWithoutMetadata(bytes, path, reporter);
  return { picture, findings: reporter.findings };
};

describe('metadata', () => {
  const PLANTED: [string, string, Buffer, Buffer][] = [
    ...['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'vpAg'].map(
      (name): [string, string, Buffer, Buffer] => [
        `PNG ${name}`,
        'a.png',
        Buffer.concat([PNG.subarray(0, 33), chunk(name, words, 'BE'), PNG.subarray(33)]),
        PNG,
      ],
    ),
    ['PNG, behind the end', 'a.png', Buffer.concat([PNG, words]), PNG],
    ...[0xe1, 0xe2, 0xed, 0xef, 0xfe].map((marker): [string, string, Buffer, Buffer] => [
      `JPEG ${marker.toString(16)}`,
      'a.jpg',
      Buffer.concat([JPEG.subarray(0, 20), segment(marker, words), JPEG.subarray(20)]),
      JPEG,
    ]),
    ['JPEG, behind the end', 'a.jpeg', Buffer.concat([JPEG, words]), JPEG],
    ['WebP EXIF', 'a.webp', riff(chunk('EXIF', words, 'LE')), WEBP],
    ['WebP XMP', 'a.webp', riff(chunk('XMP ', words, 'LE')), WEBP],
    ['WebP, behind the end', 'a.webp', Buffer.concat([WEBP, words]), WEBP],
  ];
  test.each(PLANTED)('of %s goes, and the picture is what it was', (_name, path, bytes, pure) => {
    expect(found(bytes, [word])).toEqual([word]);
    const { picture, findings } = clean(path, bytes);
    expect(findings).toEqual([]);
    expect(found(picture ?? '', [word])).toEqual([]);
    expect(Buffer.from(picture ?? []).equals(pure)).toBe(true);
  });

  test('a picture that only its metadata turns is told, so that it does not lie on its side', () => {
    for (const order of ['LE', 'BE'] as const) {
      const tiff = Buffer.alloc(26);
      tiff.write(order === 'LE' ? 'II' : 'MM', 'latin1');
      tiff[`writeUInt16${order}`](42, 2);
      tiff[`writeUInt32${order}`](8, 4);
      tiff[`writeUInt16${order}`](1, 8);
      tiff[`writeUInt16${order}`](0x0112, 10);
      tiff[`writeUInt16${order}`](6, 18);
      const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
      const turned = Buffer.concat([JPEG.subarray(0, 20), exif, JPEG.subarray(20)]);
      const { picture, findings } = clean('slides/a.jpg', turned);
      expect(picture).toBeUndefined();
      expect(findings.map((f) => f.found)).toEqual([
        'Unexpected picture that lies on its side and asks to be turned',
      ]);
    }
  });
});

describe('what is no picture', () => {
  test.each([
    ['a JPEG named .png', 'a.png', JPEG],
    ['a PNG named .jpg', 'a.jpg', PNG],
    ['a drawing named .png', 'a.png', Buffer.from('<svg onload="alert(1)"></svg>')],
    ['nothing', 'a.webp', Buffer.alloc(0)],
    ['a PNG cut short', 'a.png', PNG.subarray(0, 50)],
    ['a JPEG cut short', 'a.jpg', JPEG.subarray(0, 250)],
    ['a WebP cut short', 'a.webp', WEBP.subarray(0, 40)],
  ])('%s is an error with a mend', (_name, path, bytes) => {
    const { picture, findings } = clean(path, bytes);
    expect(picture).toBeUndefined();
    expect(findings.map((f) => f.rule)).toEqual(['file/picture']);
  });

  test('whatever the bytes, an answer and no exception', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<[string, Buffer]>(['a.png', PNG], ['a.jpg', JPEG], ['a.webp', WEBP]),
        fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 8 }),
        fc.uint8Array({ maxLength: 40 }),
        ([path, pure], changes, more) => {
          const bytes = Buffer.concat([pure, more]);
          for (const [i, value] of changes) if (i < bytes.length) bytes[i] = value;
          const { picture, findings } = clean(path, bytes);
          expect(findings).toHaveLength(picture ? 0 : 1);
        },
      ),
      { seed: 2004, numRuns: 2000 },
    );
  });
});
