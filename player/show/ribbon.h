#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace lobby::show {

/// A text on its way through the window of a ribbon.
struct Passing {
  std::string text;
  std::int64_t begin = 0;  ///< On the ribbon, in pixels.
  int width = 0;
  bool follows = false;    ///< Right after another one, with a separator in the gap before it.
  bool withdrawn = false;  ///< No longer true: its place stays free, so that nothing beside it jumps.
  std::int64_t end() const { return begin + width; }
  bool operator==(const Passing&) const = default;
};

/// The endless line of a ticker, and the window through which it is seen, which moves on over it by whole pixels: which
/// text lies where. Texts come in rounds; a new one joins where the present one ends, and no text is ever moved while
/// it can be seen. Pure arithmetic over a measuring function; one thread.
class Ribbon {
 public:
  /// `window` is its width and `gap` what lies between the end of a text and the next one.
  Ribbon(int window, int gap, std::function<int(const std::string&)> width_of);

  /// What the rounds after the present one say. What is not `still_said` is withdrawn: it is not begun any more, what
  /// comes after it moves up as far as nobody sees it yet, and what is in the window leaves a hole. True where
  /// something that may have been drawn is another one now.
  bool say(std::vector<std::string> round, const std::function<bool(const std::string&)>& still_said);

  /// Where the window begins. At first it lies before the first text, which is about to come in.
  std::int64_t left() const { return left_; }
  void move_by(int pixels);
  /// Lays texts until the ribbon is known up to that place. What lies there is fixed from then on.
  void reach(std::int64_t end);

  /// In order, none over another; those that left the window are forgotten.
  const std::deque<Passing>& texts() const { return texts_; }

 private:
  void lay(std::string text, bool first_of_round);

  int window_;
  int gap_;
  std::function<int(const std::string&)> width_of_;
  std::vector<std::string> round_;
  std::size_t next_ = 0;  ///< In the round.
  std::vector<std::string> coming_;
  std::deque<Passing> texts_;
  std::int64_t left_;
  std::int64_t known_ = 0;  ///< Up to there what lies on the ribbon may have been drawn.
  std::int64_t end_ = std::numeric_limits<std::int32_t>::min();  ///< Of the last text.
  std::int64_t round_began_ = std::numeric_limits<std::int32_t>::min();
};

}  // namespace lobby::show
