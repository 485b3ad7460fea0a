#include "graph/resolution/corpus.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>

#include "diurna/graph/identity.hpp"
#include "diurna/text/unicode.hpp"
#include "graph/claims.hpp"
#include "graph/resolution/descriptors.hpp"

namespace diurna::detail {
namespace {

bool is_country_id(std::string_view id) {
  return id.size() == 5 && id.starts_with("e:") &&
         std::all_of(id.begin() + 2, id.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                   : std::nullopt;
}

class CorpusReader {
 public:
  CorpusReader(const Graph& raw, const Vocabulary& vocabulary) : raw_(raw), vocabulary_(vocabulary) {}

  Corpus read() {
    for (const std::string& document : raw_.documents()) {
      document_of_.emplace(document, static_cast<Index>(out_.documents.size()));
      out_.documents.push_back({.id = document, .day = 0, .context = {}, .countries = {}});
    }
    countries_.resize(out_.documents.size());
    raw_.for_each_node([this](const Node& node) { add(node); });
    date_witnesses();
    raw_.for_each_edge([this](const Edge& edge) { add(edge); });
    settle_countries();
    find_contexts();
    return std::move(out_);
  }

 private:
  void add(const Node& node) {
    if (node.kind == NodeKind::document) {
      const auto date = node.properties.find("date");
      const auto document = document_of_.find(std::string_view(node.id).substr(2));
      if (date != node.properties.end() && document != document_of_.end()) {
        out_.documents[document->second].day = day_of(to_text(date->second));
      }
    } else if (node.kind == NodeKind::entity && node.id.starts_with("e:")) {
      add_entity(node);
    } else if (node.kind == NodeKind::phrase || node.kind == NodeKind::quantity) {
      values_.emplace(node.id, node.name);
      const auto low = node.properties.find("low");
      if (low != node.properties.end()) numbers_.emplace(node.id, to_text(low->second));
    }
  }

  void add_entity(const Node& node) {
    const auto number = static_cast<Index>(out_.nodes.size());
    out_.node_of.emplace(node.id, number);
    std::map<Index, Witness> seen;
    const auto witness = [&](const std::string& document) -> Witness* {
      const auto found = document_of_.find(document);
      if (found == document_of_.end()) return nullptr;
      Witness& out = seen[found->second];
      out.node = number;
      out.document = found->second;
      return &out;
    };
    for (const Claim& claim : node.claims) {
      for (const std::string& document : claim.documents) {
        if (Witness* one = witness(document)) add_claim(*one, claim, node);
      }
    }
    for (const GraphEvidence& evidence : node.evidence) {
      if (Witness* one = witness(evidence.document)) add_evidence(*one, evidence, is_country_id(node.id));
    }
    const auto first = static_cast<Index>(out_.witnesses.size());
    for (auto& [document, one] : seen) out_.witnesses.push_back(std::move(one));
    out_.nodes.push_back({.id = node.id,
                          .name = node.name,
                          .type = node.type,
                          .first = first,
                          .last = static_cast<Index>(out_.witnesses.size()),
                          .country = is_country_id(node.id)});
  }

  void add_claim(Witness& witness, const Claim& claim, const Node& node) {
    const bool country = is_country_id(node.id);
    if (claim.facet == facet_name || claim.facet == facet_alias) {
      insert(witness.forms, out_.strings.intern(name_key(to_text(claim.value))));
    } else if (claim.facet == facet_type && !country) {
      const std::string type = to_text(claim.value);
      if (type == "PERSON") witness.person = true;
      const bool outer = type == "GPE" || type == "LOC" || type == "ORG" || type == "FACILITY";
      if (outer && vocabulary_.gazetteer().known(node.name)) witness.profile.thing = true;
    } else if (claim.facet == "property.country" && node.type == "ORG") {
      insert(witness.profile.countries, out_.strings.intern(to_text(claim.value)));
    }
  }

  void add_evidence(Witness& witness, const GraphEvidence& evidence, bool country) {
    if (country) {
      ++countries_[witness.document][witness.node];
      return;
    }
    const std::string_view rule = evidence.rule;
    if (rule.starts_with("pronoun")) {
      const std::string word = fold_case(words_of(evidence));
      if (word == "he" || word == "him" || word == "his") ++witness.profile.he;
      if (word == "she" || word == "her" || word == "hers") ++witness.profile.she;
    } else if (rule.starts_with("nominal")) {
      describe(witness.profile, words_of(evidence), vocabulary_, out_.strings);
    }
  }

  void date_witnesses() {
    for (Witness& witness : out_.witnesses) {
      Profile& profile = witness.profile;
      profile.first_day = profile.last_day = out_.documents[witness.document].day;
      const RawNode& node = out_.nodes[witness.node];
      const bool one_word = node.id.find('_') == std::string::npos;
      profile.person = node.person() || (one_word && witness.person && profile.he + profile.she > 1);
      profile.thing = profile.thing && !witness.person;
    }
  }

  /// Every document that states the edge tells it of its own witness.
  void add(const Edge& edge) {
    const auto source = out_.node_of.find(edge.source);
    if (source == out_.node_of.end()) return;
    const auto target = out_.node_of.find(edge.target);
    const bool of_person = edge.type.starts_with("person.");
    if (!of_person && edge.type != "org.based_in" && edge.type != "org.part_of" && edge.type != "place.located_in")
      return;
    for (const GraphEvidence& evidence : edge.evidence) {
      Witness* witness = find_witness(source->second, evidence.document);
      if (witness == nullptr) continue;
      if (of_person) {
        add_relation(witness->profile, edge, out_.documents[witness->document].day);
      } else if (target != out_.node_of.end() &&
                 (edge.type != "place.located_in" ||
                  names_place_after(evidence.text, out_.nodes[source->second].name, out_.nodes[target->second]))) {
        add_place(witness->profile, target->second);
      }
    }
  }

  Witness* find_witness(Index node, const std::string& document) {
    const auto found = document_of_.find(document);
    if (found == document_of_.end()) return nullptr;
    return const_cast<Witness*>(out_.witness(node, found->second));
  }

  void add_relation(Profile& profile, const Edge& edge, int day) {
    const bool position = edge.type == "person.position" || edge.type == "person.occupation";
    if (position) {
      const auto words = values_.find(edge.target);
      if (words != values_.end()) describe(profile, words->second, vocabulary_, out_.strings, edge.key);
    } else if (edge.type == "person.age" && day != 0) {
      const auto age = numbers_.find(edge.target);
      const std::optional<int> years = age == numbers_.end() ? std::nullopt : number(age->second);
      if (!years || *years <= 0 || *years > 120) return;
      profile.born_from = 1970 + day / 365 - *years - 1;
      profile.born_to = profile.born_from + 1;
    } else if (is_country_id(edge.target)) {
      insert(profile.countries, out_.strings.intern(std::string_view(edge.target).substr(2)));
    } else if (edge.type == "person.member_of" && edge.target.starts_with("e:")) {
      insert(profile.ties, out_.strings.intern("member of " + edge.target));
    }
  }

  /// "Springfield, Ohio", "Springfield in Ohio": the words themselves place it, not a reading of the sentence.
  [[nodiscard]] bool names_place_after(std::string_view text, std::string_view inner, const RawNode& outer) const {
    for (std::size_t at = text.find(inner); at != std::string_view::npos; at = text.find(inner, at + 1)) {
      std::string_view rest = text.substr(at + inner.size());
      for (const std::string_view link : {", ", " in ", " in the "}) {
        if (!rest.starts_with(link)) continue;
        const std::string_view place = rest.substr(link.size());
        if (place.starts_with(outer.name)) return true;
        const auto country = vocabulary_.gazetteer().country(place.substr(0, place.find_first_of(" ,.;")));
        if (outer.country && country && country->iso3 == std::string_view(outer.id).substr(2)) return true;
      }
    }
    return false;
  }

  void add_place(Profile& profile, Index outer) {
    const RawNode& place = out_.nodes[outer];
    if (place.country) {
      insert(profile.countries, out_.strings.intern(std::string_view(place.id).substr(2)));
      return;
    }
    const auto known = vocabulary_.gazetteer().known(place.name);
    const bool capital = vocabulary_.gazetteer().country(place.name).has_value();
    if (!known || known->iso3.empty() || known->type != EntityType::gpe || capital) return;
    insert(profile.places, outer);
  }

  void settle_countries() {
    for (Index d = 0; d < out_.documents.size(); ++d) {
      for (const auto& [node, count] : countries_[d]) {
        const Symbol country = out_.strings.intern(std::string_view(out_.nodes[node].id).substr(2));
        out_.documents[d].countries.emplace_back(country, count);
      }
    }
  }

  /// Countries, agencies and whatever stands in very many documents tell nothing.
  void find_contexts() {
    const std::size_t rare = std::max<std::size_t>(12, out_.documents.size() / 500);
    for (Index n = 0; n < out_.nodes.size(); ++n) {
      const RawNode& node = out_.nodes[n];
      if (node.country || node.last - node.first > rare || vocabulary_.is("agency", node.id.substr(2))) continue;
      if (vocabulary_.gazetteer().country(node.name)) continue;
      for (Index w = node.first; w < node.last; ++w) out_.documents[out_.witnesses[w].document].context.push_back(n);
    }
  }

  const Graph& raw_;
  const Vocabulary& vocabulary_;
  Corpus out_;
  std::map<std::string, Index, std::less<>> document_of_;
  std::vector<std::map<Index, Index>> countries_;  // by document: pieces of evidence a country
  std::unordered_map<std::string, std::string> values_;
  std::unordered_map<std::string, std::string> numbers_;
};

}  // namespace

const Witness* Corpus::witness(Index node, Index document) const {
  const auto first = witnesses.begin() + nodes[node].first;
  const auto last = witnesses.begin() + nodes[node].last;
  const auto at = std::lower_bound(first, last, document, [](const Witness& w, Index d) { return w.document < d; });
  return at != last && at->document == document ? &*at : nullptr;
}

Corpus read_corpus(const Graph& raw, const Vocabulary& vocabulary) { return CorpusReader(raw, vocabulary).read(); }

std::string words_of(const GraphEvidence& evidence) {
  if (evidence.begin < evidence.text_begin || evidence.end <= evidence.begin) return {};
  const CodePointIndex index(evidence.text);
  const std::size_t begin = evidence.begin - evidence.text_begin;
  const std::size_t end = std::min(evidence.end - evidence.text_begin, index.size());
  if (begin >= end) return {};
  return evidence.text.substr(index.byte_offset(begin), index.byte_offset(end) - index.byte_offset(begin));
}

int day_of(std::string_view date) {
  const std::optional<int> year = number(date.substr(0, 4));
  if (!year || date.size() < 4) return 0;
  const auto part = [&](std::size_t at) {
    return date.size() >= at + 2 && date[at - 1] == '-' ? number(date.substr(at, 2)) : std::nullopt;
  };
  const std::chrono::year_month_day day{std::chrono::year{*year},
                                        std::chrono::month{static_cast<unsigned>(part(5).value_or(1))},
                                        std::chrono::day{static_cast<unsigned>(part(8).value_or(1))}};
  if (!day.ok()) return 0;
  return static_cast<int>(std::chrono::sys_days{day}.time_since_epoch().count());
}

}  // namespace diurna::detail
