/// \file
/// Another program as a child process: started without a shell, ended when this object is.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pahunch {

class ChildProcess {
 public:
  /// `words`: the program, looked for along PATH where it has no slash, and its arguments as they
  /// are. What it says goes into the file `said`. None where there is no such program. Throws
  /// DataError when it cannot be started for another reason.
  static std::optional<ChildProcess> start(const std::vector<std::string>& words,
                                           const std::filesystem::path& said);
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
