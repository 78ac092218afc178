#include "notices/editions.h"

#include <gmock/gmock.h>

#include "../world/signer.h"
#include "../world/temporary_folder.h"
#include "base/format.h"

namespace lobby::notices {
namespace {

using testing::HasSubstr;

/// What one player makes of signed documents; it is sanh-1 of the group bac.
class EditionsKept : public testing::Test {
 protected:
  static NoticeTrust trust_in(const std::vector<std::string>& keys, const std::string& name = "sanh-1") {
    NoticeTrust trust{{}, {name, "bac"}, {}};
    for (const auto& key : keys) trust.keys.push_back({key, "'push'"});
    return trust;
  }
  std::unique_ptr<store::Store> opened() const { return store::Store::open(folder.path()); }
  static std::string document(int serial, const std::string& text, const std::string& more = {}) {
    return format("serial: {}\nissued: 2026-11-26\nexpires: 2026-11-27\n{}notices: [{{text: {}}}]\n", serial, more,
                  text);
  }
  /// Empty where it was taken.
  std::string fault(Editions& editions, const std::string& bytes, std::optional<Audience> to = std::nullopt) const {
    const auto taken = editions.take(bytes, ours.signature(bytes), "a test", now, to);
    return taken ? "" : taken.error().message;
  }
  static std::string text_for(const Editions& editions, Audience audience) {
    const auto& edition = editions.in_force()[static_cast<std::size_t>(audience)];
    return edition ? edition->document.notices.front().text : "";
  }

  const TemporaryFolder folder;
  playlist::Moment now{WallTime(std::chrono::sys_days(std::chrono::year(2026) / 11 / 26))};
  const Signer ours{1, 'o'};
};

TEST_F(EditionsKept, HoldOneDocumentForEachAudience) {
  const auto store = opened();
  Editions editions(trust_in({ours.public_key()}), *store);
  EXPECT_EQ(fault(editions, document(5, "Tất cả"), Audience::all), "");
  EXPECT_EQ(fault(editions, document(2, "Nhóm", "group: bac\n"), Audience::group), "");
  EXPECT_EQ(fault(editions, document(3, "Sảnh", "device: sanh-1\n"), Audience::device), "");
  EXPECT_EQ(text_for(editions, Audience::all), "Tất cả");
  EXPECT_EQ(text_for(editions, Audience::group), "Nhóm");
  EXPECT_EQ(text_for(editions, Audience::device), "Sảnh");
}

TEST_F(EditionsKept, TakeNothingThatIsForAnother) {
  const auto store = opened();
  Editions editions(trust_in({ours.public_key()}), *store);
  EXPECT_EQ(fault(editions, document(1, "A", "device: sanh-2\n")),
            "it is for the device 'sanh-2'; this one is 'sanh-1'");
  EXPECT_EQ(fault(editions, document(1, "A", "group: nam\n")), "it is for the group 'nam'; this device is in 'bac'");
  EXPECT_EQ(fault(editions, document(1, "A"), Audience::device),
            "on this topic it must say 'device'; write that into it and sign it again");
  EXPECT_EQ(fault(editions, document(1, "A", "device: sanh-1\n"), Audience::all),
            "on this topic it must say neither 'device' nor 'group'; write that into it and sign it again");
  for (const auto& edition : editions.in_force()) EXPECT_FALSE(edition);
}

TEST_F(EditionsKept, TakeNoOlderOneAndNoSecondOfItsNumber) {
  const auto store = opened();
  Editions editions(trust_in({ours.public_key()}), *store);
  EXPECT_EQ(fault(editions, document(5, "Năm")), "");
  EXPECT_EQ(fault(editions, document(5, "Năm")), "");
  EXPECT_THAT(fault(editions, document(5, "Khác")), HasSubstr("serial 5 is not above 5"));
  EXPECT_THAT(fault(editions, document(4, "Bốn")), HasSubstr("serial 4 is not above 5"));
  EXPECT_EQ(fault(editions, document(1, "Một", "device: sanh-1\n")), "") << "another audience has its own numbers";
  EXPECT_EQ(text_for(editions, Audience::all), "Năm");
}

TEST_F(EditionsKept, LeaveWhatStandsWhereANewerOneHasExpired) {
  const auto store = opened();
  Editions editions(trust_in({ours.public_key()}), *store);
  EXPECT_EQ(fault(editions, document(5, "Năm")), "");
  now.time += std::chrono::days(2);
  EXPECT_EQ(fault(editions, document(6, "Sáu")), "it expired at 2026-11-27T17:00:00Z; sign a new one");
  EXPECT_EQ(text_for(editions, Audience::all), "Năm");
  EXPECT_EQ(Editions(trust_in({ours.public_key()}), *store).in_force()[0]->document.serial, 5);
}

TEST_F(EditionsKept, AreTakenByABoardThatDoesNotKnowTheDate) {
  const auto store = opened();
  Editions editions(trust_in({ours.public_key()}), *store);
  now = {WallTime(std::chrono::sys_days(std::chrono::year(2031) / 1 / 1)), false};
  EXPECT_EQ(fault(editions, document(6, "Sáu")), "");
  EXPECT_EQ(text_for(editions, Audience::all), "Sáu");
}

TEST_F(EditionsKept, BelieveAnyOfTheirKeysAndNoOther) {
  const Signer theirs(2, 't');
  const auto store = opened();
  Editions editions(trust_in({theirs.public_key(), ours.public_key()}), *store);
  EXPECT_EQ(fault(editions, document(1, "A")), "");
  Editions strict(trust_in({theirs.public_key()}), *store);
  EXPECT_THAT(fault(strict, document(2, "B")), HasSubstr("it is signed by another key"));
  Editions keyless(trust_in({}), *store);
  EXPECT_THAT(fault(keyless, document(2, "B")), HasSubstr("set 'public_key' in the config"));
  Editions wrong(trust_in({"RWx"}), *store);
  EXPECT_FALSE(wrong.trusts_anybody());
}

TEST_F(EditionsKept, StandAfterARestartForTheSameKeyAndDeviceOnly) {
  const auto store = opened();
  {
    Editions editions(trust_in({ours.public_key()}), *store);
    EXPECT_EQ(fault(editions, document(1, "Tất cả")), "");
    EXPECT_EQ(fault(editions, document(1, "Sảnh", "device: sanh-1\n")), "");
  }
  const Editions again(trust_in({ours.public_key()}), *store);
  EXPECT_EQ(text_for(again, Audience::all), "Tất cả");
  EXPECT_EQ(text_for(again, Audience::device), "Sảnh");
  const Editions renamed(trust_in({ours.public_key()}, "sanh-2"), *store);
  EXPECT_EQ(text_for(renamed, Audience::all), "Tất cả");
  EXPECT_EQ(text_for(renamed, Audience::device), "");
  const Editions other_key(trust_in({Signer(2).public_key()}), *store);
  EXPECT_EQ(text_for(other_key, Audience::all), "");
}

TEST_F(EditionsKept, SayWhatIsWrongWithADocument) {
  const auto store = opened();
  Editions editions(trust_in({ours.public_key()}), *store);
  EXPECT_THAT(fault(editions, "serial: 1\n"), HasSubstr("a test:1:1: error: the key 'issued' is missing"));
  EXPECT_THAT(fault(editions, document(1, "A", "device: a\ngroup: b\n")), HasSubstr("not for both"));
  const std::string bytes = document(1, "A");
  EXPECT_FALSE(editions.take(bytes, "", "a test", now));
  EXPECT_FALSE(editions.take(bytes, ours.signature(bytes + " "), "a test", now));
}

}  // namespace
}  // namespace lobby::notices
