#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace lobby {

/// A mailbox of one frozen value in which the newest wins. Any thread may put, any thread may get; neither waits
/// for the other longer than a pointer swap.
template <typename T>
class Latest {
 public:
  /// `on_put` runs on the putting thread after each put, outside the lock: it wakes whoever sleeps.
  explicit Latest(std::function<void()> on_put = {}) : on_put_(std::move(on_put)) {}

  void put(std::shared_ptr<const T> value) {
    {
      const std::scoped_lock lock(mutex_);
      value_.swap(value);
    }
    if (on_put_) on_put_();
  }

  /// The newest value, or null before the first put.
  std::shared_ptr<const T> get() const {
    const std::scoped_lock lock(mutex_);
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const T> value_;
  std::function<void()> on_put_;
};

}  // namespace lobby
