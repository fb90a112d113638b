import { examine } from './src/compiler/compile.ts';
import { readings } from './src/compiler/3-check/language-text.ts';
import { count, grade } from './src/compiler/3-check/language-grade.ts';
const { modules } = examine(process.cwd());
const rows:[number,number,string][]=[];
for (const m of modules) for (const r of readings(m)) { const c=count(r.passages.flatMap(p=>p.prose)); rows.push([grade(c),c.words,r.file]); }
rows.sort((a,b)=>b[0]-a[0]); for (const r of rows) console.log(r[0].toFixed(1), r[1], r[2]);
