/// \file
/// Worlds: a siting problem as it is when an uncertain input is something else than believed.
///
/// Sites, their states and the rules are those of the problem that was solved, and a site has the
/// same number in each world; who reaches what in which time is another. One input moves at a time,
/// the others stay as the scenario has them; the last of the list moves all that have a range.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planner/optimise/study_problem.h"
#include "planner/simulation/study_hazard.h"

namespace pahunch {

enum class InputKind : std::uint8_t {
  kUnknown,   ///< somebody could find out
  kTogether,  ///< several of these at once
  kReading    ///< the same question asked in another way, a world of its own
};

/// "unknown", "together", "reading".
std::string_view to_string(InputKind kind);

/// What moves, and what it rests on.
struct UncertainSitingInput {
  InputKind kind = InputKind::kUnknown;
  std::string name;    ///< "travel.road_speeds", for machines
  std::string title;   ///< "Speeds on roads"
  std::string source;  ///< of its range
};

struct InputWorlds {
  UncertainSitingInput input;
  std::size_t n = 0;
  /// Weights of its problems are sums over so many moments.
  std::size_t n_moments = 1;
  std::function<SitingProblem(std::size_t world)> make;  ///< 0 .. n - 1, each a pure function
};

/// It, and all that it refers to, must outlive the functions that it hands out.
class InputWorldMaker {
 public:
  struct Job {
    const Study& study;
    const StudyHazard* hazard = nullptr;  ///< none: there are no floods
    const StudyProblem& made;             ///< the problem that was solved
    StudyProblemOptions options;          ///< that it was made with
    const SitingObjective& objective;     ///< limits in milliseconds
    std::size_t n_worlds = 0;             ///< of each range; a reading is one world
  };
  explicit InputWorldMaker(Job job);

  /// Speeds, waiting and legs within their ranges, evenly over them; where sites stand; floods;
  /// other readings (season, on foot, own district, …). Only inputs that can move.
  [[nodiscard]] std::vector<InputWorlds> list() const&;
  std::vector<InputWorlds> list() && = delete;

  /// Moments of years with floods in each world of the floods.
  static constexpr std::size_t kMomentsPerWorld = 10;

 private:
  /// Of each travel parameter where it lies in its range, and how sites are moved: none, or by the
  /// numbers of this world.
  struct Moved {
    std::vector<double> places;
    std::optional<std::size_t> sites = {};
  };
  [[nodiscard]] SitingProblem with_travel(const Moved& moved) const;
  [[nodiscard]] SitingProblem with_model(const TravelModel& model) const;
  [[nodiscard]] SitingProblem with_floods(std::size_t world) const;
  using Keep = std::function<bool(SettlementIdx, CentreIdx)>;
  /// Only these pairs.
  [[nodiscard]] SitingProblem with_pairs(const Keep& keep) const;
  [[nodiscard]] std::vector<Xy> moved_sites(std::size_t world) const;

  void add_ranges(std::vector<InputWorlds>& worlds) const;
  void add_all_together(std::vector<InputWorlds>& worlds) const;
  void add_floods(std::vector<InputWorlds>& worlds) const;
  void add_readings(std::vector<InputWorlds>& worlds) const;
  void add_readings_of_covering(std::vector<InputWorlds>& worlds) const;

  Job job_;
  TravelOptions travel_;
  std::vector<UncertainParameter> parameters_;  ///< of travel, those without a range too
  bool sites_move_ = false;                     ///< some site's place is not known exactly
};

}  // namespace pahunch
