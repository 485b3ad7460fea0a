#include "query/builder.hpp"

#include <charconv>

#include "query/scan.hpp"

namespace diurna::cypher {
namespace {

ast::Direction direction_of(bool in, bool out) {
  if (in == out) return ast::Direction::either;
  return in ? ast::Direction::incoming : ast::Direction::outgoing;
}

}  // namespace

std::string name_of(Branch branch) {
  const std::string_view text = branch.text();
  if (!text.starts_with('`')) return std::string(text);
  std::string name;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    name += text[i];
    if (text[i] == '`') ++i;
  }
  return name;
}

std::vector<std::string> names_of(Branch branch) {
  std::vector<std::string> names;
  for (const Branch name : branch) names.push_back(name_of(name));
  return names;
}

ast::Query Builder::query(Branch branch) const {
  ast::Query query;
  query.text = std::make_shared<const std::string>(text_);
  bool distinct = false;
  for (const Branch part : branch) {
    if (part.kind() == Kind::single_query) {
      ast::SingleQuery single;
      for (const Branch each : part) single.clauses.push_back(clause(each));
      query.parts.push_back(std::move(single));
      continue;
    }
    (part.kind() == Kind::union_all ? query.union_all : distinct) = true;
    if (query.union_all && distinct)
      fail({.detail = "InvalidClauseComposition",
            .message = "UNION and UNION ALL cannot be mixed in one query",
            .hint = ""},
           part.span());
  }
  return query;
}

ast::Clause Builder::clause(Branch branch) const {
  Children children(branch);
  switch (branch.kind()) {
    case Kind::match:
      return {match(branch), branch.span()};
    case Kind::unwind: {
      ast::ExpressionPtr list = expression(children.take());
      return {ast::Unwind{std::move(list), name_of(children.take())}, branch.span()};
    }
    case Kind::create: {
      if (dialect_ != Dialect::with_create)
        fail({.detail = "UnexpectedSyntax",
              .message = "CREATE would change the graph; queries only read it",
              .hint = ""},
             {branch.span().begin, branch.span().begin + 6});
      ast::Create create;
      while (!children.empty()) create.patterns.push_back(path(children.take()));
      return {std::move(create), branch.span()};
    }
    case Kind::with: {
      ast::With with{projection(children.take()), nullptr};
      with.where = where(children);
      return {std::move(with), branch.span()};
    }
    default:
      return {ast::Return{projection(children.take())}, branch.span()};
  }
}

ast::ExpressionPtr Builder::where(Children& rest) const {
  return rest.at(Kind::where) ? expression(*rest.take().begin()) : nullptr;
}

ast::Match Builder::match(Branch branch) const {
  Children children(branch);
  ast::Match match;
  match.optional = children.take(Kind::optional);
  while (children.at(Kind::path)) match.patterns.push_back(path(children.take()));
  match.where = where(children);
  return match;
}

ast::ProjectionItem Builder::item(Branch branch) const {
  Children children(branch);
  ast::ProjectionItem item;
  const Branch words = children.take();
  item.expression = expression(words);
  item.aliased = !children.empty() || std::holds_alternative<ast::Variable>(item.expression->node);
  if (!children.empty())
    item.name = name_of(children.take());
  else if (const auto* variable = std::get_if<ast::Variable>(&item.expression->node))
    item.name = variable->name;
  else
    item.name = std::string(words.text());
  return item;
}

ast::Projection Builder::projection(Branch branch) const {
  ast::Projection projection;
  projection.source = branch.span();
  for (const Branch part : branch) {
    Children children(part);
    switch (part.kind()) {
      case Kind::distinct:
        projection.distinct = true;
        break;
      case Kind::star:
        projection.star = true;
        break;
      case Kind::item:
        projection.items.push_back(item(part));
        break;
      case Kind::order:
        for (const Branch each : part) {
          Children words(each);
          ast::ExpressionPtr key = expression(words.take());
          projection.order_by.push_back({std::move(key), words.take(Kind::descending)});
        }
        break;
      case Kind::skip:
        projection.skip = expression(children.take());
        break;
      default:
        projection.limit = expression(children.take());
        break;
    }
  }
  return projection;
}

ast::PathPattern Builder::path(Branch branch) const {
  ast::PathPattern path;
  path.source = branch.span();
  Children children(branch);
  if (children.at(Kind::variable)) path.variable = name_of(children.take());
  if (children.at(Kind::shortest) || children.at(Kind::all_shortest)) {
    const Branch inner = children.take();
    path.search =
        inner.kind() == Kind::shortest ? ast::PathPattern::Search::shortest : ast::PathPattern::Search::all_shortest;
    add_elements(path, Children(inner));
  } else {
    add_elements(path, children);
  }
  return path;
}

void Builder::add_elements(ast::PathPattern& path, Children elements) const {
  while (!elements.empty()) {
    const Branch element = elements.take();
    if (element.kind() == Kind::node)
      path.nodes.push_back(node(element));
    else
      path.relationships.push_back(relationship(element));
  }
}

ast::NodePattern Builder::node(Branch branch) const {
  ast::NodePattern node;
  node.source = branch.span();
  for (const Branch part : branch) {
    if (part.kind() == Kind::variable)
      node.variable = name_of(part);
    else if (part.kind() == Kind::labels)
      node.labels = names_of(part);
    else
      node.properties = atom(part);
  }
  return node;
}

ast::RelationshipPattern Builder::relationship(Branch branch) const {
  ast::RelationshipPattern relationship;
  relationship.source = branch.span();
  bool in = false;
  bool out = false;
  for (const Branch part : branch) {
    switch (part.kind()) {
      case Kind::arrow_in:
        in = true;
        break;
      case Kind::arrow_out:
        out = true;
        break;
      case Kind::variable:
        relationship.variable = name_of(part);
        break;
      case Kind::types:
        relationship.types = names_of(part);
        break;
      case Kind::length:
        relationship.length = length(part);
        break;
      default:
        relationship.properties = atom(part);
        break;
    }
  }
  relationship.direction = direction_of(in, out);
  return relationship;
}

ast::Length Builder::length(Branch branch) const {
  ast::Length length;
  bool range = false;
  for (const Branch part : branch) {
    if (part.kind() == Kind::range_mark) {
      range = true;
      continue;
    }
    std::int64_t bound = 0;
    const std::string_view digits = part.text();
    if (std::from_chars(digits.data(), digits.data() + digits.size(), bound).ec != std::errc())
      fail({.detail = "IntegerOverflow", .message = "this length is too large", .hint = ""}, part.span());
    (range ? length.maximum : length.minimum) = bound;
  }
  if (!range) length.maximum = length.minimum;
  return length;
}

}  // namespace diurna::cypher
