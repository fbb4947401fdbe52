#include "planner/batch/run_batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "geo/base/error.h"
#include "planner/batch/attempt.h"
#include "planner/batch/batch_progress.h"
#include "planner/batch/compute_family.h"
#include "planner/batch/scenario_key.h"
#include "planner/batch/shard.h"
#include "planner/interrupt.h"
#include "planner/run/run_timing.h"

namespace pahunch {
namespace {

/// Before a key in the journal of a share: the record says why that scenario failed.
constexpr const char* kFailureOf = "failure of ";

class BatchRun {
 public:
  BatchRun(const BatchPlan& plan, const BatchOptions& options, FigureStore& store, Session& session)
      : plan_(plan), options_(options), store_(store), session_(session) {
    outcome_.scenarios.resize(plan.size());
  }

  BatchOutcome run() && {
    for (const auto& [ground, members] : list_grounds()) run_ground(ground, members);
    for (const auto& [path, sha256] : all_inputs_) outcome_.inputs.push_back({path, sha256});
    return std::move(outcome_);
  }

  /// So far.
  [[nodiscard]] std::size_t n_done() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        outcome_.scenarios, [](const ScenarioOutcome& one) { return one.figures.has_value(); }));
  }

 private:
  using Indices = std::vector<std::size_t>;

  /// In the order in which the plan comes to them; what cannot be read has failed already.
  std::vector<std::pair<std::string, Indices>> list_grounds() {
    std::vector<std::pair<std::string, Indices>> grounds;
    const Indices all = options_.only.value_or(Shard().numbers(plan_.size()));
    for (const std::size_t at : all) {
      if (!plan_[at].scenario) {
        fail(at, plan_[at].failure);
        continue;
      }
      const std::string name = ground_of(*plan_[at].scenario);
      const auto known = std::ranges::find(grounds, name, &std::pair<std::string, Indices>::first);
      if (known == grounds.end()) {
        grounds.push_back({name, {at}});
      } else {
        known->second.push_back(at);
      }
    }
    return grounds;
  }

  void fail(std::size_t at, const std::string& reason) {
    outcome_.scenarios[at].failure = reason;
    if (at != 0 && options_.on_failure == OnFailure::kKeepGoing) return;
    throw DataError({.what = fmt::format("the scenario '{}' failed: {}", plan_[at].name, reason),
                     .why = at == 0 ? "all others are compared with it" : "",
                     .hint = at == 0 ? "" : "what is finished is kept; --keep-going goes on"});
  }

  void run_ground(const std::string& name, const Indices& members) {
    BatchGround* ground = nullptr;
    const std::string failure = attempt([&] {
      QuietProgress quiet(session_.progress);
      ground = &options_.grounds.open(*plan_[members.front()].scenario, quiet);
    });
    if (ground == nullptr) {
      for (const std::size_t at : members) fail(at, failure);
      return;
    }
    if (members.front() == 0) note_base(ground->study().dataset);
    inputs_.clear();
    for (const std::size_t at : members) take_in(at, *ground);
    tell_changes(name);
    compute(ground->families(), *ground);
    for (const std::size_t at : members) finish_twin(at);
  }

  void note_base(const Dataset& dataset) {
    outcome_.words = dataset.words;
    outcome_.working_crs = dataset.working_crs;
    outcome_.modelled_layers = dataset.modelled_layers;
  }

  /// Its key, what is known of it already, and its place in a family where nothing is.
  void take_in(std::size_t at, BatchGround& ground) {
    ScenarioOutcome& outcome = outcome_.scenarios[at];
    const Scenario& scenario = *plan_[at].scenario;
    std::string failure = attempt([&] {
      const auto inputs = list_scenario_inputs(scenario, ground.study().dataset);
      outcome.key = scenario_key(scenario, inputs);
      for (const InputFile& file : inputs) inputs_[file.path] = file.sha256;
      const auto resolved = ground.resolve(scenario);
      if (at == 0) base_sets_ = resolved.sets;
      outcome.changed_site = ground.find_changed_site(base_sets_, resolved);
      if (const auto kept = store_.find(outcome.key)) {
        outcome.figures = read_figures(*kept);
        outcome.was_kept = true;
      } else if (first_of_key_.emplace(outcome.key, at).second) {
        ground.enlist(at, scenario, outcome.key, resolved);
      }
    });
    if (failure.empty() && !outcome.figures && options_.recall_failures) {
      failure = store_.find(kFailureOf + outcome.key).value_or("");
    }
    if (!failure.empty()) fail(at, failure);
  }

  /// Scenarios of one content are computed once.
  void finish_twin(std::size_t at) {
    ScenarioOutcome& outcome = outcome_.scenarios[at];
    const auto first = first_of_key_.find(outcome.key);
    if (first == first_of_key_.end() || first->second == at || outcome.figures) return;
    const ScenarioOutcome& twin = outcome_.scenarios[first->second];
    outcome.figures = twin.figures;
    if (!twin.failure.empty()) fail(at, twin.failure);
  }

  void tell_changes(const std::string& ground) {
    std::vector<InputFile> inputs;
    for (const auto& [path, sha256] : inputs_) inputs.push_back({path, sha256});
    all_inputs_.insert(inputs_.begin(), inputs_.end());
    for (const auto& words : note_inputs(ground, inputs, store_.folder(), options_.inputs)) {
      session_.console.note(words);
    }
  }

  void compute(const std::vector<Family>& families, BatchGround& ground) {
    std::size_t n_missing = 0;
    for (const Family& family : families) {
      const SimulationSettings& simulation = family.scenario.simulation;
      n_missing += family.members.size();
      outcome_.left.push_back(
          {family.members.size(), simulation.in_run ? simulation.replicates : 0});
    }
    if (!options_.compute || n_missing == 0) return;
    session_.progress.begin("computing scenarios", n_missing * kUnitsOfScenario);
    for (const Family& family : families) {
      const std::size_t most = std::min(members_at_once(family), fair_share(n_missing));
      for (std::size_t first = 0; first < family.members.size(); first += most) {
        const std::size_t n = std::min(most, family.members.size() - first);
        if (is_mine()) {
          compute_some({ground.open_pool(family.pool), family, store_.folder(), owner()}, first, n);
        } else {
          session_.progress.advance(n * kUnitsOfScenario);
        }
      }
    }
  }

  /// Two shards may come to scenarios of the same content at one time; two ranks never do.
  [[nodiscard]] std::string owner() const {
    return options_.ranks == nullptr ? store_.owner() : "";
  }

  /// Small enough that each rank comes several times, and none waits long for the last.
  [[nodiscard]] std::size_t fair_share(std::size_t n_missing) const {
    constexpr std::size_t kTimes = 4;
    if (options_.ranks == nullptr) return n_missing;
    return std::max<std::size_t>(n_missing / (kTimes * options_.ranks->count()), 1);
  }

  /// Of the next piece of work: all ranks come to the same ones in the same order.
  bool is_mine() {
    if (options_.ranks == nullptr) return true;
    if (!claimed_) claimed_ = options_.ranks->claim();
    if (piece_++ != *claimed_) return false;
    claimed_.reset();
    return true;
  }

  /// Where several fail together, each half is tried alone: the guilty one is found, and what does
  /// not fit into memory at once may fit in parts.
  void compute_some(const FamilyJob& job, std::size_t first, std::size_t n) {
    ComputedMembers computed;
    std::string failure;
    const double seconds = time_s([&] {
      failure = attempt([&] {
        computed = compute_members(job, first, n, session_);
        require_same_inputs(job, first);
      });
    });
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t at = job.family.members[first + i].at;
      outcome_.scenarios[at].seconds += seconds / static_cast<double>(n);
    }
    if (failure.empty()) return keep(job.family, first, computed);
    if (n == 1) {
      const FamilyMember& member = job.family.members[first];
      // A share is merged by a program that does not compute.
      if (!store_.owner().empty()) store_.keep(kFailureOf + member.key, failure);
      return fail(member.at, failure);
    }
    compute_some(job, first, n / 2);
    compute_some(job, first + n / 2, n - n / 2);
  }

  /// What is read anew for each piece of work is still what the keys are of.
  void require_same_inputs(const FamilyJob& job, std::size_t first) const {
    const FamilyMember& member = job.family.members[first];
    const Scenario& scenario = *plan_[member.at].scenario;
    if (scenario_key(scenario, list_scenario_inputs(scenario, job.study.dataset)) == member.key) {
      return;
    }
    throw DataError({.what = "a file of profiles, closures or beliefs was written to meanwhile",
                     .why = "the figures may be those of neither the old nor the new one",
                     .hint = "the same command again computes what is left"});
  }

  void keep(const Family& family, std::size_t first, const ComputedMembers& computed) {
    for (std::size_t i = 0; i < computed.figures.size(); ++i) {
      const FamilyMember& member = family.members[first + i];
      store_.keep(member.key, computed.figures[i]);
      outcome_.scenarios[member.at].figures = read_figures(computed.figures[i]);
    }
    if (computed.years) computed.years->remove_at_end();
  }

  const BatchPlan& plan_;
  const BatchOptions& options_;
  FigureStore& store_;
  Session& session_;
  BatchOutcome outcome_;
  ComparedSets base_sets_;
  std::uint64_t piece_ = 0;                                   ///< the next one
  std::optional<std::uint64_t> claimed_;                      ///< and not yet come to
  std::map<std::string, std::string> inputs_;                 ///< of this ground: checksum by path
  std::set<std::pair<std::string, std::string>> all_inputs_;  ///< the same, of all grounds
  std::map<std::string, std::size_t> first_of_key_;  ///< number of the first with this content
};

/// What an interrupted batch leaves besides finished scenarios.
std::string_view kept_years_words(const BatchPlan& plan) {
  const bool simulates = std::ranges::any_of(plan, [](const PlannedScenario& planned) {
    return planned.scenario && planned.scenario->simulation.in_run;
  });
  return simulates ? ", and so are the years already simulated of others" : "";
}

}  // namespace

BatchOutcome run_batch(const BatchPlan& plan, const BatchOptions& options, FigureStore& store,
                       Session& session) {
  BatchRun run(plan, options, store, session);
  try {
    return std::move(run).run();
  } catch (const Interrupted&) {
    throw Interrupted(fmt::format(
        "interrupted; {} of {} scenarios are finished and kept in {}{}\n  what to try: the same "
        "command again goes on from there",
        run.n_done(), plan.size(), store.folder().string(), kept_years_words(plan)));
  }
}

}  // namespace pahunch
