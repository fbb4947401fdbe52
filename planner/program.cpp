#include "planner/program.h"

#include <tbb/global_control.h>

#include <cstdlib>
#include <new>
#include <ostream>

#include "geo/base/error.h"
#include "geo/io/clean_text.h"
#include "planner/command_line.h"
#include "planner/exit_code.h"
#include "planner/interrupt.h"
#include "planner/ranks/ranks.h"
#include "planner/terminal_progress.h"

namespace pahunch {
namespace {

TerminalProgress::Drawing drawing_for(const ConsoleOptions& options, const Streams& streams) {
  const char* no_color = std::getenv("NO_COLOR");
  const bool plain = no_color != nullptr && *no_color != '\0';
  const bool shown = streams.err_is_terminal && !plain && !options.no_progress && !options.quiet;
  return shown ? TerminalProgress::Drawing::kShown : TerminalProgress::Drawing::kHidden;
}

void require_shared(const Command& command) {
  if (command.shares_work() || all_ranks().is_alone()) return;
  throw UsageError(
      {.what = "the work of `pahunch " + command.text().name + "` is not shared among processes",
       .why = "each would do all of it",
       .hint = "run it without mpirun; it uses all cores"});
}

void run_command(const CommandLine& line, const Streams& streams) {
  const ConsoleOptions& options = line.console_options();
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism,
                                    options.n_threads());
  Console console(streams.out, streams.err);
  console.set_verbosity(options.verbosity());
  console.set_style(streams.out_style);
  TerminalProgress progress(streams.err, drawing_for(options, streams));
  Session session{console, progress};
  require_shared(line.command());
  line.command().run(session);
  stop_if_interrupted();
  console.flush();
}

int tell(const Streams& streams, const std::string& text, int code) {
  streams.err << "pahunch: " << clean_lines(text) << std::endl;
  return code;
}

}  // namespace

int run_program(const std::vector<std::string>& args, const Streams& streams) {
  CommandLine line;
  try {
    line.parse(args);
    run_command(line, streams);
    return kExitDone;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return line.app().exit(error, streams.out, streams.err);
    return tell(streams, std::string(error.what()) + "\n  what to try: see --help", kExitUsage);
  } catch (const Interrupted& interrupted) {
    return tell(streams, interrupted.what(), kExitInterrupted);
  } catch (const PartlyFailed& failed) {
    return tell(streams, failed.what(), kExitPartlyFailed);
  } catch (const UsageError& error) {
    return tell(streams, error.what(), kExitUsage);
  } catch (const ConfigError& error) {
    return tell(streams, error.what(), kExitUsage);
  } catch (const std::bad_alloc&) {
    return tell(streams, "out of memory\n  what to try: fewer centre sets, or a smaller study area",
                kExitFailed);
  } catch (const std::exception& error) {
    return tell(streams, error.what(), kExitFailed);
  }
}

}  // namespace pahunch
