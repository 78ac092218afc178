#include "app/schema_phrase.h"

#include "base/format.h"

namespace lobby::app {

namespace {

std::string limits(const config::ListForm& list) {
  if (list.most && list.least == *list.most) return format(" of {}", list.least);
  if (list.most && list.least > 0) return format(" of {} to {}", list.least, *list.most);
  if (list.most) return format(" of at most {}", *list.most);
  if (list.alone) return " of";
  return list.least > 0 ? format(" of at least {}", list.least) : std::string();
}

void add(std::string& phrase, const std::string& other) {
  if (other.empty()) return;
  phrase += phrase.empty() ? other : ", or " + other;
}

std::string list_phrase(const config::ListForm& list) {
  const std::string entry = scalar_phrase(list.entry);
  const std::string many = format("a list{}", limits(list));
  if (list.alone) return entry.empty() ? many : format("{}, or {} such", entry, many);
  return entry.empty() ? many : format("{}, each {}", many, entry);
}

}  // namespace

std::string scalar_phrase(const config::Value& value) {
  std::string phrase;
  for (const auto& form : value.scalars) add(phrase, form.expected);
  for (const auto& list : value.lists) add(phrase, list_phrase(list));
  for (const auto& names : value.names) {
    const std::string each = scalar_phrase(names.value);
    add(phrase, each.empty() ? "a map of names" : format("a map of names, each with {}", each));
  }
  return phrase;
}

}  // namespace lobby::app
