#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "picture/picture.h"
#include "picture/png.h"
#include "stage/fonts.h"

// set_line FONT SIZE RRGGBB X BASELINE TEXT GROUND.png OUT.png: a line of text over a picture, as the player draws it.
namespace {

using namespace lobby;

std::string file_bytes(const char* file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Colour colour_of(const char* hexadecimal) {
  const auto value = std::strtoul(hexadecimal, nullptr, 16);
  return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U),
          static_cast<std::uint8_t>(value)};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 9) return 2;
  std::vector<std::string> complaints;
  auto fonts = stage::FontSet::open({{"face", {"font"}}}, {{"font", file_bytes(arguments[1])}}, complaints);
  auto canvas = picture::decode_picture(file_bytes(arguments[7]), {4096, 4096});
  if (!fonts || !canvas) return 1;
  (*fonts)->draw(*canvas, {"face", std::atoi(arguments[2]), 0, scene::DigitWidth::natural}, colour_of(arguments[3]),
                 arguments[6], std::atoi(arguments[4]), std::atoi(arguments[5]));
  return picture::write_png(*canvas, arguments[8]) ? 0 : 1;
}
