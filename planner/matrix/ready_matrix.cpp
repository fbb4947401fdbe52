#include "planner/matrix/ready_matrix.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "planner/csv/csv_reader.h"

namespace pahunch {
namespace {

/// The column that was named, else the usual one, else the one at this position.
struct Wanted {
  std::string named, usual, flag;
  std::size_t position;
};

std::size_t choose_column(const CsvReader& reader, const Wanted& wanted,
                          const ColumnChoice& columns) {
  if (!wanted.named.empty()) return reader.get_column(wanted.named);
  if (const auto found = reader.find_column(wanted.usual)) return *found;
  if (wanted.position >= reader.header().size()) return reader.get_column(wanted.usual);
  if (columns.on_choice) columns.on_choice(wanted.flag, reader.header()[wanted.position]);
  return wanted.position;
}

double get_cost(const CsvReader& reader, const CsvReader::Row& row, std::size_t column) {
  const double value = reader.number(row, column);
  if (value >= 0) return value;
  throw DataError({.what = fmt::format("the number {} is negative", row[column]),
                   .where = reader.where(),
                   .why = "costs and weights cannot be less than nothing",
                   .hint = "leave a pair out, or its cell empty, where there is no way"});
}

/// Collects pairs and keeps what a reader of them needs to know.
class PairCollector {
 public:
  PairCollector(const NameIndex& places, const NameIndex& sites) : places_(places), sites_(sites) {}

  void add(const std::string& from, const std::string& to, double cost) {
    const auto place = places_.find(from);
    const auto site = sites_.find(to);
    if (place && site) {
      matrix_.pairs.push_back({*place, *site, cost});
    } else {
      ++matrix_.n_unknown;
    }
  }

  ReadyMatrix finish(const std::string& file) {
    if (matrix_.pairs.empty()) {
      throw DataError({.what = "no pair joins an id of the demand table to one of the supply table",
                       .where = file,
                       .hint = "are the columns the right way round? see --from-col and --to-col"});
    }
    std::ranges::sort(matrix_.pairs, {}, key);
    const auto twice = std::ranges::adjacent_find(matrix_.pairs, {}, key);
    if (twice != matrix_.pairs.end()) {
      throw DataError({.what = fmt::format("the pair {},{} is given twice",
                                           places_.names()[twice->from], sites_.names()[twice->to]),
                       .where = file,
                       .why = "it is not clear which cost holds",
                       .hint = "keep one row a pair"});
    }
    return std::move(matrix_);
  }

 private:
  static std::pair<std::size_t, std::size_t> key(const MatrixPair& pair) {
    return {pair.from, pair.to};
  }

  const NameIndex& places_;
  const NameIndex& sites_;
  ReadyMatrix matrix_;
};

void read_long(CsvReader& reader, const ColumnChoice& columns, PairCollector& pairs) {
  const auto from = choose_column(reader, {columns.from, "from", "--from-col", 0}, columns);
  const auto to = choose_column(reader, {columns.to, "to", "--to-col", 1}, columns);
  const auto cost = choose_column(reader, {columns.cost, "cost", "--cost-col", 2}, columns);
  CsvReader::Row row;
  while (reader.next(row)) {
    if (!row[cost].empty()) pairs.add(row[from], row[to], get_cost(reader, row, cost));
  }
}

void read_wide(CsvReader& reader, const ColumnChoice& columns, PairCollector& pairs) {
  const std::size_t from = columns.from.empty() ? 0 : reader.get_column(columns.from);
  CsvReader::Row row;
  while (reader.next(row)) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column == from || row[column].empty()) continue;
      pairs.add(row[from], reader.header()[column], get_cost(reader, row, column));
    }
  }
}

}  // namespace

std::size_t NameIndex::add(const std::string& name) {
  const auto [at, is_new] = at_.try_emplace(name, names_.size());
  if (is_new) names_.push_back(name);
  return at->second;
}

std::optional<std::size_t> NameIndex::find(const std::string& name) const {
  const auto found = at_.find(name);
  if (found == at_.end()) return std::nullopt;
  return found->second;
}

WeightTable read_weights(std::istream& in, const std::string& file, const std::string& usual,
                         const ColumnChoice& columns) {
  CsvReader reader(in, file);
  const auto id = choose_column(reader, {"", "id", "the column of ids", 0}, {});
  const auto weight =
      choose_column(reader, {columns.weight, usual, "--" + usual + "-col", 1}, columns);
  WeightTable table;
  CsvReader::Row row;
  while (reader.next(row)) {
    if (table.ids.find(row[id])) {
      throw DataError({.what = fmt::format("the id '{}' is there twice", row[id]),
                       .where = reader.where(),
                       .hint = "keep one row an id"});
    }
    table.ids.add(row[id]);
    table.weights.push_back(get_cost(reader, row, weight));
  }
  if (table.weights.empty()) {
    throw DataError({.what = "the table has no rows", .where = file, .hint = "give it some"});
  }
  return table;
}

NameIndex read_site_ids(const MatrixSource& source, const ColumnChoice& columns) {
  CsvReader reader(source.in, source.file);
  NameIndex sites;
  if (source.form == MatrixForm::kWide) {
    const std::size_t from = columns.from.empty() ? 0 : reader.get_column(columns.from);
    for (std::size_t column = 0; column < reader.header().size(); ++column) {
      if (column != from) sites.add(reader.header()[column]);
    }
    return sites;
  }
  ColumnChoice quiet = columns;
  quiet.on_choice = {};
  const auto to = choose_column(reader, {columns.to, "to", "--to-col", 1}, quiet);
  CsvReader::Row row;
  while (reader.next(row)) sites.add(row[to]);
  return sites;
}

ReadyMatrix read_matrix(const MatrixSource& source, const ColumnChoice& columns,
                        const NameIndex& places, const NameIndex& sites) {
  CsvReader reader(source.in, source.file);
  PairCollector pairs(places, sites);
  if (source.form == MatrixForm::kWide) {
    read_wide(reader, columns, pairs);
  } else {
    read_long(reader, columns, pairs);
  }
  return pairs.finish(source.file);
}

}  // namespace pahunch
