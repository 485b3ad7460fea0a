/// Forward declarations of the main types, for headers that only name them.
#pragma once

namespace diurna {

struct Article;
class Document;
class Syntax;
class Mentions;
class Facts;
struct Reading;
class Graph;
class Pipeline;
class Ontology;

}  // namespace diurna
