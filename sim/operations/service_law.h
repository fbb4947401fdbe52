/// \file
/// The length of something in milliseconds, drawn from a law.
#pragma once

#include <variant>

#include "geo/model/operations.h"
#include "sim/operations/clock.h"
#include "sim/random/exponential.h"
#include "sim/random/gamma.h"
#include "sim/random/lognormal.h"
#include "sim/random/random_stream.h"

namespace pahunch {

/// What a `ServiceLaw` is made from. `scv`: squared coefficient of variation, of gamma and
/// lognormal laws only; 0 makes them fixed.
struct ServiceLawSpec {
  LawShape shape = LawShape::kFixed;
  double mean_ms = 0;
  double scv = 0;
  TimeMs longest_ms = kNeverMs;  ///< longer ones become this
};

class ServiceLaw {
 public:
  /// Always 0.
  ServiceLaw() : ServiceLaw(ServiceLawSpec{}) {}
  /// Throws ConfigError where mean or spread make no law.
  explicit ServiceLaw(const ServiceLawSpec& spec);
  explicit ServiceLaw(const DurationLaw& law);

  /// To the nearest millisecond. A fixed length takes no draw, the others at least one.
  TimeMs operator()(RandomStream& random) const;
  [[nodiscard]] bool is_fixed() const { return std::holds_alternative<Fixed>(law_); }
  /// The mean as given: `longest_ms` makes the true one less.
  [[nodiscard]] TimeMs mean_ms() const { return mean_ms_; }

 private:
  struct Fixed {
    double length_ms;
    double operator()(RandomStream& /*random*/) const { return length_ms; }
  };
  using Law =
      std::variant<Fixed, ExponentialDistribution, GammaDistribution, LognormalDistribution>;
  static Law make_law(const ServiceLawSpec& spec);

  Law law_;
  TimeMs mean_ms_;
  TimeMs longest_ms_;
};

}  // namespace pahunch
