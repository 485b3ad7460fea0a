/// What is thrown for a query that cannot be read or run.
///
///     try { … "MATCH (p:PERSON) RETURN q" … }
///     catch (const diurna::QueryError& error) { std::cerr << error.what(); }
///     // query:1:25: error: there is no variable 'q' here [query.undefined-variable]; did you mean 'p'?
///     //     MATCH (p:PERSON) RETURN q
///     //                             ^
///
/// `kind` and `detail` are the names that the openCypher TCK uses: a syntax error is found before anything runs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "diurna/core/error.hpp"
#include "diurna/core/span.hpp"

namespace diurna {

class QueryError : public Error {
 public:
  enum class Kind { syntax, type, argument, arithmetic };
  struct Report {
    Kind kind = Kind::syntax;
    std::string detail;  ///< "UndefinedVariable": the code is then query.undefined-variable.
    std::string message;
    std::string hint;
  };
  /// An error at `where` in `query`: the place is line and column, the excerpt the line with a caret.
  QueryError(Report report, std::string_view query, Span where);
  /// An error without a place: of a value met while the query ran.
  explicit QueryError(Report report);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const std::string& detail() const { return detail_; }
  /// "SyntaxError", "TypeError", "ArgumentError", "ArithmeticError".
  [[nodiscard]] std::string_view kind_name() const;
  [[nodiscard]] std::size_t line() const { return line_; }      ///< From 1; 0 without a place.
  [[nodiscard]] std::size_t column() const { return column_; }  ///< From 1, in code points.

 private:
  struct Place;
  QueryError(Report report, const Place& place);
  Kind kind_;
  std::string detail_;
  std::size_t line_ = 0;
  std::size_t column_ = 0;
};

}  // namespace diurna
