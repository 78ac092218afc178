#include "playlist/placard_slides.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/format.h"

namespace lobby::playlist {

namespace {

/// Without a date nothing that depends on one hangs.
bool hangs(const config::Term& term, const Moment& moment, const TimeZone& zone) {
  if (term.always()) return true;
  const auto now = moment.local(zone);
  if (!now) return false;
  return moment.lies_between(term.from, term.until) && holds(term.when, *now);
}

/// Slides under construction. Two placards that say the same are told apart by their order.
class Wall {
 public:
  void add(const std::string& subject, Placard placard) {
    const std::string name = format("{}:{}", kind_of(placard), subject);
    std::string id = name;
    for (int again = 2; !ids_.insert(id).second; ++again) id = format("{}:{}", name, again);
    slides_.push_back({std::move(id), PlacardSlide{std::move(placard)}});
  }
  std::vector<Slide> slides() && { return std::move(slides_); }

 private:
  std::set<std::string> ids_;
  std::vector<Slide> slides_;
};

/// What is written with the largest letters that hold so many rows is read from five metres.
constexpr std::size_t most_rows = 6;

/// The rows that are shown; those that count now are marked where others are shown, too.
std::vector<RosterPage::Row> rows_of(const config::Roster& roster, const Moment& moment, const TimeZone& zone) {
  const auto now = moment.local(zone);
  std::vector<RosterPage::Row> rows;
  for (const auto& row : roster.rows) {
    const bool due = row.when.always() || (now && holds(row.when, *now));
    if (due || !roster.only_due) rows.push_back({row.cells, due && !row.when.always() && !roster.only_due});
  }
  return rows;
}

/// Pages that are as full as each other.
void add_roster(Wall& wall, const config::Roster& roster, const Moment& moment, const TimeZone& zone) {
  const auto rows = rows_of(roster, moment, zone);
  const std::size_t pages = (rows.size() + most_rows - 1) / most_rows;
  for (std::size_t page = 0; page < pages; ++page) {
    const auto at = [&](std::size_t place) {
      return rows.begin() + static_cast<std::ptrdiff_t>(place * rows.size() / pages);
    };
    const std::string subject = page == 0 ? roster.title : format("{}#{}", roster.title, page + 1);
    wall.add(subject, RosterPage{roster.title,
                                 roster.columns,
                                 {at(page), at(page + 1)},
                                 static_cast<int>(page) + 1,
                                 static_cast<int>(pages)});
  }
}

/// Calls `use` with each term that decides about placards.
template <typename Use>
void for_each_term(const config::Placards& placards, Use use) {
  for (const auto& welcome : placards.welcomes) use(welcome.term);
  for (const auto& figures : placards.figures) use(figures.term);
  for (const auto& quotation : placards.quotations) use(quotation.term);
  for (const auto& roster : placards.rosters) {
    use(roster.term);
    for (const auto& row : roster.rows) use(config::Term{.when = row.when});
  }
}

}  // namespace

std::vector<Slide> placard_slides(config::PlaylistKind kind, const config::Config& config, const Moment& moment) {
  const auto& zone = config.screen.timezone;
  const auto& placards = config.placards;
  Wall wall;
  const auto each = [&](const auto& all, auto add) {
    for (const auto& placard : all) {
      if (hangs(placard.term, moment, zone)) add(placard);
    }
  };
  using enum config::PlaylistKind;
  if (kind == welcomes) each(placards.welcomes, [&](const auto& welcome) { wall.add(welcome.who, welcome); });
  if (kind == rosters) each(placards.rosters, [&](const auto& roster) { add_roster(wall, roster, moment, zone); });
  if (kind == figures) each(placards.figures, [&](const auto& set) { wall.add(set.title, set); });
  if (kind == quotations) each(placards.quotations, [&](const auto& said) { wall.add(said.text, said); });
  return std::move(wall).slides();
}

std::optional<WallTime> placards_change_at(const config::Config& config, const Moment& moment) {
  const auto& zone = config.screen.timezone;
  const auto now = moment.local(zone);
  if (!now) return std::nullopt;
  std::optional<WallTime> next;
  const auto meet = [&](const std::optional<WallTime>& edge) {
    if (edge && *edge > moment.time && (!next || *edge < *next)) next = edge;
  };
  for_each_term(config.placards, [&](const config::Term& term) {
    meet(term.from);
    meet(term.until);
    if (const auto edge = changes_at(term.when, *now, std::chrono::days(1))) meet(zone.wall(*edge));
  });
  return next;
}

}  // namespace lobby::playlist
