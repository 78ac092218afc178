#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include "notices/editions.h"

namespace lobby::notices {

/// A message that should be a signed document of notices for that audience.
struct PushedNotice {
  std::string bytes;
  Audience to = Audience::all;
  bool operator==(const PushedNotice&) const = default;
};

/// Where the push thread leaves what the fetch thread takes. Any thread.
class PushedBox {
 public:
  PushedBox();
  ~PushedBox();
  PushedBox(const PushedBox&) = delete;
  PushedBox& operator=(const PushedBox&) = delete;

  /// Of more than eight that wait the oldest are lost; each is repeated by its broker.
  void put(PushedNotice notice);
  /// All sources and the notice feed are to be asked at once.
  void put_question();

  struct Pushed {
    std::vector<PushedNotice> notices;  ///< In the order in which they came.
    bool question = false;
  };
  /// What was put since the last time.
  Pushed take();
  /// Readable while there is something to take.
  int descriptor() const { return descriptor_; }

 private:
  void ring() const;

  std::mutex mutex_;
  std::deque<PushedNotice> notices_;
  bool question_ = false;
  int descriptor_ = -1;  ///< An eventfd.
};

}  // namespace lobby::notices
