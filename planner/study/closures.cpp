#include "planner/study/closures.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "geo/base/error.h"
#include "geo/io/read_shapes.h"
#include "geo/io/source_path.h"
#include "sim/flood/state_pool.h"

namespace pahunch {
namespace {

using Places = std::vector<PlannedClosure>;

/// A file may hold several lines and polygons: each is a closure of the same name.
struct PlanMaker {
  const ClosureSpec& spec;
  const Projection& projection;

  Places operator()(const ClosureLine& line) const {
    return {plan(AlongLine{projection.to_xy(line.points), line.within_m})};
  }
  Places operator()(const ClosurePolygon& polygon) const {
    Ring ring = projection.to_xy(polygon.ring);
    if (ring.front() != ring.back()) ring.push_back(ring.front());
    return {plan(InPolygon{{Polygon{std::move(ring), {}}}})};
  }
  Places operator()(const ClosureFile& file) const {
    const FileShapes shapes = read_shapes(file.path, projection);
    Places places;
    for (const Polyline& line : shapes.lines) {
      places.push_back(plan(AlongLine{line, file.within_m}));
    }
    if (!shapes.polygons.empty()) places.push_back(plan(InPolygon{shapes.polygons}));
    return places;
  }
  Places operator()(const ClosureRoads& of) const { return {plan(OfRoads{of.roads})}; }

 private:
  template <class Where>
  [[nodiscard]] PlannedClosure plan(Where where) const {
    return {.name = spec.name, .where = std::move(where), .probability = spec.probability};
  }
};

/// One closure of all the links; a part without roads is refused.
PreparedClosure prepare(const ClosureSpec& spec, const ClosureInputs& inputs) {
  PreparedClosure closure;
  for (const PlannedClosure& plan : std::visit(PlanMaker{spec, inputs.projection}, spec.where)) {
    const PreparedClosure part = prepare_closure(plan, inputs.network, inputs.roads);
    std::vector<LinkIdx> both;
    std::ranges::set_union(closure.links, part.links, std::back_inserter(both));
    closure = {plan, std::move(both)};
  }
  return closure;
}

}  // namespace

StudyClosures find_closures(const std::vector<ClosureSpec>& specs, const ClosureInputs& inputs) {
  StudyClosures closures;
  for (const ClosureSpec& spec : specs) {
    closures.all.push_back(prepare(spec, inputs));
    if (spec.probability == 1) close_links(closures.all.back().links, closures.certain);
  }
  return closures;
}

std::vector<std::filesystem::path> list_closure_files(const std::vector<ClosureSpec>& specs) {
  std::vector<std::filesystem::path> files;
  for (const ClosureSpec& spec : specs) {
    const auto* shapes = std::get_if<ClosureFile>(&spec.where);
    if (shapes == nullptr) continue;
    const auto real =
        get_real_files(resolve_source(shapes->path.string(), named_by_a_person(""), spec.name));
    files.insert(files.end(), real.begin(), real.end());
  }
  return files;
}

std::vector<std::string> describe_closures(const StudyClosures& closures) {
  std::vector<std::string> words;
  for (const PreparedClosure& closure : closures.all) {
    const double probability = closure.plan.probability;
    words.push_back(fmt::format(
        "'{}' shuts {} {} {}", closure.plan.name, closure.links.size(),
        closure.links.size() == 1 ? "stretch of road" : "stretches of road",
        probability == 1 ? "for certain."
                         : fmt::format("in {:.3g}% of the simulated years; coverage and isochrones "
                                       "are without it.",
                                       100 * probability)));
  }
  return words;
}

}  // namespace pahunch
