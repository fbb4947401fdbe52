#include "geo/network/site_blocks.h"

#include <algorithm>

#include "geo/base/parallel.h"

namespace pahunch {
namespace {

constexpr std::size_t kBlock = TravelModel::kSiteBlock;

void use_block(const TravelModel& model, std::span<const SiteIdx> sites, std::size_t first,
               const UseTimes& use) {
  const auto block = sites.subspan(first, std::min(kBlock, sites.size() - first));
  const TimeRows rows = model.times(block);
  for (std::size_t i = 0; i < rows.size(); ++i) use(first + i, rows[i]);
}

}  // namespace

void for_each_site(const TravelModel& model, std::span<const SiteIdx> sites, const UseTimes& use) {
  const std::size_t n_blocks = (sites.size() + kBlock - 1) / kBlock;
  for_each_in_parallel(n_blocks,
                       [&](std::size_t block) { use_block(model, sites, block * kBlock, use); });
}

void for_each_site_in_order(const TravelModel& model, std::span<const SiteIdx> sites,
                            const UseTimes& use) {
  for (std::size_t first = 0; first < sites.size(); first += kBlock) {
    use_block(model, sites, first, use);
  }
}

}  // namespace pahunch
