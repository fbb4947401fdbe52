#include "planner/siting/risk/tail_interchange.h"

namespace pahunch {
namespace {

class TailInterchange {
 public:
  TailInterchange(const DrawModel& model, const ChoiceRules& rules,
                  const std::vector<SiteColumn>& open, std::size_t n_tail)
      : n_columns_(static_cast<SiteColumn>(model.n_columns)),
        n_tail_(n_tail),
        losses_(model),
        tracker_(rules) {
    for (const SiteColumn column : open) add(column);
  }

  std::vector<SiteColumn> run(const StopSignal& signal) {
    best_ = losses_.tail(n_tail_);
    SiteColumn n_idle = 0;
    for (SiteColumn column = 0; n_idle < n_columns_ && !signal.stop();
         column = column + 1 < n_columns_ ? column + 1 : 0) {
      n_idle = try_column(column, signal) ? 0 : n_idle + 1;
    }
    std::vector<SiteColumn> open;
    for (SiteColumn column = 0; column < n_columns_; ++column) {
      if (tracker_.is_open(column)) open.push_back(column);
    }
    return open;
  }

 private:
  bool try_column(SiteColumn in, const StopSignal& signal) {
    if (tracker_.is_open(in)) return false;
    if (tracker_.can_add(in)) {
      add(in);
      if (is_better()) return true;
      remove(in);
    }
    for (SiteColumn out = 0; out < n_columns_ && !signal.stop(); ++out) {
      if (!tracker_.is_open(out) || !tracker_.can_swap(in, out)) continue;
      remove(out);
      add(in);
      if (is_better()) return true;
      remove(in);
      add(out);
    }
    return false;
  }

  /// Than the best so far, and if so it takes its place.
  bool is_better() {
    const std::int64_t now = losses_.tail(n_tail_);
    if (now >= best_) return false;
    best_ = now;
    return true;
  }

  void add(SiteColumn column) {
    losses_.open(column);
    tracker_.add(column);
  }

  void remove(SiteColumn column) {
    losses_.close(column);
    tracker_.remove(column);
  }

  SiteColumn n_columns_;
  std::size_t n_tail_;
  DrawLosses losses_;
  RuleTracker tracker_;
  std::int64_t best_ = 0;
};

}  // namespace

std::vector<SiteColumn> better_tail(const DrawModel& model, const ChoiceRules& rules,
                                    const std::vector<SiteColumn>& open, std::size_t n_tail,
                                    const StopSignal& signal) {
  return TailInterchange(model, rules, open, n_tail).run(signal);
}

}  // namespace pahunch
