#include "playlist/placard.h"

namespace lobby::playlist {

namespace {

/// What a slide must know of each kind of placard.
struct Traits {
  std::string_view kind;
  std::string title;
  bool is_information = false;
};

Traits traits_of(const config::Welcome& welcome) { return {"welcome", welcome.who}; }

Traits traits_of(const RosterPage& roster) { return {"roster", roster.title, true}; }
Traits traits_of(const config::FigureSet& figures) { return {"figures", figures.title}; }
Traits traits_of(const config::Quotation& quotation) { return {"quotation", quotation.text}; }

Traits traits_of(const Placard& placard) {
  return std::visit([](const auto& what) { return traits_of(what); }, placard);
}

}  // namespace

std::string_view kind_of(const Placard& placard) { return traits_of(placard).kind; }
std::string title_of(const Placard& placard) { return traits_of(placard).title; }
bool is_information(const Placard& placard) { return traits_of(placard).is_information; }

}  // namespace lobby::playlist
