/// \file
/// Errors at the edge: what is wrong, where, why it matters, what to try.
///
/// The program turns them into text and an exit code in one place: `DataError` and other failures
/// 1, `ConfigError` and `UsageError` 2.
#pragma once

#include <stdexcept>
#include <string>

namespace pahunch {

/// The four parts of a message. Only `what` is obligatory; give the others wherever they are known.
struct Problem {
  std::string what;
  std::string where = {};  ///< file, layer, feature or line
  std::string why = {};    ///< why it matters
  std::string hint = {};   ///< what to try
};

/// The message as a person reads it, one part a line; empty parts are left out.
std::string to_string(const Problem& problem);

class Error : public std::runtime_error {
 public:
  explicit Error(Problem problem)
      : std::runtime_error(to_string(problem)), problem_(std::move(problem)) {}
  [[nodiscard]] const Problem& problem() const { return problem_; }

 private:
  Problem problem_;
};

/// The input data cannot be used.
class DataError : public Error {
 public:
  using Error::Error;
};

/// A scenario, dataset or profile file is wrong: an unknown key, a value out of range.
class ConfigError : public Error {
 public:
  using Error::Error;
};

/// The command line is wrong.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// The answer would not be right: a total that does not add up, a file that does not read back.
class InvariantError : public Error {
 public:
  using Error::Error;
};

}  // namespace pahunch
