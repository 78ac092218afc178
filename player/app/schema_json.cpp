#include "app/schema_json.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "app/schema_phrase.h"
#include "config/schema_places.h"

namespace lobby::app {

namespace {

using Json = nlohmann::ordered_json;
using config::Form;

/// A number without a point where it is whole.
Json number_json(double value) {
  const auto whole = static_cast<std::int64_t>(value);
  return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

/// What YAML makes of a word that stands without quotes.
Json word_json(const std::string& word) {
  if (word == "true" || word == "false") return word == "true";
  double value = 0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, value);
  return error == std::errc() && stop == end ? number_json(value) : Json(word);
}

Json words_json(const std::vector<std::string>& words) {
  Json json = Json::array();
  for (const auto& word : words) json.push_back(word_json(word));
  return {{"enum", std::move(json)}};
}

/// Whatever is written without quotes is a text for the player, 12 and true as well.
Json text_json(const Form& form) {
  Json json{{"type", {"string", "number", "boolean"}}};
  if (form.least > 0) json["minLength"] = number_json(form.least);
  if (form.most > 0) json["maxLength"] = number_json(form.most);
  return json;
}

Json pattern_json(const Form& form) {
  Json json{{"type", "string"}, {"pattern", form.pattern}};
  if (form.most > 0) {
    json["type"] = {"string", "integer"};
    json["minimum"] = number_json(form.least);
    json["maximum"] = number_json(form.most);
  }
  json["patternErrorMessage"] = "must be " + form.expected;
  return json;
}

Json number_form_json(const Form& form, const char* type) {
  return {{"type", type}, {"minimum", number_json(form.least)}, {"maximum", number_json(form.most)}};
}

void add_form(const Form& form, Json& alternatives) {
  switch (form.kind) {
    case Form::Kind::text:
      alternatives.push_back(text_json(form));
      return;
    case Form::Kind::whole:
      alternatives.push_back(number_form_json(form, "integer"));
      break;
    case Form::Kind::number:
      alternatives.push_back(number_form_json(form, "number"));
      break;
    case Form::Kind::truth:
      alternatives.push_back(words_json({"true", "false", "yes", "no", "on", "off"}));
      return;
    case Form::Kind::pattern:
      alternatives.push_back(pattern_json(form));
      break;
    case Form::Kind::words:
    case Form::Kind::untold:
      break;
  }
  if (!form.words.empty()) alternatives.push_back(words_json(form.words));
}

bool may_be_empty(const config::MapForm& map) {
  return map.one_of.empty() && std::ranges::none_of(map.keys, &config::KeyForm::required);
}

class Writer {
 public:
  explicit Writer(const config::Schema& schema) : schema_(schema), places_(map_places(schema)) {}

  Json file(const std::string& title) const {
    Json json{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
    json.update(map_json(schema_.maps.front()));
    Json& definitions = json["$defs"];
    definitions = Json::object();
    for (std::size_t index = 1; index < schema_.maps.size(); ++index) {
      definitions[name_of(index)] = map_json(schema_.maps[index]);
    }
    return json;
  }

 private:
  /// `sources[].recipe` without what a URL reads as its own signs.
  std::string name_of(std::size_t map) const {
    std::string name;
    for (const char letter : places_[map].front()) {
      if (letter == '.') name += '-';
      if (letter != '.' && letter != '[' && letter != ']') name += letter;
    }
    return name;
  }

  Json map_json(const config::MapForm& map) const {
    Json json{{"type", "object"}, {"properties", Json::object()}};
    Json required = Json::array();
    for (const auto& key : map.keys) {
      json["properties"][key.name] = key_json(key);
      if (key.required) required.push_back(key.name);
    }
    if (!required.empty()) json["required"] = std::move(required);
    for (const auto& key : map.one_of) json["oneOf"].push_back({{"required", {key}}});
    for (const auto& [key, other] : map.goes_with) json["dependentRequired"][key] = {other};
    for (const auto& [key, other] : map.never_both) json["not"] = {{"required", {key, other}}};
    json["additionalProperties"] = false;
    return json;
  }

  Json key_json(const config::KeyForm& key) const {
    Json json = value_json(key.value);
    json["description"] = key.note + sentence(scalar_phrase(key.value));
    if (key.without_effect) json["deprecated"] = true;
    if (key.standard) json["default"] = default_json(key);
    return json;
  }

  static std::string sentence(std::string phrase) {
    if (phrase.empty()) return phrase;
    if (phrase[0] >= 'a' && phrase[0] <= 'z') phrase[0] = static_cast<char>(phrase[0] - 'a' + 'A');
    return " " + phrase + ".";
  }

  /// As a number where the value may be one.
  static Json default_json(const config::KeyForm& key) {
    const bool is_text = std::ranges::any_of(key.value.scalars, [](const Form& form) {
      return form.kind == Form::Kind::text || form.kind == Form::Kind::pattern;
    });
    return is_text ? Json(*key.standard) : word_json(*key.standard);
  }

  Json value_json(const config::Value& value) const {
    Json alternatives = Json::array();
    add_alternatives(value, alternatives);
    if (alternatives.empty()) return Json::object();
    if (alternatives.size() == 1) return alternatives.front();
    return {{"anyOf", std::move(alternatives)}};
  }

  void add_alternatives(const config::Value& value, Json& alternatives) const {
    add_written(value, alternatives);
    const bool empty_map = value.map && may_be_empty(schema_.maps[*value.map]);
    if (value.nothing || empty_map) alternatives.push_back({{"type", "null"}});
  }

  /// What is more than nothing.
  void add_written(const config::Value& value, Json& alternatives) const {
    for (const auto& form : value.scalars) add_form(form, alternatives);
    if (value.map) alternatives.push_back({{"$ref", "#/$defs/" + name_of(*value.map)}});
    for (const auto& list : value.lists) {
      if (list.alone) add_written(list.entry, alternatives);
      alternatives.push_back(list_json(list));
    }
    for (const auto& names : value.names) {
      alternatives.push_back({{"type", "object"},
                              {"minProperties", 1},
                              {"propertyNames", {{"pattern", names.key.pattern}}},
                              {"additionalProperties", value_json(names.value)}});
    }
  }

  Json list_json(const config::ListForm& list) const {
    Json json{{"type", "array"}, {"items", value_json(list.entry)}};
    if (list.least > 0) json["minItems"] = list.least;
    if (list.most) json["maxItems"] = *list.most;
    return json;
  }

  const config::Schema& schema_;
  std::vector<config::Places> places_;
};

}  // namespace

std::string json_schema(const config::Schema& schema, const std::string& title) {
  return Writer(schema).file(title).dump(2) + "\n";
}

}  // namespace lobby::app
