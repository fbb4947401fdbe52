#include "planner/report/print_pdf.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>

#include "geo/base/error.h"
#include "geo/io/whole_file.h"
#include "planner/child_process.h"
#include "planner/temporary_folder.h"

namespace pahunch {
namespace fs = std::filesystem;
namespace {

/// Until then the page has drawn its sheets: time that Chromium lets pass as fast as it can.
constexpr int kPageTime_ms = 20'000;

/// No name is found, and every address, this machine's own too, lies behind a proxy that is not
/// there.
constexpr std::array kWithoutNetwork = {"--host-resolver-rules=MAP * ~NOTFOUND",
                                        "--proxy-server=http://127.0.0.1:1",
                                        "--proxy-bypass-list=<-loopback>"};

std::vector<std::string> list_words(const std::string& program, const fs::path& folder) {
  std::vector<std::string> words = {program,
                                    "--headless",
                                    "--disable-gpu",
                                    "--no-first-run",
                                    "--disable-extensions",
                                    "--no-pdf-header-footer",
                                    fmt::format("--virtual-time-budget={}", kPageTime_ms),
                                    "--user-data-dir=" + (folder / "profile").string(),
                                    "--print-to-pdf=" + (folder / "page.pdf").string()};
  words.insert(words.end(), kWithoutNetwork.begin(), kWithoutNetwork.end());
  if (::geteuid() == 0) words.emplace_back("--no-sandbox");  // its sandbox refuses root
  words.push_back("file://" + (folder / "page.html").string());
  return words;
}

std::string read_end(const fs::path& file) {
  constexpr std::size_t kMost = 500;
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return text.size() > kMost ? text.substr(text.size() - kMost) : text;
}

ChildProcess start_chromium(const PdfPrinting& printing, const fs::path& folder) {
  for (const std::string& program : printing.programs) {
    auto started = ChildProcess::start({list_words(program, folder), folder / "said", folder});
    if (started) return std::move(*started);
  }
  throw DataError({.what = fmt::format("there is no Chromium (looked for {})",
                                       fmt::join(printing.programs, ", ")),
                   .why = "a PDF is printed by it",
                   .hint = "install it (Debian: apt-get install chromium), or write HTML with "
                           "`-o NAME.html` and print that from any browser"});
}

[[noreturn]] void fail_printing(const std::string& what, const fs::path& folder) {
  throw DataError({.what = what,
                   .where = read_end(folder / "said"),
                   .hint = "write HTML with `-o NAME.html`, and print that from a browser"});
}

}  // namespace

void print_pdf(const std::string& html, const fs::path& target, const PdfPrinting& printing) {
  const TemporaryFolder folder("print");
  write_whole_file(folder.path() / "page.html", html);
  ChildProcess chromium = start_chromium(printing, folder.path());
  const auto code = chromium.wait(printing.time_limit);
  if (!code) {
    fail_printing(
        fmt::format("Chromium did not print the page within {} s", printing.time_limit.count()),
        folder.path());
  }
  const fs::path made = folder.path() / "page.pdf";
  if (*code != 0 || !fs::exists(made) || fs::file_size(made) == 0) {
    fail_printing(fmt::format("Chromium could not print the page (it ended with {})", *code),
                  folder.path());
  }
  fs::copy_file(made, target);
}

}  // namespace pahunch
