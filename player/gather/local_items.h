#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/item.h"

namespace lobby::gather {

/// What a folder, a list or a stick holds.
struct LocalItems {
  std::vector<content::Headline> headlines;
  std::vector<content::Photo> photos;
  bool empty() const { return headlines.empty() && photos.empty(); }
  bool operator==(const LocalItems&) const = default;
};

/// The items of a stick as they lie in the store, beside their pictures, and back. Nothing for bytes that are no such
/// list. Pure.
std::string to_json(const LocalItems& items);
std::optional<LocalItems> local_items_from(std::string_view json);

}  // namespace lobby::gather
