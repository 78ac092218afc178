#include "config/schema_places.h"

#include <deque>

namespace lobby::config {

namespace {

class Search {
 public:
  explicit Search(const Schema& schema) : schema_(schema), places_(schema.maps.size()) {
    if (!schema.maps.empty()) meet(0, {});
    while (!open_.empty()) {
      const std::size_t map = open_.front();
      open_.pop_front();
      const std::string& place = places_[map].front();
      for (const KeyForm& key : schema_.maps[map].keys) {
        look(key.value, place.empty() ? key.name : place + "." + key.name);
      }
    }
  }

  std::vector<Places> places() && { return std::move(places_); }

 private:
  void meet(std::size_t map, std::string place) {
    if (places_[map].empty()) open_.push_back(map);
    places_[map].push_back(std::move(place));
  }

  void look(const Value& value, const std::string& place) {
    if (value.map) meet(*value.map, place);
    for (const ListForm& list : value.lists) look(list.entry, place + "[]");
    for (const NamesForm& names : value.names) look(names.value, place + ".*");
  }

  const Schema& schema_;
  std::vector<Places> places_;
  std::deque<std::size_t> open_;  ///< Maps that were met, but not looked into.
};

}  // namespace

std::vector<Places> map_places(const Schema& schema) { return Search(schema).places(); }

}  // namespace lobby::config
