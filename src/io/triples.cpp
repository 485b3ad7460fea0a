// `triples`: JSON lines of subject, predicate, object with qualifiers and evidence; `triples-tsv`: four columns;
// `open`: the open layer, four columns; `open-json`: the same with polarity, modality, sources and evidence.
#include <ostream>

#include "diurna/graph/identity.hpp"
#include "diurna/text/unicode.hpp"
#include "io/json_values.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

OrderedJson names_json(const Reading& reading, const std::vector<Filler>& fillers) {
  OrderedJson out = OrderedJson::array();
  for (const Filler& filler : fillers) out.push_back(repaired_utf8(reading.name_of(filler)));
  return out;
}

OrderedJson qualifiers_json(const Reading& reading, const std::vector<Argument>& qualifiers) {
  OrderedJson out = OrderedJson::object();
  for (const Argument& qualifier : qualifiers) {
    out[qualifier.role].push_back(repaired_utf8(reading.name_of(qualifier.filler)));
  }
  return out;
}

OrderedJson proof_json(const Reading& reading, const Evidence& evidence) {
  const Document& document = reading.document;
  OrderedJson out{{"doc", document_key(document)}};
  if (evidence.sentence) out["sentence"] = repaired_utf8(document.sentence(evidence.sentence).label);
  out.update(words_json(document, evidence.span));
  out["rule"] = repaired_utf8(evidence.rule);
  out["score"] = rounded_score(evidence.score);
  return out;
}

}  // namespace

void write_triples(std::ostream& out, const Reading& reading) {
  for (const Triple& triple : reading.triples()) {
    OrderedJson line{{"subject", repaired_utf8(triple.subject)},
                     {"predicate", triple.predicate},
                     {"label", repaired_utf8(triple.label)},
                     {"object", repaired_utf8(triple.object)}};
    line["qualifiers"] = qualifiers_json(reading, triple.qualifiers);
    line["factuality"] = to_text(triple.factuality);
    line["attribution"] = names_json(reading, triple.attribution);
    line["subject_id"] = filler_node_id(reading, triple.subject_filler);
    line["object_id"] = filler_node_id(reading, triple.object_filler);
    line["evidence"] = proof_json(reading, triple.evidence);
    write_line(out, line);
  }
}

void write_triples_tsv(std::ostream& out, const Reading& reading) {
  const std::string document = cell(document_key(reading.document));
  for (const Triple& triple : reading.triples()) {
    out << document << '\t' << cell(triple.subject) << '\t' << triple.predicate << '\t' << cell(triple.object) << '\n';
  }
}

void write_open(std::ostream& out, const Reading& reading) {
  for (const OpenTriple& triple : reading.facts.open_triples()) {
    if (triple.object.empty()) continue;  // a clause without an object is no triple
    out << cell(reading.document.sentence(triple.sentence).label) << '\t' << cell(triple.subject) << '\t'
        << cell(triple.relation) << '\t' << cell(triple.object) << '\n';
  }
}

void write_open_json(std::ostream& out, const Reading& reading) {
  for (const OpenTriple& triple : reading.facts.open_triples()) {
    OrderedJson line{{"sentence", repaired_utf8(reading.document.sentence(triple.sentence).label)},
                     {"subject", repaired_utf8(triple.subject)},
                     {"relation", repaired_utf8(triple.relation)}};
    line["object"] = triple.object.empty() ? OrderedJson() : OrderedJson(repaired_utf8(triple.object));
    line["polarity"] = triple.negated ? "negative" : "positive";
    line["modality"] = repaired_utf8(triple.modality);
    line["attribution"] = names_json(reading, triple.attribution);
    line["subject_id"] = filler_node_id(reading, triple.subject_filler);
    if (!triple.object.empty()) line["object_id"] = filler_node_id(reading, triple.object_filler);
    line["evidence"] = proof_json(reading, triple.evidence);
    write_line(out, line);
  }
}

}  // namespace diurna::io::detail
