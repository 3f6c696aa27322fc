import type { Scene } from './scene.ts'

/** How the sentences of a report follow each other. */
export interface Story {
  /** Topic of each sentence, counted from 0: the title and the lead's. */
  topics: Int32Array
  /** What turns a sentence away from the one before: another event, what was before it, or a day of its own. */
  turns: ('topic' | 'background' | 'dated' | undefined)[]
}

/** Nouns before 'آخر', 'أخرى', 'منفصل', 'متصل' at the head of a sentence that goes over to another event. */
const MATTERS = new Set([
  ...['حادث', 'حادثة', 'واقعة', 'هجوم', 'تفجير', 'قصف', 'غارة', 'عملية', 'كمين', 'منطقة', 'مكان', 'مدينة', 'بلدة'],
  ...['سياق', 'جهة', 'جهه', 'ناحية', 'ناحيه', 'جانب', 'صعيد', 'ملف', 'شان', 'موضوع', 'تطور', 'قضية', 'قضيه', 'اطار', 'مسار', 'محور'],
])
const OTHER = new Set(['اخر', 'اخرى', 'اخري', 'ثان', 'ثانية', 'مماثل', 'مماثلة', 'متصل', 'متصلة'])
const APART = new Set(['منفصل', 'منفصلة', 'منفصلين', 'منفصلتين'])
/** Words at the head of a sentence that may set it apart: 'وفي حادث منفصل', 'وفي هجوم آخر'. */
const HEAD = 5
/** 'وكان قد', 'وسبق أن': what was before. */
const BEFORE = new Set(['وكان', 'وكانت', 'وكانوا', 'وسبق', 'سبق', 'وكانا'])

/**
 * Follows a report from topic to topic.
 *
 * @example storyOf(scene).topics[0] // 0
 */
export function storyOf(scene: Scene): Story {
  const { sentences } = scene.document
  const topics = new Int32Array(sentences.length)
  const turns: Story['turns'] = []
  let topic = 0
  for (const { index } of sentences) {
    const turn = turnOf(scene, index)
    if (turn === 'topic') topic++
    topics[index] = topic
    turns.push(turn)
  }
  return { topics, turns }
}

function turnOf(scene: Scene, sentence: number): Story['turns'][number] {
  if (isApart(scene, sentence)) return 'topic'
  const { tokens, sentences } = scene.document
  if (BEFORE.has(tokens[sentences[sentence]!.first]!.form)) return 'background'
  return scene.by.times[sentence]!.some(({ mention }) => mention.edtf === null || !/^[PT]/u.test(mention.edtf)) ? 'dated' : undefined
}

function isApart({ document }: Scene, sentence: number): boolean {
  const { first, last } = document.sentences[sentence]!
  for (let i = first + 1; i <= Math.min(last, first + HEAD); i++) {
    const { form } = document.tokens[i]!
    if (APART.has(form) || (OTHER.has(form) && MATTERS.has(document.tokens[i - 1]!.form))) return true
  }
  return false
}
