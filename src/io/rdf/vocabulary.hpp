// The vocabulary of the RDF formats (docs/rdf.md). Names are written as PREFIX:LOCAL.
//
// `dn:` describes what texts say, whether or not it happened; statements in `sem:`, `schema:`, `time:`, `role:` and
// `relation:` assert it. A denied, planned, possible or alleged event is described, never asserted.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace diurna::io::detail::rdf {

/// What resources are below, unless the user says otherwise. The name is reserved and belongs to nobody (RFC 2606).
inline constexpr std::string_view default_base = "https://diurna.example/";
inline constexpr std::string_view namespace_iri = "https://diurna.example/ns#";
inline constexpr int format_version = 1;

using Prefix = std::pair<std::string_view, std::string_view>;
inline constexpr std::array<Prefix, 16> prefixes = {{
    {"dn", namespace_iri},
    {"gaf", "http://groundedannotationframework.org/gaf#"},
    {"nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"property", "https://diurna.example/ns/property/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"relation", "https://diurna.example/ns/relation/"},
    {"role", "https://diurna.example/ns/role/"},
    {"schema", "https://schema.org/"},
    {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
    {"software", "https://diurna.example/ns/software/"},
    {"time", "http://www.w3.org/2006/time#"},
    {"type", "https://diurna.example/ns/type/"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

/// Folders below the base.
inline constexpr std::string_view node_folder = "id/";      ///< + node id
inline constexpr std::string_view edge_folder = "edge/";    ///< + hash of ends, type and key
inline constexpr std::string_view text_folder = "text/";    ///< + document id; # + char=begin,end
inline constexpr std::string_view graph_folder = "graph/";  ///< + document id
inline constexpr std::string_view claim_folder = "claim/";
inline constexpr std::string_view join_folder = "join/";
inline constexpr std::string_view instant_folder = "instant/";  ///< + day: the ends of intervals

inline constexpr std::array<std::string_view, 7> folders = {node_folder,  edge_folder, text_folder,   graph_folder,
                                                            claim_folder, join_folder, instant_folder};

inline constexpr std::string_view rdf_type = "rdf:type";

}  // namespace diurna::io::detail::rdf
