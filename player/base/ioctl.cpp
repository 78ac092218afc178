#include "base/ioctl.h"

#include <sys/ioctl.h>

namespace lobby {

int system_ioctl(int descriptor, unsigned long request, void* data) { return ioctl(descriptor, request, data); }

}  // namespace lobby
