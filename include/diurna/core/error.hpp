/// What Diurna throws: a bad file, model, rule or query. Text of an article is never an error.
///
///     try { diurna::Pipeline::load({.model = "old.bin"}); }
///     catch (const diurna::Error& error) { std::cerr << error.what(); }
///     // old.bin: error: this is not a Diurna model [model.foreign]; pass a file written by training/
#pragma once

#include <stdexcept>
#include <string>

namespace diurna {

/// Base of all errors: a stable `code` ("model.foreign"), the `place` (file, file:line:column), a message, a hint and an
/// excerpt: the line in question with a caret under the place, where there is one.
class Error : public std::runtime_error {
 public:
  struct Parts {
    std::string code;
    std::string place;
    std::string message;
    std::string hint;
    std::string excerpt = {};
  };
  explicit Error(Parts parts);

  [[nodiscard]] const std::string& code() const { return parts_.code; }
  [[nodiscard]] const std::string& place() const { return parts_.place; }
  [[nodiscard]] const std::string& message() const { return parts_.message; }
  [[nodiscard]] const std::string& hint() const { return parts_.hint; }
  [[nodiscard]] const std::string& excerpt() const { return parts_.excerpt; }

 private:
  Parts parts_;
};

/// A file could not be opened, read or written.
class IoError : public Error {
  using Error::Error;
};
/// The bytes of a file are not what its format asks for.
class ParseError : public Error {
  using Error::Error;
};
/// A model file is damaged, foreign or of another version.
class ModelError : public Error {
  using Error::Error;
};

}  // namespace diurna
