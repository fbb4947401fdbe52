#include "sim/demand/need.h"

#include "geo/base/error.h"

namespace pahunch {

Need calibrate_need(const NeedInputs& inputs, const Reporting& reporting) {
  double reporting_women = 0;
  double women = 0;
  for (const SettlementIdx at : indices(inputs.women)) {
    const auto here = static_cast<double>(inputs.women[at].all);
    women += here;
    reporting_women += here * reporting.share(inputs.today[at]);
  }
  if (!(reporting_women > 0)) {
    throw DataError({.what = "cases are registered, and no woman can reach a centre",
                     .why = "the level of need cannot be found",
                     .hint = "check the first set of centres and the network with `check`"});
  }
  Need need{.per_year = IdxVector<SettlementIdx, double>(inputs.women.size())};
  const double rate = inputs.registered_per_year / reporting_women;
  for (const SettlementIdx at : indices(inputs.women)) {
    need.per_year[at] = rate * static_cast<double>(inputs.women[at].all);
  }
  need.total_per_year = rate * women;
  need.per_100k_women = rate * 100'000;
  return need;
}

}  // namespace pahunch
