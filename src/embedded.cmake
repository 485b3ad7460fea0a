# Every file below data/ that is embedded into the library, by name.
diurna_embed(diurna
  en/events/descriptive_nouns.tsv
  en/events/factuality_governors.tsv
  en/events/factuality_words.tsv
  en/events/relation_words.tsv
  en/events/speech_words.tsv
  en/ontology.json
  en/text/abbreviations.tsv
  models/en/linguistics.bin
)
