#include "planner/batch/attempt.h"

#include <algorithm>
#include <new>
#include <string_view>

#include "geo/base/error.h"
#include "planner/interrupt.h"
#include "planner/records/store_error.h"

namespace pahunch {
namespace {

// As to_string(Problem) begins its lines.
constexpr std::string_view kWhere = "\n  where: ", kWhy = "\n  why it matters: ",
                           kHint = "\n  what to try: ";

/// "travel.season" of "the default scenario with --set travel.season=wet, line 5, travel.season";
/// "" where no key is named.
std::string_view key_of_place(std::string_view place) {
  constexpr std::string_view kLine = ", line ", kDigits = "0123456789";
  const auto line = place.rfind(kLine);
  if (line == std::string_view::npos) return "";
  const auto end = place.find_first_not_of(kDigits, line + kLine.size());
  const auto key = end == std::string_view::npos ? "" : place.substr(end);
  return key.starts_with(", ") && !key.starts_with(", column ") ? key.substr(2) : "";
}

}  // namespace

std::string attempt(const std::function<void()>& work) {
  try {
    work();
    return "";
  } catch (const Interrupted&) {
    throw;
  } catch (const StoreError&) {
    throw;
  } catch (const std::bad_alloc&) {
    return to_string({.what = "out of memory",
                      .hint = "fewer --threads, or a machine with more memory; what is finished is "
                              "kept, and the same command again computes what is left"});
  } catch (const std::exception& error) {
    return error.what();
  }
}

std::string without_merged_place(const std::string& reason) {
  const auto start = reason.find(kWhere);
  if (start == std::string::npos) return reason;
  const auto end = std::min({reason.find(kWhy, start), reason.find(kHint, start), reason.size()});
  const auto from = start + kWhere.size();
  const std::string_view place(reason.data() + from, end - from);
  if (place.find(" with --set ") == std::string_view::npos) return reason;
  const std::string key(key_of_place(place));
  return reason.substr(0, start) + (key.empty() ? "" : std::string(kWhere) + key) +
         reason.substr(end);
}

std::string one_line_reason(const std::string& reason) {
  const std::string what = reason.substr(0, reason.find('\n'));
  const auto start = reason.find(kHint);
  if (start == std::string::npos) return what;
  const auto hint = start + kHint.size();
  return what + "; " + reason.substr(hint, reason.find('\n', hint) - hint);
}

}  // namespace pahunch
