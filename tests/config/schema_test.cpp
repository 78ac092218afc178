#include "config/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "config/enrolment.h"
#include "config/key_notes.h"
#include "config/reader.h"
#include "config/schema_places.h"

namespace lobby::config {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

struct Named {
  const char* name;
  Schema schema;
  std::vector<KeyNote> notes;
};

std::vector<Named> all_schemas() {
  return {{"config", config_schema(), config_notes()},       {"theme", theme_schema(), theme_notes()},
          {"layout", layout_schema(), layout_notes()},       {"calendar", calendar_schema(), calendar_notes()},
          {"manifest", manifest_schema(), manifest_notes()}, {"enrolment", enrolment_schema(), enrolment_notes()}};
}

bool says_nothing(const Value& value);

bool is_untold(const Value& value) {
  const auto untold = [](const Form& form) { return form.kind == Form::Kind::untold || form.expected.empty(); };
  const auto untold_list = [](const ListForm& list) { return says_nothing(list.entry) || is_untold(list.entry); };
  const auto untold_names = [](const NamesForm& names) { return says_nothing(names.value) || is_untold(names.value); };
  return std::ranges::any_of(value.scalars, untold) || std::ranges::any_of(value.lists, untold_list) ||
         std::ranges::any_of(value.names, untold_names);
}

bool says_nothing(const Value& value) {
  return value.scalars.empty() && !value.map && value.lists.empty() && value.names.empty();
}

const MapForm& map_at(const Schema& schema, std::string_view place) {
  const auto places = map_places(schema);
  const auto at =
      std::ranges::find_if(places, [&](const Places& all) { return std::ranges::find(all, place) != all.end(); });
  EXPECT_NE(at, places.end()) << place;
  return schema.maps[static_cast<std::size_t>(at - places.begin())];
}

const KeyForm& key_at(const Schema& schema, std::string_view map, std::string_view key) {
  const auto& keys = map_at(schema, map).keys;
  const auto at = std::ranges::find(keys, key, &KeyForm::name);
  EXPECT_NE(at, keys.end()) << map << ' ' << key;
  return *at;
}

std::set<std::string> required_in(const MapForm& map) {
  std::set<std::string> keys;
  for (const KeyForm& key : map.keys) {
    if (key.required) keys.insert(key.name);
  }
  return keys;
}

/// The point of a schema that is made by the readers: no key can be read that is not in it.
TEST(Schema, EveryKeyOfEveryReaderIsThereWithWhatItMayBe) {
  for (const auto& [name, schema, notes] : all_schemas()) {
    EXPECT_THAT(schema.undeclared, IsEmpty()) << name << ": a reader asks for a key that it calls unknown";
    for (const MapForm& map : schema.maps) {
      EXPECT_FALSE(map.keys.empty()) << name << ' ' << map.what;
      for (const KeyForm& key : map.keys) {
        if (key.without_effect) continue;
        EXPECT_FALSE(says_nothing(key.value)) << name << ": nothing reads '" << key.name << "' of " << map.what;
        EXPECT_FALSE(is_untold(key.value))
            << name << ": a Scalar of '" << key.name << "' of " << map.what << " needs a form or an expectation";
      }
    }
  }
}

TEST(Schema, EveryKeyHasANoteAndEveryNoteAKey) {
  for (const auto& [name, schema, notes] : all_schemas()) {
    std::set<std::pair<std::string, std::string>> keys;
    for (const MapForm& map : schema.maps) {
      for (const KeyForm& key : map.keys) {
        keys.emplace(map.what, key.name);
        EXPECT_FALSE(key.note.empty()) << name << "_notes.cpp lacks '" << key.name << "' of " << map.what;
      }
    }
    for (const KeyNote& note : notes) {
      EXPECT_TRUE(keys.contains({std::string(note.map), std::string(note.key)}))
          << name << ": there is no key '" << note.key << "' of " << note.map;
      EXPECT_TRUE(note.note.ends_with('.') || note.note.ends_with(',') || note.map == "'dwell'") << note.note;
    }
  }
}

TEST(Schema, AReaderThatIsWalkedTellsAllThatItAsks) {
  const auto read = [](const Node& root, Report& report) {
    const MapReader map(root, "the file", {"name", "kind", "most", "inner", "list"}, report);
    std::string name;
    map.require("name", screen_text(1, 20), name);
    int kind = 1;
    map.read("kind", choice<int>({{"one", 1}, {"two", 2}}), kind);
    // Read only where another key has another word than its default.
    std::optional<int> most;
    if (kind == 2) map.require("most", whole_number(3, 7), most);
    if (map.has("inner")) {
      const MapReader inner(*map.find("inner"), "'inner'", {"time"}, report);
      std::chrono::seconds time = std::chrono::minutes(90);
      inner.read("time", duration("1s", "9d"), time);
    }
    read_at_most(map.list("list"), 4, "'list'", report);
    map.find("forgotten");
  };
  const Schema schema = Recorder::schema_of(read, {});
  EXPECT_THAT(schema.undeclared, ElementsAre("'forgotten' of the file"));
  ASSERT_EQ(schema.maps.size(), 2U);
  EXPECT_THAT(required_in(schema.maps[0]), UnorderedElementsAre("name"));
  EXPECT_EQ(key_at(schema, "", "kind").standard, "one");
  EXPECT_THAT(key_at(schema, "", "kind").value.scalars.at(0).words, ElementsAre("one", "two"));
  EXPECT_EQ(key_at(schema, "", "most").value.scalars.at(0).most, 7);
  EXPECT_EQ(key_at(schema, "inner", "time").standard, "90m");
  EXPECT_EQ(key_at(schema, "", "list").value.lists.at(0).most, 4U);
}

TEST(Schema, KnowsWhatIsRequiredOfEachMap) {
  const Schema schema = config_schema();
  EXPECT_THAT(required_in(map_at(schema, "")), IsEmpty());
  EXPECT_THAT(required_in(map_at(schema, "sources[]")), UnorderedElementsAre("name"));
  EXPECT_THAT(map_at(schema, "sources[]").one_of, ElementsAre("feed", "page", "photos", "usb", "weather"));
  EXPECT_THAT(map_at(schema, "sources[]").goes_with, ElementsAre(Pair("recipe", "page"), Pair("place", "weather")));
  EXPECT_THAT(required_in(map_at(schema, "sources[].recipe")), UnorderedElementsAre("item", "title"));
  EXPECT_THAT(required_in(map_at(schema, "anniversaries[]")), UnorderedElementsAre("name"));
  EXPECT_THAT(map_at(schema, "anniversaries[]").never_both, ElementsAre(Pair("day", "lunar")));
  EXPECT_THAT(required_in(map_at(schema, "notice_feed")), UnorderedElementsAre("url", "public_key"));
  EXPECT_THAT(required_in(map_at(schema, "rosters[]")), UnorderedElementsAre("title", "columns", "rows"));
  const Schema layout = layout_schema();
  EXPECT_THAT(required_in(map_at(layout, "elements[].shape")), UnorderedElementsAre("form", "colour"))
      << "a circle has no points";
  EXPECT_THAT(required_in(map_at(layout, "elements[].stack.texts[]")), UnorderedElementsAre("role", "parts", "face"));
  EXPECT_THAT(required_in(theme_schema().maps.at(0)), IsEmpty()) << "a theme that extends another one needs nothing";
}

TEST(Schema, KnowsTheDefaultsOfTheReaders) {
  const Schema schema = config_schema();
  EXPECT_EQ(key_at(schema, "", "theme").standard, "hq");
  EXPECT_EQ(key_at(schema, "screen", "rotate").standard, "0");
  EXPECT_EQ(key_at(schema, "sources[]", "every").standard, "10m");
  EXPECT_EQ(key_at(schema, "sources[]", "articles").standard, "true");
  EXPECT_EQ(key_at(schema, "sources[]", "max_age").standard, std::nullopt);
  EXPECT_EQ(key_at(schema, "dwell", "base").standard, "2500ms");
  EXPECT_EQ(key_at(schema, "dwell", "fixed").standard, std::nullopt);
  EXPECT_EQ(key_at(schema, "themes.night", "from").standard, "21:00");
  EXPECT_EQ(key_at(schema, "themes", "festive").standard, "festive");
  EXPECT_EQ(key_at(schema, "movement", "transition").standard, "fade");
  EXPECT_EQ(key_at(schema, "movement.slides", "photo").standard, std::nullopt);
  EXPECT_EQ(key_at(schema, "rotation", "seed").standard, std::nullopt);
  EXPECT_EQ(key_at(schema, "rosters[]", "show").standard, "all");
}

TEST(Schema, KnowsTheLimitsOfListsAndNumbers) {
  const Schema schema = config_schema();
  const ListForm& sources = key_at(schema, "", "sources").value.lists.at(0);
  EXPECT_EQ(sources.most, 300U);
  const ListForm& playlist = key_at(schema, "", "playlist").value.lists.at(0);
  EXPECT_EQ(playlist.least, 1U);
  EXPECT_EQ(playlist.most, 100U);
  const ListForm& figures = key_at(schema, "figures[]", "entries").value.lists.at(0);
  EXPECT_EQ(figures.least, 2U);
  EXPECT_EQ(figures.most, 6U);
  EXPECT_EQ(key_at(schema, "sources[]", "keep").value.scalars.at(0).most, 500);
  EXPECT_TRUE(key_at(schema, "programmes[].when", "hours").value.lists.at(0).alone);
  const Schema layout = layout_schema();
  const ListForm& box = key_at(layout, "elements[].fill", "box").value.lists.at(0);
  EXPECT_EQ(box.least, 4U);
  EXPECT_EQ(box.most, 4U);
}

TEST(Schema, NamesAMapByThePlacesWhereItMayStand) {
  const auto places = map_places(layout_schema());
  EXPECT_THAT(places.at(0), ElementsAre(""));
  EXPECT_THAT(places.at(1).front(), "elements[]");
  const auto are_texts = [](const Places& all) { return all.front() == "elements[].stack.texts[]"; };
  const auto of_texts = std::ranges::find_if(places, are_texts);
  ASSERT_NE(of_texts, places.end());
  EXPECT_THAT(*of_texts, ::testing::Contains("elements[].table.head[]"));
}

}  // namespace
}  // namespace lobby::config
