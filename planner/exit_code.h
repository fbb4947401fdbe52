/// \file
/// What the program tells its caller.
#pragma once

namespace pahunch {

enum ExitCode : int {
  kExitDone = 0,
  kExitFailed = 1,         ///< the data or the run failed
  kExitUsage = 2,          ///< the command line or a file of settings is wrong
  kExitInterrupted = 130,  ///< Ctrl-C; nothing half-written is left
};

}  // namespace pahunch
