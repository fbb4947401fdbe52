#include "planner/plot/child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace pahunch {
namespace {

/// What the child does before it begins.
class SpawnActions {
 public:
  SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }

  /// False where memory is short.
  [[nodiscard]] bool prepare(const ChildProcess& child) {
    constexpr mode_t kMode = 0600;
    return ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0) ==
               0 &&
           ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, child.messages.c_str(),
                                              O_WRONLY | O_CREAT | O_TRUNC, kMode) == 0 &&
           ::posix_spawn_file_actions_adddup2(&actions_, STDOUT_FILENO, STDERR_FILENO) == 0 &&
           ::posix_spawn_file_actions_addchdir_np(&actions_, child.folder.c_str()) == 0;
  }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_ = {};
};

std::vector<std::string> make_environment() {
  std::vector<std::string> variables = {"LC_ALL=C.UTF-8"};
  for (char** at = environ; *at != nullptr; ++at) {
    if (!std::string_view(*at).starts_with("LC_ALL=")) variables.emplace_back(*at);
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

int wait_for(pid_t child) {
  constexpr int kSignalled = 128;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return kSignalled;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : kSignalled + WTERMSIG(status);
}

}  // namespace

std::optional<int> run_child(const ChildProcess& child) {
  constexpr int kNotFound = 127;  // of a C library that starts the child before it looks
  SpawnActions actions;
  if (!actions.prepare(child)) return std::nullopt;
  std::vector<std::string> words = child.words;
  std::vector<std::string> variables = make_environment();
  pid_t started = -1;
  if (::posix_spawnp(&started, child.words.front().c_str(), actions.get(), nullptr,
                     pointers(words).data(), pointers(variables).data()) != 0) {
    return std::nullopt;
  }
  const int status = wait_for(started);
  return status == kNotFound ? std::nullopt : std::optional(status);
}

}  // namespace pahunch
