/// \file
/// A ready matrix: costs between places as another program gives them, kept as they are (doubles in
/// any unit, never rounded).
///
/// Long form, a row a pair: `from,to,cost`. Wide form: the first column is the place, each other
/// column a site. A missing pair or an empty cell is unreachable.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pahunch {

/// Names in the order of a table, and back.
class NameIndex {
 public:
  /// The position of a name, new or known.
  std::size_t add(const std::string& name);
  [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const;
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::size_t> at_;
};

/// One number for each id: a demand or a supply table.
struct WeightTable {
  NameIndex ids;
  std::vector<double> weights;  ///< not negative
};

struct MatrixPair {
  std::size_t from = 0;  ///< in the demand table
  std::size_t to = 0;    ///< in the supply table
  double cost = 0;       ///< finite, not negative
};

struct ReadyMatrix {
  std::vector<MatrixPair> pairs;  ///< sorted by (from, to), each pair once
  std::size_t n_unknown = 0;      ///< pairs whose place or site is in neither table, left out
};

/// Which columns hold what. An empty name: the usual one where it is there, else by position, and
/// `choice` is told the flag that repeats it.
struct ColumnChoice {
  std::string from = {}, to = {}, cost = {};
  std::string weight = {};
  std::function<void(std::string_view flag, std::string_view column)> on_choice = {};
};

enum class MatrixForm : bool { kLong, kWide };

/// A table `id,<weight>`. `usual`: the column taken when none is named ("demand"), also the name of
/// the flag.
WeightTable read_weights(std::istream& in, const std::string& file, const std::string& usual,
                         const ColumnChoice& columns);

struct MatrixSource {
  std::istream& in;
  std::string file;
  MatrixForm form = MatrixForm::kLong;
};

/// The sites of a matrix, in the order in which they appear: all ids of `to`, or the columns of a
/// wide one. Nobody is told of a choice of columns here, as `read_matrix` tells it.
NameIndex read_site_ids(const MatrixSource& source, const ColumnChoice& columns);

/// Failure: DataError for a cost that is no number or negative, a pair given twice, and where no
/// pair joins the two tables.
ReadyMatrix read_matrix(const MatrixSource& source, const ColumnChoice& columns,
                        const NameIndex& places, const NameIndex& sites);

}  // namespace pahunch
