#pragma once

#include "base/result.h"
#include "config/recipe.h"

namespace lobby::content {

/// Errs (invalid) with the first expression of the recipe that is no XPath, by the name of its key. Pure; any thread.
Result<void> check_recipe(const config::Recipe& recipe);

}  // namespace lobby::content
