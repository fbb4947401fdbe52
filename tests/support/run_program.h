/// \file
/// Running the built program as a user does: arguments in; exit code, output and errors out.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/read_text.h"
#include "tests/support/temp_dir.h"

namespace pahunch::test {

struct ProgramResult {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// The program at work; `wait` gives its result.
class RunningProgram {
 public:
  /// `folder`: where it is run.
  RunningProgram(const std::vector<std::string>& args, const std::filesystem::path& folder) {
    const std::string out = (files_.path() / "out").string();
    const std::string err = (files_.path() / "err").string();
    std::vector<std::string> words = {PAHUNCH_PROGRAM};
    words.insert(words.end(), args.begin(), args.end());
    if (draws_fine_isochrones(args)) words.insert(words.end(), {"--set", "isochrones.cell_m=400"});
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::fflush(nullptr);  // or the child writes what this process has not yet
    child_ = ::fork();
    if (child_ != 0) return;
    const bool ready = ::chdir(folder.c_str()) == 0 &&
                       std::freopen(out.c_str(), "w", stdout) != nullptr &&
                       std::freopen(err.c_str(), "w", stderr) != nullptr;
    if (ready) ::execv(argv.front(), argv.data());
    ::_exit(127);
  }

  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;
  ~RunningProgram() {
    if (child_ < 0) return;
    signal(SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }

  void interrupt() const { signal(SIGINT); }
  void signal(int number) const { ::kill(child_, number); }

  /// False once it has ended.
  [[nodiscard]] bool at_work() const {
    siginfo_t info = {};
    ::waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT);
    return info.si_pid == 0;
  }

  /// What it has said of its work.
  [[nodiscard]] std::string err_so_far() const {
    const auto file = files_.path() / "err";
    return std::filesystem::exists(file) ? read_text(file) : "";
  }

  ProgramResult wait() {
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, read_text(files_.path() / "out"), read_text(files_.path() / "err")};
  }

 private:
  /// Half of the time of a run on the tiny dataset goes there, which is too much under the
  /// sanitizers.
  static bool draws_fine_isochrones([[maybe_unused]] const std::vector<std::string>& args) {
#ifdef PAHUNCH_SANITIZED
    const auto sets = [](const std::string& arg) {
      return arg == "--set" || arg.find(".toml") != std::string::npos;
    };
    return !args.empty() && args.front() == "run" && std::none_of(args.begin(), args.end(), sets);
#else
    return false;
#endif
  }

  TempDir files_;
  pid_t child_ = -1;
};

inline ProgramResult run_program_in(const std::filesystem::path& folder,
                                    const std::vector<std::string>& args) {
  return RunningProgram(args, folder).wait();
}

/// In a folder of its own, which is gone afterwards.
inline ProgramResult run_pahunch(const std::vector<std::string>& args) {
  const TempDir folder;
  return run_program_in(folder.path(), args);
}

}  // namespace pahunch::test
