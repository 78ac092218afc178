#pragma once

#include "playlist/placard.h"
#include "scene/fields.h"

namespace lobby::scene {

/// Adds what a placard says to the fields of its slide. The summary is for layouts that do not know its kind.
void add_placard(Fields& fields, const playlist::Placard& placard);

/// The fields of each figure of a placard that has some.
std::vector<Fields> rows_of(const playlist::Placard& placard);

}  // namespace lobby::scene
