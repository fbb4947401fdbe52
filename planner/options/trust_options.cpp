#include "planner/options/trust_options.h"

namespace pahunch {

void TrustOptions::add_to(CLI::App& app) {
  constexpr const char* kGroup = "Trust";
  app.add_flag("--allow-outside", rules.outside,
               "The dataset may name files outside its folder; only where you trust it")
      ->group(kGroup);
  app.add_flag("--allow-network", rules.network,
               "The dataset may name a database (PG:) or a file on a web server (/vsicurl/)")
      ->group(kGroup);
}

}  // namespace pahunch
