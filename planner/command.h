/// \file
/// A command of the program: `setup` says which arguments there are and touches no file; `run` does
/// the work.
///
/// The help page, the shell completion and the man page are all made from `text()` and the options
/// that `setup` adds, so that they cannot disagree.
#pragma once

#include <string>

#include "planner/console.h"

namespace CLI {
class App;
}

namespace pahunch {

struct CommandText {
  std::string name;
  std::string summary;      ///< one line
  std::string description;  ///< what it does, with which rules; paragraphs
  std::string examples;     ///< command lines, each preceded by a line "# what it does"
};

class Command {
 public:
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  [[nodiscard]] virtual CommandText text() const = 0;
  virtual void setup(CLI::App& app) = 0;
  virtual void run(Session& session) = 0;
  /// Can several processes of `mpirun` do it together? All of them run it then.
  [[nodiscard]] virtual bool shares_work() const { return false; }
};

}  // namespace pahunch
