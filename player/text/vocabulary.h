#pragma once

#include <string_view>

// Small closed classes of words that decide where a line may break. All take lower case. Pure; any thread.
namespace lobby::text {

/// «ngày», «tháng», «số», «khóa», «thứ», «điều»: what is followed by its number.
bool is_label(std::string_view word);
/// «nghìn», «triệu», «tỷ»: what makes a number larger.
bool is_scale(std::string_view word);
/// Units, currencies and counters: «năm», «km», «đồng», «người», «lần».
bool is_unit(std::string_view word);
/// Words that lean on what follows and should not end a line: «của», «các», «không», «gần».
bool is_leaning(std::string_view word);
/// Conjunctions that begin a line well: «và», «hoặc».
bool is_conjunction(std::string_view word);
/// Articles and what makes nouns, which are nothing without the next word: «các», «những», «mỗi», «sự».
bool is_determiner(std::string_view word);
/// Prepositions, a fair beginning of a line: «tại», «trong», «về».
bool is_preposition(std::string_view word);
/// Family names of Việt Nam.
bool is_family_name(std::string_view word);
/// «tp», «thpt», «ubnd»: abbreviations that stand before a proper name.
bool is_unit_abbreviation(std::string_view word);
/// «tỉnh», «huyện», «sông», «trường», «thành phố»: what a place or a school is called by.
bool is_place_kind(std::string_view word);
/// «tỉnh», «huyện», «xã», «thành»: the level of a body («Công an tỉnh»), its first syllable.
bool is_level(std::string_view word);
/// The last syllable of the name of a body that exists at every level: «(công) an», «ubnd», «(đảng) bộ».
bool is_body_end(std::string_view word);
/// «hai» to «bảy» of «Thứ Hai» to «Thứ Bảy».
bool is_weekday(std::string_view word);
/// «thế kỷ», «sư đoàn», «đề án»: compounds that are followed by their number, though their last syllable is a label.
bool is_numbered(std::string_view words);
/// «đối tượng», «nghị quyết», «chương trình»: compounds that a bare number follows, but not one that counts.
bool may_be_numbered(std::string_view words);
/// «văn», «thị»: what stands between a family name and another.
bool is_middle_name(std::string_view word);
/// Countries, in one to three syllables: a name that follows one is another name.
bool is_country(std::string_view words);
/// «châu (Phi)», «miền (Trung)», «tháng (Tám)»: the first syllable of compounds that go on with a capital.
bool takes_capital(std::string_view word);

}  // namespace lobby::text
