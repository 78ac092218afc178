#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace lobby {

/// Room for one value on its way from one thread to another, in which the newest wins. A put never waits: the render
/// thread uses it. `close` ends both sides.
template <typename T>
class Slot {
 public:
  /// Takes the place of what nobody has taken yet. False when the slot is closed.
  bool put(T value) {
    auto put = std::make_unique<T>(std::move(value));
    {
      const std::scoped_lock lock(mutex_);
      if (closed_) return false;
      value_.swap(put);
    }
    filled_.notify_one();
    return true;
  }

  /// The value, or nothing at once where there is none.
  std::optional<T> try_take() {
    const std::scoped_lock lock(mutex_);
    return taken();
  }

  /// The value; waits for one. Nothing means that the slot is closed.
  std::optional<T> take() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [this] { return closed_ || value_ != nullptr; });
    if (closed_) return std::nullopt;
    return taken();
  }

  /// Waits for a value without taking it. False when none came in that time and the slot is still open.
  bool wait_for(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return filled_.wait_for(lock, time, [this] { return closed_ || value_ != nullptr; });
  }

  /// Wakes every waiting taker with nothing and drops what is there. Final.
  void close() {
    {
      const std::scoped_lock lock(mutex_);
      closed_ = true;
      value_.reset();
    }
    filled_.notify_all();
  }

 private:
  std::optional<T> taken() {
    const auto value = std::move(value_);
    return value ? std::optional<T>(std::move(*value)) : std::nullopt;
  }

  std::mutex mutex_;
  std::condition_variable filled_;
  std::unique_ptr<T> value_;
  bool closed_ = false;
};

}  // namespace lobby
