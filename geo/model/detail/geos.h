/// \file
/// The C interface of GEOS with owners: a context for each object that uses it, geometries that
/// free themselves, and conversion from and to plain shapes. Private to the layers that use GEOS.
///
/// A failure inside GEOS (out of memory, a topology that breaks an overlay) throws `GeosError`.
#pragma once

#include <geos_c.h>

#include <memory>
#include <span>
#include <stdexcept>
#include <string>

#include "geo/model/shape.h"

namespace pahunch::geos {

class GeosError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Not for use by two threads at once.
class Context {
 public:
  Context() : handle_(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(handle_, &Context::remember, this);
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { GEOS_finish_r(handle_); }

  [[nodiscard]] GEOSContextHandle_t get() const { return handle_; }
  /// Passes a result on, or throws the last message when it is null.
  template <class T>
  T* check(T* result) const {
    if (result == nullptr) throw GeosError(last_error_);
    return result;
  }
  /// For predicates, which answer 2 on a failure.
  [[nodiscard]] bool check(char answer) const {
    if (answer == 2) throw GeosError(last_error_);
    return answer == 1;
  }

 private:
  static void remember(const char* message, void* self) {
    static_cast<Context*>(self)->last_error_ = message;
  }
  GEOSContextHandle_t handle_;
  std::string last_error_ = "no geometry";
};

struct Delete {
  GEOSContextHandle_t handle = nullptr;
  void operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(handle, g); }
  void operator()(const GEOSPreparedGeometry* g) const { GEOSPreparedGeom_destroy_r(handle, g); }
  void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(handle, tree); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Delete>;
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, Delete>;
using Tree = std::unique_ptr<GEOSSTRtree, Delete>;

/// Takes a geometry into an owner, or throws when it is null.
inline Geometry own(const Context& context, GEOSGeometry* geometry) {
  return {context.check(geometry), Delete{context.get()}};
}

Geometry make_point(const Context& context, Xy at);
/// At least one point.
Geometry make_line(const Context& context, std::span<const Xy> line);
/// A geometry whose envelope is the box, for questions to a tree.
Geometry make_box(const Context& context, const Box& box);
/// Rings need four points at least.
Geometry make_polygon(const Context& context, const Polygon& polygon);
Geometry make_multi_polygon(const Context& context, const MultiPolygon& shape);
Prepared prepare(const Context& context, const Geometry& geometry);

double get_area_m2(const Context& context, const GEOSGeometry* geometry);
/// A point inside, or invalid for an empty geometry.
Xy get_inner_point(const Context& context, const GEOSGeometry* geometry);
/// The polygons of any geometry, also inside collections; lines and points are left out.
MultiPolygon to_multi_polygon(const Context& context, const GEOSGeometry* geometry);

}  // namespace pahunch::geos
