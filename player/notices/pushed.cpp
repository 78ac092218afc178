#include "notices/pushed.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <iterator>
#include <utility>

namespace lobby::notices {

namespace {

constexpr std::size_t most_waiting = 8;

}  // namespace

PushedBox::PushedBox() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

PushedBox::~PushedBox() { close(descriptor_); }

void PushedBox::ring() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(descriptor_, &one, sizeof one);
}

void PushedBox::put(PushedNotice notice) {
  const std::scoped_lock lock(mutex_);
  notices_.push_back(std::move(notice));
  if (notices_.size() > most_waiting) notices_.pop_front();
  ring();
}

void PushedBox::put_question() {
  const std::scoped_lock lock(mutex_);
  question_ = true;
  ring();
}

PushedBox::Pushed PushedBox::take() {
  const std::scoped_lock lock(mutex_);
  std::uint64_t count = 0;
  [[maybe_unused]] const auto silenced = read(descriptor_, &count, sizeof count);
  Pushed pushed{{std::make_move_iterator(notices_.begin()), std::make_move_iterator(notices_.end())},
                std::exchange(question_, false)};
  notices_.clear();
  return pushed;
}

}  // namespace lobby::notices
