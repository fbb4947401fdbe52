#include "planner/batch/forecast.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "geo/base/error.h"
#include "geo/io/clean_text.h"
#include "planner/batch/attempt.h"
#include "planner/batch/batch_progress.h"
#include "planner/batch/compute_family.h"
#include "planner/batch/ground.h"
#include "planner/json_text.h"
#include "planner/run/run_timing.h"
#include "planner/temporary_folder.h"

namespace pahunch {
namespace {

/// A few years of a few draws: enough to time, and not long.
constexpr std::uint64_t kTrialDraws = 2, kFewYears = 4, kMoreYears = 12;

/// What was measured.
struct Rates {
  double load_s = 0, family_s = 0, member_s = 0;
  double simulation_s = 0, set_year_s = 0;
  double memory_mib = 0;
  std::size_t n_settlements = 0;
};

/// The base and up to seven others of its family.
class Trial {
 public:
  Trial(const BatchPlan& plan, Session& session) : plan_(plan), session_(session) {
    QuietProgress quiet(session.progress);
    rates_.load_s = time_s([&] { ground_.emplace(*plan[0].scenario, quiet); });
  }

  Rates measure() {
    for (std::size_t at = 0; at < plan_.size(); ++at) try_to_enlist(at);
    const Family& family = ground_->families().front();
    const double one = time_s([&] { compute(family, 1, 0); });
    const std::size_t n = std::min<std::size_t>(family.members.size(), 8);
    const double several = time_s([&] { compute(family, n, 0); });
    rates_.member_s = n > 1 ? std::max(several - one, 0.0) / static_cast<double>(n - 1) : one;
    rates_.family_s = one;
    if (plan_[0].scenario->simulation.in_run) measure_years(family);
    rates_.memory_mib = peak_memory_mib();
    rates_.n_settlements = ground_->study().places.size();
    return rates_;
  }

 private:
  void try_to_enlist(std::size_t at) {
    if (!plan_[at].scenario || ground_of(*plan_[at].scenario) != ground_of(*plan_[0].scenario)) {
      return;
    }
    try {
      ground_->enlist(at, *plan_[at].scenario, std::to_string(at),
                      ground_->resolve(*plan_[at].scenario));
    } catch (const ConfigError&) {
      // It will be a row with its reason.
    }
  }

  void measure_years(const Family& family) {
    const double few = time_s([&] { compute(family, 1, kFewYears); });
    const double more = time_s([&] { compute(family, 1, kMoreYears); });
    rates_.set_year_s =
        std::max(more - few, 0.0) / static_cast<double>(2 * (kMoreYears - kFewYears));
    rates_.simulation_s =
        std::max(few - static_cast<double>(2 * kFewYears) * rates_.set_year_s, 0.0);
  }

  void compute(const Family& family, std::size_t n, std::uint64_t n_years) {
    Family trial = family;
    SimulationSettings& simulation = trial.scenario.simulation;
    simulation.in_run = n_years > 0;
    simulation.until_women = 0;
    simulation.draws = kTrialDraws;
    simulation.replicates = std::max(n_years, 2 * kTrialDraws);
    const TemporaryFolder kept("trial");
    const FamilyJob job{ground_->open_pool(trial.pool), trial, kept.path()};
    static_cast<void>(compute_members(job, 0, n, session_));
  }

  const BatchPlan& plan_;
  Session& session_;
  std::optional<BatchGround> ground_;
  Rates rates_;
};

/// Of years that are kept by settlement, set and draw, for each draw and for all of them.
double years_memory_mib(const Rates& rates, std::size_t n_sets, std::uint64_t n_draws) {
  constexpr double kBytes = 2 * 8;
  return kBytes * static_cast<double>(rates.n_settlements) * static_cast<double>(n_sets) *
         static_cast<double>(n_draws) / (1024 * 1024);
}

void scale_up(const Rates& rates, const std::vector<FamilySize>& left, std::uint64_t n_draws,
              Forecast& forecast) {
  forecast.seconds = rates.load_s;
  forecast.memory_mib = rates.memory_mib;
  for (const FamilySize& family : left) {
    const std::size_t most = family.n_years > 0 ? kSimulatedAtOnce : kCoveredAtOnce;
    const std::size_t n_chunks = (family.n_members + most - 1) / most;
    const std::uint64_t n_set_years = family.n_years * (family.n_members + n_chunks);
    forecast.n_left += family.n_members;
    forecast.n_set_years += n_set_years;
    forecast.seconds += static_cast<double>(n_chunks) * rates.family_s +
                        static_cast<double>(family.n_members) * rates.member_s +
                        static_cast<double>(n_set_years) * rates.set_year_s;
    if (family.n_years == 0) continue;
    forecast.seconds += static_cast<double>(n_chunks) * rates.simulation_s;
    forecast.memory_mib = std::max(
        forecast.memory_mib,
        rates.memory_mib + years_memory_mib(rates, std::min(family.n_members, most) + 1, n_draws));
  }
}

std::string twins_text(std::size_t n) {
  if (n == 0) return "";
  return n == 1 ? ", one is the same as another" : fmt::format(", {} are the same as others", n);
}

std::string duration_text(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", std::max(seconds, 1.0));
  if (seconds < 90 * 60) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

}  // namespace

Forecast forecast_batch(const BatchPlan& plan, LastGround& grounds,
                        const std::filesystem::path& folder, Session& session) {
  Forecast forecast{.n_scenarios = plan.size()};
  const auto kept = kept_folder_of(folder);
  const TemporaryFolder nothing("none");
  FigureStore store(std::filesystem::exists(kept) ? folder : nothing.path() / "none", {});
  const BatchOptions gather = {
      .grounds = grounds, .compute = false, .inputs = NoteInputs::kCompare};
  const BatchOutcome outcome = run_batch(plan, gather, store, session);
  grounds.close();  // what the trial takes is measured
  for (std::size_t at = 0; at < plan.size(); ++at) {
    const ScenarioOutcome& one = outcome.scenarios[at];
    if (one.was_kept) ++forecast.n_kept;
    if (one.failure.empty() || forecast.n_unread++ > 0) continue;
    forecast.first_unread = fmt::format("'{}': {}", plan[at].name, one_line_reason(one.failure));
  }
  forecast.n_families = outcome.left.size();
  if (outcome.left.empty()) return forecast;
  const Rates rates = Trial(plan, session).measure();
  scale_up(rates, outcome.left, plan.front().scenario->simulation.draws, forecast);
  forecast.n_twins = forecast.n_scenarios - forecast.n_kept - forecast.n_unread - forecast.n_left;
  return forecast;
}

std::string forecast_text(const Forecast& forecast) {
  std::string out =
      fmt::format("{} scenarios: {} finished already, {} to be computed{}\n", forecast.n_scenarios,
                  forecast.n_kept, forecast.n_left, twins_text(forecast.n_twins));
  if (forecast.n_unread > 0) {
    out += fmt::format("{} cannot be read and will fail, first {}\n", forecast.n_unread,
                       clean_text(forecast.first_unread));
  }
  if (forecast.n_left == 0) return out;
  return out + fmt::format("about {} and {:.0f} MiB, by a trial on this machine just now\n",
                           duration_text(forecast.seconds), forecast.memory_mib);
}

std::string forecast_json(const Forecast& forecast) {
  return dump_json({{"scenarios", forecast.n_scenarios},
                    {"finished", forecast.n_kept},
                    {"unreadable", forecast.n_unread},
                    {"left", forecast.n_left},
                    {"twins", forecast.n_twins},
                    {"families", forecast.n_families},
                    {"set_years", forecast.n_set_years},
                    {"seconds", json_number(forecast.seconds, 1)},
                    {"memory_mib", json_number(forecast.memory_mib, 0)}});
}

}  // namespace pahunch
