/// \file
/// What the program tells its caller.
#pragma once

#include <stdexcept>

namespace pahunch {

enum ExitCode : int {
  kExitDone = 0,
  kExitFailed = 1,         ///< the data or the run failed
  kExitUsage = 2,          ///< the command line or a file of settings is wrong
  kExitPartlyFailed = 3,   ///< the results are there, but some scenarios failed
  kExitInterrupted = 130,  ///< Ctrl-C; nothing half-written is left
};

/// Thrown by a command whose results are written, but part of whose work failed.
class PartlyFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace pahunch
