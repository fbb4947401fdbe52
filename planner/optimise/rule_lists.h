/// \file
/// Lists of sites that fit what is announced of a plan.
///
/// Of the planned centres some places are known, of some only the district, of some nothing
/// (`Centre::known`). One list of guesses would say little, so lists are drawn by a rule that does
/// not look at coverage:
/// - a known place stays;
/// - a known district gets one of its sites of the rule's kind;
/// - for what is not known a district is drawn, each as likely, among those with one open centre
///   and no planned one so far, and then one of its sites of that kind.
/// A site d km (straight line) from the district's open centre is drawn in proportion to
/// exp(-|d - distance_km| / spread_km). A known district that has no site of the kind left takes
/// one of the other kind. No list holds a site twice.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "planner/study/study.h"

namespace pahunch {

struct SitingRule {
  std::string kind = "sub-division headquarters";
  std::string other_kind = "block headquarters";
  double distance_km = 40;
  double spread_km = 10;
  friend bool operator==(const SitingRule&, const SitingRule&) = default;
};

class RuleLists {
 public:
  /// `candidates`: the sites that may be drawn; the planned centres are those of the study.
  RuleLists(const Study& study, const CentreSet& open, std::span<const CentreIdx> candidates,
            const SitingRule& rule);

  /// Why no list of new sites can be drawn; none: it can.
  [[nodiscard]] std::optional<std::string> find_obstacle() const;
  /// There is but one list.
  [[nodiscard]] bool is_all_known() const { return n_known(SiteKnown::kPlace) == n_planned(); }
  /// Planned centres, and of how many the place, or the district alone, is known.
  [[nodiscard]] std::size_t n_planned() const { return planned_.size(); }
  [[nodiscard]] std::size_t n_known(SiteKnown known) const;
  /// The sites of a list, ascending; a pure function of the study's seed and the number.
  /// Precondition: no obstacle.
  [[nodiscard]] std::vector<CentreIdx> draw(std::uint64_t number) const;
  /// All sites that some list can hold, and all of the rule's kind; ascending.
  [[nodiscard]] std::vector<CentreIdx> possible_sites() const;
  /// The planned centres as the dataset places them, ascending.
  [[nodiscard]] const std::vector<CentreIdx>& planned() const { return planned_; }

 private:
  struct Option {
    CentreIdx site;
    double weight = 0;
  };
  using Options = std::vector<Option>;
  using DistrictOptions = std::map<AreaIdx, Options>;

  void add_district(AreaIdx district, CentreIdx seat, std::span<const CentreIdx> candidates);
  [[nodiscard]] static std::size_t n_sites(const DistrictOptions& options, AreaIdx district);
  /// Of a planned centre whose district is known; none for the others.
  [[nodiscard]] std::optional<std::string> find_district_obstacle(CentreIdx planned) const;
  /// Planned centres of which the district, and no more, is known, in this one.
  [[nodiscard]] std::size_t n_announced_in(AreaIdx district) const;
  /// What a planned centre of the district can still be given in a list.
  [[nodiscard]] Options options_left(AreaIdx district, std::span<const CentreIdx> drawn) const;
  [[nodiscard]] const Centre& centre(CentreIdx at) const {
    return study_.dataset.centres.centres[at];
  }

  const Study& study_;
  CentreSet open_;
  SitingRule rule_;
  std::vector<CentreIdx> planned_;
  /// Of districts with an open centre, without the known places.
  DistrictOptions of_kind_, of_other_kind_;
  std::vector<AreaIdx> free_;  ///< with one open centre, a site of the kind and no known plan
};

}  // namespace pahunch
