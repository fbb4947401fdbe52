#include "planner/access/access_method.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <sstream>

#include "geo/base/error.h"

namespace pahunch {
namespace {

double step_number(const std::string& text, const std::string& steps) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error == std::errc() && stop == end && !text.empty()) return value;
  throw UsageError({.what = fmt::format("--steps '{}' is not COST:WEIGHT,…", steps),
                    .hint = "write for example --steps 10:1,20:0.68,30:0.22"});
}

std::vector<DecayStep> parse_steps(const std::string& steps) {
  std::vector<DecayStep> parsed;
  std::istringstream items(steps);
  for (std::string item; std::getline(items, item, ',');) {
    const auto colon = std::min(item.find(':'), item.size());
    const std::string weight = colon < item.size() ? item.substr(colon + 1) : "";
    parsed.push_back({step_number(item.substr(0, colon), steps), step_number(weight, steps)});
  }
  return parsed;
}

/// The shapes of pull that were given, as flags.
std::vector<std::string> shapes_given(const AccessChoice& choice) {
  std::vector<std::string> flags;
  if (!choice.steps.empty()) flags.emplace_back("--steps");
  if (choice.sigma) flags.emplace_back("--sigma");
  if (choice.power) flags.emplace_back("--power");
  if (choice.rate) flags.emplace_back("--rate");
  return flags;
}

/// The shapes that a method can use.
std::vector<std::string> shapes_of(const std::string& method) {
  if (method == "2sfca") return {};
  if (method == "e2sfca") return {"--steps"};
  if (method == "e2sfca-gauss") return {"--sigma"};
  return {"--steps", "--sigma", "--power", "--rate"};
}

void require_one_shape(const AccessChoice& choice) {
  const auto usable = shapes_of(choice.method);
  const auto given = shapes_given(choice);
  for (const std::string& flag : given) {
    if (std::ranges::find(usable, flag) != usable.end()) continue;
    throw UsageError({.what = fmt::format("{} does nothing with --method {}", flag, choice.method),
                      .hint = "take it out, or choose another method"});
  }
  if (usable.empty() || given.size() == 1) return;
  throw UsageError(
      {.what = fmt::format("--method {} needs {}{}", choice.method,
                           usable.size() > 1 ? "one of " : "", fmt::join(usable, ", ")),
       .hint = "for example --sigma 10, or --steps 10:1,20:0.68,30:0.22"});
}

Decay make_decay(const AccessChoice& choice) {
  const double limit = choice.limit.value_or(std::numeric_limits<double>::infinity());
  if (choice.method == "2sfca") return make_binary_decay(limit);
  if (choice.sigma) return make_gaussian_decay(*choice.sigma, limit);
  if (choice.power) return make_power_decay({.exponent = *choice.power, .max_cost = limit});
  if (choice.rate) return make_exponential_decay(*choice.rate, limit);
  return make_step_decay(parse_steps(choice.steps));
}

}  // namespace

void check_access_choice(const AccessChoice& choice) {
  require_one_shape(choice);
  if (choice.method == "2sfca" && !choice.limit) {
    throw UsageError({.what = "--method 2sfca needs --limit", .hint = "for example --limit 30"});
  }
  if (!choice.steps.empty() && choice.limit) {
    throw UsageError({.what = "--limit does nothing with --steps",
                      .hint = "the last step is the limit; take --limit out"});
  }
  static_cast<void>(make_decay(choice));
}

std::vector<double> compute_access(const AccessInputs& inputs, const AccessChoice& choice) {
  check_access_choice(choice);
  const Decay decay = make_decay(choice);
  if (choice.method == "3sfca") return compute_three_step(inputs, decay);
  if (choice.method == "gravity") return compute_gravity(inputs, decay);
  return compute_two_step(inputs, decay);
}

}  // namespace pahunch
