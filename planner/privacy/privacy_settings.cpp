#include "planner/privacy/privacy_settings.h"

#include <fmt/format.h>

#include <algorithm>

namespace pahunch {

std::int64_t PrivacySettings::threshold() const {
  return is_public ? std::max(suppress_below, kPublicThreshold) : suppress_below;
}

PrivacySettings read_privacy_settings(const TomlTable& root) {
  PrivacySettings settings;
  const auto table = root.find_table("privacy");
  if (!table) return settings;
  settings.is_public = table->find_boolean("public").value_or(settings.is_public);
  settings.suppress_below = table->find_integer("suppress_below").value_or(settings.suppress_below);
  if (settings.suppress_below < 0 || settings.suppress_below == 1) {
    table->fail("suppress_below", "the least count that is shown is not 0, or 2 or more",
                "0 shows all; 10 hides counts from 1 to 9");
  }
  return settings;
}

std::string write_privacy_settings(const PrivacySettings& settings) {
  return fmt::format(
      "\n[privacy]\n"
      "suppress_below = {}         # observed counts from 1 to below it are not shown; 0: all are\n"
      "public = {}             # for anyone to see: at least 10, and centres only roughly placed\n",
      settings.suppress_below, settings.is_public);
}

}  // namespace pahunch
