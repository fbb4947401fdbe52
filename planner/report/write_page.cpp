#include "planner/report/write_page.h"

#include <fstream>
#include <iterator>

#include "geo/base/error.h"
#include "planner/bundled_data.h"

namespace pahunch {
namespace {

constexpr std::string_view kDataMark = "{{data}}", kHeadMark = "<head>";
/// What stands before the data.
constexpr std::string_view kDataStart = "<script id=\"data\" type=\"application/octet-stream\">";

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
  folder.write_text(name, make_report_page(pack.to_text(), ""));
}

std::string make_report_page(std::string_view packed, std::string_view opening) {
  const auto file = find_bundled_root() / kBundledReportPage;
  std::string page = read_page(file);
  const auto at = page.find(kDataMark);
  if (at == std::string::npos) fail_page(file, "the bundled report page has no place for data");
  page.replace(at, kDataMark.size(), packed);
  const auto head = page.find(kHeadMark);
  if (head == std::string::npos) fail_page(file, "the bundled report page has no head");
  return page.insert(head + kHeadMark.size(), opening);
}

std::optional<std::string_view> find_packed_data(std::string_view page) {
  const auto start = page.find(kDataStart);
  if (start == std::string_view::npos) return std::nullopt;
  page.remove_prefix(start + kDataStart.size());
  const auto end = page.find('<');
  if (end == std::string_view::npos) return std::nullopt;
  return page.substr(0, end);
}

}  // namespace pahunch
