// What is not a graph of Diurna is refused with its place, whatever its syntax; hostile files do no harm.
#include <doctest/doctest.h>

#include <random>
#include <sstream>

#include "diurna/core/error.hpp"
#include "diurna/io/format.hpp"
#include "support/random_graph.hpp"

namespace {

using namespace diurna;

std::string written(unsigned documents, std::string_view format) {
  Graph graph;
  for (unsigned i = 0; i < documents; ++i) graph.merge(test::RandomDocument(i).graph());
  std::ostringstream out;
  io::write_graph(out, graph, format);
  return out.str();
}

/// The message of the error that reading throws.
std::string refusal(const std::string& bytes, std::string_view format) {
  try {
    (void)io::read_graph(bytes, format, "g");
    return "accepted";
  } catch (const ParseError& error) {
    return error.what();
  }
}

/// Two lines that every file needs; the rest begins on line 3.
std::string turtle(const std::string& rest) {
  return "@base <https://diurna.example/> . @prefix dn: <ns#> . @prefix nif: "
         "<http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> . @prefix rdf: "
         "<http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix gaf: <http://groundedannotationframework.org/gaf#> "
         ".\n"
         "<https://diurna.example/> a dn:Graph ; dn:formatVersion 1 .\n" +
         rest;
}

TEST_CASE("rdf: what is not a graph is refused with its place") {
  const std::string node = "<id/e:a> a dn:Entity .\n";
  const std::string edge =
      "<edge/1> a rdf:Statement ; rdf:subject <id/e:a> ; rdf:predicate <ns/relation/t> ; rdf:object ";
  CHECK(refusal(turtle(node + edge + "<id/e:a> ."), "turtle") == "accepted");
  const std::vector<std::pair<std::string, std::string>> table = {
      {"<id/e:a> a dn:Entity", "g:3:20: error: this cannot be read: "},
      {"<id/e:a> a dn:Entity ; dn:presence \"x", "[rdf.syntax]"},
      {"<id/e:a> a [] .", "g:3:13: error: a blank node or a list [rdf.blank]; every resource of Diurna has an IRI"},
      {"<id/e:a> dn:rule ( 1 2 ) .", "[rdf.blank]"},
      {"_:a a dn:Entity .", "[rdf.blank]"},
      {"<id/e:a> dn:rule \"Regel\"@de .", "g:3:28: error: a text with a language tag [rdf.language]"},
      {"<id/e:a> ex:p 1 .", "[rdf.syntax]"},
      {"<id/e a> a dn:Entity .", "[rdf.syntax]"},
      {"<id/e:a> <http://example.org/p> 1 .",
       "g:3:34: error: the predicate <http://example.org/p> is not one of Diurna's [rdf.vocabulary]"},
      {"<id/e:a> dn:rule \"r\" .",
       "g:3:21: error: nothing says what <https://diurna.example/id/e:a> is [rdf.class]; add its rdf:type"},
      {node + "<id/e:a> a dn:Event .", "g:4:20: error: <https://diurna.example/id/e:a> cannot be two kinds of thing"},
      {"<http://example.org/a> a dn:Entity .",
       "g:3:35: error: <http://example.org/a> is not below <https://diurna.example/id/> [rdf.base]"},
      {"<id/e%4> a dn:Entity .", "[rdf."},
      {node + edge + "<id/e:b> .", "error: nothing describes the node <https://diurna.example/id/e:b> [rdf.dangling]"},
      {node + "<edge/1> a rdf:Statement ; rdf:subject <id/e:a> .",
       "error: <https://diurna.example/edge/1> has no rdf:object [rdf.missing]; add it"},
      {"<id/e:a> a dn:Entity ; gaf:denotedBy <text/d#char=0,1> .",
       "g:3:55: error: nothing describes the mention <https://diurna.example/text/d#char=0,1> [rdf.dangling]"},
      {"<text/d#char=0,1> a nif:OffsetBasedString ; nif:referenceContext <text/d> ; nif:beginIndex -1 ; nif:endIndex 1 "
       ".",
       "'-1' is not a number of code points [rdf.type]"},
      {"<text/d#char=5,1> a nif:OffsetBasedString ; nif:referenceContext <text/d> ; nif:beginIndex 5 ; nif:endIndex 1 "
       ".",
       "this mention ends before it starts [rdf.range]"},
      {"<id/e:a> a dn:Entity ; <ns/property/n> 1.5 .",
       "values of type <http://www.w3.org/2001/XMLSchema#decimal> are not known here [rdf.type]"},
      {"<id/e:a> a dn:Entity ; <ns/property/n> 99999999999999999999 .", "is no finite number of its type [rdf.type]"},
      {"<id/e:a> a dn:Entity ; <ns/property/n> 1e999 .", "is no finite number of its type [rdf.type]"},
      {"<id/e:a> a dn:Entity ; <ns/property/n> 1 , 2 .", "has more than one n [rdf.twice]"},
      {"<claim/1> a dn:Claim ; dn:about <id/e:a> ; dn:facet \"name\" ; dn:value \"x\" .",
       "nobody makes this claim [rdf.claims]; add dn:claimedBy"},
      {node + "<claim/1> a dn:Claim ; dn:about <id/e:a> ; dn:facet \"name\" ; dn:value \"x\" ; dn:claimedBy \"d\" .",
       "the claims do not add up to what <https://diurna.example/id/e:a> shows [rdf.claims]"},
      {"<join/1> a dn:Join ; dn:joined <id/e:b> ; dn:into <id/e:a> .", "nothing describes the node"},
      {"<https://diurna.example/> dn:statements 9 .",
       "g:3:42: error: here 9 statements are promised, but there are 3 [rdf.count]; was the file cut off or edited?"},
  };
  for (const auto& [rest, message] : table) {
    CAPTURE(rest);
    const std::string found = refusal(turtle(rest), "turtle");
    CAPTURE(found);
    CHECK(found.find(message) != std::string::npos);
  }
}

TEST_CASE("rdf: files that are not ours are refused as such") {
  CHECK(refusal("", "turtle").find("rdf.format") != std::string::npos);
  CHECK(refusal("<http://a/> <http://b/> <http://c/> .\n", "ntriples").find("rdf.format") != std::string::npos);
  CHECK(refusal("{\"format\":\"diurna-graph\"}", "turtle").find("rdf.syntax") != std::string::npos);
  CHECK(refusal("<https://diurna.example/> <https://diurna.example/ns#formatVersion> \"2\" .\n", "ntriples") ==
        "g:1:72: error: this is version 2 of the format [rdf.version]; this Diurna reads version 1");
  CHECK(refusal(std::string("<a:b> <a:c> \"\0\" .", 18), "ntriples").find("g:1:14: error: a byte 0") == 0);
  CHECK(refusal("<a:b> <a:c>\n \"x\xFF\" .", "ntriples").find("g:2:4: error: these bytes are not UTF-8") == 0);
}

TEST_CASE("rdf: every cut of a file is refused") {
  for (const char* format : {"turtle", "ntriples", "nquads", "trig"}) {
    const std::string bytes = written(2, format);
    for (std::size_t size = 0; size + 3 < bytes.size(); size += 211) {
      CAPTURE(size);
      CHECK(refusal(bytes.substr(0, size), format) != "accepted");
    }
  }
}

TEST_CASE("rdf: a line that is missing is noticed") {
  const std::string bytes = written(2, "nquads");
  std::size_t begin = 0;
  for (std::size_t line = 0; begin < bytes.size(); ++line) {
    const std::size_t end = bytes.find('\n', begin) + 1;
    const bool says_how_many = bytes.substr(begin, end - begin).find("ns#statements>") != std::string::npos;
    if (line % 50 == 0 && !says_how_many) {
      CHECK(refusal(bytes.substr(0, begin) + bytes.substr(end), "nquads") != "accepted");
    }
    begin = end;
  }
}

TEST_CASE("rdf: damaged files are read or refused, whatever the damage") {
  for (const char* format : {"turtle", "ntriples", "nquads", "trig"}) {
    const std::string bytes = written(1, format);
    std::mt19937 random(7);
    for (int round = 0; round < 150; ++round) {
      std::string damaged = bytes;
      for (unsigned n = 0; n <= random() % 3; ++n)
        damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
      if (random() % 2 == 0) damaged.erase(random() % damaged.size(), random() % 40);
      CHECK_NOTHROW((void)refusal(damaged, format));
    }
  }
}

TEST_CASE("rdf: hostile files end quickly and in an error") {
  const auto many = [](const std::string& part) {
    std::string out;
    for (int i = 0; i < 100000; ++i) out += part;
    return out;
  };
  for (const std::string& opening : {"[", "(", "[ <p> ", "<s> <p> [ <p> ", "<s> <p> ( ( ", "<g> { ", "{ ", "<<"}) {
    CAPTURE(opening);
    CHECK(refusal(turtle(many(opening)), "turtle") != "accepted");
    CHECK(refusal(turtle(many(opening)), "trig") != "accepted");
  }
  CHECK(refusal(turtle("<s> <p> " + many("[ <p> ")), "turtle").find("rdf.blank") != std::string::npos);
  const std::string huge(20'000'000, 'x');
  CHECK(refusal(turtle("<id/e:a> a dn:Entity ; <ns/property/n> \"" + huge + "\" ."), "turtle") == "accepted");
  CHECK(refusal(turtle("<id/e:a> a dn:Entity ; <ns/property/n> \"" + huge), "turtle") != "accepted");
  CHECK(refusal(turtle("<" + huge), "turtle") != "accepted");
}

}  // namespace
