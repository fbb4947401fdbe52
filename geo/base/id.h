/// \file
/// Strong index types, and arrays keyed by them.
///
/// A `SettlementIdx` cannot reach an array of centres, and a default one is invalid rather than 0.
#pragma once

#include <cassert>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

namespace pahunch {

/// Position of a thing in its array; `Tag` tells things apart. Default-constructed: invalid.
template <class Tag>
class Idx {
 public:
  static constexpr std::uint32_t kInvalid = std::numeric_limits<std::uint32_t>::max();

  constexpr Idx() = default;
  constexpr explicit Idx(std::size_t value) : value_(static_cast<std::uint32_t>(value)) {}

  [[nodiscard]] constexpr bool valid() const { return value_ != kInvalid; }
  [[nodiscard]] constexpr std::uint32_t value() const { return value_; }
  friend constexpr auto operator<=>(Idx, Idx) = default;

 private:
  std::uint32_t value_ = kInvalid;
};

/// A vector whose subscript is a strong index.
template <class Index, class T>
class IdxVector {
 public:
  IdxVector() = default;
  explicit IdxVector(std::size_t size, T value = T{}) : items_(size, std::move(value)) {}
  explicit IdxVector(std::vector<T> items) : items_(std::move(items)) {}

  decltype(auto) operator[](Index at) { return items_[checked(at)]; }
  decltype(auto) operator[](Index at) const { return items_[checked(at)]; }

  Index push_back(T item) {
    items_.push_back(std::move(item));
    return Index(items_.size() - 1);
  }
  void reserve(std::size_t n) { items_.reserve(n); }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }

  /// The plain array, for code that needs a span.
  [[nodiscard]] const std::vector<T>& raw() const { return items_; }
  [[nodiscard]] std::vector<T>& raw() { return items_; }

 private:
  [[nodiscard]] std::size_t checked(Index at) const {
    assert(at.valid() && at.value() < items_.size());
    return at.value();
  }
  std::vector<T> items_;
};

/// The indices 0 .. size-1, for a range-based for loop.
template <class Index>
class IdxRange {
 public:
  explicit IdxRange(std::size_t size) : size_(size) {}
  class Iterator {
   public:
    explicit Iterator(std::size_t at) : at_(at) {}
    Index operator*() const { return Index(at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    std::size_t at_;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(0); }
  [[nodiscard]] Iterator end() const { return Iterator(size_); }

 private:
  std::size_t size_;
};

/// The indices of an `IdxVector`.
template <class Index, class T>
IdxRange<Index> indices(const IdxVector<Index, T>& items) {
  return IdxRange<Index>(items.size());
}

}  // namespace pahunch

template <class Tag>
struct std::hash<pahunch::Idx<Tag>> {
  std::size_t operator()(pahunch::Idx<Tag> idx) const noexcept { return idx.value(); }
};
