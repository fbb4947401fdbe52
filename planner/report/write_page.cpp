#include "planner/report/write_page.h"

#include <fstream>
#include <iterator>

#include "geo/base/error.h"
#include "planner/bundled_data.h"

namespace pahunch {
namespace {

constexpr std::string_view kDataMark = "{{data}}";

[[noreturn]] void fail_page(const std::filesystem::path& file, const std::string& what) {
  throw DataError({.what = what,
                   .where = file.string(),
                   .why = "the report is made from it",
                   .hint = "restore it from the program's data, or run scripts/build-report-page"});
}

std::string read_page(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) fail_page(file, "the bundled report page is missing");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

void write_report_page(const PagePack& pack, const std::string& name, RunFolder& folder) {
  const auto file = find_bundled_root() / kBundledReportPage;
  std::string page = read_page(file);
  const auto at = page.find(kDataMark);
  if (at == std::string::npos) fail_page(file, "the bundled report page has no place for data");
  folder.write_text(name, page.replace(at, kDataMark.size(), pack.to_text()));
}

}  // namespace pahunch
