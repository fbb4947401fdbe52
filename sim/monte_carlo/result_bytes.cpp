#include "sim/monte_carlo/result_bytes.h"

#include <concepts>
#include <cstring>
#include <type_traits>

namespace pahunch {
namespace {

constexpr int kShortBits = 7;
constexpr std::uint64_t kHighBit = std::uint64_t{1} << kShortBits;

template <class T>
concept Plain = std::is_trivially_copyable_v<T>;

class Writer {
 public:
  template <Plain T>
  void put(const T& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(T));
  }
  template <Plain T>
  void put_all(const std::vector<T>& values) {
    put(values.size());
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  }
  template <class T, class Each>
  void put_each(const std::vector<T>& values, const Each& each) {
    put(values.size());
    for (const T& value : values) each(value);
  }
  /// Seven bits a byte, the low ones first: most are small.
  template <std::integral T>
  void put_short(T number) {
    auto value = static_cast<std::uint64_t>(number);
    for (; value >= kHighBit; value >>= kShortBits) {
      bytes_.push_back(static_cast<char>(value % kHighBit | kHighBit));
    }
    bytes_.push_back(static_cast<char>(value));
  }
  void put_histogram(const CountHistogram& histogram) {
    put_short(histogram.classes().size());
    std::uint64_t last = 0;
    for (const auto& [number, n] : histogram.classes()) {
      put_short(number - last);
      put_short(n);
      last = number;
    }
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}

  template <Plain T>
  void put(T& value) {
    take(&value, sizeof(T));
  }
  template <Plain T>
  void put_all(std::vector<T>& values) {
    values.resize(take_size(sizeof(T)));
    take(values.data(), values.size() * sizeof(T));
  }
  template <class T, class Each>
  void put_each(std::vector<T>& values, const Each& each) {
    const std::size_t n = take_size(1);
    values.clear();
    // One by one: a value in memory may take many times the byte that it needs at least.
    for (std::size_t i = 0; i < n && good_; ++i) each(values.emplace_back());
  }
  void put_short(std::int64_t& value) { value = static_cast<std::int64_t>(take_short()); }
  void put_histogram(CountHistogram& histogram) {
    std::vector<CountHistogram::Class> classes(take_size_of(take_short(), 2));
    std::uint64_t number = 0;
    for (auto& [own, n] : classes) {
      number += take_short();
      own = static_cast<std::uint16_t>(number);
      n = static_cast<std::uint32_t>(take_short());
    }
    histogram = CountHistogram(std::move(classes));
  }
  [[nodiscard]] bool whole() const { return good_ && left_.empty(); }

 private:
  void take(void* to, std::size_t n) {
    good_ = good_ && n <= left_.size();
    if (!good_ || n == 0) return;
    std::memcpy(to, left_.data(), n);
    left_.remove_prefix(n);
  }
  /// Never more than can follow, so that damage asks for no memory.
  std::size_t take_size(std::size_t bytes_each) {
    std::size_t size = 0;
    put(size);
    return take_size_of(size, bytes_each);
  }
  std::size_t take_size_of(std::size_t size, std::size_t bytes_each) {
    good_ = good_ && size <= left_.size() / bytes_each;
    return good_ ? size : 0;
  }
  std::uint64_t take_short() {
    std::uint64_t value = 0;
    constexpr int kMostBits = 64;
    for (int shift = 0; shift < kMostBits; shift += kShortBits) {
      unsigned char byte = 0;
      put(byte);
      value |= (byte % kHighBit) << shift;
      if (byte < kHighBit) break;
    }
    return value;
  }

  std::string_view left_;
  bool good_ = true;
};

// What is listed below is all there is: the bindings do not compile when a member is added.

template <class Archive, class Centre>
void visit_centre(Archive& archive, Centre& centre) {
  auto& [cases, p_not_helped, sums] = centre;
  archive.put(cases);
  archive.put(p_not_helped);
  auto& [n_cases, n_reached, reach_ms, n_helped_late, n_turned_away, n_disposed_own, n_disposed_any,
         n_open_at_start, n_open_at_end, n_unfinished, present_ms, steps, pools, probes] = sums;
  for (auto* count :
       {&n_cases, &n_reached, &reach_ms, &n_helped_late, &n_turned_away, &n_disposed_own,
        &n_disposed_any, &n_open_at_start, &n_open_at_end, &n_unfinished, &present_ms}) {
    archive.put(*count);
  }
  archive.put_all(steps);
  archive.put_all(pools);
  archive.put(probes);
}

template <class Archive, class Weeks>
void visit_weeks(Archive& archive, Weeks& area) {
  auto& [n_years, n_bed_years, all] = area;
  archive.put(n_years);
  archive.put(n_bed_years);
  archive.put_each(all, [&](auto& one) {
    auto& [sum, weight, by_year] = one;
    archive.put_short(sum);
    archive.put_short(weight);
    archive.put_histogram(by_year);
  });
}

template <class Archive, class Set>
void visit_set(Archive& archive, Set& set) {
  auto& [p_served, p_within, rural, all, blocks, centres, need, registered, unreported, unreachable,
         disposed_own, disposed_any, n_events, weeks] = set;
  archive.put_all(p_served.raw());
  archive.put_each(p_within, [&](auto& limit) { archive.put_all(limit.raw()); });
  archive.put(rural);
  archive.put(all);
  archive.put_all(blocks.raw());
  archive.put_each(centres.raw(), [&](auto& centre) { visit_centre(archive, centre); });
  for (auto* moments :
       {&need, &registered, &unreported, &unreachable, &disposed_own, &disposed_any}) {
    archive.put(*moments);
  }
  archive.put(n_events);
  archive.put_each(weeks.raw(), [&](auto& area) { visit_weeks(archive, area); });
}

template <class Archive, class Result>
void visit_result(Archive& archive, Result& result) {
  auto& [sets, served_by_first_and, n_states] = result;
  archive.put_each(sets, [&](auto& set) { visit_set(archive, set); });
  archive.put_all(served_by_first_and);
  archive.put(n_states);
}

}  // namespace

std::string to_bytes(const DrawResult& result) {
  Writer writer;
  visit_result(writer, result);
  return writer.take();
}

std::optional<DrawResult> from_bytes(std::string_view bytes) {
  Reader reader(bytes);
  DrawResult result;
  visit_result(reader, result);
  if (!reader.whole()) return std::nullopt;
  return result;
}

}  // namespace pahunch
