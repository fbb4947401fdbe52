/// \file
/// Another program as a child process: started without a shell, ended when this object is.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pahunch {

struct ChildProgram {
  std::vector<std::string> words;  ///< looked for along PATH without a slash; arguments as they are
  std::filesystem::path said;      ///< file of what it says
  std::filesystem::path folder;    ///< in which it runs
};

class ChildProcess {
 public:
  /// It has the environment of this program, but a locale in which numbers have points and text is
  /// UTF-8. None where there is no such program. Throws DataError when it cannot be started for
  /// another reason.
  static std::optional<ChildProcess> start(const ChildProgram& program);
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;
  /// Ends it, and what it has started, where it still runs.
  ~ChildProcess();

  /// Its exit code, 128 and more for a signal; none where it still runs at the limit. Throws
  /// Interrupted on Ctrl-C.
  std::optional<int> wait(std::chrono::milliseconds limit);

 private:
  explicit ChildProcess(int id) : id_(id) {}

  int id_;  ///< of the process and its group; -1: it has ended
};

}  // namespace pahunch
