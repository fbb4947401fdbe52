#include "planner/privacy/generalise.h"

#include <fmt/format.h>

#include <cmath>

namespace pahunch {
namespace {

double middle_of(double coordinate) {
  return (std::floor(coordinate / kPublicCell_m) + 0.5) * kPublicCell_m;
}

}  // namespace

Xy shown_place(const PrivacySettings& privacy, Xy at) {
  return privacy.is_public ? Xy{middle_of(at.x_m), middle_of(at.y_m)} : at;
}

std::vector<Xy> shown_places(const PrivacySettings& privacy, std::vector<Xy> points) {
  for (Xy& at : points) at = shown_place(privacy, at);
  return points;
}

std::string privacy_words(const PrivacySettings& privacy) {
  std::string words;
  if (privacy.threshold() > 0) {
    words = fmt::format(
        "Observed counts from 1 to {} are not shown, nor others from which they could be worked "
        "out. Hidden counts are safe within one run: the difference of two runs is not protected.",
        privacy.threshold() - 1);
  }
  if (privacy.is_public) {
    words += fmt::format(
        " Centres stand in the middle of their square of {:.0f} km, and not where they are.",
        kPublicCell_m / 1000);
  }
  return words;
}

}  // namespace pahunch
