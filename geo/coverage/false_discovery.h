/// \file
/// Many tests at once: which findings stand when at most a share of them may be false.
///
/// Benjamini and Hochberg (1995). Holds for independent tests and for those that go together, as
/// neighbours' do (Benjamini and Yekutieli 2001; for local statistics Caldas de Castro and Singer
/// 2006).
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace pahunch {

/// By test the least share of false findings at which it counts as found, at least its p-value.
/// None where there was no test; such are not counted. Cost O(n log n).
std::vector<std::optional<double>> find_q_values(std::span<const std::optional<double>> p_values);

}  // namespace pahunch
