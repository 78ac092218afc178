#include "show/ticker_line.h"

#include <algorithm>
#include <cmath>

#include "text/direction.h"

namespace lobby::show {

namespace {

constexpr int tile_width = 256;

std::int64_t tile_at(std::int64_t place) {
  return place >= 0 ? place / tile_width : -((-place + tile_width - 1) / tile_width);
}

}  // namespace

TickerLine::TickerLine(const scene::Ticker& look, stage::FontSet& fonts, Size screen, int rotate)
    : look_(look),
      fonts_(fonts),
      screen_(screen),
      rotate_(rotate),
      separator_width_(static_cast<int>(std::ceil(fonts.width(look.setting, look.separator)))),
      ribbon_(look.box.width, 2 * look.gap + separator_width_,
              [this](const std::string& text) { return width_of(text); }),
      overlay_{turned(look.box, screen, rotate), look.ground, {}, {}},
      piece_({tile_width, look.box.height}) {
  const auto count = static_cast<std::size_t>(look.box.width) / tile_width + 3;
  overlay_.tiles.resize(count);
  drawn_.resize(count);
}

/// The words of a text and how far from its beginning each is drawn. What runs from right to left is one word.
std::vector<TickerLine::Word> TickerLine::words_of(const std::string& text) const {
  const std::string line = scene::legible(text, look_.setting.face, fonts_);
  if (text::visual_order(line) != line) return {{line, 0}};
  std::vector<Word> words;
  const double space = fonts_.width(look_.setting, " ");
  double x = 0;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    words.push_back({line.substr(begin, end - begin), x});
    x += fonts_.width(look_.setting, words.back().text) + space;
    begin = end + 1;
  }
  return words;
}

int TickerLine::width_of(const std::string& text) const {
  return static_cast<int>(std::ceil(fonts_.width(look_.setting, scene::legible(text, look_.setting.face, fonts_))));
}

void TickerLine::say(const std::vector<std::string>& round, const std::function<bool(const std::string&)>& still_said) {
  std::vector<std::string> drawable;
  std::ranges::copy_if(round, std::back_inserter(drawable),
                       [this](const auto& text) { return !scene::legible(text, look_.setting.face, fonts_).empty(); });
  if (ribbon_.say(std::move(drawable), still_said)) std::ranges::fill(drawn_, std::nullopt);
  refresh();
}

void TickerLine::move_by(int pixels) {
  ribbon_.move_by(pixels);
  refresh();
}

std::size_t TickerLine::slot_of(std::int64_t number) const {
  const auto count = static_cast<std::int64_t>(drawn_.size());
  return static_cast<std::size_t>((number % count + count) % count);
}

bool TickerLine::is_blank(std::int64_t number) const {
  // Ink may reach a little beyond where a text ends.
  const std::int64_t begin = number * tile_width - look_.gap;
  const std::int64_t end = (number + 1) * tile_width + 2 * look_.gap + separator_width_;
  return std::ranges::none_of(ribbon_.texts(),
                              [&](const Passing& one) { return one.begin < end && one.end() > begin; });
}

void TickerLine::draw(std::int64_t number) {
  for (int y = 0; y < piece_.size().height; ++y) std::fill_n(piece_.row(y), tile_width, pack(look_.ground));
  for (const Passing& one : ribbon_.texts()) {
    const std::int64_t x = one.begin - number * tile_width;
    if (x - 2 * look_.gap - separator_width_ < tile_width && x + one.width + look_.gap > 0) {
      draw(one, static_cast<int>(x), piece_);
    }
  }
  const std::size_t slot = slot_of(number);
  overlay_.tiles[slot].pixels = turned(piece_, rotate_);
  ++overlay_.tiles[slot].edition;
  drawn_[slot] = number;
}

/// Only the words that meet the tile are drawn; what lies beside it is left out by the canvas.
void TickerLine::draw(const Passing& passing, int x, Canvas& canvas) {
  const int width = canvas.size().width;
  if (passing.follows && separator_width_ > 0) {
    const int at = x - look_.gap - separator_width_;
    fonts_.draw(canvas, look_.setting, look_.separator_colour, look_.separator, at, look_.baseline);
  }
  if (passing.withdrawn) return;
  for (const Word& word : words_of(passing.text)) {
    const int at = x + static_cast<int>(std::lround(word.x));
    if (at - look_.gap > width) return;
    if (at + fonts_.width(look_.setting, word.text) + look_.gap < 0) continue;
    fonts_.draw(canvas, look_.setting, look_.colour, word.text, at, look_.baseline);
  }
}

void TickerLine::refresh() {
  const std::int64_t left = ribbon_.left();
  const std::int64_t first = tile_at(left);
  const std::int64_t last = tile_at(left + look_.box.width - 1);
  ribbon_.reach((last + 2) * tile_width);
  overlay_.pieces.clear();
  for (std::int64_t number = first; number <= last + 1; ++number) {
    const bool is_drawn = drawn_[slot_of(number)] == number;
    const bool blank = !is_drawn && is_blank(number);
    if (!is_drawn && !blank) draw(number);
    const Rect tile{static_cast<int>(number * tile_width - left), look_.box.y, tile_width, look_.box.height};
    const Rect area = intersection(tile, look_.box);
    if (area.empty()) continue;
    const Rect whole = turned(tile, screen_, rotate_);
    const auto index = blank ? std::nullopt : std::optional(slot_of(number));
    overlay_.pieces.push_back({turned(area, screen_, rotate_), index, whole.x, whole.y});
  }
}

void paint_still(const scene::Ticker& look, stage::FontSet& fonts, const std::vector<std::string>& texts,
                 Canvas& canvas) {
  constexpr int margin = 20;  // a twentieth of the screen
  TickerLine line(look, fonts, canvas.size(), 0);
  line.say(texts, [](const std::string&) { return true; });
  line.move_by(look.box.width - look.box.width / margin);
  stage::draw_overlay(line.overlay(), {}, {canvas.row(0), canvas.size().width, canvas.size()});
}

}  // namespace lobby::show
