#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "config/occasion.h"

// What the config itself puts up beside notices and anniversaries. Plain data; any thread.
namespace lobby::config {

/// When something hangs: from `from` on, until before `until`, and while `when` holds.
struct Term {
  std::optional<WallTime> from = std::nullopt;
  std::optional<WallTime> until = std::nullopt;
  Occasion when = {};
  /// Whether it needs no clock.
  bool always() const { return !from && !until && when.always(); }
  bool operator==(const Term&) const = default;
};

/// Guests of the house.
struct Welcome {
  std::string who;
  std::string detail;  ///< A second, smaller line; may be empty.
  Term term = {};
  bool operator==(const Welcome&) const = default;
};

struct RosterRow {
  std::vector<std::string> cells;  ///< As many as there are columns; each may be empty.
  Occasion when = {};              ///< While it holds the row is the one that counts; without it the row is like any.
  bool operator==(const RosterRow&) const = default;
};

/// A table of who is on duty, or of anything else.
struct Roster {
  std::string title;
  std::vector<std::string> columns;  ///< Their heads.
  std::vector<RosterRow> rows;
  bool only_due = false;  ///< Only rows that count now, or always, are shown.
  Term term = {};
  bool operator==(const Roster&) const = default;
};

/// A number worth a look. All of it is set as it was written.
struct Figure {
  std::string value;
  std::string unit;     ///< May be empty.
  std::string caption;  ///< What is counted.
  std::string change;   ///< Against another time, in words or figures; may be empty.
  bool operator==(const Figure&) const = default;
};

struct FigureSet {
  std::string title;
  std::vector<Figure> entries;  ///< Two to six.
  Term term = {};
  bool operator==(const FigureSet&) const = default;
};

struct Quotation {
  std::string text;    ///< Without the quotation marks around it.
  std::string author;  ///< May be empty.
  std::string source;  ///< Where it is written; may be empty.
  Term term = {};
  bool operator==(const Quotation&) const = default;
};

struct Placards {
  std::vector<Welcome> welcomes = {};
  std::vector<Roster> rosters = {};
  std::vector<FigureSet> figures = {};
  std::vector<Quotation> quotations = {};
  bool operator==(const Placards&) const = default;
};

}  // namespace lobby::config
