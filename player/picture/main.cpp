#include <unistd.h>

#include <cstdlib>

#include "picture/confine.h"
#include "picture/service.h"

// lobby-picture, the player's decoder of pictures: the player starts it, with a socket as its standard input.
int main(int count, char** arguments) {
  lobby::picture::confine(count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 0);
  lobby::picture::serve(STDIN_FILENO);
  // What runs at an exit asks for more than a confined process may do.
  _exit(0);
}
