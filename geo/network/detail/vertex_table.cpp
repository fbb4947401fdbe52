#include "geo/network/detail/vertex_table.h"

#include <functional>
#include <utility>

namespace pahunch::detail {

std::size_t VertexTable::Hash::operator()(Xy at) const noexcept {
  // Adding zero turns -0 into 0, which are equal.
  const std::size_t x = std::hash<double>()(at.x_m + 0.0);
  const std::size_t y = std::hash<double>()(at.y_m + 0.0);
  return x ^ (y * 0x9E3779B97F4A7C15ULL + (x << 6) + (x >> 2));
}

VertexIdx VertexTable::get_or_add(Xy at) {
  const auto [found, added] = by_position_.try_emplace(at, VertexIdx(at_.size()));
  if (added) {
    at_.push_back(at);
    parent_.push_back(found->second);
  }
  return found->second;
}

bool VertexTable::merge(VertexIdx a, VertexIdx b) {
  a = root(a);
  b = root(b);
  if (a == b) return false;
  if (lies_before(at_[b], at_[a])) std::swap(a, b);
  parent_[b] = a;
  return true;
}

VertexIdx VertexTable::root(VertexIdx vertex) {
  while (parent_[vertex] != vertex) {
    parent_[vertex] = parent_[parent_[vertex]];
    vertex = parent_[vertex];
  }
  return vertex;
}

}  // namespace pahunch::detail
