#include "scene/photo_fields.h"

#include "base/format.h"

namespace lobby::scene {

void add_series(Fields& fields, const playlist::PhotoSlide& slide) {
  fields["page"] = format("{}/{}", slide.place, slide.count);
  if (fields["caption"] == fields["title"]) fields["caption"].clear();
}

void add_second(Fields& fields, const content::Photo& photo) {
  fields["second_caption"] = photo.caption();
  fields["second_credit"] = photo.image.credit;
}

bool in_series(const playlist::Slide& slide) {
  const auto* photo = std::get_if<playlist::PhotoSlide>(&slide.what);
  return photo != nullptr && photo->count > 1;
}

bool shares_caption(const playlist::Slide& slide) {
  const auto* pair = std::get_if<playlist::PhotoPairSlide>(&slide.what);
  return pair != nullptr && pair->first.caption() == pair->second.caption();
}

}  // namespace lobby::scene
