#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace lobby {

/// A first-in first-out queue of at most `capacity` values between two threads. A put never waits: the render
/// thread uses it. `close` ends both sides.
template <typename T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  /// False when the queue is full or closed; the value is then dropped.
  bool try_put(T value) {
    {
      const std::scoped_lock lock(mutex_);
      if (closed_ || values_.size() >= capacity_) return false;
      values_.push_back(std::move(value));
    }
    filled_.notify_one();
    return true;
  }

  /// The oldest value, or nothing at once where there is none.
  std::optional<T> try_take() {
    const std::scoped_lock lock(mutex_);
    return pop();
  }

  /// The oldest value; waits for one. Nothing means that the queue is closed.
  std::optional<T> take() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [this] { return closed_ || !values_.empty(); });
    if (closed_) return std::nullopt;
    return pop();
  }

  /// Waits for a value without taking it. False when none came in that time and the queue is still open.
  bool wait_for(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return filled_.wait_for(lock, time, [this] { return closed_ || !values_.empty(); });
  }

  /// Wakes every waiting taker with nothing and drops what is queued. Final.
  void close() {
    {
      const std::scoped_lock lock(mutex_);
      closed_ = true;
      values_.clear();
    }
    filled_.notify_all();
  }

 private:
  std::optional<T> pop() {
    if (values_.empty()) return std::nullopt;
    std::optional<T> value(std::move(values_.front()));
    values_.pop_front();
    return value;
  }

  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<T> values_;
  bool closed_ = false;
};

}  // namespace lobby
