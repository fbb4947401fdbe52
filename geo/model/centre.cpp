#include "geo/model/centre.h"

namespace pahunch {

std::string_view to_string(CentreStatus status) {
  switch (status) {
    case CentreStatus::kExisting:
      return "existing";
    case CentreStatus::kPlanned:
      return "planned";
    case CentreStatus::kCandidate:
      return "candidate";
  }
  return "";
}

std::optional<CentreStatus> find_centre_status(std::string_view word) {
  for (const auto status :
       {CentreStatus::kExisting, CentreStatus::kPlanned, CentreStatus::kCandidate}) {
    if (word == to_string(status)) return status;
  }
  return std::nullopt;
}

std::string_view to_string(SiteKnown known) {
  switch (known) {
    case SiteKnown::kPlace:
      return "place";
    case SiteKnown::kDistrict:
      return "district";
    case SiteKnown::kNothing:
      return "nothing";
  }
  return "";
}

std::optional<SiteKnown> find_site_known(std::string_view word) {
  for (const auto known : {SiteKnown::kPlace, SiteKnown::kDistrict, SiteKnown::kNothing}) {
    if (word == to_string(known)) return known;
  }
  return std::nullopt;
}

}  // namespace pahunch
