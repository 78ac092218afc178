#pragma once

#include <string>

#include "config/schema.h"

namespace lobby::app {

/// A schema as JSON Schema of the draft 2020-12, for editors. Where the reader takes more than one way of writing, the
/// usual one alone is right there; docs/configuration.md says what else the two differ in. An unknown key is wrong in
/// every map: whoever edits a file has a slip, not the file of a newer player.
std::string json_schema(const config::Schema& schema, const std::string& title);

}  // namespace lobby::app
