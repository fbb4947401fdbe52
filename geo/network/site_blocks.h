/// \file
/// Times to many sites, a block at a time, so that memory stays bounded.
#pragma once

#include <functional>
#include <span>

#include "geo/network/travel_model.h"

namespace pahunch {

/// What is done with the times of `sites[i]`.
using UseTimes = std::function<void(std::size_t i, const IdxVector<PlaceIdx, TravelTime>& times)>;

/// Calls `use` once for each site, from several threads and in any order. Memory: the times of a
/// block for each thread.
void for_each_site(const TravelModel& model, std::span<const SiteIdx> sites, const UseTimes& use);

/// One block after the other, in the order of the sites, from this thread.
void for_each_site_in_order(const TravelModel& model, std::span<const SiteIdx> sites,
                            const UseTimes& use);

}  // namespace pahunch
