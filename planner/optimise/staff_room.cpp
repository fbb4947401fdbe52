#include "planner/optimise/staff_room.h"

#include <fmt/format.h>

#include <cmath>

#include "planner/optimise/case_demand.h"
#include "planner/simulation/study_priors.h"
#include "sim/operations/staff_capacity.h"

namespace pahunch {
namespace {

/// A centre of which nothing is known but the model.
CentreResources standard_centre(const OperationsModel& model) {
  return make_centre_resources(model, Centre{});
}

double n_posts_of(const CentreResources& centre) {
  double n = 0;
  for (const std::uint32_t posts : centre.n_posts) n += posts;
  return n;
}

/// The dataset's number of staff over that of the posts.
double staff_factor(const OperationsModel& model, const Centre& centre,
                    const CentreResources& posts) {
  const auto own = model.centres.find(centre.id);
  const bool has_own_posts = own != model.centres.end() && !own->second.posts.empty();
  const double n_posts = n_posts_of(posts);
  if (!centre.staff || has_own_posts || n_posts == 0) return 1;
  return *centre.staff / n_posts;
}

std::int64_t to_capacity(double cases) {
  const double weight = std::floor(cases * CaseDemand::kUnit);
  constexpr double kMost = 0x1p+52;
  return weight < kMost ? static_cast<std::int64_t>(weight) : Site::kNoCapacity;
}

}  // namespace

StaffRoom set_staff_capacities(const Study& study, double busy, StudyProblem& made) {
  const OperationsModel model = StudyPriors(study.scenario.simulation).operations;
  const StaffCapacityModel capacity(model);
  const StaffCapacity standard = capacity.find(standard_centre(model));
  StaffRoom room = {.busy = busy,
                    .standard_cases = busy * standard.cases_per_year,
                    .binds = capacity.names(standard.binds),
                    .binds_at = {}};
  for (const SiteIdx at : indices(made.problem.sites)) {
    const Centre& centre = study.dataset.centres.centres[made.centre_of[at]];
    const CentreResources posts = make_centre_resources(model, centre);
    const StaffCapacity found = capacity.find(posts);
    made.problem.sites[at].capacity =
        to_capacity(busy * found.cases_per_year * staff_factor(model, centre, posts));
    room.binds_at.push_back(capacity.names(found.binds));
  }
  return room;
}

std::optional<std::string> more_staff_words(const Study& study, const StaffRoom& staff,
                                            const Infeasibility& infeasible, std::size_t n_open) {
  if (!infeasible.lacking || n_open == 0) return std::nullopt;
  const OperationsModel model = StudyPriors(study.scenario.simulation).operations;
  const StaffCapacityModel capacity(model);
  const double lacking = static_cast<double>(*infeasible.lacking) / CaseDemand::kUnit;
  const double more_each =
      infeasible.is_lacking_in_all ? lacking / static_cast<double>(n_open) : lacking;
  const CentreResources centre = standard_centre(model);
  const auto more =
      capacity.find_more_posts(centre, (staff.standard_cases + more_each) / staff.busy);
  std::string words;
  for (std::size_t role = 0; role < more.size(); ++role) {
    if (more[role] == 0) continue;
    words += fmt::format("{}{} more post{} of {}", words.empty() ? "at least " : " and ",
                         more[role], more[role] == 1 ? "" : "s", model.staff[role].name);
  }
  if (words.empty()) return std::nullopt;
  return words + (infeasible.is_lacking_in_all ? " in each centre" : " in a standard centre there");
}

}  // namespace pahunch
