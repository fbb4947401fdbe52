#include "planner/interrupt.h"

#include <unistd.h>
#include <csignal>

#include "planner/exit_code.h"

namespace pahunch {
namespace {

// The one global of the program: a signal handler can reach nothing else.
volatile std::sig_atomic_t interrupted = 0;

extern "C" void on_signal(int) {
  if (interrupted != 0) ::_exit(kExitInterrupted);
  interrupted = 1;
}

}  // namespace

void watch_for_interrupt() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  std::signal(SIGPIPE, SIG_IGN);
}

bool is_interrupted() { return interrupted != 0; }

void stop_if_interrupted() {
  if (is_interrupted()) throw Interrupted();
}

void set_interrupt(InterruptFlag flag) { interrupted = flag == InterruptFlag::kSet ? 1 : 0; }

}  // namespace pahunch
