// The queues with exact answers; the figures are facts of queueing theory.
#include <cmath>

#include "tests/sim/operations/queue_case.h"

namespace pahunch::test {
namespace {

ServiceLaw make_law(LawShape shape, double mean, double scv = 0) {
  return ServiceLaw({.shape = shape, .mean_ms = mean * kUnitMs, .scv = scv});
}

StepPlan make_step(const ServiceLaw& law, std::uint32_t room = kUnlimitedRoom) {
  return {.name = "service", .served_by = {PoolKind(0)}, .room = room, .duration = law};
}

QueueModel make_queue(std::uint32_t n_servers, double rate, const StepPlan& step) {
  return {.steps = {step}, .servers = {n_servers}, .classes = {{.rate = rate}}};
}

StepPlan exponential_step(std::uint32_t room = kUnlimitedRoom) {
  return make_step(make_law(LawShape::kExponential, 1), room);
}

double as_double(std::int64_t n) { return static_cast<double>(n); }
double as_units(TimeMs ms) { return static_cast<double>(ms) / kUnitMs; }

Figure mean_wait(double expected, std::size_t step = 0) {
  return {"Wq", expected, [step](const Observation& o) {
            return Ratio{as_units(o.step(step).wait_ms), as_double(o.step(step).n_started)};
          }};
}

Figure p_wait(double expected) {
  return {"P(wait)", expected, [](const Observation& o) {
            std::int64_t n_waited = 0;
            std::int64_t n_started = 0;
            for (const CentreTally& centre : o.centres) {
              n_started += centre.steps[0].n_started;
              n_waited += centre.steps[0].n_started - centre.steps[0].n_by_wait[0];
            }
            return Ratio{as_double(n_waited), as_double(n_started)};
          }};
}

Figure p_wait_beyond(double expected) {
  return {"P(Wq > 1)", expected, [](const Observation& o) {
            return Ratio{as_double(o.step().n_late), as_double(o.step().n_started)};
          }};
}

Figure p_blocked(double expected) {
  return {"blocked", expected, [](const Observation& o) {
            std::int64_t n_asked = 0;
            std::int64_t n_refused = 0;
            for (const CentreTally& centre : o.centres) {
              n_asked += centre.steps[0].n_asked;
              n_refused += centre.steps[0].n_refused;
            }
            return Ratio{as_double(n_refused), as_double(n_asked)};
          }};
}

Figure utilisation(std::size_t centre, double expected) {
  return {"utilisation of " + std::to_string(centre + 1), expected, [centre](const Observation& o) {
            return Ratio{as_units(o.centres[CentreIdx(centre)].pools[0].busy_ms), o.window_units};
          }};
}

QueueCase single_server() {
  return {"M/M/1",
          make_queue(1, 0.8, exponential_step()),
          {mean_wait(4),
           {"W", 5,
            [](const Observation& o) {
              return Ratio{o.sojourn_units, as_double(o.n_sojourns)};
            }},
           {"Lq", 3.2,
            [](const Observation& o) {
              return Ratio{as_units(o.step().waiting_ms), o.window_units};
            }},
           {"P(W > 5)", std::exp(-1.0),
            [](const Observation& o) {
              return Ratio{as_double(o.n_beyond_five), as_double(o.n_sojourns)};
            }}},
          120};
}

QueueCase several_servers(std::uint32_t n, double rate, std::vector<Figure> figures) {
  const double hardness = n == 10 ? 290 : 160;
  return {"M/M/" + std::to_string(n), make_queue(n, rate, exponential_step()), std::move(figures),
          hardness};
}

QueueCase general_service(const std::string& law, const ServiceLaw& duration, double expected) {
  const double hardness = law == "scv 4" ? 250 : law == "lognormal" ? 200 : 90;
  return {"M/G/1 " + law, make_queue(1, 0.8, make_step(duration)), {mean_wait(expected)}, hardness};
}

QueueCase loss(std::uint32_t n, double rate, double expected) {
  return {"M/M/" + std::to_string(n) + "/" + std::to_string(n),
          make_queue(n, rate, exponential_step(0)),
          {p_blocked(expected)},
          25};
}

/// Larson (1974): vehicles with a base each, sent in an order that depends on where the call is.
QueueCase hypercube(const std::string& name, std::uint32_t room, std::vector<Figure> figures) {
  StepPlan step = exponential_step(room);
  step.seek = Seek::kAllOfOptions;
  const auto zone = [](double rate, std::vector<std::size_t> order) {
    ArrivalClass one{.rate = rate, .options = {}};
    for (const std::size_t i : order) one.options.push_back({CentreIdx(i - 1), 0});
    return one;
  };
  return {name,
          {.steps = {step},
           .servers = {1, 1, 1},
           .classes = {zone(0.5, {1, 2, 3}), zone(0.8, {2, 3, 1}), zone(0.6, {3, 2, 1})}},
          std::move(figures),
          12};
}

/// Both classes are served by one law at one server; each has its step.
QueueCase priorities() {
  constexpr Band kAll{0, 1};
  constexpr Band kNone{0, 0};
  StepPlan urgent = exponential_step();
  urgent.name = "urgent";
  urgent.choice = "class";
  urgent.bands = {kAll, kAll, kNone};
  StepPlan other = exponential_step();
  other.name = "other";
  other.choice = "class";
  other.bands = {kNone, kNone, kAll};
  other.priority = 1;
  return {"M/M/1 priorities",
          {.steps = {urgent, other},
           .classes = {{.rate = 0.3, .channel = Channel::kEmergency}, {.rate = 0.5}}},
          {mean_wait(1.142857), mean_wait(5.714286, 1)},
          160};
}

}  // namespace

std::vector<QueueCase> list_queues() {
  return {
      single_server(),
      several_servers(3, 2.4, {p_wait(0.6471910112), mean_wait(1.0786516854)}),
      several_servers(5, 4,
                      {p_wait(0.5541125541), mean_wait(0.5541125541), p_wait_beyond(0.2038466168)}),
      several_servers(10, 8, {p_wait(0.4091801508), mean_wait(0.2045900754)}),
      general_service("fixed", make_law(LawShape::kFixed, 1), 2),
      general_service("Erlang-2", make_law(LawShape::kGamma, 1, 0.5), 3),
      general_service("exponential", make_law(LawShape::kExponential, 1), 4),
      // The lognormal law whose logarithm has standard deviation 1.
      general_service("lognormal", make_law(LawShape::kLognormal, 1, std::exp(1.0) - 1),
                      5.4365636569),
      general_service("scv 4", make_law(LawShape::kGamma, 1, 4), 10),
      loss(5, 4, 0.199066874028),
      loss(10, 8, 0.121661064253),
      {"M/M/2/5",
       make_queue(2, 1.6, exponential_step(3)),
       {p_blocked(0.1027441930), mean_wait(0.5054514957)},
       30},
      hypercube("hypercube with loss", 0,
                {utilisation(0, 0.4589824767), utilisation(1, 0.5530679668),
                 utilisation(2, 0.5165482627), p_blocked(0.1954743652)}),
      hypercube("hypercube with queue", kUnlimitedRoom,
                {utilisation(0, 0.595542509), utilisation(1, 0.6658795676),
                 utilisation(2, 0.6385779235), p_wait(0.3985473562)}),
      priorities(),
  };
}

}  // namespace pahunch::test
