#include "planner/simulation/share_simulation.h"

#include "planner/simulation/checkpoint.h"
#include "planner/simulation/simulate_study.h"
#include "planner/simulation/study_world.h"

namespace pahunch {
namespace {

class SharedYears {
 public:
  SharedYears(const Study& study, std::filesystem::path folder, Ranks& ranks, Session& session)
      : key_(simulation_key(study)),
        folder_(std::move(folder)),
        ranks_(ranks),
        session_(session),
        plan_(plan_of(study.scenario.simulation)),
        study_world_(study, session.progress) {}

  void simulate() {
    const auto stages = list_stages(plan_);
    for (const auto& stage : stages) {
      simulate_stage(stage);
      if (&stage != &stages.back() && is_enough()) return;
    }
  }

 private:
  /// With all that the ranks have left there. The first rank alone, while no other is at work.
  [[nodiscard]] std::unique_ptr<Checkpoint> gather() {
    auto all = std::make_unique<Checkpoint>(checkpoint_of(folder_), key_, session_.console);
    for (const auto& file : list_rank_checkpoints(folder_)) {
      all->take_over(file, key_, session_.console);
    }
    return all;
  }

  void simulate_stage(const std::vector<Parcel>& stage) {
    std::vector<std::uint64_t> left;
    if (ranks_.is_first()) {
      const auto all = gather();
      for (std::size_t i = 0; i < stage.size(); ++i) {
        if (!all->contains(stage[i])) left.push_back(i);
      }
    }
    ranks_.share(left);
    ranks_.meet();
    std::vector<Parcel> parcels;
    for (const std::uint64_t i : left) parcels.push_back(stage[i]);
    {
      Checkpoint own(rank_checkpoint_of(folder_, ranks_.index()), key_, session_.console);
      session_.progress.begin("simulating years", count_years(parcels) / ranks_.count());
      simulate_parcels({study_world_.world, study_world_.space, plan_, parcels,
                        [this] { return ranks_.claim(); }},
                       own, session_.progress);
    }
    ranks_.meet();
  }

  static std::uint64_t count_years(const std::vector<Parcel>& parcels) {
    std::uint64_t n = 0;
    for (const Parcel& parcel : parcels) n += parcel.n_years;
    return n;
  }

  bool is_enough() {
    std::vector<std::uint64_t> answer = {0};
    if (ranks_.is_first()) {
      const auto all = gather();
      const auto so_far = gather_finished(study_world_.world, study_world_.space, plan_, *all);
      answer[0] = so_far && is_narrow_enough(plan_, *so_far) ? 1 : 0;
    }
    ranks_.share(answer);
    return answer[0] == 1;
  }

  std::string key_;
  std::filesystem::path folder_;
  Ranks& ranks_;
  Session& session_;
  ExperimentPlan plan_;
  StudyWorld study_world_;
};

}  // namespace

void share_simulation(const Study& study, const std::filesystem::path& folder, Ranks& ranks,
                      Session& session) {
  SharedYears(study, folder, ranks, session).simulate();
}

}  // namespace pahunch
