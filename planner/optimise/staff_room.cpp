#include "planner/optimise/staff_room.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "planner/optimise/case_demand.h"
#include "planner/simulation/study_priors.h"
#include "sim/operations/staff_capacity.h"

namespace pahunch {
namespace {

using Posts = std::vector<std::uint32_t>;  ///< by role of the model

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

/// Posts that bring more room.
class PostFinder {
 public:
  PostFinder(const Study& study, const StaffRoom& staff, const StudyProblem& made)
      : study_(study),
        staff_(staff),
        made_(made),
        model_(StudyPriors(study.scenario.simulation).operations),
        capacity_(model_) {}

  /// So many at each that all have the room.
  std::optional<std::string> at_each(const MoreRoom& more) {
    Posts most(model_.staff.size(), 0);
    for (const auto& [site, weight] : more) {
      const auto posts = posts_for(site, weight);
      if (!posts) return std::nullopt;
      for (std::size_t role = 0; role < most.size(); ++role) {
        most[role] = std::max(most[role], (*posts)[role]);
      }
    }
    return words_of(most) + " in each centre";
  }

  std::optional<std::string> at_sites(const MoreRoom& more) {
    constexpr std::size_t kMostNamed = 5;
    if (more.size() > kMostNamed) return std::nullopt;
    std::string words;
    for (const auto& [site, weight] : more) {
      const auto posts = posts_for(site, weight);
      if (!posts) return std::nullopt;
      words += fmt::format("{}{} at '{}'", words.empty() ? "" : ", ", words_of(*posts),
                           made_.problem.sites[site].id);
    }
    return words;
  }

 private:
  std::optional<Posts> posts_for(SiteIdx site, std::int64_t weight) {
    const Centre& centre = study_.dataset.centres.centres[made_.centre_of[site]];
    const CentreResources there = make_centre_resources(model_, centre);
    const double factor = staff_factor(model_, centre, there);
    if (factor == 0) return std::nullopt;
    const auto wanted = static_cast<double>(made_.problem.sites[site].capacity + weight);
    const double cases = wanted / CaseDemand::kUnit / (staff_.busy * factor);
    auto& known = known_[{there.n_posts, cases}];
    if (!known) known = capacity_.find_more_posts(there, cases);
    if (!known) return std::nullopt;
    Posts posts = *known;
    for (std::uint32_t& n : posts) n = static_cast<std::uint32_t>(std::ceil(n * factor));
    return posts;
  }

  [[nodiscard]] std::string words_of(const Posts& posts) const {
    std::vector<std::string> parts;
    for (std::size_t role = 0; role < posts.size(); ++role) {
      if (posts[role] == 0) continue;
      const char* what = posts[role] == 1 ? " more post" : " more posts";
      parts.push_back(fmt::format("{}{} of {}", posts[role], parts.empty() ? what : "",
                                  model_.staff[role].name));
    }
    const std::string last = parts.empty() ? "" : parts.back();
    if (parts.size() < 2) return last;
    parts.pop_back();
    return fmt::format("{} and {}", fmt::join(parts, ", "), last);
  }

  const Study& study_;
  const StaffRoom& staff_;
  const StudyProblem& made_;
  OperationsModel model_;
  StaffCapacityModel capacity_;
  std::map<std::pair<Posts, double>, std::optional<Posts>> known_;
};

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
                                            const StudyProblem& made, const Relaxation& offered) {
  if (offered.more_room.empty()) return std::nullopt;
  PostFinder finder(study, staff, made);
  return offered.is_same_room ? finder.at_each(offered.more_room)
                              : finder.at_sites(offered.more_room);
}

}  // namespace pahunch
