#include <unistd.h>

#include <cstdlib>

#include "picture/confine.h"
#include "picture/heif.h"
#include "picture/service.h"

// lobby-picture and lobby-picture-heif, the player's decoders of pictures: it starts them, with a socket as its
// standard input.
int main(int count, char** arguments) {
  const auto threads = lobby::picture::begin_heif();
  lobby::picture::confine(count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 0, threads);
  lobby::picture::serve(STDIN_FILENO);
  // What runs at an exit asks for more than a confined process may do.
  _exit(0);
}
