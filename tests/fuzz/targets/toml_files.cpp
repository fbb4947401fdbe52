#include "geo/io/read_demand_prior.h"
#include "geo/io/read_hazard_prior.h"
#include "geo/io/read_operations.h"
#include "geo/io/read_profiles.h"
#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {

void read_profile_bytes(std::string_view bytes) {
  allow_refusal([&] { static_cast<void>(parse_profiles(bytes, "fed.toml")); });
}

void read_prior_bytes(std::string_view bytes) {
  allow_refusal([&] { static_cast<void>(parse_demand_prior(bytes, "fed.toml")); });
  allow_refusal([&] { static_cast<void>(parse_hazard_prior(bytes, "fed.toml")); });
  allow_refusal([&] { static_cast<void>(parse_operations(bytes, "fed.toml")); });
}

}  // namespace pahunch::fuzz
