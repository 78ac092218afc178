#pragma once

#include <string>

namespace lobby::app {

/// docs/reference.md: every key of configs, themes and layouts with what may be written there, made of the same data as
/// the schemas. Markdown; the same program gives the same bytes.
std::string reference_page();

}  // namespace lobby::app
