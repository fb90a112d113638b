import { compile } from './src/compiler/compile.ts';
const { build } = await compile({ root: process.cwd() });
const seen=new Set<string>();
for (const o of build!.outputs) { if(!o.path.startsWith('participants/')||!o.path.endsWith('.html')) continue;
 const m=/<main[\s\S]*<\/main>/.exec(String(o.content))?.[0] ?? ''; const text=m.replace(/<(script|style|svg)[\s\S]*?<\/\1>/g,'').replace(/<\/(p|li|h\d|td|th|div|dt|dd|figcaption)>/g,'. ').replace(/<[^>]+>/g,' ').replace(/&[a-z#0-9x]+;/gi,"'").replace(/\s+/g,' ');
 for (const s of text.split(/(?<=[.?!])\s/)) if(/\b(ask|question|interview|follow|film|photo\w*|search|check|investigat\w*|pay|paid|rescue|visit|look for|go back|confront|help|move|take (them|her|him|anyone)|hide|shelter|touch|record|collect|watch)\w*\b/i.test(s)&&!seen.has(s.trim())) { seen.add(s.trim()); console.log(o.path.split('/').at(-1)!.replace('.html',''),'|',s.trim().slice(0,230)); } }
