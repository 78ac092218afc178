#include <gtest/gtest.h>

#include "faults.h"

namespace lobby::config {
namespace {

TEST(ParseConfig, NamesWhatCameInsteadOfAConfig) {
  const Fault faults[] = {
      {"", "c.yaml:1:1: error: the file is empty"},
      {R"({"message": "Not Found"})",
       "c.yaml:1:1: error: no key of this file is known; it is not a config of the player\n"
       "c.yaml:1:2: warning: unknown key 'message'"},
      {"\n# nothing yet\n", "c.yaml:1:1: error: the file is empty"},
      {"<!DOCTYPE html>\n<html lang=\"vi\">",
       "c.yaml:1:1: error: this is a web page, not a YAML file: '<!DOCTYPE html>'"},
      {"404: Not Found",
       "c.yaml:1:1: error: this is the error message of a web server, not a YAML file: '404: Not Found'"},
      {"\n502 Bad Gateway\n",
       "c.yaml:2:1: error: this is the error message of a web server, not a YAML file: '502 Bad Gateway'"},
      {R"(<?xml version="1.0"?><rss/>)", "c.yaml:1:1: error: this is an XML document, not a YAML file"},
      {"hello", "c.yaml:1:1: error: the file must be a map of keys and values, not 'hello'"},
      {"- a", "c.yaml:1:1: error: the file must be a map of keys and values, not a list"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, NamesThePlaceOfABadCharacter) {
  const Fault faults[] = {
      {"organisation: C\xc3\xb4ng an\ntheme: h\xf4",
       "c.yaml:2:9: error: byte 0xf4 is not UTF-8; save the file as UTF-8"},
      {"theme: hq\x04\nscreen: {rotate: 7}", "c.yaml:1:10: error: a control character (0x04) is not allowed here"},
      {"theme: h\x7f", "c.yaml:1:9: error: a control character (0x7f) is not allowed here"},
      {"theme: h\xed\xa0\x80", "c.yaml:1:9: error: byte 0xed is not UTF-8; save the file as UTF-8"},
      {"\xff\xfet ", "c.yaml:1:1: error: the file is UTF-16; save it as UTF-8"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, RefusesWhatCouldHideAValue) {
  const Fault faults[] = {
      {"organisation: a\ntheme: hq\norganisation: b",
       "c.yaml:3:1: error: duplicate key 'organisation'; it is set on line 1 already"},
      {"theme: &t hq", "c.yaml:1:8: error: anchors ('&t') are not supported"},
      {"theme: hq\n<<: {organisation: a}",
       "c.yaml:2:1: error: merge keys ('<<') are not supported; write the keys out"},
      {"push: {<<: [{broker: a}], broker: mqtts://b}",
       "c.yaml:1:8: error: merge keys ('<<') are not supported; write the keys out"},
      {"theme: *t", "c.yaml:1:8: error: aliases are not supported; write the value out"},
      {"remote: &a [*a]",
       "c.yaml:1:9: error: anchors ('&a') are not supported\n"
       "c.yaml:1:9: error: 'remote' must be a map, not a list\n"
       "c.yaml:1:13: error: aliases are not supported; write the value out"},
      {"theme: !!str hq", "c.yaml:1:8: error: tags ('tag:yaml.org,2002:str') are not supported"},
      {"theme: !local hq", "c.yaml:1:8: error: tags ('!local') are not supported"},
      {"theme: hq\n---\ntheme: hq", "c.yaml:2:1: error: a second document begins here; a file holds exactly one"},
      {"theme: hq\n...\ntheme: hq", "c.yaml:3:1: error: a second document begins here; a file holds exactly one"},
      {"remote: [[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]",
       "c.yaml:1:32: error: maps and lists are nested more than 24 deep"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(ParseConfig, ExplainsASyntaxErrorWithItsRemedy) {
  const Fault faults[] = {
      {"organisation: \"Công an\ntheme: hq", "c.yaml:1:1: error: a quotation mark is not closed"},
      {R"("theme: hq)", "c.yaml:1:1: error: a quotation mark is not closed"},
      {"organisation: Tin: mới",
       "c.yaml:1:18: error: no key is expected here; check the indentation, and quote text that holds ': '"},
      {"screen:\n\trotate: 0", "c.yaml:2:1: error: the line is indented with a tab; use spaces"},
      {"theme: [a", "c.yaml:1:8: error: this '[' is not closed, or a comma or quotes are missing in it"},
      {"screen: {rotate: 0", "c.yaml:1:9: error: this '{' is not closed, or a comma or quotes are missing in it"},
      {"screen: {rotate: 0}}", "c.yaml:1:20: error: this bracket closes none"},
      {"theme: @x", "c.yaml:1:8: error: no value begins with this character; put the text in quotes"},
      {"theme: hq\n- b",
       "c.yaml:2:1: error: this does not continue the map above; check the indentation and the quotes"},
      {"sources:\n  - name: a\n b: 1",
       "c.yaml:3:2: error: this does not continue the map above; check the indentation and the quotes"},
      {R"(theme: "h"q)",
       "c.yaml:1:11: error: this does not continue the map above; check the indentation and the quotes"},
      {"? [a]\n: b", "c.yaml:1:3: error: a key must be a word, not a list"},
      {": 5", "c.yaml:1:1: error: a key must be a word, not nothing"},
      {R"(theme: "a\q")", "c.yaml:1:12: error: this is not YAML: unknown escape character: q"},
      {"%YAML 9\n---\ntheme: hq", "c.yaml:1:1: error: this is not YAML: bad YAML version: 9"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
