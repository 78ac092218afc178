#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/ioctl.h"
#include "base/result.h"
#include "stage/presenter.h"

// What the kernel knows of the displays of a graphics card (linux/Documentation/gpu/drm-uapi, drm-kms). All of it takes
// the descriptor of whoever draws, for nobody else may; it may wait while a display is being set up or asked. Main
// thread.
namespace lobby::stage {

/// Switches all displays of a card off or on (DPMS). Errs (unavailable) with the kernel's reason where one of them
/// cannot be; the others are switched all the same.
Result<void> switch_connectors(int card, Light light, const Ioctl& call = system_ioctl);

/// The numbers of the memory that the displays of a card are shown, such as that of the console.
std::vector<std::uint32_t> shown_memory(int card, const Ioctl& call = system_ioctl);

/// Whether a picture goes to a display of the card: it has a mode, memory to show that is not one of `others`, a link
/// that holds, and is not switched off. Errs (unavailable) with what is missing. Where no display is connected there is
/// nothing to say.
Result<void> check_picture(int card, std::span<const std::uint32_t> others, const Ioctl& call = system_ioctl);

/// Asks all displays of a card for their modes.
void probe_connectors(int card, const Ioctl& call = system_ioctl);

}  // namespace lobby::stage
