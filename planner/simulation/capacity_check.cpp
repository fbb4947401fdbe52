#include "planner/simulation/capacity_check.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/operations/erlang_loss.h"

namespace pahunch {
namespace {

constexpr double kDaysOfYear = 365;

std::array<double, kThirds> ends_of(const SourcedValue& range) {
  return {range.low, range.value, range.high};
}

LossGrid find_losses(const CapacityCheck& check, double cases_per_centre) {
  LossGrid grid{};
  for (std::size_t beds = 0; beds < kThirds; ++beds) {
    for (std::size_t share = 0; share < kThirds; ++share) {
      const double sheltered = check.p_sheltered[share];
      const double load = cases_per_centre * sheltered * check.stay_days / kDaysOfYear;
      const auto whole = static_cast<std::uint32_t>(std::max(std::lround(check.beds[beds]), 0L));
      grid[beds][share] = sheltered * get_erlang_loss(load, whole);
    }
  }
  return grid;
}

/// The third of its range that a parameter's place lies in; the middle of one without a range.
class Thirds {
 public:
  Thirds(const std::vector<UncertainParameter>& parameters, const std::string& name) {
    const auto found = std::ranges::find(parameters, name, &UncertainParameter::name);
    if (found != parameters.end()) at_ = static_cast<std::size_t>(found - parameters.begin());
  }
  [[nodiscard]] std::size_t of(const DrawSummary& draw) const {
    if (!at_) return 1;
    const double place = draw.places[*at_] * static_cast<double>(kThirds);
    return std::min(static_cast<std::size_t>(place), kThirds - 1);
  }

 private:
  std::optional<std::size_t> at_;
};

/// Sums over the centres of a set and the years of a draw.
struct CaseSums {
  double cases = 0, turned_away = 0, late = 0;
};

CaseSums sum_centres(const SetResult& set) {
  CaseSums sums;
  for (const CentreMoments& centre : set.centres) {
    sums.cases += static_cast<double>(centre.sums.n_cases);
    sums.turned_away += static_cast<double>(centre.sums.n_turned_away);
    sums.late += static_cast<double>(centre.sums.n_helped_late);
  }
  return sums;
}

double share_of(double part, double whole) { return whole > 0 ? part / whole : 0; }

void add_draws(const CapacityInputs& inputs, std::size_t set, SetCapacity& found) {
  const Thirds beds(inputs.parameters, "operations.shelter.beds");
  const Thirds sheltered(inputs.parameters, "operations.shelter.p_sheltered");
  std::vector<double> turned_away, late;
  for (const DrawSummary& draw : inputs.result.draws) {
    const CaseSums sums = sum_centres(draw.sets[set]);
    turned_away.push_back(share_of(sums.turned_away, sums.cases));
    late.push_back(share_of(sums.late, sums.cases));
    found.cases_per_centre += draw.sets[set].registered.mean();
    DrawGroup& group = found.draws[beds.of(draw)][sheltered.of(draw)];
    ++group.n;
    group.turned_away += (turned_away.back() - group.turned_away) / static_cast<double>(group.n);
  }
  const std::size_t n_centres = std::max<std::size_t>(inputs.n_centres[set], 1);
  found.cases_per_centre /= static_cast<double>(inputs.result.draws.size() * n_centres);
  found.turned_away = spread_of(turned_away);
  found.most_turned_away = std::ranges::max(turned_away);
  found.helped_late = spread_of(late);
}

}  // namespace

CapacityCheck check_capacity(const CapacityInputs& inputs) {
  const ShelterModel& shelter = inputs.operations.shelter;
  CapacityCheck check{.beds = ends_of(shelter.beds),
                      .p_sheltered = ends_of(shelter.p_sheltered),
                      .stay_days = shelter.stay.mean.value +
                                   shelter.p_extended.value * shelter.extension.mean.value,
                      .sets = {}};
  for (std::size_t set = 0; set < inputs.sets.size(); ++set) {
    SetCapacity& found = check.sets.emplace_back();
    found.name = inputs.sets[set];
    add_draws(inputs, set, found);
    found.formula = find_losses(check, found.cases_per_centre);
  }
  return check;
}

}  // namespace pahunch
