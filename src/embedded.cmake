# Every file below data/ that is embedded into the library, by name.
diurna_embed(diurna
  en/ontology.json
  en/text/abbreviations.tsv
  models/en/linguistics.bin
)
