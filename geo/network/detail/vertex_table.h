/// \file
/// Distinct positions of road vertices, and which of them count as one.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geo/base/id.h"
#include "geo/base/point.h"

namespace pahunch::detail {

using VertexIdx = Idx<struct VertexTag>;

/// By x, then y: the order that makes results independent of the order of the roads.
inline bool lies_before(Xy a, Xy b) { return a.x_m != b.x_m ? a.x_m < b.x_m : a.y_m < b.y_m; }

class VertexTable {
 public:
  /// The vertex at exactly this position.
  VertexIdx get_or_add(Xy at);

  /// Makes two vertices one, with the position that lies first. False when they were one already.
  bool merge(VertexIdx a, VertexIdx b);

  /// The vertex that stands for all those merged with it.
  [[nodiscard]] VertexIdx root(VertexIdx vertex);

  [[nodiscard]] Xy at(VertexIdx vertex) const { return at_[vertex]; }
  [[nodiscard]] std::size_t size() const { return at_.size(); }

 private:
  struct Hash {
    std::size_t operator()(Xy at) const noexcept;
  };
  std::unordered_map<Xy, VertexIdx, Hash> by_position_;
  IdxVector<VertexIdx, Xy> at_;
  IdxVector<VertexIdx, VertexIdx> parent_;
};

}  // namespace pahunch::detail
