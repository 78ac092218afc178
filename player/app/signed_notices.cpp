#include "app/signed_notices.h"

#include <charconv>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "store/digest.h"

namespace lobby::app {

namespace {

constexpr const char* state_key = "notices:signed";

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

SignedNotices::SignedNotices(const config::Config& config, store::Store& store)
    : feed_(config.notice_feed), zone_(config.screen.timezone), store_(store) {
  if (!feed_) return;
  auto key = trust::parse_public_key(feed_->public_key);
  if (!key) log::error("'notice_feed' is not asked: its 'public_key' {}", key.error().message);
  if (!key) return;
  key_ = *key;
  restore();
}

/// Proven again: the config may name another key now.
void SignedNotices::restore() {
  const auto kept = unpacked(store_.state(state_key).value_or(""));
  if (!kept) return;
  auto edition = proven(kept->second, kept->first);
  if (!edition) return log::warning("the signed notices of before are dropped: {}", edition.error().message);
  edition_ = std::move(*edition);
  taken_ = kept->second;
}

std::optional<net::Request> SignedNotices::next_request(SteadyTime now) {
  if (!key_ || asked_ || now < due_) return std::nullopt;
  asked_ = true;
  net::Request request{waiting_ ? feed_->url + ".minisig" : feed_->url};
  request.max_bytes = waiting_ ? trust::most_signature_bytes : config::most_notice_document_bytes;
  request.timeout = std::chrono::seconds(10);
  if (!waiting_) {
    request.etag = etag_;
    request.last_modified = last_modified_;
  }
  return request;
}

SteadyTime SignedNotices::due() const { return key_ && !asked_ ? due_ : SteadyTime::max(); }

void SignedNotices::give_up_request() {
  asked_ = false;
  waiting_.reset();
  etag_.clear();
  last_modified_.clear();
}

void SignedNotices::take(Result<net::Response> answer, SteadyTime now) {
  asked_ = false;
  const bool was_signature = waiting_.has_value();
  Result<void> taken;
  if (!answer) {
    taken = std::unexpected(answer.error());
  } else if (was_signature) {
    taken = take_signature(*answer);
  } else {
    take_document(std::move(*answer));
  }
  if (was_signature || !taken) waiting_.reset();
  if (taken) {
    failures_ = 0;
    if (!waiting_) complaint_.clear();
  } else {
    // The document is wanted again, also where it stays the same.
    etag_.clear();
    last_modified_.clear();
    failures_ = std::min(failures_ + 1, 4);
    const std::string message = taken.error().message;
    if (std::exchange(complaint_, message) != message) log::warning("notice feed {}: {}", feed_->url, message);
  }
  due_ = waiting_ ? now : now + feed_->every * std::max(1, failures_);
}

void SignedNotices::take_document(net::Response answer) {
  if (answer.status == net::Status::not_modified) return;
  etag_ = answer.etag;
  last_modified_ = answer.last_modified;
  if (answer.body != taken_) waiting_ = std::move(answer.body);
}

Result<void> SignedNotices::take_signature(const net::Response& answer) {
  auto edition = proven(*waiting_, answer.body);
  if (!edition) return std::unexpected(edition.error());
  if (edition_ && edition->document.serial <= edition_->document.serial) {
    return fail(ErrorKind::invalid, format("serial {} is not above {}, the last that was taken; sign a later one",
                                           edition->document.serial, edition_->document.serial));
  }
  if (const auto set = store_.set_state(state_key, packed(answer.body, *waiting_)); !set) {
    log::warning("the signed notices cannot be kept: {}", set.error().message);
  }
  edition_ = std::move(*edition);
  taken_ = std::move(*waiting_);
  log::info("notice feed {}: serial {} is in force", feed_->url, edition_->document.serial);
  return {};
}

/// The signature comes first: what nobody signed is not even parsed.
Result<SignedNotices::Edition> SignedNotices::proven(const std::string& bytes, const std::string& signature) const {
  const auto parsed = trust::parse_signature(signature);
  if (!parsed) return std::unexpected(parsed.error());
  if (const auto verified = trust::verify(bytes, *parsed, *key_); !verified) return std::unexpected(verified.error());
  auto checked = config::parse_notice_document(bytes, feed_->url, zone_);
  if (!checked.value) return fail(ErrorKind::invalid, to_string(checked.findings.front()));
  return Edition{store::digest(bytes), std::move(*checked.value)};
}

}  // namespace lobby::app
