#include "events/trigger_candidates.hpp"

#include <doctest/doctest.h>

#include "events/frames.hpp"
#include "events/small_text.hpp"

using namespace diurna;
using namespace diurna::detail;

namespace {

/// "arrested=justice.detain": the best meaning of each candidate.
std::string candidates(const test::SmallText& text) {
  return text.with_context([](const Context& context) {
    const Ontology ontology = Ontology::load();
    const Words words(context, WordClusters::load());
    std::string out;
    for (const TriggerCandidate& candidate :
         find_trigger_candidates(context, words, Lexicon::load(ontology), TrainedLemmas{})) {
      out += (out.empty() ? "" : " ") + std::string(context.document.form(candidate.head)) + "=" +
             ontology.event_types()[candidate.meanings.front().type].id;
    }
    return out;
  });
}

}  // namespace

TEST_CASE("trigger candidates: verbs, nouns and adjectives of the lexicon") {
  CHECK(candidates(test::SmallText("Rebels/NOUN/nsubj/2 kidnapped/VERB/root/0/kidnap two/NUM/obj/2")) ==
        "kidnapped=conflict.attack");
  CHECK(candidates(test::SmallText("Her/PRON/nmod:poss/2 assassination/NOUN/root/0")) == "assassination=life.die");
  CHECK(candidates(test::SmallText("They/PRON/nsubj/3 are/AUX/cop/3/be dead/ADJ/root/0")) == "dead=life.die");
}

TEST_CASE("trigger candidates: a partner word decides the meaning") {
  CHECK(candidates(test::SmallText("He/PRON/nsubj/2 pleaded/VERB/root/0/plead guilty/ADJ/xcomp/2")) ==
        "pleaded=justice.convict guilty=justice.convict");
  CHECK(candidates(test::SmallText("She/PRON/nsubj/2 took/VERB/root/0/take office/NOUN/obj/2")) ==
        "took=politics.appoint");
}

TEST_CASE("trigger candidates: words outside the lexicon are none") {
  CHECK(candidates(test::SmallText("Grass/NOUN/nsubj/2 grows/VERB/root/0/grow")).empty());
}

TEST_CASE("trigger candidates: every row of the lexicon and the frames is well formed") {
  const Ontology ontology = Ontology::load();
  CHECK_NOTHROW((void)Lexicon::load(ontology));
  CHECK_NOTHROW((void)Frames::load(ontology));
}

TEST_CASE("frames: the row of the lemma is preferred to the row of the type") {
  const Ontology ontology = Ontology::load();
  const Frames frames = Frames::load(ontology);
  const auto type = static_cast<std::size_t>(ontology.event_type("justice.charge") - ontology.event_types().data());
  const auto roles = frames.find(type, Atom("face"), WordClass::verb, Atom("subj"));
  REQUIRE(!roles.empty());
  CHECK(roles[0].role == "patient");
  CHECK(frames.find(type, Atom("indict"), WordClass::verb, Atom("subj"))[0].role == "agent");
}
