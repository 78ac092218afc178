#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "config/placards.h"

namespace lobby::playlist {

/// As much of a roster as is legible on one screen.
struct RosterPage {
  struct Row {
    std::vector<std::string> cells;
    bool due = false;  ///< It counts now, and others do not.
    bool operator==(const Row&) const = default;
  };
  std::string title;
  std::vector<std::string> columns;
  std::vector<Row> rows;
  int page = 1;  ///< From 1 to `pages`.
  int pages = 1;
  bool operator==(const RosterPage&) const = default;
};

/// What the config itself puts up for a screen of its own.
using Placard = std::variant<config::Welcome, RosterPage, config::FigureSet, config::Quotation>;

/// «welcome», «roster», «figures», «quotation»
std::string_view kind_of(const Placard& placard);

/// One line that says what it is about.
std::string title_of(const Placard& placard);

/// Whether it informs and does nothing else: then it hangs in mourning, too.
bool is_information(const Placard& placard);

}  // namespace lobby::playlist
