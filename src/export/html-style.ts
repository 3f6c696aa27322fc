/** The page's own style: no font, script or image from outside; both colour schemes; paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #faf8f4; --card: #ffffff; --ink: #1d2327; --soft: #5c666d; --line: #e2ddd3; --wash: #f1ede4;
  --accent: #0f6b5c; --accent-wash: #e0f0ec; --figure: #fff0bf; --figure-ink: #4d3800;
  --warn: #a3341f; --warn-wash: #fbe9e4; --maybe: #6b4fa0; --maybe-wash: #efeaf8;
  --sans: "IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", system-ui, Tahoma, sans-serif;
  --read: "Noto Naskh Arabic", "Amiri", "Scheherazade New", "Geeza Pro", "Times New Roman", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181b; --card: #1c2226; --ink: #e6e4de; --soft: #9aa5ab; --line: #313a40; --wash: #232b30;
    --accent: #63c9b4; --accent-wash: #17352f; --figure: #4a3c0c; --figure-ink: #ffe9a8;
    --warn: #f0907a; --warn-wash: #3a1f19; --maybe: #b9a2e6; --maybe-wash: #2b2440;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.65 var(--sans); }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3rem; padding-bottom: 1rem; }
h1 { font-size: 2.1rem; line-height: 1.25; margin: 0 0 .4rem; letter-spacing: -.01em; }
:lang(ar) h1, :lang(ar) h2, :lang(ar) h3 { letter-spacing: 0; }
.lead { color: var(--soft); font-size: 1.08rem; margin: 0; max-width: 46rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 .9rem; padding-bottom: .35rem; border-bottom: 2px solid var(--accent); scroll-margin-top: 1rem; }
h3 { font-size: 1.02rem; margin: 1.75rem 0 .7rem; color: var(--soft); font-weight: 600; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.6rem 0 1.2rem; padding: 0; list-style: none; }
.tiles li { flex: 1 1 8.5rem; background: var(--card); border: 1px solid var(--line); border-radius: .7rem; padding: .7rem .95rem; color: var(--soft); font-size: .92rem; }
.tiles b { display: block; color: var(--ink); font-size: 1.65rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem .45rem; list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .18rem .75rem; border-radius: 99px; background: var(--wash); text-decoration: none; font-size: .88rem; color: var(--ink); }
nav a:hover, nav a:focus-visible { background: var(--accent-wash); color: var(--accent); }
.note, .nothing { color: var(--soft); }
.nothing { font-style: italic; }
:lang(ar) .nothing { font-style: normal; }
.table { overflow-x: auto; border: 1px solid var(--line); border-radius: .7rem; background: var(--card); }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th, td { text-align: start; vertical-align: top; padding: .6rem .85rem; border-bottom: 1px solid var(--line); }
tr:last-child > td, tr:last-child > th { border-bottom: 0; }
thead th { color: var(--soft); font-weight: 600; font-size: .82rem; background: var(--wash); white-space: nowrap; }
tbody th { font-weight: 600; }
td.number { font-variant-numeric: tabular-nums; }
.custody td:last-child { min-width: 24rem; }
.entry + .entry { border-top: 1px dashed var(--line); margin-top: .7rem; padding-top: .7rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .7rem; padding: .85rem 1.1rem; margin: .7rem 0; }
.cluster { border-inline-start: 3px solid var(--accent); padding-inline-start: .9rem; margin: 1.1rem 0; }
.cluster > p { margin: 0; font-size: .94rem; }
.head { margin: 0; }
.legs { margin: .35rem 0 0; padding-inline-start: 1.3rem; font-size: .95rem; }
blockquote { margin: .5rem 0; padding: .15rem .9rem; border-inline-start: 3px solid var(--line); font: 1.08rem/1.85 var(--read); }
mark { background: var(--figure); color: var(--figure-ink); border-radius: .25rem; padding: 0 .15em; }
.chain { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .4rem; margin: .45rem 0 0; padding: 0; list-style: none; font-size: .88rem; }
.chain li { display: flex; align-items: center; gap: .4rem; }
.chain li + li::before { content: "\\2190"; color: var(--soft); }
.source { padding: .02rem .65rem; border-radius: 99px; background: var(--wash); }
.source.origin { background: var(--accent-wash); color: var(--accent); font-weight: 600; }
.source.unnamed { background: none; border: 1px dashed var(--soft); color: var(--soft); }
.where { margin: .4rem 0 0; font-size: .86rem; color: var(--soft); }
.ref { display: inline-block; min-width: 1.5em; padding: 0 .35em; border-radius: .35rem; background: var(--wash); text-align: center; text-decoration: none; font-size: .84em; font-variant-numeric: tabular-nums; }
.badge { display: inline-block; padding: .05rem .65rem; border-radius: 99px; background: var(--wash); font-size: .82rem; font-weight: 600; }
.badge.conflict { background: var(--warn-wash); color: var(--warn); }
.badge.modality { background: var(--maybe-wash); color: var(--maybe); }
.bounds { color: var(--soft); font-size: .92em; white-space: nowrap; }
.role { color: var(--soft); font-size: .92em; }
.figure { font-weight: 600; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: .6rem; }
@media (max-width: 44rem) {
  .sides { grid-template-columns: 1fr; }
  .custody thead { display: none; }
  .custody tr, .custody th, .custody td { display: block; border: 0; padding: .12rem .95rem; }
  .custody tr { border-bottom: 1px solid var(--line); padding: .7rem 0; }
  .custody td:last-child { min-width: 0; }
}
.sides > div { background: var(--wash); border-radius: .55rem; padding: .65rem .85rem; }
.sides .figure { font-size: 1.1rem; }
.tie { margin: .6rem 0 0; padding: .5rem .8rem; background: var(--wash); border-radius: .5rem; font-size: .94rem; }
.tie blockquote { font-size: 1rem; margin: .2rem 0 0; }
.sources { margin: .3rem 0 0; padding-inline-start: 1.2rem; }
footer { margin-top: 3.5rem; padding-top: 1rem; padding-bottom: 3rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; }
footer p { margin: .3rem 0; }
:target { outline: 2px solid var(--accent); outline-offset: .3rem; border-radius: .3rem; }
@media print {
  :root { --paper: #fff; --card: #fff; --wash: #f4f4f4; --ink: #000; --soft: #444; --line: #bbb; }
  body { font-size: 10.5pt; }
  nav { display: none; }
  main, header, footer { max-width: none; padding: 0; }
  h2 { break-after: avoid; margin-top: 1.6rem; }
  .card, .entry, tr { break-inside: avoid; }
  .table { overflow: visible; border-radius: 0; }
  mark { background: none; color: inherit; text-decoration: underline; text-decoration-thickness: 2px; }
}
`
