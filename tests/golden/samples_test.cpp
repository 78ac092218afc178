#include "preview/samples.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/format.h"
#include "host/files.h"
#include "scene/build_scene.h"
#include "show/compose.h"

// Every kind of slide with the samples that `layouts` shows, the extreme ones too, in every theme at five sizes: what
// must hold of any slide, and, of the theme «hq», how each text is set. The references lie in
// tests/golden/samples/<size>.txt; LOBBY_UPDATE_GOLDEN=1 writes them anew: read what changed before you commit.
namespace lobby {
namespace {

namespace fs = std::filesystem;

const fs::path source_tree = LOBBY_SOURCE_DIR;

const std::vector<preview::Sample>& samples() {
  static const auto all = preview::read_samples(source_tree / "deploy" / "samples", "2026-11-22T08:41");
  return all.value();
}

/// A sample's slide on a screen.
struct Posed {
  std::string name;
  show::Composition composition;
};

std::vector<Posed> posed(const std::shared_ptr<const theme::Dress>& dress, Size size) {
  std::vector<Posed> all;
  for (const auto& sample : samples()) {
    const auto surroundings = show::surroundings_of(*sample.content, sample.moment);
    for (const auto& [slide, name] : preview::slides_of(sample, playlist::orientation_of(size))) {
      all.push_back({name, show::compose(slide, dress, surroundings, size)});
    }
  }
  return all;
}

std::vector<scene::TextOp> texts_of(const scene::Scene& scene) {
  std::vector<scene::TextOp> texts;
  for (const auto& op : scene.ops) {
    if (const auto* text = std::get_if<scene::TextOp>(&op)) texts.push_back(*text);
  }
  return texts;
}

std::shared_ptr<const theme::Dress> dress_of(const std::string& theme) {
  return std::make_shared<const theme::Dress>(theme::load_dress(LOBBY_SOURCE_DIR, theme).value());
}

using Pose = std::tuple<std::string, Size>;

class Samples : public testing::TestWithParam<Pose> {};

void expect_texts_apart(const std::string& name, const show::Composition& composition) {
  const Size size = composition.scene.size;
  const Rect screen{0, 0, size.width, size.height};
  const Rect strip = intersection(scene::bounds(composition.strip), screen);
  const auto texts = texts_of(composition.scene);
  EXPECT_FALSE(texts.empty() && composition.scene.pictures().empty()) << name << " is empty";
  for (std::size_t index = 0; index < texts.size(); ++index) {
    const auto& text = texts[index];
    EXPECT_EQ(intersection(text.box, screen), text.box) << name << ": " << text.role << " leaves the screen";
    EXPECT_TRUE(intersection(text.box, strip).empty()) << name << ": " << text.role << " lies under the strip";
    for (std::size_t other = index + 1; other < texts.size(); ++other) {
      EXPECT_TRUE(intersection(text.box, texts[other].box).empty())
          << name << ": " << text.role << " and " << texts[other].role << " overlap";
    }
  }
}

/// A headline of a list may end early, for eight of them share a screen; no other title does, and no number.
void expect_whole(const std::string& name, const scene::TextOp& text) {
  const bool gives_way = text.role == "summary" || text.role == "caption" || text.role == "credit" ||
                         text.role == "kicker" || name.starts_with("headline-list");
  for (const auto& line : text.lines) {
    EXPECT_TRUE(gives_way || !line.text.ends_with("…")) << name << ": " << text.role << " ends in " << line.text;
  }
}

// Once for each theme and size, for laying all of them out takes a second.
TEST_P(Samples, AreWholeAndApartAndLargeEnoughToBeReadAcrossALobby) {
  constexpr double least = 2.4;
  const auto& [theme, size] = GetParam();
  for (const auto& [name, composition] : posed(dress_of(theme), size)) {
    expect_texts_apart(name, composition);
    for (const auto& text : texts_of(composition.scene)) {
      expect_whole(name, text);
      EXPECT_GE(text.setting.size, static_cast<int>(least * config::unit_of(size) / 100)) << name << ": " << text.role;
    }
  }
}

constexpr Size sizes[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {3840, 1080}, {1024, 768}};

std::string width_by_height(Size size) { return format("{}x{}", size.width, size.height); }

std::string pose_name(const testing::TestParamInfo<Pose>& pose) {
  return std::get<0>(pose.param) + "_" + width_by_height(std::get<1>(pose.param));
}

INSTANTIATE_TEST_SUITE_P(Themes, Samples,
                         testing::Combine(testing::Values("hq", "festive", "solemn", "mourning", "night"),
                                          testing::ValuesIn(sizes)),
                         pose_name);

class SamplesOfHq : public testing::TestWithParam<Size> {};

TEST_P(SamplesOfHq, AreSetAsAgreed) {
  std::string set;
  for (const auto& [name, composition] : posed(dress_of("hq"), GetParam())) {
    set += name + "\n";
    for (const auto& text : texts_of(composition.scene)) {
      set += format("  {} {}:", text.role, text.setting.size);
      for (const auto& line : text.lines) set += (&line == &text.lines.front() ? " " : " | ") + line.text;
      set += "\n";
    }
  }
  const fs::path reference = source_tree / "tests" / "golden" / "samples" / (width_by_height(GetParam()) + ".txt");
  if (std::getenv("LOBBY_UPDATE_GOLDEN") != nullptr) {
    fs::create_directories(reference.parent_path());
    ASSERT_TRUE(host::write_file(reference, set));
    return;
  }
  const auto expected = host::read_file(reference);
  ASSERT_TRUE(expected) << expected.error().message;
  EXPECT_EQ(set, *expected);
}

INSTANTIATE_TEST_SUITE_P(Sizes, SamplesOfHq, testing::ValuesIn(sizes),
                         [](const auto& size) { return width_by_height(size.param); });

}  // namespace
}  // namespace lobby
