/**
 * Every sentence an author can be told: rule id, wording, mend. One grammar:
 * *found* starts with "Unexpected" or "Missing", *expected* names the right thing, *mend* says what to type.
 */
type P = Record<string, string | number>;
interface Message {
  found: (p: P) => string;
  expected: (p: P) => string;
  mend: (p: P) => string;
}
const m = (
  found: Message['found'],
  expected: Message['expected'],
  mend: Message['mend'],
): Message => ({ found, expected, mend });
const oneOf = (known: string | number | undefined, none: string): string =>
  known ? (String(known).includes(', ') ? `one of ${known}` : String(known)) : none;

export const catalogue = {
  // --- files ---
  'file/not-utf8': m(
    () => 'Unexpected bytes that are not UTF-8',
    () => 'a text file in UTF-8',
    () => 'Save the file again with the encoding UTF-8.',
  ),
  'file/too-large': m(
    (p) => `Unexpected size of ${p.bytes} bytes`,
    (p) => `at most ${p.limit} bytes`,
    () => 'Split the file, or take out what does not belong in it.',
  ),
  'file/too-slow': m(
    () => 'Unexpected text that takes too long to read',
    () => 'text as people write it, read in less than a second',
    () =>
      'Look for long runs of fences, brackets, stars or list marks in this file, and take them out.',
  ),
  'file/control-character': m(
    (p) => `Unexpected character ${p.code}`,
    () => 'plain text without control, direction-override or invisible characters',
    () => 'Delete the character; type the word again by hand.',
  ),
  'file/picture': m(
    (p) => `Unexpected ${p.what}`,
    (p) => `a whole picture of the kind its name says: ${p.kind}`,
    (p) => `Open it in a picture program and save it again as ${p.kind}.`,
  ),
  'file/conflict': m(
    (p) => `Unexpected \`${p.mark}\` of two versions that were not joined`,
    () => 'one version of the text',
    () =>
      'Keep the lines you want, and delete the others with their `<<<<<<<`, `=======` and `>>>>>>>`.',
  ),
  'file/symlink': m(
    () => 'Unexpected link to another place',
    () => 'a real file or folder',
    () => 'Copy the file here instead of linking to it.',
  ),
  'file/case-clash': m(
    (p) => `Unexpected second name \`${p.name}\` that differs only in capitals`,
    () => 'names that differ in more than capitals',
    () => 'Rename one of the two files.',
  ),
  'file/unknown': m(
    (p) => `Unexpected file \`${p.name}\``,
    (p) => String(p.expected),
    () => 'Rename the file, or move it out of the sources.',
  ),
  'file/missing': m(
    (p) => `Missing file \`${p.name}\``,
    (p) => String(p.expected),
    (p) => String(p.mend),
  ),
  'file/unreadable': m(
    (p) => `Unexpected ${p.reason}`,
    () => 'a file or folder that can be read',
    () => 'Check its kind and its permissions.',
  ),
  // --- YAML and front matter ---
  'yaml/malformed': m(
    (p) => `Unexpected YAML: ${p.reason}`,
    () => 'well-formed YAML',
    () => 'Check indentation and quotes; put text that holds ": " or "#" in double quotes.',
  ),
  'yaml/invalid': m(
    (p) => `Unexpected ${p.value}${p.path ? ` for ${p.path}` : ''}`,
    (p) => String(p.expected),
    (p) =>
      p.near
        ? `Write \`${p.near}\`.`
        : `Correct ${p.path || 'the line'}; docs/authoring.md shows the form.`,
  ),
  'yaml/decimal': m(
    (p) => `Unexpected comma in the number \`${p.whole},${p.key}\``,
    () => 'a point between the whole and its part, in every language',
    (p) => `Write \`${p.whole}.${p.key}\`; the pages show it as their language does.`,
  ),
  'yaml/missing-key': m(
    (p) => `Missing ${p.path}`,
    (p) => `\`${p.key}\`: ${p.expected}`,
    (p) => `Add \`${p.key}: …\`.`,
  ),
  'yaml/unknown-key': m(
    (p) => `Unexpected key ${p.key}`,
    (p) => oneOf(p.known, 'no more keys here'),
    (p) =>
      `Correct the spelling${p.near ? ` (did you mean \`${p.near}\`?)` : ''}, or delete the line.`,
  ),
  'front-matter/missing': m(
    (p) =>
      p.open ? 'Missing second `---` line, which ends the front matter' : 'Missing front matter',
    (p) =>
      p.open
        ? 'a line of exactly three hyphens after the last key'
        : 'a block between two `---` lines, from the first line of the file',
    (p) =>
      p.open
        ? 'Write `---` on a line of its own under the keys.'
        : `Begin the file with:\n---\n${p.example}\n---`,
  ),
  // --- Markdown ---
  'markdown/raw-html': m(
    (p) => `Unexpected HTML \`${p.html}\``,
    () => 'Markdown or a directive',
    () =>
      'Say it in Markdown; docs/authoring.md lists the directives. For a plain `<`, write `\\<`.',
  ),
  'markdown/too-deep': m(
    (p) => `Unexpected nesting ${p.depth} levels deep`,
    (p) => `at most ${p.limit} levels`,
    () => 'Flatten the lists and quotations.',
  ),
  'markdown/url': m(
    (p) => `Unexpected address \`${p.url}\``,
    () => 'an address that starts with `https://` or `mailto:`, or a place on the same page (`#…`)',
    () => 'Correct the address, or use :handout[id].',
  ),
  'markdown/picture-missing': m(
    (p) => `Missing picture \`${p.name}\``,
    (p) => `a file at \`${p.path}\``,
    () => 'Add the picture, or correct its name.',
  ),
  'markdown/picture-alt': m(
    (p) => `Missing words for the picture \`${p.name}\``,
    () => 'a description in the square brackets',
    () => 'Write ![what the picture shows](name).',
  ),
  'markdown/broken-fence': m(
    (p) => `Unexpected \`${p.text}\` left in the text`,
    () =>
      'a directive that opens and closes on lines of their own, the outer fence with more colons',
    () =>
      'Give the outer fence one colon more than the inner, and leave no letters after the closing colons.',
  ),
  'markdown/unclosed': m(
    (p) => `Missing closing \`${p.fence}\` of \`${p.name}\``,
    () => 'a line of colons that closes the directive',
    (p) =>
      `Add a line \`${p.fence}\` after the last line of \`${p.name}\`; an outer directive has more colons than an inner one.`,
  ),
  'markdown/list-mark': m(
    (p) => `Unexpected \`${p.mark}\` at the start of a line`,
    () => 'a list of lines that begin with `- `',
    (p) => `Write \`- \` instead of \`${p.mark}\`, and leave an empty line before the list.`,
  ),
  'markdown/definition': m(
    (p) => `Unexpected ${p.what}`,
    (p) => String(p.expected),
    () => 'Write it where it is used; a page may show only a part of a file.',
  ),
  // --- directives ---
  'directive/unknown': m(
    (p) => `Unexpected directive \`${p.name}\``,
    (p) => (p.near ? `\`${p.near}\`` : 'a directive that docs/authoring.md lists'),
    () => 'Correct the name; for a plain colon before a letter, write `\\:`.',
  ),
  'directive/form': m(
    (p) => `Unexpected \`${p.colons}${p.name}\``,
    (p) => `\`${p.expected}\``,
    (p) => `Write it as \`${p.expected}\`.`,
  ),
  'directive/attribute': m(
    (p) => `${p.missing ? 'Missing' : 'Unexpected'} ${p.what} in the directive \`${p.name}\``,
    (p) => String(p.expected),
    (p) =>
      /[“”„‘’]/.test(String(p.what))
        ? 'Type straight quotation marks: `"`.'
        : `Correct the braces after \`${p.name}\`.`,
  ),
  'directive/place': m(
    (p) => `Unexpected \`${p.name}\` here`,
    (p) => String(p.expected),
    (p) => `Move or delete \`${p.name}\`.`,
  ),
  // --- ids and references ---
  'id/duplicate': m(
    (p) => `Unexpected second \`${p.id}\``,
    () => 'an id that nothing else has',
    () => 'Rename one of the two.',
  ),
  'id/file-name': m(
    (p) => `Unexpected id \`${p.id}\` in \`${p.name}\``,
    (p) => `\`${p.expected}\`, as the ${p.of ?? 'file'}’s name says`,
    (p) => `Make the id and the ${p.of ?? 'file'}’s name agree.`,
  ),
  'reference/handout': m(
    (p) => `Unexpected handout \`${p.id}\``,
    (p) => oneOf(p.known, 'a handout of this module (there is none yet)'),
    (p) => `Correct the id, or write \`${p.path}\`.`,
  ),
  'reference/edition': m(
    (p) => `Unexpected facilitator handout \`${p.id}\` in ${p.where}`,
    () => 'a handout whose edition is `participants`: they do not get the others',
    () => 'Take the name out, or put it into a `:::facilitator` block or the speaker notes.',
  ),
  'reference/profile': m(
    (p) => `Unexpected profile field \`${p.id}\``,
    (p) => oneOf(p.known, 'a field of profile/fields.yaml (there is none yet)'),
    () => 'Correct the name, or define the field in profile/fields.yaml.',
  ),
  'reference/figure': m(
    (p) => `Missing picture \`${p.name}\``,
    (p) => oneOf(p.known, 'a drawing in slides/figures/ (there is none yet)'),
    (p) => `Correct the name, or draw \`slides/figures/${p.name}.html\`.`,
  ),
  'reference/icon': m(
    (p) => `Unexpected icon \`${p.name}\``,
    () => 'a name of a Lucide icon',
    () => 'Look the name up at lucide.dev/icons.',
  ),
  'reference/role': m(
    (p) => `Unexpected role \`${p.role}\``,
    (p) => oneOf(p.known, 'nothing: there is none yet'),
    () => 'Correct the role, or add it under `roles`.',
  ),
  'reference/segment': m(
    (p) => `Unexpected ${p.what ?? 'segment'} \`${p.id}\``,
    (p) => oneOf(p.known, 'nothing: there is none yet'),
    (p) => `Correct the ${p.what ?? 'segment'}’s id.`,
  ),
  'reference/slide': m(
    (p) => `Unexpected slide \`${p.id}\``,
    (p) => `the id of a slide of this ${p.of ?? 'module'}`,
    (p) => `Correct the id, or write the slide \`${p.id}\`.`,
  ),
  'reference/inventory': m(
    (p) => `Unexpected source id \`${p.id}\``,
    () => 'an id that source-ids.yaml lists',
    () => 'Correct the id; slides/source-ids.yaml lists what the source holds.',
  ),
  // --- syllabus ---
  'syllabus/part-minutes': m(
    (p) =>
      `Unexpected ${p.sum} minutes in part ${p.part}${p.variant ? ` of the ${p.variant}-minute variant` : ''}`,
    (p) => `${p.minutes} minutes, as the part says`,
    () => 'Change a segment’s minutes until the part adds up.',
  ),
  'syllabus/module-minutes': m(
    (p) => `Unexpected ${p.sum} minutes in syllabus${p.variant ? ` variant ${p.variant}` : ''}`,
    (p) => `${p.minutes} minutes`,
    () => 'Change the parts (and breaks) until the module adds up.',
  ),
  'syllabus/least': m(
    (p) =>
      `Unexpected least of ${p.least} minutes in ${p.segment}${p.variant ? ` for the ${p.variant}-minute variant` : ''}`,
    (p) => `at most its ${p.minutes} minutes`,
    () => 'Lower `least`, or give the segment more minutes.',
  ),
  'syllabus/talk': m(
    (p) => `Unexpected talk of ${p.talk} minutes in ${p.segment}`,
    (p) => `at most its ${p.minutes} minutes`,
    () => 'Lower `talk`.',
  ),
  'syllabus/cue-time': m(
    (p) => `Unexpected cue at ${p.at} in ${p.segment}`,
    (p) => `a time within its ${p.minutes} minutes`,
    () => 'Move the cue into its segment.',
  ),
  'syllabus/slide-without-segment': m(
    (p) => `Unexpected slide \`${p.id}\` that no segment shows`,
    () => 'each slide in exactly one segment',
    (p) => `Add \`${p.id}\` to the \`slides\` of a segment in syllabus.yaml.`,
  ),
  'syllabus/slide-in-two-segments': m(
    (p) => `Unexpected second segment for slide \`${p.id}\``,
    () => 'each slide in exactly one segment',
    () => 'Take the slide out of one of the two segments.',
  ),
  'syllabus/variant-segment': m(
    (p) => `Missing minutes for ${p.segment} in the ${p.variant}-minute variant`,
    () => 'minutes for every segment',
    (p) => `Add \`${p.segment}: …\` to the variant.`,
  ),
  'syllabus/language': m(
    (p) => `Missing \`${p.lang}\` text for ${p.what}`,
    (p) => `the text in each language that is built (${p.lang})`,
    (p) => `Add \`${p.lang}: …\` beside the other languages.`,
  ),
  // --- slides ---
  'slide/headline': m(
    (p) => (p.count === 0 ? 'Missing headline' : `Unexpected ${p.count} level-1 headings`),
    () => 'one level-1 heading: the point of the slide',
    () => 'Write one line `# The point, as a sentence`, with a space after the `#`.',
  ),
  'slide/headline-length': m(
    (p) => `Unexpected headline of ${p.words} words`,
    () => 'ten words or fewer',
    () => 'Say the point shorter; the rest belongs in the notes.',
  ),
  'slide/words': m(
    (p) => `Unexpected ${p.words} words on the slide`,
    (p) => `about ${p.limit} words at most`,
    () => 'Move what is said into the speaker notes.',
  ),
  'slide/origin': m(
    () => 'Missing `source` or `added`',
    () => 'where the slide comes from',
    () => 'Add `source: [S…]`, or `added: "why"`.',
  ),
  'slide/without-notes': m(
    (p) => `Missing speaker notes for slide \`${p.id}\``,
    (p) => `a file \`${p.path}\``,
    (p) => `Write \`${p.path}\`.`,
  ),
  // --- notes ---
  'notes/without-slide': m(
    (p) => `Unexpected notes for slide \`${p.id}\``,
    () => 'a slide with this id',
    (p) => `Write the slide \`${p.path}\`, or delete the notes.`,
  ),
  'notes/heading': m(
    (p) => `Unexpected heading “${p.heading}”`,
    (p) => String(p.expected),
    (p) => String(p.mend ?? 'Use the fixed headings, in their order, each once.'),
  ),
  'notes/no-moments': m(
    () => 'Missing headings',
    () => 'at least one level-2 heading with an id',
    () => 'Write `## Someone is upset {#upset}` and the text under it, or delete the file.',
  ),
  'notes/before-heading': m(
    () => 'Unexpected text before the first heading',
    () => 'a level-2 heading first',
    () => 'Put the text under one of the fixed headings.',
  ),
  'notes/must-say-missing': m(
    () => 'Missing must-say lines',
    () => 'a list under `## Must say`',
    () => 'Add one to three lines, `- …`.',
  ),
  'notes/must-say-form': m(
    () => 'Unexpected text beside the must-say lines',
    () => 'one list and nothing else under `## Must say`',
    () => 'Make it a line of the list, or move it to the talking points.',
  ),
  'notes/must-say-count': m(
    (p) => `Unexpected ${p.count} must-say lines`,
    () => 'one to three',
    () => 'Keep the three that nobody may leave out.',
  ),
  'notes/must-say-length': m(
    (p) => `Unexpected must-say line of ${p.words} words`,
    () => 'fifteen words or fewer',
    () => 'Shorten the line.',
  ),
  'notes/talking-points-missing': m(
    () => 'Missing talking points',
    () => '`## Talking points` with what is said aloud (only an exercise slide may do without)',
    () => 'Add the heading and the text.',
  ),
  'notes/ask-form': m(
    (p) => `Unexpected ask: ${p.reason}`,
    () =>
      'a question, a list of answers to listen for, one wrong answer as a quotation, and its reply',
    () => 'See “Speaker notes” in docs/authoring.md.',
  ),
  'notes/too-long': m(
    (p) => `Unexpected ${p.words} spoken words in segment ${p.segment}`,
    (p) => `at most ${p.limit} (${p.talk} minutes of talk at ${p.wpm} words a minute)`,
    () => 'Shorten the talking points, or give the segment more talk minutes.',
  ),
  // --- handouts, cases, quiz ---
  'handout/case-heading': m(
    (p) => `Unexpected form of a case: ${p.reason}`,
    (p) => String(p.expected),
    () => 'See “Handouts” in docs/authoring.md.',
  ),
  'handout/case-length': m(
    (p) => `Unexpected story of ${p.words} words`,
    () => 'under 200 words',
    () => 'Shorten the story; groups read for two minutes.',
  ),
  'quiz/answer': m(
    (p) => `Missing answer for ${p.id}`,
    () => '`answer: true` or `answer: false`',
    () => 'Add the answer.',
  ),
  'quiz/balance': m(
    (p) => `Unexpected key with ${p.yes} true and ${p.no} false`,
    () => 'a key that cannot be guessed: neither below 40 %',
    () => 'Negate some statements.',
  ),
  'quiz/missing': m(
    () => 'Missing quiz',
    (p) => `a file \`${p.path}\``,
    (p) => `Write \`${p.path}\`, or take the quiz directive out.`,
  ),
  // --- charts and figures ---
  'chart/invalid': m(
    (p) => `Unexpected chart: ${p.reason}`,
    (p) => String(p.expected),
    () => 'Correct the lines of the chart block; docs/authoring.md shows the form.',
  ),
  'figure/label-missing': m(
    (p) => `Missing label \`${p.key}\` of the figure \`${p.name}\``,
    (p) => `a line \`- ${p.key}: …\``,
    (p) => `Add \`- ${p.key}: …\` to the list.`,
  ),
  'figure/label-unknown': m(
    (p) => `Unexpected label \`${p.key}\` of the figure \`${p.name}\``,
    (p) => oneOf(p.known, 'no labels: the drawing has no places for them'),
    () => 'Correct the key, or delete the line.',
  ),
  'figure/part-unknown': m(
    (p) => `Unexpected part \`${p.part}\` of the figure \`${p.name}\``,
    (p) => oneOf(p.known, 'no `here`: the drawing has no parts to point at'),
    () => 'Correct the name in `here`, or take `here` away.',
  ),
  'figure/alt': m(
    (p) => `Missing description of the figure \`${p.name}\``,
    () => 'a first paragraph that says the picture in words',
    () => 'Write one paragraph before the list of labels.',
  ),
  'figure/unsafe': m(
    (p) => `Unexpected \`${p.what}\` in a drawing`,
    () => 'plain elements, SVG shapes and classes',
    () => 'Take it out of the drawing.',
  ),
  // --- fit: what the room sees, measured in a browser ---
  'fit/overflow': m(
    (p) =>
      p.words
        ? `Unexpected ${p.pixels} px of “${p.words}” outside its place (${p.where})`
        : `Unexpected content that is ${p.pixels} px too large for the slide (${p.where})`,
    () => 'everything inside the slide, at every step',
    () => 'Say it shorter, show less at once, or move words into the speaker notes.',
  ),
  'fit/small-text': m(
    (p) => `Unexpected type of ${p.pixels} px: “${p.words}” (${p.where})`,
    () => 'at least 24 px on a slide of 1280 × 720, so that the back row can read it',
    () => 'Take words away until the type can stay large; in a drawing, mend its style sheet.',
  ),
  'fit/collision': m(
    (p) => `Unexpected “${p.over}” over “${p.words}” (${p.where})`,
    () => 'words and pictures that leave each other room, at every step',
    () => 'Shorten one of the two, or take another layout.',
  ),
  // --- language ---
  'language/retired': m(
    (p) => `Unexpected word “${p.word}”`,
    (p) => String(p.use),
    () => 'Use the other word; quote old wording with :history[…].',
  ),
  'language/capitals': m(
    (p) => `Unexpected capitals “${p.word}”`,
    () => 'capitals only for abbreviations',
    () => 'Write the word in small letters; use **bold** for emphasis.',
  ),
  'language/click-here': m(
    (p) => `Unexpected “${p.words}”`,
    () => 'words that say where a link leads',
    () => 'Name the target.',
  ),
  'language/grade': m(
    (p) => `Unexpected reading grade of ${p.grade}`,
    (p) => `grade ${p.most} or lower${p.files ? `, over the short texts ${p.files}` : ''}`,
    () => 'Split long sentences; take common words.',
  ),
  'language/number': m(
    (p) => `Unexpected number “${p.number}” without a year or a reference`,
    () => 'a year or a source in the same paragraph, item or table row',
    () => 'Say when and by whom the number was given.',
  ),
  // --- coverage ---
  'coverage/not-carried': m(
    (p) => `Missing \`${p.id}\` (${p.meaning})`,
    (p) =>
      p.handout
        ? `this id carried by the handout \`${p.handout}\``
        : 'each id of the inventory carried by a slide, notes or a handout',
    (p) => `Carry it there and list \`${p.id}\` under \`source\`.`,
  ),
  'coverage/criterion': m(
    (p) => `Missing ${p.what} ${p.criterion}`,
    () => 'each criterion taught on a slide and tested by a quiz item or case',
    (p) => `Add ${p.criterion} to \`criteria\` where it is served.`,
  ),
  'coverage/outline': m(
    (p) => `Missing a slide for ${p.id} (${p.meaning})`,
    () => 'each item of the syllabus outline on at least one slide',
    (p) => `Add ${p.id} to \`source\` of the slide that takes it up.`,
  ),
} as const satisfies Record<string, Message>;

export type RuleId = keyof typeof catalogue;
