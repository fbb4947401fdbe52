#include "planner/siting/siting_answer.h"

namespace pahunch {

const char* to_word(AnswerStatus status) {
  switch (status) {
    case AnswerStatus::kProven:
      return "proven";
    case AnswerStatus::kWithinGap:
      return "within-gap";
    case AnswerStatus::kTimeLimit:
      return "time-limit";
    case AnswerStatus::kInterrupted:
      return "interrupted";
    case AnswerStatus::kTooLarge:
      return "too-large";
    case AnswerStatus::kSolverFailed:
      return "solver-failed";
    case AnswerStatus::kInfeasible:
      return "infeasible";
    default:
      return "nothing-found";
  }
}

AnswerStatus unfinished_status(StopReason reason) {
  switch (reason) {
    case StopReason::kInterrupt:
      return AnswerStatus::kInterrupted;
    case StopReason::kTime:
      return AnswerStatus::kTimeLimit;
    default:
      return AnswerStatus::kSolverFailed;
  }
}

}  // namespace pahunch
