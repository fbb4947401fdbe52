#include "planner/optimise/worth_knowing.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "planner/interrupt.h"
#include "planner/siting/check_answer.h"
#include "sim/statistics/running_moments.h"

namespace pahunch {
namespace {

std::size_t count_missing(const std::vector<SiteIdx>& sites, const std::vector<SiteIdx>& among) {
  return static_cast<std::size_t>(std::ranges::count_if(
      sites, [&](SiteIdx at) { return std::ranges::find(among, at) == among.end(); }));
}

/// Adds up the worlds of one input.
class InputJudge {
 public:
  InputJudge(const InputWorlds& worlds, const ChosenSites& chosen, double share)
      : chosen_(chosen),
        share_(share),
        n_moments_(static_cast<double>(worlds.n_moments)),
        worth_{.input = worlds.input} {}

  void add(const SitingProblem& problem, const SitingAnswer& best) {
    ++worth_.n_worlds;
    if (best.status != AnswerStatus::kProven) ++worth_.n_unproven;
    exchanged_.add(static_cast<double>(count_missing(chosen_.open, best.sites)));
    SitingAnswer own;
    own.sites = chosen_.open;
    const double ours = evaluate_sites(problem, chosen_.objective, own);
    if (!std::isfinite(ours)) {
      ++worth_.n_impossible;
      ++worth_.n_shaken;
      return;
    }
    const double loss = std::abs(best.objective - ours);
    const double gain = std::abs(
        chosen_.objective.is_maximum() ? best.objective - best.locked_objective : best.objective);
    if (loss > share_ * gain) ++worth_.n_shaken;
    loss_.add(loss / n_moments_);
    loss_share_.add(gain > 0 ? loss / gain : 0);
    worth_.most_loss = std::max(worth_.most_loss, loss / n_moments_);
  }

  [[nodiscard]] InputWorth result() const {
    InputWorth worth = worth_;
    worth.mean_exchanged = exchanged_.mean();
    worth.mean_loss = loss_.mean();
    worth.mean_loss_share = loss_share_.mean();
    return worth;
  }

 private:
  const ChosenSites& chosen_;
  double share_, n_moments_;
  InputWorth worth_;
  RunningMoments exchanged_, loss_, loss_share_;
};

/// None: it was stopped, or a world has no answer in the time.
std::optional<InputWorth> judge_input(const InputWorlds& worlds, const ChosenSites& chosen,
                                      double share, const SolveLimits& limits, Progress& progress) {
  InputJudge judge(worlds, chosen, share);
  try {
    for (std::size_t world = 0; world < worlds.n; ++world) {
      if (limits.should_stop && limits.should_stop()) return std::nullopt;
      const SitingProblem problem = worlds.make(world);
      const SitingAnswer best = solve_siting(problem, chosen.rules, chosen.objective, limits);
      if (best.status == AnswerStatus::kInfeasible) continue;
      if (!best.has_sites() || best.status == AnswerStatus::kInterrupted) return std::nullopt;
      judge.add(problem, best);
      progress.advance(1);
    }
    return judge.result();
  } catch (const Interrupted&) {
    return std::nullopt;
  }
}

double share_shaken(const InputWorth& worth) {
  return static_cast<double>(worth.n_shaken) / static_cast<double>(worth.n_worlds);
}

}  // namespace

WorthKnowing find_worth_knowing(const std::vector<InputWorlds>& worlds, const ChosenSites& chosen,
                                double share, const SolveLimits& limits, Progress& progress) {
  WorthKnowing found = {.share = share};
  SolveLimits from_chosen = limits;
  from_chosen.start = chosen.open;
  std::size_t n_worlds = 0;
  for (const InputWorlds& input : worlds) n_worlds += input.n;
  progress.begin("what would be worth knowing", n_worlds);
  for (const InputWorlds& input : worlds) {
    auto worth = judge_input(input, chosen, share, from_chosen, progress);
    if (!worth) {
      found.is_complete = false;
      break;
    }
    if (worth->n_worlds > 0) found.inputs.push_back(std::move(*worth));
  }
  std::ranges::sort(found.inputs, [](const InputWorth& a, const InputWorth& b) {
    return std::tuple(a.input.kind, -share_shaken(a), -a.mean_loss, a.input.name) <
           std::tuple(b.input.kind, -share_shaken(b), -b.mean_loss, b.input.name);
  });
  return found;
}

}  // namespace pahunch
