#include "planner/siting/mip.h"

#include <CbcEventHandler.hpp>
#include <CbcHeuristic.hpp>
#include <CbcHeuristicRINS.hpp>
#include <CbcModel.hpp>
#include <CglClique.hpp>
#include <CglGomory.hpp>
#include <CglKnapsackCover.hpp>
#include <CglMixedIntegerRounding2.hpp>
#include <CglProbing.hpp>
#include <CglTwomir.hpp>
#include <CglZeroHalf.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSolve.hpp>
#include <CoinError.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <cmath>
#include <new>

#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

constexpr double kIntegerTolerance = 1e-7;
/// Of a constant that is added to what CBC found and taken off again: some units in the last place.
constexpr double kRoundOffOfConstant = 0x1p-50;

/// CBC asks at every node and cut round whether to go on.
class StopHandler final : public CbcEventHandler {
 public:
  explicit StopHandler(const StopSignal& signal) : signal_(&signal) {}
  [[nodiscard]] CbcEventHandler* clone() const override { return new StopHandler(*this); }
  CbcAction event(CbcEvent /*what*/) override { return signal_->stop() ? stop : noAction; }

 private:
  const StopSignal* signal_;
};

/// The simplex method asks after every iteration: one linear programme may take minutes.
class SimplexStopHandler final : public ClpEventHandler {
 public:
  explicit SimplexStopHandler(const StopSignal& signal) : signal_(&signal) {}
  [[nodiscard]] ClpEventHandler* clone() const override { return new SimplexStopHandler(*this); }
  int event(Event /*what*/) override { return signal_->stop() ? kStop : kGoOn; }

 private:
  static constexpr int kStop = 0, kGoOn = -1;
  const StopSignal* signal_;
};

void add_cuts(CbcModel& model) {
  constexpr int kWhenUseful = -1;
  CglProbing probing;
  probing.setUsingObjective(1);
  probing.setMaxPass(1);
  probing.setMaxPassRoot(1);
  probing.setMaxProbe(10);
  probing.setMaxLook(10);
  probing.setRowCuts(3);
  CglGomory gomory;
  gomory.setLimit(300);
  CglKnapsackCover knapsack;
  CglClique clique;
  clique.setStarCliqueReport(false);
  clique.setRowCliqueReport(false);
  CglMixedIntegerRounding2 rounding;
  CglTwomir twomir;
  CglZeroHalf zero_half;
  model.addCutGenerator(&probing, kWhenUseful, "probing");
  model.addCutGenerator(&gomory, kWhenUseful, "gomory");
  model.addCutGenerator(&knapsack, kWhenUseful, "knapsack");
  model.addCutGenerator(&clique, kWhenUseful, "clique");
  model.addCutGenerator(&rounding, kWhenUseful, "rounding");
  model.addCutGenerator(&twomir, kWhenUseful, "twomir");
  model.addCutGenerator(&zero_half, kWhenUseful, "zero-half");
}

void add_heuristics(CbcModel& model) {
  CbcRounding rounding(model);
  CbcHeuristicRINS neighbourhood(model);
  model.addHeuristic(&rounding);
  model.addHeuristic(&neighbourhood);
}

}  // namespace

/// A model as CBC takes it.
class CbcRun {
 public:
  explicit CbcRun(const MipModel& model) : model_(model) {
    solver_.messageHandler()->setLogLevel(0);
    solver_.getModelPtr()->setLogLevel(0);
    leave_interrupts_alone();
    load();
    for (int column = 0; column < model.n_columns(); ++column) {
      if (model.kinds_[static_cast<std::size_t>(column)] == MipColumnKind::kWhole) {
        solver_.setInteger(column);
      }
    }
  }

  MipResult solve(const MipOptions& options, const StopSignal& signal) {
    if (!solve_relaxation(signal)) return {};
    CbcModel model(solver_);
    set_up(model, options, signal);
    model.initialSolve();
    if (model.isInitialSolveProvenPrimalInfeasible())
      return {.status = MipStatus::kNone, .values = {}, .bound = options.cutoff};
    model.branchAndBound();
    return read(model, options);
  }

  MipRelaxation relax(const StopSignal& signal) {
    if (!solve_relaxation(signal) || !solver_.isProvenOptimal()) return {};
    const double* values = solver_.getColSolution();
    const double* duals = solver_.getRowPrice();
    return {{values, values + model_.n_columns()}, {duals, duals + model_.n_rows()}};
  }

 private:
  /// Or Clp puts a handler of its own in the place of the program's while it solves, and a Ctrl-C
  /// is lost.
  void leave_interrupts_alone() {
    constexpr int kInterrupts = 2, kNotHandled = 1;
    ClpSolve options;
    options.setSpecialOption(kInterrupts, kNotHandled);
    solver_.setSolveOptions(options);
  }

  /// False: it was stopped. The handler is taken off again, as CBC would take a node whose
  /// programme was stopped for one that has no solution.
  bool solve_relaxation(const StopSignal& signal) {
    const SimplexStopHandler handler(signal);
    const ClpEventHandler asks_nothing;
    solver_.getModelPtr()->passInEventHandler(&handler);
    solver_.initialSolve();
    solver_.getModelPtr()->passInEventHandler(&asks_nothing);
    return !signal.stop();
  }

  void load() {
    std::vector<CoinBigIndex> begins(model_.row_begin_.begin(), model_.row_begin_.end());
    const CoinPackedMatrix matrix(false, model_.n_columns(), model_.n_rows(),
                                  static_cast<CoinBigIndex>(model_.values_.size()),
                                  model_.values_.data(), model_.columns_.data(), begins.data(),
                                  nullptr);
    std::vector<double> column_lower, column_upper, row_lower, row_upper;
    for (const auto& bounds : model_.column_bounds_) {
      column_lower.push_back(bounds.lower);
      column_upper.push_back(bounds.upper);
    }
    for (const auto& bounds : model_.row_bounds_) {
      row_lower.push_back(std::max(bounds.lower, -COIN_DBL_MAX));
      row_upper.push_back(std::min(bounds.upper, COIN_DBL_MAX));
    }
    solver_.loadProblem(matrix, column_lower.data(), column_upper.data(), model_.costs_.data(),
                        row_lower.data(), row_upper.data());
  }

  void set_up(CbcModel& model, const MipOptions& options, const StopSignal& signal) const {
    model.setLogLevel(0);
    model.messageHandler()->setLogLevel(0);
    model.solver()->messageHandler()->setLogLevel(0);
    if (options.cuts == MipCuts::kAll) add_cuts(model);
    add_heuristics(model);
    const StopHandler handler(signal);
    model.passInEventHandler(&handler);
    model.setIntegerTolerance(kIntegerTolerance);
    model.setMaximumSeconds(signal.left_s());
    model.setMaximumNodes(options.n_nodes);
    model.setAllowableGap(options.gap);
    model.setAllowableFractionGap(0);
    model.setNumberBeforeTrust(5);
    model.setNumberStrong(10);
    model.setMaximumCutPassesAtRoot(20);
    model.setMaximumCutPasses(1);
    if (options.step > 0) {
      model.setDblParam(CbcModel::CbcCutoffIncrement, options.step * (1 - 1e-3));
    }
    if (!options.start.empty()) {
      double objective = 0;
      for (std::size_t i = 0; i < options.start.size(); ++i) {
        objective += options.start[i] * model_.costs_[i];
      }
      model.setBestSolution(options.start.data(), model_.n_columns(), objective, true);
    }
    if (options.cutoff < kInfinity) {
      model.setCutoff(options.cutoff - model_.constant);
    }
  }

  [[nodiscard]] MipResult read(const CbcModel& model, const MipOptions& options) const {
    MipResult result;
    if (model.bestSolution() != nullptr) {
      result.values.assign(model.bestSolution(), model.bestSolution() + model_.n_columns());
    }
    const bool is_stopped = model.status() != 0;
    result.bound = model.getBestPossibleObjValue() + model_.constant;
    if (is_stopped) {
      result.status = MipStatus::kStopped;
    } else if (result.values.empty()) {
      result.status = MipStatus::kNone;
      result.bound = options.cutoff;
    } else {
      result.status = MipStatus::kSolved;
      result.bound = std::min(model.getObjValue() + model_.constant, options.cutoff) - options.gap;
    }
    if (!std::isfinite(result.bound) || std::abs(result.bound) > 1e40) {
      result.bound = -kInfinity;
      return result;
    }
    // CBC's tolerances are of what it was asked, and that is without the constant.
    result.allowance = cbc_allowance(result.bound - model_.constant) +
                       kRoundOffOfConstant * std::abs(model_.constant);
    return result;
  }

  const MipModel& model_;
  OsiClpSolverInterface solver_;
};

namespace {

/// What CBC throws, and where it finds no memory, is a search that came to nothing: whoever asked
/// still has the best found so far.
template <class Result, class Solve>
Result or_nothing(const Solve& solve) {
  try {
    return solve();
  } catch (const CoinError&) {
    return {};
  } catch (const std::bad_alloc&) {
    return {};
  }
}

}  // namespace

MipResult solve_mip(const MipModel& model, const MipOptions& options, const StopSignal& signal) {
  if (model.n_columns() == 0) return model.solve_without_columns(options.cutoff);
  if (signal.stop()) return {};
  return or_nothing<MipResult>([&] { return CbcRun(model).solve(options, signal); });
}

MipRelaxation relax_mip(const MipModel& model, const StopSignal& signal) {
  return or_nothing<MipRelaxation>([&] { return CbcRun(model).relax(signal); });
}

}  // namespace pahunch
