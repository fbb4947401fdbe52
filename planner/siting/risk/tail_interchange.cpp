#include "planner/siting/risk/tail_interchange.h"

#include "planner/siting/change_search.h"

namespace pahunch {
namespace {

struct TailState {
  void open(SiteColumn column) { losses.open(column); }
  void close(SiteColumn column) { losses.close(column); }
  [[nodiscard]] std::int64_t score() const { return losses.tail(n_tail); }

  DrawLosses losses;
  std::size_t n_tail;
};

}  // namespace

std::vector<SiteColumn> better_tail(const DrawModel& model, const ChoiceRules& rules,
                                    const std::vector<SiteColumn>& open, std::size_t n_tail,
                                    const StopSignal& signal) {
  TailState state = {DrawLosses(model), n_tail};
  return ChangeSearch(rules, open, state).run(signal);
}

}  // namespace pahunch
