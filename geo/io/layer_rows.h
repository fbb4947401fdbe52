/// \file
/// The rows of a layer by what their values mean: the `fields` of the dataset file applied, joined
/// tables looked up.
///
/// \code
///   LayerRows rows(spec, home, GeometryNeed::kPoint);
///   const auto population = rows.find_value("population");   // where the dataset maps it
///   while (rows.next()) {
///     if (const auto* text = rows.get(population)) ...
///   }
/// \endcode
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/io/ogr_source.h"

namespace pahunch {

class LayerRows {
 public:
  /// Opens the source and reads the joined tables. Throws as OgrSource does.
  LayerRows(const LayerSpec& spec, const SourceHome& home, GeometryNeed need);
  LayerRows(const LayerRows&) = delete;
  LayerRows& operator=(const LayerRows&) = delete;
  ~LayerRows();

  /// A value of each row; none where the dataset does not map the role.
  struct Value {
    std::size_t number = 0;
    std::string column;  ///< for messages
  };
  [[nodiscard]] std::optional<Value> find_value(const std::string& role);
  /// A value by column, of the layer or of a joined table ("block.block_code"). Throws when there
  /// is none.
  [[nodiscard]] Value read_column(const std::string& column);

  bool next();
  [[nodiscard]] const SourceRow& row() const { return row_; }
  /// The text of this row; nothing when it is null or blank, the role is not mapped, or no row of
  /// the joined table has the key.
  [[nodiscard]] const std::string* get(const std::optional<Value>& value) const;
  [[nodiscard]] const LayerSpec& spec() const { return spec_; }
  [[nodiscard]] OgrSource& source() { return source_; }
  /// All sources that were opened: the layer and its joined tables.
  [[nodiscard]] const std::vector<SourcePath>& paths() const { return paths_; }

 private:
  struct Join;
  struct Place {
    Join* join = nullptr;  ///< null: the layer itself
    std::size_t slot = 0;
  };
  Value add(Place place, const std::string& column);

  LayerSpec spec_;
  OgrSource source_;
  std::vector<std::unique_ptr<Join>> joins_;
  std::vector<Place> places_;
  std::vector<SourcePath> paths_;
  SourceRow row_;
};

}  // namespace pahunch
