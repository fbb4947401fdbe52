#include <fmt/format.h>

#include <filesystem>
#include <ostream>

#include "geo/base/error.h"
#include "planner/batch/attempt.h"
#include "planner/batch/batch_report.h"
#include "planner/batch/forecast.h"
#include "planner/batch/full_runs.h"
#include "planner/batch/kept_years.h"
#include "planner/batch/run_batch.h"
#include "planner/batch/shard.h"
#include "planner/batch/share_batch.h"
#include "planner/batch/write_batch.h"
#include "planner/commands/commands.h"
#include "planner/exit_code.h"
#include "planner/interrupt.h"
#include "planner/options/batch_options.h"
#include "planner/options/output_options.h"
#include "planner/run/run_timing.h"

namespace pahunch {
namespace {

/// What `batch` and `merge` have in common: the scenarios, and where their results go.
class ScenariosCommand : public Command {
 public:
  void setup(CLI::App& app) override {
    plan_.add_to(app);
    output_.add_to(app,
                   "Folder of the results (default out/NAME); what is finished is kept in "
                   "PATH.scenarios");
    app.add_flag("--json", json_, "Print batch.json instead of words")->group("Output");
  }

 protected:
  [[nodiscard]] std::filesystem::path folder() const {
    if (output_.out.empty()) return std::filesystem::path("out") / plan_.name();
    const std::filesystem::path out = output_.out;
    return out.has_filename() ? out : out.parent_path();  // "out/sweep/" is "out/sweep"
  }
  [[nodiscard]] bool json() const { return json_; }
  [[nodiscard]] BatchPlan read_plan(Session& session) {
    return plan_.read(grounds_, session.progress);
  }
  [[nodiscard]] LastGround& grounds() { return grounds_; }

  /// Throws DataError where the results may not be written, before anything is computed.
  void require_free_folder() const { const RunFolder free(folder(), output_.if_exists()); }

  /// Computes or gathers all, and writes the results.
  enum class WholeRuns : bool { kNo, kYes };
  void make_results(const BatchPlan& plan, const BatchOptions& options, WholeRuns whole_runs,
                    Session& session) {
    const auto target = folder();
    RunFolder folder(target, output_.if_exists());
    RunTiming timing;
    FigureStore store(target, {});
    BatchOutcome outcome = run_batch(plan, options, store, session);
    grounds_.close();
    timing.end_step("scenarios");
    require_all(plan, outcome);
    if (whole_runs == WholeRuns::kYes) write_full_runs(plan, store, outcome, session);
    const BatchResult result{target.filename().string(), plan, std::move(outcome)};
    write_batch(result, folder, session);
    timing.end_step("write");
    folder.write_text("timing.json", timing.to_json(list_seconds(result)));
    stop_if_interrupted();
    folder.commit();
    set_interrupt(InterruptFlag::kClear);  // from here on all is done
    remove_left_years(store);
    session.console.out() << (json_ ? batch_json(result) : batch_text(result)) << std::flush;
    session.console.note(fmt::format(
        "open {} in a browser, or read batch.md beside it; what is finished is kept in {}",
        (target / "batch.html").string(), store.folder().string()));
    session.console.flush();
    if (result.n_failed() + result.n_runs_failed() > 0) throw PartlyFailed(count_words(result));
  }

 private:
  /// Of those that were computed by this call.
  static RunTiming::Seconds list_seconds(const BatchResult& result) {
    RunTiming::Seconds list;
    for (std::size_t at = 0; at < result.plan.size(); ++at) {
      const double seconds = result.outcome.scenarios[at].seconds;
      if (seconds > 0) list.emplace_back(result.plan[at].name, seconds);
    }
    return list;
  }

  /// Throws DataError where scenarios are neither done nor failed.
  static void require_all(const BatchPlan& plan, const BatchOutcome& outcome) {
    std::string first;
    std::size_t n = 0;
    for (std::size_t at = 0; at < plan.size(); ++at) {
      const ScenarioOutcome& one = outcome.scenarios[at];
      if (one.figures || !one.failure.empty()) continue;
      if (n++ == 0) first = plan[at].name;
    }
    if (n == 0) return;
    throw DataError({.what = fmt::format("{} of {} scenarios are not finished, '{}' the first", n,
                                         plan.size(), first),
                     .why = "nothing is written of a part",
                     .hint = "run the shards that are missing; or `pahunch batch` with the same "
                             "arguments, which computes what is left"});
  }

  BatchPlanOptions plan_;
  LastGround grounds_;
  OutputOptions output_;
  bool json_ = false;
};

class BatchCommand final : public ScenariosCommand {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "batch", "Many what-if scenarios: in one table, resumable, shared among machines",
        "Computes scenarios from files, or a sweep: a base and a grid, a list or a sample over any "
        "keys,\neach centre closed in turn, each candidate added in turn. Datasets, networks and "
        "travel times\nare shared between scenarios, and simulated years have the same floods and "
        "cases in all of\nthem that ask for the same seed and years, so that differences are those "
        "of the scenarios.\n\n"
        "Each scenario is kept as soon as it is done, by its content: what was interrupted or "
        "killed\ngoes on with the same command and comes to the same bytes, and a larger sweep "
        "computes only\nwhat is new. A scenario that fails is a row with its reason, and the exit "
        "code is 3.\n\n"
        "--shard 2/8 computes the second of eight shares and writes no table; `pahunch merge` "
        "with the\nsame arguments does, when all shares are done.",
        "# each of the planned centres left out in turn, and each candidate added\n"
        "pahunch batch --one-out planned --one-in candidate --no-simulation -o out/one-site\n"
        "# every combination\n"
        "pahunch batch mine.toml --grid 'travel.season=[\"dry\",\"monsoon\"]' --grid "
        "'underserved.max_minutes=[60,90]'\n"
        "# a folder of scenarios; the first by name is what the others are compared with\n"
        "pahunch batch scenarios/ -o out/scenarios --json --quiet > table.json"};
  }

  void setup(CLI::App& app) override {
    ScenariosCommand::setup(app);
    app.add_option("--shard", shard_, "Compute share I of N alone")
        ->type_name("I/N")
        ->group("Work");
    auto* stop = app.add_flag("--fail-fast", fail_fast_, "End with the first scenario that fails")
                     ->group("Work");
    app.add_flag("--keep-going", keep_going_, "Go on with the others (the default)")
        ->excludes(stop)
        ->group("Work");
    app.add_flag("--full", full_,
                 "Leave the whole folder of `pahunch run` of each scenario too, so that `pahunch "
                 "compare` takes any two")
        ->group("Work");
    app.add_flag(
           "--dry-run", dry_run_,
           "Compute nothing but a trial: say what there is to do, and what time and memory it "
           "will take")
        ->group("Work");
  }

  void run(Session& session) override {
    Ranks& ranks = all_ranks();
    require_no_conflict(ranks);
    if (dry_run_ && !ranks.is_first()) return;  // there is one answer
    const BatchPlan plan = read_plan(session);
    if (dry_run_) return tell_forecast(plan, session);
    BatchOptions options{.grounds = grounds(),
                         .on_failure = fail_fast_ ? OnFailure::kStop : OnFailure::kKeepGoing};
    if (!shard_.empty()) return compute_share(plan, parse_shard(shard_), options, session);
    if (!ranks.is_alone()) {
      if (ranks.is_first()) require_free_folder();
      options.ranks = &ranks;
      share_batch(plan, options, folder(), session);
      options.ranks = nullptr;
    }
    if (!ranks.is_first()) return;
    make_results(plan, options, full_ ? WholeRuns::kYes : WholeRuns::kNo, session);
  }

  [[nodiscard]] bool shares_work() const override { return true; }

 private:
  /// Throws UsageError where a share is asked of what cannot be shared so.
  void require_no_conflict(const Ranks& ranks) const {
    if (shard_.empty()) return;
    if (full_) {
      throw UsageError({.what = "--full and --shard do not go together",
                        .why = "a share leaves the figures of its scenarios and no whole runs",
                        .hint =
                            "leave out --full; when all shares are done, `pahunch batch --full` "
                            "with the same arguments takes their figures and makes the runs"});
    }
    if (!ranks.is_alone()) {
      throw UsageError({.what = "--shard is not for processes that were started together",
                        .why = "each of them would compute the same share",
                        .hint = "leave out --shard, as they share the whole batch; or leave out "
                                "mpirun"});
    }
  }

  void tell_forecast(const BatchPlan& plan, Session& session) {
    const Forecast forecast = forecast_batch(plan, grounds(), folder(), session);
    session.console.out() << (json() ? forecast_json(forecast) : forecast_text(forecast))
                          << std::flush;
  }

  void compute_share(const BatchPlan& plan, const Shard& shard, BatchOptions options,
                     Session& session) const {
    FigureStore store(folder(), shard);
    options.only = shard.numbers(plan.size());
    const BatchOutcome outcome = run_batch(plan, options, store, session);
    std::size_t n_done = 0, n_failed = 0;
    for (std::size_t at = 0; at < plan.size(); ++at) {
      const ScenarioOutcome& one = outcome.scenarios[at];
      if (one.figures) ++n_done;
      if (one.failure.empty()) continue;
      ++n_failed;
      session.console.warn(
          fmt::format("the scenario '{}' failed: {}", plan[at].name, one_line_reason(one.failure)));
    }
    session.console.note(fmt::format("share {} of {}: {} scenarios are finished and kept in {}",
                                     shard.index, shard.count, n_done, store.folder().string()));
    if (n_failed > 0) throw PartlyFailed(fmt::format("{} scenarios failed", n_failed));
  }

  std::string shard_;
  bool fail_fast_ = false, keep_going_ = false, full_ = false, dry_run_ = false;
};

class MergeCommand final : public ScenariosCommand {
 public:
  [[nodiscard]] CommandText text() const override {
    return {"merge", "The table of a batch whose shares were computed apart",
            "Gathers what `pahunch batch --shard` has finished in PATH.scenarios, and writes the "
            "same bytes\nthat `pahunch batch` alone would write. Give it the same scenarios and "
            "--out. Computes nothing:\nwhat is missing is an error that says so.",
            "# two shares, on two machines with one folder\n"
            "pahunch batch sweep.toml -o out/sweep --shard 1/2\n"
            "pahunch batch sweep.toml -o out/sweep --shard 2/2\n"
            "pahunch merge sweep.toml -o out/sweep"};
  }

  void run(Session& session) override {
    require_kept();
    const BatchPlan plan = read_plan(session);
    const BatchOptions gather = {.grounds = grounds(),
                                 .compute = false,
                                 .recall_failures = true,
                                 .inputs = NoteInputs::kCompare};
    make_results(plan, gather, WholeRuns::kNo, session);
  }

 private:
  /// Merging leaves no new folder where it finds none.
  void require_kept() const {
    const auto kept = kept_folder_of(folder());
    if (std::filesystem::is_directory(kept)) return;
    throw DataError({.what = "nothing is kept of such a batch: there is no folder " + kept.string(),
                     .where = kept.string(),
                     .hint = "give the same scenarios and the same --out as to `pahunch batch "
                             "--shard`"});
  }
};

}  // namespace

std::unique_ptr<Command> make_batch_command() { return std::make_unique<BatchCommand>(); }
std::unique_ptr<Command> make_merge_command() { return std::make_unique<MergeCommand>(); }

}  // namespace pahunch
