#include <gtest/gtest.h>

#include "faults.h"

namespace lobby::config {
namespace {

TEST(ParseConfig, WarnsOfKeysWithoutEffect) {
  const Fault faults[] = {
      {"organisaton: x", "c.yaml:1:1: warning: unknown key 'organisaton'; did you mean 'organisation'?"},
      {"theme: hq\nxyzzy: 1", "c.yaml:2:1: warning: unknown key 'xyzzy'"},
      {"screen: {rotat: 90}", "c.yaml:1:10: warning: unknown key 'rotat'; did you mean 'rotate'?"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, SaysWhatWouldKeepABundleAway) {
  const Fault faults[] = {
      {"remote: {url: x}",
       "c.yaml:1:9: error: the key 'public_key' is missing\n"
       "c.yaml:1:15: error: 'url' must be an address that begins with https:// or http://, not 'x'"},
      {"remote: {url: 'https://a/{board}', public_key: R}",
       "c.yaml:1:15: error: 'url' has a brace that is neither '{device}' nor '{group}'"},
      {"remote: {url: 'https://a/{group}', public_key: R}",
       "c.yaml:1:9: error: '{group}' in the 'url' stands for the 'group' of 'device', which is missing"},
      {"remote: {url: 'https://a/', public_key: []}", "c.yaml:1:41: error: 'public_key' needs at least one entry"},
      {"device: {name: Sảnh 1}",
       "c.yaml:1:16: error: 'name' must be a name of lower-case letters, digits and hyphens, not 'Sảnh 1'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, SaysWhatAValueMustBe) {
  const Fault faults[] = {
      {"organisation: [a]", "c.yaml:1:15: error: 'organisation' must be text of at most 200 characters, not a list"},
      {"organisation: {a: b}", "c.yaml:1:15: error: 'organisation' must be text of at most 200 characters, not a map"},
      {"theme: HQ", "c.yaml:1:8: error: 'theme' must be a name of lower-case letters, digits and hyphens, not 'HQ'"},
      {"theme:", "c.yaml:1:1: error: 'theme' must be a name of lower-case letters, digits and hyphens, not nothing"},
      {R"(theme: "../x")",
       "c.yaml:1:8: error: 'theme' must be a name of lower-case letters, digits and hyphens, not '../x'"},
      {"theme: [hq]",
       "c.yaml:1:8: error: 'theme' must be a name of lower-case letters, digits and hyphens, not a list"},
      {"screen: 90", "c.yaml:1:9: error: 'screen' must be a map, not '90'"},
      {"screen: [1]", "c.yaml:1:9: error: 'screen' must be a map, not a list"},
      {"screen: {rotate: 45}", "c.yaml:1:18: error: 'rotate' must be one of 0, 90, 180, 270, not '45'"},
      {"screen: {rotate: }", "c.yaml:1:10: error: 'rotate' must be one of 0, 90, 180, 270, not nothing"},
      {"screen: {timezone: Europe/Paris}",
       "c.yaml:1:20: error: unknown time zone 'Europe/Paris'; use Asia/Ho_Chi_Minh or a fixed offset such as UTC+7"},
      {"screen: {timezone: [UTC]}", "c.yaml:1:20: error: 'timezone' must be the name of a time zone, not a list"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, FindsTheFaultsOfASource) {
  const Fault faults[] = {
      {"sources: abc", "c.yaml:1:10: error: 'sources' must be a list, not 'abc'"},
      {"sources: {name: a}", "c.yaml:1:10: error: 'sources' must be a list, not a map"},
      {"sources: [abc]", "c.yaml:1:11: error: an entry of 'sources' must be a map, not 'abc'"},
      {"sources: [null]",
       "c.yaml:1:11: error: the key 'name' is missing\n"
       "c.yaml:1:11: error: a source needs exactly one of the keys feed, page, photos, usb, weather"},
      {"sources: [{feed: a.xml}]", "c.yaml:1:11: error: the key 'name' is missing"},
      {R"(sources: [{name: "", feed: x}])", "c.yaml:1:18: error: 'name' must be text of 1 to 100 characters, not ''"},
      {"sources: [{name: a}]",
       "c.yaml:1:11: error: a source needs exactly one of the keys feed, page, photos, usb, weather"},
      {"sources: [{name: a, feeed: x}]",
       "c.yaml:1:11: error: a source needs exactly one of the keys feed, page, photos, usb, weather\n"
       "c.yaml:1:21: warning: unknown key 'feeed'; did you mean 'feed'?"},
      {"sources: [{name: a, feed: b.xml, page: c}]",
       "c.yaml:1:11: error: a source needs exactly one of the keys feed, page, photos, usb, weather"},
      {"sources: [{name: a, feed: x, every: 5s}]",
       "c.yaml:1:37: error: 'every' must be a duration from 10s to 7d, such as 30s, 10m, 1h or 7d, not '5s'"},
      {"sources: [{name: a, feed: x, every: 600}]",
       "c.yaml:1:37: error: 'every' must be a duration from 10s to 7d, such as 30s, 10m, 1h or 7d, not '600'"},
      {"sources: [{name: a, feed: x, every: 8d}]",
       "c.yaml:1:37: error: 'every' must be a duration from 10s to 7d, such as 30s, 10m, 1h or 7d, not '8d'"},
      {"sources: [{name: a, feed: x, keep: 501}]",
       "c.yaml:1:36: error: 'keep' must be a whole number from 1 to 500, not '501'"},
      {"sources: [{name: a, feed: x, keep: 0}]",
       "c.yaml:1:36: error: 'keep' must be a whole number from 1 to 500, not '0'"},
      {"sources: [{name: a, feed: x, keep: 5.5}]",
       "c.yaml:1:36: error: 'keep' must be a whole number from 1 to 500, not '5.5'"},
      {"sources: [{name: a, feed: x, keep: [5]}]",
       "c.yaml:1:36: error: 'keep' must be a whole number from 1 to 500, not a list"},
      {"sources: [{name: a, feed: x, max_age: 30}]",
       "c.yaml:1:39: error: 'max_age' must be a duration from 1m to 3650d, such as 30s, 10m, 1h or 7d, not '30'"},
      {"sources: [{name: a, feed: x, max_age: {}}]",
       "c.yaml:1:39: error: 'max_age' must be a duration from 1m to 3650d, such as 30s, 10m, 1h or 7d, not an empty "
       "map"},
      {"sources: [{name: a, feed: x, articles: maybe}]",
       "c.yaml:1:40: error: 'articles' must be true or false, not 'maybe'"},
      {"sources: [{name: a, photos: {x: y}}]",
       "c.yaml:1:29: error: 'photos' must be the path of a folder, or a list of pictures, not a map"},
      {"sources: [{name: a, usb: ../lobby}]",
       "c.yaml:1:26: error: 'usb' is the name of one folder at the top of the stick, such as lobby"},
      {"sources: [{name: a, usb: ..}]",
       "c.yaml:1:26: error: 'usb' is the name of one folder at the top of the stick, such as lobby"},
      {"sources: [{name: a, photos: []}]", "c.yaml:1:29: error: 'photos' needs at least one entry"},
      {"sources: [{name: a, photos: ['ftp://x/a.jpg']}]",
       "c.yaml:1:30: error: a photo must be an http or https address or a path; 'ftp' addresses are not supported"},
      {"sources: [{name: a, photos: [{caption: x}]}]", "c.yaml:1:30: error: the key 'image' is missing"},
      {"sources: [{name: a, photos: [{image: a.jpg, captoin: x}]}]",
       "c.yaml:1:45: warning: unknown key 'captoin'; did you mean 'caption'?"},
      {"sources: [{name: a, feed: x, show: video}]",
       "c.yaml:1:36: error: 'show' must be one of news, photos, not 'video'"},
      {"sources: [{name: a, feed: x, include: chợ}]", "c.yaml:1:39: error: 'include' must be a map, not 'chợ'"},
      {"sources: [{name: a, feed: x, exclude: {words: [[]]}}]",
       "c.yaml:1:48: error: an entry of 'words' must be text of 1 to 300 characters, not an empty list"},
      {"sources: [{name: a, feed: x, approved: [y]}]",
       "c.yaml:1:40: warning: 'approved' has no effect without 'hold: true'"},
      {"sources: [{name: a, photos: x, articles: false}]", "c.yaml:1:42: warning: 'articles' has no effect on photos"},
      {"sources: [{name: a, photos: x, hold: true, approved: [b.jpg], exclude: {words: [c]}}]", ""},
      {"sources: [{name: a, feed: x}, {name: a, feed: y}]",
       "c.yaml:1:31: error: the source on line 1 is named 'a', too"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, FindsTheFaultsOfALocation) {
  const Fault faults[] = {
      {R"(sources: [{name: a, feed: "ftp://x/y"}])",
       "c.yaml:1:27: error: 'feed' must be an http or https address or a path; 'ftp' addresses are not supported"},
      {R"(sources: [{name: a, feed: "file:///etc/passwd"}])",
       "c.yaml:1:27: error: 'feed' must be an http or https address or a path; 'file' addresses are not supported"},
      {R"yaml(sources: [{name: a, page: "javascript:alert(1)"}])yaml",
       "c.yaml:1:27: error: 'page' must be an http or https address or a path; 'javascript' addresses are not "
       "supported"},
      {R"(sources: [{name: a, feed: "https://"}])", "c.yaml:1:27: error: 'feed' is an address without a host"},
      {R"(sources: [{name: a, feed: "https:/x"}])", "c.yaml:1:27: error: 'feed' is an address without a host"},
      {R"(sources: [{name: a, feed: "https://x /y"}])", "c.yaml:1:27: error: 'feed' must not contain spaces"},
      {R"(sources: [{name: a, feed: ""}])",
       "c.yaml:1:27: error: 'feed' must be an http or https address or a path, not ''"},
      {"sources: [{name: a, feed: www.x.vn/rss}]",
       "c.yaml:1:27: warning: 'feed' is read as the path of a file; an address begins with https://"},
      {"sources: [{name: a, feed: portal.vn/rss.xml}]",
       "c.yaml:1:27: warning: 'feed' is read as the path of a file; an address begins with https://"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, FindsTheFaultsOfARecipe) {
  const Fault faults[] = {
      {"sources: [{name: a, feed: x, recipe: {item: a, title: b}}]",
       "c.yaml:1:38: error: 'recipe' goes with 'page' only"},
      {"sources: [{name: a, page: x, recipe: {item: a}}]", "c.yaml:1:38: error: the key 'title' is missing"},
      {R"(sources: [{name: a, page: x, recipe: "//div"}])", "c.yaml:1:38: error: 'recipe' must be a map, not '//div'"},
      {"sources: [{name: a, page: x, recipe: {item: a, titel: b}}]",
       "c.yaml:1:38: error: the key 'title' is missing\n"
       "c.yaml:1:48: warning: unknown key 'titel'; did you mean 'title'?"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, FindsTheFaultsOfAnAnniversary) {
  const Fault faults[] = {
      {"anniversaries: a", "c.yaml:1:16: error: 'anniversaries' must be a list, not 'a'"},
      {"anniversaries: [{since: 12/7/1946}]", "c.yaml:1:17: error: the key 'name' is missing"},
      {"anniversaries: [{name: a}]", "c.yaml:1:17: error: the key 'since' is missing"},
      {"anniversaries: [{name: a, since: 30/2/1946}]",
       "c.yaml:1:34: error: 'since' must be a day of the calendar such as 12/7/1946 or 1946-07-12, not '30/2/1946'"},
      {"anniversaries: [{name: a, since: 12/7/46}]",
       "c.yaml:1:34: error: 'since' must be a day of the calendar such as 12/7/1946 or 1946-07-12, not '12/7/46'"},
      {"anniversaries: [{name: a, since: 7/13/1946}]",
       "c.yaml:1:34: error: 'since' must be a day of the calendar such as 12/7/1946 or 1946-07-12, not '7/13/1946'"},
      {"anniversaries: [{name: a, since: 1946-07-12T08:00}]",
       "c.yaml:1:34: error: 'since' must be a day of the calendar such as 12/7/1946 or 1946-07-12, not "
       "'1946-07-12T08:00'"},
      {"anniversaries: [{name: a, since: 1946-07-12, tone: memorail}]",
       "c.yaml:1:52: error: 'tone' must be one of celebration, tradition, memorial, mourning, not 'memorail'; did you "
       "mean 'memorial'?"},
      {"anniversaries: [{name: a, since: 1946-07-12, tone: sad}]",
       "c.yaml:1:52: error: 'tone' must be one of celebration, tradition, memorial, mourning, not 'sad'"},
      {"anniversaries: [{name: a, since: 1946-07-12, window: 5}]",
       "c.yaml:1:54: error: 'window' must be a map, not '5'"},
      {"anniversaries: [{name: a, since: 1946-07-12, window: {before: 61, after: -1}}]",
       "c.yaml:1:63: error: 'before' must be a whole number from 0 to 60, not '61'\n"
       "c.yaml:1:74: error: 'after' must be a whole number from 0 to 60, not '-1'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, FindsTheFaultsOfANotice) {
  const Fault faults[] = {
      {"notices: [text]", "c.yaml:1:11: error: an entry of 'notices' must be a map, not 'text'"},
      {"notices: [{detail: a}]", "c.yaml:1:11: error: the key 'text' is missing"},
      {R"(notices: [{text: " "}])", "c.yaml:1:18: error: 'text' must be text of 1 to 300 characters, not ' '"},
      {"notices: [{text: a, from: hôm nay}]",
       "c.yaml:1:27: error: 'from' must be a date or a date and time such as 2024-07-24 or 2024-07-24T08:00, not 'hôm "
       "nay'"},
      {"notices: [{text: a, until: 2024-02-30}]",
       "c.yaml:1:28: error: 'until' must be a date or a date and time such as 2024-07-24 or 2024-07-24T08:00, not "
       "'2024-02-30'"},
      {"notices: [{text: a, from: 2024-07-24T18:00, until: 2024-07-24T08:00}]",
       "c.yaml:1:52: error: 'until' must be after 'from'"},
      {"notices: [{text: a, from: 2024-07-24T08:00, until: 2024-07-24T08:00}]",
       "c.yaml:1:52: error: 'until' must be after 'from'"},
      {"notices: [{text: a, urgent: 1}]", "c.yaml:1:29: error: 'urgent' must be true or false, not '1'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, FindsTheFaultsOfThePlaylist) {
  const Fault faults[] = {
      {"playlist: headlines", "c.yaml:1:11: error: 'playlist' must be a list, not 'headlines'"},
      {"playlist: []", "c.yaml:1:11: error: 'playlist' needs at least one entry"},
      {"playlist: [headline]",
       "c.yaml:1:12: error: an entry of 'playlist' must be one of anniversaries, headlines, photos, headline-list, "
       "notices, welcomes, rosters, figures, quotations, series, weather, not 'headline'; did you mean 'headlines'?"},
      {"playlist: [{headlines: 0}]", "c.yaml:1:24: error: 'headlines' must be a whole number from 1 to 100, not '0'"},
      {"playlist: [{headlines: many}]",
       "c.yaml:1:24: error: 'headlines' must be a whole number from 1 to 100, not 'many'"},
      {"playlist: [{headlines: 5, photos: 2}]",
       "c.yaml:1:12: error: an entry of 'playlist' names one kind of slide, as in {headlines: 5}"},
      {"playlist: [{fotos: 2}]",
       "c.yaml:1:13: error: an entry of 'playlist' must be one of anniversaries, headlines, photos, headline-list, "
       "notices, welcomes, rosters, figures, quotations, series, weather, not 'fotos'"},
      {"playlist: [[photos]]",
       "c.yaml:1:12: error: an entry of 'playlist' must be one of anniversaries, headlines, photos, headline-list, "
       "notices, welcomes, rosters, figures, quotations, series, weather, not a list"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, FindsTheFaultsOfTheDwell) {
  const Fault faults[] = {
      {"dwell: 5s", "c.yaml:1:8: error: 'dwell' must be a map, not '5s'"},
      {"dwell: {base: 5}",
       "c.yaml:1:15: error: 'base' must be a duration from 0s to 60s, such as 300ms or 2.5s, not '5'"},
      {"dwell: {least: 30s}", "c.yaml:1:16: error: 'least' (30000ms) must not be longer than 'most' (25000ms)"},
      {"dwell: {most: 5s}", "c.yaml:1:15: error: 'least' (6000ms) must not be longer than 'most' (5000ms)"},
      {"dwell: {fixed: 0s}",
       "c.yaml:1:16: error: 'fixed' must be a duration from 1s to 3600s, such as 300ms or 2.5s, not '0s'"},
      {"dwell: {per_word: 6s}",
       "c.yaml:1:19: error: 'per_word' must be a duration from 0ms to 5s, such as 300ms or 2.5s, not '6s'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, FindsAllFaultsAtOnce) {
  const Fault faults[] = {
      {"theme: HQ\nscreen: {rotate: 45}\nsources:\n  - {name: Tin, feed: \"ftp://x\", keep: 0}\n  - {name: Ảnh, "
       "photos: x, evry: 10m}\nnotices: [{text: a}]\nnotices: []\n",
       "c.yaml:1:8: error: 'theme' must be a name of lower-case letters, digits and hyphens, not 'HQ'\n"
       "c.yaml:2:18: error: 'rotate' must be one of 0, 90, 180, 270, not '45'\n"
       "c.yaml:4:23: error: 'feed' must be an http or https address or a path; 'ftp' addresses are not supported\n"
       "c.yaml:4:40: error: 'keep' must be a whole number from 1 to 500, not '0'\n"
       "c.yaml:5:28: warning: unknown key 'evry'; did you mean 'every'?\n"
       "c.yaml:7:1: error: duplicate key 'notices'; it is set on line 6 already"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
