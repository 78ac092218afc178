#include "picture/crop.h"

#include <gtest/gtest.h>

namespace lobby::picture {
namespace {

constexpr Colour sky{120, 150, 190};
constexpr Colour uniform{30, 60, 45};
constexpr Colour face{205, 150, 120};
constexpr Colour dark_face{110, 72, 52};

Canvas one_colour(Size size) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) std::fill_n(canvas.row(y), size.width, pack(sky));
  return canvas;
}

/// A person whose head has its top at (x, y): a disc of skin over a body.
void place_person(Canvas& canvas, int x, int y, int head, Colour skin) {
  const Rect body = intersection({x - head, y + head, 2 * head, 3 * head}, canvas.bounds());
  for (int row = body.y; row < body.bottom(); ++row) std::fill_n(canvas.row(row) + body.x, body.width, pack(uniform));
  for (int down = 0; down < head; ++down) {
    for (int right = -head / 2; right < head / 2; ++right) {
      const int from_centre = down - head / 2;
      const bool inside = right * right + from_centre * from_centre < head * head / 4;
      if (inside) canvas.row(y + down)[x + right] = pack(skin);
    }
  }
}

TEST(Crop, KeepsTheUsualPlaceWhereNothingStandsOut) {
  EXPECT_EQ(crop_for(one_colour({600, 300}), {300, 300}), (Rect{150, 0, 300, 300}));
  EXPECT_EQ(crop_for(one_colour({300, 600}), {300, 300}), (Rect{0, 90, 300, 300}));
  EXPECT_EQ(crop_for(one_colour({300, 300}), {150, 150}), (Rect{0, 0, 300, 300}));
}

TEST(Crop, NeverCutsAHeadWhereverItIs) {
  constexpr int head = 60;
  for (const Colour skin : {face, dark_face}) {
    for (int x = 60; x <= 540; x += 40) {
      Canvas wide = one_colour({600, 300});
      place_person(wide, x, 60, head, skin);
      const Rect crop = crop_for(wide, {400, 300});
      EXPECT_LE(crop.x, x - head / 2) << x;
      EXPECT_GE(crop.right(), x + head / 2) << x;
    }
    for (int y = 0; y <= 480; y += 40) {
      Canvas tall = one_colour({400, 600});
      place_person(tall, 200, y, head, skin);
      const Rect crop = crop_for(tall, {400, 300});
      EXPECT_LE(crop.y, y) << y;
      EXPECT_GE(crop.bottom(), y + head) << y;
    }
  }
}

TEST(Crop, KeepsARowOfHeadsAtTheTopOfAGroup) {
  Canvas group = one_colour({900, 900});
  for (int x = 90; x < 900; x += 120) place_person(group, x, 20, 80, face);
  EXPECT_LE(crop_for(group, {900, 506}).y, 20);
}

TEST(Crop, GoesWhereTheDetailIs) {
  Canvas boats = one_colour({900, 300});
  for (int y = 150; y < 250; ++y) {
    for (int x = 700; x < 880; ++x) boats.row(y)[x] = pack(x / 15 % 2 == 0 ? uniform : Colour{230, 230, 235});
  }
  const Rect crop = crop_for(boats, {450, 300});
  EXPECT_GE(crop.right(), 880);
}

TEST(Crop, AWarmWallIsNoFace) {
  Canvas wall({600, 300});
  for (int y = 0; y < 300; ++y) std::fill_n(wall.row(y), 600, pack(face));
  EXPECT_EQ(crop_for(wall, {300, 300}), (Rect{150, 0, 300, 300}));
}

TEST(Pan, KeepsEveryHeadThatTheCropKeepsAllTheWay) {
  constexpr int head = 60;
  int moved = 0;
  for (int y = 0; y <= 480; y += 20) {
    Canvas tall = one_colour({400, 600});
    place_person(tall, 200, y, head, face);
    const Pan pan = pan_for(tall, {400, 300}, {}, 8);
    EXPECT_EQ(pan.to, crop_for(tall, {400, 300}));
    EXPECT_LE(std::max(pan.from.y, pan.to.y), y) << y;
    EXPECT_GE(std::min(pan.from.bottom(), pan.to.bottom()), y + head) << y;
    moved += pan.from != pan.to ? 1 : 0;
  }
  EXPECT_GT(moved, 15) << "most of them leave room";
}

TEST(Pan, ArrivesAtTheFocusThatAPersonChose) {
  Canvas tall = one_colour({400, 600});
  place_person(tall, 200, 20, 60, face);
  const Pan pan = pan_for(tall, {400, 300}, {50, 0}, 8);
  EXPECT_EQ(pan.to, (Rect{0, 0, 400, 300}));
  EXPECT_TRUE(pan.from == pan.to || pan.from.y <= 20);
  EXPECT_EQ(pan_for(one_colour({400, 600}), {400, 300}, {50, 100}, 8).to, (Rect{0, 300, 400, 300}));
}

TEST(Pan, StaysWithinThePicture) {
  for (const Size size : {Size{400, 310}, Size{500, 300}, Size{400, 300}, Size{401, 300}}) {
    const Pan pan = pan_for(one_colour(size), {400, 300}, {}, 10);
    for (const Rect& window : {pan.from, pan.to}) EXPECT_EQ(intersection(window, one_colour(size).bounds()), window);
    EXPECT_EQ((Size{pan.from.width, pan.from.height}), (Size{pan.to.width, pan.to.height}));
  }
}

}  // namespace
}  // namespace lobby::picture
