#pragma once

#include "config/remote.h"

namespace lobby::host {

/// The device with the name of this machine where it has none. Hosts may be called by what no other name is made of:
/// capitals become small, and what is no letter, no figure and no hyphen becomes one.
config::Device named(config::Device device);

}  // namespace lobby::host
