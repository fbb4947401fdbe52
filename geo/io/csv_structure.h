/// \file
/// The structure of a CSV file, checked before OGR reads it: OGR fills a short row with nothing and
/// drops what is too much, and neither may happen in silence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pahunch {

/// The line on which each record starts, the first below the header. Blank lines are no records.
/// Throws DataError at the first row with more or fewer columns than the header, at a column name
/// that stands twice, for a row of more than 10 MB, and for a file without a header. `shown`
/// stands for the file in messages.
std::vector<std::uint32_t> read_csv_lines(const std::string& gdal_path, const std::string& shown);

}  // namespace pahunch
