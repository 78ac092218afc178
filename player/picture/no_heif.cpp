#include "picture/heif.h"

// For programs that are not linked with heif.cpp: a linker takes this from the room's library only where that is not.
namespace lobby::picture {

Threads begin_heif() { return Threads::none; }

Result<Canvas> decode_heif(std::string_view, const Header&, Size) {
  return fail(ErrorKind::invalid, "AVIF and HEIF are decoded by lobby-picture-heif alone");
}

}  // namespace lobby::picture
