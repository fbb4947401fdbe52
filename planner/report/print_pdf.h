/// \file
/// A page of HTML as a PDF file, printed by Chromium without a screen.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace pahunch {

struct PdfPrinting {
  /// Programs that are tried in turn, along PATH.
  std::vector<std::string> programs = {"chromium", "chromium-browser", "google-chrome"};
  std::chrono::seconds time_limit{180};
};

/// Prints `html` as its own style sheet says (paper, margins) into the file `target`, which must
/// not be there. Chromium runs as a process of its own, without a shell, with a profile in a
/// temporary folder that is removed again, in its sandbox unless this program runs as root, where
/// it has none. It can call no machine, not even this one; but the page may show files of this one
/// in frames, and must be one that this program has made. The bytes differ from one Chromium to the
/// next.
///
/// Throws DataError where there is no Chromium, it fails or takes too long, and Interrupted on
/// Ctrl-C; Chromium is ended then.
void print_pdf(const std::string& html, const std::filesystem::path& target,
               const PdfPrinting& printing = {});

}  // namespace pahunch
