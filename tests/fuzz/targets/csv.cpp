#include "planner/csv/csv_reader.h"

#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {

void read_csv_bytes(std::string_view bytes) {
  allow_refusal([&] {
    std::istringstream in{std::string(bytes)};
    CsvReader reader(in, "fed.csv");
    static_cast<void>(reader.find_column("cost"));
    CsvReader::Row row;
    while (reader.next(row)) {
      require(row.size() == reader.header().size(), "a row has as many cells as the header");
      allow_refusal([&] { static_cast<void>(reader.number(row, row.size() - 1)); });
    }
  });
}

}  // namespace pahunch::fuzz
