#pragma once

#include <string>

#include "config/schema.h"

// What may be written at a place, in English, for people who look it up. Pure; any thread.
namespace lobby::app {

/// «a whole number from 1 to 500», «all, due», «a list of at most 50, each text of 1 to 300 characters». Maps are left
/// out, as is what an entry is that is one.
std::string scalar_phrase(const config::Value& value);

}  // namespace lobby::app
