#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "content/item.h"

namespace lobby::gather {

/// What was fetched is asked for again after so long, …
inline constexpr std::chrono::hours errand_interval(6);
/// … and what could not be.
inline constexpr std::chrono::minutes errand_retry(30);

/// Something that hangs on a headline or a photo and is to be fetched.
struct Errand {
  enum class Kind { article, picture };
  Kind kind = Kind::picture;
  std::string url;
  content::Headline headline = {};  ///< Of an article: whose it should be.
};

/// What waits to be fetched beside the documents, each address once. Few are on their way at a time, so that a document
/// that becomes due never stands behind thousands of pictures. Pure.
class Errands {
 public:
  /// Tickets begin at `first_ticket`.
  explicit Errands(std::size_t first_ticket) : next_ticket_(first_ticket) {}

  void add(Errand errand);
  /// The next errand to start; nothing while enough are on their way, or none waits.
  std::optional<Errand> take();
  /// The errand is on its way; its ticket.
  std::size_t begin(Errand errand);
  /// There is nothing to fetch for it.
  void drop(const Errand& errand) { known_.erase(errand.url); }
  /// The errand with that ticket has come home.
  std::optional<Errand> end(std::size_t ticket);
  bool empty() const { return waiting_.empty() && under_way_.empty(); }

 private:
  std::size_t next_ticket_;
  std::deque<Errand> waiting_;
  std::map<std::size_t, Errand> under_way_;
  std::set<std::string> known_;  ///< The addresses of all.
};

}  // namespace lobby::gather
