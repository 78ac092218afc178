#include "content/photo_notes.h"

#include <gtest/gtest.h>

#include <string>

namespace lobby::content {
namespace {

using namespace std::string_literals;

std::string be16(std::size_t value) { return {static_cast<char>(value >> 8U), static_cast<char>(value & 0xFFU)}; }
std::string be32(std::size_t value) { return be16(value >> 16U) + be16(value & 0xFFFFU); }
std::string le32(std::size_t value) {
  const std::string big = be32(value);
  return {big.rbegin(), big.rend()};
}

std::string segment(char marker, const std::string& payload) {
  return "\xFF"s + marker + be16(payload.size() + 2) + payload;
}
std::string jpeg(const std::string& segments) { return "\xFF\xD8"s + segments + "\xFF\xDA\x00\x02"s; }

/// A TIFF of one directory with one ASCII or BYTE entry that lies behind it.
std::string tiff(int tag, int type, const std::string& value) {
  return "MM\0\x2A"s + be32(8) + be16(1) + be16(static_cast<std::size_t>(tag)) + be16(static_cast<std::size_t>(type)) +
         be32(value.size()) + be32(26) + be32(0) + value;
}
std::string exif(const std::string& structure) { return segment('\xE1', "Exif\0\0"s + structure); }

std::string dataset(char number, const std::string& value) { return "\x1C\x02"s + number + be16(value.size()) + value; }
std::string iptc(const std::string& datasets) {
  return segment('\xED', "Photoshop 3.0\0"s + "8BIM\x04\x25\x00\x00"s + be32(3) + "abc\0"s + "8BIM\x04\x04\x00\x00"s +
                             be32(datasets.size()) + datasets + (datasets.size() % 2 != 0 ? "\0"s : ""s));
}

std::string packet(const std::string& properties, const std::string& attributes = "") {
  return "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
         "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
         "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' " +
         attributes + ">" + properties + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
}
std::string xmp(const std::string& text) { return segment('\xE1', "http://ns.adobe.com/xap/1.0/\0"s + text); }
const char* const described =
    "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Spring market</rdf:li>"
    "<rdf:li xml:lang='vi-VN'>Chợ phiên đầu xuân</rdf:li></rdf:Alt></dc:description>"
    "<dc:creator><rdf:Seq><rdf:li>Lê Thị Hoa</rdf:li></rdf:Seq></dc:creator>";

TEST(PhotoNotes, OfAPictureWithoutAnyAreEmpty) {
  EXPECT_EQ(photo_notes(jpeg("")), PhotoNotes());
  EXPECT_EQ(photo_notes(""), PhotoNotes());
  EXPECT_EQ(photo_notes("GIF89a"), PhotoNotes());
}

TEST(PhotoNotes, AreReadFromXmpInVietnameseFirst) {
  EXPECT_EQ(photo_notes(jpeg(xmp(packet(described)))), (PhotoNotes{"Chợ phiên đầu xuân", "Lê Thị Hoa"}));
}

TEST(PhotoNotes, MayStandInAttributesOfXmp) {
  const auto notes = photo_notes(jpeg(xmp(packet("", "dc:description='Lễ hội làng' photoshop:Credit='Báo tỉnh'"))));
  EXPECT_EQ(notes, (PhotoNotes{"Lễ hội làng", "Báo tỉnh"}));
}

TEST(PhotoNotes, AreReadFromIptcInUtf8AndInAnOldCharset) {
  EXPECT_EQ(photo_notes(jpeg(
                iptc(dataset('\x6E', "TTXVN") + dataset('\x50', "Trần Bình") + dataset('\x78', "Khánh thành cầu")))),
            (PhotoNotes{"Khánh thành cầu", "Trần Bình"}));
  const auto old = photo_notes(jpeg(iptc(dataset('\x78', "Kh\xB8nh th\xB5nh c\xC7u m\xEDi b\xBE\x63 qua s\xABng"))));
  EXPECT_EQ(old.caption, "Khánh thành cầu mới bắc qua sông") << "TCVN3";
}

TEST(PhotoNotes, AreReadFromExif) {
  EXPECT_EQ(photo_notes(jpeg(exif(tiff(0x010E, 2, "Đoàn viên trồng cây\0"s)))).caption, "Đoàn viên trồng cây");
  EXPECT_EQ(photo_notes(jpeg(exif(tiff(0x013B, 2, "Phạm Minh\0"s)))).credit, "Phạm Minh");
}

TEST(PhotoNotes, AreReadFromTheTitleThatWindowsWrites) {
  EXPECT_EQ(photo_notes(jpeg(exif(tiff(0x9C9B, 1, "L\0\xC5\x1E \0h\0\xD9\x1Ei\0\0\0"s)))).caption, "Lễ hội");
}

TEST(PhotoNotes, AreReadFromTheCommentOfACameraInItsCharset) {
  // The first directory, at 8, points to that of EXIF at 26, which holds the comment at 44.
  const auto comment = [](const std::string& value) {
    return "MM\0\x2A"s + be32(8) + be16(1) + be16(0x8769) + be16(4) + be32(1) + be32(26) + be32(0) + be16(1) +
           be16(0x9286) + be16(7) + be32(value.size()) + be32(44) + be32(0) + value;
  };
  EXPECT_EQ(photo_notes(jpeg(exif(comment("UNICODE\0"s + "\0L\x1E\xC5\0 \0h\x1E\xD9\0i"s)))).caption, "Lễ hội");
  EXPECT_EQ(photo_notes(jpeg(exif(comment("ASCII\0\0\0Mung xuan moi"s)))).caption, "Mung xuan moi");
  EXPECT_EQ(photo_notes(jpeg(exif(comment("UNICODE\0"s)))).caption, "");
}

TEST(PhotoNotes, AreReadInEitherOrderOfBytesAndWhereTheyAreShort) {
  const auto le16 = [](std::size_t value) { return le32(value).substr(0, 2); };
  const std::string entry = le16(0x010E) + le16(2) + le32(12) + le32(26);
  EXPECT_EQ(photo_notes(jpeg(exif("II*\0"s + le32(8) + le16(1) + entry + le32(0) + "Mừng hội"s))).caption, "Mừng hội");
  const std::string artist = be16(0x013B) + be16(2) + be32(4) + "Tô\0"s;
  EXPECT_EQ(photo_notes(jpeg(exif("MM\0\x2A"s + be32(8) + be16(1) + artist + be32(0)))).credit, "Tô");
}

TEST(PhotoNotes, OfATiffThatLiesAreEmpty) {
  const std::string good = tiff(0x010E, 2, "Đoàn viên trồng cây\0"s);
  const auto with = [&good](std::size_t at, const std::string& lie) {
    return jpeg(exif(std::string(good).replace(at, lie.size(), lie)));
  };
  const std::pair<std::size_t, std::string> lies[] = {
      {0, "MMMM"},   {4, be32(0xFFFFFFFF)}, {4, be32(0)},           {8, be16(0)},
      {12, be16(5)}, {14, be32(1U << 30U)}, {18, be32(0xFFFFFFF0)}, {18, be32(27)},
  };
  for (const auto& [at, lie] : lies) EXPECT_EQ(photo_notes(with(at, lie)), PhotoNotes()) << at;
  // A directory that points to itself.
  EXPECT_EQ(photo_notes(jpeg(exif("MM\0\x2A"s + be32(8) + be16(1) + be16(0x8769) + be16(4) + be32(1) + be32(8)))),
            PhotoNotes());
}

TEST(PhotoNotes, TakeXmpBeforeIptcBeforeExif) {
  const std::string one = exif(tiff(0x010E, 2, "Từ Exif ra\0"s));
  const std::string two = iptc(dataset('\x78', "Từ Iptc ra"));
  EXPECT_EQ(photo_notes(jpeg(one + two)).caption, "Từ Iptc ra");
  EXPECT_EQ(photo_notes(jpeg(one + two + xmp(packet(described)))).caption, "Chợ phiên đầu xuân");
}

TEST(PhotoNotes, LeaveOutWhatACameraSaysByItself) {
  for (const char* const words : {"OLYMPUS DIGITAL CAMERA         ", "SONY DSC", "cof", "IMG_2041.JPG",
                                  "DCIM\\100MEDIA", "20240724", "Created with GIMP", "   "}) {
    EXPECT_EQ(photo_notes(jpeg(exif(tiff(0x010E, 2, words)))).caption, "") << words;
  }
}

TEST(PhotoNotes, AreFoundInPng) {
  const auto chunk = [](const std::string& type, const std::string& data) {
    return be32(data.size()) + type + data + "crc!";
  };
  const std::string start = "\x89PNG\r\n\x1A\n"s + chunk("IHDR", std::string(13, '\0'));
  EXPECT_EQ(photo_notes(start + chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0"s + packet(described))).credit,
            "Lê Thị Hoa");
  EXPECT_EQ(photo_notes(start + chunk("tEXt", "Description\0Sân vận động mới"s)).caption, "Sân vận động mới");
  EXPECT_EQ(photo_notes(start + chunk("eXIf", tiff(0x010E, 2, "Nhà thi đấu\0"s))).caption, "Nhà thi đấu");
}

TEST(PhotoNotes, AreFoundInWebp) {
  const std::string text = packet(described);
  const std::string file = "RIFF"s + le32(4 + 8 + text.size()) + "WEBP" + "XMP " + le32(text.size()) + text;
  EXPECT_EQ(photo_notes(file).caption, "Chợ phiên đầu xuân");
}

TEST(PhotoNotes, ReadNothingBeyondAFileThatIsCutAnywhere) {
  const std::string whole =
      jpeg(exif(tiff(0x010E, 2, "Từ Exif ra\0"s)) + iptc(dataset('\x78', "Từ Iptc ra")) + xmp(packet(described)));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::string cut = whole.substr(0, length);
    const auto caption = photo_notes(cut).caption;
    EXPECT_TRUE(caption.empty() || whole.find(caption) != whole.npos) << length << ": " << caption;
  }
}

}  // namespace
}  // namespace lobby::content
