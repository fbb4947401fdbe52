#include "sim/monte_carlo/parameter_space.h"

#include <cassert>

#include "sim/monte_carlo/travel_theta.h"

namespace pahunch {
namespace {

std::vector<UncertainParameter> list_demand(const Priors& priors) {
  const DemandPrior& demand = priors.demand;
  return {{"demand.registered_per_year", priors.registered_per_year, Basis::kMeasured},
          believed("demand.report_at_hour", demand.report_at_hour),
          believed("demand.district_variance", demand.district_variance),
          believed("demand.p_helpline", demand.p_helpline),
          believed("demand.p_emergency", demand.p_emergency),
          believed("demand.p_night", demand.p_night)};
}

std::vector<UncertainParameter> list_operations(const OperationsModel& model) {
  std::vector<UncertainParameter> all;
  OperationsModel copy = model;
  visit_values(copy, [&](const std::string& name, SourcedValue& value) {
    all.push_back(believed("operations." + name, value));
  });
  return all;
}

/// Hands out the places of a point one after another; the middle where there is no range.
class Places {
 public:
  explicit Places(std::span<const double> places) : left_(places) {}
  double next(const UncertainParameter& parameter) {
    if (!varies(parameter)) return 0.5;
    const double place = left_.front();
    left_ = left_.subspan(1);
    return place;
  }
  std::vector<double> next(const std::vector<UncertainParameter>& parameters) {
    std::vector<double> places;
    for (const auto& parameter : parameters) places.push_back(next(parameter));
    return places;
  }
  [[nodiscard]] bool empty() const { return left_.empty(); }

 private:
  std::span<const double> left_;
};

DemandTheta make_demand_theta(const Priors& priors, std::span<const double> place) {
  const auto listed = list_demand(priors);
  const auto value = [&](std::size_t i) { return value_at(listed[i], place[i]); };
  return {.registered_per_year = value(0),
          .report_at_hour = value(1),
          .district_variance = value(2),
          .p_helpline = value(3),
          .p_emergency = value(4),
          .p_night = value(5)};
}

}  // namespace

ParameterSpace::ParameterSpace(const Priors& priors)
    : priors_(priors), operations_(list_operations(priors.operations)) {
  add(list_flood_parameters(priors.flood));
  add(list_road_parameters(priors.road));
  add(list_demand(priors));
  add(list_travel_parameters(priors.travel));
  add(operations_);
}

void ParameterSpace::add(std::vector<UncertainParameter> more) {
  for (auto& parameter : more) {
    if (varies(parameter)) parameters_.push_back(std::move(parameter));
  }
}

Theta ParameterSpace::make_theta(std::span<const double> places, const Draw& draw) const {
  assert(places.size() == parameters_.size());
  Places left(places);
  Theta theta{.draw = draw.number};
  theta.flood = make_flood_theta(priors_.flood, left.next(list_flood_parameters(priors_.flood)));
  add_fit_errors(priors_.flood, draw.seed, draw.number, theta.flood);
  theta.road = make_road_theta(priors_.road, priors_.exposure,
                               left.next(list_road_parameters(priors_.road)));
  theta.demand = make_demand_theta(priors_, left.next(list_demand(priors_)));
  theta.travel =
      make_travel_theta(priors_.travel, left.next(list_travel_parameters(priors_.travel)));
  theta.operations = priors_.operations;
  visit_values(theta.operations,
               [&, at = std::size_t{0}](const std::string& /*name*/, SourcedValue& value) mutable {
                 const UncertainParameter& parameter = operations_[at++];
                 value.value = value_at(parameter, left.next(parameter));
               });
  assert(left.empty());
  return theta;
}

}  // namespace pahunch
