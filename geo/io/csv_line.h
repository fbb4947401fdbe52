/// \file
/// One line of a CSV file, for writers that stream instead of building a `Table`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "geo/io/table.h"

namespace pahunch {

/// The column names and "\n".
std::string csv_header(std::span<const Column> columns);

/// The cells and "\n"; a real has the decimals of its column, `std::monostate` is empty. Text is
/// cleaned (clean_text.h), quoted as RFC 4180 says, and begins with an apostrophe when a
/// spreadsheet would run it as a formula. Precondition: as many cells as columns, of their types.
std::string csv_line(std::span<const Column> columns, std::span<const Cell> cells);

}  // namespace pahunch
