#pragma once

#include <functional>

namespace lobby {

/// ioctl(2) on a device of the kernel; tests put their own in its place.
using Ioctl = std::function<int(int descriptor, unsigned long request, void* data)>;
int system_ioctl(int descriptor, unsigned long request, void* data);

}  // namespace lobby
