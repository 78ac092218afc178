#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

/// The table of rooms in ARCHITECTURE.md: a room includes its own headers and those of the rooms in its row.
const std::map<std::string, Names> may_use{
    {"base", {}},
    {"text", {"base"}},
    {"calendar", {"base"}},
    {"config", {"base", "text", "calendar"}},
    {"content", {"base", "text", "calendar", "config"}},
    {"playlist", {"base", "text", "calendar", "config", "content"}},
    {"scene", {"base", "text", "calendar", "config", "content", "playlist"}},
    {"net", {"base"}},
    {"push", {"base"}},
    {"store", {"base"}},
    {"trust", {"base"}},
    {"picture", {"base"}},
    {"stage", {"base", "text", "scene", "picture"}},
    {"kiosk", {"base"}},
    {"host", {"base", "config", "net", "store"}},
    {"notices", {"base", "config", "content", "playlist", "net", "store", "trust", "host"}},
    {"gather", {"base", "text", "config", "content", "net", "store", "picture", "host", "notices"}},
    {"theme", {"base", "config", "playlist", "stage", "host"}},
    {"show", {"base", "text", "config", "content", "playlist", "scene", "picture", "stage", "host", "theme"}},
    {"fleet", {"base", "config", "content", "playlist", "net", "store", "trust", "host", "gather", "theme", "show"}},
    {"preview",
     {"base", "text", "config", "content", "playlist", "scene", "picture", "stage", "host", "gather", "theme", "show",
      "fleet"}},
    {"app",
     {"base",    "text",  "calendar", "config", "content", "playlist", "scene", "net",  "push",  "store",  "trust",
      "picture", "stage", "kiosk",    "host",   "notices", "gather",   "theme", "show", "fleet", "preview"}},
};

/// Third-party headers and the rooms that are their homes. What is in no row may be included nowhere.
const std::vector<std::pair<std::string, Names>> homes{
    {"fmt/", {"base"}},
    {"spdlog/", {"base"}},
    {"utf8proc", {"text"}},
    {"iconv.h", {"text"}},
    {"yaml-cpp/", {"config"}},
    {"libxml/", {"content"}},
    {"nlohmann/", {"content", "gather", "show", "fleet", "preview", "app"}},
    {"curl/", {"net"}},
    {"zlib.h", {"net"}},
    {"brotli/", {"net"}},
    {"zstd.h", {"net"}},
    {"openssl/", {"push"}},
    {"mosquitto.h", {"push"}},
    {"mqtt_protocol.h", {"push"}},
    {"sqlite3.h", {"store"}},
    {"sodium", {"store", "trust"}},
    {"SDL", {"stage"}},
    {"freetype/", {"stage"}},
    {"hb.h", {"stage"}},
    {"jpeglib.h", {"picture"}},
    {"gif_lib.h", {"picture"}},
    {"lcms2.h", {"picture"}},
    {"png.h", {"picture"}},
    {"webp/", {"picture"}},
    {"jerror.h", {"picture"}},
    {"libheif/", {"picture"}},
    {"spawn.h", {"picture", "fleet"}},
    {"signal.h", {"picture"}},
    {"qrencode.h", {"scene"}},
    {"systemd/", {"kiosk"}},
    {"libdrm/", {"stage"}},
    {"X11/", {"stage"}},
    {"CLI/", {"app"}},
};

const Names of_threads{"thread", "future", "pthread.h"};

/// Files that may make a thread. Each says so by its name, but for those that end soon and the few listed here.
bool makes_threads(const fs::path& file) {
  static const Names others{"caretaker", "crew", "run_command", "side_by_side"};
  const std::string name = file.stem();
  return name.ends_with("_thread") || others.contains(name);
}

/// Files that meddle with signals: those that end, or start, a process.
const Names of_signals{"system_news", "run_command", "rehearsal", "crew"};

struct Include {
  fs::path file;
  std::string room;
  std::string header;
  bool quoted = false;
};

std::vector<Include> includes() {
  static const std::regex line_of_include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  const fs::path player = fs::path(LOBBY_SOURCE_DIR) / "player";
  std::vector<Include> all;
  for (const auto& entry : fs::recursive_directory_iterator(player)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    const std::string room = fs::relative(entry.path(), player).begin()->string();
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) {
      std::smatch match;
      if (std::regex_search(line, match, line_of_include)) {
        all.push_back({entry.path(), room, match[2], match[1] == "\""});
      }
    }
  }
  return all;
}

/// Headers of the C++ library and of the system have no folder, or a folder that belongs to the system.
bool third_party(const std::string& header) {
  if (header.starts_with("sys/") || header.starts_with("netinet/") || header.starts_with("arpa/") ||
      header.starts_with("linux/"))
    return false;
  static const Names system{"unistd.h", "poll.h",   "fcntl.h",  "pthread.h", "dirent.h",
                            "netdb.h",  "stdlib.h", "malloc.h", "link.h"};
  if (system.contains(header)) return false;
  return header.contains('/') || header.contains('.') || header.starts_with("utf8proc") || header.starts_with("SDL");
}

TEST(Rooms, EveryFolderOfPlayerIsInTheTable) {
  for (const auto& entry : fs::directory_iterator(fs::path(LOBBY_SOURCE_DIR) / "player")) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(may_use.contains(entry.path().filename().string())) << entry.path();
  }
}

TEST(Rooms, ARoomIncludesOnlyTheRoomsOfItsRow) {
  int seen = 0;
  for (const auto& include : includes()) {
    if (!include.quoted) continue;
    const std::string used = include.header.substr(0, include.header.find('/'));
    ++seen;
    EXPECT_TRUE(used == include.room || may_use.at(include.room).contains(used))
        << include.file << " includes " << include.header << ", but " << include.room << " may not use " << used;
  }
  EXPECT_GT(seen, 100) << "the test has lost its sources";
}

TEST(Rooms, AThirdPartyLibraryHasOneHome) {
  for (const auto& include : includes()) {
    if (include.quoted || !third_party(include.header)) continue;
    const auto home =
        std::ranges::find_if(homes, [&](const auto& row) { return include.header.starts_with(row.first); });
    ASSERT_NE(home, homes.end()) << include.file << " includes " << include.header << ", which has no home";
    EXPECT_TRUE(home->second.contains(include.room))
        << include.file << " includes " << include.header << ", which is at home elsewhere";
  }
}

TEST(Rooms, AThreadIsMadeWhereTheNameOfTheFileSaysSo) {
  for (const auto& include : includes()) {
    if (include.quoted || !of_threads.contains(include.header)) continue;
    EXPECT_TRUE(makes_threads(include.file)) << include.file << " includes <" << include.header << ">";
  }
}

TEST(Rooms, SignalsAreTheAffairOfFewFiles) {
  for (const auto& include : includes()) {
    if (include.quoted || include.header != "csignal") continue;
    EXPECT_TRUE(of_signals.contains(include.file.stem())) << include.file;
  }
}

/// Types at the top of a file, outside its unnamed namespace: a line that begins with their keyword and opens a body.
std::vector<std::string> types_of(const fs::path& file) {
  static const std::regex type(R"(^(?:struct|class|enum class) (\w+)(?: final)?(?: : [^;]*)? \{.*$)");
  std::vector<std::string> all;
  std::ifstream in(file);
  bool unnamed = false;
  for (std::string line; std::getline(in, line);) {
    if (line == "namespace {") unnamed = true;
    if (line == "}  // namespace") unnamed = false;
    std::smatch match;
    if (!unnamed && std::regex_match(line, match, type)) all.push_back(match[1]);
  }
  return all;
}

// Tests live in the namespace of their room. Two types of one name would be one to the linker, which then runs the
// destructor of either on both.
TEST(HouseStyle, ATypeOfARoomAndItsTestsHasANameOfItsOwn) {
  const fs::path root(LOBBY_SOURCE_DIR);
  for (const auto& [room, row] : may_use) {
    std::map<std::string, std::string> homes_of_types;
    for (const auto& folder : {root / "player" / room, root / "tests" / room}) {
      if (!fs::exists(folder)) continue;
      for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        const std::string file = fs::relative(entry.path(), root);
        for (const auto& type : types_of(entry.path())) {
          const auto [home, is_new] = homes_of_types.emplace(type, file);
          EXPECT_TRUE(is_new) << type << " is in " << home->second << " and in " << file;
        }
      }
    }
    EXPECT_FALSE(homes_of_types.empty()) << room;
  }
}

TEST(HouseStyle, HeadersAndSourcesKeepTheirSize) {
  constexpr int longest_header = 120;
  constexpr int longest_source = 300;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(LOBBY_SOURCE_DIR) / "player")) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ifstream stream(entry.path());
    const auto lines = std::count(std::istreambuf_iterator<char>(stream), {}, '\n');
    EXPECT_LE(lines, extension == ".h" ? longest_header : longest_source) << entry.path();
  }
}

}  // namespace
