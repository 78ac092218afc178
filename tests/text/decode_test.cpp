#include "text/decode.h"

#include <gtest/gtest.h>

#include <string>

#include "text/clean.h"

namespace lobby::text {
namespace {

using namespace std::string_view_literals;

TEST(Decode, TakesAByteOrderMarkOverEveryDeclaration) {
  struct Row {
    std::string_view bytes, charset;
  };
  for (const Row& row : {Row{"\xEF\xBB\xBFk\xE1\xBB\xB7"sv, "utf-8"}, Row{"\xFF\xFEk\0\xF7\x1E"sv, "utf-16le"},
                         Row{"\xFE\xFF\0k\x1E\xF7"sv, "utf-16be"}, Row{"\xFF\xFE\0\0k\0\0\0\xF7\x1E\0\0"sv, "utf-32le"},
                         Row{"\0\0\xFE\xFF\0\0\0k\0\0\x1E\xF7"sv, "utf-32be"}}) {
    EXPECT_EQ(decode(row.bytes, {.http = "windows-1258", .document = "viscii"}),
              (Decoded{"kỷ", std::string(row.charset), "byte order mark"}));
  }
}

TEST(Decode, BelievesValidUtf8WhateverIsDeclared) {
  EXPECT_EQ(decode("kỷ niệm", {.http = "iso-8859-1"}), (Decoded{"kỷ niệm", "utf-8", "valid UTF-8"}));
  EXPECT_EQ(decode("", {.http = "viscii"}), (Decoded{"", "utf-8", "valid UTF-8"}));
}

TEST(Decode, ReadsTheDeclaredCharset) {
  struct Row {
    std::string_view bytes, http, document, text, charset, reason;
  };
  for (const Row& row : {
           Row{"k\xD6 ni\xAEm", "VISCII", "", "kỷ niệm", "viscii", "declared by HTTP"},
           Row{"k\xD6 ni\xAEm", "", "x-viscii", "kỷ niệm", "viscii", "declared by the document"},
           Row{"ky\xD2 ni\xEA\xF2m", "windows-1258", "", "kỷ niệm", "windows-1258", "declared by HTTP"},
           Row{"ky\xD2 ni\xEA\xF2m", "", " 'CP1258' ", "kỷ niệm", "windows-1258", "declared by the document"},
           Row{"k\xD6 ni\xAEm", "iso-8859-1", "viscii", "kỷ niệm", "viscii", "declared by the document"},
           Row{"\xEF\xF0\xE8\xE2\xE5\xF2", "windows-1251", "", "привет", "windows-1251", "declared by HTTP"},
       }) {
    const Decoded result = decode(row.bytes, {.http = row.http, .document = row.document});
    EXPECT_EQ(nfc(result.text), row.text);
    EXPECT_EQ(result.charset, row.charset);
    EXPECT_EQ(result.reason, row.reason);
  }
}

TEST(Decode, GuessesBetweenVietnameseAndWesternWhereNothingTrueIsDeclared) {
  struct Row {
    std::string_view bytes, http, text, charset, reason;
  };
  for (const Row& row : {
           Row{"L\xFD\xF2"
               "c l\xFD\xF5\xF2ng C\xF4ng an",
               "", "Lực lượng Công an", "windows-1258", "no declaration"},
           Row{"L\xFD\xF2"
               "c l\xFD\xF5\xF2ng C\xF4ng an",
               "ISO-8859-1", "Lực lượng Công an", "windows-1258", "declared by HTTP as Latin-1"},
           Row{"D\xE9j\xE0 vu, na\xEFve caf\xE9 \x96 fa\xE7"
               "ade",
               "", "Déjà vu, naïve café – façade", "windows-1252", "no declaration"},
           Row{"stra\xDF"
               "e",
               "no-such-charset", "straße", "windows-1252", "no declaration"},
       }) {
    const Decoded result = decode(row.bytes, {.http = row.http});
    EXPECT_EQ(nfc(result.text), row.text);
    EXPECT_EQ(result.charset, row.charset);
    EXPECT_EQ(result.reason, row.reason);
  }
}

TEST(Decode, KeepsAllLettersOfWindows1258AndViscii) {
  // Letters of RFC 1456 at 02 05 06 14 19 1E and A0 are controls and a blank everywhere else.
  EXPECT_EQ(decode("\x02 \x05 \x06 \x14 \x19 \x1E \xA0", {.http = "viscii"}).text, "Ẳ Ẵ Ẫ Ỷ Ỹ Ỵ Õ");
  EXPECT_EQ(nfc(decode("\xF5\xCC \xF5\xEC \xFD\xDE \xEA\xD2 \xE3\xF2", {.http = "cp1258"}).text), "ờ ớ ữ ể ặ");
}

TEST(Decode, RecognisesUtf16WithoutAMark) {
  EXPECT_EQ(decode("<\0t\0>\0k\0\xF7\x1E"sv), (Decoded{"<t>kỷ", "utf-16le", "zero bytes of UTF-16"}));
  EXPECT_EQ(decode("\0<\0t\0>\0k\x1E\xF7"sv), (Decoded{"<t>kỷ", "utf-16be", "zero bytes of UTF-16"}));
}

TEST(Decode, StaysWithUtf8ThatHasAFewErrors) {
  EXPECT_EQ(decode("kỷ niệm truyền thống lực lượng\xE1\xBB"),
            (Decoded{"kỷ niệm truyền thống lực lượng\uFFFD\uFFFD", "utf-8", "UTF-8 with errors"}));
  EXPECT_EQ(decode("kỷ\xFF", {.http = "utf-8"}), (Decoded{"kỷ\uFFFD", "utf-8", "UTF-8 with errors"}));
  EXPECT_EQ(decode("a\0b"sv), (Decoded{"a\uFFFDb", "utf-8", "UTF-8 with errors"}));
}

TEST(Decode, MarksBytesWithoutAMeaning) {
  EXPECT_EQ(decode("caf\xE9 \x81!", {.http = "windows-1252"}).text, "café \uFFFD!");
  EXPECT_EQ(decode("\xFE\xFF\0k\xD8\0\0k\0"sv).text, "k\uFFFDk\uFFFD");
}

TEST(Decode, ReadsALongDocumentInOnePass) {
  std::string bytes;
  std::string expected;
  for (int i = 0; i < 5000; ++i) {
    bytes += "ky\xD2 ni\xEA\xF2m ";
    expected += "kỷ niệm ";
  }
  EXPECT_EQ(nfc(decode(bytes, {.http = "windows-1258"}).text), expected);
}

}  // namespace
}  // namespace lobby::text
