// Expressions as programs of a Pike machine (Thompson 1968, Pike; see Cox, "Regular Expression Matching: the Virtual
// Machine Approach"): time linear in program × input, whatever the expression.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/rule_ast.hpp"

namespace diurna::detail {

struct Instruction {
  enum class Kind : std::uint8_t { atom, split, match };
  Kind kind = Kind::match;
  std::uint32_t first = 0;   ///< Of an atom: its number. Of a split: the way that is preferred.
  std::uint32_t second = 0;  ///< Of a split: the other way.
};

/// Instructions; an atom goes on with the instruction behind it.
using Program = std::vector<Instruction>;

inline constexpr std::size_t max_program = 2000;

/// Writes the program of one expression; `number(atom, marked)` gives the number of an atom.
template <class Atom, class Number>
class ProgramWriter {
 public:
  explicit ProgramWriter(Number number) : number_(number) {}

  /// Nothing when the program would be longer than `max_program`.
  std::optional<Program> write(const Expression<Atom>& expression) {
    add(expression, expression.marked);
    emit({Instruction::Kind::match, 0, 0});
    return program_.size() > max_program ? std::nullopt : std::optional(std::move(program_));
  }

 private:
  using Kind = typename Expression<Atom>::Kind;

  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(program_.size()); }
  std::size_t emit(Instruction instruction) {
    program_.push_back(instruction);
    return program_.size() - 1;
  }

  void add(const Expression<Atom>& expression, bool marked) {
    if (program_.size() > max_program) return;
    const bool inner = marked || expression.marked;
    switch (expression.kind) {
      case Kind::atom:
        emit({Instruction::Kind::atom, number_(expression.atom.front(), inner), 0});
        break;
      case Kind::sequence:
        for (const auto& part : expression.parts) add(part, inner);
        break;
      case Kind::either:
        add_either(expression, inner);
        break;
      case Kind::repeat:
        add_repeat(expression, inner);
        break;
    }
  }

  void add_either(const Expression<Atom>& expression, bool marked) {
    std::vector<std::size_t> exits;
    for (std::size_t i = 0; i < expression.parts.size(); ++i) {
      const bool last = i + 1 == expression.parts.size();
      const std::size_t split = last ? 0 : emit({Instruction::Kind::split, here() + 1, 0});
      add(expression.parts[i], marked);
      if (last) break;
      exits.push_back(emit({Instruction::Kind::split, 0, 0}));
      program_[split].second = here();
    }
    for (const std::size_t exit : exits) program_[exit].first = program_[exit].second = here();
  }

  void add_repeat(const Expression<Atom>& expression, bool marked) {
    const auto& inner = expression.parts.front();
    for (std::size_t i = 0; i < expression.least; ++i) add(inner, marked);
    if (expression.most == Expression<Atom>::unlimited) {
      const std::uint32_t loop = here();
      const std::size_t split = emit({Instruction::Kind::split, loop + 1, 0});
      add(inner, marked);
      emit({Instruction::Kind::split, loop, loop});
      program_[split].second = here();
      return;
    }
    std::vector<std::size_t> exits;
    for (std::size_t i = expression.least; i < expression.most; ++i) {
      if (program_.size() > max_program) return;
      exits.push_back(emit({Instruction::Kind::split, here() + 1, 0}));
      add(inner, marked);
    }
    for (const std::size_t exit : exits) program_[exit].second = here();
  }

  Number number_;
  Program program_;
};

/// Whether the program can match nothing at all.
[[nodiscard]] bool matches_nothing(const Program& program);
/// Numbers of the atoms that can come first.
[[nodiscard]] std::vector<std::uint32_t> first_atoms(const Program& program);

}  // namespace diurna::detail
