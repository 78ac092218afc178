#include "notices/editions.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "host/device.h"
#include "store/digest.h"

namespace lobby::notices {

namespace {

constexpr std::array<Audience, 3> audiences{Audience::all, Audience::group, Audience::device};
/// Where the store keeps the edition of an audience, and what one that came on that audience's way must say.
constexpr std::array<const char*, 3> state_keys{"notices:signed", "notices:signed:group", "notices:signed:device"};
constexpr std::array<const char*, 3> sayings{"neither 'device' nor 'group'", "'group'", "'device'"};

std::size_t index_of(Audience audience) { return static_cast<std::size_t>(audience); }

/// The signature's length, a line feed, the signature, the document: one value, so that they cannot disagree.
std::string packed(const std::string& signature, const std::string& bytes) {
  return format("{}\n{}{}", signature.size(), signature, bytes);
}

std::optional<std::pair<std::string, std::string>> unpacked(const std::string& value) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), size);
  const std::size_t begin = static_cast<std::size_t>(end - value.data()) + 1;
  if (error != std::errc() || begin > value.size() || size > value.size() - begin) return std::nullopt;
  return std::pair(value.substr(begin, size), value.substr(begin + size));
}

}  // namespace

NoticeTrust notice_trust(const config::Config& config) {
  NoticeTrust trust{{}, host::named(config.device), config.screen.timezone};
  if (config.notice_feed) trust.keys.push_back({config.notice_feed->public_key, "'notice_feed'"});
  if (config.push && !config.push->public_key.empty()) trust.keys.push_back({config.push->public_key, "'push'"});
  return trust;
}

Editions::Editions(NoticeTrust trust, store::Store& store) : trust_(std::move(trust)), store_(store) {
  for (const auto& [text, place] : trust_.keys) {
    const auto key = trust::parse_public_key(text);
    if (key) keys_.push_back(*key);
    if (!key) log::error("nobody's notices are believed by {}: its 'public_key' {}", place, key.error().message);
  }
  if (!trusts_anybody()) return;
  for (const Audience audience : audiences) restore(audience);
}

/// Proven again: the config may name another key, or another device, now.
void Editions::restore(Audience audience) {
  const auto kept = unpacked(store_.state(state_keys[index_of(audience)]).value_or(""));
  if (!kept) return;
  auto edition = proven(kept->second, kept->first, "the store");
  if (edition) {
    const auto its = audience_of(edition->document);
    if (!its) edition = std::unexpected(its.error());
  }
  if (!edition) return log::warning("the signed notices of before are dropped: {}", edition.error().message);
  in_force_[index_of(audience)] = std::move(*edition);
}

bool Editions::holds(const std::string& bytes) const {
  const auto any = [](const auto& edition) { return edition.has_value(); };
  if (std::ranges::none_of(in_force_, any)) return false;
  const std::string id = store::digest(bytes);
  return std::ranges::any_of(in_force_, [&id](const auto& edition) { return edition && edition->id == id; });
}

Result<Audience> Editions::audience_of(const config::NoticeDocument& document) const {
  const auto& [name, group] = trust_.device;
  if (!document.device.empty()) {
    if (document.device == name) return Audience::device;
    return fail(ErrorKind::invalid, format("it is for the device '{}'; this one is '{}'", document.device, name));
  }
  if (document.group.empty()) return Audience::all;
  if (document.group == group) return Audience::group;
  return fail(ErrorKind::invalid, format("it is for the group '{}'; this device is in {}", document.group,
                                         group.empty() ? "none" : "'" + group + "'"));
}

Result<void> Editions::take(const std::string& bytes, const std::string& signature, const std::string& from,
                            const playlist::Moment& now, std::optional<Audience> to) {
  if (holds(bytes)) return {};
  auto edition = proven(bytes, signature, from);
  if (!edition) return std::unexpected(edition.error());
  const auto audience = audience_of(edition->document);
  if (!audience) return std::unexpected(audience.error());
  if (to && *to != *audience) {
    return fail(ErrorKind::invalid,
                format("on this topic it must say {}; write that into it and sign it again", sayings[index_of(*to)]));
  }
  auto& in_force = in_force_[index_of(*audience)];
  const auto serial = edition->document.serial;
  if (in_force && serial <= in_force->document.serial) {
    return fail(ErrorKind::invalid, format("serial {} is not above {}, the last that was taken; sign a later one",
                                           serial, in_force->document.serial));
  }
  if (const auto& expires = edition->document.expires; now.date_known && expires <= now.time) {
    return fail(ErrorKind::invalid, format("it expired at {:%Y-%m-%dT%H:%M:%SZ}; sign a new one", expires));
  }
  if (const auto set = store_.set_state(state_keys[index_of(*audience)], packed(signature, bytes)); !set) {
    log::warning("the signed notices cannot be kept: {}", set.error().message);
  }
  in_force = std::move(*edition);
  log::info("{}: serial {} is in force", from, serial);
  return {};
}

/// The signature comes first: what nobody signed is not even parsed.
Result<Editions::Edition> Editions::proven(const std::string& bytes, const std::string& signature,
                                           const std::string& from) const {
  if (!trusts_anybody()) {
    return fail(ErrorKind::invalid, "there is no key to prove it with; set 'public_key' in the config");
  }
  const auto parsed = trust::parse_signature(signature);
  if (!parsed) return std::unexpected(parsed.error());
  const auto named = std::ranges::find(keys_, parsed->key_id, &trust::PublicKey::id);
  const auto& key = named == keys_.end() ? keys_.front() : *named;
  if (const auto verified = trust::verify(bytes, *parsed, key); !verified) return std::unexpected(verified.error());
  auto checked = config::parse_notice_document(bytes, from, trust_.zone);
  if (!checked.value) return fail(ErrorKind::invalid, to_string(checked.findings.front()));
  return Edition{store::digest(bytes), std::move(*checked.value)};
}

}  // namespace lobby::notices
